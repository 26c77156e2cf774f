import { child, children, subtree } from "../language/tree.js";
import type { Span } from "../text/span.js";
import {
  clauseAfter,
  clauseAround,
  clauseEnd,
  finiteFollows,
  hasFinite,
  isFiniteVerb,
  relativeEnd,
  skipAdjuncts,
} from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import {
  byPhrase,
  canSpeak,
  groupStart,
  type Speaker,
  speakerOf,
  standsPassive,
} from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  isSpeechCue,
  phraseEnd,
  quoteClosingBefore,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type TokenRange,
} from "./attribution-view.js";
import { isNominal, isTimeWord, type NounPhrase, phraseAt, phraseOf } from "./noun-phrases.js";

/** What a verb cue has found: its content and, where it follows the cue, its speaker. */
interface Content {
  readonly pieces: readonly Span[];
  /** Last token of the cue, included. */
  readonly cueTo: number;
  readonly sure: boolean;
  readonly speaker?: NounPhrase;
  /** The content came before the cue and is no quotation: here only who can speak is believed to. */
  readonly before?: boolean;
}

export interface VerbContext {
  readonly earlier: readonly Draft[];
  /** Whether a token is covered by a party that can act or speak. */
  readonly isAgent: (token: number) => boolean;
}

const lower = (v: SentenceView, t: number) => (v.s.form[t] ?? "").toLowerCase();
const LISTENED = /^(?:tell|inform|notify|brief|assure|reassure|remind|warn|advise|caution|alert|apprise)$/;

/** The attribution of which a verb is the cue, by the first entry that fits; null where it is none. */
export function verbAttribution(v: SentenceView, verb: number, context: VerbContext): Draft | null {
  const { s } = v;
  if (!/^VB/.test(s.xpos[verb]!)) return null;
  const cues = v.lexicon.verbs.get(s.lemma[verb]!);
  if (!cues) return null;
  const passive = standsPassive(v, verb);
  // "|written| guarantees"
  if (
    s.xpos[verb] === "VBN" &&
    !passive &&
    groupStart(v, verb) === verb &&
    !isNominal(s, verb - 1) &&
    (s.relation[verb] === "amod" || s.upos[verb + 1] === "NOUN")
  )
    return null;
  for (const cue of cues) {
    const last = phraseEnd(s, verb, cue.words);
    if (last < 0) continue;
    const denied = isNegated(v, verb);
    if (cue.negated && !(denied && isOpenToDoubt(v, verb))) continue;
    const draft =
      cue.speaker[0] === "obj"
        ? citedDraft(v, verb, cue, context)
        : passive
          ? passiveDraft(v, verb, last, cue, context)
          : activeDraft(v, verb, last, cue, context);
    if (draft) return denied && !cue.negated ? negated(v, draft, cue) : draft;
  }
  return null;
}

function activeDraft(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  context: VerbContext,
): Draft | null {
  // "hold |the army| responsible": the object stands inside the phrase
  const inner = last > verb + 1 ? phraseAt(v.s, verb + 1, true) : null;
  // "dismissed |as absurd| allegations that …"
  const shifted = lower(v, last + 1) === "as" ? afterAs(v, last + 2) : null;
  const inside = inner && inner.head < last ? { ...inner, to: Math.min(inner.to, last) } : null;
  const object = shifted ?? inside ?? directObject(v, last);
  if (cue.object && !(object && cue.object.has(v.s.lemma[object.head]!))) return null;
  if (!testSlot(v, cue, "obj", object?.head ?? -1)) return null;
  const content = contentOf(v, verb, last, cue, object);
  if (!content) return null;
  if (cue.kind === "hearsay") return impersonal(v, verb, last, cue, content);
  const speaker: Speaker | null = content.speaker
    ? { phrase: content.speaker, running: false, by: "surface" }
    : speakerOf(v, verb, context.earlier);
  if (!speaker || (speaker.phrase === null && !speaker.running)) return null;
  const phrase = speaker.phrase;
  // "No group claimed responsibility": nobody speaks
  if (phrase && /^(?:no|nobody|none|neither|nothing)$/.test(lower(v, phrase.from))) return null;
  if (phrase) {
    if (!testSlot(v, cue, "subj", phrase.head) && !testSlot(v, cue, "subj", lastNoun(v, phrase))) return null;
    const plain = cue.kind === "speech" && content.sure && !content.before;
    const pronoun = /^(?:it|this|that|which|these|those)$/.test(lower(v, phrase.head));
    if (pronoun && cue.kind !== "speech" && cue.kind !== "act" && lower(v, phrase.head) !== "it") return null;
    if (
      !canSpeak(v, phrase, context.isAgent) &&
      !(plain && !inClass(v, "never", v.s.lemma[phrase.head]!.toLowerCase())) &&
      cue.kind !== "evidence"
    )
      return null;
  }
  return {
    sentence: v.index,
    token: verb,
    cueSpan: { start: v.s.start[verb]!, end: v.s.end[Math.max(last, content.cueTo)]! },
    source: phrase,
    running: speaker.running,
    pieces: content.pieces,
    kind: cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: speaker.by === "tree" && content.sure ? "tree" : "surface",
    rule: `cue:${cue.id}`,
  };
}

function afterAs(v: SentenceView, from: number): NounPhrase | null {
  let k = from;
  const marked = /^["“‘]$/.test(v.s.form[k] ?? "");
  const limit = Math.min(v.end, from + 8);
  if (marked) {
    do k++;
    while (k < limit && !/^["”’]$/.test(v.s.form[k]!));
    k++;
  } else while (k < limit && /^(?:ADJ|ADV)$/.test(v.s.upos[k]!)) k++;
  return k > from && k < limit ? phraseAt(v.s, k, true) : null;
}

/** "The column |appears| to have turned back": nobody is named, and the subject belongs to what is told. */
function impersonal(v: SentenceView, verb: number, last: number, cue: Cue, content: Content): Draft | null {
  const subject = passiveSubject(v, verb);
  const expletive = subject !== null && /^(?:it|there)$/.test(lower(v, subject.head));
  return {
    sentence: v.index,
    token: verb,
    cueSpan: spanOf(v, { from: verb, to: last + 1 }),
    source: null,
    running: false,
    pieces: subject && !expletive ? [spanOf(v, subject), ...content.pieces] : content.pieces,
    kind: cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** "…, citing officials": the object speaks, and what it says is what the sentence told before. */
function citedDraft(v: SentenceView, verb: number, cue: Cue, context: VerbContext): Draft | null {
  const object = directObject(v, verb);
  if (v.s.xpos[verb] !== "VBG" || !object || !canSpeak(v, object, context.isAgent)) return null;
  const before = context.earlier.filter((d) => !d.nominal && d.pieces.at(-1)!.end <= v.s.start[verb]!).at(-1);
  // "The governor, citing the fire service, |said| …"
  const next = object.to + 1;
  const follows =
    !before && v.s.form[object.to] === "," && isSpeechCue(v, next)
      ? clauseAfter(v, next, skipAdjuncts(v, next + 1, false), true)
      : null;
  const pieces = follows
    ? [spanOf(v, follows.range)]
    : before
      ? before.pieces
      : clauseAround(v, verb, object.to);
  if (!pieces) return null;
  return {
    sentence: v.index,
    token: verb,
    cueSpan: spanOf(v, { from: verb, to: verb + 1 }),
    source: object,
    running: false,
    pieces,
    kind: inClass(v, "artefact", v.s.lemma[object.head]!) ? "evidence" : cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** The object right after the verb phrase, over adverbs; by the words, by the tree where they do not say. */
function directObject(v: SentenceView, last: number): NounPhrase | null {
  const { s } = v;
  let j = last + 1;
  while (j < v.end && s.upos[j] === "ADV" && !isNominal(s, j)) j++;
  if (/^["“‘']$/.test(s.form[j] ?? "") && quoteOpeningAt(v, j) === null) j++;
  if (isFiniteVerb(v, j)) return null;
  return phraseAt(s, j, true);
}

/** The last noun before a preposition: the head where the tree has taken another word for it. */
function lastNoun(v: SentenceView, phrase: NounPhrase): number {
  let last = phrase.head;
  for (let k = phrase.from; k < phrase.to && v.s.upos[k] !== "ADP"; k++) if (isNominal(v.s, k)) last = k;
  return last;
}

function testSlot(v: SentenceView, cue: Cue, slot: string, head: number): boolean {
  const lemma = head >= 0 ? v.s.lemma[head]!.toLowerCase() : null;
  const needs = cue.needs.get(slot);
  if (
    needs &&
    (lemma === null ||
      !(needs.has(lemma) || (slot === "subj" && needs.has("official") && v.s.upos[head] !== "NOUN")))
  )
    return false;
  const not = cue.not.get(slot);
  return !(not && lemma !== null && (not.has(lemma) || not.has(lower(v, head))));
}

function contentOf(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  object: NounPhrase | null,
): Content | null {
  for (const alternative of cue.content) {
    const found = alternativeOf(v, verb, last, cue, alternative, object);
    if (found) return found;
  }
  return null;
}

function alternativeOf(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  parts: readonly string[],
  object: NounPhrase | null,
): Content | null {
  const first = parts[0]!;
  const { s } = v;
  const listener = LISTENED.test(s.lemma[verb]!);
  // The object of the phrase is part of the cue: "expressed deep concern |over …|"
  const cueLast = cue.object && object ? Math.max(last, object.head) : last;
  const after = skipAdjuncts(v, cueLast + 1, listener);
  const one = (range: TokenRange | null, cueTo: number, sure: boolean): Content | null =>
    range && range.to > range.from ? { pieces: [spanOf(v, range)], cueTo, sure } : null;
  switch (first) {
    case "clause": {
      const bareAllowed =
        !object ||
        !firstObjectIs(cue) ||
        cue.words[0] === "say" ||
        clauseByTree(v, verb) ||
        verbFollows(v, object.to);
      const inverted = invertedSubject(v, verb, cueLast);
      if (inverted && s.form[inverted.to] === ":") {
        // Said Ellis: "…"
        const opened = clauseAfter(v, verb, inverted.to, false);
        if (opened)
          return { pieces: [spanOf(v, opened.range)], cueTo: cueLast, sure: true, speaker: inverted };
      }
      const told = inverted ? before(v, verb, cueLast) : null;
      if (told?.speaker) return told;
      // "…," he said, "…": the first piece stands before
      const parted =
        s.form[after] === "," && quoteOpeningAt(v, after + 1) ? before(v, verb, cueLast, true) : null;
      if (parted) return parted;
      // "says |too much| is made": adverbs may belong to what is said
      const found =
        clauseAfter(v, verb, after, bareAllowed) ?? clauseAfter(v, verb, cueLast + 1, bareAllowed);
      if (found) return one(found.range, cueLast, found.sure);
      return listener && cue.kind === "act" ? null : before(v, verb, cueLast);
    }
    case "quote": {
      const found = clauseAfter(v, verb, after, false);
      if (
        found &&
        (v.s.form[found.range.from - 1] === ":" || quoteOpeningAt(v, found.range.from)) &&
        quoteIn(v, found.range)
      )
        return one(found.range, cueLast, true);
      return before(v, verb, cueLast, true);
    }
    case "obj":
      return object && !cue.object ? objectContent(v, verb, cueLast, cue, parts, object) : null;
    case "inf": {
      const to = lower(v, after) === "not" ? after + 1 : after;
      // "asked not to be named" is no request of the record's
      if (to > after && lower(v, to + 2) === "be" && inClass(v, "unnamed", s.lemma[to + 3] ?? ""))
        return null;
      if (lower(v, to) !== "to" || !/^VB$|^RB$/.test(s.xpos[wordAfter(v, to)] ?? "")) return null;
      return one({ from: after, to: relativeEnd(v, after, verb, clauseEnd(v, after, verb)) }, cueLast, true);
    }
    case "ing":
      return s.xpos[after] === "VBG" && s.form[after - 1] !== ","
        ? one({ from: after, to: clauseEnd(v, after, verb) }, cueLast, true)
        : null;
    case "as":
      return lower(v, after) === "as"
        ? one({ from: after + 1, to: nounEnd(v, after + 1, verb) }, after, true)
        : null;
    default:
      return prepositionContent(v, verb, cueLast, parts, after);
  }
}

/** A finite verb stands there, over adverbs: the phrase before it is a subject, not an object. */
function verbFollows(v: SentenceView, from: number): boolean {
  let k = from;
  while (k < v.end && v.s.upos[k] === "ADV") k++;
  return isFiniteVerb(v, k);
}

/** Whether the entry prefers an object over a bare clause: "reported civilian deaths in …", "confirmed casualties". */
const firstObjectIs = (cue: Cue) => cue.content.some((alternative) => alternative[0] === "obj");

const clauseByTree = (v: SentenceView, verb: number) => {
  const c = child(v.s, verb, "ccomp");
  return c > verb && (isFiniteVerb(v, c) || children(v.s, c, "aux", "cop").length > 0);
};

const quoteIn = (v: SentenceView, r: TokenRange) => v.quotes.some((q) => q.from < r.to && r.from < q.to);

function objectContent(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  parts: readonly string[],
  object: NounPhrase,
): Content | null {
  const { s } = v;
  const limit = clauseEnd(v, object.from, verb);
  if (object.from >= limit) return null;
  const from = object.from;
  const plain = Math.min(limit, commaParticiple(v, from));
  if (parts.length > 1) {
    const at = partAfter(v, parts[1]!, object, limit);
    if (at < 0) return null;
    return {
      pieces: [
        spanOf(v, { from, to: parts[1] === "as" ? Math.max(at + 2, nounEnd(v, at + 1, verb)) : limit }),
      ],
      cueTo: last,
      sure: true,
    };
  }
  if (cue.complement) {
    const k = object.to;
    const predicate =
      k < limit && (/^["“‘']$/.test(s.form[k]!) || s.upos[k] === "DET" || s.upos[k] === "ADJ");
    const inTree = children(s, verb, "xcomp").some((t) => t > object.head && s.upos[t] !== "VERB");
    if (!predicate && !inTree) return null;
    return { pieces: [spanOf(v, { from, to: limit })], cueTo: last, sure: predicate };
  }
  const opening = quoteOpeningAt(v, from);
  // "rejected the allegation |that …|"
  if (lower(v, object.to) === "that")
    return { pieces: [spanOf(v, { from, to: limit })], cueTo: last, sure: true };
  // "the government's resolve |to end the war|"
  if (lower(v, object.to) === "to" && s.xpos[wordAfter(v, object.to)] === "VB")
    return { pieces: [spanOf(v, { from, to: plain })], cueTo: last, sure: true };
  // "derogatory comments Trump |had made|": a clause without a pronoun goes with its noun
  const clausal = isFiniteVerb(v, object.to) && isNominal(s, object.to - 1) && object.to - 1 > from;
  const to = opening
    ? Math.max(object.to, opening.to)
    : clausal
      ? Math.min(plain, firstComma(v, object.to))
      : Math.min(plain, Math.max(object.to, treeEnd(v, object.head, verb)));
  return { pieces: [spanOf(v, { from, to })], cueTo: last, sure: s.head[object.head] === verb };
}

function firstComma(v: SentenceView, from: number): number {
  for (let k = from; k < v.end; k++) if (v.s.form[k] === ",") return k;
  return v.end;
}

/** ", offering …" after an object is the subject's, not the object's. */
function commaParticiple(v: SentenceView, from: number): number {
  for (let k = from; k + 1 < v.end; k++) if (v.s.form[k] === "," && v.s.xpos[k + 1] === "VBG") return k;
  return v.end;
}

/** Where the second part of "obj+inf", "obj+of" … begins, -1 where it is not there. */
function partAfter(v: SentenceView, part: string, object: NounPhrase, limit: number): number {
  const { s } = v;
  for (let k = object.head + 1; k < limit; k++) {
    const word = lower(v, k);
    if (part === "inf") {
      const next = wordAfter(v, k);
      if (word === "to" && (s.xpos[next] === "VB" || (s.upos[next] === "ADV" && s.xpos[next + 1] === "VB")))
        return k;
      if (isFiniteVerb(v, k)) return -1;
    } else if (part === "ing") {
      if (s.xpos[k] === "VBG" && k <= object.to + 1) return k;
    } else if (part === "clause") {
      if (word === "that") return k;
    } else if (word === part && !(part === "as" && v.s.xpos[k + 1] !== "VBG" && finiteFollows(v, k + 1))) {
      // "elements |within the regime| of allowing": the last "of" before a gerund, else the first
      if (part !== "of" || s.xpos[k + 1] === "VBG" || !laterGerund(v, k + 1, limit)) return k;
    }
    if (word === "," && part !== "inf") return -1;
  }
  return -1;
}

/** The next token that is no quotation mark: to |"| abandon. */
const wordAfter = (v: SentenceView, t: number) => (/^["“‘'«]$/.test(v.s.form[t + 1] ?? "") ? t + 2 : t + 1);

function laterGerund(v: SentenceView, from: number, limit: number): boolean {
  for (let k = from; k + 1 < limit && k < from + 15; k++)
    if (lower(v, k) === "of" && v.s.xpos[k + 1] === "VBG") return true;
  return false;
}

function prepositionContent(
  v: SentenceView,
  verb: number,
  last: number,
  parts: readonly string[],
  after: number,
): Content | null {
  const { s } = v;
  const preposition = parts[0]!;
  let k = -1;
  for (const j of [last + 1, last + 2, after])
    if (k < 0 && lower(v, j) === preposition && j < v.end && gapIsLight(v, last + 1, j)) k = j;
  if (k < 0) {
    const own = children(s, verb, "obl", "nmod", "advcl").find(
      (t) => t > verb && children(s, t, "case", "mark").some((c) => c > last && lower(v, c) === preposition),
    );
    if (own === undefined) return null;
    k = children(s, own, "case", "mark").find((c) => lower(v, c) === preposition)!;
    if (k > last + 6) return null;
  }
  if (s.upos[k] !== "ADP" && s.upos[k] !== "SCONJ" && s.upos[k] !== "PART") return null;
  const from = k + 1;
  if (from >= v.end) return null;
  const limit = clauseEnd(v, from, verb);
  const phrase = phraseAt(s, from, true);
  // "called for both sides |to| withdraw"
  if (
    phrase &&
    lower(v, phrase.to) === "to" &&
    s.xpos[wordAfter(v, phrase.to)] === "VB" &&
    parts.length === 1
  )
    return { pieces: [spanOf(v, { from, to: limit })], cueTo: last > verb ? last : k, sure: true };
  if (parts.length > 1) {
    if (!phrase || partAfter(v, parts[1]!, phrase, limit) < 0) return null;
    return { pieces: [spanOf(v, { from, to: limit })], cueTo: k, sure: true };
  }
  return {
    pieces: [spanOf(v, { from, to: Math.min(limit, nounEnd(v, from, verb)) })],
    cueTo: last > verb ? last : k,
    sure: true,
  };
}

/** Only adverbs and the object of the phrase stand between cue and preposition. */
const gapIsLight = (v: SentenceView, from: number, to: number) => {
  for (let k = from; k < to; k++)
    if (!/^(?:ADV|NOUN|ADJ|DET)$/.test(v.s.upos[k]!) || k - from > 1) return false;
  return true;
};

/** End of a noun phrase, gerund or clause that is the content: by the tree, and at least as far as the words go. */
function nounEnd(v: SentenceView, from: number, verb: number): number {
  const { s } = v;
  const limit = clauseEnd(v, from, verb);
  if (s.xpos[from] === "VBG" || finiteFollows(v, from)) return limit;
  const opening = quoteOpeningAt(v, from);
  const phrase = phraseAt(s, from, true);
  if (!phrase) return opening ? Math.max(opening.to, Math.min(limit, opening.to)) : limit;
  return Math.min(limit, Math.max(phrase.to, treeEnd(v, phrase.head, verb)));
}

/** Where the contiguous words below a head end, without the verb's own. */
function treeEnd(v: SentenceView, head: number, verb: number): number {
  const inside = new Set(subtree(v.s, head, (t) => t === verb));
  let to = head + 1;
  while (to < v.end && inside.has(to)) to++;
  while (
    to - 1 > head &&
    /^(?:ADP|DET|CCONJ|PUNCT|SCONJ)$/.test(v.s.upos[to - 1]!) &&
    !/["”’']/.test(v.s.form[to - 1]!)
  )
    to--;
  return to;
}

/** `"…," he |said|` and `X happened, |said| Y`: content before the cue, with a second piece after it where one goes on. */
function before(v: SentenceView, verb: number, last: number, quoteOnly = false): Content | null {
  const { s } = v;
  const g = groupStart(v, verb);
  if (!isFiniteVerb(v, verb) && !(g < verb && isFiniteVerb(v, g)) && s.xpos[verb] !== "VBN") return null;
  let speaker: NounPhrase | undefined;
  let edge = g;
  let rest = skipAdjuncts(v, last + 1, false);
  if (/^(?:who|which|that)$/.test(lower(v, g - 1))) return null;
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
  const piece = pieceBefore(v, edge, closing !== null, medial);
  if (!piece) return null;
  if (quoteOnly && (closing === null || !quoteIn(v, piece.range))) return null;
  const pieces = [piece.span];
  const more = pieceAfter(v, verb, rest, closing !== null, piece.range);
  if (more) pieces.push(spanOf(v, more));
  return { pieces, cueTo: last, sure: true, before: closing === null, ...(speaker ? { speaker } : {}) };
}

/** The rest of a parted clause goes on: ", would be answered", ", residents should stay". */
const goesOnAt = (v: SentenceView, k: number) =>
  k < v.end &&
  v.s.xpos[k] !== "VBG" &&
  (isFiniteVerb(v, k) ||
    (v.s.upos[k] !== "CCONJ" &&
      !inClass(v, "contrast", lower(v, k)) &&
      !/^(?:which|who|according|citing)$/.test(lower(v, k)) &&
      finiteFollows(v, k)));

/** `…, said the spokesman.`: a subject after the verb that has no verb of its own after it; null where there is none. */
function invertedSubject(v: SentenceView, verb: number, last: number): NounPhrase | null {
  if (groupStart(v, verb) < verb || !(verb === 0 || endsPiece(v, verb)) || LISTENED.test(v.s.lemma[verb]!))
    return null;
  const phrase = phraseAt(v.s, last + 1, true);
  if (!phrase || phrase.from >= v.end || lower(v, phrase.head) === "that" || isTimeWord(v.s, phrase.from))
    return null;
  if (verb === 0) return phrase;
  const next = lower(v, phrase.to);
  return phrase.to >= v.end ||
    /^(?:,|\(|who|which|:|—|–|after|at|in|on|during|to|when|as|of|last|this|from|by)$/.test(next)
    ? phrase
    : null;
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
    const phrase = phraseOf(s, own);
    if (endsPiece(v, phrase.from)) return phrase;
  }
  for (let from = g - 1; from >= 0 && from > g - 30; from--) {
    if (!endsPiece(v, from)) continue;
    const phrase = phraseAt(s, from, true);
    if (
      phrase &&
      (phrase.to === g ||
        v.s.form[phrase.to] === "," ||
        /^(?:who|of|for|in|at|from)$/.test(lower(v, phrase.to)))
    )
      return phrase;
  }
  return null;
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
  let from = 0;
  if (q && q.from > 0 && (s.form[q.from - 1] === ":" || isLeadIn(v, q.from))) from = q.from;
  const start =
    opened && opened.from >= from && opened.from === 0 && from === 0
      ? Math.min(opened.quotation.start, s.start[0]!)
      : s.start[from]!;
  if (!q && !v.headline && to - from < 2) return null;
  if (!quoted && !medial && !v.headline && !hasFinite(v, from, to)) return null;
  return { span: { start, end: s.end[to - 1]! }, range: { from, to } };
}

/** Words before a quotation that have a cue of their own do not belong to it. */
function isLeadIn(v: SentenceView, from: number): boolean {
  for (let k = 0; k < from; k++) if (isSpeechCue(v, k) && isFiniteVerb(v, k)) return true;
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
  if (quoteOpeningAt(v, k)) return { from: k, to: clauseEnd(v, k, verb) };
  if (quoted) return null;
  if (isFiniteVerb(v, k) || (s.upos[k] === "AUX" && s.xpos[k] !== "VBG"))
    return { from: k, to: clauseEnd(v, k, verb) };
  if (!hasFinite(v, first.from, first.to) && s.xpos[k] !== "VBG")
    return { from: k, to: clauseEnd(v, k, verb) };
  return null;
}

const RAISED = /^(?:to)$/;

function passiveDraft(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  context: VerbContext,
): Draft | null {
  const { s } = v;
  const agent = byPhrase(v, verb, !cue.content.some((a) => a[1] === "of"));
  const relative = /^(?:who|which|that)$/.test(lower(v, groupStart(v, verb) - 1));
  const clip = (end: number) => (relative ? Math.min(end, firstComma(v, verb)) : end);
  const subject = passiveSubject(v, verb);
  const after = skipAdjuncts(v, last + 1, false);
  const rest = agent && agent.from <= after + 2 ? skipAdjuncts(v, agent.to, false) : after;
  let pieces: Span[] | null = null;
  const expletive = subject !== null && lower(v, subject.head) === "it" && subject.to - subject.from === 1;
  const alternatives = cue.content.map((a) => a.join("+"));
  let hearsay = agent === null;
  // "The claim |that its troops fired first| was rejected"
  const g = groupStart(v, verb);
  const subjectSpan = subject
    ? spanOf(v, lower(v, subject.to) === "that" && g > subject.to ? { from: subject.from, to: g } : subject)
    : null;
  if (cue.negated) {
    if (!subjectSpan || expletive) {
      const clause = clauseAfter(v, verb, rest, false);
      if (!clause) return null;
      pieces = [spanOf(v, clause.range)];
    } else pieces = [subjectSpan];
    hearsay = agent === null;
  } else if (cue.raising && RAISED.test(lower(v, rest)) && subjectSpan) {
    pieces = [subjectSpan, spanOf(v, { from: rest, to: clauseEnd(v, rest, verb) })];
  } else if (
    alternatives.includes("clause") &&
    (expletive || agent) &&
    clauseAfter(v, verb, rest, expletive)
  ) {
    pieces = [spanOf(v, clauseAfter(v, verb, rest, expletive)!.range)];
  } else if (subjectSpan && !expletive && testSlot(v, cue, "obj", subject!.head)) {
    const joined = cue.content.find((a) => a[0] === "obj" && a.length > 1);
    const part = joined ? partAfter(v, joined[1]!, { from: last, to: last + 1, head: last }, v.end) : -1;
    if (joined && part >= 0 && part <= rest + 8 && cue.object === null && cue.stance === "asserts") {
      pieces = [subjectSpan, spanOf(v, { from: part, to: clip(clauseEnd(v, part, verb)) })];
    } else if (
      alternatives.includes("obj") &&
      (agent || cue.stance !== "asserts") &&
      !cue.object &&
      !cue.complement
    ) {
      pieces = [subjectSpan];
    }
  }
  if (!pieces) {
    // "…," he was quoted as saying: a participle or a preposed clause
    return agent && alternatives.includes("clause") ? null : null;
  }
  if (hearsay && !cue.negated && cue.kind === "thought" && !cue.raising) return null;
  if (agent && !(canSpeak(v, agent, context.isAgent) && testSlot(v, cue, "subj", agent.head))) return null;
  if (
    hearsay &&
    cue.stance !== "asserts" &&
    !cue.negated &&
    subject &&
    !inClass(v, "claim", s.lemma[subject.head]!)
  )
    return null;
  return {
    sentence: v.index,
    token: verb,
    cueSpan: { start: s.start[verb]!, end: s.end[last]! },
    source: agent,
    running: false,
    pieces,
    kind: hearsay && cue.kind !== "act" && !cue.negated ? "hearsay" : cue.kind,
    stance: cue.stance,
    certainty: hearsay && !cue.negated && cue.certainty === "stated" ? "hedged" : cue.certainty,
    answers: cue.negated ? (subjectSpan ?? null) : null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

function passiveSubject(v: SentenceView, verb: number): NounPhrase | null {
  const { s } = v;
  const g = groupStart(v, verb);
  const own = children(s, verb, "nsubj").filter(
    (t) => t < verb && !/^(?:who|which|that)$/.test(lower(v, t)),
  )[0];
  if (own !== undefined) return phraseOf(s, own);
  let end = g;
  if (end > 0 && /^(?:who|which|that)$/.test(lower(v, end - 1))) end--;
  if (end > 0 && s.form[end - 1] === ",") end--;
  for (let from = end - 1; from >= 0 && from > end - 12; from--) {
    const phrase = phraseAt(s, from, true);
    if (
      phrase &&
      phrase.to === end &&
      (from === 0 || !/^(?:DET|ADJ|PROPN|NOUN|NUM)$/.test(s.upos[from - 1]!))
    )
      return phrase;
  }
  return null;
}

/** "did not say", "has not confirmed", "was unable to verify". */
function isNegated(v: SentenceView, verb: number): boolean {
  const { s } = v;
  for (let k = verb - 1; k >= 0 && k >= verb - 6; k--) {
    const word = lower(v, k);
    if (/^(?:not|n't|n’t|never|neither|nor|unable|cannot|impossible)$/.test(word)) return true;
    if (
      word === "to" ||
      s.upos[k] === "AUX" ||
      s.upos[k] === "ADV" ||
      s.upos[k] === "PART" ||
      /^(?:be|have|been|able|yet|possible)$/.test(word)
    )
      continue;
    break;
  }
  return false;
}

/** "could not be verified", "was unable to confirm", "has not been able to verify": doubt, not a refusal to confirm. */
function isOpenToDoubt(v: SentenceView, verb: number): boolean {
  for (let k = verb - 1; k >= 0 && k >= verb - 7; k--)
    if (/^(?:could|can|cannot|unable|able|impossible|possible|been)$/.test(lower(v, k))) return true;
  return (
    /^(?:independently|immediately)$/.test(lower(v, verb + 1)) || /^independently$/.test(lower(v, verb - 1))
  );
}

/** "did not confirm" leaves it open; "did not deny" grants it; "did not say whether" makes no claim. */
function negated(v: SentenceView, draft: Draft, cue: Cue): Draft | null {
  if (cue.stance === "denies" || cue.stance === "doubts") return { ...draft, stance: "asserts" };
  if (cue.stance === "confirms") return { ...draft, stance: "doubts" };
  if (cue.kind !== "speech") return { ...draft, certainty: "hedged" };
  const start = draft.pieces[0]?.start ?? -1;
  const wh = v.s.start.findIndex(
    (x, k) => x === start && /^(?:whether|if|how|who|when|where|what|why)$/.test(lower(v, k)),
  );
  if (wh >= 0) return { ...draft, stance: "doubts" };
  // "has not commented on the claim" says nothing
  const says = draft.pieces.some((p) =>
    v.s.start.some((x, k) => x >= p.start && x < p.end && isFiniteVerb(v, k)),
  );
  return says ? draft : null;
}
