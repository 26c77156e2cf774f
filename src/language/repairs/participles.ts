import { isWeekday } from "../../text/date-words.js";
import { isMonthName } from "./days.js";
import { attach, type DraftTree, hasOwn, isFiniteVerb, isNominal, isSubject, isUnder } from "./draft-tree.js";

/** "Talks mediated by Angola collapsed": a participle with its agent, read as a clause before the verb. */
export function participleWithAgent(tree: DraftTree): void {
  for (let i = 1; i + 1 < tree.head.length; i++) {
    if (tree.xpos[i] !== "VBD" || tree.form[i + 1]!.toLowerCase() !== "by" || tree.head[i]! <= i) continue;
    if (!["ccomp", "csubj", "advcl", "parataxis"].includes(tree.relation[i]!) || !isNominal(tree, i - 1))
      continue;
    let noun = i - 1;
    while (tree.head[noun]! >= 0 && tree.head[noun]! < i && isNominal(tree, tree.head[noun]!))
      noun = tree.head[noun]!;
    if (tree.head[noun] === i) tree.head[noun] = tree.head[i]!;
    attach(tree, i, noun, "acl");
  }
}

/** "A truce brokered by Oman last July |collapsed|": a participle with its agent, read as the main verb, and the day before the verb as who did it. */
export function verbBehindParticiple(tree: DraftTree): void {
  const made = tree.head.indexOf(-1);
  if (!/^VB[DN]$/.test(tree.xpos[made] ?? "") || tree.form[made + 1]?.toLowerCase() !== "by") return;
  if (!isNominal(tree, made - 1) || hasOwn(tree, made, /^(?:aux|cop|mark|expl)/)) return;
  const verb = tree.head.findIndex(
    (h, k) =>
      h === made &&
      k > made &&
      isFiniteVerb(tree, k) &&
      /^(?:advcl|conj|ccomp|parataxis)$/.test(tree.relation[k]!),
  );
  if (verb < 0 || hasOwn(tree, verb, /^(?:mark|cc)/)) return;
  const isDay = (k: number) =>
    isMonthName(tree.form[k]) || isWeekday(tree.form[k]!) || /^(?:week|month|year)$/.test(tree.lemma[k]!);
  const subject = tree.head.findIndex((h, k) => h === verb && k < verb && isSubject(tree.relation[k]!));
  if (subject >= 0 && (subject < made || !isDay(subject))) return;
  const phrase = phraseBeforeParticiple(tree, made);
  if (phrase < 0) return;
  if (subject >= 0) attach(tree, subject, made, "obl:unmarked");
  attach(tree, verb, -1, "root");
  attach(tree, phrase, verb, "nsubj");
  attach(tree, made, phrase, "acl");
}

/** The noun that a phrase right before a token hangs by: "|ceasefire| between A and B"; -1 where none stands there. */
function phraseBeforeParticiple(tree: DraftTree, token: number): number {
  let noun = token - 1;
  while (tree.head[noun]! >= 0 && tree.head[noun]! < noun && isNominal(tree, tree.head[noun]!))
    noun = tree.head[noun]!;
  return noun;
}

/** "Ministers gathered in Doha agree to meet": what was done to a subject, read as a clause that is the subject. */
export function participleAsSubject(tree: DraftTree): void {
  for (let i = 1; i < tree.head.length; i++) {
    const verb = tree.head[i]!;
    if (verb <= i || !isSubject(tree.relation[i]!) || !/^VB[DN]$/.test(tree.xpos[i]!)) continue;
    const noun = tree.head.findIndex((h, k) => h === i && k < i && isSubject(tree.relation[k]!));
    if (noun < 0 || !isNominal(tree, noun)) continue;
    attach(tree, noun, verb, "nsubj");
    attach(tree, i, noun, "acl");
  }
}

/** "want to bury the road map |agreed| in outline in May": a participle right behind its noun, read as a clause of the main verb. */
export function participleOfNoun(tree: DraftTree): void {
  for (let i = 2; i + 1 < tree.head.length; i++) {
    if (
      !/^VB[ND]$/.test(tree.xpos[i]!) ||
      !/^(?:ccomp|parataxis)$/.test(tree.relation[i]!) ||
      !isNominal(tree, i - 1)
    )
      continue;
    if (tree.upos[i + 1] !== "ADP" || hasOwn(tree, i, /^(?:nsubj|csubj|mark|cc|aux|expl)/)) continue;
    let noun = i - 1;
    while (/^(?:flat|compound)/.test(tree.relation[noun]!) && isNominal(tree, tree.head[noun]!))
      noun = tree.head[noun]!;
    if (noun < i && tree.head[i]! < noun && !isUnder(tree, noun, i)) attach(tree, i, noun, "acl");
  }
}

/** "after its fighters attacked villages": a verb right behind its subject, read as an adjective of what it is done to, and that as joined to the subject by nothing. */
export function verbAsAdjective(tree: DraftTree): void {
  for (let verb = 1; verb + 1 < tree.head.length; verb++) {
    const object = tree.head[verb]!;
    if (tree.relation[verb] !== "amod" || !/^VB[ND]$/.test(tree.xpos[verb]!) || object <= verb) continue;
    const subject = verb - 1;
    const isJoined = tree.relation[object] === "conj" && tree.head[object] === subject;
    if (!isJoined || !isNominal(tree, subject) || !isNominal(tree, object)) continue;
    if (tree.form.slice(subject + 1, object).some((f) => /^(?:,|and|or|;)$/i.test(f))) continue;
    const opener = tree.relation.findIndex(
      (r, k) => tree.head[k] === subject && k < subject && (r === "case" || r === "mark"),
    );
    if (opener < 0 || !/^(?:after|before|when|while|as|since|until|because)$/i.test(tree.form[opener]!))
      continue;
    attach(tree, verb, tree.head[subject]!, "advcl");
    for (let k = 0; k < tree.head.length; k++)
      if (tree.head[k] === subject && k > verb && k !== object) tree.head[k] = object;
    attach(tree, subject, verb, "nsubj");
    attach(tree, object, verb, "obj");
    attach(tree, opener, verb, "mark");
  }
}
