import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compileThings, type ThingLexicon, type ThingSource } from "../coding/things.js";
import { packageRoot } from "./package-root.js";

/** The files of lexicons/things as they stand, blocks with their sentences. */
export function readThingSources(root = packageRoot()): {
  readonly means: readonly ThingSource[];
  readonly targets: readonly ThingSource[];
} {
  const read = (name: string): ThingSource[] =>
    parse(readFileSync(join(root, "lexicons", "things", name), "utf8")) as ThingSource[];
  return { means: read("means.yaml"), targets: read("targets.yaml") };
}

/** Throws LexiconError where a block cannot be used. */
export function loadThings(root = packageRoot()): ThingLexicon {
  return compileThings(readThingSources(root));
}
