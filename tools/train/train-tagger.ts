import { MAX_FEATURES, type Scorer } from "../../src/language/linear-model.js";
import { taggerFeatures } from "../../src/language/tagger.js";
import { PAD, type WordColumns } from "../../src/language/word-features.js";
import { onTop, Perceptron } from "./perceptron.js";
import { seededNumbers, shuffle } from "./seeded.js";

/** A sentence with its tags; -1 where the tag is too rare to be a class. */
export interface TaggerExample {
  readonly words: WordColumns;
  readonly tags: Int32Array;
}

/** Greedy training on the tagger's own predictions for the words before; on top of `base` where there is one. */
export function trainTagger(
  examples: readonly TaggerExample[],
  classes: number,
  epochs: number,
  seed: number,
  base?: Scorer,
): Perceptron {
  const perceptron = new Perceptron(classes);
  const score = base ? onTop(base, perceptron) : perceptron.score;
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Int32Array(classes);
  const order = examples.map((_, i) => i);
  const next = seededNumbers(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    for (const k of order) {
      const { words, tags } = examples[k]!;
      const into = new Int32Array(words.size + 2 * PAD);
      for (let i = 0; i < words.size; i++) {
        const count = taggerFeatures(words, PAD + i, into, features);
        score(features, count, scores);
        let best = 0;
        for (let c = 1; c < classes; c++) if (scores[c]! > scores[best]!) best = c;
        into[PAD + i] = best + 1;
        const gold = tags[i]!;
        if (gold >= 0 && best !== gold) perceptron.update(features, count, gold, best);
        perceptron.step++;
      }
    }
  }
  return perceptron;
}
