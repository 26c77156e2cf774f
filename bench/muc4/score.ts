import type { DateInterval } from "../../src/text/civil-date.js";

/** As GRIT's script compares strings: lower case, without punctuation and articles, white space as one space. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, "")
    .replace(/\b(?:a|an|the)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * CEAF-REE's similarity of a role: predicted entities and gold ones paired one to one so that most pairs fit; a pair fits where every
 * string predicted is one of the gold's. As pairs fit or do not, this is a largest matching of a bipartite graph.
 *
 * @returns for each predicted entity the index of its gold entity, or -1
 */
export function pairUp(
  predicted: readonly (readonly string[])[],
  gold: readonly (readonly string[])[],
): number[] {
  const goldPlain = gold.map((g) => new Set(g.map(plain)));
  return pairMost(predicted, goldPlain, (p, g) => p.every((x) => g.has(plain(x))));
}

/**
 * A largest matching of those that fit; with several ways to fit, first by the first, then of those left by the next.
 *
 * @returns for each of the first list the index of its partner, or -1
 */
export function pairMost<A, B>(
  as: readonly A[],
  bs: readonly B[],
  ...ways: readonly ((a: A, b: B) => boolean)[]
): number[] {
  const takenBy = bs.map(() => -1);
  for (const fits of ways) {
    const isFixed = takenBy.map((a) => a >= 0);
    const place = (a: number, seen: Set<number>): boolean => {
      for (let b = 0; b < bs.length; b++) {
        if (isFixed[b] || seen.has(b) || !fits(as[a]!, bs[b]!)) continue;
        seen.add(b);
        if (takenBy[b]! < 0 || place(takenBy[b]!, seen)) {
          takenBy[b] = a;
          return true;
        }
      }
      return false;
    };
    for (const a of as.keys()) if (!takenBy.includes(a)) place(a, new Set());
  }
  return as.map((_, a) => takenBy.indexOf(a));
}

/** Counts of one figure. */
export interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

export const noCounts = (): Counts => ({ right: 0, predicted: 0, gold: 0 });

export const precision = (c: Counts) => (c.predicted === 0 ? 0 : (100 * c.right) / c.predicted);
export const recall = (c: Counts) => (c.gold === 0 ? 0 : (100 * c.right) / c.gold);
export const f1 = (c: Counts) => (c.predicted + c.gold === 0 ? 0 : (200 * c.right) / (c.predicted + c.gold));

/**
 * Whether an interval has a day or range of the key. Of one that is open only the same is right, as every day is in some: "on or before
 * 4 February" where the key says so too.
 */
export function hasDay({ from, to }: Days, key: Days): boolean {
  if (to === null) return false;
  if (from === null) return key.from === null && key.to === to;
  return key.from === null ? from <= key.to! : from <= key.from && (key.to ?? key.from) <= to;
}

type Days = Pick<DateInterval, "from" | "to">;
