import type { Sentence } from "../language/sentence.js";
import type { DateInterval } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { isAbout } from "./clause-scope.js";
import { tenseOf } from "./clause-tense.js";
import type { DateLexicon } from "./date-lexicon.js";
import type { ParsedReport } from "./parsed-report.js";
import { isCarried } from "./placed-date.js";
import { frameBefore, type PlacedDates, rootOf } from "./time-frame.js";

/** What an undated telling goes on with: the days, and whether words do so too, as they do where the passage tells of long ago. */
export interface ContextDate {
  readonly interval: DateInterval;
  readonly holdsWords: boolean;
}

/** The time that what is told in the past goes on with; null where there is none. */
export function contextDate(
  parsed: ParsedReport,
  expressions: PlacedDates,
  { sentence, token }: { readonly sentence: number; readonly token: number },
  lexicon: DateLexicon,
): ContextDate | null {
  const s = parsed.sentences[sentence];
  if (s === undefined || !isToldAsPast(s, token)) return null;
  const frame = frameBefore(parsed, expressions, sentence, lexicon);
  return (
    frame && { interval: { ...frame.interval, basis: "inferred" }, holdsWords: frame.isOld && !frame.isSaid }
  );
}

/** "Two men were shot"; "the report adds that two men | were shot"; a sentence whose tree has no verb at its root. */
function isToldAsPast(s: Sentence, token: number): boolean {
  const root = rootOf(s);
  const tense = tenseOf(s, root);
  if (tense === "past") return true;
  return (tense === "none" || (tense === "present" && isAbout(s, root))) && tenseOf(s, token) === "past";
}

/** The date that was told last in the two sentences before; null where none was. */
export const lastTold = (expressions: PlacedDates, sentence: number): DateInterval | null =>
  [...(expressions[sentence - 2] ?? []), ...(expressions[sentence - 1] ?? [])].findLast(
    (d) => isDating(d.expression) && d.interval.from !== null && isCarried(d.interval),
  )?.interval ?? null;
