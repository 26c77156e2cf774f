import { compileWordClasses, type WordClasses, type WordSource } from "../text/word-classes.js";

const CLASSES = [
  "after",
  "agreed",
  "ahead",
  "timetabled",
  "timetabled_months",
  "cuts",
  "describing",
  "events",
  "made",
  "makes",
  "meetings",
  "people",
  "sayings",
  "schedules",
  "shares",
  "when",
] as const;

/** Small word classes that the reader of dates goes by. @see lexicons/dates/words.yaml */
export interface DateLexicon {
  readonly words: WordClasses<(typeof CLASSES)[number]>;
  /** A noun for what takes place at a time, in lower case. */
  readonly eventNoun: RegExp;
}

export function compileDateLexicon(source: WordSource): DateLexicon {
  const words = compileWordClasses("lexicons/dates/words.yaml", CLASSES, source);
  const stems = [...words.events].join("|");
  return {
    words,
    eventNoun: new RegExp(`^(\\w*(${stems})\\w*|\\w{4,}(ing|ings|tion|tions|ment|ments))$`),
  };
}
