import { hashWord } from "./feature-hash.js";
import { irregularBase } from "./irregular-verbs.js";
import type { LanguageModel } from "./model.js";
import { MAX_PHRASE, NAME_LISTS, nameRow, phraseKey } from "./name-table.js";
import type { KnownCase, PlaceWords } from "./truecase.js";
import { isInClass, usualCase, type WordClass } from "./word-classes.js";

/** How words are written inside a sentence, as training text, dictionary and lexicons tell; their inflections like themselves. */
export function knownCase(model: LanguageModel): KnownCase {
  const { words, lexiconWords } = model;
  const is = (word: string, ...classes: WordClass[]) => classes.some((c) => isInClass(words, word, c));
  const known: KnownCase = (word) => {
    // "US STRIKES HOUTHI TARGETS": in the capitals of a headline it is the country, not the pronoun.
    if (word === "us") return "upper";
    switch (usualCase(words, word)) {
      case "lower":
        return word.length > 3 && is(word, "onlyName") && !is(word, "verb", "adjective", "plural")
          ? "title"
          : "lower";
      case "title":
        // "the |president|", but "|President| Bush"; "bush" is a name as well
        return is(word, "noun", "plural", "adjective") && (is(word, "person") || !is(word, "name"))
          ? "either"
          : "title";
      case "upper":
        // seen in a headline or two, as names of persons are
        if (is(word, "noun", "verb", "adjective", "past")) return "lower";
        return word.length > 4 && /[aeiouy]/.test(word) ? "title" : "upper";
      case "unknown":
        return isLower(word) || isInflected(word) ? "lower" : null;
    }
  };
  const isLower = (word: string) =>
    usualCase(words, word) === "lower" || (lexiconWords.has(word) && !is(word, "name"));
  /** "commandos", "machinegunned", "policemen", "fought", "antidrug" */
  const isInflected = (word: string): boolean => {
    if (irregularBase(word) !== undefined) return true;
    const prefix = /^(?:anti|counter|non|pro|narco|ultra)(?=[a-z]{4})/.exec(word);
    if (prefix !== null && isLower(word.slice(prefix[0].length))) return true;
    if (/[a-z]{3}men$/.test(word)) return isLower(word.replace(/men$/, "man"));
    const stem = /^([a-z]{3,}?)(?:s|ed|ing)$/.exec(word)?.[1];
    if (stem === undefined) return false;
    return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")].some(
      (base) => isLower(base) && (lexiconWords.has(base) || is(base, "noun", "verb")),
    );
  };
  return known;
}

/** Names of places of two words and more in the table of names. */
export function placeWords({ names }: LanguageModel): PlaceWords {
  if (names === null) return () => 0;
  const { table } = names;
  const place = 1 << NAME_LISTS.indexOf("place");
  return (words, i) => {
    let key = hashWord(words[i]!);
    let longest = 0;
    for (let n = 1; n < MAX_PHRASE && i + n < words.length; n++) {
      key = phraseKey(key, hashWord(words[i + n]!));
      if (table.lists[nameRow(table, key)]! & place) longest = n + 1;
    }
    return longest;
  };
}
