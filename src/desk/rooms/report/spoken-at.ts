import type { TextSpan } from "../../shared/report-text/ReportText.js";
import type { Coded } from "./coded-claims.js";

/** Codes of those who say the words of a span, by the innermost attribution around it; empty: the outlet, or nobody with a code. */
export function spokenAt(coded: Coded, { start, end }: TextSpan): string[] {
  const around = coded.attributions
    .filter((a) => a.pieces.some((p) => p.start <= start && end <= p.end))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return [...new Set((around[0]?.parties ?? []).flatMap((p) => p.code ?? []))];
}
