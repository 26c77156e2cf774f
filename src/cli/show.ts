import { claimsText } from "../formats/incident-claims.js";
import { incidentText } from "../formats/incident-text.js";
import { whyText } from "../formats/incident-why.js";
import { wholeIncidentsCsv } from "../formats/record-csv.js";
import { incidentsFacts } from "../formats/record-facts.js";
import { incidentJson } from "../formats/record-json.js";
import { rulingWords } from "../formats/ruling-words.js";
import type { RollupRule } from "../record/rollups.js";
import { bearsOn } from "../record/ruling-reach.js";
import { type Ruling, standingRulings } from "../record/rulings.js";
import { findIncident, incidentWithChains, whyOfIncident } from "../store/record-queries.js";
import { ExitCode, UsageError } from "./exit.js";
import { type OutputOptions, printForms, type TextLayout } from "./record-output.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

export interface ShowOptions extends StoreOptionsOfCommand, OutputOptions {
  readonly why?: boolean;
  readonly claims?: boolean;
  readonly rule: RollupRule;
}

function rulingsText(rulings: readonly Ruling[], { style }: TextLayout): string {
  if (rulings.length === 0) return "";
  const lines = rulings.map(
    (r) => `   ${r.id}  ${r.at.slice(0, 10)}  ${r.who}: ${rulingWords(r)}${r.why ? ` (${r.why})` : ""}`,
  );
  return `\n${style.strong("RULINGS ON ITS REPORTS AND LINKS")}\n${lines.join("\n")}\n`;
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
          : incidentText(incident, { ...layout, chains, labelOf, rule: options.rule }) +
            rulingsText(
              standingRulings(store.rulings.read()).filter((r) => bearsOn(r, incident)),
              layout,
            ),
      json: () => incidentJson(incident, chains),
      csv: () => wholeIncidentsCsv([incident], options.rule),
      facts: () => incidentsFacts([incident], labelOf),
    });
    return ExitCode.ok;
  });
}
