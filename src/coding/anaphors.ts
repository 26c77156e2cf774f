import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import { isCapitalised } from "./party-items.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";

export const PERSON = /^(he|she|him|his|her)$/;
export const GROUP = /^(they|them|their)$/;
export const THING = /^(it|its)$/;
export const SPEAKER = /^(we|our|us|i|my|me)$/;
export const NEIGHBOUR = /^neighbou?rs?$/;

/** Adds pronouns and phrases that stand for parties to the mentions of a sentence; in order. */
export function withAnaphors(
  s: Sentence,
  mentions: readonly MentionDraft[],
  lexicon: PartyLexicon,
): MentionDraft[] {
  const out: MentionDraft[] = [];
  const taken = new Uint8Array(s.form.length);
  const add = (from: number, to: number, head: number): void => {
    taken.fill(1, from, to);
    out.push(mention(s, { from, to, kind: "anaphor", parties: [], agent: true, head }));
  };
  // "the two countries" before "countries"
  for (let t = 0; t < s.form.length; t++) {
    const pair = pairAt(s, t, lexicon);
    if (!pair || mentions.some((m) => m.from < pair.to && t < m.to && (m.settled || m.person !== null)))
      continue;
    add(t, pair.to, pair.head);
    t = pair.to - 1;
  }
  for (const m of mentions) {
    if (taken.subarray(m.from, m.to).some((x) => x === 1)) continue;
    taken.fill(1, m.from, m.to);
    out.push(m);
  }
  for (let t = 0; t < s.form.length; t++) {
    if (taken[t]) continue;
    const next = lower(s, t + 1);
    const isPossessive = s.xpos[t] === "PRP$";
    if (NEIGHBOUR.test(lower(s, t))) add(s.xpos[t - 1] === "PRP$" && !taken[t - 1] ? t - 1 : t, t + 1, t);
    // "His Excellency", "Her Majesty"
    else if (
      /^(his|her)$/.test(lower(s, t)) &&
      isWord(lexicon, "styles", next) &&
      !isCapitalised(s.form[t + 2])
    ) {
      add(t, t + 2, t + 1);
      t++;
    } else if (isFoe(s, t, lexicon)) add(t, t + 1, t);
    else if (isPronoun(s, t, lexicon) && !(isPossessive && NEIGHBOUR.test(next))) add(t, t + 1, t);
    else if (lower(s, t) === "the" && /^(former|latter)$/.test(next) && !isNominal(s, t + 2))
      add(t + 1, t + 2, t + 1);
  }
  return out.sort((a, b) => a.from - b.from);
}

/** "the |enemy| fired", "80 |enemy| dead": whom the speaker fights; not "Chad's enemy", "an enemy of the people". */
export function isFoe(s: Sentence, t: number, lexicon: PartyLexicon): boolean {
  if (!isWord(lexicon, "foes", lower(s, t)) || /^(?:of|number)$/.test(lower(s, t + 1))) return false;
  const before = lower(s, t - 1);
  if (/^(?:the|an?)$/.test(before)) return before === "the" || isNominal(s, t + 1);
  return !/^(?:PRP\$|POS|DT|JJ[RS]?|HYPH)$/.test(s.xpos[t - 1] ?? "");
}

/** A pronoun that can stand for a party. */
function isPronoun(s: Sentence, t: number, lexicon: PartyLexicon): boolean {
  if (s.xpos[t] !== "PRP$" && s.upos[t] !== "PRON") return false;
  const word = lower(s, t);
  if (PERSON.test(word) || GROUP.test(word) || SPEAKER.test(word)) return true;
  return THING.test(word) && !isExpletive(s, t, lexicon);
}

const isNominal = (s: Sentence, t: number): boolean => /^(NOUN|PROPN|ADJ)$/.test(s.upos[t] ?? "");

/** "it" that stands for nothing, or for a matter: not a subject of a doing. */
function isExpletive(s: Sentence, t: number, lexicon: PartyLexicon): boolean {
  if (s.xpos[t] === "PRP$") return false;
  if (baseRelation(s, t) !== "nsubj") return true;
  const head = s.head[t]!;
  return head < 0 || s.upos[head] !== "VERB" || isWord(lexicon, "expletive", s.lemma[head]!);
}

/** Where a phrase for two sides ends (excluded), and its head. */
interface Pair {
  readonly to: number;
  readonly head: number;
}

/** "both sides", "the two neighbouring countries", "each other"; null where none begins. */
function pairAt(s: Sentence, t: number, lexicon: PartyLexicon): Pair | null {
  const word = lower(s, t);
  const next = lower(s, t + 1);
  if ((word === "each" && next === "other") || (word === "one" && next === "another"))
    return { to: t + 2, head: t + 1 };
  const isAdjective = isWord(lexicon, "pair_adjectives", word);
  if (!/^(both|two|either|neither|each|all)$/.test(word) && !isAdjective) return null;
  // "blamed |neighbouring states|": any of them
  if (word.startsWith("neighbo") && !/^(?:the|these|those|two|both|its|their)$/.test(lower(s, t - 1)))
    return null;
  // "urged |both| to resume talks", "|both| have agreed"
  if (word === "both" && (t + 1 === s.form.length || /^(PART|PUNCT|AUX|VERB)$/.test(s.upos[t + 1]!)))
    return { to: t + 1, head: t };
  // "two village leaders" are anybody's
  if (word === "two" && !/^(the|these|those|both|its|their|our|between|of)$/.test(lower(s, t - 1)))
    return null;
  // "all sides", "the warring parties"; "all countries" are more than two
  const noun = isWord(lexicon, "pair_adjectives", next) ? t + 2 : t + 1;
  if (word === "all" && !/^(sides|parties|belligerents|factions)$/.test(lower(s, noun))) return null;
  const head = pairNoun(s, t, lexicon);
  if (head >= 0) return isOtherThanSides(s, head, isAdjective, lexicon) ? null : { to: head + 1, head };
  // "both" alone: as subject or object, not "both … and …"
  const isAlone = word === "both" && s.upos[t] !== "CCONJ" && !isNominal(s, t + 1);
  return isAlone && /^(nsubj|obj|iobj|obl)/.test(s.relation[t]!) ? { to: t + 1, head: t } : null;
}

/** How many tokens a phrase for two sides may have. */
const PAIR_LENGTH = 6;

/** "both |sides|", "each |army|", "the two warring |parties|": token of the noun behind a word for two, or -1. */
function pairNoun(s: Sentence, t: number, lexicon: PartyLexicon): number {
  const nouns = /^(each|either|neither)$/.test(lower(s, t)) ? "pair_one" : "pair_nouns";
  for (let k = t; k < s.form.length && k < t + PAIR_LENGTH; k++) {
    const isBefore = lower(s, k) === "warring" && isWord(lexicon, "pair_nouns", lower(s, k + 1));
    if (k > t && !isBefore && isWord(lexicon, nouns, lower(s, k))) return k;
    const isInside =
      /^(ADJ|NUM|DET|NOUN|VERB)$/.test(s.upos[k]!) || s.form[k] === "-" || lower(s, k) === "of";
    if (k > t && !isInside) return -1;
  }
  return -1;
}

/** "rival gangs", "fired from both sides of the road": no two sides of a quarrel. */
function isOtherThanSides(s: Sentence, head: number, isAdjective: boolean, lexicon: PartyLexicon): boolean {
  const noun = lower(s, head);
  if (isAdjective && !isWord(lexicon, "state_pairs", noun) && noun !== "parties" && noun !== "sides")
    return true;
  const isOfThing = /^sides?$/.test(noun) && lower(s, head + 1) === "of";
  return isOfThing && !(lower(s, head + 2) === "the" && isWord(lexicon, "quarrels", lower(s, head + 3)));
}
