import { compileWordClasses, type WordClasses, type WordSource } from "../text/word-classes.js";

const CLASSES = [
  "about",
  "alleging",
  "answered_deeds",
  "answered_wishes",
  "answers",
  "approving",
  "asides",
  "at_country",
  "attempts",
  "blaming",
  "claims",
  "content_prepositions",
  "credit",
  "defending",
  "denying",
  "disputing",
  "doing",
  "dwelling",
  "freeing",
  "heading",
  "held",
  "freeing_nouns",
  "holding",
  "lasting",
  "later",
  "missions",
  "negotiating",
  "of_several",
  "owning",
  "parting",
  "partners",
  "reasons",
  "speaking",
  "standing",
  "struck",
  "tallies",
] as const;

/** Small word classes that the reader of events goes by. @see lexicons/events/words.yaml */
export type EventWords = WordClasses<(typeof CLASSES)[number]>;

export const compileEventWords = (source: WordSource): EventWords =>
  compileWordClasses("lexicons/events/words.yaml", CLASSES, source);
