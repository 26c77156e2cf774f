import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import type { ParsedReport } from "./parsed-report.js";

/**
 * "Mayor kidnapped in Lima": headlines leave the auxiliary of the passive out, and the tree takes the one who suffers for the one who acts.
 * The report with that sentence read as a passive; null where it has no such verb.
 */
export function asHeadlinePassive(parsed: ParsedReport, sentence: number): ParsedReport | null {
  const s = parsed.sentences[sentence]!;
  const verbs = s.form.flatMap((_, t) => (isBarePast(s, t) ? [t] : []));
  if (verbs.length === 0) return null;
  const xpos = [...s.xpos];
  const relation = [...s.relation];
  for (const verb of verbs) {
    xpos[verb] = "VBN";
    for (const subject of children(s, verb, "nsubj")) relation[subject] = "nsubj:pass";
  }
  const sentences = [...parsed.sentences];
  sentences[sentence] = { ...s, xpos, relation };
  return { ...parsed, sentences };
}

/** Whom one tells or orders to do something stands before the verb only in a passive: "Iran told to open its sites". */
const TOLD = /^(?:told|ordered|urged|asked|pressed|instructed|warned|advised|invited)$/i;

/** Regular pasts, and others of verbs that never go without an object. */
const PAST = /(?:ed|sent|found|held|brought|sold|caught|built|bought|laid|taught)$/i;

/** The past of a main verb with a subject and nothing that it governs, in a line without a full stop. */
function isBarePast(s: Sentence, t: number): boolean {
  if (
    s.xpos[t] !== "VBD" ||
    !(PAST.test(s.form[t]!) || TOLD.test(s.form[t]!)) ||
    /[.!?:"”’]$/.test(s.form.at(-1)!)
  )
    return false;
  const joined = baseRelation(s, t) === "conj" && isBarePast(s, s.head[t]!);
  if (s.head[t]! >= 0 && !joined) return false;
  const infinitive = child(s, t, "xcomp");
  const told = TOLD.test(s.form[t]!) && infinitive >= 0 && s.xpos[infinitive] === "VB";
  return (
    (joined || child(s, t, "nsubj") >= 0) &&
    child(s, t, "obj", "iobj", "aux", "ccomp", "expl", "nsubj:pass") < 0 &&
    (infinitive < 0 || told)
  );
}
