import { expect, test } from "vitest";
import { DayList, lowerBound } from "./day-list.js";

const of = (...days: number[]) => {
  const list = new DayList();
  for (const day of days) list.add(day);
  return list;
};

test.each([
  [4, 6, true],
  [6, 9, false],
  [10, 10, true],
  [11, 99, false],
  [0, 0, false],
])("whether a day lies from %d to %d", (from, to, expected) =>
  expect(of(10, 5, 5, 1).has(from, to)).toBe(expected),
);

test.each([
  [5, 0],
  [7, 2],
  [8, 2],
  [0, 1],
  [99, 89],
])("how far day %d is from the nearest", (day, away) => expect(of(10, 5, 1).distance(day)).toBe(away));

test("nothing is near where there is nothing", () => {
  expect(of().distance(3)).toBe(Number.POSITIVE_INFINITY);
  expect(of().has(0, 9)).toBe(false);
});

test("the first entry for which a test holds", () => {
  expect([0, 1, 5, 9].map((n) => lowerBound([1, 1, 4, 8], (x) => x >= n))).toEqual([0, 0, 3, 4]);
});
