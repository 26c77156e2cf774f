import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compileGrammarWords, type GrammarWords } from "../language/grammar-words.js";
import type { WordSource } from "../text/word-classes.js";
import { packageRoot } from "./package-root.js";

/** lexicons/language/words.yaml as it stands. */
export const readGrammarSource = (root = packageRoot()): WordSource =>
  parse(readFileSync(join(root, "lexicons", "language", "words.yaml"), "utf8")) as WordSource;

/** @throws LexiconError where a class is absent or unknown */
export const loadGrammarWords = (root = packageRoot()): GrammarWords =>
  compileGrammarWords(readGrammarSource(root));
