import { describe, expect, test } from "vitest";
import { timeScale } from "../../shared/time-axis/scale.js";
import { overviewBars, standsOutWords, weekBars } from "./week-bars.js";

const week = (monday: string, conflict: number, cooperation: number, more = {}) => ({
  week: monday,
  incidents: conflict === 0 && cooperation === 0 ? 0 : 1,
  violent: 0,
  conflict,
  cooperation,
  conflictDeviation: null,
  cooperationDeviation: null,
  standsOut: false,
  ...more,
});
const scale = timeScale({ from: "2025-11-03", to: "2025-11-30" }, 280);

describe("bars of weeks", () => {
  test("both ways on one scale", () => {
    const found = weekBars(
      [week("2025-11-03", -30, 0), week("2025-11-10", 0, 0), week("2025-11-17", -15, 10)],
      scale,
      80,
    );
    expect(found.zero).toBe(20);
    expect(found.most).toEqual({ conflict: 30, cooperation: 10 });
    expect(found.bars.map((b) => [b.x, b.width, b.above, b.below])).toEqual([
      [0, 69, 0, 60],
      [140, 69, 20, 30],
    ]);
  });

  test.each([
    ["no weeks", []],
    ["quiet weeks", [week("2025-11-03", 0, 0)]],
    ["weeks off the axis", [week("2024-11-04", -9, 0)]],
  ])("%s: nothing but the line", (_, weeks) => {
    expect(weekBars(weeks, scale, 80)).toMatchObject({ bars: [], zero: 40 });
  });

  test("a week at the edge is cut off", () => {
    const [bar] = weekBars(
      [week("2025-10-27", -9, 0), week("2025-11-24", -9, 0)],
      timeScale({ from: "2025-10-30", to: "2025-11-02" }, 40),
      80,
    ).bars;
    expect([bar!.x, bar!.width]).toEqual([0, 39]);
  });

  test.each([
    [-4, null, "more conflict than in the weeks before"],
    [4, null, "less conflict than in the weeks before"],
    [-4, 3.6, "more conflict than in the weeks before, more cooperation than in the weeks before"],
    [1, 1, ""],
  ])("deviations %d and %d: %s", (conflictDeviation, cooperationDeviation, words) => {
    expect(standsOutWords(week("2025-11-03", -9, 1, { conflictDeviation, cooperationDeviation }))).toBe(
      words,
    );
  });
});

test("an overview puts weeks together", () => {
  const long = timeScale({ from: "2016-01-01", to: "2025-12-31" }, 100);
  const weeks = [week("2016-01-04", -9, 0), week("2016-01-11", -9, 0), week("2025-12-22", -9, 0)];
  expect(overviewBars(weeks, long, 4)).toEqual([
    { x: 0, incidents: 2 },
    { x: 96, incidents: 1 },
  ]);
});
