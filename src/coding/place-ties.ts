import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { PlaceSentence } from "./place-mention.js";
import { isDirection, isOf } from "./place-words.js";

/*
 * What a name is the place of: the word that it modifies, past "town of" and larger places, and the preposition or relation by which
 * it does. A name that is tied to nothing stands for those who act or for the place as such.
 */

/** What the name is the place of, and by which word. */
export function tieOf(
  at: PlaceSentence,
  head: number,
  from: number,
  isCountry: boolean,
): { readonly governor: number; readonly relation: string } {
  const { s } = at;
  const { words } = at.gazetteer;
  const relation = baseRelation(s, head);
  const up = s.head[head]!;
  const none = { governor: up, relation: "" };
  let word = caseOf(at, head);
  // the parser may lose the preposition that stands right before the name
  if (word === "") word = wordBefore(at, from);
  if (/^(?:compound|amod|nmod|flat)$/.test(relation)) {
    const lemma = s.lemma[up]?.toLowerCase() ?? "";
    // "outside the Chad embassies", "at a U.S. base in Qatar": whose they are, not where
    const isBefore = isCountry && up > head && caseOf(at, head) === "";
    if (
      isBefore &&
      (words.missions.has(lemma) || (/^U\.?[SK]\.?$/.test(s.form[from]!) && !isOf(words.lands, lemma)))
    )
      return none;
    const possessed = s.relation[head] === "nmod:poss";
    if (word === "" && up >= 0 && (isOf(words.sites, lemma) || (possessed && s.upos[up] === "PROPN"))) {
      // "Kharkiv region", "Sudan's Darfur": the place of what the region is the place of
      const outer = tieOf(at, up, up, false);
      return outer.relation === "" ? none : outer;
    }
    if (word === "" && up >= 0 && !isCountry && (isOf(words.acts, lemma) || words.venues.has(lemma))) {
      return { governor: up, relation: "mod" };
    }
  }
  if (relation === "conj" || relation === "appos") {
    // "in Kabul and Kandahar", "in Goma, the provincial capital"
    if (up >= 0 && (s.upos[up] === "PROPN" || s.upos[up] === "NOUN") && word === "")
      return up === head ? none : tieOf(at, up, up, isCountry);
  }
  if (word !== "" && /^(?:obl|nmod|conj|appos|advmod|root|dep|advcl)$/.test(relation)) {
    if (isCountry ? !words.in_country.has(word) : !(words.in.has(word) || words.loose.has(word))) return none;
    const lemma = s.lemma[up]?.toLowerCase() ?? "";
    if (word === "of" && !(isOf(words.sites, lemma) || isOf(words.acts, lemma))) return none;
    if (word === "of" && isOf(words.sites, lemma)) {
      // "near the town of Masisi", "seized the village of Sake", "north of Goma"
      const outer = up === head ? none : tieOf(at, up, up, false);
      if (outer.relation !== "") return isDirection(lemma) ? { ...outer, relation: "near" } : outer;
      if (isDirection(lemma)) return { governor: climb(at, up), relation: "near" };
    }
    if ((word === "for" || word === "against") && !isOf(words.acts, lemma) && s.upos[up] !== "VERB")
      return none;
    return { governor: climb(at, up), relation: word };
  }
  if (
    (relation === "obj" || s.relation[head] === "nsubj:pass") &&
    !isCountry &&
    (words.struck.has(lemmaOf(s, up)) || words.struck.has(s.form[up]?.toLowerCase() ?? ""))
  ) {
    return { governor: up, relation: "obj" };
  }
  if (word !== "" && (words.in.has(word) || (isCountry && words.in_country.has(word))))
    return { governor: climb(at, up), relation: word };
  return none;
}

function lemmaOf(s: Sentence, token: number): string {
  return s.lemma[token]?.toLowerCase() ?? "";
}

/** The preposition of a noun: of several the one that tells where. */
function caseOf({ s, gazetteer }: PlaceSentence, head: number): string {
  const cases = children(s, head, "case").map((c) => s.form[c]!.toLowerCase());
  const last = cases.at(-1) ?? "";
  // "north of Goma", "close to the border", "from inside Gaza"
  if (cases.length > 1 && gazetteer.words.in.has(cases[1]!)) return cases[1]!;
  return last === "'s" || last === "’s" || last === "'" || last === "’" ? "" : last;
}

/** The preposition right before a name, whatever it hangs on; "" where none stands there. */
function wordBefore({ s, gazetteer }: PlaceSentence, from: number): string {
  let i = from - 1;
  while (i >= 0 && (s.upos[i] === "DET" || isDirection(s.form[i]!))) i--;
  const w = s.form[i]?.toLowerCase() ?? "";
  return gazetteer.words.in.has(w) ? w : "";
}

/** Past "town of", "region" and larger places, and past people who are not the subject, up to what happens there. */
function climb({ s, gazetteer }: PlaceSentence, token: number): number {
  const { sites, persons } = gazetteer.words;
  let t = token;
  for (let steps = 0; t >= 0 && steps < 6; steps++) {
    const lemma = lemmaOf(s, t);
    const isPlaceWord =
      isOf(sites, lemma) || s.upos[t] === "PROPN" || s.form[t]!.toLowerCase() === "including";
    // "killed a commander near Bosaso", "clashes between rebels and troops in Masisi"
    const isMet =
      (s.words.acting.has(lemma) || persons.has(lemma)) &&
      /^(obj|obl|nmod|conj|appos)$/.test(baseRelation(s, t));
    const isLink = s.upos[t] === "ADP" || s.upos[t] === "PUNCT" || s.upos[t] === "ADV";
    if (!isPlaceWord && !isMet && !isLink) return t;
    const up = s.head[t]!;
    if (up < 0) return t;
    t = up;
  }
  return t;
}

/** "at 10 p.m., or 1 p.m. in Washington": a time told over by the clock of another place, where the event is not. */
export function isOtherClock(s: Sentence, from: number): boolean {
  const words = s.form
    .slice(Math.max(0, from - 6), from)
    .join(" ")
    .toLowerCase();
  return OTHER_CLOCK.test(words) && s.form.slice(0, from - 4).some((w) => CLOCK.test(w));
}

const CLOCK = /^(?:[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midnight|gmt)$/i;
const OTHER_CLOCK = /(?:\bor|\()(?: \w+){0,3} (?:[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midnight) in$/;
