import { expect, test } from "vitest";
import { allSeen, visitNow } from "./visit.js";

const at = (hour: string) => `2026-01-02T${hour}:00Z`;
const kept = (since: string | null, last: string) => JSON.stringify({ since, last });

test.each([
  ["a first visit", null, { since: null, last: at("12:00") }],
  ["something else was kept", '"yes"', { since: null, last: at("12:00") }],
  ["no JSON", "{", { since: null, last: at("12:00") }],
  ["a reload", kept(at("09:00"), at("11:45")), { since: at("09:00"), last: at("12:00") }],
  ["a reload in a first visit", kept(null, at("11:45")), { since: null, last: at("12:00") }],
  ["another visit", kept(at("09:00"), at("10:00")), { since: at("10:00"), last: at("12:00") }],
  ["another visit after a first", kept(null, at("10:00")), { since: at("10:00"), last: at("12:00") }],
])("%s", (_, before, visits) => expect(visitNow(before, at("12:00"))).toEqual(visits));

test("all is seen", () => {
  expect(visitNow(JSON.stringify(allSeen(at("12:00"))), at("12:10")).since).toBe(at("12:00"));
});
