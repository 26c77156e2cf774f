import { feature } from "./feature-hash.js";
import { MAX_PHRASE, type NameTable, nameRow, phraseKey } from "./name-table.js";
import { PAD, PREFIXES, SUFFIXES, type WordColumns } from "./word-features.js";
import { WORD_CLASSES } from "./word-table.js";

/** What finding names sees of a sentence beyond its words. Rows as in WordColumns. */
export interface NameColumns {
  readonly words: WordColumns;
  /** 1 + number of the UPOS. */
  readonly upos: Int32Array;
  /** 1 where the word may be part of a name at all; all others are outside names. */
  readonly maybe: Uint8Array;
  /** Lists of the single word; looked up only for words that may be names and their neighbours, as are clusters. */
  readonly lists: Uint8Array;
  readonly cluster: Uint8Array;
  /** Longest listed phrase over the word: its lists (bits 0 to 2) and the word's place in it (see PLACE_*, times 8); 0 is none. */
  readonly phrase: Uint8Array;
  /** First row and row after the last of the run of capitalised words; 0 where the word is not in one. */
  readonly runFrom: Int32Array;
  readonly runTo: Int32Array;
}

const PLACE_FIRST = 8;
const PLACE_INSIDE = 16;
const PLACE_LAST = 24;
const PLACE_ALONE = 32;
const WHOLE_NAME = 7;

const CAPITAL = 1;
const ALL_CAPITALS = 2;
const MIXED = 128;
const ONLY_NAME = 1 << WORD_CLASSES.indexOf("onlyName");

/** Columns for a sentence; null where nothing in it can be a name, so that no more time is spent on it. */
export function nameColumns(
  words: WordColumns,
  forms: readonly string[],
  upos: Int32Array,
  table: NameTable,
): NameColumns | null {
  const rows = words.size + 2 * PAD;
  const end = PAD + words.size;
  const capital = new Uint8Array(rows);
  let any = false;
  for (let r = PAD; r < end; r++) {
    if (words.shape[r]! & (CAPITAL | MIXED) && forms[r - PAD] !== "I") {
      capital[r] = 1;
      any = true;
    }
  }
  const lists = new Uint8Array(rows);
  const cluster = new Uint8Array(rows);
  const looked = new Uint8Array(rows);
  const lookUp = (r: number) => {
    if (looked[r] || r < PAD || r >= end) return;
    looked[r] = 1;
    const row = nameRow(table, words.word[r]!);
    lists[r] = table.lists[row]!;
    cluster[r] = table.clusters[row]!;
  };
  for (let r = PAD; r < end; r++) {
    const onlyName = (words.classes[r]! & ONLY_NAME) !== 0;
    if (!capital[r] && !onlyName) continue;
    lookUp(r);
    if (onlyName && lists[r]! & WHOLE_NAME) any = true;
  }
  if (!any) return null;
  const phrase = listedPhrases(words, capital, lists, table);
  const maybe = mayBeNames(words, forms, capital, phrase);
  for (let r = PAD; r < end; r++) {
    if (!maybe[r]) continue;
    lookUp(r - 1);
    lookUp(r);
    lookUp(r + 1);
  }
  const runFrom = new Int32Array(rows);
  const runTo = new Int32Array(rows);
  for (let r = PAD; r < end; r++) {
    if (!capital[r]) continue;
    let to = r + 1;
    while (to < end && (capital[to] || (joins(forms[to - PAD]!) && capital[to + 1]))) to++;
    runFrom.fill(r, r, to);
    runTo.fill(to, r, to);
    r = to;
  }
  return { words, upos, maybe, lists, cluster, phrase, runFrom, runTo };
}

/** Words and marks inside names: "Bank of Sudan", "Al-Hol", "Johnson & Johnson". */
function joins(form: string): boolean {
  return (
    form === "of" ||
    form === "-" ||
    form === "&" ||
    form === "de" ||
    form === "al" ||
    form === "bin" ||
    form === "'s"
  );
}

/** From left to right, the longest that is listed. Phrases begin and end with a capital, but for words that are only names. */
function listedPhrases(
  words: WordColumns,
  capital: Uint8Array,
  lists: Uint8Array,
  table: NameTable,
): Uint8Array {
  const end = PAD + words.size;
  const phrase = new Uint8Array(end + PAD);
  for (let r = PAD; r < end; r++) {
    if (!capital[r] && !(words.classes[r]! & ONLY_NAME)) continue;
    let key = words.word[r]!;
    let longest = lists[r]! & WHOLE_NAME ? 1 : 0;
    let found = lists[r]! & WHOLE_NAME;
    for (let k = 1; k < MAX_PHRASE && r + k < end; k++) {
      key = phraseKey(key, words.word[r + k]!);
      const kinds = table.lists[nameRow(table, key)]! & WHOLE_NAME;
      if (kinds === 0) continue;
      longest = k + 1;
      found = kinds;
    }
    if (longest === 0) continue;
    for (let k = 0; k < longest; k++)
      phrase[r + k] =
        found +
        (longest === 1 ? PLACE_ALONE : k === 0 ? PLACE_FIRST : k === longest - 1 ? PLACE_LAST : PLACE_INSIDE);
    r += longest - 1;
  }
  return phrase;
}

/** Capitalised words, up to two words between them, the particle in "al-Zawahiri", listed phrases. */
function mayBeNames(
  words: WordColumns,
  forms: readonly string[],
  capital: Uint8Array,
  phrase: Uint8Array,
): Uint8Array {
  const end = PAD + words.size;
  const maybe = new Uint8Array(end + PAD);
  for (let r = PAD; r < end; r++) {
    if (capital[r] || phrase[r]) {
      maybe[r] = 1;
      continue;
    }
    const before = capital[r - 1] || capital[r - 2];
    const after = capital[r + 1] || capital[r + 2];
    if (before && after) maybe[r] = 1;
    if (capital[r + 2] && forms[r + 1 - PAD] === "-") maybe[r] = 1;
    if (capital[r + 1] && forms[r - PAD] === "-") maybe[r] = 1;
  }
  return maybe;
}

/** Features of the word in row `r`, regardless of the names around it. Returns how many were written. */
export function nameFeatures(c: NameColumns, r: number, f: Int32Array): number {
  const { words, upos, lists, cluster, phrase, runFrom, runTo } = c;
  const { word, shape, suffix, prefix, classes, group, coarse } = words;
  const w0 = word[r]!;
  const b1 = word[r - 1]!;
  const a1 = word[r + 1]!;
  const sh = shape[r]! & 255;
  const shB = shape[r - 1]! & 255;
  const shA = shape[r + 1]! & 255;
  const g0 = group[r]!;
  const gB = group[r - 1]!;
  const gA = group[r + 1]!;
  const k0 = cluster[r]!;
  const kB = cluster[r - 1]!;
  const kA = cluster[r + 1]!;
  const l0 = lists[r]!;
  const p0 = phrase[r]!;
  const u0 = upos[r]!;
  const uB = upos[r - 1]!;
  const uA = upos[r + 1]!;
  const s = SUFFIXES * r;
  const from = runFrom[r]!;
  const to = runTo[r]!;
  const opens = r === PAD ? 1 : 0;
  const cap = sh & (CAPITAL | ALL_CAPITALS);
  let n = 0;
  f[n++] = feature(0, 0);
  f[n++] = feature(1, w0);
  f[n++] = feature(2, w0, sh);
  f[n++] = feature(3, b1);
  f[n++] = feature(4, a1);
  f[n++] = feature(5, word[r - 2]!);
  f[n++] = feature(6, word[r + 2]!);
  f[n++] = feature(7, b1, w0);
  f[n++] = feature(8, w0, a1);
  f[n++] = feature(9, b1, cap);
  f[n++] = feature(10, a1, cap);
  f[n++] = feature(11, shape[r]!, opens);
  f[n++] = feature(12, shB, sh, shA);
  f[n++] = feature(13, suffix[s + 1]!, cap);
  f[n++] = feature(14, suffix[s + 2]!, cap);
  f[n++] = feature(15, suffix[s + 3]!, cap);
  f[n++] = feature(16, prefix[PREFIXES * r + 1]!, cap);
  f[n++] = feature(17, prefix[PREFIXES * r + 2]!, cap);
  f[n++] = feature(18, u0, cap, opens);
  f[n++] = feature(19, uB, u0);
  f[n++] = feature(20, u0, uA);
  f[n++] = feature(21, uB, u0, uA);
  f[n++] = feature(22, g0, cap);
  f[n++] = feature(23, gB, cap);
  f[n++] = feature(24, gA, cap);
  f[n++] = feature(25, gB, g0);
  f[n++] = feature(26, g0, gA);
  f[n++] = feature(27, k0, cap);
  f[n++] = feature(28, kB, cap);
  f[n++] = feature(29, kA, cap);
  f[n++] = feature(30, kB, k0);
  f[n++] = feature(31, k0, kA);
  f[n++] = feature(32, coarse[r]!, coarse[r - 1]!, coarse[r + 1]!);
  f[n++] = feature(33, classes[r]!, cap, opens);
  f[n++] = feature(34, l0, cap);
  f[n++] = feature(35, l0, lists[r + 1]!, cap);
  f[n++] = feature(36, l0, lists[r - 1]!, cap);
  f[n++] = feature(37, p0, cap);
  f[n++] = feature(38, p0, phrase[r - 1]!, phrase[r + 1]!);
  f[n++] = feature(39, p0, l0, k0);
  f[n++] = feature(40, l0, u0, opens);
  f[n++] = feature(41, group[r - 2]!);
  f[n++] = feature(42, group[r + 2]!);
  f[n++] = feature(43, Math.min(words.size, 6), opens, sh);
  if (to > 0) {
    const last = to - 1;
    const place = (r === from ? 1 : 0) + (r === last ? 2 : 0);
    const length = Math.min(to - from, 6);
    f[n++] = feature(50, place, length, cap);
    f[n++] = feature(51, word[last]!, place);
    f[n++] = feature(52, word[from]!, place);
    f[n++] = feature(53, word[from - 1]!, place);
    f[n++] = feature(54, word[to]!, place);
    f[n++] = feature(55, group[from - 1]!, place);
    f[n++] = feature(56, group[to]!, place);
    f[n++] = feature(57, cluster[last]!, place);
    f[n++] = feature(58, cluster[from]!, place);
    f[n++] = feature(59, lists[from]!, lists[last]!, place);
    f[n++] = feature(60, group[from - 1]!, group[to]!, place);
  }
  return n;
}
