import type { Sentence } from "../language/sentence.js";
import { type DateInterval, dayNumber, isoDay } from "../text/civil-date.js";
import { type DateExpression, isDating } from "../text/date-expression.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { resolveDate, type Tense } from "../text/resolve-date.js";
import type { Span } from "../text/span.js";
import { isAbout } from "./clause-scope.js";
import { governorOf } from "./date-governor.js";
import type { DateLexicon } from "./date-lexicon.js";
import { tenseAt } from "./expression-tense.js";
import type { ParsedReport } from "./parsed-report.js";
import { isCarried, isShort, type PlacedDate } from "./placed-date.js";
import { isNewSection } from "./told-dates.js";

/** Finds the date expressions of each sentence, what they modify, and the days that they mean. */
export function placedDates(parsed: ParsedReport, lexicon: DateLexicon): PlacedDate[][] {
  const { report, sentences, passageOf } = parsed;
  const anchors: Anchors = { told: null, stretch: null, quarter: null, latest: null, month: null, old: null };
  return sentences.map((s, index) => {
    const isBody = report.passages[passageOf[index] ?? -1]?.kind === "body";
    if (isBody && isNewSection(parsed, index)) anchors.told = anchors.stretch = anchors.old = null;
    anchors.month = null;
    const placed = findDateExpressions(report.text, sentenceSpan(s)).flatMap(
      (e) => place(s, index, e, report.published, anchors, lexicon) ?? [],
    );
    return coordinated(report.text, placed);
  });
}

/** What dates are counted from, as far as a report has been read. */
interface Anchors {
  /** The short date told last, to which the telling comes back: a day, not a year in passing. */
  told: DateInterval | null;
  /** The day or month told last, from which months and years are counted: "signed in August; four months later". */
  stretch: DateInterval | null;
  quarter: DateInterval | null;
  /** The date told last, whatever it is. */
  latest: DateInterval | null;
  /** The month or year that the sentence names. */
  month: DateInterval | null;
  /** What was told last of an earlier year by that year. */
  old: OldYear | null;
}

interface OldYear {
  readonly interval: DateInterval;
  readonly sentence: number;
  readonly governor: number;
  /** It opens its sentence: "In 2019 …". */
  readonly opens: boolean;
}

/** The place of an expression and its days; null where it is none. Notes in `anchors` what is counted from it. */
function place(
  s: Sentence,
  sentence: number,
  expression: DateExpression,
  published: DateInterval,
  anchors: Anchors,
  lexicon: DateLexicon,
): PlacedDate | null {
  const range = tokensOf(s, expression);
  const quarter = anchors.quarter === null ? null : quarterBy(expression, anchors.quarter);
  if (range === null || (quarter === null && isOfQuarter(expression))) return null;
  const at = { s, expression, ...range, lexicon };
  const governor = governorOf(at);
  const tense = tenseAt(at, governor);
  const base = (isCounted(expression) ? (anchors.month ?? anchors.stretch) : null) ?? anchors.told;
  const interval =
    quarter ??
    thatMonth(s, expression, range.from, anchors.latest) ??
    ofOldYear(expression, anchors.old, { sentence, governor, tense }, published) ??
    intervalOf(expression, published, tense, base);
  noteYear(anchors, expression, { interval, sentence, governor, opens: range.from <= 1 }, published);
  note(anchors, expression, interval, isAbout(s, governor));
  return { expression, ...range, governor, tense, interval, quarter };
}

/** Keeps what an earlier year is named of, and what goes on from it. */
function noteYear(anchors: Anchors, e: DateExpression, told: OldYear, published: DateInterval): void {
  // "held until April last year, when …": what follows is of that April
  const from = told.interval.from ?? told.interval.to;
  const to = told.interval.to;
  if (from === null || to === null || published.from === null || e.kind === "duration") return;
  const year = (day: string) => day.slice(0, 4);
  const before = anchors.old?.interval.to ?? null;
  const goesOn = before !== null && year(from) <= year(before);
  if (year(to) < year(published.from) && (isYearNamed(e) || goesOn))
    anchors.old = { ...told, interval: { ...told.interval, from } };
}

const isYearNamed = (e: DateExpression): boolean =>
  e.kind === "year" ||
  ("yearShift" in e && e.yearShift === -1) ||
  ("year" in e && e.year !== null && e.kind !== "season" && e.kind !== "quarter");

/** How many sentences, and days, after what was told of an earlier year a date without one goes on from it. */
const OLD_SENTENCES = 2;
const OLD_DAYS = 92;

/** Days before the report in which a day is news whatever was told of before. */
const FRESH_DAYS = 14;

/**
 * "In 2019 they struck the town on 26 February"; "In April 2025 gunmen killed 26. India struck on 7 May": a day or month without a year of the
 * year that was just told of; null where none was, or the day is news.
 */
function ofOldYear(
  e: DateExpression,
  old: OldYear | null,
  at: { readonly sentence: number; readonly governor: number; readonly tense: Tense },
  published: DateInterval,
): DateInterval | null {
  if (old?.interval.from == null || old.interval.to === null || at.tense !== "past") return null;
  if (e.kind !== "day" && e.kind !== "month" && e.kind !== "week-of-month" && e.kind !== "weekday-of-month")
    return null;
  if (e.year !== null || e.bound !== null || ("yearShift" in e && e.yearShift) || ("which" in e && e.which))
    return null;
  const nearest = resolveDate(e, published, at.tense, null);
  if (nearest.from === null || nearest.from <= old.interval.to || published.from === null) return null;
  const isHere = old.sentence === at.sentence;
  if (
    isHere
      ? old.governor !== at.governor && !old.opens
      : at.sentence - old.sentence > OLD_SENTENCES ||
        (!isShort(old.interval) && dayNumber(old.interval.to) - dayNumber(old.interval.from) > 31)
  )
    return null;
  if (!isHere && dayNumber(published.from) - dayNumber(nearest.from) <= FRESH_DAYS) return null;
  const year = Number(old.interval.from.slice(0, 4));
  const candidates = [year, year + 1].map((y) => resolveDate({ ...e, year: y }, published, at.tense, null));
  const found = candidates.find((c) => c.to !== null && c.to >= old.interval.from!);
  if (found?.from == null || (published.to !== null && found.from > published.to)) return null;
  const days = dayNumber(found.from) - dayNumber(old.interval.from);
  return isHere || days <= OLD_DAYS ? { ...found, basis: "relative" } : null;
}

function note(anchors: Anchors, e: DateExpression, interval: DateInterval, isSaid: boolean): void {
  if (e.kind === "quarter") anchors.quarter = interval;
  if (interval.from === null) return;
  if ((e.kind === "month" || e.kind === "year") && !isShort(interval)) anchors.month = interval;
  if (!isDating(e)) return;
  anchors.latest = interval;
  if (!isSaid && isCarried(interval)) anchors.stretch = interval;
  if (isShort(interval) && !(isSaid && anchors.told !== null)) anchors.told = interval;
}

const sentenceSpan = (s: Sentence): Span => ({ start: s.start[0] ?? 0, end: s.end[s.form.length - 1] ?? 0 });

/** Tokens that an expression covers, or null where it touches none. */
function tokensOf(s: Sentence, span: Span): { readonly from: number; readonly to: number } | null {
  let from = -1;
  let to = -1;
  for (let i = 0; i < s.form.length; i++) {
    if (s.end[i]! <= span.start || s.start[i]! >= span.end) continue;
    if (from < 0) from = i;
    to = i + 1;
  }
  return from < 0 ? null : { from, to };
}

/** "The quarter": said of a quarter told before, else of a town. */
const isOfQuarter = (e: DateExpression): boolean =>
  e.kind === "shift" && e.count.unit === "quarter" && e.direction === 0;

/** "The quarter", "a year earlier", "a year ago" where a quarter is told of: that quarter, or the same of another year. */
function quarterBy(e: DateExpression, quarter: DateInterval): DateInterval | null {
  if (isOfQuarter(e)) return quarter;
  if (e.kind !== "shift" || e.direction > 0) return null;
  if (e.count.unit !== "year" || e.count.low !== 1 || e.count.high !== 1) return null;
  const moved = (day: string | null) =>
    day === null ? null : `${Number(day.slice(0, 4)) + e.direction}${day.slice(4)}`;
  return { from: moved(quarter.from), to: moved(quarter.to), basis: "relative" };
}

/** "In March 2023 …; that September": the month of the year told of last. */
function thatMonth(
  s: Sentence,
  e: DateExpression,
  from: number,
  latest: DateInterval | null,
): DateInterval | null {
  if (e.kind !== "month" || e.year !== null || latest?.from == null) return null;
  if (!/^that$/i.test(s.form[from] ?? "") && !/^that$/i.test(s.form[from - 1] ?? "")) return null;
  return resolveDate({ ...e, year: Number(latest.from.slice(0, 4)) }, latest, "past", latest);
}

/** "In May, after …  the previous month", "two weeks later": counted from the month that the sentence names, else from what was told last. */
const isCounted = (e: DateExpression): boolean =>
  e.kind === "shift" && e.anchor === "narrative" && /^(week|month|year)$/.test(e.count.unit);

/**
 * "A day earlier" with no date told before: counted from the lead of the report, which tells of its day or the day before.
 */
export function intervalOf(
  e: DateExpression,
  published: DateInterval,
  tense: Tense,
  told: DateInterval | null,
): DateInterval {
  const backward = e.kind === "shift" && e.anchor === "narrative" && e.direction <= 0;
  if (told !== null || !backward || published.from === null) return resolveDate(e, published, tense, told);
  const lead: DateInterval = { ...published, from: isoDay(dayNumber(published.from) - 1) };
  const interval = resolveDate(e, published, tense, lead);
  return interval.basis === "unknown" ? interval : { ...interval, basis: "inferred" };
}

/** "On Tuesday and Wednesday" is one stretch told of twice: both words mean both days. */
function coordinated(text: string, placed: readonly PlacedDate[]): PlacedDate[] {
  const out = [...placed];
  for (let i = 0; i + 1 < out.length; i++) {
    const a = out[i]!;
    const b = out[i + 1]!;
    const between = text.slice(a.expression.end, b.expression.start);
    if (!/^\s*(?:,|,?\s*(?:and|or))\s+(?:on\s+)?$/.test(between) || a.expression.kind !== b.expression.kind)
      continue;
    if (!isDating(a.expression) || !isShort(a.interval) || !isShort(b.interval)) continue;
    const [from, to] = [a.interval.from!, b.interval.to!];
    const [low, high] = from <= to ? [from, to] : [b.interval.from!, a.interval.to!];
    const interval: DateInterval = { from: low, to: high, basis: a.interval.basis };
    if (!isShort(interval)) continue;
    out[i] = { ...a, interval };
    out[i + 1] = { ...b, interval, governor: a.governor };
  }
  return out;
}
