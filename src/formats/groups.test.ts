import { describe, expect, test } from "vitest";
import type { Toll } from "../coding/claim.js";
import type { PartyRef } from "../coding/party.js";
import { groupTolls } from "./groups.js";

const party = (code: string): PartyRef => ({
  code,
  country: code,
  sector: null,
  words: code,
  span: { start: 0, end: 1 },
});

function toll(
  id: number,
  over: Partial<Toll> & { low?: number | null; high?: number | null; source?: string },
): Toll {
  const { low = 5, high = 5, source, ...rest } = over;
  return {
    id,
    start: 0,
    end: 1,
    harm: "killed",
    of: { party: party("COD"), kind: "military", words: "soldiers" },
    count: { low, high, hedge: "exact", words: "five" },
    perpetrator: null,
    sources: source ? [party(source)] : [],
    attributions: [],
    speaker: null,
    stance: "asserts",
    certainty: "stated",
    partOf: null,
    date: { from: "2025-01-05", to: "2025-01-05", basis: "stated" },
    place: null,
    rule: "toll",
    by: "tree",
    ...rest,
  };
}

const place = (name: string) => ({
  name,
  country: "COD",
  latitude: null,
  longitude: null,
  precision: "exact" as const,
  start: 0,
  end: 1,
});

describe("tolls side by side", () => {
  test.each([
    [
      "two sources with different figures",
      [toll(0, { source: "COD" }), toll(1, { source: "M23", low: 58, high: 58 })],
      true,
    ],
    ["two sources with the same figure", [toll(0, { source: "COD" }), toll(1, { source: "M23" })], false],
    [
      "at least five and seven",
      [toll(0, { source: "COD", high: null }), toll(1, { source: "M23", low: 7, high: 7 })],
      false,
    ],
    [
      "one source that gives two figures",
      [toll(0, { source: "COD" }), toll(1, { source: "COD", low: 9, high: 9 })],
      false,
    ],
    [
      "a figure and its denial",
      [toll(0, { source: "M23" }), toll(1, { source: "COD", stance: "denies", low: null, high: null })],
      true,
    ],
    [
      "different towns",
      [
        toll(0, { source: "COD", place: place("Goma") }),
        toll(1, { source: "M23", low: 2, high: 2, place: place("Sake") }),
      ],
      false,
    ],
    [
      "the dead of a quarter and of a day",
      [
        toll(0, {
          source: "COD",
          low: 387,
          high: 387,
          date: { from: "2025-01-01", to: "2025-03-31", basis: "stated" },
        }),
        toll(1, { source: "M23" }),
      ],
      false,
    ],
    [
      "figures of no named place far apart",
      [toll(0, { source: "COD" }), toll(1, { source: "M23", low: 2, high: 2, start: 5000, end: 5010 })],
      false,
    ],
    [
      "a part and its total",
      [toll(0, { source: "COD", low: 10, high: 10 }), toll(1, { source: "M23", low: 2, high: 2, partOf: 0 })],
      false,
    ],
  ] as const)("%s", (_, tolls, contested) => {
    expect(groupTolls(tolls)[0]!.contested).toBe(contested);
  });

  test("parts stand with their total whatever their own victims are", () => {
    const groups = groupTolls([
      toll(0, { low: 10, high: 10 }),
      toll(1, { partOf: 0, of: { party: party("RWA"), kind: "unknown", words: "x" } }),
    ]);
    expect(groups).toHaveLength(1);
  });
});
