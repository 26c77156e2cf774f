import { describe, expect, test } from "vitest";
import {
  CLAIM_FIELDS,
  type ClaimValues,
  CORRECTABLE,
  changeOf,
  draftOf,
  edited,
  problemsOf,
  valuesOf,
} from "./claim-fields.js";

const TOLL: ClaimValues = {
  harm: "killed",
  party: "PAK",
  kind: "military",
  low: 5,
  high: 5,
  perpetrator: null,
  stance: "asserts",
  sources: ["officials"],
  from: "2026-02-27",
  to: "2026-02-28",
};

describe("what a correction changes", () => {
  test.each<[string, ClaimValues, object]>([
    ["nothing", {}, {}],
    ["a figure", { low: 6, high: 6 }, { low: 6, high: 6 }],
    ["only its upper end, now open", { high: null }, { high: null }],
    ["a party, where none was named", { perpetrator: "AFG" }, { perpetrator: "AFG" }],
    ["a party taken out", { party: null }, { party: null }],
    ["who says it", { sources: ["PAK", "officials"] }, { sources: ["PAK", "officials"] }],
    ["the outlet itself says it", { sources: [] }, { sources: [] }],
    [
      "the first day: the last goes with it",
      { from: "2026-02-26" },
      { from: "2026-02-26", to: "2026-02-28" },
    ],
    ["the last day: the first goes with it", { to: "2026-03-01" }, { from: "2026-02-27", to: "2026-03-01" }],
    ["the last day taken out: one day", { to: null }, { from: "2026-02-27" }],
  ])("%s", (_, patch, change) => {
    expect(changeOf(TOLL, { ...TOLL, ...patch })).toEqual(change);
  });

  test("parties in another order are the same parties", () => {
    expect(changeOf({ actor: ["AFG", "PAK"] }, { actor: ["PAK", "AFG"] })).toEqual({});
  });

  test("what is added is all that is said", () => {
    const after = valuesOf("toll", edited(draftOf("toll", {}, true), "low", "3"));
    expect(changeOf({}, after)).toEqual({
      harm: "killed",
      kind: "unknown",
      low: 3,
      high: 3,
      stance: "asserts",
    });
  });
});

test.each(CORRECTABLE)("a claim (%s) that is not touched comes back as it was", (kind) => {
  const fields = Object.fromEntries(
    CLAIM_FIELDS[kind].map((f) => [f.name, f.sort === "count" ? 7 : f.sort === "parties" ? ["X"] : null]),
  );
  expect(changeOf(fields, valuesOf(kind, draftOf(kind, fields)))).toEqual({});
});

describe("a figure as it is typed", () => {
  test("the upper end of an exact figure goes along", () => {
    expect(edited(draftOf("toll", TOLL), "low", "12")).toMatchObject({ low: "12", high: "12" });
  });
  test("that of a range stays", () => {
    expect(edited(draftOf("toll", { ...TOLL, high: 9 }), "low", "6")).toMatchObject({ low: "6", high: "9" });
  });
});

describe("what cannot be sent", () => {
  test.each<[string, "toll" | "event", ClaimValues, string[]]>([
    ["all well", "toll", TOLL, []],
    ["words for a number", "toll", { ...TOLL, low: "six" }, ["low"]],
    ["the highest under the lowest", "toll", { ...TOLL, low: 9 }, ["high"]],
    ["up to a number", "toll", { ...TOLL, low: null }, []],
    ["a day that is none", "toll", { ...TOLL, from: "2026-02-30", to: "" }, ["from"]],
    ["days the wrong way round", "toll", { ...TOLL, to: "2026-02-01" }, ["to"]],
    ["the first day taken out", "toll", { ...TOLL, from: null }, ["from"]],
    ["the last day taken out", "toll", { ...TOLL, to: null }, []],
  ])("%s", (_, kind, fields, names) => {
    expect(Object.keys(problemsOf(kind, draftOf(kind, fields), TOLL))).toEqual(names);
  });

  test.each<["toll" | "event", string[]]>([
    ["toll", ["low"]],
    ["event", ["actor"]],
  ])("a new %s needs more", (kind, names) => {
    expect(Object.keys(problemsOf(kind, draftOf(kind, {}, true), {}, true))).toEqual(names);
  });
});
