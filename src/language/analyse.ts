import type { Span } from "../text/span.js";
import { analyseWords } from "./analyse-words.js";
import type { LanguageModel } from "./model.js";
import type { Sentence } from "./sentence.js";
import { splitSentences } from "./sentences.js";
import { tokenize } from "./tokens.js";

/**
 * Sentences longer than this are cut into pieces, each with a tree of its own: nobody reads a list of that length as a
 * clause, and indexes stay within 16 bits.
 */
export const LONGEST_SENTENCE = 240;

/**
 * Reads a stretch of a report: sentences with tags, lemmas and trees, in order. `names` is left empty.
 *
 * @param text the whole report; spans of tokens point into it
 * @param span the passage to read
 * @returns none where the span has no words
 */
export function analyse(text: string, span: Span, model: LanguageModel): Sentence[] {
  const sentences: Sentence[] = [];
  for (const whole of splitSentences(text, tokenize(text, span))) {
    for (let from = 0; from < whole.length; from += LONGEST_SENTENCE) {
      const tokens = whole.length <= LONGEST_SENTENCE ? whole : whole.slice(from, from + LONGEST_SENTENCE);
      const form = tokens.map((t) => t.form);
      sentences.push({
        text,
        start: Int32Array.from(tokens, (t) => t.start),
        end: Int32Array.from(tokens, (t) => t.end),
        form,
        ...analyseWords(form, model),
        names: [],
      });
    }
  }
  return sentences;
}
