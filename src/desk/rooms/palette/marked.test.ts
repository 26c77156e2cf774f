import { describe, expect, test } from "vitest";
import { type Piece, piecesOfExcerpt, piecesOfName } from "./marked.js";

/** [found] in brackets. */
const shown = (pieces: readonly Piece[]) => pieces.map((p) => (p.isFound ? `[${p.text}]` : p.text)).join("");

describe("excerpts", () => {
  test.each([
    ["", ""],
    ["no mark", "no mark"],
    ["the «ceasefire» in «Doha»", "the [ceasefire] in [Doha]"],
    ["«killed» «soldiers»", "[killed] [soldiers]"],
    ["a » b « c", "a » b « c"],
    ["he said « oui", "he said « oui"],
    ["« «killed» »", "« [killed] »"],
    ["«» empty", " empty"],
    ["<b>«x»</b>", "<b>[x]</b>"],
  ])("%j", (excerpt, wanted) => {
    expect(shown(piecesOfExcerpt(excerpt))).toBe(wanted);
  });
});

describe("names", () => {
  test.each([
    ["Afghanistan", "afg", "[Afg]hanistan"],
    ["Dera Ismail Khan", "khan", "Dera Ismail [Khan]"],
    ["Deir al-Balah", "al b", "Deir [al]-[B]alah"],
    ["Sana'a", "sanaa", "[Sana'a]"],
    ["Kahramanmaraş", "kahramanmaras", "[Kahramanmaraş]"],
    ["Pakistan", "stan", "Pakistan"],
    ["Pakistan", "", "Pakistan"],
    ["Pakistan", "pak pakis", "[Pakis]tan"],
  ])("%s for %j", (name, words, wanted) => {
    expect(shown(piecesOfName(name, words))).toBe(wanted);
  });
});
