import type { Span } from "../text/span.js";
import { abbreviationKind } from "./abbreviations.js";

/** A word or mark. `form` is the words of the span without invisible characters; a lone surrogate in it reads U+FFFD. */
export interface Token extends Span {
  readonly form: string;
}

/** No token is longer than this many code units, addresses excepted (MAX_ADDRESS): odd text stays quick to read. */
const MAX_WORD = 100;
const MAX_ADDRESS = 2000;

// Joiners stand inside words and are dropped from forms; every other invisible character parts words.
const SKIP =
  /(?:[\s\p{Cc}]|(?!\u00ad|\u200c|\u200d|\u2060)\p{Cf}|(?:\u00ad|\u200c|\u200d|\u2060)(?![\p{L}\p{M}\p{N}]))+/uy;
const SKIP_JOINERS = /(?:\u00ad|\u200c|\u200d|\u2060)+/uy;
const WORD =
  /[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|(?:\u00ad|\u200c|\u200d|\u2060)(?=[\p{L}\p{M}\p{N}])){0,99}/uy;
const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"“”«»\p{Cc}]{1,2000}|www\.[^\s<>"“”«»\p{Cc}]{1,2000}/iuy;
const MAIL = /[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/y;
const DOMAIN =
  /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|gov|edu|info|int|mil|co\.[a-z]{2}|[a-z]{2}(?=\/))(?![A-Za-z0-9])(?:\/[^\s<>"“”]{0,2000})?/y;
const TAG = /[@#][\p{L}_][\p{L}\p{M}\p{N}_]{0,98}/uy;
// 2026-02-27, 713-853-3989: one token; a single hyphen parts ("10-12").
const DASHED_NUMBER = /\d{1,4}(?:-\d{1,4}){2,4}(?![\p{L}\p{N}-])/uy;
const SLASHED_NUMBER = /\d{1,4}(?:\/\d{1,4}){1,2}(?![\p{L}\p{N}/])/uy;
const NUMBER = /\d{1,60}(?:[.,:]\d{1,20}){0,12}/y;
// A unit that is parted from its figure: "7.62mm" is 7.62, mm; all else stays: "20th", "1970s", "3D".
const UNIT =
  /(?:am|pm|AM|PM|mm|cm|km|kms|kg|kgs|m|g|k|K|M|B|bn|Bn|tn|mn|MW|GW|kW|kt|KT|mph|kph|kmh|ft|lb|lbs|nm|hrs?|mins?|secs?|yrs?|cr|crore|lakh|mln|bln|ha)(?![\p{L}\p{M}\p{N}_])/uy;
const DOTTED = /\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}])\.?/uy;
const CURRENCY_WORD = /^(?:Rs|INR|PKR|USD|EUR|GBP|RM|UAH|Tk|Sh|KSh|Nu)(?=\d)/;
const CURRENCY_DOLLAR = /^(?:US|U\.S\.|A|AU|C|CA|HK|NZ|S|R|NT|CDN)$/;
const KEPT_SLASH = /(?:n\/a|w\/o|c\/o|s\/he|l\/c)(?![\p{L}\p{N}])/iuy;
// ":-)" and the like, with space about them
const FACE = /[:;=]-?[()DPp](?=\s|$)/y;
const RUN =
  /[!?]{1,100}|\.{2,100}|…{1,100}|-{2,100}|[–—―‒]{1,100}|``|''|={1,100}|\*{1,100}|_{1,100}|~{1,100}|\+{1,100}|<{1,100}|>{1,100}|#{1,100}|•{1,100}/uy;
const APOSTROPHES = "'’ʼ`´‘";
const HYPHENS = "-‐‑";
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}_]/u;
const CLITIC = /^(?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL)(?![\p{L}\p{M}\p{N}_])/u;
const DECADE = /['’]\d0s(?![\p{L}\p{N}])/uy;

// EWT and GUM keep these with the word that follows; every other compound is word, hyphen, word ("cross-border", "self-rule").
const BOUND_PREFIXES = new Set(
  "anti arch co counter e ex extra hyper infra inter intra macro mega meta micro mid mini mono multi neo non over para poly post pre pro proto pseudo psycho re semi socio sub super supra trans ultra un under uni".split(
    " ",
  ),
);

const CONTRACTED: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  cannot: 3,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  gimme: 3,
  lemme: 3,
});

// A single capital with a stop before one of these is not an initial: "Plan B. The army …".
const STARTERS = new Set(
  "The A An In On At It He She They We You This That These Those But And However Meanwhile After Before When While If For From As There Its His Her Their Our Since Also Some Both Such Under With According".split(
    " ",
  ),
);

/** Whether a capitalised word plainly begins a sentence; used where a stop may belong to an abbreviation. */
export function isStarter(form: string): boolean {
  return STARTERS.has(form);
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  return m === null ? -1 : Math.min(at + m[0].length, end);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters never belong to a form
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f]|\p{Cf}/gu;
const NEEDS_CLEANING = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]/u;

function cleanForm(words: string): string {
  if (!NEEDS_CLEANING.test(words)) return words;
  const clean = words.replace(INVISIBLE, "").replace(/\p{Cs}/gu, "\ufffd");
  return clean === "" ? "\ufffd" : clean;
}

/**
 * Tokens of a stretch of text in the manner of UD English EWT and GUM: clitics, hyphens (but for bound prefixes), units,
 * currency signs and slashes stand alone; abbreviations keep their stop. Linear in the length of the span.
 *
 * @returns tokens in order, not overlapping, inside `span`, none empty; empty where the span holds nothing visible
 */
export function tokenize(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  const { end } = span;
  let nextAt = -2; // position of the next "@" not before i; -1: none
  const push = (from: number, to: number) => {
    if (to > from) tokens.push({ start: from, end: to, form: cleanForm(text.slice(from, to)) });
  };
  let i = Math.max(0, span.start);
  while (i < end) {
    const skipped = matchAt(SKIP, text, i, end);
    if (skipped > i) {
      i = skipped;
      continue;
    }
    const joiners = matchAt(SKIP_JOINERS, text, i, end);
    if (joiners > i) {
      i = joiners;
      continue;
    }
    const c = text[i]!;
    const before = i > span.start ? text[i - 1]! : " ";
    // Addresses, mail, tags
    if (c === "h" || c === "w" || c === "f" || c === "H" || c === "W") {
      const to = matchAt(ADDRESS, text, i, end);
      if (to > 0) {
        const kept = trimAddress(text, i, to);
        push(i, kept);
        i = kept;
        continue;
      }
    }
    if (nextAt !== -1 && nextAt < i) nextAt = text.indexOf("@", i);
    const isWord = WORD_CHARACTER.test(codePointAt(text, i));
    if (isWord && nextAt >= 0 && nextAt - i <= 64) {
      const to = matchAt(MAIL, text, i, end);
      if (to > 0) {
        push(i, to);
        i = to;
        continue;
      }
    }
    if ((c === "@" || c === "#") && !WORD_CHARACTER.test(before)) {
      const to = matchAt(TAG, text, i, end);
      if (to > i + 1) {
        push(i, to);
        i = to;
        continue;
      }
    }
    if (c >= "0" && c <= "9") {
      i = readNumber(text, i, end, push);
      continue;
    }
    if (isWord) {
      i = readWord(text, i, end, span.start, tokens, push);
      continue;
    }
    if (c === "." && before <= " " && /\d/.test(text[i + 1] ?? "") && i + 1 < end) {
      const to = matchAt(NUMBER, text, i + 1, end);
      push(i, to);
      i = to;
      continue;
    }
    if (APOSTROPHES.includes(c)) {
      const decade = matchAt(DECADE, text, i, end);
      if (decade > 0) {
        push(i, decade);
        i = decade;
        continue;
      }
      // “Gaza”’s, 2024's: a clitic after a mark or figure
      const clitic =
        before > " " && tokens.length > 0 ? CLITIC.exec(text.slice(i + 1, Math.min(end, i + 4))) : null;
      if (clitic !== null && tokens.at(-1)!.end === i) {
        push(i, i + 1 + clitic[0].length);
        i += 1 + clitic[0].length;
        continue;
      }
    }
    const face = before <= " " ? matchAt(FACE, text, i, end) : -1;
    if (face > 0) {
      push(i, face);
      i = face;
      continue;
    }
    const run = matchAt(RUN, text, i, end);
    if (run > i) {
      push(i, run);
      i = run;
      continue;
    }
    const to = Math.min(end, i + codePointAt(text, i).length);
    push(i, to);
    i = to;
  }
  return tokens;
}

function codePointAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!);
}

// "(see https://example.org/a)." keeps neither the bracket nor the stop.
function trimAddress(text: string, from: number, to: number): number {
  let end = Math.min(to, from + MAX_ADDRESS);
  while (end > from + 1 && ".,;:!?)]}'’”»*".includes(text[end - 1]!)) {
    if (text[end - 1] === ")" && text.slice(from, end).includes("(")) break;
    end--;
  }
  return end;
}

type Push = (from: number, to: number) => void;

function readNumber(text: string, from: number, end: number, push: Push): number {
  for (const pattern of [DASHED_NUMBER, SLASHED_NUMBER]) {
    const to = matchAt(pattern, text, from, end);
    if (to > 0) {
      push(from, to);
      return to;
    }
  }
  let to = matchAt(NUMBER, text, from, end);
  const unit = matchAt(UNIT, text, to, end);
  if (unit > to) {
    push(from, to);
    push(to, unit);
    return unit;
  }
  if (to < end) {
    const rest = matchAt(WORD, text, to, end);
    if (rest > to) to = Math.min(rest, from + MAX_WORD);
  }
  push(from, Math.max(to, from + 1));
  return Math.max(to, from + 1);
}

function readWord(
  text: string,
  from: number,
  end: number,
  spanStart: number,
  tokens: readonly Token[],
  push: Push,
): number {
  const dotted = matchAt(DOTTED, text, from, end);
  if (dotted > 0) {
    if (text[dotted] === "$" && dotted < end && CURRENCY_DOLLAR.test(text.slice(from, dotted))) {
      push(from, dotted + 1);
      return dotted + 1;
    }
    push(from, dotted);
    return dotted;
  }
  const slash = matchAt(KEPT_SLASH, text, from, end);
  if (slash > 0) {
    push(from, slash);
    return slash;
  }
  let to = matchAt(WORD, text, from, end);
  if (to <= from) to = from + 1;
  // Sites: "Reuters.com"; only tried where a stop is glued to the next letter.
  if (text[to] === "." && to + 1 < end && /[A-Za-z0-9]/.test(text[to + 1]!) && to - from < 64) {
    const site = matchAt(DOMAIN, text, from, end);
    if (site > to) {
      const kept = trimAddress(text, from, site);
      push(from, kept);
      return kept;
    }
    const academic = /^(?:Ph\.D|M\.Sc|B\.Sc|LL\.B|Ph\.Ds)\.?(?![\p{L}])/u.exec(
      text.slice(from, Math.min(end, from + 8)),
    );
    if (academic !== null) {
      push(from, from + academic[0].length);
      return from + academic[0].length;
    }
  }
  const money = CURRENCY_WORD.exec(text.slice(from, to));
  if (money !== null) {
    push(from, from + money[0].length);
    return from + money[0].length;
  }
  if (text[to] === "$" && to < end && CURRENCY_DOLLAR.test(text.slice(from, to))) {
    push(from, to + 1);
    return to + 1;
  }
  to = extend(text, from, to, end);
  // A bound prefix keeps the word after its hyphen: "non-combatants", "mid-October", "anti-government".
  if (
    to + 1 < end &&
    HYPHENS.includes(text[to]!) &&
    BOUND_PREFIXES.has(text.slice(from, to).toLowerCase()) &&
    // "UN-brokered", "EX-27": a name in capitals is no prefix
    !/^\p{Lu}{2,}$/u.test(text.slice(from, to)) &&
    !(from > spanStart && HYPHENS.includes(text[from - 1]!))
  ) {
    const more = matchAt(WORD, text, to + 1, end);
    if (more > 0 && more - from <= MAX_WORD) to = extend(text, from, more, end);
  }
  to = Math.min(to, from + 2 * MAX_WORD);
  const word = text.slice(from, to);
  // Abbreviations keep their stop.
  if (text[to] === "." && to < end && keepsStop(text, word, to, end, tokens)) {
    push(from, to + 1);
    return to + 1;
  }
  const clitic = cliticAt(word);
  if (clitic > 0) {
    push(from, from + clitic);
    push(from + clitic, to);
  } else push(from, to);
  return to;
}

/** Apostrophes and ampersands inside a word: "Sana'a", "O’Brien", "don't", "AT&T". */
function extend(text: string, from: number, to: number, end: number): number {
  for (let steps = 0; steps < 4 && to + 1 < end && to - from < MAX_WORD; steps++) {
    const c = text[to]!;
    const joins =
      (APOSTROPHES.includes(c) && c !== "‘") ||
      (c === "&" && /^\p{Lu}+$/u.test(text.slice(from, to)) && /\p{Lu}/u.test(codePointAt(text, to + 1)));
    if (!joins || !/[\p{L}\p{M}]/u.test(codePointAt(text, to + 1))) break;
    const more = matchAt(WORD, text, to + 1, end);
    if (more < 0) break;
    to = more;
  }
  return to;
}

/** Where a clitic begins in a word, or -1: "do|n't", "Pakistan|’s", "can|not". */
function cliticAt(word: string): number {
  const lower = word.toLowerCase();
  const plain = lower.length < 8 ? CONTRACTED[lower] : undefined;
  if (plain !== undefined) return plain;
  if (!/['’ʼ`´]/.test(word)) return -1;
  const m = /^(.*\p{L}.*?)(n['’ʼ`´]t|['’ʼ`´](?:s|m|d|re|ve|ll))$/isu.exec(
    lower.length === word.length ? lower : word,
  );
  if (m === null) return -1;
  return m[1]!.length;
}

function keepsStop(text: string, word: string, stop: number, end: number, tokens: readonly Token[]): boolean {
  // "..." is an ellipsis; "Gen.Munir" without a space still an abbreviation
  if (stop + 1 < end && text[stop + 1] === ".") return false;
  let at = stop + 1;
  const limit = Math.min(end, stop + 12);
  while (at < limit && /\s/.test(text[at]!)) at++;
  const next = at < end ? codePointAt(text, at) : "";
  const blank = text.slice(stop + 1, at).includes("\n\n");
  if (/^\p{Lu}$/u.test(word)) {
    if (blank || next === "") return false;
    if (/[,;]/.test(next)) return tokens.length > 0 && /^\p{Lu}/u.test(tokens.at(-1)!.form) && word !== "I";
    if (!/\p{Lu}/u.test(next)) return false;
    const nextWord = /^[\p{L}]+/u.exec(text.slice(at, Math.min(end, at + 14)))?.[0] ?? "";
    if (isStarter(nextWord)) return nextWord === "A" && text[at + 1] === ".";
    return word !== "I" || (tokens.length > 0 && /^\p{Lu}\p{Ll}/u.test(tokens.at(-1)!.form));
  }
  const kind = abbreviationKind(word);
  const lower = word.toLowerCase();
  const isLower = lower === word;
  switch (kind) {
    case null:
      return false;
    case "title":
      // "ft.", "col.", "pt.": capitalised, with something to stand before
      return !isLower && next !== "" && !blank && /[\p{Lu}\p{N}'"“‘(]/u.test(next);
    case "number":
      return /\d/.test(next) || (lower === "nos" && next !== "");
    case "date":
      return (
        !isLower &&
        (/\d/.test(next) ||
          (next === "," && /^,\s*(?:\d|\p{Lu}\p{Ll}+\.?\s+\d)/u.test(text.slice(at, Math.min(end, at + 16)))))
      );
    case "inner":
      if (lower === "al") return tokens.at(-1)?.form.toLowerCase() === "et";
      if (
        lower === "v" ||
        lower === "min" ||
        lower === "max" ||
        lower === "int" ||
        lower === "dev" ||
        lower === "ed" ||
        lower === "rec" ||
        lower === "org" ||
        lower === "div" ||
        lower === "arr" ||
        lower === "ret"
      )
        return next !== "" && !blank && /[\p{Ll}\p{N}]/u.test(next);
      if (isLower && /^(?:jan|dec|nov|oct|aug|apr|cit|est|circa|trans)$/.test(lower))
        return next !== "" && /\d/.test(next);
      return true;
    case "last":
      if (lower === "am" || lower === "pm")
        return /\d$/.test(tokens.at(-1)?.form ?? "") && /[\p{Ll}]/u.test(next);
      if (lower === "co" || lower === "sr") return !isLower;
      if (lower === "oz" || lower === "tel" || lower === "cont" || lower === "rd")
        return next !== "" && !blank && /[\p{N}\p{Ll}]/u.test(next);
      return true;
  }
}
