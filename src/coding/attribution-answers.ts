import type { Span } from "../text/span.js";
import { clauseStart } from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { byPhrase, canSpeak, groupStart, standsPassive } from "./attribution-speakers.js";
import { isNegated } from "./attribution-verbs.js";
import {
  type Draft,
  inClass,
  lower,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { type NounPhrase, phraseAt, phraseBefore } from "./noun-phrases.js";

/**
 * A noun that stands for the clause before it, and who answers it: "…, an allegation |Kabul rejects|",
 * "…, claims |denied by Kigali|", "…, which |the army denies|". The tree rarely has it right, so it is read from the words.
 *
 * @param said where the content of an attribution of this sentence ends, so that the claim answered is that and no more
 */
export function appositiveAnswer(
  v: SentenceView,
  verb: number,
  said: readonly Draft[],
  context: VerbContext,
): Draft | null {
  const { s } = v;
  const cue = (v.lexicon.verbs.get(s.lemma[verb]!) ?? []).find(
    (c) =>
      c.stance !== "asserts" &&
      !c.negated &&
      !c.object &&
      (!c.complement || isCalled(v, verb, c)) &&
      c.content.some((a) => a[0] === "obj"),
  );
  if (!cue || !(s.upos[verb] === "VERB" || (s.xpos[verb] === "NNS" && s.upos[verb - 1] === "PROPN")))
    return null;
  const passive = standsPassive(v, verb) && lower(v, verb + 1) === "by";
  const after = passive ? byPhrase(v, verb) : null;
  if (!passive && !cue.complement && !endsAfter(v, verb)) return null;
  const g = groupStart(v, verb);
  const named = passive ? after : phraseBefore(s, g);
  // "an account |that| local officials dispute", taken for their article
  const isMarked = named !== null && named.from < named.head && /^(?:that|which)$/.test(lower(v, named.from));
  const speaker = isMarked ? { ...named, from: named.from + 1 } : named;
  if (!speaker || (!passive && /^(?:that|which|who)$/.test(lower(v, speaker.head)))) return null;
  if (!canSpeak(v, speaker, context.isAgent)) return null;
  // "which the paper could not verify"
  const isUnsure = cue.stance === "confirms" && isNegated(v, verb);
  const found = standsFor(v, passive ? g : speaker.from) ?? standsForGlued(v, speaker, passive);
  if (!found) return null;
  const source = found.source ?? speaker;
  const comma = found.comma;
  // the innermost content that reaches the comma, which may have run over it
  const told = said
    .filter(
      (d) =>
        !said.some(
          (o) =>
            o !== d &&
            o.cueSpan.end <= d.cueSpan.start &&
            o.pieces.some((p) => p.start <= d.cueSpan.start && d.cueSpan.end <= p.end),
        ) &&
        d.cueSpan.end <= s.end[comma]! &&
        d.pieces.some((p) => p.start < s.start[comma]! && p.end >= s.start[Math.max(0, comma - 2)]!),
    )
    .at(-1);
  const start = told ? told.pieces.at(-1)!.start : s.start[clauseStart(v, comma)]!;
  const answers = { start, end: s.end[comma - 1]! };
  const noun = found.noun ? spanOf(v, found.noun) : null;
  return {
    sentence: v.index,
    token: verb,
    cueSpan: { start: s.start[verb]!, end: s.end[verb]! },
    source,
    running: false,
    pieces: [answers, ...(noun ? [noun] : []), ...calledWhat(v, verb)],
    kind: "speech",
    stance: isUnsure ? "doubts" : cue.stance,
    certainty: cue.certainty,
    answers,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** `a figure that the army dismissed |as "pure fiction"|`: what it is called is theirs too. */
function calledWhat(v: SentenceView, verb: number): Span[] {
  const as = lower(v, verb + 1) === "as" ? verb + 1 : -1;
  if (as < 0) return [];
  const isQuoted = /^["“‘]$/.test(v.s.form[as + 1] ?? "");
  const close = isQuoted ? v.s.form.findIndex((f, k) => k > as + 1 && /^["”’]$/.test(f)) : -1;
  const to = close > 0 ? close + 1 : (phraseAt(v.s, as + 1, true)?.to ?? as + 2);
  return to <= v.end && to > as + 1 ? [spanOf(v, { from: as, to })] : [];
}

/** "an assertion that the minister called |absurd|": the word right after the verb is one that rejects. */
function isCalled(v: SentenceView, verb: number, cue: Cue): boolean {
  const words = cue.needs.get("predicate");
  let k = verb + 1;
  while (
    k < v.end &&
    (/^(?:ADV|DET)$/.test(v.s.upos[k]!) || /^["“]$/.test(v.s.form[k]!) || lower(v, k) === "as")
  )
    k++;
  return words !== undefined && (words.has(v.s.lemma[k]?.toLowerCase() ?? "") || words.has(lower(v, k)));
}

/** Nothing but adverbs, a time or a joiner follows a verb whose object stands before it. */
function endsAfter(v: SentenceView, verb: number): boolean {
  let k = verb + 1;
  while (k < v.end && v.s.upos[k] === "ADV") k++;
  return (
    k >= v.end ||
    /^(?:,|;|\.|and|but|as|in|on|even|while|outright|—|–|")$/.test(lower(v, k)) ||
    v.s.upos[k] === "PUNCT" ||
    v.s.upos[k] === "ADP"
  );
}

/** ", an allegation [that]" or ", which" just before token `end`. */
function standsFor(
  v: SentenceView,
  end: number,
): { comma: number; noun: NounPhrase | null; source?: NounPhrase } | null {
  let k = end - 1;
  const relative = /^(?:that|which)$/.test(lower(v, k));
  if (relative && lower(v, k) === "which" && isBreak(v, k - 1)) return { comma: k - 1, noun: null };
  if (relative) k--;
  for (let from = k; from > 0 && from > k - 5; from--) {
    if (!isBreak(v, from - 1)) continue;
    return isClaimNoun(v, k) ? { comma: from - 1, noun: { from, to: k + 1, head: k } } : null;
  }
  return null;
}

/** The same where the words run together: ", |claims Pakistan| denies" reads as one phrase. */
function standsForGlued(
  v: SentenceView,
  speaker: NounPhrase,
  passive: boolean,
): { comma: number; noun: NounPhrase; source: NounPhrase } | null {
  if (passive || !isBreak(v, speaker.from - 1)) return null;
  for (let k = speaker.from; k < speaker.to - 1; k++) {
    if (!isClaimNoun(v, k)) continue;
    const from = k + 1;
    return {
      comma: speaker.from - 1,
      noun: { from: speaker.from, to: k + 1, head: k },
      source: { from, to: speaker.to, head: Math.max(from, speaker.head) },
    };
  }
  return null;
}

const isBreak = (v: SentenceView, k: number) =>
  k > 0 && (/^(?:,|—|–|--|"|”)$/.test(v.s.form[k]!) || isDash(v, k));

/** " - " as a dash, and no hyphen. */
const isDash = ({ s }: SentenceView, k: number) => s.form[k] === "-" && s.start[k]! > s.end[k - 1]!;

const isClaimNoun = (v: SentenceView, k: number) => {
  const lemma = v.s.lemma[k]?.toLowerCase() ?? "";
  return (
    inClass(v, "claim", lemma) ||
    inClass(v, "claim", lower(v, k).replace(/s$/, "")) ||
    lower(v, k) === "something"
  );
};
