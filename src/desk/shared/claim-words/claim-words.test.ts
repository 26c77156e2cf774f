import { describe, expect, test } from "vitest";
import type { Count } from "../../../coding/claim.js";
import type { StandingClaim } from "../../../formats/desk-json.js";
import { claimPhrase, figureWords, manner, phraseText, type ReadBeside } from "./claim-words.js";

const NAMES: Record<string, string> = { AFG: "Afghanistan", PAK: "Pakistan", QAT: "Qatar" };
const nameOf = (code: string) => NAMES[code] ?? code;
type Fields = StandingClaim["fields"];

describe("what a claim says", () => {
  test.each<[string, StandingClaim["kind"], Fields, ReadBeside]>([
    [
      "Pakistan → Afghanistan: attacks (aerial)",
      "event",
      { type: "ASSAULT", actor: ["PAK"], recipient: ["AFG"] },
      { mode: "aerial" },
    ],
    ["(not said who) → Pakistan: attacks", "event", { type: "ASSAULT", actor: [], recipient: ["PAK"] }, {}],
    // the mode was read for another type
    ["Pakistan: talks", "event", { type: "CONSULT", actor: ["PAK"], recipient: [] }, { mode: "aerial" }],
    [
      "23 soldiers of Pakistan killed",
      "toll",
      { harm: "killed", party: "PAK", kind: "military", low: 23, high: 23, perpetrator: null },
      {},
    ],
    [
      "at least 5 people wounded, not said whose, by Afghanistan",
      "toll",
      { harm: "wounded", party: null, kind: "unknown", low: 5, high: null, perpetrator: "AFG" },
      {},
    ],
    [
      "1 civilian killed, not said whose",
      "toll",
      { harm: "killed", party: null, kind: "civilian", low: 1, high: 1, perpetrator: null },
      {},
    ],
    [
      "“heavy losses”: people killed, not said whose",
      "toll",
      { harm: "killed", party: null, kind: "unknown", low: null, high: null, perpetrator: null },
      { count: { low: null, high: null, hedge: "vague", words: "heavy losses" } },
    ],
    [
      "Qatar: mediates, between Afghanistan, Pakistan",
      "diplomacy",
      { act: "mediates", thirdParty: ["QAT"], parties: ["AFG", "PAK"] },
      {},
    ],
    ["Pakistan: accepted", "diplomacy", { act: "accepts", thirdParty: [], parties: ["PAK"] }, {}],
    ["talks broken off", "diplomacy", { act: "talks-collapse", thirdParty: [], parties: [] }, {}],
    ["Afghanistan began it", "initiator", { party: "AFG", how: "began", event: "e1" }, {}],
    [
      "It answered “fired first”",
      "sequence",
      { relation: "response", event: "e2", to: "e1", toWords: null },
      { quoteOf: (id) => (id === "e1" ? "fired first" : undefined) },
    ],
    [
      "It came after “the weekend's clashes”",
      "sequence",
      { relation: "after", event: "e2", to: null, toWords: "the weekend's clashes" },
      {},
    ],
  ])("%s", (words, kind, fields, read) => {
    expect(phraseText(claimPhrase({ kind, fields }, read), nameOf)).toBe(words);
  });
});

describe("a figure", () => {
  const asWritten = (
    low: number | null,
    high: number | null,
    hedge: Count["hedge"],
    words: string,
  ): Count => ({
    low,
    high,
    hedge,
    words,
  });
  test.each<[string, Fields, Count | undefined]>([
    ["more than 200", { low: 201, high: null }, asWritten(201, null, "more-than", "more than 200")],
    ["“heavy losses”", { low: null, high: null }, asWritten(null, null, "vague", "heavy losses")],
    // corrected: what was written does not stand
    ["30", { low: 30, high: 30 }, asWritten(201, null, "more-than", "more than 200")],
    ["12–15", { low: 12, high: 15 }, undefined],
    ["at least 7", { low: 7, high: null }, undefined],
    ["up to 20", { low: null, high: 20 }, undefined],
    ["a number not told", { low: null, high: null }, undefined],
  ])("%s", (words, fields, count) => {
    expect(figureWords(fields, count)).toBe(words);
  });
});

test.each<[string[], Partial<StandingClaim>]>([
  [[], {}],
  [["denies"], { stance: "denies" }],
  [["denies"], { stance: "denies", fields: { status: "denied" } }],
  [["called for", "hedged"], { fields: { status: "called-for" }, certainty: "hedged" }],
])("its manner is %j", (words, claim) => {
  const plain = {
    kind: "event" as const,
    start: 0,
    end: 1,
    quote: "",
    sources: [],
    speaker: null,
    stance: "asserts",
    certainty: "stated",
    ruling: null,
    incident: null,
    fields: { status: "happened" },
  };
  expect(manner({ ...plain, ...claim })).toEqual(words);
});
