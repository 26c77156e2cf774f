import { findAttributions } from "../../src/coding/attribution.js";
import type { Attribution } from "../../src/coding/claim.js";
import { loadAttributionLexicon } from "../../src/data/load-attribution.js";
import { loadConfidence } from "../../src/data/load-confidence.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { findQuotations } from "../../src/language/quotes.js";
import type { Figure, Judged, Measured, Miss, Task } from "../accuracy/task.js";
import { judge } from "../calibration/judged.js";
import { type GoldAttribution, parse, readDocuments } from "./documents.js";
import { nearestPhrases } from "./floor.js";
import { align, dice, type Laid, ROLES, type Role, Scores, sameIn, Words } from "./score.js";

/** Who says so: sources, cues and contents of PolNeAR's dev split (84 articles on US politics). */
export const attributionTask: Task = {
  name: "attribution",
  title: "who says so",
  file: "attribution/polnear-dev.jsonl",
  measure,
};

/** How much of the content must be the same for a single attribution to be right. */
const NEARLY_ALL = 0.8;

async function measure(file: string): Promise<Measured> {
  const model = await loadLanguageModel();
  const lexicon = loadAttributionLexicon();
  const confidence = loadConfidence();
  const sayings: Compared = { parley: new Scores(), floor: new Scores() };
  const all: Compared = { parley: new Scores(), floor: new Scores() };
  const marked: Compared = { parley: new Scores(), floor: new Scores() };
  const misses: Miss[] = [];
  const judged: Judged[] = [];
  const knows = (lemma: string) =>
    [lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.phrases].some((list) => list.has(lemma));
  for (const document of readDocuments(file)) {
    const { text } = document;
    const parsed = parse(document, model);
    const words = new Words(text, parsed.sentences);
    const gold = words.outermost(document.attributions.map((a) => words.laid(a)));
    const read = findAttributions(parsed, lexicon, findQuotations(text, { start: 0, end: text.length }));
    const judgeIn = judge(parsed, confidence);
    const found = words.outermost(merged(read).map((a) => words.laid(a, a.rule)));
    const near = parsed.sentences.flatMap(nearestPhrases);
    const trivial = words.outermost(near.map((a) => words.laid(a)));
    const says = (list: readonly Laid[]) => list.filter((a) => words.isSaying(a));
    sayings.parley.add(says(gold), says(found));
    sayings.floor.add(says(gold), says(trivial));
    all.parley.add(gold, found);
    all.floor.add(gold, trivial);
    const asMarked = document.attributions.map((a) => words.marked(a));
    marked.parley.add(
      asMarked,
      merged(read).map((a) => words.marked(a)),
    );
    marked.floor.add(
      asMarked,
      near.map((a) => words.marked(a)),
    );

    const pairs = align(gold, found);
    found.forEach((p, k) => {
      const g = gold[pairs.find(([, x]) => x === k)?.[0] ?? -1];
      const right = g !== undefined && dice(g.content, p.content) >= NEARLY_ALL;
      const claim = read.find((a) => a.cueSpan.start === p.cueAt.start && a.cueSpan.end === p.cueAt.end)!;
      judged.push(judgeIn("attribution", claim, right));
      const sentence = words.sentenceOf(p);
      if (g) misses.push(...differences(words, g, p));
      else misses.push({ kind: "false", cause: p.rule, sentence, detail: words.shown(p) });
    });
    gold.forEach((g, k) => {
      if (pairs.some(([x]) => x === k)) return;
      const lemma = words.lemmaOfCue(g);
      misses.push({
        kind: "missed",
        cause: `${knows(lemma) ? "cue of the lexicon" : "cue"} "${lemma}"`,
        sentence: words.sentenceOf(g),
        detail: words.shown(g),
      });
    });
  }
  return {
    figures: [...figuresOf(sayings, ""), ...figuresOf(all, ", all cues"), ...markedFigures(marked)],
    misses,
    judged,
  };
}

/** The same attributions as Parley and as the floor find them. */
interface Compared {
  readonly parley: Scores;
  readonly floor: Scores;
}

/**
 * What is to be reached, what a published extractor of quotes reaches (the model card of Citron, en_2021-11-15, PARC 3 test),
 * and what two people do (people.ts over PolNeAR train: words of saying, all cues).
 */
const METRICS = [
  { name: "source F1", of: (s: Scores) => s.exact("source"), aim: 80, citron: 82.0, people: [92.2, 80.3] },
  { name: "cue F1", of: (s: Scores) => s.exact("cue"), aim: 80, citron: 82.3, people: [91.2, 78.8] },
  {
    name: "content overlap F1",
    of: (s: Scores) => s.overlap("content"),
    aim: 85,
    citron: 83.3,
    people: [94.4, 87.9],
  },
  {
    name: "content exact F1",
    of: (s: Scores) => s.exact("content"),
    aim: 60,
    citron: 59.3,
    people: [84.3, 70.6],
  },
] as const;

function figuresOf({ parley, floor }: Compared, which: "" | ", all cues"): Figure[] {
  return METRICS.map(({ name, of, aim, citron, people }) => ({
    name: name + which,
    value: of(parley),
    of: parley.gold,
    ...(which === "" ? { aim } : {}),
    floor: { what: "short list of verbs", value: of(floor) },
    peers: [
      { what: "Citron on PARC 3", value: citron },
      { what: "two people", value: people[which === "" ? 0 : 1] },
    ],
  }));
}

/** Of everything that the corpus marks, word for word as it is marked there; no other reader states such figures. */
const markedFigures = ({ parley, floor }: Compared): Figure[] =>
  METRICS.map(({ name, of }) => ({
    name: `${name}, as marked`,
    value: of(parley),
    of: parley.gold,
    floor: { what: "short list of verbs", value: of(floor) },
  }));

/** Clauses that share one cue are one attribution in PolNeAR; single words in marks are none. */
function merged(read: readonly Attribution[]): (GoldAttribution & { rule: string })[] {
  const byCue = new Map<string, Attribution[]>();
  for (const a of read) {
    if (a.kind === "scare-quote") continue;
    const key = `${a.cueSpan.start} ${a.cueSpan.end}`;
    byCue.set(key, [...(byCue.get(key) ?? []), a]);
  }
  return [...byCue.values()].map((all) => ({
    source: all[0]!.sourceSpan ? [all[0]!.sourceSpan] : [],
    cue: [all[0]!.cueSpan],
    content: all.flatMap((a) => a.pieces),
    rule: all[0]!.rule,
  }));
}

/** What differs in an attribution that was found, a line a role. */
function differences(words: Words, g: Laid, p: Laid): Miss[] {
  const wrong = (role: Role) => !sameIn(role, g, p);
  return ROLES.filter(wrong).map((role) => {
    const long = [...g[role]].every((w) => p[role].has(w));
    const short = [...p[role]].every((w) => g[role].has(w));
    const way = long ? "too long" : short ? "too short" : dice(g[role], p[role]) > 0 ? "shifted" : "another";
    return {
      kind: "differs",
      cause: `${role} ${way}, ${p.rule}`,
      sentence: words.sentenceOf(g),
      detail: `gold ${words.shown(g)}\n      Parley ${words.shown(p)}`,
    };
  });
}
