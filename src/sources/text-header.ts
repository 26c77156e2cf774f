import type { Span } from "../text/span.js";
import { trimmedSpan } from "./block.js";
import { statedDay } from "./stated-day.js";

/** What the lines above a text's first paragraph say; spans are of the words, null where nothing is said. */
export interface TextHeader {
  readonly title: Span | null;
  /** The words that state a day: " date 2026-02-27". */
  readonly dateline: Span | null;
  readonly day: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly address: string | null;
  /** Where the text proper begins. */
  readonly end: number;
}

/** Keys of header lines; others ("Kabul: …") begin the text. */
const KEYS: Readonly<Record<string, "title" | "date" | "outlet" | "author" | "address" | "note">> =
  Object.assign(Object.create(null), {
    title: "title",
    headline: "title",
    subject: "title",
    date: "date",
    dated: "date",
    published: "date",
    "published on": "date",
    "published at": "date",
    "publication date": "date",
    "publish date": "date",
    "date published": "date",
    pubdate: "date",
    posted: "date",
    "posted on": "date",
    issued: "date",
    "issued on": "date",
    created: "date",
    "release date": "date",
    outlet: "outlet",
    source: "outlet",
    publisher: "outlet",
    publication: "outlet",
    from: "outlet",
    author: "author",
    byline: "author",
    "written by": "author",
    url: "address",
    link: "address",
    address: "address",
    "canonical address": "address",
    note: "note",
    notes: "note",
    comment: "note",
    example: "note",
    licence: "note",
    license: "note",
    language: "note",
    location: "note",
    section: "note",
    category: "note",
    tags: "note",
    keywords: "note",
  });

/**
 * Reads lines `Key: value` at the very top (also between `---` fences), lines that call the text an example, and a first
 * line " date 2026-02-27 Title words". `end` is 0 where there is no header.
 */
export function readTextHeader(text: string): TextHeader {
  const header = { title: null, dateline: null, day: null, outlet: null, author: null, address: null } as {
    title: Span | null;
    dateline: Span | null;
    day: string | null;
    outlet: string | null;
    author: string | null;
    address: string | null;
  };
  let end = 0;
  let start = 0;
  let isFenced = false;
  for (let lineNumber = 0; lineNumber < 40 && start < text.length; lineNumber += 1) {
    const feed = text.indexOf("\n", start);
    const stop = feed === -1 ? text.length : feed;
    const next = Math.min(text.length, stop + 1);
    const line = trimmedSpan(text, start, Math.min(stop, start + 2000));
    if (line === null || /^-{3,}$/.test(text.slice(line.start, line.end))) {
      start = next;
      if (line === null) continue;
      end = start;
      isFenced = !isFenced && lineNumber === 0;
      continue;
    }
    const words = text.slice(line.start, line.end);
    if (
      /^[([*_#> ]*(?:An? )?(?:example|sample|invented) (?:report|text|article)\b/i.test(words) &&
      words.length < 300
    ) {
      start = next;
      end = start;
      continue;
    }
    const dated =
      /^(?:date|dated|published|posted)\s*:?\s+(\d{4}-\d{2}-\d{2})\b/i.exec(words) ??
      /^(\d{4}-\d{2}-\d{2})(?=\s+\p{Lu})/u.exec(words);
    if (dated && header.dateline === null && statedDay(dated[1] ?? "") !== null) {
      header.dateline = { start: line.start, end: line.start + dated[0].length };
      header.day = dated[1] ?? null;
      const rest = trimmedSpan(text, header.dateline.end, line.end);
      // A date line that goes on is " date 2026-02-27 Title words"; what follows it is the text.
      if (rest !== null && header.title === null) {
        const lead = /^[-–—|:]\s*/.exec(text.slice(rest.start, rest.end));
        header.title = { start: rest.start + (lead?.[0].length ?? 0), end: rest.end };
      }
      start = next;
      end = start;
      continue;
    }
    const keyed = /^([A-Za-z][A-Za-z ]{2,20}?)\s*:\s*(.*)$/.exec(words);
    const key = keyed ? (KEYS[keyed[1]?.toLowerCase() ?? ""] ?? (isFenced ? "note" : undefined)) : undefined;
    if (!keyed || key === undefined) break;
    const value = trimmedSpan(text, line.end - (keyed[2]?.length ?? 0), line.end);
    if (value !== null) {
      const said = text.slice(value.start, value.end);
      if (key === "title") header.title ??= value;
      else if (key === "date" && header.dateline === null) {
        header.dateline = line;
        header.day = statedDay(said);
      } else if (key === "outlet") header.outlet ??= said;
      else if (key === "author") header.author ??= said;
      else if (key === "address") header.address ??= said;
    }
    start = next;
    end = start;
  }
  return { ...header, end };
}
