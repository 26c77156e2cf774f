/**
 * Copies of treebank sentences as a headline would tell them: no articles, no forms of "be" beside a participle, "to" for "will",
 * the present for the past, no full stop. Treebanks have hardly a headline, and a tagger of running text takes "storm" in
 * "Rebels storm town" for a noun.
 */
import type { ConlluSentence, ConlluWord } from "../../src/language/conllu.js";

/** Longer sentences are no headlines even when shortened. */
const LONGEST = 24;
const SHORTEST = 4;

/** The same headline in title case, which stays where the reader cannot tell words from names. */
export function inTitleCase(sentence: ConlluSentence): ConlluSentence {
  return {
    ...sentence,
    words: sentence.words.map((w) =>
      /^[a-z]{4,}$/.test(w.form) ? { ...w, form: w.form[0]!.toUpperCase() + w.form.slice(1) } : w,
    ),
  };
}

/**
 * A copy of each sentence that can be told so: its main clause has a verb and a subject that is no pronoun, or it is a noun with what
 * describes it, for not every headline has a verb.
 */
export function asHeadlines(sentences: readonly ConlluSentence[]): ConlluSentence[] {
  return sentences.flatMap((s) => asHeadline(s) ?? []);
}

function asHeadline({ words }: ConlluSentence): ConlluSentence | null {
  if (words.length > LONGEST || words.some((w) => w.form.includes('"'))) return null;
  const root = words.findIndex((w) => w.head === -1 && w.relation === "root");
  const verb = words[root];
  if (verb === undefined) return null;
  const subject = words.findIndex((w) => w.head === root && w.relation.startsWith("nsubj"));
  if (verb.upos === "NOUN") {
    if (words.some((w) => w.head === root && /^(?:nsubj|cop|aux|parataxis)/.test(w.relation))) return null;
  } else if (verb.upos !== "VERB" || subject < 0 || subject > root || !/^N/.test(words[subject]!.xpos))
    return null;
  if (words.some((w, i) => i < root && /^W/.test(w.xpos) && words[w.head] === verb)) return null;
  const told = words.map((_, i) => toldAs(words, i, root, subject));
  return told.filter((w) => w !== null).length < SHORTEST ? null : withoutGaps(told);
}

/** What becomes of a word; null where a headline leaves it out. */
function toldAs(words: readonly ConlluWord[], i: number, root: number, subject: number): ConlluWord | null {
  const w = words[i]!;
  const governor = words[w.head];
  if (/^(?:the|an?)$/i.test(w.form) && w.relation === "det") return null;
  if (i === words.length - 1 && w.form === ".") return null;
  // "is killed", "were seeking", but not "should be killed"
  if (
    w.relation.startsWith("aux") &&
    /^(?:is|are|was|were)$/i.test(w.form) &&
    /^VB[NG]$/.test(governor?.xpos ?? "")
  )
    return null;
  if (w.head === root && w.form.toLowerCase() === "will")
    return { ...w, form: "to", lemma: "to", upos: "PART", xpos: "TO", relation: "mark" };
  if (i !== root || w.xpos !== "VBD") return w;
  const plural =
    /S$/.test(words[subject]!.xpos) || words.some((c) => c.head === subject && c.relation === "conj");
  return plural ? { ...w, form: w.lemma, xpos: "VBP" } : { ...w, form: thirdPerson(w.lemma), xpos: "VBZ" };
}

function thirdPerson(lemma: string): string {
  if (lemma === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** The words that stay, heads counted anew; what hung on a word left out hangs on its governor. */
function withoutGaps(told: readonly (ConlluWord | null)[]): ConlluSentence {
  const at = new Map<number, number>();
  told.forEach((w, i) => {
    if (w) at.set(i, at.size);
  });
  const words = told.filter((w) => w !== null);
  const shifted = words.map((w) => ({
    ...w,
    head: w.head < 0 ? -1 : (at.get(w.head) ?? at.get(told.findIndex((t) => t?.relation === "root"))!),
  }));
  const first = shifted[0]!;
  shifted[0] = { ...first, form: first.form[0]!.toUpperCase() + first.form.slice(1) };
  return { comments: [], extras: [], words: shifted };
}
