import type { Token } from "./tokens.js";

/**
 * How a word is usually written inside a sentence; the word is given in lower case. Null: not known. Either: a common noun or adjective
 * that has a capital where it is part of a name ("President Bush", "National Bank").
 */
export type KnownCase = (word: string) => "lower" | "title" | "upper" | "either" | null;

/** How many words from `i` on are one name, of a place or a person; 0 where it begins none of two words or more. */
export type NameWords = (words: readonly string[], i: number) => number;

const LETTERS = /\p{L}/u;

/** Whether a stretch is written in capitals throughout: at least two words of three letters, nine letters in ten capital. */
export function isAllCaps(tokens: readonly Token[]): boolean {
  let upper = 0;
  let lower = 0;
  let words = 0;
  for (const { form } of tokens) {
    if (form.length >= 3 && LETTERS.test(form)) words++;
    for (const c of form) {
      if (c >= "a" && c <= "z") lower++;
      else if (c >= "A" && c <= "Z") upper++;
      else if (c > "\x7f" && LETTERS.test(c)) c === c.toLowerCase() ? lower++ : upper++;
    }
  }
  return words >= 2 && upper >= 9 * lower && upper >= 6;
}

/** Small also in title case. */
const SMALL =
  /^(?:with|over|from|into|onto|amid|amidst|upon|near|than|that|when|while|after|before|about|against|between|during|without|within|through|under|until|since|despite|following)$/;

/**
 * Whether a stretch is written as a headline in title case: four words or more, and nearly all long ones capitalised. Of what is known
 * to be a headline, three words are enough.
 */
export function isTitleCase(tokens: readonly Token[], isHeadline = false): boolean {
  let long = isHeadline ? 1 : 0;
  let capital = long;
  for (const { form } of tokens.slice(1)) {
    if (form.length < 4 || !/^\p{L}/u.test(form) || SMALL.test(form)) continue;
    long++;
    if (/^\p{Lu}/u.test(form)) capital++;
  }
  return long >= 3 && capital >= 0.85 * long;
}

/**
 * Gives tokens of text in capitals, or of a title-case headline, the case they would have in running text, for tagging. Offsets and
 * number of tokens stay; text in ordinary case comes back as it was. A word that is not known keeps a capital: in news it is a name.
 *
 * @param tokens of one headline, sentence or passage
 * @param names keeps the words of "Cape Verde" and "Maria Costa" together as a name
 */
export function truecaseTokens(
  tokens: readonly Token[],
  known: KnownCase,
  isHeadline = false,
  names: NameWords = () => 0,
): Token[] {
  const forms = tokens.map((t) => t.form);
  const written = isAllCaps(tokens)
    ? (i: number) => fromCapitals(tokens, i, known)
    : isTitleCase(tokens, isHeadline)
      ? (i: number) => fromTitle(tokens, i, known)
      : null;
  if (written === null) return tokens.slice();
  let named = 0;
  return tokens.map((t, i) => {
    named = Math.max(named, i + names(forms, i));
    return recase(t, i < named && LETTERS.test(t.form) ? nameWord(tokens, i) : written(i));
  });
}

/** "of" and "and" stay small in "Isle of Man". */
const nameWord = (tokens: readonly Token[], i: number): string => {
  const { form } = tokens[i]!;
  const lower = form.toLowerCase();
  if (/^(?:of|and|the|de|del|la|el|al)$/.test(lower) && !isFirst(tokens, i))
    return /^(?:la|el|al)$/.test(lower) ? titled(lower) : lower;
  return /\p{Ll}/u.test(form) ? form : titled(lower);
};

function recase(t: Token, form: string): Token {
  return form === t.form ? t : { start: t.start, end: t.end, form };
}

function isFirst(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const { form } = tokens[k]!;
    if (/^["“”‘'([`]+$/.test(form)) continue;
    return /^[.!?]+$|^\.{2,}$/.test(form);
  }
  return true;
}

const MONTHS_AND_WORDS = new Set(["may", "march", "august"]);

function fromCapitals(tokens: readonly Token[], i: number, known: KnownCase): string {
  const { form } = tokens[i]!;
  if (!LETTERS.test(form)) return form;
  const lower = form.toLowerCase();
  if (/^(?:n?['’`][a-z]{1,2}|n['’`]t)$/.test(lower)) return lower;
  if (/\d/.test(form)) return /^\d+(?:ST|ND|RD|TH|S)$/.test(form) ? lower : form;
  // U.S., A.M.; initials
  if (/^\p{L}(?:\.\p{L})+\.?$/u.test(form)) return /^[ap]\.m\.?$/.test(lower) ? lower : form;
  if (/^\p{L}\.$/u.test(form)) return form;
  if (form.length === 1)
    return form === "I" || !/^[aos]$/.test(lower) ? form : isFirst(tokens, i) ? form : lower;
  const title = titled(lower);
  const glued = i > 0 && tokens[i - 1]!.end === tokens[i]!.start && /^[-‐‑/]$/.test(tokens[i - 1]!.form);
  if (MONTHS_AND_WORDS.has(lower) && (isDay(tokens[i + 1]) || isDay(tokens[i - 1]))) return title;
  if (/^n['’`]t$/i.test(tokens[i + 1]?.form ?? "")) return isFirst(tokens, i) ? title : lower;
  const how = known(form.endsWith(".") ? lower.slice(0, -1) : lower) ?? known(lower);
  switch (how) {
    case "upper":
      return form;
    case "title":
      return title;
    case "either":
      return isFirst(tokens, i) || isInName(tokens, i, known) ? title : lower;
    case "lower":
      return isFirst(tokens, i) && !glued ? title : lower;
    case null:
      // Words without a vowel, or of two letters, are acronyms: "TTP", "UN".
      if (form.endsWith(".")) return title;
      return /^[^AEIOUY]{2,6}$/.test(form) ? form : glued && /^[a-z]+(?:ed|ing)$/.test(lower) ? lower : title;
  }
}

/** Whether a common noun stands beside a word of a name, or one that may be. */
function isInName(tokens: readonly Token[], i: number, known: KnownCase): boolean {
  const caseAt = (k: number) => {
    const form = tokens[k]?.form ?? "";
    return /^\p{L}{2,}/u.test(form) ? known(form.toLowerCase()) : "lower";
  };
  const before = caseAt(i - 1);
  // "University of Lima"
  const after = /^of$/i.test(tokens[i + 1]?.form ?? "")
    ? caseAt(i + 2) === "title"
    : caseAt(i + 1) !== "lower";
  return after || before === "either" || (before === "title" && !DEMONYM.test(tokens[i - 1]!.form));
}

/** "the Peruvian |president|" */
const DEMONYM = /(?:an|ese|ish|ern|ic|li|ch)$/i;

function isDay(t: Token | undefined): boolean {
  return t !== undefined && /^(?:\d{1,2}|\d{4})(?:st|nd|rd|th)?$/i.test(t.form);
}

// In title case capitals still tell acronyms; only plain capitalised words that are no names go down.
function fromTitle(tokens: readonly Token[], i: number, known: KnownCase): string {
  const { form } = tokens[i]!;
  if (!/^\p{Lu}\p{Ll}+$/u.test(form) || isFirst(tokens, i)) return form;
  const lower = form.toLowerCase();
  if (MONTHS_AND_WORDS.has(lower) && (isDay(tokens[i + 1]) || isDay(tokens[i - 1]))) return form;
  return known(lower) === "lower" ? lower : form;
}

function titled(lower: string): string {
  // O'Brien, D'Ivoire
  const at = /^[od]['’]\p{L}/u.test(lower) ? 3 : 1;
  return lower.slice(0, at).toUpperCase() + lower.slice(at);
}
