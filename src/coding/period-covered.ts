import type { Report } from "../sources/report.js";
import { type DateInterval, dayNumber } from "../text/civil-date.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { resolveDate } from "../text/resolve-date.js";

/** Passages at the head of a report that may name the period it covers. */
const HEAD = 8;

/** Days after its end in which a digest of a period appears. */
const MOST_DAYS = 20;

/** Letters of a line that names a period. */
const LINE = 60;

/**
 * The period that a digest covers: "Global overview, April 2026" above it, "it covers the period from 7 to 13 May" within. Null for a report of
 * the news of the day.
 */
export function periodCovered({ text, passages, published }: Report): DateInterval | null {
  if (published.from === null) return null;
  for (const passage of passages.slice(0, HEAD)) {
    const isLine = passage.kind !== "body" && passage.end - passage.start <= LINE;
    for (const e of findDateExpressions(text, passage)) {
      const names = isLine && e.kind === "month" && e.year !== null && e.end === passage.end;
      const tells = /\bcover(?:s|ing|ed) the period (?:from |of |between )?$/i.test(
        text.slice(passage.start, e.start),
      );
      if (!names && !(tells && (e.kind === "range" || e.kind === "month"))) continue;
      const period = resolveDate(e, published, "past");
      const since = period.to === null ? -1 : dayNumber(published.from) - dayNumber(period.to);
      if (since >= 0 && since <= MOST_DAYS) return { ...period, basis: "inferred" };
    }
  }
  return null;
}
