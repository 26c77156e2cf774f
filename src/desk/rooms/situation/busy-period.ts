import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { lengthOf, type OpenPeriod, type Period, periodOf } from "../../shared/time-axis/scale.js";

interface Week {
  /** Its Monday. */
  readonly week: string;
  readonly incidents: number;
}

/** Days from which an axis has a strip above it to choose what is shown of it. */
const LONG = 400;
const YEAR_WEEKS = 52;
/** A year counts as busy with so much of what the busiest year has. */
const BUSY = 0.1;

/** From the first to the last thing that there is; null where nothing has a day. */
export function extentOf(all: {
  readonly incidents: readonly OpenPeriod[];
  readonly initiatives: readonly OpenPeriod[];
  readonly ceasefires: readonly { readonly agreed: OpenPeriod | null }[];
  readonly weeks: readonly Week[];
}): Period | null {
  const counted = all.weeks.filter((w) => w.incidents > 0);
  // an incident that is older than those listed has its week alone
  const weeks = counted.map((w) => ({ from: w.week, to: w.week }));
  return periodOf([
    ...all.incidents,
    ...all.initiatives,
    ...all.ceasefires.flatMap((c) => (c.agreed ? [c.agreed] : [])),
    ...weeks,
  ]);
}

/** Whether only a part of an axis is shown at first. */
export const isLong = (extent: Period): boolean => lengthOf(extent) > LONG;

/**
 * What is shown of a long axis at first: the last year that is busy, so that a stray mention of a day far from the others does
 * not take up the page. A period of less than {@link LONG} days is shown whole.
 */
export function busyPeriod(weeks: readonly Week[], extent: Period): Period {
  if (!isLong(extent)) return extent;
  const sums: { last: string; incidents: number }[] = [];
  let sum = 0;
  for (const [k, w] of weeks.entries()) {
    sum += w.incidents - (weeks[k - YEAR_WEEKS]?.incidents ?? 0);
    if (w.incidents > 0) sums.push({ last: w.week, incidents: sum });
  }
  const most = Math.max(0, ...sums.map((s) => s.incidents));
  const end = sums.findLast((s) => s.incidents >= most * BUSY);
  const last = end ? dayNumber(end.last) + 6 : dayNumber(extent.to);
  // what comes shortly after belongs to it: talks that follow
  const to = Math.min(dayNumber(extent.to), last + 28);
  const from = Math.max(dayNumber(extent.from), to - 7 * YEAR_WEEKS + 1);
  return { from: isoDay(from), to: isoDay(to) };
}

/** "2025-01-01_2025-12-31" in the address, and back; null where it is no such thing. */
export const periodWords = (p: Period): string => `${p.from}_${p.to}`;
export function periodOfWords(words: string | undefined): Period | null {
  const [from, to, ...more] = (words ?? "").split("_");
  const isDay = (d: string | undefined): d is string =>
    d !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(d) && !Number.isNaN(Date.parse(d));
  return isDay(from) && isDay(to) && from <= to && more.length === 0 ? { from, to } : null;
}
