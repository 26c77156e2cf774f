import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children, subtree } from "../language/tree.js";
import { type EventClause, partiesAt, speakersOf } from "./event-clause.js";
import { distinct, includes, without } from "./event-draft.js";
import { isEachOther } from "./event-phrases.js";
import type { EventSlots, SlotStep } from "./event-slots.js";
import { isRefused } from "./event-status.js";
import type { EventWords } from "./event-words.js";
import type { PartyRef } from "./party.js";
import { clauseSubject, isArmed, isKnown, partiesOf } from "./slot-parties.js";
import { complements, prepositional } from "./slots.js";

/*
 * Who stands on which side of an event: partners, mediators, those who are helped, and both sides of what is done together.
 */

/** "Oman, |together with Qatar|, offered to mediate". */
export const partnersActToo: SlotStep = (c, slots) => {
  const { s, match, head, frame } = c;
  const partners = match.kind === "noun" ? [] : partnersOf(s, head, c.lexicon.words);
  if (partners.length === 0) return slots;
  const beside = partiesOf(c, partners, "actor");
  const recipient = without(slots.recipient, beside);
  // "which it brokered together with Paris"
  if (frame.broker.length > 0)
    return {
      ...slots,
      recipient,
      broker: distinct([...slots.broker, ...beside]),
      actor: without(slots.actor, beside),
    };
  return slots.actor.length > 0
    ? { ...slots, recipient, actor: distinct([...slots.actor, ...beside]) }
    : { ...slots, recipient };
};

/** "Together | with the African Union", "along with Kenya". */
function partnersOf(s: Sentence, head: number, { partners }: EventWords): readonly number[] {
  const isJoint = (t: number) => partners.has(lower(s, t));
  const beside = prepositional(s, head, "with").filter((t) =>
    children(s, t, "case").some((c) => lower(s, c) === "with" && isJoint(c - 1)),
  );
  if (beside.length > 0) return beside;
  return subtree(s, head, (t) => s.relation[t] === "acl:relcl")
    .filter(isJoint)
    .flatMap((t) => prepositional(s, t, "with"));
}

/** "The army and the rebels traded fire": with the other, though nobody knows whose they are. */
export const unknownFoesSuffer: SlotStep = (c, slots) => {
  const { match, frame } = c;
  const [actor] = slots.actor;
  if (!frame.mutual || frame.type !== "ASSAULT" || match.actor.length < 2) return slots;
  if (slots.actor.length !== 1 || slots.recipient.some((p) => p.code !== actor!.code)) return slots;
  const foes = match.actor
    .flatMap((t) => partiesOf(c, [t], "actor"))
    .filter((p) => !isKnown(p) && isArmed(p));
  return foes.length > 0 ? { ...slots, recipient: foes } : slots;
};

/** "Iran offered its good offices": who mediates is none of the sides. */
export const mediatorIsNoSide: SlotStep = (c, slots) => {
  const { match, frame } = c;
  if (frame.act !== "mediates" || match.kind !== "noun") return slots;
  const { actor, recipient } = slots;
  // "travelled to both in a round of shuttle diplomacy": by whose clause it is in
  const broker =
    slots.broker.length + actor.length === 0
      ? clauseSubject(c).filter((p) => isKnown(p) && !includes(recipient, p))
      : slots.broker;
  return { ...slots, broker, actor: without(actor, broker), recipient: without(recipient, broker) };
};

/** "Oman hosted delegations of both": who has two others in the house brings them together. */
export const hostOfSeveral: SlotStep = (c, slots) => {
  const { actor, recipient, broker } = slots;
  const isGuest = c.frame.type === "CONSULT" && (c.frame.actor?.includes("obj") ?? false);
  if (c.s.lemma[c.match.token] !== "host" || !isGuest || broker.length > 0 || recipient.length === 0)
    return slots;
  const guests = without(actor.filter(isKnown), recipient);
  return guests.length > 1
    ? { ...slots, actor: guests, recipient: guests, mutual: true, broker: recipient }
    : slots;
};

/** Of a fight in which somebody's side is taken those who are helped are not the other side. */
export const helpedAreNoFoes: SlotStep = ({ frame }, slots) =>
  frame.mutual && slots.helped.length > 0
    ? {
        ...slots,
        actor: without(slots.actor, slots.helped),
        recipient: without(slots.recipient, slots.helped),
      }
    : slots;

/** "Islamabad regretted the collapse of talks with the Taliban": one side is in the noun's phrase, the other in its clause. */
export const clauseNamesOtherSide: SlotStep = (c, slots) => {
  const { actor, recipient, broker } = slots;
  if (!c.frame.mutual || c.match.kind !== "noun") return slots;
  // "the emir, in calls with the presidents of both, urged": who calls is in the clause
  const isInPassing = baseRelation(c.s, c.head) === "obl" && prepositional(c.s, c.head, "with").length > 0;
  if (distinct([...actor, ...recipient]).length !== 1 && !isInPassing) return slots;
  const subject = clauseSubject(c).filter((p) => isKnown(p) && !includes(broker, p));
  return { ...slots, actor: distinct([...actor, ...subject]) };
};

/** Both sides of what two do together or to each other. */
export const bothActAndSuffer: SlotStep = (c, slots) => {
  const { match, frame } = c;
  const sides = distinct([...slots.actor, ...slots.recipient]);
  const refusing = refusersOf(c);
  if (refusing.length > 0) return { ...slots, actor: refusing, recipient: without(sides, refusing) };
  if (sides.length < 2 || !isMutual(c, slots)) return slots;
  // "Albania will not meet Serbia", "would not negotiate with it": the one refuses the other
  if (isRefused(c) && match.kind === "verb") {
    const refused = slots.recipient.some(isKnown)
      ? slots.recipient
      : partiesOf(c, prepositional(c.s, match.token, "with"), "recipient");
    const actor = without(slots.actor, refused);
    if (actor.some(isKnown) && refused.some(isKnown)) return { ...slots, actor, recipient: refused };
  }
  const foes = match.kind === "verb" ? prepositional(c.s, match.token, "with") : [];
  const unnamed = foes.filter((t) => !partiesAt(c, t).some(isKnown));
  // "Kenyan and Haitian police clashed with gunmen": not with each other
  if (
    frame.type === "ASSAULT" &&
    slots.actor.length > 1 &&
    !slots.recipient.some(isKnown) &&
    unnamed.length > 0
  )
    return { ...slots, recipient: partiesOf(c, unnamed, "recipient"), mutual: true };
  const both = without(sides, slots.broker);
  const known = both.filter(isKnown);
  // "Kenyan police exchanged fire with gunmen": nobody fights himself
  if (frame.type === "ASSAULT" && known.length === 1 && slots.actor.some((p) => p.code === known[0]!.code))
    return { ...slots, actor: known, recipient: without(both, known) };
  return { ...slots, actor: both, recipient: both, mutual: true };
};

function isMutual(c: EventClause, { actor, recipient, broker, each }: EventSlots): boolean {
  const { s, match, frame, siblings } = c;
  if (frame.mutual || (frame.type === "SUPPORT" && match.also.some((f) => f.mutual))) return true;
  // "Barrack will host a meeting of the two": whoever that is, the two meet
  if (frame.broker.length > 0 && match.broker.length > 0 && broker.length === 0) return true;
  // "talks between the two resumed": whoever talks talks with the other
  const isOfTheTwo = actor.filter(isKnown).length > 1 && !recipient.some(isKnown);
  if (frame.type === "CONSULT" && match.kind === "noun" && isOfTheTwo) return true;
  // "the two are due | to meet": with each other
  const aims = frame.type === "AGREE" && actor.length > 1 ? complements(s, match.token) : [];
  if (siblings.some((m) => m.frame.mutual && m.frame.type === "CONSULT" && aims.includes(m.token)))
    return true;
  return (each || isEachOther(s, match.recipient)) && actor.length > 1;
}

/** "There will be no talks", "there could be no truce": refused by who says so. */
const refusersOf = (c: EventClause): readonly PartyRef[] =>
  isRefused(c) && c.match.kind === "noun" && isExistential(c.s, c.match.token) ? distinct(speakersOf(c)) : [];

/** "There will be | no talks". */
const isExistential = (s: Sentence, noun: number): boolean =>
  baseRelation(s, noun) === "nsubj" &&
  children(s, s.head[noun]!, "expl").some((t) => lower(s, t) === "there");

/** "Is ready to host talks between A and B": the third party undertakes it. */
export const hostUndertakes = (slots: EventSlots): EventSlots => ({
  ...slots,
  recipient: without(distinct([...slots.actor, ...slots.recipient]), slots.broker),
  actor: slots.broker,
  broker: [],
});
