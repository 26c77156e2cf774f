import { isMonth } from "../text/date-words.js";
import { hashWord } from "./feature-hash.js";
import { irregularBase } from "./irregular-verbs.js";
import type { LanguageModel } from "./model.js";
import { MAX_PHRASE, NAME_LISTS, type NameList, type NameTable, nameRow, phraseKey } from "./name-table.js";
import type { KnownCase, NameWords } from "./truecase.js";
import { isInClass, usualCase, type WordClass } from "./word-table.js";

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

/** Names of two words and more: of places in the table of names, and of persons as far as its lists tell their parts. */
export function nameWords(model: LanguageModel, known: KnownCase): NameWords {
  if (model.names === null) return () => 0;
  const { table } = model.names;
  const place = placesOf(table);
  const person = personsOf(model, table, known);
  return (words, i) => Math.max(place(words, i), person(words, i));
}

const listed = (table: NameTable, word: string, ...lists: NameList[]) =>
  lists.some((l) => table.lists[nameRow(table, hashWord(word))]! & (1 << NAME_LISTS.indexOf(l)));

function placesOf(table: NameTable): NameWords {
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

/** "MARIA COSTA": a given name makes the common noun behind it a family's, where the lists have it as one or nothing else can follow. */
function personsOf({ words: dictionary }: LanguageModel, table: NameTable, known: KnownCase): NameWords {
  const is = (word: string, ...classes: WordClass[]) => classes.some((c) => isInClass(dictionary, word, c));
  const mayBeFamily = (word: string) =>
    word.length > 3 &&
    !AUXILIARY.test(word) &&
    (is(word, "noun", "plural", "adjective") || usualCase(dictionary, word) === "unknown") &&
    !is(word, "past", "preposition", "comparative");
  const isGiven = (word: string) =>
    word.length > 3 &&
    !SAINT.test(word) &&
    !isMonth(word) &&
    listed(table, word, "given") &&
    !listed(table, word, "place") &&
    !is(word, "adjective") &&
    /^(?:title|null)$/.test(String(known(word)));
  return (words, i) => {
    const lower = (k: number) => (words[k] ?? "").toLowerCase();
    // "San Miguel department"
    if (!isGiven(lower(i)) || SAINT.test(words[i - 1] ?? "")) return 0;
    let length = 0;
    for (let k = i + 1; k < i + LONGEST_PERSON; k++) {
      const word = lower(k);
      if (!/^\p{L}{2,}$/u.test(word)) break;
      const how = known(word);
      if (how === "title" || how === null || PARTICLE.test(word)) continue;
      const isFamily =
        mayBeFamily(word) &&
        (listed(table, word, "family") ||
          (k === i + 1 &&
            ENDS_PHRASE.test(words[k + 1] ?? "") &&
            !is(word, "person") &&
            !listed(table, word, "inOrganisation", "inPlace")));
      if (!isFamily) break;
      length = k + 1 - i;
    }
    return length;
  };
}

const LONGEST_PERSON = 5;
const SAINT = /^(?:san|santa|santo|st\.?|saint|el|la|los|las|puerto|villa|fort|port)$/i;
const AUXILIARY = /^(?:will|must|does)$/;
const PARTICLE = /^(?:de|del|la|van|von|da|dos)$/;
const ENDS_PHRASE = /^[,;)\]]$/;
