import type { Chunk } from "../../shared/report-text/chunks.js";

/** A stretch of text, or the numbers of the notes that stand where it ends. */
export type Noted = { readonly words: string } | { readonly notes: readonly number[] };

/**
 * A paragraph's text with the numbers of notes behind the words that they are on.
 *
 * @param notes `end`: where the words of a note end; every note stands in the one paragraph that holds that place
 */
export function noted(
  text: string,
  chunks: readonly Chunk[],
  notes: readonly { readonly number: number; readonly end: number }[],
): Noted[] {
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (!first || !last) return [];
  const here = notes.filter((n) => n.end > first.start && n.end <= last.end).sort((a, b) => a.end - b.end);
  const found: Noted[] = [];
  let at = first.start;
  for (const end of new Set(here.map((n) => n.end))) {
    found.push(
      { words: text.slice(at, end) },
      { notes: here.filter((n) => n.end === end).map((n) => n.number) },
    );
    at = end;
  }
  return at < last.end ? [...found, { words: text.slice(at, last.end) }] : found;
}
