import { expect, test } from "vitest";
import { partsOf } from "./parts.js";

const spans = (...ends: number[]) => ends.map((end, k) => ({ start: ends[k - 1] ?? 0, end }));

test("parts end with a paragraph", () => {
  expect(partsOf(spans(40, 80, 120, 130), [], 100)).toEqual([
    spans(40, 80),
    [
      { start: 80, end: 120 },
      { start: 120, end: 130 },
    ],
  ]);
});

test("a long paragraph is parted behind a sentence", () => {
  expect(partsOf(spans(250), spans(60, 130, 250), 150)).toEqual([
    [{ start: 0, end: 130 }],
    [{ start: 130, end: 250 }],
  ]);
});

test("a paragraph without sentences is cut", () => {
  expect(partsOf(spans(250), [], 100).flat()).toEqual([
    { start: 0, end: 100 },
    { start: 100, end: 200 },
    { start: 200, end: 250 },
  ]);
});

test("nothing has no parts", () => expect(partsOf([], [])).toEqual([]));
