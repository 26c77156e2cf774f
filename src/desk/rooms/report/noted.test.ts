import { describe, expect, test } from "vitest";
import { noted } from "./noted.js";

const TEXT = "Five were killed. Six fled.";
const shown = (from: number, to: number, notes: [number, number][]) =>
  noted(
    TEXT,
    [{ start: from, end: to }],
    notes.map(([number, end]) => ({ number, end })),
  )
    .map((p) => ("words" in p ? p.words : `[${p.notes.join(",")}]`))
    .join("");

describe("a paragraph with its notes", () => {
  test.each<[string, number, number, [number, number][]]>([
    ["Five were killed. Six fled.", 0, 27, []],
    [
      "Five were killed[1]. Six fled[2].",
      0,
      27,
      [
        [1, 16],
        [2, 26],
      ],
    ],
    [
      "Five were killed[1,3]. Six fled[2].",
      0,
      27,
      [
        [1, 16],
        [2, 26],
        [3, 16],
      ],
    ],
    // notes of other paragraphs
    [
      "Six fled.[2]",
      18,
      27,
      [
        [1, 16],
        [2, 27],
      ],
    ],
    ["Five were killed.[1]", 0, 17, [[1, 17]]],
  ])("%s", (words, from, to, notes) => {
    expect(shown(from, to, notes)).toBe(words);
  });
});
