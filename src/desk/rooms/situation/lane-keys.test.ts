import { expect, test } from "vitest";
import { laneStepTo } from "./lane-keys.js";
import { alongOrder } from "./use-steps.js";

const lanes = [
  [
    { key: "a1", x: 0 },
    { key: "a2", x: 50 },
  ],
  [],
  [
    { key: "c1", x: 10 },
    { key: "c2", x: 40 },
  ],
];

test.each([
  ["a1", "ArrowRight", "a2"],
  ["a2", "ArrowRight", "a2"],
  ["a2", "ArrowDown", "c2"],
  ["a1", "ArrowDown", "c1"],
  ["c2", "ArrowUp", "a2"],
  ["c2", "ArrowDown", "c2"],
  ["c2", "Home", "c1"],
  ["c2", "Enter", null],
  ["gone", "ArrowUp", null],
])("%s and %s: %s", (from, key, to) => expect(laneStepTo(lanes, from, key)).toBe(to));

test.each([
  ["b", "ArrowLeft", "a"],
  ["a", "ArrowUp", "a"],
  ["a", "End", "c"],
  ["c", "Home", "a"],
  ["a", "x", null],
])("in one order, %s and %s: %s", (from, key, to) => expect(alongOrder(["a", "b", "c"], from, key)).toBe(to));
