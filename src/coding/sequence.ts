import type { Span } from "../text/span.js";
import { chainAt } from "./attribution-chain.js";
import type { Attribution, EventClaim, SequenceClaim } from "./claim.js";
import type { Happening } from "./happenings.js";
import type { PartyRef } from "./party.js";
import type { SequenceMatch } from "./sequence-cues.js";

/** In whose voice words stand. */
export interface Voice {
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
}

/** Whose claim the words of a cue are: the attributions over them; null where whoever speaks denies it. */
export function voiceAt(attributions: readonly Attribution[], cue: Span): Voice | null {
  const chain = chainAt(attributions, cue).filter((a) => a.answers === null);
  const speaker = chain.filter((a) => a.source !== null).at(-1) ?? null;
  if (speaker?.stance === "denies") return null;
  return { sources: speaker?.parties ?? [], attributions: chain.map((a) => a.id) };
}

/** What came after what: one claim for each two happenings, the answer kept where another cue only tells the order. */
export function findSequences(
  matches: readonly SequenceMatch[],
  attributions: readonly Attribution[],
): SequenceClaim[] {
  const out: Omit<SequenceClaim, "id">[] = [];
  const answers = bareAnswers(matches);
  for (const m of matches) {
    const { later, earlier, cue } = m;
    if (!cue.relation || !later?.event || !earlier || later.event === earlier.event) continue;
    const voice = voiceAt(attributions, m.span);
    if (!voice) continue;
    const answered = answers.get(later.event);
    // "retaliatory strikes after militants attacked a post"
    const upgraded =
      cue.relation === "after" && answered && isViolent(earlier) && answered.sentence === m.sentence;
    const claim: Omit<SequenceClaim, "id"> = {
      ...spanOf(m, later, earlier),
      relation: upgraded ? "response" : cue.relation,
      event: later.event.id,
      to: earlier.event?.id ?? null,
      toSpan: earlier.span,
      ...voice,
      rule: `sequence:${upgraded ? answered.cue.id : cue.id}`,
      by: "tree",
    };
    const twin = out.findIndex((x) => samePair(x, claim));
    if (twin < 0) out.push(claim);
    else if (claim.relation === "response" && out[twin]!.relation === "after") out[twin] = claim;
  }
  const told = new Set(out.filter((x) => x.relation === "response" && x.toSpan !== null).map((x) => x.event));
  return (
    out
      // where the sentence says what is answered, nothing is looked for before it
      .filter((x) => x.toSpan !== null || !told.has(x.event))
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((x, id) => ({ id, ...x }))
  );
}

/** Cues that say of an event that it is an answer without saying to what. */
function bareAnswers(matches: readonly SequenceMatch[]): ReadonlyMap<EventClaim, SequenceMatch> {
  const out = new Map<EventClaim, SequenceMatch>();
  for (const m of matches) {
    if (m.cue.relation !== "response" || !m.later?.event || m.earlierAt >= 0) continue;
    out.set(m.later.event, m);
  }
  return out;
}

const isViolent = (h: Happening) => h.event === null || h.event.type === "ASSAULT";

const samePair = (a: Omit<SequenceClaim, "id">, b: Omit<SequenceClaim, "id">) =>
  a.event === b.event && a.to === b.to && (a.to !== null || a.toSpan?.start === b.toSpan?.start);

/** From the first of the words that tell it to the last, in the sentence of the cue. */
function spanOf(m: SequenceMatch, later: Happening, earlier: Happening): Span {
  const parts: Span[] = [m.span];
  if (later.event && later.token >= 0) parts.push(later.event.trigger);
  if (earlier.span) parts.push(earlier.span);
  return { start: Math.min(...parts.map((p) => p.start)), end: Math.max(...parts.map((p) => p.end)) };
}
