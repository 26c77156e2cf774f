import { expect, test } from "vitest";
import {
  answer,
  exactly,
  hashOf,
  incident,
  initiative,
  listing,
  on,
  says,
  telling,
  toll,
  tolls,
} from "../../tests/made-record.js";
import { weeksOf } from "../record/dyads.js";
import { jsonSchema } from "./json-schema.js";
import {
  dyadJson,
  incidentJson,
  incidentsJson,
  initiativesJson,
  RECORD_JSON,
  RECORD_JSON_NAMES,
  type RecordJsonName,
  recordJsonSchemas,
  reportsJson,
  rulingsJson,
  searchJson,
  timelineJson,
} from "./record-json.js";

const ceasefire = {
  id: "caaaaaaaaaaaa",
  parties: ["NOR", "SOU"],
  brokers: ["MID"],
  agreed: on("2025-11-07"),
  inForceFrom: null,
  termDays: 2,
  state: "violated",
  sources: ["MID", null],
  breaches: [{ accuser: "SOU", accused: ["NOR"], date: on("2025-11-08"), evidence: [says("a", "shelled")] }],
  evidence: [says("a", "a truce")],
} as const;

const sumClaim = `${hashOf("a")}/t1`;
const whole = incident({
  initiator: { verdict: "single-source", answers: [answer("NOR", "SOU", [says("a", "began")])] },
  tolls: [
    tolls("SOU", "contested", [
      answer("NOR", exactly(30), [says("a", "30")], {
        before: [{ asOf: null, value: exactly(12), evidence: [says("a", "12")] }],
      }),
    ]),
  ],
  sums: [{ total: { claim: sumClaim, low: 3, words: "3" }, parts: [], complete: false }],
  tellings: [telling({ tolls: [toll(sumClaim, ["NOR"], 3)] })],
});
const chain = {
  incident: "iaaaaaaaaaaaa",
  to: null,
  toWords: "shelling",
  relation: "response",
  source: "NOR",
  evidence: [says("a", "in reply")],
} as const;
const report = {
  hash: "h",
  label: "a",
  outlet: null,
  title: null,
  from: null,
  to: null,
  address: null,
  claims: 2,
  kin: [],
};
const unread = {
  name: "x.bin",
  original: "0",
  code: "no-text",
  problem: "no text in it",
  seenAt: "2025-11-05T00:00:00Z",
};

const MADE: Record<RecordJsonName, object> = {
  incident: incidentJson(whole, [chain, { ...chain, incident: "iother" }]),
  incidents: incidentsJson([listing()], 7),
  initiatives: initiativesJson([initiative()], [ceasefire]),
  timeline: timelineJson({ incidents: [listing()], initiatives: [initiative()], ceasefires: [ceasefire] }),
  dyad: dyadJson({ parties: ["NOR", "SOU"], weeks: weeksOf([listing()]), incidents: [listing()] }),
  reports: reportsJson([{ ...report, kin: [{ label: "b", why: "copy" }] }], [unread]),
  search: searchJson([
    { kind: "report", report: "h", label: "a", claim: null, incident: null, excerpt: "«x»", from: null },
  ]),
  rulings: rulingsJson([
    {
      id: "uaaaaaaaaaaaa",
      at: "2025-11-05T00:00:00Z",
      who: "Ann",
      why: "",
      body: { kind: "party", code: "X", as: "NOR" },
    },
  ]),
};

test.each(RECORD_JSON_NAMES)("%s is what its schema says, and nothing beside it", (name) => {
  const printed = JSON.parse(JSON.stringify(MADE[name]));
  expect(RECORD_JSON[name].safeParse(printed).error?.issues ?? []).toEqual([]);
  expect(printed.form).toBe(1);
  expect(RECORD_JSON[name].safeParse({ ...printed, more: 1 }).success).toBe(false);
});

test("an incident has each rule's answer, the sources of its totals, and its own chains", () => {
  const made = incidentJson(whole, [chain, { ...chain, incident: "iother" }]);
  expect(made.tolls[0]!.rollups.map((r) => [r.rule, r.best])).toContainEqual(["ucdp", 30]);
  expect(made.sums[0]!.total).toEqual({
    claim: sumClaim,
    low: 3,
    words: "3",
    sources: ["NOR"],
    report: hashOf("a"),
  });
  expect(made.chains).toHaveLength(1);
  expect(incidentsJson([listing()], 7).total).toBe(7);
});

test("schemas are plain JSON, refuse fields that they do not name, and live beside the schema of a report", () => {
  const schemas = JSON.parse(JSON.stringify(recordJsonSchemas()));
  expect(Object.keys(schemas)).toEqual(RECORD_JSON_NAMES);
  for (const schema of Object.values<Record<string, unknown>>(schemas)) {
    expect(schema.$schema).toContain("2020-12");
    expect(schema.additionalProperties).toBe(false);
  }
  expect(jsonSchema()).toHaveProperty("$defs");
});
