import { describe, expect, test } from "vitest";
import { asides, daysOfClaim, doneWords, itemWords, partiesOf, verbOf } from "./item-words.js";
import type { Item } from "./run.js";

const NAMES: Record<string, string> = { PAK: "Pakistan", AFG: "Afghanistan", officials: "unnamed officials" };
const names = {
  nameOf: (code: string) => NAMES[code] ?? code,
  sourceLabel: (source: string | null) =>
    source === null ? "outlets themselves" : (NAMES[source] ?? source),
};

const claim: NonNullable<Item["claim"]> = {
  id: "x",
  kind: "toll",
  start: 0,
  end: 9,
  quote: "at least five soldiers were killed",
  sources: ["officials"],
  speaker: "a security official",
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  incident: null,
  fields: { harm: "killed", party: "PAK", kind: "military", low: 5, high: null, perpetrator: null },
};
const item: Item = {
  key: "k",
  why: "contested",
  reasons: [],
  claim,
  link: null,
  report: "r",
  reportLabel: "",
  outlet: null,
  published: null,
  before: "",
  quote: "",
  after: "",
  others: [],
};

test.each<[string[], string, string]>([
  [["PAK"], "asserts", "says"],
  [["PAK"], "denies", "denies"],
  [["PAK", "AFG"], "asserts", "say"],
  [["officials"], "doubts", "doubt"],
  [[], "asserts", "say"],
])("%j and the stance %s: %s", (sources, stance, verb) => {
  expect(verbOf({ sources, stance })).toBe(verb);
});

test("what is not plain beside the stance", () => {
  expect(asides({ ...claim, kind: "event", fields: { status: "planned" }, certainty: "hedged" })).toEqual([
    "planned",
    "hedged",
  ]);
  expect(asides({ ...claim, stance: "denies" })).toEqual([]);
});

test.each<[object, string | null]>([
  [{}, null],
  [{ from: null, to: null }, null],
  [{ from: "2026-02-26", to: "2026-02-27" }, "26–27 Feb 2026"],
  [{ from: null, to: "2026-02-27" }, "up to 27 Feb 2026"],
])("the days of %j: %s", (fields, words) => {
  expect(daysOfClaim({ fields: fields as typeof claim.fields })).toBe(words);
});

describe("an item that is heard", () => {
  test("a claim", () => {
    expect(itemWords(item, names)).toBe(
      "Contested. unnamed officials say: at least 5 soldiers of Pakistan killed.",
    );
  });
  test("its stance is told", () => {
    expect(itemWords({ ...item, claim: { ...claim, sources: ["AFG"], stance: "denies" } }, names)).toBe(
      "Contested. Afghanistan denies: at least 5 soldiers of Pakistan killed.",
    );
  });
});

test("what was done", () => {
  expect(doneWords(item, "rejected")).toBe("Rejected");
});

test("the parties of an item, those who speak among them", () => {
  const others = [{ source: "AFG", words: "", claim: "r/t2", report: "r", reportLabel: "" }];
  expect(partiesOf({ claim, others })).toEqual(["PAK", "AFG"]);
  expect(partiesOf({ claim: null, others: [] })).toEqual([]);
});
