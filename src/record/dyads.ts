import type { EventMode, EventType } from "../coding/event-types.js";
import { dayNumber, isoDay, weekdayOf } from "../text/civil-date.js";
import { ploverScore } from "./plover-scores.js";
import type { IncidentKind } from "./telling.js";

/** What a dyad's series needs of an incident. */
export interface DyadIncident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly from: string | null;
  readonly to: string | null;
  /** Types with their modes, "ASSAULT/aerial" or "ASSAULT", as the incident's claims tell them. */
  readonly acts: readonly string[];
}

/** One week between two parties, Monday to Sunday. Scores are PLOVER's, counted once an incident. */
export interface DyadWeek {
  /** Its Monday. */
  readonly week: string;
  readonly incidents: number;
  readonly violent: number;
  /** Sum of the scores below 0. */
  readonly conflict: number;
  /** Sum of the scores above 0. */
  readonly cooperation: number;
  /** How far conflict, and cooperation, lie from what the weeks before had: null where fewer than 8 weeks lie before. */
  readonly conflictDeviation: number | null;
  readonly cooperationDeviation: number | null;
  /** It stands out: a deviation of 3.5 or more. */
  readonly standsOut: boolean;
}

/** Weeks looked back over, and the least number of them that a deviation needs. */
const LOOK_BACK = 26;
const LEAST_WEEKS = 8;
/** Modified z-score from which a week stands out (Iglewicz and Hoaglin 1993). */
export const STANDS_OUT = 3.5;

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const n = dayNumber(day);
  return isoDay(n - ((weekdayOf(n) + 6) % 7));
}

/** Incidents of one week that are alike. */
export interface WeekTally extends Pick<DyadIncident, "kind" | "acts"> {
  /** Its Monday. */
  readonly week: string;
  readonly incidents: number;
}

/**
 * The weeks from the first incident to the last, those without any among them. An incident counts in the week in which it
 * begins, once, with the score of its gravest act; incidents without a day are left out.
 */
export const weeksOf = (incidents: readonly DyadIncident[]): DyadWeek[] =>
  weeksOfTallies(
    incidents.flatMap(({ from, to, kind, acts }) => {
      const day = from ?? to;
      return day === null ? [] : [{ week: weekOf(day), kind, acts, incidents: 1 }];
    }),
  );

/** The same weeks, of incidents that were counted already. */
export function weeksOfTallies(tallies: readonly WeekTally[]): DyadWeek[] {
  const sums = new Map<
    string,
    { incidents: number; violent: number; conflict: number; cooperation: number }
  >();
  for (const { week, incidents, kind, acts } of tallies) {
    let sum = sums.get(week);
    if (!sum) sums.set(week, (sum = { incidents: 0, violent: 0, conflict: 0, cooperation: 0 }));
    const score = scoreOf({ acts }) * incidents;
    sum.incidents += incidents;
    if (kind === "violence") sum.violent += incidents;
    if (score < 0) sum.conflict += score;
    else sum.cooperation += score;
  }
  const known = [...sums.keys()].sort();
  if (known.length === 0) return [];
  const weeks: Omit<DyadWeek, "conflictDeviation" | "cooperationDeviation" | "standsOut">[] = [];
  for (let day = dayNumber(known[0]!); day <= dayNumber(known.at(-1)!); day += 7) {
    const week = isoDay(day);
    const sum = sums.get(week) ?? { incidents: 0, violent: 0, conflict: 0, cooperation: 0 };
    weeks.push({ week, ...sum, conflict: round(sum.conflict), cooperation: round(sum.cooperation) });
  }
  return weeks.map((w, k) => {
    const before = weeks.slice(Math.max(0, k - LOOK_BACK), k);
    const conflictDeviation = deviation(
      w.conflict,
      before.map((b) => b.conflict),
    );
    const cooperationDeviation = deviation(
      w.cooperation,
      before.map((b) => b.cooperation),
    );
    return {
      ...w,
      conflictDeviation,
      cooperationDeviation,
      standsOut: [conflictDeviation, cooperationDeviation].some(
        (d) => d !== null && Math.abs(d) >= STANDS_OUT,
      ),
    };
  });
}

const round = (x: number) => Math.round(x * 100) / 100;

/** The score that is furthest from 0 among an incident's acts. */
export function scoreOf(i: Pick<DyadIncident, "acts">): number {
  return i.acts
    .map((a) => {
      const [type, mode] = a.split("/") as [EventType, EventMode | undefined];
      return ploverScore(type, mode ?? null);
    })
    .reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

/**
 * Modified z-score: 0.6745 times the distance from the median of the weeks before, over their median absolute deviation. Where
 * that is 0 (most weeks alike) the mean absolute deviation takes its place, and one event's weight (9) where that is 0 too, so
 * that a single incident after quiet does not stand out by an infinite margin.
 */
function deviation(value: number, before: readonly number[]): number | null {
  if (before.length < LEAST_WEEKS) return null;
  const middle = median(before);
  const away = before.map((b) => Math.abs(b - middle));
  const mad = median(away);
  const mean = away.reduce((a, b) => a + b, 0) / away.length;
  const scale = mad > 0 ? mad / 0.6745 : mean > 0 ? mean * 1.2533 : 9 / STANDS_OUT;
  return round((value - middle) / scale);
}
