import { type DraftTree, hasOwn } from "./draft-tree.js";

/** "A cutter rammed a supply ship, Manila said, |injuring five sailors|": what came of it, read as done by who told it. */
export function outcomeAcrossSaying(tree: DraftTree): void {
  for (let i = 4; i < tree.head.length; i++) {
    const says = tree.head[i]!;
    if (tree.relation[i] !== "advcl" || tree.xpos[i] !== "VBG" || tree.form[i - 1] !== ",") continue;
    if (says < 0 || says >= i || !TELLS.test(tree.lemma[says]!)) continue;
    if (!OUTCOME.test(tree.lemma[i]!) || hasOwn(tree, i, /^(?:nsubj|mark)/)) continue;
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
    if (over < 0 || over >= i || !OUTCOME.test(tree.lemma[i]!) || hasOwn(tree, i, /^(?:nsubj|mark)/))
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

function isDeed(tree: DraftTree, token: number): boolean {
  if (tree.upos[token] !== "VERB" || !DEED.test(tree.lemma[token]!)) return false;
  return !WITH_PARTICLE.test(tree.lemma[token]!) || /^(?:out|into|fire)$/i.test(tree.form[token + 1] ?? "");
}

/** What comes of a deed; who tells of it adds, cites, calls, demands. */
const OUTCOME =
  /^(?:kill|wound|injure|hurt|maim|burn|damage|destroy|demolish|wreck|flatten|level|ignite|set|cut|tear|sink|bury|trap|force|drive|send|cause|leave|bring|spark|trigger|prompt|displace|disrupt|disable|hit|strike|seize|capture|take|abduct|shatter|halt|blow|knock|claim)$/;

export const TELLS =
  /^(?:say|report|tell|announce|claim|allege|state|declare|confirm|maintain|insist|charge|add|note|write|deny)$/;

/** What may come of: deeds, and mishaps. Whoever ferries, breaks off or takes part kills nobody by that. */
const DEED =
  /^(?:strike|hit|attack|assault|target|bomb|bombard|shell|pound|blast|shoot|fire|raid|ambush|storm|invade|overrun|seize|ram|slam|plough|plow|crash|collide|derail|capsize|overturn|explode|detonate|erupt|fall|land|drop|rain|blow|clash|battle|fight|burn|torch|raze|loot|set|bulldoze|demolish|sink|collapse|kill|wound|injure|damage|destroy|launch|conduct|stage|mount|open|carry|break)$/;

/** "open fire", "carry out", "break into": what is no deed without its particle or object. */
const WITH_PARTICLE = /^(?:open|carry|break)$/;
