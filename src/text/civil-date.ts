/**
 * Civil days and intervals of them. A day is an ISO 8601 string, `YYYY-MM-DD`, without a time zone: a report's
 * "Friday" is the Friday of the place it writes about. Arithmetic goes through the day number (days since 1970-01-01).
 */
export const DATE_BASES = ["stated", "relative", "inferred", "unknown"] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** Both ends included; null is open. basis `unknown` has both ends null. @see docs/record.md, "Dates" */
export interface DateInterval {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: DateBasis;
}

export const UNKNOWN_DATE: DateInterval = { from: null, to: null, basis: "unknown" };

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Throws on anything but `YYYY-MM-DD`. */
export function dayNumber(iso: string): number {
  const known = days.get(iso);
  if (known !== undefined) return known;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(ms)) throw new Error(`not a civil day: ${iso}`);
  const day = Math.round(ms / DAY_MS);
  if (days.size < 50_000) days.set(iso, day);
  return day;
}

/** Days asked for before: the record compares the same ones over and over. */
const days = new Map<string, number>();

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 2025-02-30 is none. */
export function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The civil day with this number of days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
