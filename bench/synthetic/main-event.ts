import type { EventClaim } from "../../src/coding/claim.js";
import type { CodedReport } from "../../src/coding/coded-report.js";
import type { EventType } from "../../src/coding/event-types.js";

export interface MainEvent {
  readonly type: EventType;
  readonly event: EventClaim;
}

/** What a story is about: the first event that its headline tells; where there is no headline or it tells nothing, the first of the body. */
export function mainEvent(title: CodedReport | null, body: CodedReport): MainEvent | null {
  return (title && firstTold(title)) ?? firstTold(body);
}

function firstTold({ events }: CodedReport): MainEvent | null {
  const told = events.filter((e) => e.contentOf === null);
  const event = told.find((e) => e.status !== "hypothetical") ?? told.find(mayComeFromActor);
  return event ? { type: byManual(event, events), event } : null;
}

/** "Ankara may close the border" */
const mayComeFromActor = (e: EventClaim) =>
  HOSTILE.has(e.type) && e.status === "hypothetical" && e.actor.length > 0;
const HOSTILE = new Set<EventType>(["SANCTION", "COERCE", "ASSAULT"]);

/**
 * The type by the text of PLOVER's manual, which the labels follow: who undertakes to stop or to give something up concedes, and
 * who may do harm threatens. The record has the former as AGREE, as PLOVER's own examples do. @see docs/decisions/002-undertakings.md
 */
function byManual(event: EventClaim, events: readonly EventClaim[]): EventType {
  if (event.type === "RETREAT" && (event.status === "planned" || event.status === "offered"))
    return "CONCEDE";
  if (event.status === "hypothetical") return "THREATEN";
  if (event.type !== "AGREE") return event.type;
  const content = events.find((e) => e.contentOf === event.id);
  return content?.type === "RETREAT" || content?.type === "CONCEDE" ? "CONCEDE" : "AGREE";
}
