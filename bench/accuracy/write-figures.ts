/**
 * Writes the newest results of the table into the program (src/formats/how-often-right.ts, with models/confidence.json) and into
 * docs/measurements.md.
 *
 *   npx tsx bench/accuracy/write-figures.ts [bench/results/accuracy-DATE.json]
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ConfidenceModel } from "../../src/coding/confidence.js";
import { howOftenRightOf, howSureOf, type Results } from "./how-often-right.js";
import { tableOf } from "./table.js";

const OUT = "src/formats/how-often-right.ts";
const PAGE = "docs/measurements.md";

const newest = readdirSync("bench/results")
  .filter((name) => /^accuracy-.*\.json$/.test(name))
  .sort()
  .at(-1);
const file = process.argv[2] ?? (newest && `bench/results/${newest}`);
if (!file) {
  console.error("no results: npm run bench:accuracy -- --out bench/results/accuracy-DATE.json makes them");
  process.exit(1);
}
const results = JSON.parse(readFileSync(file, "utf8")) as Results;
const model = JSON.parse(readFileSync("models/confidence.json", "utf8")) as ConfidenceModel;
const before = readFileSync(OUT, "utf8");
const written = before
  .replace(
    /(HOW_OFTEN_RIGHT: readonly HowOftenRight\[\] = )\[[^;]*\];/,
    (_, head: string) => `${head}${JSON.stringify(howOftenRightOf(results, model))};`,
  )
  .replace(
    /(HOW_SURE: readonly HowSure\[\] = )\[[^;]*\];/,
    (_, head: string) => `${head}${JSON.stringify(howSureOf(results))};`,
  );
writeFileSync(OUT, written);
execFileSync("npx", ["biome", "format", "--write", OUT], { stdio: "ignore" });

const rows = results.tasks.map(({ task, title, figures }) =>
  figures
    ? { task: { name: task, title }, measured: { figures } }
    : { task: { name: task, title }, absent: "" },
);
const page = readFileSync(PAGE, "utf8");
writeFileSync(
  PAGE,
  page.replace(
    /(<!-- npm run bench:accuracy -->\n)[\s\S]*?(<!-- end -->)/,
    (_, head: string, end: string) => `${head}${tableOf(rows, results.calibration)}\n${end}`,
  ),
);
console.log(`${OUT} and ${PAGE} from ${file}`);
