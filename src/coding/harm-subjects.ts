import { lower } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { FINITE, type HarmClause, JOINERS, OPEN_PART } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { surfaceSubject } from "./slots.js";
import { asideBefore } from "./victim-asides.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** How many phrases and other tokens may stand between a subject and its word of harm. */
const STEPS = 10;

/** Who suffers by a passive or intransitive predicate: the phrase before its group, over prepositional phrases and asides. */
export function subjectOf(view: HarmClause, trigger: HarmTrigger, entry: HarmEntry): VictimPhrase | null {
  const { s } = view;
  // "17 of its staff were among those killed"
  const among = amongBefore(view, trigger);
  let end = among >= 0 ? among - 1 : trigger.left;
  const told = treeSubject(view, trigger);
  const one = told !== null && isOne(view, trigger, told) ? told : null;
  // "Ramon Perez, mayor of Achi, who had been missing, | was found dead": one person, over whatever is told of him between
  const isCut = s.form[end - 1] === "," && one !== null && s.form[view.overAttachments(one.to)] === ",";
  if (isCut && view.suits(one, entry)) return one;
  const isCounted =
    told !== null && view.hasFigure(told) && /^(?:were|are|have|had)$/.test(lower(s, trigger.left));
  const search: Search = { view, trigger, entry, one, counted: isCounted ? told : null };
  let joined = false;
  for (let steps = 0; steps < STEPS && end > 0; steps++) {
    const p = view.phraseEndingAt(end);
    const step: Step | null =
      p === null ? overToken(search, end - 1, steps === 0) : overPhrase(search, p, steps === 0 || joined);
    // "a girl was hit by a bullet and died": the subject is shared
    if (step === null) return told;
    if ("found" in step) return step.found;
    end = step.end;
    joined ||= step.joined ?? false;
  }
  return told;
}

/** What the subject of a word of harm is looked for by, to the left of it. */
interface Search {
  readonly view: HarmClause;
  readonly trigger: HarmTrigger;
  readonly entry: HarmEntry;
  /** The subject by the tree, where it is one person or thing of a finite verb; else null. */
  readonly one: VictimPhrase | null;
  /** The subject by the tree, where it has a figure that a finite verb in the plural suits; else null. */
  readonly counted: VictimPhrase | null;
}

/** Where a step to the left leads: on, from what ends at a token, or to the subject, or to knowing that there is none. */
type Step =
  | {
      readonly end: number /** What follows is the subject of two words of harm. */;
      readonly joined?: boolean;
    }
  | { readonly found: VictimPhrase | null };

function isOne({ s }: HarmClause, trigger: HarmTrigger, p: VictimPhrase): boolean {
  const isSingle = !p.plural && (p.count === null || p.count.kind === "article");
  return isSingle && /^(?:was|is|has|had)$/.test(lower(s, trigger.left));
}

/** Takes a phrase for the subject, or steps over it. `isNext`: it stands right before the words of harm. */
function overPhrase({ view, trigger, entry, one, counted }: Search, p: VictimPhrase, isNext: boolean): Step {
  const { s } = view;
  const before = lower(s, p.from - 1);
  const isBehindAdposition = p.from > 0 && (s.upos[p.from - 1] === "ADP" || s.xpos[p.from - 1] === "IN");
  // "three people on Friday were", "Rahim, 12,": step over
  if (p.measure)
    return { end: s.upos[p.from - 1] === "ADP" || before === "," || before === "(" ? p.from - 1 : p.from };
  // "nine people in |a bus that| was hit": the bus
  if (isAntecedentThing(view, trigger, p)) return { found: view.suits(p, entry) ? p : null };
  // "a policeman guarding workers | was shot": the one who guards
  const holds = s.xpos[p.from - 1] === "VBG" && !OPEN_PART.test(before) && trigger.finite;
  const holder = holds ? view.phraseEndingAt(p.from - 1) : null;
  if (holder !== null && view.suits(holder, entry)) return { found: holder };
  // "the families of |six teachers|, two of them women, who were killed"
  const isAntecedent =
    baseRelation(s, trigger.token) === "acl" &&
    view.at.get(s.head[trigger.token]!) === p &&
    view.suits(p, entry);
  const whose = before === "of" ? view.phraseEndingAt(p.from - 1) : null;
  const isNumber = whose !== null && view.lexicon.words.numbers.has(lower(s, whose.head));
  if (isAntecedent && whose !== null && !isNumber && (p.count !== null || p.named)) return { found: p };
  const isPart = OPEN_PART.test(before) || /^(?:mostly|mainly|among)$/.test(before);
  if (!isBehindAdposition && !isPart) {
    // "a technician of the (CBS) network | was killed"
    const isOwn = baseRelation(s, p.head).startsWith("nsubj") || view.suits(p, entry);
    // "12 members of the union, the largest force in the valley, | have been killed"
    const known = one ?? (before === "and" ? null : counted);
    return { found: known?.people != null && !isOwn ? known : p };
  }
  const opensClause = /^(?:after|when|while|as|that|because|since|before|than)$/.test(before);
  if (opensClause && (view.suits(p, entry) || view.isBareCount(p))) return { found: p };
  if (isPart) return { end: /^[,(]$/.test(lower(s, p.from - 2)) ? p.from - 2 : p.from - 1 };
  // "half of the 60 people | were killed"; but "half of the 60 people killed" were
  if (trigger.finite && before === "of" && PORTION.test(lower(s, p.from - 2))) return { found: null };
  if (/^(?:of|from)$/.test(before) && view.phraseEndingAt(p.from - 1) === null && view.suits(p, entry))
    return { found: p };
  // a subject behind "with": "with 12 people killed", "with dozens wounded"
  const isBehindWith =
    /^(?:with|saw|of|by|to|at)$/.test(before) ||
    (before === "in" && /^(?:result|end)/.test(lower(s, p.from - 2)));
  if (!trigger.finite && view.hasCount(p) && isNext && (p.bare || isBehindWith)) return { found: p };
  return { end: p.from - 1 };
}

/** Whether "which" or "that" right behind a phrase makes it, a thing or a place, the subject of the words of harm. */
function isAntecedentThing({ s }: HarmClause, trigger: HarmTrigger, p: VictimPhrase): boolean {
  const relative = s.form[p.to] === "," ? p.to + 1 : p.to;
  if (!/^(?:which|that)$/.test(lower(s, relative)) || relative !== trigger.left - 1) return false;
  if (p.people !== null || p.named || p.bare || p.ofTheirs) return false;
  const auxiliary = lower(s, trigger.left);
  return p.plural ? /^(?:were|are|have|had)$/.test(auxiliary) : /^(?:was|is|has|had)$/.test(auxiliary);
}

const PORTION = /^(?:first|second|third|last|neither|none|each|half|brother|father|son)$/;

/** Steps over a token that is in no phrase; null where the subject cannot stand before it. `isFirst`: it is right before the words of harm. */
function overToken({ view, trigger }: Search, last: number, isFirst: boolean): Step | null {
  const { s, triggers } = view;
  const w = lower(s, last);
  if (/^[)\]]$/.test(w)) return { end: Math.max(0, s.form.lastIndexOf(w === ")" ? "(" : "[", last)) };
  if (/^(?:who|that|which|whom)$/.test(w)) return { end: last };
  if (/^(?:[,–—-]|--)$/.test(w)) {
    const aside = asideBefore(view, last);
    if (aside >= 0) return { end: aside };
    // "soldiers, who were killed"
    const isOpen = !isFirst || trigger.finite || /^(?:who|which)$/.test(lower(s, last + 1));
    return isOpen ? { end: last } : { found: null };
  }
  if (/^(?:ADV|PART)$/.test(s.upos[last]!) || /^["”’'“]$/.test(w) || w === "there") return { end: last };
  // "300 killed and | wounded": the one before has the figure
  const isJoiner = isFirst && /^(?:and|or)$/.test(w);
  const prior = isJoiner ? triggers.find((x) => x.to === last && x.word.as !== "noun") : undefined;
  if (prior !== undefined) return { end: prior.left, joined: true };
  // "seven guards | travelling on a bus | were killed"
  const isParticiple = (/^VB[GN]$/.test(s.xpos[last]!) && lower(s, last + 1) !== "that") || w === "aged";
  if (isParticiple && view.phraseEndingAt(last) !== null && !triggers.some((x) => x.token === last))
    return { end: last };
  // "including eight soldiers and two officers, were": the phrase before a joiner was taken over already
  if (JOINERS.test(w) && !isFirst) return { end: last };
  if (OPEN_PART.test(w)) return { end: lower(s, last - 1) === "," ? last - 1 : last };
  return null;
}

/** The subject that the tree gives a word of harm, or the verb that it hangs on: "was |found| dead". */
function treeSubject(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const { s } = view;
  const verb = baseRelation(s, trigger.token) === "xcomp" ? s.head[trigger.token]! : -1;
  const subjects = [
    ...surfaceSubject(s, trigger.token),
    ...(verb >= 0 && (trigger.word.as === "adj" || s.lemma[verb] === "find") ? surfaceSubject(s, verb) : []),
  ];
  for (const c of subjects) {
    const p = view.at.get(c);
    if (p !== undefined && c < trigger.token && !p.measure) return p;
  }
  return null;
}

/** "were among | the dead", "was among the 19 killed": the token of "among", or -1. */
export function amongBefore(view: HarmClause, trigger: HarmTrigger): number {
  const { s } = view;
  let t = trigger.left - 1;
  const figure = view.phraseEndingAt(trigger.left);
  if (figure?.count?.kind === "figure") t = figure.from;
  else if (lower(s, t) === "people") t--;
  if (/^(?:those|the)$/.test(lower(s, t))) t--;
  return t < trigger.left - 1 && lower(s, t) === "among" && s.upos[t - 1] === "AUX" ? t : -1;
}

/** "Also killed in the attack were | two officers", "among the dead was | a child": those behind the verb; null where it is not turned round. */
export function invertedSubject(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const { s } = view;
  if (trigger.voice === "passive" && trigger.word.as === "verb") return null;
  // "among those killed", "among the priests murdered"
  const those = view.phraseEndingAt(trigger.left);
  let open = (those?.from ?? trigger.left) - 1;
  if (those === null && /^(?:those|the|them)$/.test(lower(s, open))) open--;
  const isAmong = lower(s, open) === "among";
  if (isAmong) open--;
  else if (trigger.finite || those !== null) return null;
  if (open >= 0 && s.upos[open] !== "PUNCT" && s.upos[open] !== "CCONJ") return null;
  for (let t = trigger.to; t < s.form.length && t < trigger.to + 9; t++) {
    if (s.upos[t] === "PUNCT" || FINITE.test(s.xpos[t]!) || s.upos[t] === "AUX") {
      const isOpen = /^(?:was|were|is|are)$/.test(lower(s, t));
      const from = s.form[t + 1] === ":" ? t + 2 : t + 1;
      const p = isOpen ? view.at.get(from) : undefined;
      // "the murdered mayor was |52|"
      const isAge = p?.bare === true && s.upos[trigger.to] === "NOUN" && s.upos[trigger.token - 1] === "DET";
      return p?.from === from && !p.measure && !isAge ? p : null;
    }
  }
  return null;
}

/** "the number of soldiers and allied fighters | killed": those whose number it is, the first that is known; null where it is none. */
export function numberOf(view: HarmClause, last: VictimPhrase): VictimPhrase | null {
  const { s } = view;
  let first = last;
  for (let steps = 0; steps < 3 && JOINERS.test(lower(s, first.from - 1)); steps++) {
    const before = view.phraseEndingAt(first.from - 1);
    if (before === null) break;
    first = before;
  }
  let t = first.from - 1;
  const isTotal = view.triggers.some(
    (x) => x.word.as === "total" && x.token < first.from && x.to > first.from,
  );
  if (isTotal || first.count !== null) return null;
  if (lower(s, t) !== "of") return null;
  t--;
  if (!/^(?:number|tally|count|total|toll)$/.test(lower(s, t))) return null;
  return first.party !== null ? { ...last, party: last.party ?? first.party } : last;
}
