import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  compileSequenceLexicon,
  type SequenceLexicon,
  type SequenceSources,
} from "../coding/sequence-lexicon.js";
import { packageRoot } from "./package-root.js";

const FILE = "lexicons/sequence/cues.yaml";

/** The files of lexicons/sequence/ as they stand, entries with their sentences. */
export function readSequenceSources(root = packageRoot()): SequenceSources {
  return {
    file: FILE,
    cues: parse(readFileSync(join(root, FILE), "utf8")),
    words: parse(readFileSync(join(root, "lexicons/sequence/words.yaml"), "utf8")),
  };
}

/** Throws LexiconError where an entry cannot be used. */
export function loadSequenceLexicon(root = packageRoot()): SequenceLexicon {
  return compileSequenceLexicon(readSequenceSources(root));
}
