import type { EventDraft } from "./event-draft.js";
import type { PartyRef } from "./party.js";

/** By a party's code those who did it violence in the report, or to whom it did: their codes, and whether they are states. */
export type Foes = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

export function foesOf(events: readonly EventDraft[]): Foes {
  const foes = new Map<string, Map<string, boolean>>();
  const add = (a: PartyRef, b: PartyRef) => {
    if (a.code === null || b.code === null || a.code === b.code) return;
    foes.set(a.code, (foes.get(a.code) ?? new Map()).set(b.code, b.code === b.country));
  };
  for (const e of events) {
    if (e.type !== "ASSAULT" || e.status === "hypothetical") continue;
    for (const a of e.actor)
      for (const b of e.recipient) {
        add(a, b);
        add(b, a);
      }
  }
  return foes;
}

/** Whether a party fights a state in the report. */
export const fightsState = (foes: Foes, code: string | null): boolean =>
  code !== null && [...(foes.get(code)?.values() ?? [])].some(Boolean);
