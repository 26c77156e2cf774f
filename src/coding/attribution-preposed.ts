import { baseRelation, children } from "../language/tree.js";
import type { Span } from "../text/span.js";
import {
  clauseEnd,
  clauseStart,
  finiteFollows,
  hasFinite,
  isFiniteVerb,
  isTelling,
  opensClauseAt,
  skipAdjuncts,
} from "./attribution-clauses.js";
import { groupStart, withJoined } from "./attribution-speakers.js";
import {
  type Content,
  inClass,
  isSpeechCue,
  lower,
  quoteClosingBefore,
  quoteIn,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type TokenRange,
} from "./attribution-view.js";
import { isTimeWord, type NounPhrase, phraseAt, phraseBefore, phraseOf } from "./noun-phrases.js";

/** `"…," he |said|` and `X happened, |said| Y`: content before the cue, with a second piece after it where one goes on. */
export function before(v: SentenceView, verb: number, last: number, quoteOnly = false): Content | null {
  const { s } = v;
  const g = groupStart(v, verb);
  if (!isFiniteVerb(v, verb) && !(g < verb && isFiniteVerb(v, g)) && s.xpos[verb] !== "VBN") return null;
  let speaker: NounPhrase | undefined;
  let edge = g;
  let rest = skipAdjuncts(v, last + 1, isTelling(v, verb));
  if (/^(?:who|which|that)$/.test(lower(v, g - 1))) return null;
  // "said in a statement in |which she demanded| …"
  const own = phraseBefore(s, g);
  if (own && /^(?:which|whom|what|whose)$/.test(lower(v, own.from - 1))) return null;
  const inverted = invertedSubject(v, verb, last);
  if (inverted) {
    // … |said| the spokesman
    speaker = withApposition(v, inverted);
    rest = skipAdjuncts(v, speaker.to, false);
  } else {
    speaker = subjectBefore(v, verb, g) ?? undefined;
    if (!speaker || !endsPiece(v, speaker.from)) return null;
    edge = speaker.from;
  }
  const closing =
    quoteClosingBefore(v, edge) ?? (s.form[edge - 1] === "," ? quoteClosingBefore(v, edge - 1) : null);
  const medial = /^[,—–]$/.test(s.form[rest] ?? "") && goesOnAt(v, rest + 1);
  // "raided a camp where, it said, |gunmen were hiding|", "closed because, she said, |the road was mined|"
  if (medial && s.form[edge - 1] === "," && opensClauseAt(v, edge - 2))
    return {
      pieces: [spanOf(v, { from: rest + 1, to: clauseEnd(v, rest + 1, verb) })],
      cueTo: last,
      sure: true,
      before: true,
      ...(speaker ? { speaker } : {}),
    };
  const piece = pieceBefore(v, edge, closing !== null, medial);
  if (!piece) return null;
  if (quoteOnly && (closing === null || !quoteIn(v, piece.range))) return null;
  const pieces = [piece.span];
  const more = pieceAfter(v, verb, rest, closing !== null, piece.range);
  if (more) pieces.push(spanOf(v, more));
  return { pieces, cueTo: last, sure: true, before: closing === null, ...(speaker ? { speaker } : {}) };
}

/** "|As| the BBC |reported|, the bridge is gone" and "The bridge is gone, |as| the BBC |reported| on Friday". */
export function asClause(v: SentenceView, verb: number, last: number): Content | null {
  const { s } = v;
  const speaker = phraseBefore(s, groupStart(v, verb));
  if (!speaker || lower(v, speaker.from - 1) !== "as") return null;
  const as = speaker.from - 1;
  const rest = skipAdjuncts(v, last + 1, false);
  const closed = rest >= v.end || s.form[rest] === ",";
  if (!closed || v.quoteOf[verb]! >= 0) return null;
  const range =
    as === 0 || s.upos[as - 1] === "CCONJ"
      ? { from: rest + 1, to: rest + 1 < v.end ? clauseEnd(v, rest + 1, verb) : rest + 1 }
      : s.form[as - 1] === ","
        ? { from: clauseStart(v, as - 1), to: as - 1 }
        : null;
  return range && hasFinite(v, range.from, range.to)
    ? { pieces: [spanOf(v, range)], cueTo: last, sure: true, speaker }
    : null;
}

/** The rest of a parted clause goes on: ", would be answered", ", residents should stay". */
const goesOnAt = (v: SentenceView, k: number) =>
  k < v.end &&
  v.s.xpos[k] !== "VBG" &&
  (isFiniteVerb(v, k) ||
    joinsClause(v, k) ||
    (v.s.upos[k] !== "CCONJ" &&
      !inClass(v, "contrast", lower(v, k)) &&
      !/^(?:which|who|according|citing)$/.test(lower(v, k)) &&
      finiteFollows(v, k)));

/** "The rebels gave up, he said, |and were taken away|", "…, it said, |and one is missing|". */
const joinsClause = (v: SentenceView, k: number) =>
  (lower(v, k) === "and" && (isFiniteVerb(v, k + 1) || finiteFollows(v, k + 1))) || goesOnBackInTime(v, k);

/** "Nine had fallen, he conceded, |but 53 had been wounded|": told further back than the cue stands, and so by who speaks. */
function goesOnBackInTime(v: SentenceView, k: number): boolean {
  if (lower(v, k) !== "but" || !finiteFollows(v, k + 1)) return false;
  const had = v.s.form.findIndex((f, t) => t > k && f.toLowerCase() === "had");
  return had > k && had < k + 12 && v.s.form.slice(k, had).every((f) => f !== ",");
}

/** `…, said the spokesman.`: a subject after the verb that has no verb of its own after it; null where there is none. */
export function invertedSubject(v: SentenceView, verb: number, last: number): NounPhrase | null {
  if (groupStart(v, verb) < verb || !(verb === 0 || endsPiece(v, verb)) || isTelling(v, verb)) return null;
  if (subjectBeforeAside(v, verb)) return null;
  const phrase = phraseAt(v.s, last + 1, true);
  if (quoteClosingBefore(v, verb)) {
    const named = namedAfter(v, last + 1);
    if (named && (!phrase || named.to > phrase.to)) return named;
  }
  if (!phrase || phrase.from >= v.end || lower(v, phrase.head) === "that" || isTimeWord(v.s, phrase.from))
    return null;
  if (verb === 0) return phrase;
  const next = lower(v, phrase.to);
  return phrase.to >= v.end ||
    /^(?:,|\(|who|which|:|—|–|after|at|in|on|during|to|when|as|of|last|this|from|by)$/.test(next)
    ? phrase
    : null;
}

/**
 * `"…," said |retired Army Gen. Ali Hassan|, who …`: after a quotation the speaker goes as far as the next comma, relative
 * pronoun or phrase of place, whatever the tags make of it; null where a verb or a second quotation stands in it.
 */
function namedAfter(v: SentenceView, from: number): NounPhrase | null {
  const { s } = v;
  let to = from;
  let head = -1;
  while (
    to < v.end &&
    to < from + 12 &&
    !/^(?:PUNCT|ADP|SCONJ|PRON)$/.test(s.upos[to]!) &&
    !isTimeWord(s, to) &&
    !(to > from && (isFiniteVerb(v, to) || /^VB[NG]$/.test(s.xpos[to]!)) && head >= 0)
  ) {
    if (s.upos[to] === "PROPN" || s.upos[to] === "NOUN") head = to;
    to++;
  }
  return head >= 0 && head === to - 1 && v.quoteOf[from]! < 0 ? { from, to, head } : null;
}

/** "Angola, which had mediated for months, |announced| the talks": the comma closes an aside to the verb's own subject. */
function subjectBeforeAside(v: SentenceView, verb: number): boolean {
  if (v.s.form[verb - 1] !== "," || quoteClosingBefore(v, verb - 1) || quoteClosingBefore(v, verb))
    return false;
  const own = children(v.s, verb, "nsubj").find((t) => t < verb);
  if (own === undefined) return false;
  for (let k = own + 1; k < verb - 1; k++) {
    // "while an envoy, Ma Jinghui, |shuttled| between them, said an official": the aside is closed, and a verb of its own follows
    if (v.s.form[k] === ",") return !closedBefore(v, k + 1, verb - 1);
    if (isFiniteVerb(v, k)) return false;
  }
  return false;
}

/** A comma with a finite verb right after it stands between. */
function closedBefore(v: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (v.s.form[k] === "," && isFiniteVerb(v, k + 1)) return true;
  return false;
}

function subjectBefore(v: SentenceView, verb: number, g: number): NounPhrase | null {
  const { s } = v;
  // "…," Omar Haleem, an adviser to the president, |said|
  const quote = v.quotes.filter((q) => q.to <= g).at(-1);
  if (quote && g - quote.to < 40 && v.quoteOf[verb]! < 0) {
    const first = phraseAt(s, quote.to, true);
    const plain =
      first !== null &&
      !Array.from({ length: g - quote.to }, (_, i) => quote.to + i).some(
        (k) => isFiniteVerb(v, k) && !/^(?:who|which|that)$/.test(lower(v, k - 1)),
      );
    if (first && plain && (first.to === g || s.form[g - 1] === "," || s.form[g - 1] === ")")) {
      const to = s.form[g - 1] === "," ? g - 1 : g;
      return { from: first.from, to, head: first.head };
    }
  }
  const own = children(s, verb, "nsubj").filter((t) => t < verb)[0];
  if (own !== undefined) {
    const phrase = withJoined(s, phraseOf(s, own), g);
    if (endsPiece(v, phrase.from)) return withOffice(v, phrase);
  }
  for (let from = g - 1; from >= 0 && from > g - 30; from--) {
    if (!endsPiece(v, from)) continue;
    const phrase = phraseAt(s, from, true);
    if (
      phrase &&
      (phrase.to === g ||
        v.s.form[phrase.to] === "," ||
        isFirstOfTwo(v, phrase.to, g) ||
        /^(?:who|of|for|in|at|from)$/.test(lower(v, phrase.to)))
    )
      return phrase;
  }
  return null;
}

/** "|the director of the clinic,| Dr Haben Teklay, tells": the office before the name. */
function withOffice(v: SentenceView, name: NounPhrase): NounPhrase {
  const { s } = v;
  if (s.upos[name.head] !== "PROPN" || s.form[name.from - 1] !== "," || s.form[name.to] !== ",") return name;
  for (let from = name.from - 2; from > 0 && from > name.from - 14; from--) {
    if (!endsPiece(v, from)) continue;
    const office = phraseAt(s, from, true);
    const fits =
      office?.to === name.from - 1 && s.upos[from] === "DET" && inClass(v, "agent", s.lemma[office.head]!);
    return fits ? { from, to: name.to, head: office.head } : name;
  }
  return name;
}

/** "an armed group |fighting the junta and two residents| said": only a participle clause before the second speaker. */
function isFirstOfTwo(v: SentenceView, from: number, g: number): boolean {
  const second = phraseBefore(v.s, g, from);
  if (!second) return false;
  for (let k = from; k < g; k++) if (v.s.form[k] === "," || isFiniteVerb(v, k)) return false;
  const and = v.s.form.indexOf("and", from);
  return v.s.xpos[from] === "VBG" && and > from && and < g;
}

/** A comma, dash or closing quotation mark stands just before the token. */
function endsPiece(v: SentenceView, token: number): boolean {
  if (token <= 0) return false;
  const mark = v.s.form[token - 1]!;
  if (/^(?:,|—|–|--)$/.test(mark) || quoteClosingBefore(v, token) !== null) return true;
  if (mark === "-") return v.s.end[token - 1]! < v.s.start[token]!;
  // a short quotation ends the content: … are “often provoked,” said …
  return token > 1 && /^(?:"|”|’|'|'')$/.test(mark) && /^[,?!]$/.test(v.s.form[token - 2]!);
}

function withApposition(v: SentenceView, phrase: NounPhrase): NounPhrase {
  const { s } = v;
  // "said Ali Hassan, a spokesman for the ministry": the aside names the office
  if (
    s.form[phrase.to] !== "," ||
    !(
      s.upos[phrase.to + 1] === "DET" ||
      s.upos[phrase.to + 1] === "NOUN" ||
      s.upos[phrase.to + 1] === "PROPN"
    )
  )
    return phrase;
  const aside = phraseAt(s, phrase.to + 1, true);
  if (!aside || !inClass(v, "agent", s.lemma[aside.head]!.toLowerCase())) return phrase;
  return aside.to >= v.end || s.form[aside.to] === ","
    ? { from: phrase.from, to: aside.to, head: phrase.head }
    : phrase;
}

function pieceBefore(
  v: SentenceView,
  edge: number,
  quoted: boolean,
  medial: boolean,
): { span: Span; range: TokenRange } | null {
  const { s } = v;
  let to = edge;
  while (to > 0 && /^(?:,|—|–|--|-)$/.test(s.form[to - 1]!)) to--;
  if (to <= 0) return null;
  const opened = v.quoteOf[0]! >= 0 ? v.quotes[v.quoteOf[0]!]! : null;
  const q = quoted ? quoteClosingBefore(v, to) : null;
  // "Vucic called it baseless; |his government|, he said, |had opened an inquiry|"
  let from = 0;
  for (let k = 0; k < to; k++) if (s.form[k] === ";" && v.quoteOf[k]! < 0 && isLeadIn(v, k)) from = k + 1;
  if (q && q.from > 0 && (s.form[q.from - 1] === ":" || isLeadIn(v, q.from))) from = q.from;
  const start =
    opened && opened.from >= from && opened.from === 0 && from === 0
      ? Math.min(opened.quotation.start, s.start[0]!)
      : s.start[from]!;
  if (!q && !v.headline && !medial && to - from < 2) return null;
  if (!quoted && !medial && !v.headline && !hasFinite(v, from, to)) return null;
  return { span: { start, end: s.end[to - 1]! }, range: { from, to } };
}

/** Words before a quotation that have a cue of their own do not belong to it. */
function isLeadIn(v: SentenceView, from: number): boolean {
  for (let k = 0; k < from; k++) if (isSpeechCue(v, k) && isFiniteVerb(v, k)) return true;
  return false;
}

/** Whether words in quotation marks begin, be they no more than a few. */
export const opensMarks = (v: SentenceView, k: number): boolean =>
  quoteOpeningAt(v, k) !== null || /^["“]$/.test(v.s.form[k] ?? "");

/** Whether words have a finite verb that is not of a relative clause: "of the 64 soldiers who |had held| the post" has none. */
function tellsSomething(v: SentenceView, { from, to }: TokenRange): boolean {
  const { s } = v;
  for (let k = from; k < to; k++) {
    if (!isFiniteVerb(v, k)) continue;
    let up = k;
    while (up >= from && up < to && baseRelation(s, up) !== "acl") up = s.head[up]!;
    if (up < from || up >= to) return true;
  }
  return false;
}

/** The second piece of content that a cue parts: "…," he said, "…". */
function pieceAfter(
  v: SentenceView,
  verb: number,
  rest: number,
  quoted: boolean,
  first: TokenRange,
): TokenRange | null {
  const { s } = v;
  if (rest >= v.end || !/^(?:,|:|—|–)$/.test(s.form[rest]!)) return null;
  const k = rest + 1;
  if (k >= v.end) return null;
  if (opensMarks(v, k)) return { from: k, to: clauseEnd(v, k, verb) };
  if (quoted) return null;
  if (isFiniteVerb(v, k) || (s.upos[k] === "AUX" && s.xpos[k] !== "VBG"))
    return { from: k, to: clauseEnd(v, k, verb) };
  if (joinsClause(v, k)) return { from: k, to: clauseEnd(v, k + 1, verb) };
  // "When she came back, she says, |there were nine|": what stands before is only its opening
  const opening =
    inClass(v, "contrast", lower(v, first.from)) || /^(?:if|once|should)$/.test(lower(v, first.from));
  // "shelled the town, killing, Kyiv said, |nine civilians|": the participle waits for its object
  const last = s.xpos[first.to - 1];
  const waits =
    (last === "VBG" && /^(?:DET|NUM|ADJ|NOUN)$/.test(s.upos[k]!)) || (last === "VBD" && s.upos[k] === "NUM");
  if ((opening || waits || !tellsSomething(v, first)) && s.xpos[k] !== "VBG")
    return { from: k, to: clauseEnd(v, k, verb) };
  return null;
}
