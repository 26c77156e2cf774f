import type { Sentence } from "../language/sentence.js";
import type { GazetteerEntry } from "./gazetteer.js";
import type { Candidate, PlaceSentence } from "./place-mention.js";
import { isOtherClock, tieOf } from "./place-ties.js";

/**
 * A name as a candidate, tied to what it is the place of.
 *
 * @param from first token, with a direction before the name
 * @param to token behind the last one
 * @param name first token of the name itself
 * @param entries what it may be; empty where no list has it
 */
export function candidateOf(
  at: PlaceSentence,
  from: number,
  to: number,
  name: number,
  entries: readonly GazetteerEntry[],
): Candidate {
  const { s } = at;
  const head = headOf(s, from, to);
  const tied = tieOf(at, head, from, entries.length > 0 && entries.every((e) => e.precision === "country"));
  return {
    at,
    from,
    to,
    governor: tied.governor,
    relation: tied.relation,
    role: tied.relation === "" || isOtherClock(s, from) ? "party-metonym" : "event-place",
    entries,
    name: s.text.slice(s.start[from]!, s.end[to - 1]!),
    directed: from < name,
    near: at.gazetteer.words.near.has(tied.relation),
    beside: [],
  };
}

/** The token by which a phrase hangs on the rest of the sentence. */
export function headOf(s: Sentence, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const head = s.head[i]!;
    if (head < from || head >= to) return i;
  }
  return to - 1;
}
