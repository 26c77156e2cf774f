import { describe, expect, test } from "vitest";
import { figureLabel } from "../formats/record-labels.js";
import { applyRulings, type ClaimChange } from "./rulings.js";
import type { TollFact } from "./telling.js";

const HASH = "a".repeat(32);
const TEXT = "At least five soldiers were killed.";
const TOLL: TollFact = {
  id: `${HASH}/t0`,
  quote: TEXT,
  start: 0,
  end: TEXT.length,
  sources: ["officials"],
  speaker: null,
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  harm: "killed",
  party: "PAK",
  kind: "military",
  words: "soldiers",
  inferredSide: false,
  low: 5,
  high: null,
  hedge: "at-least",
  figure: "At least five",
  perpetrator: null,
  partOf: null,
  date: { from: null, to: null, basis: "unknown" },
  place: null,
};

function corrected(change: ClaimChange): TollFact {
  const facts = { events: [], tolls: [TOLL], initiators: [], sequences: [] };
  const ruled = applyRulings({ facts, diplomacy: [], hash: HASH, text: TEXT }, [
    {
      id: "u000000000001",
      at: "2026-03-01T00:00:00.000Z",
      who: "a",
      why: "",
      body: { kind: "correct", claim: TOLL.id, start: 0, end: TEXT.length, change },
    },
  ]);
  return ruled.facts.tolls[0]!;
}

describe("a figure as a person corrected it", () => {
  test.each<[string, ClaimChange]>([
    ["at least 5", { kind: "police" }],
    ["5", { high: 5 }],
    ["at least 6", { low: 6 }],
    ["6", { low: 6, high: 6 }],
    ["6–8", { low: 6, high: 8 }],
    ["up to 8", { low: null, high: 8 }],
    ["“At least five”", { low: null }],
  ])("%s", (label, change) => {
    const t = corrected(change);
    expect(figureLabel({ low: t.low, high: t.high, hedge: t.hedge, words: t.figure, more: false })).toBe(
      label,
    );
  });
});
