import { describe, expect, test } from "vitest";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { busyPeriod, extentOf, periodOfWords, periodWords } from "./busy-period.js";

/** Weeks from a Monday on with so many incidents each. */
const weeks = (monday: string, counts: readonly number[]) =>
  counts.map((incidents, k) => ({ week: isoDay(dayNumber(monday) + 7 * k), incidents }));
const none = { incidents: [], initiatives: [], ceasefires: [], weeks: [] };

describe("the extent of an axis", () => {
  test("nothing, or nothing with a day", () => {
    expect(extentOf(none)).toBeNull();
    expect(extentOf({ ...none, incidents: [{ from: null, to: null }] })).toBeNull();
  });

  test("the first and the last of all", () => {
    expect(
      extentOf({
        incidents: [{ from: "2025-03-04", to: "2025-03-06" }],
        initiatives: [{ from: "2025-02-01", to: null }],
        ceasefires: [{ agreed: null }, { agreed: { from: null, to: "2025-04-01" } }],
        weeks: weeks("2025-01-06", [0, 1, 0, 2]),
      }),
    ).toEqual({ from: "2025-01-13", to: "2025-04-01" });
  });
});

describe("what is shown of it at first", () => {
  test("all of a short one", () => {
    const extent = { from: "2025-01-01", to: "2025-12-31" };
    expect(busyPeriod([], extent)).toEqual(extent);
  });

  test("the last year of a long one", () => {
    const list = weeks("2020-01-06", Array(300).fill(2));
    const to = isoDay(dayNumber(list.at(-1)!.week) + 6);
    expect(busyPeriod(list, { from: "2020-01-06", to })).toEqual({
      from: isoDay(dayNumber(to) - 363),
      to,
    });
  });

  test("a stray mention years later is not the last busy year", () => {
    const list = weeks("2020-01-06", [...Array(100).fill(5), ...Array(150).fill(0), 1]);
    const shown = busyPeriod(list, { from: "2020-01-06", to: "2024-10-27" });
    expect(shown.to.slice(0, 4)).toBe("2022");
  });

  test("a stray mention years before is not shown", () => {
    const list = weeks("2016-01-04", [1, ...Array(500).fill(0), ...Array(20).fill(3)]);
    const to = isoDay(dayNumber(list.at(-1)!.week) + 6);
    expect(busyPeriod(list, { from: "2016-01-01", to }).from).toBe("2024-12-30");
  });
});

test.each([
  ["2025-01-01_2025-12-31", true],
  ["2025-12-31_2025-01-01", false],
  ["2025-01-01", false],
  ["2025-13-01_2025-14-01", false],
  [undefined, false],
])("%s in the address", (words, is) => {
  const found = periodOfWords(words);
  expect(found !== null).toBe(is);
  if (found) expect(periodWords(found)).toBe(words);
});
