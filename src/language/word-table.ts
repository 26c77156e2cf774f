import { hashWord } from "./feature-hash.js";

/**
 * What is known about words before any text is read: parts of speech that a dictionary gives, the group of words of
 * like use that they belong to, the tags that they had in training. Keyed by `hashWord`, so no words are stored.
 *
 * File: "PWT1"; uint32 words; then uint32 keys in rising order, uint16 classes, uint16 groups, uint16 habits, uint8
 * coarse group (low six bits) and usual case (high two). Built by tools/train/word-table.ts. @see models/README.md
 */
export interface WordTable {
  /** `slots[i]` is 1 + the row of the word, 0 where the slot is free. */
  readonly slots: Int32Array;
  readonly mask: number;
  readonly keys: Int32Array;
  /** Bits of WORD_CLASSES. Row 0 stands for unknown words in all columns. */
  readonly classes: Uint16Array;
  /** Groups of words of like use, a few hundred; 0 is none. */
  readonly groups: Uint16Array;
  /** The same in a few dozen groups. */
  readonly coarse: Uint8Array;
  /** Number of the set of tags that the word had in training; 0 where it was rare or absent. */
  readonly habits: Uint16Array;
  /** Number into USUAL_CASES: how the word is written inside a sentence. */
  readonly usualCase: Uint8Array;
}

/** In the order of their numbers; "unknown" where neither training text nor dictionary tells. */
export const USUAL_CASES = ["unknown", "lower", "title", "upper"] as const;
export type UsualCase = (typeof USUAL_CASES)[number];

/** How a word is usually written inside a sentence, whatever its case here. */
export function usualCase(table: WordTable, form: string): UsualCase {
  return USUAL_CASES[table.usualCase[wordRow(table, hashWord(form))]!]!;
}

/** Bits of `WordTable.classes`, lowest first. Inflected forms are made by rule from a dictionary's base forms. */
export const WORD_CLASSES = [
  "noun",
  "plural",
  "verb",
  "thirdPerson",
  "past",
  "ing",
  "adjective",
  "comparative",
  "adverb",
  "name",
  "onlyName",
  "oftenNoun",
  "oftenVerb",
  "oftenAdjective",
  "preposition",
  "person",
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** The row of a word by its hash; 0 where unknown. */
export function wordRow(table: WordTable, hash: number): number {
  let slot = hash & table.mask;
  for (let row = table.slots[slot]!; row !== 0; row = table.slots[slot]!) {
    if (table.keys[row] === hash) return row;
    slot = (slot + 1) & table.mask;
  }
  return 0;
}

/** Whether the dictionary lists the word in this class, whatever its case. */
export function isInClass(table: WordTable, form: string, wordClass: WordClass): boolean {
  const bits = table.classes[wordRow(table, hashWord(form))]!;
  return ((bits >> WORD_CLASSES.indexOf(wordClass)) & 1) === 1;
}

/** One word of the table before it is packed. */
export interface WordEntry {
  classes: number;
  group: number;
  coarse: number;
  habit: number;
  usualCase: number;
}

const MAGIC = 0x31545750; // "PWT1"
const ROW_BYTES = 11;

export function encodeWordTable(words: ReadonlyMap<number, WordEntry>): Uint8Array {
  const keys = [...words.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
  const n = keys.length;
  const bytes = new Uint8Array(8 + ROW_BYTES * n);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, n, true);
  for (let i = 0; i < n; i++) {
    const word = words.get(keys[i]!)!;
    view.setInt32(8 + 4 * i, keys[i]!, true);
    view.setUint16(8 + 4 * n + 2 * i, word.classes, true);
    view.setUint16(8 + 6 * n + 2 * i, word.group, true);
    view.setUint16(8 + 8 * n + 2 * i, word.habit, true);
    bytes[8 + 10 * n + i] = word.coarse | (word.usualCase << 6);
  }
  return bytes;
}

/** Throws where the bytes are not a word table. */
export function decodeWordTable(bytes: Uint8Array): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error("not a word table: the file does not begin with PWT1");
  const n = view.getUint32(4, true);
  if (bytes.byteLength !== 8 + ROW_BYTES * n) throw new Error("not a word table: the file is cut short");
  let size = 16;
  while (size < 2 * n) size *= 2;
  const table: WordTable = {
    slots: new Int32Array(size),
    mask: size - 1,
    keys: new Int32Array(n + 1),
    classes: new Uint16Array(n + 1),
    groups: new Uint16Array(n + 1),
    coarse: new Uint8Array(n + 1),
    habits: new Uint16Array(n + 1),
    usualCase: new Uint8Array(n + 1),
  };
  for (let i = 0; i < n; i++) {
    const row = i + 1;
    const key = view.getInt32(8 + 4 * i, true);
    table.keys[row] = key;
    table.classes[row] = view.getUint16(8 + 4 * n + 2 * i, true);
    table.groups[row] = view.getUint16(8 + 6 * n + 2 * i, true);
    table.habits[row] = view.getUint16(8 + 8 * n + 2 * i, true);
    table.coarse[row] = bytes[8 + 10 * n + i]! & 63;
    table.usualCase[row] = bytes[8 + 10 * n + i]! >> 6;
    let slot = key & table.mask;
    while (table.slots[slot] !== 0) slot = (slot + 1) & table.mask;
    table.slots[slot] = row;
  }
  return table;
}
