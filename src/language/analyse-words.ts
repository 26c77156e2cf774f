import { lemmaOf } from "./lemmatizer.js";
import type { LanguageModel } from "./model.js";
import { parseNodes, parserNodes } from "./parser.js";
import { repairTree } from "./repairs.js";
import type { Upos } from "./sentence.js";
import { tagWords } from "./tagger.js";
import { PAD, wordColumns } from "./word-features.js";

/** What the models say about the words of one sentence; columns as in `Sentence`. */
export interface WordAnalysis {
  readonly lemma: string[];
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly head: Int16Array;
  readonly relation: string[];
  readonly margin: Float32Array;
}

/** Tags, lemmas and tree of the words of one sentence. */
export function analyseWords(forms: readonly string[], model: LanguageModel): WordAnalysis {
  const words = wordColumns(forms, model.words);
  const tags = new Int32Array(forms.length + 2 * PAD);
  tagWords(words, model.tag, model.taggerScratch, tags);

  const upos: Upos[] = [];
  const xpos: string[] = [];
  const lemma: string[] = [];
  for (let i = 0; i < forms.length; i++) {
    const tag = tags[PAD + i]! - 1;
    upos.push(model.uposOf[tag]!);
    xpos.push(model.xposOf[tag]!);
    lemma.push(lemmaOf(forms[i]!, model.header.tags[tag]!, model.header.lemmas, model.words));
  }

  const relations = model.header.relations;
  const nodes = parserNodes(words, tags, model.uposNumber);
  const state = parseNodes(nodes, model.parse, relations.length, model.parserScratch);
  const n = forms.length;
  const head = new Int16Array(n);
  const relation: string[] = [];
  const margin = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    head[i] = state.head[i]! === n ? -1 : state.head[i]!;
    relation.push(relations[state.relation[i]! - 1]!);
    margin[i] = Math.min(state.margin[i]! / model.header.scoresPerMargin, MOST_MARGIN);
  }
  repairTree({ form: forms, lemma, upos, xpos, head, relation, margin });
  return { lemma, upos, xpos, head, relation, margin };
}

/** Margin of an arc that had no rival. */
const MOST_MARGIN = 1000;
