import type { TextSpan } from "../../shared/report-text/ReportText.js";

/** Where words stand in a text. `alike`: not to the letter, but with other capitals, quotation marks or dashes. */
export interface WordsFound {
  readonly spans: readonly TextSpan[];
  readonly alike: boolean;
}

/** More places than these are not told apart by looking at them. */
const MOST = 50;

/**
 * Where words stand in a text, to the letter but for white space; where they do not, where they stand in another case or with
 * other marks. Spans do not overlap; at most 50.
 */
export function findWords(text: string, words: string): WordsFound {
  const asked = words.trim();
  if (asked === "") return { spans: [], alike: false };
  const exact = occurrences(text, asked);
  if (exact.length > 0) return { spans: exact, alike: false };
  return { spans: occurrences(plain(text), plain(asked)), alike: true };
}

function occurrences(text: string, words: string): TextSpan[] {
  const pattern = words
    .split(/\s+/)
    .map((w) => w.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");
  const spans: TextSpan[] = [];
  for (const found of text.matchAll(new RegExp(pattern, "gu"))) {
    spans.push({ start: found.index, end: found.index + found[0].length });
    if (spans.length === MOST) break;
  }
  return spans;
}

/** A text in one case with one kind of marks, letter for letter: offsets stay. */
const plain = (text: string): string =>
  text.replace(/[\p{Lu}‘’‚‛ʼ“”„‟«»‐‑–—]/gu, (c) => {
    if (/[‘’‚‛ʼ]/.test(c)) return "'";
    if (/[“”„‟«»]/.test(c)) return '"';
    if (/[‐‑–—]/.test(c)) return "-";
    const low = c.toLowerCase();
    return low.length === c.length ? low : c;
  });

/** The words around a span, to tell one place from another: "… was closed, [the crossing] remained so …". */
export function around(text: string, { start, end }: TextSpan, most = 40): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - most), start).replace(/\s+/g, " ");
  const after = text.slice(end, end + most).replace(/\s+/g, " ");
  return {
    before: start > most ? `… ${before.slice(before.indexOf(" ") + 1)}` : before,
    after: end + most < text.length ? `${after.slice(0, Math.max(0, after.lastIndexOf(" ")))} …` : after,
  };
}
