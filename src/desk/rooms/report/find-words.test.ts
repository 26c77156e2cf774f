import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { around, findWords } from "./find-words.js";

const TEXT =
  "At least five soldiers were killed, “an official” said.\nFive soldiers were wounded; two were killed later (one by shells).";

describe("words in a text", () => {
  test.each<[string, string[], boolean]>([
    ["were killed", ["were killed", "were killed"], false],
    ["said. Five", ["said.\nFive"], false],
    ["  two were   killed ", ["two were killed"], false],
    ["(one by shells).", ["(one by shells)."], false],
    ["five soldiers", ["five soldiers"], false],
    // not to the letter
    ['"an official"', ["“an official”"], true],
    ["AT LEAST FIVE", ["At least five"], true],
    ["six soldiers", [], true],
    ["", [], false],
    ["   ", [], false],
    ["a+b[", [], true],
  ])("%j", (words, found, alike) => {
    const result = findWords(TEXT, words);
    expect(result.spans.map((s) => TEXT.slice(s.start, s.end))).toEqual(found);
    expect(result.alike).toBe(alike);
  });

  test("any stretch of a text is found in it, to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const words = text.slice(start, end + 1);
        if (words.trim() === "" || /[\ud800-\udfff]/.test(words)) return true;
        const { spans, alike } = findWords(text, words);
        return !alike && spans.length > 0;
      }),
    );
  });

  test("with what stands around them", () => {
    const [first] = findWords(TEXT, "soldiers were wounded").spans;
    expect(around(TEXT, first!, 20)).toEqual({
      before: "… said. Five ",
      after: "; two were killed …",
    });
    expect(around("one two three", { start: 4, end: 7 })).toEqual({ before: "one ", after: " three" });
  });
});
