import { expect, test } from "vitest";
import { partyColours, preferredColour } from "./party-colour.js";

test("a code has one colour on every machine", () => {
  expect(["AFG", "PAK", "RUS", "UKR"].map(preferredColour)).toEqual(
    ["AFG", "PAK", "RUS", "UKR"].map(preferredColour),
  );
});

test("no two of eight parties share a colour, in whatever order they are named", () => {
  const codes = ["AFG", "PAK", "TTP", "UN", "QAT", "TUR", "SAU", "USA"];
  const colours = partyColours(codes);
  expect(new Set(colours.values()).size).toBe(8);
  expect(partyColours([...codes].reverse())).toEqual(colours);
});

test("beyond eight, colours are shared and everybody has one", () => {
  const codes = Array.from({ length: 30 }, (_, k) => `P${k}`);
  expect([...partyColours(codes).values()].every((c) => c >= 0 && c < 8)).toBe(true);
});
