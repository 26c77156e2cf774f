import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates } from "../language/tree.js";
import { type EventClause, partiesAt, speakersOf } from "./event-clause.js";
import { distinct, includes, without } from "./event-draft.js";
import { isOfGroup, isOfRebels } from "./event-merging.js";
import { isBlaming, isEachOther, isFirstPerson } from "./event-phrases.js";
import { type EventSlots, type SlotStep, suffering } from "./event-slots.js";
import type { EventType } from "./event-types.js";
import { OBLIGATION } from "./obligations.js";
import type { PartyRef } from "./party.js";
import { isKnown, ownersOf, partiesOf } from "./slot-parties.js";
import {
  logicalObject,
  logicalSubject,
  possessors,
  prepositional,
  surfaceSubject,
  withConjuncts,
} from "./slots.js";

/** Who acts, where the event's slot names nobody: the first of these that finds somebody. */
const unlessNamed =
  (find: (c: EventClause, slots: EventSlots) => readonly PartyRef[]): SlotStep =>
  (c, slots) =>
    slots.actor.length > 0 ? slots : { ...slots, actor: find(c, slots) };

/** The same, where who is found was taken for who suffers. */
const unlessNamedNotSuffering =
  (find: (c: EventClause) => readonly PartyRef[]): SlotStep =>
  (c, slots) => {
    const actor = slots.actor.length > 0 ? [] : find(c).filter(isKnown);
    return actor.length === 0 ? slots : { ...slots, actor, recipient: without(slots.recipient, actor) };
  };

const isVerb = ({ match, frame }: EventClause): boolean => match.kind === "verb" && frame !== OBLIGATION;

export const subjectActs = unlessNamed((c) => {
  const { s, match, frame } = c;
  if (!isVerb(c)) return [];
  const subject = logicalSubject(s, match.token);
  if (frame.actor === null || frame.actor.includes("subj")) return partiesOf(c, subject, "actor");
  // "Pakistan's strikes killed 12": the subject is itself an event; whose it is
  return frame.actor.length === 0 && !frame.recipient?.includes("subj")
    ? distinct(subject.flatMap((t) => ownersOf(c, t)))
    : [];
});

/** "All crossings have been closed on the orders | of the Thai government". */
export const whoOrderedActs = unlessNamed((c) => {
  const { s, match, lexicon } = c;
  if (!isVerb(c)) return [];
  const orders = children(s, match.token, "obl", "obj").filter(
    (t) =>
      lexicon.classes.get("order-word")!.has(s.lemma[t]!.toLowerCase()) &&
      children(s, t, "case").some((x) => /^(?:on|under|by|at)$/i.test(s.form[x]!)),
  );
  const by = (t: number) => [
    ...prepositional(s, t, "of"),
    ...prepositional(s, t, "from"),
    ...possessors(s, t),
  ];
  return partiesOf(c, orders.flatMap(by), "actor");
});

/** "The army launched an operation | in which jets bombed | two camps": who does what the clause is part of. */
export const whoIsAboveActs = unlessNamed((c) => {
  const { s, match, frame } = c;
  if (match.kind !== "verb" || frame.type !== "ASSAULT") return [];
  const noun = s.head[match.token]!;
  const inWhich = s.form.some(
    (f, t) =>
      t < match.token &&
      t > noun &&
      /^which$/i.test(f) &&
      /^(?:in|during)$/i.test(s.form[t - 1] ?? "") &&
      dominates(s, match.token, t),
  );
  if (s.relation[match.token] !== "acl:relcl" || !inWhich) return [];
  // "after the Houthi-led assault in which 12 were killed": those whose deed the noun is
  const deed = c.siblings.find((m) => m.kind === "noun" && m.token === noun);
  if (deed && deed.actor.length > 0) return partiesOf(c, deed.actor, "actor");
  if (baseRelation(s, noun) !== "obj" && child(s, noun, "case") >= 0) return [];
  const verb = clauseOf(s, noun, 3);
  // "condemned an attack in which two died", "ended a war in which 40 died": not theirs
  const carries = verb < 0 ? [] : (c.lexicon.lightVerbs.get(s.lemma[verb]!) ?? []);
  const isDone = carries.some((l) => l.noun === "obj" && l.subject === "actor" && !l.stops);
  return isDone ? partiesOf(c, logicalSubject(s, verb), "actor") : [];
});

/** The verb of the clause that a word stands in, at most so many words above it, or -1. */
function clauseOf(s: Sentence, token: number, above: number): number {
  let t = token;
  for (let steps = 0; t >= 0 && s.upos[t] !== "VERB" && steps < above; steps++) t = s.head[t]!;
  return t >= 0 && s.upos[t] === "VERB" ? t : -1;
}

/** Of what each lays to the other both are accused. */
export const eachActs: SlotStep = (c, slots) => {
  const { s, match } = c;
  if (isOfEachToTheOther(c)) {
    const own = partiesOf(c, match.actor, "actor").filter(isKnown);
    const pair = own.length > 1 ? own : subjectsBefore(c);
    if (pair.length > 1) return { ...slots, actor: pair, recipient: pair, each: true };
  }
  if (!isEachOther(s, match.actor)) return slots;
  // "the army and the rebels accused each other of breaking it": those who accuse
  const verb = clauseOf(s, match.actor[0]!, 6);
  const accusers = verb < 0 ? [] : partiesOf(c, logicalSubject(s, verb), "actor");
  return accusers.filter(isKnown).length > 1 ? { ...slots, actor: accusers } : slots;
};

/** "| Each | accused | the other |", "each side blaming the other". */
export function isOfEachToTheOther({ s, match }: Pick<EventClause, "s" | "match">): boolean {
  const isEach = (t: number) => /^each$/i.test(s.form[t]!);
  return (
    match.actor.some((t) => isEach(t) || children(s, t, "det").some(isEach)) &&
    match.recipient.some((t) => s.lemma[t] === "other" && /^the$/i.test(s.form[t - 1] ?? ""))
  );
}

/** "The two reached a deal, which | each has accused the other | of breaking", "the two exchanged fire, and each …": the two. */
function subjectsBefore(c: EventClause): readonly PartyRef[] {
  const { s, match } = c;
  const over = s.head[match.token]!;
  if (over < 0) return [];
  const verb = s.upos[over] === "VERB" ? over : s.head[over]!;
  const subject = verb < 0 ? [] : withConjuncts(s, surfaceSubject(s, verb));
  return distinct(subject.flatMap((t) => partiesAt(c, t))).filter(isKnown);
}

/** What is done to those who come to somebody's checkpoint. */
const AT_A_POST = new Set<EventType>(["COERCE", "REJECT", "ASSAULT"]);

/** "Was stopped at an army checkpoint": by whose it is. */
export const whoHoldsThePostActs = unlessNamedNotSuffering((c) => {
  const { s, match, frame, lexicon } = c;
  if (match.kind !== "verb" || !AT_A_POST.has(frame.type)) return [];
  const post = prepositional(s, match.token, "at").filter((t) =>
    lexicon.classes.get("checkpoint")!.has(s.lemma[t]!.toLowerCase()),
  );
  return distinct(post.flatMap((t) => ownersOf(c, t)));
});

/** "11 militants were killed, the army said": who tells of the other side's losses to nobody inflicted them. */
export const tellersAct = unlessNamed((c, { recipient }) => {
  const { s, match, frame } = c;
  if (match.kind !== "verb" || frame.type !== "ASSAULT") return [];
  const ofRebels = isOfRebels(recipient);
  if (!ofRebels && !isOfGroup(recipient)) return [];
  const isExplained = children(s, match.token, "advcl").some((t) => child(s, t, "nsubj") >= 0);
  if (isExplained) return [];
  return distinct(speakersOf(c).filter(isForce)).filter(
    (p) => ofRebels || recipient.every((r) => r.country === p.country),
  );
});

const isForce = (p: PartyRef): boolean =>
  p.code !== null && p.code === p.country && (p.sector === "MIL" || p.sector === "COP" || p.sector === "GOV");

/** "Blamed the army for the killing of a judge": by whom it is said to have been done. */
export const blamedAct = unlessNamed((c) =>
  c.match.kind === "noun" && c.frame.type === "ASSAULT" ? partiesOf(c, blamedFor(c), "actor") : [],
);

/** Whom an accusation over a noun is made against: "accused | the rebels | of Sunday's attack". */
export function blamedFor({ s, match, siblings, lexicon }: EventClause): readonly number[] {
  const preposition = child(s, match.token, "case", "mark");
  if (preposition < 0 || !/^(?:for|of|over)$/i.test(s.form[preposition]!)) return [];
  const blame = siblings.find(
    (m) => m.kind === "verb" && m.frame.type === "ACCUSE" && isBlaming(s, m.token, lexicon.words),
  );
  if (!blame || !dominates(s, blame.token, match.token)) return [];
  // "accused the army of hiding the killing of a judge"
  for (let t = s.head[match.token]!; t !== blame.token; t = s.head[t]!) if (s.upos[t] === "VERB") return [];
  return logicalObject(s, blame.token).filter((t) => t !== match.token && t < match.token);
}

/** "Three American destroyers were deployed": whose they are sent them. */
export const sendersAct = unlessNamedNotSuffering((c) =>
  c.frame.type === "MOBILIZE" && isVerb(c) ? partiesOf(c, surfaceSubject(c.s, c.match.token), "actor") : [],
);

/** "Saying it had violated its airspace": nobody says so of itself. */
export const accuserDoesNotAct: SlotStep = (c, slots) => {
  const { s, match, siblings } = c;
  const accusing = siblings.some(
    (m) =>
      m.frame.type === "ACCUSE" &&
      m.frame.needs.has("comp") &&
      m.token === s.head[match.token] &&
      baseRelation(s, match.token) === "ccomp",
  );
  if (!accusing || match.actor.length === 0 || match.actor.some((t) => s.upos[t] !== "PRON")) return slots;
  const others = without(slots.actor, speakersOf(c));
  return { ...slots, actor: others.length > 0 ? others : otherNamedBefore(c, slots.actor) };
};

/** The one party that the sentence names before the event's word besides these; empty where there are more. */
export function otherNamedBefore(
  { parsed, sentence, match }: EventClause,
  actor: readonly PartyRef[],
): readonly PartyRef[] {
  const named = (parsed.mentions[sentence] ?? [])
    .filter((m) => m.to <= match.token && m.agent)
    .flatMap((m) => m.parties)
    .filter((p) => isKnown(p) && actor.every((a) => a.code !== p.code));
  const one = distinct(named);
  return one.length === 1 ? one : [];
}

/** Words of judgement are an act of whoever speaks them. */
export const isSpokenAct = ({ frame }: EventClause): boolean => frame.actor?.includes("speaker") ?? false;

export const speakerActs: SlotStep = (c, slots) => {
  if (!isSpokenAct(c)) return slots;
  const speakers = speakersOf(c);
  // "any raid on our soil will be met with force": nobody threatens himself
  if (c.frame.type === "THREATEN")
    return { ...slots, actor: distinct(speakers), recipient: without(slots.recipient, speakers) };
  return { ...slots, actor: distinct(speakers.filter((p) => !includes(slots.recipient, p))) };
};

/** "The rebels accused the coalition of bombarding the town": it is not they. */
export const blamerDoesNotAct: SlotStep = (c, slots) => {
  const { s, match, siblings, lexicon } = c;
  const accusation = siblings.find(
    (m) =>
      m !== match &&
      m.kind === "verb" &&
      isBlaming(s, m.token, lexicon.words) &&
      m.recipient.some((t) => match.actor.includes(t)) &&
      !isEachOther(s, m.recipient),
  );
  return accusation
    ? { ...slots, actor: without(slots.actor, partiesOf(c, accusation.actor, "actor")) }
    : slots;
};

/** '"They waited for the night to hit our plants"': not those who speak. */
export const speakersSuffer: SlotStep = (c, slots) => {
  const { s, match } = c;
  const isOthers = (t: number) => s.upos[t] === "PRON" && !isFirstPerson(s, t);
  if (slots.actor.length === 0 || isSpokenAct(c) || !match.actor.every(isOthers)) return slots;
  const isOurs = (t: number) =>
    isFirstPerson(s, t) || children(s, t, "nmod:poss").some((x) => isFirstPerson(s, x));
  return suffering(c).some(isOurs) ? { ...slots, actor: without(slots.actor, speakersOf(c)) } : slots;
};
