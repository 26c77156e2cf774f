import { describe, expect, test } from "vitest";
import { bulkPeriod, middleDay, padded } from "./bulk-period.js";
import type { OpenPeriod } from "./scale.js";

test.each<[string | null, string | null, string | null]>([
  ["2025-10-15", "2025-10-15", "2025-10-15"],
  ["2025-10-01", "2025-10-31", "2025-10-16"],
  [null, "2025-10-31", "2025-10-31"],
  ["2025-10-01", null, "2025-10-01"],
  [null, null, null],
])("the middle of %s to %s is %s", (from, to, day) => expect(middleDay({ from, to })).toBe(day));

describe("days of an axis", () => {
  const on = (from: string | null) => ({ from, to: from });
  const twenties = Array.from({ length: 28 }, (_, k) => on(`2025-10-${String(k + 1).padStart(2, "0")}`));
  test.each<[string, OpenPeriod[], [string, string, number] | null]>([
    ["none", [on(null)], null],
    ["one", [on("2025-10-15")], ["2025-10-15", "2025-10-15", 0]],
    [
      "a few long before the rest are left off, and counted",
      [on("2016-01-01"), on("2023-10-07"), ...twenties],
      ["2025-10-01", "2025-10-28", 2],
    ],
    [
      "where they are many, nothing is left off",
      [on("2016-01-01"), on("2025-10-15"), on("2025-10-16")],
      ["2016-01-01", "2025-10-16", 0],
    ],
    [
      "spread evenly: nothing is gained",
      Array.from({ length: 20 }, (_, k) => on(`20${String(k).padStart(2, "0")}-06-01`)),
      ["2000-06-01", "2019-06-01", 0],
    ],
  ])("%s", (_, list, expected) => {
    const found = bulkPeriod(list);
    expect(found && [found.period.from, found.period.to, found.before]).toEqual(expected);
  });
});

test.each([
  ["2025-10-15", "2025-10-15", "2025-10-08", "2025-10-22"],
  ["2025-10-01", "2025-10-31", "2025-09-30", "2025-11-01"],
  ["2025-01-01", "2025-12-31", "2024-12-27", "2026-01-05"],
])("%s to %s with room around it", (from, to, first, last) =>
  expect(padded({ from, to })).toEqual({ from: first, to: last }),
);
