import { dayNumber, isoDay } from "../../../text/civil-date.js";

/** A period of civil days, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** An interval of the record: null is open, or not known. */
export interface OpenPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Where days stand on an axis of `width` pixels. A day is as wide as any other, from its own midnight to the next, and its middle
 * is its noon; there are no hours and so no time zones.
 */
export interface TimeScale {
  readonly period: Period;
  readonly width: number;
  /** Pixels of one day. */
  readonly dayWidth: number;
  /** The noon of a day; days outside the period lie outside of 0 to `width`. */
  readonly noon: (day: string) => number;
  /** Where a day begins. */
  readonly start: (day: string) => number;
  /** Where a day ends. */
  readonly end: (day: string) => number;
  /** The day at a place; places beyond the axis give its first or last day. */
  readonly dayAt: (x: number) => string;
}

/** @param width in pixels; at least 1 is taken */
export function timeScale(period: Period, width: number): TimeScale {
  const first = dayNumber(period.from);
  const days = Math.max(1, dayNumber(period.to) - first + 1);
  const room = Math.max(1, width);
  const dayWidth = room / days;
  const start = (day: string) => (dayNumber(day) - first) * dayWidth;
  return {
    period,
    width: room,
    dayWidth,
    start,
    noon: (day) => start(day) + dayWidth / 2,
    end: (day) => start(day) + dayWidth,
    dayAt: (x) => isoDay(first + Math.min(days - 1, Math.max(0, Math.floor(x / dayWidth)))),
  };
}

/** A stretch of an axis. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
  /** The end is not known: the stretch goes to the edge of the axis on that side. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Where an interval lies, cut off at the axis' ends; null where it has no day at all or lies beyond the axis. */
export function stretchOf(scale: TimeScale, { from, to }: OpenPeriod): Stretch | null {
  if (from === null && to === null) return null;
  const x = from === null ? 0 : scale.start(from);
  const end = to === null ? scale.width : scale.end(to);
  if (end <= 0 || x >= scale.width || end <= x) return null;
  const left = Math.max(0, x);
  return {
    x: left,
    width: Math.min(scale.width, end) - left,
    openStart: from === null,
    openEnd: to === null,
  };
}

/** Pixels for which a bar runs on where its other end is not known. */
const TAIL = 30;

/** The bar of an uncertain day: the days that it may have been; where one end is open a short tail from the end that is known. */
export function daysBar(scale: TimeScale, days: OpenPeriod): Stretch | null {
  const at = stretchOf(scale, days);
  if (!at || (!at.openStart && !at.openEnd)) return at;
  const width = Math.min(at.width, TAIL);
  return { ...at, x: at.openStart ? at.x + at.width - width : at.x, width };
}

/** The middle of what an interval covers, before it is cut off; where one end is open, the end that is known. */
export function middleOf(scale: TimeScale, { from, to }: OpenPeriod): number | null {
  if (from === null) return to === null ? null : scale.noon(to);
  return to === null ? scale.noon(from) : (scale.start(from) + scale.end(to)) / 2;
}

/** The least period that holds all of these; null where none has a day. */
export function periodOf(all: Iterable<OpenPeriod>): Period | null {
  let from: string | null = null;
  let to: string | null = null;
  for (const p of all)
    for (const day of [p.from, p.to]) {
      if (day === null) continue;
      if (from === null || day < from) from = day;
      if (to === null || day > to) to = day;
    }
  return from === null || to === null ? null : { from, to };
}

/** Whether an interval has a day in the period; what has no days at all is in none. */
export const overlaps = (p: OpenPeriod, period: Period): boolean =>
  !(p.from === null && p.to === null) &&
  (p.from === null || p.from <= period.to) &&
  (p.to === null || p.to >= period.from);

export const lengthOf = (period: Period): number => dayNumber(period.to) - dayNumber(period.from) + 1;
