import { describe, expect, test } from "vitest";
import { askedFor, indexNames, partiesLike, placesLike } from "./query-words.js";

const known = indexNames({
  asOf: "2026-01-10",
  parties: [
    { code: "AFG", name: "Afghanistan", aliases: ["Afghan", "Taliban"], incidents: 9 },
    { code: "PAK", name: "Pakistan", aliases: ["Pakistani"], incidents: 8 },
    { code: "USA", name: "United States", aliases: ["US", "American"], incidents: 3 },
    { code: "UN", name: "UN", aliases: ["United Nations"], incidents: 4 },
    { code: "RSF", name: "RSF", aliases: ["Rapid Support Forces"], incidents: 2 },
  ],
  places: [
    { name: "Kandahar", country: "AFG", incidents: 3 },
    { name: "Khan Younis", country: "PSE", incidents: 5 },
    { name: "Dera Ismail Khan", country: "PAK", incidents: 2 },
    { name: "Deir al-Balah", country: "PSE", incidents: 1 },
    { name: "Rapid", country: null, incidents: 1 },
  ],
});

const nothing = { parties: [], places: [], from: null, to: null, rest: [] };

describe("what a search asks for", () => {
  test.each([
    ["", nothing],
    ["-- !", nothing],
    [
      "Afghanistan Pakistan October 2025",
      { ...nothing, parties: ["AFG", "PAK"], from: "2025-10-01", to: "2025-10-31" },
    ],
    ["afghan and paki", { ...nothing, parties: ["AFG", "PAK"] }],
    ["between the US and the UN", { ...nothing, parties: ["USA", "UN"] }],
    ["united nations", { ...nothing, parties: ["UN"] }],
    ["rapid support forces", { ...nothing, parties: ["RSF"] }],
    ["rapid", { ...nothing, places: ["Rapid"] }],
    ["rapid sup", { ...nothing, parties: ["RSF"] }],
    ["kandahar 2025-10-11", { ...nothing, places: ["Kandahar"], from: "2025-10-11", to: "2025-10-11" }],
    ["kandahar 2025-02-30", { ...nothing, places: ["Kandahar"], rest: ["2025", "02", "30"] }],
    ["oct 2025 kand", { ...nothing, places: ["Kandahar"], from: "2025-10-01", to: "2025-10-31" }],
    ["2025-10 Kandahar", { ...nothing, places: ["Kandahar"], from: "2025-10-01", to: "2025-10-31" }],
    ["10/2025", { ...nothing, from: "2025-10-01", to: "2025-10-31" }],
    ["Kandahar 2025", { ...nothing, places: ["Kandahar"], from: "2025-01-01", to: "2025-12-31" }],
    ["last week in Kandahar", { ...nothing, places: ["Kandahar"], from: "2025-12-29", to: "2026-01-04" }],
    ["deir al b", { ...nothing, places: ["Deir al-Balah"] }],
    ["strikes may hit Kandahar", { ...nothing, places: ["Kandahar"], rest: ["strikes", "may", "hit"] }],
    ["ka", { ...nothing, rest: ["ka"] }],
  ])("%j", (words, wanted) => {
    expect(askedFor(words, known)).toEqual(wanted);
  });
});

describe("names like the words", () => {
  test.each([
    ["afg", ["AFG"]],
    ["tali", ["AFG"]],
    ["unit", ["USA", "UN"]],
    ["un", ["UN", "USA"]],
    ["forces support", ["RSF"]],
    ["xyz", []],
    ["  ", []],
  ])("parties: %j", (words, codes) => {
    expect(partiesLike(words, known, 5).map((p) => p.code)).toEqual(codes);
  });

  test.each([
    ["khan", ["Khan Younis", "Dera Ismail Khan"]],
    ["Deir al Balah", ["Deir al-Balah"]],
    ["k", ["Khan Younis", "Kandahar", "Dera Ismail Khan"]],
  ])("places: %j", (words, names) => {
    expect(placesLike(words, known, 5).map((p) => p.name)).toEqual(names);
  });
});
