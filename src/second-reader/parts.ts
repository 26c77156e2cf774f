import type { CodedReport } from "../coding/coded-report.js";
import { overlaps, type Span } from "../text/span.js";

/** Characters of one request: some 1,500 tokens, so that prompt and answer fit the context of 4,096 that local servers begin with. */
const PART_LENGTH = 6000;
/** A report that needs more is not sent. */
export const MAX_PARTS = 40;

/** The paragraphs that Parley itself read: without headings above a body, and without what interrupts it. */
export function paragraphsRead({ report, sentences }: Pick<CodedReport, "report" | "sentences">): Span[] {
  return report.passages
    .filter((p) => p.kind !== "interruption" && sentences.some((s) => overlaps(s, p)))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Parts a text at the borders of its paragraphs; a paragraph that is longer than a part is cut behind a sentence, or where there
 * is none, in the middle.
 */
export function partsOf(
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  length = PART_LENGTH,
): Span[][] {
  const parts: Span[][] = [];
  let room = 0;
  for (const piece of paragraphs.flatMap((p) => piecesOf(p, sentences, length))) {
    const size = piece.end - piece.start;
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = length;
    }
    parts.at(-1)!.push(piece);
    room -= size;
  }
  return parts;
}

function piecesOf(paragraph: Span, sentences: readonly Span[], length: number): Span[] {
  const pieces: Span[] = [];
  let { start } = paragraph;
  while (paragraph.end - start > length) {
    const last = sentences.findLast(
      (s) => s.end > start && s.end <= start + length && s.end <= paragraph.end,
    );
    const end = last?.end ?? start + length;
    pieces.push({ start, end });
    start = end;
  }
  if (start < paragraph.end) pieces.push({ start, end: paragraph.end });
  return pieces;
}
