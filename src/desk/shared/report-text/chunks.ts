import { type Unseen, unseenIn } from "./unseen.js";

/** A stretch of a report's text that stands in one text node of the page. UTF-16 code units into the text, end excluded. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** A stretch as it is shown: what part of the report it is of. `unseen`: it is a run of that invisible character. */
export interface ShownChunk extends Chunk {
  readonly kind: string;
  readonly unseen?: string;
  /** It has a word that is longer than a line. */
  readonly unbroken?: boolean;
}

/** A paragraph of the page. */
export interface Block {
  readonly kind: string;
  readonly chunks: readonly ShownChunk[];
}

/** Longest stretch in one text node: a text that is one line of megabytes is laid out piece by piece. */
const LONGEST = 4_000;
/** Runs of invisible characters that get a mark of their own; a text with more of them is counted, not marked to its end. */
export const MOST_UNSEEN = 2_000;
/** Paragraphs beyond which short ones are shown as one: a text of a million lines is no million elements. */
const MOST_BLOCKS = 4_000;

/** Which part of a line says what the whole line is; what is not named here, and what lies between passages, comes last. */
const WEIGHT = ["body", "headline", "subheading", "interruption", "caption", "dateline"];
const weightOf = (kind: string) => (WEIGHT.includes(kind) ? WEIGHT.indexOf(kind) : WEIGHT.length);

interface Part extends Chunk {
  readonly kind: string;
}

/**
 * A report's text as paragraphs. A paragraph ends where a line ends outside a passage, so that a dateline stands on the line
 * that it opens. Every offset that is not white space between paragraphs lies in just one chunk.
 */
export function blocksOf(text: string, passages: readonly Part[]): Block[] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  const end = () => {
    if (line.some((p) => text.slice(p.start, p.end).trim() !== "")) lines.push(line);
    line = [];
  };
  const between = (from: number, to: number) => {
    let start = from;
    for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", start)) {
      if (at > start) line.push({ start, end: at, kind: "other" });
      end();
      start = at + 1;
    }
    if (start < to) line.push({ start, end: to, kind: "other" });
  };
  let at = 0;
  for (const { start, end: to, kind } of passages) {
    if (start > at) between(at, start);
    if (to > at) line.push({ start: Math.max(at, start), end: to, kind });
    at = Math.max(at, to);
  }
  between(at, text.length);
  end();
  const unseen = unseenIn(text).slice(0, MOST_UNSEEN);
  return together(lines).map((parts) => ({
    kind: parts.reduce((best, p) => (weightOf(p.kind) < weightOf(best) ? p.kind : best), "other"),
    chunks: parts.flatMap((p) => chunksOf(text, p, unseen)),
  }));
}

/** Very many lines as fewer paragraphs, the line ends between them shown as such. */
function together(lines: Part[][]): Part[][] {
  if (lines.length <= MOST_BLOCKS) return lines;
  const found: Part[][] = [];
  for (const parts of lines) {
    const last = found.at(-1);
    const [first, before] = [parts[0]!, last?.at(-1)];
    if (last && before && before.kind === first.kind && before.end - last[0]!.start < LONGEST) {
      last[last.length - 1] = { ...before, end: first.end };
      last.push(...parts.slice(1));
    } else found.push([...parts]);
  }
  return found;
}

function chunksOf(text: string, part: Part, unseen: readonly Unseen[]): ShownChunk[] {
  const chunks: ShownChunk[] = [];
  let from = part.start;
  for (let k = firstAfter(unseen, part.start); k < unseen.length && unseen[k]!.start < part.end; k += 1) {
    const { character } = unseen[k]!;
    const start = Math.max(unseen[k]!.start, part.start);
    const end = Math.min(unseen[k]!.end, part.end);
    chunks.push(...pieces(text, from, start, part.kind), { start, end, kind: part.kind, unseen: character });
    from = end;
  }
  return [...chunks, ...pieces(text, from, part.end, part.kind)];
}

function firstAfter(list: readonly Chunk[], offset: number): number {
  const before = chunkAt(list, offset);
  return before >= 0 && list[before]!.end > offset ? before : before + 1;
}

function pieces(text: string, start: number, end: number, kind: string): ShownChunk[] {
  const chunks: ShownChunk[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.slice(from, from + LONGEST).lastIndexOf(" ");
    let to = from + (space > 0 ? space + 1 : LONGEST);
    // never between the halves of a pair
    const code = text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff) to -= 1;
    chunks.push(piece(text, from, to, kind));
    from = to;
  }
  return end > from ? [...chunks, piece(text, from, end, kind)] : chunks;
}

const piece = (text: string, start: number, end: number, kind: string): ShownChunk =>
  /\S{80}/.test(text.slice(start, end)) ? { start, end, kind, unbroken: true } : { start, end, kind };

/** The chunk that holds an offset, by number, or the last that begins before it; -1 before the first. Chunks in order. */
export function chunkAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  let found = -1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (chunks[mid]!.start <= offset) {
      found = mid;
      low = mid + 1;
    } else high = mid - 1;
  }
  return found;
}
