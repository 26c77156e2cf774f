import { type ConfidenceModel, type RatedKind, type RatedKinds, Rater } from "../../src/coding/confidence.js";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import type { Judged } from "../accuracy/task.js";

/** Judges the claims of one report: each with the confidence that it is given in a record. */
export function judge(parsed: ParsedReport, model: ConfidenceModel) {
  const rater = new Rater(parsed, model);
  return <K extends RatedKind>(kind: K, value: RatedKinds[K], right: boolean): Judged => ({
    kind,
    confidence: rater.confidence(kind, value),
    right,
    features: rater.features(kind, value),
  });
}
