import { dyadText } from "../formats/dyad-text.js";
import { weeksCsv } from "../formats/record-csv.js";
import { dyadJson } from "../formats/record-json.js";
import { weeksOf } from "../record/dyads.js";
import { factsOfList } from "../server/record-facts.js";
import { dyadIncidents } from "../store/record-queries.js";
import { ExitCode, UsageError } from "./exit.js";
import type { ListOptions } from "./incidents.js";
import { printForms } from "./record-output.js";
import { filterOf, withStore } from "./with-store.js";

/** Two parties: their incidents in order and the weeks of conflict and cooperation. */
export async function dyadCommand(parties: readonly string[], options: ListOptions): Promise<number> {
  const [a, b, ...more] = parties.map((p) => (p.length <= 4 ? p.toUpperCase() : p));
  if (a === undefined || b === undefined || more.length > 0 || a === b)
    throw new UsageError("parley dyad needs two parties.", "Give two codes, such as AFG PAK.");
  const pair = [a, b] as const;
  return withStore(options, async (store) => {
    const { series, list } = await dyadIncidents(store.db, pair, filterOf(options));
    const facts = options.format === "facts" ? await factsOfList(store.db, list) : [];
    const content = { parties: pair, weeks: weeksOf(series), incidents: list };
    printForms(options, {
      text: (layout) => dyadText(content, layout),
      json: () => dyadJson(content),
      csv: () => weeksCsv(pair, content.weeks),
      facts: () => facts,
    });
    return ExitCode.ok;
  });
}
