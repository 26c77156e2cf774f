import type { GrammarWords } from "../grammar-words.js";
import type { Upos } from "../sentence.js";

/** A tree that may still be changed; columns as in `Sentence`, `head` -1 for the root. */
export interface DraftTree {
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly Upos[];
  readonly xpos: string[];
  readonly head: Int16Array;
  readonly relation: string[];
  readonly margin: Float32Array;
  readonly words: GrammarWords;
}

/** Margin of an arc that the words around it settle. */
export const SURE = 1000;

export function attach(tree: DraftTree, token: number, head: number, relation: string): void {
  tree.head[token] = head;
  tree.relation[token] = relation;
}

export function isSubject(relation: string): boolean {
  return relation === "nsubj" || relation === "nsubj:pass";
}

export function isNominal(tree: DraftTree, token: number): boolean {
  return tree.upos[token] === "NOUN" || tree.upos[token] === "PROPN";
}

export function isPlural(tree: DraftTree, token: number): boolean {
  return tree.xpos[token] === "NNS" || tree.xpos[token] === "NNPS" || tree.lemma[token] === "people";
}

export const isFiniteVerb = (tree: DraftTree, token: number): boolean =>
  tree.upos[token] === "VERB" && /^VB[DZP]$/.test(tree.xpos[token]!);

export function hasDependent(tree: DraftTree, token: number, relation: string): boolean {
  for (let i = 0; i < tree.head.length; i++)
    if (tree.head[i] === token && tree.relation[i] === relation) return true;
  return false;
}

export const hasOwn = (tree: DraftTree, token: number, relations: RegExp): boolean =>
  tree.relation.some((r, k) => tree.head[k] === token && relations.test(r));

export function hasCase(tree: DraftTree, token: number): boolean {
  return hasDependent(tree, token, "case");
}

/** Whether `token` stands below `above`. */
export function isUnder(tree: DraftTree, token: number, above: number): boolean {
  for (let i = token, steps = 0; i >= 0 && steps <= tree.head.length; i = tree.head[i]!, steps++)
    if (i === above) return true;
  return false;
}

export function firstOf(tree: DraftTree, token: number): number {
  let first = token;
  while (first > 0 && isUnder(tree, first - 1, token)) first--;
  return first;
}
