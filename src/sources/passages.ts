import type { Span } from "../text/span.js";
import type { Block } from "./block.js";
import { datelineOf, lineDateline } from "./dateline.js";
import type { SourceLexicons } from "./lexicons.js";
import { caseOf, cueOf, isQuestion, isUnstopped, wordCount } from "./line-form.js";
import type { Passage, PassageKind } from "./report.js";
import { countStems, INTERRUPTION, type SectionLine, strangeness } from "./section-line.js";
import { calendarDay, type StatedDay } from "./stated-day.js";

/** What the pieces of a document turned out to be. */
export interface ReadPassages {
  readonly passages: readonly Passage[];
  readonly headline: Span | null;
  readonly datelinePlace: string | null;
  /** The day that a dateline or a line under the headline states, with its words. */
  readonly day: (StatedDay & { readonly evidence: Span }) | null;
  readonly author: string | null;
}

/** Blocks before the first paragraph among which headline, byline and place line are looked for. */
const TOP = 8;
/** Paragraphs in which a dateline may stand: after a headline and a summary. */
const DATELINES_WITHIN = 3;
/** Paragraphs after a line that a subheading announces. */
const SECTION = 3;

type Judged = PassageKind | "title-like" | "question";

/**
 * Gives each block its kind. `headline` is a title found above the blocks (a header line), or null: then the first line
 * without a final stop is the headline. A dateline becomes a passage of its own, before the rest of its paragraph.
 */
export function readPassages(
  text: string,
  blocks: readonly Block[],
  headline: Span | null,
  lexicons: SourceLexicons,
): ReadPassages {
  const words = blocks.map((block) => text.slice(block.start, block.end));
  const stopsAreUsed = usesStops(words);
  const kinds: Judged[] = new Array(blocks.length).fill("body");
  let found: Span | null = headline;
  let day: ReadPassages["day"] = null;
  let place: string | null = null;
  let author: string | null = null;
  let inList = false;
  let paragraphs = 0;
  const listed = new Set<number>();
  const datelines = new Map<number, { end: number; bodyStart: number }>();

  for (const [i, block] of blocks.entries()) {
    const line = words[i]!;
    const isTitleLike = isUnstopped(line) && block.form !== "item" && !isFragment(block, line, lexicons);
    const cue = cueOf(line, lexicons.cues);
    if (block.form === "caption") kinds[i] = "caption";
    else if (block.form === "aside") kinds[i] = "interruption";
    else if (
      block.form === "title" &&
      (found === null || sameWords(line, text.slice(found.start, found.end)))
    ) {
      kinds[i] = "headline";
      found ??= block;
    } else if (cue !== null && !(cue.kind === "byline" && cue.at === "anywhere" && paragraphs > 0)) {
      kinds[i] = cue.kind === "caption" ? "caption" : "interruption";
      // "ALSO READ: Airport reopens" is complete; "Related" alone stands above a list.
      inList = cue.list && line.length <= cue.cue.length + 8;
      if (cue.kind === "byline" && paragraphs === 0) day ??= dayIn(line, block);
      continue;
    } else if (paragraphs === 0 && i < TOP && (found !== null || i > 0) && isDateLine(line)) {
      kinds[i] = "dateline";
      day ??= dayIn(line, block);
    } else if (paragraphs === 0 && i < TOP && found !== null && isByline(line)) {
      kinds[i] = "interruption";
      author ??= line.replace(/^by:?\s+/i, "").trim();
    } else if (
      paragraphs === 0 &&
      i < TOP &&
      i + 1 < blocks.length &&
      isLineDateline(lineDateline(line, lexicons.notPlaces), found !== null || i > 0)
    ) {
      const said = lineDateline(line, lexicons.notPlaces);
      kinds[i] = "dateline";
      place ??= said?.place ?? null;
      if (said?.day) day ??= { ...said.day, evidence: { start: block.start, end: block.end } };
    } else if (
      found === null &&
      paragraphs === 0 &&
      i + 1 < blocks.length &&
      opensReport(text, block, line, words[i + 1]!, stopsAreUsed, lexicons)
    ) {
      kinds[i] = "headline";
      found = block;
    } else if (found !== null && paragraphs === 0 && sameWords(line, text.slice(found.start, found.end))) {
      kinds[i] = "headline";
    } else if (inList && isTitleLike) {
      kinds[i] = "title-like";
      listed.add(i);
      continue;
    } else if (block.form === "heading") {
      kinds[i] = "title-like";
    } else if (
      isTitleLike &&
      (stopsAreUsed || block.isLinked) &&
      !(paragraphs === 0 && isStandfirst(block, line))
    ) {
      kinds[i] = "title-like";
    } else if (isQuestion(line) && paragraphs > 0 && stopsAreUsed && block.form !== "item") {
      kinds[i] = "question";
    } else {
      paragraphs += 1;
      if (place === null && paragraphs <= DATELINES_WITHIN && block.form === "paragraph") {
        const dateline = datelineOf(text, block, lexicons.notPlaces, paragraphs === 1);
        if (dateline) {
          place = dateline.place;
          if (dateline.day) day ??= { ...dateline.day, evidence: dateline };
          datelines.set(i, dateline);
        }
      }
    }
    inList = false;
  }

  settleTitleLines(words, blocks, kinds, listed, lexicons);
  const passages: Passage[] = [];
  for (const [i, block] of blocks.entries()) {
    const kind = kinds[i] as PassageKind;
    const dateline = datelines.get(i);
    if (dateline) {
      passages.push({ kind: "dateline", start: block.start, end: dateline.end });
      passages.push({ kind: "body", start: dateline.bodyStart, end: block.end });
    } else passages.push({ kind, start: block.start, end: block.end });
  }
  return { passages, headline: found, datelinePlace: place, day, author };
}

/** Lines that look like titles become subheadings or interruptions, by what follows them. */
function settleTitleLines(
  words: readonly string[],
  blocks: readonly Block[],
  kinds: Judged[],
  listed: ReadonlySet<number>,
  lexicons: SourceLexicons,
): void {
  const open = kinds.flatMap((kind, i) => (kind === "title-like" || kind === "question" ? [i] : []));
  if (open.length === 0) return;
  const stems = countStems(
    words.filter((_, i) => kinds[i] === "body"),
    lexicons,
  );
  const lines = open.map((i): SectionLine => {
    const following: string[] = [];
    for (let j = i + 1; j < kinds.length && following.length < SECTION; j += 1) {
      if (kinds[j] === "body") following.push(words[j]!);
      else if ((kinds[j] === "title-like" || kinds[j] === "question") && following.length > 0) break;
    }
    const beside = (j: number) => kinds[j] === "title-like" && blocks[j]?.form !== "heading";
    return {
      words: words[i]!,
      isHeading: blocks[i]!.form === "heading",
      isLinked: blocks[i]!.isLinked,
      following,
      isInRun: beside(i - 1) || beside(i + 1),
      isListed: listed.has(i),
    };
  });
  const values = strangeness(lines, stems, lexicons);
  for (const [n, i] of open.entries()) {
    const isQuestionLine = kinds[i] === "question";
    if (isQuestionLine) kinds[i] = lines[n]!.following.length > 0 && values[n]! <= 1 ? "subheading" : "body";
    else kinds[i] = values[n]! > INTERRUPTION ? "interruption" : "subheading";
  }
}

/** Whether the paragraphs of a text end in stops at all; in one that has none, a missing stop says nothing. */
function usesStops(words: readonly string[]): boolean {
  const long = words.filter((line, i) => i > 0 && wordCount(line) >= 12);
  const stopped = long.filter((line) => /[.!?…:;]["”’'»)\]]*$/.test(line)).length;
  return long.length > 0 && stopped * 2 > long.length;
}

/** The first line is a headline: no final stop, or a short cry or question above longer text; no dateline. */
function opensReport(
  text: string,
  block: Block,
  line: string,
  next: string,
  stopsAreUsed: boolean,
  lexicons: SourceLexicons,
): boolean {
  if (block.form === "item" || datelineOf(text, block, lexicons.notPlaces, true) !== null) return false;
  if (!stopsAreUsed && wordCount(line) > 14 && wordCount(next) > 10 && isUnstopped(next)) return false;
  if (isUnstopped(line) || (/["”’']$/.test(line) && !/[.,!?]["”’']$/.test(line) && wordCount(line) <= 26))
    return true;
  return /[!?]["”’']?$/.test(line) && wordCount(line) <= 20 && wordCount(next) > wordCount(line);
}

function isLineDateline(said: ReturnType<typeof lineDateline>, isBelowHeadline: boolean): boolean {
  return said !== null && (isBelowHeadline || !said.isBare);
}

/** A long line in sentence case without a stop is a paragraph that lost it. */
function isFragment(block: Block, line: string, lexicons: SourceLexicons): boolean {
  return (
    block.form === "paragraph" &&
    !block.isLinked &&
    wordCount(line) > 14 &&
    caseOf(line, lexicons) === "sentence"
  );
}

/** A summary under the headline, set without a stop: long, and not in title case. */
function isStandfirst(block: Block, line: string): boolean {
  return block.form === "paragraph" && !block.isLinked && wordCount(line) >= 8;
}

function isByline(line: string): boolean {
  return /^by:?\s+\p{Lu}/iu.test(line) && wordCount(line) <= 14 && !/[.!?]$/.test(line);
}

/** A line that is a date and little else: "4 November 2025", "Published: Tue, Nov 4 2025 10:30 GMT | Africa". */
function isDateLine(line: string): boolean {
  if (wordCount(line) > 14 || calendarDay(line) === null) return false;
  const rest = line
    .replace(
      /\b(?:published|posted|updated|date|dated|on|at|am|pm|gmt|utc|est|edt|cet|pkt|ist|local|time|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b/gi,
      " ",
    )
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi, " ");
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= 2 && !/[.!?]$/.test(line.replace(/\b[ap]\.m\.$/i, ""));
}

function dayIn(line: string, span: Span): ReadPassages["day"] {
  const day = calendarDay(line);
  return day === null ? null : { ...day, evidence: { start: span.start, end: span.end } };
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(a) === plain(b);
}
