import { describe, expect, test } from "vitest";
import type { MadeRuling, ReportRoom, StandingClaim } from "../../../formats/desk-json.js";
import type { RulingBody } from "../../../record/rulings.js";
import { roomWith, rulingsOn } from "./ruled-room.js";

const HASH = "0123456789abcdef0123456789abcdef";
const toll: StandingClaim = {
  id: `${HASH}/t0`,
  kind: "toll",
  start: 0,
  end: 8,
  quote: "12 dead.",
  sources: ["AFG"],
  speaker: null,
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  incident: "i1",
  fields: { harm: "killed", low: 12, high: 12, sources: ["AFG"], stance: "asserts" },
};
const ruling = (id: string, body: RulingBody, stands = true): MadeRuling => ({
  id,
  at: `2026-01-0${id.length}T00:00:00.000Z`,
  who: "somebody",
  why: "",
  body,
  stands,
  words: "",
  report: HASH,
  reportLabel: null,
  quote: null,
  incident: null,
});
const room = (claim: StandingClaim, rulings: MadeRuling[] = []) =>
  ({ report: { text: "12 dead. 3 hurt." }, claims: [claim], rulings }) as unknown as ReportRoom;
const on = { claim: toll.id, start: 0, end: 8 };

describe("a room with a ruling", () => {
  test.each<[RulingBody["kind"], RulingBody, StandingClaim, Partial<StandingClaim>]>([
    ["confirm", { kind: "confirm", ...on }, toll, { ruling: "confirmed" }],
    ["confirm", { kind: "confirm", ...on }, { ...toll, ruling: "corrected" }, { ruling: "corrected" }],
    ["reject", { kind: "reject", ...on }, toll, { ruling: "rejected" }],
    [
      "correct",
      { kind: "correct", ...on, change: { low: 14, high: 14, sources: ["UN"] } },
      toll,
      {
        ruling: "corrected",
        sources: ["UN"],
        fields: { ...toll.fields, low: 14, high: 14, sources: ["UN"] },
      },
    ],
    [
      "correct",
      { kind: "correct", ...on, change: { stance: "denies" } },
      { ...toll, ruling: "added" },
      { ruling: "added", stance: "denies" },
    ],
  ])("%s", (_, body, before, after) => {
    expect(roomWith(room(before), body).claims[0]).toMatchObject(after);
  });

  test("a claim is added in its place, with its words", () => {
    const body: RulingBody = {
      kind: "add",
      report: HASH,
      what: "toll",
      start: 9,
      end: 15,
      change: { harm: "wounded", low: 3 },
    };
    const { claims } = roomWith(room(toll), body);
    expect(claims.map((c) => c.quote)).toEqual(["12 dead.", "3 hurt"]);
    expect(claims[1]).toMatchObject({ ruling: "added", fields: { harm: "wounded", low: 3, party: null } });
  });

  test("undoing a rejection brings the claim back", () => {
    const made = ruling("u1", { kind: "reject", ...on });
    const after = roomWith(room({ ...toll, ruling: "rejected" }, [made]), { kind: "undo", ruling: "u1" });
    expect(after.claims[0]!.ruling).toBeNull();
    expect(after.rulings[0]!.stands).toBe(false);
  });
});

test("the rulings on a claim, the latest first; also where it has another number now", () => {
  const rulings = [
    ruling("u1", { kind: "confirm", ...on }),
    ruling("u22", { kind: "correct", ...on, claim: `${HASH}/t7`, change: { low: 3 } }),
    ruling("u333", { kind: "reject", claim: `${HASH}/t1`, start: 9, end: 15 }),
    ruling("u4444", { kind: "reject", ...on }, false),
  ];
  expect(rulingsOn(toll, rulings).map((r) => r.id)).toEqual(["u22", "u1"]);
});
