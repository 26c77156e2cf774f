import { children } from "../language/tree.js";
import type { Span } from "../text/span.js";
import { clauseAfter, clauseEnd } from "./attribution-clauses.js";
import type { Cue } from "./attribution-lexicon.js";
import { canSpeak, groupStart } from "./attribution-speakers.js";
import { type Draft, lower, type SentenceView, spanOf, type VerbContext } from "./attribution-view.js";
import { type NounPhrase, phraseAt, phraseBefore, phraseOf } from "./noun-phrases.js";

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
