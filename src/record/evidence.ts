import type { Evidence } from "./incident.js";
import type { ClaimFact } from "./telling.js";

/** The words that carry an answer, from the claim that they make. */
export function evidenceOf(claim: ClaimFact, report: string): Evidence {
  const { id, quote, start, end, speaker, certainty, ruling } = claim;
  return { claim: id, report, quote, start, end, speaker, certainty, ruling };
}
