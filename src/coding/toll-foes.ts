import type { EventDraft } from "./event-draft.js";

/** Codes of the parties that did a state violence in the report, or to whom a state did. */
export function fightersOfStates(events: readonly EventDraft[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const e of events) {
    if (e.type !== "ASSAULT" || e.status === "hypothetical") continue;
    for (const a of e.actor)
      for (const b of e.recipient) {
        if (a.code === null || b.code === null || a.code === b.code) continue;
        if (b.code === b.country) codes.add(a.code);
        if (a.code === a.country) codes.add(b.code);
      }
  }
  return codes;
}
