import { feature } from "./feature-hash.js";
import { decodeLinearModel, linearScorer, MAX_FEATURES, type Scorer } from "./linear-model.js";
import { type NameColumns, nameColumns, nameFeatures } from "./name-features.js";
import { decodeNameTable, type NameTable } from "./name-table.js";
import { NAME_KINDS, type Name } from "./sentence.js";
import { PAD, type WordColumns } from "./word-features.js";

/**
 * Labels of words: 0 is outside; then for each kind the first, a middle and the last word of a name, and a name of one
 * word.
 */
export const OUTSIDE = 0;
const FIRST = 0;
const MIDDLE = 1;
const LAST = 2;
const ALONE = 3;
export const LABELS = 1 + 4 * NAME_KINDS.length;

/** Stands for the label before the first and after the last word of a stretch. */
export const EDGE = 1 + 4 * NAME_KINDS.length;

export function labelOf(kind: number, place: "first" | "middle" | "last" | "alone"): number {
  return 1 + 4 * kind + ["first", "middle", "last", "alone"].indexOf(place);
}

/** Whether label `b` may follow label `a`: names that begin also end. EDGE on either side. */
export function mayFollow(a: number, b: number): boolean {
  const open = a !== OUTSIDE && a !== EDGE && ((a - 1) % 4 === FIRST || (a - 1) % 4 === MIDDLE);
  const goesOn = b !== OUTSIDE && b !== EDGE && ((b - 1) % 4 === MIDDLE || (b - 1) % 4 === LAST);
  if (!open) return !goesOn;
  return goesOn && (a - 1) >> 2 === (b - 1) >> 2;
}

/** Feature of the label before; its row holds the weights of the labels after it. */
export function transitionFeature(before: number): number {
  return feature(998, before);
}

/** A conditional random field of first order over stretches of words that may be names. */
export interface NameModel {
  readonly table: NameTable;
  readonly score: Scorer;
  /** Score of label `b` after `a` at `a * LABELS + b`; forbidden ones are far below all others. */
  readonly transitions: Int32Array;
  readonly features: Int32Array;
  readonly scores: Int32Array;
}

const FORBIDDEN = -(1 << 28);

/** A table of names and, behind it, the weights. Throws where the bytes are something else. */
export function decodeNameModel(bytes: Uint8Array): NameModel {
  const { table, length } = decodeNameTable(bytes);
  const weights = decodeLinearModel(bytes.subarray(length));
  if (weights.classes !== LABELS) throw new Error("the model of names has other labels than this version");
  const score = linearScorer(weights);
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Int32Array(LABELS);
  const transitions = new Int32Array((LABELS + 1) * LABELS);
  for (let a = 0; a <= LABELS; a++) {
    features[0] = transitionFeature(a);
    score(features, 1, scores);
    for (let b = 0; b < LABELS; b++) transitions[a * LABELS + b] = mayFollow(a, b) ? scores[b]! : FORBIDDEN;
  }
  return { table, score, transitions, features, scores };
}

/**
 * Names of persons, organisations and places in a sentence, in order, not overlapping.
 *
 * @param upos row `PAD + i`: 1 + number of the UPOS of token `i`; 0 in the padding
 */
export function findNames(
  words: WordColumns,
  forms: readonly string[],
  upos: Int32Array,
  model: NameModel,
): Name[] {
  const columns = nameColumns(words, forms, upos, model.table);
  if (columns === null) return [];
  const out: Name[] = [];
  for (const { from, to } of stretches(columns)) {
    const labels = bestLabels(columns, from, to, model);
    namesOfLabels(labels, from - PAD, out);
  }
  return out;
}

/** Rows `from` … `to`, `to` excluded, of words that may be names. */
export function stretches(columns: NameColumns): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  const end = PAD + columns.words.size;
  for (let r = PAD; r < end; r++) {
    if (!columns.maybe[r]) continue;
    const from = r;
    while (r < end && columns.maybe[r]) r++;
    out.push({ from, to: r });
  }
  return out;
}

/** For each label those that it may follow. */
const MAY_PRECEDE: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, b) =>
  Uint8Array.from({ length: LABELS }, (_, a) => a).filter((a) => mayFollow(a, b)),
);

/** Viterbi. */
function bestLabels(columns: NameColumns, from: number, to: number, model: NameModel): Uint8Array {
  const { transitions, features, scores } = model;
  const n = to - from;
  const back = new Uint8Array(n * LABELS);
  let before = new Float64Array(LABELS);
  let now = new Float64Array(LABELS);
  for (let i = 0; i < n; i++) {
    const count = nameFeatures(columns, from + i, features);
    model.score(features, count, scores);
    for (let b = 0; b < LABELS; b++) {
      let best = i === 0 ? transitions[EDGE * LABELS + b]! : Number.NEGATIVE_INFINITY;
      let bestFrom = 0;
      if (i > 0) {
        for (const a of MAY_PRECEDE[b]!) {
          const s = before[a]! + transitions[a * LABELS + b]!;
          if (s > best) {
            best = s;
            bestFrom = a;
          }
        }
      }
      now[b] = best + scores[b]!;
      back[i * LABELS + b] = bestFrom;
    }
    [before, now] = [now, before];
  }
  const labels = new Uint8Array(n);
  let label = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let a = 0; a < LABELS; a++) {
    if (!mayFollow(a, EDGE) || before[a]! <= best) continue;
    best = before[a]!;
    label = a;
  }
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label]!;
  }
  return labels;
}

function namesOfLabels(labels: Uint8Array, offset: number, out: Name[]): void {
  let from = 0;
  labels.forEach((label, i) => {
    if (label === OUTSIDE) return;
    const place = (label - 1) % 4;
    if (place === FIRST || place === ALONE) from = i;
    if (place === LAST || place === ALONE)
      out.push({ kind: NAME_KINDS[(label - 1) >> 2]!, from: offset + from, to: offset + i + 1 });
  });
}
