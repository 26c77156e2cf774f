import type { Report } from "./report.js";

/** The words of a report's paragraphs, without headlines, header lines and what interrupts them; the whole text where it has none. */
export function bodyOf(report: Pick<Report, "text" | "passages">): string {
  const body = report.passages.filter((p) => p.kind === "body").map((p) => report.text.slice(p.start, p.end));
  return body.length > 0 ? body.join("\n") : report.text;
}
