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
  const fits = predicted.map((p) => goldPlain.map((g) => p.every((x) => g.has(plain(x)))));
  const takenBy = gold.map(() => -1);
  const place = (p: number, seen: Set<number>): boolean => {
    for (let g = 0; g < gold.length; g++) {
      if (!fits[p]![g] || seen.has(g)) continue;
      seen.add(g);
      if (takenBy[g]! < 0 || place(takenBy[g]!, seen)) {
        takenBy[g] = p;
        return true;
      }
    }
    return false;
  };
  predicted.forEach((_, p) => {
    place(p, new Set());
  });
  const out = predicted.map(() => -1);
  takenBy.forEach((p, g) => {
    if (p >= 0) out[p] = g;
  });
  return out;
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
