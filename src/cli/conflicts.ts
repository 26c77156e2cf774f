import { dateLabel } from "../formats/labels.js";
import { type Conflict, conflictsOf } from "../record/conflicts.js";
import { violentIncidents } from "../store/record-queries.js";
import { ExitCode } from "./exit.js";
import { type OutputOptions, partyNames, printForms, type TextLayout } from "./record-output.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

/** Lists conflicts: those that rulings name, and those that the incidents suggest. */
export async function conflictsCommand(options: StoreOptionsOfCommand & OutputOptions): Promise<number> {
  return withStore(options, async (store) => {
    const conflicts = conflictsOf(await violentIncidents(store.db), store.rulings.read(), partyNames());
    printForms(options, { text: (layout) => conflictsText(conflicts, layout), json: () => conflicts });
    return ExitCode.ok;
  });
}

function conflictsText(conflicts: readonly Conflict[], { style }: TextLayout): string {
  if (conflicts.length === 0) return "No conflicts: two violent incidents between two parties suggest one.\n";
  return conflicts
    .map((c) => {
      const days = dateLabel({ from: c.from, to: c.to, basis: "stated" });
      const how = c.proposed ? "proposed from the data" : "named by a ruling";
      return `${style.strong(c.name)}\n   ${c.parties.join(", ")} · ${days} · ${c.violentIncidents} violent incidents · ${how}\n`;
    })
    .join("");
}
