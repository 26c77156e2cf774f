import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, readConllu } from "../../src/language/conllu.js";

/**
 * Genres of GUM whose texts may be used and passed on freely (CC BY, CC BY-SA or public domain; GUM's LICENSE file lists
 * them by genre). Left out: whow and fiction (non-commercial), and those whose terms are narrower or mixed.
 */
export const GUM_GENRES = ["news", "interview", "bio", "voyage", "textbook", "vlog", "speech"] as const;

/** Reads `ud/<name>.conllu.gz` or `.conllu` of a data folder. */
export function readTreebank(data: string, name: string): ConlluSentence[] {
  const path = join(data, "ud", `${name}.conllu.gz`);
  return readConllu(gunzipSync(readFileSync(path)).toString("utf8"));
}

/** All of EWT train, and GUM train of the genres above. */
export function readTraining(data: string): ConlluSentence[] {
  return [
    ...readTreebank(data, "en_ewt-ud-train"),
    ...freeDocuments(readTreebank(data, "en_gum-ud-train")).map(asInEwt),
  ];
}

/** GUM has "United/VERB/NNP" with the lemma "Unite" in "United Nations", EWT has "United/ADJ/NNP"; EWT's way is kept. */
function asInEwt(sentence: ConlluSentence): ConlluSentence {
  return {
    ...sentence,
    words: sentence.words.map((w) =>
      w.upos === "VERB" && w.xpos === "NNP" && w.relation === "amod"
        ? { ...w, upos: "ADJ", lemma: w.form }
        : w,
    ),
  };
}

/** Copies of sentences with "during" in which it reads "amid": treebanks of talk and reviews have hardly any. */
export function withAmid(sentences: readonly ConlluSentence[]): ConlluSentence[] {
  const isDuring = (form: string) => form === "during" || form === "During";
  return sentences
    .filter((s) => s.words.some((w) => isDuring(w.form) && w.relation === "case"))
    .map((s) => ({
      ...s,
      words: s.words.map((w) =>
        isDuring(w.form) ? { ...w, form: w.form === "during" ? "amid" : "Amid", lemma: "amid" } : w,
      ),
    }));
}

/** Sentences of the documents whose genre is free; the genre is read off `# newdoc id = GUM_<genre>_<title>`. */
export function freeDocuments(sentences: readonly ConlluSentence[]): ConlluSentence[] {
  let free = false;
  return sentences.filter((s) => {
    const id = s.comments.map((c) => /^# newdoc id = GUM_([a-z]+)_/.exec(c)).find((m) => m !== null);
    if (id) free = (GUM_GENRES as readonly string[]).includes(id[1]!);
    return free;
  });
}
