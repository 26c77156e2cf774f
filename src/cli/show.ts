import { claimsText } from "../formats/incident-claims.js";
import { incidentText } from "../formats/incident-text.js";
import { whyText } from "../formats/incident-why.js";
import { wholeIncidentsCsv } from "../formats/record-csv.js";
import { incidentsFacts } from "../formats/record-facts.js";
import { incidentJson } from "../formats/record-json.js";
import type { RollupRule } from "../record/rollups.js";
import { findIncident, incidentWithChains, whyOfIncident } from "../store/record-queries.js";
import { ExitCode, UsageError } from "./exit.js";
import { type OutputOptions, printForms } from "./record-output.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

export interface ShowOptions extends StoreOptionsOfCommand, OutputOptions {
  readonly why?: boolean;
  readonly claims?: boolean;
  readonly rule: RollupRule;
}

/** Shows one incident: who says what of it; with `why`, what tied its reports together. */
export async function showCommand(id: string, options: ShowOptions): Promise<number> {
  return withStore(options, async (store) => {
    const found = await findIncident(store.db, id);
    if (!("id" in found))
      throw new UsageError(
        found.matches.length === 0
          ? `There is no incident ${id}.`
          : `${id} could be ${found.matches.join(", ")}.`,
        "`parley incidents` lists them with their ids.",
      );
    if (found.wasPartOf) process.stderr.write(`parley: ${id} is part of ${found.id} now.\n`);
    if (options.why) {
      const links = await whyOfIncident(store.db, found.id);
      printForms(options, { text: (layout) => whyText(links, layout), json: () => links });
      return ExitCode.ok;
    }
    const shown = await incidentWithChains(store.db, found.id);
    const { incident, chains } = shown!;
    const labels = new Map(incident.reports.map((r) => [r.hash, r.label]));
    const labelOf = (hash: string) => labels.get(hash) ?? hash;
    printForms(options, {
      text: (layout) =>
        options.claims
          ? claimsText(incident, layout, labelOf)
          : incidentText(incident, { ...layout, chains, labelOf, rule: options.rule }),
      json: () => incidentJson(incident, chains),
      csv: () => wholeIncidentsCsv([incident], options.rule),
      facts: () => incidentsFacts([incident], labelOf),
    });
    return ExitCode.ok;
  });
}
