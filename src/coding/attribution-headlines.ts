import { clauseEnd } from "./attribution-clauses.js";
import { canSpeak } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  PLAIN_SPEECH,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { type NounPhrase, phraseAt, phraseBefore } from "./noun-phrases.js";

const LONGEST_SPEAKER = 7;

/**
 * A mark for a cue: "Kabul: no soldiers killed", "Two dead in raid: police", "Fifty killed in strike – officials". Outside of
 * headlines only a name with a colon and a quotation counts.
 */
export function markAttribution(v: SentenceView, context: VerbContext): Draft | null {
  const { s } = v;
  for (let k = 1; k < v.end; k++) {
    const form = s.form[k]!;
    if (!/^(?::|—|–|-|--)$/.test(form) || v.quoteOf[k]! >= 0) continue;
    if (form === "-" && s.end[k - 1] === s.start[k]) continue;
    const front = form === ":" ? withSpeakingHead(v, phraseAt(s, 0, true)) : null;
    if (
      front &&
      front.to === k &&
      k <= LONGEST_SPEAKER &&
      speaks(v, front, context) &&
      (v.headline || quoteOpeningAt(v, k + 1))
    )
      return draft(v, k, front, k + 1, clauseEnd(v, k + 1, -1));
    if (!v.headline || v.end - k > LONGEST_SPEAKER) continue;
    const back = phraseBefore(s, v.end, k + 1);
    if (back && back.from === k + 1 && speaks(v, back, context)) return draft(v, k, back, 0, k);
  }
  return null;
}

/** "The ministry's statement read: …", of which the last word was taken for a noun. */
function withSpeakingHead(v: SentenceView, phrase: NounPhrase | null): NounPhrase | null {
  if (!phrase || v.headline) return phrase;
  const { s } = v;
  for (let k = phrase.to - 1; k >= phrase.from; k--) {
    const lemma = s.lemma[k]!.toLowerCase();
    if (inClass(v, "agent", lemma) || inClass(v, "artefact", lemma)) return { ...phrase, head: k };
  }
  return phrase;
}

function speaks(v: SentenceView, phrase: NounPhrase, context: VerbContext): boolean {
  const { s } = v;
  if (/^(?:LIVE|BREAKING|UPDATE|WATCH|VIDEO|EXPLAINER|ANALYSIS|OPINION|FACTBOX)$/i.test(s.form[phrase.head]!))
    return false;
  if (inClass(v, "artefact", s.lemma[phrase.head]!.toLowerCase())) return true;
  return canSpeak(v, phrase, context.isAgent);
}

function draft(v: SentenceView, mark: number, source: NounPhrase, from: number, to: number): Draft | null {
  if (to <= from) return null;
  return {
    ...PLAIN_SPEECH,
    sentence: v.index,
    token: mark,
    cueSpan: spanOf(v, { from: mark, to: mark + 1 }),
    source,
    pieces: [spanOf(v, { from, to })],
    rule: "mark",
  };
}
