import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";

/** Words by lemma: those that give a status to what they govern, and those that take it for granted. @see modality.ts */
interface Words {
  readonly noun: ReadonlyMap<string, unknown>;
  readonly presupposed: ReadonlySet<string>;
}

/** Links by which an act is what the word above is about. */
const ABOUT = new Set(["nmod", "obl", "obj", "nsubj:pass", "acl", "advcl", "xcomp", "ccomp"]);
/** Links inside a phrase: "a wave of killings", "the kidnapping and murder". */
const WITHIN = new Set(["nmod", "conj", "compound", "appos"]);

/**
 * The word that takes an act for granted and may be said long after it: "an investigation into the | killing", "those behind the | attack",
 * "was convicted of | murdering a judge". -1 where none does: "investigate possible attacks", "the threat of an attack".
 *
 * @param head the trigger of the act, or the verb that carries it
 */
export function presupposing(s: Sentence, head: number, { noun, presupposed }: Words): number {
  if ((s.upos[head] === "VERB" && s.xpos[head] !== "VBG") || isUnsettled(s, head, noun)) return -1;
  const takes = (t: number) => t >= 0 && presupposed.has(s.lemma[t]!.toLowerCase());
  for (let at = head, steps = 0; steps < 4; steps++) {
    const governor = s.head[at]!;
    if (governor < 0 || s.relation[at] === "acl:relcl") return -1;
    const relation = s.relation[at] === "nsubj:pass" ? "nsubj:pass" : baseRelation(s, at);
    if (ABOUT.has(relation)) {
      // "those | behind | the attack"; "called for an investigation | into the attack", whatever the parser hangs it on
      const [preposition] = children(s, at, "case");
      const by = [preposition ?? -1, (preposition ?? 0) - 1, governor].find(takes);
      if (by !== undefined) return by;
    }
    if (noun.has(s.lemma[governor]!.toLowerCase()) || !WITHIN.has(relation) || s.upos[governor] === "VERB")
      return -1;
    at = governor;
  }
  return -1;
}

/** "Any attack", "possible killings", "no raid". */
function isUnsettled(s: Sentence, head: number, noun: Words["noun"]): boolean {
  return (
    children(s, head, "amod").some((m) => noun.has(s.form[m]!.toLowerCase())) ||
    children(s, head, "det", "advmod", "mark").some((d) =>
      /^(?:any|no|every|whether|if|not|n't|n’t|never)$/i.test(s.form[d]!),
    )
  );
}
