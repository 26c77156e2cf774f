import { MONTHS } from "../text/date-words.js";
import type { WordAnalysis } from "./word-analysis.js";

/*
 * Digests and situation reports put the day of an act bare before its verb: "Army 7 April raided a camp". Parsers were trained on no
 * such text and take the number for a name; so they read the sentence without its bare days, which then are put back.
 */

/** Words beside which a day is not bare: they say themselves how it hangs in the sentence. */
const JOINERS = new Set(
  "a about after against ahead along amid among an and around as at before behind between but by circa dated despite during early every for from in into its last late like mid near nor of off on onto or our over per since than that the their then these this those through till to toward towards under until upon via was we were when where which while who whom whose with within without".split(
    " ",
  ),
);

const isPlainWord = (form: string | undefined): boolean =>
  form !== undefined && /^\p{Ll}[\p{Ll}'’]+$/u.test(form) && !JOINERS.has(form);

/** The numbers of bare days: token of "Army |7| April raided a camp". */
export function bareDays(forms: readonly string[]): number[] {
  return forms.flatMap((form, i) => {
    if (i === 0 || !/^(?:[1-9]|[12]\d|3[01])$/.test(form)) return [];
    const month = forms[i + 1] ?? "";
    if (!/^\p{Lu}/u.test(month) || !MONTHS.has(month.toLowerCase()) || !isPlainWord(forms[i + 2])) return [];
    const before = forms[i - 1]!;
    const isBeside = /^[\p{L}.'’]*\p{L}\.?$/u.test(before) || before === ")";
    return isBeside && !JOINERS.has(before.toLowerCase()) && !MONTHS.has(before.toLowerCase()) ? [i] : [];
  });
}

/** Margin of an arc that the words around it settle. */
const SURE = 1000;

/**
 * The analysis of a sentence from that of the same sentence without its bare days: each hangs, with its month, on the word behind.
 *
 * @param forms words of the whole sentence
 * @param days tokens of `bareDays`
 */
export function withDays(
  rest: WordAnalysis,
  forms: readonly string[],
  days: readonly number[],
): WordAnalysis {
  const kept = withoutDays(forms, days);
  const place = new Map(kept.map((at, k) => [at, k]));
  const row = forms.map((_, i) => place.get(i) ?? -1);
  const isMonth = (i: number) => days.includes(i - 1);
  const relationOf = (i: number): string => {
    if (isMonth(i)) return "nmod:unmarked";
    return rest.upos[place.get(i + 2)!] === "NOUN" ? "nmod:unmarked" : "obl:unmarked";
  };
  const headOf = (k: number): number => (rest.head[k]! < 0 ? -1 : kept[rest.head[k]!]!);
  return {
    lemma: row.map((k, i) => (k < 0 ? forms[i]! : rest.lemma[k]!)),
    upos: row.map((k, i) => (k >= 0 ? rest.upos[k]! : isMonth(i) ? "PROPN" : "NUM")),
    xpos: row.map((k, i) => (k >= 0 ? rest.xpos[k]! : isMonth(i) ? "NNP" : "CD")),
    head: Int16Array.from(row, (k, i) => (k >= 0 ? headOf(k) : isMonth(i) ? i - 1 : i + 2)),
    relation: row.map((k, i) => (k >= 0 ? rest.relation[k]! : relationOf(i))),
    margin: Float32Array.from(row, (k) => (k >= 0 ? rest.margin[k]! : SURE)),
    names: rest.names.map((n) => ({ ...n, from: kept[n.from]!, to: kept[n.to - 1]! + 1 })),
  };
}

/** The tokens that are left without bare days and their months. */
export const withoutDays = (forms: readonly string[], days: readonly number[]): number[] =>
  [...forms.keys()].filter((i) => !days.includes(i) && !days.includes(i - 1));
