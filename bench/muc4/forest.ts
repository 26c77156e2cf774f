import { type Example, indexOf, random } from "./logistic.js";

/**
 * Trees that ask for features and vote how likely a candidate is right: what only counts together, which a sum of weights cannot say.
 * A tree is its nodes in numbers: a feature and where the node for those that have it begins (for the others it follows), or, below
 * zero, the share of right ones in hundredths, -1 for none.
 */
export interface Forest {
  readonly features: readonly string[];
  readonly trees: readonly string[];
}

/** A forest ready to be asked. */
export type Voters = (features: readonly string[]) => number;

export function votersOf({ features, trees }: Forest): Voters {
  const index = new Map(features.map((f, k) => [f, k]));
  const nodes = trees.map((t) => Int32Array.from(t.split(" "), Number));
  return (asked) => {
    const has = new Set(asked.map((f) => index.get(f)));
    let sum = 0;
    for (const tree of nodes) {
      let at = 0;
      while (tree[at]! >= 0) at = has.has(tree[at]!) ? tree[at + 1]! : at + 2;
      sum -= tree[at]! + 1;
    }
    return sum / (100 * nodes.length);
  };
}

const TREES = 100;
/** A node's features are each looked at with this chance, so that trees differ. */
const CHANCE = 0.1;
/** Fewer examples are not told apart. */
const LEAST = 3;

/** Each tree from all examples; the same examples give the same trees. */
export function grow(examples: readonly Example[]): Forest {
  const index = indexOf(examples);
  const rows = examples.map(({ features, isRight }) => ({
    active: [...new Set(features)].flatMap((f) => index.get(f) ?? []),
    isRight,
  }));
  const next = random(11);
  const all = new Int32Array(index.size);
  const right = new Int32Array(index.size);
  return { features: [...index.keys()], trees: Array.from({ length: TREES }, () => tree().join(" ")) };

  function tree(): number[] {
    const out: number[] = [];
    const add = (own: typeof rows) => {
      const split = splitOf(own);
      if (split < 0) {
        const share = own.filter((r) => r.isRight).length / own.length;
        out.push(-1 - Math.round(100 * share));
        return;
      }
      out.push(split, 0);
      const link = out.length - 1;
      add(own.filter((r) => !r.active.includes(split)));
      out[link] = out.length;
      add(own.filter((r) => r.active.includes(split)));
    };
    add(rows);
    return out;
  }

  /** The feature that tells right from wrong best among those looked at, -1 where none does. */
  function splitOf(own: typeof rows): number {
    const rightOnes = own.filter((r) => r.isRight).length;
    if (rightOnes === 0 || rightOnes === own.length || own.length < 2 * LEAST) return -1;
    const seen: number[] = [];
    for (const { active, isRight } of own)
      for (const k of active) {
        if (all[k]!++ === 0) seen.push(k);
        if (isRight) right[k]!++;
      }
    let best = -1;
    let most = 0;
    for (const chance of [CHANCE, 1]) {
      for (const k of seen) {
        const n = all[k]!;
        if (n < LEAST || own.length - n < LEAST || next() >= chance) continue;
        const r = right[k]!;
        const gain = (r * r) / n + (rightOnes - r) ** 2 / (own.length - n) - rightOnes ** 2 / own.length;
        if (gain > most) {
          most = gain;
          best = k;
        }
      }
      if (best >= 0) break;
    }
    for (const k of seen) {
      all[k] = 0;
      right[k] = 0;
    }
    return best;
  }
}
