import { type DraftTree, hasOwn } from "./draft-tree.js";

/** "A cutter rammed a supply ship, Manila said, |injuring five sailors|": what came of it, read as done by who told it. */
export function outcomeAcrossSaying(tree: DraftTree): void {
  for (let i = 4; i < tree.head.length; i++) {
    const says = tree.head[i]!;
    if (tree.relation[i] !== "advcl" || tree.xpos[i] !== "VBG" || tree.form[i - 1] !== ",") continue;
    if (says < 0 || says >= i || !tree.words.telling.has(tree.lemma[says]!)) continue;
    if (!tree.words.outcomes.has(tree.lemma[i]!) || hasOwn(tree, i, /^(?:nsubj|mark)/)) continue;
    const over = tree.head[says]!;
    const told =
      tree.relation[says] === "parataxis"
        ? over
        : tree.head.findIndex((h, k) => h === says && k < i && tree.relation[k] === "ccomp");
    if (told >= 0 && tree.upos[told] === "VERB") tree.head[i] = told;
  }
}

/**
 * "struck a boat that was ferrying rifles for the rebels, |killing six|", "broke off talks after the rebels attacked villages in Wollega,
 * |killing 60|": what came of a deed, read as done by whoever did something else beside it.
 */
export function outcomeToDeed(tree: DraftTree): void {
  for (let i = 4; i < tree.head.length; i++) {
    const over = tree.head[i]!;
    if (tree.relation[i] !== "advcl" || tree.xpos[i] !== "VBG" || tree.form[i - 1] !== ",") continue;
    if (
      over < 0 ||
      over >= i ||
      !tree.words.outcomes.has(tree.lemma[i]!) ||
      hasOwn(tree, i, /^(?:nsubj|mark)/)
    )
      continue;
    if (isDeed(tree, over)) continue;
    let deed = i - 2;
    for (let steps = 0; deed >= 0 && steps < tree.head.length; steps++) {
      if (deed < i && isDeed(tree, deed)) break;
      deed = tree.head[deed]!;
    }
    if (deed >= 0) tree.head[i] = deed;
  }
}

/** Whether something may come of a verb: deeds and mishaps, "opened fire", "carried out". */
function isDeed(tree: DraftTree, token: number): boolean {
  if (tree.upos[token] !== "VERB") return false;
  if (tree.words.deeds.has(tree.lemma[token]!)) return true;
  return (
    tree.words.deeds_by_phrase.has(tree.lemma[token]!) &&
    /^(?:out|into|fire)$/i.test(tree.form[token + 1] ?? "")
  );
}
