import { describe, expect, test } from "vitest";
import type { ReportRoom, StandingClaim } from "../../../formats/desk-json.js";
import { type Coded, codedClaims, openSlots, partsOf } from "./coded-claims.js";
import { fileOf } from "./export-report.js";
import { marksOf } from "./marks.js";
import { spokenAt } from "./spoken-at.js";

const TEXT = "Pakistani jets struck Khost, killing 12 civilians, a spokesman in Kabul said. Roses are red.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const party = (code: string | null, words: string) => ({
  code,
  country: code,
  sector: null,
  words,
  span: at(words),
});
const PAK = party("PAK", "Pakistani jets");
const AFG = party("AFG", "a spokesman in Kabul");
const khost = {
  ...at("Khost"),
  name: "Khost",
  country: "AFG",
  latitude: 33.3,
  longitude: 69.9,
  precision: "exact",
};
const said = {
  sources: [AFG],
  attributions: [0],
  rule: "r",
  by: "tree",
  date: { from: null, to: null, basis: "unknown" },
};

const coded = {
  report: { id: "h", passages: [] },
  sentences: [
    at("Pakistani jets struck Khost, killing 12 civilians, a spokesman in Kabul said."),
    at("Roses are red."),
  ],
  attributions: [
    {
      id: 0,
      ...at("Pakistani jets struck Khost, killing 12 civilians"),
      sourceSpan: at("a spokesman in Kabul"),
      cueSpan: at("said"),
      parties: [AFG],
      pieces: [at("Pakistani jets struck Khost, killing 12 civilians")],
    },
  ],
  events: [
    {
      id: 0,
      ...at("Pakistani jets struck Khost"),
      ...said,
      trigger: at("struck"),
      actor: [PAK],
      recipient: [],
      broker: [],
      place: khost,
      abstentions: [{ slot: "recipient", reason: "nobody is named" }],
    },
  ],
  tolls: [
    {
      id: 0,
      ...at("killing 12 civilians"),
      ...said,
      of: { party: null },
      perpetrator: PAK,
      count: { words: "12" },
      place: khost,
    },
  ],
  initiatives: [],
  sequences: [],
  initiators: [],
  loadedWords: [],
  uncoded: [{ ...at("Roses are red."), reason: "nothing in it" }],
  version: {},
} as unknown as Coded;

const claim = (
  id: string,
  kind: StandingClaim["kind"],
  words: string,
  fields: StandingClaim["fields"],
): StandingClaim => ({
  id: `h/${id}`,
  kind,
  ...at(words),
  quote: words,
  sources: ["AFG"],
  speaker: null,
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  incident: null,
  fields,
});
const strike = claim("e0", "event", "Pakistani jets struck Khost", { actor: ["PAK"], recipient: [] });
const toll = claim("t0", "toll", "killing 12 civilians", { party: null, perpetrator: "PAK" });
const readOf = codedClaims(coded);
const words = (spans: readonly { start: number; end: number }[]) =>
  spans.map((s) => TEXT.slice(s.start, s.end));

describe("what was read for a claim", () => {
  test("is found by the end of its id", () => {
    expect(readOf(strike)?.kind).toBe("event");
    expect(readOf(toll)?.kind).toBe("toll");
    expect(readOf({ id: "h/ru1" })).toBeNull();
  });

  test("slots that stay open, until a ruling fills them", () => {
    expect(openSlots(strike, readOf(strike)).map((a) => a.slot)).toEqual(["recipient"]);
    const filled = { ...strike, fields: { ...strike.fields, recipient: ["AFG"] } };
    expect(openSlots(filled, readOf(filled))).toEqual([]);
  });

  test("the words that it rests on; a party that was corrected away is none of them", () => {
    expect(words(partsOf(coded, strike, readOf(strike)))).toEqual([
      "Pakistani jets",
      "Khost",
      "a spokesman in Kabul",
      "said",
    ]);
    const corrected = { ...strike, fields: { ...strike.fields, actor: ["TTP"] } };
    expect(words(partsOf(coded, corrected, readOf(corrected)))).not.toContain("Pakistani jets");
  });
});

describe("words of each layer", () => {
  const report = { text: TEXT, coded, claims: [strike, toll] };
  test.each<[Parameters<typeof marksOf>[1][number], string[], string[]]>([
    ["says", ["a spokesman in Kabul", "said"], ["Pakistani jets struck Khost, killing 12 civilians"]],
    ["event", ["struck"], ["Pakistani jets"]],
    ["toll", ["12"], ["killing 12 civilians", "Pakistani jets"]],
    ["when", ["Khost"], []],
    ["loaded", [], []],
    ["missed", ["Roses are red."], ["Roses are red."]],
  ])("%s", (layer, strong, faint) => {
    const marks = marksOf(report, [layer]);
    expect(words(marks.filter((m) => !m.faint))).toEqual(strong);
    expect(words(marks.filter((m) => m.faint))).toEqual(faint);
  });

  test("a rejected claim has none", () => {
    const claims = [{ ...strike, ruling: "rejected" as const }];
    expect(marksOf({ ...report, claims }, ["event"])).toEqual([]);
  });
});

test.each([
  ["12 civilians", ["AFG"]],
  ["Roses", []],
])("who says %j", (spoken, codes) => {
  expect(spokenAt(coded, at(spoken))).toEqual(codes);
});

describe("a report as a file", () => {
  const room = { report: { label: "a b/c", text: TEXT }, coded } as unknown as ReportRoom;
  test("its text as it stands", () => {
    expect(fileOf(room, "txt")).toMatchObject({ name: "a-b-c.txt", content: TEXT });
  });
  test("what was read, its text in place", () => {
    const [read] = JSON.parse(fileOf(room, "json").content);
    expect(Object.keys(read).slice(0, 4)).toEqual(["form", "report", "sentences", "attributions"]);
    expect(read.report.text).toBe(TEXT);
  });
});
