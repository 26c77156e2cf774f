import { sql } from "kysely";
import type { RecordDb } from "./database-handle.js";

/** Tables that are read by more than their key. */
const TABLES = ["report", "claim", "telling", "telling_key", "incident", "incident_voices"];
/** Pages of 8 kB below which any plan is quick, and the growth after which statistics mislead. */
const LEAST_PAGES = 100;
const GROWTH = 1.5;
/** Rows looked at, in hundreds of three (the database's own measure is 100): nobody else is answered meanwhile. */
const TARGET = 30;

/**
 * Brings the planner's statistics up to date for tables that have grown by half since the last time. A server sees to it by
 * itself, in time; the embedded database never does, and without them it goes over whole tables for a few rows. Asking costs a
 * millisecond; bringing one up to date less than a tenth of a second, which comes as rarely as the store grows by half.
 */
export async function keepStatistics(db: RecordDb): Promise<void> {
  const { rows } = await sql<{ table: string }>`
    select relname as table from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${TABLES})
      and pg_relation_size(oid) > 8192 * greatest(${sql.lit(LEAST_PAGES)}, ${sql.lit(GROWTH)} * relpages)
    order by relname`.execute(db);
  if (rows.length === 0) return;
  await sql`set local default_statistics_target = ${sql.lit(TARGET)}`.execute(db);
  for (const { table } of rows) await sql`analyze ${sql.table(table)}`.execute(db);
}
