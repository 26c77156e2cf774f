import { type Cue, plainQuotes, type SourceLexicons } from "./lexicons.js";

/** Words from which on a line without a final stop is a paragraph whose stop was lost, rather than a title. */
const LONGEST_TITLE = 26;

/**
 * Whether a line has the form of a title: short, one piece, no final stop. A closing quotation mark after a stop or
 * comma is a stop; a question mark is one too (see `isQuestion`).
 */
export function isUnstopped(words: string): boolean {
  const trimmed = words.trimEnd();
  if (!/\p{L}/u.test(trimmed) || /[.!?…:;,。！？][\])"”’'»]*$/u.test(trimmed)) return false;
  // "Total dead: 192": a line of a table, and a toll.
  if (/:\s*\D{0,12}\d[\d,.\s]*%?$/.test(trimmed)) return false;
  if (/[.!?]["”’']?\s+["“‘]?\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(trimmed) && wordCount(trimmed) > 14) return false;
  return wordCount(trimmed) <= LONGEST_TITLE;
}

/** A short question on a line of its own, as explainers use for their sections; "So where is he?" goes on a thought. */
export function isQuestion(words: string): boolean {
  return (
    /\?["”’']?$/.test(words) &&
    wordCount(words) <= 11 &&
    /^(?:who|what|why|how|when|where|which|whose|is|are|was|will|can|could|does|do|did|has|have|should)\b/i.test(
      words,
    ) &&
    !/[.!:]\s/.test(words)
  );
}

/** The first cue that rules a line, or null. */
export function cueOf(words: string, cues: readonly Cue[]): Cue | null {
  if (words.length > 600) return null;
  const line = plainQuotes(words.trim().toLowerCase()).replace(/^[\s*#>•▪|–—-]+(?=\p{L})/u, "");
  const length = wordCount(line);
  for (const cue of cues) {
    if (length <= cue.most && ruled(line, cue)) return cue;
  }
  return null;
}

/** Runs of non-space characters. */
export function wordCount(words: string): number {
  return words.match(/\S+/g)?.length ?? 0;
}

export type LineCase = "title" | "sentence" | "capitals";

/**
 * How a line is capitalised. `title` when nearly all words that are not small ones have a capital, the first word
 * aside: "Four Held After Raid in Capital". Names alone ("Gaza City") count as title case.
 */
export function caseOf(words: string, lexicons: Pick<SourceLexicons, "small">): LineCase {
  const tokens = words.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const upper = words.match(/\p{Lu}/gu)?.length ?? 0;
  if (letters > 3 && upper > letters * 0.8) return "capitals";
  const telling = tokens.slice(1).filter((token) => !lexicons.small.has(token.toLowerCase()));
  if (telling.length === 0)
    return /^\p{Lu}/u.test(tokens[0] ?? "") && tokens.length === 1 ? "title" : "sentence";
  const raised = telling.filter((token) => /^\p{Lu}/u.test(token)).length;
  return raised >= telling.length * 0.75 ? "title" : "sentence";
}

function ruled(line: string, cue: Cue): boolean {
  if (cue.at === "anywhere") return line.includes(cue.cue);
  if (!line.startsWith(cue.cue)) return false;
  const rest = line.slice(cue.cue.length);
  if (cue.at === "whole") return /^[\s:.!>»→|-]*$/.test(rest);
  return (
    rest === "" ||
    /[^\p{L}\p{N}]$/u.test(cue.cue) ||
    /^[^\p{L}\p{N}]/u.test(rest) ||
    (cue.cue.endsWith("pick") && rest.startsWith("s"))
  );
}
