import { civilOf, isoWeek } from "./calendar.js";
import { type DateInterval, dayNumber, isoDay } from "./civil-date.js";
import type { DateExpression, UnitCount } from "./date-expression.js";
import type { DayPart, TimeUnit } from "./date-words.js";
import { resolveDate, type Tense } from "./resolve-date.js";

/**
 * TIMEX3 value of an expression ("1998-08-07", "2000-W07", "P3D", "PAST_REF"), for scoring against TimeML corpora and for
 * export. `reference` is the day of publication, `YYYY-MM-DD`; `quarter`, where the expression names one by another ("a year
 * earlier" after "the third quarter").
 * @see ISO-TimeML; docs/record.md, "Dates"
 */
export function timexValue(
  e: DateExpression,
  reference: string,
  tense: Tense,
  quarter: DateInterval | null = null,
): string {
  if (quarter?.from) return unitValue("quarter", quarter.from, "");
  const published: DateInterval = { from: reference, to: reference, basis: "stated" };
  switch (e.kind) {
    case "duration":
    case "stretch":
      if (e.kind === "stretch" && e.count.vague && e.count.high === null)
        return `P${unitCode("X", e.count.unit)}`;
      return durationValue(e.count);
    case "set":
      if (e.weekday !== null)
        return `XXXX-WXX-${e.weekday === 0 ? 7 : e.weekday}${e.part === null ? "" : `T${e.part}`}`;
      if (e.month !== null) return `XXXX-${two(e.month)}`;
      return e.count === null ? "XXXX" : durationValue(e.count);
    case "vague":
      return { past: "PAST_REF", present: "PRESENT_REF", future: "FUTURE_REF" }[e.reference];
    case "overnight":
      return `${isoDay(dayNumber(reference) - 1)}TNI`;
    case "clock":
      return `${reference}T${e.clock ?? ""}`;
    case "part":
      return `${reference}T${e.part === null ? "" : partCode(e.part)}`;
    case "range":
      return timexValue(e.from, reference, tense);
    default: {
      const bare: DateExpression = { ...e, part: null, mod: null, clock: null, bound: null };
      const looksAhead: Tense = tense === "past" ? "none" : tense;
      const days = resolveDate(bare, published, looksAhead, published);
      if (days.from === null) return "";
      return calendarValue(e, days.from, days.to ?? days.from);
    }
  }
}

/** Noon and midday are an hour. */
const partCode = (part: DayPart) => (part === "MD" ? "12:00" : part);

function calendarValue(e: DateExpression, from: string, to: string): string {
  const { year, month } = civilOf(dayNumber(from));
  const time = e.clock !== null ? `T${e.clock}` : e.part !== null ? `T${partCode(e.part)}` : "";
  switch (e.kind) {
    case "month":
      return from.slice(0, 7);
    case "year":
      return from.slice(0, 4);
    case "years":
      return e.to - e.from >= 99
        ? from.slice(0, 2)
        : e.to - e.from === 9
          ? `${from.slice(0, 3)}X`
          : from.slice(0, 4);
    case "season":
      return `${e.year ?? year}-${e.season}`;
    case "quarter":
      return `${year}-Q${e.quarter}`;
    case "unit":
      return unitValue(e.unit, from, time);
    case "shift": {
      const unit = e.count.unit;
      if (e.count.vague) return e.direction < 0 ? "PAST_REF" : "FUTURE_REF";
      const middle = isoDay(Math.round((dayNumber(from) + dayNumber(to)) / 2));
      if (unit === "week") return weekValue(middle);
      if (unit === "month") return middle.slice(0, 7);
      if (unit === "year") return middle.slice(0, 4);
      if (unit === "decade") return `${middle.slice(0, 3)}X`;
      if (unit === "quarter") return `${year}-Q${Math.ceil(month / 3)}`;
      return `${middle}${time}`;
    }
    default:
      return `${from}${time}`;
  }
}

function unitValue(unit: TimeUnit, from: string, time: string): string {
  const { year, month } = civilOf(dayNumber(from));
  switch (unit) {
    case "week":
      return weekValue(from);
    case "weekend":
      return `${weekValue(from)}-WE`;
    case "month":
      return from.slice(0, 7);
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "year":
      return from.slice(0, 4);
    case "decade":
      return `${from.slice(0, 3)}X`;
    case "century":
      return from.slice(0, 2);
    default:
      return `${from}${time}`;
  }
}

function weekValue(day: string): string {
  const { year, week } = isoWeek(dayNumber(day));
  return `${year}-W${two(week)}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

const CODES: Readonly<Record<TimeUnit, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  night: "TNI",
  week: "W",
  weekend: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
};

function unitCode(n: string, unit: TimeUnit): string {
  const code = CODES[unit];
  return code.startsWith("T") && code !== "TNI" ? `T${n}${code.slice(1)}` : `${n}${code}`;
}

const HALVES: Partial<Record<TimeUnit, string>> = { year: "6M", hour: "30M", minute: "30S" };

function durationValue(count: UnitCount): string {
  if (count.vague) return `P${unitCode("X", count.unit)}`;
  if (count.unit === "decade") return `P${count.low * 10}Y`;
  if (count.unit === "century") return `P${count.low * 100}Y`;
  const whole = Math.trunc(count.low);
  const half = count.low === whole + 0.5 ? HALVES[count.unit] : undefined;
  // "two and a half years" is two years and six months
  if (half !== undefined)
    return whole === 0
      ? `P${half.startsWith("6") ? "" : "T"}${half}`
      : `P${unitCode(String(whole), count.unit)}${half}`;
  return `P${unitCode(String(count.low), count.unit)}`;
}
