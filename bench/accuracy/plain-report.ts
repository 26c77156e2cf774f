import type { ParsedReport } from "../../src/coding/parsed-report.js";
import { analyse } from "../../src/language/analyse.js";
import type { LanguageModel } from "../../src/language/model.js";

/** A text of a corpus as a report of one passage, parsed, without its parties. `published`: the day, where the corpus has it. */
export function plainReport(
  text: string,
  model: LanguageModel,
  published: string | null = null,
): ParsedReport {
  const sentences = analyse(text, { start: 0, end: text.length }, model);
  return {
    report: {
      id: "",
      text,
      passages: [{ start: 0, end: text.length, kind: "body" }],
      title: null,
      outlet: null,
      author: null,
      address: null,
      language: "en",
      published: {
        from: published,
        to: published,
        basis: published === null ? "unknown" : "stated",
        reasons: [],
        evidence: null,
      },
      datelinePlace: null,
    },
    sentences,
    passageOf: sentences.map(() => 0),
    mentions: sentences.map(() => []),
  };
}

/** The sentence that a stretch of text begins in, as written; the text around it where none does. */
export function sentenceAt({ report, sentences }: ParsedReport, start: number, end: number): string {
  const s = sentences.find((one) => one.start[0]! <= start && start < one.end[one.end.length - 1]!);
  return s
    ? s.text.slice(s.start[0]!, s.end[s.end.length - 1]!)
    : report.text.slice(Math.max(0, start - 60), end + 60);
}
