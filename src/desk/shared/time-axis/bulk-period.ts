import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { type OpenPeriod, type Period, periodOf } from "./scale.js";

/** The day in the middle of those that something may have been on; the one known where one end is open. */
export function middleDay({ from, to }: OpenPeriod): string | null {
  if (from === null || to === null) return from ?? to;
  return isoDay(Math.floor((dayNumber(from) + dayNumber(to)) / 2));
}

/** The days that an axis shows, and what is off it. */
export interface BulkPeriod {
  readonly period: Period;
  /** How many stand before it. */
  readonly before: number;
  /** The days of all. */
  readonly all: Period;
}

/** Part that may be left off an axis. */
const FEW = 0.1;
/** Days between them and the rest, as part of the rest's. */
const GAP = 0.25;

/**
 * The days of an axis: all, but where a few early ones ("the war began in 2016") would press the rest together, it begins with the
 * bulk.
 *
 * @returns null where none has a day
 */
export function bulkPeriod(list: readonly OpenPeriod[]): BulkPeriod | null {
  const all = periodOf(list);
  if (all === null) return null;
  const days = list
    .flatMap((i) => middleDay(i) ?? [])
    .sort()
    .map(dayNumber);
  const last = dayNumber(all.to);
  for (let k = Math.floor(days.length * FEW); k > 0; k -= 1)
    if (days[k]! - days[k - 1]! > (last - days[k]! + 1) * GAP)
      return { period: { from: isoDay(days[k]!), to: all.to }, before: k, all };
  return { period: all, before: 0, all };
}

/** A period with some days around it, and no shorter than two weeks: what is on its first and last day is not cut off. */
export function padded({ from, to }: Period): Period {
  const days = dayNumber(to) - dayNumber(from) + 1;
  const more = Math.max(Math.ceil(days / 80), Math.ceil((LEAST - days) / 2));
  return { from: isoDay(dayNumber(from) - more), to: isoDay(dayNumber(to) + more) };
}

const LEAST = 14;
