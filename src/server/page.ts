import type { RecordFilter } from "../store/filters.js";
import type { Given } from "./answer.js";
import type { ServerContext } from "./context.js";
import { totalOf } from "./total.js";

/** A list of the record, of which a page is asked for. */
export interface PagedList<T> {
  readonly what: string;
  /** Its limit and offset say which page. */
  readonly filter: RecordFilter;
  /** The page's fields beside the total, and how many rows it shows. */
  readonly page: () => Promise<{ readonly rows: number; readonly fields: Given<Omit<T, "total">> }>;
  /** How many rows there are in all. */
  readonly count: () => Promise<number>;
}

/** A page of a list as JSON, with its total; while documents are added, as it was a moment ago. */
export async function pageJson<T>(context: ServerContext, list: PagedList<T>): Promise<string> {
  const { what, filter } = list;
  const { limit: _, offset: __, ...rest } = filter;
  const page = await context.cached(
    `${what} ${JSON.stringify(filter)}`,
    async () => {
      const { rows, fields } = await list.page();
      return { rows, json: JSON.stringify(fields) };
    },
    { stale: true },
  );
  // counting goes over all rows and is kept by itself
  const total = await totalOf(filter, page.rows, () =>
    context.cached(`count ${what} ${JSON.stringify(rest)}`, list.count, { stale: true }),
  );
  return `{"total":${total},${page.json.slice(1)}`;
}
