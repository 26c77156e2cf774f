import { describe, expect, test } from "vitest";
import {
  answer,
  exactly,
  incident,
  initiative,
  moreThan,
  nameOf,
  on,
  says,
  tolls,
  vague,
} from "../../tests/made-record.js";
import type { Ceasefire } from "../record/ceasefires.js";
import type { Figure, TollCell } from "../record/incident.js";
import { type SituationFacts, situationText } from "./situation-text.js";

const NOTHING: SituationFacts = {
  parties: ["NOR", "SOU"],
  isAmong: false,
  query: { party: ["NOR", "SOU"] },
  violent: 0,
  from: null,
  to: null,
  contested: 0,
  denied: 0,
  coercive: 0,
  deadliest: null,
  disputed: null,
  initiatives: [],
  ceasefires: [],
};
const some = (more: Partial<SituationFacts> = {}): SituationFacts => ({
  ...NOTHING,
  violent: 12,
  from: "2025-10-09",
  to: "2025-11-25",
  ...more,
});
const sentences = (facts: SituationFacts) =>
  situationText(facts, { nameOf }).map((clauses) => clauses.map((c) => c.text).join(""));
const q = [says("a", "words")];
const ford = (...cells: TollCell[]) => incident({ id: "ifffffffffff0", tolls: cells });
const ceasefire = (more: Partial<Ceasefire> = {}): Ceasefire => ({
  id: "ccccccccccccc",
  parties: ["NOR", "SOU"],
  brokers: ["MID"],
  agreed: on("2025-11-10"),
  inForceFrom: null,
  termDays: null,
  state: "violated",
  sources: ["MID"],
  breaches: [],
  evidence: [],
  ...more,
});
const breach = (accuser: string | null, accused: string[]) => ({
  accuser,
  accused,
  date: on("2025-11-12"),
  evidence: [],
});

describe("how many incidents there are", () => {
  test.each<[string, Partial<SituationFacts>, string]>([
    [
      "two parties",
      {},
      "12 incidents of violence between Northland and Southland are on record, from 9 Oct 2025 to 25 Nov 2025.",
    ],
    [
      "one incident of one day",
      { violent: 1, from: "2025-10-09", to: "2025-10-09" },
      "1 incident of violence between Northland and Southland is on record, on 9 Oct 2025.",
    ],
    [
      "no day known",
      { from: null, to: null },
      "12 incidents of violence between Northland and Southland are on record.",
    ],
    [
      "none",
      { violent: 0, from: null },
      "No incident of violence between Northland and Southland is on record.",
    ],
    [
      "none, and one of coercion",
      { violent: 0, from: null, coercive: 1 },
      "No incident of violence between Northland and Southland is on record; 1 incident of coercion is.",
    ],
    [
      "coercion beside it",
      { coercive: 3 },
      "12 incidents of violence between Northland and Southland are on record, from 9 Oct 2025 to 25 Nov 2025, beside 3 incidents of coercion.",
    ],
    ["the whole record", { parties: [], from: null }, "12 incidents of violence are on record."],
    [
      "one party",
      { parties: ["UN"], from: null },
      "12 incidents of violence in which the United Nations takes part are on record.",
    ],
    [
      "all of three",
      { parties: ["NOR", "SOU", "MID"], from: null },
      "12 incidents of violence in which Northland, Southland and Midland take part are on record.",
    ],
    [
      "two of three",
      { parties: ["NOR", "SOU", "MID"], isAmong: true, from: null },
      "12 incidents of violence between any two of Northland, Southland and Midland are on record.",
    ],
  ])("%s", (_, facts, expected) => expect(sentences(some(facts))[0]).toBe(expected));
});

describe("people killed, by who says it and never as one total", () => {
  const told = (...cells: TollCell[]) => sentences(some({ deadliest: ford(...cells) }))[1];
  const head = "The deadliest of them by UCDP's low figure is that of 5 Nov 2025 (Ford): ";
  test.each<[string, TollCell[], string]>([
    [
      "each side's figure, and the range with its rule",
      [tolls("SOU", "contested", [answer("SOU", exactly(23), q), answer("NOR", exactly(58), q)])],
      "Northland says 58 soldiers of Southland were killed, Southland says 23, by UCDP's rule low 23, best 23, high 58.",
    ],
    [
      "its own dead",
      [tolls("SOU", "admitted", [answer("SOU", exactly(1), q)])],
      "Southland says 1 of its soldiers was killed.",
    ],
    [
      "one of another's",
      [tolls("SOU", "single-source", [answer("UN", exactly(1), q)])],
      "the United Nations says 1 soldier of Southland was killed.",
    ],
    [
      "unnamed speakers, people of no said side",
      [
        tolls(null, "corroborated", [answer("residents", exactly(10), q), answer(null, exactly(10), q)], {
          sort: "unknown",
          kind: "unknown",
        }),
      ],
      "residents say 10 people were killed, outlets themselves say 10.",
    ],
    [
      "an open figure, a word and a denial",
      [
        tolls("SOU", "denied", [
          answer("MID", vague("heavy losses"), q),
          answer("NOR", moreThan(200), q),
          answer<Figure>("SOU", null, q, { stance: "denies" }),
        ]),
      ],
      "Northland says more than 200 soldiers of Southland were killed, Southland denies it, Midland speaks of “heavy losses”.",
    ],
    [
      "two figures of one source",
      [
        tolls("SOU", "single-source", [answer("NOR", exactly(8), q), answer("NOR", exactly(10), q)], {
          sort: "civilian",
          kind: "civilian",
        }),
      ],
      "Northland says 8 civilians of Southland were killed, and 10 at the same time, by UCDP's rule low 8, best 8, high 10.",
    ],
    [
      "both sides' dead, the greater first",
      [
        tolls("NOR", "single-source", [answer("NOR", exactly(9), q)]),
        tolls("SOU", "single-source", [answer("NOR", exactly(58), q)]),
      ],
      "Northland says 58 soldiers of Southland were killed; Northland says 9 of its soldiers were killed.",
    ],
    [
      "more answers than can be told",
      [
        tolls("SOU", "corroborated", [
          ...["NOR", "SOU", "UN", "MID", "medics", "residents"].map((s) => answer(s, exactly(5), q)),
        ]),
      ],
      "Northland says 5 soldiers of Southland were killed, Southland says 5, the United Nations says 5, Midland says 5, 2 other answers are on record.",
    ],
  ])("%s", (_, cells, expected) => expect(told(...cells)).toBe(head + expected));

  test("says so where no figure is on record", () =>
    expect(sentences(some())[1]).toBe("No figure of people killed in one of them is on record."));

  test("a single incident is not the deadliest of many", () =>
    expect(
      sentences(
        some({ violent: 1, deadliest: ford(tolls("SOU", "admitted", [answer("SOU", exactly(2), q)])) }),
      )[1],
    ).toBe("It is that of 5 Nov 2025 (Ford): Southland says 2 of its soldiers were killed."));
});

describe("what is contested", () => {
  const other = incident({ id: "iooooooooooo0", place: null, date: on("2025-11-20") });
  test.each<[string, Partial<SituationFacts>, string]>([
    ["nothing", {}, "None of them is contested or denied."],
    ["nothing of one", { violent: 1 }, "It is neither contested nor denied."],
    ["the one", { violent: 1, contested: 1, disputed: other }, "It is contested."],
    ["one of many", { contested: 1 }, "1 of them is contested."],
    ["several", { denied: 2 }, "2 of them are denied."],
    [
      "both",
      { contested: 3, denied: 1, disputed: other },
      "3 of them are contested and 1 is denied; the one with the highest figure is that of 20 Nov 2025.",
    ],
    [
      "the deadliest among them",
      { contested: 3, disputed: ford(), deadliest: ford() },
      "3 of them are contested, that one among them.",
    ],
  ])("%s", (_, facts, expected) => expect(sentences(some(facts)).at(2)).toBe(expected));
});

describe("diplomacy", () => {
  test("nothing, in one sentence beside violence and in two without", () => {
    expect(sentences(some()).at(-1)).toBe("No initiative of diplomacy and no ceasefire is on record.");
    expect(sentences(NOTHING).slice(1)).toEqual([
      "No initiative of diplomacy is on record.",
      "No ceasefire is on record.",
    ]);
  });

  test("the last state of the latest initiative, who says so and who answered", () => {
    const older = initiative({ id: "nbbbbbbbbbbbb", to: "2025-11-06", thirdParty: ["UN"] });
    expect(sentences(some({ initiatives: [initiative(), older] }))[3]).toBe(
      "The latest initiative, that of Midland between Northland and Southland, stands at: accepted by some, not by all (7 Nov 2025, per outlets themselves); accepted by Northland.",
    );
  });

  test("states that sources tell differently", () => {
    const contested = [
      { source: "NOR", state: "declined" as const },
      { source: "MID", state: "accepted" as const },
    ];
    const [, , , told] = situationText(
      some({ initiatives: [initiative({ contested, verdict: "contested", dormant: true })] }),
      { nameOf },
    );
    expect(told!.map((c) => c.text).join("")).toMatch(
      "; refused per Northland; accepted per Midland; no step in the 90 days before the last report.",
    );
    expect(told!.filter((c) => c.lead !== null).every((c) => c.contested)).toBe(true);
  });

  test("a move of the parties themselves", () =>
    expect(sentences(some({ initiatives: [initiative({ thirdParty: [] })] }))[3]).toMatch(
      "The latest move of diplomacy, between Northland and Southland themselves, stands at: ",
    ));

  test("a ceasefire with the breaches that each side reports", () => {
    const breaches = [breach("SOU", ["NOR"]), breach("SOU", ["NOR"]), breach(null, [])];
    expect(sentences(some({ ceasefires: [ceasefire({ breaches })] })).at(-1)).toBe(
      "The latest ceasefire, between Northland and Southland, agreed 10 Nov 2025 through Midland, per Midland: breaches reported; Southland reports 2 breaches by Northland; outlets themselves report 1 breach.",
    );
  });
});

describe("evidence", () => {
  const cell = tolls("SOU", "contested", [answer("SOU", exactly(23), q), answer("NOR", exactly(58), q)]);
  const text = situationText(
    some({
      contested: 2,
      coercive: 1,
      deadliest: ford(cell),
      disputed: ford(cell),
      initiatives: [initiative()],
      ceasefires: [ceasefire()],
    }),
    { nameOf },
  );

  test("five sentences at most, and every clause that says something leads to what supports it", () => {
    expect(text).toHaveLength(5);
    for (const clause of text.flat())
      if (/[a-z]/i.test(clause.text) && !/^,? ?(?:from|on|beside|and)\b/.test(clause.text))
        expect(clause.lead, clause.text).not.toBeNull();
  });

  test("counts lead to the list, with what was asked and what is counted", () => {
    expect(text[0]![0]!.lead).toEqual({
      to: "incidents",
      filter: { party: ["NOR", "SOU"], kind: "violence" },
    });
    expect(text[2]![0]).toMatchObject({
      contested: true,
      lead: { filter: { party: ["NOR", "SOU"], kind: "violence", verdict: "contested" } },
    });
  });

  test("contested figures are marked, others not", () => {
    expect(text[1]!.filter((c) => c.contested).map((c) => c.text)).toEqual([
      "Northland says 58 soldiers of Southland were killed",
      "Southland says 23",
      "by UCDP's rule low 23, best 23, high 58",
    ]);
    expect(
      text[1]!.every((c) => c.lead === null || (c.lead.to === "incident" && c.lead.id === "ifffffffffff0")),
    ).toBe(true);
  });
});
