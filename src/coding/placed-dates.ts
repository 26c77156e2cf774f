import { lower, type Sentence } from "../language/sentence.js";
import { type DateInterval, dayNumber, isoDay, UNKNOWN_DATE } from "../text/civil-date.js";
import { type DateExpression, isDating, type UnitCount } from "../text/date-expression.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { distanceFrom, resolveDate, type Tense } from "../text/resolve-date.js";
import type { Span } from "../text/span.js";
import { isAbout } from "./clause-scope.js";
import { governorOf } from "./date-governor.js";
import type { DateLexicon } from "./date-lexicon.js";
import { tenseAt } from "./expression-tense.js";
import type { ParsedReport } from "./parsed-report.js";
import { isCarried, isShort, type PlacedDate } from "./placed-date.js";
import { frameBefore, isNewSection, isTelling, type TimeFrame } from "./time-frame.js";

/** Finds the date expressions of each sentence, what they modify, and the days that they mean. */
export function placedDates(parsed: ParsedReport, lexicon: DateLexicon): PlacedDate[][] {
  const { report, sentences, passageOf } = parsed;
  const anchors: Anchors = {
    told: null,
    stretch: null,
    quarter: null,
    latest: null,
    month: null,
    old: null,
    frame: null,
    here: null,
  };
  const out: PlacedDate[][] = [];
  for (const [index, s] of sentences.entries()) {
    const isBody = report.passages[passageOf[index] ?? -1]?.kind === "body";
    if (isBody && isNewSection(parsed, index)) anchors.told = anchors.stretch = null;
    anchors.month = anchors.old = anchors.here = null;
    anchors.frame = frameBefore(parsed, out, index, lexicon);
    const placed = findDateExpressions(report.text, sentenceSpan(s)).flatMap(
      (e) => place(s, e, report.published, anchors, lexicon) ?? [],
    );
    out.push(coordinated(report.text, placed));
  }
  return out;
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
  /** What the sentence told last of an earlier year by that year. */
  old: OldYear | null;
  /** The time that the sentence goes on with. */
  frame: TimeFrame | null;
  /** The date that the sentence told last. */
  here: DateInterval | null;
}

interface OldYear {
  readonly interval: DateInterval;
  readonly governor: number;
  /** What follows goes on from it: it opens its sentence ("In 2019 …"), or is of what the sentence tells. */
  readonly isTold: boolean;
}

/** The place of an expression and its days; null where it is none. Notes in `anchors` what is counted from it. */
function place(
  s: Sentence,
  found: DateExpression,
  published: DateInterval,
  anchors: Anchors,
  lexicon: DateLexicon,
): PlacedDate | null {
  const range = tokensOf(s, found);
  const expression = range !== null && isWithin(s, found, range) ? asShift(found) : found;
  const quarter = anchors.quarter === null ? null : quarterBy(expression, anchors.quarter);
  if (range === null || (quarter === null && isOfQuarter(expression))) return null;
  if (isCounting(s, range.from)) return null;
  const at = { s, expression, ...range, lexicon };
  const governor = governorOf(at);
  const tense = tenseAt(at, governor);
  const base = (isCounted(expression) ? (anchors.month ?? anchors.stretch) : null) ?? anchors.told;
  const interval =
    (expression !== found && expression.kind === "shift"
      ? within(expression, anchors, published)
      : quarter) ??
    thatMonth(s, expression, range.from, anchors.latest) ??
    ofOldYear(expression, anchors, { governor, tense }, published) ??
    intervalOf(expression, published, tense, base);
  const placed = { expression, ...range, governor, tense, interval, quarter };
  noteYear(anchors, placed, range.from <= 1 || isTelling(s, placed, lexicon), published);
  note(anchors, placed, isAbout(s, governor), published);
  return placed;
}

/** "Collapsed | within weeks", but "within days of the raid", which the raid tells. */
const isWithin = (
  s: Sentence,
  { kind }: DateExpression,
  at: { readonly from: number; readonly to: number },
): boolean =>
  kind === "duration" && lower(s, at.from - 1) === "within" && !/^(?:of|after)$/i.test(s.form[at.to] ?? "");

const asShift = (e: DateExpression): DateExpression =>
  e.kind === "duration" ? { ...e, kind: "shift", direction: 1, anchor: "narrative" } : e;

/** "The truce that they signed in May collapsed | within weeks": from then on, as long as is said; unknown where no time is told. */
function within(
  { count }: { readonly count: UnitCount },
  { here, frame }: Anchors,
  { to }: DateInterval,
): DateInterval {
  const base = here ?? frame?.interval ?? UNKNOWN_DATE;
  const last = distanceFrom(count, 1, base).to;
  if (base.from === null || last === null || to === null || base.from > to) return UNKNOWN_DATE;
  return { from: base.from, to: last < to ? last : to, basis: "relative" };
}

/** "For the second time | this month" counts, and tells no time. */
const isCounting = (s: Sentence, from: number): boolean =>
  lower(s, from - 1) === "time" &&
  /^(?:the|a|for)$/.test(lower(s, from - 3)) &&
  (s.xpos[from - 2] === "JJ" || s.xpos[from - 2] === "CD");

/** Keeps what an earlier year is named of, and what goes on from it. */
function noteYear(
  anchors: Anchors,
  { expression: e, interval, governor }: PlacedDate,
  isTold: boolean,
  published: DateInterval,
): void {
  // "held until April last year, when …": what follows is of that April
  const from = interval.from ?? interval.to;
  const { to } = interval;
  if (from === null || to === null || published.from === null || e.kind === "duration") return;
  const year = (day: string) => day.slice(0, 4);
  const before = anchors.old?.interval.to ?? null;
  const goesOn = before !== null && year(from) <= year(before);
  if (year(to) < year(published.from) && (isYearNamed(e) || goesOn))
    anchors.old = { interval: { ...interval, from }, governor, isTold };
}

const isYearNamed = (e: DateExpression): boolean =>
  e.kind === "year" ||
  ("yearShift" in e && e.yearShift === -1) ||
  ("year" in e && e.year !== null && e.kind !== "season" && e.kind !== "quarter");

/** How many days after what the sentences before told of a date without a year goes on from it. */
const OLD_DAYS = 92;

/**
 * "In 2019 they struck the town on 26 February"; "In April 2025 gunmen killed 26. India struck on 7 May": a day or month without a year of the
 * year that is told of; null where none is.
 */
function ofOldYear(
  e: DateExpression,
  { old, frame }: Anchors,
  at: { readonly governor: number; readonly tense: Tense },
  published: DateInterval,
): DateInterval | null {
  if (at.tense !== "past" && at.tense !== "none") return null;
  if (e.kind !== "day" && e.kind !== "month" && e.kind !== "week-of-month" && e.kind !== "weekday-of-month")
    return null;
  if (e.year !== null || e.bound !== null || ("yearShift" in e && e.yearShift) || ("which" in e && e.which))
    return null;
  const here = old !== null && (old.governor === at.governor || old.isTold) ? old.interval : null;
  const { from, to } = here ?? (frame?.isOld && isCarried(frame.interval) ? frame.interval : UNKNOWN_DATE);
  if (from === null || to === null) return null;
  const nearest = resolveDate(e, published, at.tense, null);
  if (nearest.from === null || nearest.from <= to) return null;
  const year = Number(from.slice(0, 4));
  const candidates = [year, year + 1].map((y) => resolveDate({ ...e, year: y }, published, at.tense, null));
  const found = candidates.find((c) => c.to !== null && c.to >= from);
  if (found?.from == null || (published.to !== null && found.from > published.to)) return null;
  const days = dayNumber(found.from) - dayNumber(from);
  return here !== null || days <= OLD_DAYS ? { ...found, basis: "relative" } : null;
}

function note(
  anchors: Anchors,
  { expression: e, interval }: PlacedDate,
  isSaid: boolean,
  published: DateInterval,
): void {
  if (e.kind === "quarter") anchors.quarter = interval;
  if (interval.from === null) return;
  if ((e.kind === "month" || e.kind === "year") && !isShort(interval)) anchors.month = interval;
  if (!isDating(e)) return;
  anchors.latest = anchors.here = interval;
  if (!isSaid && isCarried(interval)) anchors.stretch = interval;
  // "agreed to speak again on Saturday. Shortly before midnight the guns fell silent": of the day told of, not of the one to come
  const isAhead = published.to !== null && interval.from > published.to;
  if (isShort(interval) && !((isSaid || isAhead) && anchors.told !== null)) anchors.told = interval;
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
