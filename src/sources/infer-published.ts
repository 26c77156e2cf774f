import { dayNumber, isoDay, weekdayOf } from "../text/civil-date.js";
import type { DateExpression } from "../text/date-expression.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { overlaps, type Span } from "../text/span.js";
import { findLandmarks, type LandmarkMention, roughSentences } from "./landmark-mentions.js";
import type { SourceLexicons } from "./lexicons.js";
import type { Passage, Published } from "./report.js";
import { isoOf, type StatedDay } from "./stated-day.js";

/**
 * How old what a report names is, in months: weights fall by e over these. They say that news is about what is new, that
 * "October 12" without a year is closer than "in October", and that what has its year may be history. Set by hand.
 */
const FADES = { day: 4, month: 6, recent: 6, history: 60 };
/**
 * The latest day that a report names with its year is of the news itself in nearly every second one, and history in the
 * others: of some 200 reports of known date in four corpora, half name one of the last seven months, a quarter one of
 * more than four years ago.
 */
const NEW_DAY = { share: 0.45, fade: 2 };
/** Share of the weight that the months given as the answer hold together. */
const SHARE = 0.75;
/** Months after the latest dated thing that are looked at, and those where it is only background. */
const HORIZON = 18;
const FAR_HORIZON = 120;
/**
 * "last month" is often the latest month that the text names, the more so when it names a day of it: "on October 12"
 * without a year is said in November rather than in March.
 */
const LAST_MONTH_FACTOR = { day: 8, month: 1.5 };
/** "last month" right beside a landmark is the landmark's month. */
const BESIDE_FACTOR = 300;
/** A writer says "this month" or a weekday rather than "in October" in October. */
const SAME_MONTH = { month: 0.15, day: 0.6 };

/** Characters of a text that are searched: three times a long report. What comes after is not about its own day. */
const SEARCHED = 100_000;

const HALF_YEAR = 183;

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const DAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Something that happened on or after a known day: the report is no older. */
interface Anchor {
  readonly from: number;
  readonly reason: string;
  readonly evidence: Span;
  /** `news`: named because it is new: a landmark, a month without its year. The others are told with their year. */
  readonly kind: "news" | "day" | "month" | "year";
}

/** A month or a day of a month named without its year. */
interface Bare {
  readonly month: number;
  readonly day: number | null;
  readonly words: string;
  /** Months since year 0, where a landmark beside it says the year. */
  readonly fixed: number | null;
}

/** "last month", "two years ago" beside something dated: how many months before publication that was. */
interface Distance {
  readonly month: number;
  readonly low: number;
  readonly high: number;
  readonly words: string;
  readonly what: string;
}

/**
 * When a report that does not say so appeared, from what it tells: an interval (basis `inferred`) with its reasons, or
 * `unknown` with nulls where nothing in it has a year. There is no clock here: a report is never dated today.
 *
 * Certain: it is no older than the latest thing that it tells as past and that has a year. Likely, and said so in the
 * reasons: month names without a year are the nearest past ones; what it names is not much older than a year; "last
 * month" is the latest month it names. Months are weighed by these and the fewest that hold most of the weight are given.
 * `stated`: a dateline's day without a year, which then only lacks the year.
 */
export function inferPublished(
  text: string,
  passages: readonly Passage[],
  stated: (StatedDay & { readonly evidence: Span }) | null,
  lexicons: SourceLexicons,
): Published {
  const told = passages
    .filter(({ kind, start }) => kind !== "interruption" && kind !== "dateline" && start < SEARCHED)
    .map(({ start, end }) => ({ start, end: Math.min(end, SEARCHED) }));
  const sentences = told.flatMap((passage) => roughSentences(text, passage));
  const landmarks = firstMentions(findLandmarks(text, sentences, lexicons.landmarks));
  const expressions = told.flatMap((passage) => findDateExpressions(text, passage));
  const { bares, anchors: months } = baresOf(text, told, sentences, expressions, landmarks);
  const dated = [...anchorsOf(text, sentences, landmarks, expressions), ...months];
  // "in 2030" is as often a goal as a memory: bare years count where nothing better is there.
  const better = dated.filter((anchor) => anchor.kind !== "year");
  const anchors = better.length > 0 ? better : dated;
  const latest = anchors.reduce<Anchor | null>(
    (best, anchor) => (best === null || anchor.from > best.from ? anchor : best),
    null,
  );
  if (latest === null) return unknown(stated, text);

  const distances = distancesOf(text, sentences, expressions, landmarks);
  const before = futureBound(text, sentences, expressions, latest.from);
  const isBounded = anchors.some((anchor) => anchor.kind === "news") || distances.length > 0;
  const weights = weigh(latest, bares, distances, before, expressions);
  const days = dayEvidence(text, told, sentences, expressions);
  if (stated !== null) return withYear({ stated, weights, latest, isBounded, days, text });
  const newest = newsDay(text, told, sentences, expressions, landmarks);
  if (newest !== null && newest.from >= latest.from) {
    return {
      from: isoDay(newest.from),
      to: isoDay(newest.from + 6),
      basis: "inferred",
      reasons: [latest.reason, newest.reason],
      evidence: newest.evidence,
    };
  }

  const reasons = [latest.reason];
  const pastSigns = bares.length + distances.length;
  const window = isBounded ? likeliest(weights) : null;
  if (window === null) {
    const to = before === null ? null : isoDay(before.to);
    if (before !== null) reasons.push(before.reason);
    return { from: isoDay(latest.from), to, basis: "inferred", reasons, evidence: latest.evidence };
  }

  let from = Math.max(latest.from, firstDay(window.from));
  let to = lastDay(window.to);
  if (pastSigns === 0) {
    to = Math.min(to, latest.from + HALF_YEAR);
    reasons.push("names nothing newer, so it is taken to be at most half a year younger");
  }
  for (const bare of bares) {
    if (ageOf(bare, window.from) < 12) reasons.push(bareReason(bare, window));
  }
  for (const distance of distances) {
    reasons.push(`says "${distance.words}" of ${distance.what} (${monthName(distance.month)})`);
  }
  const lastMonth = expressions.find((e) => e.kind === "unit" && e.unit === "month" && e.which === -1);
  if (lastMonth && distances.length === 0 && window.from === window.to) {
    reasons.push(
      `says "${wordsAt(text, lastMonth)}", taken as ${monthName(window.from - 1)}, the latest month that it names`,
    );
  }
  const earlier = expressions.find(
    (e) => e.kind === "unit" && e.unit === "month" && e.which === 0 && e.mod === "sofar",
  );
  if (earlier) {
    if (civil(from).day === 1) from += 1;
    reasons.push(`says "${wordsAt(text, earlier)}", so it is not of the first day of a month`);
  }
  for (const bare of bares) {
    const sameMonth = bare.day !== null && window.from === window.to && monthOf(window.from) === bare.month;
    if (sameMonth) from = Math.max(from, firstDay(window.from) + bare.day! - 1);
  }
  if (before !== null && before.to <= to && before.to >= from) {
    to = before.to;
    reasons.push(before.reason);
  }
  if (from > to)
    return {
      from: isoDay(latest.from),
      to: null,
      basis: "inferred",
      reasons: [latest.reason],
      evidence: latest.evidence,
    };
  return {
    from: isoDay(from),
    to: isoDay(to),
    basis: "inferred",
    reasons: [...new Set(reasons)],
    evidence: latest.evidence,
  };
}

/** The first few mentions of each landmark; more say nothing new. */
function firstMentions(mentions: readonly LandmarkMention[]): LandmarkMention[] {
  const counts = new Map<string, number>();
  return mentions.filter(({ landmark }) => {
    const count = (counts.get(landmark.id) ?? 0) + 1;
    counts.set(landmark.id, count);
    return count <= 5;
  });
}

function unknown(stated: (StatedDay & { readonly evidence: Span }) | null, text: string): Published {
  const reasons = stated
    ? [
        `says "${text.slice(stated.evidence.start, stated.evidence.end)}" without a year, and names nothing that has one`,
      ]
    : ["states no date and names nothing that has a year"];
  return { from: null, to: null, basis: "unknown", reasons, evidence: stated?.evidence ?? null };
}

function anchorsOf(
  text: string,
  sentences: readonly Span[],
  landmarks: readonly LandmarkMention[],
  expressions: readonly DateExpression[],
): Anchor[] {
  const anchors: Anchor[] = landmarks.map(({ landmark, at }) => ({
    from: dayNumber(landmark.from),
    reason: `names ${landmark.what} (${landmark.from === landmark.to ? landmark.from : `${landmark.from} to ${landmark.to}`}), so it is no older`,
    evidence: at,
    kind: landmark.isBackground ? "month" : "news",
  }));
  for (const e of expressions) {
    const day = statedStart(e, text);
    if (day === null || looksAhead(text, sentences, e)) continue;
    anchors.push({
      from: day,
      reason: `tells of "${wordsAt(text, e)}" as past, so it is no older`,
      evidence: { start: e.start, end: e.end },
      kind: e.kind === "day" || e.kind === "month" ? e.kind : "year",
    });
  }
  return anchors;
}

/** The first day of a calendar date that has its year; of a range, that of its end. Null for all else. */
function statedStart(e: DateExpression, text: string): number | null {
  if (e.bound === "until" || e.bound === "by" || e.bound === "before") return null;
  if (e.kind === "range") return statedStart(e.to, text) ?? statedStart(e.from, text);
  if (e.kind === "day" && e.year !== null) return dayOrNull(e.year, e.month, e.day);
  if (e.kind === "month" && e.year !== null) return dayOrNull(e.year, e.month, 1);
  // "Vision 2030", "the 2030 agenda": a bare year dates something past only after "in", "since" and their like.
  if (
    e.kind === "year" &&
    e.year >= 1980 &&
    /\b(?:in|since|from|during|late|early|mid|of|after)[\s-]+$/i.test(
      text.slice(Math.max(0, e.start - 10), e.start),
    )
  ) {
    return dayOrNull(e.year, 1, 1);
  }
  return null;
}

function dayOrNull(year: number, month: number, day: number): number | null {
  const iso = isoOf(year, month, day);
  return iso === null ? null : dayNumber(iso);
}

const AHEAD =
  /\b(?:will|shall|scheduled|due to|due on|expected|set to|set for|slated|upcoming|planned for|plans to|deadline|next|expires?|by the end of|projected|forecast)\b/i;

/** A bare year is the year of a plan more often than a day is. */
const AHEAD_OF_YEAR = /\b(?:could|would|should|may|might|until|target|goal|elections?|terms?|retire)\b/;

/** Whether the sentence of an expression looks ahead: then its date may be after publication. */
function looksAhead(text: string, sentences: readonly Span[], e: DateExpression): boolean {
  const sentence = holding(sentences, e);
  if (sentence === undefined) return false;
  const said = text.slice(sentence.start, sentence.end);
  return AHEAD.test(said) || ((e.kind === "year" || e.kind === "range") && AHEAD_OF_YEAR.test(said));
}

/** "Elections will be held on May 20, 2026": published by then. "was due", "would" tell of a future long past. */
function futureBound(
  text: string,
  sentences: readonly Span[],
  expressions: readonly DateExpression[],
  latest: number,
): { to: number; reason: string } | null {
  let found: { to: number; reason: string } | null = null;
  for (const e of expressions) {
    if (e.kind !== "day" || e.year === null || e.bound !== null) continue;
    const day = dayOrNull(e.year, e.month, e.day);
    const sentence = holding(sentences, e);
    if (day === null || day < latest || sentence === undefined) continue;
    const lead = text.slice(sentence.start, e.start);
    if (
      !/\b(?:will|(?:is|are) (?:scheduled|due|set|expected|slated|planned))\b/i.test(lead) ||
      /\b(?:would|was|were|had)\b|["“]/i.test(lead)
    )
      continue;
    if (found === null || day < found.to)
      found = { to: day, reason: `looks ahead to "${wordsAt(text, e)}", so it is no younger` };
  }
  return found;
}

/**
 * Months and days without a year. One that a landmark or the words before it give a year is also a lower bound: "the
 * attack in April … a truce on May 10 … in July" goes on within the year. After a date that has its year ("on 14 February
 * 2024 … in April") a bare month says nothing about the year before publication, so only the bound is kept.
 */
function baresOf(
  text: string,
  passages: readonly Span[],
  sentences: readonly Span[],
  expressions: readonly DateExpression[],
  landmarks: readonly LandmarkMention[],
): { bares: Bare[]; anchors: Anchor[] } {
  const bares = new Map<string, Bare>();
  const anchors: Anchor[] = [];
  let before: { month: number; passage: number; hasYear: boolean } | null = null;
  const simple = expressions.flatMap((e) => (e.kind === "range" ? [e.from, e.to] : [e]));
  const whole = new Map<string, number>();
  for (const e of simple) {
    if (e.kind === "day" && e.year !== null) whole.set(`${e.month}-${e.day}`, e.year * 12 + e.month - 1);
  }
  for (const e of simple) {
    if ((e.kind !== "day" && e.kind !== "month") || e.yearShift !== null) continue;
    const passage = passages.indexOf(holding(passages, e)!);
    if (e.year !== null) {
      before = { month: e.year * 12 + e.month - 1, passage, hasYear: true };
      continue;
    }
    if (e.kind === "month" && e.which === 1) continue;
    if (e.bound === "until" || e.bound === "by" || looksAhead(text, sentences, e)) continue;
    // The "October 7" of "the October 7 attack" is the landmark's name, not a date without a year.
    if (landmarks.some((mention) => isInName(text, mention, e))) continue;
    const day = e.kind === "day" ? e.day : null;
    // "the March 5 truce" of a text that says "March 5, 2026" elsewhere
    const again = day === null ? undefined : whole.get(`${e.month}-${day}`);
    let fixed = again ?? fixedBy(e.month, day, passages[passage], landmarks);
    // "last October" is told from the day of publication, whatever stands before it
    const isLast = e.kind === "month" && e.which === -1;
    const goesOn: boolean =
      !isLast && before !== null && passage - before.passage <= (before.hasYear ? 0 : 1);
    if (fixed === null && goesOn && before !== null && e.month >= monthOf(before.month)) {
      fixed = before.month - monthOf(before.month) + e.month;
    }
    const isHistory: boolean = again === undefined && goesOn && before?.hasYear === true;
    const number = fixed === null ? null : dayOrNull(Math.floor(fixed / 12), e.month, day ?? 1);
    if (fixed !== null && number !== null) {
      anchors.push({
        from: number,
        reason: `names "${wordsAt(text, e)}" of ${Math.floor(fixed / 12)}, so it is no older`,
        evidence: { start: e.start, end: e.end },
        kind: isHistory ? "month" : "news",
      });
    }
    if (fixed !== null) before = { month: fixed, passage, hasYear: isHistory };
    if (isHistory) continue;
    const key = `${e.month}-${day ?? ""}`;
    const known = bares.get(key);
    if (!known || (known.fixed === null && fixed !== null)) {
      bares.set(key, { month: e.month, day, words: wordsAt(text, e), fixed });
    }
  }
  return { bares: [...bares.values()], anchors };
}

function isInName(text: string, mention: LandmarkMention, e: Span): boolean {
  if (!overlaps(mention, e)) return false;
  const said = text.slice(mention.start, mention.end);
  return mention.landmark.patterns.some((pattern) => {
    const match = pattern.exec(said);
    return (
      match !== null &&
      overlaps(e, { start: mention.start + match.index, end: mention.start + match.index + match[0].length })
    );
  });
}

/** The month that a landmark gives a bare month: told in the same paragraph, at its time or in the month after it began. */
function fixedBy(
  month: number,
  day: number | null,
  passage: Span | undefined,
  landmarks: readonly LandmarkMention[],
): number | null {
  for (const mention of landmarks) {
    const from = monthIndex(dayNumber(mention.landmark.from));
    const to = monthIndex(dayNumber(mention.landmark.to));
    if (passage && overlaps(passage, mention)) {
      for (let index = from; index <= Math.max(to, from + 1) && index <= from + 2; index += 1) {
        if (monthOf(index) === month) return index;
      }
    }
    // "October 12" anywhere in a text that names what began on October 11.
    if (day !== null && !mention.landmark.isBackground) {
      const year = Number(mention.landmark.from.slice(0, 4));
      const number = dayOrNull(year, month, day);
      if (
        number !== null &&
        number >= dayNumber(mention.landmark.from) - 1 &&
        number <= dayNumber(mention.landmark.to) + 2
      )
        return monthIndex(number);
    }
  }
  return null;
}

/** Relative expressions in the sentence of a landmark, close to it: "the attack on Pahalgam last month". */
function distancesOf(
  text: string,
  sentences: readonly Span[],
  expressions: readonly DateExpression[],
  landmarks: readonly LandmarkMention[],
): Distance[] {
  const distances: Distance[] = [];
  for (const mention of landmarks) {
    for (const e of expressions) {
      if (e.start < mention.start || e.end > mention.end) continue;
      const gap = Math.max(e.start - mention.at.end, mention.at.start - e.end);
      if (gap > 70 || looksAhead(text, sentences, e)) continue;
      const span = monthsBack(e);
      if (span === null) continue;
      distances.push({
        month: monthIndex(dayNumber(mention.landmark.from)),
        ...span,
        words: wordsAt(text, e),
        what: mention.landmark.what,
      });
    }
  }
  return distances;
}

/** How many calendar months before publication a relative expression lies, both ends included. */
function monthsBack(e: DateExpression): { low: number; high: number } | null {
  if (e.kind === "unit" && e.which === -1) {
    if (e.unit === "month") return { low: 1, high: 1 };
    if (e.unit === "week" || e.unit === "weekend") return { low: 0, high: 1 };
    if (e.unit === "year") return { low: 1, high: 23 };
  }
  if (e.kind === "unit" && e.which === 0) {
    if (e.unit === "month" || e.unit === "week") return { low: 0, high: e.unit === "week" ? 1 : 0 };
    if (e.unit === "year") return { low: 0, high: 11 };
  }
  if (e.kind === "shift" && e.anchor === "publication" && e.direction === -1) {
    const { unit, low, high } = e.count;
    const top = high ?? low + 1;
    if (unit === "day" || unit === "night") return { low: Math.floor(low / 31), high: Math.ceil(top / 28) };
    if (unit === "week") return { low: Math.floor(low / 5), high: Math.ceil(top / 4) };
    if (unit === "month") return { low, high: top + 1 };
    if (unit === "year") return { low: low * 12 - 2, high: top * 12 + 8 };
  }
  if (e.kind === "relative-day" && e.offset <= 0 && e.offset >= -3) return { low: 0, high: 1 };
  return null;
}

/** Weight of each month from that of the latest anchor on. */
function weigh(
  latest: Anchor,
  bares: readonly Bare[],
  distances: readonly Distance[],
  before: { readonly to: number } | null,
  expressions: readonly DateExpression[],
): Map<number, number> {
  const weights = new Map<number, number>();
  const first = monthIndex(latest.from);
  const saysLastMonth = expressions.some((e) => e.kind === "unit" && e.unit === "month" && e.which === -1);
  const isNews = latest.kind === "news";
  const horizon = isNews ? HORIZON : FAR_HORIZON;
  for (let c = first; c <= first + horizon; c += 1) {
    if (before !== null && firstDay(c) > before.to) break;
    let weight = isNews ? 1 : ageOfHistory(latest.kind, c - first);
    // The newest thing named; several things named are no stronger sign than it, for one story names them together.
    let age = c - first;
    let fade = isNews ? FADES.recent : Number.POSITIVE_INFINITY;
    let isDayNamed = false;
    for (const bare of bares) {
      const bareAge = ageOf(bare, c);
      if (bareAge >= 12) weight *= 0.01;
      if (bareAge === 0) weight *= bare.day === null ? SAME_MONTH.month : SAME_MONTH.day;
      const bareFade = bare.day === null ? FADES.month : FADES.day;
      if (bareAge < 12 && (bareAge < age || !isNews || (bareAge === age && bareFade < fade))) {
        age = Math.min(age, bareAge);
        fade = bareFade;
        isDayNamed = bare.day !== null;
      }
    }
    weight *= Math.exp(-age / fade);
    if (saysLastMonth && age === 1 && Number.isFinite(fade)) {
      weight *= isDayNamed ? LAST_MONTH_FACTOR.day : LAST_MONTH_FACTOR.month;
    }
    for (const distance of distances) {
      const back = c - distance.month;
      if (back >= distance.low && back <= distance.high) weight *= BESIDE_FACTOR;
    }
    weights.set(c, weight);
  }
  return weights;
}

/** How likely a report is so many months younger than the latest thing that it names with its year. */
function ageOfHistory(kind: Anchor["kind"], months: number): number {
  const density = (fade: number) => Math.exp(-months / fade) / fade;
  if (kind !== "day") return density(FADES.history);
  return NEW_DAY.share * density(NEW_DAY.fade) + (1 - NEW_DAY.share) * density(FADES.history);
}

/** Months from the nearest such month not after `c`, or from the one that is known. */
function ageOf(bare: Bare, c: number): number {
  if (bare.fixed !== null) return c < bare.fixed ? 12 : c - bare.fixed;
  return (monthOf(c) - bare.month + 12) % 12;
}

/** The shortest run of months that holds `SHARE` of the weight, the earliest of such. */
function likeliest(weights: ReadonlyMap<number, number>): { from: number; to: number } | null {
  const months = [...weights].sort((a, b) => a[0] - b[0]);
  const total = months.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0)) return null;
  let best: { from: number; to: number } | null = null;
  let held = 0;
  let start = 0;
  for (const [end, [month, weight]] of months.entries()) {
    held += weight;
    while (start < end && held - months[start]![1] >= total * SHARE) {
      held -= months[start]![1];
      start += 1;
    }
    const from = months[start]![0];
    if (held >= total * SHARE && (best === null || month - from < best.to - best.from))
      best = { from, to: month };
  }
  return best;
}

/** What the text says of weekdays: each speaks for the years in which the dateline's day fits it. */
interface DayEvidence {
  readonly words: string;
  /** How well a day of publication fits, from 0 to 1. */
  readonly likelihood: (day: number) => number;
}

/**
 * How often a report names the weekday of so many days before its dateline: words are mostly of its own day, what happened of
 * that or the one before; late on a day is news of the next. Set by hand.
 */
const LAGS = {
  words: [0.72, 0.2, 0.04, 0.01, 0.01, 0.01, 0.01],
  deeds: [0.36, 0.48, 0.08, 0.03, 0.02, 0.02, 0.01],
  night: [0.1, 0.73, 0.1, 0.03, 0.02, 0.01, 0.01],
};
const SAID = /\b(?:said|told|announced|says|called|urged|warned|condemned|accused|denied)\b[^.,;]{0,40}$/i;
/** A weekday written beside a date that does not fall on it: a slip, or another year. */
const MISFIT = 0.02;
/** Passages that tell the news itself. */
const LEAD = 2;
/** Weekdays of the lead that are weighed; more of them say little more. */
const WEIGHED = 3;

/** Weekdays that the lead tells its news by, and those written beside a day without a year ("on Sunday, October 26"). */
function dayEvidence(
  text: string,
  told: readonly Span[],
  sentences: readonly Span[],
  expressions: readonly DateExpression[],
): DayEvidence[] {
  const out: DayEvidence[] = [];
  const lead = told[Math.min(LEAD, told.length) - 1]?.end ?? 0;
  const seen = new Set<number>();
  for (const e of expressions) {
    if (looksAhead(text, sentences, e)) continue;
    const words = wordsAt(text, e);
    if (e.kind === "day" && e.year === null && e.weekday !== null && e.yearShift === null) {
      const { month, day, weekday } = e;
      out.push({ words, likelihood: (published) => (fallsOn(month, day, weekday, published) ? 1 : MISFIT) });
    }
    if (e.kind !== "weekday" || e.which !== null || e.week !== null || e.start >= lead) continue;
    if (seen.has(e.weekday) || seen.size >= WEIGHED) continue;
    seen.add(e.weekday);
    const isLate = e.part === "NI" || e.part === "EV" || e.mod === "end";
    const isSaid = SAID.test(text.slice(Math.max(0, e.start - 60), e.start));
    const lags = LAGS[isLate ? "night" : isSaid ? "words" : "deeds"];
    const { weekday } = e;
    // a second weekday is that of what came before
    const share = seen.size === 1 ? 1 : 0.5;
    out.push({
      words,
      likelihood: (published) => share * lags[(weekdayOf(published) - weekday + 7) % 7]! + (1 - share) / 7,
    });
  }
  return out;
}

/** Whether the latest such day not after publication falls on the weekday. */
function fallsOn(month: number, day: number, weekday: number, published: number): boolean {
  const { year } = civil(published);
  const same = dayOrNull(year, month, day);
  const last = same !== null && same <= published ? same : dayOrNull(year - 1, month, day);
  return last !== null && weekdayOf(last) === weekday;
}

/** A landmark that the lead tells as the news, by a weekday: "M23 rebels seized Walikale on Wednesday". */
function newsDay(
  text: string,
  told: readonly Span[],
  sentences: readonly Span[],
  expressions: readonly DateExpression[],
  landmarks: readonly LandmarkMention[],
): { readonly from: number; readonly reason: string; readonly evidence: Span } | null {
  const lead = told[Math.min(LEAD, told.length) - 1]?.end ?? 0;
  for (const mention of landmarks) {
    const { landmark, at } = mention;
    const [first, last] = [dayNumber(landmark.from), dayNumber(landmark.to)];
    if (landmark.isBackground || at.start >= lead || last - first > 5) continue;
    for (const e of expressions) {
      if (
        e.kind !== "weekday" ||
        e.which !== null ||
        e.week !== null ||
        e.start < at.end ||
        e.end > mention.end
      )
        continue;
      const between = text.slice(at.end, e.start);
      // "after the fall of the town, the army said on Wednesday": the day of another event
      if (between.length > 70 || /[;:"“”]|\b(?:said|told|after|since|following|before|that)\b/i.test(between))
        continue;
      if (looksAhead(text, sentences, e)) continue;
      const day = [...Array(last - first + 1).keys()]
        .map((k) => last - k)
        .find((d) => weekdayOf(d) === e.weekday);
      if (day === undefined) continue;
      return {
        from: day,
        reason: `tells ${landmark.what} as the news of "${wordsAt(text, e)}", so it is of the six days after it at most`,
        evidence: { start: e.start, end: e.end },
      };
    }
  }
  return null;
}

/** Without a weekday to choose by, a year is given where it holds more than half of the weight. */
const ENOUGH = 0.5;
/** What weighs at least so much of the best is named beside it. */
const NEARLY = 0.6;

/** A dateline's day in the year that fits best: not before what the text names, soon after it, on the weekdays that it names. */
function withYear(seen: {
  readonly stated: StatedDay & { readonly evidence: Span };
  readonly weights: ReadonlyMap<number, number>;
  readonly latest: Anchor;
  readonly isBounded: boolean;
  readonly days: readonly DayEvidence[];
  readonly text: string;
}): Published {
  const { stated, latest, days, text } = seen;
  const options: { readonly day: number; readonly weight: number }[] = [];
  const besideIt = (day: number) =>
    stated.weekday === null || weekdayOf(day) === stated.weekday ? 1 : MISFIT;
  for (const [month, weight] of seen.weights) {
    if (monthOf(month) !== stated.month) continue;
    const day = dayOrNull(Math.floor(month / 12), stated.month, stated.day);
    if (day === null || day < latest.from) continue;
    options.push({
      day,
      weight: days.reduce((product, { likelihood }) => product * likelihood(day), weight * besideIt(day)),
    });
  }
  const best = options.reduce<(typeof options)[number] | null>(
    (a, b) => (a === null || b.weight > a.weight ? b : a),
    null,
  );
  if (best === null) return unknown(stated, text);
  const words = text.slice(stated.evidence.start, stated.evidence.end);
  const reasons = [`says "${words}" without a year`, latest.reason];
  const total = options.reduce((sum, { weight }) => sum + weight, 0);
  // only something long past has a year: any year after it may be meant, unless the weekdays say which
  if (!seen.isBounded && days.length === 0 && stated.weekday === null && best.weight < total * ENOUGH) {
    reasons.push("several years fit");
    return { from: isoDay(options[0]!.day), to: null, basis: "inferred", reasons, evidence: stated.evidence };
  }
  const day = isoDay(best.day);
  reasons.push(`${day} is the likeliest such day`);
  if (days.length > 0) {
    reasons.push(
      `${day} is a ${DAY_NAMES[weekdayOf(best.day)]}; the text says ${days.map((d) => `"${d.words}"`).join(", ")}`,
    );
  }
  const next = options
    .filter((o) => o !== best && o.weight >= best.weight * NEARLY)
    .map((o) => isoDay(o.day));
  if (next.length > 0) reasons.push(`${next.join(", ")} would fit nearly as well`);
  return { from: day, to: day, basis: "inferred", reasons, evidence: stated.evidence };
}

function bareReason(bare: Bare, window: { readonly from: number; readonly to: number }): string {
  if (bare.fixed !== null) {
    return `names "${bare.words}" without a year beside something of ${monthName(bare.fixed)}, so it is less than a year after it`;
  }
  const nearest = window.from - ageOf(bare, window.from);
  return `names "${bare.words}" without a year, so it is at most a year after it (taken as ${monthName(nearest)})`;
}

/** The span of an ordered list in which an expression starts. */
function holding<T extends Span>(spans: readonly T[], e: Span): T | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (e.start < span.start) high = middle - 1;
    else if (e.start >= span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}

function wordsAt(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/g, " ");
}

/** Months since year 0: year × 12 + month − 1. */
function monthIndex(day: number): number {
  const { year, month } = civil(day);
  return year * 12 + month - 1;
}

/** 1 … 12. */
function monthOf(index: number): number {
  return (index % 12) + 1;
}

function firstDay(index: number): number {
  return dayNumber(
    `${String(Math.floor(index / 12)).padStart(4, "0")}-${String(monthOf(index)).padStart(2, "0")}-01`,
  );
}

function lastDay(index: number): number {
  return firstDay(index + 1) - 1;
}

function monthName(index: number): string {
  return `${MONTH_NAMES[index % 12]} ${Math.floor(index / 12)}`;
}

function civil(day: number): { year: number; month: number; day: number } {
  const [year, month, date] = isoDay(day).split("-").map(Number);
  return { year: year!, month: month!, day: date! };
}
