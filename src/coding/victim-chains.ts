import { lower } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import { type HarmClause, JOINERS } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { asideBefore, describesName, isOneName } from "./victim-asides.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** "was killed | along with two bodyguards" */
export function companions(view: HarmClause, trigger: HarmTrigger, entry: HarmEntry): VictimPhrase[] {
  const { s } = view;
  let t = trigger.to;
  // "was killed near his home, | along with two guards"
  const isOpen = (k: number) => !/^(?:VERB|AUX)$/.test(s.upos[k] ?? "AUX") && !/^[.;:]$/.test(s.form[k]!);
  for (let k = t; k < t + 14 && isOpen(k); k++)
    if (s.form[k] === "," && /^(?:along|together)$/.test(lower(s, k + 1))) t = k;
  if (lower(s, t) === ",") t++;
  if (/^(?:along|together)$/.test(lower(s, t)) && lower(s, t + 1) === "with") t += 2;
  else if (lower(s, t) === "alongside") t++;
  else return [];
  const p = view.at.get(t);
  if (p === undefined || p.from !== t || p.measure || !view.suits(p, entry)) return [];
  return chainRight(view, p, entry);
}

/** "12 soldiers, three policemen and a child | were killed": all of them, in order. */
export function chainLeft(view: HarmClause, last: VictimPhrase, entry: HarmEntry): VictimPhrase[] {
  const chain = [last];
  const { s } = view;
  // "left 13 dead, including two infants, and |20| wounded": nobody but them
  const alone = last.bare && last.noun === null && last.count?.more !== true && !view.isElliptic(last);
  if (last.ofThem || alone) return chain;
  for (let first = last; ; ) {
    let t = first.from - 1;
    if (t < 1 || !(JOINERS.test(lower(s, t)) || (lower(s, t) === "well" && lower(s, t - 1) === "as"))) break;
    while (t > 0 && (JOINERS.test(lower(s, t)) || /^(?:as|well)$/.test(lower(s, t)))) t--;
    let before = view.phraseEndingAt(t + 1);
    // "nine women and children": one figure over both
    if (
      before !== null &&
      last.count === null &&
      last.plural &&
      chain.length === 1 &&
      before.count?.kind === "figure" &&
      view.suits(before, entry) &&
      lower(s, t + 1) === "and" &&
      t + 2 === last.from
    )
      return [before];
    // "Ruiz, leader of the union, and Gilda Mora"
    const aside = first.named && s.form[t + 1] === "," ? asideBefore(view, t + 1) : -1;
    if (aside >= 0 && describesName(view, aside)) before = view.phraseEndingAt(aside);
    // "A teacher, Maria Lopez, and her husband": the name of the first between
    if (before?.named && before.count === null && s.form[t + 1] === "," && s.form[before.from - 1] === ",")
      before =
        view.phraseEndingAt(before.from - 1)?.count == null ? before : view.phraseEndingAt(before.from - 1);
    // "Captain Hasnain, 24, and Naik Bilal": an age between
    if (before?.measure && before.bare && lower(s, before.from - 1) === ",")
      before = view.phraseEndingAt(before.from - 1);
    if (
      before === null ||
      before.measure ||
      (before.count === null &&
        !(before.named && first.named) &&
        !view.isOneOfTheirs(before) &&
        !isOneBeside(view, before, first)) ||
      !(view.suits(before, entry) || (before.bare && !before.ofThem && view.isElliptic(before)))
    )
      break;
    const verb = before.from - 1;
    // "killed 12 soldiers and three civilians were wounded": the first belongs to its own verb
    if (
      verb >= 0 &&
      ((s.upos[verb] === "VERB" && !view.lexicon.words.saying.has(lower(s, verb))) ||
        view.triggers.some((x) => x.token === verb || x.to === before.from))
    )
      break;
    if (verb >= 0 && s.upos[verb] === "ADP" && !/^(?:after|when|that|while|as)$/.test(lower(s, verb))) break;
    if (
      first.count === null &&
      last.count === null &&
      !first.plural &&
      !first.named &&
      !view.isOneOfTheirs(first)
    )
      break;
    chain.unshift(before);
    first = before;
  }
  return chain;
}

/** "|The mayor| and three guards were killed", "|Elena Ruiz| and her driver": one person who opens the clause, and others right behind. */
function isOneBeside(view: HarmClause, one: VictimPhrase, others: VictimPhrase): boolean {
  const { s } = view;
  if (one.plural || one.people === null || one.to !== others.from - 1 || lower(s, one.to) !== "and")
    return false;
  if (!isOneName(one) && lower(s, one.from) !== "the") return false;
  return one.from === 0 || OPENS_CLAUSE.test(lower(s, one.from - 1));
}
const OPENS_CLAUSE = /^(?:[:;,"“–—-]|that|when|after|while|before|as|where|which)$/;

/**
 * "killed | 12 soldiers, three policemen and a child": until a phrase that has a predicate of its own.
 *
 * @param nominal "the deaths of |a mother and her three children| caused outrage": the predicate is that of the noun before them
 */
export function chainRight(
  view: HarmClause,
  first: VictimPhrase,
  entry: HarmEntry,
  nominal = false,
): VictimPhrase[] {
  const chain = [first];
  const { s } = view;
  for (let last = first; ; ) {
    let t = overAge(view, overName(view, view.overAttachments(last.to)));
    // a semicolon joins persons of a list, and clauses
    if (s.form[t] === ";" && !isOneName(last) && !isOneName(first)) break;
    if (
      !(
        JOINERS.test(lower(s, t)) ||
        (lower(s, t) === "as" && lower(s, t + 1) === "well") ||
        lower(s, t) === "along"
      )
    )
      break;
    while (JOINERS.test(lower(s, t)) || /^(?:as|well|along|with)$/.test(lower(s, t))) t++;
    const next = view.at.get(t);
    if (
      next === undefined ||
      next.from !== t ||
      next.measure ||
      next.ofThem ||
      (next.count === null && !view.isOneOfTheirs(next))
    )
      break;
    if (!view.suits(next, entry) && !view.isElliptic(next) && !(next.bare && next.count?.more)) break;
    if (next.bare && !view.isElliptic(next) && !next.count?.more && next.noun === null) break;
    if (!nominal && view.hasOwnPredicate(next)) break;
    chain.push(next);
    last = next;
  }
  return chain.length === 1 && isOneName(first) ? [first, ...namesBehind(view, first)] : chain;
}

/** "killed Ruiz, | leader of the union, Gilda Mora and the lawyer Jaime Paz": names after a name, up to the one behind "and". */
function namesBehind(view: HarmClause, first: VictimPhrase): VictimPhrase[] {
  const { s } = view;
  const names: VictimPhrase[] = [];
  for (let last = first; ; ) {
    let t = overAge(view, view.overAttachments(last.to));
    if (s.form[t] === "," && describesName(view, t)) {
      let k = t + 1;
      while (k < s.form.length && !/^(?:[,.;:]|and)$/.test(lower(s, k))) k++;
      t = k;
    }
    const isLast = lower(s, t) === "and" || (/^[,;]$/.test(s.form[t] ?? "") && lower(s, t + 1) === "and");
    while (JOINERS.test(lower(s, t))) t++;
    const next = view.at.get(t);
    const suits = next?.from === t && (isOneName(next) || (isLast && next.count !== null && !next.bare));
    const isJoined = t > last.to && suits && !next!.measure && !view.hasOwnPredicate(next!);
    // a comma alone may open what somebody says
    if (!isJoined) return [];
    names.push(next!);
    if (isLast) return names;
    last = next!;
  }
}

/** "Maria Ruiz | , 42 |; a guard and": an age behind a name */
function overAge(view: HarmClause, from: number): number {
  const { s } = view;
  const age = s.form[from] === "," ? view.at.get(from + 1) : undefined;
  return age?.measure && age.bare && /^(?:[,;]|and)$/.test(lower(s, age.to)) ? age.to : from;
}

/** "one of its commanders | , Abu Yusuf, | and two guards" */
function overName(view: HarmClause, from: number): number {
  const { s } = view;
  if (s.form[from] !== ",") return from;
  const name = view.at.get(from + 1);
  const isName = name !== undefined && name.count === null && s.upos[name.head] === "PROPN" && !name.measure;
  return isName && s.form[name.to] === "," && lower(s, name.to + 1) === "and" ? name.to : from;
}

/** "200 fighters and associated militants": one figure over both */
export function mergedScope(
  view: HarmClause,
  p: VictimPhrase,
  entry: HarmEntry,
): { kind: VictimKind } | null {
  if (p.count === null || p.count.kind === "article") return null;
  if (lower(view.s, p.to) !== "and") return null;
  const next = view.at.get(p.to + 1);
  if (
    next === undefined ||
    next.from !== p.to + 1 ||
    next.count !== null ||
    next.people === null ||
    !next.plural ||
    next.measure
  )
    return null;
  if (!view.suits(next, entry) || view.hasOwnPredicate(next)) return null;
  return { kind: next.people };
}
