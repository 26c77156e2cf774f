import type { Found } from "../formats/desk-json.js";
import { findAnything } from "../store/find.js";
import type { Given } from "./answer.js";
import type { ServerContext } from "./context.js";
import { namesOfRecord, type RecordNames } from "./names.js";

/** What words lead to as JSON, the likeliest first: names by how they begin, texts by their words; while documents are added, as it was a moment ago. */
export async function findJson(context: ServerContext, words: string): Promise<string> {
  const names = await namesOfRecord(context);
  return context.cached(
    `search ${names.revision} ${words}`,
    async () => JSON.stringify(await find(context, words, names)),
    { stale: true },
  );
}

async function find({ store }: ServerContext, words: string, names: RecordNames): Promise<Given<Found>> {
  const { parties, places, incidents, reports } = await findAnything(store.db, words, names.index);
  return {
    parties: parties.map(({ code, name }) => ({ code, name })),
    places,
    incidents,
    reports: reports.map(({ report, kind: _, ...hit }) => ({ ...hit, hash: report })),
  };
}
