import type { Span } from "../text/span.js";
import type { Landmark } from "./lexicons.js";

/** A landmark named in a sentence of a text; `start` … `end` is the sentence. */
export interface LandmarkMention extends Span {
  readonly landmark: Landmark;
  /** Where in the text the first of its phrases is. */
  readonly at: Span;
}

/**
 * Sentences that name a landmark: all of its groups in one sentence. A sentence that gives a year in which the landmark
 * did not happen names another event ("Goma, which the rebels also took in 2012").
 */
export function findLandmarks(
  text: string,
  sentences: readonly Span[],
  landmarks: readonly Landmark[],
): LandmarkMention[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const possible = landmarks.filter((landmark) =>
    landmark.near.every((group) => group.some((phrase) => occurs(phrase, words))),
  );
  const mentions: LandmarkMention[] = [];
  if (possible.length === 0) return mentions;
  for (const sentence of sentences) {
    const said = text.slice(sentence.start, sentence.end);
    const years = [...said.matchAll(/(?<![\d$€£.,])(19[89]\d|20\d\d)(?!\d|[.,]\d)/g)].map((match) =>
      Number(match[1]),
    );
    for (const landmark of possible) {
      const first = landmark.patterns[0]?.exec(said);
      if (!first || !landmark.patterns.every((pattern) => pattern.test(said))) continue;
      const from = Number(landmark.from.slice(0, 4));
      const to = Number(landmark.to.slice(0, 4));
      if (years.length > 0 && !years.some((year) => year >= from && year <= to)) continue;
      const start = sentence.start + first.index;
      mentions.push({
        start: sentence.start,
        end: sentence.end,
        landmark,
        at: { start, end: start + first[0].length },
      });
    }
  }
  return mentions;
}

/** Rough sentences: a stop, a space, a capital. Good enough to ask what stands close together. */
export function roughSentences(text: string, passage: Span): Span[] {
  const sentences: Span[] = [];
  const said = text.slice(passage.start, passage.end);
  let start = 0;
  for (const match of said.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)) {
    const before = said.slice(Math.max(0, match.index - 5), match.index);
    if (
      /(?:^|[\s(.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/u.test(
        before,
      )
    )
      continue;
    const end = match.index + match[0].length;
    sentences.push({ start: passage.start + start, end: passage.start + end });
    start = end;
  }
  if (start < said.length) sentences.push({ start: passage.start + start, end: passage.end });
  return sentences;
}

function occurs(phrase: string, words: ReadonlySet<string>): boolean {
  return (phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word));
}
