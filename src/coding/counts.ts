import { tokenize } from "../language/tokens.js";
import type { Count, Hedge } from "./claim.js";

/** What a count phrase is made of. `article`: "a", "another"; `none`: "no"; `vague`: "dozens"; `figure`: digits or number words. */
export type CountKind = "figure" | "article" | "none" | "vague";

/** Tokens `from` … `to` (excluded) that say how many; hedges on either side are inside. */
export interface CountPhrase {
  readonly from: number;
  readonly to: number;
  readonly kind: CountKind;
  readonly count: Count;
  /** On top of another count: "another seven", "ten more", "two others". */
  readonly more: boolean;
}

/** Words with offsets; a Sentence is one. */
export interface CountableWords {
  readonly text: string;
  readonly form: readonly string[];
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
}

/** The parsed form of lexicons/tolls/counts.yaml. */
export interface CountSource {
  readonly before: Readonly<Record<string, readonly string[]>>;
  readonly after: Readonly<Record<string, readonly string[]>>;
  readonly vague: readonly string[];
  readonly none: readonly string[];
  readonly more: readonly string[];
}

type Before = "at-least" | "more-than" | "up-to" | "under" | "near" | "about" | "exact";

export interface CountLexicon {
  readonly before: PhraseTable<Before>;
  readonly after: PhraseTable<Before>;
  readonly vague: PhraseTable<true>;
  readonly none: PhraseTable<true>;
  readonly more: ReadonlySet<string>;
}

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, longest first. */
type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

function table<T>(entries: Iterable<readonly [string, T]>): PhraseTable<T> {
  const out = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of entries) {
    const words = tokenize(phrase, { start: 0, end: phrase.length }).map((t) => t.form.toLowerCase());
    const list = out.get(words[0]!) ?? [];
    list.push({ words, value });
    out.set(words[0]!, list);
  }
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length);
  return out;
}

export function compileCounts(source: CountSource): CountLexicon {
  const pairs = (group: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(group).flatMap(([kind, phrases]) => phrases.map((p) => [p, kind as Before] as const));
  return {
    before: table(pairs(source.before)),
    after: table(pairs(source.after)),
    vague: table(source.vague.map((p) => [p, true] as const)),
    none: table(source.none.map((p) => [p, true] as const)),
    more: new Set(source.more),
  };
}

function longest<T>(
  list: PhraseTable<T>,
  form: readonly string[],
  at: number,
): { to: number; value: T } | null {
  for (const p of list.get(form[at]?.toLowerCase() ?? "") ?? []) {
    if (p.words.every((w, k) => form[at + k]?.toLowerCase() === w))
      return { to: at + p.words.length, value: p.value };
  }
  return null;
}

// words are looked up here as reports have them: no word may find what every object has ("constructor")
const UNITS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const MULTIPLIERS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  hundred: 100,
  thousand: 1000,
  lakh: 1e5,
  lakhs: 1e5,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  crore: 1e7,
  crores: 1e7,
  k: 1000,
  billion: 1e9,
  bn: 1e9,
});

interface Figure {
  readonly to: number;
  readonly value: number;
  /** "a dozen", "two dozen": about so many. */
  readonly round: boolean;
  /** The multiplier that ends it: a million in "2.5 million", 1 in "200". */
  readonly scale: number;
}

const PARTS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  half: 0.5,
  quarter: 0.25,
  quarters: 0.25,
  third: 1 / 3,
  thirds: 1 / 3,
});
const isDash = (word: string) => /^[-‐‑]$/.test(word);

/** "half a million", "a quarter of a million", "three-quarters of a million", "a half-million"; null where no large unit follows. */
function partOfUnit(w: (k: number) => string, at: number): Figure | null {
  let k = at;
  let times = 1;
  if (/^(?:a|one)$/.test(w(k))) k++;
  else if (/^(?:two|three)$/.test(w(k))) {
    times = UNITS[w(k)]!;
    k++;
    if (isDash(w(k))) k++;
  }
  const part = PARTS[w(k)];
  if (part === undefined) return null;
  k++;
  if (w(k) === "of") k++;
  if (w(k) === "a" || isDash(w(k))) k++;
  const unit = MULTIPLIERS[w(k)];
  if (unit === undefined || w(k).length <= 2 || unit < 1000) return null;
  return { to: k + 1, value: Math.round(times * part * unit), round: false, scale: unit };
}

/** What "and a half" adds to a number of units: 0.5, or 0. `to` is behind it. */
function andAPart(w: (k: number) => string, at: number): { to: number; part: number } {
  const part = w(at) === "and" && w(at + 1) === "a" ? PARTS[w(at + 2)] : undefined;
  return part === undefined ? { to: at, part: 0 } : { to: at + 3, part };
}

/** A plain number that begins at a token: "1,200", "23", "twenty-three", "1.2 lakh", "a hundred and ten", "half a dozen", "half a million". */
export function figureAt(form: readonly string[], at: number): Figure | null {
  const w = (k: number) => form[k]?.toLowerCase() ?? "";
  if (w(at) === "half" && w(at + 1) === "a" && w(at + 2) === "dozen")
    return { to: at + 3, value: 6, round: true, scale: 1 };
  if (w(at) === "a" && w(at + 1) === "dozen") return { to: at + 2, value: 12, round: true, scale: 1 };
  if (w(at) === "dozen") return { to: at + 1, value: 12, round: true, scale: 1 };
  const part = partOfUnit(w, at);
  if (part !== null) return part;
  if (/^(?:a|one)$/.test(w(at)) && MULTIPLIERS[w(at + 1)] !== undefined && w(at + 1).length > 2) {
    return restOfWords(form, at + 2, MULTIPLIERS[w(at + 1)]!, MULTIPLIERS[w(at + 1)]!);
  }
  const digits = /^\d{1,3}(?:,\d{2,3})+$/.test(w(at)) || /^\d{1,9}(?:\.\d{1,3})?$/.test(w(at));
  if (digits) {
    const value = Number(w(at).replaceAll(",", ""));
    const to = at + 1;
    // Space as separator: "12 000"
    if (/^\d{1,3}$/.test(w(at)) && /^\d{3}$/.test(w(to)) && w(to) === form[to])
      return { to: to + 1, value: value * 1000 + Number(w(to)), round: false, scale: 1 };
    const more = andAPart(w, to);
    let scale = 1;
    let end = more.to;
    while (MULTIPLIERS[w(end)] !== undefined) {
      scale *= MULTIPLIERS[w(end)]!;
      end++;
    }
    if (scale > 1) return { to: end, value: Math.round((value + more.part) * scale), round: false, scale };
    if (w(to) === "dozen") return { to: to + 1, value: value * 12, round: true, scale: 1 };
    return Number.isInteger(value) ? { to, value, round: false, scale: 1 } : null;
  }
  const unit = UNITS[w(at)];
  if (unit === undefined) return null;
  if (w(at + 1) === "dozen") return { to: at + 2, value: unit * 12, round: true, scale: 1 };
  let value = unit;
  let to = at + 1;
  if (value >= 20 && value % 10 === 0) {
    const dash = isDash(w(to));
    const ones = UNITS[w(dash ? to + 1 : to)];
    if (ones !== undefined && ones > 0 && ones < 10) {
      value += ones;
      to += dash ? 2 : 1;
    }
  }
  const more = andAPart(w, to);
  const multiplier = MULTIPLIERS[w(more.to)];
  if (multiplier !== undefined && w(more.to).length > 2)
    return restOfWords(form, more.to + 1, Math.round((value + more.part) * multiplier), multiplier);
  return { to, value, round: false, scale: 1 };
}

// "hundred" is read; what may follow: "thousand", "and twelve", "twelve", "and a half" (of the last unit)
function restOfWords(form: readonly string[], at: number, sofar: number, scale: number): Figure {
  const w = (k: number) => form[k]?.toLowerCase() ?? "";
  const unit = MULTIPLIERS[w(at)];
  if (unit !== undefined && w(at).length > 2 && unit > 100 && sofar < 1000)
    return restOfWords(form, at + 1, sofar * unit, scale * unit);
  const more = andAPart(w, at);
  if (more.part > 0 && scale >= 1000)
    return { to: more.to, value: Math.round(sofar + more.part * scale), round: false, scale };
  const next = w(at) === "and" ? at + 1 : at;
  if (UNITS[w(next)] !== undefined) {
    const tail = figureAt(form, next);
    if (tail !== null && tail.value < sofar && tail.value < scale && !tail.round)
      return { to: tail.to, value: sofar + tail.value, round: false, scale: 1 };
  }
  return { to: at, value: sofar, round: false, scale };
}

/** Half a unit of the last digit that is not zero: 200 → 50, 60 → 5, 12 → 0.5 (docs/record.md: 200 is [150, 249]). */
function halfUnit(n: number): number {
  let unit = 1;
  while (n > 0 && n % (unit * 10) === 0) unit *= 10;
  return unit / 2;
}

/** The interval that "about n" stands for: 200 → [150, 249], 60 → [55, 64], 12 → [11, 13]. */
export function aboutInterval(n: number): readonly [low: number, high: number] {
  const half = halfUnit(n);
  return half < 1 ? [Math.max(0, n - 1), n + 1] : [n - half, n + half - 1];
}

function hedged(kind: Before, low: number, high: number): Omit<Count, "words"> {
  switch (kind) {
    case "at-least":
      return { low, high: null, hedge: "at-least" };
    case "more-than":
      return { low: low + 1, high: null, hedge: "more-than" };
    case "up-to":
      return { low: 0, high, hedge: "up-to" };
    case "under":
      return { low: 0, high: Math.max(0, high - 1), hedge: "up-to" };
    case "near": {
      const half = Math.max(1, halfUnit(high));
      return { low: Math.max(0, low - half), high: Math.max(0, high - 1), hedge: "about" };
    }
    case "about":
      return low === high
        ? { low: aboutInterval(low)[0], high: aboutInterval(low)[1], hedge: "about" }
        : { low, high, hedge: "about" };
    case "exact":
      return { low, high, hedge: low === high ? "exact" : "about" };
  }
}

/** "two to three million": the unit of the second figure is the first one's too. */
function lowOfRange(a: Figure, b: Figure): number {
  return a.scale === 1 && b.scale > 1 && a.value * b.scale < b.value ? a.value * b.scale : a.value;
}

/** Verbs that go with "over": "turn over", "run over". */
const PARTICLE_VERB =
  /^(?:hand|turn|ran?|sign|pass|mow|carr[yi]|bring|brought|tak|took|giv|gave)(?:e|en|s|es|ed|ing|ned|ning|n|y)?$/;

const DASH = /^(?:-|–|—|‑|‐|to|or)$/i;

/**
 * The count phrase that begins at a token, hedges and all, or null. It says nothing of what is counted: "12" of "12 March" is one too.
 *
 * @param at first token of the phrase ("at" of "at least 12")
 */
export function countAt(words: CountableWords, at: number, lexicon: CountLexicon): CountPhrase | null {
  const { form } = words;
  const lower = (k: number) => form[k]?.toLowerCase() ?? "";
  let hedge: Before = "exact";
  let more = false;
  let i = at;
  for (let steps = 0; steps < 5; steps++) {
    // "some" alone is a vague count; before a figure it hedges
    const found = longest(lexicon.before, form, i);
    if (found === null) break;
    const after = found.to;
    // "handed over 40 captives": a part of the verb
    if (i === at && found.value === "more-than" && after === i + 1 && PARTICLE_VERB.test(lower(i - 1))) break;
    if (
      figureAt(form, after) === null &&
      longest(lexicon.before, form, after) === null &&
      longest(lexicon.vague, form, after) === null &&
      !/^(?:between|from|double-digit)$/.test(lower(after))
    )
      break;
    if (found.value !== "exact") hedge = hedge === "exact" || found.value !== "about" ? found.value : hedge;
    if (/^(?:another|further|additional|other)$/.test(lower(after - 1))) more = true;
    i = after;
  }
  const phrase = (to: number, kind: CountKind, count: Omit<Count, "words">): CountPhrase => {
    let end = to;
    const added = lexicon.more.has(lower(end)) && lower(end) !== "other";
    if (added && lower(end) !== "others" && lower(end) !== "other") end++;
    if (lexicon.more.has(lower(to))) more = true;
    return {
      from: at,
      to: end,
      kind,
      count: { ...count, words: words.text.slice(words.start[at]!, words.end[end - 1]!) },
      more,
    };
  };
  // "between 10 and 15", "from 10 to 15"
  if ((lower(i) === "between" || lower(i) === "from") && i + 1 < form.length) {
    const a = figureAt(form, i + 1);
    const joint = a === null ? "" : lower(a.to);
    if (a !== null && (lower(i) === "between" ? joint === "and" || joint === "to" : joint === "to")) {
      const b = figureAt(form, a.to + 1);
      const low = b === null ? 0 : lowOfRange(a, b);
      if (b !== null && b.value > low) return phrase(b.to, "figure", { low, high: b.value, hedge: "about" });
    }
    if (i === at) return null;
  }
  const a = figureAt(form, i);
  if (a !== null) {
    let low = a.value;
    let high = a.value;
    let { to } = a;
    let range = false;
    if (DASH.test(lower(to))) {
      const b = figureAt(form, to + 1);
      // "10 to 15", "10-15", "two or three"; "12 - year" and "24-7" are none
      const from = b === null ? 0 : lowOfRange(a, b);
      if (b !== null && b.value > from && b.value <= from * 20) {
        low = from;
        high = b.value;
        range = true;
        to = b.to;
      }
    }
    const behind = longest(lexicon.after, form, to);
    if (behind !== null) {
      if (hedge === "exact") hedge = behind.value;
      to = behind.to;
    } else if (/^\d+\+$/.test(lower(to))) to++;
    if (range && hedge === "exact") return phrase(to, "figure", { low, high, hedge: "about" });
    if (a.round && hedge === "exact") return phrase(to, "figure", { low, high, hedge: "about" });
    return phrase(to, "figure", hedged(hedge, low, high));
  }
  const vague = longest(lexicon.vague, form, i);
  if (vague !== null) {
    let { to } = vague;
    // "hundreds of people", "dozens of them": "of" stays outside
    if (lower(to) === "dozen" || lower(to) === "hundred" || lower(to) === "thousand") to++;
    return phrase(to, "vague", VAGUE);
  }
  if (i === at) {
    const none = longest(lexicon.none, form, i);
    if (none !== null) return phrase(none.to, "none", { low: 0, high: 0, hedge: "exact" });
    const single = /^(?:a|an|another|one)$/.test(lower(i));
    if (single) {
      if (lower(i) === "another") more = true;
      const to =
        /^(?:single|lone|further|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/.test(
          lower(i + 1),
        )
          ? i + 2
          : i + 1;
      return phrase(to, "article", { low: 1, high: 1, hedge: "exact" });
    }
  }
  return null;
}

/** A count without a figure: bounds are open, the words are kept. */
export const VAGUE: { readonly low: null; readonly high: null; readonly hedge: Hedge } = {
  low: null,
  high: null,
  hedge: "vague",
};

/** A count of so many, neither more nor less. `words`: as written, "" where nothing is. */
export const exactly = (n: number, words: string): Count => ({ low: n, high: n, hedge: "exact", words });

/** Reads a count from words alone ("at least five soldiers"); null where they do not begin with one. */
export function parseCount(words: string, lexicon: CountLexicon): Count | null {
  const tokens = tokenize(words, { start: 0, end: words.length });
  const found = countAt(
    {
      text: words,
      form: tokens.map((t) => t.form),
      start: tokens.map((t) => t.start),
      end: tokens.map((t) => t.end),
    },
    0,
    lexicon,
  );
  return found?.count ?? null;
}
