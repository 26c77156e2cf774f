import { child, children } from "../language/tree.js";
import type { EventClause } from "./event-clause.js";
import { type AnsweredDeed, distinct, type EventDraft, without } from "./event-draft.js";
import type { EventType } from "./event-types.js";
import type { PartyRef } from "./party.js";
import { isKnown } from "./slot-parties.js";
import { logicalObject } from "./slots.js";

/*
 * "Ankara welcomed the withdrawal", "Lima rejected the demand": an answer to what the report told before, given to whoever did that.
 */

const ANSWERING = new Set<EventType>(["SUPPORT", "REJECT", "ACCUSE"]);
const DEEDS: readonly EventType[] = [
  "AGREE",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
];
const WISHES: readonly EventType[] = ["REQUEST", "AGREE", "THREATEN"];

/** What the object of an answer points back to; null where it points to nothing told before. */
export function answeredDeed(c: EventClause): AnsweredDeed | null {
  const { s, match, frame, lexicon } = c;
  if (!ANSWERING.has(frame.type) || frame.mode === "allege" || match.kind !== "verb") return null;
  const noun = logicalObject(s, match.token).find((t) => s.upos[t] === "NOUN");
  if (noun === undefined || child(s, noun, "nmod", "acl") >= 0) return null;
  const isPointing = children(s, noun, "det", "nmod:poss").some((d) => POINTING.test(s.form[d]!));
  if (!isPointing) return null;
  const lemma = s.lemma[noun]!.toLowerCase();
  if (lexicon.words.answered_wishes.has(lemma))
    return { types: new Set(WISHES), within: NEAR, together: false };
  if (lexicon.words.answered_deeds.has(lemma))
    return { types: new Set(DEEDS), within: NEAR, together: false };
  const told = (lexicon.triggers.get(`noun:${lemma}`) ?? [])
    .filter((t) => t.words.length === 1)
    .map((t) => t.frame);
  // an attack has many tellings, few with who made it
  if (told.length === 0 || told.some((f) => f.type === "ASSAULT")) return null;
  const together = told.filter((f) => f.mutual).length * 2 > told.length;
  return { types: new Set(told.map((f) => f.type)), within: together ? FAR : ANYWHERE, together };
}

const POINTING = /^(?:the|that|this|those|these|its|his|her|their)$/i;

/** How many sentences back it may stand: where the word says little of it, where it is an arrangement of two, where it names the deed. */
const NEAR = 3;
const FAR = 12;
const ANYWHERE = Number.POSITIVE_INFINITY;

const REAL = new Set<EventDraft["status"]>(["happened", "ongoing", "called-for", "offered", "threatened"]);

/** An answer that names nobody is given to whoever is told last to have done what it points to; both, where it was done together. */
export function toWhomAnswered(d: EventDraft, before: readonly EventDraft[]): EventDraft {
  const { answers } = d;
  if (!answers || d.recipient.some(isKnown) || !d.actor.some(isKnown)) return d;
  const told = before.findLast(
    (e) =>
      answers.types.has(e.type) &&
      (e.mutual || !answers.together) &&
      (e.sentence < d.sentence || (e.sentence === d.sentence && e.token < d.token)) &&
      d.sentence - e.sentence <= answers.within &&
      e.contentOf < 0 &&
      REAL.has(e.status) &&
      // a word that says little of the deed is of the last one told, whoever did it
      (doersOf(e, d).length > 0 || (answers.within === NEAR && !e.actor.some(isKnown))),
  );
  const recipient = told ? doersOf(told, d) : [];
  if (recipient.length === 0) return d;
  return { ...d, recipient, abstentions: d.abstentions.filter((a) => a.slot !== "recipient") };
}

/** Who did what is answered, without those who answer. */
function doersOf(told: EventDraft, answer: EventDraft): PartyRef[] {
  const doers = told.actor.length === 0 ? told.broker : told.actor;
  return without(distinct(doers.filter(isKnown)), answer.actor);
}
