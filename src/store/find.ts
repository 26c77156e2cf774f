import { type RawBuilder, sql } from "kysely";
import type { IncidentListing, SearchHit } from "../record/listing.js";
import {
  type AskedFor,
  askedFor,
  type KnownParty,
  type KnownPlace,
  type NameIndex,
  partiesLike,
  placesLike,
} from "../record/query-words.js";
import type { RecordDb } from "./database-handle.js";
import { allOf, conditions } from "./filters.js";
import { reportRefs } from "./incident-rows.js";
import { findIncident, incidentListingsOf, searchRecord } from "./record-queries.js";

/** What words lead to, the likeliest first; incidents the latest first. */
export interface Findings {
  readonly parties: readonly KnownParty[];
  readonly places: readonly KnownPlace[];
  readonly incidents: readonly IncidentListing[];
  readonly reports: readonly (SearchHit & {
    readonly outlet: string | null;
    readonly title: string | null;
  })[];
}

/** Of each sort. */
const MOST = 8;

/**
 * Looks for words everywhere, while they may still be being typed. Incidents are those of the parties, places and days named;
 * where there are other words too, those of which the claims found tell come before. An incident's id leads to it.
 */
export async function findAnything(db: RecordDb, words: string, known: NameIndex): Promise<Findings> {
  const asked = askedFor(words, known);
  const hits = await searchRecord(db, words, 2 * MOST, {}, { isTyped: true, ofEach: MOST });
  const refs = await reportRefs(db, [...new Set(hits.map((h) => h.report))]);
  const told = hits.flatMap((h) => h.incident ?? []);
  const ids = [...(await incidentsByName(db, words)), ...(asked.rest.length > 0 ? told : [])];
  if (ids.length === 0) ids.push(...(await incidentsAskedFor(db, asked)));
  if (ids.length === 0) ids.push(...told);
  const parties = known.parties.filter((p) => asked.parties.includes(p.code));
  const places = known.places.filter((p) => asked.places.includes(p.name));
  return {
    parties: [...new Set([...partiesLike(words, known, MOST), ...parties])].slice(0, MOST),
    places: [...new Set([...placesLike(words, known, MOST), ...places])].slice(0, MOST),
    incidents: await incidentListingsOf(db, [...new Set(ids)].slice(0, MOST)),
    reports: hits.map((hit) => ({
      ...hit,
      outlet: refs.get(hit.report)?.outlet ?? null,
      title: refs.get(hit.report)?.title ?? null,
    })),
  };
}

async function incidentsByName(db: RecordDb, words: string): Promise<readonly string[]> {
  const typed = words.trim().toLowerCase();
  if (!/^i[0-9a-z]{3,12}$/.test(typed)) return [];
  const found = await findIncident(db, typed);
  return "id" in found ? [found.id] : found.matches;
}

async function incidentsAskedFor(db: RecordDb, asked: AskedFor): Promise<string[]> {
  const { parties, places, from, to } = asked;
  if (parties.length === 0 && places.length === 0 && from === null && to === null) return [];
  const where = allOf(conditions({ parties, from: from ?? undefined, to: to ?? undefined }, "incident"));
  const columns = sql`select id, kind, coalesce(day_from, day_to) as day from incident`;
  // several places: their incidents first, since walking through all by their days for one that is rare takes long
  const within =
    places.length > 1
      ? sql`with within as materialized (${columns} where place = any(${[...places]}) and ${where})`
      : sql`with within as (${columns} where ${places.length === 1 ? sql`place = ${places[0]}` : sql`true`} and ${where})`;
  const latest = async (kinds: RawBuilder<unknown>) => {
    const { rows } = await sql<{ id: string }>`
      ${within} select id from within where ${kinds} order by day desc nulls last, id limit ${MOST}`.execute(
      db,
    );
    return rows.map((r) => r.id);
  };
  // as in lists: violence and coercion, and where there is none, what else there is
  const found = await latest(sql`kind in ('violence', 'coercion')`);
  return found.length > 0 ? found : await latest(sql`true`);
}
