import { child } from "../language/tree.js";
import type { Span } from "../text/span.js";
import { clauseAround, clauseEnd, hasFinite, isFiniteVerb } from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { canSpeak, speakerOf } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  lower,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { type NounPhrase, phraseAt, phraseBefore } from "./noun-phrases.js";

/** Adverbs ("reportedly"), prepositions ("according to") and connectives ("as reported by"); null where none begins at the token. */
export function phraseAttribution(v: SentenceView, token: number, context: VerbContext): Draft | null {
  const { s } = v;
  for (const cue of v.lexicon.phrases.get(lower(v, token)) ?? []) {
    if (cue.words.includes("*")) {
      const draft = possessedDraft(v, token, cue);
      if (draft) return draft;
      continue;
    }
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

/** "|by| their own |account|", "|by| the mayor's |count|": whose it is stands where the entry has "*". */
function possessedDraft(v: SentenceView, token: number, cue: Cue): Draft | null {
  const { s } = v;
  const open = cue.words.indexOf("*");
  const noun = cue.words[open + 1]!;
  if (!cue.words.slice(0, open).every((w, i) => lower(v, token + i) === w)) return null;
  const from = token + open;
  let own = from;
  if (s.xpos[from] !== "PRP$") while (own < v.end && own < from + 8 && s.xpos[own] !== "POS") own++;
  const phrase = s.xpos[own] === "POS" ? phraseBefore(s, own) : { from, to: from + 1, head: from };
  if (s.xpos[own] !== "POS" && own > from) return null;
  let t = own + 1;
  while (s.upos[t] === "ADJ") t++;
  if (
    phrase?.from !== from ||
    s.lemma[t] !== noun ||
    /^(?:NOUN|PROPN)$/.test(s.upos[t + 1] ?? "") ||
    lower(v, t + 1) === "of"
  )
    return null;
  const pieces = clauseAround(v, token, t + 1);
  return (
    pieces && {
      sentence: v.index,
      token,
      cueSpan: spanOf(v, { from: token, to: t + 1 }),
      source: phrase,
      running: false,
      pieces,
      kind: cue.kind,
      stance: cue.stance,
      certainty: cue.certainty,
      answers: null,
      nominal: false,
      by: "surface",
      rule: `cue:${cue.id}`,
    }
  );
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
  // "according to data |compiled by ACLED|,", "a survey |by the union|", "two people |who were present|"
  if (/^VB[NG]$|^WP$/.test(v.s.xpos[phrase.to] ?? "") || lower(v, phrase.to) === "by") {
    const relative = v.s.xpos[phrase.to] === "WP";
    let end = phrase.to;
    while (
      end < v.end &&
      end < phrase.to + 12 &&
      v.s.form[end] !== "," &&
      (relative || !isFiniteVerb(v, end))
    )
      end++;
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
