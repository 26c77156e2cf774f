import type { InitiativeAct } from "./claim.js";
import { distinct, type EventDraft } from "./events.js";
import type { PartyRef } from "./party.js";

/** A third party's move between parties, or a party's answer to one, as one event tells it. */
export interface InitiativeDraft {
  readonly event: EventDraft;
  readonly act: InitiativeAct;
  readonly thirdParty: readonly PartyRef[];
  readonly parties: readonly PartyRef[];
}

/** Acts by which somebody else than the third party answers it. */
const ANSWERS = new Set<InitiativeAct>(["welcomes", "accepts", "rejects"]);
/** Acts of the sides together, in which a third party may stand as broker. */
const OF_THE_SIDES = new Set<InitiativeAct>(["ceasefire-agreed", "ceasefire-violated", "talks-collapse"]);

const same = (a: PartyRef, b: PartyRef) => a.code !== null && a.code === b.code;
const minus = (list: readonly PartyRef[], other: readonly PartyRef[]) => list.filter((p) => !other.some((o) => same(o, p)));

/**
 * The diplomatic acts in a report's events. @see docs/record.md, Initiative
 *
 * @param sides the parties to the fighting that the report tells of: who fights is no third party to it
 */
export function findInitiatives(events: readonly EventDraft[], sides: readonly PartyRef[]): InitiativeDraft[] {
  const out: InitiativeDraft[] = [];
  for (const event of events) {
    for (const act of actsOf(event)) {
      const draft = initiativeOf(event, act, sides);
      if (draft) out.push(draft);
    }
  }
  return out;
}

function actsOf(e: EventDraft): InitiativeAct[] {
  const acts: InitiativeAct[] = [];
  if (e.frame.act) acts.push(e.frame.act);
  if (e.type === "REQUEST" && (e.mode === "yield" || e.mode === "meet") && !acts.includes("calls-for")) acts.push("calls-for");
  if (e.broker.length > 0) {
    if (acts.includes("ceasefire-agreed") || (e.type === "AGREE" && acts.length === 0)) acts.push("brokers");
    else if (e.type === "CONSULT" && !acts.some((a) => a === "mediates" || a === "hosts" || a === "brokers")) acts.push("mediates");
    else if (acts.includes("talks-collapse")) acts.push("mediates");
  }
  return acts;
}

function initiativeOf(event: EventDraft, act: InitiativeAct, sides: readonly PartyRef[]): InitiativeDraft | null {
  if (event.status === "hypothetical" || event.status === "denied") return null;
  // what another event asks for or offers is that event's act
  const happened = event.status === "happened" || event.status === "ongoing";
  if (event.contentOf >= 0 && !happened) return null;
  const known = (list: readonly PartyRef[]) => distinct(list.filter((p) => p.code !== null));
  const actor = known(event.actor);
  const recipient = known(event.recipient);
  const broker = known(event.broker);
  const all = distinct([...actor, ...recipient]);
  if (ANSWERS.has(act)) {
    const thirdParty = minus(broker.length > 0 ? broker : recipient, actor);
    return thirdParty.length === 0 || actor.length === 0 ? null : { event, act, thirdParty, parties: actor };
  }
  if (OF_THE_SIDES.has(act)) {
    const parties = minus(all, broker);
    return parties.length < (broker.length > 0 ? 1 : 2) ? null : { event, act, thirdParty: broker, parties };
  }
  if (act === "brokers" && broker.length > 0) return { event, act, thirdParty: broker, parties: minus(all, broker) };
  const thirdParty = broker.length > 0 ? broker : actor;
  const parties = minus(broker.length > 0 ? all : recipient, thirdParty);
  if (thirdParty.length === 0) return null;
  if (act === "calls-for") {
    const isSide = thirdParty.every((p) => sides.some((x) => same(x, p)));
    return isSide || parties.length === 0 ? null : { event, act, thirdParty, parties };
  }
  return { event, act: happened ? act : "offers", thirdParty, parties };
}
