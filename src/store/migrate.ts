import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from "kysely";
import type { Database } from "./database.js";
import { StoreError } from "./errors.js";
import { record } from "./migrations/001-record.js";
import { rooms } from "./migrations/002-rooms.js";
import { reportParties } from "./migrations/003-report-parties.js";
import { statistics } from "./migrations/004-statistics.js";

/** In order; append only. */
const MIGRATIONS: Record<string, Migration> = {
  "001-record": record,
  "002-rooms": rooms,
  "003-report-parties": reportParties,
  "004-statistics": statistics,
};

const provider: MigrationProvider = { getMigrations: async () => MIGRATIONS };

/**
 * Brings the database to this program's schema; nothing happens where it is there.
 *
 * @throws StoreError `store-newer` where a newer program has written the database
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (rows[0]?.there) {
    const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    const unknown = done.rows.find((r) => !(r.name in MIGRATIONS));
    if (unknown)
      throw new StoreError(
        "store-newer",
        `The store was written by a newer Parley (its schema has ${unknown.name}, which this one does not know).`,
        "Use that version or a later one, or another data directory with --data.",
      );
    if (done.rows.length === Object.keys(MIGRATIONS).length) return;
  }
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
  // new columns and indexes are not used well before their statistics are there
  await sql`analyze`.execute(db);
}

/** Names of the migrations, for knowing whether a template fits. */
export const migrationNames = (): string[] => Object.keys(MIGRATIONS);
