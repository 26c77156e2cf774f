import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadReader } from "../../src/data/load-reader.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { choose, type Models, readWeights } from "./choose.js";
import { grow, votersOf } from "./forest.js";
import { entitiesOf, type GoldReport, ROLES, type Role, readGold } from "./gold.js";
import { countFills, isSameTarget, pairFills, targetsOf } from "./human-targets.js";
import { type Example, train } from "./logistic.js";
import { rolesOf } from "./roles.js";
import { f1, noCounts, pairUp, plain } from "./score.js";
import { traceOf } from "./task.js";
import { ASKED, type Asked } from "./tellings.js";

/*
 * Learns from MUC-4's training half what of a report's claims the key tells, and writes weights.json and forest.json:
 *
 *   npx tsx bench/muc4/train.ts --data ../shared/data [--humans]
 *
 * prints before what each quarter of it scores by what the other three teach: quarters of consecutive reports, where hardly a story is
 * on both sides. With --humans the weights of the roles stay as they are.
 */
const { values: options } = parseArgs({
  options: { data: { type: "string", default: "../shared/data" }, humans: { type: "boolean" } },
});

interface Report {
  readonly gold: GoldReport;
  readonly candidates: readonly Candidate[];
}

const reader = await loadReader();
const reports = readGold(join(options.data, "muc4/train.jsonl.gz")).map((gold): Report => {
  const trace = traceOf(gold, reader);
  return { gold, candidates: candidatesOf(trace, reader.resources, rolesOf(trace, reader.resources)) };
});

/** Human targets have the words of their sentences as features, which are many. */
const SHRINK_HUMAN = 500;
const SHRINK_ROLE = 150;
const QUARTERS = 4;
for (let q = 0; q < QUARTERS; q++) {
  const isLeft = (k: number) => Math.floor((k * QUARTERS) / reports.length) === q;
  const { weights, forest } = learn(reports.filter((_, k) => !isLeft(k)));
  const { roles, numbers, effects } = score(
    reports.filter((_, k) => isLeft(k)),
    { weights, forest: votersOf(forest) },
  );
  console.log(
    `quarter ${q + 1}: role entities CEAF-REE F1 ${f1(roles).toFixed(1)}, human targets' numbers ${f1(numbers).toFixed(1)}, effects ${f1(effects).toFixed(1)}`,
  );
}
const { weights, forest } = learn(reports);
const kept = options.humans ? { ...readWeights(), Human: weights.Human } : weights;
write("weights.json", kept);
write("forest.json", forest);

function write(name: string, what: object) {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(what, null, 2)}\n`);
}

function learn(from: readonly Report[]) {
  const examplesOf = (asked: Asked): Example[] =>
    from.flatMap(({ gold, candidates }) => {
      const asking = candidates.filter((c) => c.asked === asked);
      const isRight = asked === "Human" ? rightTargets(asking, gold) : rightEntities(asking, asked, gold);
      return asking.map((c, k) => ({ features: c.features, isRight: isRight[k]! }));
    });
  const weights = Object.fromEntries(
    ASKED.map((a) => [a, train(examplesOf(a), a === "Human" ? SHRINK_HUMAN : SHRINK_ROLE)]),
  ) as Models["weights"];
  return { weights, forest: grow(examplesOf("Human")) };
}

function rightEntities(candidates: readonly Candidate[], role: Role, gold: GoldReport): boolean[] {
  const key = new Set(entitiesOf(gold)[role].flatMap((e) => e.names.map(plain)));
  return candidates.map((c) => key.has(plain(c.name)));
}

/** Of several that could be one and the same of the key's targets one is right: the others would be told twice. */
function rightTargets(candidates: readonly Candidate[], gold: GoldReport): boolean[] {
  const ids = [...new Set(candidates.map((c) => c.entity))];
  const targets = targetsOf(
    ids.map((id) => candidates.filter((c) => c.entity === id)),
    gold,
  );
  return candidates.map((c) => {
    const target = targets[ids.indexOf(c.entity)]!;
    return target !== null && isSameTarget(c.name, target);
  });
}

function score(from: readonly Report[], models: Models) {
  const roles = noCounts();
  const numbers = noCounts();
  const effects = noCounts();
  for (const { gold, candidates } of from) {
    const chosen = choose(candidates, models);
    const key = entitiesOf(gold);
    for (const role of ROLES) {
      const names = chosen.filter((c) => c.asked === role).map((c) => [c.name]);
      const pairs = pairUp(
        names,
        key[role].map((e) => e.names),
      );
      roles.right += pairs.filter((g) => g >= 0).length;
      roles.predicted += names.length;
      roles.gold += key[role].length;
    }
    const humans = chosen.filter((c) => c.asked === "Human");
    countFills(numbers, pairFills(humans, gold, "numbers"));
    countFills(effects, pairFills(humans, gold, "effects"));
  }
  return { roles, numbers, effects };
}
