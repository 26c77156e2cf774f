import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoderVersion } from "../coding/coded-report.js";
import { packageRoot } from "./package-root.js";

/** Versions of what reads: the program, its lexicons and its models. */
export function codeVersion(root = packageRoot()): CoderVersion {
  return {
    parley: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version as string,
    lexicons: hashOf(join(root, "lexicons")),
    models: hashOf(join(root, "models")),
  };
}

/** Twelve hex digits over the names and bytes of all files below a folder, in the order of their names. */
function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort()) {
    hash.update(entry.slice(folder.length).replaceAll("\\", "/"));
    hash.update(readFileSync(entry));
  }
  return hash.digest("hex").slice(0, 12);
}
