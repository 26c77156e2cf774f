/**
 * Trains what headlines have of their own, on top of the tagger and the parsers of running text, and writes it beside them. Those stay
 * as they are, so that running text is read as before.
 *
 *   npx tsx tools/train/headline-models.ts [--data DIR] [--models models]
 *
 * @see models/README.md for the data and what came out
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGrammarWords } from "../../src/data/load-grammar-words.js";
import { analyseWords } from "../../src/language/analyse-words.js";
import type { ConlluSentence } from "../../src/language/conllu.js";
import {
  decodeLinearModel,
  encodeLinearModel,
  linearScorer,
  MAX_FEATURES,
  type Scorer,
  scorerOnTop,
} from "../../src/language/linear-model.js";
import {
  LANGUAGE_FILES,
  type LanguageHeader,
  languageModel,
  type SentenceScorers,
} from "../../src/language/model.js";
import { tagWords } from "../../src/language/tagger.js";
import { PAD, wordColumns } from "../../src/language/word-features.js";
import { decodeWordTable } from "../../src/language/word-table.js";
import { asHeadlines, inTitleCase } from "./headline-copies.js";
import { meanOfRows } from "./mix-rows.js";
import { newsHeadlines } from "./news-templates.js";
import { type ParserExample, parserExample, trainParser, turnedExample } from "./train-parser.js";
import { type TaggerExample, trainTagger } from "./train-tagger.js";
import { readTraining, readTreebank } from "./treebank.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    models: { type: "string", default: "models" },
    out: { type: "string" },
    headlines: { type: "string", default: "1500" },
    /** Every so many-th headline is learnt in title case too. */
    "title-case": { type: "string", default: "4" },
    epochs: { type: "string", default: "6" },
    seeds: { type: "string", default: "3" },
    folds: { type: "string", default: "5" },
    margin: { type: "string", default: "20" },
    "tagger-threshold": { type: "string", default: "0.3" },
    "parser-threshold": { type: "string", default: "0.6" },
  },
});
const number = (name: keyof typeof options) => Number(options[name]);
const seeds = Array.from({ length: number("seeds") }, (_, k) => k + 1);
const file = (name: string) => readFileSync(join(options.models, name));
const header = JSON.parse(file(LANGUAGE_FILES.header).toString("utf8")) as LanguageHeader;
const table = decodeWordTable(file(LANGUAGE_FILES.words));
const scorer = (name: string) => linearScorer(decodeLinearModel(file(name)));
const base = {
  tag: scorer(LANGUAGE_FILES.tagger),
  parse: scorer(LANGUAGE_FILES.parser),
  parseBackward: scorer(LANGUAGE_FILES.backward),
};
const grammar = loadGrammarWords();
const { uposNumber } = languageModel(header, table, grammar, base);
const tagNumber = new Map(header.tags.map((t, i) => [t, i]));
const relationNumber = new Map(header.relations.map((r, i) => [r, i]));

const sentenceCase = [...asHeadlines(readTraining(options.data)), ...newsHeadlines(number("headlines"))];
const every = number("title-case");
const training = [
  ...sentenceCase,
  ...sentenceCase.filter((_, i) => every > 0 && i % every === 0).map(inTitleCase),
];
const dev = asHeadlines([
  ...readTreebank(options.data, "en_ewt-ud-dev"),
  ...readTreebank(options.data, "en_gum-ud-dev"),
]);
console.log(`${training.length} headlines to train on, ${dev.length} to choose by`);

const asTagged = (s: ConlluSentence): TaggerExample => ({
  words: wordColumns(
    s.words.map((w) => w.form),
    table,
  ),
  tags: Int32Array.from(s.words, (w) => tagNumber.get(`${w.upos}|${w.xpos}`) ?? -1),
});
const examples = training.map(asTagged);

const taggerBytes = taggerOnTop(examples);
const tag = scorerOnTop(base.tag, decodeLinearModel(taggerBytes));

const predicted = acrossFolds();
const forward = training.map((s, i) =>
  parserExample(s, examples[i]!.words, predicted[i]!, uposNumber, relationNumber),
);
const backward = forward.map(turnedExample);
const onTopOf = (of: readonly ParserExample[], name: "parse" | "parseBackward") =>
  encodeLinearModel(
    meanOfRows(
      seeds.map((seed) =>
        trainParser(
          of,
          header.relations.length,
          number("epochs"),
          seed,
          number("margin"),
          (epoch, perceptron, errors) => {
            if (epoch === number("epochs"))
              console.log(`${name}, order ${seed}: ${errors} wrong actions, ${perceptron.size}`);
          },
          base[name],
        ).averaged(2, 0.1),
      ),
      number("parser-threshold"),
    ),
  );
const parserBytes = onTopOf(forward, "parse");
const backwardBytes = onTopOf(backward, "parseBackward");
reportTrees("running text", base);
reportTrees("headlines", {
  tag,
  parse: scorerOnTop(base.parse, decodeLinearModel(parserBytes)),
  parseBackward: scorerOnTop(base.parseBackward, decodeLinearModel(backwardBytes)),
});

const out = options.out ?? options.models;
const files = {
  [LANGUAGE_FILES.headlineTagger]: taggerBytes,
  [LANGUAGE_FILES.headlineParser]: parserBytes,
  [LANGUAGE_FILES.headlineBackward]: backwardBytes,
};
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(out, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

function taggerOnTop(from: readonly TaggerExample[]): Uint8Array {
  const models = seeds.map((seed) =>
    trainTagger(from, header.tags.length, number("epochs"), seed, base.tag).averaged(1, 0),
  );
  return encodeLinearModel(meanOfRows(models, number("tagger-threshold")));
}

/** Tags of each headline by a tagger that did not see its part: the parsers learn from real mistakes. */
function acrossFolds(): Int32Array[] {
  const folds = number("folds");
  const out: Int32Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (i: number) => i % folds === fold;
    const bytes = taggerOnTop(examples.filter((_, i) => !isOut(i)));
    const score = scorerOnTop(base.tag, decodeLinearModel(bytes));
    examples.forEach((e, i) => {
      if (isOut(i)) out[i] = tagged(e, score);
    });
  }
  return out;
}

function tagged({ words }: TaggerExample, score: Scorer): Int32Array {
  const into = new Int32Array(words.size + 2 * PAD);
  const scratch = { features: new Int32Array(MAX_FEATURES), scores: new Int32Array(header.tags.length) };
  tagWords(words, score, scratch, into);
  return into;
}

/** Figures on headlines made of the dev treebanks: choices are made by them and by our own open headlines (bench/headlines). */
function reportTrees(as: string, scorers: SentenceScorers): void {
  const model = languageModel(header, table, grammar, scorers);
  const right = { xpos: 0, uas: 0, las: 0, roots: 0 };
  let total = 0;
  for (const s of dev) {
    const a = analyseWords(
      s.words.map((w) => w.form),
      model,
    );
    s.words.forEach((w, i) => {
      total++;
      if (a.xpos[i] === w.xpos) right.xpos++;
      if (w.head < 0 && a.head[i] === w.head) right.roots++;
      if (a.head[i] !== w.head) return;
      right.uas++;
      if (a.relation[i]!.split(":")[0] === w.relation.split(":")[0]) right.las++;
    });
  }
  const share = (n: number, of: number) => ((100 * n) / of).toFixed(2);
  console.log(
    `dev headlines read as ${as}: XPOS ${share(right.xpos, total)}  UAS ${share(right.uas, total)}  LAS ${share(right.las, total)}  root ${share(right.roots, dev.length)}`,
  );
}
