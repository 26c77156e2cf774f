import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layCards, placeInStack, stackCards } from "./margin-layout.js";

const cards = (list: readonly (readonly [number, number])[]) =>
  list.map(([top, height]) => ({ top, height }));

describe("cards beside their words", () => {
  test.each<[string, (readonly [number, number])[], number, number[]]>([
    ["none", [], -1, []],
    [
      "room for all",
      [
        [0, 20],
        [50, 20],
        [100, 20],
      ],
      -1,
      [0, 50, 100],
    ],
    [
      "pushed down",
      [
        [0, 40],
        [10, 40],
        [20, 40],
      ],
      -1,
      [0, 50, 100],
    ],
    [
      "and back at their words",
      [
        [0, 40],
        [10, 40],
        [300, 40],
      ],
      -1,
      [0, 50, 300],
    ],
    [
      "the last is held: those before it move up",
      [
        [60, 40],
        [70, 40],
        [150, 40],
      ],
      2,
      [50, 100, 150],
    ],
    [
      "held where there is no room above",
      [
        [0, 40],
        [0, 40],
        [10, 40],
      ],
      2,
      [0, 50, 100],
    ],
    [
      "those after it are pushed down",
      [
        [0, 40],
        [10, 40],
        [12, 40],
      ],
      1,
      [0, 50, 100],
    ],
    [
      "only so far up as they must",
      [
        [0, 40],
        [200, 40],
        [220, 40],
      ],
      2,
      [0, 170, 220],
    ],
  ])("%s", (_, list, held, tops) => {
    expect(layCards(cards(list), 10, held)).toEqual(tops);
  });

  test("none lies over another, none above the column, and the held one at its words where all before it fit", () => {
    const one = fc.record({ top: fc.nat({ max: 2000 }), height: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), fc.integer({ min: -1, max: 29 }), (list, held) => {
        const sorted = list.sort((a, b) => a.top - b.top);
        const tops = layCards(sorted, 8, held < list.length ? held : -1);
        const above = sorted.slice(0, Math.max(held, 0)).reduce((sum, c) => sum + c.height + 8, 0);
        return (
          tops.every((t, k) => t >= (k === 0 ? 0 : tops[k - 1]! + sorted[k - 1]!.height + 8)) &&
          (held < 0 || held >= list.length || tops[held] === Math.max(sorted[held]!.top, above))
        );
      }),
    );
  });
});

describe("where a reader of the text is in a stack of cards", () => {
  const words = [100, 120, 300];
  const tops = stackCards(
    cards([
      [0, 40],
      [0, 40],
      [0, 40],
    ]),
    10,
  );
  test.each([
    [100, 0],
    [110, 25],
    [120, 50],
    [210, 75],
    [300, 100],
    // before the first words, and past the last
    [40, -60],
    [330, 130],
  ])("line %s: %s", (line, place) => {
    expect(placeInStack(line, words, tops)).toBe(place);
  });
  test("words on one line", () => {
    expect(placeInStack(50, [50, 50, 50], tops)).toBe(0);
    expect(placeInStack(51, [50, 50, 60], tops)).toBe(55);
  });
  test("an empty one", () => {
    expect(placeInStack(50, [], [])).toBe(0);
  });
});
