import type { EventClaim } from "../../src/coding/claim.js";
import type { CodedReport } from "../../src/coding/coded-report.js";

/** What a story is about: the first event that its headline tells; where there is no headline or it tells nothing, the first of the body. */
export function mainEvent(title: CodedReport | null, body: CodedReport): EventClaim | null {
  return (title && firstTold(title)) ?? firstTold(body);
}

const firstTold = (report: CodedReport): EventClaim | null =>
  report.events.find((e) => e.contentOf === null && e.status !== "hypothetical") ?? null;
