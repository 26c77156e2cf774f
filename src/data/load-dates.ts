import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compileDateLexicon, type DateLexicon } from "../coding/date-lexicon.js";
import type { WordSource } from "../text/word-classes.js";
import { packageRoot } from "./package-root.js";

/** lexicons/dates/words.yaml as it stands. */
export const readDateSource = (root = packageRoot()): WordSource =>
  parse(readFileSync(join(root, "lexicons", "dates", "words.yaml"), "utf8")) as WordSource;

/** @throws LexiconError where a class is absent or unknown */
export const loadDates = (root = packageRoot()): DateLexicon => compileDateLexicon(readDateSource(root));
