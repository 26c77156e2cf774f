import { baseRelation, child, children } from "../language/tree.js";
import { isDayWord } from "../text/date-words.js";
import type { Span } from "../text/span.js";
import {
  inClass,
  isSpeechCue,
  lower,
  quoteClosingBefore,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type TokenRange,
} from "./attribution-view.js";
import { isNominal, isTimeWord, phraseAt } from "./noun-phrases.js";

/*
 * Where the content of a cue begins and ends. Words decide where they can ("that", a colon, a quotation mark), the tree
 * where they cannot: its long arcs are wrong too often in news.
 */

const WH = new Set(["whether", "if", "how", "why", "what", "who", "where", "when", "which"]);
const isDay = (form: string): boolean => isDayWord(form) || /^(?:overnight|earlier|later)$/i.test(form);
const DAY_PART = /^(?:morning|afternoon|evening|night|noon)$/i;
const TIME_NOUN = /^(?:day|week|month|year|weekend|night|morning|evening|hour)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** Verbs whose object listens: "told |reporters| that". */
export const isTelling = (v: SentenceView, verb: number): boolean => inClass(v, "telling", v.s.lemma[verb]!);

export const isFiniteVerb = (v: SentenceView, t: number): boolean => FINITE.test(v.s.xpos[t] ?? "");

/** A finite verb stands there, over adverbs: the phrase before it is a subject, not an object. */
export function verbFollows(v: SentenceView, from: number): boolean {
  let k = from;
  while (k < v.end && v.s.upos[k] === "ADV") k++;
  return isFiniteVerb(v, k);
}

/** Passes adverbs and bare times after a cue: "said |late on Friday| that". */
export function skipAdjuncts(v: SentenceView, from: number, listener: boolean): number {
  const { s } = v;
  const that = thatAfterPhrases(v, from);
  if (that > 0) return that;
  let j = from;
  for (let steps = 0; j < v.end && steps < 8; steps++) {
    const word = lower(v, j);
    if (
      s.upos[j] === "ADV" &&
      !WH.has(word) &&
      s.xpos[j] !== "WRB" &&
      !/^(?:once|so|as|too|very|more|less|fewer|most|nearly|almost|about|around|roughly|some|up|over|only|even|just|both|all|no|not|never)$/.test(
        word,
      ) &&
      !(word === "about" && s.upos[j + 1] === "NUM")
    ) {
      j++;
      continue;
    }
    const time = passTime(v, j);
    if (time > j) {
      j = time;
      continue;
    }
    if (s.upos[j] === "ADP" && /^(?:in|on|at|to|during|through|via|after|from|by|of|with)$/.test(word)) {
      const phrase = phraseAt(s, j + 1, false);
      // "said in Gaza five people died" is read by its verb: only passed where a content plainly follows
      const venue =
        phrase !== null &&
        (inClass(v, "artefact", s.lemma[phrase.head]!) ||
          inClass(v, "venue", s.lemma[phrase.head]!.toLowerCase()));
      if (phrase && (startsContent(v, passTime(v, phrase.to)) || (venue && finiteFollows(v, phrase.to)))) {
        j = phrase.to;
        continue;
      }
    }
    if (listener && steps < 3) {
      const phrase = phraseAt(s, j, true);
      if (
        phrase &&
        phrase.to < v.end &&
        (startsContent(v, phrase.to) ||
          finiteFollows(v, phrase.to) ||
          participleClause(v, phrase.to) ||
          passTime(v, phrase.to) > phrase.to)
      ) {
        j = phrase.to;
        listener = false;
        continue;
      }
    }
    break;
  }
  return j;
}

/** In "a resident who said the army had fled |told| reporters", "Kyiv, which denies that, |has| offered talks" the content ends before the verb of the sentence. */
export function relativeEnd(v: SentenceView, from: number, cue: number, end: number): number {
  const { s } = v;
  let g = cue;
  while (g > 0 && /^(?:AUX|ADV|PART)$/.test(s.upos[g - 1]!)) g--;
  if (!/^(?:who|which)$/.test(lower(v, g - 1))) return end;
  const isAside = s.form[g - 2] === ",";
  for (let k = from + 1; k < end; k++) {
    if (!isFiniteVerb(v, k)) continue;
    if (s.upos[k] === "VERB" && /^(?:VERB|ADJ|PUNCT)$/.test(s.upos[k - 1]!)) return k;
    if (isAside && s.form[k - 1] === ",") return k - 1;
  }
  return end;
}

/** "said |at a press conference in Geneva on Monday| that": nothing but phrases stands before "that"; -1 where it is not so. */
function thatAfterPhrases(v: SentenceView, from: number): number {
  if (
    (!/^(?:ADP|ADV|PROPN)$/.test(v.s.upos[from] ?? "") && lower(v, from) !== "only") ||
    lower(v, from) === "that"
  )
    return -1;
  let marked = false;
  for (let k = from; k < v.end && k < from + 18; k++) {
    const word = lower(v, k);
    // "said on “Face the Day” that": the words of a title do not count
    if (/^(?:["“”]|''|``)$/.test(word)) {
      marked = !marked;
      continue;
    }
    if (marked) continue;
    if (word === "that" && k > from) return v.s.upos[k + 1] === "PUNCT" ? -1 : k;
    if (v.s.form[k - 1] === "-" || v.s.form[k + 1] === "-") continue;
    if (
      /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(v.s.upos[k]!) ||
      word === "-" ||
      v.s.xpos[k] === "POS" ||
      v.s.xpos[k] === "VBN" ||
      v.s.xpos[k] === "PRP$"
    )
      continue;
    return -1;
  }
  return -1;
}

/** The token behind words of time that begin at one ("today", "on Friday evening", "last week"); the same where none do. */
export function passTime(v: SentenceView, from: number): number {
  const { s } = v;
  let j = from;
  if (/^(?:on|late|early|earlier|later)$/.test(lower(v, j)) && j + 1 < v.end) {
    const next = /^(?:on|late|early)$/.test(lower(v, j + 1)) ? j + 2 : j + 1;
    if (isDay(s.form[next] ?? "") || /^(?:this|last)$/.test(lower(v, next))) j = next;
    else if (/^[A-Z]/.test(s.form[next] ?? "") && s.upos[next + 1] === "NUM") return next + 2;
    else if (/^\d{1,2}$/.test(s.form[next] ?? "") && isTimeWord(s, next + 1)) return next + 2;
  }
  if (isDay(s.form[j] ?? "") && s.xpos[j + 1] !== "POS") {
    j++;
    if (DAY_PART.test(s.form[j] ?? "")) j++;
    return j;
  }
  if (/^(?:last|this|that|next|a)$/.test(lower(v, j)) && TIME_NOUN.test(s.lemma[j + 1] ?? "")) {
    return lower(v, j + 2) === "ago" ? j + 3 : j + 2;
  }
  return j > from && !/^(?:on|late|early|earlier|later)$/.test(lower(v, j)) ? j : from;
}

function startsContent(v: SentenceView, j: number): boolean {
  if (j >= v.end) return true;
  const word = lower(v, j);
  return (
    word === "that" || word === "whether" || word === ":" || word === "," || quoteOpeningAt(v, j) !== null
  );
}

/** Whether a clause with a subject and a finite verb begins at `from`. */
export function finiteFollows(v: SentenceView, from: number): boolean {
  const { s } = v;
  let nominal = false;
  for (let k = from; k < v.end && k < from + 30; k++) {
    const word = lower(v, k);
    // "argued the road|, which crosses the front,| was open"
    const aside =
      word !== "," || !nominal
        ? -1
        : /^(?:which|who|whose)$/.test(lower(v, k + 1))
          ? closingComma(v, k)
          : plainAside(v, k);
    if (aside > 0) {
      k = aside;
      continue;
    }
    if (word === ";" || word === ":" || (word === "," && (!nominal || s.upos[from] === "ADP"))) return false;
    if (k > from && (s.upos[k] === "SCONJ" || /^W(?:DT|P|RB)$/.test(s.xpos[k]!)) && nominal) return false;
    if (k > from && word === "that" && nominal) return false;
    // "said |bullying| does not just happen to children"
    const gerund = k === from && s.xpos[k] === "VBG";
    if (
      isNominal(s, k) ||
      gerund ||
      /^(?:there|much|many|more|most|all|some|those|nothing|other|latter|former|both|neither|each)$/.test(
        word,
      ) ||
      (/^(?:dead|wounded|injured|missing)$/.test(word) && lower(v, k - 1) === "the")
    )
      nominal = true;
    if (word === "to" && /^VB$/.test(s.xpos[k + 1] ?? "")) return false;
    // "responsibility for the blast, |but| officials said …": another clause
    if (nominal && word === "but" && s.upos[k] === "CCONJ") return false;
    // "described it as a breach |and accused| the army"
    if (nominal && s.upos[k] === "CCONJ" && s.xpos[k + 1] === "VBD" && s.upos[k - 1] !== "ADV") return false;
    if (
      nominal &&
      (isFiniteVerb(v, k) || hasOwnSubject(v, k, from)) &&
      baseRelation(s, k) !== "amod" &&
      !(baseRelation(s, k) === "acl" && s.relation[k] !== "acl:relcl")
    )
      return true;
  }
  return false;
}

/** "said five bodies|, including that of a girl,| had been found": the comma before the verb, -1 where a clause stands between. */
function plainAside(v: SentenceView, open: number): number {
  for (let k = open + 1; k < v.end && k < open + 15; k++) {
    if (isFiniteVerb(v, k) || /^[;:]$/.test(v.s.form[k]!)) return -1;
    if (v.s.form[k] !== ",") continue;
    let verb = k + 1;
    while (verb < v.end && v.s.upos[verb] === "ADV") verb++;
    if (isFiniteVerb(v, verb)) return isSpeechCue(v, verb) ? -1 : k;
  }
  return -1;
}

/** The comma that closes an aside, -1 where none does within a sentence's reach. */
function closingComma(v: SentenceView, open: number): number {
  for (let k = open + 1; k < v.end && k < open + 25; k++) if (v.s.form[k] === ",") return k;
  return -1;
}

/** A past tense that was taken for a participle, where nothing else could be the verb: "told the BBC his men |controlled| the town". */
function participleClause(v: SentenceView, from: number): boolean {
  const { s } = v;
  if (
    !(s.upos[from] === "DET" || s.upos[from] === "PRON" || s.upos[from] === "PROPN" || s.upos[from] === "NUM")
  )
    return false;
  for (let k = from + 1; k < v.end && k < from + 10; k++) {
    if (s.form[k] === "," || s.upos[k] === "SCONJ") return false;
    if (s.xpos[k] === "VBN")
      return (
        isNominal(s, k - 1) &&
        lower(v, k + 1) !== "by" &&
        /^(?:DET|PRON|PROPN|NUM|NOUN|ADJ)$/.test(s.upos[k + 1] ?? "")
      );
  }
  return false;
}

/** A plural verb that was taken for an infinitive: "real control |lay| with the generals". */
function hasOwnSubject(v: SentenceView, verb: number, from: number): boolean {
  const { s } = v;
  if (s.xpos[verb] !== "VB" || s.upos[verb - 1] === "AUX" || lower(v, verb - 1) === "to") return false;
  return children(s, verb, "nsubj").some((t) => t >= from && t < verb) && child(s, verb, "aux") < 0;
}

/** The content clause after a cue that ends before `from`, or null. `bare` allows it without "that". */
export function clauseAfter(
  v: SentenceView,
  cue: number,
  from: number,
  bare: boolean,
): { range: TokenRange; sure: boolean } | null {
  const { s } = v;
  if (from >= v.end) return null;
  const word = lower(v, from);
  const range = (start: number, sure: boolean) => {
    const to = relativeEnd(v, start, cue, clauseEnd(v, start, cue));
    return to > start ? { range: { from: start, to }, sure } : null;
  };
  if (word === ":" && from + 1 < v.end) return range(from + 1, true);
  if (word === "that" || (word === "," && lower(v, from + 1) === "that")) {
    const that = word === "that" ? from : from + 1;
    if (that + 1 >= v.end) return null;
    // "said that is not true": a pronoun
    const pronoun = s.upos[that + 1] === "AUX" && s.upos[that] === "PRON";
    return range(pronoun ? that : that + 1, true);
  }
  if (quoteOpeningAt(v, from)) return range(from, true);
  if (word === "," && quoteOpeningAt(v, from + 1) && !quoteEndsSentenceWithCue(v, from + 1))
    return range(from + 1, true);
  if (WH.has(word) && word !== "which" && finiteOrInfinitive(v, from)) return range(from, true);
  if (
    !bare ||
    word === "," ||
    s.upos[from] === "CCONJ" ||
    (/^(?:ADP|SCONJ)$/.test(s.upos[from]!) && /^(?:by|to|of|about|for)$/.test(word))
  )
    return null;
  // "airstrikes that Islamabad said |killed 70|"
  if (/^VB[DZPN]?$|^MD$/.test(s.xpos[from]!) && hasGap(v, cue)) {
    const found = range(from, false);
    const comma = commaAfter(v, from);
    return found && { ...found, range: { from, to: Math.min(found.range.to, comma) } };
  }
  if (finiteFollows(v, from)) return range(from, true);
  if (participleClause(v, from)) return range(from, false);
  // "said the devices |dated| from the war": taken for a participle, and a clause by the tree
  const participle = child(s, cue, "ccomp");
  if (
    participle > from &&
    s.xpos[participle] === "VBN" &&
    isNominal(s, participle - 1) &&
    lower(v, participle + 1) !== "by"
  )
    return range(from, false);
  // a plural verb is often taken for an infinitive: the tree knows that it is a clause
  const c = child(s, cue, "ccomp");
  if (c > from && s.margin[c]! >= 30 && children(s, c, "nsubj", "expl").some((t) => t >= from))
    return range(from, false);
  return null;
}

/** `he said, "We …"` against `he said, "…" she replied`: a quotation with a cue of its own after it is not this cue's. */
function quoteEndsSentenceWithCue(v: SentenceView, open: number): boolean {
  const q = quoteOpeningAt(v, open);
  return q !== null && q.to < v.end && isNominal(v.s, q.to) && isSpeechCue(v, q.to + 1);
}

function finiteOrInfinitive(v: SentenceView, from: number): boolean {
  for (let k = from + 1; k < v.end && k < from + 14; k++)
    if (isFiniteVerb(v, k) || lower(v, k) === "to") return true;
  return false;
}

/** The first comma, with the quotation mark that closes after it. */
function commaAfter(v: SentenceView, from: number): number {
  for (let k = from; k < v.end; k++)
    if (v.s.form[k] === ",") return /^["”’]$/.test(v.s.form[k + 1] ?? "") ? k + 2 : k;
  return v.end;
}

/** "that Islamabad said …", "which he says …": a relative pronoun just before the subject of the cue. */
export function hasGap(v: SentenceView, cue: number): boolean {
  for (let k = cue - 1; k >= Math.max(0, cue - 9); k--) {
    // "What the army is saying |is propaganda|" has no gap after "saying"
    if (lower(v, k) === "what") return k > 0 && v.s.upos[k - 1] === "ADP";
    if (/^(?:that|which|whom?)$/.test(lower(v, k))) return true;
    // "that the Arakan Army |(AA)| says"
    if (/^[()]$/.test(v.s.form[k]!)) continue;
    if (!isNominal(v.s, k) && !/^(?:DET|ADJ|ADV|AUX|PART)$/.test(v.s.upos[k]!)) return false;
  }
  return false;
}

/**
 * Where content that begins at `from` ends: before a second cue's clause, a source named after it, or the sentence's end.
 * `cue` is the token of its own cue, -1 where there is none.
 */
export function clauseEnd(v: SentenceView, from: number, cue: number): number {
  const { s } = v;
  const opening = quoteOpeningAt(v, from);
  const inQuote = v.quoteOf[from]!;
  const fronted = cue >= 0 && standsFronted(v, cue);
  for (let k = from + 1; k < v.end; k++) {
    if (v.quoteOf[k]! >= 0) {
      if (v.quoteOf[k] === inQuote || opening) continue;
      if (inQuote < 0) continue;
    }
    // content that begins inside a quotation ends with it
    if (
      inQuote >= 0 &&
      v.quoteOf[k] !== inQuote &&
      v.quoteOf[k - 1] === inQuote &&
      (!opening || endsUtterance(v, k, from))
    )
      return k;
    const word = lower(v, k);
    if (word === "according" && lower(v, k + 1) === "to") return lower(v, k - 1) === "," ? k - 1 : k;
    if (word === ";" && v.quoteOf[k]! < 0 && (cueWithin(v, k + 1, 12) || outletResumes(v, k + 1, cue)))
      return k;
    // "…, “… election,|” adding that …": the comma stands inside the marks
    const marked = /^["”’]$|^''$/.test(s.form[k - 1]!) && s.form[k - 2] === ",";
    if (marked && cutsAfterComma(v, k, cue)) return k;
    const apart = word === "-" && s.end[k - 1]! < s.start[k]! && s.end[k]! < (s.start[k + 1] ?? 0);
    const comma = apart || word === "," || word === "—" || word === "–" || word === "--";
    if (comma && (cutsAfterComma(v, k + 1, cue) || (fronted && opensMain(v, k + 1)))) return k;
    if (comma && outletGoesOn(v, k + 1, cue)) return k;
    if (
      (s.upos[k] === "CCONJ" || inClass(v, "contrast", word)) &&
      lower(v, k - 1) !== "," &&
      cutsAtJoiner(v, k, cue, false)
    )
      return k;
  }
  return v.end;
}

/**
 * "said that troops had left|; shots were still heard|", "put the dead at 43|; it all began …|": behind a semicolon what is told goes on
 * only where it stands back in time, as what is said in the past does, or opens with "that".
 */
function outletResumes(v: SentenceView, from: number, cue: number): boolean {
  const { s } = v;
  if (cue < 0 || s.xpos[cue] !== "VBD" || v.quoteOf[from]! >= 0) return false;
  const opening = lower(v, from) === "and" ? from + 1 : from;
  if (lower(v, opening) === "that" || !hasFinite(v, from, v.end)) return false;
  let verb = from;
  while (!isFiniteVerb(v, verb)) verb++;
  return lower(v, verb) !== "had" && s.xpos[verb] !== "MD";
}

/** "|While| the mayor says the road is open, drivers avoid it": the cue lies in a clause before the main one. */
function standsFronted(v: SentenceView, cue: number): boolean {
  const first = v.s.upos[0] === "CCONJ" ? 1 : 0;
  // "|Accusing| Rwanda of aggression, the president said …"
  if (cue === first && v.s.xpos[cue] === "VBG") return true;
  if (v.s.upos[first] !== "SCONJ" || !inClass(v, "contrast", lower(v, first))) return false;
  for (let k = first + 1; k < cue; k++) if (v.s.form[k] === "," && opensMain(v, k + 1)) return false;
  return true;
}

/** A subject with its finite verb begins here. */
function opensMain(v: SentenceView, k: number): boolean {
  const phrase = phraseAt(v.s, k, true);
  if (!phrase) return false;
  let verb = phrase.to;
  while (verb < v.end && v.s.upos[verb] === "ADV") verb++;
  return isFiniteVerb(v, verb);
}

/**
 * After a past cue what is told stands back in time too; an aside in the present is the outlet's own: "said it had struck the
 * port, |which is held by the rebels|", "…, |but it remains closed|".
 */
function outletGoesOn(v: SentenceView, k: number, cue: number): boolean {
  const { s } = v;
  if (cue < 0 || s.xpos[cue] !== "VBD") return false;
  const main = contentVerb(v, cue, k);
  // "appealed to both to extend the truce, |which was declared in March|", "condemned the raid, |which killed 15|"
  if (main < 0 && lower(v, k) === "which") {
    let verb = k + 1;
    while (verb < v.end && /^(?:ADV|AUX)$/.test(s.upos[verb]!) && !isFiniteVerb(v, verb)) verb++;
    // "said that Uganda, |which has troops there,| sent more": between a subject and its verb
    const close = closingComma(v, k);
    const goesOn = close > 0 && verbFollows(v, close + 1);
    return /^VB[DZP]$/.test(s.xpos[verb] ?? "") && !goesOn;
  }
  if (main < 0 || (tense(v, main) === "present" && s.xpos[main] !== "MD")) return false;
  const relative = /^(?:which|who)$/.test(lower(v, k));
  if (!relative && !/^(?:and|but|though|although)$/.test(lower(v, k))) return false;
  let verb = k + 1;
  if (!relative) {
    const phrase = phraseAt(s, k + 1, true);
    if (!phrase) return false;
    verb = phrase.to;
  }
  while (verb < v.end && s.upos[verb] === "ADV") verb++;
  return /^VB[ZP]$/.test(s.xpos[verb] ?? "");
}

/** After a quotation that was the content: the cue's own clause goes on, or the utterance does ("…" in Gaza). */
function endsUtterance(v: SentenceView, k: number, from: number): boolean {
  const q = v.quotes[v.quoteOf[k - 1]!]!;
  if (q.from !== from) return false;
  const last = v.s.form[k - 2] ?? "";
  return /^[,.!?…]+$/.test(last) || lower(v, k) === ",";
}

function cutsAfterComma(v: SentenceView, k: number, cue: number): boolean {
  const { s } = v;
  if (k >= v.end) return false;
  const word = lower(v, k);
  if (word === "according" || word === "citing" || word === "quoting") return true;
  if (/^(?:which|as)$/.test(word) && subjectAndCue(v, k + 1) > 0) return true;
  if (postposed(v, k) || statedIn(v, k) || opensToldAgain(v, k)) return true;
  if (s.xpos[k] === "VBG" && isSpeechCue(v, k) && (speechParticiple(v, k) || s.head[k] === cue)) return true;
  if (s.xpos[k] === "VBG" && cue >= 0 && s.head[k] === cue && s.margin[k]! >= 60) return true;
  // "denied firing the rockets|, accused| Israel of looking for a pretext and said …"
  if (cue >= 0 && isFiniteVerb(v, k) && isSpeechCue(v, k) && tense(v, k) === tense(v, cue)) return true;
  if (s.upos[k] === "CCONJ" || inClass(v, "contrast", word)) return cutsAtJoiner(v, k, cue, true);
  return false;
}

/** The cue after a subject that begins at `k`, over adverbs, auxiliaries and an aside; -1 where there is none. */
function subjectAndCue(v: SentenceView, k: number): number {
  const { s } = v;
  const phrase = phraseAt(s, k, true);
  if (!phrase) return -1;
  let verb = phrase.to;
  if (s.form[verb] === ",") {
    // "Israel's prime minister, Benjamin Netanyahu, said"
    let close = verb + 1;
    while (close < v.end && close < verb + 12 && s.form[close] !== ",") close++;
    if (s.form[close] === "," && !isFiniteVerb(v, verb + 1)) verb = close + 1;
  }
  while (verb < v.end && /^(?:ADV|AUX|PART)$/.test(s.upos[verb]!)) verb++;
  return verb < v.end && isSpeechCue(v, verb) ? verb : -1;
}

/** ", an attack |in which it said| 12 died", ", in |what he called| a mistake": the outlet goes on, and says whose words follow. */
function opensToldAgain(v: SentenceView, k: number): boolean {
  for (let t = k; t < v.end && t < k + 6; t++) {
    if (v.s.form[t] === "," || isFiniteVerb(v, t)) return false;
    if (!/^(?:which|what|that)$/.test(lower(v, t))) continue;
    const cue = subjectAndCue(v, t + 1);
    return cue > 0 && isFiniteVerb(v, cue) && (t > k || /^(?:it|he|she|they)$/.test(lower(v, t + 1)));
  }
  return false;
}

/** ", in a statement carried by state media": where it was said, not what. */
function statedIn(v: SentenceView, k: number): boolean {
  if (
    !/^(?:in|on|during|via|through)$/.test(lower(v, k)) ||
    !/^(?:a|an|its|his|her|their)$/.test(lower(v, k + 1))
  )
    return false;
  const phrase = phraseAt(v.s, k + 1, false);
  if (!phrase) return false;
  const lemma = v.s.lemma[phrase.head]!.toLowerCase();
  return inClass(v, "artefact", lemma) || inClass(v, "venue", lemma);
}

/** ", the Kremlin said." and ", said a spokesman.": the source of all that came before. */
function postposed(v: SentenceView, k: number): boolean {
  const { s } = v;
  const verb = subjectAndCue(v, k);
  if (verb > 0 && isFiniteVerb(v, verb)) {
    const rest = skipAdjuncts(v, verb + 1, false);
    if (rest >= v.end || (s.form[rest] === "," && !quoteOpeningAt(v, rest + 1))) return true;
    return /^(?:in|on|at|during|after|through|via)$/.test(lower(v, rest)) && !finiteFollows(v, rest + 1);
  }
  if (!isSpeechCue(v, k) || !/^VB[DZ]$/.test(s.xpos[k]!)) return false;
  const phrase = phraseAt(s, k + 1, true);
  return phrase !== null && (phrase.to >= v.end || s.form[phrase.to] === ",") && s.xpos[k + 1] !== "PRP";
}

const speechParticiple = (v: SentenceView, k: number) => inClass(v, "participle", lower(v, k));

/** ", and warned that …", ", while officials said …": a cue with a clause of its own. */
function cutsAtJoiner(v: SentenceView, k: number, cue: number, comma: boolean): boolean {
  const { s } = v;
  let j = k + 1;
  while (j < v.end && (s.upos[j] === "ADV" || s.upos[j] === "AUX")) j++;
  const coordinates = s.upos[k] === "CCONJ";
  // "voiced alarm at a surge in attacks, |and renewed its call| for a truce"
  if (coordinates && cue >= 0 && carriesSaying(v, j) && tense(v, j) === tense(v, cue)) return true;
  if (
    coordinates &&
    isSpeechCue(v, j) &&
    (isFiniteVerb(v, j) || (s.xpos[j] === "VBN" && s.upos[j - 1] !== "AUX")) &&
    cue >= 0
  ) {
    // "claimed to have killed 12 and |taken| three prisoners": what was done goes on, under the same "have"
    const head = s.head[j]!;
    // "turned it down, saying it was late, |and demanded| …": goes on from what stands before the cue
    if (s.xpos[cue] === "VBG" && isFiniteVerb(v, j) && head >= 0 && head < cue) return true;
    if (s.xpos[j] === "VBN" && head > cue && head < k && s.xpos[head] === "VBN") return false;
    // "said the army had fled and warned that …": shared subject
    const joined = s.head[j] === cue && baseRelation(s, j) === "conj";
    if (joined && s.margin[j]! >= 20) return true;
    if (isActCue(v, j) && tense(v, j) === tense(v, cue) && goesOnAsActor(v, cue, k)) return true;
    // the tense of the cue, or the present of "is telling": not the content's verb goes on but the speaker
    return (
      tense(v, j) === tense(v, cue) &&
      (comma || takesClause(v, j) || s.head[j] === cue || tense(v, contentVerb(v, cue, k)) !== tense(v, cue))
    );
  }
  if (coordinates && !comma) return false;
  if (!coordinates && !comma && !/^(?:while|whereas|although|though)$/.test(lower(v, k))) return false;
  // its own subject and cue: "while Afghan officials and the UN reported …"
  const verb = subjectAndCue(v, k + 1);
  if (verb < 0) return false;
  return takesClause(v, verb) || /^(?:while|whereas|although|though|but)$/.test(lower(v, k));
}

/** "|renewed| its call", "|issued| a warning": a light verb with a noun of saying. */
function carriesSaying(v: SentenceView, verb: number): boolean {
  if (!isFiniteVerb(v, verb) || !inClass(v, "light", v.s.lemma[verb]!)) return false;
  const object = phraseAt(v.s, verb + 1, false);
  return object !== null && v.lexicon.nouns.has(v.s.lemma[object.head]!);
}

/** Whether a verb takes a stance in words: "urged", "accused", "disputed". */
const isActCue = (v: SentenceView, t: number): boolean =>
  (v.lexicon.verbs.get(v.s.lemma[t]!) ?? []).some(
    (c) => c.kind === "act" || c.stance === "denies" || c.stance === "doubts",
  );

/**
 * "said it was concerned |and urged| …", "denied that its troops had taken part |and blamed| …": who speaks goes on to act,
 * where the content is of the speaker itself or stands in another tense.
 */
function goesOnAsActor(v: SentenceView, cue: number, limit: number): boolean {
  const { s } = v;
  const verb = contentVerb(v, cue, limit);
  if (verb < 0) return false;
  if (/^(?:it|he|she|they)$/.test(lower(v, verb - 1))) return true;
  // "said two people |were wounded| and asked residents to stay in"
  if (v.s.lemma[verb] === "be" && v.s.xpos[verb + 1] === "VBN") return true;
  return (
    (lower(v, verb) === "had" && /^VB[ND]$/.test(s.xpos[verb + 1] ?? "")) || tense(v, verb) !== tense(v, cue)
  );
}

/** Past or present; other forms go by themselves. */
function tense(v: SentenceView, verb: number): string {
  if (verb < 0) return "";
  const tag = v.s.xpos[verb]!;
  if (tag === "VBG" || tag === "VBN" || tag === "VB") {
    for (let k = verb - 1; k >= 0 && k > verb - 4; k--)
      if (v.s.upos[k] === "AUX") return /^(?:VBZ|VBP|MD)$/.test(v.s.xpos[k]!) ? "present" : "past";
    return tag === "VBN" ? "past" : tag;
  }
  return tag === "VBD" ? "past" : "present";
}

/** The first finite verb of the content that follows a cue. */
function contentVerb(v: SentenceView, cue: number, limit: number): number {
  for (let k = cue + 1; k < limit; k++) if (isFiniteVerb(v, k)) return k;
  return -1;
}

function takesClause(v: SentenceView, verb: number): boolean {
  for (let k = verb + 1; k < v.end && k < verb + 9; k++) {
    if (lower(v, k) === "that" || quoteOpeningAt(v, k)) return true;
    if (lower(v, k) === ",") return quoteOpeningAt(v, k + 1) !== null;
  }
  return finiteFollows(v, verb + 1);
}

function cueWithin(v: SentenceView, from: number, width: number): boolean {
  for (let k = from; k < v.end && k < from + width; k++)
    if (isSpeechCue(v, k) && isFiniteVerb(v, k)) return true;
  return false;
}

/** The clause that a prepositional cue stands in, without the cue and its source. */
export function clauseAround(v: SentenceView, token: number, after: number): Span[] | null {
  const { s } = v;
  const pieces: Span[] = [];
  let left = token;
  while (left > 0 && /^(?:,|—|–|--|\()$/.test(s.form[left - 1]!)) left--;
  // "a raid in which, according to the ministry, |12 people died|"
  if (left < token && s.form[after] === "," && opensClauseAt(v, left - 1) && after + 1 < v.end)
    return [spanOf(v, { from: after + 1, to: clauseEnd(v, after + 1, -1) })];
  const start = clauseStart(v, left);
  if (left > start && (hasFinite(v, start, left) || v.headline || quoteClosingBefore(v, left)))
    pieces.push(spanOf(v, { from: start, to: left }));
  else if (
    left > start &&
    // "|The army|, according to the mayor, fired first"
    (left - start >= 3 || (s.form[after] === "," && isFiniteVerb(v, after + 1))) &&
    !/^(?:,|and|but)$/.test(lower(v, left - 1))
  )
    pieces.push(spanOf(v, { from: start, to: left }));
  if (s.form[after] === "," || s.form[after] === ")" || pieces.length === 0) {
    const from = s.form[after] === "," || s.form[after] === ")" ? after + 1 : after;
    const ends = from < v.end ? clauseEnd(v, from, -1) : from;
    const first = lower(v, from);
    // "There |were|, according to the ministry, no casualties"
    const open = s.lemma[left - 1] === "be";
    const goesOn = pieces.length === 0 || open || isFiniteVerb(v, from) || !hasFinite(v, start, left);
    if (ends > from && goesOn && !/^(?:and|but|while|which|who|adding|with|although)$/.test(first))
      pieces.push(spanOf(v, { from, to: ends }));
  }
  return pieces.length > 0 ? pieces : null;
}

/** A word that joins or relates a clause, and is none of the clause itself. */
export const opensClauseAt = (v: SentenceView, k: number) =>
  k > 0 &&
  /^(?:where|which|who|whom|because|and|but|that|since|although|though|whereas|while)$/.test(lower(v, k));

/** After the last ", but" or ", while" with a subject and verb of its own before a token; else where the sentence begins. */
export function clauseStart(v: SentenceView, token: number): number {
  const { s } = v;
  for (let k = token - 1; k > 2; k--) {
    const joiner = /^(?:but|while|whereas|although|though)$/.test(lower(v, k));
    if (joiner && /^(?:,|;|—|–)$/.test(s.form[k - 1]!) && (token - k < 3 || hasFinite(v, k + 1, token)))
      return k + 1;
    if (s.form[k] === ";") return k + 1;
  }
  return 0;
}

export const hasFinite = (v: SentenceView, from: number, to: number) => {
  for (let k = from; k < to; k++) if (isFiniteVerb(v, k)) return true;
  return false;
};
