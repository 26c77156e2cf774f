import { hashWord, lowerCase } from "./feature-hash.js";
import { type WordTable, wordRow } from "./word-table.js";

/** Columns have this many rows of padding on either side, so that features may look past the ends of a sentence. */
export const PAD = 3;

/** What the models see of the words of a sentence. Row `PAD + i` is token `i`; all columns hold small or hashed integers. */
export interface WordColumns {
  readonly size: number;
  /** `hashWord` of the form; the padding has values of its own. */
  readonly word: Int32Array;
  /** Capitals, digits, hyphens and length, in one number. */
  readonly shape: Int32Array;
  /** Hashes of the last one to five letters, in lower case: column `k` of row `r` is `suffix[5 * r + k]`. */
  readonly suffix: Int32Array;
  /** Hashes of the first one to three letters. */
  readonly prefix: Int32Array;
  readonly classes: Int32Array;
  readonly group: Int32Array;
  readonly coarse: Int32Array;
  readonly habit: Int32Array;
}

export const SUFFIXES = 5;
export const PREFIXES = 3;

/** Shape bits. */
const SHAPE_CAPITAL = 1;
const SHAPE_ALL_CAPITALS = 2;

export function wordColumns(forms: readonly string[], table: WordTable): WordColumns {
  const n = forms.length;
  const rows = n + 2 * PAD;
  const columns: WordColumns = {
    size: n,
    word: new Int32Array(rows),
    shape: new Int32Array(rows),
    suffix: new Int32Array(SUFFIXES * rows),
    prefix: new Int32Array(PREFIXES * rows),
    classes: new Int32Array(rows),
    group: new Int32Array(rows),
    coarse: new Int32Array(rows),
    habit: new Int32Array(rows),
  };
  for (let r = 0; r < rows; r++) {
    const i = r - PAD;
    if (i < 0 || i >= n) {
      columns.word[r] = columns.shape[r] = i < 0 ? -1 + i : 2 + i - n;
      continue;
    }
    const form = forms[i]!;
    const lower = lowerCase(form);
    const hash = hashWord(lower);
    const row = wordRow(table, hash);
    columns.word[r] = hash;
    columns.shape[r] = shapeOf(form);
    columns.classes[r] = table.classes[row]!;
    columns.group[r] = table.groups[row]!;
    columns.coarse[r] = table.coarse[row]!;
    columns.habit[r] = table.habits[row]!;
    let h = 17;
    for (let k = 0; k < SUFFIXES; k++) {
      const at = lower.length - 1 - k;
      // A suffix longer than the word is its own value ("the whole word and nothing before it").
      h = Math.imul(h, 0x01000193) ^ (at >= 0 ? foldDigit(lower.charCodeAt(at)) : 1);
      columns.suffix[SUFFIXES * r + k] = h;
    }
    h = 29;
    for (let k = 0; k < PREFIXES; k++) {
      h = Math.imul(h, 0x01000193) ^ (k < lower.length ? foldDigit(lower.charCodeAt(k)) : 1);
      columns.prefix[PREFIXES * r + k] = h;
    }
  }
  return columns;
}

function foldDigit(unit: number): number {
  return unit >= 48 && unit <= 57 ? 48 : unit;
}

function shapeOf(form: string): number {
  let upper = 0;
  let lower = 0;
  let digit = 0;
  let hyphen = 0;
  let dot = 0;
  let other = 0;
  // A long run of letters says nothing new after its first few dozen.
  const length = Math.min(form.length, 40);
  for (let i = 0; i < length; i++) {
    const c = form.charCodeAt(i);
    if (c >= 97 && c <= 122) lower++;
    else if (c >= 65 && c <= 90) upper++;
    else if (c >= 48 && c <= 57) digit++;
    else if (c === 45) hyphen++;
    else if (c === 46) dot++;
    else if (c > 127 && form[i]!.toLowerCase() !== form[i]!.toUpperCase()) {
      if (form[i] === form[i]!.toLowerCase()) lower++;
      else upper++;
    } else other++;
  }
  const first = form.charCodeAt(0);
  const capital =
    (first >= 65 && first <= 90) || (first > 127 && form[0]!.toLowerCase() !== form[0]) ? SHAPE_CAPITAL : 0;
  return (
    capital |
    (upper > 1 && lower === 0 ? SHAPE_ALL_CAPITALS : 0) |
    (digit > 0 ? (digit === length ? 12 : upper + lower > 0 ? 4 : 8) : 0) |
    (hyphen > 0 ? 16 : 0) |
    (dot > 0 ? 32 : 0) |
    (other > 0 ? 64 : 0) |
    (upper > 1 && lower > 0 ? 128 : 0) |
    (Math.min(length, 4) << 8)
  );
}
