import { expect, test } from "vitest";
import { partyColours, preferredColour } from "./party-colour.js";

test("a code has one colour on every machine", () => {
  expect(["AFG", "PAK", "RUS", "UKR"].map(preferredColour)).toEqual(
    ["AFG", "PAK", "RUS", "UKR"].map(preferredColour),
  );
});

test.each([
  ["AFG", "PAK"],
  ["RSF", "SDN"],
  ["RUS", "UKR"],
  ["HAMAS", "ISR"],
  ["KHM", "THA"],
  ["COD", "M23"],
  ["COD", "RWA"],
])("%s and %s prefer different colours", (a, b) => {
  expect(preferredColour(a)).not.toBe(preferredColour(b));
});

test("no two of eight parties share a colour, in whatever order they are named", () => {
  const codes = ["AFG", "PAK", "TTP", "UN", "QAT", "TUR", "SAU", "USA"];
  const colours = partyColours(codes);
  expect(new Set(colours.values()).size).toBe(8);
  expect(partyColours([...codes].reverse())).toEqual(colours);
});

test("a party keeps its colour in every view, but where another prefers the same", () => {
  const codes = ["AFG", "PAK", "RSF", "SDN", "THA", "KHM", "COD", "M23", "RUS", "UKR", "ISR", "PSE"];
  const all = partyColours(codes);
  for (const code of codes) {
    const rivals = codes.filter((c) => c < code && preferredColour(c) === preferredColour(code));
    if (rivals.length === 0) expect(all.get(code), code).toBe(partyColours([code]).get(code));
  }
});

test("beyond eight, colours are shared and everybody has one", () => {
  const codes = Array.from({ length: 30 }, (_, k) => `P${k}`);
  expect([...partyColours(codes).values()].every((c) => c >= 0 && c < 8)).toBe(true);
});
