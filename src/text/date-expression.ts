import type { DayPart, Season, TimeUnit } from "./date-words.js";
import type { Span } from "./span.js";

/** -1 "last", 0 "this", 1 "next". */
export type Which = -1 | 0 | 1;

/** How many, both ends included; `high: null` is "more than a year". A vague word ("several") says so. */
export interface UnitCount {
  readonly unit: TimeUnit;
  readonly low: number;
  readonly high: number | null;
  readonly vague: boolean;
}

/**
 * What an expression says, before a calendar gives it days.
 *
 * - `day`, `month`, `year`, `years` (decades, centuries; both ends included), `season`, `quarter`: calendar names.
 *   `year` null where the words do not say; `yearShift` for "last year" after it, `which` for "last October".
 * - `month-day`: "the 10th".
 * - `feast`: "Christmas Day", "last Thanksgiving"; `name` as feasts.ts has it.
 * - `weekday`: `week` for "Friday of last week".
 * - `weekday-of-month`, `week-of-month`: "the last Sunday of January", "the first week of May"; `nth` counts from 1, -1 is the last.
 * - `relative-day`: days from publication: "yesterday" is -1.
 * - `unit`: "last week", "this month".
 * - `shift`: so far away from an anchor: "two days ago" from publication, "the previous day" from what was told before.
 *   `direction` 0 is "the same day".
 * - `stretch`: up to or from publication: "the past three days", "recent months", "the coming weeks".
 * - `overnight`: the night to the day of publication.
 * - `clock`: a time without its day. `part`: a part of the day without its day ("at dawn").
 * - `duration`, `set`: how long, how often. They date nothing.
 * - `vague`: "recently", "now", "soon".
 * - `range`: from one expression to another.
 */
export type DateMeaning =
  | {
      readonly kind: "day";
      readonly year: number | null;
      readonly yearShift: Which | null;
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    }
  | {
      readonly kind: "month";
      readonly year: number | null;
      readonly yearShift: Which | null;
      readonly month: number;
      readonly which: Which | null;
    }
  | { readonly kind: "month-day"; readonly day: number; readonly monthShift: Which | null }
  | {
      readonly kind: "feast";
      readonly name: string;
      readonly year: number | null;
      readonly which: Which | null;
    }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | {
      readonly kind: "season";
      readonly season: Season;
      readonly year: number | null;
      readonly which: Which | null;
    }
  | {
      readonly kind: "quarter";
      readonly quarter: number;
      readonly year: number | null;
      readonly yearShift: Which | null;
    }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly which: Which | null;
      readonly week: Which | null;
    }
  | {
      readonly kind: "weekday-of-month";
      readonly weekday: number;
      readonly nth: number;
      readonly year: number | null;
      readonly yearShift: Which | null;
      readonly month: number;
      readonly which: null;
    }
  | {
      readonly kind: "week-of-month";
      readonly nth: number;
      readonly year: number | null;
      readonly yearShift: Which | null;
      readonly month: number;
      readonly which: null;
    }
  | { readonly kind: "relative-day"; readonly offset: number }
  | { readonly kind: "unit"; readonly unit: TimeUnit; readonly which: Which }
  | {
      readonly kind: "shift";
      readonly count: UnitCount;
      readonly direction: -1 | 0 | 1;
      readonly anchor: "publication" | "narrative";
    }
  | { readonly kind: "stretch"; readonly count: UnitCount; readonly direction: -1 | 1 }
  | { readonly kind: "overnight" }
  | { readonly kind: "clock" }
  | { readonly kind: "part" }
  | { readonly kind: "duration"; readonly count: UnitCount }
  | {
      readonly kind: "set";
      readonly count: UnitCount | null;
      readonly weekday: number | null;
      readonly month: number | null;
    }
  | { readonly kind: "vague"; readonly reference: "past" | "present" | "future" }
  | { readonly kind: "range"; readonly from: DateExpression; readonly to: DateExpression };

/** Which part of it: "early May", "mid-October", "the end of the month"; `sofar` is "earlier this month". */
export type DateMod = "start" | "mid" | "end" | "sofar" | "rest";

/** The preposition that opens one end. It stands before the span. */
export type DateBound = "since" | "until" | "by" | "before" | "after";

export interface DateModifiers {
  readonly part: DayPart | null;
  readonly mod: DateMod | null;
  /** "03:00", twenty-four hours, local to the place told of. */
  readonly clock: string | null;
  readonly bound: DateBound | null;
  /** "about", "around", "roughly". */
  readonly approximate: boolean;
}

/** Words of a text that say when; the span leaves out the preposition ("on", "since") but for "the night of". */
export type DateExpression = Span & DateModifiers & DateMeaning;

/** TIMEX3's class of the expression. */
export function timexType(e: DateExpression): "DATE" | "TIME" | "DURATION" | "SET" {
  switch (e.kind) {
    case "duration":
    case "stretch":
      return "DURATION";
    case "set":
      return "SET";
    case "clock":
    case "part":
    case "overnight":
      return "TIME";
    default:
      return e.part !== null || e.clock !== null ? "TIME" : "DATE";
  }
}

/** Whether it can date an event by itself: how long and how often cannot. */
export function isDating(e: DateExpression): boolean {
  return e.kind !== "duration" && e.kind !== "set" && e.kind !== "vague";
}
