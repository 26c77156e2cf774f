import {
  attach,
  type DraftTree,
  firstOf,
  hasOwn,
  isFiniteVerb,
  isNominal,
  isSubject,
  isUnder,
} from "./draft-tree.js";

/*
 * Subjects that were read as part of something else, so that their verb has none.
 */

/** "Under a deal reached in May, |the army| on Friday withdrew", "Kabul agreed; |the general| on Friday refused": read as joined to what stands before. */
export function subjectBehindMark(tree: DraftTree): void {
  for (let verb = 2; verb < tree.head.length; verb++) {
    if (!isFiniteVerb(tree, verb) || hasOwn(tree, verb, /^(?:nsubj|csubj|expl|mark|cc)/)) continue;
    if (!/^(?:root|conj|parataxis)$/.test(tree.relation[verb]!)) continue;
    const noun = nounBehindMark(tree, verb);
    if (noun < 0) continue;
    const first = markBefore(tree, noun);
    const mark = tree.form[first];
    const over = tree.head[verb]!;
    // behind a comma it belongs to the phrase that opens the sentence, behind a semicolon all that follows is its clause
    if (mark === "," && isUnder(tree, tree.head[noun]!, verb)) attach(tree, noun, verb, "nsubj");
    else if (mark === ";" && over >= 0 && over < first) {
      for (let k = first; k < tree.head.length; k++)
        if (tree.head[k] === over && k !== verb && tree.upos[k] !== "PUNCT") tree.head[k] = verb;
      attach(tree, noun, verb, "nsubj");
      attach(tree, verb, over, "parataxis");
    }
  }
}

/** The last noun before a verb that is read as joined to something, without a word that joins it; -1 where there is none. */
function nounBehindMark(tree: DraftTree, verb: number): number {
  for (let i = verb - 1; i > 0; i--) {
    if (tree.form[i] === ";") return -1;
    if (!isNominal(tree, i) || !/^(?:conj|appos)$/.test(tree.relation[i]!)) continue;
    if (hasOwn(tree, i, /^(?:cc|case|acl)/) || isUnder(tree, i, verb) !== isUnder(tree, tree.head[i]!, verb))
      continue;
    if (markBefore(tree, i) >= 0) return isApart(tree, i, verb) ? i : -1;
  }
  return -1;
}

/** The comma or semicolon right before a phrase, which may be read as a part of it; -1 where there is none. */
function markBefore(tree: DraftTree, noun: number): number {
  const first = firstOf(tree, noun);
  return [first, first - 1].find((k) => /^[,;]$/.test(tree.form[k] ?? "")) ?? -1;
}

/** Whether only phrases of when and where stand between a noun and its verb. */
function isApart(tree: DraftTree, noun: number, verb: number): boolean {
  for (let k = noun + 1; k < verb; k++)
    if (
      !isUnder(tree, k, noun) &&
      (tree.upos[k] === "VERB" || tree.upos[k] === "CCONJ" || tree.form[k] === ",")
    )
      return false;
  return true;
}

/** "|Chad| and the rebels are due to meet": the first of two, read as the sentence, and what they do as joined to it. */
export function firstOfTwoSubjects(tree: DraftTree): void {
  const root = tree.head.indexOf(-1);
  if (root < 0 || tree.upos[root] !== "PROPN" || hasOwn(tree, root, /^(?:nsubj|cop|case)/)) return;
  const predicate = tree.head.findIndex((h, k) => h === root && k > root && tree.relation[k] === "conj");
  if (predicate < 0) return;
  const second = tree.head.findIndex((h, k) => h === predicate && /^nsubj/.test(tree.relation[k]!));
  const and = second < 0 ? -1 : firstOf(tree, second) - 1;
  if (and < root || !/^and$/i.test(tree.form[and]!) || !isUnder(tree, and - 1, root)) return;
  if (tree.form.slice(root, and).includes(",")) return;
  for (let k = predicate; k < tree.head.length; k++) if (tree.head[k] === root) tree.head[k] = predicate;
  const relation = tree.relation[second]!;
  attach(tree, predicate, -1, "root");
  attach(tree, root, predicate, relation);
  attach(tree, second, root, "conj");
  attach(tree, and, second, "cc");
}

/** "hopes |Chad and Sudan| will return to talks": who would do it, read as the object of who hopes. */
export function subjectOfModal(tree: DraftTree): void {
  for (let verb = 3; verb < tree.head.length; verb++) {
    const over = tree.head[verb]!;
    if (tree.relation[verb] !== "xcomp" || over < 0 || over > verb || hasOwn(tree, verb, /^nsubj/)) continue;
    const modal = tree.head.findIndex((h, k) => h === verb && k < verb && tree.xpos[k] === "MD");
    const noun = tree.head.findIndex(
      (h, k) => h === over && k > over && k < modal && tree.relation[k] === "obj",
    );
    if (modal < 0 || noun < 0 || !isUnder(tree, modal - 1, noun)) continue;
    attach(tree, noun, verb, hasOwn(tree, verb, /^aux:pass/) ? "nsubj:pass" : "nsubj");
    tree.relation[verb] = "ccomp";
  }
}

/** "Dozens of al-|Shabaab| fighters ambushed a convoy": the noun behind a name, read as who did it beside those counted. */
export function nounOfCounted(tree: DraftTree): void {
  for (let counted = 0; counted + 3 < tree.head.length; counted++) {
    const verb = tree.head[counted]!;
    if (!isSubject(tree.relation[counted]!) || verb < counted || tree.form[counted + 1] !== "of") continue;
    const noun = tree.head.findIndex(
      (h, k) => h === verb && k > counted && k < verb && isSubject(tree.relation[k]!),
    );
    const name = tree.head[counted + 1]!;
    if (noun < 0 || !isNominal(tree, noun) || tree.head[name] !== counted || firstOf(tree, noun) <= name)
      continue;
    const isName = (u: string, k: number) => /^(?:PROPN|NOUN|ADJ)$/.test(u) || tree.form[name + k] === "-";
    if (!tree.upos.slice(name, noun).every(isName)) continue;
    attach(tree, noun, counted, "nmod");
    attach(tree, name, noun, "compound");
    attach(tree, counted + 1, noun, "case");
  }
}

/** "accused Oman and Jordan; |both| rejected it": who did it, read as the first half of "both … and". */
export function bothAsSubject(tree: DraftTree): void {
  for (let both = 1; both + 1 < tree.head.length; both++) {
    const verb = both + 1;
    if (!/^both$/i.test(tree.form[both]!) || tree.head[both] !== verb || !/^cc/.test(tree.relation[both]!))
      continue;
    if (!isFiniteVerb(tree, verb) || hasOwn(tree, verb, /^(?:nsubj|csubj)/)) continue;
    attach(tree, both, verb, "nsubj");
    tree.xpos[both] = "DT";
  }
}
