import type { Sentence } from "../language/sentence.js";
import type { GazetteerEntry } from "./gazetteer.js";
import { isCapitalised } from "./party-items.js";
import { candidateOf } from "./place-candidates.js";
import type { Candidate, PlaceSentence } from "./place-mention.js";
import { isOf } from "./place-words.js";

/** "the Pakistan-Afghanistan border", "border posts", "the border with Mali": where a border is told of, its last token + 1. */
export function borderAt(s: Sentence, i: number): number {
  if (
    isCapitalised(s.form[i]!) &&
    s.form[i + 1] === "-" &&
    isCapitalised(s.form[i + 2] ?? "") &&
    isBorder(s, i + 3)
  )
    return i + 4;
  if (/^\p{Lu}\p{L}+[-–]\p{Lu}/u.test(s.form[i]!) && isBorder(s, i + 1)) return i + 2;
  return isBorder(s, i) ? i + 1 : i;
}

/** A noun "border" that is no part of a hyphenated word, or one behind the name of a state: "the Niger-border". */
function isBorder(s: Sentence, i: number): boolean {
  if (!/^(?:border|frontier)$/i.test(s.lemma[i] ?? "")) return false;
  if (s.form[i - 1] === "-") return isCapitalised(s.form[i - 2] ?? "");
  return s.upos[i] === "NOUN" && s.form[i + 1] !== "-";
}

/** The border told of from a token up to another, with its posts or its area, and whose it is: "Pakistani border posts". */
export function borderCandidate(at: PlaceSentence, from: number, to: number): Candidate {
  const { s } = at;
  // "Pakistani border posts", "the border area"
  const site =
    to < s.form.length && s.upos[to] === "NOUN" && isOf(at.gazetteer.words.sites, s.lemma[to]!.toLowerCase());
  const before = s.form[from - 1];
  const nation =
    before !== undefined && isCapitalised(before) && s.upos[from - 1] === "ADJ" && s.head[from - 1]! >= from;
  const base = candidateOf(at, nation ? from - 1 : from, site ? to + 1 : to, nation ? from - 1 : from, []);
  return { ...base, entries: [BORDER], near: false };
}

const BORDER: GazetteerEntry = {
  name: "border",
  country: null,
  precision: "region",
  latitude: null,
  longitude: null,
  population: 0,
  parent: null,
  origin: "supplement",
};
