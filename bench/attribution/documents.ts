import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import { analyse } from "../../src/language/analyse.js";
import type { LanguageModel } from "../../src/language/model.js";
import type { Sentence } from "../../src/language/sentence.js";
import type { Passage, Report } from "../../src/sources/report.js";
import type { Span } from "../../src/text/span.js";

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An article of PolNeAR, one a line of the file. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly date: string;
  readonly attributions: readonly GoldAttribution[];
  /** The same article by other people, where it was given to several. */
  readonly otherAnnotators?: readonly { readonly attributions: readonly GoldAttribution[] }[];
}

export function readDocuments(file: string): GoldDocument[] {
  const raw = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(raw) : raw)
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldDocument);
}

/** The article with its first line as the headline and every further line as a paragraph; no parties are looked up. */
export function parse(document: GoldDocument, language: LanguageModel): ParsedReport {
  const { text } = document;
  const passages: Passage[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "")
      passages.push({ kind: passages.length === 0 ? "headline" : "body", start: at, end: at + line.length });
    at += line.length + 1;
  }
  const sentences: Sentence[] = [];
  const passageOf: number[] = [];
  passages.forEach((p, k) => {
    for (const s of analyse(text, p, language)) {
      sentences.push(s);
      passageOf.push(k);
    }
  });
  const report: Report = {
    id: document.id,
    text,
    passages,
    title: document.title,
    outlet: null,
    author: null,
    address: null,
    language: "en",
    published: { from: document.date, to: document.date, basis: "stated", reasons: [], evidence: null },
    datelinePlace: null,
  };
  return { report, sentences, passageOf, mentions: sentences.map(() => []) };
}
