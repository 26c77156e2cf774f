import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { hashWord } from "../../src/language/feature-hash.js";
import { USUAL_CASES, WORD_CLASSES, type WordClass, type WordEntry } from "../../src/language/word-table.js";

/** Prepositions that news uses and treebanks of conversation and reviews hardly have. */
const PREPOSITIONS =
  "amid amidst amongst notwithstanding despite alongside versus vis-a-vis via per unlike beneath underneath atop astride aboard athwart barring concerning regarding pending minus plus save sans than till until towards toward upon within without throughout across against along around behind below beside besides between beyond during except following inside outside onto opposite over past since through under".split(
    " ",
  );

const LEAST_SEEN = 3;

/**
 * Puts together the word table: classes from WordNet with forms inflected by rule, groups from a TSV, habits (the set
 * of tags seen) from the training sentences.
 */
export function buildWordTable(
  wordnet: string,
  groups: string | null,
  training: readonly ConlluSentence[],
): Map<number, WordEntry> {
  const table = new Map<number, WordEntry>();
  const entry = (word: string): WordEntry => {
    const key = hashWord(word);
    let found = table.get(key);
    if (!found) {
      found = { classes: 0, group: 0, coarse: 0, habit: 0, usualCase: 0 };
      table.set(key, found);
    }
    return found;
  };
  const mark = (word: string, wordClass: WordClass) => {
    const e = entry(word);
    e.classes |= 1 << WORD_CLASSES.indexOf(wordClass);
  };
  const frequent = new Set<string>();
  if (groups !== null) {
    for (const line of readFileSync(groups, "utf8").split("\n")) {
      const [word, fine, coarse] = line.split("\t");
      if (!word || !fine || !coarse) continue;
      frequent.add(word);
      const e = entry(word);
      e.group = Number(fine);
      e.coarse = Number(coarse);
    }
  }
  markDictionary(wordnet, mark, frequent);
  for (const word of PREPOSITIONS) mark(word, "preposition");
  addHabits(training, entry);
  addUsualCase(training, table, entry);
  return table;
}

function markDictionary(
  wordnet: string,
  mark: (word: string, wordClass: WordClass) => void,
  frequent: ReadonlySet<string>,
): void {
  const lines = (file: string) =>
    readFileSync(join(wordnet, "dict", file), "latin1")
      .split("\n")
      .filter((l) => l !== "" && !l.startsWith(" "));
  const isWord = (lemma: string) => /^[a-z.'-]+$/i.test(lemma);

  for (const line of lines("index.verb")) {
    const lemma = line.slice(0, line.indexOf(" "));
    if (!isWord(lemma)) continue;
    mark(lemma, "verb");
    mark(withS(lemma), "thirdPerson");
    for (const form of withEnding(lemma, "ed")) mark(form, "past");
    for (const form of withEnding(lemma, "ing")) mark(form, "ing");
  }
  for (const line of lines("index.adj")) {
    const lemma = line.slice(0, line.indexOf(" "));
    if (!isWord(lemma)) continue;
    mark(lemma, "adjective");
    if (lemma.length <= 6)
      for (const ending of ["er", "est"])
        for (const form of withEnding(lemma, ending)) if (frequent.has(form)) mark(form, "comparative");
  }
  for (const line of lines("index.adv")) {
    const lemma = line.slice(0, line.indexOf(" "));
    if (isWord(lemma)) mark(lemma, "adverb");
  }
  // Case is only in the data file: "Abkhazia" is a name, "turkey" is both.
  const asName = new Set<string>();
  const asNoun = new Set<string>();
  for (const line of lines("data.noun")) {
    const columns = line.split(" ");
    const count = Number.parseInt(columns[3]!, 16);
    for (let i = 0; i < count; i++) {
      const word = columns[4 + 2 * i]!;
      if (!isWord(word)) continue;
      (/^[A-Z]/.test(word) ? asName : asNoun).add(word.toLowerCase());
      if (columns[1] === "18" && !/^[A-Z]/.test(word)) mark(word, "person");
    }
  }
  for (const word of asName) {
    mark(word, "name");
    if (!asNoun.has(word)) mark(word, "onlyName");
  }
  for (const word of asNoun) {
    mark(word, "noun");
    const plural = withS(word);
    if (frequent.has(plural)) mark(plural, "plural");
  }
  markUsual(lines("index.sense"), mark);
}

/** The part of speech that a word has most often in WordNet's tagged texts. */
function markUsual(senses: readonly string[], mark: (word: string, wordClass: WordClass) => void): void {
  const counts = new Map<string, [number, number, number]>();
  for (const line of senses) {
    const columns = line.split(" ");
    const percent = columns[0]!.indexOf("%");
    const word = columns[0]!.slice(0, percent);
    const kind = { "1": 0, "2": 1, "3": 2, "5": 2 }[columns[0]![percent + 1]!];
    const seen = Number(columns[3]);
    if (kind === undefined || seen === 0) continue;
    const of = counts.get(word) ?? [0, 0, 0];
    of[kind] = of[kind]! + seen;
    counts.set(word, of);
  }
  const usual = ["oftenNoun", "oftenVerb", "oftenAdjective"] as const;
  for (const [word, of] of counts)
    for (let k = 0; k < 3; k++) if (of[k]! * 2 > of[0] + of[1] + of[2]) mark(word, usual[k]!);
}

function withS(word: string): string {
  if (/(?:[sxz]|sh|ch)$/.test(word) || /[^aeiou]o$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Forms with -ed, -ing, -er, -est; both spellings where the last consonant may double. */
function withEnding(word: string, ending: string): string[] {
  if (word.endsWith("e") && (ending !== "ing" || !/(?:ee|oe|ye)$/.test(word))) {
    if (ending === "ing" && word.endsWith("ie")) return [`${word.slice(0, -2)}ying`];
    return [word.slice(0, -1) + ending];
  }
  if (/[^aeiou]y$/.test(word) && ending !== "ing") return [`${word.slice(0, -1)}i${ending}`];
  if (/[^aeiou][aeiou][bdfgklmnprstvz]$/.test(word))
    return [word + ending, word + word[word.length - 1]! + ending];
  return [word + ending];
}

function addHabits(training: readonly ConlluSentence[], entry: (word: string) => WordEntry): void {
  const seen = new Map<number, { word: string; tags: Map<string, number>; total: number }>();
  for (const sentence of training) {
    for (const w of sentence.words) {
      const key = hashWord(w.form);
      let of = seen.get(key);
      if (!of) {
        of = { word: w.form, tags: new Map(), total: 0 };
        seen.set(key, of);
      }
      const tag = `${w.upos}|${w.xpos}`;
      of.tags.set(tag, (of.tags.get(tag) ?? 0) + 1);
      of.total++;
    }
  }
  const numbers = new Map<string, number>();
  for (const of of seen.values()) {
    if (of.total < LEAST_SEEN) continue;
    const habit = [...of.tags]
      .filter(([, n]) => n >= 0.03 * of.total)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([tag]) => tag);
    // The commonest tag first, the others in a fixed order, so that sets stay few.
    const name = [habit[0]!, ...habit.slice(1).sort()].join(" ");
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(name, number);
    }
    entry(of.word).habit = number;
  }
}

/** From words inside sentences of the training text where there are any, else from the dictionary. */
function addUsualCase(
  training: readonly ConlluSentence[],
  table: ReadonlyMap<number, WordEntry>,
  entry: (word: string) => WordEntry,
): void {
  const seen = new Map<number, { word: string; counts: [number, number, number] }>();
  for (const sentence of training) {
    // Headlines and shouting say nothing.
    const capitals = sentence.words.filter((w) => /^\p{Lu}/u.test(w.form)).length;
    if (capitals * 2 > sentence.words.length) continue;
    sentence.words.forEach((w, i) => {
      const before = sentence.words[i - 1];
      if (!before || before.upos === "PUNCT" || !/^\p{L}+\.?$/u.test(w.form)) return;
      const kind = w.form === w.form.toLowerCase() ? 0 : /^\p{Lu}{2,}$/u.test(w.form) ? 2 : 1;
      const key = hashWord(w.form);
      const of = seen.get(key) ?? { word: w.form, counts: [0, 0, 0] };
      seen.set(key, of);
      of.counts[kind] = of.counts[kind]! + 1;
    });
  }
  const named = 1 << WORD_CLASSES.indexOf("onlyName");
  for (const e of table.values()) {
    if (e.classes & named) e.usualCase = USUAL_CASES.indexOf("title");
    else if (e.classes !== 0) e.usualCase = USUAL_CASES.indexOf("lower");
  }
  for (const { word, counts } of seen.values()) {
    const kind = counts.indexOf(Math.max(...counts));
    entry(word).usualCase = USUAL_CASES.indexOf((["lower", "title", "upper"] as const)[kind]!);
  }
}
