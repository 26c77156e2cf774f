import { expect, test } from "vitest";
import { nextOffset, unique } from "./log-rows.js";

test.each<[number, number, number, number | undefined]>([
  [0, 100, 250, 100],
  [200, 50, 250, undefined],
  [0, 0, 0, undefined],
  // it shrank while it was read
  [100, 0, 250, undefined],
])("after %i with %i of %i", (offset, n, total, next) => {
  expect(nextOffset({ offset, total, rulings: Array.from({ length: n }) })).toBe(next);
});

test("a row that moved to the next page is not shown twice", () => {
  expect(unique([{ id: "u1" }, { id: "u2" }, { id: "u1" }])).toEqual([{ id: "u1" }, { id: "u2" }]);
});
