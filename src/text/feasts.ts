import { dayOf } from "./calendar.js";
import { weekdayOf } from "./civil-date.js";

/** Day number of a feast in a year. */
type DayIn = (year: number) => number;

const on =
  (month: number, day: number): DayIn =>
  (year) =>
    dayOf(year, month, day);

/** The first such weekday on or after a day of the month. */
const from =
  (month: number, day: number, weekday: number): DayIn =>
  (year) => {
    const first = dayOf(year, month, day);
    return first + ((weekday - weekdayOf(first) + 7) % 7);
  };

const easter =
  (offset: number): DayIn =>
  (year) =>
    easterOf(year) + offset;

/** Feasts that news dates things by, lower case; those of one country that have no other meaning in English are American. */
const FEASTS: ReadonlyMap<string, DayIn> = new Map([
  ["new year's day", on(1, 1)],
  ["valentine's day", on(2, 14)],
  ["good friday", easter(-2)],
  ["easter", easter(0)],
  ["easter sunday", easter(0)],
  ["easter monday", easter(1)],
  ["may day", on(5, 1)],
  ["memorial day", from(5, 25, 1)],
  ["labor day", from(9, 1, 1)],
  ["halloween", on(10, 31)],
  ["election day", from(11, 2, 2)],
  ["veterans day", on(11, 11)],
  ["thanksgiving", from(11, 22, 4)],
  ["thanksgiving day", from(11, 22, 4)],
  ["christmas eve", on(12, 24)],
  ["christmas", on(12, 25)],
  ["christmas day", on(12, 25)],
  ["boxing day", on(12, 26)],
  ["new year's eve", on(12, 31)],
]);

/** The words of each feast as tokens, the longest first, by the first of them. */
export const FEAST_WORDS: ReadonlyMap<string, readonly (readonly string[])[]> = byFirst(
  [...FEASTS.keys()].map((name) => name.split(/ |(')/).filter(Boolean)),
);

function byFirst(names: readonly (readonly string[])[]) {
  const longest = [...names].sort((a, b) => b.length - a.length);
  return new Map(longest.map(([first]) => [first!, longest.filter((words) => words[0] === first)]));
}

/** @param name as FEAST_WORDS has it, joined without its apostrophe's spaces: "new year's day" */
export function feastDay(name: string, year: number): number {
  return FEASTS.get(name)!(year);
}

/** Western Easter, by the algorithm of Meeus, Jones and Butcher (Nature, 1876). */
function easterOf(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
