import { describe, expect, test } from "vitest";
import { unusedSentences } from "./marks.js";

const spans = (list: string) =>
  list
    .split(" ")
    .filter(Boolean)
    .map((s) => {
      const [start, end] = s.split("-").map(Number) as [number, number];
      return { start, end };
    });

describe("sentences in which no claim stands", () => {
  test.each<[string, string, string]>([
    ["0-10 11-20 21-30", "", "0-10 11-20 21-30"],
    ["0-10 11-20 21-30", "12-15", "0-10 21-30"],
    // one claim over two sentences
    ["0-10 11-20 21-30", "5-25", ""],
    ["0-10 11-20 21-30", "25-28 2-4", "11-20"],
    // ends where the sentence begins
    ["0-10 10-20", "5-10", "10-20"],
  ])("%s with claims at %s", (sentences, claims, unused) => {
    const standing = spans(claims).map((c) => ({ ...c, ruling: null }));
    expect(unusedSentences(spans(sentences), standing)).toEqual(spans(unused));
  });

  test("a rejected claim is none", () => {
    expect(unusedSentences(spans("0-10"), [{ start: 1, end: 5, ruling: "rejected" }])).toEqual(spans("0-10"));
  });
});
