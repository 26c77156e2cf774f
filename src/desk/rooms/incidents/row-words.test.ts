import { describe, expect, test } from "vitest";
import { listing, nameOf } from "../../../../tests/made-record.js";
import { pagesOf, placeWords, shownCells, switchedKinds } from "./row-words.js";

const cell = (harm: string, best: number | null) => ({ ...listing().cells[0]!, harm, best });

test.each([
  [[], [], 0],
  [["killed"], [["killed", 3]], 0],
  [
    ["a", "b", "c"],
    [
      ["a", 3],
      ["b", 1],
      ["c", 1],
    ],
    0,
  ],
])("cells %j", (shown, cells, more) => {
  const found = shownCells((cells as [string, number][]).map(([h, n]) => cell(h, n)));
  expect([found.shown.map((c) => c.harm), found.more]).toEqual([shown, more]);
});

test("those with a figure come first, and what is left out is counted", () => {
  const found = shownCells([cell("a", null), cell("b", 1), cell("c", null), cell("d", 0), cell("e", 2)]);
  expect([found.shown.map((c) => c.harm), found.more]).toEqual([["b", "d"], 3]);
});

test.each([
  ["Ford, Southland", { place: "Ford", country: "SOU" }],
  ["Ford", { place: "Ford", country: null }],
  ["Southland", { place: "Southland", country: "SOU" }],
  ["Southland", { place: null, country: "SOU" }],
  [null, { place: null, country: null }],
])("at %s", (words, at) => expect(placeWords(at, nameOf)).toBe(words));

describe("kinds", () => {
  test.each([
    [undefined, "diplomacy", ["violence", "coercion", "diplomacy"]],
    [undefined, "coercion", ["violence"]],
    [["violence"], "coercion", undefined],
    [["coercion"], "violence", undefined],
    [["violence"], "violence", undefined],
    [["diplomacy", "violence"], "diplomacy", ["violence"]],
  ])("%j, %s switched: %j", (now, kind, next) => expect(switchedKinds(now, kind)).toEqual(next));
});

test.each([
  [[0], 0, 0],
  [[0], 5, 99],
  [[0, 1], 95, 104],
  [[999], 99_900, 99_950],
  [[2, 3, 4], 250, 401],
])("pages %j hold rows %i to %i", (pages, first, last) => expect(pagesOf(first, last, 100)).toEqual(pages));
