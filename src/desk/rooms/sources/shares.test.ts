import { describe, expect, test } from "vitest";
import { firstOf, outOf, partsOf, percent } from "./shares.js";

describe("parts of a bar", () => {
  test("fill it, in order, without those of nothing", () => {
    expect(
      partsOf([
        ["alone", 3],
        ["corroborated", 0],
        ["contested", 1],
      ]),
    ).toEqual([
      { of: "alone", count: 3, share: 0.75, from: 0 },
      { of: "contested", count: 1, share: 0.25, from: 0.75 },
    ]);
  });
  test("of nothing there are none", () => {
    expect(partsOf([["alone", 0]])).toEqual([]);
  });
});

test.each<[number, number, string]>([
  [0, 0, ""],
  [0, 9, "0%"],
  [1, 4, "25%"],
  [1, 900, "under 1%"],
  [899, 900, "over 99%"],
  [9, 9, "100%"],
])("%i of %i as a percentage", (n, whole, words) => {
  expect(percent(n, whole)).toBe(words);
});

test("how much of how much", () => {
  expect(outOf(1200, 4800)).toBe("1,200 of 4,800 (25%)");
  expect(outOf(0, 0)).toBe("none");
});

describe("the first of a list", () => {
  const list = (n: number) => Array.from({ length: n }, (_, k) => ({ claims: n - k }));
  test.each<[number, number, number, number]>([
    [2, 2, 0, 0],
    [4, 4, 0, 0],
    [5, 3, 2, 3],
    [0, 0, 0, 0],
  ])("of %i", (n, first, others, othersClaims) => {
    const found = firstOf(list(n), 3);
    expect([found.first.length, found.others, found.othersClaims]).toEqual([first, others, othersClaims]);
  });
});
