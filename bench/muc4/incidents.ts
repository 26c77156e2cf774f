import type { EventClaim, Toll } from "../../src/coding/claim.js";
import type { Trace } from "../../src/coding/read-report.js";
import { factsOfReport } from "../../src/record/report-facts.js";
import { tellingsOf } from "../../src/record/tellings.js";
import { type DateInterval, dayNumber } from "../../src/text/civil-date.js";

/** The key's types of incident. */
export type IncidentType = "ATTACK" | "BOMBING" | "KIDNAPPING" | "ROBBERY" | "ARSON" | "FORCED WORK STOPPAGE";

/** One happening of a report, as the record gathers its claims. */
export interface FoundIncident {
  readonly date: DateInterval;
  readonly events: readonly EventClaim[];
  readonly tolls: readonly Toll[];
}

export function incidentsOf({ coded }: Trace): FoundIncident[] {
  return tellingsOf(coded, factsOfReport(coded, "r"), "r")
    .filter((t) => t.kind === "violence")
    .map((t) => {
      const events = t.events.map((e) => coded.events[Number(e.id.slice("r/e".length))]!);
      const tolls = t.tolls.map((x) => coded.tolls[Number(x.id.slice("r/t".length))]!);
      return { date: t.date, events, tolls };
    });
}

const BURSTING = new Set(["bomb", "vehicle-bomb", "explosive", "mine"]);

/**
 * Types, modes and means of Parley to the key's types, the most frequent among the events that say how it was done, of equals the first:
 * abduction KIDNAPPING; explosives or a suicide attack, or done with bomb, explosive or mine BOMBING; fire ARSON; firearms and the
 * like ATTACK, as where none says how ("the attack", "was killed"). Robbery and forced stoppages are no violence to PLOVER and are
 * never answered.
 */
export function typeOf(events: readonly EventClaim[]): IncidentType {
  const votes = new Map<IncidentType, number>();
  for (const e of events) {
    const type = typeOfEvent(e);
    if (type !== null) votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "ATTACK";
}

function typeOfEvent(e: EventClaim): IncidentType | null {
  if (e.mode === "abduct") return "KIDNAPPING";
  if (e.mode === "explosives" || e.mode === "suicide-attack") return "BOMBING";
  if (e.means.some((m) => BURSTING.has(m.kind)) || /blow-up|bomb/.test(e.rule)) return "BOMBING";
  if (/arson|burn|fire-to|on-fire|torch/.test(e.rule) || e.means.some((m) => m.kind === "fire"))
    return "ARSON";
  return e.means.length > 0 || (e.mode !== null && e.mode !== "destroy") ? "ATTACK" : null;
}

/** The key leaves out what happened more than two months before the report. */
export function isLongAgo({ to }: DateInterval, { coded }: Trace): boolean {
  const published = coded.report.published.to;
  return to !== null && published !== null && dayNumber(to) < dayNumber(published) - 62;
}

/** A count over more than a month is no incident's. */
export const addsUp = ({ from, to }: DateInterval) =>
  from !== null && to !== null && dayNumber(to) - dayNumber(from) > 31;
