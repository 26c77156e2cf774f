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

/** An argument of the command line that leads to no document: a missing file, an address, a pattern without a match. */
export class MissingInput extends Error {
  readonly code: "not-found" | "address" | "no-match" | "too-large" | "unreadable";

  constructor(code: MissingInput["code"], message: string) {
    super(message);
    this.name = "MissingInput";
    this.code = code;
  }
}
