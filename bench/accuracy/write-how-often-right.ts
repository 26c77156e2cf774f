/**
 * Writes src/formats/how-often-right.ts from the newest results of the table and models/confidence.json.
 *
 *   npx tsx bench/accuracy/write-how-often-right.ts [bench/results/accuracy-DATE.json]
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ConfidenceModel } from "../../src/coding/confidence.js";
import { howOftenRightOf, howSureOf, type Results } from "./how-often-right.js";

const OUT = "src/formats/how-often-right.ts";

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
console.log(`${OUT} from ${file}`);
