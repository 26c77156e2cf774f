import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates, subtree } from "../language/tree.js";
import type { EventClause } from "./event-clause.js";
import type { EventType } from "./event-types.js";
import type { EventWords } from "./event-words.js";
import type { FrameMatch } from "./frame-matcher.js";

/*
 * What the phrases around the word of an event say of it: why, where, about what, under which condition.
 */

/** "In support of the army", "in response to the raid", "at the request of Qatar": why it was done, not to whom. */
export const isWhy = (s: Sentence, t: number, { reasons }: EventWords): boolean =>
  reasons.has(lower(s, t)) && children(s, t, "case").some((c) => /^(?:in|at|on|upon)$/i.test(s.form[c]!));

/** "In Pretoria", "in the South African capital". */
export function isInPlace(s: Sentence, t: number): boolean {
  if (/^(?:in|at)$/i.test(s.form[t - 1] ?? "")) return true;
  const isAt = (x: number) => children(s, x, "case").some((c) => /^(?:in|at)$/i.test(s.form[c]!));
  const modifies = /^(?:amod|compound|nmod)$/.test(s.relation[t]!) && child(s, t, "case") < 0;
  return isAt(t) || (modifies && isAt(s.head[t]!));
}

/** "Broke the truce | signed in Nairobi": where the two met says nothing of where it is broken. */
export function isOfArrangement({ s, match, lexicon }: EventClause, token: number): boolean {
  for (let t = token; t >= 0 && t !== match.token; t = s.head[t]!) {
    const noun = s.head[t]!;
    if (noun < 0 || noun === match.token || baseRelation(s, t) !== "acl") continue;
    const lemma = s.lemma[noun]!.toLowerCase();
    if (dominates(s, t, match.token)) return false;
    if (["ceasefire", "accord"].some((name) => lexicon.classes.get(name)?.has(lemma))) return true;
  }
  return false;
}

/** Before the hyphen of "Qatar-mediated", "Iran-backed": whether a hyphen stands at a token. */
export const isHyphened = (s: Sentence, t: number): boolean => /^[-–]$/.test(s.form[t] ?? "");

/** "Each other", "one another", by either of its words. */
export const isEachOther = (s: Sentence, tokens: readonly number[]): boolean =>
  tokens.some((t) =>
    [t - 1, t].some(
      (x) => /^(?:each|one)$/i.test(s.form[x] ?? "") && /^(?:other|another)$/i.test(s.form[x + 1] ?? ""),
    ),
  );

const FIRST_PERSON = new Set(["we", "us", "our", "i", "me", "my", "ours", "ourselves"]);

export const isFirstPerson = (s: Sentence, t: number): boolean =>
  s.upos[t] === "PRON" && FIRST_PERSON.has(s.form[t]!.toLowerCase());

/** "Poland closed an airport during | the attack": a noun with "the" and nothing of its own points to what was told before. */
export const isPointer = (
  s: Sentence,
  { kind, token, carrier, actor, recipient, broker }: FrameMatch,
): boolean =>
  kind === "noun" &&
  carrier < 0 &&
  actor.length + recipient.length + broker.length === 0 &&
  children(s, token, "det").some((d) => POINTING.test(s.form[d]!)) &&
  child(s, token, "nmod", "acl", "amod", "compound", "nmod:poss") < 0;

/**
 * A strong trigger codes alone, but not a mere pointer back: "the strikes", "that attack". So does a headline's passive of which the
 * entry says what suffers it: "Bombers deployed to Guam".
 */
export function codesAlone(s: Sentence, { kind, frame, also, token }: FrameMatch): boolean {
  const isPassiveRoot = s.relation[token] === "root" && child(s, token, "nsubj:pass") >= 0;
  if (kind === "verb" && isPassiveRoot && frame.needs.has("obj")) return true;
  if (!frame.strong && !also.some((f) => f.strong)) return false;
  const determiner = child(s, token, "det");
  return determiner < 0 || !POINTING.test(s.form[determiner]!);
}

const POINTING = /^(?:the|that|this|these|those)$/i;

/**
 * "Held in connection with the bombing |of an embassy in Niger|", "jailed for the murder |of a judge|": whom and where the deed hit, for which
 * somebody answers.
 */
export const isOfTheCrime = ({ s, match, frame, siblings }: EventClause, t: number): boolean =>
  (frame.mode === "arrest" || frame.mode === "convict") &&
  siblings.some(
    (o) =>
      o !== match &&
      o.kind === "noun" &&
      o.frame.type === "ASSAULT" &&
      o.token > match.token &&
      t >= o.token &&
      dominates(s, match.token, o.token) &&
      (t === o.token || dominates(s, o.token, t)),
  );

/** What two do with one another. */
const MET = new Set<EventType>(["CONSULT", "COOPERATE"]);

const CLAUSE = /^(?:advcl|acl)$/;

/** "Discussed | the crisis in Mali", "spoke with him | about the war in Sudan", "unite | against the RSF": a matter, and nobody met. */
export function isTopic({ s, match, frame, head, lexicon }: EventClause, token: number): boolean {
  if (!MET.has(frame.type)) return false;
  if (!dominates(s, head, token) && !dominates(s, match.token, token)) return false;
  const { about } = lexicon.words;
  for (let t = token; t >= 0 && t !== match.token && t !== head; t = s.head[t]!) {
    const over = s.head[t]!;
    const relation = baseRelation(s, t);
    if (CLAUSE.test(relation) && children(s, t, "mark").some((c) => lower(s, c) === "to")) return true;
    if (children(s, t, "case").some((c) => about.has(lower(s, c)))) return true;
    if (
      relation === "obj" &&
      over >= 0 &&
      lexicon.classes.get("discuss-verb")!.has(s.lemma[over]!.toLowerCase())
    )
      return true;
  }
  return false;
}

/** Heads of the clauses below a word that begin with "if", "unless", "until". */
export const conditionsBelow = (s: Sentence, head: number): number[] =>
  subtree(s, head).filter((t) =>
    children(s, t, "mark").some((m) => /^(?:if|unless|until)$/i.test(s.form[m]!) && m > head),
  );

export const hasUnless = (s: Sentence, head: number): boolean =>
  conditionsBelow(s, head).some((t) => children(s, t, "mark").some((m) => lower(s, m) === "unless"));

/** Whether a word lays somebody the blame. */
export const isBlaming = (s: Sentence, t: number, { blaming }: EventWords): boolean =>
  t >= 0 && blaming.has(s.lemma[t]!.toLowerCase());
