import { dayNumber } from "./civil-date.js";

/** A civil day taken apart: `month` is 1 … 12, `day` 1 … 31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a proleptic Gregorian day. Overflowing months and days roll over, as in `Date.UTC`. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The year, month and day of a day number. */
export function civilOf(day: number): CivilDay {
  const d = new Date(day * 86_400_000);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
}

/** Number of days in a month; `month` 1 … 12. */
export function daysIn(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** Whether the month has such a day. */
export function isCivil(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The same day so many months on, or the last of a shorter month: 31 January and one month is 28 February. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: d } = civilOf(day);
  const first = civilOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(d, daysIn(first.year, first.month)));
}

/** The Monday of the week that holds a day. Weeks run from Monday to Sunday, as in ISO 8601. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** ISO 8601 week: the year that the week belongs to, and its number 1 … 53. */
export function isoWeek(day: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(day) + 3;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(`${String(year).padStart(4, "0")}-01-01`)) / 7) + 1 };
}
