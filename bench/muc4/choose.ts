import { readFileSync } from "node:fs";
import type { Resources, Trace } from "../../src/coding/read-report.js";
import { type Candidate, candidatesOf } from "./candidates.js";
import { type Forest, type Voters, votersOf } from "./forest.js";
import { ROLES } from "./gold.js";
import { probability, type Weights } from "./logistic.js";
import { type FoundRoles, rolesOf } from "./roles.js";
import { plain } from "./score.js";
import type { Asked } from "./tellings.js";

/** What train.ts learned: a logistic regression for each thing that the key asks for, and trees for human targets. */
export interface Models {
  readonly weights: Readonly<Record<Asked, Weights>>;
  readonly forest: Voters;
}

export const readWeights = () => readJson<Models["weights"]>("weights.json");

export const readModels = (): Models => ({
  weights: readWeights(),
  forest: votersOf(readJson<Forest>("forest.json")),
});

const readJson = <T>(name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;

/** How much the trees count in what is likely of human targets; chosen, as all of learning, on the training half. */
const TREES = 0.4;

function likelihood({ asked, features }: Candidate, { weights, forest }: Models): number {
  const p = probability(weights[asked], features);
  return asked === "Human" ? TREES * forest(features) + (1 - TREES) * p : p;
}

/** About half of the F1 that is reached: below it, one more answer costs more than it brings. */
const LEAST: Record<Asked, number> = {
  PerpInd: 0.18,
  PerpOrg: 0.18,
  Target: 0.18,
  Victim: 0.18,
  Weapon: 0.18,
  Human: 0.28,
};

/** Of each entity that a report may tell the likeliest name, where it is likely enough that the key has it; the likeliest first. */
export function choose(candidates: readonly Candidate[], models: Models): Candidate[] {
  const best = new Map<string, { c: Candidate; p: number }>();
  for (const c of candidates) {
    const p = likelihood(c, models);
    const id = `${c.asked} ${c.entity}`;
    if (p >= LEAST[c.asked] && p > (best.get(id)?.p ?? 0)) best.set(id, { c, p });
  }
  const named = new Set<string>();
  return [...best.values()]
    .sort((a, b) => b.p - a.p)
    .flatMap(({ c }) => {
      const id = `${c.asked} ${plain(c.name)}`;
      if (named.has(id) && c.asked !== "Human") return [];
      named.add(id);
      return [c];
    });
}

export interface Filled {
  readonly roles: FoundRoles;
  readonly humans: readonly Candidate[];
}

/** What a report fills the key's slots with. */
export function filledBy(trace: Trace, resources: Resources, models: Models): Filled {
  const chosen = choose(candidatesOf(trace, resources, rolesOf(trace, resources)), models);
  return {
    roles: Object.fromEntries(
      ROLES.map((r) => [r, chosen.filter((c) => c.asked === r)]),
    ) as unknown as FoundRoles,
    humans: chosen.filter((c) => c.asked === "Human").sort((a, b) => a.start - b.start),
  };
}
