import { children, dominates, subtree } from "../language/tree.js";
import { blamedFor, otherNamedBefore } from "./event-actors.js";
import type { EventClause } from "./event-clause.js";
import { key, others, stateOf, without } from "./event-draft.js";
import { hasUnless, isEachOther, isPointer, isWhy } from "./event-phrases.js";
import { countryStruck } from "./event-places.js";
import { type EventSlots, type SlotStep, suffering } from "./event-slots.js";
import type { EventType } from "./event-types.js";
import { conditionedOn, partiesBelow } from "./parties-below.js";
import type { PartyRef } from "./party.js";
import { clauseSubject, isKnown, partiesOf } from "./slot-parties.js";
import { complements, logicalSubject, withConjuncts } from "./slots.js";

/** "Demanded that it hand over the leaders"; "that they withdraw from Goma" is not asked of Goma. */
export const whoIsToActIsAsked: SlotStep = (c, slots) => {
  const { s, match, frame } = c;
  if (frame.type !== "REQUEST") return slots;
  const wanted = complements(s, match.token);
  const subjects = withConjuncts(
    s,
    wanted.flatMap((t) => children(s, t, "nsubj")),
  );
  const captors = partiesOf(c, captorsOf(c), "recipient").filter(isKnown);
  if (captors.length > 0 && wanted.length === 0) return { ...slots, recipient: captors };
  const asked = partiesOf(c, subjects, "recipient");
  if (asked.length > 0 && match.recipient.every((t) => wanted.some((w) => dominates(s, w, t))))
    return { ...slots, recipient: asked };
  // "halted its fire at the request of Oman": who did so was asked
  return match.kind === "noun" && isWhy(s, match.token, c.lexicon.words) && slots.recipient.length === 0
    ? { ...slots, recipient: clauseSubject(c) }
    : slots;
};

/** "Demanded the release of nine staff | held by the rebels |", "… whom the army has arrested": who is to let them go. */
function captorsOf({ s, match, lexicon }: EventClause): number[] {
  const { freeing_nouns, holding } = lexicon.words;
  const below = subtree(s, match.token);
  const freed = below.filter((t) => t > match.token && freeing_nouns.has(s.lemma[t]!.toLowerCase()));
  const held = freed.flatMap((n) =>
    below.filter((t) => dominates(s, n, t) && holding.has(s.lemma[t]!.toLowerCase()) && t > n),
  );
  return held.flatMap((t) => (s.upos[t] === "VERB" ? logicalSubject(s, t) : []));
}

/** Types whose object is somebody. */
const OF_SOMEBODY = new Set<EventType>(["ACCUSE", "THREATEN", "SUPPORT"]);

/** "Broke off talks with the ELN, accusing it": a pronoun that nothing else resolves is the one other party that the sentence named before. */
export const otherBeforeSuffers: SlotStep = (c, slots) => {
  const { s, match, frame } = c;
  if (slots.recipient.length > 0 || slots.actor.length === 0) return slots;
  if (match.kind !== "verb" || !OF_SOMEBODY.has(frame.type)) return slots;
  const said = frame.needs.has("comp") ? complements(s, match.token) : [];
  const isPronoun = [...match.recipient, ...said.flatMap((t) => children(s, t, "nsubj"))].some(
    (t) => t > match.token && /^(?:it|him|her|them|they)$/i.test(s.form[t]!) && s.upos[t] === "PRON",
  );
  return isPronoun ? { ...slots, recipient: otherNamedBefore(c, slots.actor) } : slots;
};

/** Who acts does not suffer it, unless each is said to have done it to the other. */
export const othersSuffer: SlotStep = (c, slots) => {
  const { s, match, frame } = c;
  const { actor, recipient } = slots;
  // "blamed each other for breaking the truce"
  const isOfEach = () => isEachOther(s, match.actor) || isEachOther(s, blamedFor(c));
  if (frame.type === "ASSAULT" && recipient.length === 0 && isOfEach())
    return { ...slots, recipient: actor, each: true };
  // a governor who urges the federal government is not asked himself
  const isAsked = frame.type === "REQUEST" && match.recipient.some((t) => s.upos[t] === "NOUN");
  const left = (isAsked ? otherMentions : others)(recipient, actor);
  return { ...slots, recipient: left, ofOwn: left.length === 0 && isSaidToOwn(c, recipient) };
};

/** What is said to somebody. */
const ADDRESSED = new Set<EventType>(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** "Assailed his rival Kallas", "urged Estonia to pay": no other side is meant, whoever else is named. */
const isSaidToOwn = (c: EventClause, own: readonly PartyRef[]): boolean =>
  ADDRESSED.has(c.frame.type) &&
  !c.frame.mutual &&
  own.some(isKnown) &&
  own.every((p) =>
    (c.parsed.mentions[c.sentence] ?? []).some(
      (m) => m.kind === "name" && m.agent && m.parties.some((x) => x.span.start === p.span.start),
    ),
  );

const otherMentions = (list: readonly PartyRef[], actor: readonly PartyRef[]) =>
  list.filter(
    (p) => !actor.some((a) => key(a) === key(p) && a.words.toLowerCase() === p.words.toLowerCase()),
  );

/** A strike on a country, or in it: the country suffers. */
export const countrySuffers: SlotStep = (c, slots) => {
  const { s, match, frame } = c;
  const { actor, helped, place } = slots;
  if (frame.type !== "ASSAULT" || frame.mutual || slots.mutual || slots.recipient.length > 0) return slots;
  const struck = without(countryStruck(c, actor), helped);
  if (struck.length > 0) return { ...slots, recipient: struck };
  const isOther = (country: string) => ![...actor, ...helped].some((a) => a.code === country);
  return place?.country && isOther(place.country) && !isPointer(s, match)
    ? { ...slots, recipient: [stateOf(place)] }
    : slots;
};

/** Whom the event's own words name, where its slot names nobody that is known; else the state in which it was suffered. */
export const namedBelowSuffer: SlotStep = (c, slots) => {
  const { s, head, match, frame } = c;
  const { actor, recipient, broker, helped, place } = slots;
  if (slots.mutual || slots.ofOwn || recipient.some(isKnown)) return slots;
  // "the truce provided for the release of Palestinian prisoners": whom its content names is no side of it
  if (frame.mutual && match.kind === "noun" && frame.type === "AGREE") return slots;
  // "appealed to donors to fund the force": somebody else is asked
  if (frame.type === "REQUEST" && recipient.length === 0 && suffering(c).some((t) => s.upos[t] === "NOUN"))
    return slots;
  if (frame.type === "RETREAT" && !hasUnless(s, head)) return slots;
  const known = [...actor, ...broker, ...helped];
  let named = partiesBelow(c, known, { asides: false });
  // "threatened to end the talks if Tehran …": who is threatened is whose doing would bring it on
  if (named.length === 0 && isThreat(c))
    named = conditionedOn(c, known).filter((p) => isKnown(p) || recipient.length === 0);
  // "offered to mediate following clashes between A and B": a third party's move is about the clash
  if (named.length === 0 && frame.act) named = partiesBelow(c, known, { asides: true });
  if (named.length > 0) return { ...slots, recipient: named };
  return place !== null && recipient.length === 0 && isSufferedByState(c, slots)
    ? { ...slots, recipient: [stateOf(place)] }
    : slots;
};

const isThreat = ({ frame, modality }: EventClause): boolean =>
  frame.type === "THREATEN" || modality.status === "planned" || modality.status === "threatened";

/** "Retook the town", "shot down a drone over it": not done to one's own land. */
const isDefending = ({ s, match, lexicon }: EventClause): boolean =>
  lexicon.words.defending.has(s.lemma[match.token]!) ||
  (s.lemma[match.token] === "shoot" && s.form[match.token + 1]?.toLowerCase() === "down");

/** What is done to a place is done to its people: a curfew in a town, shelling near a village. */
const SUFFERED_IN_PLACE = new Set<EventType>(["ASSAULT", "COERCE", "THREATEN", "AID"]);

function isSufferedByState(c: EventClause, { actor, helped, place }: EventSlots): boolean {
  const { s, match, frame } = c;
  if (!place?.country || !SUFFERED_IN_PLACE.has(frame.type) || isPointer(s, match)) return false;
  if (isDefending(c) && actor.some((a) => a.code === place.country)) return false;
  // "killed nine soldiers and wounded 30 others": of the same side
  if (match.recipient.some((t) => /^(?:others?|another)$/i.test(s.form[t]!))) return false;
  if (place.start <= s.start[match.token]! || helped.some((p) => p.code === place.country)) return false;
  // a state as a whole does not attack itself; its army or police may act against its own people
  const isStateItself = (a: PartyRef) =>
    a.code === place.country && (a.sector === null || a.sector === "GOV");
  return frame.type !== "ASSAULT" || !actor.some(isStateItself);
}
