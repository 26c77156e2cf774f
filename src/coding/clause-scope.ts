import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";

/** Whether a word is a verb about an event: its place or date is not the event's. "Condemned the attack in Geneva". */
export const isAbout = (s: Sentence, t: number): boolean =>
  s.words.about.has(s.lemma[t]?.toLowerCase() ?? "");

const NEVER: ReadonlySet<string> = new Set([
  "ccomp",
  "parataxis",
  "discourse",
  "vocative",
  "case",
  "mark",
  "cc",
  "punct",
  "det",
  "aux",
  "nummod",
]);
const WHEN: ReadonlySet<string> = new Set(["when", "by", "in"]);
const APART: ReadonlySet<string> = new Set([
  "after",
  "before",
  "following",
  "to",
  "about",
  "into",
  "over",
  "against",
  "since",
  "toward",
  "towards",
  "for",
  "than",
  "despite",
]);

/**
 * Tokens that tell of the same event as `token`, nearest first, each with its number of steps: its clause, what the clause
 * governs, what governs it, but not what is said in it, comes before or after it, or merely speaks of it.
 */
export function scopeOf(
  s: Sentence,
  token: number,
  most = 4,
): { readonly token: number; readonly steps: number }[] {
  const out = [{ token, steps: 0 }];
  const seen = new Set([token]);
  for (let k = 0; k < out.length; k++) {
    const { token: t, steps } = out[k]!;
    if (steps >= most) continue;
    if (k > 0 && isAbout(s, t)) continue;
    const near = children(s, t).filter((c) => isSame(s, t, c) && !(k > 0 && isOfItsOwn(s, c)));
    const up = s.head[t]!;
    if (up >= 0 && isSame(s, up, t)) near.push(up);
    for (const n of near) {
      if (seen.has(n)) continue;
      seen.add(n);
      out.push({ token: n, steps: steps + 1 });
    }
  }
  return out;
}

/** Whether a word and its dependent tell of one event. */
function isSame(s: Sentence, head: number, dependent: number): boolean {
  const relation = baseRelation(s, dependent);
  // "fighting continued": a verb's form in a noun's place
  if (relation === "csubj") return s.xpos[dependent] === "VBG";
  if (NEVER.has(relation)) return false;
  if (relation === "nsubj") return !(isActing(s, dependent) && isAbout(s, head));
  const marks = children(s, dependent, "case", "mark", "advmod", "amod").map((c) => s.form[c]!.toLowerCase());
  if (relation === "advcl") {
    if (marks.some((m) => WHEN.has(m))) return true;
    return marks.length === 0 && /^VB[GN]$/.test(s.xpos[dependent] ?? "");
  }
  if (relation === "obl" || relation === "nmod") return !marks.some((m) => APART.has(m));
  if (relation === "conj")
    return s.upos[dependent] !== "VERB" || children(s, dependent, "nsubj").length === 0;
  if (relation === "acl") return !isAbout(s, dependent) && !isActing(s, head);
  return true;
}

/** "Ruled out reopening the talks | that the government suspended in May": a clause about a noun on the way, with somebody else in it. */
function isOfItsOwn(s: Sentence, dependent: number): boolean {
  return (
    baseRelation(s, dependent) === "acl" &&
    children(s, dependent, "nsubj").some((t) => !/^(?:that|which|who)$/i.test(s.form[t]!))
  );
}

function isActing(s: Sentence, token: number): boolean {
  return s.words.acting.has(s.lemma[token]?.toLowerCase() ?? "") || s.upos[token] === "PRON";
}
