/**
 * Linking: which tellings of many reports are one incident, against the gold over our samples and, where the data is there,
 * against ECB+. The result is named by --date, or by the day of the newest report.
 *
 *   npx tsx bench/linking/run.ts [--data ../shared/data] [--only samples|stories] [--misses] [--date DAY] [--no-write]
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { loadReader } from "../../src/data/load-reader.js";
import type { Miss, Row } from "./gold.js";
import { scoreSamples } from "./samples.js";
import { type StoriesResult, scoreStories } from "./stories.js";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    only: { type: "string" },
    misses: { type: "boolean", default: false },
    date: { type: "string" },
    write: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const gold = "bench/linking/samples.json";
if (!existsSync(gold)) {
  console.error(`bench/linking: ${gold} is not there; run it from the root of the repository.`);
  process.exit(1);
}
const reader = await loadReader();
const samples = values.only === "stories" ? null : scoreSamples(reader, { folder: "samples", gold });
if (samples) {
  const { result } = samples;
  const { counts } = result;
  console.log(
    `samples: ${counts.reports} reports, ${counts.tellings} tellings, ${counts.incidents} incidents; ${counts.read} of ${counts.mentions} gold mentions read\n`,
  );
  table("gold mentions, %", result.mentions);
  for (const [name, row] of Object.entries(result))
    if (name !== "counts" && name !== "mentions" && name !== "causes") line(name, row as Row);
  console.log();
  for (const [about, row] of Object.entries(result.causes)) line(`missed: ${about}`, row, true);
  if (values.misses) print(samples.misses);
}
let stories: StoriesResult | null = null;
if (values.only !== "samples") {
  const file = `${values.data}/links/ecbplus-dev.jsonl`;
  if (!existsSync(file))
    console.log(`\nECB+: ${file} is not there; give the folder with --data. Not measured.`);
  else {
    stories = scoreStories(reader, file).result;
    console.log(
      `\nECB+ dev: ${stories.documents} documents in ${stories.topics} topics; Parley codes ${stories.coded} of ${stories.mentions} event mentions`,
    );
    for (const [name, f1] of Object.entries(stories.conll))
      console.log(`  ${name.padEnd(72)}${f1.toFixed(1).padStart(6)}`);
    console.log("  documents of one topic that tell one story: precision, recall, F1");
    for (const [name, s] of Object.entries(stories.stories))
      console.log(
        `  ${name.padEnd(72)}${[s.precision, s.recall, s.f1].map((x) => x.toFixed(1).padStart(6)).join("")}`,
      );
  }
}

const date = values.date ?? samples?.newest;
if (values.write && samples && date) {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const file = `bench/results/linking-${date}.json`;
  const result = {
    bench: "linking",
    command: "npx tsx bench/linking/run.ts",
    date,
    commit: git("rev-parse", "--short", "HEAD"),
    changed: git("status", "--porcelain", "--", "src", "lexicons", "models") !== "",
    machine: { node: process.version, cores: availableParallelism() },
    samples: samples.result,
    stories,
  };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nwritten to ${file}`);
}

function table(title: string, rows: Record<string, Row>): void {
  const columns = Object.keys(Object.values(rows)[0]!);
  console.log(`${title.padEnd(44)}${columns.map((c) => c.padStart(18)).join("")}`);
  for (const [name, row] of Object.entries(rows))
    console.log(`${name.padEnd(44)}${columns.map((c) => row[c]!.toFixed(1).padStart(18)).join("")}`);
  console.log();
}

function line(name: string, row: Row, byCount = false): void {
  const entries = Object.entries(row);
  if (byCount) entries.sort((a, b) => b[1] - a[1]);
  console.log(`${name}\n  ${entries.map(([k, n]) => `${k} ${n}`).join(byCount ? "\n  " : ", ")}`);
}

function print(misses: readonly Miss[]): void {
  const groups = new Map<string, Miss[]>();
  for (const m of misses) {
    const key = `${m.about}: ${m.cause}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  for (const [key, list] of [...groups].sort((a, b) => a[0].localeCompare(b[0]))) {
    console.log(`\n== ${key} (${list.length})`);
    for (const { lines } of list) console.log(lines.map((l) => `  ${l}`).join("\n"));
  }
}
