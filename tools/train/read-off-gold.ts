import { findAttributions } from "../../src/coding/attribution.js";
import type { Attribution } from "../../src/coding/claim.js";
import { resolveCoreference } from "../../src/coding/coreference.js";
import { findMentions } from "../../src/coding/mentions.js";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import { plainReport } from "../../src/coding/plain-report.js";
import type { NodeReader } from "../../src/data/load-reader.js";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { findQuotations } from "../../src/language/quotes.js";
import type { Sentence, Upos } from "../../src/language/sentence.js";
import { overlaps, type Span } from "../../src/text/span.js";

/** An attribution that Parley reads off its own tree, and whether it reads the same off the treebank's. */
export interface ReadTwice {
  readonly parsed: ParsedReport;
  readonly attribution: Attribution;
  readonly right: boolean;
}

/** A margin that no arc of the parsers is unsure at. */
const CERTAIN = 1000;
/** What counts as the same content: twice the words in common over the words of both. */
const NEARLY_ALL = 0.8;

/** Attributions of a treebank's sentences, each as a report of its own; sentences that are cut into other words are left out. */
export function attributionsReadTwice(reader: NodeReader, treebank: readonly ConlluSentence[]): ReadTwice[] {
  const { attribution: lexicon, parties, language } = reader.resources;
  return treebank.flatMap((gold) => {
    const text = gold.comments.find((c) => c.startsWith("# text = "))?.slice(9);
    if (text === undefined) return [];
    const own = plainReport(text, language);
    const [s] = own.sentences;
    if (!s || own.sentences.length > 1 || s.form.join(" ") !== gold.words.map((w) => w.form).join(" "))
      return [];
    const quotations = findQuotations(text, { start: 0, end: text.length });
    const read = (bare: ParsedReport) => {
      const parsed = {
        ...bare,
        mentions: resolveCoreference({ ...bare, mentions: findMentions(bare, parties) }, parties),
      };
      return { parsed, attributions: findAttributions(parsed, lexicon, quotations) };
    };
    const byGold = read({ ...own, sentences: [withTree(s, gold)] }).attributions;
    const { parsed, attributions } = read(own);
    return attributions.map((attribution) => ({
      parsed,
      attribution,
      right: byGold.some(
        (g) =>
          overlaps(g.cueSpan, attribution.cueSpan) &&
          common(s, g.pieces, attribution.pieces) >= NEARLY_ALL &&
          sameSource(g.sourceSpan, attribution.sourceSpan),
      ),
    }));
  });
}

const withTree = (s: Sentence, gold: ConlluSentence): Sentence => ({
  ...s,
  lemma: gold.words.map((w) => w.lemma),
  upos: gold.words.map((w) => w.upos as Upos),
  xpos: gold.words.map((w) => w.xpos),
  head: Int16Array.from(gold.words, (w) => w.head),
  relation: gold.words.map((w) => w.relation),
  margin: new Float32Array(gold.words.length).fill(CERTAIN),
});

const sameSource = (a: Span | null, b: Span | null) => (a === null || b === null ? a === b : overlaps(a, b));

function common(s: Sentence, a: readonly Span[], b: readonly Span[]): number {
  const within = (spans: readonly Span[]) =>
    s.form.map((_, t) => spans.some((p) => p.start <= s.start[t]! && s.end[t]! <= p.end));
  const [x, y] = [within(a), within(b)];
  const size = (list: readonly boolean[]) => list.filter(Boolean).length;
  return (2 * x.filter((is, t) => is && y[t]).length) / (size(x) + size(y) || 1);
}
