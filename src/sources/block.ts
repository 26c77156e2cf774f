import type { Span } from "../text/span.js";

/**
 * A piece of a document before its kind is judged. `heading`, `caption` and `aside` are said by the format (an HTML
 * figcaption, a Markdown `##`); plain text has paragraphs only. Spans exclude the white space around the piece.
 */
export interface Block extends Span {
  readonly form: "title" | "heading" | "paragraph" | "item" | "caption" | "aside";
  /** All of its words are links, as in a related story dropped between paragraphs. */
  readonly isLinked: boolean;
}

/** A document with its format taken off: what it says of itself, and its text in pieces. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly address: string | null;
  /** Civil day from metadata, ISO 8601, and the name of the field that says so. */
  readonly dated: { readonly day: string; readonly field: string } | null;
}

/** The part of `text` from `start` to `end` without the white space at its ends, or null where nothing is left. */
export function trimmedSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
