import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates } from "../language/tree.js";
import { type DateInterval, dayNumber, isoDay, UNKNOWN_DATE } from "../text/civil-date.js";
import { type DateExpression, isDating } from "../text/date-expression.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { distanceFrom, resolveDate, type Tense } from "../text/resolve-date.js";
import type { Span } from "../text/span.js";
import { ABOUT_VERBS, scopeOf } from "./clause-scope.js";
import { type ClauseTense, clauseHead, dateTense, tenseOf } from "./clause-tense.js";
import { atDistance, distanceAt, type Reach, reachOf } from "./date-reach.js";
import type { ParsedReport } from "./parsed-report.js";

/** A date expression in its sentence: tokens `from` … `to` (excluded), the token it modifies, and the days it means. */
export interface PlacedDate {
  readonly expression: DateExpression;
  readonly from: number;
  readonly to: number;
  /** The token that the expression modifies; -1 where it stands alone. */
  readonly governor: number;
  /** The tense that it was read in. */
  readonly tense: Tense;
  readonly interval: DateInterval;
  /** The quarter of a year that it names by one told before ("a year earlier", "the quarter"); null for all others. */
  readonly quarter: DateInterval | null;
}

/** An interval and the words that say it. */
export interface DatedBy {
  readonly interval: DateInterval;
  readonly evidence: Span;
}

/** When the events of a report took place, as far as its words say. */
export interface DatedClauses {
  /** Date expressions of each sentence, in order; also those that date nothing ("three-day"). */
  readonly expressions: readonly (readonly PlacedDate[])[];
  /** What dates the event at a token; null where nothing in its clause does. */
  readonly datedBy: (sentence: number, token: number) => DatedBy | null;
  /** The same, as an interval: `UNKNOWN_DATE` for null. */
  readonly dateAt: (sentence: number, token: number) => DateInterval;
  readonly tenseOf: (sentence: number, token: number) => ClauseTense;
  /**
   * What the other dates of its sentence say about an event that none of them modifies: the same time, soon or so long after or
   * before it. Basis `inferred`; null where they say nothing.
   */
  readonly sentenceDate: (sentence: number, token: number) => DateInterval | null;
  /** "said in November that it accepted the plan": the date of the saying that a clause is the content of; null where none is told. */
  readonly saidAt: (sentence: number, token: number) => DateInterval | null;
  /** The date of an event "a day after" or "hours before" which something happened at `base`; null where it is not so told. */
  readonly distantFrom: (sentence: number, token: number, base: DateInterval) => DateInterval | null;
  /** "Have shelled the region for years": from when to the day of the report; null where no such stretch is told. */
  readonly stretchAt: (sentence: number, token: number) => DateInterval | null;
  /**
   * The date that what is told in the past at a token, in a sentence without its own, inherits from the telling before it in the same section: a
   * candidate with basis `inferred`; null where there is none.
   */
  readonly contextDate: (sentence: number, token: number) => DateInterval | null;
  /** The date that was told last in the two sentences before, whatever the tense of this one; null where none was. */
  readonly lastTold: (sentence: number) => DateInterval | null;
  /** The day of the main clause just before, in the same paragraph, where it is more than a week before the report: a story of its own. */
  readonly storyDate: (sentence: number) => DateInterval | null;
}

/** Finds and resolves the date expressions of a report and ties them to clauses. */
export function datesOf(parsed: ParsedReport): DatedClauses {
  const { report, sentences } = parsed;
  const expressions: PlacedDate[][] = [];
  let told: DateInterval | null = null;
  let quarter: DateInterval | null = null;
  let latest: DateInterval | null = null;
  // the day or month told last, from which months and years are counted: "signed in August; four months later"
  let stretch: DateInterval | null = null;
  sentences.forEach((s, index) => {
    const placed: PlacedDate[] = [];
    let month: DateInterval | null = null;
    if (report.passages[parsed.passageOf[index] ?? -1]?.kind === "body" && isNewSection(parsed, index))
      told = stretch = null;
    for (const expression of findDateExpressions(report.text, sentenceSpan(s))) {
      const range = tokensOf(s, expression);
      if (range === null) continue;
      const named = quarter === null ? null : quarterBy(expression, quarter);
      if (named === null && isOfQuarter(expression)) continue;
      const governor = governorOf(s, expression, range.from, range.to);
      const tense = tenseAt(s, expression, governor, range.from);
      const interval: DateInterval =
        named ??
        thatMonth(s, expression, range.from, latest) ??
        intervalOf(
          expression,
          report.published,
          tense,
          (isCounted(expression) ? (month ?? stretch) : null) ?? told,
        );
      placed.push({ expression, ...range, governor, tense, interval, quarter: named });
      if (expression.kind === "quarter") quarter = interval;
      if (isDating(expression) && interval.from !== null) latest = interval;
      month =
        (expression.kind === "month" || expression.kind === "year") &&
        !isShort(interval) &&
        interval.from !== null
          ? interval
          : month;
      // what the telling can come back to: a day, not a year in passing
      const said = isSaid(s, governor);
      if (isDating(expression) && !said && interval.from !== null && isCarried(interval)) stretch = interval;
      if (isDating(expression) && isShort(interval) && !(said && told !== null)) told = interval;
    }
    expressions.push(coordinated(report.text, placed));
  });
  const lead = report.passages.findIndex((p) => p.kind === "body");
  const datedBy = (sentence: number, token: number): DatedBy | null => {
    const s = sentences[sentence];
    if (s === undefined) return null;
    const dates = (expressions[sentence] ?? []).filter(
      (d) => isDating(d.expression) && d.interval.basis !== "unknown",
    );
    if (dates.length === 0) return null;
    const near = dates.filter(
      (d) =>
        !isAside(s, d, token) &&
        !isOfThing(s, d, token) &&
        !(d.expression.bound === "since" && isSaidOnce(s, d.governor, token)),
    );
    const hit = find({ s, dates: near, published: report.published }, token);
    // "on Thursday, a day after the government banned rallies": the parser may give the ban the Thursday
    const all = expressions[sentence]!;
    // "the truce, agreed in May, collapsed a year later": the truce is of May
    const isOwn = all.some(
      (d) =>
        d.expression.start === hit?.evidence.start &&
        s.upos[token] === "NOUN" &&
        dominates(s, token, d.governor),
    );
    const reach = hit === null || isOwn ? null : distanceAt(s, token, all);
    if (hit === null || reach === null || hit.evidence.start >= s.start[reach.mark]!) return hit;
    const interval = atDistance(reach, hit.interval, all);
    return interval === null ? hit : { interval, evidence: hit.evidence };
  };
  return {
    expressions,
    datedBy,
    dateAt: (sentence, token) => datedBy(sentence, token)?.interval ?? UNKNOWN_DATE,
    tenseOf: (sentence, token) => {
      const s = sentences[sentence];
      return s === undefined ? "none" : tenseOf(s, token);
    },
    sentenceDate: (sentence, token) => {
      const s = sentences[sentence];
      if (s === undefined) return null;
      const dates = (expressions[sentence] ?? []).filter(
        (d) => !isAside(s, d, token) && !isOfThing(s, d, token),
      );
      const scene = { s, dates, published: report.published };
      return sentenceDate(scene, token, parsed.passageOf[sentence] === lead);
    },
    saidAt: (sentence, token) => {
      const s = sentences[sentence];
      return s === undefined
        ? null
        : saidAt({ s, dates: expressions[sentence] ?? [], published: report.published }, token);
    },
    distantFrom: (sentence, token, base) => {
      const s = sentences[sentence];
      const dates = expressions[sentence] ?? [];
      const reach = s === undefined ? null : distanceAt(s, token, dates);
      return reach === null ? null : atDistance(reach, base, dates);
    },
    stretchAt: (sentence, token) => {
      const s = sentences[sentence];
      return s === undefined ? null : stretchAt(s, expressions[sentence] ?? [], token, report.published);
    },
    contextDate: (sentence, token) => contextDate(parsed, expressions, sentence, token),
    lastTold: (sentence) =>
      [...(expressions[sentence - 2] ?? []), ...(expressions[sentence - 1] ?? [])].findLast(
        (d) => isDating(d.expression) && d.interval.from !== null && isCarried(d.interval),
      )?.interval ?? null,
    storyDate: (sentence) => storyDate(parsed, expressions, sentence),
  };
}

/** "Expressed thanks, praising the recruits trained | since May": what was said at one time is not of all the time since. */
function isSaidOnce(s: Sentence, governor: number, token: number): boolean {
  if (governor < 0 || governor === token) return false;
  const [of, verb] = [governor, token].map((t) => {
    let head = clauseHead(s, t);
    while (s.xpos[head] === "VBG" && s.head[head]! >= 0) head = clauseHead(s, s.head[head]!);
    return head;
  });
  return of === verb && s.xpos[verb!] === "VBD" && isSaid(s, verb!);
}

/** "In March 2023 …; that September": the month of the year told of last. */
function thatMonth(
  s: Sentence,
  e: DateExpression,
  from: number,
  latest: DateInterval | null,
): DateInterval | null {
  if (e.kind !== "month" || e.year !== null || latest?.from == null) return null;
  if (!/^that$/i.test(s.form[from] ?? "") && !/^that$/i.test(s.form[from - 1] ?? "")) return null;
  return resolveDate({ ...e, year: Number(latest.from.slice(0, 4)) }, latest, "past", latest);
}

/** "The quarter": said of a quarter told before, else of a town. */
function isOfQuarter(e: DateExpression): boolean {
  return e.kind === "shift" && e.count.unit === "quarter" && e.direction === 0;
}

/** "The quarter", "a year earlier", "a year ago" where a quarter is told of: that quarter, or the same of another year. */
function quarterBy(e: DateExpression, quarter: DateInterval): DateInterval | null {
  if (isOfQuarter(e)) return quarter;
  if (
    e.kind !== "shift" ||
    e.count.unit !== "year" ||
    e.count.low !== 1 ||
    e.count.high !== 1 ||
    e.direction > 0
  )
    return null;
  const moved = (day: string | null) =>
    day === null ? null : `${Number(day.slice(0, 4)) + e.direction}${day.slice(4)}`;
  return { from: moved(quarter.from), to: moved(quarter.to), basis: "relative" };
}

/**
 * "A day earlier" with no date told before: counted from the lead of the report, which tells of its day or the day before.
 */
function intervalOf(
  e: DateExpression,
  published: DateInterval,
  tense: Tense,
  told: DateInterval | null,
): DateInterval {
  const backward = e.kind === "shift" && e.anchor === "narrative" && e.direction <= 0;
  if (told !== null || !backward || published.from === null) return resolveDate(e, published, tense, told);
  const lead: DateInterval = { ...published, from: isoDay(dayNumber(published.from) - 1) };
  const interval = resolveDate(e, published, tense, lead);
  return interval.basis === "unknown" ? interval : { ...interval, basis: "inferred" };
}

/** "In May, after …  the previous month", "two weeks later": counted from the month that the sentence names, else from what was told last. */
function isCounted(e: DateExpression): boolean {
  return e.kind === "shift" && e.anchor === "narrative" && /^(week|month|year)$/.test(e.count.unit);
}

/** "On Tuesday and Wednesday" is one stretch told of twice: both words mean both days. */
function coordinated(text: string, placed: readonly PlacedDate[]): PlacedDate[] {
  const out = [...placed];
  for (let i = 0; i + 1 < out.length; i++) {
    const a = out[i]!;
    const b = out[i + 1]!;
    const between = text.slice(a.expression.end, b.expression.start);
    if (!/^\s*(?:,|,?\s*(?:and|or))\s+(?:on\s+)?$/.test(between) || a.expression.kind !== b.expression.kind)
      continue;
    if (!isDating(a.expression) || !isShort(a.interval) || !isShort(b.interval)) continue;
    const [from, to] = [a.interval.from!, b.interval.to!];
    const [low, high] = from <= to ? [from, to] : [b.interval.from!, a.interval.to!];
    const interval: DateInterval = { from: low, to: high, basis: a.interval.basis };
    if (!isShort(interval)) continue;
    out[i] = { ...a, interval };
    out[i + 1] = { ...b, interval, governor: a.governor };
  }
  return out;
}

function sentenceSpan(s: Sentence): Span {
  return { start: s.start[0] ?? 0, end: s.end[s.form.length - 1] ?? 0 };
}

/** Whether a date is that of a saying, not of what is said. */
function isSaid(s: Sentence, governor: number): boolean {
  return governor >= 0 && ABOUT_VERBS.has(s.lemma[governor]?.toLowerCase() ?? "");
}

/** Tokens that an expression covers, or null where it touches none. */
function tokensOf(s: Sentence, span: Span): { readonly from: number; readonly to: number } | null {
  let from = -1;
  let to = -1;
  for (let i = 0; i < s.form.length; i++) {
    if (s.end[i]! <= span.start || s.start[i]! >= span.end) continue;
    if (from < 0) from = i;
    to = i + 1;
  }
  return from < 0 ? null : { from, to };
}

function isNewSection(parsed: ParsedReport, sentence: number): boolean {
  const here = parsed.passageOf[sentence]!;
  const before = sentence === 0 ? -1 : parsed.passageOf[sentence - 1]!;
  for (let p = before + 1; p < here; p++) if (parsed.report.passages[p]?.kind === "subheading") return true;
  return false;
}

const SHORT_DAYS = 9;

function isShort(interval: DateInterval): boolean {
  if (interval.from === null || interval.to === null) return false;
  return Date.parse(interval.to) - Date.parse(interval.from) < SHORT_DAYS * 86_400_000;
}

/** What the telling can go on from: a day, a week, at most a month. */
function isCarried(interval: DateInterval): boolean {
  return (
    interval.from !== null && interval.to !== null && dayNumber(interval.to) - dayNumber(interval.from) <= 31
  );
}

// What an expression modifies ------------------------------------------------------------------------------------------

/** The token outside the expression that its words hang on; prepositions and auxiliaries are passed over. */
function governorOf(s: Sentence, e: DateExpression, from: number, to: number): number {
  let best = -1;
  let margin = 0;
  for (let i = from; i < to; i++) {
    const head = s.head[i]!;
    if (head >= from && head < to) continue;
    if (s.upos[i] === "PUNCT" || baseRelation(s, i) === "case") continue;
    best = head;
    margin = s.margin[i]!;
    if (s.upos[i] === "PROPN" || s.upos[i] === "NOUN") break;
  }
  for (let steps = 0; best >= 0 && steps < 4; steps++) {
    const upos = s.upos[best];
    if (
      upos === "ADP" ||
      upos === "AUX" ||
      upos === "PART" ||
      upos === "SCONJ" ||
      upos === "ADV" ||
      upos === "PUNCT"
    )
      best = s.head[best]!;
    else break;
  }
  if (best < 0) return -1;
  // "the murder of two drivers on 19 February, | which he blamed on smugglers": what follows is of no such day
  if (best > to && s.form[to] === "," && /^(?:which|who|whom)$/i.test(s.form[to + 1] ?? "")) {
    let t = from - 1;
    while (
      t > 0 &&
      s.form[t] !== "," &&
      s.upos[t] !== "VERB" &&
      !(s.upos[t] === "NOUN" && EVENT_NOUN.test(lower(s, t)))
    )
      t--;
    if (s.upos[t] === "VERB" || s.upos[t] === "NOUN") return t;
  }
  // "broke out late on Thursday between …, residents told": not sure of the verb far ahead, so the one just before
  if (margin < UNSURE && best >= to) {
    for (let i = from - 1; i >= 0 && i >= from - 4 && s.upos[i] !== "PUNCT"; i--)
      if (s.upos[i] === "VERB") return i;
  }
  const since = sinceBetween(s, best, from);
  if (since >= 0) return since;
  const later = laterClause(s, best, from);
  if (later >= 0) return later;
  const content = contentBefore(s, e, best, from);
  if (content >= 0) return content;
  // "hit a market in El Fasher on Wednesday": a market has no date, whatever the parser hangs the day on
  const thing =
    s.upos[best] !== "VERB" &&
    from > best &&
    !children(s, best, "case").some((c) => AFTER.has(lower(s, c)) || lower(s, c) === "before") &&
    !(from - best <= 2 && (lower(s, best + 1) === "of" || lower(s, from) === "of")) &&
    !(EVENT_NOUN.test(lower(s, best)) && (margin >= UNSURE || from - best <= 2));
  if (!thing && !personal(s, best, from)) return best;
  const head = clauseHead(s, best);
  const within = contentBefore(s, e, head, from);
  return within >= 0 ? within : head;
}

/**
 * "Traore, who took power with a promise to restore security, was in Moscow last week": between the word that the parser hangs the day on
 * and the day stands a comma and a finite verb, whose day it is. -1 where there is none.
 */
function laterClause(s: Sentence, governor: number, expression: number): number {
  let head = -1;
  for (let i = expression - 1; i > governor; i--) {
    if (s.form[i] === ",") return head;
    if (s.xpos[i] !== "VBD" && s.xpos[i] !== "VBZ" && s.xpos[i] !== "MD") continue;
    head = s.upos[i] === "AUX" ? s.head[i]! : i;
    if (head <= governor || head >= expression || isSaid(s, head)) return -1;
  }
  return -1;
}

/** "The deadliest raid since the fall of the city last month": the month of the fall. -1 where there is no such word. */
function sinceBetween(s: Sentence, governor: number, expression: number): number {
  for (let i = expression - 1; i > governor; i--) {
    if (s.form[i] === "," || FINITE.has(s.xpos[i]!)) return -1;
    if (lower(s, i) === "since" && s.upos[i] === "ADP" && i < expression - 1) return s.head[i]!;
  }
  return -1;
}

/** "Russia on Friday called": the day belongs to the verb, though the parser may hang it on the name. */
function personal(s: Sentence, noun: number, expression: number): boolean {
  if (s.upos[noun] !== "PROPN" && s.upos[noun] !== "NOUN" && s.upos[noun] !== "PRON") return false;
  if (expression < noun) return false;
  const relation = baseRelation(s, noun);
  if (s.upos[noun] === "PROPN" || s.upos[noun] === "PRON") return true;
  return relation === "nsubj" && PEOPLE.test(s.lemma[noun] ?? "");
}

/**
 * "Accused the army of shelling villages on Friday", "is investigating the murder of a judge in May", "described it as an answer to
 * strikes two nights earlier": the day of what is spoken of, though the parser may hang it on the word of saying. -1 where it is not.
 */
function contentBefore(s: Sentence, e: DateExpression, governor: number, expression: number): number {
  if (expression < governor || s.form[expression - 1] === ",") return -1;
  const aim = aimBefore(s, governor, expression);
  if (aim >= 0) return aim;
  if (!isSaid(s, governor)) return -1;
  // said now, of another time: what it speaks of is of that time
  const isPast =
    e.kind === "month" ||
    e.kind === "year" ||
    (e.kind === "shift" && e.direction < 0 && e.anchor === "narrative");
  const speaksOf = isPast || tenseOf(s, governor) === "present";
  for (let i = expression - 1; i > governor; i--) {
    if (s.form[i] === ",") return -1;
    const marked = children(s, i, "mark", "case").some((m) => lower(s, m) === "of");
    if (DESCRIBES.has(s.lemma[governor]!) && children(s, i, "case").some((m) => lower(s, m) === "as"))
      return i;
    if (marked && (s.xpos[i] === "VBG" || baseRelation(s, i) === "advcl")) return i;
    if (speaksOf && s.upos[i] === "NOUN" && EVENT_NOUN.test(lower(s, i)) && !SAYINGS.has(s.lemma[i]!))
      return i;
  }
  return -1;
}

/** "Agreed | to begin clearing the road in September": what is agreed on is of September. -1 where no infinitive stands between. */
function aimBefore(s: Sentence, governor: number, expression: number): number {
  if (!AGREED.has(s.lemma[governor]!) || s.upos[governor] !== "VERB") return -1;
  return (
    children(s, governor, "xcomp").find((t) => s.xpos[t] === "VB" && t > governor && t < expression) ?? -1
  );
}

const DESCRIBES: ReadonlySet<string> = new Set(["describe", "denounce", "condemn"]);

/** Nouns for what takes place at a time. */
const EVENT_NOUN =
  /^(\w*(strike|attack|fire|shell|bomb|fight|kill|clash|batt|raid|ambush|assault|offensive|incursion|invasion|operation|blast|explosion|crash|collision|massacre|murder|coup|protest|rall|riot|war|conflict|violence|siege|blockade|release|exchange|swap|abduction|kidnapping|arrest|death|talk|meeting|summit|session|visit|trip|call|conversation|conference|interview|speech|statement|address|report|announcement|vote|election|referendum|ceasefire|truce|deal|agreement|accord|pact|ceremony|funeral|deployment|withdrawal|evacuation|launch|test|flight|incident|event|escalation|flare|exercise|drill|hearing|trial|verdict|ruling|decision|deadline|tour|round|storm|flood|earthquake|quake|landslide|fall|capture|seizure|takeover|loss|victory|defeat|resolution|letter|post|video|briefing|negotiation|dialogue|march|demonstration|curfew|mediation|skirmish|hostilit|unrest|uprising|rebellion|mutin|putsch|standoff|gunbattle|gunfight|firefight|shootout|overthrow|ouster|closure|departure|arrival|assassination|genocide|pogrom|hijack|prosecution|anniversary)\w*|\w{4,}(ing|ings|tion|tions|ment|ments))$/;

const PEOPLE =
  /^(official|spokes\w+|minister|ministry|president|army|military|government|force|troop|soldier|police|authority|leader|commander|general|ambassador|envoy|diplomat|source|resident|witness|rebel|fighter|militant|gunman|group|agency|council|side|country|state|court|judge|parliament|governor|mayor|chief|secretary|delegation|office|drone|jet|warplane|medic|rescuer|worker|activist)$/;

/** Tense that a date is read in: of the clause of what it modifies; an object of planning looks ahead. */
function tenseAt(s: Sentence, e: DateExpression, governor: number, from: number): Tense {
  if (e.kind === "range" && e.to.kind === "year") return "none";
  if (e.bound === "since") return "past";
  // "officials said Wednesday": beside a verb in the past whatever the clauses around it say
  const before = s.form[from - 1]?.toLowerCase() === "on" ? from - 2 : from - 1;
  if (s.xpos[before] === "VBD" && e.bound === null) return "past";
  const token = governor >= 0 ? governor : from;
  const tense = dateTense(tenseOf(s, token));
  const lemma = s.lemma[token]?.toLowerCase() ?? "";
  // "to get around Wednesday's ruling": what a day is the owner of has been, unless it is a meeting
  if (isOwner(s, e)) return MEETING.has(lemma) ? tense : "past";
  if (governor >= 0 && tense !== "future") {
    // "talks scheduled for Monday", "the election due in March", "is expected on Friday"
    if (AHEAD_PARTICIPLE.has(lemma) && s.upos[governor] !== "NOUN" && !saysOn(s, e, lemma)) return "future";
    // "has scheduled a hearing Thursday"
    if (baseRelation(s, governor) === "obj" && SCHEDULES.has(s.lemma[s.head[governor]!] ?? ""))
      return "future";
    // "has agreed to a meeting on March 20": the nearest one
    if (
      e.kind === "day" &&
      e.year === null &&
      e.bound === null &&
      AGREED.has(lemma) &&
      s.upos[governor] === "VERB"
    )
      return "none";
    // "the ban, effective Feb. 1": no verb says that it was
    const bare = (e.kind === "day" || e.kind === "month") && e.year === null;
    if (bare && s.upos[governor] !== "VERB" && tense === "past") return "none";
  }
  return tense;
}

/** "Sunday's". */
function isOwner(s: Sentence, e: DateExpression): boolean {
  return /^['’]s?\b/.test(s.text.slice(e.end, e.end + 3));
}

const MEETING: ReadonlySet<string> = new Set(
  "talk meeting election vote summit session hearing round deadline match referendum poll conference ceremony visit trip".split(
    " ",
  ),
);

const SCHEDULES: ReadonlySet<string> = new Set(["schedule", "plan", "slate", "postpone"]);

const AHEAD_PARTICIPLE: ReadonlySet<string> = new Set(
  "schedule due plan expect slate set postpone delay expire".split(" "),
);

/** What somebody agrees to or invites to may lie ahead of it. */
const AGREED: ReadonlySet<string> = new Set(["agree", "invite", "propose", "summon", "convene"]);

function saysOn(s: Sentence, e: DateExpression, lemma: string): boolean {
  // "planned on Friday", "delayed on Friday" may tell when it was planned; "scheduled for Friday" never does
  if (lemma === "schedule" || lemma === "due" || lemma === "slate" || lemma === "expect") return false;
  const before = s.text.slice(Math.max(0, e.start - 8), e.start);
  return !/(?:for|until|to)\s+(?:the\s+)?$/.test(before);
}

// Which expression dates a token ----------------------------------------------------------------------------------------

/** Prepositions through which a verb shares the date of the event that it names. */
const SHARES: ReadonlySet<string> = new Set([
  "in",
  "during",
  "by",
  "from",
  "amid",
  "at",
  "with",
  "through",
  "throughout",
]);
const AFTER: ReadonlySet<string> = new Set(["after", "following", "since"]);
const WHEN: ReadonlySet<string> = new Set(["when", "as", "while", "whilst"]);

const SAYINGS: ReadonlySet<string> = new Set(
  "post statement interview speech video briefing conference address message letter report tweet article call".split(
    " ",
  ),
);
const NOMINAL: ReadonlySet<string> = new Set(["nsubj", "csubj", "obj", "iobj", "obl", "nmod", "appos"]);

/** Low margin: the arc may as well be wrong. @see src/language/sentence.ts */
const UNSURE = 40;

/** What is looked at to date a token: its sentence, the expressions in it, and the day of the report. */
interface Scene {
  readonly s: Sentence;
  readonly dates: readonly PlacedDate[];
  readonly published: DateInterval;
}

function find(scene: Scene, token: number): DatedBy | null {
  const { s } = scene;
  const told = NOMINAL.has(baseRelation(s, token)) && ABOUT_VERBS.has(s.lemma[s.head[token]!] ?? "");
  const hit =
    afterDate(scene, token) ??
    byTree(scene, token, 0) ??
    (told ? null : (byScope(scene, token) ?? bySurface(scene, token)));
  return hit === null ? null : { interval: hit.interval, evidence: hit.evidence };
}

/** "The deadliest since August, | when nine were killed": then, not since. */
function afterDate({ s, dates, published }: Scene, token: number): DatedBy | null {
  for (let t = token, steps = 0; t >= 0 && steps < 6; t = s.head[t]!, steps++) {
    const when = children(s, t, "advmod", "mark", "obl").find((c) => c < t && lower(s, c) === "when");
    if (when === undefined) continue;
    const end = s.form[when - 1] === "," ? when - 1 : when;
    const d = dates.find((x) => x.to === end);
    if (d === undefined) return null;
    if (d.expression.bound === null) return dated(d);
    const interval = intervalOf({ ...d.expression, bound: null }, published, "past", null);
    return interval.basis === "unknown" ? null : { ...dated(d), interval };
  }
  return null;
}

/** Arrangements and texts: the day on which one was made is not that of what it leads to. */
const MADE =
  /^(ceasefire|cease-fire|truce|armistice|deal|agreement|accord|pact|treaty|convention|constitution|law|resolution|charter|protocol|roadmap|plan|mandate|memorandum|border|line|report|ruling|verdict|election)$/;

const MAKES: ReadonlySet<string> = new Set(
  "sign ink agree reach conclude seal adopt ratify broker win lose hold last".split(" "),
);

/** "Suspended deliveries under a 1960 treaty", "the truce signed in July collapsed": the date belongs to the noun alone. */
function isOfThing(s: Sentence, d: PlacedDate, token: number): boolean {
  const at = d.governor;
  if (at < 0 || at === token) return false;
  // "had signed the 2016 accord"
  if (MAKES.has(s.lemma[token]!) && s.head[at] === token) return false;
  if (s.upos[at] === "NOUN" && d.to <= at && /^(year|month)$/.test(d.expression.kind))
    return (MADE.test(lower(s, at)) || !EVENT_NOUN.test(lower(s, at))) && s.head[token] !== at;
  // "signed in July" beside its noun
  const noun = s.head[at]!;
  // "violating the truce that it declared in July"
  const that = s.form.findLastIndex((f, i) => i < at && i >= at - 4 && /^(?:that|which)$/i.test(f));
  const made = that > 0 && MADE.test(lower(s, that - 1)) && s.upos.slice(that, at).every((u) => u !== "VERB");
  if (made && s.upos[at] === "VERB") return token !== that - 1;
  const participle = s.xpos[at] === "VBN" && baseRelation(s, at) === "acl" && at === noun + 1;
  return participle && MADE.test(lower(s, noun)) && token !== noun && (token < noun || s.form[d.to] !== ",");
}

/**
 * "The mission, short of money since January, condemned the attack": a date in what is said of a subject before its verb, for a token
 * outside it. What only dates ("the army, on Monday, …"), and the day of a happening ("the raid, which began on Monday, killed"), reach on.
 */
function isAside(s: Sentence, d: PlacedDate, token: number): boolean {
  // "an earlier truce, agreed in May, collapsed": the truce is of May
  if (s.upos[token] === "NOUN" && d.governor !== token && dominates(s, token, d.governor)) return false;
  let open = d.from - 1;
  while (open > 0 && s.form[open] !== ",") open--;
  let close = d.to;
  while (close < s.form.length && s.form[close] !== ",") close++;
  if (open < 1 || close + 1 >= s.form.length || (token > open && token < close)) return false;
  // "the mission (AUSSOM), short of money"
  const noun = (s.form[open - 1] === ")" ? s.form.lastIndexOf("(", open - 1) : open) - 1;
  if (
    !/^(NOUN|PROPN)$/.test(s.upos[noun] ?? "") ||
    (EVENT_NOUN.test(lower(s, noun)) && !MADE.test(lower(s, noun)))
  )
    return false;
  const verb = s.upos[close + 1] === "ADV" ? close + 2 : close + 1;
  if (!FINITE.has(s.xpos[verb] ?? "")) return false;
  const first = open + 1;
  if (ABOUT_VERBS.has(s.lemma[first]!.toLowerCase())) return false;
  return s.upos.slice(first, d.from).some((tag) => /^(NOUN|VERB|ADJ)$/.test(tag!));
}

function byTree(scene: Scene, token: number, depth: number): DatedBy | null {
  if (depth > 6) return null;
  const { s } = scene;
  const own = direct(scene, token);
  if (own !== null) return own;
  const relation = baseRelation(s, token);
  const up = s.head[token]!;
  if (
    up >= 0 &&
    (relation === "compound" || relation === "flat" || relation === "amod" || relation === "fixed")
  ) {
    return byTree(scene, up, depth + 1);
  }
  // "fighting", "shelling" in a noun's place
  const nominal = NOMINAL.has(relation) && (s.upos[token] !== "VERB" || s.xpos[token] === "VBG");
  return nominal || (s.upos[token] !== "VERB" && clauseHead(s, token) !== token)
    ? ofNoun(scene, token, depth)
    : ofVerb(scene, token, depth);
}

/** The expression that modifies the token itself, nearest first; days before years, dates before times. */
function direct(scene: Scene, token: number): DatedBy | null {
  let best: PlacedDate | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const d of scene.dates) {
    if (d.governor !== token || isAheadOf(scene, d, token)) continue;
    const c = distance(d, token) + coarseness(d);
    if (c < cost) {
      cost = c;
      best = d;
    }
  }
  return best === null ? null : dated(best);
}

/** "Pulled its team out of a tournament next month": what has been done is not done next month. */
function isAheadOf({ s, published }: Scene, d: PlacedDate, token: number): boolean {
  const { from } = d.interval;
  if (from === null || published.to === null || from <= published.to || s.upos[token] !== "VERB")
    return false;
  const tense = tenseOf(s, token);
  return tense === "past" || tense === "perfect";
}

function ofNoun(scene: Scene, token: number, depth: number): DatedBy | null {
  const { s } = scene;
  // "the attack that killed ten on Friday", "clashes that erupted on Monday"
  for (const verb of children(s, token, "acl").flatMap((v) => [v, ...children(s, v, "conj")])) {
    // "a truce agreed in May"
    const makes = MAKES.has(s.lemma[verb]!) && MADE.test(lower(s, token));
    const hit = ABOUT_VERBS.has(s.lemma[verb]!) && !makes ? null : direct(scene, verb);
    if (hit !== null) return hit;
  }
  // "a wave of attacks on Monday": the day may hang on either noun
  for (const noun of children(s, token, "nmod")) {
    if (children(s, noun, "case").some((c) => SHARES.has(lower(s, c)) || lower(s, c) === "of")) {
      const hit = direct(scene, noun);
      if (hit !== null) return hit;
    }
  }
  const up = s.head[token]!;
  if (up < 0 || s.upos[up] === "PUNCT") return null;
  const relation = baseRelation(s, token);
  if (relation === "conj" || relation === "appos") return byTree(scene, up, depth + 1);
  const cases = children(s, token, "case").map((c) => lower(s, c));
  if (s.upos[up] === "NOUN" || s.upos[up] === "PROPN") {
    if (relation !== "nmod" || cases.some((c) => AFTER.has(c) || c === "to" || c === "before")) return null;
    return (
      direct(scene, up) ??
      (cases.includes("of") || cases.some((c) => SHARES.has(c)) ? ofNoun(scene, up, depth + 1) : null)
    );
  }
  const about = ABOUT_VERBS.has(s.lemma[up]?.toLowerCase() ?? "");
  if (relation === "nsubj" || relation === "csubj") return about ? null : byTree(scene, up, depth + 1);
  if (relation === "obj" || relation === "iobj") return about ? null : byTree(scene, up, depth + 1);
  if (relation === "obl" && !about && cases.every((c) => SHARES.has(c) || c === "into" || c === "as")) {
    return byTree(scene, up, depth + 1);
  }
  return null;
}

function ofVerb(scene: Scene, token: number, depth: number): DatedBy | null {
  const { s } = scene;
  const about = ABOUT_VERBS.has(s.lemma[token]?.toLowerCase() ?? "");
  // "Sunday's attack killed ten", "were killed in Monday's clashes"
  for (const noun of children(s, token, "nsubj", "obj", "obl")) {
    const relation = baseRelation(s, noun);
    // "said in a post on Friday"
    if (about && relation !== "nsubj" && !SAYINGS.has(s.lemma[noun]!)) continue;
    const cases = children(s, noun, "case").map((c) => lower(s, c));
    const shares = relation === "nsubj" || relation === "obj" || cases.some((c) => SHARES.has(c));
    if (!shares) continue;
    const hit = direct(scene, noun);
    if (hit !== null) return hit;
  }
  const relation = baseRelation(s, token);
  const up = s.head[token]!;
  // "attacked on Monday and seized the town": verbs without a subject of their own share the day
  const first = relation === "conj" ? up : token;
  if (relation === "conj" && up >= 0 && depth < 6) {
    // "ended in May, broke down in June and | led to …": of what goes before, the nearest
    const before = children(s, up, "conj").filter((t) => t < token && s.upos[t] === "VERB");
    for (const other of before.reverse()) {
      const near = direct(scene, other);
      if (near !== null && tenseOf(s, other) === tenseOf(s, token)) return near;
    }
    const hit = direct(scene, up);
    if (hit !== null && tenseOf(s, up) === tenseOf(s, token)) return hit;
  }
  for (const other of children(s, first, "conj")) {
    if (other === token || other < token || children(s, other, "nsubj").length > 0) continue;
    const hit = direct(scene, other);
    if (hit !== null && hit.evidence.start > s.start[other]! && tenseOf(s, other) === tenseOf(s, token))
      return hit;
  }
  if (relation === "conj" && up >= 0 && children(s, token, "nsubj").length === 0) {
    return byTree(scene, up, depth + 1);
  }
  // "clashes erupted on Monday when troops crossed": one time; "after troops crossed on Monday": from then on
  for (const clause of children(s, token, "advcl")) {
    const marks = children(s, clause, "mark", "advmod").map((m) => lower(s, m));
    const hit = direct(scene, clause);
    if (hit === null) continue;
    if (marks.some((m) => WHEN.has(m))) return hit;
    if (marks.includes("since")) return fromThenOn(scene, hit, Number.POSITIVE_INFINITY);
    if (marks.some((m) => AFTER.has(m))) return fromThenOn(scene, hit);
  }
  if (up >= 0) {
    const marks = children(s, token, "mark", "advmod").map((m) => lower(s, m));
    if (relation === "advcl") {
      if (marks.some((m) => WHEN.has(m)) && children(s, token, "nsubj").length > 0) return direct(scene, up);
      const participle = s.xpos[token] === "VBG" || s.xpos[token] === "VBN";
      // "leaving 20 dead", "was violated by shelling"
      if (participle && marks.every((m) => m === "by" || m === "in") && !ABOUT_VERBS.has(s.lemma[up] ?? ""))
        return byTree(scene, up, depth + 1);
    }
    if (relation === "acl" && !about) {
      const noun = direct(scene, up);
      if (noun !== null) return noun;
      if (s.xpos[token] === "VBG" || s.xpos[token] === "VBD" || s.xpos[token] === "VBN") {
        return tenseOf(s, token) === "past" ? ofNoun(scene, up, depth + 1) : null;
      }
    }
    if (relation === "xcomp" && tenseOf(s, token) !== "future" && !ABOUT_VERBS.has(s.lemma[up] ?? "")) {
      return byTree(scene, up, depth + 1);
    }
  }
  for (const noun of children(s, token, "obl")) {
    const after = children(s, noun, "case").find((c) => AFTER.has(lower(s, c)));
    const hit = after === undefined ? null : direct(scene, noun);
    // "since its formation in 2012", but soon "after the talks in March"
    if (hit !== null)
      return fromThenOn(scene, hit, lower(s, after!) === "since" ? Number.POSITIVE_INFINITY : SHORT_DAYS);
  }
  // "agreed to end the dispute four months later", long ago: then it was agreed
  for (const aim of tenseOf(s, token) === "past" ? children(s, token, "xcomp") : []) {
    const hit = s.xpos[aim] === "VB" ? direct(scene, aim) : null;
    if (hit?.interval.to != null && hit.interval.to < (scene.published.from ?? "")) return hit;
  }
  return null;
}

/** From then to the day of the report; "after" means soon after, so a long stretch says nothing. */
function fromThenOn(scene: Scene, hit: DatedBy, mostDays = SHORT_DAYS): DatedBy | null {
  const { from } = hit.interval;
  const { to } = scene.published;
  if (from === null || to === null || from > to || dayNumber(to) - dayNumber(from) >= mostDays) return null;
  return { interval: { from, to, basis: "inferred" }, evidence: hit.evidence };
}

/** The nearest word that tells of the same event and has a date: "killed and 14 wounded in an attack on Sunday". */
function byScope(scene: Scene, token: number): DatedBy | null {
  const { s } = scene;
  if (ABOUT_VERBS.has(s.lemma[token]?.toLowerCase() ?? "") || tenseOf(s, token) === "future") return null;
  for (const { token: t, steps } of scopeOf(s, token, 3)) {
    if (steps === 0 || ABOUT_VERBS.has(s.lemma[t]?.toLowerCase() ?? "")) continue;
    const hit = direct(scene, t);
    // "agreed to meet on Monday": the meeting's day
    if (hit !== null && dateTense(tenseOf(s, t)) === dateTense(tenseOf(s, token))) return hit;
  }
  return null;
}

/** Where the tree is not to be trusted: the nearest expression that no speech verb or clause mark cuts off. */
function bySurface(scene: Scene, token: number): DatedBy | null {
  const { s } = scene;
  let best: PlacedDate | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const d of scene.dates) {
    if (d.governor === token) continue;
    const unsure = d.governor < 0 || (s.margin[headToken(s, d)] ?? 0) < UNSURE;
    if (!unsure) continue;
    const [from, to] = d.from > token ? [token + 1, d.from] : [d.to, token];
    let cut = false;
    for (let i = from; i < to; i++) if (CUTS.has(lower(s, i)) || FINITE.has(s.xpos[i]!)) cut = true;
    const c = distance(d, token);
    if (!cut && c < cost && c <= (ABOUT_VERBS.has(s.lemma[token] ?? "") ? 2 : 12)) {
      cost = c;
      best = d;
    }
  }
  return best === null ? null : dated(best);
}

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
const CUTS: ReadonlySet<string> = new Set([
  "that",
  "which",
  "who",
  "after",
  "before",
  "while",
  "but",
  ";",
  ":",
  "since",
  "although",
]);

function headToken(s: Sentence, d: PlacedDate): number {
  for (let i = d.from; i < d.to; i++) {
    const head = s.head[i]!;
    if (head < d.from || head >= d.to) return i;
  }
  return d.from;
}

/** Days in which "after" is soon after; what leads to something is told as of its day or the day before. */
const SOON_DAYS = 2;

/** Days of a dated thing that another event of its sentence may be counted from. */
const MOST_DAYS = 31;

function sentenceDate(scene: Scene, token: number, isLead: boolean): DateInterval | null {
  const { s } = scene;
  const dates = scene.dates.filter(
    (d) => isDating(d.expression) && d.interval.from !== null && d.interval.to !== null,
  );
  let found: { interval: DateInterval; rank: number } | null = null;
  for (const d of dates) {
    if (isAheadOf(scene, d, token)) continue;
    const reach = reachOf(s, d, token);
    if (reach.kind === "apart") continue;
    let interval: DateInterval | null = { ...d.interval, basis: "inferred" };
    if (reach.kind === "after" || reach.kind === "before") {
      interval = besides(scene, reach, interval, isLead);
      if (interval === null) continue;
    } else if (reach.kind === "said" || (isSaid(s, d.governor) && d.governor !== token)) {
      // what is said on a day happened then or the day before
      if (!isDay(interval)) continue;
      interval = { ...interval, from: isoDay(dayNumber(interval.from!) - 1) };
    } else if (days(interval) > MOST_DAYS || d.expression.bound !== null) continue;
    const rank = reach.kind === "same" && !isSaid(s, d.governor) ? 0 : reach.kind === "said" ? 2 : 1;
    // two that tell of the same time: which of them is not said
    if (found !== null && found.rank === rank && !isSame(found.interval, interval)) return null;
    if (found === null || rank < found.rank) found = { interval, rank };
  }
  return found?.interval ?? null;
}

/** The time of what came after or before `base`, as far away as the words say; else soon, or with the news where that is near. */
function besides(
  { s, dates, published }: Scene,
  reach: Reach,
  base: DateInterval,
  isLead: boolean,
): DateInterval | null {
  const counted = atDistance(reach, base, dates);
  if (counted !== null) return upTo(counted, published);
  if (s.form[reach.mark]?.toLowerCase() === "since" || days(base) > MOST_DAYS) return null;
  const mark = s.form[reach.mark]?.toLowerCase();
  // "stormed the prison on Sunday before retreating": soon after, whatever the news is
  if (reach.kind === "after" && published.from !== null && mark !== "before") {
    const ago = dayNumber(published.from) - dayNumber(base.from!);
    // "opened fire after last Thursday's strikes": the news; "shelled the port after the truce ended on May 3": soon after
    if (ago >= 0 && (ago < SHORT_DAYS || isLead)) return null;
  }
  const give = isShort(base) ? 1 : 0;
  const [from, to] = reach.kind === "after" ? [0, give * SOON_DAYS] : [-give, 0];
  return upTo(
    {
      from: isoDay(dayNumber(base.from!) + from),
      to: isoDay(dayNumber(base.to!) + to),
      basis: "inferred",
    },
    published,
  );
}

function saidAt(scene: Scene, token: number): DateInterval | null {
  const { s } = scene;
  let t = clauseHead(s, token);
  for (let steps = 0; steps < 4; steps++) {
    const up = s.head[t]!;
    if (up < 0) return null;
    if (baseRelation(s, t) === "ccomp" && ABOUT_VERBS.has(s.lemma[up]?.toLowerCase() ?? "")) {
      const hit = direct(scene, up);
      const isClosed = hit !== null && hit.interval.from !== null && hit.interval.to !== null;
      return isClosed && days(hit.interval) <= MOST_DAYS ? { ...hit.interval, basis: "inferred" } : null;
    }
    t = up;
  }
  return null;
}

function isSame(a: DateInterval, b: DateInterval): boolean {
  return a.from === b.from && a.to === b.to;
}

function isDay(interval: DateInterval): boolean {
  return days(interval) <= 2;
}

function days(interval: DateInterval): number {
  return dayNumber(interval.to!) - dayNumber(interval.from!);
}

/** Nothing that has happened lies after the report. */
function upTo(interval: DateInterval, published: DateInterval): DateInterval {
  const { to } = published;
  return to === null || interval.to === null || interval.to <= to || interval.from! > to
    ? interval
    : { ...interval, to };
}

/** "For years", "over two decades" beside a verb in the perfect. */
function stretchAt(
  s: Sentence,
  placed: readonly PlacedDate[],
  token: number,
  published: DateInterval,
): DateInterval | null {
  if (published.to === null || tenseOf(s, token) !== "perfect") return null;
  const { to } = published;
  for (const d of placed) {
    if (d.expression.kind !== "duration" || d.governor !== token) continue;
    if (!/^(for|over)$/.test(s.form[d.from - 1]?.toLowerCase() ?? "")) continue;
    const { from } = distanceFrom(d.expression.count, -1, { from: to, to, basis: "relative" });
    return { from: d.expression.count.vague ? null : from, to, basis: "inferred" };
  }
  return null;
}

function distance(d: PlacedDate, token: number): number {
  return token < d.from ? d.from - token : token >= d.to ? token - d.to + 1 : 0;
}

/** "In a 2019 war … on Friday": the finer date is the event's. */
function coarseness(d: PlacedDate): number {
  const { kind } = d.expression;
  return kind === "year" || kind === "years"
    ? 20
    : kind === "stretch" || kind === "part" || kind === "clock"
      ? 10
      : 0;
}

function dated(d: PlacedDate): DatedBy {
  return { interval: d.interval, evidence: { start: d.expression.start, end: d.expression.end } };
}

// The telling ------------------------------------------------------------------------------------------------------------

const CARRY_SENTENCES = 4;
/** What lies further back is background: the next paragraph returns to the news. */
const NEWS_DAYS = 14;

function contextDate(
  parsed: ParsedReport,
  expressions: readonly (readonly PlacedDate[])[],
  sentence: number,
  token: number,
): DateInterval | null {
  const s = parsed.sentences[sentence];
  if (s === undefined || !isToldAsPast(s, token)) return null;
  const passage = parsed.passageOf[sentence];
  for (let i = sentence - 1; i >= 0 && sentence - i <= CARRY_SENTENCES; i--) {
    if (parsed.passageOf[i] !== parsed.passageOf[i + 1] && isNewSection(parsed, i + 1)) return null;
    const before = parsed.sentences[i]!;
    const goesOn = parsed.passageOf[i] === passage && i === sentence - 1;
    const here = (expressions[i] ?? []).filter(
      (d) =>
        isDating(d.expression) &&
        d.expression.bound === null &&
        !isLookedBackOn(before, d) &&
        // "a tournament next month": nothing past goes on from there
        (d.interval.from ?? "") <= (parsed.report.published.to ?? "9999") &&
        // "Last year the group abducted six aid workers. It released them …"
        (isCarried(d.interval) ||
          (goesOn && d.governor === rootOf(before) && d.interval.basis !== "unknown")),
    );
    // "killed on Monday, the network said on Wednesday": the telling goes on from Monday
    const events = here.filter((d) => !isSaid(before, d.governor));
    const last = (events.length > 0 ? events : here)
      // "attacked on Thursday in response to Sunday's strikes": what came last is what the telling goes on from
      .sort((a, b) => (a.interval.to! < b.interval.to! ? -1 : 1))
      .at(-1);
    if (last === undefined) continue;
    if (parsed.passageOf[i] !== passage && isBackground(parsed, sentence, last.interval)) return null;
    return { ...last.interval, basis: "inferred" };
  }
  return null;
}

/** "Two men were shot"; "the report adds that two men | were shot"; a sentence whose tree has no verb at its root. */
function isToldAsPast(s: Sentence, token: number): boolean {
  const root = rootOf(s);
  const tense = tenseOf(s, root);
  if (tense === "past") return true;
  return (tense === "none" || (tense === "present" && isSaid(s, root))) && tenseOf(s, token) === "past";
}

/** "An answer to strikes | two nights earlier": what is only referred to is no telling that goes on. */
const isLookedBackOn = (s: Sentence, { expression: e, governor }: PlacedDate): boolean =>
  e.kind === "shift" &&
  e.anchor === "narrative" &&
  e.direction < 0 &&
  governor >= 0 &&
  s.upos[governor] === "NOUN";

const STORY_DAYS = 7;

function storyDate(
  { report, sentences, passageOf }: ParsedReport,
  expressions: readonly (readonly PlacedDate[])[],
  sentence: number,
): DateInterval | null {
  const before = sentences[sentence - 1];
  const s = sentences[sentence];
  const { from } = report.published;
  if (
    s === undefined ||
    before === undefined ||
    from === null ||
    passageOf[sentence] !== passageOf[sentence - 1]
  )
    return null;
  if (tenseOf(s, rootOf(s)) !== "past") return null;
  const root = rootOf(before);
  // "called on both sides": of the news; "rejected it", "accepted the plan": of what was just told
  if (!s.form.some((_, t) => pointsBack(s, t))) return null;
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

function rootOf(s: Sentence): number {
  for (let i = 0; i < s.form.length; i++) if (s.head[i]! < 0) return i;
  return 0;
}
