import { compileWordClasses, type WordClasses, type WordSource } from "../text/word-classes.js";

const CLASSES = [
  "amounting",
  "army",
  "attacks",
  "avoiding",
  "before_unreal",
  "behind_verbs",
  "between",
  "companions",
  "deeds",
  "doing",
  "exceeding",
  "extent",
  "fights",
  "found",
  "general",
  "giving_back",
  "giving_figures",
  "gravity",
  "heavy",
  "members",
  "numbers",
  "of_money",
  "own_fire",
  "police",
  "saying",
  "stricken",
  "suffering",
  "tidings",
  "totalling",
  "trade",
  "unspecific",
  "victims",
] as const;

/** Small word classes that the reader of tolls goes by. @see lexicons/tolls/words.yaml */
export type TollWords = WordClasses<(typeof CLASSES)[number]>;

export const compileTollWords = (source: WordSource): TollWords =>
  compileWordClasses("lexicons/tolls/words.yaml", CLASSES, source);
