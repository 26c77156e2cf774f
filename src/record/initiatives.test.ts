import { describe, expect, test } from "vitest";
import { ceasefiresOf } from "./ceasefires.js";
import { type DiplomacyFact, type DiplomaticAct, termOf } from "./diplomacy.js";
import { initiativesOf } from "./initiatives.js";

let made = 0;
/** "QAT offers AFG PAK 2025-10-12 per QAT": third parties, act, parties, day, sources ("-" for none). */
function fact(line: string, more: Partial<DiplomacyFact> = {}): DiplomacyFact {
  const [third, act, parties, day, sources] = line.split(" ") as [
    string,
    DiplomaticAct,
    string,
    string,
    string,
  ];
  const codes = (list: string) => (list === "-" ? [] : list.split("+"));
  made += 1;
  return {
    id: `${String(made).padStart(4, "0")}/i0`,
    quote: line,
    start: 0,
    end: 1,
    sources: codes(sources),
    speaker: null,
    stance: "asserts",
    certainty: "stated",
    ruling: null,
    act,
    thirdParty: codes(third),
    parties: codes(parties),
    date: { from: day, to: day, basis: "stated" },
    planned: false,
    termDays: null,
    ends: false,
    place: null,
    report: `r${made}`,
    ...more,
  };
}
const lives = (lines: readonly string[], asOf = "2025-12-01") =>
  initiativesOf(
    lines.map((l) => fact(l)),
    new Map(),
    asOf,
  ).map((i) => `${i.thirdParty.join("+")} ${i.parties.join("+")} ${i.state}${i.dormant ? " dormant" : ""}`);

describe("the life of an initiative", () => {
  test.each<[string[], string]>([
    [["UN calls-for AFG+PAK 2025-11-01 UN"], "UN AFG+PAK called-for"],
    [["IRN offers AFG+PAK 2025-11-01 IRN"], "IRN AFG+PAK offered"],
    [["IRN offers AFG+PAK 2025-11-01 IRN", "IRN welcomes PAK 2025-11-02 PAK"], "IRN AFG+PAK welcomed"],
    [["IRN offers AFG+PAK 2025-11-01 IRN", "IRN accepts PAK 2025-11-02 PAK"], "IRN AFG+PAK accepted-by-one"],
    [
      [
        "IRN offers AFG+PAK 2025-11-01 IRN",
        "IRN accepts PAK 2025-11-02 PAK",
        "IRN accepts AFG 2025-11-03 AFG",
      ],
      "IRN AFG+PAK accepted",
    ],
    [["IRN offers AFG+PAK 2025-11-01 IRN", "IRN rejects AFG 2025-11-02 AFG"], "IRN AFG+PAK declined"],
    [["QAT mediates AFG+PAK 2025-11-01 QAT"], "QAT AFG+PAK talks"],
    [
      ["QAT mediates AFG+PAK 2025-11-01 QAT", "QAT schedules-talks AFG+PAK 2025-11-02 -"],
      "QAT AFG+PAK talks-scheduled",
    ],
    [["QAT mediates AFG+PAK 2025-11-01 QAT", "QAT agrees AFG+PAK 2025-11-02 -"], "QAT AFG+PAK partial"],
    [
      ["QAT mediates AFG+PAK 2025-11-01 QAT", "QAT ceasefire-agreed AFG+PAK 2025-11-02 -"],
      "QAT AFG+PAK ceasefire",
    ],
    [["QAT ceasefire-agreed AFG+PAK 2025-11-01 -", "QAT signs AFG+PAK 2025-11-20 -"], "QAT AFG+PAK settled"],
    [
      ["QAT mediates AFG+PAK 2025-11-01 QAT", "QAT talks-collapse AFG+PAK 2025-11-02 PAK"],
      "QAT AFG+PAK collapsed",
    ],
    // a new round reopens what had collapsed
    [
      ["QAT talks-collapse AFG+PAK 2025-11-02 PAK", "QAT mediates AFG+PAK 2025-11-09 QAT"],
      "QAT AFG+PAK talks",
    ],
    [["IRN offers AFG+PAK 2025-05-01 IRN"], "IRN AFG+PAK offered dormant"],
  ])("%j is %s, in any order", (lines, expected) => {
    expect(lives(lines)).toEqual([expected]);
    expect(lives([...lines].reverse())).toEqual([expected]);
  });

  test("third parties that act together are one; those that only call in one sentence are not", () => {
    expect(lives(["QAT+TUR mediates AFG+PAK 2025-11-01 QAT"])).toEqual(["QAT+TUR AFG+PAK talks"]);
    expect(lives(["RUS+CHN calls-for AFG+PAK 2025-11-01 RUS"]).length).toBe(2);
  });

  test("one mediator in two conflicts is two initiatives", () => {
    expect(
      lives(["QAT mediates AFG+PAK 2025-11-01 QAT", "QAT mediates COD+M23 2025-11-01 QAT"]).sort(),
    ).toEqual(["QAT AFG+PAK talks", "QAT COD+M23 talks"]);
  });

  test("a side of the conflict that the report speaks of is no mediator in it", () => {
    const facts = [
      fact("QAT mediates AFG+PAK 2025-11-01 QAT", { report: "one" }),
      fact("AFG+IRN welcomes PAK 2025-11-02 PAK", { report: "one" }),
      fact("IRN offers AFG+PAK 2025-11-01 IRN", { report: "one" }),
    ];
    expect(
      initiativesOf(facts, new Map(), null)
        .map((i) => i.thirdParty.join("+"))
        .sort(),
    ).toEqual(["IRN", "QAT"]);
  });

  test("a loosely dated step is placed at the exactly dated one that it speaks of", () => {
    const facts = [
      fact("QAT ceasefire-agreed AFG+PAK 2025-10-19 QAT"),
      fact("QAT ceasefire-agreed AFG+PAK 2025-10-01 -", {
        date: { from: "2025-10-01", to: "2025-10-31", basis: "relative" },
      }),
      fact("QAT talks-collapse AFG+PAK 2025-10-28 PAK"),
    ];
    expect(initiativesOf(facts, new Map(), null)[0]!.state).toBe("collapsed");
  });
});

describe("ceasefires", () => {
  const states = (facts: DiplomacyFact[], asOf = "2025-12-01") =>
    ceasefiresOf(facts, new Map(), asOf).map((c) => `${c.parties.join("+")} ${c.state}`);
  const agreed = (more: Partial<DiplomacyFact> = {}) =>
    fact("QAT ceasefire-agreed AFG+PAK 2025-11-01 QAT", more);

  test.each<[string, () => DiplomacyFact[], string]>([
    ["announced", () => [agreed()], "announced"],
    ["in force", () => [agreed(), fact("- ceasefire-in-force AFG+PAK 2025-11-02 -")], "in-force"],
    [
      "breached, as one says",
      () => [agreed(), fact("- ceasefire-violated AFG+PAK 2025-11-05 AFG")],
      "violated",
    ],
    ["past its term", () => [agreed({ termDays: 2 })], "expired"],
    [
      "called over",
      () => [agreed(), fact("- talks-collapse AFG+PAK 2025-11-09 PAK", { ends: true })],
      "collapsed",
    ],
  ])("%s", (_, facts, state) => expect(states(facts())).toEqual([`AFG+PAK ${state}`]));

  test("each accuser's breach stands with whom it accuses", () => {
    const [c] = ceasefiresOf(
      [
        agreed(),
        fact("- ceasefire-violated AFG+PAK 2025-11-05 AFG"),
        fact("- ceasefire-violated AFG+PAK 2025-11-05 PAK"),
      ],
      new Map(),
      null,
    );
    expect(c!.breaches.map((b) => `${b.accuser} of ${b.accused.join()}`)).toEqual([
      "AFG of PAK",
      "PAK of AFG",
    ]);
  });
});

test.each<[string, number | null]>([
  ["agreed to a 48-hour truce, which took effect on Wednesday", 2],
  ["a week-long ceasefire", 7],
  ["a three-month humanitarian truce", 90],
  ["a ceasefire for five days", 5],
  ["the truce held for the third day", null],
])("term of %j", (words, days) => expect(termOf(words)).toBe(days));
