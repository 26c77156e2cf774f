import { describe, expect, test } from "vitest";
import { moved, periodBetween, toBound, within } from "./brush.js";
import { daysBar, lengthOf, middleOf, overlaps, periodOf, stretchOf, timeScale } from "./scale.js";
import { ticksOf } from "./ticks.js";

const october = timeScale({ from: "2025-10-01", to: "2025-10-31" }, 310);

describe("scale", () => {
  test.each([
    ["2025-10-01", 0, 5, 10],
    ["2025-10-31", 300, 305, 310],
    ["2025-09-30", -10, -5, 0],
    ["2025-11-01", 310, 315, 320],
  ])("%s", (day, start, noon, end) => {
    expect([october.start(day), october.noon(day), october.end(day)]).toEqual([start, noon, end]);
  });

  test.each([
    [-50, "2025-10-01"],
    [0, "2025-10-01"],
    [9.9, "2025-10-01"],
    [10, "2025-10-02"],
    [309, "2025-10-31"],
    [900, "2025-10-31"],
  ])("the day at %d px", (x, day) => expect(october.dayAt(x)).toBe(day));

  test("a change of the clock makes no day shorter", () => {
    const march = timeScale({ from: "2026-03-01", to: "2026-04-05" }, 360);
    expect(march.start("2026-03-30") - march.start("2026-03-29")).toBeCloseTo(10);
  });

  test("one day, and no room at all", () => {
    const one = timeScale({ from: "2025-10-01", to: "2025-10-01" }, 0);
    expect(one.width).toBe(1);
    expect(one.dayAt(0.5)).toBe("2025-10-01");
  });

  test.each([
    ["a day", { from: "2025-10-02", to: "2025-10-02" }, { x: 10, width: 10 }],
    ["days", { from: "2025-10-02", to: "2025-10-04" }, { x: 10, width: 30 }],
    ["open at the start", { from: null, to: "2025-10-04" }, { x: 0, width: 40, openStart: true }],
    ["open at the end", { from: "2025-10-30", to: null }, { x: 290, width: 20, openEnd: true }],
    ["cut off on both sides", { from: "2025-01-01", to: "2026-01-01" }, { x: 0, width: 310 }],
  ])("stretch of %s", (_, period, stretch) => {
    expect(stretchOf(october, period)).toEqual({ openStart: false, openEnd: false, ...stretch });
  });

  test.each([
    ["known days", { from: "2025-10-02", to: "2025-10-04" }, { x: 10, width: 30 }],
    ["up to a day", { from: null, to: "2025-10-20" }, { x: 170, width: 30 }],
    ["from a day on", { from: "2025-10-20", to: null }, { x: 190, width: 30 }],
    ["from a day near the end", { from: "2025-10-31", to: null }, { x: 300, width: 10 }],
  ])("bar of %s", (_, period, bar) => expect(daysBar(october, period)).toMatchObject(bar));

  test.each([
    ["no day", { from: null, to: null }],
    ["before the axis", { from: "2025-09-01", to: "2025-09-30" }],
    ["after the axis", { from: "2025-11-01", to: null }],
  ])("no stretch: %s", (_, period) => expect(stretchOf(october, period)).toBeNull());

  test.each([
    [{ from: "2025-10-01", to: "2025-10-03" }, 15],
    [{ from: null, to: "2025-10-03" }, 25],
    [{ from: "2025-10-03", to: null }, 25],
    [{ from: null, to: null }, null],
  ])("middle of %j", (period, x) => expect(middleOf(october, period)).toBe(x));

  test("the period of several intervals, and of none", () => {
    expect(
      periodOf([
        { from: null, to: "2025-10-03" },
        { from: "2025-10-01", to: null },
        { from: null, to: null },
      ]),
    ).toEqual({ from: "2025-10-01", to: "2025-10-03" });
    expect(periodOf([{ from: null, to: null }])).toBeNull();
    expect(lengthOf({ from: "2025-10-01", to: "2025-10-03" })).toBe(3);
  });

  test.each([
    [{ from: null, to: null }, false],
    [{ from: null, to: "2025-10-01" }, true],
    [{ from: null, to: "2025-09-30" }, false],
    [{ from: "2025-10-31", to: null }, true],
    [{ from: "2025-11-01", to: "2025-11-02" }, false],
  ])("%j in October: %s", (p, is) => expect(overlaps(p, october.period)).toBe(is));
});

describe("ticks", () => {
  const at = (from: string, to: string, width: number) => ticksOf(timeScale({ from, to }, width));
  const labels = (list: readonly { label: string }[]) => list.map((t) => t.label).join(" ");

  test.each([
    ["days", "2025-10-30", "2025-11-03", 400, "30 31 1 2 3", "Oct 2025 Nov 2025"],
    ["weeks", "2025-10-01", "2025-10-31", 310, "6 13 20 27", "Oct 2025"],
    ["months", "2025-11-10", "2026-03-10", 400, "Dec Jan Feb Mar", "2025 2026"],
    ["quarters", "2024-05-01", "2026-03-10", 400, "Jul Oct Jan Apr Jul Oct Jan", "2024 2025 2026"],
    ["years", "2016-03-01", "2025-12-31", 600, "2017 2018 2019 2020 2021 2022 2023 2024 2025", ""],
    ["every fifth year", "1996-03-01", "2025-12-31", 300, "2000 2005 2010 2015 2020 2025", ""],
  ])("%s", (_, from, to, width, minor, major) => {
    const ticks = at(from, to, width);
    expect(labels(ticks.minor)).toBe(minor);
    expect(labels(ticks.major)).toBe(major);
  });

  test("a month that ends at the edge has no room for its name", () => {
    expect(at("2025-10-31", "2025-11-30", 700).major.map((t) => t.label)).toEqual(["", "Nov 2025"]);
  });

  test("labels never touch, however wide the axis", () => {
    for (const width of [60, 130, 320, 700, 1300])
      for (const to of ["2025-01-05", "2025-02-20", "2025-12-31", "2027-06-01", "2075-01-01"]) {
        const ticks = at("2025-01-01", to, width);
        expect(ticks.room).toBeGreaterThan(20);
        for (const [k, t] of ticks.minor.entries())
          if (k > 0) expect(t.x - ticks.minor[k - 1]!.x).toBeGreaterThanOrEqual(20);
      }
  });
});

describe("brush", () => {
  const bounds = october.period;
  test.each([
    [12, 55, { from: "2025-10-02", to: "2025-10-06" }],
    [55, 12, { from: "2025-10-02", to: "2025-10-06" }],
    [-20, 900, bounds],
  ])("from %d px to %d px", (a, b, period) => expect(periodBetween(october, a, b)).toEqual(period));

  const week = { from: "2025-10-06", to: "2025-10-12" };
  test.each([
    ["from", 1, { from: "2025-10-07", to: "2025-10-12" }],
    ["from", 30, { from: "2025-10-12", to: "2025-10-12" }],
    ["from", -30, { from: "2025-10-01", to: "2025-10-12" }],
    ["to", -30, { from: "2025-10-06", to: "2025-10-06" }],
    ["to", 300, { from: "2025-10-06", to: "2025-10-31" }],
    ["both", 7, { from: "2025-10-13", to: "2025-10-19" }],
    ["both", -70, { from: "2025-10-01", to: "2025-10-07" }],
    ["both", 70, { from: "2025-10-25", to: "2025-10-31" }],
  ] as const)("%s by %d days", (grip, days, period) =>
    expect(moved(week, grip, days, bounds)).toEqual(period),
  );

  test.each([
    ["from", "first", { from: "2025-10-01", to: "2025-10-12" }],
    ["from", "last", { from: "2025-10-12", to: "2025-10-12" }],
    ["to", "first", { from: "2025-10-06", to: "2025-10-06" }],
    ["to", "last", { from: "2025-10-06", to: "2025-10-31" }],
  ] as const)("%s to the %s", (grip, end, period) =>
    expect(toBound(week, grip, end, bounds)).toEqual(period),
  );

  test("what lies within", () => {
    expect(within({ from: "2025-01-01", to: "2025-10-03" }, bounds)).toEqual({
      from: "2025-10-01",
      to: "2025-10-03",
    });
    expect(within({ from: "2025-01-01", to: "2025-01-03" }, bounds)).toBeNull();
  });
});
