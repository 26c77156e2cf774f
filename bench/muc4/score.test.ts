import { expect, test } from "vitest";
import { f1, hasDay, pairMost, pairUp, plain } from "./score.js";

test("strings are compared without case, articles, punctuation and line ends", () => {
  expect(plain("The  MAYOR'S\nhouse, a bus")).toBe("mayors house bus");
});

test("each entity of the key is found once, by one of its strings in full", () => {
  const key = [["guerrillas", "rebels"], ["armed men"]];
  expect(pairUp([["THE REBELS"], ["guerrillas"], ["men"], ["Armed men"]], key)).toEqual([0, -1, -1, 1]);
});

test("what fits two gives way to what fits one", () => {
  const fits = (a: string, b: string) => b.includes(a);
  expect(pairMost(["people", "six people"], ["six people", "people"], fits)).toEqual([1, 0]);
});

test("what fits worse is paired only with what is left", () => {
  const isEqual = (a: number, b: number) => a === b;
  const isNear = (a: number, b: number) => Math.abs(a - b) < 2;
  expect(pairMost([2, 1], [1, 3], isEqual, isNear)).toEqual([1, 0]);
});

test("F1 of nothing is nothing", () => {
  expect(f1({ right: 0, predicted: 0, gold: 0 })).toBe(0);
  expect(f1({ right: 1, predicted: 2, gold: 2 })).toBe(50);
});

test("an interval is right where it has the key's day; an open one only where the key says the same", () => {
  const days = (from: string | null, to: string | null) => ({ from, to });
  const day = days("1990-02-04", "1990-02-04");
  const upTo = days(null, "1990-02-04");
  expect(hasDay(days("1990-02-01", "1990-02-04"), day)).toBe(true);
  expect(hasDay(days("1990-02-01", "1990-02-03"), day)).toBe(false);
  expect(hasDay(upTo, day)).toBe(false);
  expect(hasDay(upTo, upTo)).toBe(true);
  expect(hasDay(days(null, "1990-02-05"), upTo)).toBe(false);
  expect(hasDay(day, upTo)).toBe(true);
  expect(hasDay(days("1990-02-05", "1990-02-05"), upTo)).toBe(false);
  expect(hasDay(days(null, null), upTo)).toBe(false);
});
