import { incidentsText } from "../formats/incidents-text.js";
import { incidentsCsv } from "../formats/record-csv.js";
import { incidentsJson } from "../formats/record-json.js";
import { factsOfList } from "../server/record-facts.js";
import { shownKinds } from "../store/filters.js";
import { countIncidents, incidentListings } from "../store/record-queries.js";
import { withinConflict } from "./conflicts.js";
import { ExitCode } from "./exit.js";
import { type OutputOptions, printForms } from "./record-output.js";
import { type FilterOptions, filterOf, type StoreOptionsOfCommand, withStore } from "./with-store.js";

export type ListOptions = StoreOptionsOfCommand & OutputOptions & FilterOptions;

/** Lists incidents, the latest first; violence and coercion where no kind or type is asked for. */
export async function incidentsCommand(options: ListOptions): Promise<number> {
  const asked = shownKinds(filterOf(options));
  return withStore(options, async (store) => {
    const filter = await withinConflict(store, asked, options.conflict);
    const everything = (options.format === "csv" || options.format === "facts") && filter.limit === undefined;
    const list = await incidentListings(store.db, everything ? { ...filter, limit: 1_000_000 } : filter);
    const facts = options.format === "facts" ? await factsOfList(store.db, list) : [];
    const total = await countIncidents(store.db, filter);
    printForms(options, {
      text: (layout) => incidentsText(list, { ...layout, total }),
      json: () => incidentsJson(list, total),
      csv: () => incidentsCsv(list),
      facts: () => facts,
    });
    return ExitCode.ok;
  });
}
