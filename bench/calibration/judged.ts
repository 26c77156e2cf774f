import { type ConfidenceModel, type RatedKind, type RatedKinds, Rater } from "../../src/coding/confidence.js";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import type { Judged } from "../accuracy/task.js";

/**
 * Judges the claims of one report: each with the confidence that it is given in a record. `forLevel`: the report is of the half that
 * shares are read off.
 */
export function judge(parsed: ParsedReport, model: ConfidenceModel, forLevel = false) {
  const rater = new Rater(parsed, model);
  return <K extends RatedKind>(kind: K, value: RatedKinds[K], right: boolean): Judged => ({
    kind,
    confidence: rater.confidence(kind, value),
    right,
    features: rater.features(kind, value),
    ...(forLevel ? { forLevel: true as const } : {}),
  });
}

/** Halves a set by the names of its documents: on one half it is read off how often what is right, on the other it is measured. */
export function isOfLevelHalf(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 0;
}
