import { describe, expect, test } from "vitest";
import {
  answer,
  event,
  exactly,
  hashOf,
  incident,
  moreThan,
  report,
  says,
  telling,
  toll,
  tolls,
  vague,
} from "../../tests/made-record.js";
import type { Figure, Incident } from "./incident.js";
import { contestedClaims, incidentVoices, voicesOf } from "./voices.js";

/** Two reports: Outlet A quotes both sides, Outlet B one alone and adds words of its own. */
const clash = (more: Partial<Incident> = {}): Incident =>
  incident({
    reports: [report("a", "2025-11-06"), report("b", "2025-11-07")],
    tellings: [
      telling({
        events: [event({ sources: ["NOR"] })],
        tolls: [toll("t1", ["NOR"], 58), toll("t2", ["SOU"], 23)],
      }),
      telling({
        id: "ibbbbbbbbbbbb",
        report: hashOf("b"),
        events: [event({ id: "e2", sources: [] })],
        tolls: [toll("t3", ["NOR", "UN"], 58)],
      }),
    ],
    ...more,
  });
const figures = (...answers: Parameters<typeof tolls>[2][number][]) =>
  clash({ tolls: [tolls("SOU", "contested", answers)] });
const q = (id: string) => [says("a", "words", { claim: id })];

describe("who speaks on an incident", () => {
  const { said, carried } = incidentVoices(clash());

  test("counts claims of each source in each outlet, and of whom it speaks", () => {
    expect(said).toEqual([
      { source: null, outlet: "Outlet B", claims: 1, denials: 0, of: { NOR: 1, SOU: 1 } },
      { source: "NOR", outlet: "Outlet A", claims: 2, denials: 0, of: { NOR: 1, SOU: 2 } },
      { source: "NOR", outlet: "Outlet B", claims: 1, denials: 0, of: { SOU: 1 } },
      { source: "SOU", outlet: "Outlet A", claims: 1, denials: 0, of: { SOU: 1 } },
      { source: "UN", outlet: "Outlet B", claims: 1, denials: 0, of: { SOU: 1 } },
    ]);
  });

  test("counts a claim of two sources once for its outlet", () => {
    expect(carried).toEqual([
      { outlet: "Outlet A", claims: 3 },
      { outlet: "Outlet B", claims: 2 },
    ]);
  });

  test("a denial is counted", () => {
    const { said: with_ } = incidentVoices(
      incident({ tellings: [telling({ events: [event({ sources: ["SOU"], stance: "denies" })] })] }),
    );
    expect(with_).toEqual([
      { source: "SOU", outlet: "Outlet A", claims: 1, denials: 1, of: { NOR: 1, SOU: 1 } },
    ]);
  });
});

describe("how a source fares", () => {
  const fares = (i: Incident) =>
    Object.fromEntries(
      incidentVoices(i).facets.map((f) => [f.source ?? "outlets", [f.alone, f.corroborated, f.contested]]),
    );
  test.each<[string, Incident, Record<string, number[]>]>([
    ["speaks alone", figures(answer("NOR", exactly(58), q("t1"))), { NOR: [1, 0, 0] }],
    [
      "outlets that repeat it are nobody else",
      figures(answer("NOR", exactly(58), q("t1")), answer(null, exactly(58), q("t2"))),
      { NOR: [1, 0, 0], outlets: [0, 1, 0] },
    ],
    [
      "another gives a figure that can be so too",
      figures(answer("NOR", moreThan(50), q("t1")), answer("UN", exactly(58), q("t2"))),
      { NOR: [0, 1, 0], UN: [0, 1, 0] },
    ],
    [
      "another gives one that cannot",
      figures(answer("NOR", exactly(58), q("t1")), answer("SOU", exactly(23), q("t2"))),
      { NOR: [0, 0, 1], SOU: [0, 0, 1] },
    ],
    [
      "one agrees and one does not: contested",
      figures(
        answer("NOR", exactly(58), q("t1")),
        answer("UN", exactly(58), q("t2")),
        answer("SOU", exactly(23), q("t3")),
      ),
      { NOR: [0, 0, 1], UN: [0, 0, 1], SOU: [0, 0, 1] },
    ],
    [
      "another denies it",
      figures(
        answer("NOR", exactly(58), q("t1")),
        answer<Figure>("SOU", null, q("t2"), { stance: "denies" }),
      ),
      { NOR: [0, 0, 1], SOU: [0, 0, 1] },
    ],
    [
      "what comes on top of another figure is not compared",
      figures(answer("NOR", exactly(58), q("t1")), answer("SOU", { ...exactly(4), more: true }, q("t2"))),
      { NOR: [1, 0, 0] },
    ],
    [
      "a word for many goes with any figure",
      figures(answer("NOR", exactly(58), q("t1")), answer("UN", vague("heavy losses"), q("t2"))),
      { NOR: [0, 1, 0], UN: [0, 1, 0] },
    ],
    [
      "each names the other as the one who began",
      clash({
        initiator: {
          answers: [answer("NOR", "SOU", q("b1")), answer("SOU", "NOR", q("b2"))],
          verdict: "contested",
        },
      }),
      { NOR: [0, 0, 1], SOU: [0, 0, 1] },
    ],
    [
      "several tell of different acts: neither supports the other nor contradicts it",
      clash({
        what: {
          answers: [
            answer("NOR", { type: "ASSAULT", mode: null, actor: ["NOR"], recipient: ["SOU"] }, q("e1")),
            answer("SOU", { type: "ASSAULT", mode: null, actor: ["SOU"], recipient: ["NOR"] }, q("e2")),
          ],
          verdict: "single-source",
        },
      }),
      {},
    ],
  ])("%s", (_, i, expected) => expect(fares(i)).toEqual(expected));
});

test("claims of contested figures, one for each answer, and none of others", () => {
  const agreed = tolls("SOU", "corroborated", [answer("UN", exactly(3), q("t9"))], { harm: "wounded" });
  const i = figures(answer("NOR", exactly(58), q("t1")), answer("SOU", exactly(23), q("t2")));
  expect(contestedClaims({ ...i, tolls: [...i.tolls, agreed] })).toEqual(["t1", "t2"]);
});

describe("over many incidents", () => {
  const voices = { parties: ["NOR", "SOU"], voices: incidentVoices(clash()) };
  const reports = [
    { outlet: "Outlet B", reports: 2, origins: 1 },
    { outlet: "Outlet C", reports: 1, origins: 1 },
  ];
  const { outlets, speakers } = voicesOf([voices, voices], reports);

  test("outlets with most reports come first, those without claims among them", () => {
    expect(outlets.map((o) => [o.outlet, o.reports, o.origins, o.claims, o.ownVoice])).toEqual([
      ["Outlet B", 2, 1, 4, 2],
      ["Outlet C", 1, 1, 0, 0],
      ["Outlet A", 0, 0, 6, 0],
    ]);
  });

  test("an outlet leaves out a party to what it reports that speaks on it elsewhere, and never in it", () => {
    expect(outlets.map((o) => [o.outlet, o.quotes, o.leavesOut])).toEqual([
      [
        "Outlet B",
        [
          { code: "NOR", claims: 2 },
          { code: "UN", claims: 2 },
        ],
        ["SOU"],
      ],
      ["Outlet C", [], []],
      [
        "Outlet A",
        [
          { code: "NOR", claims: 4 },
          { code: "SOU", claims: 2 },
        ],
        // the UN is no party to it
        [],
      ],
    ]);
  });

  test("speakers with most claims come first, each with whom it speaks of and who carries it", () => {
    expect(speakers.map((s) => [s.code, s.claims, s.incidents])).toEqual([
      ["NOR", 6, 2],
      [null, 2, 2],
      ["SOU", 2, 2],
      ["UN", 2, 2],
    ]);
    expect(speakers[0]).toMatchObject({
      of: [
        { code: "SOU", claims: 6 },
        { code: "NOR", claims: 2 },
      ],
      outlets: [
        { outlet: "Outlet A", claims: 4 },
        { outlet: "Outlet B", claims: 2 },
      ],
    });
  });

  test("nothing of nothing", () => expect(voicesOf([], [])).toEqual({ outlets: [], speakers: [] }));
});
