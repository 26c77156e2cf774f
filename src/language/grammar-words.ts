import { compileWordClasses, type WordClasses, type WordSource } from "../text/word-classes.js";

const CLASSES = [
  "about",
  "acting",
  "addressing",
  "ahead",
  "also_verbs",
  "arrangements",
  "asking",
  "beginning",
  "bodies",
  "carrying",
  "causing",
  "closing",
  "deeds",
  "deeds_by_phrase",
  "happenings",
  "inclined",
  "irregular_pasts",
  "moving",
  "naming",
  "offers",
  "opening",
  "outcomes",
  "plural_without_s",
  "speaking",
  "spoken",
  "telling",
  "times",
  "to_come",
  "transitive",
  "undertaking",
] as const;

/** Small word classes that the rules of grammar go by: each sentence has them. @see lexicons/language/words.yaml */
export type GrammarWords = WordClasses<(typeof CLASSES)[number]>;

/** @throws where a class is missing, or one that nobody reads is there */
export const compileGrammarWords = (source: WordSource): GrammarWords =>
  compileWordClasses("lexicons/language/words.yaml", CLASSES, source);
