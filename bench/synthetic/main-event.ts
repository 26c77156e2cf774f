import type { EventClaim } from "../../src/coding/claim.js";
import type { CodedReport } from "../../src/coding/coded-report.js";

/**
 * What a story is about: the first event that its headline tells; where there is no headline or it tells nothing, the type
 * that weighs most in the body, where a sentence weighs the less the later it stands.
 */
export function mainEvent(title: CodedReport | null, body: CodedReport): EventClaim | null {
  const headline = title ? told(title)[0] : undefined;
  if (headline) return headline;
  const events = told(body);
  const weights = new Map<string, number>();
  for (const e of events) {
    const place = body.report.text.slice(0, e.start).length / Math.max(1, body.report.text.length);
    weights.set(e.type, (weights.get(e.type) ?? 0) + Math.exp(-4 * place));
  }
  const [type] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  return events.find((e) => e.type === type) ?? null;
}

const told = (report: CodedReport): EventClaim[] =>
  report.events.filter((e) => e.contentOf === null && e.status !== "hypothetical");
