import { eld } from "eld/small";
import { UnreadableDocument } from "./errors.js";

/** Letters below which a text is too short to tell its language. */
const MIN_LETTERS = 60;
/** Longest piece of a text that is looked at; languages do not change in the middle of a report. */
const SAMPLE = 20_000;

/** Scripts that English is never written in, with the language where the script tells it. Order: the first that rules. */
const SCRIPTS: readonly (readonly [script: string, language: string | null])[] = [
  ["Arabic", null],
  ["Cyrillic", null],
  ["Han", "zh"],
  ["Hiragana", "ja"],
  ["Katakana", "ja"],
  ["Hangul", "ko"],
  ["Devanagari", "hi"],
  ["Bengali", "bn"],
  ["Hebrew", "he"],
  ["Greek", "el"],
  ["Thai", "th"],
  ["Georgian", "ka"],
  ["Armenian", "hy"],
  ["Ethiopic", "am"],
  ["Myanmar", "my"],
  ["Tamil", "ta"],
  ["Telugu", "te"],
  ["Gujarati", "gu"],
  ["Gurmukhi", "pa"],
  ["Khmer", "km"],
  ["Lao", "lo"],
  ["Sinhala", "si"],
  ["Tibetan", "bo"],
];

/**
 * Letters that one language of a shared script has and its neighbours have not. Order matters where sets overlap:
 * Pashto before Urdu before Persian; Ukrainian before Russian.
 */
const TELLING_LETTERS: readonly (readonly [letters: RegExp, language: string])[] = [
  [/[ټډړږښګڼېۍ]/gu, "ps"],
  [/[ٹڈڑےںھ]/gu, "ur"],
  [/[ڕڵۆێ]/gu, "ckb"],
  [/[پچژگ]/gu, "fa"],
  [/[ةىأإ]/gu, "ar"],
  [/[їєґ]/giu, "uk"],
  [/[ўі]/giu, "be"],
  [/[ыэё]/giu, "ru"],
  [/[ћђџљњ]/giu, "sr"],
  [/[ѓќѕ]/giu, "mk"],
];

/** The ISO 639 code of the language that a text is mostly in, or null where it is too short to tell. */
function languageOf(text: string): string | null {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const letters = count(sample, /\p{L}/gu);
  const latin = count(sample, /\p{Script=Latin}/gu);
  if (letters < MIN_LETTERS && !(letters >= 12 && latin < letters / 4)) return null;
  if (latin < letters / 2) {
    for (const [script, language] of SCRIPTS) {
      if (count(sample, new RegExp(`\\p{Script=${script}}`, "gu")) < letters / 3) continue;
      if (script === "Han" && count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters / 20)
        return "ja";
      return language ?? byTellingLetters(sample) ?? (eld.detect(sample).language || null);
    }
  }
  return eld.detect(sample).language || null;
}

/**
 * Refuses a text in another language, by name. A text is English when the library says so, when it is too short to
 * tell, or when the library is unsure and common English words are there (lists of names mislead it); long quotations
 * in another language do no harm. Throws UnreadableDocument `language`.
 */
export function requireEnglish(text: string): void {
  const language = languageOf(text);
  if (language === null || language === "en" || readsAsEnglish(text)) return;
  throw new UnreadableDocument(
    "language",
    `The document is in ${languageName(language)}; only English is read so far. Give an English version of it.`,
  );
}

/** English in some fifty letters uses one of these in four words; other languages hardly ever. */
function readsAsEnglish(text: string): boolean {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => ENGLISH.has(word)).length;
  return common > words.length * 0.12 && common >= 5;
}

const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "was",
  "were",
  "with",
  "by",
  "that",
  "said",
  "has",
  "have",
  "from",
  "which",
]);

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

function byTellingLetters(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  for (const [pattern, language] of TELLING_LETTERS) {
    if (count(text, pattern) > letters / 200) return language;
  }
  return null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
