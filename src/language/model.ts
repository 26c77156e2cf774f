import type { GrammarWords } from "./grammar-words.js";
import type { LemmaRules } from "./lemmatizer.js";
import { decodeLinearModel, linearScorer, MAX_FEATURES, type Scorer, scorerOnTop } from "./linear-model.js";
import { decodeNameModel, type NameModel } from "./names.js";
import { FIRST_ARC, type ParserScratch } from "./parser.js";
import { UPOS, type Upos } from "./sentence.js";
import type { TaggerScratch } from "./tagger.js";
import { decodeWordTable, type WordTable } from "./word-table.js";

/** What `models/language.json` says: the classes of the other files, in the order of their numbers, and the lemmas. */
export interface LanguageHeader {
  readonly version: string;
  /** Pairs of UPOS and XPOS, "VERB|VBD". */
  readonly tags: readonly string[];
  /** UD relations with subtype. */
  readonly relations: readonly string[];
  /** Whole-number scores of the parser per point of margin. @see Sentence.margin */
  readonly scoresPerMargin: number;
  readonly lemmas: LemmaRules;
}

/** What scores tags and arcs. */
export interface SentenceScorers {
  readonly tag: Scorer;
  readonly parse: Scorer;
  /** The same for sentences read from their end; null where there is but one parser. */
  readonly parseBackward: Scorer | null;
}

/** Everything that tagging, lemmas and parsing need. Made by `decodeLanguageModel`; not changed by use, but for scratch space. */
export interface LanguageModel extends SentenceScorers {
  readonly header: LanguageHeader;
  readonly version: string;
  readonly words: WordTable;
  /** Of lexicons/language/. */
  readonly grammar: GrammarWords;
  /** For headlines: the scorers of running text and, on top of them, what headlines have of their own. */
  readonly headlines: SentenceScorers;
  /** Null where no names are to be found. */
  readonly names: NameModel | null;
  /** Words that lexicons write in small letters, for text in capitals: what training text does not know may be in them. */
  readonly lexiconWords: ReadonlySet<string>;
  readonly uposOf: readonly Upos[];
  readonly xposOf: readonly string[];
  /** 1 + number of the UPOS of each tag. */
  readonly uposNumber: Int32Array;
  readonly taggerScratch: TaggerScratch;
  readonly parserScratch: ParserScratch;
}

/** The files of `models/` that `decodeLanguageModel` reads. */
export const LANGUAGE_FILES = {
  header: "language.json",
  words: "words.bin",
  tagger: "tagger.bin",
  parser: "parser.bin",
  backward: "parser-backward.bin",
  headlineTagger: "headlines-tagger.bin",
  headlineParser: "headlines-parser.bin",
  headlineBackward: "headlines-parser-backward.bin",
  names: "names.bin",
} as const;

/**
 * The files as bytes, and the word classes of grammar. Without `names` none are found, without `headlines` they are read as running
 * text. Throws where one is not what it should be.
 */
export function decodeLanguageModel(files: {
  readonly header: string;
  readonly words: Uint8Array;
  readonly tagger: Uint8Array;
  readonly parser: Uint8Array;
  readonly backward: Uint8Array;
  readonly headlines?: Readonly<Record<"tagger" | "parser" | "backward", Uint8Array>>;
  readonly names?: Uint8Array;
  readonly grammar: GrammarWords;
}): LanguageModel {
  const header = JSON.parse(files.header) as LanguageHeader;
  const actions = actionCount(header.relations.length);
  const decoded = (bytes: Uint8Array, classes: number) => {
    const model = decodeLinearModel(bytes);
    if (model.classes !== classes)
      throw new Error(
        "the model files are not of one training run: tags or relations do not fit the weights",
      );
    return model;
  };
  const tag = linearScorer(decoded(files.tagger, header.tags.length));
  const parse = linearScorer(decoded(files.parser, actions));
  const parseBackward = linearScorer(decoded(files.backward, actions));
  return languageModel(header, decodeWordTable(files.words), files.grammar, {
    tag,
    parse,
    parseBackward,
    ...(files.headlines && {
      headlines: {
        tag: scorerOnTop(tag, decoded(files.headlines.tagger, header.tags.length)),
        parse: scorerOnTop(parse, decoded(files.headlines.parser, actions)),
        parseBackward: scorerOnTop(parseBackward, decoded(files.headlines.backward, actions)),
      },
    }),
    names: files.names ? decodeNameModel(files.names) : null,
  });
}

/** A model from its parts; the trainer puts unfinished ones together this way. */
export function languageModel(
  header: LanguageHeader,
  words: WordTable,
  grammar: GrammarWords,
  scorers: SentenceScorers & Partial<Pick<LanguageModel, "headlines" | "names">>,
): LanguageModel {
  const uposOf = header.tags.map((t) => t.slice(0, t.indexOf("|")) as Upos);
  return {
    header,
    version: header.version,
    words,
    grammar,
    headlines: scorers,
    names: null,
    lexiconWords: new Set(),
    ...scorers,
    uposOf,
    xposOf: header.tags.map((t) => t.slice(t.indexOf("|") + 1)),
    uposNumber: Int32Array.from(uposOf, (u) => 1 + UPOS.indexOf(u)),
    taggerScratch: {
      features: new Int32Array(MAX_FEATURES),
      scores: new Int32Array(header.tags.length),
    },
    parserScratch: {
      features: new Int32Array(MAX_FEATURES),
      scores: new Int32Array(actionCount(header.relations.length)),
    },
  };
}

/** Shift, reduce, and a left and a right arc for each relation. */
export function actionCount(relations: number): number {
  return FIRST_ARC + 2 * relations;
}
