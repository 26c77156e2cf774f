import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";

/** "The embassy accused them": the subject of the verb whose object a pronoun is, who is somebody else; -1 where it is none. */
export function doerOver(s: Sentence, pronoun: number): number {
  const verb = s.head[pronoun]!;
  if (s.xpos[pronoun] === "PRP$" || verb < 0 || !/^(i?obj|obl)$/.test(baseRelation(s, pronoun))) return -1;
  return child(s, verb, "nsubj");
}

/** Which tokens lie in a quotation that is closed before a token: in `"The enemy will pay," it said` nobody quoted is "it". */
export function quotedBefore(s: Sentence, token: number): (t: number) => boolean {
  const inside = new Uint8Array(token);
  let open = -1;
  for (let t = 0; t < token; t++) {
    const form = s.form[t]!;
    if (form === "“" || form === "``" || (form === '"' && open < 0)) open = t;
    else if (open >= 0 && (form === "”" || form === "''" || form === '"')) {
      inside.fill(1, open, t);
      open = -1;
    } else if (open < 0 && (form === "”" || form === "''")) inside.fill(1, 0, t);
  }
  return (t) => inside[t] === 1;
}

/**
 * Token of the subject of the nearest clause above a token that has one before it, or -1. The subject of an infinitive
 * is the object of a verb like "urge": "Washington urged Rwanda to withdraw its forces".
 */
export function clauseSubject(s: Sentence, token: number, controls: (lemma: string) => boolean): number {
  for (let v = s.head[token]!, steps = 0; v >= 0 && steps < 12; v = s.head[v]!, steps++) {
    // "Mali said five died, |JNIM| that it had killed 15"
    if (s.upos[v] === "PROPN" && s.relation[v] === "conj" && child(s, v, "ccomp") > v) return v;
    if (s.upos[v] !== "VERB") continue;
    const subject = children(s, v, "nsubj").find((t) => t < token);
    if (subject !== undefined) return antecedentOf(s, subject, v);
    const above = s.head[v]!;
    if (
      above >= 0 &&
      /^(xcomp|advcl|ccomp|acl)/.test(s.relation[v]!) &&
      controls(s.lemma[above]!) &&
      lower(s, v - 1) === "to"
    ) {
      const object = children(s, above, "obj", "iobj", "obl").find((t) => t > above && t < v);
      if (object !== undefined) return object;
    }
  }
  return -1;
}

/** "the junta, |which| claims that it won": whom a relative pronoun, subject of a verb, stands for; other subjects as they are. */
const antecedentOf = (s: Sentence, subject: number, verb: number): number =>
  s.relation[verb] === "acl:relcl" && /^(?:which|who|that)$/.test(lower(s, subject))
    ? s.head[verb]!
    : subject;
