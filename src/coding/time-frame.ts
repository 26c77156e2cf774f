import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates, subtree } from "../language/tree.js";
import type { DateInterval } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { resolveDate } from "../text/resolve-date.js";
import { isAbout } from "./clause-scope.js";
import { tenseOf } from "./clause-tense.js";
import type { DateLexicon } from "./date-lexicon.js";
import type { ParsedReport } from "./parsed-report.js";
import { isCarried, isOldNews, type PlacedDate } from "./placed-date.js";

/** The date expressions of each sentence of a report, as far as it has been read. */
export type PlacedDates = readonly (readonly PlacedDate[])[];

/** The time that a passage tells of, from the sentence that says so until one tells of another time or of today's news. */
export interface TimeFrame {
  readonly interval: DateInterval;
  readonly sentence: number;
  /** More than a week before the report: no news. */
  readonly isOld: boolean;
  /** Told in the words of somebody, who goes on with the news: "violated the truce in May, he said. He thanked the envoy". */
  readonly isSaid: boolean;
}

/** How many sentences back a telling goes on from. */
const MOST_SENTENCES = 4;

/** The time that a sentence goes on with; null where none was told before it in its section, or the news came back since. */
export function frameBefore(
  parsed: ParsedReport,
  placed: PlacedDates,
  sentence: number,
  lexicon: DateLexicon,
  most = MOST_SENTENCES,
): TimeFrame | null {
  const { sentences, passageOf } = parsed;
  const i = sentence - 1;
  if (i < 0 || most === 0 || isNewSection(parsed, sentence)) return null;
  const next = passageOf[i] === passageOf[sentence] ? sentences[sentence]! : null;
  const own = frameOf(parsed, placed, i, next, lexicon);
  const frame = own ?? frameBefore(parsed, placed, i, lexicon, most - 1);
  if (!frame?.isOld) return frame;
  // of what is long gone only the paragraph tells, or a section that begins with it; what is said of now ends it
  const isNear = passageOf[frame.sentence] === passageOf[sentence] || isNewSection(parsed, frame.sentence);
  const s = sentences[i]!;
  return isNear && (own !== null || /^(?:past|none)$/.test(tenseOf(s, rootOf(s)))) ? frame : null;
}

/**
 * The time that a sentence tells of by its own dates.
 *
 * @param next the sentence of the same paragraph right behind it; null for none
 */
function frameOf(
  { sentences, report: { published } }: ParsedReport,
  placed: PlacedDates,
  sentence: number,
  next: Sentence | null,
  lexicon: DateLexicon,
): TimeFrame | null {
  const s = sentences[sentence]!;
  const isOld = (interval: DateInterval) => isOldNews(interval, published);
  const told = (placed[sentence] ?? [])
    .map((d) => whenDate(s, d, published))
    .filter(
      (d) =>
        isDating(d.expression) &&
        d.expression.bound === null &&
        d.tense !== "future" &&
        !isLookedBackOn(s, d) &&
        // "a tournament next month": nothing past goes on from there
        (d.interval.from ?? "") <= (published.to ?? "9999") &&
        // "Last year the group abducted six aid workers. It released them …"
        (isCarried(d.interval) ||
          (next !== null && d.governor === rootOf(s) && d.interval.basis !== "unknown")) &&
        (!isOld(d.interval) || isTelling(s, d, lexicon) || (next !== null && isTakenUp(s, d, next, lexicon))),
    );
  // "killed on Monday, the network said on Wednesday": the telling goes on from Monday
  const events = told.filter((d) => !isAbout(s, d.governor));
  const last = (events.length > 0 ? events : told)
    // "attacked on Thursday in response to Sunday's strikes": what came last is what the telling goes on from
    .sort((a, b) => (a.interval.to! < b.interval.to! ? -1 : 1))
    .at(-1);
  return last === undefined
    ? null
    : { interval: last.interval, sentence, isOld: isOld(last.interval), isSaid: isSaid(s, last) };
}

/** "Held until April, when nine men were shot dead": what follows is of that April. */
function whenDate(s: Sentence, d: PlacedDate, published: DateInterval): PlacedDate {
  const { bound } = d.expression;
  const at = s.form[d.to] === "," ? d.to + 1 : d.to;
  if ((bound !== "until" && bound !== "since") || !/^when$/i.test(s.form[at] ?? "")) return d;
  const expression = { ...d.expression, bound: null };
  return { ...d, expression, interval: resolveDate(expression, published, "past", null) };
}

/**
 * What was named in passing is told of now: "Israel, which fought a war with Iran in June, is silent. The war killed …"; "a truce declared in
 * May lasted 30 hours. Each side counted breaches of it".
 */
function isTakenUp(s: Sentence, d: PlacedDate, next: Sentence, { eventNoun }: DateLexicon): boolean {
  if (d.governor < 0) return false;
  const [topic] = subjectsOf(s);
  const isOver = topic !== undefined && tenseOf(s, rootOf(s)) === "past" && eventNoun.test(lower(s, topic));
  if (isOver && dominates(s, topic, d.governor))
    if (next.form.some((f) => /^(?:it|its|them|those)$/i.test(f))) return true;
  const named = subtree(s, d.governor).filter((t) => s.upos[t] === "NOUN");
  return subjectsOf(next).some(
    (t) =>
      children(next, t, "det").some((m) => /^(?:the|that|those)$/i.test(next.form[m]!)) &&
      named.some((n) => s.lemma[n] === next.lemma[t]),
  );
}

const subjectsOf = (s: Sentence): number[] => children(s, rootOf(s), "nsubj", "nsubj:pass");

/** Whether a date tells when what its sentence tells of took place, and not only when something named in passing did. */
export function isTelling(s: Sentence, d: PlacedDate, { eventNoun, words }: DateLexicon): boolean {
  let t = d.governor;
  for (let steps = 0; t >= 0 && steps < 8; steps++) {
    const up = s.head[t]!;
    if (up < 0) return true;
    const marks = children(s, t, "case", "mark", "advmod").map((m) => lower(s, m));
    switch (baseRelation(s, t)) {
      case "conj":
      case "parataxis":
      case "ccomp":
      case "xcomp":
        break;
      case "acl":
        // "Ties between the two | soured in May": the verb that the parser has hung on its subject
        if (s.relation[t] === "acl" && s.form[t - 1] !== "," && tenseOf(s, rootOf(s)) === "none") return true;
        // "was in Moscow, where he met the president" goes on with the telling; "Kenya, which hosted talks in May, urged" does not
        if (!marks.some((m) => words.when.has(m) || m === "where")) return false;
        break;
      case "advcl":
        if (marks.includes("since")) return false;
        break;
      default:
        if (s.upos[t] === "VERB") break;
        if (isAbout(s, up) || words.made.has(lower(s, t)) || !eventNoun.test(lower(s, t))) return false;
    }
    t = up;
  }
  return false;
}

/** Whether a date is of what somebody is quoted with. */
function isSaid(s: Sentence, { governor }: PlacedDate): boolean {
  const isSaying = (t: number) => /^(?:ccomp|parataxis)$/.test(baseRelation(s, t)) && s.head[t]! >= 0;
  for (let t = governor; t >= 0; t = s.head[t]!) {
    if (isSaying(t) && isAbout(s, s.head[t]!)) return true;
    if (children(s, t, "parataxis").some((c) => isAbout(s, c) && s.form.lastIndexOf(";", c) < t)) return true;
  }
  return false;
}

/** "An answer to strikes | two nights earlier": what is only referred to is no telling that goes on. */
const isLookedBackOn = (s: Sentence, { expression: e, governor }: PlacedDate): boolean =>
  e.kind === "shift" &&
  e.anchor === "narrative" &&
  e.direction < 0 &&
  governor >= 0 &&
  s.upos[governor] === "NOUN";

/** Whether a subheading stands right before the passage that a sentence begins. */
export function isNewSection({ report, passageOf }: ParsedReport, sentence: number): boolean {
  const before = sentence === 0 ? -1 : passageOf[sentence - 1]!;
  return report.passages.slice(before + 1, passageOf[sentence]!).some((p) => p.kind === "subheading");
}

export const rootOf = (s: Sentence): number =>
  Math.max(
    0,
    s.head.findIndex((h) => h < 0),
  );
