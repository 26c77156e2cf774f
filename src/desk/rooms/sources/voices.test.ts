import { describe, expect, test } from "vitest";
import { addressOf, isAt, isParty, mostNamed, named, type Outlet, outletKey } from "./voices.js";

test.each<[string | null, boolean]>([
  ["PAK", true],
  ["officials", false],
  ["medics", false],
  [null, false],
])("whether %j takes part in incidents", (code, is) => {
  expect(isParty(code)).toBe(is);
});

test("nobody has an address, too", () => {
  expect(addressOf(null)).toBe("-");
  expect(isAt(null, "-")).toBe(true);
  expect(isAt(null, undefined)).toBe(false);
  expect(isAt("PAK", "PAK")).toBe(true);
});

test("the parties that most claims name", () => {
  const tally = (code: string | null, claims: number) => ({ code, claims });
  const tallies = [
    [tally("AFG", 5), tally("PAK", 2), tally("officials", 20)],
    [tally("PAK", 9), tally("UN", 1), tally(null, 30)],
  ];
  expect(mostNamed(tallies, 2)).toEqual(["PAK", "AFG"]);
});

describe("an outlet under a column", () => {
  const outlet: Outlet = {
    outlet: null,
    reports: 3,
    origins: 2,
    claims: 8,
    ownVoice: 2,
    quotes: [],
    leavesOut: ["AFG"],
  };
  test.each([
    ["name", "no outlet named"],
    ["own", 0.25],
    ["leaves", 1],
    ["origins", 2],
  ] as const)("%s", (column, key) => {
    expect(outletKey(outlet, column)).toBe(key);
  });
  test("that carries no claim has no voice of its own", () => {
    expect(outletKey({ ...outlet, claims: 0, ownVoice: 0 }, "own")).toBe(0);
  });
});

test("names are found in any case", () => {
  expect(named(["Gulf Wire", "Blue Daily"], " wire ", (x) => x)).toEqual(["Gulf Wire"]);
  expect(named(["Gulf Wire"], "", (x) => x)).toEqual(["Gulf Wire"]);
});
