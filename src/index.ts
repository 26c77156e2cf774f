/**
 * Parley as a library: a report in, its record out.
 *
 *     import { readReport } from "parley";
 *     const record = await readReport(text, { published: "2026-02-27" });
 */
import type { CodedReport } from "./coding/coded-report.js";
import { loadReader, type NodeReader, type ReadHints } from "./data/load-reader.js";

let shared: Promise<NodeReader> | null = null;

/**
 * Reads one document and gives its record; the lexicons and models are read from the package at the first call and kept.
 * Works in the main thread and in workers, each with a copy of its own. Needs no network.
 *
 * @param document text (plain, Markdown or HTML, told by its form) or the bytes of a file
 * @throws UnreadableDocument with a stable `code` where the document is empty, no text, not English, or too large
 */
export async function readReport(document: string | Uint8Array, hints: ReadHints = {}): Promise<CodedReport> {
  shared ??= loadReader();
  const reader = await shared;
  return typeof document === "string"
    ? reader.readText(document, hints)
    : reader.traceBytes(document, hints).coded;
}

export type {
  Attribution,
  EventClaim,
  InitiativeClaim,
  LoadedWord,
  PlaceRef,
  Toll,
  Uncoded,
} from "./coding/claim.js";
export type { CodedReport, CoderVersion } from "./coding/coded-report.js";
export type { PartyRef, Sector } from "./coding/party.js";
export { codeReport, type Resources } from "./coding/read-report.js";
export { loadReader, type NodeReader, type ReadHints } from "./data/load-reader.js";
export { type Facts, factsOf } from "./formats/facts.js";
export { PLAIN, type TextOptions, textOf } from "./formats/text.js";
export { UnreadableDocument } from "./sources/errors.js";
export { readDocument } from "./sources/read-document.js";
export type { Passage, Published, Report } from "./sources/report.js";
export type { DateInterval } from "./text/civil-date.js";
export type { Span } from "./text/span.js";
