/** A stretch of a report's text that stands in one text node of the page. UTF-16 code units into the text, end excluded. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** A paragraph of the page. */
export interface Block {
  readonly kind: string;
  readonly chunks: readonly Chunk[];
}

/** Longest stretch in one text node: a text that is one line of megabytes is laid out piece by piece. */
const LONGEST = 4_000;

/**
 * A report's text as paragraphs: its passages, and what lies between them where that is more than white space. Every offset that
 * is not white space between passages lies in just one chunk.
 */
export function blocksOf(
  text: string,
  passages: readonly { readonly start: number; readonly end: number; readonly kind: string }[],
): Block[] {
  const blocks: Block[] = [];
  const push = (start: number, end: number, kind: string) => {
    if (text.slice(start, end).trim() === "") return;
    blocks.push({ kind, chunks: chunksOf(text, start, end) });
  };
  let at = 0;
  for (const p of passages) {
    if (p.start > at) push(at, p.start, "other");
    push(p.start, p.end, p.kind);
    at = Math.max(at, p.end);
  }
  if (at < text.length) push(at, text.length, "other");
  return blocks;
}

function chunksOf(text: string, start: number, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(" ", from + LONGEST);
    let to = space > from ? space + 1 : from + LONGEST;
    // never between the halves of a pair
    const code = text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff) to -= 1;
    chunks.push({ start: from, end: to });
    from = to;
  }
  chunks.push({ start: from, end });
  return chunks;
}

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
