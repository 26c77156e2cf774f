import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConfidenceModel } from "../coding/confidence.js";
import { packageRoot } from "./package-root.js";

/** Reads models/confidence.json. */
export function loadConfidence(root = packageRoot()): ConfidenceModel {
  return JSON.parse(readFileSync(join(root, "models", "confidence.json"), "utf8")) as ConfidenceModel;
}
