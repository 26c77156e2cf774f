import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { analyse } from "../../src/language/analyse.js";
import { analyseWords } from "../../src/language/analyse-words.js";
import { type ConlluSentence, readConllu } from "../../src/language/conllu.js";
import type { LanguageModel } from "../../src/language/model.js";

/** Shares in per cent; relations without subtype, all words counted, as in the CoNLL 2018 shared task. */
export interface Scores {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

interface Word {
  /** Code units of the text without white space; -1 where a contraction does not part into its words. */
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Index into all words, -1 for a root. */
  readonly head: number;
  readonly relation: string;
}

/** Scores and speeds on a treebank, with gold tokens and from raw text. */
export function measureTreebank(file: string, model: LanguageModel) {
  const bytes = readFileSync(file);
  const gold = readConllu((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const { text, words } = goldWords(gold);

  const onGold = (): Word[] => {
    let offset = 0;
    return gold.flatMap((s) => {
      const forms = s.words.map((w) => w.form);
      const a = analyseWords(forms, model);
      const out = forms.map((_, i) => ({
        start: offset + i,
        end: offset + i + 1,
        upos: a.upos[i]!,
        xpos: a.xpos[i]!,
        lemma: a.lemma[i]!,
        head: a.head[i]! < 0 ? -1 : offset + a.head[i]!,
        relation: a.relation[i]!,
      }));
      offset += forms.length;
      return out;
    });
  };
  const [predicted, goldMs] = timed(onGold);
  const numbered = words.map((w, i) => ({ ...w, start: i, end: i + 1 }));
  const [raw, rawMs] = timed(() => rawWords(text, model));
  const fromRaw = score(words, raw);
  return {
    gold: score(numbered, predicted).scores,
    raw: fromRaw.scores,
    rawWords: fromRaw.aligned,
    tokensPerSecond: Math.round((1000 * predicted.length) / goldMs),
    rawTokensPerSecond: Math.round((1000 * raw.length) / rawMs),
  };
}

/** Runs twice and times the second run: the first one is compiled on the way. */
function timed<T>(work: () => T): [T, number] {
  work();
  const began = performance.now();
  const result = work();
  return [result, performance.now() - began];
}

/** The text that a treebank annotates (paragraphs parted by a blank line) and its words by place in it. */
function goldWords(sentences: readonly ConlluSentence[]): { text: string; words: Word[] } {
  let text = "";
  let at = 0;
  const words: Word[] = [];
  for (const s of sentences) {
    const stated = s.comments.find((c) => c.startsWith("# text = "))?.slice(9);
    const parts = s.comments.some((c) => /^# new(?:par|doc)/.test(c));
    text += (text === "" ? "" : parts ? "\n\n" : " ") + (stated ?? s.words.map((w) => w.form).join(" "));
    const offset = words.length;
    const places: { start: number; end: number }[] = [];
    const ranges = s.extras.flatMap((e) => {
      const m = /^(\d+)-(\d+)\t([^\t]*)/.exec(e.line);
      return m ? [{ from: Number(m[1]) - 1, to: Number(m[2]), form: m[3]! }] : [];
    });
    for (let i = 0; i < s.words.length; i++) {
      const range = ranges.find((r) => r.from === i);
      const length = (form: string) => form.replace(/\s/g, "").length;
      if (range) {
        const parted = s.words
          .slice(range.from, range.to)
          .map((w) => w.form)
          .join("");
        let inside = at;
        for (let k = range.from; k < range.to; k++) {
          const size = length(s.words[k]!.form);
          places.push(parted === range.form ? { start: inside, end: inside + size } : { start: -1, end: -1 });
          inside += size;
        }
        at += length(range.form);
        i = range.to - 1;
      } else {
        const size = length(s.words[i]!.form);
        places.push({ start: at, end: at + size });
        at += size;
      }
    }
    s.words.forEach((w, i) => {
      const head = w.head < 0 ? -1 : offset + w.head;
      words.push({ ...places[i]!, upos: w.upos, xpos: w.xpos, lemma: w.lemma, head, relation: w.relation });
    });
  }
  return { text, words };
}

function rawWords(text: string, model: LanguageModel): Word[] {
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + (/\s/.test(text[i]!) ? 0 : 1);
  const out: Word[] = [];
  for (const s of analyse(text, { start: 0, end: text.length }, model)) {
    const offset = out.length;
    for (let i = 0; i < s.form.length; i++)
      out.push({
        start: before[s.start[i]!]!,
        end: before[s.end[i]!]!,
        upos: s.upos[i]!,
        xpos: s.xpos[i]!,
        lemma: s.lemma[i]!,
        head: s.head[i]! < 0 ? -1 : offset + s.head[i]!,
        relation: s.relation[i]!,
      });
  }
  return out;
}

/** F1 over words that cover the same characters; with gold tokens that is accuracy. */
function score(gold: readonly Word[], ours: readonly Word[]): { scores: Scores; aligned: number } {
  const goldAt = new Map(gold.map((w, i) => [`${w.start} ${w.end}`, i]));
  const goldOf = ours.map((w) => goldAt.get(`${w.start} ${w.end}`) ?? -2);
  const base = (relation: string) => relation.split(":")[0];
  const counts = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  ours.forEach((w, i) => {
    const g = gold[goldOf[i]!];
    if (!g) return;
    counts.words++;
    if (w.upos === g.upos) counts.upos++;
    if (w.xpos === g.xpos) counts.xpos++;
    // "_" is "no lemma given" (the second half of a word that was written apart).
    if (w.lemma === g.lemma || g.lemma === "_") counts.lemma++;
    if ((w.head < 0 ? -1 : goldOf[w.head]) !== g.head) return;
    counts.uas++;
    if (base(w.relation) === base(g.relation)) counts.las++;
  });
  const f1 = (right: number) => (200 * right) / (gold.length + ours.length);
  return {
    scores: {
      words: gold.length,
      upos: f1(counts.upos),
      xpos: f1(counts.xpos),
      lemma: f1(counts.lemma),
      uas: f1(counts.uas),
      las: f1(counts.las),
    },
    aligned: f1(counts.words),
  };
}
