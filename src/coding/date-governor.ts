import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { DateExpression } from "../text/date-expression.js";
import { isAbout } from "./clause-scope.js";
import { clauseHead, tenseOf } from "./clause-tense.js";
import type { DateLexicon } from "./date-lexicon.js";
import { FINITE } from "./slots.js";

/** A date expression in its sentence: tokens `from` … `to` (excluded). */
export interface ExpressionPlace {
  readonly s: Sentence;
  readonly expression: DateExpression;
  readonly from: number;
  readonly to: number;
  readonly lexicon: DateLexicon;
}

/** Low margin: the arc may as well be wrong. @see src/language/sentence.ts */
export const UNSURE = 40;

/** The token that an expression modifies, or -1. */
export function governorOf(p: ExpressionPlace): number {
  const { s, from, to } = p;
  const { head, margin } = headOutside(p);
  if (head < 0) return -1;
  // "the murder of two drivers on 19 February, | which he blamed on smugglers": what follows is of no such day
  if (head > to && s.form[to] === "," && /^(?:which|who|whom)$/i.test(s.form[to + 1] ?? "")) {
    const before = eventBefore(p);
    if (before >= 0) return before;
  }
  // "broke out late on Thursday between …, residents told": not sure of the verb far ahead, so the one just before
  if (margin < UNSURE && head >= to) {
    for (let i = from - 1; i >= 0 && i >= from - 4 && s.upos[i] !== "PUNCT"; i--)
      if (s.upos[i] === "VERB") return i;
  }
  // "the coordinator, in a statement on Monday, condemned": the parser hangs the statement on the speaker
  if (isTold(p, head) && baseRelation(s, head) === "nmod" && isInserted(s, head)) return clauseHead(s, head);
  const thing = thingBeside(p);
  if (thing >= 0) return thing;
  const perfect = perfectBetween(p, head);
  if (perfect >= 0) return perfect;
  const since = sinceBetween(s, head, from);
  if (since >= 0) return since;
  const later = laterClause(s, head, from);
  if (later >= 0) return later;
  const content = contentBefore(p, head);
  if (content >= 0) return content;
  if (!isThing(p, head, margin) && !isSomebody(p, head)) return head;
  const verb = clauseHead(s, head);
  const within = contentBefore(p, verb);
  return within >= 0 ? within : verb;
}

/** The token outside the expression that its words hang on, prepositions and auxiliaries passed over, and the margin of the arc; -1 for none. */
function headOutside({ s, from, to }: ExpressionPlace): { readonly head: number; readonly margin: number } {
  let head = -1;
  let margin = 0;
  for (let i = from; i < to; i++) {
    const over = s.head[i]!;
    if (over >= from && over < to) continue;
    if (s.upos[i] === "PUNCT" || baseRelation(s, i) === "case") continue;
    head = over;
    margin = s.margin[i]!;
    if (s.upos[i] === "PROPN" || s.upos[i] === "NOUN") break;
  }
  for (let steps = 0; head >= 0 && steps < 4 && SMALL.test(s.upos[head]!); steps++) head = s.head[head]!;
  return { head, margin };
}

const SMALL = /^(?:ADP|AUX|PART|SCONJ|ADV|PUNCT)$/;

/** The verb or event noun before an expression, up to a comma; -1 where there is none. */
function eventBefore({ s, from, lexicon }: ExpressionPlace): number {
  let t = from - 1;
  const isEvent = () => s.upos[t] === "VERB" || (s.upos[t] === "NOUN" && lexicon.eventNoun.test(lower(s, t)));
  while (t > 0 && s.form[t] !== "," && !isEvent()) t--;
  return s.upos[t] === "VERB" || s.upos[t] === "NOUN" ? t : -1;
}

const isTold = ({ s, lexicon }: ExpressionPlace, noun: number): boolean =>
  lexicon.words.sayings.has(s.lemma[noun]!) || lexicon.eventNoun.test(lower(s, noun));

/** ", in a statement". */
const isInserted = (s: Sentence, noun: number): boolean =>
  children(s, noun, "case").some((c) => lower(s, c) === "in" && s.form[c - 1] === ",");

/** "An inquiry into a blast last Friday that killed ten": what is said behind the day is of the blast, and so is the day; -1 for none. */
function thingBeside({ s, from, to, lexicon }: ExpressionPlace): number {
  const noun = lower(s, from - 1) === "on" ? from - 2 : from - 1;
  const isThing =
    s.upos[noun] === "NOUN" && lexicon.eventNoun.test(lower(s, noun)) && !isAbout(s, s.head[noun]!);
  return isThing && /^(?:that|which)$/i.test(s.form[to] ?? "") && children(s, noun, "case").length > 0
    ? noun
    : -1;
}

/** "Kept up its raids despite a truce that has been in force | since May": "since" goes with the perfect; -1 where there is none between. */
function perfectBetween({ s, expression, from }: ExpressionPlace, governor: number): number {
  if (expression.bound !== "since" || tenseOf(s, governor) !== "past") return -1;
  for (let i = from - 1; i > governor && s.form[i] !== ","; i--)
    if (s.relation[i] === "acl:relcl" && tenseOf(s, i) === "perfect") return i;
  return -1;
}

/** "The deadliest raid since the fall of the city last month": the month of the fall. -1 where there is no such word. */
function sinceBetween(s: Sentence, governor: number, expression: number): number {
  for (let i = expression - 1; i > governor; i--) {
    if (s.form[i] === "," || FINITE.has(s.xpos[i]!)) return -1;
    if (lower(s, i) === "since" && s.upos[i] === "ADP" && i < expression - 1) return s.head[i]!;
  }
  return -1;
}

/**
 * "Traore, who took power with a promise to restore security, was in Moscow last week": between the word that the parser hangs the day on
 * and the day stands a comma and a finite verb, whose day it is. -1 where there is none.
 */
function laterClause(s: Sentence, governor: number, expression: number): number {
  let head = -1;
  for (let i = expression - 1; i > governor; i--) {
    if (s.form[i] === ",") return head;
    if (s.xpos[i] !== "VBD" && s.xpos[i] !== "VBZ" && s.xpos[i] !== "MD") continue;
    head = s.upos[i] === "AUX" ? s.head[i]! : i;
    if (head <= governor || head >= expression || isAbout(s, head)) return -1;
  }
  return -1;
}

/**
 * "Accused the army of shelling villages on Friday", "is investigating the murder of a judge in May", "described it as an answer to
 * strikes two nights earlier": the day of what is spoken of, though the parser may hang it on the word of saying. -1 where it is not.
 */
function contentBefore(p: ExpressionPlace, governor: number): number {
  const { s, from, expression: e } = p;
  const { words, eventNoun } = p.lexicon;
  if (from < governor || s.form[from - 1] === ",") return -1;
  const aim = aimBefore(p, governor);
  if (aim >= 0) return aim;
  if (!isAbout(s, governor)) return -1;
  // said now, of another time: what it speaks of is of that time
  const isPast =
    e.kind === "month" ||
    e.kind === "year" ||
    (e.kind === "shift" && e.direction < 0 && e.anchor === "narrative");
  const speaksOf = isPast || tenseOf(s, governor) === "present";
  for (let i = from - 1; i > governor; i--) {
    if (s.form[i] === ",") return -1;
    const marked = children(s, i, "mark", "case").some((m) => lower(s, m) === "of");
    if (words.describing.has(s.lemma[governor]!) && children(s, i, "case").some((m) => lower(s, m) === "as"))
      return i;
    if (marked && (s.xpos[i] === "VBG" || baseRelation(s, i) === "advcl")) return i;
    const isEvent = s.upos[i] === "NOUN" && eventNoun.test(lower(s, i)) && !words.sayings.has(s.lemma[i]!);
    if (speaksOf && isEvent) return i;
  }
  return -1;
}

/** "Agreed | to begin clearing the road in September": what is agreed on is of September. -1 where no infinitive stands between. */
function aimBefore({ s, from, lexicon: { words } }: ExpressionPlace, governor: number): number {
  if (!words.agreed.has(s.lemma[governor]!) || s.upos[governor] !== "VERB") return -1;
  return children(s, governor, "xcomp").find((t) => s.xpos[t] === "VB" && t > governor && t < from) ?? -1;
}

/** "Hit a market in El Fasher on Wednesday": a market has no date, whatever the parser hangs the day on. */
function isThing({ s, from, lexicon }: ExpressionPlace, head: number, margin: number): boolean {
  const { words, eventNoun } = lexicon;
  if (s.upos[head] === "VERB" || from <= head) return false;
  const isAnchor = children(s, head, "case").some(
    (c) => words.after.has(lower(s, c)) || lower(s, c) === "before",
  );
  const isBeside = from - head <= 2;
  const hasOf = isBeside && (lower(s, head + 1) === "of" || lower(s, from) === "of");
  return !isAnchor && !hasOf && !(eventNoun.test(lower(s, head)) && (margin >= UNSURE || isBeside));
}

/** "Russia on Friday called": the day belongs to the verb, though the parser may hang it on the name. */
function isSomebody({ s, from, lexicon }: ExpressionPlace, noun: number): boolean {
  if (from < noun) return false;
  if (s.upos[noun] === "PROPN" || s.upos[noun] === "PRON") return true;
  return (
    s.upos[noun] === "NOUN" &&
    baseRelation(s, noun) === "nsubj" &&
    lexicon.words.people.has(s.lemma[noun] ?? "")
  );
}
