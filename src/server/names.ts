import { sql } from "kysely";
import type { Parties } from "../formats/desk-json.js";
import { indexNames, type NameIndex } from "../record/query-words.js";
import { partyCounts, placesOfRecord } from "../store/record-queries.js";
import type { ServerContext } from "./context.js";

/** Parties and places of the record, those in most incidents first. */
export interface RecordNames {
  readonly parties: Parties["parties"];
  /** By all that they are called. */
  readonly index: NameIndex;
  /** Of the record that they were made from. */
  readonly revision: number;
}

/** While the record grows, as they were a moment ago. */
export const namesOfRecord = (context: ServerContext): Promise<RecordNames> =>
  context.cached("names", () => makeNames(context), { stale: true });

async function makeNames(context: ServerContext): Promise<RecordNames> {
  const { store, changes, nameOf, kindOf, aliasesOf } = context;
  const revision = changes.revision();
  const counts = await partyCounts(store.db);
  const parties = counts.map((c) => ({ ...c, name: nameOf(c.code), kind: kindOf(c.code) }));
  const places = await placesOfRecord(store.db);
  const { rows } = await sql<{ day: string | null }>`
    select max(coalesce(published_to, published_from)) as day from report`.execute(store.db);
  const index = indexNames({
    parties: parties.map((p) => ({ ...p, aliases: aliasesOf(p.code) })),
    places,
    asOf: rows[0]?.day ?? null,
  });
  return { parties, index, revision };
}
