import { describe, expect, test } from "vitest";
import { readDateSource } from "../data/load-dates.js";
import { readFrameSources } from "../data/load-frames.js";
import { readPlaceWords } from "../data/load-gazetteer.js";
import { readGrammarSource } from "../data/load-grammar-words.js";
import { readTollSources } from "../data/load-tolls.js";
import { compileGrammarWords } from "../language/grammar-words.js";
import type { WordSource } from "../text/word-classes.js";
import { compileDateLexicon } from "./date-lexicon.js";
import { compileEventWords } from "./event-words.js";
import { compilePlaceWords } from "./place-words.js";
import { compileTollWords } from "./toll-words.js";

describe.each([
  { file: "lexicons/tolls/words.yaml", words: readTollSources().words, compile: compileTollWords },
  {
    file: "lexicons/dates/words.yaml",
    words: readDateSource(),
    compile: (source: WordSource) => compileDateLexicon(source).words,
  },
  { file: "lexicons/events/words.yaml", words: readFrameSources().words, compile: compileEventWords },
  { file: "lexicons/places/words.yaml", words: readPlaceWords(), compile: compilePlaceWords },
  { file: "lexicons/language/words.yaml", words: readGrammarSource(), compile: compileGrammarWords },
])("$file", ({ file, words, compile }) => {
  const [name] = Object.keys(words) as [string];

  test("gives the words of each class", () => {
    const classes = Object.entries(compile(words)).map(([name, set]) => [name, [...set]]);
    expect(Object.fromEntries(classes)).toEqual(words);
  });

  test("has no class that nobody reads", () => {
    expect(() => compile({ ...words, unread: ["dead"] })).toThrow(`${file}: unread: is no class of words.`);
  });

  test("has every class that is read", () => {
    const { [name]: _, ...others } = words;
    expect(() => compile(others)).toThrow(`${file}: ${name}: is absent.`);
  });
});
