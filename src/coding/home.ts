import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { PlaceMention } from "./place-mention.js";

/** What counts for a country's being the one in which a report is set. */
const OF_DATELINE = 2;
const OF_PLACE = 1;
const OF_NAME = 0.3;

/** How much of all that is named must lie in one country, and how much there must be of it. */
const MOSTLY = 0.6;
const AT_LEAST = 2.5;

/**
 * The country that a report is set in, whose people and organs are meant where nothing else is said: "the labourers", "police"; null
 * where what it names lies in several. `venues`: where others meet, which say nothing of that. ISO alpha-3.
 */
export function homeOf(
  parsed: ParsedReport,
  places: readonly PlaceMention[],
  dateline: string | null,
  venues: ReadonlySet<string>,
): string | null {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  if (dateline !== null && !venues.has(dateline)) add(dateline, OF_DATELINE);
  for (const m of places)
    if (m.place.country !== null && !venues.has(m.place.country)) add(m.place.country, OF_PLACE);
  for (const m of parsed.mentions.flat()) {
    // states and their people; where an armed group has its fight says little
    const states = m.parties.filter((p) => p.code === p.country).map((p) => p.country);
    for (const country of new Set(states)) add(country, OF_NAME);
  }
  const all = [...weights.values()].reduce((a, b) => a + b, 0);
  const [most] = [...weights].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= AT_LEAST && most[1] >= all * MOSTLY ? most[0] : null;
}

/** How often a group must be named, and how much of all mentions of armed groups must be its, for "the militants" to be its men. */
const NAMED_OFTEN = 2;
const MOST_OF_GROUPS = 0.7;

/** The armed group that a report, or a short section of one, is about, whose men are meant by "11 militants were killed"; null where it names none, or several. */
export function groupOf(parsed: ParsedReport, isSection: boolean): PartyRef | null {
  const named = parsed.mentions
    .flat()
    .flatMap((m) => m.parties)
    .filter((p) => p.sector === "REB" && p.code !== null && p.code !== p.country);
  const times = new Map<string, number>();
  for (const p of named) times.set(p.code!, (times.get(p.code!) ?? 0) + 1);
  const [most] = [...times].sort((a, b) => b[1] - a[1]);
  if (!most || (!isSection && most[1] < NAMED_OFTEN) || most[1] < named.length * MOST_OF_GROUPS) return null;
  return named.find((p) => p.code === most[0]) ?? null;
}
