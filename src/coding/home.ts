import type { ParsedReport } from "./parsed-report.js";
import type { PlaceMention } from "./places.js";

/** What counts for a country's being the one in which a report is set. */
const OF_DATELINE = 2;
const OF_PLACE = 1;
const OF_NAME = 0.3;

/** How much of all that is named must lie in one country, and how much there must be of it. */
const MOSTLY = 0.6;
const AT_LEAST = 2.5;

/**
 * The country that a report is set in, whose people and organs are meant where nothing else is said: "the labourers", "police"; null
 * where what it names lies in several. ISO alpha-3.
 */
export function homeOf(
  parsed: ParsedReport,
  places: readonly PlaceMention[],
  dateline: string | null,
): string | null {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  add(dateline, OF_DATELINE);
  for (const m of places) add(m.place.country, OF_PLACE);
  for (const m of parsed.mentions.flat()) {
    // states and their people; where an armed group has its fight says little
    const states = m.parties.filter((p) => p.code === p.country).map((p) => p.country);
    for (const country of new Set(states)) add(country, OF_NAME);
  }
  const all = [...weights.values()].reduce((a, b) => a + b, 0);
  const [most] = [...weights].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= AT_LEAST && most[1] >= all * MOSTLY ? most[0] : null;
}
