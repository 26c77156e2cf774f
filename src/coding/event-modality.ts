import type { Sentence } from "../language/sentence.js";
import { child, children } from "../language/tree.js";
import type { EventWords } from "./event-words.js";
import type { FrameMatch } from "./frame-matcher.js";
import { type Modality, type ModalityLexicon, modalityAt } from "./modality.js";
import { OBLIGATION } from "./obligations.js";

/** Whether an event has happened, and whether it was only tried for. */
export interface EventModality {
  readonly modality: Modality;
  /** "has been trying to broker a truce" */
  readonly attempted: boolean;
}

/** @param head the word of the clause that the event is told by */
export function eventModality(
  s: Sentence,
  match: FrameMatch,
  head: number,
  lexicon: ModalityLexicon,
  words: EventWords,
): EventModality {
  if (match.frame === OBLIGATION)
    return { modality: { status: null, negated: false, by: -1, own: false }, attempted: false };
  const read = foreseen(
    s,
    match,
    announced(s, match, toldByNegation(match, modalityAt(s, head, lexicon))),
    lexicon,
  );
  const attempted = isAttempt(s, match, read, words);
  const isActual =
    attempted ||
    isTried(s, match, read) ||
    isErrand(match, read) ||
    isApproved(s, match, read, words) ||
    isCharge(s, match, read, words) ||
    isTalkedOf(s, match, read);
  if (read.status === null && isOnlyDiscussed(s, match, words))
    return { modality: { ...read, status: "hypothetical" }, attempted };
  return { modality: isActual ? { ...read, status: null } : read, attempted };
}

/** "Will not stand idly by" says what it says by its negation. */
const toldByNegation = ({ frame }: FrameMatch, read: Modality): Modality =>
  frame.negated ? { ...read, negated: false } : read;

/** "The union announced a march": an aim, and no threat. */
const announced = (s: Sentence, { frame, carrier }: FrameMatch, read: Modality): Modality =>
  frame.type === "PROTEST" && carrier >= 0 && s.lemma[carrier] === "announce" && read.status === null
    ? { ...read, status: "planned", by: carrier, purpose: true }
    : read;

/** "A |planned| attack was thwarted": whatever the verb that carries it says of it. */
function foreseen(s: Sentence, m: FrameMatch, read: Modality, { noun }: ModalityLexicon): Modality {
  if (m.kind !== "noun" || m.carrier < 0 || read.status !== null) return read;
  const by = children(s, m.token, "amod").find((t) => noun.has(s.form[t]!.toLowerCase()));
  return by === undefined ? read : { ...read, status: "hypothetical", by };
}

/** "Has been trying to broker a truce": it mediates. */
const isAttempt = (s: Sentence, { frame }: FrameMatch, read: Modality, words: EventWords): boolean =>
  frame.broker.length > 0 &&
  read.status === "planned" &&
  words.attempts.has(s.lemma[read.by]?.toLowerCase() ?? "");

/** "Tried to seize the town": the attempt is an attack; what somebody "would try" is ahead. */
const isTried = (s: Sentence, { frame, kind }: FrameMatch, read: Modality): boolean =>
  (frame.type === "ASSAULT" || frame.type === "COERCE") &&
  kind === "verb" &&
  read.status === "planned" &&
  !read.negated &&
  /^(?:try|attempt)$/.test(s.lemma[read.by] ?? "") &&
  (/^VB[DN]$/.test(s.xpos[read.by]!) || (s.xpos[read.by] === "VBG" && child(s, read.by, "aux") >= 0)) &&
  children(s, read.by, "aux").every((t) => s.xpos[t] !== "MD");

/** "Arrived to mediate between the two". */
const isErrand = ({ frame }: FrameMatch, read: Modality): boolean =>
  read.purpose === true && frame.act === "mediates" && read.status === "planned" && !read.negated;

/** "Talks on the | release | of the prisoners": what is to come of them. */
function isOnlyDiscussed(s: Sentence, { frame, kind, token }: FrameMatch, words: EventWords): boolean {
  if (frame.type !== "RETREAT" || kind !== "noun") return false;
  for (let at = token, steps = 0; steps < 3; steps++) {
    const over = s.head[at]!;
    if (over < 0) return false;
    const [preposition] = children(s, at, "case");
    const word = preposition === undefined ? "" : s.form[preposition]!.toLowerCase();
    if (words.negotiating.has(s.lemma[over]!.toLowerCase()) && (word === "for" || words.about.has(word)))
      return true;
    at = over;
  }
  return false;
}

/** "Approved another package of sanctions": they are imposed by that. */
const isApproved = (s: Sentence, { frame, kind }: FrameMatch, read: Modality, words: EventWords): boolean =>
  frame.type === "SANCTION" &&
  kind === "noun" &&
  read.status === "planned" &&
  words.approving.has(s.lemma[read.by] ?? "");

/** "Denied an allegation by the rebels": they made it. */
const isCharge = (
  s: Sentence,
  { frame, kind, token }: FrameMatch,
  read: Modality,
  words: EventWords,
): boolean =>
  frame.type === "ACCUSE" &&
  kind === "noun" &&
  read.status === "denied" &&
  words.claims.has(s.lemma[token]!.toLowerCase());

/** "Discussed the attack on the convoy": it has been; "discussed an attack", "considers the attack" are of what may be. */
const isTalkedOf = (s: Sentence, { frame, kind, token }: FrameMatch, read: Modality): boolean =>
  frame.type === "ASSAULT" &&
  kind === "noun" &&
  read.status === "planned" &&
  s.lemma[read.by] === "discuss" &&
  children(s, token, "det").some((t) => /^(?:the|this|that|these|those)$/i.test(s.form[t]!));
