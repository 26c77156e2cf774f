import type { Span } from "../text/span.js";
import type { ParsedReport } from "./parsed-report.js";
import { matchLoaded, type PartyLexicon } from "./party-lexicon.js";

/** A loaded word where it stands; whose it is, the attributions say. */
export interface FoundLoadedWord extends Span {
  readonly word: string;
  /** What the record's own voice says instead; "" where it says nothing. */
  readonly neutral: string;
}

/** Words by which one side names the other or its own dead, in order; the longest at each place. */
export function findLoadedWords(
  parsed: Pick<ParsedReport, "sentences">,
  lexicon: PartyLexicon,
): FoundLoadedWord[] {
  const out: FoundLoadedWord[] = [];
  for (const s of parsed.sentences) {
    for (let t = 0; t < s.form.length; t++) {
      const found = matchLoaded(lexicon, s, t);
      if (!found) continue;
      const span = { start: s.start[t]!, end: s.end[found.to - 1]! };
      out.push({ ...span, word: s.text.slice(span.start, span.end), neutral: found.block.neutral });
      t = found.to - 1;
    }
  }
  return out;
}
