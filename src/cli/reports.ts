import { reportsCsv, searchCsv } from "../formats/record-csv.js";
import { reportsJson, searchJson } from "../formats/record-json.js";
import { reportsText } from "../formats/reports-text.js";
import { searchText } from "../formats/search-text.js";
import { reportListings, searchRecord, unreadListings } from "../store/record-queries.js";
import { ExitCode, UsageError } from "./exit.js";
import type { ListOptions } from "./incidents.js";
import { printForms } from "./record-output.js";
import { filterOf, withStore } from "./with-store.js";

/** Lists the reports of the store, and what could not be read. */
export async function reportsCommand(options: ListOptions & { readonly unread?: boolean }): Promise<number> {
  const filter = filterOf(options);
  return withStore(options, async (store) => {
    const unread = await unreadListings(store.db);
    const list = options.unread ? [] : await reportListings(store.db, filter);
    printForms(options, {
      text: (layout) => reportsText(list, unread, layout),
      json: () => reportsJson(list, unread),
      csv: () => reportsCsv(list),
    });
    return ExitCode.ok;
  });
}

/** Searches the texts of reports and the words of claims. */
export async function searchCommand(words: readonly string[], options: ListOptions): Promise<number> {
  const query = words.join(" ").trim();
  if (query === "")
    throw new UsageError("parley search needs words.", "Such as `parley search ceasefire Doha`.");
  const { limit } = filterOf(options);
  return withStore(options, async (store) => {
    const hits = await searchRecord(store.db, query, limit ?? 20);
    printForms(options, {
      text: (layout) => searchText(hits, layout),
      json: () => searchJson(hits),
      csv: () => searchCsv(hits),
    });
    return ExitCode.ok;
  });
}
