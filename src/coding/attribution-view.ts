import type { Quotation, Quotations } from "../language/quotes.js";
import type { Sentence } from "../language/sentence.js";
import type { Span } from "../text/span.js";
import type { AttributionLexicon, Cue } from "./attribution-lexicon.js";
import type { AttributionKind, Certainty, Stance } from "./claim.js";
import type { NounPhrase } from "./noun-phrases.js";

/** Tokens `from` … `to`, `to` excluded. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** An outermost quotation as a sentence sees it: tokens with their marks, clipped to the sentence. */
export interface QuotedTokens extends TokenRange {
  readonly quotation: Quotation;
}

/** One sentence with its quotations, and what the coders of attributions ask of it. */
export interface SentenceView {
  readonly s: Sentence;
  readonly index: number;
  readonly headline: boolean;
  /** Tokens without the final stop and what closes after it. */
  readonly end: number;
  /** Quotations that are no scare quotes and lie in no other. */
  readonly quotes: readonly QuotedTokens[];
  /** For each token the entry of `quotes` that holds it, -1 outside. */
  readonly quoteOf: Int16Array;
  readonly lexicon: AttributionLexicon;
}

/** What a verb cue has found: its content and, where it follows the cue, its speaker. */
export interface Content {
  readonly pieces: readonly Span[];
  /** Last token of the cue, included. */
  readonly cueTo: number;
  readonly sure: boolean;
  readonly speaker?: NounPhrase;
  /** The content came before the cue and is no quotation: here only who can speak is believed to. */
  readonly before?: boolean;
  /** A clause after the cue: whoever the subject is, it speaks or thinks. */
  readonly clausal?: boolean;
}

/** An attribution before parties, order and nesting are settled. */
export interface Draft {
  readonly sentence: number;
  /** The head of the cue; -1 where a mark or the running speaker stands for one. */
  readonly token: number;
  readonly cueSpan: Span;
  readonly source: NounPhrase | null;
  /** The speaker is the one who spoke last. */
  readonly running: boolean;
  readonly pieces: readonly Span[];
  readonly kind: AttributionKind;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly answers: Span | null;
  readonly nominal: boolean;
  readonly by: "tree" | "surface";
  readonly rule: string;
}

/** What a draft has that is read off the surface: somebody named says something, as it stands. */
export const PLAIN_SPEECH = {
  running: false,
  kind: "speech",
  stance: "asserts",
  certainty: "stated",
  answers: null,
  nominal: false,
  by: "surface",
} as const satisfies Partial<Draft>;

export function viewOf(
  raw: Sentence,
  index: number,
  headline: boolean,
  quotations: Quotations,
  lexicon: AttributionLexicon,
): SentenceView {
  const n = raw.form.length;
  const start = raw.start[0] ?? 0;
  const stop = raw.end[n - 1] ?? 0;
  const quoteOf = new Int16Array(n).fill(-1);
  const quotes: QuotedTokens[] = [];
  let covered = -1;
  for (const quotation of quotations.near({ start, end: stop })) {
    if (quotation.scare || quotation.end <= start || quotation.start >= stop || quotation.start < covered)
      continue;
    covered = quotation.end;
    let from = 0;
    while (from < n && raw.start[from]! < quotation.start) from++;
    let to = from;
    while (to < n && raw.end[to]! <= quotation.end) to++;
    if (to <= from) continue;
    quoteOf.fill(quotes.length, from, to);
    quotes.push({ quotation, from, to });
  }
  let end = n;
  while (end > 0 && /^[.!?…]+$/.test(raw.form[end - 1]!)) end--;
  return {
    s: withRepairedTags(raw, quoteOf, lexicon, headline),
    index,
    headline,
    end,
    quotes,
    quoteOf,
    lexicon,
  };
}

/**
 * Tags that the tagger is known to miss, where the words around leave no doubt: a past tense read as a participle in a sentence
 * that would have no finite verb ("The bloc |called| on both armies to pull back"), a verb read as a plural noun
 * ("The agency |estimates| that …"), "both" before a noun.
 */
function withRepairedTags(
  s: Sentence,
  quoteOf: Int16Array,
  lexicon: AttributionLexicon,
  headline: boolean,
): Sentence {
  const xpos = [...s.xpos];
  const upos = [...s.upos];
  // "said |Black|": a name by its finer tag, whatever else the word means
  for (let k = 0; k < xpos.length; k++)
    if (/^NNPS?$/.test(xpos[k]!) && upos[k] === "ADJ" && s.relation[k] !== "amod") upos[k] = "PROPN";
  // "…, |WHO| says": a name among words that are not all in capitals
  const isCapital = (f: string) => /^\p{Lu}+$/u.test(f);
  for (let k = 0; k < xpos.length; k++)
    if (s.form[k] === "WHO" && upos[k] === "PRON" && !isCapital(s.form[k + 1] ?? "a")) {
      xpos[k] = "NNP";
      upos[k] = "PROPN";
    }
  // "47% |say| they …": no noun and no infinitive after what could be its subject
  for (let k = 1; k + 1 < xpos.length; k++)
    if (
      s.form[k] === "say" &&
      /^(?:NN|VB)$/.test(xpos[k]!) &&
      /^(?:NOUN|PROPN|NUM|SYM|ADJ|PRON|VERB)$/.test(upos[k - 1]!)
    ) {
      xpos[k] = "VBP";
      upos[k] = "VERB";
    }
  for (let k = 1; k < xpos.length; k++) {
    const word = s.form[k]!.toLowerCase();
    const next = s.form[k + 1]?.toLowerCase();
    // "in a communique |read| on television"
    const aloud = word === "read" && /^VBD?$/.test(xpos[k]!) && /^(?:on|out|by|aloud|over)$/.test(next ?? "");
    if (aloud && lexicon.classes.get("artefact")?.has(s.lemma[k - 1]!)) xpos[k] = "VBN";
    // "The attackers fled, the statement |read|."
    const reads =
      word === "read" &&
      !aloud &&
      xpos[k] === "VB" &&
      (lexicon.classes.get("artefact")?.has(s.lemma[k - 1]!) ?? false) &&
      upos[k - 1] === "NOUN";
    const standsAlone = /^(?:ADP|PUNCT|SCONJ|CCONJ)$/.test(upos[k + 1] ?? "PUNCT");
    // "The front, which holds the town, |denied| responsibility": the verb of a sentence with a subject and no auxiliary
    const isMain =
      xpos[k] === "VBN" &&
      s.relation[k] === "root" &&
      lexicon.verbs.has(s.lemma[k]!) &&
      !/^(?:AUX|PART)$/.test(upos[k - 1]!) &&
      s.relation.some((r, t) => t < k && s.head[t] === k && r === "nsubj") &&
      !s.relation.some((r, t) => t < k && s.head[t] === k && r.startsWith("aux"));
    if (isMain) xpos[k] = "VBD";
    // "dismissed |this| as propaganda"
    if (s.relation[k] === "obj" && xpos[k] === "DT" && standsAlone) upos[k] = "PRON";
    // "puts the confirmed |dead| at 29"
    if (
      /^(?:dead|wounded|injured|missing)$/.test(word) &&
      /^(?:obj|nsubj)$/.test(s.relation[k]!) &&
      /^(?:DET|ADJ|VERB)$/.test(upos[k - 1]!) &&
      standsAlone
    )
      upos[k] = "NOUN";
    // "He urges |both| to resume talks"
    const both =
      word === "both" && /^(?:CCONJ|DET)$/.test(upos[k]!) && next === "to" && /^VB/.test(xpos[k - 1]!);
    // "accused |neighbouring| Thailand of planning it"
    const beside = /^neighbou?ring$/.test(word) && xpos[k] === "VBG" && upos[k + 1] === "PROPN";
    // "He urges calm and |demands| the release of …"
    const goesOn =
      xpos[k] === "NNS" &&
      s.relation[k] === "conj" &&
      upos[k - 1] === "CCONJ" &&
      (/^(?:DT|PRP\$)$/.test(xpos[k + 1] ?? "") || /^(?:to|that)$/.test(next ?? "")) &&
      xpos.some((x, j) => j < k && x === "VBZ" && lexicon.verbs.has(s.lemma[j]!)) &&
      lexicon.verbs.has(s.form[k]!.toLowerCase().replace(/s$/, ""));
    if (
      reads ||
      goesOn ||
      closesAfterName(s, upos, xpos, k, lexicon) ||
      goesOnAfterAside(s, upos, xpos, k, lexicon)
    ) {
      xpos[k] = reads ? "VBD" : "VBZ";
      upos[k] = "VERB";
    } else if (both) upos[k] = "PRON";
    // "have |both| denied it"
    else if (
      /^(?:both|each|all)$/.test(word) &&
      /^(?:have|be)$/.test(s.lemma[k - 1]!) &&
      /^VB[NG]$/.test(xpos[k + 1] ?? "")
    ) {
      upos[k] = "ADV";
      upos[k - 1] = "AUX";
    } else if (beside) {
      xpos[k] = "JJ";
      upos[k] = "ADJ";
    }
  }
  // "while |another| says", "|many| still fear": they stand for people
  for (let k = 0; k + 1 < xpos.length; k++) {
    if (!/^(?:DET|ADJ)$/.test(upos[k]!) || !lexicon.classes.get("pronoun")?.has(s.form[k]!.toLowerCase()))
      continue;
    let verb = k + 1;
    while (verb < xpos.length && upos[verb] === "ADV") verb++;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(xpos[verb] ?? "") && s.form[k]!.toLowerCase() !== "that")
      upos[k] = "PRON";
  }
  // "Human Rights |Watch|, which …, said"
  for (let k = 1; k < xpos.length && !headline; k++) {
    const isName = /^(?:VBP|VB)$/.test(xpos[k]!) && /^\p{Lu}\p{Ll}/u.test(s.form[k]!);
    if (isName && /^\p{Lu}/u.test(s.form[k - 1]!) && /^(?:NOUN|PROPN)$/.test(upos[k - 1]!)) {
      xpos[k] = "NNP";
      upos[k] = "PROPN";
    }
  }
  // "Islamabad has |for years| accused": the auxiliary's participle, over a phrase
  for (let k = 3; k < xpos.length; k++) {
    if (!/^VB[DN]$/.test(xpos[k]!) || !lexicon.verbs.has(s.lemma[k]!)) continue;
    const has = haveBefore(s, upos, k);
    if (has >= 0) {
      xpos[k] = "VBN";
      upos[k] = "VERB";
      upos[has] = "AUX";
    }
  }
  const nominal = (k: number) => k >= 0 && /^(?:NOUN|PROPN|PRON)$/.test(upos[k]!);
  const finite: number[] = [];
  for (let k = 0; k < xpos.length; k++) {
    if (
      s.form[k]!.toLowerCase() === "both" &&
      upos[k] === "CCONJ" &&
      /^(?:NOUN|PROPN|ADJ|DET)$/.test(upos[k + 1] ?? "") &&
      upos[k + 2] !== "CCONJ"
    )
      upos[k] = "DET";
    if (quoteOf[k]! < 0 && /^(?:VBD|VBZ|VBP|MD)$/.test(xpos[k]!)) finite.push(k);
  }
  // "The bishop |called| for an end to the war, which has displaced 40,000 people": only the aside has a finite verb
  const main = finite.filter((k) => !(xpos[k - 1] === "WDT" && s.form[k - 2] === ","));
  const that = s.form.findIndex((f, k) => f.toLowerCase() === "that" && k > 1 && quoteOf[k]! < 0);
  if (
    that > 0 &&
    xpos[that - 1] === "NNS" &&
    lexicon.verbs.has(s.lemma[that - 1]!) &&
    /^(?:NOUN|PROPN)$/.test(upos[that - 2] ?? "") &&
    finite.length === 1 &&
    finite[0]! > that
  ) {
    xpos[that - 1] = "VBZ";
    upos[that - 1] = "VERB";
    return { ...s, xpos, upos };
  }
  // "The spokesman |specified| that …"
  const before = upos[that - 2] ?? "";
  if (
    that > 1 &&
    xpos[that - 1] === "VBN" &&
    /^(?:NOUN|PROPN|PRON)$/.test(before) &&
    lexicon.verbs.has(s.lemma[that - 1]!) &&
    !finite.some((k) => k < that)
  ) {
    xpos[that - 1] = "VBD";
    upos[that - 1] = "VERB";
  }
  if (main.length > 0) return { ...s, xpos, upos };
  for (let k = 1; k < xpos.length; k++) {
    if (quoteOf[k]! >= 0 || !/^(?:VBN|VB)$/.test(xpos[k]!) || !lexicon.verbs.has(s.lemma[k]!)) continue;
    let before = k - 1;
    while (before > 0 && upos[before] === "ADV") before--;
    // "The foreign minister, Abdoulaye Sabre, |blamed| …"
    if (s.form[before] === "," && s.form.indexOf(",") < before) before--;
    if (!nominal(before) || s.form[k + 1]?.toLowerCase() === "by") continue;
    xpos[k] = "VBD";
    upos[k] = "VERB";
    break;
  }
  return { ...s, xpos, upos };
}

/** "Ukraine, which accuses Moscow of playing for time, |demands| a ceasefire": a verb taken for a plural noun, after an aside. */
function goesOnAfterAside(
  s: Sentence,
  upos: readonly string[],
  xpos: readonly string[],
  k: number,
  lexicon: AttributionLexicon,
): boolean {
  if (xpos[k] !== "NNS" || s.form[k - 1] !== "," || !lexicon.verbs.has(s.lemma[k]!)) return false;
  if (!/^(?:DT|PRP\$|JJ)$/.test(xpos[k + 1] ?? "") && !/^(?:that|to)$/i.test(s.form[k + 1] ?? ""))
    return false;
  const aside = s.form.findIndex((f, t) => /^(?:which|who)$/i.test(f) && s.form[t - 1] === ",");
  return (
    aside > 1 &&
    aside < k &&
    /^(?:PROPN|NOUN)$/.test(upos[aside - 2]!) &&
    !xpos.slice(0, aside).some((x) => /^(?:VBD|VBZ|VBP|MD)$/.test(x))
  );
}

/** "…, the U.N. |estimates|.": a verb taken for a plural noun, between a name after a comma and the end of the sentence. */
function closesAfterName(
  s: Sentence,
  upos: readonly string[],
  xpos: readonly string[],
  k: number,
  lexicon: AttributionLexicon,
): boolean {
  if (xpos[k] !== "NNS" || !lexicon.verbs.has(s.lemma[k]!) || upos[k - 1] !== "PROPN") return false;
  if (!/^[.!?…]*$/.test(s.form[k + 1] ?? "")) return false;
  let from = k - 1;
  while (from > 0 && /^(?:PROPN|DET)$/.test(upos[from - 1]!)) from--;
  return s.form[from - 1] === "," && xpos.slice(0, from).some((x) => /^(?:VBD|VBZ|VBP|MD)$/.test(x));
}

/** "|has| for years accused", "|had|, in a letter, urged": the auxiliary before a phrase of time or manner; -1 where there is none. */
export function haveBefore(s: Sentence, upos: readonly string[], verb: number): number {
  if (!/^(?:NOUN|PROPN|NUM|PUNCT)$/.test(upos[verb - 1] ?? "")) return -1;
  for (let k = verb - 2; k > 0 && k >= verb - 8; k--) {
    if (s.lemma[k] === "have" && /^(?:AUX|VERB)$/.test(upos[k]!)) {
      const next = s.form[k + 1] === "," ? k + 2 : k + 1;
      return /^(?:for|in|since|on|over|through|during|from|at)$/i.test(s.form[next]!) ? k : -1;
    }
    if (/^(?:VERB|AUX|SCONJ|CCONJ)$/.test(upos[k]!)) return -1;
  }
  return -1;
}

/** The quotation that opens at a token, or null. */
export function quoteOpeningAt(v: SentenceView, token: number): QuotedTokens | null {
  return v.quotes.find((q) => q.from === token && v.s.start[token]! === q.quotation.start) ?? null;
}

/** The quotation whose last token comes just before `token`, or null. */
export function quoteClosingBefore(v: SentenceView, token: number): QuotedTokens | null {
  return v.quotes.find((q) => q.to === token) ?? null;
}

const OPENING = /^["“«„‘'`]/;
const CLOSING = /["”»’'`]$/;

/**
 * The span of words without what does not belong to them at its edges: space, stops and commas, and a quotation mark whose twin
 * is outside. Where one quotation is all there is its marks go too.
 */
export function trimSpan(text: string, span: Span, quotations: Quotations): Span {
  let { start, end } = span;
  for (let changed = true; changed && start < end; ) {
    changed = false;
    while (start < end && /[\s,;:—–.]/.test(text[start]!) && !/^\.\d/.test(text.slice(start, start + 2))) {
      start++;
      changed = true;
    }
    while (start < end && /[\s,;:—–]/.test(text[end - 1]!)) {
      end--;
      changed = true;
    }
    if (
      start < end &&
      text[end - 1] === "." &&
      !/\b(?:[A-Z]|[A-Za-z]\.[A-Za-z]|Jr|Sr|Inc|Co|Ltd)\.$/.test(text.slice(Math.max(start, end - 12), end))
    ) {
      end--;
      changed = true;
    }
    const joiner = /[\s,](?:and|but|or)$/.exec(text.slice(Math.max(start, end - 4), end));
    if (joiner) {
      end -= joiner[0].length;
      changed = true;
    }
    if (start >= end) break;
    const opens = quotations.near({ start, end: start });
    const whole = opens.find((q) => q.start === start && q.end === end && q.inner.end > q.inner.start);
    if (whole) {
      start = whole.inner.start;
      end = whole.inner.end;
      changed = true;
      continue;
    }
    const opening = opens.find((q) => q.start === start);
    if (OPENING.test(text[start]!) && (opening ? opening.end > end : !/['’]/.test(text[start]!))) {
      start++;
      changed = true;
      continue;
    }
    const closing = quotations.near({ start: end, end }).find((q) => q.end === end && q.closed);
    if (CLOSING.test(text[end - 1]!) && (closing ? closing.start < start : !/['’]/.test(text[end - 1]!))) {
      end--;
      changed = true;
    }
  }
  return start < end ? { start, end } : span;
}

/** What a cue is read with besides its sentence. */
export interface VerbContext {
  readonly earlier: readonly Draft[];
  /** Whether a token is covered by a party that can act or speak. */
  readonly isAgent: (token: number) => boolean;
}

/** A token's form in lower case, "" outside the sentence; the WHO is not "who". */
export const lower = (v: SentenceView, t: number): string => {
  const form = v.s.form[t] ?? "";
  return form === "WHO" && v.s.upos[t] === "PROPN" ? form : form.toLowerCase();
};

/** Whether a quotation shares a token with the range. */
export const quoteIn = (v: SentenceView, r: TokenRange): boolean =>
  v.quotes.some((q) => q.from < r.to && r.from < q.to);

/** The span of tokens `from` … `to`, `to` excluded. */
export function spanOf(v: SentenceView, r: TokenRange): Span {
  // a clause may end behind the last word, where the text breaks off
  return { start: v.s.start[r.from]!, end: v.s.end[Math.min(r.to, v.s.form.length) - 1]! };
}

/** Whether a class of words.yaml holds a lemma. */
export function inClass(v: SentenceView, name: string, lemma: string): boolean {
  return v.lexicon.classes.get(name)?.has(lemma) ?? false;
}

/** The words of a cue's phrase after its head verb: the last of their tokens, the verb itself where there are none; -1 if absent. */
export function phraseEnd(s: Sentence, verb: number, words: readonly string[]): number {
  let at = verb;
  for (const word of words.slice(1)) {
    let k = at + 1;
    const limit = Math.min(s.form.length, at + 5);
    while (k < limit && s.lemma[k] !== word && s.form[k]!.toLowerCase() !== word) {
      if (s.upos[k] === "PUNCT" || (s.upos[k] === "VERB" && k > at + 1)) return -1;
      k++;
    }
    if (k >= limit) return -1;
    at = k;
  }
  return at;
}

/** Whether a verb may be a cue of saying, or of a stance taken in words. */
export function isSpeechCue(v: SentenceView, token: number): boolean {
  if (!/^VB/.test(v.s.xpos[token]!)) return false;
  const cues: readonly Cue[] = v.lexicon.verbs.get(v.s.lemma[token]!) ?? [];
  return cues.some((c) => (c.kind === "speech" || c.kind === "act") && c.words.length === 1);
}
