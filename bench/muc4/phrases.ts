import { phraseStart } from "../../src/coding/things.js";
import type { Sentence } from "../../src/language/sentence.js";
import { baseRelation, child, children, subtree } from "../../src/language/tree.js";
import { textOf } from "./roles.js";
import { plain } from "./score.js";

/*
 * How a report writes of somebody or something, and how that hangs in its sentence.
 */

export const singular = (word: string) => word.toLowerCase().replace(/s$/, "");
export const headOf = (words: string) => singular(plain(words.split(/ of /i)[0]!).split(" ").at(-1)!);
export const isPart = (s: Sentence, t: number) =>
  baseRelation(s, t) === "compound" || (baseRelation(s, t) === "nmod" && s.form[t + 1] === "'s");
export const isName = (s: Sentence, t: number) =>
  s.names.some((n) => n.kind === "PER" && n.from <= t && t < n.to);
export const phrase = (s: Sentence, t: number) => textOf(s, phraseStart(s, t), t + 1);

/** Joined to a word: as another of a list, or as another name of the same. */
export const BESIDE = /^(?:appos|conj|flat|compound|list|dep|parataxis)$/;

export function headWithin(s: Sentence, from: number, to: number): number {
  let t = from;
  while (s.head[t]! >= from && s.head[t]! < to) t = s.head[t]!;
  return t;
}

/** The word to which a list or a name beside it is joined: of "the murder of A, B and C" A for each. */
function joinedTo(s: Sentence, token: number): number {
  let t = token;
  for (let steps = 0; steps < LONGEST_LIST && s.head[t]! >= 0 && BESIDE.test(baseRelation(s, t)); steps++)
    t = s.head[t]!;
  return t;
}
const LONGEST_LIST = 20;

/** How a phrase hangs in its sentence: under which word, by which relation and preposition. */
export function governor(s: Sentence, from: number, to: number): string[] {
  const top = joinedTo(s, headWithin(s, from, to));
  const over = s.head[top]!;
  if (over < 0) return ["under root"];
  const relation = baseRelation(s, top);
  const preposition = child(s, top, "case");
  const word = s.lemma[over]!.toLowerCase();
  const passive = children(s, over, "nsubj:pass", "aux:pass").length > 0 ? " be" : "";
  if (preposition < 0) return [`under ${relation}`, `${relation}${passive} ${word}`];
  const by = s.form[preposition]!.toLowerCase();
  return [`under ${relation}`, `case ${by}`, `under ${by} ${word}`];
}

/** The way up from a phrase to a word that tells of violence. */
export function pathTo(s: Sentence, from: number, to: number, isViolence: (t: number) => boolean): string[] {
  const path: string[] = [];
  for (let t = joinedTo(s, headWithin(s, from, to)); path.length < LONGEST_PATH; t = s.head[t]!) {
    const over = s.head[t]!;
    if (over < 0) return [];
    path.push(s.relation[t]!);
    if (isViolence(over)) return [`path ${path.join(">")}`, `path to ${s.lemma[over]!.toLowerCase()}`];
  }
  return [];
}
const LONGEST_PATH = 5;

/** What a person is called beside the name: "former |mayor| A", "A, a |judge|". */
export function titlesOf(s: Sentence, from: number, to: number): string[] {
  const head = headWithin(s, from, to);
  const near = [from - 3, from - 2, from - 1, ...children(s, head, "appos", "compound", "flat")];
  if (/^(?:appos|flat|compound)$/.test(baseRelation(s, head))) near.push(s.head[head]!);
  const titles = near.filter(
    (t) =>
      t >= 0 &&
      (t < from || t >= to) &&
      /^(?:NOUN|PROPN)$/.test(s.upos[t]!) &&
      !isName(s, t) &&
      !ANYBODY.test(s.form[t]!),
  );
  return titles.length > 0 ? titles.map((t) => singular(s.form[t]!)) : ["none"];
}

/** "the other person is A": no title of A, nor is every person A */
const ANYBODY = /^(?:persons?|people|victims?|others?)$/i;

/** A noun that only says what a named person is: "A, a |judge|". */
export const isTitle = (s: Sentence, t: number) =>
  baseRelation(s, t) === "appos" && s.head[t]! >= 0 && isName(s, s.head[t]!);

/** "members |of the armed forces|" */
export function withOf(s: Sentence, t: number): string[] {
  const owner = s.head[t + 1] ?? -1;
  if (s.form[t + 1]?.toLowerCase() !== "of" || owner < 0 || s.head[owner] !== t) return [];
  const isOutside = (x: number) =>
    /^(?:acl|appos|conj|punct|cc)$/.test(baseRelation(s, x)) ||
    (baseRelation(s, x) === "nmod" && x > owner && s.form[child(s, x, "case")]?.toLowerCase() !== "of");
  const below = subtree(s, owner, isOutside);
  let end = owner + 1;
  while (below.includes(end)) end++;
  return end - t > LONGEST ? [] : [textOf(s, phraseStart(s, t), end), textOf(s, t, end)];
}
const LONGEST = 9;

export function withNumber(s: Sentence, t: number): string[] {
  const before = phraseStart(s, t) - 1;
  return s.upos[before] === "NUM" ? [textOf(s, before, t + 1)] : [];
}

export function thingNames(s: Sentence, t: number): string[] {
  const from = phraseStart(s, t);
  const names = [phrase(s, t), s.form[t]!, ...withOf(s, t)];
  if (from < t - 1) names.push(textOf(s, t - 1, t + 1));
  // "the mayor's house"
  if (s.xpos[from - 1] === "POS") {
    let owner = from - 2;
    while (owner >= 0 && /^(?:PROPN|NOUN|ADJ)$/.test(s.upos[owner]!)) owner--;
    names.push(textOf(s, owner + 1, t + 1));
  }
  return names;
}

export function weaponNames(s: Sentence, t: number): string[] {
  const names = [phrase(s, t), s.form[t]!, ...withNumber(s, t)];
  if (phraseStart(s, t) < t - 1) names.push(textOf(s, t - 1, t + 1));
  return names;
}

/** How many a noun of people means, in the key's words. */
export function numberBefore(s: Sentence, t: number): string {
  const number = children(s, t, "nummod").map((x) => s.form[x]!.toLowerCase());
  const at = SMALL.indexOf(number[0] ?? "");
  if (at >= 0) return String(at + 1);
  if (number[0] !== undefined && /^\d+$/.test(number[0])) return number[0];
  return s.xpos[t] === "NNS" || s.xpos[t] === "NNPS" ? "PLURAL" : "1";
}
const SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
