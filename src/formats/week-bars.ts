import { type DyadWeek, STANDS_OUT } from "../record/dyads.js";
import { oneDay } from "./labels.js";
import type { PageOptions } from "./page.js";

const BLOCKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One block of eight heights; "·" for nothing. */
export function block(value: number, most: number): string {
  if (value === 0 || most === 0) return "·";
  return BLOCKS[Math.min(7, Math.max(0, Math.ceil((Math.abs(value) / most) * 8) - 1))]!;
}

/** The greatest score of a week, conflict and cooperation alike, so that bars share one scale. */
export const greatest = (weeks: readonly DyadWeek[]): number =>
  Math.max(0, ...weeks.flatMap((w) => [Math.abs(w.conflict), w.cooperation]));

/** Conflict and cooperation as a block a week, in lines as long as the page allows; "!" below a week that stands out. */
export function weekStrip(weeks: readonly DyadWeek[], o: PageOptions): string[] {
  if (weeks.length === 0) return [];
  const most = greatest(weeks);
  const room = Math.max(10, o.width - LABEL.length);
  const lines: string[] = [];
  for (let k = 0; k < weeks.length; k += room) {
    const part = weeks.slice(k, k + room);
    lines.push(o.style.faint(`weeks from ${oneDay(part[0]!.week)} to ${oneDay(part.at(-1)!.week)}`));
    lines.push(`conflict    ${part.map((w) => block(w.conflict, most)).join("")}`);
    lines.push(`cooperation ${part.map((w) => block(w.cooperation, most)).join("")}`);
    if (part.some((w) => w.standsOut))
      lines.push(
        o.style.alert(`stands out  ${part.map((w) => (w.standsOut ? "!" : " ")).join("")}`.trimEnd()),
      );
  }
  return lines;
}

const LABEL = "cooperation ";

/** How it is told which weeks stand out. */
export const STANDS_OUT_NOTE = `A week stands out where its score lies ${STANDS_OUT} or more from the median of up to 26 weeks before (modified z-score); fewer than 8 weeks before give none. Scores are PLOVER's, each incident counted once.`;
