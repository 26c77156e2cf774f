/** A stretch of a report's text: UTF-16 code units, `end` excluded, so that `text.slice(start, end)` is the words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The words of a span. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The words of several spans, in the order of the text, with " … " for what stands between them. */
export const wordsOfAll = (text: string, spans: readonly Span[]): string =>
  [...spans]
    .sort((a, b) => a.start - b.start)
    .map((x) => wordsOf(text, x))
    .join(" … ");
