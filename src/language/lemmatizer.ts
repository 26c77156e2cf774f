import { lowerCase } from "./feature-hash.js";
import { irregularBase } from "./irregular-verbs.js";
import { isInClass, type WordTable } from "./word-table.js";

/** Suffixes of rules have at most so many letters. */
export const MAX_SUFFIX = 5;

/** Lemmas by tag ("VERB|VBD"). An edit is "3y": take three letters off the end, put "y" there. */
export interface LemmaRules {
  /** tag → suffix → edit; the longest suffix that the word has counts. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** tag → whole word → lemma, for words that the rules get wrong. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The lemma of a word under its tag. Proper nouns keep their capitals, all else is in lower case.
 *
 * @param tag UPOS and XPOS, "VERB|VBD"
 */
export function lemmaOf(form: string, tag: string, lemmas: LemmaRules, table: WordTable): string {
  const isName = tag.startsWith("PROPN");
  const word = isName ? form : lowerCase(form);
  const irregular = tag === "VERB|VBD" || tag === "VERB|VBN" ? irregularBase(word) : undefined;
  if (irregular !== undefined) return irregular;
  // in news of war they are camps, not grounds
  if (word === "bases" && tag === "NOUN|NNS") return "base";
  const known = own(own(lemmas.words, tag), word);
  if (known !== undefined) return known;
  const rules = own(lemmas.rules, tag);
  let edit = "0";
  for (let k = Math.min(MAX_SUFFIX, word.length); k >= 0; k--) {
    const found = own(rules, word.slice(word.length - k));
    if (found !== undefined) {
      edit = found;
      break;
    }
  }
  const lemma = applyEdit(word, edit);
  return tag.startsWith("VERB|VB") ? listedVerb(word, lemma, tag, table) : lemma;
}

/** Where the rule's lemma is not a verb that the dictionary lists and another regular one is, that one. */
function listedVerb(word: string, lemma: string, tag: string, table: WordTable): string {
  if (isInClass(table, lemma, "verb")) return lemma;
  const ending = ENDINGS[tag.slice(5)];
  const match = ending?.exec(word);
  if (!match) return lemma;
  const stem = word.slice(0, match.index);
  const candidates = [
    stem,
    `${stem}e`,
    /([b-df-hj-np-tv-z])\1$/.test(stem) ? stem.slice(0, -1) : "",
    stem.endsWith("i") ? `${stem.slice(0, -1)}y` : "",
  ];
  return candidates.find((c) => c !== "" && isInClass(table, c, "verb")) ?? lemma;
}

const ENDINGS: Readonly<Record<string, RegExp>> = {
  VBD: /ed$/,
  VBN: /ed$/,
  VBG: /ing$/,
  VBZ: /(?:(?<=s|x|z|sh|ch|o|i)e)?s$/,
};

/** A record's own entry: "constructor" is a word too. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

export function applyEdit(word: string, edit: string): string {
  let digits = 0;
  while (digits < edit.length && edit.charCodeAt(digits) >= 48 && edit.charCodeAt(digits) <= 57) digits++;
  const off = Number(edit.slice(0, digits));
  return word.slice(0, Math.max(0, word.length - off)) + edit.slice(digits);
}

/** The edit that makes the lemma of the word; null where it would replace most of it or put a digit. */
export function findEdit(word: string, lemma: string): string | null {
  let same = 0;
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++;
  const put = lemma.slice(same);
  if (/^\d/.test(put) || word.length - same > 4 || same === 0) return null;
  return `${word.length - same}${put}`;
}
