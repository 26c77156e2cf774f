import { LexiconError } from "./lexicon-error.js";

const FILE = "lexicons/tolls/words.yaml";

const CLASSES = [
  "amounting",
  "avoiding",
  "behind_verbs",
  "companions",
  "deeds",
  "exceeding",
  "extent",
  "found",
  "giving_back",
  "giving_figures",
  "gravity",
  "heavy",
  "numbers",
  "of_money",
  "saying",
  "stricken",
  "suffering",
  "tidings",
  "totalling",
  "trade",
  "unspecific",
  "victims",
] as const;

/** Words of words.yaml by class, in lower case; see the comments there. */
export type TollWords = Readonly<Record<(typeof CLASSES)[number], ReadonlySet<string>>>;

/** The parsed form of lexicons/tolls/words.yaml. */
export type TollWordSource = Readonly<Record<string, readonly string[]>>;

/** @throws LexiconError where a class is absent, or is none that the reader of tolls asks for */
export function compileTollWords(source: TollWordSource): TollWords {
  const known: readonly string[] = CLASSES;
  for (const name of Object.keys(source))
    if (!known.includes(name))
      throw new LexiconError(FILE, name, "is no class of words.", `Use: ${CLASSES.join(", ")}.`);
  const classes = CLASSES.map((name) => {
    const words = source[name];
    if (!Array.isArray(words))
      throw new LexiconError(FILE, name, "is absent.", "Give its words as a list; it may be empty.");
    return [name, new Set(words.map(String))] as const;
  });
  return Object.fromEntries(classes) as unknown as TollWords;
}
