import { describe, expect, test } from "vitest";
import { readTollSources } from "../data/load-tolls.js";
import { compileTollWords } from "./toll-words.js";

describe("lexicons/tolls/words.yaml", () => {
  const { words } = readTollSources();

  test("gives the words of a class", () => {
    expect(compileTollWords(words).numbers).toEqual(new Set(["count", "number", "tally", "total"]));
  });

  test("has no class that nobody reads", () => {
    expect(() => compileTollWords({ ...words, unread: ["dead"] })).toThrow(
      "lexicons/tolls/words.yaml: unread: is no class of words.",
    );
  });

  test("has every class that is read", () => {
    const { found, ...others } = words;
    expect(found).toContain("unearthed");
    expect(() => compileTollWords(others)).toThrow("lexicons/tolls/words.yaml: found: is absent.");
  });
});
