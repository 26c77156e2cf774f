import { phraseBefore } from "../../src/coding/noun-phrases.js";
import type { Sentence } from "../../src/language/sentence.js";
import type { GoldAttribution } from "./documents.js";

const VERBS = new Set(
  `say tell add announce argue ask believe call claim deny explain insist note report show state suggest think tweet want
  warn write`.split(/\s+/),
);

/** What a page of code finds: a verb of a short list, the nearest noun phrase before it, and the rest of its sentence. */
export function nearestPhrases(s: Sentence): GoldAttribution[] {
  return s.form.flatMap((_, k): GoldAttribution[] => {
    if (!VERBS.has(s.lemma[k]!) || s.upos[k] !== "VERB") return [];
    const source = phraseBefore(s, k);
    if (!source) return [];
    const start = (t: number) => s.start[t]!;
    const end = (t: number) => s.end[t]!;
    const last = s.form.length - 1;
    // "…, the mayor said.": all that stands before
    const content =
      k + 2 < last
        ? { start: start(k + 1), end: end(last) }
        : { start: start(0), end: source.from > 0 ? end(source.from - 1) : start(0) };
    return [
      {
        source: [{ start: start(source.from), end: end(source.to - 1) }],
        cue: [{ start: start(k), end: end(k) }],
        content: [content],
      },
    ];
  });
}
