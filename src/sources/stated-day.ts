import { dayNumber, isoDay } from "../text/civil-date.js";
import { MONTHS } from "../text/date-words.js";

const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?=T|\b)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T\d|$)/;
const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?(?:\\s+of)?[\\s-]+${MONTH}(?:,?[\\s-]+(\\d{4}))?\\b`,
  "i",
);
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,?\\s+(\\d{4}))?\\b`, "i");
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;

/** A civil day as a header or a dateline gives it; `year` null where it gives none ("Feb 27"). */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * The first calendar day in the words, as YYYY-MM-DD, or null where there is none or it has no year. The day is the one
 * written: a time zone never moves it. "03/04/2025" is no day, "25/04/2025" is.
 */
export function statedDay(words: string): string | null {
  const found = calendarDay(words);
  return found && found.year !== null ? isoOf(found.year, found.month, found.day) : null;
}

/** As `statedDay`, with days that have no year. */
export function calendarDay(words: string): StatedDay | null {
  const iso = ISO.exec(words) ?? COMPACT.exec(words.trim());
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = DAY_MONTH.exec(words);
  const monthFirst = MONTH_DAY.exec(words);
  if (dayFirst && (!monthFirst || dayFirst.index <= monthFirst.index)) {
    return valid(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  }
  if (monthFirst) return valid(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const numeric = NUMERIC.exec(words);
  if (!numeric) return null;
  const a = Number(numeric[1]);
  const b = Number(numeric[2]);
  if (a > 12) return valid(Number(numeric[3]), b, a);
  if (b > 12) return valid(Number(numeric[3]), a, b);
  return a === b ? valid(Number(numeric[3]), a, b) : null;
}

/** YYYY-MM-DD of a day that exists between 1900 and 2199, or null. */
export function isoOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isoDay(dayNumber(`${iso.slice(0, 8)}01`) + day - 1) === iso ? iso : null;
}

function valid(year: number | null, month: number, day: number): StatedDay | null {
  return isoOf(year ?? 2024, month, day) === null ? null : { year, month, day };
}

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function monthOf(name: string | undefined): number {
  return MONTHS.get((name ?? "").toLowerCase()) ?? 0;
}
