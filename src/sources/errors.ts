/**
 * Why a document cannot be read. Codes are stable (docs/errors.md, `--format json`); the message is for people, says
 * what was found and what to do about it, and never quotes more than a few words of the document.
 */
export const UNREADABLE_CODES = ["empty", "not-text", "too-large", "too-deep", "language", "broken"] as const;
export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

/** Thrown by `readDocument` for a document that is not a report it can read; one of these never stops the others. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = "UnreadableDocument";
    this.code = code;
  }
}

/**
 * Why an argument leads to no document. Stable (docs/errors.md). From `private-address` on: why what stands at an address of the
 * web was not fetched.
 */
export const MISSING_CODES = [
  "not-found",
  "no-match",
  "too-large",
  "unreadable",
  "address",
  "private-address",
  "robots",
  "redirects",
  "status",
  "media-type",
  "timeout",
  "unreachable",
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

/** An argument of the command line that leads to no document: a missing file, a pattern without a match, an address that fails. */
export class MissingInput extends Error {
  readonly code: MissingCode;

  constructor(code: MissingCode, message: string) {
    super(message);
    this.name = "MissingInput";
    this.code = code;
  }
}
