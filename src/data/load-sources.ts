import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSourceLexicons, type SourceLexicons } from "../sources/lexicons.js";
import { packageRoot } from "./package-root.js";

/** The lexicons that reading a document needs, from lexicons/sources/. Throws with file and entry where one is malformed. */
export function loadSourceLexicons(root = packageRoot()): SourceLexicons {
  const read = (name: string) => readFileSync(join(root, "lexicons", "sources", name), "utf8");
  return parseSourceLexicons({
    cues: read("cues.yaml"),
    landmarks: read("landmarks.yaml"),
    words: read("words.yaml"),
  });
}
