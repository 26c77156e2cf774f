import type { Span } from "../text/span.js";
import { isCapitals, isPlaceName, itemsOf } from "./head-line.js";
import type { SourceLexicons } from "./lexicons.js";
import { wordCount } from "./line-form.js";
import type { StatedDay } from "./stated-day.js";

/** A dateline at the start of a paragraph: "ISLAMABAD, Feb 27 (Agency) — The government …". */
export interface Dateline extends Span {
  /** Place as written, without country, date and agency; null for a date alone. */
  readonly place: string | null;
  readonly day: StatedDay | null;
  /** Where the paragraph goes on, past the dash or colon. */
  readonly bodyStart: number;
}

const LONGEST = 130;

/** What monitoring services say of the text in brackets before it begins: "[Excerpts]", "[Interview with …] [Text]". */
const LABELS = /^(?:\[[^[\]]{3,120}\]\s*)*/;

/**
 * Datelines over the letters of head-line.ts: an agency, a place with its country, dates and agencies in any order, and
 * what ends them: a dash, a colon, an upright stroke; after a date, a stop before the next sentence
 * ("BAKU, March 12. …", "MOSCOW, March 12. /TASS/. …"); nothing after an agency that follows a date ("New Delhi, Mar 12 (PTI) …").
 */
const GRAMMAR: readonly RegExp[] = [
  /^(?<agency>)(?<place>c(?:,[cm])?)(?<rest>[,.]?d(?:[,.-]?[tacr])*)(?<name>)(?<end>\.)/,
  /^(?<agency>(?:a|un?)[-:]?)?(?<place>[cm](?:,[cm])?)?(?<rest>(?:[,.:|-]?[dtah]|\|r?[cm](?=\|))*)(?:(?:[,|]|(?<=^d)-)(?<name>[cm]))?(?<end>[-:|])(?!d)/,
  /^(?<agency>)(?<place>[cm](?:,[cm]|a)?)(?<rest>[,.]?t?dt?a|:d)(?<name>)(?<end>)(?=[^-:|,.])/,
];

/** "[NAIROBI] …": a place in brackets. */
const BRACKETED = /^\[(\p{Lu}[\p{Lu}\p{M}'’ /-]{2,30})\]\s+/u;

/**
 * The dateline that a paragraph starts with, or null. `isFirst`: the first paragraph, where a bare name before a colon
 * or a dash may do ("Islamabad: …"), which elsewhere is a speaker as often.
 */
export function datelineOf(
  text: string,
  paragraph: Span,
  lexicons: SourceLexicons,
  isFirst: boolean,
): Dateline | null {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST));
  const items = itemsOf(words, lexicons);
  const codes = items.map((item) => item.code).join("");
  const said = (i: number) => words.slice(items[i]!.start, items[i]!.end);
  const inBrackets = BRACKETED.exec(words);
  if (isFirst && inBrackets && isPlaceName(inBrackets[1]!, lexicons)) {
    const bodyStart = paragraph.start + inBrackets[0].length;
    const end = bodyStart - inBrackets[0].length + inBrackets[0].trimEnd().length;
    return { start: paragraph.start, end, place: inBrackets[1]!, day: null, bodyStart };
  }
  for (const pattern of GRAMMAR) {
    const match = pattern.exec(codes);
    if (!match) continue;
    const { agency = "", place: named = "", rest = "", name: later = "", end = "" } = match.groups ?? {};
    const last = match[0].length - 1;
    const afterEnd = items[last]!.end;
    const bodyStart = paragraph.start + afterEnd + /^[\s)\]]*/.exec(words.slice(afterEnd))![0].length;
    const begins = /^["“‘'([]?[\p{Lu}\d]/u.test(text.slice(bodyStart, bodyStart + 3));
    let place: string | null = named === "" ? null : said(agency.length);
    const dated = items.slice(0, last + 1).find((item) => item.code === "d");
    if (place !== null) {
      if (!isPlaceName(place, lexicons)) continue;
      const isUpper = named.startsWith("c");
      const isTold = /[da]/.test(rest) || named.includes("a");
      const isEnough = isUpper
        ? end !== "|" || dated !== undefined || /[cm]/.test(rest)
        : isTold ||
          (named.length > 1 && end === "-") ||
          (isFirst && isBareName(text, bodyStart, paragraph, place, end));
      if (!isEnough || (agency !== "" && !isUpper && dated === undefined)) continue;
    } else {
      // a date alone, or an agency: "12 October 2025 — …", "(Reuters) - …", "March 12, 2026 (PORT SUDAN) – …"
      if (!begins || (dated === undefined && (!isFirst || agency === ""))) continue;
      const bracket = match[0].indexOf("a");
      const inner = bracket === -1 ? "" : (/^[([](.*)[)\]]$/.exec(said(bracket))?.[1] ?? "");
      const isAlone = dated === undefined;
      if (later !== "") place = said(last - 1);
      else if (inner !== "" && (isAlone || isCapitals(inner))) place = inner;
      if (place !== null && !isPlaceName(place, lexicons)) place = null;
      if (isAlone && (rest !== "" || end !== "-" || /\s.*\s|[,:.]/.test(inner))) continue;
    }
    if (!begins && (dated === undefined || end === "" || end === "." || end === "|")) continue;
    const goesOn = bodyStart + LABELS.exec(text.slice(bodyStart, paragraph.end))![0].length;
    if (goesOn >= paragraph.end) continue;
    const wordsEnd = end === "" || end === "." ? afterEnd : (items[last - 1]?.end ?? afterEnd);
    const closing = /^[)\]]+/.exec(words.slice(wordsEnd))?.[0].length ?? 0;
    return {
      start: paragraph.start,
      end: paragraph.start + wordsEnd + closing,
      place,
      day: dated?.day ?? null,
      bodyStart: goesOn,
    };
  }
  return null;
}

/**
 * A line that is nothing but a dateline: a place in capitals ("ANKARA"), or one that ends in a dash or names its agency
 * ("NAIROBI, Kenya (Agency) _"). `isBare`: the former, which is a line of the text like any other where no headline
 * stands above it.
 */
export function lineDateline(
  words: string,
  lexicons: SourceLexicons,
): { readonly place: string | null; readonly day: StatedDay | null; readonly isBare: boolean } | null {
  if (words.length > LONGEST) return null;
  const isPlace = /^\p{Lu}[\p{Lu}'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}'’-]+){0,2}(?:, \p{Lu}[\p{L} ]+)?$/u.test(words);
  if (isPlace) {
    // "AFP, Khartoum"
    const [first = "", second = ""] = words.split(", ");
    const place = lexicons.agencies.has(first.toLowerCase()) ? second : words;
    return isPlaceName(place, lexicons) ? { place, day: null, isBare: true } : null;
  }
  if (!/(?:\s[_—–-]+|--|\(\p{Lu}[^()]{1,30}\))$/u.test(words)) return null;
  const whole = `${words.replace(/\s*[_—–-]+$/u, "")} — X`;
  const found = datelineOf(whole, { start: 0, end: whole.length }, lexicons, false);
  // "FRONT FOR THE LIBERATION OF CASAMANCE (FLC)" heads a communiqué
  const isLetterhead = found?.day === null && wordCount(found.place ?? "") > LONGEST_PLACE;
  return found !== null && found.bodyStart === whole.length - 1 && !isLetterhead
    ? { place: found.place, day: found.day, isBare: false }
    : null;
}

/** Words of the longest place before an agency in brackets. */
const LONGEST_PLACE = 3;

/** After a bare name there must be a paragraph, not a headline: a capital, a final stop, and length; no quotation, which has a speaker. */
function isBareName(text: string, bodyStart: number, paragraph: Span, place: string, end: string): boolean {
  const rest = text.slice(bodyStart, Math.min(paragraph.end, bodyStart + 1200));
  return (
    end !== "|" &&
    place.split(/\s+/).length <= 3 &&
    /^(?:\p{Lu}|\d)/u.test(rest) &&
    rest.split(/\s+/).length >= 18 &&
    /[.!?…]["”’)]*$/.test(text.slice(bodyStart, paragraph.end).trimEnd())
  );
}
