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

/** The first words of bare days: token of "Army |7| April raided a camp", "Army |next| day raided it". */
export function bareDays(forms: readonly string[]): number[] {
  return forms.flatMap((_, i) => {
    if (i === 0 || !(isDate(forms, i) || isNext(forms, i)) || !isPlainWord(forms[i + 2])) return [];
    const before = forms[i - 1]!;
    const isBeside = /^[\p{L}.'’]*\p{L}\.?$/u.test(before) || before === ")";
    return isBeside && !JOINERS.has(before.toLowerCase()) && !MONTHS.has(before.toLowerCase()) ? [i] : [];
  });
}

const isDate = (forms: readonly string[], i: number): boolean => {
  const month = forms[i + 1] ?? "";
  return (
    /^(?:[1-9]|[12]\d|3[01])$/.test(forms[i]!) && /^\p{Lu}/u.test(month) && MONTHS.has(month.toLowerCase())
  );
};

const isNext = (forms: readonly string[], i: number): boolean =>
  forms[i] === "next" && /^(?:day|week|month)$/.test(forms[i + 1] ?? "");

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
  const isSecond = (i: number) => days.includes(i - 1);
  // "7" over "April", but "day" over "next"
  const isHead = (i: number) => isSecond(i) === isNext(forms, isSecond(i) ? i - 1 : i);
  const verbOf = (i: number) => (isSecond(i) ? i + 1 : i + 2);
  const isOfNoun = (i: number) => rest.upos[place.get(verbOf(i))!] === "NOUN";
  const relationOf = (i: number): string => {
    if (isHead(i)) return isOfNoun(i) ? "nmod:unmarked" : "obl:unmarked";
    return forms[i] === "next" ? "amod" : "nmod:unmarked";
  };
  const overDay = (i: number) => (isHead(i) ? verbOf(i) : isSecond(i) ? i - 1 : i + 1);
  const headOf = (k: number): number => (rest.head[k]! < 0 ? -1 : kept[rest.head[k]!]!);
  const tagsOf = (i: number) =>
    TAGS[isSecond(i) ? (MONTHS.has(forms[i]!.toLowerCase()) ? 1 : 3) : forms[i] === "next" ? 2 : 0];
  return {
    lemma: row.map((k, i) => (k < 0 ? forms[i]! : rest.lemma[k]!)),
    upos: row.map((k, i) => (k >= 0 ? rest.upos[k]! : tagsOf(i)![0])),
    xpos: row.map((k, i) => (k >= 0 ? rest.xpos[k]! : tagsOf(i)![1])),
    head: Int16Array.from(row, (k, i) => (k >= 0 ? headOf(k) : overDay(i))),
    relation: row.map((k, i) => (k >= 0 ? rest.relation[k]! : relationOf(i))),
    margin: Float32Array.from(row, (k) => (k >= 0 ? rest.margin[k]! : SURE)),
    names: rest.names.map((n) => ({ ...n, from: kept[n.from]!, to: kept[n.to - 1]! + 1 })),
  };
}

/** Tags of a number, its month, "next" and its noun. */
const TAGS = [
  ["NUM", "CD"],
  ["PROPN", "NNP"],
  ["ADJ", "JJ"],
  ["NOUN", "NN"],
] as const;

/** The tokens that are left without bare days and their months. */
export const withoutDays = (forms: readonly string[], days: readonly number[]): number[] =>
  [...forms.keys()].filter((i) => !days.includes(i) && !days.includes(i - 1));
