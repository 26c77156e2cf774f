import { dayNumber, isoDay } from "../text/civil-date.js";
import type { Span } from "../text/span.js";
import type { Draft } from "./block.js";
import { DAY_RANKS, type HeadDay } from "./head-line.js";
import { inferPublished } from "./infer-published.js";
import type { SourceLexicons } from "./lexicons.js";
import type { Passage, Published } from "./report.js";
import { isoOf } from "./stated-day.js";

/** What is known of a report's day before its text is searched. */
export interface DatingEvidence {
  /** Given by the reader (`--published`): a day, or two joined by "..". */
  readonly given: string | null;
  /** In a header line, a dateline or a line under the headline. */
  readonly stated: HeadDay | null;
  readonly metadata: Draft["dated"];
}

/**
 * When a report appeared: as given; as stated in the text; as the page's metadata says; else inferred from what it
 * tells. A dateline without a year takes the year of metadata within a week of it.
 * Throws a RangeError when what is given is no day.
 */
export function publishedOf(
  text: string,
  passages: readonly Passage[],
  evidence: DatingEvidence,
  lexicons: SourceLexicons,
): Published {
  if (evidence.given !== null) {
    const given = givenInterval(evidence.given);
    if (given === null)
      throw new RangeError(`not a day YYYY-MM-DD, nor two joined by "..": ${evidence.given}`);
    return { ...given, basis: "stated", reasons: ["given by the reader"], evidence: null };
  }
  const { metadata } = evidence;
  // what a page says of itself is surer than when its words were changed
  const isSure =
    metadata === null || evidence.stated === null || DAY_RANKS[evidence.stated.rank] <= DAY_RANKS.plain;
  const stated = isSure ? evidence.stated : null;
  if (stated !== null && stated.year !== null) {
    const day = isoOf(stated.year, stated.month, stated.day);
    if (day !== null) return exactly(day, "stated in the text", stated.evidence);
  }
  if (stated !== null && metadata !== null) {
    const year = Number(metadata.day.slice(0, 4));
    for (const candidate of [year, year - 1, year + 1]) {
      const day = isoOf(candidate, stated.month, stated.day);
      if (day !== null && Math.abs(dayNumber(day) - dayNumber(metadata.day)) <= 7) {
        return exactly(day, `stated in the text; the year is that of ${metadata.field}`, stated.evidence);
      }
    }
  }
  if (metadata !== null) return exactly(metadata.day, `stated by the page: ${metadata.field}`, null);
  return inferPublished(text, passages, stated, lexicons);
}

/** "2025-11-05", "2025-11-05..2025-11-27" or "2025-11" as an interval of days; null for anything else. */
export function givenInterval(value: string): { readonly from: string; readonly to: string } | null {
  const match = /^\s*(\d{4}-\d{2}(?:-\d{2})?)(?:\s*(?:\.\.|\/)\s*(\d{4}-\d{2}(?:-\d{2})?))?\s*$/.exec(value);
  if (!match) return null;
  const first = endsOf(match[1]!);
  const last = endsOf(match[2] ?? match[1]!);
  return first === null || last === null || first.from > last.to ? null : { from: first.from, to: last.to };
}

function endsOf(value: string): { from: string; to: string } | null {
  const [year, month, day] = value.split("-").map(Number);
  const from = isoOf(year!, month!, day ?? 1);
  if (from === null) return null;
  if (day !== undefined) return { from, to: from };
  const next = month === 12 ? isoOf(year! + 1, 1, 1) : isoOf(year!, month! + 1, 1);
  return next === null ? null : { from, to: isoDay(dayNumber(next) - 1) };
}

function exactly(day: string, reason: string, evidence: Span | null): Published {
  return {
    from: day,
    to: day,
    basis: "stated",
    reasons: [reason],
    evidence: evidence === null ? null : { start: evidence.start, end: evidence.end },
  };
}
