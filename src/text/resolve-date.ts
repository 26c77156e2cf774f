import { addMonths, civilOf, dayOf, daysIn, isCivil, mondayOf } from "./calendar.js";
import { type DateInterval, dayNumber, isoDay, UNKNOWN_DATE, weekdayOf } from "./civil-date.js";
import type { DateExpression, DateModifiers, UnitCount, Which } from "./date-expression.js";
import type { Season, TimeUnit } from "./date-words.js";
import { feastDay } from "./feasts.js";

/** Tense of the clause that an expression dates. `none`: no verb, or an infinitive that says nothing of time. */
export const TENSES = ["past", "present", "future", "none"] as const;
export type Tense = (typeof TENSES)[number];

/** Day numbers, both ends included; null is open. */
interface Days {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The days that an expression means, by the convention of news: the nearest such day not after publication, unless the
 * tense looks ahead.
 *
 * @param reference when the report appeared; where that is an interval the answer is as wide as the uncertainty
 * @param tense of the clause; `none` is read as past, but a bare date shortly ahead ("talks on March 3") is not pushed a year back
 * @param anchor the day that was told of before, for "the previous day", "two days later", "at dawn"; null where there is none
 * @returns basis `stated` where the words alone say the days, else `relative`; `UNKNOWN_DATE` where they cannot be resolved
 * @see docs/record.md, "Dates"
 */
export function resolveDate(
  e: DateExpression,
  reference: DateInterval,
  tense: Tense,
  anchor: DateInterval | null = null,
): DateInterval {
  if (isStated(e)) {
    const days = daysFor(e, 0, tense, anchor);
    return days === null ? UNKNOWN_DATE : interval(bounded(days, e, reference, tense), "stated");
  }
  if (needsAnchor(e)) {
    const days = anchored(e, anchor);
    return days === null ? UNKNOWN_DATE : interval(bounded(days, e, reference, tense), "relative");
  }
  const low = reference.from === null ? null : daysFor(e, dayNumber(reference.from), tense, anchor);
  const high = reference.to === null ? null : daysFor(e, dayNumber(reference.to), tense, anchor);
  if (low === null && high === null) return UNKNOWN_DATE;
  const hull: Days = { from: low === null ? null : low.from, to: high === null ? null : high.to };
  return interval(bounded(hull, e, reference, tense), "relative");
}

/** Whether the words alone say which days they mean. */
export function isStated(e: DateExpression): boolean {
  switch (e.kind) {
    case "day":
    case "month":
    case "feast":
    case "weekday-of-month":
    case "week-of-month":
    case "season":
    case "quarter":
      return e.year !== null;
    case "year":
    case "years":
      return true;
    case "range":
      return isStated(e.from) && isStated(e.to);
    default:
      return false;
  }
}

function needsAnchor(e: DateExpression): boolean {
  return e.kind === "clock" || e.kind === "part" || (e.kind === "shift" && e.anchor === "narrative");
}

function interval(days: Days, basis: "stated" | "relative"): DateInterval {
  if (days.from === null && days.to === null) return UNKNOWN_DATE;
  if (days.from !== null && days.to !== null && days.from > days.to) return UNKNOWN_DATE;
  return {
    from: days.from === null ? null : isoDay(days.from),
    to: days.to === null ? null : isoDay(days.to),
    basis,
  };
}

function isHour(e: DateModifiers & Pick<DateExpression, "kind">): boolean {
  return e.kind === "part" || e.kind === "clock" || (e.bound !== "since" && e.clock !== null);
}

/** Opens one end for "since", "until", "by", "before", "after". */
function bounded(days: Days, e: DateExpression, reference: DateInterval, tense: Tense): Days {
  const from = reference.from === null ? null : dayNumber(reference.from);
  const to = reference.to === null ? null : dayNumber(reference.to);
  // "shortly before dawn", "until midnight": some hour of that day
  if (isHour(e)) return days;
  switch (e.bound) {
    case "since":
    case "after": {
      if (tense === "future" || to === null || (days.from !== null && days.from > to))
        return { from: days.from, to: null };
      return { from: days.from, to };
    }
    case "until":
    case "by":
      return {
        from: tense === "future" && from !== null && (days.to === null || from <= days.to) ? from : null,
        to: days.to,
      };
    case "before":
      // "before the end of the year": any day of it
      if (e.mod === "end") return bounded(days, { ...e, bound: "by" }, reference, tense);
      return { from: null, to: days.from === null ? null : days.from - 1 };
    default:
      return days;
  }
}

// For one day of publication -------------------------------------------------------------------------------------------

function daysFor(
  e: DateExpression,
  reference: number,
  tense: Tense,
  anchor: DateInterval | null,
): Days | null {
  const ahead = looksAhead(e, tense);
  const plain = plainDays(e, reference, tense, ahead, anchor);
  if (plain === null) return null;
  const days = withPart(withMod(plain, e, reference), e);
  // nothing that has happened lies after the report
  const clip =
    !isStated(e) && tense === "past" && e.bound === null && days.to !== null && days.to > reference;
  if (!clip) return days;
  return days.from !== null && days.from > reference ? days : { from: days.from, to: reference };
}

function looksAhead(e: DateModifiers, tense: Tense): boolean {
  return (
    tense === "future" ||
    ((tense === "none" || tense === "present") && (e.bound === "by" || e.bound === "until"))
  );
}

function plainDays(
  e: DateExpression,
  reference: number,
  tense: Tense,
  ahead: boolean,
  anchor: DateInterval | null,
): Days | null {
  const now = civilOf(reference);
  switch (e.kind) {
    case "day": {
      const day = calendarDay(e, reference, ahead, tense);
      return day === null ? null : { from: day, to: day };
    }
    case "month": {
      const year = e.year ?? monthYear(e, reference, ahead, tense);
      return monthDays(year, e.month);
    }
    case "weekday-of-month": {
      const { from, to } = monthDays(e.year ?? monthYear(e, reference, ahead, tense), e.month);
      const days = Array.from({ length: to! - from! + 1 }, (_, i) => from! + i).filter(
        (d) => weekdayOf(d) === e.weekday,
      );
      const day = days.at(e.nth < 0 ? e.nth : e.nth - 1);
      return day === undefined ? null : { from: day, to: day };
    }
    case "week-of-month": {
      const { from, to } = monthDays(e.year ?? monthYear(e, reference, ahead, tense), e.month);
      const first = e.nth < 0 ? to! - 6 : from! + 7 * (e.nth - 1);
      return { from: first, to: Math.min(first + 6, to!) };
    }
    case "month-day": {
      const shift = e.monthShift ?? (ahead ? (e.day >= now.day ? 0 : 1) : e.day <= now.day ? 0 : -1);
      const month = civilOf(dayOf(now.year, now.month + shift, 1));
      if (!isCivil(month.year, month.month, e.day)) return null;
      const day = dayOf(month.year, month.month, e.day);
      return { from: day, to: day };
    }
    case "feast": {
      const day = e.year === null ? nearestFeast(e, reference, ahead, tense) : feastDay(e.name, e.year);
      return { from: day, to: day };
    }
    case "year":
      return { from: dayOf(e.year, 1, 1), to: dayOf(e.year, 12, 31) };
    case "years":
      return { from: dayOf(e.from, 1, 1), to: dayOf(e.to, 12, 31) };
    case "season":
      return seasonDays(e.season, e.year, e.which, reference, ahead);
    case "quarter": {
      const shifted = e.yearShift === null ? null : now.year + e.yearShift;
      const first = 3 * (e.quarter - 1) + 1;
      // "third-quarter results will be out": the one that has just ended
      const over = now.month - (first + 2);
      const year = e.year ?? shifted ?? now.year + (ahead ? (over > 3 ? 1 : 0) : over < -2 ? -1 : 0);
      return { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 1) - 1 };
    }
    case "weekday": {
      const day = weekday(e.weekday, e.which, e.week, reference, ahead, tense);
      return { from: day, to: day };
    }
    case "relative-day":
      return { from: reference + e.offset, to: reference + e.offset };
    case "unit":
      return unitDays(e.unit, e.which, reference, ahead);
    case "shift":
      return shiftedDays(reference, reference, e.count, e.direction, e.approximate);
    case "stretch":
      return stretchDays(e.count, e.direction, reference);
    case "overnight":
      return ahead ? { from: reference, to: reference + 1 } : { from: reference - 1, to: reference };
    case "range":
      return rangeDays(e.from, e.to, reference, tense, ahead, anchor);
    default:
      return null;
  }
}

/** Both ends of a range on the same side of publication: "Monday through Wednesday", "from November to January". */
function rangeDays(
  from: DateExpression,
  to: DateExpression,
  reference: number,
  tense: Tense,
  ahead: boolean,
  anchor: DateInterval | null,
): Days | null {
  if (isStated(from) && !isStated(to)) {
    const first = daysFor(from, reference, tense, anchor);
    if (first?.from == null) return null;
    const last = daysFor(to, first.from, "future", anchor);
    return last === null ? null : { from: first.from, to: last.to };
  }
  if (ahead && !isStated(to)) {
    const first = daysFor(from, reference, "future", anchor);
    if (first?.from == null) return null;
    const last = daysFor(to, first.from, "future", anchor);
    return last === null ? null : { from: first.from, to: last.to };
  }
  const last = daysFor(to, reference, tense, anchor);
  if (last?.to == null) return null;
  const first = daysFor(from, last.to, "past", anchor);
  return first === null ? null : { from: first.from, to: last.to };
}

const SOON_DAYS = 45;
const JUST_GONE_DAYS = 14;
/** How far ahead a date lies that something is due on: "ordered that he stay until March 6", "is payable Jan. 2". */
const DUE_DAYS = 100;

function isDue(e: DateModifiers, tense: Tense): boolean {
  return tense === "present" || e.bound === "by" || e.bound === "until";
}
const LONG_AGO_DAYS = 300;

/**
 * The nearest such day on the right side of publication; a weekday written beside it picks the year: this one, the last or the next. One
 * that fits none of them is a slip, as of years further off reports give the number.
 */
function calendarDay(
  e: Extract<DateExpression, { kind: "day" }>,
  reference: number,
  ahead: boolean,
  tense: Tense,
): number | null {
  if (e.year !== null) return isCivil(e.year, e.month, e.day) ? dayOf(e.year, e.month, e.day) : null;
  const now = civilOf(reference);
  if (e.yearShift !== null) {
    const year = now.year + e.yearShift;
    return isCivil(year, e.month, e.day) ? dayOf(year, e.month, e.day) : null;
  }
  const candidates: number[] = [];
  // 29 February may be eight years away
  for (let year = now.year - 8; year <= now.year + 8; year++) {
    if (isCivil(year, e.month, e.day)) candidates.push(dayOf(year, e.month, e.day));
  }
  const fitting = candidates.filter(
    (day) => weekdayOf(day) === e.weekday && Math.abs(civilOf(day).year - now.year) <= 1,
  );
  const next = candidates.find((day) => day >= reference) ?? null;
  const previous = candidates.findLast((day) => day <= reference) ?? null;
  if (fitting.length > 0) {
    if (ahead && next !== null && fitting.includes(next)) return next;
    if (!ahead && previous !== null && fitting.includes(previous)) return previous;
    const past = fitting.findLast((day) => day <= reference);
    if (tense === "past" && past !== undefined) return past;
    return fitting.reduce((a, b) => (Math.abs(a - reference) <= Math.abs(b - reference) ? a : b));
  }
  // a date just gone by is not put a year ahead because its clause looks ahead: "what began on Jan. 14 will go on"
  if (ahead) return previous !== null && reference - previous <= JUST_GONE_DAYS ? previous : next;
  if (tense !== "past" && next !== null && previous !== null) {
    if (next - reference <= SOON_DAYS && reference - previous > LONG_AGO_DAYS) return next;
  }
  if (isDue(e, tense) && next !== null && next - reference <= DUE_DAYS) return next;
  return previous;
}

function nearestFeast(
  { name, which }: Extract<DateExpression, { kind: "feast" }>,
  reference: number,
  ahead: boolean,
  tense: Tense,
): number {
  const { year } = civilOf(reference);
  if (which === 0) return feastDay(name, year);
  const days = [year - 1, year, year + 1].map((y) => feastDay(name, y));
  const next = days.find((day) => day >= reference)!;
  const soon = tense !== "past" && next - reference <= SOON_DAYS;
  if (which === 1 || (which === null && (ahead || soon))) return next;
  return days.findLast((day) => (which === null ? day <= reference : day < reference))!;
}

function monthYear(
  e: Extract<DateExpression, { kind: "month" | "weekday-of-month" | "week-of-month" }>,
  reference: number,
  ahead: boolean,
  tense: Tense,
): number {
  const { month, which, yearShift } = e;
  const now = civilOf(reference);
  if (yearShift !== null) return now.year + yearShift;
  if (which === -1) return month < now.month ? now.year : now.year - 1;
  if (which === 1) return month > now.month ? now.year : now.year + 1;
  if (which === 0) return now.year;
  if (ahead) return month >= now.month ? now.year : now.year + 1;
  if (month <= now.month) return now.year;
  const months = month - now.month;
  return months <= (isDue(e, tense) ? DUE_DAYS / 30 : tense === "past" ? 0 : 1) ? now.year : now.year - 1;
}

function monthDays(year: number, month: number): Days {
  const first = dayOf(year, month, 1);
  return { from: first, to: first + daysIn(year, month) - 1 };
}

const SEASON_MONTHS: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function seasonDays(
  season: Season,
  year: number | null,
  which: Which | null,
  reference: number,
  ahead: boolean,
): Days {
  const month = SEASON_MONTHS[season];
  if (year !== null) {
    // "winter 2024" begins or ends that year
    const from = season === "WI" ? dayOf(year - 1, 12, 1) : dayOf(year, month, 1);
    return { from, to: dayOf(season === "WI" ? year + 1 : year, ((month + 2) % 12) + 1, 1) - 1 };
  }
  const now = civilOf(reference);
  const of = (y: number): Days => ({ from: dayOf(y, month, 1), to: dayOf(y, month + 3, 1) - 1 });
  const years = [now.year - 2, now.year - 1, now.year, now.year + 1, now.year + 2].map(of);
  const current = years.find((d) => d.from! <= reference && reference <= d.to!);
  const before = years.findLast((d) => d.to! < reference)!;
  const after = years.find((d) => d.from! > reference)!;
  if (which === -1) return before;
  if (which === 1) return after;
  return (
    current ??
    (ahead || which === 0
      ? which === 0 && !ahead && civilOf(before.from!).year === now.year
        ? before
        : after
      : before)
  );
}

function weekday(
  day: number,
  which: Which | null,
  week: Which | null,
  reference: number,
  ahead: boolean,
  tense: Tense,
): number {
  const fromMonday = (day + 6) % 7;
  if (week !== null) return mondayOf(reference) + 7 * week + fromMonday;
  const back = (weekdayOf(reference) - day + 7) % 7;
  if (which === -1) return reference - (back === 0 ? 7 : back);
  if (which === 1) return reference + (back === 0 ? 7 : 7 - back);
  if (which === 0 && tense !== "past") return back === 0 ? reference : reference + 7 - back;
  return ahead ? (back === 0 ? reference : reference + 7 - back) : reference - back;
}

function unitDays(unit: TimeUnit, which: Which, reference: number, ahead: boolean): Days {
  const now = civilOf(reference);
  switch (unit) {
    case "week": {
      const monday = mondayOf(reference) + 7 * which;
      return { from: monday, to: monday + 6 };
    }
    case "weekend": {
      const saturday = mondayOf(reference) + 5;
      if (which === 0) {
        const from = ahead || saturday <= reference ? saturday : saturday - 7;
        return { from, to: from + 1 };
      }
      const from = which === 1 ? (saturday <= reference ? saturday + 7 : saturday) : saturday - 7;
      return { from, to: from + 1 };
    }
    case "month": {
      const first = civilOf(dayOf(now.year, now.month + which, 1));
      return monthDays(first.year, first.month);
    }
    case "quarter": {
      const first = 3 * Math.floor((now.month - 1) / 3) + 1 + 3 * which;
      return { from: dayOf(now.year, first, 1), to: dayOf(now.year, first + 3, 1) - 1 };
    }
    case "year":
      return { from: dayOf(now.year + which, 1, 1), to: dayOf(now.year + which, 12, 31) };
    case "decade":
    case "century": {
      const size = unit === "decade" ? 10 : 100;
      const first = size * (Math.floor(now.year / size) + which);
      return { from: dayOf(first, 1, 1), to: dayOf(first + size - 1, 12, 31) };
    }
    default:
      return { from: reference + which, to: reference + which };
  }
}

// Distances --------------------------------------------------------------------------------------------------------

/** Ends of a vague count ("recent months", "several years ago"), in units of its own; this project's convention. */
const VAGUE_MOST: Readonly<Record<TimeUnit, number>> = {
  second: 60,
  minute: 60,
  hour: 24,
  day: 14,
  night: 14,
  week: 8,
  weekend: 8,
  month: 12,
  quarter: 8,
  year: 10,
  decade: 5,
  century: 5,
};

function add(day: number, unit: TimeUnit, n: number): number {
  switch (unit) {
    case "second":
    case "minute":
    case "hour": {
      const hours = unit === "hour" ? n : n / (unit === "minute" ? 60 : 3600);
      return day + Math.sign(hours) * Math.ceil(Math.abs(hours) / 24);
    }
    case "week":
    case "weekend":
      return day + Math.round(7 * n);
    case "month":
    case "quarter":
    case "year":
    case "decade":
    case "century": {
      const months = n * { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
      const whole = Math.trunc(months);
      return addMonths(day, whole) + Math.round((months - whole) * 30);
    }
    default:
      return day + Math.round(n);
  }
}

/** Days either way that a distance leaves open: "two weeks ago" is some day of that week. */
function slack(unit: TimeUnit, n: number): number {
  switch (unit) {
    case "week":
    case "weekend":
      return 3;
    case "month":
      return 15;
    case "quarter":
      return 45;
    case "year":
      return 183;
    case "decade":
      return 1826;
    case "century":
      return 18_262;
    default:
      return n >= 10 ? 1 : 0;
  }
}

function shiftedDays(
  from: number,
  to: number,
  count: UnitCount,
  direction: -1 | 0 | 1,
  approximate: boolean,
): Days {
  const { unit, low } = count;
  if (direction === 0) return { from, to };
  if (unit === "hour" || unit === "minute" || unit === "second") {
    const far = add(0, unit, count.high ?? VAGUE_MOST[unit]);
    return direction < 0 ? { from: from - far, to } : { from, to: to + far };
  }
  const high = count.high ?? VAGUE_MOST[unit];
  const give = slack(unit, low) + (approximate && slack(unit, low) === 0 ? 1 : 0);
  const near = direction < 0 ? -low : low;
  const far = direction < 0 ? -high : high;
  const a = add(from, unit, Math.min(near, far)) - give;
  const b = add(to, unit, Math.max(near, far)) + give;
  return { from: a, to: b };
}

/**
 * So far before or after something dated: "five months after they seized the vessel". A week is give or take a day, a month or more as
 * in "two months ago".
 *
 * @returns basis `relative`; `UNKNOWN_DATE` where the base is open
 */
export function distanceFrom(count: UnitCount, direction: -1 | 0 | 1, base: DateInterval): DateInterval {
  if (base.from === null || base.to === null || direction === 0) return base;
  const [from, to] = [dayNumber(base.from), dayNumber(base.to)];
  if (count.unit !== "week" || count.high === null || count.high > 2)
    return interval(shiftedDays(from, to, count, direction, false), "relative");
  const [a, b] = [direction * 7 * count.low, direction * 7 * count.high];
  return interval({ from: from + Math.min(a, b) - 1, to: to + Math.max(a, b) + 1 }, "relative");
}

function stretchDays(count: UnitCount, direction: -1 | 1, reference: number): Days {
  const n = count.high ?? (count.vague ? VAGUE_MOST[count.unit] : count.low);
  const other = add(reference, count.unit, direction * n);
  return direction < 0 ? { from: other, to: reference } : { from: reference, to: other };
}

/** "The previous day", "two days later", "at dawn": from what was told before. */
function anchored(e: DateExpression, anchor: DateInterval | null): Days | null {
  if (anchor === null || anchor.from === null || anchor.to === null) return null;
  const from = dayNumber(anchor.from);
  const to = dayNumber(anchor.to);
  if (e.kind !== "shift") return withPart({ from, to }, e);
  const { unit, low } = e.count;
  if (e.direction === 0 || low === 1) {
    // "the same week", "the following month" are calendar units; "the next day" is a day
    if (unit === "week" || unit === "month" || unit === "quarter" || unit === "year" || unit === "weekend") {
      const a = unitDays(unit, e.direction, from, false);
      const b = unitDays(unit, e.direction, to, false);
      return { from: a.from, to: b.to };
    }
  }
  // "signed in August; four months later": of a month whole months are counted
  const whole = (day: number) => unitDays("month", 0, day, false);
  const { high } = e.count;
  if (unit === "month" && high !== null && whole(from).from === from && whole(from).to === to) {
    const steps = [low, high].map((n) => e.direction * n).sort((a, b) => a - b);
    const month = (n: number) => whole(add(from, unit, n));
    return { from: month(steps[0]!).from, to: month(steps[1]!).to };
  }
  return withPart(shiftedDays(from, to, e.count, e.direction, e.approximate), e);
}

// Modifiers --------------------------------------------------------------------------------------------------------

function withMod(days: Days, e: DateExpression, reference: number): Days {
  if (e.mod === null || days.from === null || days.to === null) return days;
  if (e.mod === "sofar")
    return { from: days.from, to: days.from <= reference ? Math.min(days.to, reference) : days.to };
  if (e.mod === "rest")
    return { from: days.to >= reference ? Math.max(days.from, reference) : days.from, to: days.to };
  const length = days.to - days.from + 1;
  if (length < 4) return days;
  const third = Math.ceil(length / 3);
  switch (e.mod) {
    case "start":
      return { from: days.from, to: days.from + third - 1 };
    case "mid":
      return { from: days.from + Math.floor(length / 3), to: days.to - Math.floor(length / 3) };
    default:
      return { from: days.to - third + 1, to: days.to };
  }
}

/** A night may end the next day; "overnight on Friday" (part night, mod start) is the night before or after. */
function withPart(days: Days, e: DateModifiers): Days {
  if (e.part !== "NI" || days.from === null || days.to === null) return days;
  if (e.mod === "start") return { from: days.from - 1, to: e.bound === null ? days.to + 1 : days.to };
  // "the night of 11/12 October" already names both days
  return { from: days.from, to: days.to > days.from ? days.to : days.to + 1 };
}
