import { initiativesText } from "../formats/initiatives-text.js";
import { initiativesCsv, timelineCsv } from "../formats/record-csv.js";
import { initiativesFacts } from "../formats/record-facts.js";
import { initiativesJson, timelineJson } from "../formats/record-json.js";
import { timelineText } from "../formats/timeline-text.js";
import { factsOfList } from "../server/record-facts.js";
import { shownKinds } from "../store/filters.js";
import { diplomacyOfRecord, incidentListings } from "../store/record-queries.js";
import { withinConflict } from "./conflicts.js";
import { ExitCode } from "./exit.js";
import type { ListOptions } from "./incidents.js";
import { printForms } from "./record-output.js";
import { filterOf, withStore } from "./with-store.js";

/** Lists initiatives with their steps, and ceasefires. */
export async function initiativesCommand(options: ListOptions): Promise<number> {
  const asked = filterOf(options, "acts");
  return withStore(options, async (store) => {
    const filter = await withinConflict(store, asked, options.conflict);
    const { initiatives, ceasefires, reports, since } = await diplomacyOfRecord(store.db, filter);
    sayWindow(since);
    const labelOf = (hash: string) => reports.get(hash)?.label ?? hash;
    printForms(options, {
      text: (layout) => initiativesText({ initiatives, ceasefires }, { ...layout, labelOf }),
      json: () => initiativesJson(initiatives, ceasefires),
      csv: () => initiativesCsv(initiatives, labelOf),
      facts: () => initiativesFacts(initiatives, labelOf),
    });
    return ExitCode.ok;
  });
}

/** Incidents and steps of diplomacy on one axis of days. */
export async function timelineCommand(options: ListOptions): Promise<number> {
  const asked = filterOf(options);
  return withStore(options, async (store) => {
    const filter = await withinConflict(store, asked, options.conflict);
    const incidents = await incidentListings(store.db, {
      ...shownKinds(filter),
      limit: filter.limit ?? 1_000,
    });
    const { initiatives, ceasefires, reports, since } = await diplomacyOfRecord(store.db, filter);
    sayWindow(since);
    const content = { incidents, initiatives, ceasefires };
    const facts = options.format === "facts" ? await factsOfList(store.db, incidents) : [];
    printForms(options, {
      text: (layout) => timelineText(content, layout),
      json: () => timelineJson(content),
      csv: () => timelineCsv(incidents, initiatives),
      facts: () => ({
        incidents: facts,
        initiatives: initiativesFacts(initiatives, (hash) => reports.get(hash)?.label ?? hash),
      }),
    });
    return ExitCode.ok;
  });
}

/** What is cut is said. */
function sayWindow(since: string | null): void {
  if (since !== null)
    process.stderr.write(
      `parley: initiatives since ${since} only; give --from for earlier ones, --party for fewer.\n`,
    );
}
