import type { ParsedReport } from "../../src/coding/parsed-report.js";

/** The sentence that a stretch of text begins in, as written; the text around it where none does. */
export function sentenceAt({ report, sentences }: ParsedReport, start: number, end: number): string {
  const s = sentences.find((one) => one.start[0]! <= start && start < one.end[one.end.length - 1]!);
  return s
    ? s.text.slice(s.start[0]!, s.end[s.end.length - 1]!)
    : report.text.slice(Math.max(0, start - 60), end + 60);
}
