import { sql } from "kysely";
import type { Found } from "../formats/desk-json.js";
import { indexNames, type NameIndex } from "../record/query-words.js";
import { findAnything } from "../store/find.js";
import { placesOfRecord } from "../store/record-queries.js";
import type { Given } from "./answer.js";
import type { ServerContext } from "./context.js";
import { partiesOfRecord } from "./status.js";

/** What words lead to, the likeliest first: names by how they begin, texts by their words. */
export async function find(context: ServerContext, words: string): Promise<Given<Found>> {
  const { parties, places, incidents, reports } = await findAnything(
    context.store.db,
    words,
    await namesOfRecord(context),
  );
  return {
    parties: parties.map(({ code, name }) => ({ code, name })),
    places,
    incidents,
    reports: reports.map(({ report, kind: _, ...hit }) => ({ ...hit, hash: report })),
  };
}

/** Parties and places of the record with all that they are called; while the record grows, as they were a moment ago. */
export const namesOfRecord = (context: ServerContext): Promise<NameIndex> =>
  context.cached(
    "names",
    async () => {
      const parties = await partiesOfRecord(context);
      const places = await placesOfRecord(context.store.db);
      const { rows } = await sql<{ day: string | null }>`
        select max(coalesce(published_to, published_from)) as day from report`.execute(context.store.db);
      return indexNames({
        parties: parties.map((p) => ({ ...p, aliases: context.aliasesOf(p.code) })),
        places,
        asOf: rows[0]?.day ?? null,
      });
    },
    { stale: true },
  );
