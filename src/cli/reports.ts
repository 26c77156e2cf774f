import { readAgainOf } from "../formats/json.js";
import { reportsCsv, searchCsv } from "../formats/record-csv.js";
import { reportsJson, searchJson } from "../formats/record-json.js";
import { reportText } from "../formats/report-text.js";
import { reportsText } from "../formats/reports-text.js";
import { searchText } from "../formats/search-text.js";
import { secondReadingText } from "../formats/second-reading-text.js";
import { factsOfReports } from "../server/record-facts.js";
import { reportListings, reportWithVersions, searchRecord, unreadListings } from "../store/record-queries.js";
import { reportsOfItsStory } from "../store/same-story.js";
import { ExitCode, UsageError } from "./exit.js";
import type { ListOptions } from "./incidents.js";
import { printForms } from "./record-output.js";
import { codedReport, secondReadingLog } from "./second-reader.js";
import { filterOf, withStore } from "./with-store.js";

/** Lists the reports of the store, and what could not be read. */
export async function reportsCommand(options: ListOptions & { readonly unread?: boolean }): Promise<number> {
  const filter = filterOf(options);
  return withStore(options, async (store) => {
    const unread = await unreadListings(store.db);
    const list = options.unread ? [] : await reportListings(store.db, filter);
    const facts =
      options.format === "facts"
        ? await factsOfReports(
            store.db,
            list.map((r) => r.hash),
          )
        : [];
    printForms(options, {
      text: (layout) =>
        options.unread && unread.length === 0
          ? "Every document was read.\n"
          : reportsText(list, unread, layout),
      json: () => reportsJson(list, unread),
      csv: () => reportsCsv(list),
      facts: () => facts,
    });
    return ExitCode.ok;
  });
}

/** Shows one report: what it is, its copies and versions, what tells the same story, what differs between the versions, and its second readings. */
export async function reportCommand(name: string, options: ListOptions): Promise<number> {
  return withStore(options, async (store) => {
    const found = await reportWithVersions(store.db, name);
    if (!found)
      throw new UsageError(
        `${name} names no report, or more than one.`,
        "`parley reports` lists them with their names.",
      );
    const sameStory = await reportsOfItsStory(store.db, found.report.hash);
    const kept = secondReadingLog(store)
      .read()
      .filter((k) => k.report === found.report.hash);
    const coded = kept.length > 0 ? await codedReport(store, found.report.hash) : null;
    printForms(options, {
      text: (layout) =>
        reportText(found.report, { ...found, sameStory }, layout) +
        (coded ? kept.map((k) => `\n${secondReadingText(coded, k.reading, layout)}`).join("") : ""),
      json: () => ({
        form: 1,
        ...found,
        sameStory: sameStory.map((r) => ({ hash: r.hash, label: r.label })),
        ...(coded ? { secondReadings: kept.map((k) => readAgainOf(coded, k.reading)) } : {}),
      }),
    });
    return ExitCode.ok;
  });
}

/** Searches the texts of reports and the words of claims. */
export async function searchCommand(words: readonly string[], options: ListOptions): Promise<number> {
  const query = words.join(" ").trim();
  if (query === "")
    throw new UsageError("parley search needs words.", "Such as `parley search ceasefire Doha`.");
  const filter = filterOf(options);
  return withStore(options, async (store) => {
    const hits = await searchRecord(store.db, query, filter.limit ?? 20, filter);
    const facts =
      options.format === "facts"
        ? await factsOfReports(store.db, [...new Set(hits.map((h) => h.report))])
        : [];
    printForms(options, {
      text: (layout) => searchText(hits, layout),
      json: () => searchJson(hits),
      csv: () => searchCsv(hits),
      facts: () => facts,
    });
    return ExitCode.ok;
  });
}
