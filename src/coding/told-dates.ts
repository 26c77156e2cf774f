import type { Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { type DateInterval, dayNumber } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { isAbout } from "./clause-scope.js";
import { tenseOf } from "./clause-tense.js";
import type { ParsedReport } from "./parsed-report.js";
import { isCarried, type PlacedDate } from "./placed-date.js";

/** The date expressions of each sentence of a report. */
export type PlacedDates = readonly (readonly PlacedDate[])[];

/** How many sentences back a telling goes on from. */
const CARRY_SENTENCES = 4;

/** The date that what is told in the past inherits from the telling before it in the same section; null where there is none. */
export function contextDate(
  parsed: ParsedReport,
  expressions: PlacedDates,
  { sentence, token }: { readonly sentence: number; readonly token: number },
): DateInterval | null {
  const { sentences, passageOf, report } = parsed;
  const s = sentences[sentence];
  if (s === undefined || !isToldAsPast(s, token)) return null;
  const passage = passageOf[sentence];
  for (let i = sentence - 1; i >= 0 && sentence - i <= CARRY_SENTENCES; i--) {
    if (passageOf[i] !== passageOf[i + 1] && isNewSection(parsed, i + 1)) return null;
    const before = sentences[i]!;
    const goesOn = passageOf[i] === passage && i === sentence - 1;
    const here = (expressions[i] ?? []).filter(
      (d) =>
        isDating(d.expression) &&
        d.expression.bound === null &&
        !isLookedBackOn(before, d) &&
        // "a tournament next month": nothing past goes on from there
        (d.interval.from ?? "") <= (report.published.to ?? "9999") &&
        // "Last year the group abducted six aid workers. It released them …"
        (isCarried(d.interval) ||
          (goesOn && d.governor === rootOf(before) && d.interval.basis !== "unknown")),
    );
    // "killed on Monday, the network said on Wednesday": the telling goes on from Monday
    const events = here.filter((d) => !isAbout(before, d.governor));
    const last = (events.length > 0 ? events : here)
      // "attacked on Thursday in response to Sunday's strikes": what came last is what the telling goes on from
      .sort((a, b) => (a.interval.to! < b.interval.to! ? -1 : 1))
      .at(-1);
    if (last === undefined) continue;
    if (passageOf[i] !== passage && isBackground(parsed, sentence, last.interval)) return null;
    return { ...last.interval, basis: "inferred" };
  }
  return null;
}

/** "Two men were shot"; "the report adds that two men | were shot"; a sentence whose tree has no verb at its root. */
function isToldAsPast(s: Sentence, token: number): boolean {
  const root = rootOf(s);
  const tense = tenseOf(s, root);
  if (tense === "past") return true;
  return (tense === "none" || (tense === "present" && isAbout(s, root))) && tenseOf(s, token) === "past";
}

/** "An answer to strikes | two nights earlier": what is only referred to is no telling that goes on. */
const isLookedBackOn = (s: Sentence, { expression: e, governor }: PlacedDate): boolean =>
  e.kind === "shift" &&
  e.anchor === "narrative" &&
  e.direction < 0 &&
  governor >= 0 &&
  s.upos[governor] === "NOUN";

/** What lies further back is background: the next paragraph returns to the news. */
const NEWS_DAYS = 14;

/** Long before the report, and not in a section of its own that tells of it. */
function isBackground(
  { report, passageOf }: ParsedReport,
  sentence: number,
  interval: DateInterval,
): boolean {
  const { from } = report.published;
  if (from === null || interval.to === null || dayNumber(from) - dayNumber(interval.to) <= NEWS_DAYS)
    return false;
  return !report.passages.slice(0, passageOf[sentence]).some((p) => p.kind === "subheading");
}

/** The date that was told last in the two sentences before; null where none was. */
export const lastTold = (expressions: PlacedDates, sentence: number): DateInterval | null =>
  [...(expressions[sentence - 2] ?? []), ...(expressions[sentence - 1] ?? [])].findLast(
    (d) => isDating(d.expression) && d.interval.from !== null && isCarried(d.interval),
  )?.interval ?? null;

/** How long ago a story of its own is. */
const STORY_DAYS = 7;

/** The day of the main clause just before, in the same paragraph, where it is more than a week before the report: a story of its own. */
export function storyDate(
  { report, sentences, passageOf }: ParsedReport,
  expressions: PlacedDates,
  sentence: number,
): DateInterval | null {
  const before = sentences[sentence - 1];
  const s = sentences[sentence];
  const { from } = report.published;
  if (s === undefined || before === undefined || from === null) return null;
  if (passageOf[sentence] !== passageOf[sentence - 1] || tenseOf(s, rootOf(s)) !== "past") return null;
  // "called on both sides": of the news; "rejected it", "accepted the plan": of what was just told
  if (!s.form.some((_, t) => pointsBack(s, t))) return null;
  const root = rootOf(before);
  // "was signed in May, but suspended in June. It also …"
  const isTold = (t: number) =>
    t === root || (t >= 0 && before.head[t] === root && baseRelation(before, t) === "conj");
  const date = (expressions[sentence - 1] ?? []).findLast(
    (d) =>
      isDating(d.expression) && isTold(d.governor) && d.expression.bound === null && d.interval.to !== null,
  );
  if (date === undefined || dayNumber(from) - dayNumber(date.interval.to!) <= STORY_DAYS) return null;
  return { ...date.interval, basis: "inferred" };
}

/** "It", "that offer", "their plan", "rejected | the decision". */
const pointsBack = (s: Sentence, t: number): boolean =>
  s.upos[t] === "PRON" ||
  /^(?:this|that|these|those|its|their|his|her)$/i.test(s.form[t]!) ||
  (/^the$/i.test(s.form[t]!) && baseRelation(s, s.head[t]!) === "obj");

/** Whether a subheading stands right before the passage that a sentence begins. */
export function isNewSection({ report, passageOf }: ParsedReport, sentence: number): boolean {
  const before = sentence === 0 ? -1 : passageOf[sentence - 1]!;
  return report.passages.slice(before + 1, passageOf[sentence]!).some((p) => p.kind === "subheading");
}

const rootOf = (s: Sentence): number =>
  Math.max(
    0,
    s.head.findIndex((h) => h < 0),
  );
