import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates, subtree } from "../language/tree.js";
import { type DateInterval, dayNumber, isoDay, UNKNOWN_DATE } from "../text/civil-date.js";
import type { DatedClauses } from "./dates.js";
import type { EventDraft } from "./event-draft.js";
import { isBlaming } from "./event-phrases.js";
import type { EventType } from "./event-types.js";
import type { EventWords } from "./event-words.js";
import { actOf } from "./frame-matcher.js";
import type { ParsedReport } from "./parsed-report.js";
import { periodCovered } from "./period-covered.js";
import { isOldNews } from "./placed-date.js";

/** Types that are words: said on the day that is reported, unless the text says otherwise. */
const VERBAL = new Set<EventType>(["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** "Moscow accepts the invitation", "appreciates the offer": done by saying so. */
const isAnswered = ({ type, match }: EventDraft): boolean => {
  const act = actOf(match);
  return (type === "AGREE" || type === "SUPPORT") && (act === "accepts" || act === "welcomes");
};

/** Words that are no promise: what they are about may lie ahead, they do not. */
const SAID = new Set<EventType>(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"]);

/** Days before publication in which news that names no day happened. */
const NEWS_DAYS = 2;

/**
 * Dates the events that their own clause leaves undated, by news convention, with basis `inferred`: what was told last in the same
 * section goes on; else news is of the day of publication or the two before, words of that day or the one before.
 * In a digest it is of the period that it covers. What is planned lies ahead of the report, with an open end; what is only supposed stays undated, as does everything in a report of
 * unknown date.
 */
export function eventDater(
  parsed: ParsedReport,
  dates: DatedClauses,
  words: EventWords,
): (draft: EventDraft) => EventDraft {
  const { published } = parsed.report;
  const covered = periodCovered(parsed.report);
  return (draft) => {
    const head = draft.match.carrier >= 0 ? draft.match.carrier : draft.token;
    if (draft.presupposed >= 0) return { ...draft, date: presupposedDate(parsed, draft, head, dates) };
    const tense = dates.tenseOf(draft.sentence, head);
    const s = parsed.sentences[draft.sentence]!;
    const goesOn =
      (tense === "present" &&
        !draft.spoken &&
        !isOver(s, draft, words) &&
        !isAnswered(draft) &&
        !isCharge(s, draft, head, words)) ||
      lasts(s, draft, head, dates);
    const isTimetabled =
      tense === "present" &&
      draft.date.from !== null &&
      draft.date.from > (published.to ?? "9999") &&
      !SAID.has(draft.type);
    const told = isTimetabled ? "planned" : goesOn ? "ongoing" : "happened";
    const status = draft.status === "happened" ? told : draft.status;
    // what has happened is not of a day to come, nor is what is said: "was ready to call a truce over Christmas"
    const isOfNow =
      status === "happened" || status === "ongoing" || status === "offered" || SAID.has(draft.type);
    const isAhead = (d: DateInterval | null) =>
      d?.from != null && published.to !== null && d.from > published.to && isOfNow;
    const isDated = draft.date.basis !== "unknown" && !isAhead(draft.date);
    if (isDated || published.from === null || published.to === null) return { ...draft, status };
    // "broke down in November. The crossing has been closed ever since"
    const from = status === "ongoing" && isEverSince(s, head) ? dates.lastTold(draft.sentence) : null;
    if (from?.from)
      return { ...draft, status, date: { from: from.from, to: published.to, basis: "inferred" } };
    if (status === "ongoing" && isSoFar(s, head))
      return { ...draft, status, date: { from: null, to: published.to, basis: "inferred" } };
    const stretch = dates.stretchAt(draft.sentence, head);
    // "has for decades refused talks"
    if (status === "ongoing" && stretch) return { ...draft, status, date: stretch };
    const beside = stretch ?? dates.sentenceDate(draft.sentence, head);
    const date = inferred(s, draft, tense, isAhead(beside) ? null : beside, dates, published, covered);
    return { ...draft, status, ...(date ? { date } : {}) };
  };
}

/** The date of harm counted at a token: of an act that is only referred to ("convicted of the murder of three") that act's, else its clause's. */
export function harmDater(
  { sentences }: ParsedReport,
  dates: DatedClauses,
  drafts: readonly EventDraft[],
): (sentence: number, token: number) => DateInterval {
  return (sentence, token) => {
    const act = drafts.find(
      (d) => d.sentence === sentence && d.presupposed >= 0 && dominates(sentences[sentence]!, d.token, token),
    );
    return act ? act.date : dates.dateAt(sentence, token);
  };
}

/** "On Monday acknowledged the murder of the priests in May": the day that its own words give; else some time up to the day of the words. */
function presupposedDate(
  { report: { published }, sentences }: ParsedReport,
  draft: EventDraft,
  head: number,
  dates: DatedClauses,
): DateInterval {
  const s = sentences[draft.sentence]!;
  const own = dates.datedBy(draft.sentence, draft.token);
  // "investigate the murder of a judge | on 3 May", whatever the parser hangs the day on
  const inside = subtree(s, head);
  const near = own !== null && own.evidence.start - s.end[inside.at(-1)!]! <= " on the ".length;
  if (near && own.evidence.end > s.start[inside[0]!]!) return own.interval;
  if (published.to === null) return UNKNOWN_DATE;
  let said: DateInterval | null = null;
  for (let t = draft.presupposed; t >= 0 && said === null; t = s.head[t]!)
    said = dates.datedBy(draft.sentence, t)?.interval ?? null;
  const to = said?.to != null && said.to <= published.to ? said.to : published.to;
  return { from: null, to, basis: "inferred" };
}

/**
 * "have been fighting", "has encircled the town for months", "the crossing has been closed since Monday", "said they were refusing": what lasts
 * until it is told. Of harm that was done since a day each is over.
 */
function lasts(s: Sentence, draft: EventDraft, head: number, dates: DatedClauses): boolean {
  if (draft.match.kind === "noun" && draft.match.carrier < 0) return false;
  // "sought to bridge the gaps"
  if (draft.attempted) return true;
  const auxiliaries = children(s, head, "aux", "cop", "aux:pass").map((t) => s.form[t]!.toLowerCase());
  const progressive = s.xpos[head] === "VBG";
  const perfect = auxiliaries.some((a) => /^(?:has|have|['’]ve)$/.test(a));
  if (perfect && progressive && auxiliaries.includes("been")) return true;
  // "said that its men were holding the bridge"
  if (progressive && auxiliaries.some((a) => /^(?:was|were)$/.test(a)))
    return baseRelation(s, head) === "ccomp" && KEPT_UP.has(draft.type);
  // whoever was driven out is gone
  if (!perfect || draft.mode === "expel") return false;
  const holds = draft.type === "RETREAT" && draft.mode === "ceasefire";
  if (!(draft.type === "ASSAULT" ? draft.mutual : holds || GOING_ON.has(draft.type))) return false;
  if (isEverSince(s, head) || isSoFar(s, head)) return true;
  const since = dates.expressions[draft.sentence]!.some(
    (d) => d.expression.bound === "since" && d.governor === head,
  );
  return since || dates.stretchAt(draft.sentence, head) !== null;
}

/** "Has been closed | ever since", "has since been closed". */
const isEverSince = (s: Sentence, head: number): boolean =>
  children(s, head, "advmod").some((t) => /^(?:since|still)$/i.test(s.form[t]!)) ||
  s.form.some(
    (f, t) => t > head && t < head + 8 && /^ever$/i.test(f) && /^since$/i.test(s.form[t + 1] ?? ""),
  );

/** "Has so far ruled out talks". */
const isSoFar = (s: Sentence, head: number): boolean =>
  children(s, head, "advmod").some((t) => /^far$/i.test(s.form[t]!) && /^so$/i.test(s.form[t - 1] ?? ""));

/** Types that go on where they are told as being done: "was providing food", but "was withdrawing from the series" announces. */
const KEPT_UP = new Set<EventType>(["AID", "REJECT", "COERCE"]);
/** Types of deeds and states that last, unlike words. */
const GOING_ON = new Set<EventType>([
  "AID",
  "COERCE",
  "COOPERATE",
  "CONSULT",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "SANCTION",
  "SUPPORT",
]);

/**
 * "Kinshasa accuses Rwanda | of shelling a town": the news of the day, said once, though in the present, and over with what it is about; but
 * "which Kinshasa accuses of arming them", "each accuses the other" tell how the two stand.
 */
function isCharge(s: Sentence, { type, mutual }: EventDraft, head: number, words: EventWords): boolean {
  const isNews = (t: number) =>
    !isSubordinate(s, t) && /^(?:root|parataxis)$/.test(baseRelation(s, t)) && /^VB[ZP]$/.test(s.xpos[t]!);
  if (type === "ACCUSE") return !mutual && isNews(head);
  const governor = s.head[head]!;
  const over = governor >= 0 && baseRelation(s, head) === "acl" ? s.head[governor]! : governor;
  return type === "ASSAULT" && s.xpos[head] === "VBG" && isBlaming(s, over, words);
}

/** "Ties have soured | as Mali accuses its neighbour", whatever the parser makes of "as". */
const isSubordinate = (s: Sentence, verb: number): boolean => {
  for (let t = verb - 1; t >= 0 && s.form[t] !== "," && s.upos[t] !== "VERB"; t--)
    if (/^(?:as|while|whilst|when|because|since|although|though)$/i.test(s.form[t]!)) return true;
  return false;
};

/**
 * "condemns the murder of a judge", "the attacks raise doubts": violence that a noun names is over, whatever is said of it now, unless it is
 * a state ("the siege starves the town") or its like goes on ("attacks on clinics worry doctors").
 */
function isOver(s: Sentence, { match, token, type }: EventDraft, words: EventWords): boolean {
  if (match.kind !== "noun" || match.carrier >= 0 || type !== "ASSAULT") return false;
  if (words.lasting.has(s.lemma[token]!.toLowerCase())) return false;
  return s.xpos[token] !== "NNS" || children(s, token, "det", "nmod:poss").length > 0;
}

/** "Blamed the raid on the closure of a base in March": the day of what is spoken of. */
const isSpokenOf = (s: Sentence, { sentence, token }: EventDraft, dates: DatedClauses): boolean =>
  dates.expressions[sentence]!.some((d) => d.governor >= 0 && dominates(s, token, d.governor));

function inferred(
  s: Sentence,
  draft: EventDraft,
  tense: string,
  told: DateInterval | null,
  dates: DatedClauses,
  published: DateInterval,
  covered: DateInterval | null,
): DateInterval | null {
  // "talks are due to open in Accra on Friday": of what is to come only a day that is to come
  if (draft.status === "planned" && told?.from && told.from >= published.from!)
    return { ...told, basis: "inferred" };
  if (draft.status === "hypothetical") return null;
  if (draft.status === "planned") {
    // "it would bring a battalion home": from the report on; of a pact of long ago nothing is known
    const near = told ?? dates.contextDate(draft.sentence, draft.token)?.interval;
    const isOld = near?.from && dayNumber(near.from) < dayNumber(published.from!) - NEWS_DAYS;
    if (isOld) return null;
    // what is undertaken lies ahead, the undertaking itself is of the words
    if (draft.type !== "AGREE") return { from: published.from, to: null, basis: "inferred" };
  }
  const verbal =
    VERBAL.has(draft.type) &&
    (draft.match.kind !== "noun" || (draft.status === "offered" && draft.frame.status === null));
  // what is asked for or offered is of the words, whatever was told of before
  const isWished =
    draft.match.kind !== "noun" && (draft.status === "called-for" || draft.status === "offered");
  // "said in November that it accepted the plan"
  const said = verbal ? dates.saidAt(draft.sentence, draft.token) : null;
  if (said && said.to !== null && said.to <= published.to!) return said;
  const context = told
    ? { interval: told, holdsWords: isOldNews(told, published) && !isSpokenOf(s, draft, dates) }
    : dates.contextDate(draft.sentence, draft.token);
  // "On October 28 the government declared … The rebels rejected it": words of that day; what is said of late is said now
  const isOfThen =
    verbal || isWished
      ? tense === "past" && context?.holdsWords && draft.status !== "called-for"
      : tense !== "present" && (told !== null || tense !== "perfect");
  if (context && isOfThen) return { ...context.interval, basis: "inferred" };
  // of a digest all is of its time
  const back = (days: number): DateInterval =>
    covered ?? { from: isoDay(dayNumber(published.from!) - days), to: published.to, basis: "inferred" };
  return dates.distantFrom(draft.sentence, draft.token, back(1)) ?? back(verbal || isWished ? 1 : NEWS_DAYS);
}
