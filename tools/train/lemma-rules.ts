import type { ConlluSentence } from "../../src/language/conllu.js";
import { lowerCase } from "../../src/language/feature-hash.js";
import { applyEdit, findEdit, type LemmaRules, MAX_SUFFIX } from "../../src/language/lemmatizer.js";

/**
 * For each tag the commonest edit for each suffix of up to five letters, kept only where it differs from what the shorter
 * suffix says; whole words where the rules are wrong.
 */
export function buildLemmaRules(training: readonly ConlluSentence[]): LemmaRules {
  const seen = new Map<string, Map<string, number>>();
  for (const sentence of training) {
    for (const w of sentence.words) {
      if (w.lemma === "_" || w.xpos === "GW") continue;
      const form = w.upos === "PROPN" ? w.form : lowerCase(w.form);
      const lemma = w.upos === "PROPN" || w.upos === "X" ? w.lemma : w.lemma;
      const key = `${w.upos}|${w.xpos}\t${form}`;
      const lemmas = seen.get(key) ?? new Map<string, number>();
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
      seen.set(key, lemmas);
    }
  }
  const bySuffix = new Map<string, Map<string, number>>();
  const majority = new Map<string, string>();
  for (const [key, lemmas] of seen) {
    const [tag, form] = key.split("\t") as [string, string];
    const lemma = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
    majority.set(key, lemma);
    const edit = findEdit(form, lemma);
    if (edit === null) continue;
    for (let k = 0; k <= Math.min(MAX_SUFFIX, form.length); k++) {
      const rule = `${tag}\t${form.slice(form.length - k)}`;
      const edits = bySuffix.get(rule) ?? new Map<string, number>();
      // Types, not tokens: a new word is like a type.
      edits.set(edit, (edits.get(edit) ?? 0) + 1);
      bySuffix.set(rule, edits);
    }
  }
  const rules: Record<string, Record<string, string>> = {};
  const best = (rule: string): string | null => {
    const edits = bySuffix.get(rule);
    if (!edits) return null;
    return [...edits].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  };
  const ordered = [...bySuffix.keys()].sort(
    (a, b) => a.length - b.length - (a.indexOf("\t") - b.indexOf("\t")) || (a < b ? -1 : 1),
  );
  for (const rule of ordered) {
    const [tag, suffix] = rule.split("\t") as [string, string];
    const edit = best(rule)!;
    const count = [...bySuffix.get(rule)!.values()].reduce((a, b) => a + b, 0);
    let inherited: string | null = null;
    for (let k = 1; k <= suffix.length && inherited === null; k++)
      inherited = rules[tag]?.[suffix.slice(k)] ?? null;
    if (edit === inherited || (count < 2 && suffix.length > 0)) continue;
    rules[tag] ??= {};
    rules[tag][suffix] = edit;
  }
  const words: Record<string, Record<string, string>> = {};
  for (const [key, lemma] of majority) {
    const [tag, form] = key.split("\t") as [string, string];
    let edit = "0";
    for (let k = Math.min(MAX_SUFFIX, form.length); k >= 0; k--) {
      const found = rules[tag]?.[form.slice(form.length - k)];
      if (found !== undefined) {
        edit = found;
        break;
      }
    }
    if (applyEdit(form, edit) === lemma) continue;
    // A single odd spelling of a name teaches nothing.
    if (tag.startsWith("PROPN") || form.length > 25) continue;
    words[tag] ??= {};
    words[tag][form] = lemma;
  }
  return { rules, words };
}
