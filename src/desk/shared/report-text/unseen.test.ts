import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unseenCounts, unseenIn } from "./unseen.js";

describe("characters that are not seen", () => {
  test.each<[string, [number, number, string][]]>([
    ["Twelve soldiers were killed.", []],
    ["line\nand\ttab", []],
    ["name\u202egnp.exe", [[4, 5, "\u202e"]]],
    ["zero\u200bwidth", [[4, 5, "\u200b"]]],
    ["\u200b\u200b\u200bthree", [[0, 3, "\u200b"]]],
    [
      "a\u2066b\u2069",
      [
        [1, 2, "\u2066"],
        [3, 4, "\u2069"],
      ],
    ],
    ["bell\u0007", [[4, 5, "\u0007"]]],
    ["soft\u00adhyphen", [[4, 5, "\u00ad"]]],
    ["tag \u{e0041}", [[4, 6, "\u{e0041}"]]],
    ["joined k\u200dill", [[8, 9, "\u200d"]]],
    // these need them
    ["👩\u200d🚒", []],
    ["👩🏽\u200d🚒", []],
    ["می\u200cخواهم", []],
    ["क्\u200dष", []],
  ])("%j", (text, spans) => {
    expect(unseenIn(text).map((u) => [u.start, u.end, u.character])).toEqual(spans);
  });

  test("are counted by name, most first", () => {
    expect(unseenCounts(unseenIn("\u200ba\u200b\u200b\u202e\u{e0041}"))).toEqual([
      { name: "U+200B, zero-width space", count: 3 },
      { name: "U+202E, right-to-left override", count: 1 },
      { name: "U+E0041", count: 1 },
    ]);
  });

  test("lie in order, inside the text, and hold nothing else", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "\u200b", "\u202e", "\u{e0041}", "😀", "\u200d") }),
        (text) => {
          let at = 0;
          for (const u of unseenIn(text)) {
            if (u.start < at || u.end > text.length) return false;
            if (text.slice(u.start, u.end).replaceAll(u.character, "") !== "") return false;
            at = u.end;
          }
          return true;
        },
      ),
    );
  });
});
