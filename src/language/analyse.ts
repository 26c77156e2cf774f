import type { Span } from "../text/span.js";
import { analyseWords } from "./analyse-words.js";
import { knownCase, nameWords } from "./known-case.js";
import type { LanguageModel } from "./model.js";
import type { Sentence } from "./sentence.js";
import { splitSentences } from "./sentences.js";
import { tokenize } from "./tokens.js";
import { truecaseTokens } from "./truecase.js";

/**
 * Reads a stretch of a report: sentences with tags, lemmas, trees and names, in order. Words in text that is
 * all in capitals, or of a headline in title case, get the case that they have in running text; their spans do not change.
 *
 * @param text the whole report; spans of tokens point into it
 * @param span the passage to read
 * @returns none where the span has no words
 */
export function analyse(text: string, span: Span, model: LanguageModel, isHeadline = false): Sentence[] {
  const known = knownCase(model);
  const names = nameWords(model, known);
  return splitSentences(text, tokenize(text, span)).map((written) => {
    const tokens = truecaseTokens(written, known, isHeadline, names);
    const form = tokens.map((t) => t.form);
    return {
      text,
      start: Int32Array.from(tokens, (t) => t.start),
      end: Int32Array.from(tokens, (t) => t.end),
      form,
      words: model.grammar,
      ...analyseWords(form, model, isHeadline),
    };
  });
}
