import { sql } from "kysely";
import type { RecordDb } from "./database-handle.js";

/** Who acted in these incidents, by id: the actors of all their tellings, sorted. Incidents of which nobody says it are left out. */
export async function actorsOfIncidents(
  db: RecordDb,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ incident: string; actors: string[] }>`
    select incident, array_agg(distinct actor order by actor) as actors
    from telling, jsonb_array_elements_text(data->'actors') as actor
    where incident = any(${[...ids]}) group by incident`.execute(db);
  return new Map(rows.rows.map((r) => [r.incident, r.actors]));
}
