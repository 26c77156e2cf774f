import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates } from "../language/tree.js";
import type { FrameLexicon, Trigger, TriggerKind } from "./frames.js";

/*
 * Which entries of the lexicon the words around a token may be triggers of, by word class, lemma and phrase.
 */

/** As what a word can trigger a frame, the likelier first; empty for function words. */
export function kindsOf(s: Sentence, t: number): TriggerKind[] {
  switch (s.upos[t]) {
    case "VERB":
      if (s.xpos[t] === "VBN") return isDisposed(s, t) ? ["adj", "verb"] : ["verb", "adj"];
      // "the fighting resumed" read as a verb; with an object it is one ("fighting corruption")
      return s.xpos[t] === "VBG" && child(s, t, "obj") < 0 ? ["verb", "noun"] : ["verb"];
    case "AUX":
      return ["verb"];
    case "NOUN":
      return ["noun"];
    case "PROPN":
      return ["noun"];
    case "ADJ":
      // "a cowardly attack": what is said in passing is no act of its own
      if (baseRelation(s, t) === "amod" && s.head[t]! > t)
        return /^VB/.test(s.xpos[t]!) ? ["verb"] : ["noun"];
      return /^VB/.test(s.xpos[t]!) || /(ed|en)$/.test(s.form[t]!) ? ["adj", "verb"] : ["adj", "noun"];
    case "ADP":
    case "ADV":
      return ["adj"];
    default:
      return [];
  }
}

/** "Oman was prepared to host the talks": what it would do, not what was done to it. */
const isDisposed = (s: Sentence, t: number): boolean =>
  s.words.inclined.has(lower(s, t)) && child(s, t, "aux:pass", "cop") >= 0 && child(s, t, "xcomp") >= 0;

/** The triggers whose head a word is, by its form before its lemma. */
export function triggersOf(
  lexicon: FrameLexicon,
  kind: TriggerKind,
  s: Sentence,
  t: number,
): readonly Trigger[] {
  const lemma = lemmaOf(s, t);
  const byLemma = lexicon.triggers.get(`${kind}:${lemma}`) ?? [];
  const form = s.form[t]!.toLowerCase();
  if (form === lemma) return byLemma;
  const byForm = lexicon.triggers.get(`${kind}:${form}`);
  return byForm ? [...byForm, ...byLemma] : byLemma;
}

/** "re-open" as "reopen", "ex-rebel" as "rebel". */
export const lemmaOf = (s: Sentence, t: number) =>
  s.lemma[t]!.toLowerCase()
    .replace(/^re-(?=[a-z])/, "re")
    .replace(/^ex-(?=[a-z])/, "");

/** The same with what stands before its hyphen: "cease-fire" as "ceasefire". */
export const joinedLemma = (s: Sentence, t: number) =>
  s.form[t - 1] === "-" && s.lemma[t - 2] === "cease" ? `cease${lemmaOf(s, t)}` : lemmaOf(s, t);

/** Where the trigger's whole phrase stands around its head, or null where a word of it is missing. */
export function phrasePlace(
  s: Sentence,
  t: number,
  trigger: Trigger,
): { first: number; last: number } | null {
  const { words, kind } = trigger;
  if (words.length === 1) return { first: t, last: t };
  if (kind === "noun") {
    let at = t;
    for (let k = words.length - 2; k >= 0; k--) {
      at--;
      if (s.form[at] === "-" || s.form[at] === "–") at--;
      if (at < 0 || !wordIs(s, at, words[k]!)) return null;
    }
    return { first: at, last: t };
  }
  // "turned it |down| on 3 May" turns on nobody
  const particle = child(s, t, "compound:prt");
  if (particle === t + 1 && !words.some((word) => wordIs(s, particle, word))) return null;
  let last = t;
  for (const word of words.slice(1)) {
    const found = phraseWord(s, t, last, word);
    if (found < 0) return null;
    if (found > last) last = found;
  }
  return { first: t, last: Math.min(last, t + 6) };
}

/** An event noun that only tells what kind of thing its head is: "air raid sirens", "attack helicopters", "murder charges". */
export function onlyNames(s: Sentence, t: number, lexicon: FrameLexicon): boolean {
  const head = s.head[t]!;
  if (head <= t || baseRelation(s, t) !== "compound") return false;
  return lexicon.classes.get("kind-head")?.has(s.lemma[head]!.toLowerCase()) ?? false;
}

const wordIs = (s: Sentence, t: number, word: string) =>
  s.lemma[t]?.toLowerCase() === word || s.form[t]?.toLowerCase() === word;

/** A further word of a verb phrase: a dependent, the preposition of a dependent, or the words right after. */
export function phraseWord(s: Sentence, verb: number, last: number, word: string): number {
  for (let i = last + 1; i <= last + 3 && i < s.form.length; i++) {
    // "said | no | assault had begun": it counts the assault
    const noun = s.head[i]!;
    const isCount =
      word === "no" &&
      s.lemma[verb] === "say" &&
      s.relation[i] === "det" &&
      noun > i &&
      !s.upos.slice(i, noun).includes("ADP");
    if (wordIs(s, i, word) && !isCount && (i === last + 1 || dominates(s, verb, i))) return i;
    if (s.upos[i] === "VERB" || s.upos[i] === "PUNCT") break;
  }
  for (const d of children(s, verb)) {
    // "took the men aside and fired" takes no fire
    const relation = baseRelation(s, d);
    if (relation === "conj" || relation === "parataxis") continue;
    // "during the call he reiterated" repeats no call
    if (relation === "obl" && d < verb) continue;
    if (wordIs(s, d, word)) return d;
    for (const c of children(s, d, "case", "mark", "compound:prt", "nmod"))
      if (wordIs(s, c, word) && c > verb) return c;
  }
  // a headline's "Website blocked in Harare"
  const isBarePassive =
    s.xpos[verb] === "VBN" && child(s, verb, "nsubj:pass") >= 0 && child(s, verb, "aux") < 0;
  return word === "be" && isBarePassive ? verb : -1;
}
