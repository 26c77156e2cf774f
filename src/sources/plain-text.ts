import type { Span } from "../text/span.js";
import { type Block, trimmedSpan } from "./block.js";

/** Widths at which mail and wire services break lines. A longest line outside of these is not a wrapped text. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 100;

/**
 * Paragraphs of a plain text from offset `from` on. Each line is a paragraph, unless the text is wrapped at a fixed
 * width: there a line goes on in the next one where the next word would not have fitted. Empty text gives no blocks.
 */
export function plainBlocks(text: string, from: number): Block[] {
  const runs = runsOfLines(text, from);
  const width = wrapWidth(text, runs);
  const blocks: Block[] = [];
  for (const run of runs) {
    const own = width === null ? null : widthOf(run, width);
    let current: { start: number; end: number } | null = null;
    for (let i = 0; i < run.length; i += 1) {
      const line = run[i]!;
      if (current && own !== null && continues(text, run[i - 1]!, line, own)) current.end = line.end;
      else {
        if (current) blocks.push(paragraph(text, current));
        current = { start: line.start, end: line.end };
      }
    }
    if (current) blocks.push(paragraph(text, current));
  }
  return blocks.map((block, i) => (isHeadingOfList(text, blocks, i) ? { ...block, form: "heading" } : block));
}

/** "- Background" between paragraphs: a list of one item is none. */
function isHeadingOfList(text: string, blocks: readonly Block[], i: number): boolean {
  const block = blocks[i]!;
  if (block.form !== "item" || blocks[i - 1]?.form !== "paragraph" || blocks[i + 1]?.form !== "paragraph")
    return false;
  const words = text.slice(block.start, block.end);
  return (
    /^[-–•*]\s/.test(words) && words.split(/\s+/).length <= MOST_HEADING_WORDS && !endsSentence(text, block)
  );
}

const MOST_HEADING_WORDS = 8;

function paragraph(text: string, span: Span): Block {
  const isItem = /^(?:[-*•–▪●◦](?=\p{L})|(?:[-*•–▪●◦]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s)/u.test(
    text.slice(span.start, span.start + 8),
  );
  return { start: span.start, end: span.end, form: isItem ? "item" : "paragraph", isLinked: false };
}

/** A line without the space around it, and how far it reaches from the left margin. */
interface Line extends Span {
  readonly reach: number;
}

/** Lines without the space around them, in runs that blank lines part. */
function runsOfLines(text: string, from: number): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let start = from;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = trimmedSpan(text, start, end);
    if (line) run.push({ ...line, reach: line.end - start });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    start = end + 1;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/**
 * The width that a text is wrapped at, or null. Two things must hold of its line breaks within paragraphs: most come
 * where the next word would not have fitted, and a good part fall inside a sentence (a list of short lines does neither).
 */
function wrapWidth(text: string, runs: readonly (readonly Line[])[]): number | null {
  let width = 0;
  for (const run of runs) for (const line of run) width = Math.max(width, line.reach);
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  let breaks = 0;
  let forced = 0;
  let inside = 0;
  for (const run of runs) {
    const own = widthOf(run, width);
    for (let i = 1; i < run.length; i += 1) {
      breaks += 1;
      if (!wouldFit(text, run[i - 1]!, run[i]!, own)) forced += 1;
      if (!endsSentence(text, run[i - 1]!)) inside += 1;
    }
  }
  return breaks >= 2 && forced >= breaks * 0.6 && inside >= breaks * 0.4 ? width : null;
}

/** Paragraphs set by different hands may be wrapped at different widths; one much narrower than the text is no measure. */
function widthOf(run: readonly Line[], width: number): number {
  const own = Math.max(...run.map((line) => line.reach));
  return own >= width * 0.8 ? own : width;
}

function continues(text: string, line: Line, next: Line, width: number): boolean {
  const isIndented =
    /\n[ \t]{2,}$/.test(text.slice(Math.max(0, next.start - 12), next.start)) &&
    !/\n[ \t]{2,}$/.test(text.slice(Math.max(0, line.start - 12), line.start));
  if (isIndented || /^[-*•–▪●◦]\s/.test(text.slice(next.start, next.start + 2))) return false;
  // a headline in capitals goes on in capitals
  if (isCapitals(text, line) && !isCapitals(text, next)) return false;
  if (!wouldFit(text, line, next, width)) return true;
  if (endsSentence(text, line)) return false;
  return line.reach >= width * 0.6 || /^\p{Ll}/u.test(text.slice(next.start, next.start + 2));
}

function isCapitals(text: string, line: Span): boolean {
  return !/\p{Ll}{2}/u.test(text.slice(line.start, line.end));
}

/** Ragged wraps leave a little room: hyphens are not broken, some tools count the line end. */
function wouldFit(text: string, line: Line, next: Line, width: number): boolean {
  const words = text.slice(next.start, next.end);
  const space = words.search(/\s/);
  const first = space === -1 ? words.length : space;
  return line.reach + 1 + first <= width - 2;
}

function endsSentence(text: string, line: Span): boolean {
  return /[.!?…:;]["”’'»)\]]*$/.test(text.slice(Math.max(line.start, line.end - 6), line.end));
}
