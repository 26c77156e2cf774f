import { child, children, subtree } from "../language/tree.js";
import {
  clauseAfter,
  clauseEnd,
  finiteFollows,
  hasGap,
  isFiniteVerb,
  isTelling,
  relativeEnd,
  skipAdjuncts,
  verbFollows,
} from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { asClause, before, invertedSubject, opensMarks } from "./attribution-preposed.js";
import { groupStart } from "./attribution-speakers.js";
import {
  type Content,
  inClass,
  lower,
  quoteClosingBefore,
  quoteIn,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type TokenRange,
} from "./attribution-view.js";
import { isNominal, isTimeWord, type NounPhrase, phraseAt, phraseBefore, phraseOf } from "./noun-phrases.js";

/** "|After they came under fire|, they requested support": when or why it was said, where the cue has an object of its own. */
function isAsideOf(v: SentenceView, verb: number, content: Content): boolean {
  const [piece] = content.pieces;
  if (!content.before || piece === undefined) return false;
  const clauses = children(v.s, verb, "advcl").filter(
    (t) => v.s.start[t]! >= piece.start && v.s.end[t]! <= piece.end && child(v.s, t, "mark") >= 0,
  );
  const told = children(v.s, verb, "ccomp", "parataxis").some((t) => v.s.end[t]! <= piece.end);
  return clauses.length > 0 && !told;
}

/** The content of an active cue, by the first alternative of its entry that is there; null where none is. */
export function contentOf(
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
  const listener = isTelling(v, verb);
  // The object of the phrase is part of the cue: "expressed deep concern |over …|"
  const cueLast = cue.object && object ? Math.max(last, object.head) : last;
  const after = skipAdjuncts(v, cueLast + 1, listener);
  const one = (range: TokenRange | null, cueTo: number, sure: boolean): Content | null =>
    range && range.to > range.from ? { pieces: [spanOf(v, range)], cueTo, sure } : null;
  switch (first) {
    case "clause": {
      const aside = cue.kind === "speech" ? asClause(v, verb, cueLast) : null;
      if (aside) return aside;
      const bareAllowed =
        !object ||
        !firstObjectIs(cue) ||
        cue.words[0] === "say" ||
        clauseByTree(v, verb) ||
        verbFollows(v, object.to);
      const behind = invertedSubject(v, verb, cueLast);
      // "Kyiv, which …, demands |a ceasefire|": what is demanded, and nobody who speaks
      const inverted = behind && (cue.kind === "speech" || endsQuote(v, verb)) ? behind : null;
      const named = inverted && s.form[inverted.to] === "," ? phraseAt(s, inverted.to + 1, true) : null;
      const colon = named && s.upos[named.head] === "PROPN" ? named.to : (inverted?.to ?? -1);
      if (inverted && s.form[colon] === ":") {
        // Said Ellis: "…"; not so, says the mayor, Ivan Petrenko: …
        const opened = clauseAfter(v, verb, colon, false);
        if (opened)
          return { pieces: [spanOf(v, opened.range)], cueTo: cueLast, sure: true, speaker: inverted };
      }
      const told = inverted ? before(v, verb, cueLast) : null;
      if (told?.speaker) return told;
      // "…," he said, "…": the first piece stands before
      const parted =
        s.form[after] === "," && opensMarks(v, after + 1)
          ? before(v, verb, cueLast, !isFragment(v, after + 1))
          : null;
      if (parted && parted.pieces.length > 1) return parted;
      // `"…," the envoy told reporters at the hotel |where …|`: a sentence in marks stood before
      const introduced = s.form[after] === ":" || opensMarks(v, after);
      const uttered = !introduced && v.quoteOf[0]! >= 0 ? before(v, verb, cueLast, true) : null;
      if (uttered) return uttered;
      // "says |too much| is made": adverbs may belong to what is said
      const found =
        clauseAfter(v, verb, after, bareAllowed) ?? clauseAfter(v, verb, cueLast + 1, bareAllowed);
      if (found) return clausal(one(found.range, cueLast, found.sure));
      // "said, |if attacked, Iran would answer|"
      const under =
        s.form[after] === "," && /^(?:if|when|once|unless|until|should)$/.test(lower(v, after + 1));
      const close = under ? firstComma(v, after + 1) : v.end;
      if (close < v.end && finiteFollows(v, close + 1))
        return clausal(one({ from: after + 1, to: clauseEnd(v, close + 1, verb) }, cueLast, true));
      const over = overAside(v, after);
      const late = over > 0 ? clauseAfter(v, verb, over, false) : null;
      if (late) return clausal(one(late.range, cueLast, true));
      // "asked the minister |whether he would resign|"
      // but "announced the death of a soldier |who …|" is of the soldier
      const asks = listener
        ? /^(?:whether|if|how|why|what|when|where|who)$/
        : /^(?:whether|if|how|why|what)$/;
      if (object && asks.test(lower(v, object.to))) {
        const question = clauseAfter(v, verb, object.to, false);
        if (question) return clausal(one(question.range, cueLast, true));
      }
      // "The calm will not last, the envoy warned |the Council today|": nothing else follows
      const rest = skipAdjuncts(v, object?.to ?? cueLast + 1, false);
      if (listener && cue.kind === "act" && rest < v.end && s.form[rest] !== ",") return null;
      const preposed = before(v, verb, cueLast);
      return preposed && object && isAsideOf(v, verb, preposed) ? null : preposed;
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
      // "the front, which it accused |of murdering peasants|"
      if (!object && parts[1] === "of" && hasGap(v, verb))
        return prepositionContent(v, verb, cueLast, ["of"], after);
      // "the raid, |which| Bamako |blamed on| rebels": what the relative stands for
      if (!object && parts[1] !== undefined && lower(v, cueLast + 1) === parts[1]) {
        const told = relativeObject(v, verb);
        if (told) return { pieces: [spanOf(v, told)], cueTo: cueLast + 1, sure: true };
      }
      return object && !cue.object ? objectContent(v, verb, cueLast, cue, parts, object) : null;
    case "inf": {
      const to = lower(v, after) === "not" ? after + 1 : after;
      // "asked not to be named" is no request of the record's
      const not = to > after || lower(v, to + 1) === "not" || /^(?:remain|stay)$/.test(lower(v, to + 1));
      const be = lower(v, to + 1) === "not" ? to + 2 : to + 1;
      // nor is "declined to be named", and who declines to comment says nothing
      if (lower(v, to) === "to" && inClass(v, "silent", s.lemma[verb]!)) {
        const told = s.lemma[to + 1] === "be" ? to + 2 : to + 1;
        if (inClass(v, "unnamed", s.lemma[told] ?? "") || inClass(v, "remark", s.lemma[told] ?? ""))
          return null;
      }
      if (not && (inClass(v, "unnamed", s.lemma[be + 1] ?? "") || lower(v, be + 1) === "anonymous"))
        return null;
      if (lower(v, to) !== "to" || !/^VB$|^RB$/.test(s.xpos[wordAfter(v, to)] ?? "")) return null;
      const end = Math.min(clauseEnd(v, after, verb), pastClause(v, after, verb));
      return one({ from: after, to: relativeEnd(v, after, verb, end) }, cueLast, true);
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

/**
 * "urged both sides to talk |after shells killed 12|": what is asked for is yet to be, so that a clause of the past is the outlet's;
 * the end of the sentence where there is none.
 */
function pastClause(v: SentenceView, from: number, verb: number): number {
  const { s } = v;
  if (!/^VB[DN]$/.test(s.xpos[verb]!)) return v.end;
  for (let k = from + 2; k + 2 < v.end; k++) {
    if (v.quoteOf[k]! >= 0 || !/^(?:after|when)$/.test(lower(v, k))) continue;
    const subject = phraseAt(s, k + 1, true);
    if (subject === null || s.xpos[subject.to] !== "VBD") continue;
    // "two days |after| …"
    let to = k;
    while (to > from && /^(?:NUM|DET)$|^(?:ADV)$/.test(s.upos[to - 1]!)) to--;
    return s.form[to - 1] === "," ? to - 1 : to;
  }
  return v.end;
}

/** "|the killing of six traders|, which Bamako blamed on": up to the comma before the relative pronoun that is a verb's object. */
function relativeObject(v: SentenceView, verb: number): TokenRange | null {
  const { s } = v;
  const subject = phraseBefore(s, groupStart(v, verb));
  const pronoun = subject ? subject.from - 1 : -1;
  if (lower(v, pronoun) !== "which" || s.relation[verb] !== "acl:relcl") return null;
  const from = phraseOf(s, s.head[verb]!).from;
  const to = s.form[pronoun - 1] === "," ? pronoun - 1 : pronoun;
  return from < to ? { from, to } : null;
}

const clausal = (content: Content | null): Content | null => content && { ...content, clausal: true };

/** "reported|, citing hospital staff,| that 18 had died": the comma before "that", or -1. */
function overAside(v: SentenceView, from: number): number {
  if (v.s.form[from] !== ",") return -1;
  for (let k = from + 1; k < v.end && k < from + 15 && !isFiniteVerb(v, k); k++)
    if (v.s.form[k] === ",") return lower(v, k + 1) === "that" ? k : -1;
  return -1;
}

/** `he added, "|some in uniform, some not|"`: words in marks that go on with a sentence. */
const isFragment = (v: SentenceView, open: number): boolean =>
  /^\p{Ll}/u.test(v.s.form[/^\p{L}/u.test(v.s.form[open]!) ? open : open + 1] ?? "");

/** `"…," |urged| the envoy`: a quotation closes before the verb. */
const endsQuote = (v: SentenceView, verb: number): boolean =>
  quoteClosingBefore(v, verb) !== null || quoteClosingBefore(v, verb - 1) !== null;

/** Whether the entry prefers an object over a bare clause: "reported civilian deaths in …", "confirmed casualties". */
const firstObjectIs = (cue: Cue) => cue.content.some((alternative) => alternative[0] === "obj");

const clauseByTree = (v: SentenceView, verb: number) => {
  const c = child(v.s, verb, "ccomp");
  return c > verb && (isFiniteVerb(v, c) || children(v.s, c, "aux", "cop").length > 0);
};

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
    const stop = parts[1] === "inf" ? Math.min(limit, pastClause(v, at, verb)) : limit;
    const to = parts[1] === "as" ? nounEnd(v, at + 1, verb) : beforePredicate(v, at + 1, stop);
    return {
      pieces: [spanOf(v, { from, to: Math.max(at + 2, to) })],
      cueTo: last,
      sure: true,
    };
  }
  if (cue.complement) {
    const k = object.to;
    const predicate =
      k < limit &&
      (/^(?:["“‘']|''|``)$/.test(s.form[k]!) ||
        s.upos[k] === "DET" ||
        s.upos[k] === "ADJ" ||
        // "called this |disinformation|"
        (s.upos[k] === "NOUN" && s.upos[object.head] === "PRON" && object.to === object.from + 1));
    // "called |this disinformation|", read as one phrase
    const demonstrative =
      /^(?:this|that)$/.test(lower(v, from)) && object.to - from === 2 && object.to >= limit;
    const inTree = children(s, verb, "xcomp").some((t) => t > object.head && s.upos[t] !== "VERB");
    // "called the videos that were spread |fabricated|": what word it must be is told
    const tested = cue.needs.has("predicate");
    if (!predicate && !inTree && !demonstrative && !tested && !standsForWhat(v, verb)) return null;
    // "in what the army called |a victory|, troops took the town"
    const close = standsForWhat(v, verb) ? Math.min(limit, firstComma(v, k)) : limit;
    return { pieces: [spanOf(v, { from, to: beforeNextVerb(v, k, close) })], cueTo: last, sure: predicate };
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
      : Math.min(plain, Math.max(stricken(v, object.to), treeEnd(v, object.head, verb)));
  return { pieces: [spanOf(v, { from, to })], cueTo: last, sure: s.head[object.head] === verb };
}

/** "what the air force called |a rocket battery|" */
function standsForWhat(v: SentenceView, verb: number): boolean {
  const subject = phraseBefore(v.s, groupStart(v, verb));
  return subject !== null && lower(v, subject.from - 1) === "what";
}

/** Where the subject's next verb begins: "put the toll at 43, nine of them children, |and condemned| the raid". */
function beforePredicate(v: SentenceView, from: number, limit: number): number {
  for (let k = from; k < limit; k++) {
    if (v.quoteOf[k]! >= 0) continue;
    let next = k + 1;
    while (next < limit && v.s.upos[next] === "ADV") next++;
    if ((v.s.form[k] === "," || v.s.upos[k] === "CCONJ") && isFiniteVerb(v, next)) return k;
  }
  return limit;
}

/** Where what something is called ends: "called her “third-rate” |and left|", "called it a mistake|, saying …|". */
function beforeNextVerb(v: SentenceView, from: number, limit: number): number {
  const { s } = v;
  for (let k = from; k < limit; k++) {
    if (v.quoteOf[k]! >= 0) continue;
    if (s.form[k] === "," && !/^(?:ADJ|NOUN)$/.test(s.upos[k + 1] ?? "")) return k;
    let next = k + 1;
    while (next < limit && s.upos[next] === "ADV") next++;
    if (s.upos[k] === "CCONJ" && isFiniteVerb(v, next)) return k;
  }
  return limit;
}

export function firstComma(v: SentenceView, from: number): number {
  for (let k = from; k < v.end; k++) if (v.s.form[k] === ",") return k;
  return v.end;
}

/** ", offering …" after an object is the subject's, not the object's. */
function commaParticiple(v: SentenceView, from: number): number {
  for (let k = from; k + 1 < v.end; k++) if (v.s.form[k] === "," && v.s.xpos[k + 1] === "VBG") return k;
  return v.end;
}

/** Where the second part of "obj+inf", "obj+of" … begins, -1 where it is not there. */
export function partAfter(v: SentenceView, part: string, object: NounPhrase, limit: number): number {
  const { s } = v;
  for (let k = object.head + 1; k < limit; k++) {
    const word = lower(v, k);
    if (part === "inf") {
      const next = wordAfter(v, k);
      if (word === "to" && (s.xpos[next] === "VB" || (s.upos[next] === "ADV" && s.xpos[next + 1] === "VB")))
        return k;
      // "urged them to exercise restraint", with "exercise" as a noun
      if (word === "to" && s.xpos[next] === "NN" && s.upos[object.head] === "PRON" && isNominal(s, next + 1))
        return k;
      if (isFiniteVerb(v, k)) return -1;
    } else if (part === "ing") {
      if (s.xpos[k] === "VBG" && k <= object.to + 1) return k;
    } else if (part === "clause") {
      if (word === "that") return k;
    } else if (word === part && !(part === "as" && opensClauseOf(v, k + 1))) {
      // "elements |within the regime| of allowing": the last "of" before a gerund, else the first
      if (part !== "of" || s.xpos[k + 1] === "VBG" || !laterGerund(v, k + 1, limit)) return k;
    }
    if (word === "," && part !== "inf") {
      // "accused the envoy|, whom it did not name,| of …"
      const close = /^(?:who|whom|whose|which)$/.test(lower(v, k + 1)) ? firstComma(v, k + 1) : limit;
      if (close >= limit || part === "as" || close > k + 12) return -1;
      k = close;
    }
  }
  return -1;
}

/** "as |the town was falling|", and not "described them as “fishermen”, called it …". */
function opensClauseOf(v: SentenceView, from: number): boolean {
  if (v.s.xpos[from] === "VBG" || !finiteFollows(v, from)) return false;
  const comma = firstComma(v, from);
  for (let k = from; k < comma; k++) if (isFiniteVerb(v, k)) return true;
  return false;
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
  // "hit back |on Saturday|"
  if (from >= v.end || isTimeWord(s, from)) return null;
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
  return Math.min(limit, Math.max(stricken(v, phrase.to), treeEnd(v, phrase.head, verb)));
}

/** The end of "reported two |injured, nine missing and four dead|", of which a phrase has only the first figure; the same token where none follows. */
function stricken(v: SentenceView, end: number): number {
  const { s } = v;
  let to = end;
  for (let k = end; k < v.end && s.upos[k - 1] === "NUM" && isState(v, k); ) {
    to = ++k;
    while (/^(?:,|and|or)$/.test(lower(v, k))) k++;
    if (k > to && s.upos[k] === "NUM") k++;
  }
  return to;
}

/** "two |injured|": what they are, and no verb of theirs. */
const isState = (v: SentenceView, k: number): boolean =>
  /^(?:JJ|VBN)$/.test(v.s.xpos[k]!) && !/^(?:NOUN|PROPN|ADJ)$/.test(v.s.upos[k + 1] ?? "");

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

/** Whether the head word of a slot is what the entry needs, and not what it rules out; -1 for an empty slot. */
export function testSlot(v: SentenceView, cue: Cue, slot: string, phraseHead: number): boolean {
  // "counted 74 |dead|"
  const head =
    v.s.upos[phraseHead] === "NUM" && v.s.upos[phraseHead + 1] === "ADJ" ? phraseHead + 1 : phraseHead;
  const lemma = head >= 0 ? v.s.lemma[head]!.toLowerCase() : null;
  const needs = cue.needs.get(slot);
  if (
    needs &&
    (lemma === null ||
      !(needs.has(lemma) || (slot === "subj" && needs.has("official") && v.s.upos[head] !== "NOUN")))
  )
    return false;
  const not = cue.not.get(slot);
  return !(not && lemma !== null && (not.has("*") || not.has(lemma) || not.has(lower(v, head))));
}
