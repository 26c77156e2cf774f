import { dayNumber } from "../../text/civil-date.js";

/** Days of an interval, both included; null where it is open. */
export const daysOf = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : dayNumber(to) - dayNumber(from) + 1;

/** A civil day as the instant that axes are drawn by: noon UTC, so that no time zone moves it. */
export const instantOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The civil day of an instant. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
