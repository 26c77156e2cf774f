import { feature, hashWord } from "./feature-hash.js";

/**
 * What lists say about words and phrases that may be names. Keyed by hash, so that no names are stored.
 *
 * File: "PNT1"; uint32 rows; then uint32 keys in rising order, uint8 lists, uint8 cluster. @see models/README.md
 */
export interface NameTable {
  /** `slots[i]` is 1 + the row, 0 where the slot is free. */
  readonly slots: Int32Array;
  readonly mask: number;
  readonly keys: Int32Array;
  /** Bits of NAME_LISTS. Row 0 stands for what is in no list, in both columns. */
  readonly lists: Uint8Array;
  /** Words of like company (a name's language and trade, mostly), 1 to 255; 0 is none. Single words only. */
  readonly clusters: Uint8Array;
}

/** Bits of `NameTable.lists`, lowest first. The first three are of whole names, the others of single words. */
export const NAME_LISTS = [
  "person",
  "organisation",
  "place",
  "given",
  "family",
  "inOrganisation",
  "inPlace",
] as const;
export type NameList = (typeof NAME_LISTS)[number];

/** Longer phrases are not looked for. */
export const MAX_PHRASE = 5;

/** Key of a phrase from that of its beginning and the hash of its next word; a single word's key is its hash. */
export function phraseKey(before: number, word: number): number {
  return feature(997, before, word);
}

/** Key of the words of a phrase. */
export function keyOfWords(words: readonly string[]): number {
  return words.map(hashWord).reduce(phraseKey);
}

/** The row of a word or phrase; 0 where it is in no list. */
export function nameRow(table: NameTable, key: number): number {
  let slot = key & table.mask;
  for (let row = table.slots[slot]!; row !== 0; row = table.slots[slot]!) {
    if (table.keys[row] === key) return row;
    slot = (slot + 1) & table.mask;
  }
  return 0;
}

/** One row before it is packed. */
export interface NameEntry {
  lists: number;
  cluster: number;
}

const MAGIC = 0x31544e50; // "PNT1"
const ROW_BYTES = 6;

export function encodeNameTable(rows: ReadonlyMap<number, NameEntry>): Uint8Array {
  const keys = [...rows.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
  const n = keys.length;
  const bytes = new Uint8Array(8 + ROW_BYTES * n);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, n, true);
  keys.forEach((key, i) => {
    const row = rows.get(key)!;
    view.setInt32(8 + 4 * i, key, true);
    bytes[8 + 4 * n + i] = row.lists;
    bytes[8 + 5 * n + i] = row.cluster;
  });
  return bytes;
}

/**
 * Reads a table at the beginning of `bytes`; `length` is the number of bytes that it takes up. Throws where the bytes are
 * not a name table.
 */
export function decodeNameTable(bytes: Uint8Array): { readonly table: NameTable; readonly length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error("not a table of names: the file does not begin with PNT1");
  const n = view.getUint32(4, true);
  const length = 8 + ROW_BYTES * n;
  if (bytes.byteLength < length) throw new Error("not a table of names: the file is cut short");
  let size = 16;
  while (size < 2 * n) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const keys = new Int32Array(n + 1);
  const lists = new Uint8Array(n + 1);
  const clusters = new Uint8Array(n + 1);
  for (let i = 0; i < n; i++) {
    const row = i + 1;
    const key = view.getInt32(8 + 4 * i, true);
    keys[row] = key;
    lists[row] = bytes[8 + 4 * n + i]!;
    clusters[row] = bytes[8 + 5 * n + i]!;
    let slot = key & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row;
  }
  return { table: { slots, mask, keys, lists, clusters }, length };
}
