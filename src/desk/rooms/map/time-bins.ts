import { dayNumber, isoDay, weekdayOf } from "../../../text/civil-date.js";
import { middleDay } from "../../shared/time-axis/bulk-period.js";
import type { Period, TimeScale } from "../../shared/time-axis/scale.js";
import { type MapIncident, type Part, partsOf } from "./spots.js";

export const BIN_SIZES = ["day", "week", "month"] as const;
export type BinSize = (typeof BIN_SIZES)[number];

/** What happened in a day, a week or a month. */
export interface Bin {
  /** Its days on the axis. */
  readonly period: Period;
  readonly incidents: number;
  readonly parts: readonly Part[];
}

export interface KindLane {
  readonly kind: MapIncident["kind"];
  readonly bins: readonly Bin[];
}

/** The order of the lanes. */
const KINDS: readonly MapIncident["kind"][] = ["violence", "coercion", "cooperation", "diplomacy"];
/** Pixels that a bin needs. */
const LEAST = 5;

/** The finest bins that can be told apart on an axis. */
export const binSize = (dayWidth: number): BinSize =>
  dayWidth >= LEAST ? "day" : dayWidth * 7 >= LEAST ? "week" : "month";

/**
 * Incidents of the axis by kind and by day, week or month. One whose day is not certain is counted at the middle of the days that
 * it may have been.
 *
 * @param order parties with a colour of their own
 */
export function binned(
  incidents: readonly MapIncident[],
  scale: TimeScale,
  order: readonly string[],
): { readonly size: BinSize; readonly lanes: readonly KindLane[]; readonly most: number } {
  const size = binSize(scale.dayWidth);
  const groups = new Map<string, MapIncident[]>();
  for (const i of incidents) {
    const day = middleDay(i);
    if (day === null || day < scale.period.from || day > scale.period.to) continue;
    const key = `${i.kind} ${binStart(day, size)}`;
    const list = groups.get(key);
    if (list) list.push(i);
    else groups.set(key, [i]);
  }
  const lanes = KINDS.flatMap((kind) => {
    const bins = [...groups].flatMap(([key, list]): Bin[] => {
      const [k, from] = key.split(" ") as [string, string];
      if (k !== kind) return [];
      return [
        { period: { from, to: binEnd(from, size) }, incidents: list.length, parts: partsOf(list, order) },
      ];
    });
    return bins.length === 0
      ? []
      : [{ kind, bins: bins.sort((a, b) => (a.period.from < b.period.from ? -1 : 1)) }];
  });
  return { size, lanes, most: Math.max(0, ...lanes.flatMap((l) => l.bins.map((b) => b.incidents))) };
}

function binStart(day: string, size: BinSize): string {
  if (size === "month") return `${day.slice(0, 7)}-01`;
  if (size === "day") return day;
  const n = dayNumber(day);
  return isoDay(n - ((weekdayOf(n) + 6) % 7));
}

function binEnd(from: string, size: BinSize): string {
  if (size === "day") return from;
  if (size === "week") return isoDay(dayNumber(from) + 6);
  const [year, month] = from.split("-").map(Number) as [number, number];
  return isoDay(
    dayNumber(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`) - 1,
  );
}

/** Length in days of the window that playing begins with where none is picked. */
const PLAYED_DAYS = 30;

/**
 * The window after this one when the axis is played: moved by a quarter of its length, and at first laid to the axis' beginning.
 *
 * @param from first day of the window; undefined where none is picked, and then it begins anew
 * @returns null where the window has reached the end
 */
export function nextPeriod(axis: Period, from: string | undefined, to: string | undefined): Period | null {
  const last = dayNumber(axis.to);
  if (from === undefined || to === undefined)
    return { from: axis.from, to: isoDay(Math.min(last, dayNumber(axis.from) + PLAYED_DAYS - 1)) };
  if (to >= axis.to) return null;
  const step = Math.ceil((dayNumber(to) - dayNumber(from) + 1) / 4);
  const by = Math.min(step, last - dayNumber(to));
  return { from: isoDay(dayNumber(from) + by), to: isoDay(dayNumber(to) + by) };
}
