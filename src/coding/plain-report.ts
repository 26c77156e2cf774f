import { analyse } from "../language/analyse.js";
import type { LanguageModel } from "../language/model.js";
import type { Report } from "../sources/report.js";
import type { ParsedReport } from "./parsed-report.js";

/**
 * A bare text as a report, parsed, without its parties: texts of corpora, sentences of tests.
 *
 * @param published the day, where it is known
 * @param lines whether each line is a passage of its own; else the whole text is one
 */
export function plainReport(
  text: string,
  model: LanguageModel,
  {
    published = null,
    datelinePlace = null,
    lines = false,
  }: {
    readonly published?: string | null;
    readonly datelinePlace?: string | null;
    readonly lines?: boolean;
  } = {},
): ParsedReport {
  const passages = [...text.matchAll(lines ? /[^\n]+/g : /[\s\S]+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: "body" as const,
  }));
  const report: Report = {
    id: "",
    text,
    passages,
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
    datelinePlace,
  };
  const parsed = passages.map((p) => analyse(text, p, model));
  const sentences = parsed.flat();
  return {
    report,
    sentences,
    passageOf: parsed.flatMap((own, k) => own.map(() => k)),
    mentions: sentences.map(() => []),
  };
}
