import { describe, expect, test } from "vitest";
import {
  bCubed,
  bestAssignment,
  type Clustering,
  ceafE,
  conllF1,
  muc,
  pairwise,
} from "../bench/linking/metrics.js";

/* Scores of clusterings, worked out by hand. "ab c" is a and b in one cluster, c alone. */

const clusters = (text: string): Clustering =>
  new Map(text.split(" ").flatMap((cluster) => [...cluster].map((m): [string, string] => [m, cluster])));

/** Precision and recall as fractions. */
const CASES: readonly {
  readonly name: string;
  readonly gold: string;
  readonly predicted: string;
  readonly muc: readonly [number, number];
  readonly bCubed: readonly [number, number];
  readonly ceafE: readonly [number, number];
  readonly pairs: readonly [number, number];
}[] = [
  {
    name: "the same clusters",
    gold: "abc de f",
    predicted: "f ed cab",
    muc: [1, 1],
    bCubed: [1, 1],
    ceafE: [1, 1],
    pairs: [1, 1],
  },
  {
    name: "everything alone",
    gold: "abc de f",
    predicted: "a b c d e f",
    muc: [0, 0],
    // recall: 3 of 1/3, 2 of 1/2, 1 of 1
    bCubed: [1, 3 / 6],
    // likeness 2/4, 2/3 and 1 = 13/6
    ceafE: [13 / 6 / 6, 13 / 6 / 3],
    pairs: [0, 0],
  },
  {
    name: "everything in one",
    gold: "abc de f",
    predicted: "abcdef",
    // 6 mentions in 3 pieces: 3 of 5 links are right
    muc: [3 / 5, 1],
    bCubed: [14 / 36, 1],
    // the largest fits best: 2·3/9
    ceafE: [6 / 9, 6 / 9 / 3],
    pairs: [4 / 15, 1],
  },
  {
    name: "one mention too far",
    gold: "abc def",
    predicted: "ab cdef",
    muc: [3 / 4, 3 / 4],
    bCubed: [(1 + 1 + 1 / 4 + 9 / 4) / 6, (4 / 3 + 1 / 3 + 3) / 6],
    // ab with abc 4/5, cdef with def 6/7
    ceafE: [(4 / 5 + 6 / 7) / 2, (4 / 5 + 6 / 7) / 2],
    pairs: [4 / 7, 4 / 6],
  },
  {
    // Vilain et al.'s table as Bagga and Baldwin give it: two of three clusters of five, two and five joined
    name: "two large clusters joined",
    gold: "abcde fg hijkl",
    predicted: "abcde fghijkl",
    muc: [9 / 10, 1],
    bCubed: [(5 + 4 / 7 + 25 / 7) / 12, 1],
    ceafE: [(1 + 10 / 12) / 2, (1 + 10 / 12) / 3],
    pairs: [21 / 31, 1],
  },
  {
    name: "gold without any link",
    gold: "a b c",
    predicted: "ab c",
    muc: [0, 0],
    bCubed: [2 / 3, 1],
    ceafE: [(2 / 3 + 1) / 2, (2 / 3 + 1) / 3],
    pairs: [0, 0],
  },
];

describe.each(CASES)("$name", (c) => {
  const [gold, predicted] = [clusters(c.gold), clusters(c.predicted)];
  test.each([
    ["MUC", muc, c.muc],
    ["B-cubed", bCubed, c.bCubed],
    ["CEAF-e", ceafE, c.ceafE],
    ["pairs", pairwise, c.pairs],
  ] as const)("%s", (_, metric, [precision, recall]) => {
    const is = metric(gold, predicted);
    expect(is.precision).toBeCloseTo(precision, 10);
    expect(is.recall).toBeCloseTo(recall, 10);
    // turned round, precision is recall
    const turned = metric(predicted, gold);
    expect(turned.precision).toBeCloseTo(recall, 10);
    expect(turned.recall).toBeCloseTo(precision, 10);
  });
});

test("CoNLL F1 is the mean of three", () => {
  expect(conllF1(clusters("abc de f"), clusters("abcdef"))).toBeCloseTo((0.75 + 0.56 + 1 / 3) / 3, 10);
});

test("an assignment that a greedy choice misses", () => {
  expect(
    bestAssignment([
      [0.9, 0.8],
      [0.8, 0.1],
    ]),
  ).toBeCloseTo(1.6, 10);
  expect(bestAssignment([[0.2], [0.7], [0.5]])).toBeCloseTo(0.7, 10);
  expect(bestAssignment([])).toBe(0);
});

test("is as good as trying every assignment", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const best = (rows: readonly (readonly number[])[], free: readonly number[]): number =>
    rows.length === 0
      ? 0
      : Math.max(
          best(rows.slice(1), free),
          ...free.map(
            (k) =>
              rows[0]![k]! +
              best(
                rows.slice(1),
                free.filter((x) => x !== k),
              ),
          ),
        );
  for (let n = 0; n < 40; n++) {
    const wide = 1 + (n % 5);
    const weights = Array.from({ length: 1 + (n % 4) }, () =>
      Array.from({ length: wide }, () => (random() < 0.4 ? 0 : random())),
    );
    expect(bestAssignment(weights)).toBeCloseTo(best(weights, [...Array(wide).keys()]), 10);
  }
});

test("clusterings over different mentions are refused", () => {
  expect(() => bCubed(clusters("ab"), clusters("ac"))).toThrow("not over the same mentions");
});
