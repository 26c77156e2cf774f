import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds lexicons/ and models/: the nearest one above this file, from src/ and from dist/ alike. */
export function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  for (let steps = 0; steps < 6; steps++) {
    if (existsSync(join(at, "lexicons")) && existsSync(join(at, "package.json"))) return at;
    at = dirname(at);
  }
  throw new Error("the package's lexicons/ folder was not found; reinstall the package");
}
