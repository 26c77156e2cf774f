import { dayNumber, isoDay, weekdayOf } from "../text/civil-date.js";
import { MONTHS, WEEKDAYS } from "../text/date-words.js";
import type { Span } from "../text/span.js";

/** A civil day as a header or a dateline gives it; `year` null where it gives none ("Feb 27"). */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday, where it is written beside the day; it may tell the year. */
  readonly weekday: number | null;
}

/** A date in a line; `day` null where nothing says which of two days "03/04/2026" is. Of "11-12 March" it is the last. */
export interface FoundDay extends Span {
  readonly day: StatedDay | null;
}

const W = String.raw`(?:(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?[\s,./|–—-]*(?:the\s+)?)?`;
const M = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})\.?`;
const OTHER_MONTH = M.replace("<month>", ":");
const D = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const OTHER_DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
/** "2026" of "March 12, 202610:33" and "Juche 115 (2026)", not "2030" of "March 12, 2030 GMT". */
const Y = String.raw`(?:juche\s\d+\s?\()?(?<year>(?:19|20)\d\d(?!\d(?!\d?:\d\d)|:\d|\s*(?:gmt|utc|hrs|hours)\b))`;
const SHORT_YEAR = String.raw`(?:\s*['’]|(?<=\d[-/.][a-z]{3,4})[-/.])(?<short>\d\d)(?!\d|:)|\s(?<bare>\d\d)(?=\s*(?:$|[()[\]/|]|--|[—–]))`;
const TO = String.raw`\s*(?:[-–—&]|to|and)\s*`;
const ENDS = String.raw`(?!\d(?!\d?:\d\d))`;

/** The forms of a calendar day; `first` and `second` are of numeric ones, whose order is to be found out. */
const FORMS: readonly RegExp[] = [
  String.raw`${W}(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-/.]|\.\s)(?<monthNumber>\d{1,2})\k<mark>(?<day>\d{1,2})(?=t\d|[^\d\p{L}]|$)`,
  String.raw`${W}(?<![\d/.-])${Y}[\s,-]+${M}[\s-]+${D}\b`,
  String.raw`${W}(?<![\d.,]|\d:)(?:${OTHER_DAY}(?:\s*${OTHER_MONTH})?${TO})?${D}\.?(?:\s+of)?[\s,./-]*${M}(?:[\s,./-]*${Y}|${SHORT_YEAR})?`,
  String.raw`${W}(?<!\p{L})(?:${OTHER_MONTH}\s*${OTHER_DAY}${TO}(?=${OTHER_MONTH}))?${M},?\s*(?:${OTHER_DAY}(?:[-–](?=\d)|${TO}(?=${OTHER_DAY},?\s*${Y.replace("<year>", ":")})))?${D}(?!\d|:\d|\s*[ap]\.?m\b)(?:[\s,.]*${Y}|\s*,?${SHORT_YEAR})?`,
  String.raw`${W}(?<![\d/.-])(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d\d(?!\d))${ENDS}`,
].map((form) => new RegExp(form, "giu"));
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T\d|$)/;

/** Zones of countries that write the month first, and of those that write the day first. */
const MONTH_FIRST = /\b(?:E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|Eastern|Pacific)\b/;
const DAY_FIRST =
  /\b(?:IST|PKT|NPT|BDT|BST|CES?T|EES?T|EAT|CAT|WAT|SAST|GST|TRT|MSK|AE[SD]T|ICT|WIB|GMT ?\+ ?\d)/;

/** Later years are of another calendar: 2082 Bikram Sambat. */
const LAST_YEAR = 2065;

/** Characters in which dates are looked for: some lines. */
const LONGEST = 3000;

interface Match extends Span {
  readonly readings: readonly StatedDay[];
  readonly order: "day" | "month" | null;
}

/**
 * The dates in a line, in order. The order of a numeric one is decided by what is there: a number above 12, full years after
 * dots (day first), its weekday, another date of the line or of `context`, a time zone. Else it is no day: never guessed.
 */
export function datesIn(words: string, context = ""): FoundDay[] {
  const apart = matchesIn(words);
  if (apart.every((match) => match.readings.length === 1)) {
    return apart.map(({ start, end, readings }) => ({ start, end, day: readings[0]! }));
  }
  const around = `${words}\n${context}`;
  const others = matchesIn(around);
  const order =
    others.find((match) => match.order !== null)?.order ??
    (MONTH_FIRST.test(around) ? "month" : DAY_FIRST.test(around) ? "day" : null);
  const sure = others.filter((match) => match.readings.length === 1).map((match) => match.readings[0]!);
  return apart.map(({ start, end, readings }) => {
    let left = readings;
    if (left.length > 1 && left[0]!.weekday !== null) left = left.filter(fallsOnWeekday);
    if (left.length > 1) {
      const same = left.filter((a) => sure.some((b) => a.month === b.month && a.day === b.day));
      if (same.length === 1) left = same;
      else if (order !== null) left = [left[order === "day" ? 0 : 1]!];
    }
    return { start, end, day: left.length === 1 ? left[0]! : null };
  });
}

/** Dates as they are written, from left to right, none within another. */
function matchesIn(words: string): Match[] {
  const line = words.slice(0, LONGEST);
  const matches: Match[] = FORMS.flatMap((form) =>
    [...line.matchAll(form)].flatMap((match) => matchOf(match) ?? []),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Match[] = [];
  for (const match of matches) if (match.start >= (apart.at(-1)?.end ?? 0)) apart.push(match);
  return apart;
}

/**
 * The first calendar day in the words, as YYYY-MM-DD, or null where there is none or it has no year. The day is the one
 * written: a time zone never moves it. "03/04/2025" is no day, "25/04/2025" is.
 */
export function statedDay(words: string): string | null {
  const found = calendarDay(words);
  return found && found.year !== null ? isoOf(found.year, found.month, found.day) : null;
}

/** As `statedDay`, with days that have no year. */
export function calendarDay(words: string): StatedDay | null {
  const compact = COMPACT.exec(words.trim());
  if (compact) return valid(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return datesIn(words).find((found) => found.day !== null)?.day ?? null;
}

/** YYYY-MM-DD of a day that exists between 1900 and 2199, or null. */
export function isoOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isoDay(dayNumber(`${iso.slice(0, 8)}01`) + day - 1) === iso ? iso : null;
}

function matchOf(match: RegExpMatchArray): Match | null {
  const groups = match.groups ?? {};
  const short = groups.short ?? groups.bare ?? (groups.year?.length === 2 ? groups.year : undefined);
  const year =
    short !== undefined
      ? (Number(short) < 70 ? 2000 : 1900) + Number(short)
      : groups.year === undefined
        ? null
        : Number(groups.year);
  // "26/03/12" may begin with its year
  if (short !== undefined && Number(short) < 13) return null;
  const weekday = WEEKDAYS.get(groups.weekday?.toLowerCase() ?? "") ?? null;
  let readings: (StatedDay | null)[];
  let order: Match["order"] = null;
  if (groups.first !== undefined) {
    const [a, b] = [Number(groups.first), Number(groups.second)];
    const dayFirst = valid(year, b, a, weekday);
    const monthFirst = a === b ? null : valid(year, a, b, weekday);
    const isDotted = groups.mark === "." && short === undefined;
    readings = isDotted ? [dayFirst] : [dayFirst, monthFirst];
    if (a !== b && (dayFirst === null) !== (monthFirst === null)) order = dayFirst ? "day" : "month";
  } else {
    const month = groups.monthNumber ?? MONTHS.get(groups.month!.toLowerCase());
    readings = [valid(year, Number(month), Number(groups.day), weekday)];
  }
  const days = readings.filter((day): day is StatedDay => day !== null);
  const start = match.index!;
  return days.length === 0 ? null : { start, end: start + match[0].length, readings: days, order };
}

function fallsOnWeekday({ year, month, day, weekday }: StatedDay): boolean {
  return year !== null && weekdayOf(dayNumber(isoOf(year, month, day)!)) === weekday;
}

function valid(
  year: number | null,
  month: number,
  day: number,
  weekday: number | null = null,
): StatedDay | null {
  return isoOf(year ?? 2024, month, day) === null || (year ?? 0) > LAST_YEAR
    ? null
    : { year, month, day, weekday };
}
