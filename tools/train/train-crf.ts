import { MAX_FEATURES, type WeightRows } from "../../src/language/linear-model.js";
import type { NameColumns } from "../../src/language/name-features.js";
import { nameFeatures } from "../../src/language/name-features.js";
import { EDGE, LABELS, mayFollow, stretches, transitionFeature } from "../../src/language/names.js";
import { seededNumbers, shuffle } from "./seeded.js";

/** A stretch of words that may be names, as rows of weights, with its labels. */
export interface Stretch {
  /** Features of word `i`: `rows[starts[i]]` … `rows[starts[i + 1] - 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  readonly weight: number;
}

/** Numbers of rows by feature. */
export class RowNumbers {
  readonly keys: number[] = [];
  private readonly numbers = new Map<number, number>();
  of(key: number): number {
    let row = this.numbers.get(key);
    if (row === undefined) {
      row = this.keys.length;
      this.keys.push(key);
      this.numbers.set(key, row);
    }
    return row;
  }
}

/** The stretches of a sentence; `labels` are those of all its words. */
export function readStretches(
  columns: NameColumns,
  labels: Uint8Array,
  offset: number,
  numbers: RowNumbers,
  weight: number,
): Stretch[] {
  const buffer = new Int32Array(MAX_FEATURES);
  return stretches(columns).map(({ from, to }) => {
    const rows: number[] = [];
    const starts = [0];
    for (let r = from; r < to; r++) {
      const count = nameFeatures(columns, r, buffer);
      for (let k = 0; k < count; k++) rows.push(numbers.of(buffer[k]!));
      starts.push(rows.length);
    }
    return {
      rows: Int32Array.from(rows),
      starts: Int32Array.from(starts),
      labels: mended(labels.slice(from - offset, to - offset)),
      weight,
    };
  });
}

/** Names that reach out of their stretch are cut at its edges. */
function mended(labels: Uint8Array): Uint8Array {
  const out = labels.slice();
  const place = (l: number) => (l === 0 ? -1 : (l - 1) % 4);
  for (let i = 0; i < out.length; i++) {
    if (out[i] === 0) continue;
    const base = 1 + 4 * ((out[i]! - 1) >> 2);
    const opens = place(out[i]!) === 0 || place(out[i]!) === 3 || i === 0;
    const closes = place(out[i]!) === 2 || place(out[i]!) === 3 || i === out.length - 1;
    out[i] = base + (opens ? (closes ? 3 : 0) : closes ? 2 : 1);
  }
  return out;
}

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero, on each step, of the weights that the step touches. */
  readonly decay: number;
  /** As `decay`, but the same for large and small weights, so that most of them end at zero. */
  readonly shrink: number;
  /** Share of features left out at random, so that others learn to do without them. */
  readonly dropout: number;
  readonly seed: number;
  /** Rows seen less often have no weights. */
  readonly leastSeen: number;
}

/**
 * Maximum likelihood by stochastic gradient steps with a rate of its own for each weight (AdaGrad). The result is the mean
 * of the weights after each of the last half of the epochs.
 */
export function trainCrf(data: readonly Stretch[], numbers: RowNumbers, options: CrfOptions): WeightRows {
  const { epochs, rate, decay, shrink, dropout, seed, leastSeen } = options;
  const L = LABELS;
  const transitionRows = Array.from({ length: L + 1 }, (_, a) => numbers.of(transitionFeature(a)));
  const size = numbers.keys.length;
  const seen = new Int32Array(size);
  for (const s of data) for (const row of s.rows) seen[row]!++;
  for (const row of transitionRows) seen[row] = leastSeen;
  const w = new Float32Array(size * L);
  const g2 = new Float32Array(size * L).fill(1e-6);
  const mean = new Float32Array(size * L);
  let means = 0;
  const allowed = new Uint8Array((L + 1) * L);
  for (let a = 0; a <= L; a++) for (let b = 0; b < L; b++) allowed[a * L + b] = mayFollow(a, b) ? 1 : 0;
  const next = seededNumbers(seed);
  const order = data.map((_, i) => i);
  const step = (at: number, gradient: number) => {
    const g = gradient + decay * w[at]!;
    g2[at] = g2[at]! + g * g;
    const own = rate / Math.sqrt(g2[at]!);
    const moved = w[at]! - own * g;
    const less = own * shrink;
    w[at] = moved > less ? moved - less : moved < -less ? moved + less : 0;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const index of order) {
      const { rows, starts, labels, weight } = data[index]!;
      const n = labels.length;
      const kept: number[][] = [];
      const emit = new Float64Array(n * L);
      for (let i = 0; i < n; i++) {
        const mine: number[] = [];
        for (let k = starts[i]!; k < starts[i + 1]!; k++) {
          const row = rows[k]!;
          if (seen[row]! < leastSeen || (dropout > 0 && next() < dropout)) continue;
          mine.push(row);
          for (let l = 0; l < L; l++) emit[i * L + l] = emit[i * L + l]! + w[row * L + l]!;
        }
        kept.push(mine);
      }
      const transition = (a: number, b: number) => w[transitionRows[a]! * L + b]!;
      // forward and backward sums, scaled to one at each word
      const alpha = new Float64Array(n * L);
      const beta = new Float64Array(n * L);
      const local = new Float64Array(n * L);
      for (let i = 0; i < n; i++) {
        let top = Number.NEGATIVE_INFINITY;
        for (let l = 0; l < L; l++) top = Math.max(top, emit[i * L + l]!);
        for (let l = 0; l < L; l++) local[i * L + l] = Math.exp(emit[i * L + l]! - top);
      }
      const trans = new Float64Array((L + 1) * L);
      for (let a = 0; a <= L; a++)
        for (let b = 0; b < L; b++) trans[a * L + b] = allowed[a * L + b] ? Math.exp(transition(a, b)) : 0;
      const normal = (array: Float64Array, i: number) => {
        let sum = 0;
        for (let l = 0; l < L; l++) sum += array[i * L + l]!;
        for (let l = 0; l < L; l++) array[i * L + l] = array[i * L + l]! / sum;
      };
      for (let i = 0; i < n; i++) {
        for (let b = 0; b < L; b++) {
          let sum = 0;
          if (i === 0) sum = trans[EDGE * L + b]!;
          else for (let a = 0; a < L; a++) sum += alpha[(i - 1) * L + a]! * trans[a * L + b]!;
          alpha[i * L + b] = sum * local[i * L + b]!;
        }
        if (i === n - 1) for (let b = 0; b < L; b++) if (!mayFollow(b, EDGE)) alpha[i * L + b] = 0;
        normal(alpha, i);
      }
      for (let i = n - 1; i >= 0; i--) {
        for (let a = 0; a < L; a++) {
          let sum = 0;
          if (i === n - 1) sum = mayFollow(a, EDGE) ? 1 : 0;
          else
            for (let b = 0; b < L; b++)
              sum += trans[a * L + b]! * local[(i + 1) * L + b]! * beta[(i + 1) * L + b]!;
          beta[i * L + a] = sum;
        }
        normal(beta, i);
      }
      const marginal = new Float64Array(L);
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let l = 0; l < L; l++) {
          marginal[l] = alpha[i * L + l]! * beta[i * L + l]!;
          sum += marginal[l]!;
        }
        for (let l = 0; l < L; l++) marginal[l] = marginal[l]! / sum - (l === labels[i] ? 1 : 0);
        for (const row of kept[i]!)
          for (let l = 0; l < L; l++) {
            const d = marginal[l]! * weight;
            if (d > 1e-4 || d < -1e-4) step(row * L + l, d);
          }
        // transitions into this word
        if (i === 0) {
          for (let b = 0; b < L; b++)
            if (allowed[EDGE * L + b]) step(transitionRows[EDGE]! * L + b, marginal[b]! * weight);
          continue;
        }
        let pairs = 0;
        for (let a = 0; a < L; a++)
          for (let b = 0; b < L; b++)
            pairs += alpha[(i - 1) * L + a]! * trans[a * L + b]! * local[i * L + b]! * beta[i * L + b]!;
        for (let a = 0; a < L; a++)
          for (let b = 0; b < L; b++) {
            if (!allowed[a * L + b]) continue;
            const p =
              (alpha[(i - 1) * L + a]! * trans[a * L + b]! * local[i * L + b]! * beta[i * L + b]!) / pairs;
            step(transitionRows[a]! * L + b, (p - (labels[i - 1] === a && labels[i] === b ? 1 : 0)) * weight);
          }
      }
    }
    if (epoch >= epochs / 2) {
      means++;
      for (let k = 0; k < w.length; k++) mean[k] = mean[k]! + w[k]!;
    }
  }
  for (let k = 0; k < mean.length; k++) mean[k] = mean[k]! / means;
  for (let row = 0; row < size; row++)
    if (!transitionRows.includes(row))
      for (let l = 0; l < L; l++) mean[row * L + l] = mean[row * L + l]! * (1 - dropout);
  return sparseRows(mean, numbers.keys);
}

/** Weights as a linear model stores them, in hundredths; the smallest are left to `meanOfRows`. */
function sparseRows(weights: Float32Array, keys: readonly number[]): WeightRows {
  const order = keys.map((_, i) => i).sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0));
  const outKeys: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const values: number[] = [];
  for (const row of order) {
    const before = classes.length;
    for (let l = 0; l < LABELS; l++) {
      const v = 100 * weights[row * LABELS + l]!;
      if (Math.abs(v) < 0.5) continue;
      classes.push(l);
      values.push(v);
    }
    if (classes.length === before) continue;
    outKeys.push(keys[row]!);
    counts.push(classes.length - before);
  }
  return {
    classes: LABELS,
    keys: Int32Array.from(outKeys),
    counts: Uint8Array.from(counts),
    entryClass: Uint8Array.from(classes),
    entryWeight: Float32Array.from(values),
  };
}
