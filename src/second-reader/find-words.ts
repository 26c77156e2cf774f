import { normaliseText } from "../sources/normalise.js";
import type { Span } from "../text/span.js";

/**
 * Where words stand in a stretch of a text, word for word: whole words, the same letters and figures. As in Parley's own reading
 * a line break is a space, and the shape of quotation marks, apostrophes and dashes says nothing. Null where they do not stand there.
 */
export function findWords(text: string, within: Span, words: string): Span | null {
  const sought = folded(normaliseText(words)).trim();
  if (!/[\p{L}\p{N}]/u.test(sought)) return null;
  const pattern = new RegExp(sought.split(" ").map(escaped).join("\\s+"), "g");
  const place = folded(text.slice(within.start, within.end), true);
  for (const match of place.matchAll(pattern)) {
    const start = within.start + match.index;
    const end = start + match[0].length;
    if (!cutsWord(text, start) && !cutsWord(text, end)) return { start, end };
  }
  return null;
}

/** Marks in one shape each; with `inPlace` nothing moves, so that offsets stay. */
function folded(text: string, inPlace = false): string {
  const same = text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, "-");
  return inPlace ? same : same.replace(/\s+/g, " ");
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Whether a word or a number goes on over this place: "15", "1,500" and "3.5" are one. */
function cutsWord(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 2), at + 2);
  const k = Math.min(2, at);
  const before = around.slice(0, k);
  const after = around.slice(k);
  return (
    (/[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after)) ||
    (/\d[.,]$/.test(before) && /^\d/.test(after)) ||
    (/\d$/.test(before) && /^[.,]\d/.test(after))
  );
}
