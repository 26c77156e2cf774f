import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether an event is only told of in a work or a look back: "Film about the siege wins", "The novel imagines an invasion",
 * "On this day: rebels take the Bastille". What a work says or shows to have happened is news.
 */
export function isOfWork(s: Sentence, token: number, classes: Classes): boolean {
  if (isUnderRubric(s, token, classes)) return true;
  const isWork = (t: number) => s.upos[t] === "NOUN" && has(classes, "work", s, t);
  for (let t = token, steps = 0; s.head[t]! >= 0 && steps < 12; t = s.head[t]!, steps++) {
    const head = s.head[t]!;
    const relation = baseRelation(s, t);
    if (isWork(head) && (relation === "nmod" || relation === "acl")) return true;
    // the event's own verb is what befell the work: "Protesters attacked the film"
    if (
      relation !== "nsubj" &&
      children(s, head, "nsubj").some(isWork) &&
      !has(classes, "work-says", s, head)
    )
      return true;
  }
  return false;
}

/** "Book review: …", "Today in history: …" */
function isUnderRubric(s: Sentence, token: number, classes: Classes): boolean {
  for (let k = 1; k <= 4 && k < token; k++) {
    if (s.form[k] !== ":") continue;
    const before = s.form.slice(0, k).join(" ").toLowerCase();
    return has(classes, "rubric", s, k - 1) || (classes.get("rubric")?.has(before) ?? false);
  }
  return false;
}

const has = (classes: Classes, name: string, s: Sentence, t: number): boolean =>
  classes.get(name)?.has(s.lemma[t]!.toLowerCase()) ?? false;
