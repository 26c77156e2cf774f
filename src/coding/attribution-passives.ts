import { children } from "../language/tree.js";
import type { Span } from "../text/span.js";
import { clauseAfter, clauseEnd, skipAdjuncts } from "./attribution-clauses.js";
import { firstComma, partAfter, testSlot } from "./attribution-content.js";
import type { Cue } from "./attribution-lexicon.js";
import { byPhrase, canSpeak, groupStart } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  lower,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { type NounPhrase, phraseAt, phraseOf } from "./noun-phrases.js";

/** The attribution of a passive cue: with its agent, or hearsay. */
export function passiveDraft(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  context: VerbContext,
): Draft | null {
  const { s } = v;
  const agent = byPhrase(v, verb, !cue.content.some((a) => a[1] === "of"));
  // "the army, |which was accused| by aid groups of …|, denied it", "the army, |accused| …|, denied it"
  const relative = /^(?:who|which|that|,)$/.test(lower(v, groupStart(v, verb) - 1));
  const clip = (end: number) => (relative ? Math.min(end, firstComma(v, verb)) : end);
  const subject = passiveSubject(v, verb);
  const after = skipAdjuncts(v, last + 1, false);
  const rest = agent && agent.from <= after + 2 ? skipAdjuncts(v, agent.to, false) : after;
  let pieces: Span[] | null = null;
  const expletive = subject !== null && lower(v, subject.head) === "it" && subject.to - subject.from === 1;
  const alternatives = cue.content.map((a) => a.join("+"));
  let hearsay = agent === null;
  // "The claim |that its troops fired first| was rejected"
  const g = groupStart(v, verb);
  const subjectSpan = subject
    ? spanOf(v, lower(v, subject.to) === "that" && g > subject.to ? { from: subject.from, to: g } : subject)
    : null;
  if (cue.negated) {
    if (!subjectSpan || expletive) {
      const clause = clauseAfter(v, verb, rest, false);
      if (!clause) return null;
      pieces = [spanOf(v, clause.range)];
    } else pieces = [subjectSpan];
    hearsay = agent === null;
  } else if (cue.raising && lower(v, rest) === "to" && subjectSpan) {
    pieces = [subjectSpan, spanOf(v, { from: rest, to: clauseEnd(v, rest, verb) })];
  } else if (
    alternatives.includes("clause") &&
    (expletive || agent) &&
    clauseAfter(v, verb, rest, expletive)
  ) {
    pieces = [spanOf(v, clauseAfter(v, verb, rest, expletive)!.range)];
  } else if (subjectSpan && !expletive && testSlot(v, cue, "obj", subject!.head)) {
    const joined = cue.content.find((a) => a[0] === "obj" && a.length > 1);
    const part = joined ? partAfter(v, joined[1]!, { from: last, to: last + 1, head: last }, v.end) : -1;
    if (joined && part >= 0 && part <= rest + 8 && cue.object === null && cue.stance === "asserts") {
      pieces = [subjectSpan, spanOf(v, { from: part, to: clip(clauseEnd(v, part, verb)) })];
    } else if (
      alternatives.includes("obj") &&
      (agent || cue.stance !== "asserts") &&
      !cue.object &&
      !cue.complement
    ) {
      pieces = [subjectSpan];
    }
  }
  if (!pieces) {
    // "…," he was quoted as saying: a participle or a preposed clause
    return agent && alternatives.includes("clause") ? null : null;
  }
  if (hearsay && !cue.negated && cue.kind === "thought" && !cue.raising) return null;
  if (agent && !(canSpeak(v, agent, context.isAgent) && testSlot(v, cue, "subj", agent.head))) return null;
  if (
    hearsay &&
    cue.stance !== "asserts" &&
    !cue.negated &&
    subject &&
    !inClass(v, "claim", s.lemma[subject.head]!)
  )
    return null;
  return {
    sentence: v.index,
    token: verb,
    cueSpan: { start: s.start[verb]!, end: s.end[last]! },
    source: agent,
    running: false,
    pieces,
    kind: hearsay && cue.kind !== "act" && !cue.negated ? "hearsay" : cue.kind,
    stance: cue.stance,
    certainty: hearsay && !cue.negated && cue.certainty === "stated" ? "hedged" : cue.certainty,
    answers: cue.negated ? (subjectSpan ?? null) : null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** The subject of a passive, by the tree or by the words before the verb. */
export function passiveSubject(v: SentenceView, verb: number): NounPhrase | null {
  const { s } = v;
  const g = groupStart(v, verb);
  const own = children(s, verb, "nsubj").filter(
    (t) => t < verb && !/^(?:who|which|that)$/.test(lower(v, t)),
  )[0];
  if (own !== undefined) return phraseOf(s, own);
  let end = g;
  if (end > 0 && /^(?:who|which|that)$/.test(lower(v, end - 1))) end--;
  if (end > 0 && s.form[end - 1] === ",") end--;
  for (let from = end - 1; from >= 0 && from > end - 12; from--) {
    const phrase = phraseAt(s, from, true);
    if (
      phrase &&
      phrase.to === end &&
      (from === 0 || !/^(?:DET|ADJ|PROPN|NOUN|NUM)$/.test(s.upos[from - 1]!))
    )
      return phrase;
  }
  return null;
}
