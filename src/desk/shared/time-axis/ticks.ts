import { dayNumber, isoDay, weekdayOf } from "../../../text/civil-date.js";
import type { TimeScale } from "./scale.js";

export interface Tick {
  /** The day that it begins. */
  readonly day: string;
  readonly x: number;
  /** "" where there is no room for words. */
  readonly label: string;
}

export interface Ticks {
  /** Days, weeks, months, quarters or years, whatever there is room for. */
  readonly minor: readonly Tick[];
  /** The months or years above them; none where the minor ones are years. */
  readonly major: readonly Tick[];
  /** Pixels that a minor tick's label may take. */
  readonly room: number;
}

/** About what a label takes in pixels. */
const LABEL = { day: 22, week: 46, month: 34, quarter: 34, year: 40 };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];
const MAJOR_LABEL = { month: 62, year: 36 };

/** Ticks at the beginnings of days, weeks, months or years, as many as there is room for, with labels that do not touch. */
export function ticksOf(scale: TimeScale): Ticks {
  const { dayWidth } = scale;
  const minor = (days: string[], room: number, label: (day: string) => string) => ({
    minor: days.map((day) => ({ day, x: scale.start(day), label: label(day) })),
    room,
  });
  const dayLabel = (day: string) => String(Number(day.slice(8)));
  const monthLabel = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1]!;
  if (dayWidth >= LABEL.day) return { ...minor(days(scale), dayWidth, dayLabel), major: monthsAbove(scale) };
  if (dayWidth * 7 >= LABEL.week)
    return {
      ...minor(
        days(scale).filter((d) => weekdayOf(dayNumber(d)) === 1),
        dayWidth * 7,
        dayLabel,
      ),
      major: monthsAbove(scale),
    };
  if (dayWidth * 28 >= LABEL.month)
    return { ...minor(months(scale, 1), dayWidth * 28, monthLabel), major: yearsAbove(scale) };
  if (dayWidth * 90 >= LABEL.quarter)
    return { ...minor(months(scale, 3), dayWidth * 90, monthLabel), major: yearsAbove(scale) };
  const step = YEAR_STEPS.find((s) => dayWidth * 365 * s >= LABEL.year) ?? YEAR_STEPS.at(-1)!;
  const years = months(scale, 12).filter((d) => Number(d.slice(0, 4)) % step === 0);
  return { ...minor(years, dayWidth * 365 * step, (d) => d.slice(0, 4)), major: [] };
}

const monthsAbove = (scale: TimeScale) =>
  above(
    scale,
    months(scale, 1),
    `${scale.period.from.slice(0, 7)}-01`,
    (d) => `${MONTHS[Number(d.slice(5, 7)) - 1]} ${d.slice(0, 4)}`,
    MAJOR_LABEL.month,
  );

const yearsAbove = (scale: TimeScale) =>
  above(
    scale,
    months(scale, 12),
    `${scale.period.from.slice(0, 4)}-01-01`,
    (d) => d.slice(0, 4),
    MAJOR_LABEL.year,
  );

/** The first is the one in which the axis begins; its label stands at the edge, or not at all where it would touch the next. */
function above(
  scale: TimeScale,
  begun: readonly string[],
  running: string,
  label: (day: string) => string,
  room: number,
): Tick[] {
  const ticks = begun.map((day) => ({ day, x: scale.start(day), label: label(day) }));
  if (begun[0] !== running) ticks.unshift({ day: running, x: 0, label: label(running) });
  return ticks.map((t, k) => {
    const next = ticks[k + 1]?.x ?? scale.width;
    return { ...t, label: next - t.x >= room ? t.label : "" };
  });
}

function days(scale: TimeScale): string[] {
  const first = dayNumber(scale.period.from);
  return Array.from({ length: dayNumber(scale.period.to) - first + 1 }, (_, k) => isoDay(first + k));
}

/** The first days of every nth month, of those that begin on the axis. */
function months(scale: TimeScale, every: number): string[] {
  const { from, to } = scale.period;
  const found: string[] = [];
  let month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  for (; ; month += 1) {
    const day = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    if (day > to) return found;
    if (day >= from && month % every === 0) found.push(day);
  }
}
