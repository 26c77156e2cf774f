import { expect, test } from "vitest";
import { listing } from "../../../../tests/made-record.js";
import { incidentSentence, tollLines, whereWords } from "./incident-words.js";

const nameOf = (code: string) => ({ NOR: "North", SOU: "South" })[code] ?? code;
const killed = (best: number | null, harm = "killed") => ({
  harm,
  party: "SOU",
  kind: "civilian",
  verdict: "contested" as const,
  low: best,
  best,
  high: best,
  open: false,
});

test.each([
  ["Ford", "SOU", "Ford, South"],
  ["South", "SOU", "South"],
  [null, "SOU", "South"],
  ["Ford", null, "Ford"],
  [null, null, null],
])("%s in %s", (place, country, words) => expect(whereWords({ place, country }, nameOf)).toBe(words));

test("the killed first, the most of them before others; no figure, no line", () => {
  const cells = [killed(90, "wounded"), killed(3), killed(null), killed(7)];
  expect(tollLines({ cells }, nameOf).map((t) => [t.words, t.figure])).toEqual([
    ["civilians of South killed", "7"],
    ["civilians of South killed", "3"],
    ["civilians of South wounded", "90"],
  ]);
});

test("a mark in words", () => {
  expect(incidentSentence(listing({ cells: [killed(7)] }), nameOf)).toBe(
    "5 Nov 2025, Ford, South. North, South: attacks (aerial). civilians of South killed: 7. contested. 3 reports of 2 origins",
  );
});
