import { describe, expect, test } from "vitest";
import { OTHERS } from "./spots.js";
import { contestedWords, coverage, markName, partsWords, placeWords, spotWords } from "./words.js";

const NAMES: Record<string, string> = { PAK: "Pakistan", SDN: "Sudan" };
const nameOf = (code: string) => NAMES[code] ?? code;

test.each([
  [
    { name: "Kurram", country: "PAK", precision: "district" },
    "Kurram, Pakistan: somewhere in the district, drawn with 30 km",
  ],
  [{ name: "Heglig", country: "SDN", precision: "exact" }, "Heglig, Sudan: known exactly"],
  [
    { name: "frontier", country: null, precision: "region" },
    "frontier: somewhere in the region, drawn with 250 km",
  ],
] as const)("%j", (spot, words) => expect(spotWords(spot, nameOf)).toBe(words));

test("a country is not in itself", () => {
  expect(placeWords({ name: "Sudan", country: "SDN" }, nameOf)).toBe("Sudan");
});

test.each([
  [["El Fasher"], "El Fasher"],
  [["El Fasher", "El Fasher"], "El Fasher"],
  [["El Fasher", "Heglig"], "El Fasher and 1 place near"],
  [["El Fasher", "Heglig", "Babanusa"], "El Fasher and 2 places near"],
])("%j: %s", (names, words) => expect(markName(names.map((name) => ({ name })))).toBe(words));

test("who acted in how many", () => {
  const part = (actor: string | null, acted: number) => ({ actor, acted, share: acted, contested: 0 });
  expect(partsWords([part("PAK", 3), part(OTHERS, 1), part(null, 2)], nameOf)).toBe(
    "Pakistan in 3, others in 1, not said who in 2",
  );
});

test.each([
  [["single-source"], ""],
  [["contested"], "contested or denied"],
  [["contested", "denied", "admitted"], "2 of them contested or denied"],
] as const)("%j: %s", (verdicts, words) => {
  expect(contestedWords(verdicts.map((verdict) => ({ verdict })))).toBe(words);
});

describe("what is drawn and what is not", () => {
  test.each([
    ["all", { total: 5, shown: 5, drawn: 5, countryOnly: 0 }, "5 incidents · 5 on the map"],
    [
      "without a remainder",
      { total: 110, shown: 110, drawn: 57, countryOnly: 2 },
      "110 incidents · 57 on the map · 2 of which only the country is known · 51 without a place",
    ],
    [
      "the latest of many",
      { total: 23185, shown: 2000, drawn: 2000, countryOnly: 0 },
      "2,000 of 23,185 incidents shown, the latest first · 2,000 on the map",
    ],
  ])("%s", (_, map, words) => expect(coverage(map)).toBe(words));
});
