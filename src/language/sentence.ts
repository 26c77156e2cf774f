import type { GrammarWords } from "./grammar-words.js";

/** Universal Dependencies' word classes. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

export const NAME_KINDS = ["PER", "ORG", "LOC"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A named entity: tokens `from` … `to`, `to` excluded. */
export interface Name {
  readonly kind: NameKind;
  readonly from: number;
  readonly to: number;
}

/**
 * One parsed sentence. Columns are parallel: entry `i` is token `i`.
 * `start`, `end`: UTF-16 code units into the report's text, end excluded.
 */
export interface Sentence {
  /** The whole report's text, which `start` and `end` point into. */
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Forms as written (after truecasing where the text is all capitals). */
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly Upos[];
  /** Penn Treebank tags ("VBD", "NNS"), from which tense and number are read. */
  readonly xpos: readonly string[];
  /** Index of the governor in this sentence, -1 for the root. */
  readonly head: Int16Array;
  /** UD relation with subtype ("nsubj:pass"). */
  readonly relation: readonly string[];
  /** Parsers' margin of the arc to the head: under 40 it is right two times in five, over 100 nine in ten. @see models/README.md */
  readonly margin: Float32Array;
  readonly names: readonly Name[];
  /** The classes of words that rules over the tree go by; the same for all sentences. */
  readonly words: GrammarWords;
}

/** A word of a sentence in lower case; "" outside of it. */
export const lower = (s: Sentence, t: number): string => s.form[t]?.toLowerCase() ?? "";
