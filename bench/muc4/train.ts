import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadReader } from "../../src/data/load-reader.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { choose, type Models } from "./choose.js";
import { entitiesOf, type GoldReport, humanTargetsOf, ROLES, readGold } from "./gold.js";
import { train } from "./logistic.js";
import { rolesOf } from "./roles.js";
import { f1, noCounts, pairUp, plain } from "./score.js";
import { isSameTarget, traceOf } from "./task.js";
import { ASKED, type Asked } from "./tellings.js";

/*
 * Learns from MUC-4's training half what of a report's claims the key tells, and writes weights.json:
 *
 *   npx tsx bench/muc4/train.ts --data ../shared/data
 *
 * prints before what each quarter of it scores by what the other three teach.
 */
const { values: options } = parseArgs({ options: { data: { type: "string", default: "../shared/data" } } });

interface Report {
  readonly gold: GoldReport;
  readonly candidates: readonly Candidate[];
}

const reader = await loadReader();
const reports = readGold(join(options.data, "muc4/train.jsonl.gz")).map((gold): Report => {
  const trace = traceOf(gold, reader);
  return { gold, candidates: candidatesOf(trace, reader.resources, rolesOf(trace, reader.resources)) };
});

const QUARTERS = 4;
for (let q = 0; q < QUARTERS; q++) {
  const models = learn(reports.filter((_, k) => k % QUARTERS !== q));
  const left = reports.filter((_, k) => k % QUARTERS === q);
  console.log(`quarter ${q + 1}: role entities CEAF-REE F1 ${f1(scoreRoles(left, models)).toFixed(1)}`);
}
const file = new URL("weights.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(learn(reports), null, 2)}\n`);

function learn(from: readonly Report[]): Models {
  const weightsOf = (asked: Asked) =>
    train(
      from.flatMap(({ gold, candidates }) =>
        candidates
          .filter((c) => c.asked === asked)
          .map((c) => ({ features: c.features, isRight: isInKey(c, gold) })),
      ),
    );
  return Object.fromEntries(ASKED.map((a) => [a, weightsOf(a)])) as unknown as Models;
}

function isInKey(c: Candidate, gold: GoldReport): boolean {
  if (c.asked === "Human") return humanTargetsOf(gold).some((t) => isSameTarget(c.name, t));
  return entitiesOf(gold)[c.asked].some((e) => e.names.some((n) => plain(n) === plain(c.name)));
}

function scoreRoles(from: readonly Report[], models: Models) {
  const counts = noCounts();
  for (const { gold, candidates } of from) {
    const chosen = choose(candidates, models);
    const key = entitiesOf(gold);
    for (const role of ROLES) {
      const names = chosen.filter((c) => c.asked === role).map((c) => [c.name]);
      const pairs = pairUp(
        names,
        key[role].map((e) => e.names),
      );
      counts.right += pairs.filter((g) => g >= 0).length;
      counts.predicted += names.length;
      counts.gold += key[role].length;
    }
  }
  return counts;
}
