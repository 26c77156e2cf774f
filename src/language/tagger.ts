import { feature } from "./feature-hash.js";
import type { Scorer } from "./linear-model.js";
import { PAD, PREFIXES, SUFFIXES, type WordColumns } from "./word-features.js";

/**
 * Greedy left-to-right tagging: the tag of each word from the words around it and the two tags before it. A tag is the
 * number of a pair of UPOS and XPOS.
 *
 * @param into row `PAD + i` gets the tag of token `i`; the padding must hold 0 before, tags are 1 + class
 * @param margins where given, entry `i` gets the lead over the second best tag
 */
export function tagWords(
  words: WordColumns,
  score: Scorer,
  scratch: TaggerScratch,
  into: Int32Array,
  margins?: Float32Array,
): void {
  for (let i = 0; i < words.size; i++) {
    const count = taggerFeatures(words, PAD + i, into, scratch.features);
    score(scratch.features, count, scratch.scores);
    let best = 0;
    let second = -1;
    for (let c = 1; c < scratch.scores.length; c++) {
      if (scratch.scores[c]! > scratch.scores[best]!) {
        second = best;
        best = c;
      } else if (second < 0 || scratch.scores[c]! > scratch.scores[second]!) second = c;
    }
    into[PAD + i] = best + 1;
    if (margins) margins[i] = second < 0 ? 0 : scratch.scores[best]! - scratch.scores[second]!;
  }
}

/** Buffers for one tagger. `scores` is as long as there are classes. */
export interface TaggerScratch {
  readonly features: Int32Array;
  readonly scores: Int32Array;
}

/** Features of the word in row `r`, given the tags of the rows before it. Returns how many were written. */
export function taggerFeatures(w: WordColumns, r: number, tags: Int32Array, f: Int32Array): number {
  const { word, shape, suffix, prefix, classes, group, coarse, habit } = w;
  const t1 = tags[r - 1]!;
  const t2 = tags[r - 2]!;
  const w0 = word[r]!;
  const b1 = word[r - 1]!;
  const a1 = word[r + 1]!;
  const s = SUFFIXES * r;
  const s2 = suffix[s + 1]!;
  const s3 = suffix[s + 2]!;
  const h0 = habit[r]!;
  const h1 = habit[r + 1]!;
  const c0 = classes[r]!;
  const c1 = classes[r + 1]!;
  const g0 = group[r]!;
  const g1 = group[r + 1]!;
  const sh = shape[r]!;
  const first = r === PAD ? 1 : 0;
  let n = 0;
  f[n++] = feature(0, w0);
  f[n++] = feature(1, w0, sh);
  f[n++] = feature(2, sh, first);
  f[n++] = feature(3, b1);
  f[n++] = feature(4, word[r - 2]!);
  f[n++] = feature(5, a1);
  f[n++] = feature(6, word[r + 2]!);
  f[n++] = feature(7, suffix[s]!);
  f[n++] = feature(8, s2);
  f[n++] = feature(9, s3);
  f[n++] = feature(10, suffix[s + 3]!);
  f[n++] = feature(11, suffix[s + 4]!);
  f[n++] = feature(12, prefix[PREFIXES * r]!);
  f[n++] = feature(13, prefix[PREFIXES * r + 1]!);
  f[n++] = feature(14, prefix[PREFIXES * r + 2]!);
  f[n++] = feature(15, t1);
  f[n++] = feature(16, t1, t2);
  f[n++] = feature(17, t1, w0);
  f[n++] = feature(18, t1, t2, w0);
  f[n++] = feature(19, t1, a1);
  f[n++] = feature(20, b1, w0);
  f[n++] = feature(21, w0, a1);
  f[n++] = feature(22, b1, a1);
  f[n++] = feature(23, suffix[s - SUFFIXES + 2]!);
  f[n++] = feature(24, suffix[s + SUFFIXES + 2]!);
  f[n++] = feature(25, suffix[s + SUFFIXES + 1]!, s2);
  f[n++] = feature(26, h0, sh & 3);
  f[n++] = feature(27, h0, t1);
  f[n++] = feature(28, h0, h1);
  f[n++] = feature(29, t1, h0, h1);
  f[n++] = feature(30, t1, h1);
  f[n++] = feature(31, habit[r + 2]!, h1);
  f[n++] = feature(32, c0, sh & 3, first);
  f[n++] = feature(33, c0, t1);
  f[n++] = feature(34, c0, c1);
  f[n++] = feature(35, c1);
  f[n++] = feature(36, c0, t1, c1);
  f[n++] = feature(37, classes[r - 1]!, c0);
  f[n++] = feature(38, classes[r + 2]!, c1);
  f[n++] = feature(39, g0, sh & 3);
  f[n++] = feature(40, g0, t1);
  f[n++] = feature(41, g0, g1);
  f[n++] = feature(42, g1);
  f[n++] = feature(43, group[r - 1]!, g0);
  f[n++] = feature(44, coarse[r]!, t1, coarse[r + 1]!);
  f[n++] = feature(45, coarse[r]!, s3);
  f[n++] = feature(46, s3, t1);
  f[n++] = feature(47, sh & 127, shape[r - 1]! & 127, shape[r + 1]! & 127);
  f[n++] = feature(48, t1, s3, c1);
  f[n++] = feature(49, c0, s2, sh & 3);
  f[n++] = feature(50, coarse[r + 1]!, coarse[r + 2]!, t1);
  f[n++] = feature(51, h0, c1, g1);
  f[n++] = feature(52, t1, t2, h0);
  return n;
}
