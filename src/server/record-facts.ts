import type { Facts } from "../formats/facts.js";
import { factsOf } from "../formats/facts.js";
import { type FactsIncident, incidentsFacts } from "../formats/record-facts.js";
import type { IncidentListing } from "../record/listing.js";
import type { RecordDb } from "../store/database-handle.js";
import { loadIncidents, reportRefs } from "../store/incident-rows.js";
import { codedOf } from "../store/record-reports.js";

/** Listed incidents in the facts form, in the order of the list. */
export async function factsOfList(db: RecordDb, list: readonly IncidentListing[]): Promise<FactsIncident[]> {
  const whole = await loadIncidents(
    db,
    list.map((i) => i.id),
  );
  const labels = new Map(whole.flatMap((i) => i.reports.map((r) => [r.hash, r.label] as const)));
  return incidentsFacts(whole, (hash) => labels.get(hash) ?? hash);
}

/** Stored reports in the facts form, as `parley read` gives it, each under the name that the store has for it. */
export async function factsOfReports(db: RecordDb, hashes: readonly string[]): Promise<Facts[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom("report")
    .select(["hash", "text", "coded"])
    .where("hash", "in", hashes)
    .execute();
  const refs = await reportRefs(db, hashes);
  const byHash = new Map(rows.map((r) => [r.hash, { ...factsOf(codedOf(r)), id: refs.get(r.hash)!.label }]));
  return hashes.flatMap((hash) => byHash.get(hash) ?? []);
}
