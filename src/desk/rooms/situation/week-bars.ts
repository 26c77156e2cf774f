import type { Situation } from "../../../formats/desk-json.js";
import { STANDS_OUT } from "../../../record/dyads.js";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { overlaps, stretchOf, type TimeScale } from "../../shared/time-axis/scale.js";

type Week = Situation["weeks"][number];

export interface WeekBar {
  readonly week: Week;
  readonly x: number;
  readonly width: number;
  /** Pixels above and below the line of zero. */
  readonly above: number;
  readonly below: number;
}

export interface WeekBars {
  readonly bars: readonly WeekBar[];
  /** Pixels from the top to the line of zero. */
  readonly zero: number;
  /** The greatest sums, for the axis; 0 where there are none. */
  readonly most: { readonly conflict: number; readonly cooperation: number };
}

/** Both directions share one scale, so that their lengths can be compared. Weeks without an incident have no bar. */
export function weekBars(weeks: readonly Week[], scale: TimeScale, height: number): WeekBars {
  const shown = weeks.filter((w) => overlaps(daysOfWeek(w), scale.period));
  const conflict = Math.max(0, ...shown.map((w) => -w.conflict));
  const cooperation = Math.max(0, ...shown.map((w) => w.cooperation));
  const unit = conflict + cooperation === 0 ? 0 : height / (conflict + cooperation);
  return {
    bars: shown
      .filter((w) => w.conflict !== 0 || w.cooperation !== 0 || w.standsOut)
      .flatMap((week) => {
        const at = stretchOf(scale, daysOfWeek(week));
        if (!at) return [];
        return [
          {
            week,
            x: at.x,
            width: Math.max(1, at.width - 1),
            above: week.cooperation * unit,
            below: -week.conflict * unit,
          },
        ];
      }),
    zero: conflict + cooperation === 0 ? height / 2 : cooperation * unit,
    most: { conflict, cooperation },
  };
}

export const daysOfWeek = (w: { readonly week: string }) => ({
  from: w.week,
  to: isoDay(dayNumber(w.week) + 6),
});

/** How a week that stands out differs from those before: "more conflict than in the weeks before". */
export function standsOutWords(w: Week): string {
  return (["conflict", "cooperation"] as const)
    .flatMap((what) => {
      const by = what === "conflict" ? w.conflictDeviation : w.cooperationDeviation;
      if (by === null || Math.abs(by) < STANDS_OUT) return [];
      // sums of conflict lie below 0: further below is more of it
      const isMore = what === "conflict" ? by < 0 : by > 0;
      return [`${isMore ? "more" : "less"} ${what} than in the weeks before`];
    })
    .join(", ");
}

/** Weeks put together for a strip that has no room for each: how many incidents in each stretch of `px` pixels. */
export function overviewBars(
  weeks: readonly Pick<Week, "week" | "incidents">[],
  scale: TimeScale,
  px: number,
): { readonly x: number; readonly incidents: number }[] {
  const bins = new Map<number, number>();
  for (const w of weeks) {
    if (w.incidents === 0) continue;
    const bin = Math.floor(Math.min(scale.width - 1, Math.max(0, scale.start(w.week))) / px);
    bins.set(bin, (bins.get(bin) ?? 0) + w.incidents);
  }
  return [...bins].map(([bin, incidents]) => ({ x: bin * px, incidents })).sort((a, b) => a.x - b.x);
}
