import { attach, type DraftTree } from "./draft-tree.js";

/** A greedy parser can leave several words without a head: the best of them is the root, the others hang on it. */
export function singleRoot(tree: DraftTree): void {
  let root = -1;
  for (let i = 0; i < tree.head.length; i++) {
    if (tree.head[i]! >= 0) continue;
    if (root < 0 || rootRank(tree, i) > rootRank(tree, root)) root = i;
  }
  for (let i = 0; i < tree.head.length; i++) {
    if (tree.head[i]! >= 0) continue;
    if (i === root) tree.relation[i] = "root";
    else attach(tree, i, root, tree.upos[i] === "PUNCT" ? "punct" : "parataxis");
  }
}

function rootRank(tree: DraftTree, token: number): number {
  const upos = tree.upos[token];
  return upos === "PUNCT" ? 0 : upos === "VERB" ? 2 : 1;
}

/** Marks have no dependents: "…, a claim the army denied." had the claim hang on the stop. */
export function nothingOnMarks(tree: DraftTree): void {
  const root = tree.head.indexOf(-1);
  if (root >= 0 && tree.upos[root] === "PUNCT") {
    const heir = tree.head.findIndex((h, i) => h === root && tree.upos[i] !== "PUNCT");
    if (heir >= 0) {
      attach(tree, heir, -1, "root");
      attach(tree, root, heir, "punct");
    }
  }
  for (let i = 0; i < tree.head.length; i++) {
    // A mark can hang on a mark in turn; each step goes up, so this ends at the root at the latest.
    for (let h = tree.head[i]!; h >= 0 && tree.upos[h] === "PUNCT" && tree.head[h]! >= 0; h = tree.head[h]!)
      tree.head[i] = tree.head[h]!;
  }
}

/** The stop at the end of a sentence hangs on the root. */
export function finalStopToRoot(tree: DraftTree): void {
  const last = tree.head.length - 1;
  const root = tree.head.indexOf(-1);
  if (last > 0 && root !== last && /^[.!?]$/.test(tree.form[last]!) && tree.relation[last] === "punct")
    tree.head[last] = root;
}
