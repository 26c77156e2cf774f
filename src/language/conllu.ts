import { analyseWords } from "./analyse-words.js";
import type { LanguageModel } from "./model.js";
import { featuresOf } from "./morphology.js";
import type { Sentence } from "./sentence.js";

/** One word line of a CoNLL-U file. Columns as written; "_" is kept. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** Index of the governor among the words, -1 for the root or where the column is "_". */
  readonly head: number;
  readonly relation: string;
  readonly deps: string;
  readonly misc: string;
}

/** A multiword token ("1-2  don't") or an empty node ("8.1"), kept as written so that nothing is lost on the way out. */
export interface ConlluExtra {
  /** Number of words before which the line stands. */
  readonly before: number;
  readonly line: string;
}

export interface ConlluSentence {
  /** Comment lines with their "#". */
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  readonly extras: readonly ConlluExtra[];
}

/**
 * Reads a CoNLL-U file. A head that is not a whole number reads as -1.
 *
 * @throws with the line number where a word line does not have ten columns
 */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let extras: ConlluExtra[] = [];
  const finish = () => {
    if (words.length > 0) {
      sentences.push({ comments, words, extras });
      comments = [];
    }
    words = [];
    extras = [];
  };
  let number = 0;
  for (const raw of text.replace(/^\ufeff/, "").split("\n")) {
    number++;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line === "") {
      finish();
      continue;
    }
    const columns = line.split("\t");
    if (columns.length !== 10) {
      if (!line.startsWith("#"))
        throw new Error(`CoNLL-U line ${number} has ${columns.length} columns instead of 10`);
      comments.push(line);
      continue;
    }
    const [id, form, lemma, upos, xpos, feats, head, relation, deps, misc] = columns;
    if (!/^\d+$/.test(id!)) {
      extras.push({ before: words.length, line });
      continue;
    }
    words.push({
      form: form!,
      lemma: lemma!,
      upos: upos!,
      xpos: xpos!,
      feats: feats!,
      head: /^\d+$/.test(head!) ? Number(head) - 1 : -1,
      relation: relation!,
      deps: deps!,
      misc: misc!,
    });
  }
  finish();
  return sentences;
}

/** The inverse of `readConllu`: comments, multiword tokens and empty nodes stand where they stood. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  const lines: string[] = [];
  for (const { comments, words, extras } of sentences) {
    lines.push(...comments);
    let extra = 0;
    for (let i = 0; i <= words.length; i++) {
      while (extra < extras.length && extras[extra]!.before === i) lines.push(extras[extra++]!.line);
      const w = words[i];
      if (w)
        lines.push(
          [i + 1, w.form, w.lemma, w.upos, w.xpos, w.feats, w.head + 1, w.relation, w.deps, w.misc].join(
            "\t",
          ),
        );
    }
    lines.push("");
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** Parsed sentences as CoNLL-U, with `# sent_id`, `# text` and a line for each contraction ("2-3  didn't"). */
export function toConllu(sentences: readonly Sentence[]): string {
  return writeConllu(sentences.map((s, i) => asConllu(s, i + 1)));
}

function asConllu(s: Sentence, number: number): ConlluSentence {
  const n = s.form.length;
  const feats = featuresOf(s);
  const isJoined = (i: number) => i + 1 < n && s.end[i] === s.start[i + 1];
  const words: ConlluWord[] = [];
  const extras: ConlluExtra[] = [];
  for (let i = 0; i < n; i++) {
    if (isJoined(i) && (i === 0 || !isJoined(i - 1) || !isContraction(s, i - 1)) && isContraction(s, i)) {
      let last = i + 1;
      while (isJoined(last) && isContraction(s, last)) last++;
      const form = Array.from({ length: last - i + 1 }, (_, k) => s.form[i + k]).join("");
      const misc = isJoined(last) ? "SpaceAfter=No" : "_";
      extras.push({ before: i, line: `${i + 1}-${last + 1}\t${form}${"\t_".repeat(7)}\t${misc}` });
      for (; i <= last; i++) words.push(wordLine(s, i, feats[i]!, "_"));
      i--;
    } else words.push(wordLine(s, i, feats[i]!, isJoined(i) ? "SpaceAfter=No" : "_"));
  }
  const text = n === 0 ? "" : s.text.slice(s.start[0], s.end[n - 1]).replace(/\s+/g, " ");
  return { comments: [`# sent_id = ${number}`, `# text = ${text}`], words, extras };
}

/** Whether the word after this one is the second part of a contraction: "did|n't", "Kabul|'s", "can|not". */
function isContraction(s: Sentence, i: number): boolean {
  const next = s.form[i + 1];
  if (next === undefined || !/\p{L}$/u.test(s.form[i]!)) return false;
  return /^(?:n['’]t|['’](?:s|m|d|re|ve|ll)|not|na|ta)$/i.test(next);
}

function wordLine(s: Sentence, i: number, feats: string, misc: string): ConlluWord {
  return {
    form: s.form[i]!,
    lemma: s.lemma[i]! || "_",
    upos: s.upos[i]!,
    xpos: s.xpos[i]!,
    feats,
    head: s.head[i]!,
    relation: s.relation[i]!,
    deps: "_",
    misc,
  };
}

/**
 * Tags and parses the words of a treebank anew: forms, MISC, comments, multiword tokens and empty nodes stay, all else is
 * predicted; DEPS becomes "_".
 */
export function annotateConllu(sentences: readonly ConlluSentence[], model: LanguageModel): ConlluSentence[] {
  return sentences.map((s) => {
    const form = s.words.map((w) => w.form);
    const a = analyseWords(form, model);
    const feats = featuresOf({ form, ...a });
    return {
      comments: s.comments,
      extras: s.extras,
      words: s.words.map((w, i) => ({
        form: w.form,
        lemma: a.lemma[i]! || "_",
        upos: a.upos[i]!,
        xpos: a.xpos[i]!,
        feats: feats[i]!,
        head: a.head[i]!,
        relation: a.relation[i]!,
        deps: "_",
        misc: w.misc,
      })),
    };
  });
}
