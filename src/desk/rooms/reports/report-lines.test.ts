import { describe, expect, test } from "vitest";
import { kinWords, titleOf, totalWords } from "./report-lines.js";

test.each([
  [
    { title: "Two killed", label: "a-1" },
    { title: "Two killed", name: "a-1" },
  ],
  [
    { title: null, label: "a-1" },
    { title: "a-1", name: null },
  ],
  [
    { title: "  ", label: "a-1" },
    { title: "a-1", name: null },
  ],
])("%j is called %j", (report, called) => {
  expect(titleOf(report)).toEqual(called);
});

describe("what else there is of a report's origin", () => {
  const copy = { label: "x", why: "copy" as const };
  const version = { label: "y", why: "revision" as const };
  test.each([
    [[], []],
    [[copy], ["1 copy"]],
    [
      [copy, version, copy],
      ["2 copies", "1 other version"],
    ],
    [[version, version], ["2 other versions"]],
  ])("%j: %j", (kin, words) => {
    expect(kinWords(kin)).toEqual(words);
  });
});

test.each([
  [0, undefined, "0 reports"],
  [1, undefined, "1 report"],
  [100_000, "ceasefire", "100,000 reports with “ceasefire”"],
])("%s, %s: %s", (total, words, line) => {
  expect(totalWords(total, words)).toBe(line);
});
