import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { compileTolls, type TollLexicon, type TollSources } from "../coding/victims.js";
import { packageRoot } from "./package-root.js";

/** The files of lexicons/tolls as they stand, entries with their sentences. */
export function readTollSources(root = packageRoot()): TollSources {
  const read = <T>(name: string): T =>
    parse(readFileSync(join(root, "lexicons", "tolls", name), "utf8")) as T;
  return {
    counts: read("counts.yaml"),
    victims: read("victims.yaml"),
    harms: read("harms.yaml"),
    words: read("words.yaml"),
  };
}

export function loadTolls(root = packageRoot()): TollLexicon {
  return compileTolls(readTollSources(root));
}
