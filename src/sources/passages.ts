import type { Span } from "../text/span.js";
import { withoutCredentials } from "./address-name.js";
import type { Block } from "./block.js";
import { type Dateline, datelineOf, lineDateline } from "./dateline.js";
import {
  type HeadDay,
  type HeadLine,
  isCapitals,
  isNameLine,
  publicationDay,
  readHeadLine,
  titledDay,
} from "./head-line.js";
import type { SourceLexicons } from "./lexicons.js";
import { caseOf, cueOf, isQuestion, isUnstopped, wordCount } from "./line-form.js";
import type { Passage, PassageKind } from "./report.js";
import { countStems, INTERRUPTION, type SectionLine, strangeness } from "./section-line.js";
import { datesIn } from "./stated-day.js";

/** What the pieces of a document turned out to be. */
export interface ReadPassages {
  readonly passages: readonly Passage[];
  readonly headline: Span | null;
  readonly datelinePlace: string | null;
  /** The day that a dateline or a line above or below the text states, with its words. */
  readonly day: HeadDay | null;
  readonly author: string | null;
  /** A line above the text that is an address of the web. */
  readonly address: string | null;
}

/** Blocks before the first paragraph among which headline, byline and place line are looked for. */
const TOP = 10;
/** Words of the summary and the captions that may stand above a date. */
const SUMMARY = 45;
/** Words from which on a last line is a paragraph. */
const PARAGRAPH = 12;
/** Words of a line that may tell how numeric dates are written above a text. */
const LONGEST_HEAD = 25;
/** Paragraphs in which a dateline may stand: after a headline and a summary. */
const DATELINES_WITHIN = 3;
/** Paragraphs after a line that a subheading announces. */
const SECTION = 3;

type Judged = PassageKind | "title-like" | "question";

/**
 * Gives each block its kind. `headline` is a title found above the blocks (a header line), or null: then the first line
 * without a final stop is the headline. `dateline`: a header line that states the day. A dateline becomes a passage of its own, before the rest of its paragraph.
 */
export function readPassages(
  text: string,
  blocks: readonly Block[],
  headline: Span | null,
  lexicons: SourceLexicons,
  dateline: Span | null = null,
): ReadPassages {
  const words = blocks.map((block) => text.slice(block.start, block.end));
  const stopsAreUsed = usesStops(words);
  const kinds: Judged[] = new Array(blocks.length).fill("body");
  let found: Span | null = headline;
  const days: HeadDay[] = [];
  const short = words.slice(0, TOP).filter((line) => wordCount(line) <= LONGEST_HEAD);
  const above = dateline === null ? "" : text.slice(dateline.start, dateline.end);
  const context = [above, ...short].join("\n");
  const stated = datesIn(above, context).find((found) => found.day !== null);
  if (dateline !== null && stated?.day) {
    days.push({ ...stated.day, evidence: spanOf(dateline), rank: "published" });
  }
  const lastParagraph = words.findLastIndex((line) => wordCount(line) >= PARAGRAPH && !isUnstopped(line));
  const addDays = (line: HeadLine, block: Block, isBelow: boolean) => {
    for (const day of line.days) {
      const evidence = { start: block.start + day.evidence.start, end: block.start + day.evidence.end };
      // below a text a date is less sure than above it
      days.push({
        ...day,
        evidence,
        rank: !isBelow ? day.rank : day.rank === "published" ? "plain" : "updated",
      });
    }
  };
  let place: string | null = null;
  let hasDateline = false;
  let author: string | null = null;
  let address: string | null = null;
  let inList = false;
  let paragraphs = 0;
  let told = 0;
  const listed = new Set<number>();
  const datelines = new Map<number, Dateline>();

  // "Example News", "MINISTRY OF FOREIGN AFFAIRS" above the headline
  const isMasthead = ({ start, end }: Span) =>
    wordCount(text.slice(start, end)) <= 5 && isNameLine(text.slice(start, end), lexicons);
  const isHeadlineBelow = (i: number) =>
    isUnstopped(words[i]!) &&
    wordCount(words[i]!) >= 5 &&
    (wordCount(words[i]!) <= 20 || caseOf(words[i]!, lexicons) === "title") &&
    cueOf(words[i]!, lexicons.cues) === null &&
    (readHeadLine(words[i + 1] ?? "", lexicons) !== null || wordCount(words[i + 1] ?? "") >= PARAGRAPH);

  for (const [i, block] of blocks.entries()) {
    const line = words[i]!;
    const isTitleLike = isUnstopped(line) && block.form !== "item" && !isFragment(block, line, lexicons);
    const announced = cueOf(line, lexicons.cues);
    // "Explainer: What we know of the raid" above a text is its headline
    const isLabel = i === 0 && announced?.list === false && /^\p{L}+\s?[:|]\s\D+$/u.test(line);
    const cue = isLabel ? null : announced;
    const isAfter = paragraphs > 0 && i > lastParagraph;
    // below a summary or a caption too
    const isBefore = i < TOP && told <= SUMMARY && !isAfter;
    const head = isBefore || isAfter ? readHeadLine(line, lexicons, context) : null;
    if (block.form === "caption") kinds[i] = "caption";
    else if (block.form === "aside") kinds[i] = "interruption";
    else if (
      block.form === "title" &&
      (found === null || sameWords(line, text.slice(found.start, found.end)))
    ) {
      kinds[i] = "headline";
      found ??= block;
    } else if (
      head !== null &&
      (isAfter
        ? isBelow(head, line)
        : paragraphs > 0
          ? head.days.length > 0
          : isAbove(head, line, words[i + 1], found !== null))
    ) {
      kinds[i] = isBefore && (head.days.length > 0 || head.place !== null) ? "dateline" : "interruption";
      addDays(head, block, isAfter);
      if (isBefore) {
        place ??= head.place;
        author ??= head.author;
      }
    } else if (paragraphs === 0 && i < TOP && /^<?https?:\/\/\S+$/i.test(line)) {
      kinds[i] = "interruption";
      address ??= withoutCredentials(line.replace(/^<|>$/g, ""));
    } else if (
      found !== null &&
      found !== headline &&
      paragraphs === 0 &&
      isMasthead(found) &&
      isHeadlineBelow(i)
    ) {
      kinds[blocks.indexOf(found as Block)] = "interruption";
      kinds[i] = "headline";
      found = block;
    } else if (cue !== null && !(cue.kind === "byline" && cue.at === "anywhere" && paragraphs > 0)) {
      kinds[i] = cue.kind === "caption" ? "caption" : "interruption";
      // "ALSO READ: Airport reopens" is complete; "Related" alone stands above a list.
      inList = cue.list && line.length <= cue.cue.length + 8;
      continue;
    } else if (
      paragraphs === 0 &&
      i < TOP &&
      i + 1 < blocks.length &&
      isLineDateline(lineDateline(line, lexicons), found !== null || i > 0)
    ) {
      const said = lineDateline(line, lexicons);
      kinds[i] = "dateline";
      hasDateline = true;
      place = said?.place ?? place;
      if (said?.day) days.push({ ...said.day, evidence: spanOf(block), rank: "plain" });
    } else if (
      found !== null &&
      paragraphs === 0 &&
      isNameLine(line, lexicons) &&
      (kinds[i - 1] === "dateline" ||
        kinds[i - 1] === "interruption" ||
        readHeadLine(words[i + 1] ?? "", lexicons)?.isDated)
    ) {
      kinds[i] = "interruption";
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
      told += wordCount(line);
      if (!hasDateline && paragraphs <= DATELINES_WITHIN && block.form === "paragraph") {
        const dateline = datelineOf(text, block, lexicons, paragraphs === 1);
        if (dateline !== null && !(dateline.place === null && isTimeline(text, blocks, i, lexicons))) {
          hasDateline = true;
          place = dateline.place ?? place;
          if (dateline.day) days.push({ ...dateline.day, evidence: spanOf(dateline), rank: "plain" });
          datelines.set(i, dateline);
        }
      }
    }
    inList = false;
  }

  const titles = blocks.slice(0, TOP).filter((_, i) => kinds[i] === "title-like" || kinds[i] === "headline");
  for (const line of found === null ? titles : [found, ...titles]) {
    const day = titledDay(text, line);
    if (day !== null) days.push(day);
  }
  const sections = timelineOf(words, lexicons);
  for (const i of sections) if (kinds[i] === "dateline") kinds[i] = "subheading";
  const isStated = ({ evidence }: HeadDay) =>
    !sections.some((i) => evidence.start >= blocks[i]!.start && evidence.end <= blocks[i]!.end);
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
  return {
    passages,
    headline: found,
    datelinePlace: place,
    day: publicationDay(days.filter(isStated)),
    author,
    address,
  };
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
  if (block.form === "item") return false;
  // "UKRAINE – WHAT WE KNOW" is no dateline
  const isShort = stopsAreUsed && isUnstopped(line) && wordCount(line) <= 14;
  if (!isShort && datelineOf(text, block, lexicons, true) !== null) return false;
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

/**
 * Whether a head line stands above a text. Where no headline stands above it, it may be one itself ("Ukraine Update, March 12,
 * 2026"), unless it has a place or no names at all.
 */
function isAbove(head: HeadLine, line: string, next: string | undefined, isBelowHeadline: boolean): boolean {
  if (isBelowHeadline) return true;
  if (!head.isDated || next === undefined) return false;
  const isAboveTitle = isUnstopped(next) && wordCount(next) >= 4 && wordCount(line) <= 14;
  const isPlace =
    head.place !== null &&
    wordCount(head.place) <= 2 &&
    (isCapitals(head.place) || /^\s*[,(|–—-]/.test(line.slice(line.indexOf(head.place) + head.place.length)));
  return !head.hasLooseNames || isAboveTitle || isPlace;
}

/** Whether a head line stands below a text: it says what its date is of, or has no names but a place. */
function isBelow(head: HeadLine, line: string): boolean {
  return (
    !head.hasLooseNames ||
    head.days.some((day) => day.rank !== "plain") ||
    (head.place !== null && wordCount(line) <= 12)
  );
}

/** Lines of dates alone that stand each above its paragraph, where several do: the dates of a timeline. */
function timelineOf(words: readonly string[], lexicons: SourceLexicons): number[] {
  const lines = words.flatMap((line, i) =>
    line.length < 40 &&
    wordCount(words[i + 1] ?? "") >= PARAGRAPH &&
    readHeadLine(line, lexicons)?.isBareDate === true
      ? [i]
      : [],
  );
  return lines.length > 1 ? lines : [];
}

/** Another paragraph begins with a date alone as this one does. */
function isTimeline(text: string, blocks: readonly Block[], i: number, lexicons: SourceLexicons): boolean {
  return blocks.slice(0, 40).some((block, j) => {
    if (j === i) return false;
    const other = datelineOf(text, block, lexicons, false);
    return other !== null && other.place === null && other.day !== null;
  });
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(a) === plain(b);
}
