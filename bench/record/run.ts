/**
 * The record of whole reports against gold facts: tolls, events, attributions, initiatives, publication dates.
 *
 *   npx tsx bench/record/run.ts [--gold FILE] [--reports FOLDER] [--scorer score_record.mjs] [--out PRED.json] [--misses]
 *
 * Without arguments: our own samples against bench/record/gold.json. The scorer is the one that comes with the gold data; where
 * it is absent the facts are written and nothing is scored.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadReader } from "../../src/data/load-reader.js";
import { factsOf } from "../../src/formats/facts.js";

const { values } = parseArgs({
  options: {
    gold: { type: "string", default: "bench/record/gold.json" },
    reports: { type: "string", default: "samples" },
    scorer: { type: "string", default: "../shared/tools/score_record.mjs" },
    out: { type: "string" },
    misses: { type: "boolean", default: false },
    "by-document": { type: "boolean", default: false },
  },
});
if (!existsSync(values.gold)) {
  console.error(
    `bench/record: ${values.gold} is not there; give a gold file with --gold. Nothing was measured.`,
  );
  process.exit(1);
}
const gold = JSON.parse(readFileSync(values.gold, "utf8")) as { documents: { id: string; file: string }[] };
const reader = await loadReader();
const facts = gold.documents.map(({ id, file }) =>
  factsOf(reader.traceBytes(readFileSync(join(values.reports, file)), { name: file, id }).coded),
);
const out = values.out ?? join(tmpdir(), "parley-facts.json");
writeFileSync(out, `${JSON.stringify(facts, null, 1)}\n`);
console.log(`${facts.length} reports read, facts written to ${out}`);
if (!existsSync(values.scorer)) {
  console.log(`The scorer ${values.scorer} is absent: nothing was scored.`);
} else {
  const flags = [...(values.misses ? ["--misses"] : []), ...(values["by-document"] ? ["--by-document"] : [])];
  const done = spawnSync(process.execPath, [values.scorer, out, values.gold, ...flags], { encoding: "utf8" });
  process.stdout.write(done.stdout + done.stderr);
}
