import { dayNumber, isoDay } from "../../../text/civil-date.js";
import type { Period, TimeScale } from "./scale.js";

/** What of a period is moved: one of its ends, or all of it. */
export type Grip = "from" | "to" | "both";

/** The days between two places on the axis, in whatever order they are given. */
export function periodBetween(scale: TimeScale, a: number, b: number): Period {
  return { from: scale.dayAt(Math.min(a, b)), to: scale.dayAt(Math.max(a, b)) };
}

/** A period with one end, or all of it, moved by days; it stays within the bounds and keeps a day at least. */
export function moved(period: Period, grip: Grip, days: number, bounds: Period): Period {
  const [from, to, first, last] = [period.from, period.to, bounds.from, bounds.to].map(dayNumber) as [
    number,
    number,
    number,
    number,
  ];
  const clamp = (n: number, low: number, high: number) => Math.min(high, Math.max(low, n));
  if (grip === "from") return { from: isoDay(clamp(from + days, first, to)), to: period.to };
  if (grip === "to") return { from: period.from, to: isoDay(clamp(to + days, from, last)) };
  const by = clamp(days, first - from, last - to);
  return { from: isoDay(from + by), to: isoDay(to + by) };
}

/** A period with an end laid to the bounds' end, as Home and End do. */
export function toBound(period: Period, grip: "from" | "to", end: "first" | "last", bounds: Period): Period {
  if (grip === "from") return { from: end === "first" ? bounds.from : period.to, to: period.to };
  return { from: period.from, to: end === "first" ? period.from : bounds.to };
}

/** What of a period lies within the bounds; null where nothing does. */
export function within(period: Period, bounds: Period): Period | null {
  const from = period.from > bounds.from ? period.from : bounds.from;
  const to = period.to < bounds.to ? period.to : bounds.to;
  return from > to ? null : { from, to };
}
