/** Which cluster each mention is in. Two clusterings are compared over the same mentions. */
export type Clustering = ReadonlyMap<string, string>;

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of counts; 0 where there is nothing to count, as the reference scorer has it. */
export function scoreOf(right: number, found: number, due: number, rightOfDue = right): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = due === 0 ? 0 : rightOfDue / due;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** B-cubed: for each mention, how much of its cluster belongs there, and how much of its gold cluster is there. */
export function bCubed(gold: Clustering, predicted: Clustering): Score {
  const table = overlaps(gold, predicted);
  let right = 0;
  let rightOfDue = 0;
  for (const { shared, of, by } of table.cells) {
    right += shared ** 2 / table.predicted.get(by)!;
    rightOfDue += shared ** 2 / table.gold.get(of)!;
  }
  return scoreOf(right, gold.size, gold.size, rightOfDue);
}

/** MUC: links that hold the clusters together. Singletons count for nothing: without any link all is 0. */
export function muc(gold: Clustering, predicted: Clustering): Score {
  const { cells, gold: golds, predicted: guesses } = overlaps(gold, predicted);
  const mentions = gold.size;
  // a cluster of n mentions that the other side cuts into p pieces keeps n - p of its n - 1 links
  const kept = mentions - cells.length;
  return scoreOf(kept, mentions - guesses.size, mentions - golds.size);
}

/** CEAF with phi4: clusters matched one to one so that the sum of their likeness (Dice) is greatest. */
export function ceafE(gold: Clustering, predicted: Clustering): Score {
  const { cells, gold: golds, predicted: guesses } = overlaps(gold, predicted);
  let sum = 0;
  for (const part of connected(cells)) {
    const rows = [...new Set(part.map((c) => c.of))];
    const columns = [...new Set(part.map((c) => c.by))];
    const likeness = rows.map(() => columns.map(() => 0));
    for (const { of, by, shared } of part)
      likeness[rows.indexOf(of)]![columns.indexOf(by)] = (2 * shared) / (golds.get(of)! + guesses.get(by)!);
    sum += bestAssignment(likeness);
  }
  return scoreOf(sum, guesses.size, golds.size);
}

/** The mean of the F1 of MUC, B-cubed and CEAF-e. */
export function conllF1(gold: Clustering, predicted: Clustering): number {
  return (muc(gold, predicted).f1 + bCubed(gold, predicted).f1 + ceafE(gold, predicted).f1) / 3;
}

/** Mentions in pairs that are together: precision and recall over pairs. */
export function pairwise(gold: Clustering, predicted: Clustering): Score {
  const { cells, gold: golds, predicted: guesses } = overlaps(gold, predicted);
  const pairs = (sizes: Iterable<number>) => {
    let sum = 0;
    for (const n of sizes) sum += (n * (n - 1)) / 2;
    return sum;
  };
  return scoreOf(pairs(cells.map((c) => c.shared)), pairs(guesses.values()), pairs(golds.values()));
}

/** One gold cluster and one predicted cluster with mentions in common. */
interface Cell {
  readonly of: string;
  readonly by: string;
  readonly shared: number;
}

interface Overlaps {
  readonly cells: readonly Cell[];
  /** Sizes of the clusters. */
  readonly gold: ReadonlyMap<string, number>;
  readonly predicted: ReadonlyMap<string, number>;
}

function overlaps(gold: Clustering, predicted: Clustering): Overlaps {
  if (gold.size !== predicted.size || [...gold.keys()].some((m) => !predicted.has(m)))
    throw new Error(
      "The two clusterings are not over the same mentions; give each mention a cluster in both.",
    );
  const sizes = { gold: new Map<string, number>(), predicted: new Map<string, number>() };
  const shared = new Map<string, Map<string, number>>();
  const add = (to: Map<string, number>, key: string) => void to.set(key, (to.get(key) ?? 0) + 1);
  for (const [mention, of] of gold) {
    const by = predicted.get(mention)!;
    add(sizes.gold, of);
    add(sizes.predicted, by);
    let row = shared.get(of);
    if (!row) shared.set(of, (row = new Map()));
    add(row, by);
  }
  const cells = [...shared].flatMap(([of, row]) => [...row].map(([by, n]) => ({ of, by, shared: n })));
  return { cells, ...sizes };
}

/** Cells in groups that share no cluster: each can be assigned for itself. */
function connected(cells: readonly Cell[]): Cell[][] {
  const root = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = root.get(at); up !== undefined; up = root.get(at)) at = up;
    return at;
  };
  for (const { of, by } of cells) {
    const [a, b] = [find(`gold ${of}`), find(`predicted ${by}`)];
    if (a !== b) root.set(b, a);
  }
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = find(`gold ${cell.of}`);
    const list = groups.get(key);
    if (list) list.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()];
}

/** The greatest sum of weights with each row and each column used at most once: the Hungarian algorithm, exact. */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  const high = weights.length;
  const wide = weights[0]?.length ?? 0;
  if (high > wide)
    return bestAssignment(Array.from({ length: wide }, (_, k) => weights.map((row) => row[k]!)));
  // rows and columns from 1; place 0 is the row that is being placed
  const rowPrice = new Float64Array(high + 1);
  const columnPrice = new Float64Array(wide + 1);
  const rowAt = new Int32Array(wide + 1);
  for (let row = 1; row <= high; row++) {
    rowAt[0] = row;
    let column = 0;
    const least = new Float64Array(wide + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(wide + 1);
    const used = new Uint8Array(wide + 1);
    do {
      used[column] = 1;
      const at = rowAt[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let k = 1; k <= wide; k++) {
        if (used[k]) continue;
        const cost = -weights[at - 1]![k - 1]! - rowPrice[at]! - columnPrice[k]!;
        if (cost < least[k]!) {
          least[k] = cost;
          from[k] = column;
        }
        if (least[k]! < step) {
          step = least[k]!;
          next = k;
        }
      }
      for (let k = 0; k <= wide; k++) {
        if (used[k]) {
          rowPrice[rowAt[k]!]! += step;
          columnPrice[k]! -= step;
        } else least[k]! -= step;
      }
      column = next;
    } while (rowAt[column] !== 0);
    for (; column !== 0; column = from[column]!) rowAt[column] = rowAt[from[column]!]!;
  }
  let sum = 0;
  for (let k = 1; k <= wide; k++) if (rowAt[k] !== 0) sum += weights[rowAt[k]! - 1]![k - 1]!;
  return sum;
}
