import type { Span } from "../text/span.js";
import { calendarDay, type StatedDay } from "./stated-day.js";

/** A dateline at the start of a paragraph: "ISLAMABAD, Feb 27 (Agency) — The government …". */
export interface Dateline extends Span {
  /** Place as written, without country, date and agency; null for a date alone. */
  readonly place: string | null;
  readonly day: StatedDay | null;
  /** Where the paragraph goes on, past the dash or colon. */
  readonly bodyStart: number;
}

const LONGEST = 110;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.\-]*(?:[ \u00a0](?:(?:de|del|la|el|al|of|the|und|sur|do|dos|da|an|ad|as|ash|at)[ \u00a0])?(?:(?:al|el|an|as|ash|ad|ar|az|at)-)?\p{Lu}[\p{L}\p{M}'’.\-]*){0,4}`;
const UPPER = String.raw`\p{Lu}[\p{Lu}\p{M}'’.\-]+(?:[ \u00a0][\p{Lu}\p{M}'’.\-]+){0,4}`;
const DATE = String.raw`(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{L}{2,8}\.?|\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+(?:\d{4}|\d{2}(?=\s*(?:[(/[]|--|[—–]))))?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})`;
/** The country of a place before its date: "Havana (Cuba), 20 March". */
const COUNTRY = String.raw`(?:\s*\(${NAME}\)(?=,\s*${DATE}))?`;
const AGENCY = String.raw`(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/\.?|\[[^[\]\n]{2,40}\])`;

/** What ends a dateline; a colon ends one that is set in capitals or names an agency. */
const DASH = String.raw`\s*(?:--+|[—–―]|(?<=\s)[-_](?=\s))\s*`;
const COLON = String.raw`\s*:\s+`;

/** What monitoring services say of the text in brackets before it begins: "[Excerpts]", "[Interview with …] [Text]". */
const LABELS = /^(?:\[[^[\]]{3,120}\]\s*)*/;

const PATTERNS: readonly RegExp[] = [
  // KABUL, Oct. 20 (Xinhua) -- · GENEVA (14 May 2024) – · KYIV – · GOMA, DR Congo — · RAMALLAH/GAZA: · MOSCOW, February 27. /TASS/.
  new RegExp(
    String.raw`^(?<place>${UPPER}(?:\s*[/&]\s*${UPPER})?)(?<rest>${COUNTRY}(?:,\s*(?!${DATE})${NAME})?(?:[,.]?\s*(?:[—–-]\s+)?\(?${DATE}\)?\.?)?(?:\s*${AGENCY})?)(?:${DASH}|${COLON})`,
    "u",
  ),
  new RegExp(String.raw`^(?<place>${UPPER})(?<rest>,\s*${DATE}\.?\s*/[^/\n]{2,30}/\.)\s+`, "u"),
  // Kyiv (Agency) - · Goma, DR Congo (Agency) — · Nairobi, 3 May 2024 (Agency) - : in small letters, an agency or a date is needed.
  new RegExp(
    String.raw`^(?<place>${NAME})(?<rest>${COUNTRY}(?:,\s*(?!${DATE})${NAME})?(?:[,.]?\s*(?:[—–-]\s+)?\(?${DATE}\)?)?\s*${AGENCY})(?:${DASH}|${COLON})`,
    "u",
  ),
  new RegExp(
    String.raw`^(?<place>${NAME})(?<rest>${COUNTRY}(?:,\s*(?!${DATE})${NAME})?[,.]?\s*(?:[—–-]\s+)?\(?${DATE}\)?)(?:${DASH}|${COLON})`,
    "u",
  ),
  // Gaza City, Palestine – · Goma, DR Congo — : place and country before a dash.
  new RegExp(String.raw`^(?<place>${NAME})(?<rest>,\s*${NAME})${DASH}`, "u"),
  // Islamabad: The foreign ministry … · Cairo — : only where the caller allows a bare name.
  new RegExp(`^(?<place>${NAME})(?<rest>)(?:${DASH}|${COLON})(?!["“‘'])`, "u"),
  // 12 October 2025 — : a date alone.
  new RegExp(String.raw`^(?<place>)(?<rest>${DATE}\s*(?:${AGENCY})?)(?:${DASH}|${COLON})`, "u"),
];

/** The pattern for a bare name in small letters: risky ("Zelensky: …"), so for first paragraphs only. */
const BARE = PATTERNS.length - 2;

/**
 * The dateline that a paragraph starts with, or null. `notPlaces` are words that stand before a colon or dash without
 * being a place ("BREAKING", "Analysis"), in lower case. `isFirst`: the first paragraph, where a bare name may do.
 */
export function datelineOf(
  text: string,
  paragraph: Span,
  notPlaces: ReadonlySet<string>,
  isFirst: boolean,
): Dateline | null {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST));
  for (const [i, pattern] of PATTERNS.entries()) {
    if (i === BARE && !isFirst) continue;
    const match = pattern.exec(words);
    if (!match) continue;
    const place = match.groups?.place ?? "";
    if (place !== "" && (isNotPlace(place, notPlaces) || place.length < 2)) continue;
    const afterDash = paragraph.start + match[0].length;
    if (i === BARE && !readsOn(text, afterDash, paragraph.end, place)) continue;
    const bodyStart = afterDash + LABELS.exec(text.slice(afterDash, paragraph.end))![0].length;
    if (bodyStart >= paragraph.end) continue;
    const said = place + (match.groups?.rest ?? "");
    return {
      start: paragraph.start,
      end: paragraph.start + said.trimEnd().length,
      place: place === "" ? null : place,
      day: calendarDay(match.groups?.rest ?? ""),
      bodyStart,
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
  notPlaces: ReadonlySet<string>,
): { readonly place: string | null; readonly day: StatedDay | null; readonly isBare: boolean } | null {
  if (words.length > LONGEST) return null;
  const isPlace = /^\p{Lu}[\p{Lu}'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}'’-]+){0,2}(?:, \p{Lu}[\p{L} ]+)?$/u.test(words);
  if (isPlace) return isNotPlace(words, notPlaces) ? null : { place: words, day: null, isBare: true };
  if (!/(?:\s[_—–-]+|--|\(\p{Lu}[^()]{1,30}\))$/u.test(words)) return null;
  const whole = `${words.replace(/\s*[_—–-]+$/u, "")} — X`;
  const found = datelineOf(whole, { start: 0, end: whole.length }, notPlaces, false);
  return found !== null && found.bodyStart === whole.length - 1
    ? { place: found.place, day: found.day, isBare: false }
    : null;
}

function isNotPlace(place: string, notPlaces: ReadonlySet<string>): boolean {
  const words = place.toLowerCase().split(/[\s,/]+/);
  return words.some((word) => notPlaces.has(word)) || notPlaces.has(place.toLowerCase());
}

/** After a bare name there must be a paragraph, not a headline: a capital, a final stop, and length. */
function readsOn(text: string, start: number, end: number, place: string): boolean {
  const rest = text.slice(start, Math.min(end, start + 1200));
  return (
    place.split(/\s+/).length <= 3 &&
    /^(?:\p{Lu}|\d)/u.test(rest) &&
    rest.split(/\s+/).length >= 18 &&
    /[.!?…]["”’)]*$/.test(text.slice(start, end).trimEnd())
  );
}
