import { baseRelation, child, children, subtree } from "../language/tree.js";
import type { Span } from "../text/span.js";
import { clauseEnd, finiteFollows, isFiniteVerb } from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { canSpeak, groupStart, speakerOf, standsPassive } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  lower,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { isNominal, type NounPhrase, phraseAt, phraseBefore, phraseOf } from "./noun-phrases.js";

/** The attribution of which a noun is the cue: "Khartoum's |claim| that …", "issued a |warning| of …"; null where it is none. */
export function nounAttribution(v: SentenceView, noun: number, context: VerbContext): Draft | null {
  const { s } = v;
  if (s.upos[noun] !== "NOUN" && !(s.upos[noun] === "PROPN" && /^[a-z]/.test(s.form[noun]!))) return null;
  for (const cue of v.lexicon.nouns.get(s.lemma[noun]!) ?? []) {
    const first = noun - cue.words.length + 1;
    if (first < 0 || !cue.words.every((w, i) => s.lemma[first + i] === w || lower(v, first + i) === w))
      continue;
    const pieces = nounContent(v, noun, cue);
    if (!pieces) continue;
    const clausal = pieces.kind === "clause";
    const source = nounSpeaker(v, noun, cue, context);
    if (!source && !clausal && cue.kind !== "hearsay") continue;
    return {
      sentence: v.index,
      token: noun,
      cueSpan: { start: s.start[first]!, end: s.end[noun]! },
      source,
      running: false,
      pieces: [pieces.span],
      kind: source ? cue.kind : cue.kind === "speech" ? "hearsay" : cue.kind,
      stance: cue.stance,
      certainty: source || cue.certainty !== "stated" ? cue.certainty : "hedged",
      answers: null,
      nominal: true,
      by: "surface",
      rule: `cue:${cue.id}`,
    };
  }
  return null;
}

function nounContent(v: SentenceView, noun: number, cue: Cue): { span: Span; kind: string } | null {
  const { s } = v;
  let k = noun + 1;
  // "claims by Kigali that …", "a warning on Friday that …": one phrase may stand between
  if (/^(?:by|from|in|on|of)$/.test(lower(v, k))) {
    const phrase = phraseAt(s, k + 1, false);
    const next = phrase ? lower(v, phrase.to) : "";
    const goesOn =
      next === "that" ||
      (next === "to" && s.xpos[phrase!.to + 1] === "VB") ||
      (lower(v, k) !== "of" && cue.content.some(([part]) => part === next));
    if (phrase && goesOn) k = phrase.to;
  }
  for (const [part] of cue.content) {
    if (
      part === "clause" &&
      lower(v, k) === "that" &&
      finiteFollows(v, k + 1) &&
      complementThat(v, noun, k)
    ) {
      const to = nounClauseEnd(v, k + 1, noun);
      return to > k + 1 ? { span: spanOf(v, { from: k + 1, to }), kind: "clause" } : null;
    }
    if (part === "inf" && lower(v, k) === "to" && s.xpos[k + 1] === "VB")
      return { span: spanOf(v, { from: k, to: nounClauseEnd(v, k) }), kind: "inf" };
    if (part !== "clause" && part !== "inf" && part !== "obj" && lower(v, k) === part) {
      const phrase = phraseAt(s, k + 1, true);
      if (phrase)
        return {
          span: spanOf(v, {
            from: phrase.from,
            to: Math.min(clauseEnd(v, k + 1, -1), Math.max(phrase.to, lastBelow(v, phrase.head))),
          }),
          kind: part!,
        };
      if (s.xpos[k + 1] === "VBG")
        return { span: spanOf(v, { from: k + 1, to: nounClauseEnd(v, k + 1) }), kind: part! };
    }
  }
  return null;
}

/** "the claim that it shelled" against "the claim that was made": in the first the clause has a subject of its own. */
function complementThat(v: SentenceView, noun: number, that: number): boolean {
  const { s } = v;
  if (isFiniteVerb(v, that + 1) || s.upos[that + 1] === "ADV") return false;
  const clause = children(s, noun, "acl", "ccomp").find((t) => t > that);
  return !(
    clause !== undefined &&
    s.relation[clause] === "acl:relcl" &&
    child(s, clause, "obj") < 0 &&
    s.margin[clause]! > 80
  );
}

/** A clause below a noun ends where the sentence's own verb begins: "reports that hundreds had fled |could| not be checked". */
function nounClauseEnd(v: SentenceView, from: number, noun = -1): number {
  const limit = clauseEnd(v, from, -1);
  // "claims that jets bombed civilians |were dismissed|": the noun is the subject of that verb
  const governor = noun >= 0 && v.s.relation[noun]!.startsWith("nsubj") ? v.s.head[noun]! : -1;
  if (governor > from + 1 && governor < limit) {
    const g = groupStart(v, governor);
    if (g > from + 1) return g;
  }
  let finite = false;
  for (let k = from; k < limit; k++) {
    if (!isFiniteVerb(v, k)) continue;
    const subjectBefore = k > from && isNominal(v.s, k - 1);
    const relative =
      v.s.relation[k] === "acl:relcl" || /^(?:that|which|who|when|where|and|but|or|,)$/.test(lower(v, k - 1));
    // a second finite verb without a subject of its own right before it belongs to the sentence around
    if (finite && !subjectBefore && !relative && v.s.upos[k - 1] !== "AUX" && v.s.upos[k - 1] !== "PUNCT")
      return k;
    finite = true;
    // the rest of this verb: "had been fired"
    while (k + 1 < limit && v.s.upos[k] === "AUX" && /^(?:AUX|ADV|PART|VERB)$/.test(v.s.upos[k + 1]!)) k++;
  }
  return limit;
}

function lastBelow(v: SentenceView, head: number): number {
  const inside = new Set(subtree(v.s, head));
  let to = head + 1;
  while (to < v.end && inside.has(to)) to++;
  return to;
}

function nounSpeaker(v: SentenceView, noun: number, cue: Cue, context: VerbContext): NounPhrase | null {
  const { s } = v;
  for (const place of cue.speaker) {
    if (place === "poss") {
      const own = children(s, noun, "nmod:poss")[0] ?? -1;
      if (own >= 0) {
        const phrase = s.upos[own] === "PRON" ? { from: own, to: own + 1, head: own } : phraseOf(s, own);
        if (speaks(v, phrase, context)) return phrase;
      }
      for (let k = noun - 1; k > 0 && k > noun - 4; k--) {
        if (s.xpos[k] === "POS") {
          const phrase = phraseBefore(s, k);
          if (phrase && speaks(v, phrase, context)) return phrase;
        }
      }
    } else if (place === "by" || place === "from") {
      for (let k = noun + 1; k < Math.min(v.end, noun + 4); k++) {
        if (lower(v, k) !== place) continue;
        const phrase = phraseAt(s, k + 1, false);
        if (phrase && speaks(v, phrase, context)) return phrase;
      }
    } else if (place === "light") {
      const verb = s.head[noun]!;
      if (verb < 0 || verb > noun || baseRelation(s, noun) !== "obj" || !inClass(v, "light", s.lemma[verb]!))
        continue;
      if (standsPassive(v, verb)) continue;
      const speaker = speakerOf(v, verb, context.earlier);
      if (speaker?.phrase && speaks(v, speaker.phrase, context)) return speaker.phrase;
    } else if (place === "adj") {
      const adjective = noun - 1;
      if (adjective >= 0 && context.isAgent(adjective)) return { from: adjective, to: noun, head: adjective };
    }
  }
  return null;
}

const speaks = (v: SentenceView, phrase: NounPhrase, context: VerbContext) =>
  canSpeak(v, phrase, context.isAgent) && !inClass(v, "artefact", v.s.lemma[phrase.head]!.toLowerCase());
