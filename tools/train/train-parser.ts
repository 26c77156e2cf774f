import type { ConlluSentence } from "../../src/language/conllu.js";
import { MAX_FEATURES, type Scorer, WEIGHT_SCALE } from "../../src/language/linear-model.js";
import { actionCount } from "../../src/language/model.js";
import {
  applyAction,
  bestAction,
  FIRST_ARC,
  isFinished,
  mayLeftArc,
  mayReduce,
  mayRightArc,
  mayShift,
  type ParserNodes,
  type ParserState,
  parserFeatures,
  parserNodes,
  REDUCE,
  reversedNodes,
  SHIFT,
  startState,
} from "../../src/language/parser.js";
import type { WordColumns } from "../../src/language/word-features.js";
import { onTop, Perceptron } from "./perceptron.js";
import { seededNumbers, shuffle } from "./seeded.js";

/** A sentence with its tree: heads as nodes (n is the root), relations as numbers. */
export interface ParserExample {
  readonly nodes: ParserNodes;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** A sentence of a treebank with `tags` (1 + number of the tag, from row PAD); relations that are no class count as "dep". */
export function parserExample(
  sentence: ConlluSentence,
  words: WordColumns,
  tags: Int32Array,
  uposNumber: Int32Array,
  relationNumber: ReadonlyMap<string, number>,
): ParserExample {
  const n = sentence.words.length;
  const dep = relationNumber.get("dep")!;
  return {
    nodes: parserNodes(words, tags, uposNumber),
    heads: Int32Array.from(sentence.words, (w) => (w.head < 0 ? n : w.head)),
    relations: Int32Array.from(sentence.words, (w) => relationNumber.get(w.relation) ?? dep),
  };
}

/** The same read from its end. */
export function turnedExample({ nodes, heads, relations }: ParserExample): ParserExample {
  return {
    nodes: reversedNodes(nodes),
    heads: heads.map((h) => (h === nodes.size ? h : nodes.size - 1 - h)).reverse(),
    relations: relations.slice().reverse(),
  };
}

/**
 * Training with the dynamic oracle of Goldberg and Nivre (2012). From the second epoch the parser follows its own
 * predictions, so that it learns what to do after a mistake. With `base` it learns what is to be added to the scores of that one.
 */
export function trainParser(
  examples: readonly ParserExample[],
  relations: number,
  epochs: number,
  seed: number,
  margin: number,
  after: (epoch: number, perceptron: Perceptron, errors: number) => void,
  base?: Scorer,
): Perceptron {
  const perceptron = new Perceptron(actionCount(relations));
  const score = base ? onTop(base, perceptron) : perceptron.score;
  const enough = base ? margin * WEIGHT_SCALE : margin;
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Int32Array(actionCount(relations));
  const order = examples.map((_, i) => i);
  const next = seededNumbers(seed);
  const good = new Uint8Array(actionCount(relations));
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, next);
    let errors = 0;
    for (const k of order) {
      const example = examples[k]!;
      const oracle = new Oracle(example, relations);
      const s = startState(example.nodes);
      while (!isFinished(s)) {
        const count = parserFeatures(s, features);
        score(features, count, scores);
        const predicted = bestAction(s, scores, relations);
        oracle.mark(s, good);
        let wanted = -1;
        for (let a = 0; a < good.length; a++)
          if (good[a] && (wanted < 0 || scores[a]! > scores[wanted]!)) wanted = a;
        if (!good[predicted]) errors++;
        const rival = good[predicted] ? bestAction(s, scores, relations, -1, good) : predicted;
        if (rival >= 0 && scores[wanted]! <= scores[rival]! + enough)
          perceptron.update(features, count, wanted, rival);
        perceptron.step++;
        const taken = epoch === 1 ? wanted : predicted;
        oracle.advance(s, taken);
        applyAction(s, taken, relations, 0);
      }
    }
    after(epoch, perceptron, errors);
  }
  return perceptron;
}

/** Tells which actions lose the fewest arcs of the gold tree that can still be reached. */
class Oracle {
  private readonly heads: Int32Array;
  private readonly labels: Int32Array;
  private readonly relations: number;
  private readonly size: number;
  /** Gold dependents of each node that are still in the buffer. */
  private readonly ahead: Int32Array;
  private readonly onStack: Uint8Array;
  /** Gold dependents to the left of each node. */
  private readonly leftOf: number[][] = [];

  constructor(example: ParserExample, relations: number) {
    const n = example.nodes.size;
    this.heads = example.heads;
    this.labels = example.relations;
    this.relations = relations;
    this.size = n;
    this.ahead = new Int32Array(n + 1);
    this.onStack = new Uint8Array(n + 1);
    for (let i = 0; i <= n; i++) this.leftOf.push([]);
    for (let d = 0; d < n; d++) {
      const h = this.heads[d]!;
      this.ahead[h] = this.ahead[h]! + 1;
      if (d < h) this.leftOf[h]!.push(d);
    }
  }

  /** Sets `good[a]` to 1 for the actions of least cost that also have the right relation. */
  mark(s: ParserState, good: Uint8Array): void {
    const top = s.depth > 0 ? s.stack[s.depth - 1]! : -1;
    const front = s.next;
    const { heads, labels, size } = this;
    // Gold dependents of the front that wait on the stack for it.
    let waiting = 0;
    for (const d of this.leftOf[front]!) if (this.onStack[d] && s.head[d]! < 0) waiting++;
    const frontHead = front < size ? heads[front]! : -1;
    const headOnStack = frontHead >= 0 && frontHead < front && this.onStack[frontHead] === 1;
    const shift = mayShift(s) ? waiting + (headOnStack ? 1 : 0) : BARRED;
    const reduce = mayReduce(s) ? this.ahead[top]! : BARRED;
    let left = BARRED;
    if (mayLeftArc(s)) {
      const head = heads[top]!;
      left = this.ahead[top]! + (head !== front && head > front ? 1 : 0);
    }
    let right = BARRED;
    if (mayRightArc(s)) {
      const lost = frontHead === top ? 0 : headOnStack || frontHead > front ? 1 : 0;
      right = waiting + lost;
    }
    const least = Math.min(shift, reduce, left, right);
    good.fill(0);
    if (shift === least) good[SHIFT] = 1;
    if (reduce === least) good[REDUCE] = 1;
    if (left === least) good[FIRST_ARC + labels[top]!] = 1;
    if (right === least) good[FIRST_ARC + this.relations + labels[front]!] = 1;
  }

  /** To be called before the action is applied. */
  advance(s: ParserState, action: number): void {
    if (action === SHIFT || action >= FIRST_ARC + this.relations) {
      const front = s.next;
      this.onStack[front] = 1;
      const head = this.heads[front]!;
      this.ahead[head] = this.ahead[head]! - 1;
    } else this.onStack[s.stack[s.depth - 1]!] = 0;
  }
}

const BARRED = 1 << 20;
