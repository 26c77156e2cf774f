import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { MentionDraft } from "./mention-draft.js";
import type { WordTest } from "./opposition.js";

/** A mention as far as a venue needs it. */
type Placed = Pick<MentionDraft, "head" | "parties">;

/** How far a place may hang below the word for the talks: "talks on prisoners in the Omani capital". */
const STEPS = 3;

/**
 * Countries in which others meet: "talks in Muscat between …", "negotiators met in the Qatari capital". A report from there is not set
 * there. ISO alpha-3.
 */
export function venuesOf(
  sentences: readonly Sentence[],
  mentions: readonly (readonly Placed[])[],
  is: WordTest,
): ReadonlySet<string> {
  const out = new Set<string>();
  sentences.forEach((s, i) => {
    for (const m of mentions[i]!) {
      const country = m.parties[0]?.country;
      // "the Qatari |capital|"
      let place = m.head;
      while (/^(?:amod|compound|flat|nmod:poss)/.test(s.relation[place]!)) place = s.head[place]!;
      const isIn = children(s, place, "case").some((c) => /^(?:in|at)$/i.test(s.form[c]!));
      if (country && isIn && m.parties.length === 1 && isMeeting(s, place, is)) out.add(country);
    }
  });
  return out;
}

/** Whether a phrase says where somebody meets. */
function isMeeting(s: Sentence, phrase: number, is: WordTest): boolean {
  let t = phrase;
  for (let steps = 0; steps < STEPS; steps++) {
    const relation = baseRelation(s, t);
    t = s.head[t]!;
    if (t < 0 || !/^(?:nmod|obl)$/.test(relation)) return false;
    if (is("meeting", s.lemma[t]!)) return true;
    // "three days of talks on prisoners broke up in the Bahraini capital", "held talks in Qatar"
    if (s.upos[t] === "VERB")
      return s.lemma.some((l, k) => (k < t || s.head[k] === t) && s.upos[k] === "NOUN" && is("meeting", l));
  }
  return false;
}
