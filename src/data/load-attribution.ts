import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  type AttributionLexicon,
  type AttributionSources,
  compileAttributionLexicon,
} from "../coding/attribution-lexicon.js";
import { packageRoot } from "./package-root.js";

const FILE = "lexicons/attribution/cues.yaml";

/** The files of lexicons/attribution/ as they stand, entries with their sentences. */
export function readAttributionSources(root = packageRoot()): AttributionSources {
  return {
    file: FILE,
    cues: parse(readFileSync(join(root, FILE), "utf8")),
    words: parse(readFileSync(join(root, "lexicons/attribution/words.yaml"), "utf8")),
  };
}

/** Throws LexiconError where an entry cannot be used. */
export function loadAttributionLexicon(root = packageRoot()): AttributionLexicon {
  return compileAttributionLexicon(readAttributionSources(root));
}
