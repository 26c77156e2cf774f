import type { Sentence } from "../language/sentence.js";
import { lower } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import { type HarmClause, JOINERS, OPEN_PART } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { asideBefore, asideBehind, describesName, isOneName } from "./victim-asides.js";
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

/**
 * "12 soldiers, three policemen and a child | were killed": all of them, in order.
 *
 * @param isSeveral the verb is in the plural though the last of them is one: "the mayor and his driver | were"
 */
export function chainLeft(
  view: HarmClause,
  last: VictimPhrase,
  entry: HarmEntry,
  isSeveral = false,
): VictimPhrase[] {
  const chain = [last];
  const { s } = view;
  // "left 13 dead, including two infants, and |20| wounded": nobody but them
  const alone = last.bare && last.noun === null && last.count?.more !== true && !view.isElliptic(last);
  if (last.ofThem || alone) return chain;
  for (let first = last; ; ) {
    let t = first.from - 1;
    if (t < 1 || !(JOINERS.test(lower(s, t)) || (lower(s, t) === "well" && lower(s, t - 1) === "as"))) break;
    const isListed = s.form[t] === ";" || (lower(s, t) === "and" && s.form[t - 1] === ";");
    while (t > 0 && (JOINERS.test(lower(s, t)) || /^(?:as|well)$/.test(lower(s, t)))) t--;
    const before = isListed ? openerOfItem(view, t + 1) : memberBefore(view, t + 1, first, entry);
    // "nine women and children": one figure over both
    if (
      before !== null &&
      last.count === null &&
      last.plural &&
      chain.length === 1 &&
      before.count?.kind === "figure" &&
      before.to === t + 1 &&
      view.suits(before, entry) &&
      lower(s, t + 1) === "and" &&
      t + 2 === last.from
    )
      return [before];
    const isApposed = chain.length === 1 && s.form[first.from - 1] === "," && first.count?.kind !== "figure";
    // "two of the escort, |agents of the police|, were": who they are; "Abu Omar, a commander in Raqqa, was"
    const isBare = !first.named && (first.plural || first.count === null);
    if (isApposed && isBare && before !== null && view.hasFigure(before))
      return view.suits(before, entry) ? [before] : chain;
    // "one driver, |a Jordanian citizen|, was killed": who he is
    if (isApposed && before !== null && !isSeveral && isOne(before) && isOne(first))
      return [describedBy(before, first)];
    if (isApposed && before !== null && isOneName(before) && !first.plural && !first.named) break;
    if (
      before === null ||
      before.measure ||
      (before.count === null &&
        !(before.named && first.named) &&
        !view.isOneOfTheirs(before) &&
        !(isListed && isOneName(before)) &&
        !((chain.length > 1 || isAnd(s, first.from - 1)) && isOneBeside(view, before, first, isSeveral))) ||
      !(view.suits(before, entry) || (before.bare && !before.ofThem && view.isElliptic(before)))
    )
      break;
    const verb = before.from - 1;
    // "killed 12 soldiers and three civilians were wounded": the first belongs to its own verb
    if (
      verb >= 0 &&
      ((s.upos[verb] === "VERB" && !view.lexicon.words.saying.has(lower(s, verb))) ||
        (s.upos[verb] === "AUX" && before.to <= t) ||
        view.triggers.some((x) => x.token === verb || x.to === before.from))
    )
      break;
    if (verb >= 0 && s.upos[verb] === "ADP" && !/^(?:after|when|that|while|as)$/.test(lower(s, verb))) break;
    if (
      first.count === null &&
      last.count === null &&
      !first.plural &&
      !first.named &&
      !isSeveral &&
      !view.isOneOfTheirs(first)
    )
      break;
    chain.unshift(before);
    first = before;
  }
  return chain;
}

/** "a driver", "one crewman": a single person whom a noun names. */
const isOne = (p: VictimPhrase): boolean =>
  !p.plural &&
  !p.named &&
  !p.bare &&
  p.people !== null &&
  p.count?.count.low === 1 &&
  p.count.count.high === 1;

/** "one driver, |a Jordanian citizen|,": what an apposition adds of one person. */
const describedBy = (one: VictimPhrase, about: VictimPhrase): VictimPhrase => ({
  ...one,
  party: one.party ?? about.party,
  people: one.people === "unknown" ? about.people : one.people,
});

/**
 * Who is told of before a joiner, over what stands behind them and is about them: "|seven soldiers| from Goma", "|six priests| (five
 * of them Spaniards)", "|Captain Hasnain|, 24,", "|a teacher|, Maria Lopez,", "|Ruiz|, leader of the union,".
 */
function memberBefore(
  view: HarmClause,
  from: number,
  next: VictimPhrase,
  entry: HarmEntry,
): VictimPhrase | null {
  const { s } = view;
  let end = from;
  for (let steps = 0; steps < 4 && end > 0; steps++) {
    const open = openOfAside(view, end, next);
    if (open < 0) break;
    end = open;
  }
  const p = view.phraseEndingAt(end);
  const before = p === null ? "" : lower(s, p.from - 1);
  // "three doctors, including |Slepian|, three nurses and": one of the doctors
  const isPart = OPEN_PART.test(before) && s.form[p!.from - 2] === ",";
  if (!isPart && !OF_OR_IN.test(before)) return p;
  const whole = view.phraseEndingAt(p!.from - (isPart ? 2 : 1));
  return isPart || (whole !== null && view.suits(whole, entry)) ? whole : p;
}
const OF_OR_IN = /^(?:of|from|in|at|near|inside|belonging)$/;

/** Where what ends at a token opens, if it is only about those before it; -1 where it is not. */
function openOfAside(view: HarmClause, end: number, next: VictimPhrase): number {
  const { s } = view;
  const mark = s.form[end - 1]!;
  if (mark === ")" || mark === "]") return s.form.lastIndexOf(mark === ")" ? "(" : "[", end - 1);
  if (/^(?:[-–—]|--)$/.test(mark)) return asideBefore(view, end - 1);
  const last = view.phraseEndingAt(end);
  // "Captain Hasnain|, 24| and"
  if (last?.measure && last.bare && s.form[last.from - 1] === ",") return last.from - 1;
  const open = /^[,;]$/.test(s.form[end] ?? "") ? asideBefore(view, end) : -1;
  const isLong = open >= 0 && s.form.slice(open + 1, end).includes(",");
  if (isLong && !/^(?:who|which|including|among)$/.test(lower(s, open + 1))) return -1;
  if (open < 0 || last?.from !== open + 1 || !isOneName(last)) return open;
  // "a soldier, Omar Bello, and": his name; behind a name it is another's
  const whose = view.phraseEndingAt(open);
  const isLast = lower(s, end + 1) === "and" || view.isOneOfTheirs(next);
  return isLast && whose?.people != null && !whose.plural && !whose.named ? open : -1;
}

/** "; |Omar Bello|, a driver; and": who opens an item of a list that semicolons part. */
function openerOfItem(view: HarmClause, end: number): VictimPhrase | null {
  const { s } = view;
  let t = end;
  while (t > 0 && !/^[;:.]$/.test(s.form[t - 1]!)) t--;
  const p = view.at.get(t);
  return p?.from === t ? p : null;
}

/** "and", "as well as": what closes a list. */
const isAnd = (s: Sentence, t: number): boolean => /^(?:and|or|as|&|plus)$/.test(lower(s, t));

/** "|The mayor| and three guards were killed", "|Elena Ruiz| and her driver": one person who opens the clause, and others right behind. */
function isOneBeside(view: HarmClause, one: VictimPhrase, others: VictimPhrase, isSeveral: boolean): boolean {
  const { s } = view;
  if (one.plural || one.people === null) return false;
  const isNext = one.to === others.from - 1 && lower(s, one.to) === "and";
  // "the couple, Karim and Rosa Said,": who they are
  if (one.to === others.from - 1 && !isNext && others.named && !one.named) return false;
  const isDescribed = isOneName(one) && describesName(view, one.to);
  if (!isNext && !isSeveral && !isDescribed && !view.isOneOfTheirs(others)) return false;
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
  let isClosed = false;
  for (let last = first; ; ) {
    let t = view.overAttachments(last.to);
    // "killed Senator Ruiz, |a policeman|, and a guard": a title says already who he is
    const isDescribed = !(last.named && last.noun !== null && view.at.get(t + 1)?.count != null);
    t = overAge(view, overName(view, isDescribed ? asideBehind(view, t) : t));
    const isListed = s.form[t] === ";";
    // "killed Ruiz, |a teacher|": who he is
    if (s.form[t] === "," && isDescribed && isOneName(last) && describesName(view, t)) break;
    // a semicolon joins persons of a list, and clauses
    if (isListed && !isOneName(last) && !isOneName(first) && !isClosedList(s, t)) break;
    if (
      !(
        JOINERS.test(lower(s, t)) ||
        (lower(s, t) === "as" && lower(s, t + 1) === "well") ||
        lower(s, t) === "along"
      )
    )
      break;
    const joiner = t;
    while (JOINERS.test(lower(s, t)) || /^(?:as|well|along|with)$/.test(lower(s, t))) t++;
    const next = view.at.get(t);
    if (
      next === undefined ||
      next.from !== t ||
      next.measure ||
      next.ofThem ||
      (next.count === null &&
        !view.isOneOfTheirs(next) &&
        !isOneAtEnd(view, next) &&
        !(isListed && isOneName(next)))
    )
      break;
    if (!view.suits(next, entry) && !view.isElliptic(next) && !(next.bare && next.count?.more)) break;
    if (next.bare && !view.isElliptic(next) && !next.count?.more && next.noun === null) break;
    if (!nominal && view.hasOwnPredicate(next)) break;
    chain.push(next);
    isClosed ||= t > joiner + 1 || s.form[joiner] !== ",";
    last = next;
  }
  // "killed a driver, |a Jordanian citizen|, and wounded two": no list ends with a comma alone
  const [one, about] = chain;
  if (chain.length === 2 && !isClosed && isOne(one!) && isOne(about!)) return [describedBy(one!, about!)];
  return chain.length === 1 && isOneName(first) ? [first, ...namesBehind(view, first, nominal)] : chain;
}

/** "; Omar Bello, a driver; and a nurse": a list that semicolons part and "and" closes. */
const isClosedList = (s: Sentence, from: number): boolean =>
  s.form.some((f, t) => t >= from && f === ";" && lower(s, t + 1) === "and");

/** "|the governor|": one person whom a noun names by what he is. */
export function isOneByOffice(view: HarmClause, p: VictimPhrase): boolean {
  const { s } = view;
  const isPerson = p.people !== null && p.people !== "unknown" && !view.lexicon.groups.has(p.noun ?? "");
  return isPerson && !p.plural && p.count === null && s.xpos[p.head] === "NN" && lower(s, p.from) === "the";
}

/** "a judge and |the governor|" at the end of a list, and not "two men, and |the mayor| said". */
function isOneAtEnd(view: HarmClause, p: VictimPhrase): boolean {
  const { s } = view;
  const end = view.overAttachments(p.to);
  const isEnd = /^[.;)”"]$/.test(s.form[end] ?? ".") || s.upos[end] === "ADP" || lower(s, end) === "were";
  return isOneByOffice(view, p) && lower(s, p.from - 1) === "and" && isEnd;
}

/** "killed Ruiz, | leader of the union, Gilda Mora and the lawyer Jaime Paz": names after a name, up to the one behind "and". */
function namesBehind(view: HarmClause, first: VictimPhrase, nominal: boolean): VictimPhrase[] {
  const { s } = view;
  // "the bodies of Ruiz and |Mora| were found"
  const isOther = (p: VictimPhrase) =>
    view.hasOwnPredicate(p) && !(nominal && lower(s, view.overAttachments(p.to)) === "were");
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
    const isJoined = t > last.to && suits && !next!.measure && !isOther(next!);
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
