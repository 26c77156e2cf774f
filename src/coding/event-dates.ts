import type { Sentence } from "../language/sentence.js";
import { children } from "../language/tree.js";
import { type DateInterval, dayNumber, isoDay } from "../text/civil-date.js";
import type { DatedClauses } from "./dates.js";
import type { EventDraft } from "./event-draft.js";
import type { EventType } from "./event-types.js";
import type { ParsedReport } from "./parsed-report.js";

/** Types that are words: said on the day that is reported, unless the text says otherwise. */
const VERBAL = new Set<EventType>(["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** Days before publication in which news that names no day happened. */
const NEWS_DAYS = 2;

/**
 * Dates the events that their own clause leaves undated, by news convention, with basis `inferred`: what was told last in the same
 * section goes on; else news is of the day of publication or the two before, words of that day or the one before.
 * What is planned lies ahead of the report, with an open end; what is only supposed stays undated, as does everything in a report of
 * unknown date.
 */
export function eventDater(parsed: ParsedReport, dates: DatedClauses): (draft: EventDraft) => EventDraft {
  const { published } = parsed.report;
  return (draft) => {
    const head = draft.match.carrier >= 0 ? draft.match.carrier : draft.token;
    const tense = dates.tenseOf(draft.sentence, head);
    const goesOn = tense === "present" && !draft.spoken && !isOver(parsed.sentences[draft.sentence]!, draft);
    const status = draft.status === "happened" && goesOn ? "ongoing" : draft.status;
    if (draft.date.basis !== "unknown" || published.from === null || published.to === null)
      return { ...draft, status };
    const told = dates.stretchAt(draft.sentence, head) ?? dates.sentenceDate(draft.sentence, head);
    const date = inferred(draft, tense, told, dates, published);
    return { ...draft, status, ...(date ? { date } : {}) };
  };
}

/** "condemns the murder of a judge": one deed that a noun names is over, whatever is said of it now. */
function isOver(s: Sentence, { match, token, mode }: EventDraft): boolean {
  if (match.kind !== "noun" || !SINGLE_DEEDS.has(mode ?? "") || s.xpos[token] !== "NN") return false;
  return children(s, token, "det").some((d) => /^(?:the|this|that)$/i.test(s.form[d]!));
}

const SINGLE_DEEDS = new Set(["targeted", "abduct", "suicide-attack", "explosives"]);

function inferred(
  draft: EventDraft,
  tense: string,
  told: DateInterval | null,
  dates: DatedClauses,
  published: DateInterval,
): DateInterval | null {
  // "talks are due to open in Accra on Friday": of what is to come only a day that is to come
  if (draft.status === "planned" && told?.from && told.from >= published.from!)
    return { ...told, basis: "inferred" };
  if (draft.status === "hypothetical") return null;
  if (draft.status === "planned") {
    // "it would bring a battalion home": from the report on; of a pact of long ago nothing is known
    const near = told ?? dates.contextDate(draft.sentence);
    const isOld = near?.from && dayNumber(near.from) < dayNumber(published.from!) - NEWS_DAYS;
    if (isOld) return null;
    // what is undertaken lies ahead, the undertaking itself is of the words
    if (draft.type !== "AGREE") return { from: published.from, to: null, basis: "inferred" };
  }
  const verbal = VERBAL.has(draft.type) && draft.match.kind !== "noun";
  const context = told ?? dates.contextDate(draft.sentence);
  if (context && !verbal && tense !== "present") return { ...context, basis: "inferred" };
  // "On October 28 the government declared … The rebels rejected it": words of that day, not of the report's
  const story = tense === "past" && told === null ? dates.storyDate(draft.sentence) : null;
  if (story) return story;
  const back = (days: number): DateInterval => ({
    from: isoDay(dayNumber(published.from!) - days),
    to: published.to,
    basis: "inferred",
  });
  return dates.distantFrom(draft.sentence, draft.token, back(1)) ?? back(verbal ? 1 : NEWS_DAYS);
}
