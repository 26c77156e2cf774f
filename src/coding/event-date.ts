import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates } from "../language/tree.js";
import { dayNumber } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { isAbout, scopeOf } from "./clause-scope.js";
import { clauseHead, dateTense, tenseOf } from "./clause-tense.js";
import { UNSURE } from "./date-governor.js";
import { atDistance, distanceAt } from "./date-reach.js";
import { isOfOther } from "./others-dates.js";
import {
  type DatedBy,
  type DatedSentence,
  dated,
  distance,
  type PlacedDate,
  SHORT_DAYS,
} from "./placed-date.js";
import { intervalOf } from "./placed-dates.js";
import { FINITE } from "./slots.js";

/** What dates the event at a token; null where nothing in its clause does. */
export function dateOf(scene: DatedSentence, token: number): DatedBy | null {
  const { s, dates: all } = scene;
  const dates = all.filter((d) => isDating(d.expression) && d.interval.basis !== "unknown");
  if (dates.length === 0) return null;
  const near = dates.filter((d) => !isOfOther(scene, d, token) && !isSaidOnce(s, d, token));
  const hit = find({ ...scene, dates: near }, token);
  if (hit === null) return null;
  // "on Thursday, a day after the government banned rallies": the parser may give the ban the Thursday
  const reach = isOwn(scene, hit, token) ? null : distanceAt(s, token, all);
  if (reach === null || hit.evidence.start >= s.start[reach.mark]!) return hit;
  const interval = atDistance(reach, hit.interval, all);
  return interval === null ? hit : { interval, evidence: hit.evidence };
}

/** "The truce, agreed in May, collapsed a year later": the truce is of May. */
const isOwn = ({ s, dates }: DatedSentence, { evidence }: DatedBy, token: number): boolean =>
  s.upos[token] === "NOUN" &&
  dates.some((d) => d.expression.start === evidence.start && dominates(s, token, d.governor));

/** "Expressed thanks, praising the recruits trained | since May": what was said at one time is not of all the time since. */
function isSaidOnce(s: Sentence, { expression, governor }: PlacedDate, token: number): boolean {
  if (expression.bound !== "since" || governor < 0 || governor === token) return false;
  const [of, verb] = [governor, token].map((t) => {
    let head = clauseHead(s, t);
    while (s.xpos[head] === "VBG" && s.head[head]! >= 0) head = clauseHead(s, s.head[head]!);
    return head;
  });
  return of === verb && s.xpos[verb!] === "VBD" && isAbout(s, verb!);
}

const NOMINAL: ReadonlySet<string> = new Set(["nsubj", "csubj", "obj", "iobj", "obl", "nmod", "appos"]);

function find(scene: DatedSentence, token: number): DatedBy | null {
  const { s } = scene;
  const isToldOf = NOMINAL.has(baseRelation(s, token)) && isAbout(s, s.head[token]!);
  return (
    afterDate(scene, token) ??
    byTree(scene, token, 0) ??
    (isToldOf ? null : (byScope(scene, token) ?? bySurface(scene, token)))
  );
}

/** "The deadliest since August, | when nine were killed": then, not since. */
function afterDate(scene: DatedSentence, token: number): DatedBy | null {
  const { s, dates, published } = scene;
  for (let t = token, steps = 0; t >= 0 && steps < 6; t = s.head[t]!, steps++) {
    // "in May, when the two fought before a truce was signed on May 19"
    if (direct(scene, t) !== null) return null;
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

/** Steps up the tree. */
const MOST_STEPS = 6;

function byTree(scene: DatedSentence, token: number, depth: number): DatedBy | null {
  if (depth > MOST_STEPS) return null;
  const { s } = scene;
  const own = direct(scene, token);
  if (own !== null) return own;
  const relation = baseRelation(s, token);
  if (s.head[token]! >= 0 && /^(?:compound|flat|amod|fixed)$/.test(relation))
    return byTree(scene, s.head[token]!, depth + 1);
  // "fighting", "shelling" in a noun's place
  const nominal = NOMINAL.has(relation) && (s.upos[token] !== "VERB" || s.xpos[token] === "VBG");
  return nominal || (s.upos[token] !== "VERB" && clauseHead(s, token) !== token)
    ? ofNoun(scene, token, depth)
    : ofVerb(scene, token, depth);
}

/** The expression that modifies the token itself, nearest first; days before years, dates before times. */
export function direct(scene: DatedSentence, token: number): DatedBy | null {
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

/** "In a 2019 war … on Friday": the finer date is the event's. */
function coarseness({ expression: { kind } }: PlacedDate): number {
  if (kind === "year" || kind === "years") return 20;
  return kind === "stretch" || kind === "part" || kind === "clock" ? 10 : 0;
}

/** "Pulled its team out of a tournament next month": what has been done is not done next month. */
export function isAheadOf({ s, published }: DatedSentence, d: PlacedDate, token: number): boolean {
  const { from } = d.interval;
  if (from === null || published.to === null || from <= published.to || s.upos[token] !== "VERB")
    return false;
  const tense = tenseOf(s, token);
  return tense === "past" || tense === "perfect";
}

function ofNoun(scene: DatedSentence, token: number, depth: number): DatedBy | null {
  const { s } = scene;
  const { after, made, makes, shares } = scene.lexicon.words;
  // "the attack that killed ten on Friday", "clashes that erupted on Monday"
  for (const verb of children(s, token, "acl").flatMap((v) => [v, ...children(s, v, "conj")])) {
    // "a truce agreed in May"
    const isMade = makes.has(s.lemma[verb]!) && made.has(lower(s, token));
    const hit = isAbout(s, verb) && !isMade ? null : direct(scene, verb);
    if (hit !== null) return hit;
  }
  // "a wave of attacks on Monday": the day may hang on either noun
  for (const noun of children(s, token, "nmod")) {
    if (children(s, noun, "case").some((c) => shares.has(lower(s, c)) || lower(s, c) === "of")) {
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
    if (relation !== "nmod" || cases.some((c) => after.has(c) || c === "to" || c === "before")) return null;
    const isPart = cases.some((c) => c === "of" || shares.has(c));
    return direct(scene, up) ?? (isPart ? ofNoun(scene, up, depth + 1) : null);
  }
  if (isAbout(s, up)) return null;
  const takesPart =
    /^(?:nsubj|csubj|obj|iobj)$/.test(relation) ||
    (relation === "obl" && cases.every((c) => shares.has(c) || c === "into" || c === "as"));
  return takesPart ? byTree(scene, up, depth + 1) : null;
}

/** A way in which words around a verb tell its date; null where they tell that it has none here, undefined where there are no such words. */
type VerbWay = (scene: DatedSentence, verb: number, depth: number) => DatedBy | null | undefined;

function ofVerb(scene: DatedSentence, token: number, depth: number): DatedBy | null {
  for (const way of VERB_WAYS) {
    const hit = way(scene, token, depth);
    if (hit !== undefined) return hit;
  }
  return null;
}

/** "Sunday's attack killed ten", "were killed in Monday's clashes". */
const ofItsNouns: VerbWay = (scene, token) => {
  const { s } = scene;
  const { sayings, shares } = scene.lexicon.words;
  for (const noun of children(s, token, "nsubj", "obj", "obl")) {
    const relation = baseRelation(s, noun);
    // "said in a post on Friday"
    if (relation !== "nsubj" && isAbout(s, token) && !sayings.has(s.lemma[noun]!)) continue;
    const takesPart = relation !== "obl" || children(s, noun, "case").some((c) => shares.has(lower(s, c)));
    const hit = takesPart ? direct(scene, noun) : null;
    if (hit !== null) return hit;
  }
  return undefined;
};

/** "Attacked on Monday and seized the town": verbs without a subject of their own share the day. */
const ofVerbsBeside: VerbWay = (scene, token, depth) => {
  const { s } = scene;
  const isJoined = baseRelation(s, token) === "conj";
  const first = isJoined ? s.head[token]! : token;
  const isSameTense = (t: number) => tenseOf(s, t) === tenseOf(s, token);
  if (isJoined && first >= 0 && depth < MOST_STEPS) {
    // "ended in May, broke down in June and | led to …": of what goes before, the nearest
    const before = children(s, first, "conj").filter((t) => t < token && s.upos[t] === "VERB");
    for (const other of [...before.reverse(), first]) {
      const hit = direct(scene, other);
      if (hit !== null && isSameTense(other)) return hit;
    }
  }
  for (const other of children(s, first, "conj")) {
    if (other <= token || children(s, other, "nsubj").length > 0) continue;
    const hit = direct(scene, other);
    if (hit !== null && hit.evidence.start > s.start[other]! && isSameTense(other)) return hit;
  }
  const isBare = isJoined && first >= 0 && children(s, token, "nsubj").length === 0;
  return isBare ? byTree(scene, first, depth + 1) : undefined;
};

/** "Clashes erupted on Monday when troops crossed": one time; "after troops crossed on Monday": from then on. */
const ofClausesBelow: VerbWay = (scene, token) => {
  const { s } = scene;
  const { after, when } = scene.lexicon.words;
  for (const clause of children(s, token, "advcl")) {
    const marks = marksOf(s, clause);
    const hit = direct(scene, clause);
    if (hit === null) continue;
    if (marks.some((m) => when.has(m))) return hit;
    if (marks.includes("since")) return fromThenOn(scene, hit, Number.POSITIVE_INFINITY);
    if (marks.some((m) => after.has(m))) return fromThenOn(scene, hit);
  }
  return undefined;
};

const marksOf = (s: Sentence, clause: number): string[] =>
  children(s, clause, "mark", "advmod").map((m) => lower(s, m));

/** "Clashes erupted | when troops crossed", "killed ten, | leaving 20 wounded", "the raid | that killed ten", "began | to withdraw". */
const ofItsGovernor: VerbWay = (scene, token, depth) => {
  const { s } = scene;
  const up = s.head[token]!;
  if (up < 0) return undefined;
  switch (baseRelation(s, token)) {
    case "advcl": {
      const marks = marksOf(s, token);
      const isWhen = marks.some((m) => scene.lexicon.words.when.has(m));
      if (isWhen && children(s, token, "nsubj").length > 0) return direct(scene, up);
      // "leaving 20 dead", "was violated by shelling"
      const isPart = /^VB[GN]$/.test(s.xpos[token]!) && marks.every((m) => m === "by" || m === "in");
      return isPart && !isAbout(s, up) ? byTree(scene, up, depth + 1) : undefined;
    }
    case "acl": {
      if (isAbout(s, token)) return undefined;
      const noun = direct(scene, up);
      if (noun !== null) return noun;
      if (!/^VB[GDN]$/.test(s.xpos[token]!)) return undefined;
      return tenseOf(s, token) === "past" ? ofNoun(scene, up, depth + 1) : null;
    }
    case "xcomp":
      return tenseOf(s, token) !== "future" && !isAbout(s, up) ? byTree(scene, up, depth + 1) : undefined;
    default:
      return undefined;
  }
};

/** "After the talks in March", "since its formation in 2012". */
const ofWhatCameBefore: VerbWay = (scene, token) => {
  const { s } = scene;
  for (const noun of children(s, token, "obl")) {
    const after = children(s, noun, "case").find((c) => scene.lexicon.words.after.has(lower(s, c)));
    const hit = after === undefined ? null : direct(scene, noun);
    // "since its formation in 2012", but soon "after the talks in March"
    if (hit !== null)
      return fromThenOn(scene, hit, lower(s, after!) === "since" ? Number.POSITIVE_INFINITY : SHORT_DAYS);
  }
  return undefined;
};

/** "Agreed to end the dispute four months later", long ago: then it was agreed. */
const ofItsAim: VerbWay = (scene, token) => {
  const { s, published } = scene;
  if (tenseOf(s, token) !== "past") return undefined;
  for (const aim of children(s, token, "xcomp")) {
    const hit = s.xpos[aim] === "VB" ? direct(scene, aim) : null;
    if (hit?.interval.to != null && hit.interval.to < (published.from ?? "")) return hit;
  }
  return undefined;
};

/** In the order in which they are tried. */
const VERB_WAYS: readonly VerbWay[] = [
  ofItsNouns,
  ofVerbsBeside,
  ofClausesBelow,
  ofItsGovernor,
  ofWhatCameBefore,
  ofItsAim,
];

/** From then to the day of the report; "after" means soon after, so a long stretch says nothing. */
function fromThenOn({ published }: DatedSentence, hit: DatedBy, mostDays = SHORT_DAYS): DatedBy | null {
  const { from } = hit.interval;
  const { to } = published;
  if (from === null || to === null || from > to || dayNumber(to) - dayNumber(from) >= mostDays) return null;
  return { interval: { from, to, basis: "inferred" }, evidence: hit.evidence };
}

/** The nearest word that tells of the same event and has a date: "killed and 14 wounded in an attack on Sunday". */
function byScope(scene: DatedSentence, token: number): DatedBy | null {
  const { s } = scene;
  if (isAbout(s, token) || tenseOf(s, token) === "future") return null;
  for (const { token: t, steps } of scopeOf(s, token, 3)) {
    if (steps === 0 || isAbout(s, t)) continue;
    const hit = direct(scene, t);
    // "agreed to meet on Monday": the meeting's day
    if (hit !== null && dateTense(tenseOf(s, t)) === dateTense(tenseOf(s, token))) return hit;
  }
  return null;
}

/** Where the tree is not to be trusted: the nearest expression that no speech verb or clause mark cuts off. */
function bySurface(scene: DatedSentence, token: number): DatedBy | null {
  const { s } = scene;
  const { cuts } = scene.lexicon.words;
  const isCut = (from: number, to: number) =>
    s.form.slice(from, to).some((f, k) => cuts.has(f.toLowerCase()) || FINITE.has(s.xpos[from + k]!));
  let best: PlacedDate | null = null;
  let cost = isAbout(s, token) ? 2 : 12;
  for (const d of scene.dates) {
    if (d.governor === token) continue;
    const isUnsure = d.governor < 0 || (s.margin[headToken(s, d)] ?? 0) < UNSURE;
    const c = distance(d, token);
    if (!isUnsure || (best === null ? c > cost : c >= cost)) continue;
    if (d.from > token ? isCut(token + 1, d.from) : isCut(d.to, token)) continue;
    cost = c;
    best = d;
  }
  return best === null ? null : dated(best);
}

/** The word of an expression that hangs outside of it. */
function headToken(s: Sentence, d: PlacedDate): number {
  for (let i = d.from; i < d.to; i++) {
    const head = s.head[i]!;
    if (head < d.from || head >= d.to) return i;
  }
  return d.from;
}
