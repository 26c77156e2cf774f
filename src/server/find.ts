import type { Found } from "../formats/desk-json.js";
import { reportRefs } from "../store/incident-rows.js";
import { findIncident, incidentListingsOf, placesOfRecord, searchRecord } from "../store/record-queries.js";
import type { Given } from "./answer.js";
import type { ServerContext } from "./context.js";
import { partiesOfRecord } from "./status.js";

/** Of each sort. */
const MOST = 8;
const MOST_HITS = 20;

/** What words lead to, the likeliest first: names by how they begin, then by what they have in them; texts by their words. */
export async function find(context: ServerContext, words: string): Promise<Given<Found>> {
  const { db } = context.store;
  const typed = words.toLowerCase();
  const parties = await partiesOfRecord(context);
  const places = await context.cached("places", () => placesOfRecord(db), { stale: true });
  const hits = await searchRecord(db, words, MOST_HITS);
  const refs = await reportRefs(db, [...new Set(hits.map((h) => h.report))]);
  const named = /^i[0-9a-z]{3,12}$/.test(typed) ? await findIncident(db, typed) : { matches: [] };
  const ids = "id" in named ? [named.id] : [...named.matches];
  for (const hit of hits) if (hit.incident !== null) ids.push(hit.incident);
  return {
    parties: nearest(parties, typed, (p) => [p.code, p.name]).map(({ code, name }) => ({ code, name })),
    places: nearest(places, typed, (p) => [p.name]),
    incidents: await incidentListingsOf(db, [...new Set(ids)].slice(0, MOST)),
    reports: hits.map(({ report, label, from, excerpt, claim, incident }) => ({
      hash: report,
      label,
      outlet: refs.get(report)?.outlet ?? null,
      title: refs.get(report)?.title ?? null,
      from,
      excerpt,
      claim,
      incident,
    })),
  };
}

/** Those that have the words in a name, in their order; those of which a name begins with them, before the others. */
function nearest<T>(list: readonly T[], typed: string, namesOf: (of: T) => readonly string[]): T[] {
  const first: T[] = [];
  const other: T[] = [];
  for (const one of list) {
    const names = namesOf(one).map((n) => n.toLowerCase());
    if (names.some((n) => n.startsWith(typed))) first.push(one);
    else if (other.length < MOST && names.some((n) => n.includes(typed))) other.push(one);
    if (first.length === MOST) break;
  }
  return [...first, ...other].slice(0, MOST);
}
