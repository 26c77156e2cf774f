import type { Span } from "./span.js";

/**
 * The text before and after some words, about `most` code units each, cut where a sentence begins or ends and else between words.
 */
export function surroundings(
  text: string,
  { start, end }: Span,
  most = 300,
): { before: string; after: string } {
  return {
    before: headCut(text.slice(Math.max(0, start - most), start), start <= most),
    after: tailCut(text.slice(end, end + most), end + most >= text.length),
  };
}

/** Beginnings and ends of sentences are looked for in this share of the text; beyond it too much would be lost. */
const SHARE = 0.5;

function headCut(text: string, isWhole: boolean): string {
  if (isWhole) return text;
  const sentence = /(?:[.!?…]["'”’)]*\s+|\n\s*)/.exec(text);
  if (sentence && sentence.index < text.length * SHARE)
    return text.slice(sentence.index + sentence[0].length);
  const space = text.search(/\s/);
  return space < 0 ? text : text.slice(space + 1);
}

function tailCut(text: string, isWhole: boolean): string {
  if (isWhole) return text;
  const ends = [...text.matchAll(/[.!?…]["'”’)]*(?=\s)|(?=\n)/g)].map((m) => m.index + m[0].length);
  const last = ends.at(-1);
  if (last !== undefined && last > text.length * SHARE) return text.slice(0, last);
  const space = text.search(/\s\S*$/);
  return space < 0 ? text : text.slice(0, space);
}
