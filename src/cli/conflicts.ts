import { dateLabel } from "../formats/labels.js";
import { type Conflict, conflictsOf } from "../record/conflicts.js";
import type { RecordFilter } from "../store/filters.js";
import type { Store } from "../store/open-store.js";
import { violentIncidents } from "../store/record-queries.js";
import { ExitCode, UsageError } from "./exit.js";
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

/** The filter with a conflict's parties and period laid over it; the conflict is found by a part of its name. */
export async function withinConflict(
  store: Store,
  filter: RecordFilter,
  name: string | undefined,
): Promise<RecordFilter> {
  if (name === undefined) return filter;
  const all = conflictsOf(await violentIncidents(store.db), store.rulings.read(), partyNames());
  const found = all.filter((c) => c.name.toLowerCase().includes(name.toLowerCase()));
  const [conflict] = found;
  if (conflict === undefined || found.length > 1)
    throw new UsageError(
      found.length === 0
        ? `No conflict has “${name}” in its name.`
        : `“${name}” could be ${found.map((c) => c.name).join("; ")}.`,
      "`parley conflicts` lists them.",
    );
  return {
    ...filter,
    among: conflict.parties,
    from: filter.from ?? conflict.from ?? undefined,
    to: filter.to ?? conflict.to ?? undefined,
  };
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
