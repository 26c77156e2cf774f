import { describe, expect, test } from "vitest";
import { listing as listed } from "../../../../tests/made-record.js";
import type { DrawnIncident } from "../../../formats/desk-json.js";
import { timeScale } from "../../shared/time-axis/scale.js";
import { actorsOf, fillsOf } from "./actors.js";
import { incidentMarks, TICKS } from "./incident-marks.js";
import { tollScale } from "./toll-scale.js";

/** As the API gives it: what is readonly in the record is not there. */
const listing = (more: Parameters<typeof listed>[0] = {}): DrawnIncident =>
  ({ ...listed(more), actors: ["NOR"] }) as DrawnIncident;
const scale = timeScale({ from: "2025-11-01", to: "2025-11-30" }, 300);
const tolls = tollScale([100], 20);
const killed = (low: number, best: number, high: number | null, open = false) => [
  { harm: "killed", party: "SOU", kind: "military", verdict: "contested" as const, low, best, high, open },
];

describe("incidents as marks", () => {
  test("one with a figure is a circle, one without a tick at the foot", () => {
    const { marks } = incidentMarks(
      [listing({ id: "a", cells: killed(25, 100, 100) }), listing({ id: "b", cells: [] })],
      scale,
      tolls,
      200,
    );
    expect(marks[0]).toMatchObject({ x: 45, y: 78, low: 10, best: 20, high: 20, isBeyond: false });
    expect(marks[1]!.y).toBeGreaterThan(200 - TICKS);
    expect(marks[1]!.toll).toBeNull();
  });

  test.each([
    ["lowest is nobody", killed(0, 25, 100), { low: 0, best: 10, high: 20 }],
    ["high beyond the scale", killed(25, 25, 900), { high: 20, isBeyond: true }],
    ["open above", killed(25, 25, 25, true), { high: 10, isBeyond: true }],
    ["no highest", killed(25, 25, null), { high: 10 }],
  ])("%s", (_, cells, mark) => {
    expect(incidentMarks([listing({ cells })], scale, tolls, 200).marks[0]).toMatchObject(mark);
  });

  test.each([
    ["a day", "2025-11-05", "2025-11-05", 45, null],
    ["some days", "2025-11-05", "2025-11-08", 60, { x: 40, width: 40 }],
    ["until a day", null, "2025-11-02", 15, { x: 0, width: 20, openStart: true }],
    ["until a later day", null, "2025-11-20", 195, { x: 170, width: 30, openStart: true }],
    ["longer than the axis", "2025-01-01", "2025-12-31", 0, { x: 0, width: 300 }],
  ])("days: %s", (_, from, to, x, days) => {
    const [mark] = incidentMarks([listing({ from, to })], scale, tolls, 200).marks;
    expect(mark!.x).toBe(x);
    if (days) expect(mark!.days).toMatchObject(days);
    else expect(mark!.days).toBeNull();
  });

  test("in the order of time; those without a day are counted, those off the axis left out", () => {
    const found = incidentMarks(
      [
        listing({ id: "c", from: "2025-11-09", to: "2025-11-09" }),
        listing({ id: "b", from: "2025-11-02", to: "2025-11-02" }),
        listing({ id: "never", from: null, to: null }),
        listing({ id: "later", from: "2026-11-02", to: "2026-11-02" }),
        listing({ id: "a", from: null, to: "2025-11-02" }),
      ],
      scale,
      tolls,
      200,
    );
    expect(found.marks.map((m) => m.incident.id)).toEqual(["a", "b", "c"]);
    expect(found.undated).toBe(1);
  });
});

describe("who acted", () => {
  const by = (...actors: string[]) => ({ actors });

  test("most incidents first, the conflict's parties before all", () => {
    const found = actorsOf([by("A"), by("B"), by("B", "C"), by()], ["A"]);
    expect(found.among).toEqual(["A", "B", "C"]);
  });

  test("beyond seven there are no colours", () => {
    const found = actorsOf("ABCDEFGHIJ".split("").map((c) => by(c)));
    expect(found.among).toHaveLength(7);
    expect(found.others).toBe(3);
    expect(new Set(found.colours.values()).size).toBe(7);
  });

  const colours = new Map([
    ["A", 1],
    ["B", 4],
  ]);
  test.each([
    [["A"], [1]],
    [
      ["A", "B"],
      [1, 4],
    ],
    [
      ["A", "X"],
      [1, undefined],
    ],
    [
      ["A", "B", "X", "Y"],
      [1, 4, undefined, undefined],
    ],
    [["A", "B", "C", "D", "E"], [undefined]],
    [[], [undefined]],
  ])("%j is filled with %j", (actors, fills) => expect(fillsOf(actors, colours)).toEqual(fills));
});
