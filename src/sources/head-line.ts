import { WEEKDAYS } from "../text/date-words.js";
import type { Span } from "../text/span.js";
import type { SourceLexicons } from "./lexicons.js";
import { datesIn, type FoundDay, type StatedDay } from "./stated-day.js";

/**
 * What the words of a head line are, one letter each, so that the grammar of a line is a pattern over letters:
 * `d` a date, `t` a time, a zone, a weekday, `g` an age ("3h ago"), `h` a date of another calendar; `l` "published",
 * `u` "updated", `v` "accessed", `f` other furniture ("min read"), `b` "by", `r` a role ("our correspondent"), `n` a number;
 * `c` a name in capitals, `m` another, `a` an agency or something in brackets; `,` `.` `:` `|` `-`; `x` a word of the text.
 */
interface Item extends Span {
  readonly code: string;
  readonly day: StatedDay | null;
}

/** What a date stands for; the lower, the surer that it is the day of publication. */
export const DAY_RANKS = { published: 0, plain: 1, updated: 2, titled: 3 } as const;
export type DayRank = keyof typeof DAY_RANKS;

/** A day that a head states, with its words. */
export interface HeadDay extends StatedDay {
  readonly evidence: Span;
  readonly rank: DayRank;
}

/** A line that tells nothing but when, where and by whom; spans are into the line. */
export interface HeadLine {
  readonly days: readonly HeadDay[];
  readonly place: string | null;
  readonly author: string | null;
  /** It has a date or a time, rather than names only. */
  readonly isDated: boolean;
  /** A date and nothing else, as it stands above a section of a timeline. */
  readonly isBareDate: boolean;
  /** Has names that are neither in brackets nor behind "by": a headline may have the same form. */
  readonly hasLooseNames: boolean;
}

const LONGEST_LINE = 240;
/** Words of names in one piece of a head line, and in all of it. */
const NAMES = { piece: 6, line: 16 };

/** A word of a name: "Goma", "N'DJAMENA", "al-Hasakah", "D.C.", "Fla." before a mark, "St." */
const WORD =
  /(?:\p{Lu}\.){2,}|(?:St|ST|Ft|FT|Mt|MT)\.|\p{Lu}\p{L}{0,5}\.(?=\s*[—–_(,:-])|(?:(?:al|el|an|as|ash|ad|ar|az|at)-|[nd][’'])\p{Lu}[\p{L}\p{M}\p{N}'’-]*|\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
/** What stands between two words of a name. */
const JOIN =
  /(?:[ \u00a0](?:(?:de|del|la|el|al|of|the|und|sur|do|dos|da|an|ad|as|ash|at)[ \u00a0])?|\/|[ \u00a0]?&[ \u00a0]?|[ \u00a0]\/[ \u00a0](?=\p{Lu}{2}))(?=\p{Lu}|(?:al|el|an|as|ash|ad|ar|az|at)-\p{Lu})/uy;

/** Signs, times and the like at a place of a line; the first that fits is taken. */
const SIGNS: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    "g",
    /(?:(?:about|over|almost)\s+)?(?:\d+|an?|one)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)(?:\s+\d+\s*(?:mins?|minutes?|hours?))?(?:\s+(?:ago|reads?)|(?=\s*(?:$|[|•·∙,\n])))/iy,
  ],
  ["g", /(?:just now|today|yesterday|\d+[ -]min(?:ute)?s?(?: read)?)\b/iy],
  [
    "t",
    /(?:at\s+)?(?:t?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{4}\s*(?:hrs|hours|(?=gmt|utc|[a-z]{2,3}t\b)))/iy,
  ],
  [
    "t",
    /(?:GMT|UTC|Z|BST|W[AE]T|CES?T|EES?T|MSK|TRT|I[RD]?[SD]?T|IRDT|PKT|AFT|NPT|BDT|MMT|ICT|WIB|HKT|SGT|PH?ST|JST|KST|A[EC][SD]T|[EC]AT|SAST|[GA]ST|[ECMP][SD]?T|BRT|ART|COT|VET)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b|(?:(?:\p{Lu}\p{L}+\s+)?(?:[Ll]ocal|[Ss]tandard|[Ss]ummer)|\p{Lu}\p{L}+)\s+[Tt]ime\b|AD\b|A\.D\.|CE\b/uy,
  ],
  ["h", /(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/y],
  [
    "h",
    /\d{1,2}(?:st|nd|rd|th)?[\s-]+\p{Lu}[\p{L}'’-]+(?:[\s-]+[\p{L}'’-]+){0,2}?,?[\s-]+\d{4}(?:\s*(?:A\.?H|A\.?P|B\.?S|E\.?C|S\.?H|H|A\.?M)\b\.?)?/uy,
  ],
  [
    "h",
    /\p{Lu}[\p{L}'’-]+(?:[\s-]+\p{Lu}[\p{L}'’-]+)?\s+\d{1,2},?\s+\d{4}(?:\s*(?:A\.?H|A\.?P|B\.?S|E\.?C|S\.?H|H|A\.?M)\b\.?)?/uy,
  ],
  ["n", /#?\d[\d,./-]*(?![\p{L}])/uy],
  [
    "-",
    /\.\s?[-–—]+(?=\s|\p{Lu})|\s*--+|\s*[—–―]+|(?<=\s)[-_](?=\s|$)|(?<=[)\]])[-_]|-(?=\s)|(?<=\d)-(?=\p{Lu})/uy,
  ],
  ["|", /[|•·∙●▪»>/\\]+/y],
  [":", /:/y],
  [",", /[,;]/y],
  ["f", /[@©]/y],
  [".", /\./y],
];

/** The line as a head line, or null where it tells something. `context`: the lines around it, which may decide the order of a numeric date. */
export function readHeadLine(line: string, lexicons: SourceLexicons, context = ""): HeadLine | null {
  const words = line.trimEnd();
  if (words.length > LONGEST_LINE) return null;
  const items = itemsOf(words, lexicons, context);
  const codes = items.map((item) => item.code).join("");
  // a sentence ends in a stop; "a.m." and "Published in The Post, March 12, 2026." do
  const isLabelled = /^[lu][:-]*t?d/.test(codes) && !/[.!?]["”’)]*$/.test(words);
  if ((/x/.test(codes) && !isLabelled) || (/[a-z,:-]\.$/.test(codes) && !/^[lu]|^[dt,-]+\.$/.test(codes)))
    return null;
  const hasClock = /\d[:.h]\d\d/.test(wordsOf(words, items, "t"));
  const isDated = hasClock || /[dgh]/.test(codes) || /^f*[luv][luvf:,|-]*$/.test(codes);
  if (!isDated && !/^[bf]*[br]/.test(codes)) return null;
  const pieces = piecesOf(codes, (i) => words.slice(items[i]!.start, items[i]!.end));
  if (pieces.some((count) => count > NAMES.piece) || pieces.reduce((a, b) => a + b, 0) > NAMES.line)
    return null;
  return {
    days: daysOf(items, codes),
    place: placeOf(words, items, codes, lexicons),
    author: authorOf(words, items, codes),
    isDated,
    isBareDate: /^[-,]*d[-,]*\.?$/.test(codes),
    hasLooseNames: /[cm]/.test(codes.replace(/b[^|:d-]*/g, "")),
  };
}

/** A line of names and numbers without a date: "Jane Doe in Goma", "SC/16000", "Office of the Spokesperson". */
export function isNameLine(line: string, lexicons: SourceLexicons): boolean {
  if (line.length > 80) return false;
  const codes = itemsOf(line, lexicons)
    .map((item) => item.code)
    .join("");
  return /^[cmfrnab,:|/-]+$/.test(codes) && line.split(/\s+/).length <= NAMES.piece + 1;
}

/** What stands between a headline and its day. */
const BEFORE_LAST = /(?:[,|:(–—-]\s*|\bas of\s+)$/;
const AFTER_FIRST = /^\s*(?:[\]):|–—-]|\d\d:\d\d)/;

/**
 * The day that a headline ends in after a mark ("Humanitarian Update (12 March 2026)"), or that stands before it in figures or
 * brackets ("[12 March 2026] Drone hits ferry"); "October 7, 2023: …" is what it tells of.
 */
export function titledDay(text: string, headline: Span): HeadDay | null {
  const words = text.slice(headline.start, headline.end);
  const isSaid = ({ start, end, day }: FoundDay) =>
    day !== null &&
    day.year !== null &&
    ((/^[)\]\s]*$/.test(words.slice(end)) && BEFORE_LAST.test(words.slice(0, start))) ||
      (/^\[?$/.test(words.slice(0, start)) &&
        AFTER_FIRST.test(words.slice(end)) &&
        (start > 0 || !/\p{L}/u.test(words.slice(0, end)))));
  const found = datesIn(words).find(isSaid);
  if (!found?.day) return null;
  const evidence = { start: headline.start + found.start, end: headline.start + found.end };
  return { ...found.day, evidence, rank: "titled" };
}

/**
 * The day of publication among those that a head states: the surest with a year. A dateline's day without a year comes
 * before a day of change, which then gives the year.
 */
export function publicationDay(days: readonly HeadDay[]): HeadDay | null {
  const ranked = [...days].sort((a, b) => DAY_RANKS[a.rank] - DAY_RANKS[b.rank]);
  const full = ranked.find((day) => day.year !== null);
  const bare = ranked.find((day) => day.year === null && DAY_RANKS[day.rank] <= DAY_RANKS.plain);
  if (!full || !bare || DAY_RANKS[full.rank] <= DAY_RANKS.plain) return full ?? bare ?? ranked[0] ?? null;
  const isLater = bare.month * 31 + bare.day > full.month * 31 + full.day;
  return { ...bare, year: full.year! - (isLater ? 1 : 0) };
}

/** Days with what is said of them: "Updated March 13" is one of a change. */
function daysOf(items: readonly Item[], codes: string): HeadDay[] {
  return items.flatMap((item, i) => {
    if (item.code !== "d" || item.day === null) return [];
    const said = codes
      .slice(0, i)
      .replace(/[^luvd]/g, "")
      .at(-1);
    if (said === "v") return [];
    const rank = said === "l" ? "published" : said === "u" ? "updated" : "plain";
    return [{ ...item.day, evidence: { start: item.start, end: item.end }, rank }];
  });
}

/** "LUANDA, Saturday, July 25, 2026", "Srinagar | Updated: …", "… IST - NEW DELHI". */
function placeOf(
  words: string,
  items: readonly Item[],
  codes: string,
  lexicons: SourceLexicons,
): string | null {
  const first = /^a?(?:([cm])(?:,[cm]|a)?([,:.|-]*))[lut:,-]*[dh]/.exec(codes);
  if (first) {
    const item = items[codes.indexOf(first[1]!)]!;
    const name = words.slice(item.start, item.end);
    const isLoose = /[|:-]/.test(first[2]!) && first[1] === "m" && /\s/.test(name);
    if (!isLoose && isPlaceName(name, lexicons)) return name;
  }
  const last = /[dt](?:,m|[,|-]c|a)$/.exec(codes) && !/b/.test(codes) ? items.at(-1)! : null;
  const name = last === null ? null : words.slice(last.start, last.end).replace(/^[([]|[)\]]$/g, "");
  return name !== null &&
    (last!.code === "m" || (isCapitals(name) && /\p{L}{4}/u.test(name))) &&
    isPlaceName(name, lexicons)
    ? name
    : null;
}

function authorOf(words: string, items: readonly Item[], codes: string): string | null {
  const by = /b([^|:dtghlu-]+)/.exec(codes);
  if (!by) return null;
  const first = items[by.index + 1]!;
  const last = items[by.index + by[1]!.replace(/,$/, "").length]!;
  return words.slice(first.start, last.end);
}

/** Whether a name may be a place: short, no agency, none of the words that stand in a head. */
export function isPlaceName(name: string, lexicons: SourceLexicons): boolean {
  const plain = name.toLowerCase();
  const words = plain.split(/[\s,/]+/);
  if (lexicons.placeNames.has(plain)) return true;
  return (
    name.length > 1 &&
    words.length <= 6 &&
    !/\d/.test(name) &&
    !lexicons.agencies.has(plain) &&
    !lexicons.notPlaces.has(plain) &&
    !words.some((word) => lexicons.notPlaces.has(word))
  );
}

export function isCapitals(name: string): boolean {
  return !/\p{Ll}{2}/u.test(name.replace(/(?<!\p{L})(?:al|el|an|as|ash|ad|ar|az|at)-/giu, ""));
}

/** How many words of names each piece of a line has. */
function piecesOf(codes: string, wordsAt: (i: number) => string): number[] {
  const counts = [0];
  for (const [i, code] of [...codes].entries()) {
    if (/[cmr]/.test(code)) counts[counts.length - 1]! += wordsAt(i).split(/[\s/]+/).length;
    else if (/[|:\-,dtlub]/.test(code)) counts.push(0);
  }
  return counts;
}

function wordsOf(words: string, items: readonly Item[], code: string): string {
  return items
    .filter((item) => item.code === code)
    .map((item) => words.slice(item.start, item.end))
    .join(" ");
}

/** The words of a line as items; brackets around dates are passed over, others are one item. */
export function itemsOf(words: string, lexicons: SourceLexicons, context = ""): Item[] {
  const dates = datesIn(words, context);
  const items: Item[] = [];
  const push = (code: string, start: number, end: number, day: StatedDay | null = null) =>
    items.push({ code, start, end, day });
  let at = 0;
  while (at < words.length) {
    if (/[\s\u200b"“”*#]/u.test(words[at]!)) {
      at += 1;
      continue;
    }
    const date = dates.find((found) => found.start === at);
    if (date) {
      push("d", date.start, date.end, date.day);
      at = date.end;
      continue;
    }
    const until = dates.find((found) => found.start > at)?.start ?? words.length;
    const bracket = /\([^()\n]{1,60}\)|\[[^[\]\n]{1,80}\]|\/[^/\n]{2,30}\/(?=[.\s])/y;
    bracket.lastIndex = at;
    const inner = bracket.exec(words);
    if (inner) {
      const inside = itemsOf(inner[0].slice(1, -1), lexicons, context);
      if (inside.some((item) => /[dglu]/.test(item.code)) && !inside.some((item) => item.code === "x")) {
        at += 1;
        continue;
      }
      const isTime = inside.length > 0 && inside.every((item) => item.code === "t");
      push(isTime ? "t" : "a", at, at + inner[0].length);
      at += inner[0].length;
      continue;
    }
    const article = /the\s+(?=\p{Lu})/iuy;
    article.lastIndex = at;
    const closed =
      article.test(words) && /^T/.test(words[at]!) ? null : closedWord(words, at, until, lexicons);
    if (closed) {
      push(closed.code, at, closed.end);
      at = closed.end;
      continue;
    }
    const name = nameEnd(words, at, until, lexicons);
    if (name !== null) {
      const said = words.slice(at, name);
      push(lexicons.agencies.has(said.toLowerCase()) ? "a" : isCapitals(said) ? "c" : "m", at, name);
      at = name;
      continue;
    }
    const letter = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/uy;
    letter.lastIndex = at;
    const word = letter.exec(words);
    if (word) push("x", at, at + word[0].length);
    else if (!/[()[\]]/.test(words[at]!)) push("x", at, at + 1);
    at += word?.[0].length ?? 1;
  }
  return items;
}

/** A word of the closed lists, a sign, a time. */
function closedWord(
  words: string,
  at: number,
  until: number,
  lexicons: SourceLexicons,
): { readonly code: string; readonly end: number } | null {
  let label: { code: string; end: number } | null = null;
  for (const [code, pattern] of lexicons.headWords) {
    pattern.lastIndex = at;
    const end = at + (pattern.exec(words)?.[0].length ?? 0);
    if (end > (label?.end ?? at)) label = { code, end };
  }
  if (label !== null) return label;
  for (const [code, pattern] of SIGNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match && match[0] !== "" && at + match[0].length <= until) return { code, end: at + match[0].length };
  }
  const weekday = /\p{L}+\.?/uy;
  weekday.lastIndex = at;
  const day = weekday.exec(words);
  return day && WEEKDAYS.has(day[0].toLowerCase().replace(".", "")) && /^\p{Lu}/u.test(day[0])
    ? { code: "t", end: at + day[0].length }
    : null;
}

/** Where a name that starts here ends: words with capitals; one in capitals ends before others. */
function nameEnd(words: string, at: number, until: number, lexicons: SourceLexicons): number | null {
  let end: number | null = null;
  let isUpper = true;
  for (let from = at, count = 0; from < until && count < 12; count += 1) {
    WORD.lastIndex = from;
    const word = WORD.exec(words);
    if (!word || from + word[0].length > until) break;
    const isWordUpper = !/\p{Ll}{2}/u.test(word[0]);
    if (end === null) isUpper = isWordUpper && word[0].length > 2;
    else if ((isUpper && !isWordUpper) || closedWord(words, from, until, lexicons) !== null) break;
    end = from + word[0].length;
    JOIN.lastIndex = end;
    const join = JOIN.exec(words);
    if (!join) break;
    from = end + join[0].length;
  }
  return end;
}
