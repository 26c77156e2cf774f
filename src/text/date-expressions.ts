import type {
  DateBound,
  DateExpression,
  DateMeaning,
  DateMod,
  DateModifiers,
  UnitCount,
  Which,
} from "./date-expression.js";
import { type DateTokens, dateTokens, digits, glued, isCapital, isDash } from "./date-tokens.js";
import {
  type DayPart,
  MONTHS,
  NUMBERS,
  ORDINALS,
  PARTS,
  SEASON_WORDS,
  SHORT_WEEKDAYS,
  type TimeUnit,
  UNITS,
  WEEKDAYS,
} from "./date-words.js";
import { FEAST_WORDS } from "./feasts.js";
import type { Span } from "./span.js";

/** An expression over tokens `from` … `to`, `to` excluded, while it is being read. */
interface Draft {
  readonly from: number;
  readonly to: number;
  readonly meaning: DateMeaning;
  readonly part?: DayPart;
  readonly mod?: DateMod;
  readonly clock?: string;
  readonly approximate?: boolean;
}

/**
 * All expressions of `span` that say when, in order, not overlapping. Linear in the length of the span: every rule looks
 * a bounded number of words ahead. The wordings are those of English news; "Sunday Times", "Black Friday", "6th of
 * October Bridge" and "M23" are names and are left alone.
 */
export function findDateExpressions(text: string, span: Span): DateExpression[] {
  const t = dateTokens(text, span);
  const out: DateExpression[] = [];
  for (let i = 0; i < t.low.length; ) {
    const draft = startsDate(t, i) ? withRange(t, read(t, i)) : null;
    if (draft === null || draft.to <= i) {
      i++;
      continue;
    }
    if (!isName(t, draft)) out.push(expressionOf(t, draft));
    i = draft.to;
  }
  return out;
}

const OTHER_STARTERS: ReadonlySet<string> = new Set(
  (
    "the this last next past coming previous following preceding recent earlier later late early mid same that these " +
    "yesterday today tonight tomorrow overnight now currently recently lately soon nowadays previously previous current future " +
    "every each daily weekly monthly yearly annually annual nightly hourly biweekly quarterly fortnightly " +
    "several few many half dozens couple about around roughly nearly almost more less at up over just some approximately " +
    "latest first second third fourth beginning start end middle hours days weeks months years decades centuries minutes nights " +
    "weekslong monthslong yearslong dayslong hourslong weeklong daylong monthlong yearlong nightlong hourlong decadelong decadeslong " +
    "twenties thirties forties fifties sixties seventies eighties nineties fortnight weekend midnight noon dawn dusk day week month year upcoming"
  ).split(" "),
);

function startsDate(t: DateTokens, i: number): boolean {
  const w = t.low[i]!;
  if (!Number.isNaN(digits(t, i)))
    return i === 0 || !glued(t, i - 1) || !/[$€£.,:#\p{L}\d]/u.test(t.low[i - 1]!);
  return (
    OTHER_STARTERS.has(w) ||
    MONTHS.has(w) ||
    WEEKDAYS.has(w) ||
    NUMBERS.has(w) ||
    PARTS.has(w) ||
    SEASON_WORDS.has(w) ||
    FEAST_WORDS.has(w)
  );
}

function expressionOf(t: DateTokens, d: Draft): DateExpression {
  const modifiers: DateModifiers = {
    part: d.part ?? null,
    mod: d.mod ?? null,
    clock: d.clock ?? null,
    bound: boundOf(t, d),
    approximate: d.approximate ?? false,
  };
  return { start: t.start[d.from]!, end: t.end[d.to - 1]!, ...modifiers, ...d.meaning };
}

const POINTS_OF_DAY = "dawn daybreak sunrise noon midday dusk sunset nightfall midnight iftar".split(" ");

const BOUNDS: ReadonlyMap<string, DateBound> = new Map([
  ["since", "since"],
  ["until", "until"],
  ["till", "until"],
  ["by", "by"],
  ["before", "before"],
  ["after", "after"],
]);

/** "since Friday", but not "since Friday's attack", where the day belongs to the attack. */
function boundOf(t: DateTokens, d: Draft): DateBound | null {
  const { kind } = d.meaning;
  if (kind === "duration" || kind === "set" || kind === "vague" || kind === "range") return null;
  if (isApostrophe(t.low[d.to]) && glued(t, d.to - 1)) return null;
  // "shortly before dawn on Thursday": on that day
  if (isOneOf(t, d.from, ...POINTS_OF_DAY)) return null;
  const bound = BOUNDS.get(t.low[d.from - 1] ?? "") ?? null;
  if (bound === null && isOneOf(t, d.to, "onward", "onwards")) return "since";
  return bound;
}

function isApostrophe(w: string | undefined): boolean {
  return w === "'" || w === "’" || w === "‘";
}

function isOneOf(t: DateTokens, i: number, ...words: string[]): boolean {
  const w = t.low[i];
  return w !== undefined && words.includes(w);
}

// Names that hold a date -----------------------------------------------------------------------------------------

const NAMED_AFTER: ReadonlySet<string> = new Set(
  (
    "times mail telegraph express mirror herald star post tribune independent observer mosque street road avenue bridge square city airport " +
    "brigade brigades battalion movement group party forces front army revolution war uprising university school hospital hotel camp " +
    "alliance coalition palace club island agreement"
  ).split(" "),
);
const NAMED_BEFORE: ReadonlySet<string> = new Set(
  "black bloody good easter palm ash maundy holy shrove super cyber giving casual freaky spy girl man".split(
    " ",
  ),
);

/** "Sunday Times", "Black Friday", "March 23 Movement", "6th of October Bridge", "October Revolution". */
function isName(t: DateTokens, d: Draft): boolean {
  const { kind } = d.meaning;
  if (kind !== "weekday" && kind !== "day" && kind !== "month" && kind !== "feast") return false;
  if (isCapital(t, d.to) && NAMED_AFTER.has(t.low[d.to]!)) return true;
  if (kind === "day" || kind === "feast" || !isCapital(t, d.from - 1)) return false;
  return NAMED_BEFORE.has(t.low[d.from - 1]!);
}

// Ranges ----------------------------------------------------------------------------------------------------------

const RANGE_KINDS: ReadonlySet<string> = new Set([
  "day",
  "month",
  "year",
  "weekday",
  "relative-day",
  "month-day",
]);

/** "Monday through Wednesday", "from Feb 3 to Feb 9", "between May and August", "Thursday night into Friday". */
function withRange(t: DateTokens, d: Draft | null): Draft | null {
  if (d === null || !RANGE_KINDS.has(d.meaning.kind)) return d;
  const before = t.low[d.from - 1];
  const word = t.low[d.to];
  const joins =
    word === "through" ||
    word === "thru" ||
    word === "to" ||
    isDash(word) ||
    (isOneOf(t, d.to, "until", "till") && before === "from") ||
    (word === "and" && before === "between") ||
    (word === "into" && (d.part === "NI" || d.part === "EV"));
  if (!joins) return d;
  let j = d.to + 1;
  while (isOneOf(t, j, "on", "the")) j++;
  const other = startsRangeEnd(t, j) ? read(t, j) : null;
  if (other === null || !RANGE_KINDS.has(other.meaning.kind)) return d;
  const kinds = [d.meaning.kind, other.meaning.kind];
  // "moved from Monday to 2026" and "Sunday to June" are not one stretch
  const same =
    kinds[0] === kinds[1] ||
    kinds.every((k) => k === "day" || k === "weekday" || k === "relative-day" || k === "month-day");
  const monthToDay = kinds.every((k) => k === "month" || k === "day" || k === "year" || k === "relative-day");
  if (!same && !monthToDay) return d;
  return {
    from: d.from,
    to: other.to,
    meaning: { kind: "range", from: expressionOf(t, withoutMod(d)), to: expressionOf(t, other) },
  };
}

/** "Overnight between Saturday and Sunday" is that night alone. */
function withoutMod(d: Draft): Draft {
  const { mod: _, ...rest } = d;
  return d.part === "NI" ? rest : d;
}

function startsRangeEnd(t: DateTokens, i: number): boolean {
  return i < t.low.length && (startsDate(t, i) || (!Number.isNaN(digits(t, i)) && isDash(t.low[i - 1])));
}

// One expression ---------------------------------------------------------------------------------------------------

function read(t: DateTokens, i: number): Draft | null {
  return withQuarter(t, readModified(t, i) ?? readCore(t, i));
}

/** "Last year's third quarter", "1998's first quarter", "the 1998 first quarter". */
function withQuarter(t: DateTokens, d: Draft | null): Draft | null {
  const { meaning } = d ?? {};
  const isYear = meaning?.kind === "year" || (meaning?.kind === "unit" && meaning.unit === "year");
  if (d === null || !isYear) return d;
  const at = isApostrophe(t.low[d.to]) && t.low[d.to + 1] === "s" ? d.to + 2 : d.to;
  const quarter = readOrdinal(t, at, d.from);
  if (quarter?.meaning.kind !== "quarter" || quarter.meaning.year !== null) return d;
  const year = meaning.kind === "year" ? meaning.year : null;
  return {
    ...quarter,
    meaning: { ...quarter.meaning, year, yearShift: meaning.kind === "unit" ? meaning.which : null },
  };
}

const PLAIN: Pick<UnitCount, "vague"> = { vague: false };

function one(unit: TimeUnit): UnitCount {
  return { unit, low: 1, high: 1, ...PLAIN };
}

/** "early on Monday", "mid-October", "the end of the month", "the night of Oct 11", "overnight on Friday", "3 a.m. on Monday". */
function readModified(t: DateTokens, i: number): Draft | null {
  const the = t.low[i] === "the" ? 1 : 0;
  let j = i + the;
  const w = t.low[j];
  const after = (k: number): number => {
    let m = k;
    if (isDash(t.low[m]) && glued(t, m - 1)) m++;
    else if (isOneOf(t, m, "on", "in", "of")) m++;
    if (t.low[m] === "the" && !isOneOf(t, m + 1, "past", "last")) m++;
    return m;
  };
  if (w === "early" || w === "late" || w === "mid" || (w === "middle" && t.low[j + 1] === "of")) {
    j++;
    let part: DayPart | undefined = PARTS.get(t.low[j] ?? "");
    if (part !== undefined) {
      j++;
      if (isOneOf(t, j, "hours")) j++;
    } else if (w === "early" && isOneOf(t, j, "hours")) {
      part = "MO";
      j++;
    }
    const core = readTarget(t, after(j));
    if (core !== null) {
      const dayLike = isDayLike(core.meaning);
      if (!dayLike && !isSpanLike(core.meaning)) return null;
      const mod: DateMod = w === "early" ? "start" : w === "late" ? "end" : "mid";
      return { ...core, from: i, mod, ...(part === undefined ? {} : { part }) };
    }
    if (
      part !== undefined &&
      (w === "early" || w === "late") &&
      (the === 1 || PARTS.get(t.low[j - 1]!) === part)
    ) {
      return { from: i, to: j, meaning: { kind: "part" }, part };
    }
    return null;
  }
  if (w === "earlier" || w === "later") {
    const k = after(j + 1);
    if (
      isOneOf(t, j + 1, "in", "on") ||
      isOneOf(t, j + 1, "this", "last", "that", "today", "yesterday", "the") ||
      WEEKDAYS.has(t.low[j + 1] ?? "")
    ) {
      const inTheDay = t.low[k] === "day" || (t.low[k] === "that" && t.low[k + 1] === "day");
      if (inTheDay) {
        return {
          from: i,
          to: t.low[k] === "day" ? k + 1 : k + 2,
          meaning: {
            kind: "shift",
            count: { unit: "day", low: 0, high: 0, vague: false },
            direction: 0,
            anchor: "narrative",
          },
        };
      }
      const unit = UNITS.get(t.low[k] ?? "");
      if (unit !== undefined && t.low[k - 1] === "the") {
        return {
          from: i,
          to: k + 1,
          meaning: { kind: "unit", unit, which: 0 },
          mod: w === "earlier" ? "sofar" : "rest",
        };
      }
      const core = readTarget(t, k);
      if (core === null) return null;
      return isSpanLike(core.meaning)
        ? { ...core, from: i, mod: w === "earlier" ? "sofar" : "rest" }
        : isDayLike(core.meaning)
          ? { ...core, from: i }
          : null;
    }
    return null;
  }
  if (isOneOf(t, j, "beginning", "start", "end", "close") && t.low[j + 1] === "of") {
    const k = after(j + 1);
    const mod: DateMod = w === "end" || w === "close" ? "end" : "start";
    const unit = UNITS.get(t.low[k] ?? "");
    if (unit !== undefined && t.low[k - 1] === "the" && unit !== "day" && unit !== "night") {
      return { from: i, to: k + 1, meaning: { kind: "unit", unit, which: 0 }, mod };
    }
    const core = readTarget(t, k);
    return core !== null && isSpanLike(core.meaning) ? { ...core, from: i, mod } : null;
  }
  if (the === 1 && isOneOf(t, j, "first", "second") && t.low[j + 1] === "half" && t.low[j + 2] === "of") {
    const core = readTarget(t, after(j + 2));
    if (core === null || !isSpanLike(core.meaning)) return null;
    return { ...core, from: i, mod: w === "first" ? "start" : "end" };
  }
  const part = PARTS.get(w ?? "");
  if (part !== undefined && w !== undefined && !w.endsWith("s")) {
    // "the night of Oct 11", "the night between Sunday and Monday", "overnight from Thursday to Friday", "dawn on Tuesday"
    const link = isOneOf(t, j + 1, "of", "on", "between", "from", "to", "into");
    const core =
      link || w === "overnight" || w === "midnight" || w === "noon"
        ? withRange(t, readTarget(t, after(j + 1) + (link && !isOneOf(t, j + 1, "of", "on", "in") ? 1 : 0)))
        : null;
    if (core !== null && isDayLike(core.meaning)) {
      // "overnight on Friday", "overnight into Friday": the night that ends or begins on Friday
      const around = w === "overnight" && core.part === undefined && core.meaning.kind !== "range";
      return { ...core, from: i, part: core.part ?? part, ...(around ? { mod: "start" as const } : {}) };
    }
    if (w === "overnight") {
      if (t.low[j + 1] === "into" || isDash(t.low[j + 1]))
        return { from: i, to: j + 1, meaning: { kind: "overnight" } };
      return { from: i, to: j + 1, meaning: { kind: "overnight" } };
    }
    if (the === 0 && /^(dawn|daybreak|sunrise|noon|midday|midnight|dusk|sunset|nightfall)$/.test(w)) {
      if (!isOneOf(t, i - 1, "at", "before", "after", "around", "by", "since", "until")) return null;
      return { from: i, to: j + 1, meaning: { kind: "part" }, part };
    }
  }
  const time = readClock(t, j);
  if (time !== null && the === 0) {
    let k = time.to;
    if (t.low[k] === "(") {
      // "3 a.m. (0000 GMT) on Monday"
      let m = k + 1;
      while (m < k + 8 && m < t.low.length && t.low[m] !== ")") m++;
      if (t.low[m] === ")") k = m + 1;
    }
    if (t.low[k] === ",") k++;
    const core = readTarget(t, after(k));
    if (core !== null && isDayLike(core.meaning) && core.clock === undefined)
      return { ...core, from: i, clock: time.clock };
    return { from: i, to: time.to, meaning: { kind: "clock" }, clock: time.clock };
  }
  return null;
}

/** What a modifier may stand before: a core, or a bare year ("early 2024"). */
function readTarget(t: DateTokens, i: number): Draft | null {
  if (i >= t.low.length) return null;
  const core = readCore(t, i);
  if (core !== null) return core;
  const year = yearAt(t, i);
  return year === null ? null : { from: i, to: i + 1, meaning: { kind: "year", year } };
}

function isDayLike(m: DateMeaning): boolean {
  return (
    m.kind === "day" ||
    m.kind === "weekday" ||
    m.kind === "relative-day" ||
    m.kind === "month-day" ||
    m.kind === "feast" ||
    (m.kind === "shift" && m.count.unit === "day") ||
    (m.kind === "range" && isDayLike(m.to)) ||
    (m.kind === "unit" && (m.unit === "night" || m.unit === "weekend"))
  );
}

function isSpanLike(m: DateMeaning): boolean {
  return (
    m.kind === "month" ||
    m.kind === "year" ||
    m.kind === "years" ||
    m.kind === "season" ||
    m.kind === "quarter" ||
    m.kind === "unit" ||
    (m.kind === "shift" && m.count.unit !== "day")
  );
}

/** "Nineteen ninety-six", "nineteen eighty", "two thousand one": a year as it is spoken. */
function readSpokenYear(t: DateTokens, i: number): Draft | null {
  const number = (k: number): number => NUMBERS.get(t.low[k] ?? "")?.[0] ?? Number.NaN;
  const century =
    t.low[i] === "nineteen" ? 1900 : t.low[i] === "two" && t.low[i + 1] === "thousand" ? 2000 : null;
  if (century === null) return null;
  const at = century === 2000 ? i + 2 : i + 1;
  const tens = number(at);
  const dash = isDash(t.low[at + 1]) ? 1 : 0;
  const ones = number(at + 1 + dash);
  const both = tens >= 20 && tens % 10 === 0 && ones < 10;
  // "the year two thousand"
  const round = century === 2000 && Number.isNaN(tens) && t.low[i - 1] === "year";
  const rest = round ? 0 : both ? tens + ones : tens;
  const to = round ? at : both ? at + 2 + dash : at + 1;
  const isCount = UNITS.has(t.low[to] ?? "") || isOneOf(t, to, "hundred", "thousand", "percent", "people");
  if (!(century === 1900 ? rest >= 10 && rest < 100 : rest < 30) || isCount) return null;
  return { from: i, to, meaning: { kind: "year", year: century + rest } };
}

function readCore(t: DateTokens, i: number): Draft | null {
  const w = t.low[i]!;
  const spoken = readSpokenYear(t, i);
  if (spoken !== null) return spoken;
  if (!Number.isNaN(digits(t, i))) return readNumeric(t, i) ?? readOrdinal(t, i, i) ?? readQuantity(t, i);
  const feast = readFeast(t, i, i, null);
  if (feast !== null) return feast;
  const plain = readPlain(t, i);
  if (plain !== null) return plain;
  if (MONTHS.has(w)) return readMonth(t, i, null);
  if (WEEKDAYS.has(w)) return readWeekday(t, i, null);
  if (w === "the") return readThe(t, i);
  if (w === "every" || w === "each") return readEvery(t, i);
  if (w === "year") return readYearAgo(t, i, i) ?? readYearEnd(t, i, i);
  return readWhich(t, i) ?? readOrdinal(t, i, i) ?? readSeason(t, i, i, null) ?? readQuantity(t, i);
}

// Words that stand alone ---------------------------------------------------------------------------------------------

function relativeDay(offset: number): DateMeaning {
  return { kind: "relative-day", offset };
}

const PLAIN_WORDS: ReadonlyMap<string, DateMeaning> = new Map<string, DateMeaning>([
  ["yesterday", relativeDay(-1)],
  ["today", relativeDay(0)],
  ["tonight", relativeDay(0)],
  ["tomorrow", relativeDay(1)],
  ["now", { kind: "vague", reference: "present" }],
  ["nowadays", { kind: "vague", reference: "present" }],
  ["currently", { kind: "vague", reference: "present" }],
  ["recently", { kind: "vague", reference: "past" }],
  ["lately", { kind: "vague", reference: "past" }],
  ["daily", { kind: "set", count: one("day"), weekday: null, month: null }],
  ["nightly", { kind: "set", count: one("night"), weekday: null, month: null }],
  ["hourly", { kind: "set", count: one("hour"), weekday: null, month: null }],
  ["weekly", { kind: "set", count: one("week"), weekday: null, month: null }],
  ["monthly", { kind: "set", count: one("month"), weekday: null, month: null }],
  ["yearly", { kind: "set", count: one("year"), weekday: null, month: null }],
  ["annually", { kind: "set", count: one("year"), weekday: null, month: null }],
  ["nightlong", { kind: "duration", count: one("night") }],
  ["daylong", { kind: "duration", count: one("day") }],
  ["weeklong", { kind: "duration", count: one("week") }],
  ["monthlong", { kind: "duration", count: one("month") }],
  ["yearlong", { kind: "duration", count: one("year") }],
  ["hourlong", { kind: "duration", count: one("hour") }],
]);

const MANY_LONG = /^(hours|days|weeks|months|years|decades)long$/;

function readPlain(t: DateTokens, i: number): Draft | null {
  const w = t.low[i]!;
  const meaning = PLAIN_WORDS.get(w);
  if (meaning !== undefined) {
    // "Daily Star", "the Weekly": names of papers
    if (meaning.kind === "set" && isCapital(t, i)) return null;
    const to = i + 1;
    if (w === "tonight") return withDayTail(t, { from: i, to, meaning, part: "NI" });
    if (meaning.kind === "relative-day") return withDayTail(t, { from: i, to, meaning });
    return { from: i, to, meaning };
  }
  const long = MANY_LONG.exec(w);
  if (long !== null) {
    return { from: i, to: i + 1, meaning: { kind: "duration", count: severalOf(UNITS.get(long[1]!)!) } };
  }
  return null;
}

function severalOf(unit: TimeUnit): UnitCount {
  return { unit, low: 2, high: null, vague: true };
}

// Day and month ------------------------------------------------------------------------------------------------------

/** A year of four digits that the calendar of news can hold, not a part of a longer number. */
function yearAt(t: DateTokens, i: number): number | null {
  const w = t.low[i];
  if (w === undefined || w.length !== 4) return null;
  const year = digits(t, i);
  if (Number.isNaN(year) || year < 1000 || year > 2100) return null;
  if (
    glued(t, i) &&
    (/^[%°\p{L}]/u.test(t.low[i + 1]!) ||
      ((t.low[i + 1] === "." || t.low[i + 1] === ",") && glued(t, i + 1) && !Number.isNaN(digits(t, i + 2))))
  )
    return null;
  if (i > 0 && glued(t, i - 1) && /[$€£.,#\p{L}]/u.test(t.low[i - 1]!)) return null;
  return year;
}

/** A day of the month, with or without "th"; `next` is the token after. */
function dayAt(
  t: DateTokens,
  i: number,
): { readonly day: number; readonly next: number; readonly ordinal: boolean } | null {
  const w = t.low[i];
  const day = digits(t, i);
  if (w === undefined || w.length > 2 || Number.isNaN(day) || day < 1 || day > 31) return null;
  if (glued(t, i) && isOneOf(t, i + 1, "st", "nd", "rd", "th")) return { day, next: i + 2, ordinal: true };
  // "3.5", "10,000", "20:30", "5%", "5km" are no days
  if (glued(t, i)) {
    const n = t.low[i + 1]!;
    if (n === "%" || n === "°" || /^\p{L}/u.test(n)) return null;
    if ((n === "." || n === "," || n === ":") && glued(t, i + 1) && !Number.isNaN(digits(t, i + 2)))
      return null;
  }
  return { day, next: i + 1, ordinal: false };
}

/** The month of token `i` and the token after its stop; null for "may march" and other words that only look like one. */
function monthAt(
  t: DateTokens,
  i: number,
): { readonly month: number; readonly next: number; readonly short: boolean } | null {
  const w = t.low[i];
  const month = w === undefined ? undefined : MONTHS.get(w);
  if (w === undefined || month === undefined) return null;
  const ambiguous = w === "may" || w === "march" || w === "august" || w === "mar" || w === "dec";
  const short = w.length <= 4 && w !== "may" && w !== "june" && w !== "july";
  if (!isCapital(t, i) && (ambiguous || short)) return null;
  const stop = short && t.low[i + 1] === "." && glued(t, i);
  return { month, next: stop ? i + 2 : i + 1, short };
}

/** "2026", ", 2026", "of 2026", "last year", "of last year", "this year", "next year" after a day or month. */
function yearTail(
  t: DateTokens,
  i: number,
): { readonly year: number | null; readonly shift: Which | null; readonly next: number } {
  let j = i;
  if (t.low[j] === "," || t.low[j] === "of") j++;
  if (isDash(t.low[j]) && glued(t, j - 1) && glued(t, j)) j++;
  const year = yearAt(t, j);
  if (year !== null && year >= 1000 && !isRangeYear(t, j)) return { year, shift: null, next: j + 1 };
  j = i + (t.low[i] === "of" ? 1 : 0);
  const spoken = readSpokenYear(t, j);
  if (spoken?.meaning.kind === "year") return { year: spoken.meaning.year, shift: null, next: spoken.to };
  const which = WHICH.get(t.low[j] ?? "");
  if (which !== undefined && t.low[j + 1] === "year" && !isApostrophe(t.low[j + 2]))
    return { year: null, shift: which, next: j + 2 };
  return { year: null, shift: null, next: i };
}

/** "in October, 2000 people": a number of people, not a year. */
function isRangeYear(t: DateTokens, i: number): boolean {
  return (
    t.low[i - 1] === "," &&
    /s$|^(people|men|women)$/.test(t.low[i + 1] ?? "") &&
    t.low[i + 1]!.length > 3 &&
    !isApostrophe(t.low[i + 1])
  );
}

const WHICH: ReadonlyMap<string, Which> = new Map<string, Which>([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

const MONTH_LEADS: ReadonlySet<string> = new Set(
  "in of since until till by last this next early late mid during through from to between before after for and or every each - – on".split(
    " ",
  ),
);

/** A month with what belongs to it: day, days, year. `which` where "last", "this" or "next" stands before it. */
function readMonth(t: DateTokens, i: number, which: Which | null): Draft | null {
  const m = monthAt(t, i);
  if (m === null) return null;
  let j = m.next;
  if (
    isDash(t.low[j]) &&
    glued(t, j - 1) &&
    dayAt(t, j + 1) !== null &&
    t.low[j + 1]!.length <= 2 &&
    glued(t, j)
  )
    j++; // "Feb-27"
  const theDay = t.low[j] === "the" && dayAt(t, j + 1)?.ordinal === true ? j + 1 : j;
  const first = dayAt(t, theDay);
  if (first !== null && yearAt(t, theDay) === null && !isUnitWord(t, first.next)) {
    const second = secondDay(t, first.next, i);
    if (second !== null && second.day > first.day) {
      const tail = yearTail(t, second.next);
      return dayRange(t, {
        from: i,
        to: tail.next,
        first: theDay,
        second: second.at,
        month: m.month,
        days: [first.day, second.day],
        tail,
        after: second.next,
      });
    }
    if (first.day > 31) return null;
    const tail = yearTail(t, first.next);
    return withDayTail(t, {
      from: i,
      to: tail.next,
      meaning: {
        kind: "day",
        year: tail.year ?? (isOctober7(t, i, m.month, first.day) ? 2023 : null),
        yearShift: tail.shift,
        month: m.month,
        day: first.day,
        weekday: null,
      },
    });
  }
  const tail = yearTail(t, m.next);
  if (tail.next === m.next && which === null && !isMonthAlone(t, i, m.short)) return null;
  return {
    from: i,
    to: tail.next,
    meaning: { kind: "month", year: tail.year, yearShift: tail.shift, month: m.month, which },
  };
}

function isUnitWord(t: DateTokens, i: number): boolean {
  const w = t.low[i];
  return (
    w !== undefined && (w === "%" || w === "percent" || w === "km" || (glued(t, i - 1) && /^\p{L}/u.test(w)))
  );
}

/** "Oct 11/12", "October 11-12", "Oct 3 to 9", "between October 3 and 9": the second day and where it ends. */
function secondDay(
  t: DateTokens,
  i: number,
  month: number,
): { readonly day: number; readonly at: number; readonly next: number } | null {
  const w = t.low[i];
  const before = t.low[month - 1];
  const joins =
    isDash(w) ||
    w === "/" ||
    w === "to" ||
    w === "through" ||
    (w === "and" && (before === "between" || before === "on" || before === "of")) ||
    (w === "until" && before === "from");
  if (!joins) return null;
  const day = dayAt(t, i + 1);
  return day === null || yearAt(t, i + 1) !== null ? null : { day: day.day, at: i + 1, next: day.next };
}

function dayRange(
  t: DateTokens,
  o: {
    readonly from: number;
    readonly to: number;
    readonly first: number;
    readonly second: number;
    readonly month: number;
    readonly days: readonly [number, number];
    readonly tail: { readonly year: number | null; readonly shift: Which | null };
    readonly after: number;
  },
): Draft {
  const end = (k: number, day: number, last: number): DateExpression => ({
    start: t.start[k]!,
    end: t.end[last - 1]!,
    part: null,
    mod: null,
    clock: null,
    bound: null,
    approximate: false,
    kind: "day",
    year: o.tail.year,
    yearShift: o.tail.shift,
    month: o.month,
    day,
    weekday: null,
  });
  return {
    from: o.from,
    to: o.to,
    meaning: {
      kind: "range",
      from: end(Math.min(o.from, o.first), o.days[0], o.first + 1),
      to: end(o.second, o.days[1], o.to),
    },
  };
}

/** "Hamas's October 7 attack": a date that has become a name is not the last such day. */
function isOctober7(t: DateTokens, i: number, month: number, day: number): boolean {
  if (month !== 10 || day !== 7) return false;
  for (let k = Math.max(0, i - 8); k < Math.min(t.low.length, i + 9); k++)
    if (t.low[k] === "hamas") return true;
  return false;
}

/** A month without day or year: "in May", "October's fighting", not "Theresa May", "April Smith" or "March on the capital". */
function isMonthAlone(t: DateTokens, i: number, short: boolean): boolean {
  const w = t.low[i]!;
  const before = t.low[i - 1];
  const lead = before !== undefined && MONTH_LEADS.has(before);
  if (w === "may" || w === "march" || w === "august") {
    if (!lead || before === "and" || before === "or" || before === "for" || before === "to") {
      // "between March and May": the month before vouches for it
      return (before === "and" || before === "or" || before === "to") && MONTHS.has(t.low[i - 2] ?? "");
    }
    return !(before === "by" && isApostrophe(t.low[i + 1]));
  }
  if (short) return lead && before !== "and" && before !== "of" && before !== "or";
  // given names: "April Ryan said"
  if (/^(april|june|january)$/.test(w) && !lead && isCapital(t, i + 1) && !WEEKDAYS.has(t.low[i + 1]!))
    return false;
  return true;
}

// Feasts -------------------------------------------------------------------------------------------------------------

/** "Christmas Day", "New Year's Eve 2023", "Thanksgiving": a bare name before a noun tells of its kind ("Christmas gifts"). */
function readFeast(t: DateTokens, i: number, from: number, which: Which | null): Draft | null {
  const words = FEAST_WORDS.get(t.low[i]!)?.find((all) =>
    all.every((w, k) => t.low[i + k] === w || (w === "'" && isApostrophe(t.low[i + k]))),
  );
  if (words === undefined || !isCapital(t, i)) return null;
  const next = i + words.length;
  const tail = yearTail(t, next);
  const bare = words.length === 1 && which === null && tail.next === next;
  if (bare && isAdjectival(t, next) && !PARTS.has(t.low[next]!)) return null;
  const name = words.join(" ").replace(" ' ", "'");
  const year = tail.shift === null ? tail.year : null;
  return withDayTail(t, {
    from,
    to: tail.next,
    meaning: { kind: "feast", name, year, which: tail.shift ?? which },
  });
}

// Weekdays -----------------------------------------------------------------------------------------------------------

function readWeekday(t: DateTokens, i: number, which: Which | null): Draft | null {
  const w = t.low[i]!;
  const weekday = WEEKDAYS.get(w)!;
  if (!isCapital(t, i)) return null;
  let j = i + 1;
  const stop = t.low[j] === "." && glued(t, i) && SHORT_WEEKDAYS.has(w);
  if (stop) j++;
  // "Friday, Feb 27, 2026", "Friday 27 February", "Friday (Feb 27)"
  const k = t.low[j] === "," || t.low[j] === "(" ? j + 1 : j;
  const full = readCalendarDay(t, k);
  if (full !== null && full.meaning.kind === "day") {
    const close = t.low[j] === "(" && t.low[full.to] === ")" ? 1 : 0;
    return { ...full, from: i, to: full.to + close, meaning: { ...full.meaning, weekday } };
  }
  if (SHORT_WEEKDAYS.has(w) && !(stop || isOneOf(t, i - 1, "on", "last", "next", "this"))) return null;
  if (w === "sun" || w === "sat") {
    if (!stop && t.low[i - 1] !== "on") return null;
    if (t.low[i - 1] === "the") return null;
  }
  if (w.length > 5 && w.endsWith("days")) {
    return { from: i, to: j, meaning: { kind: "set", count: null, weekday, month: null } };
  }
  // "Friday last week", "Friday of last week", "Friday next week"
  const of = t.low[j] === "of" ? 1 : 0;
  const week = WHICH.get(t.low[j + of] ?? "");
  if (week !== undefined && t.low[j + of + 1] === "week") {
    return withDayTail(t, { from: i, to: j + of + 2, meaning: { kind: "weekday", weekday, which, week } });
  }
  return withDayTail(t, { from: i, to: j, meaning: { kind: "weekday", weekday, which, week: null } });
}

function readCalendarDay(t: DateTokens, i: number): Draft | null {
  if (i >= t.low.length) return null;
  if (MONTHS.has(t.low[i]!)) return readMonth(t, i, null);
  if (t.low[i] === "the" && dayAt(t, i + 1) !== null) return readNumeric(t, i + 1);
  return Number.isNaN(digits(t, i)) ? null : readNumeric(t, i);
}

/** Part of the day and time of the clock after a day: "Thursday night", "Friday at 3 a.m.", "Sunday at dawn". */
function withDayTail(t: DateTokens, d: Draft): Draft {
  let j = d.to;
  if (isOneOf(t, j, "early", "late") && PARTS.has(t.low[j + 1] ?? "")) j++;
  else if (
    isOneOf(t, j, "at", "around") &&
    /^(dawn|noon|midday|midnight|dusk|sunset|sunrise|nightfall|night)$/.test(t.low[j + 1] ?? "")
  )
    j++;
  else if (isOneOf(t, j, "in") && t.low[j + 1] === "the" && PARTS.has(t.low[j + 2] ?? "")) j += 2;
  const part = PARTS.get(t.low[j] ?? "");
  if (part !== undefined && !isCapital(t, j)) {
    const end = j + 1;
    if (t.low[j]!.endsWith("s") && d.meaning.kind === "weekday") {
      return {
        ...d,
        to: end,
        part,
        meaning: { kind: "set", count: null, weekday: d.meaning.weekday, month: null },
      };
    }
    return { ...d, to: end, part: d.part === "NI" ? "NI" : part };
  }
  let k = d.to;
  if (t.low[k] === ",") k++;
  if (isOneOf(t, k, "at", "around", "about", "shortly", "just")) {
    k++;
    if (isOneOf(t, k, "about", "around", "before", "after")) k++;
  }
  const clock = k < t.low.length && (k > d.to || !Number.isNaN(digits(t, k))) ? readClock(t, k) : null;
  if (clock !== null && d.clock === undefined) return { ...d, to: clock.to, clock: clock.clock };
  return d;
}

// Clock --------------------------------------------------------------------------------------------------------------

/** "3 a.m.", "3:30 pm local time", "20:30", "0730 GMT", "18:00 UTC", "9 o'clock". */
function readClock(t: DateTokens, i: number): { readonly to: number; readonly clock: string } | null {
  const w = t.low[i];
  if (w === undefined || w.length > 4 || Number.isNaN(digits(t, i))) return null;
  let hour = digits(t, i);
  let minute = 0;
  let j = i + 1;
  let certain = false;
  if (
    (t.low[j] === ":" || t.low[j] === ".") &&
    glued(t, i) &&
    glued(t, j) &&
    t.low[j + 1]?.length === 2 &&
    !Number.isNaN(digits(t, j + 1)) &&
    w.length <= 2
  ) {
    minute = digits(t, j + 1);
    certain = t.low[j] === ":";
    j += 2;
    if (t.low[j] === ":" && glued(t, j - 1) && t.low[j + 1]?.length === 2) j += 2;
  } else if (w.length === 4) {
    hour = Math.floor(digits(t, i) / 100);
    minute = digits(t, i) % 100;
  } else if (w.length === 3) return null;
  if (hour > 24 || minute > 59) return null;
  const half = t.low[j];
  if ((half === "a" || half === "p") && t.low[j + 1] === "." && t.low[j + 2] === "m") {
    if (half === "p" && hour < 12) hour += 12;
    if (half === "a" && hour === 12) hour = 0;
    j += 3;
    if (t.low[j] === "." && glued(t, j - 1)) j++;
    certain = true;
  } else if (half === "am" || half === "pm") {
    if (half === "pm" && hour < 12) hour += 12;
    if (half === "am" && hour === 12) hour = 0;
    j++;
    certain = w.length <= 2;
  } else if (half === "o" && isApostrophe(t.low[j + 1]) && t.low[j + 2] === "clock") {
    j += 3;
    certain = true;
  } else if (
    half === "hours" &&
    w.length === 4 &&
    (w.startsWith("0") || minute % 5 === 0) &&
    isOneOf(t, i - 1, "at", "around", "about", "by")
  ) {
    j++;
    certain = true;
  }
  if (
    isOneOf(t, j, "gmt", "utc", "est", "edt", "cet", "ist", "pkt", "eet", "eest", "cest", "bst", "eat", "msk")
  ) {
    j++;
    certain = true;
  } else if (t.low[j] === "local" && t.low[j + 1] === "time") {
    j += 2;
    certain = true;
  }
  if (!certain) return null;
  return { to: j, clock: `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

// Numbers that are dates -----------------------------------------------------------------------------------------------

function readNumeric(t: DateTokens, i: number): Draft | null {
  return (
    readIso(t, i) ??
    readSlashed(t, i) ??
    readDayMonth(t, i) ??
    readDecade(t, i, i) ??
    readYear(t, i) ??
    readMonthDay(t, i, i)
  );
}

function dayMeaning(year: number | null, month: number, day: number): DateMeaning {
  return { kind: "day", year, yearShift: null, month, day, weekday: null };
}

/** "2026-02-27", "2026/02/27", "2026-02-27T10:00Z". */
function readIso(t: DateTokens, i: number): Draft | null {
  const year = yearAt(t, i) ?? (t.low[i]!.length === 4 ? digits(t, i) : Number.NaN);
  if (Number.isNaN(year) || !glued(t, i) || !(t.low[i + 1] === "-" || t.low[i + 1] === "/")) return null;
  const month = digits(t, i + 2);
  if (t.low[i + 2]?.length !== 2 || month < 1 || month > 12 || !glued(t, i + 1)) return null;
  if (!glued(t, i + 2) || t.low[i + 3] !== t.low[i + 1]) return null;
  const day = digits(t, i + 4);
  if (t.low[i + 4]?.length !== 2 || day < 1 || day > 31) return null;
  return withDayTail(t, { from: i, to: i + 5, meaning: dayMeaning(year, month, day) });
}

/** "27/02/2026", "27.02.2026", "2/27/26": day first, unless only the other order makes a date. */
function readSlashed(t: DateTokens, i: number): Draft | null {
  const mark = t.low[i + 1];
  if (!(mark === "/" || mark === "." || mark === "-") || t.low[i + 3] !== mark) return null;
  if (!glued(t, i) || !glued(t, i + 1) || !glued(t, i + 2) || !glued(t, i + 3)) return null;
  const a = digits(t, i);
  const b = digits(t, i + 2);
  let year = digits(t, i + 4);
  const length = t.low[i + 4]?.length;
  if (
    Number.isNaN(a) ||
    Number.isNaN(b) ||
    Number.isNaN(year) ||
    t.low[i]!.length > 2 ||
    t.low[i + 2]!.length > 2
  )
    return null;
  if (length === 2 && mark === "/") year += year < 70 ? 2000 : 1900;
  else if (length !== 4) return null;
  const [day, month] = b > 12 ? [b, a] : [a, b];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return withDayTail(t, { from: i, to: i + 5, meaning: dayMeaning(year, month, day) });
}

/** "27 February 2026", "27th of February", "10-12 February", "10 and 12 February" after between. */
function readDayMonth(t: DateTokens, i: number): Draft | null {
  const first = dayAt(t, i);
  if (first === null) return null;
  let j = first.next;
  if (t.low[j] === "of") j++;
  else if (isDash(t.low[j]) && glued(t, j - 1) && monthAt(t, j + 1) !== null) j++;
  const m = monthAt(t, j);
  if (m !== null) {
    const before = t.low[i - 1];
    // "1 May Day" is odd enough; "killed 3 March 5" does not happen, "the 10 April attackers" may
    if (dayAt(t, m.next) !== null && !m.short && yearAt(t, m.next) === null && before !== "on") return null;
    const tail = yearTail(t, m.next);
    return withDayTail(t, {
      from: i,
      to: tail.next,
      meaning: {
        kind: "day",
        year: tail.year ?? (isOctober7(t, i, m.month, first.day) ? 2023 : null),
        yearShift: tail.shift,
        month: m.month,
        day: first.day,
        weekday: null,
      },
    });
  }
  const second = secondDay(t, first.next, i);
  if (second === null || second.day <= first.day) return null;
  let k = second.next;
  if (t.low[k] === "of") k++;
  const n = monthAt(t, k);
  if (n === null) return null;
  const tail = yearTail(t, n.next);
  return dayRange(t, {
    from: i,
    to: tail.next,
    first: i,
    second: second.at,
    month: n.month,
    days: [first.day, second.day],
    tail,
    after: n.next,
  });
}

/** "1990s", "the '90s", "1980s and 1990s". */
function readDecade(t: DateTokens, i: number, from: number): Draft | null {
  const w = t.low[i]!;
  const n = digits(t, i);
  const s =
    glued(t, i) && t.low[i + 1] === "s"
      ? i + 2
      : glued(t, i) && isApostrophe(t.low[i + 1]) && t.low[i + 2] === "s" && glued(t, i + 1)
        ? i + 3
        : -1;
  if (s < 0 || n % 10 !== 0) return null;
  if (w.length === 4 && n >= 1500 && n <= 2100) {
    return {
      from,
      to: s,
      meaning: { kind: "years", from: n, to: n % 100 === 0 && n < 2000 ? n + 99 : n + 9 },
    };
  }
  if (w.length === 2 && (isApostrophe(t.low[i - 1]) || t.low[from] === "the") && s === i + 2) {
    const century = n <= 20 ? 2000 : 1900;
    return { from, to: s, meaning: { kind: "years", from: century + n, to: century + n + 9 } };
  }
  return null;
}

const YEAR_LEADS: ReadonlySet<string> = new Set(
  "in into since by until till of from to between during early late mid before after through circa fiscal year and for due".split(
    " ",
  ),
);
const YEAR_DETERMINERS: ReadonlySet<string> = new Set(
  "the a its their his her s ’ ' our that this".split(" "),
);

/** A bare year: "in 2019", "the 2015 accord", "(2014)", "2014-15". Four digits alone are more often a count. */
function readYear(t: DateTokens, i: number): Draft | null {
  const year = yearAt(t, i);
  if (year === null || year < 1800 || year > 2049) return null;
  const before = t.low[i - 1];
  const next = t.low[i + 1];
  const people =
    next !== undefined &&
    /^(people|men|women|civilians|children|troops|soldiers|fighters|families|homes|houses|meters|metres|km|kilometers|kilometres|miles|dollars|euros|percent|tons|tonnes|refugees|migrants|prisoners|others|were|killed|wounded|hours|feet|more|or)$/.test(
      next,
    );
  let meaning: DateMeaning = { kind: "year", year };
  let to = i + 1;
  if (
    isDash(next) &&
    glued(t, i) &&
    t.low[i + 2]?.length === 2 &&
    glued(t, i + 1) &&
    digits(t, i + 2) === (year + 1) % 100
  ) {
    meaning = { kind: "years", from: year, to: year + 1 };
    to = i + 3;
  }
  if (before === undefined) return null;
  // "in 1994, 1995 and 1997", "both 1990 and 1991"
  if (/^(,|and|or|both)$/.test(before) && !people) {
    const beside = before === "both" ? i + 2 : i - 2;
    const other = yearAt(t, beside);
    if (other !== null && other >= 1900 && other <= 2049) return { from: i, to, meaning };
  }
  if (before === "since" && isOneOf(t, i + 1, "were", "or", "more")) return { from: i, to, meaning };
  if (YEAR_LEADS.has(before)) {
    if (people && before !== "in") return null;
    if (people && (year % 100 === 0 || /^(people|killed|were)$/.test(next) === false)) return null;
    if (
      (before === "and" || (before === "to" && !isOneOf(t, i - 2, "dating", "back", "dates"))) &&
      yearAt(t, i - 2) === null &&
      !MONTHS.has(t.low[i - 2] ?? "")
    )
      return null;
    if (
      before === "of" &&
      next !== undefined &&
      /^[a-z]/.test(next) &&
      !/^(and|or|to|when|that|which|was|were|but|with|after|by|at|in|on|had|has|the|while|as|led|left|cost|\w+ed)$/.test(
        next,
      )
    )
      return null;
    return { from: i, to, meaning };
  }
  if (isDash(before) && glued(t, i - 1) && /^(post|pre|mid|late|early)$/.test(t.low[i - 2] ?? ""))
    return { from: i, to, meaning };
  if (people || year < 1900) return null;
  const isNamed = isCapital(t, i + 1);
  if (YEAR_DETERMINERS.has(before) && next !== undefined && /^\p{L}|^[-–]/u.test(next))
    return year % 100 !== 0 || isNamed ? { from: i, to, meaning } : null;
  // "the disputed 2020 election", not "the remaining 1950 troops"
  const described = YEAR_DETERMINERS.has(t.low[i - 2] ?? "") && /^[a-z]/.test(before);
  if (described && year % 100 !== 0 && next !== undefined && /^[a-z]{4,}$/.test(next) && !next.endsWith("s"))
    return { from: i, to, meaning };
  if (before === "(" && (t.low[to] === ")" || isDash(t.low[to]))) return { from: i, to, meaning };
  return null;
}

/** "on the 10th", "by the 3rd of next month". A bare ordinal before a noun counts things, not days. */
function readMonthDay(t: DateTokens, i: number, from: number): Draft | null {
  const d = dayAt(t, i);
  if (d === null || !d.ordinal) return null;
  const lead = t.low[i - 1] === "the" ? t.low[i - 2] : null;
  if (lead === null || lead === undefined || !/^(on|by|since|until|till|from|of|to)$/.test(lead)) return null;
  let to = d.next;
  let monthShift: Which | null = null;
  if (t.low[to] === "of") {
    const which = t.low[to + 1] === "the" ? 0 : WHICH.get(t.low[to + 1] ?? "");
    if (which === undefined || t.low[to + 2] !== "month") return null;
    monthShift = which;
    to += 3;
  } else if (lead !== "on") return null;
  else if (
    t.low[to] !== undefined &&
    /^\p{L}/u.test(t.low[to]!) &&
    !/^(and|when|that|after|at|in|but|with|as|while)$/.test(t.low[to]!)
  )
    return null;
  return {
    from: t.low[i - 1] === "the" && from < i ? from : i,
    to,
    meaning: { kind: "month-day", day: d.day, monthShift },
  };
}

// "the …" ------------------------------------------------------------------------------------------------------------

function narrative(unit: TimeUnit, direction: -1 | 0 | 1): DateMeaning {
  const n = direction === 0 ? 0 : 1;
  return { kind: "shift", count: { unit, low: n, high: n, vague: false }, direction, anchor: "narrative" };
}

function readThe(t: DateTokens, i: number): Draft | null {
  const w = t.low[i + 1];
  if (w === undefined) return null;
  const unit = UNITS.get(t.low[i + 2] ?? "");
  const part = PARTS.get(t.low[i + 2] ?? "");
  const ends = i + 3;
  if (isApostrophe(w) && !Number.isNaN(digits(t, i + 2))) return readDecade(t, i + 2, i);
  if (!Number.isNaN(digits(t, i + 1))) {
    const m = readDecade(t, i + 1, i) ?? readOrdinal(t, i + 1, i) ?? readMonthDay(t, i + 1, i);
    if (m !== null) return m;
    const q = readStretchUnits(t, i, i + 1, -1, "nine");
    return q;
  }
  // "the quarter", "the latest period": one that was told before; of a town where none was
  const named = w === "latest" ? 2 : 1;
  if (
    (t.low[i + named] === "quarter" || (named === 2 && t.low[i + 2] === "period")) &&
    t.low[i + named + 1] !== "of"
  )
    return { from: i, to: i + named + 1, meaning: narrative("quarter", 0) };
  if (w === "current" && unit !== undefined && !t.low[i + 2]!.endsWith("s"))
    return { from: i, to: ends, meaning: { kind: "unit", unit, which: 0 } };
  const year = w === "year" ? (readYearAgo(t, i + 1, i) ?? readYearEnd(t, i + 1, i)) : null;
  if (year !== null) return year;
  if (w === "same" && unit !== undefined && unit !== "second" && unit !== "minute")
    return {
      from: i,
      to: ends,
      meaning: narrative(unit, 0),
      ...(unit === "night" ? { part: "NI" as const } : {}),
    };
  if (w === "previous" || w === "preceding" || w === "following") {
    const direction = w === "following" ? 1 : -1;
    if (unit === "night") return { from: i, to: ends, meaning: narrative("day", direction), part: "NI" };
    if (part !== undefined) return { from: i, to: ends, meaning: narrative("day", direction), part };
    if (unit !== undefined && !t.low[i + 2]!.endsWith("s"))
      return { from: i, to: ends, meaning: narrative(unit, direction) };
    const weekday = WEEKDAYS.get(t.low[i + 2] ?? "");
    if (weekday !== undefined && isCapital(t, i + 2))
      return { from: i, to: ends, meaning: { kind: "weekday", weekday, which: direction, week: null } };
    return readStretch(t, i, i + 2, direction, true);
  }
  if (w === "past" || w === "last" || w === "latest" || w === "recent") {
    if (w === "latest") return null;
    if (unit !== undefined && !t.low[i + 2]!.endsWith("s") && w !== "recent") {
      if (
        w === "last" &&
        (unit === "day" || unit === "hour" || unit === "minute" || unit === "second" || t.low[ends] === "of")
      )
        return null;
      if (unit === "quarter" || unit === "weekend" || unit === "night")
        return { from: i, to: ends, meaning: { kind: "unit", unit, which: -1 } };
      return { from: i, to: ends, meaning: { kind: "stretch", count: one(unit), direction: -1 } };
    }
    if (w === "past" && !startsQuantity(t, i + 2)) {
      return t.low[i - 1] === "in" && !/^\p{L}/u.test(t.low[i + 2] ?? ".")
        ? { from: i, to: i + 2, meaning: { kind: "vague", reference: "past" } }
        : null;
    }
    return readStretch(t, i, i + 2, -1, true);
  }
  if (w === "next" || w === "coming" || w === "upcoming") {
    if (w === "next" && part !== undefined) return { from: i, to: ends, meaning: narrative("day", 1), part };
    if (unit !== undefined && !t.low[i + 2]!.endsWith("s")) {
      if (w === "next" && (unit === "second" || unit === "minute")) return null;
      if (w === "next") return { from: i, to: ends, meaning: narrative(unit, 1) };
      return { from: i, to: ends, meaning: { kind: "stretch", count: one(unit), direction: 1 } };
    }
    return readStretch(t, i, i + 2, 1, true);
  }
  // "during the night", "through the night"
  if (w === "night" && isOneOf(t, i - 1, "during", "through", "throughout"))
    return { from: i, to: i + 2, meaning: { kind: "overnight" } };
  if (w === "weekend") return { from: i, to: i + 2, meaning: { kind: "unit", unit: "weekend", which: 0 } };
  if (w === "near" && isOneOf(t, i + 2, "future", "term"))
    return { from: i, to: i + 3, meaning: { kind: "vague", reference: "future" } };
  if (w === "future")
    return isAdjectival(t, i + 2)
      ? null
      : { from: i, to: i + 2, meaning: { kind: "vague", reference: "future" } };
  if (w === "year") {
    const named = yearAt(t, i + 2);
    if (named !== null) return { from: i, to: ends, meaning: { kind: "year", year: named } };
  }
  const whole = readWholeYear(t, i);
  if (whole !== null) return whole;
  // "the day before yesterday", "the day before", "the night before", "the week after"
  const first = UNITS.get(w);
  const early = PARTS.get(w);
  const beside = t.low[i + 2];
  if (
    (first !== undefined || early !== undefined) &&
    !w.endsWith("s") &&
    (beside === "before" || beside === "after")
  ) {
    const direction = beside === "before" ? -1 : 1;
    const then = t.low[i + 3];
    if (first === "day" && then === "yesterday" && direction === -1)
      return { from: i, to: i + 4, meaning: relativeDay(-2) };
    if (first === "day" && then === "tomorrow" && direction === 1)
      return { from: i, to: i + 4, meaning: relativeDay(2) };
    if (then === "last" && direction === -1 && first !== undefined) {
      const count = { unit: first, low: 2, high: 2, vague: false };
      return { from: i, to: i + 4, meaning: { kind: "shift", count, direction: -1, anchor: "publication" } };
    }
    // "the day after the raid" is dated by the raid, not by what was told before
    if (
      then !== undefined &&
      /^[\p{L}\d]/u.test(then) &&
      !/^(and|but|when|as|in|at|on|by|near|with|that|said|while|were|was|had)$/.test(then)
    )
      return null;
    if (first !== undefined && first !== "night")
      return { from: i, to: ends, meaning: narrative(first, direction) };
    return { from: i, to: ends, meaning: narrative("day", direction), part: early ?? "NI" };
  }
  return readOrdinal(t, i + 1, i) ?? readSeason(t, i + 1, i, null) ?? readNamedDecade(t, i);
}

/** "Year-ago", "the year-earlier quarter": the same time a year before. */
function readYearAgo(t: DateTokens, i: number, from: number): Draft | null {
  if (t.low[i] !== "year" || !isDash(t.low[i + 1]) || !isOneOf(t, i + 2, "ago", "earlier")) return null;
  const to = isOneOf(t, i + 3, "quarter", "period") ? i + 4 : i + 3;
  return { from, to, meaning: narrative("year", -1) };
}

/** "Year-end", "year's end", "the year end". */
function readYearEnd(t: DateTokens, i: number, from: number): Draft | null {
  const j = isApostrophe(t.low[i + 1]) && t.low[i + 2] === "s" ? i + 3 : isDash(t.low[i + 1]) ? i + 2 : i + 1;
  if (t.low[j] !== "end" || t.low[j + 1] === "of") return null;
  return { from, to: j + 1, meaning: { kind: "unit", unit: "year", which: 0 }, mod: "end" };
}

/** "For the year", "the full year", "the fiscal year": the one of the report; "the year ended March 31": a year's length. */
function readWholeYear(t: DateTokens, i: number): Draft | null {
  let j = i + 1;
  while (isOneOf(t, j, "current", "full", "whole", "entire", "fiscal", "financial", "calendar")) j++;
  if (t.low[j] !== "year") return null;
  const to = j + 1;
  const next = t.low[to];
  if (next === "ended" || next === "ending")
    return { from: i, to, meaning: { kind: "duration", count: one("year") } };
  // "in the year since", "the year that …", "the year after the war": told by what follows
  const plain = j === i + 1;
  if (plain && !isOneOf(t, i - 1, "for", "of", "in", "during", "over", "throughout")) return null;
  if (
    plain &&
    next !== undefined &&
    /^[\p{L}\d]/u.test(next) &&
    !/^(and|but|as|at|was|were|is|of)$/.test(next)
  )
    return null;
  return { from: i, to, meaning: { kind: "unit", unit: "year", which: 0 } };
}

function isAdjectival(t: DateTokens, i: number): boolean {
  const w = t.low[i];
  return (
    w !== undefined &&
    /^[a-z]/.test(w) &&
    !/^(of|and|or|but|to|for|with|is|was|will|in|as|if|when|that|which|by)$/.test(w)
  );
}

const DECADE_WORDS: ReadonlyMap<string, number> = new Map([
  ["twenties", 1920],
  ["thirties", 1930],
  ["forties", 1940],
  ["fifties", 1950],
  ["sixties", 1960],
  ["seventies", 1970],
  ["eighties", 1980],
  ["nineties", 1990],
]);

function readNamedDecade(t: DateTokens, i: number): Draft | null {
  const from = DECADE_WORDS.get(t.low[i + 1] ?? "");
  return from === undefined ? null : { from: i, to: i + 2, meaning: { kind: "years", from, to: from + 9 } };
}

/** "third quarter of 2024", "third-quarter", "20th century", "first half of 2025" is read elsewhere. */
function readOrdinal(t: DateTokens, i: number, from: number): Draft | null {
  let n = ORDINALS.get(t.low[i] ?? "");
  let j = i + 1;
  if (n === undefined) {
    const d = dayAt(t, i);
    if (d === null || !d.ordinal) return null;
    n = d.day;
    j = d.next;
  }
  const day = n <= 5 ? readPartOfMonth(t, j, from, n) : null;
  if (day !== null) return day;
  if (isDash(t.low[j])) j++;
  if (isOneOf(t, j, "quarter") && n <= 4) {
    const tail = yearTail(t, j + 1);
    return {
      from,
      to: tail.next,
      meaning: { kind: "quarter", quarter: n, year: tail.year, yearShift: tail.shift },
    };
  }
  if (isOneOf(t, j, "century") && n <= 21) {
    return { from, to: j + 1, meaning: { kind: "years", from: (n - 1) * 100, to: (n - 1) * 100 + 99 } };
  }
  return null;
}

/** "The first Monday in May", "the last Sunday of January 2024", "the second week of June", from the weekday or the week on. */
function readPartOfMonth(t: DateTokens, i: number, from: number, nth: number): Draft | null {
  const weekday = WEEKDAYS.get(t.low[i] ?? "");
  const m = isOneOf(t, i + 1, "of", "in") ? monthAt(t, i + 2) : null;
  if (m === null) return null;
  const { year, shift: yearShift, next } = yearTail(t, m.next);
  const month = { nth, year, yearShift, month: m.month, which: null } as const;
  if (t.low[i] === "week") return { from, to: next, meaning: { kind: "week-of-month", ...month } };
  if (weekday === undefined || !isCapital(t, i)) return null;
  return withDayTail(t, { from, to: next, meaning: { kind: "weekday-of-month", weekday, ...month } });
}

/** "spring 2024", "the summer of 2022", "last winter"; a season without year, "the", "in" or "this" may be a verb or a well. */
function readSeason(t: DateTokens, i: number, from: number, which: Which | null): Draft | null {
  const season = SEASON_WORDS.get(t.low[i] ?? "");
  if (season === undefined) return null;
  const j = i + 1;
  const k = t.low[j] === "of" || t.low[j] === "," ? j + 1 : j;
  const year = yearAt(t, k);
  if (year !== null) return { from, to: k + 1, meaning: { kind: "season", season, year, which } };
  if (which !== null) return { from, to: j, meaning: { kind: "season", season, year: null, which } };
  const w = t.low[i]!;
  const lead = t.low[from - 1] ?? "";
  if (
    w !== "fall" &&
    (w !== "spring" || from === i) &&
    /^(in|since|by|until|during|over|through|of)$/.test(lead) &&
    !isAdjectival(t, j)
  ) {
    return { from, to: j, meaning: { kind: "season", season, year: null, which: null } };
  }
  return null;
}

// "last …", "this …", "next …" -----------------------------------------------------------------------------------------

function readWhich(t: DateTokens, i: number): Draft | null {
  const w = t.low[i]!;
  if (w === "that" || w === "same") return readThat(t, i);
  if (w === "these" && t.low[i + 1] === "days")
    return { from: i, to: i + 2, meaning: { kind: "vague", reference: "present" } };
  const direction: Which | undefined =
    w === "past" || w === "previous" ? -1 : w === "coming" || w === "upcoming" ? 1 : WHICH.get(w);
  if (w === "recent") return readStretch(t, i, i + 1, -1, true);
  if (direction === undefined) return null;
  const j = i + 1;
  if (w === "this" && isOneOf(t, j, "past", "coming", "same")) {
    const past = t.low[j] === "past" ? -1 : t.low[j] === "coming" ? 1 : 0;
    const weekday = WEEKDAYS.get(t.low[j + 1] ?? "");
    if (weekday !== undefined && isCapital(t, j + 1))
      return readWeekday(t, j + 1, past === 0 ? null : past) === null
        ? null
        : widen(readWeekday(t, j + 1, past === 0 ? null : past)!, i);
    const unit = UNITS.get(t.low[j + 1] ?? "");
    if (unit !== undefined)
      return {
        from: i,
        to: j + 2,
        meaning: past === 0 ? { kind: "unit", unit, which: 0 } : { kind: "unit", unit, which: past },
      };
    return null;
  }
  if (w === "last" && t.low[j] === "-" && glued(t, i)) return null; // "last-minute"
  const word = t.low[j];
  if (word === undefined) return null;
  const weekday = WEEKDAYS.get(word);
  const lastOfMonth = w === "last" ? readPartOfMonth(t, j, j, -1) : null;
  if (lastOfMonth !== null) return widen(lastOfMonth, i);
  if (weekday !== undefined && !SHORT_WEEKDAYS.has(word)) {
    const day = readWeekday(t, j, direction);
    return day === null ? null : widen(day, i);
  }
  if (MONTHS.has(word) && isCapital(t, j)) {
    const month = readMonth(t, j, direction);
    return month === null ? null : widen(month, i);
  }
  if (SEASON_WORDS.has(word)) return readSeason(t, j, i, direction);
  const feast = readFeast(t, j, i, direction);
  if (feast !== null) return feast;
  const part = PARTS.get(word);
  if (w === "this" && part !== undefined && part !== "NI" && !word.endsWith("s"))
    return { from: i, to: j + 1, meaning: relativeDay(0), part };
  const unit = UNITS.get(word);
  if (unit !== undefined && !word.endsWith("s")) {
    if (unit === "second" || unit === "minute" || unit === "hour") return null;
    if (w === "past" || w === "previous" || w === "coming" || w === "upcoming") {
      if (w === "past" && (unit === "week" || unit === "month" || unit === "year" || unit === "decade"))
        return { from: i, to: j + 1, meaning: { kind: "stretch", count: one(unit), direction: -1 } };
      return w === "coming" || w === "upcoming"
        ? { from: i, to: j + 1, meaning: { kind: "unit", unit, which: 1 } }
        : null;
    }
    if (unit === "night") return { from: i, to: j + 1, meaning: relativeDay(direction), part: "NI" };
    if (unit === "day") return w === "next" ? { from: i, to: j + 1, meaning: narrative("day", 1) } : null;
    if (isDash(t.low[j + 1]) && glued(t, j)) return null;
    return { from: i, to: j + 1, meaning: { kind: "unit", unit, which: direction } };
  }
  if (w === "this") return null;
  if (isOneOf(t, j, "fiscal", "financial", "calendar") && t.low[j + 1] === "year")
    return { from: i, to: j + 2, meaning: { kind: "unit", unit: "year", which: direction } };
  if (direction !== 0) return readStretch(t, i, j, direction, w !== "last" && w !== "next");
  return null;
}

function widen(d: Draft, from: number): Draft {
  return { ...d, from };
}

function readThat(t: DateTokens, i: number): Draft | null {
  const j = t.low[i + 1] === "same" ? i + 2 : i + 1;
  if (t.low[i] === "same") return null;
  const unit = UNITS.get(t.low[j] ?? "");
  if (t.low[j]?.endsWith("s")) return null;
  if (unit === "night") return { from: i, to: j + 1, meaning: narrative("day", 0), part: "NI" };
  if (unit === "day" || unit === "week" || unit === "month" || unit === "year" || unit === "weekend") {
    return { from: i, to: j + 1, meaning: narrative(unit, 0) };
  }
  const part = PARTS.get(t.low[j] ?? "");
  return part === undefined ? null : { from: i, to: j + 1, meaning: narrative("day", 0), part };
}

function startsQuantity(t: DateTokens, i: number): boolean {
  return quantityAt(t, i) !== null || /s$/.test(t.low[i] ?? "");
}

/** "past three days", "recent months", "last few weeks", "next 48 hours". */
function readStretch(
  t: DateTokens,
  from: number,
  i: number,
  direction: -1 | 1,
  bareUnit: boolean,
): Draft | null {
  return readStretchUnits(t, from, i, direction, bareUnit ? "any" : "counted");
}

function readStretchUnits(
  t: DateTokens,
  from: number,
  i: number,
  direction: -1 | 1,
  mode: "any" | "counted" | "nine",
): Draft | null {
  const q = quantityAt(t, i);
  let j = q === null ? i : q.next;
  while (/^(full|difficult|turbulent|bloody|critical|consecutive|straight)$/.test(t.low[j] ?? "")) j++;
  if (isDash(t.low[j]) && q !== null) j++;
  const unit = UNITS.get(t.low[j] ?? "");
  if (unit === undefined) return null;
  if (q === null && (mode === "counted" || !t.low[j]!.endsWith("s"))) return null;
  if (mode === "nine") return null;
  const count: UnitCount = q === null ? severalOf(unit) : { unit, low: q.low, high: q.high, vague: q.vague };
  return { from, to: j + 1, meaning: { kind: "stretch", count, direction } };
}

// Sets -----------------------------------------------------------------------------------------------------------------

function readEvery(t: DateTokens, i: number): Draft | null {
  const q = quantityAt(t, i + 1);
  const j = q === null ? i + 1 : q.next;
  const word = t.low[j];
  if (word === undefined) return null;
  const unit = UNITS.get(word);
  if (unit !== undefined) {
    const count: UnitCount = q === null ? one(unit) : { unit, low: q.low, high: q.high, vague: q.vague };
    return { from: i, to: j + 1, meaning: { kind: "set", count, weekday: null, month: null } };
  }
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && isCapital(t, j))
    return { from: i, to: j + 1, meaning: { kind: "set", count: null, weekday, month: null } };
  const m = monthAt(t, j);
  if (m !== null)
    return { from: i, to: m.next, meaning: { kind: "set", count: null, weekday: null, month: m.month } };
  const part = PARTS.get(word);
  return part === undefined
    ? null
    : { from: i, to: j + 1, meaning: { kind: "set", count: one("day"), weekday: null, month: null }, part };
}

// Quantities: durations and shifts --------------------------------------------------------------------------------------

interface Quantity {
  readonly low: number;
  readonly high: number | null;
  readonly vague: boolean;
  readonly next: number;
}

/** "three", "24", "a", "a few", "several", "two or three", "two and a half", "a couple of", "dozens of", "half a". */
function quantityAt(t: DateTokens, i: number): Quantity | null {
  const w = t.low[i];
  if (w === undefined) return null;
  if (w === "several" || w === "many" || w === "few" || w === "multiple") {
    const next = t.low[i + 1] === "more" ? i + 2 : i + 1;
    return w === "many" ? { low: 3, high: null, vague: true, next } : { low: 3, high: 9, vague: true, next };
  }
  if (w === "dozens" && t.low[i + 1] === "of") return { low: 12, high: 99, vague: true, next: i + 2 };
  if (w === "half")
    return {
      low: 0.5,
      high: 0.5,
      vague: false,
      next: isOneOf(t, i + 1, "a", "an") ? i + 2 : isDash(t.low[i + 1]) ? i + 2 : i + 1,
    };
  if (w === "couple" && t.low[i + 1] === "of") return { low: 2, high: 3, vague: true, next: i + 2 };
  if (w === "a" || w === "an") {
    if (t.low[i + 1] === "few") return { low: 3, high: 9, vague: true, next: i + 2 };
    if (t.low[i + 1] === "couple")
      return { low: 2, high: 3, vague: true, next: t.low[i + 2] === "of" ? i + 3 : i + 2 };
    if (t.low[i + 1] === "dozen") return { low: 12, high: 12, vague: false, next: i + 2 };
    if (t.low[i + 1] === "hundred") return { low: 100, high: 100, vague: false, next: i + 2 };
    if (t.low[i + 1] === "half") return { low: 0.5, high: 0.5, vague: false, next: i + 2 };
    return { low: 1, high: 1, vague: false, next: i + 1 };
  }
  const n = numberAt(t, i);
  if (n === null) return null;
  let { value, next } = n;
  if (t.low[next] === "1" && t.low[next + 1] === "/" && t.low[next + 2] === "2" && !glued(t, next - 1)) {
    value += 0.5;
    next += 3;
  } else if (t.low[next] === "and" && t.low[next + 1] === "a" && t.low[next + 2] === "half") {
    value += 0.5;
    next += 3;
  } else if (
    isDash(t.low[next]) &&
    t.low[next + 1] === "and" &&
    t.low[next + 3] === "a" &&
    t.low[next + 5] === "half"
  ) {
    value += 0.5;
    next += 6;
  }
  if (isOneOf(t, next, "or", "to") || (isDash(t.low[next]) && !Number.isNaN(digits(t, next + 1)))) {
    const other = numberAt(t, next + 1);
    if (other !== null && other.value > value)
      return { low: value, high: other.value, vague: false, next: other.next };
  }
  if (t.low[next] === "more" || t.low[next] === "additional") next++;
  return { low: value, high: value, vague: false, next };
}

function numberAt(t: DateTokens, i: number): { readonly value: number; readonly next: number } | null {
  const n = digits(t, i);
  if (!Number.isNaN(n)) {
    if (glued(t, i) && t.low[i + 1] === "." && glued(t, i + 1) && !Number.isNaN(digits(t, i + 2))) {
      return { value: Number(`${t.low[i]}.${t.low[i + 2]}`), next: i + 3 };
    }
    if (
      glued(t, i) &&
      t.low[i + 1] === "," &&
      t.low[i + 2]?.length === 3 &&
      !Number.isNaN(digits(t, i + 2))
    ) {
      return { value: n * 1000 + digits(t, i + 2), next: i + 3 };
    }
    return { value: n, next: i + 1 };
  }
  const w = t.low[i];
  const word = w === undefined ? undefined : NUMBERS.get(w);
  if (word === undefined || w === "a" || w === "an") return null;
  let value = word[0];
  let next = i + 1;
  if (value >= 20 && value < 100) {
    const k = isDash(t.low[next]) ? next + 1 : next;
    const unit = NUMBERS.get(t.low[k] ?? "");
    if (unit !== undefined && unit[0] < 10 && t.low[k] !== "a" && t.low[k] !== "an") {
      value += unit[0];
      next = k + 1;
    }
  }
  if (t.low[next] === "hundred") {
    value *= 100;
    next++;
  }
  return { value, next };
}

const HEDGES: readonly (readonly string[])[] = [
  ["more", "than"],
  ["less", "than"],
  ["at", "least"],
  ["up", "to"],
  ["just", "over"],
  ["just", "under"],
  ["about"],
  ["around"],
  ["roughly"],
  ["approximately"],
  ["nearly"],
  ["almost"],
  ["over"],
  ["some"],
];

const AGE = /^(old|olds|aged)$/;

/** "two days ago", "three weeks later", "for six months", "24-hour", "a week-long", "nearly two years". */
function readQuantity(t: DateTokens, i: number): Draft | null {
  const hedge = HEDGES.find((h) => h.every((word, k) => t.low[i + k] === word));
  const at = i + (hedge?.length ?? 0);
  let q = quantityAt(t, at);
  let j = q === null ? at : q.next;
  let hyphen = false;
  if (q !== null && isDash(t.low[j]) && glued(t, j)) {
    j++;
    hyphen = true;
  }
  if (q !== null && !hyphen)
    while (
      /^(full|straight|consecutive|whole|long|successive|bloody|grueling|gruelling|tense)$/.test(
        t.low[j] ?? "",
      ) &&
      j < q.next + 2
    )
      j++;
  const word = t.low[j];
  const unit = word === undefined ? undefined : UNITS.get(word);
  if (word === undefined || unit === undefined) return null;
  if (unit === "second" && (word === "second" || q === null)) return null;
  // "three-quarters of the town"
  if (unit === "quarter" && hyphen) return null;
  if (q === null) {
    // a bare unit: "days later", "weeks of fighting", "year-long", "months-long"
    if (hedge !== undefined) return null;
    const long = isDash(t.low[j + 1]) && t.low[j + 2] === "long";
    if (long)
      return {
        from: i,
        to: j + 3,
        meaning: { kind: "duration", count: word.endsWith("s") ? severalOf(unit) : one(unit) },
      };
    if (!word.endsWith("s")) return null;
    q = { low: 2, high: null, vague: true, next: j };
  }
  const count: UnitCount = { unit, low: q.low, high: q.high, vague: q.vague };
  const approximate = hedge !== undefined;
  const from = i;
  let to = j + 1;
  // "a minute and a half"
  if (q.low === 1 && t.low[to] === "and" && t.low[to + 1] === "a" && t.low[to + 2] === "half") {
    const count: UnitCount = { unit, low: 1.5, high: 1.5, vague: false };
    return { from, to: to + 3, meaning: { kind: "duration", count } };
  }
  if (isDash(t.low[to]) && glued(t, j)) {
    if (AGE.test(t.low[to + 1] ?? "")) return null; // "a 12-year-old"
    if (t.low[to + 1] === "long") to += 2;
    else if (isOneOf(t, to + 1, "earlier", "ago")) to += 1;
  }
  if (AGE.test(t.low[to] ?? "") || (t.low[to] === "of" && t.low[to + 1] === "age")) return null;
  const next = t.low[to];
  if (next === "ago" || (next === "back" && unit !== "second"))
    return {
      from,
      to: to + 1,
      meaning: { kind: "shift", count, direction: -1, anchor: "publication" },
      approximate,
    };
  if (next === "from" && t.low[to + 1] === "now")
    return {
      from,
      to: to + 2,
      meaning: { kind: "shift", count, direction: 1, anchor: "publication" },
      approximate,
    };
  if (
    next === "earlier" ||
    next === "later" ||
    next === "afterwards" ||
    next === "afterward" ||
    next === "beforehand" ||
    next === "previously"
  ) {
    const direction = next === "later" || next.startsWith("after") ? 1 : -1;
    return {
      from,
      to: to + 1,
      meaning: { kind: "shift", count, direction, anchor: "narrative" },
      approximate,
    };
  }
  const per = word.endsWith("s") ? false : t.low[at] === "a" || t.low[at] === "an";
  if (per && isRate(t, i)) return { from, to, meaning: { kind: "set", count, weekday: null, month: null } };
  if (per && next !== undefined && t.low[at] === "a" && !hyphen && unit === "second") return null;
  return { from, to, meaning: { kind: "duration", count }, approximate };
}

/** "100 rockets a day", "three times a week": how often, not how long. */
function isRate(t: DateTokens, i: number): boolean {
  const before = t.low[i - 1];
  if (before === undefined) return false;
  if (
    /^(times|twice|once|percent|million|billion|dollars|people|barrels|shells|rockets|drones|hours|%)$/.test(
      before,
    )
  )
    return true;
  return !Number.isNaN(digits(t, i - 1));
}
