import { baseRelation, child, children, subtree } from "../language/tree.js";
import type { Span } from "../text/span.js";
import {
  clauseAfter,
  clauseAround,
  clauseEnd,
  clauseStart,
  finiteFollows,
  hasFinite,
  isFiniteVerb,
} from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { byPhrase, canSpeak, groupStart, speakerOf, standsPassive } from "./attribution-speakers.js";
import type { VerbContext } from "./attribution-verbs.js";
import { type Draft, inClass, quoteOpeningAt, type SentenceView, spanOf } from "./attribution-view.js";
import { isNominal, type NounPhrase, phraseAt, phraseBefore, phraseOf } from "./noun-phrases.js";

/** Cues that are no verbs: nouns, adjectives, adverbs, prepositions. */

const lower = (v: SentenceView, t: number) => (v.s.form[t] ?? "").toLowerCase();

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
      const to = nounClauseEnd(v, k + 1);
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
function nounClauseEnd(v: SentenceView, from: number): number {
  const limit = clauseEnd(v, from, -1);
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

/** "the |so-called| republic" and "is |confident| that …"; null where an adjective is no cue. */
export function adjectiveAttribution(v: SentenceView, token: number, context: VerbContext): Draft | null {
  const { s } = v;
  const key = s.form[token]!.toLowerCase();
  const cues = v.lexicon.adjectives.get(key) ?? v.lexicon.adjectives.get(s.lemma[token]!);
  for (const cue of cues ?? []) {
    const first = token - cue.words.length + 1;
    if (first < 0 || !cue.words.every((w, i) => lower(v, first + i) === w || s.lemma[first + i] === w))
      continue;
    const cueSpan = spanOf(v, { from: first, to: token + 1 });
    const draft = {
      sentence: v.index,
      token,
      cueSpan,
      running: false,
      stance: cue.stance,
      certainty: cue.certainty,
      answers: null,
      nominal: true,
      by: "surface" as const,
      rule: `cue:${cue.id}`,
    };
    if (cue.content[0]![0] === "obj") {
      const phrase = phraseAt(s, token + 1, false);
      if (!phrase || s.upos[token + 1] === "PUNCT") continue;
      return { ...draft, source: null, pieces: [spanOf(v, phrase)], kind: cue.kind };
    }
    const found = predicate(v, first, token, cue, context);
    if (found) return { ...draft, ...found };
  }
  return null;
}

function predicate(
  v: SentenceView,
  first: number,
  token: number,
  cue: Cue,
  context: VerbContext,
): Pick<Draft, "source" | "pieces" | "kind"> | null {
  const { s } = v;
  let be = first - 1;
  while (be > 0 && (s.upos[be] === "ADV" || s.upos[be] === "PART")) be--;
  if (be < 0 || !/^(?:be|stand|remain|seem|feel|become|appear|grow)$/.test(s.lemma[be] ?? "")) return null;
  const source = phraseBefore(s, groupStart(v, be)) ?? subjectByTree(v, token);
  for (const [part] of cue.content) {
    let pieces: Span[] | null = null;
    if (part === "clause") {
      const clause = clauseAfter(v, token, token + 1, true);
      if (clause) pieces = [spanOf(v, clause.range)];
    } else if (part === "inf") {
      if (lower(v, token + 1) === "to" && s.xpos[token + 2] === "VB")
        pieces = [spanOf(v, { from: token + 1, to: clauseEnd(v, token + 1, token) })];
    } else if (lower(v, token + 1) === part && !(part === "to" && s.xpos[token + 2] === "VB")) {
      const phrase = phraseAt(s, token + 2, true);
      if (phrase) pieces = [spanOf(v, phrase)];
    }
    if (!pieces) continue;
    const expletive = source !== null && /^(?:it|this|that|there)$/.test(lower(v, source.head));
    if (expletive) return cue.kind === "hearsay" ? { source: null, pieces, kind: "hearsay" } : null;
    if (!source || cue.kind === "hearsay" || !canSpeak(v, source, context.isAgent)) return null;
    return { source, pieces, kind: cue.kind };
  }
  return null;
}

function subjectByTree(v: SentenceView, token: number): NounPhrase | null {
  const own = children(v.s, token, "nsubj")[0];
  return own === undefined || own > token ? null : phraseOf(v.s, own);
}

/** Adverbs ("reportedly"), prepositions ("according to") and connectives ("as reported by"); null where none begins at the token. */
export function phraseAttribution(v: SentenceView, token: number, context: VerbContext): Draft | null {
  const { s } = v;
  for (const cue of v.lexicon.phrases.get(lower(v, token)) ?? []) {
    const to = token + cue.words.length;
    if (to > v.end || !cue.words.every((w, i) => lower(v, token + i) === w)) continue;
    if (cue.class === "adv") return adverbDraft(v, token, cue);
    const object = phraseAt(s, to, true);
    const base = {
      sentence: v.index,
      token,
      cueSpan: spanOf(v, { from: token, to }),
      running: false,
      kind: cue.kind,
      stance: cue.stance,
      certainty: cue.certainty,
      answers: null,
      nominal: false,
      by: "surface" as const,
      rule: `cue:${cue.id}`,
    };
    if (cue.content[0]![0] === "obj") return prepositionalDraft(v, token, to, cue, base);
    if (!object || cue.not.get("object")?.has(s.lemma[object.head]!)) continue;
    if (cue.needs.has("object") && !canSpeak(v, object, context.isAgent)) continue;
    const source = sourceAfter(v, object, token);
    const pieces = clauseAround(v, token, source.to);
    if (pieces) return { ...base, source, pieces };
  }
  return null;
}

/** "under the pretext of |clearing tunnels|": the words are those of the subject of the clause. */
function prepositionalDraft(
  v: SentenceView,
  token: number,
  to: number,
  cue: Cue,
  base: Omit<Draft, "source" | "pieces">,
): Draft | null {
  const end = v.s.xpos[to] === "VBG" ? clauseEnd(v, to, -1) : (phraseAt(v.s, to, true)?.to ?? to + 1);
  const verb = v.s.head[token]! >= 0 ? nearestVerb(v, token) : -1;
  const speaker = verb >= 0 && cue.stance === "asserts" ? speakerOf(v, verb, []) : null;
  return {
    ...base,
    source: speaker?.phrase ?? null,
    pieces: [spanOf(v, { from: to, to: end })],
    nominal: false,
  };
}

function nearestVerb(v: SentenceView, token: number): number {
  for (let k = token - 1; k >= 0; k--) if (isFiniteVerb(v, k)) return k;
  return -1;
}

/** "according to Ali Hassan, a doctor at the hospital": the aside belongs to the name at the end of a sentence. */
function sourceAfter(v: SentenceView, phrase: NounPhrase, token: number): NounPhrase {
  // "according to data |compiled by ACLED|,"
  if (/^VB[NG]$/.test(v.s.xpos[phrase.to] ?? "")) {
    let end = phrase.to;
    while (end < v.end && end < phrase.to + 12 && v.s.form[end] !== "," && !isFiniteVerb(v, end)) end++;
    if (end >= v.end || v.s.form[end] === ",") return { from: phrase.from, to: end, head: phrase.head };
  }
  if (token === 0 || v.s.form[phrase.to] !== "," || v.s.upos[phrase.to + 1] !== "DET") return phrase;
  const aside = phraseAt(v.s, phrase.to + 1, true);
  return aside &&
    (aside.to >= v.end || v.s.form[aside.to] === ",") &&
    inClass(v, "agent", v.s.lemma[aside.head]!.toLowerCase())
    ? { from: phrase.from, to: aside.to, head: phrase.head }
    : phrase;
}

/** "The strike |reportedly| killed a commander": hearsay over the clause, nobody named. */
function adverbDraft(v: SentenceView, token: number, cue: Cue): Draft | null {
  const { s } = v;
  let head = s.head[token]!;
  if (head >= 0 && s.upos[head] === "AUX" && s.head[head]! >= 0) head = s.head[head]!;
  const verbal =
    head >= 0 && (/^VB/.test(s.xpos[head]!) || child(s, head, "cop") >= 0 || child(s, head, "nsubj") >= 0);
  const start = clauseOpening(v, token);
  const to = clauseEnd(v, Math.min(token + 1, v.end - 1), -1);
  if (!verbal && !hasFinite(v, start, to) && to <= token + 1) return null;
  const pieces: Span[] = [];
  if (start < token && v.quoteOf[start] === v.quoteOf[token])
    pieces.push(spanOf(v, { from: start, to: token }));
  if (to > token + 1) pieces.push(spanOf(v, { from: token + 1, to }));
  if (pieces.length === 0) return null;
  return {
    sentence: v.index,
    token,
    cueSpan: spanOf(v, { from: token, to: token + cue.words.length }),
    source: null,
    running: false,
    pieces,
    kind: cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** Where the clause around a token begins: after a joiner, a relative pronoun, a comma before them, or at the sentence's start. */
function clauseOpening(v: SentenceView, token: number): number {
  for (let k = token - 1; k >= 0; k--) {
    const word = lower(v, k);
    if (
      /^(?:that|which|who|when|where|after|before|while|because|as|but|;|:)$/.test(word) &&
      v.s.upos[k] !== "ADP"
    )
      return k + 1;
    if (
      v.s.upos[k] === "CCONJ" &&
      hasFinite(v, k + 1, token + 3) &&
      hasFinite(v, 0, k) &&
      v.s.form[k - 1] === ","
    )
      return k + 1;
    if (quoteOpeningAt(v, k)) return k;
    if (word === "," && v.s.xpos[token + 1] === "VBG") return k + 1;
  }
  return 0;
}

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
    (c) => c.stance !== "asserts" && !c.negated && !c.object && c.content.some((a) => a[0] === "obj"),
  );
  if (!cue || !(s.upos[verb] === "VERB" || (s.xpos[verb] === "NNS" && s.upos[verb - 1] === "PROPN")))
    return null;
  const passive = standsPassive(v, verb) && lower(v, verb + 1) === "by";
  const after = passive ? byPhrase(v, verb) : null;
  if (!passive && !endsAfter(v, verb)) return null;
  const g = groupStart(v, verb);
  const speaker = passive ? after : phraseBefore(s, g);
  if (!speaker || (!passive && /^(?:that|which|who)$/.test(lower(v, speaker.head)))) return null;
  if (!canSpeak(v, speaker, context.isAgent)) return null;
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
    pieces: noun ? [answers, noun] : [answers],
    kind: "speech",
    stance: cue.stance,
    certainty: cue.certainty,
    answers,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
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

const isBreak = (v: SentenceView, k: number) => k > 0 && /^(?:,|—|–|--|"|”)$/.test(v.s.form[k]!);

const isClaimNoun = (v: SentenceView, k: number) => {
  const lemma = v.s.lemma[k]?.toLowerCase() ?? "";
  return (
    inClass(v, "claim", lemma) || inClass(v, "claim", lower(v, k).replace(/s$/, "")) || lemma === "something"
  );
};
