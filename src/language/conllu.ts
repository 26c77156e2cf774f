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

/** Reads a CoNLL-U file. Throws with the line number where a word line does not have ten columns. */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let extras: ConlluExtra[] = [];
  const finish = () => {
    if (words.length > 0) sentences.push({ comments, words, extras });
    if (words.length > 0 || extras.length > 0) comments = [];
    words = [];
    extras = [];
  };
  let number = 0;
  for (const raw of text.split("\n")) {
    number++;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line === "") {
      finish();
    } else if (line.startsWith("#") && words.length === 0) {
      comments.push(line);
    } else {
      const columns = line.split("\t");
      if (columns.length !== 10)
        throw new Error(`CoNLL-U line ${number}: ${columns.length} columns instead of 10`);
      const [id, form, lemma, upos, xpos, feats, head, relation, deps, misc] = columns as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      if (/^\d+$/.test(id))
        words.push({
          form,
          lemma,
          upos,
          xpos,
          feats,
          head: /^\d+$/.test(head) ? Number(head) - 1 : -1,
          relation,
          deps,
          misc,
        });
      else extras.push({ before: words.length, line });
    }
  }
  finish();
  return sentences;
}
