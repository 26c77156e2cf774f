import { LexiconError } from "./lexicon-error.js";

/** The parsed form of a words.yaml: class → words. */
export type WordSource = Readonly<Record<string, readonly string[]>>;

/** Words of a words.yaml by class, in lower case and in its order; see the comments there. */
export type WordClasses<C extends string> = Readonly<Record<C, ReadonlySet<string>>>;

/** @throws LexiconError where a class is absent, or is none that anybody asks for */
export function compileWordClasses<C extends string>(
  file: string,
  names: readonly C[],
  source: WordSource,
): WordClasses<C> {
  const known: readonly string[] = names;
  for (const name of Object.keys(source))
    if (!known.includes(name))
      throw new LexiconError(file, name, "is no class of words.", `Use: ${names.join(", ")}.`);
  const classes = names.map((name) => {
    const words = source[name];
    if (!Array.isArray(words))
      throw new LexiconError(file, name, "is absent.", "Give its words as a list; it may be empty.");
    return [name, new Set(words.map(String))] as const;
  });
  return Object.fromEntries(classes) as unknown as WordClasses<C>;
}
