import { describe, expect, test } from "vitest";
import { event, hashOf, on, toll } from "../../tests/made-record.js";
import type { Attribution, EventClaim, InitiativeClaim, Toll } from "../coding/claim.js";
import { UNKNOWN_DATE } from "../text/civil-date.js";
import type { DiplomacyFact } from "./diplomacy.js";
import { type Doubted, doubtedOf, doubtOf } from "./doubt.js";
import type { EventFact, TollFact } from "./telling.js";

const said = (more: Partial<Attribution> = {}): Attribution =>
  ({ source: "the army", by: "tree", direct: false, ...more }) as Attribution;
const tollOf = (fact: Partial<TollFact>, words: Attribution | null = said()): Doubted => ({
  kind: "toll",
  fact: { ...toll(`${hashOf("a")}/t0`, ["SOU"], 12), ...fact },
  claim: { attributions: [0] } as unknown as Toll,
  said: words,
});
const eventOf = (fact: Partial<EventFact>, claim: Partial<EventClaim> = {}): Doubted => ({
  kind: "event",
  fact: event({ sources: ["SOU"], ...fact }),
  claim: { abstentions: [], mutual: false, ...claim } as unknown as EventClaim,
  said: said(),
});
const stepOf = (fact: Partial<DiplomacyFact>): Doubted => ({
  kind: "diplomacy",
  fact: {
    ...event({ sources: ["MID"] }),
    act: "offers",
    thirdParty: ["MID"],
    parties: ["NOR", "SOU"],
    planned: false,
    termDays: null,
    ends: false,
    report: hashOf("a"),
    ...fact,
  } as DiplomacyFact,
  claim: {} as InitiativeClaim,
  said: said(),
});
const reasons = (d: Doubted) => doubtOf(d).reasons;

describe("why a person should look at a claim", () => {
  test.each<[string, Doubted, string[]]>([
    ["a plain figure of a named side on a named day", tollOf({}), []],
    [
      "23 soldiers embraced martyrdom: whose, follows from who speaks",
      tollOf({ inferredSide: true }),
      ["no side is named beside the figure; it follows from who speaks"],
    ],
    ["12 people were killed", tollOf({ party: null }), ["no side is named beside the figure"]],
    ["12 tanks were destroyed", tollOf({ party: null, kind: "equipment" }), []],
    [
      "heavy losses",
      tollOf({ low: null, high: null, hedge: "vague" }),
      ["the figure is a word and no number"],
    ],
    ["more than 200", tollOf({ low: 201, high: null, hedge: "more-than" }), ["the figure is hedged"]],
    ["12 were killed", tollOf({ kind: "unknown" }), ["what sort of people they are is not said"]],
    ["denied the loss of 12", tollOf({ stance: "denies" }), ["it was read as a denial"]],
    ["on no day", tollOf({ date: UNKNOWN_DATE }), ["no day is told"]],
    [
      "the days inferred",
      tollOf({ date: { ...on("2025-11-05"), basis: "inferred" } }),
      ["the date is inferred"],
    ],
    ["local partners say", tollOf({ sources: ["others"] }), ["the speaker is of no known side"]],
    ["it was said", tollOf({ sources: [] }), ["somebody says it, and who is not known"]],
    ["the outlet itself says", tollOf({ sources: [] }, null), []],
    [
      "according to the army, by surface rules",
      tollOf({}, said({ by: "surface" })),
      ["who says it was read by surface rules, not off the tree of the sentence"],
    ],
    ["a quotation, by surface rules", tollOf({}, said({ by: "surface", direct: true })), []],
    [
      "he said",
      tollOf({}, said({ source: "he" })),
      ["whom “he” stands for was worked out from what comes before"],
    ],
    ["reportedly", tollOf({ certainty: "hedged" }), ["it is told with a hedge"]],
    [
      "in a village that the gazetteer does not have",
      tollOf({
        place: { name: "X", country: null, latitude: null, longitude: null, precision: "unresolved" },
      }),
      ["the gazetteer does not have the place"],
    ],
    [
      "a strike by nobody named",
      eventOf({}, { abstentions: [{ slot: "actor", reason: "the sentence names nobody who did it" }] }),
      ["the sentence names nobody who did it"],
    ],
    [
      "both sides in both slots",
      eventOf({ actor: ["NOR"], recipient: ["NOR"] }),
      ["the same party acts and is acted upon"],
    ],
    ["a clash", eventOf({ actor: ["NOR"], recipient: ["NOR"] }, { mutual: true }), []],
    ["an offer to two", stepOf({}), []],
    [
      "talks of one",
      stepOf({ thirdParty: [], parties: ["NOR"] }),
      ["only one of those between whom it stands is named"],
    ],
  ])("%s", (_, doubted, expected) => expect(reasons(doubted)).toEqual(expected));
});

describe("how much it weighs", () => {
  test("the weightiest reason first, all together times what is at stake", () => {
    const killed = doubtOf(tollOf({ hedge: "at-least", high: null, inferredSide: true }));
    expect(killed.reasons[0]).toMatch("follows from who speaks");
    expect(killed.weight).toBe(3.75);
    expect(
      doubtOf(tollOf({ hedge: "at-least", high: null, inferredSide: true, harm: "wounded" })).weight,
    ).toBe(3.13);
  });

  test("less hangs on words than on force", () => {
    const weight = (type: EventFact["type"]) => doubtOf(eventOf({ type, date: UNKNOWN_DATE })).weight;
    expect([weight("ASSAULT"), weight("COERCE"), weight("AID"), weight("CONSULT")]).toEqual([
      1.25, 1, 0.75, 0.5,
    ]);
  });

  test.each(["confirmed", "corrected", "added"] as const)("nothing of a claim that a person %s", (ruling) =>
    expect(doubtOf(tollOf({ ruling, inferredSide: true }))).toEqual({ weight: 0, reasons: [] }),
  );
});

test("the claim of a report is found by its number; an added one has none", () => {
  const coded = {
    events: [],
    tolls: [{ id: 4, attributions: [1] }] as unknown as Toll[],
    initiatives: [],
    attributions: [said(), said({ source: "she" })],
  };
  const fact = (id: string) => toll(`${hashOf("a")}/${id}`, [], 1);
  expect(doubtedOf(fact("t4"), coded)).toMatchObject({ kind: "toll", said: { source: "she" } });
  expect(doubtedOf(fact("t0"), coded)).toBeNull();
  expect(doubtedOf(fact("ru1"), coded)).toBeNull();
});
