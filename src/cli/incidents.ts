import { incidentsText } from "../formats/incidents-text.js";
import { incidentsCsv } from "../formats/record-csv.js";
import { incidentsFacts } from "../formats/record-facts.js";
import { incidentsJson } from "../formats/record-json.js";
import { countIncidents, incidentListings, incidentsWhole } from "../store/record-queries.js";
import { withinConflict } from "./conflicts.js";
import { ExitCode } from "./exit.js";
import { type OutputOptions, printForms } from "./record-output.js";
import {
  type FilterOptions,
  filterOf,
  type StoreOptionsOfCommand,
  shownKinds,
  withStore,
} from "./with-store.js";

export type ListOptions = StoreOptionsOfCommand & OutputOptions & FilterOptions;

/** Lists incidents, the latest first; violence and coercion where no kind or type is asked for. */
export async function incidentsCommand(options: ListOptions): Promise<number> {
  const asked = shownKinds(filterOf(options));
  return withStore(options, async (store) => {
    const filter = await withinConflict(store, asked, options.conflict);
    if (options.format === "facts") {
      const whole = await incidentsWhole(store.db, { ...filter, limit: filter.limit ?? 1_000_000 });
      const labels = new Map(whole.flatMap((i) => i.reports.map((r) => [r.hash, r.label] as const)));
      printForms(options, {
        text: () => "",
        facts: () => incidentsFacts(whole, (hash) => labels.get(hash) ?? hash),
      });
      return ExitCode.ok;
    }
    const everything = options.format === "csv" && filter.limit === undefined;
    const list = await incidentListings(store.db, everything ? { ...filter, limit: 1_000_000 } : filter);
    const total = await countIncidents(store.db, filter);
    printForms(options, {
      text: (layout) => incidentsText(list, { ...layout, total }),
      json: () => incidentsJson(list, total),
      csv: () => incidentsCsv(list),
    });
    return ExitCode.ok;
  });
}
