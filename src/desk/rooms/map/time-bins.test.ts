import { describe, expect, test } from "vitest";
import { timeScale } from "../../shared/time-axis/scale.js";
import type { MapIncident } from "./spots.js";
import { binned, binSize, nextPeriod } from "./time-bins.js";

const on = (from: string | null, to = from, kind: MapIncident["kind"] = "violence") =>
  ({ kind, from, to, actors: ["PAK"], verdict: "single-source" }) as unknown as MapIncident;

test.each([
  [20, "day"],
  [5, "day"],
  [4.9, "week"],
  [0.72, "week"],
  [0.7, "month"],
] as const)("days of %s px: by %s", (dayWidth, size) => expect(binSize(dayWidth)).toBe(size));

describe("bins", () => {
  const bins = (incidents: MapIncident[], width: number, from = "2025-10-01", to = "2025-12-31") =>
    binned(incidents, timeScale({ from, to }, width), ["PAK"]).lanes.map((l) => [
      l.kind,
      ...l.bins.map((b) => `${b.period.from}…${b.period.to} ${b.incidents}`),
    ]);
  const list = [
    on("2025-10-15"),
    on("2025-10-17"),
    on("2025-12-31"),
    on("2025-10-13", "2025-10-13", "coercion"),
  ];

  test.each<[string, number, string[][]]>([
    [
      "days",
      920,
      [
        ["violence", "2025-10-15…2025-10-15 1", "2025-10-17…2025-10-17 1", "2025-12-31…2025-12-31 1"],
        ["coercion", "2025-10-13…2025-10-13 1"],
      ],
    ],
    [
      "weeks, from Monday to Sunday",
      300,
      [
        ["violence", "2025-10-13…2025-10-19 2", "2025-12-29…2026-01-04 1"],
        ["coercion", "2025-10-13…2025-10-19 1"],
      ],
    ],
    [
      "months",
      50,
      [
        ["violence", "2025-10-01…2025-10-31 2", "2025-12-01…2025-12-31 1"],
        ["coercion", "2025-10-01…2025-10-31 1"],
      ],
    ],
  ])("%s", (_, width, expected) => expect(bins(list, width)).toEqual(expected));

  test("off the axis, and without a day: not counted", () => {
    expect(bins([on("2016-01-01"), on(null)], 300)).toEqual([]);
  });
});

describe("playing", () => {
  const axis = { from: "2025-10-01", to: "2025-12-31" };
  test.each([
    ["nothing picked: from the beginning", undefined, undefined, { from: "2025-10-01", to: "2025-10-30" }],
    [
      "open at one end: from the beginning",
      "2025-11-01",
      undefined,
      { from: "2025-10-01", to: "2025-10-30" },
    ],
    ["a quarter further", "2025-10-01", "2025-10-28", { from: "2025-10-08", to: "2025-11-04" }],
    ["a day is moved by a day", "2025-10-01", "2025-10-01", { from: "2025-10-02", to: "2025-10-02" }],
    ["no further than the end", "2025-12-01", "2025-12-29", { from: "2025-12-03", to: "2025-12-31" }],
    ["at the end", "2025-12-03", "2025-12-31", null],
  ])("%s", (_, from, to, next) => expect(nextPeriod(axis, from, to)).toEqual(next));
});
