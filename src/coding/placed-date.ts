import type { Sentence } from "../language/sentence.js";
import { type DateInterval, dayNumber } from "../text/civil-date.js";
import type { DateExpression } from "../text/date-expression.js";
import type { Tense } from "../text/resolve-date.js";
import type { Span } from "../text/span.js";
import type { DateLexicon } from "./date-lexicon.js";

/** A date expression in its sentence: tokens `from` … `to` (excluded), the token it modifies, and the days it means. */
export interface PlacedDate {
  readonly expression: DateExpression;
  readonly from: number;
  readonly to: number;
  /** The token that the expression modifies; -1 where it stands alone. */
  readonly governor: number;
  /** The tense that it was read in. */
  readonly tense: Tense;
  readonly interval: DateInterval;
  /** The quarter of a year that it names by one told before ("a year earlier", "the quarter"); null for all others. */
  readonly quarter: DateInterval | null;
}

/** An interval and the words that say it. */
export interface DatedBy {
  readonly interval: DateInterval;
  readonly evidence: Span;
}

/** What is looked at to date a token: its sentence, the expressions in it, and the day of the report. */
export interface DatedSentence {
  readonly s: Sentence;
  readonly dates: readonly PlacedDate[];
  readonly published: DateInterval;
  readonly lexicon: DateLexicon;
}

export const dated = (d: PlacedDate): DatedBy => ({
  interval: d.interval,
  evidence: { start: d.expression.start, end: d.expression.end },
});

/** Words between a date and a token. */
export const distance = (d: PlacedDate, token: number): number =>
  token < d.from ? d.from - token : token >= d.to ? token - d.to + 1 : 0;

/** A stretch of fewer days is short. */
export const SHORT_DAYS = 9;

export function isShort(interval: DateInterval): boolean {
  if (interval.from === null || interval.to === null) return false;
  return Date.parse(interval.to) - Date.parse(interval.from) < SHORT_DAYS * 86_400_000;
}

/** What the telling can go on from: a day, a week, at most a month. */
export const isCarried = (interval: DateInterval): boolean =>
  interval.from !== null && interval.to !== null && days(interval) <= 31;

/** Days from the first to the last of an interval that is closed on both ends. */
export const days = (interval: DateInterval): number => dayNumber(interval.to!) - dayNumber(interval.from!);

/** Days before the report of which a report tells as news. */
const NEWS_DAYS = 7;

/** Whether what took place then is no news any more when the report appears. */
export const isOldNews = ({ to }: DateInterval, published: DateInterval): boolean =>
  to !== null && published.from !== null && dayNumber(published.from) - dayNumber(to) > NEWS_DAYS;
