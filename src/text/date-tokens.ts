import type { Span } from "./span.js";

/** Words, runs of digits and single marks of a stretch of text; columns are parallel. White space is left out. */
export interface DateTokens {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Lower case. */
  readonly low: readonly string[];
}

function isLetter(c: number): boolean {
  return (
    (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c !== 0xd7 && c !== 0xf7 && c < 0x2000)
  );
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Splits `span` of `text`; offsets are into `text`. Letters and digits never share a token: "10th" is two. */
export function dateTokens(text: string, span: Span): DateTokens {
  const start: number[] = [];
  const end: number[] = [];
  const low: string[] = [];
  let i = span.start;
  while (i < span.end) {
    const c = text.charCodeAt(i);
    if (c <= 32 || c === 0xa0 || c === 0x202f || c === 0x200b) {
      i++;
      continue;
    }
    let j = i + 1;
    if (isLetter(c)) while (j < span.end && isLetter(text.charCodeAt(j))) j++;
    else if (isDigit(c)) while (j < span.end && isDigit(text.charCodeAt(j))) j++;
    start.push(i);
    end.push(j);
    low.push(text.slice(i, j).toLowerCase());
    i = j;
  }
  return { text, start, end, low };
}

/** Whether no space stands between token `i` and the next. */
export function glued(t: DateTokens, i: number): boolean {
  return i >= 0 && i + 1 < t.start.length && t.end[i] === t.start[i + 1];
}

/** Whether token `i` begins with a capital letter. */
export function isCapital(t: DateTokens, i: number): boolean {
  if (i < 0 || i >= t.start.length) return false;
  const c = t.text.charCodeAt(t.start[i]!);
  return c >= 65 && c <= 90;
}

/** The number that token `i` is, or NaN. */
export function digits(t: DateTokens, i: number): number {
  const w = t.low[i];
  return w !== undefined && w.length > 0 && w.length <= 6 && isDigit(w.charCodeAt(0))
    ? Number(w)
    : Number.NaN;
}

export function isDash(w: string | undefined): boolean {
  return w === "-" || w === "–" || w === "—" || w === "‑";
}
