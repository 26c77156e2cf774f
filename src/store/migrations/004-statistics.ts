import { type Migration, sql } from "kysely";

/**
 * Statistics are kept of columns that questions compare. Of texts and JSON, which are only handed out, they would serve nothing and
 * cost most: all else waits while the embedded database gathers them.
 */
export const statistics: Migration = {
  up: async (db) => {
    for (const [table, columns] of Object.entries(HANDED_OUT))
      for (const column of columns)
        await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`.execute(
          db,
        );
  },
};

const HANDED_OUT = {
  report: ["text", "coded", "signature"],
  claim: ["quote", "data"],
  telling: ["features", "data"],
  incident: ["summary"],
  incident_voices: ["voices"],
};
