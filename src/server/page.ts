import type { RecordFilter } from "../store/filters.js";
import type { ServerContext } from "./context.js";

/**
 * How many rows a filter lets through. Counting goes over all of them: it is left out where the page shows the end, and else
 * kept; while the record grows it is as it was a moment ago.
 */
export async function totalOf(
  context: ServerContext,
  of: {
    readonly what: string;
    readonly filter: RecordFilter;
    readonly rows: number;
    readonly count: () => Promise<number>;
  },
): Promise<number> {
  const { limit = 0, offset = 0, ...rest } = of.filter;
  const seen = offset + of.rows;
  if (of.rows < limit && (of.rows > 0 || offset === 0)) return seen;
  const counted = await context.cached(`count ${of.what} ${JSON.stringify(rest)}`, of.count, { stale: true });
  return of.rows > 0 ? Math.max(counted, seen) : counted;
}

/**
 * An answer as JSON, kept until the record changes; while documents are added, as it was a moment ago.
 *
 * @param asked what it depends on beside the record
 */
export const keptJson = (
  { cached }: ServerContext,
  what: string,
  asked: unknown,
  make: () => Promise<unknown>,
): Promise<string> =>
  cached(`${what} ${JSON.stringify(asked)}`, async () => JSON.stringify(await make()), { stale: true });
