import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { RecordDb } from "./database-handle.js";

/** Rows that make up the record, each list in an order of its own, without what depends on when things were done. */
const PARTS: Record<string, RawBuilder<unknown>> = {
  reports: sql`select hash, label, outlet, title, address, published_from, published_to, hints, origin, coded from report order by hash`,
  kinship: sql`select a, b, why from kinship order by a, b`,
  claims: sql`select id, kind, quote, ruling, telling, doubt, data from claim order by id, kind`,
  tellings: sql`select id, features, data, parent, score, incident from telling order by id`,
  keys: sql`select key, telling from telling_key order by key, telling`,
  incidents: sql`select id, day_from, day_to, place, parties, types, verdict, reports, origins, killed_low, killed_high, summary
    from incident order by id`,
  voices: sql`select incident, day, parties, voices, contested from incident_voices order by incident`,
};

/** One hash for each part of the record: two stores with the same record have the same, whatever way they came to it. */
export async function digestOf(db: RecordDb): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const [part, query] of Object.entries(PARTS)) {
    const rows = await sql<{ line: string }>`select to_jsonb(x)::text as line from (${query}) x`.execute(db);
    const hash = createHash("sha256");
    for (const { line } of rows.rows) hash.update(line).update("\n");
    digests[part] = hash.digest("hex").slice(0, 16);
  }
  return digests;
}
