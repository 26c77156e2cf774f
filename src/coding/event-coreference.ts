import type { DateInterval } from "../text/civil-date.js";
import { distinct, type EventDraft } from "./events.js";
import type { PartyRef } from "./party.js";

/**
 * A report tells one event several times, and rarely with all its sides: "Sunday's airstrikes inside Afghanistan", later
 * "the airstrikes by Pakistan". What a later telling leaves open is taken from an earlier one of the same type that agrees with it
 * in actor, mode and date; and where the report tells of two sides fighting, the attack of one is on the other.
 */
export function joinTellings(drafts: readonly EventDraft[]): EventDraft[] {
  const out: EventDraft[] = [];
  for (const d of drafts) out.push(d.type === "ASSAULT" && isOpen(d.recipient) ? withRecipient(d, out) : d);
  return out;
}

const isOpen = (list: readonly PartyRef[]) => list.every((p) => p.code === null);
const codes = (list: readonly PartyRef[]) => list.flatMap((p) => (p.code === null ? [] : [p.code]));

function withRecipient(d: EventDraft, before: readonly EventDraft[]): EventDraft {
  const actors = codes(d.actor);
  if (actors.length !== 1) return d;
  for (const e of [...before].reverse()) {
    if (e.type !== "ASSAULT" || isOpen(e.recipient) || e.status === "hypothetical") continue;
    const other = codes(e.actor);
    const same = other.length === 1 && other[0] === actors[0] && meet(d.date, e.date) && modesAgree(d, e);
    if (same) return filled(d, [...d.recipient, ...e.recipient]);
    if (d.recipient.length > 0) continue;
    const sides = distinct([...e.actor, ...e.recipient]).filter((p) => p.code !== null);
    if (sides.length === 2 && sides.some((p) => p.code === actors[0]))
      return filled(d, sides.filter((p) => p.code !== actors[0]));
  }
  return d;
}

const filled = (d: EventDraft, recipient: readonly PartyRef[]): EventDraft => ({
  ...d,
  recipient,
  abstentions: d.abstentions.filter((a) => a.slot !== "recipient"),
});

const modesAgree = (a: EventDraft, b: EventDraft) => a.mode === null || b.mode === null || a.mode === b.mode;

function meet(a: DateInterval, b: DateInterval): boolean {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return true;
  return (a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999");
}
