import { compileWordClasses, type WordClasses, type WordSource } from "./word-classes.js";

const CLASSES = [
  "about",
  "approving",
  "asides",
  "attempts",
  "blaming",
  "claims",
  "content_prepositions",
  "credit",
  "of_several",
  "owning",
  "partners",
  "reasons",
  "tallies",
  "speaking",
  "strikes",
] as const;

/** Small word classes that the reader of events goes by. @see lexicons/events/words.yaml */
export type EventWords = WordClasses<(typeof CLASSES)[number]>;

export const compileEventWords = (source: WordSource): EventWords =>
  compileWordClasses("lexicons/events/words.yaml", CLASSES, source);
