/**
 * Which type Parley reads in headlines that we wrote, each type by itself.
 *
 *   npx tsx bench/headlines/run.ts [--half open|closed] [--file FILE.jsonl] [--type TYPE] [--list]
 *
 * `--list` prints what came out wrong, of the open half only.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readHeadlines } from "./headlines.js";
import { isRight, readAll, type Told } from "./task.js";

const { values } = parseArgs({
  options: {
    half: { type: "string" },
    file: { type: "string" },
    type: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
const all = readHeadlines(values.file ?? fileURLToPath(new URL(".", import.meta.url)));
const told = await readAll(
  all.filter(
    (h) =>
      (values.half ?? h.half) === h.half &&
      (values.type === undefined || (values.type === "null" ? null : values.type) === h.type),
  ),
);

for (const half of ["open", "closed"] as const) {
  const of = told.filter((t) => t.headline.half === half);
  if (of.length === 0) continue;
  console.log(`${half.padEnd(12)}   right  wrong  nothing    of`);
  const types = [...new Set(of.map((t) => t.headline.type))].sort();
  for (const type of types)
    line(
      type ?? "(no event)",
      of.filter((t) => t.headline.type === type),
    );
  line(
    "all events",
    of.filter((t) => t.headline.type !== null),
  );
  console.log("");
}
if (values.list) for (const t of told) if (t.headline.half === "open" && !isRight(t)) console.log(missed(t));

function line(name: string, of: readonly Told[]): void {
  const right = of.filter(isRight).length;
  const nothing = of.filter((t) => t.type === null && !isRight(t)).length;
  const cells = [right, of.length - right - nothing, nothing, of.length].map((n) => String(n).padStart(7));
  console.log(
    `${name.padEnd(12)} ${cells.join("")}   ${((100 * right) / (of.length || 1)).toFixed(0).padStart(3)} %`,
  );
}

function missed(t: Told): string {
  const told = t.type === null ? "nothing" : `${t.type} (${t.rule}: ${t.words})`;
  return `${t.headline.id}  ${t.headline.type ?? "(no event)"}: ${t.headline.text}\n    → ${told}`;
}
