import type { Sentence } from "../language/sentence.js";
import { subtree } from "../language/tree.js";
import { isDayWord, isMonth } from "../text/date-words.js";

/** Tokens `from` … `to` (excluded) and the one that the others hang on. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

const INSIDE = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"]);
const OF_WORDS = new Set(["of", "for", "from", "in", "at", "with", "to", "on"]);

/** Whether a word names a day or a month: "Russia |on Friday| called". */
export const isTimeWord = (s: Sentence, t: number): boolean =>
  isDayWord(s.form[t] ?? "") || isMonth(s.form[t] ?? "");

/**
 * Where the words of time begin that end before a token: "Russia |on Friday| called", "Guterres |last month| demanded",
 * "Lavrov |two days earlier| told"; the token itself where none do.
 */
export function timeBefore(s: Sentence, end: number): number {
  let from = end;
  const isDayOf = (t: number) => /^\d{1,2}$/.test(s.form[t] ?? "");
  // "12 January", "January 12"
  if (isTimeWord(s, end - 1)) from = isDayOf(end - 2) ? end - 2 : end - 1;
  else if (isDayOf(end - 1) && isTimeWord(s, end - 2)) from = end - 2;
  else if (isTimeNoun(s, end - 1)) from = end - 2;
  else if (
    /^(?:ago|earlier|later|before)$/i.test(s.form[end - 1] ?? "") &&
    s.words.times.has(s.lemma[end - 2] ?? "")
  )
    from = /^(?:NUM|DET)$/.test(s.upos[end - 3] ?? "") ? end - 3 : end;
  while (from < end && /^(?:on|in|late|early|earlier|last|this|since)$/i.test(s.form[from - 1] ?? "")) from--;
  return from;
}

/** "last |month|", "this |week|" */
export const isTimeNoun = (s: Sentence, t: number): boolean =>
  s.words.times.has(s.lemma[t] ?? "") && /^(?:last|this|next|that|earlier)$/i.test(s.form[t - 1] ?? "");

export const isNominal = (s: Sentence, t: number): boolean =>
  s.upos[t] === "NOUN" || s.upos[t] === "PROPN" || s.upos[t] === "PRON" || s.upos[t] === "NUM";

/** Participles that say how an office is held: "|acting| governor Ivanov", "|ousted| president Bazoum". */
const BEFORE_OFFICE =
  /^(?:acting|visiting|outgoing|incoming|serving|sitting|departing|retired|ousted|deposed|exiled|jailed|detained)$/i;

/** Participles and adverbs before a noun belong to its phrase: "a |phased| withdrawal", "|about| 40 |heavily| armed men". */
function isInside(s: Sentence, t: number): boolean {
  if (INSIDE.has(s.upos[t]!)) return true;
  const next = s.upos[t + 1] ?? "";
  if (s.upos[t] === "ADV")
    return (next === "NUM" || next === "ADJ" || /^VB[NG]$/.test(s.xpos[t + 1] ?? "")) && s.xpos[t] !== "WRB";
  if (!/^VB[NG]$/.test(s.xpos[t] ?? "")) return false;
  if (BEFORE_OFFICE.test(s.form[t]!) && /^(?:NOUN|PROPN|ADJ)$/.test(next)) return true;
  const before = t > 0 ? s.upos[t - 1]! : "";
  const opened =
    before === "DET" ||
    before === "ADJ" ||
    before === "NUM" ||
    s.xpos[t - 1] === "PRP$" ||
    s.xpos[t - 1] === "POS" ||
    s.relation[t] === "amod";
  if (opened && (next === "NOUN" || next === "PROPN" || next === "ADJ")) return true;
  return isGerundNoun(s, t);
}

/** "heavy |shelling|", "the |bombing| of": a noun that the tagger took for a verb. */
function isGerundNoun(s: Sentence, t: number): boolean {
  if (s.xpos[t] !== "VBG" || t === 0) return false;
  const before = s.upos[t - 1]!;
  if (before !== "DET" && before !== "ADJ" && s.xpos[t - 1] !== "POS") return false;
  return s.form[t + 1]?.toLowerCase() === "of" || !/^(?:DET|PRON|NOUN|PROPN|NUM)$/.test(s.upos[t + 1] ?? "");
}

/** Relative clauses, clauses and asides do not belong to the words of a speaker. */
const ASIDE = new Set(["acl:relcl", "parataxis", "ccomp", "advcl", "conj:clause", "punct", "discourse"]);

/**
 * The phrase of which a token is the head, by the tree: its contiguous dependents without relative clauses and asides.
 * Edge punctuation is left out.
 */
export function phraseOf(s: Sentence, head: number): NounPhrase {
  const inside = new Set(
    subtree(
      s,
      head,
      (t) => (ASIDE.has(s.relation[t]!) && s.relation[t] !== "punct") || isClausalConjunct(s, t),
    ),
  );
  let from = head;
  while (from > 0 && inside.has(from - 1)) from--;
  let to = head + 1;
  while (to < s.form.length && inside.has(to)) to++;
  return trimmed(s, { from, to, head });
}

const isClausalConjunct = (s: Sentence, t: number) =>
  s.relation[t] === "conj" && (s.upos[t] === "VERB" || s.upos[t] === "AUX") && !/^VB[NG]$/.test(s.xpos[t]!);

const PARTICLES = new Set(["case", "cc", "punct", "mark"]);

function trimmed(s: Sentence, p: NounPhrase): NounPhrase {
  let { from, to } = p;
  to = balanced(s, from, to);
  while (
    to - 1 > p.head &&
    ((s.upos[to - 1] === "PUNCT" && s.form[to - 1] !== ")") ||
      s.upos[to - 1] === "CCONJ" ||
      s.upos[to - 1] === "ADP")
  )
    to--;
  for (let k = p.head + 1; k < to; k++) {
    // "Russia |on Friday|", "the army |late on Monday|"
    if (!isTimeWord(s, k)) continue;
    let cut = k;
    while (cut > p.head + 1 && /^(?:on|in|late|early|last|this|since)$/i.test(s.form[cut - 1]!)) cut--;
    to = cut;
  }
  while (
    from < p.head &&
    (s.upos[from] === "PUNCT" ||
      s.upos[from] === "CCONJ" ||
      s.upos[from] === "SCONJ" ||
      (PARTICLES.has(s.relation[from]!) && s.upos[from] === "ADP"))
  )
    from++;
  return { from, to, head: p.head };
}

/** A bracket that opens in a phrase closes in it: "Gov. Mike Pence (R-Ind|.)|". */
function balanced(s: Sentence, from: number, to: number): number {
  let open = -1;
  for (let k = from; k < to; k++) {
    if (s.form[k] === "(") open = k;
    if (s.form[k] === ")") open = -1;
  }
  if (open < 0) return to;
  for (let k = to; k < s.form.length && k < to + 4; k++) if (s.form[k] === ")") return k + 1;
  return open;
}

/**
 * The phrase that ends just before token `end`, read from the words alone; null where none stands there.
 * "the spokesman for the ministry |said|" and "officials in Kabul |said|" are taken whole.
 */
export function phraseBefore(s: Sentence, before: number, start = 0): NounPhrase | null {
  let end = Math.max(start, timeBefore(s, before));
  if (end === start) end = before;
  const stop = end;
  // "the Tehrik-i-Taliban (TTP)"
  if (s.form[end - 1] === ")") {
    let open = end - 2;
    while (open > start && s.form[open] !== "(" && open > end - 8) open--;
    if (s.form[open] === "(" && open > start) end = open;
  }
  const last = end - 1;
  if (last < start || !isNominal(s, last)) return null;
  if (s.upos[last] === "PRON") return { from: last, to: end, head: last };
  let from = last;
  let head = last;
  for (let i = last - 1; i >= start; i--) {
    const form = s.form[i]!.toLowerCase();
    // "the second|-in-|command"
    const tight = s.end[i] === s.start[i + 1] && (form === "-" || s.form[i + 1] === "-");
    if (
      tight ||
      isInside(s, i) ||
      s.xpos[i] === "POS" ||
      s.xpos[i] === "PRP$" ||
      form === "-" ||
      form === "’s"
    ) {
      from = i;
      if (s.upos[i] === "DET" && i > start && !joins(s, i - 1)) break;
    } else if (joins(s, i) && i > start && isNominal(s, i - 1) && s.upos[i - 1] !== "PRON") {
      from = i - 1;
      if (OF_WORDS.has(form)) head = i - 1;
      i--;
    } else break;
  }
  return { from, to: stop, head };
}

const MARK = /^["“”]$/;

const joins = (s: Sentence, i: number) => {
  const form = s.form[i]!.toLowerCase();
  return OF_WORDS.has(form) || form === "and" || form === "&";
};

/**
 * The phrase that begins at token `from`, read from the words alone; null where none does. It ends before a second phrase
 * ("told reporters | the army had"), a verb, a mark or a conjunction; "of", "for", "in" and what follows go with it if `deep`.
 */
export function phraseAt(s: Sentence, from: number, deep = true): NounPhrase | null {
  const n = s.form.length;
  if (from >= n) return null;
  if (s.upos[from] === "PRON" && s.xpos[from] !== "PRP$") return { from, to: from + 1, head: from };
  // "each other", "one another"
  if (/^(?:each other|one another)$/i.test(`${s.form[from]} ${s.form[from + 1]}`))
    return { from, to: from + 2, head: from + 1 };
  let i = from;
  let head = -1;
  let done = false;
  let marked = from > 0 && MARK.test(s.form[from - 1]!);
  for (; i < n; i++) {
    const form = s.form[i]!.toLowerCase();
    // 'the "cowardly" attack', 'a "war crimes" court': marks around a part of the phrase
    if (
      MARK.test(form) &&
      i + 1 < n &&
      (head < 0 ? isInside(s, i + 1) : marked && isNominal(s, i + 1) && !done)
    ) {
      marked = !marked;
      continue;
    }
    const opens = s.upos[i] === "DET" || s.xpos[i] === "PRP$";
    if (head >= 0 && opens && !done) break;
    if (isInside(s, i) || opens || form === "-" || s.xpos[i] === "POS" || form === "’s") {
      if (s.xpos[i] === "POS") {
        head = -1;
        continue;
      }
      if ((isNominal(s, i) || isGerundNoun(s, i)) && !done) head = i;
      continue;
    }
    if (
      deep &&
      head >= 0 &&
      (OF_WORDS.has(form) || form === "and") &&
      i + 1 < n &&
      (INSIDE.has(s.upos[i + 1]!) || s.xpos[i + 1] === "PRP$")
    ) {
      done = done || OF_WORDS.has(form);
      const inner = phraseAt(s, i + 1, false);
      if (!inner) break;
      i = inner.to - 1;
      continue;
    }
    break;
  }
  if (head < 0) return null;
  while (i - 1 > head && s.form[i - 1] === "-") i--;
  return { from, to: i, head };
}
