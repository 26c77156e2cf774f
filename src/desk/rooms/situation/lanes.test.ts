import { describe, expect, test } from "vitest";
import type { Situation } from "../../../formats/desk-json.js";
import { timeScale } from "../../shared/time-axis/scale.js";
import { type Lane, laneMarks, lanesOf } from "./lanes.js";

type Initiative = Situation["initiatives"][number];
type Ceasefire = Situation["ceasefires"][number];
const o = { nameOf: (code: string) => ({ NOR: "North", SOU: "South", EAS: "East" })[code] ?? code };
const on = (from: string | null, to: string | null = from) => ({ from, to, basis: "stated" as const });

const step = (
  act: Initiative["history"][number]["act"],
  day: string,
  more: Partial<Initiative["history"][number]> = {},
): Initiative["history"][number] => ({
  act,
  date: on(day),
  source: null,
  parties: ["NOR", "SOU"],
  evidence: [],
  reports: [],
  state: "offered",
  ...more,
});
const initiative = (more: Partial<Initiative>): Initiative => ({
  id: "n1",
  thirdParty: ["EAS"],
  parties: ["NOR", "SOU"],
  state: "offered",
  dormant: false,
  contested: [],
  acceptedBy: [],
  declinedBy: [],
  rounds: 0,
  places: [],
  verdict: "single-source",
  from: "2025-11-01",
  to: "2025-11-01",
  history: [step("offers", "2025-11-01")],
  ...more,
});
const ceasefire = (more: Partial<Ceasefire>): Ceasefire => ({
  id: "c1",
  parties: ["NOR", "SOU"],
  brokers: [],
  agreed: on("2025-11-05"),
  inForceFrom: null,
  termDays: null,
  state: "in-force",
  sources: ["NOR"],
  breaches: [],
  evidence: [],
  ...more,
});

describe("lanes", () => {
  test("ceasefires, third parties by their steps, then those without one", () => {
    const lanes = lanesOf(
      {
        initiatives: [
          initiative({ id: "n0", thirdParty: [] }),
          initiative({ id: "n1", thirdParty: ["UN"] }),
          initiative({ id: "n2", history: [step("offers", "2025-11-01"), step("hosts", "2025-11-03")] }),
        ],
        ceasefires: [ceasefire({})],
      },
      o,
    );
    expect(lanes.map((l) => l.label)).toEqual(["Ceasefires", "East", "UN", "Without a third party"]);
  });

  test("nothing", () => expect(lanesOf({ initiatives: [], ceasefires: [] }, o)).toEqual([]));

  test.each([
    [step("offers", "2025-11-01"), "East offers its help", "offer"],
    [step("welcomes", "2025-11-02", { parties: ["NOR"] }), "welcomed: North", "welcome"],
    [step("rejects", "2025-11-02", { parties: [] }), "refused", "reject"],
    [step("talks-collapse", "2025-11-03"), "talks broken off: North, South", "collapse"],
  ])("%#: %o", (given, words, shape) => {
    const [lane] = lanesOf({ initiatives: [initiative({ history: [given] })], ceasefires: [] }, o);
    expect(lane!.steps[0]).toMatchObject({ words, shape });
  });

  test("a step that two tell of is one, said by both", () => {
    const history = [step("hosts", "2025-11-03"), step("hosts", "2025-11-03", { source: "NOR" })];
    const [lane] = lanesOf({ initiatives: [initiative({ history })], ceasefires: [] }, o);
    expect(lane!.steps).toHaveLength(1);
    expect(lane!.steps[0]!.sources).toEqual([null, "NOR"]);
  });

  test.each([
    ["in force, no end known", {}, { from: "2025-11-05", to: null }],
    ["announced and no more", { state: "announced" as const }, { from: "2025-11-05", to: "2025-11-05" }],
    ["a term", { termDays: 2 }, { from: "2025-11-05", to: "2025-11-06" }],
    ["from when it holds", { inForceFrom: on("2025-11-07") }, { from: "2025-11-07", to: null }],
    [
      "ended: to the last breach",
      {
        state: "collapsed" as const,
        breaches: [{ accuser: null, accused: [], date: on("2025-11-09"), evidence: [] }],
      },
      { from: "2025-11-05", to: "2025-11-09" },
    ],
  ])("a ceasefire's span: %s", (_, more, days) => {
    const [lane] = lanesOf({ initiatives: [], ceasefires: [ceasefire(more)] }, o);
    expect(lane!.spans[0]!.days).toEqual(days);
  });

  test("a ceasefire without a day has no span", () => {
    const [lane] = lanesOf({ initiatives: [], ceasefires: [ceasefire({ agreed: null })] }, o);
    expect(lane).toMatchObject({ steps: [], spans: [] });
  });
});

describe("marks of a lane", () => {
  const scale = timeScale({ from: "2025-11-01", to: "2025-11-30" }, 300);
  const lane = (...days: [string, string | null, string | null][]): Lane => ({
    key: "k",
    label: "East",
    spans: [],
    steps: days.map(([shape, from, to]) => ({
      shape: shape as "offer",
      days: { from, to },
      words: shape,
      sources: [null],
      target: { initiative: "n1" },
    })),
  });

  test("far from one another each is one", () => {
    const marks = laneMarks(
      lane(["offer", "2025-11-01", "2025-11-01"], ["talks", "2025-11-05", "2025-11-05"]),
      scale,
    );
    expect(marks.map((m) => [m.x, m.shape])).toEqual([
      [5, "offer"],
      [45, "talks"],
    ]);
  });

  test("near one another they are one, in the weightiest shape", () => {
    const [mark, ...more] = laneMarks(
      lane(["agreement", "2025-11-02", "2025-11-02"], ["offer", "2025-11-01", "2025-11-01"]),
      scale,
    );
    expect(more).toEqual([]);
    expect(mark).toMatchObject({ shape: "agreement" });
    expect(mark!.steps.map((s) => s.words)).toEqual(["offer", "agreement"]);
  });

  test("uncertain days are a bar; what is off the axis or has no day is left out", () => {
    const marks = laneMarks(
      lane(["offer", "2025-11-01", "2025-11-04"], ["talks", null, null], ["talks", "2026-01-01", null]),
      scale,
    );
    expect(marks).toHaveLength(1);
    expect(marks[0]!.days).toMatchObject({ x: 0, width: 40 });
  });
});
