import { isWeekday, mayBeMonth } from "../../text/date-words.js";
import { attach, type DraftTree, hasCase, isNominal, isPlural, isSubject, SURE } from "./draft-tree.js";

/** "blamed Kyiv and on 7 |May| launched missiles": the month, read as who did it. */
export function monthToDay(tree: DraftTree): void {
  for (let day = 1; day + 1 < tree.head.length; day++) {
    if (!/^\d{1,2}$/.test(tree.form[day]!) || !isMonthName(tree.form[day + 1])) continue;
    const isApart = tree.head[day + 1] !== day && tree.head[day] !== day + 1;
    if (isApart && tree.upos[day - 1] === "ADP" && isSubject(tree.relation[day + 1]!))
      attach(tree, day + 1, day, "nmod:unmarked");
  }
}

/** "In |May| India shelled a post", "On |12| March Rwanda sent troops": a date that opens the sentence, read as a part of the name behind it. */
export function openingDay(tree: DraftTree): void {
  if (tree.upos[0] !== "ADP") return;
  const first = 1;
  const isNumber = (t: number) => /^\d{1,4}$/.test(tree.form[t] ?? "");
  const month = isMonthName(tree.form[1]) ? 1 : isNumber(1) && isMonthName(tree.form[2]) ? 2 : -1;
  if (month < 0) return;
  const end = isNumber(month + 1) ? month + 2 : month + 1;
  const isInside = (t: number) => t >= first && t < end;
  // the word behind that the date was glued to, and that has to be the subject
  let subject = -1;
  for (let t = 0; t < end; t++)
    if (tree.head[t]! >= end && isNominal(tree, tree.head[t]!)) subject = tree.head[t]!;
  for (let t = end; t < tree.head.length && subject < 0; t++)
    if (isInside(tree.head[t]!) && isNominal(tree, t)) subject = t;
  const verb = tree.head.indexOf(-1);
  if (
    subject < 0 ||
    verb <= subject ||
    tree.upos[verb] !== "VERB" ||
    tree.form.slice(end, subject + 1).includes(",")
  )
    return;
  const other = tree.head.findIndex(
    (h, t) => h === verb && t !== subject && t < verb && isSubject(tree.relation[t]!),
  );
  if (other >= 0) return;
  const day = month === 2 ? 1 : month;
  attach(tree, day, verb, "obl");
  for (let t = 0; t < end; t++) if (t !== day) attach(tree, t, day, t === 0 ? "case" : "nmod:unmarked");
  const isPassive = tree.relation.some((r, t) => tree.head[t] === verb && r === "aux:pass");
  attach(tree, subject, verb, isPassive ? "nsubj:pass" : "nsubj");
  tree.margin[day] = SURE;
}

/** "Russia on Friday called on …", "Mali on 12 January lifted …": a day after a name that is a subject tells when, not which Russia. */
export function daysToVerb(tree: DraftTree): void {
  for (let i = 0; i < tree.head.length; i++) {
    if (!isDay(tree, i) || !/^nmod(?::unmarked)?$/.test(tree.relation[i]!)) continue;
    const name = tree.head[i]!;
    if (name < 0 || name > i || /ing$/.test(tree.form[name]!) || tree.relation[name] === "nmod") continue;
    const subject = subjectAbove(tree, name);
    if (subject < 0) continue;
    const verb = tree.head[subject]!;
    // A noun that happens on a day keeps it: "the attack on Friday killed …".
    if (
      verb < i ||
      tree.upos[verb] !== "VERB" ||
      (tree.upos[name] === "NOUN" && !isPlural(tree, name) && !isNextTo(tree, i, verb))
    )
      continue;
    if (tree.upos[name] === "NOUN" && tree.words.happenings.has(tree.lemma[name]!)) continue;
    attach(tree, i, verb, hasCase(tree, i) ? "obl" : "obl:unmarked");
  }
}

/** "on |Friday|", "on |12| January", "on January |12|": the word that the day hangs by. */
export const isDay = (tree: DraftTree, i: number): boolean =>
  isWeekday(tree.form[i]!) ||
  (/^\d{1,2}$/.test(tree.form[i]!) &&
    ((isMonthName(tree.form[i + 1]) && tree.head[i + 1] === i) ||
      (isMonthName(tree.form[i - 1]) && tree.head[i - 1] === i)));

/** "The army on 5 March |rejected|": no other noun stands between the day and the verb. */
const isNextTo = (tree: DraftTree, day: number, verb: number): boolean => {
  for (let k = day + 1; k < verb; k++)
    if (!isMonthName(tree.form[k]) && tree.upos[k] !== "AUX" && tree.upos[k] !== "ADV") return false;
  return true;
};

/** The token itself or the first conjunct or the name that it continues, where that is a subject; else -1. */
function subjectAbove(tree: DraftTree, token: number): number {
  let at = token;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (isSubject(tree.relation[at]!)) return at;
    if (!/^(?:conj|flat|appos|compound)/.test(tree.relation[at]!)) return -1;
    at = tree.head[at]!;
  }
  return -1;
}

/** A month as it is written: "May", not "may". */
export const isMonthName = (form: string | undefined): boolean =>
  form !== undefined && /^\p{Lu}/u.test(form) && mayBeMonth(form);

const SPAN_OF_TIME = /^(?:week|month|year|night|weekend|summer|autumn|winter|spring)$/;

/** "were detained by |the army| last month": the name before a time, read as a part of it. */
export function timeBehindName(tree: DraftTree): void {
  for (let time = 3; time < tree.head.length; time++) {
    const name = time - 2;
    if (!SPAN_OF_TIME.test(tree.lemma[time]!) || !/^(?:last|this|next)$/i.test(tree.form[time - 1]!))
      continue;
    if (tree.head[time - 1] !== time || tree.head[name] !== time || !isNominal(tree, name)) continue;
    const over = tree.head[time]!;
    if (over < 0 || tree.xpos[name] === "POS") continue;
    attach(tree, name, over, tree.relation[time]!);
    for (let k = 0; k < name; k++) if (tree.head[k] === time) tree.head[k] = name;
    attach(tree, time, over, "obl:unmarked");
  }
}
