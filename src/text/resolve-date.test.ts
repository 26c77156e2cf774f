import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateInterval, UNKNOWN_DATE } from "./civil-date.js";
import { findDateExpressions } from "./date-expressions.js";
import { resolveDate, type Tense } from "./resolve-date.js";

const FRIDAY: DateInterval = { from: "2026-02-27", to: "2026-02-27", basis: "stated" };
const NOVEMBER: DateInterval = { from: "2025-11-05", to: "2025-11-26", basis: "inferred" };

function resolved(
  text: string,
  reference: DateInterval,
  tense: Tense,
  anchor: DateInterval | null = null,
): string {
  const e = findDateExpressions(text, { start: 0, end: text.length })[0];
  if (e === undefined) return "no expression";
  const { from, to, basis } = resolveDate(e, reference, tense, anchor);
  return `${from}..${to} ${basis}`;
}

describe("published on Friday 2026-02-27, past tense", () => {
  test.each([
    ["on Friday", "2026-02-27..2026-02-27 relative"],
    ["Sunday's airstrikes", "2026-02-22..2026-02-22 relative"],
    ["on Thursday night", "2026-02-26..2026-02-27 relative"],
    ["overnight", "2026-02-26..2026-02-27 relative"],
    ["overnight on Thursday", "2026-02-25..2026-02-27 relative"],
    ["last Friday", "2026-02-20..2026-02-20 relative"],
    ["on Friday last week", "2026-02-20..2026-02-20 relative"],
    ["on Feb 27", "2026-02-27..2026-02-27 relative"],
    ["on May 10", "2025-05-10..2025-05-10 relative"],
    ["October 12", "2025-10-12..2025-10-12 relative"],
    ["Monday, Oct. 13", "2025-10-13..2025-10-13 relative"],
    ["Friday, Feb. 24", "2026-02-24..2026-02-24 relative"],
    ["in October", "2025-10-01..2025-10-31 relative"],
    ["in February", "2026-02-01..2026-02-27 relative"],
    ["in October 2023", "2023-10-01..2023-10-31 stated"],
    ["in the last week of December", "2025-12-25..2025-12-31 relative"],
    ["in the second week of May 2024", "2024-05-08..2024-05-14 stated"],
    ["last month", "2026-01-01..2026-01-31 relative"],
    ["earlier this month", "2026-02-01..2026-02-27 relative"],
    ["last week", "2026-02-16..2026-02-22 relative"],
    ["this week", "2026-02-23..2026-02-27 relative"],
    ["over the weekend", "2026-02-21..2026-02-22 relative"],
    ["two days ago", "2026-02-25..2026-02-25 relative"],
    ["the past 24 hours", "2026-02-26..2026-02-27 relative"],
    ["the past three days", "2026-02-24..2026-02-27 relative"],
    ["since April 2023", "2023-04-01..2026-02-27 stated"],
    ["since Monday", "2026-02-23..2026-02-27 relative"],
    ["until Monday", "null..2026-02-23 relative"],
    ["the night of Oct 11/12", "2025-10-11..2025-10-12 relative"],
    ["between 10 and 12 February", "2026-02-10..2026-02-12 relative"],
    ["Monday through Wednesday", "2026-02-23..2026-02-25 relative"],
    ["from November to January", "2025-11-01..2026-01-31 relative"],
    ["mid-October", "2025-10-11..2025-10-21 relative"],
    ["in 2019", "2019-01-01..2019-12-31 stated"],
    ["the October 7 raid led by Hamas", "2023-10-07..2023-10-07 stated"],
    ["the 1990s", "1990-01-01..1999-12-31 stated"],
    ["on Christmas Day", "2025-12-25..2025-12-25 relative"],
    ["last Thanksgiving", "2025-11-27..2025-11-27 relative"],
    ["on Easter Sunday 2024", "2024-03-31..2024-03-31 stated"],
    ["the previous day", "null..null unknown"],
    ["for three days", "null..null unknown"],
  ])("%s", (text, expected) => expect(resolved(text, FRIDAY, "past")).toBe(expected));
});

describe("looking ahead", () => {
  test.each([
    ["on Friday", "2026-02-27..2026-02-27 relative"],
    ["on Sunday", "2026-03-01..2026-03-01 relative"],
    ["next Monday", "2026-03-02..2026-03-02 relative"],
    ["next week", "2026-03-02..2026-03-08 relative"],
    ["in May", "2026-05-01..2026-05-31 relative"],
    ["by Monday", "2026-02-27..2026-03-02 relative"],
    ["on Feb 3", "2027-02-03..2027-02-03 relative"],
    ["Monday through Wednesday", "2026-03-02..2026-03-04 relative"],
    ["on Good Friday", "2026-04-03..2026-04-03 relative"],
  ])("%s", (text, expected) => expect(resolved(text, FRIDAY, "future")).toBe(expected));
});

describe("published some day between 5 and 26 November 2025", () => {
  test.each([
    ["on Wednesday", "2025-11-05..2025-11-26 relative"],
    ["last month", "2025-10-01..2025-10-31 relative"],
    ["earlier this month", "2025-11-01..2025-11-26 relative"],
    ["on October 12", "2025-10-12..2025-10-12 relative"],
    ["in October", "2025-10-01..2025-10-31 relative"],
    ["yesterday", "2025-11-04..2025-11-25 relative"],
  ])("%s", (text, expected) => expect(resolved(text, NOVEMBER, "past")).toBe(expected));
});

describe("counted from what was told before, 2026-02-20", () => {
  const told: DateInterval = { from: "2026-02-20", to: "2026-02-20", basis: "relative" };
  test.each([
    ["the previous day", "2026-02-19..2026-02-19 relative"],
    ["two days later", "2026-02-22..2026-02-22 relative"],
    ["that night", "2026-02-20..2026-02-21 relative"],
    ["the following week", "2026-02-23..2026-03-01 relative"],
  ])("%s", (text, expected) => expect(resolved(text, FRIDAY, "past", told)).toBe(expected));
});

test("without a date of publication only full dates are known", () => {
  expect(resolved("on Friday", UNKNOWN_DATE, "past")).toBe("null..null unknown");
  expect(resolved("on 3 March 2024", UNKNOWN_DATE, "past")).toBe("2024-03-03..2024-03-03 stated");
});

test("a wider date of publication never makes an answer narrower", () => {
  const texts = [
    "on Friday",
    "last month",
    "in October",
    "on May 10",
    "earlier this month",
    "last week",
    "two weeks ago",
    "overnight",
  ];
  const day = fc.integer({ min: 18_000, max: 21_000 });
  const iso = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(fc.constantFrom(...texts), day, fc.nat(30), fc.nat(30), (text, start, before, after) => {
      const e = findDateExpressions(text, { start: 0, end: text.length })[0]!;
      const narrow = resolveDate(e, { from: iso(start), to: iso(start), basis: "stated" }, "past");
      const wide = resolveDate(
        e,
        { from: iso(start - before), to: iso(start + after), basis: "inferred" },
        "past",
      );
      expect(narrow.from! <= narrow.to!).toBe(true);
      expect(narrow.to! <= iso(start)).toBe(true);
      expect(wide.from! <= narrow.from! && narrow.to! <= wide.to!).toBe(true);
    }),
  );
});
