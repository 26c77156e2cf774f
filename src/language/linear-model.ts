/**
 * The one kind of model that tags, parses and finds names: for each feature a short row of weights, one for each class
 * that the feature ever spoke for or against. The score of a class is the sum over the features present.
 *
 * File: "PLM1"; uint32 classes, rows, entries; float32 largest weight; then uint32 keys in rising order, uint8 entries in
 * each row, uint8 class of each entry, int8 weight of each entry. Weights are square-root companded
 * (w = sign(q) (q/127)² largest): the few large bias-like weights matter, and linear steps would lose the small ones.
 */
export interface LinearModel {
  readonly classes: number;
  /** Open addressing: `slots[2i]` is the key, `slots[2i + 1]` is `start << 7 | count` into `entries`. */
  readonly slots: Int32Array;
  /** One bit a slot, small enough to stay in the cache: most features asked for are absent. */
  readonly occupied: Int32Array;
  readonly mask: number;
  /** `weight << 8 | class`. */
  readonly entries: Int32Array;
  /** Rows found for the features last asked for. Scratch space, of no meaning between calls. */
  readonly found: Int32Array;
}

/** Whole-number weights are the trained ones times this. */
export const WEIGHT_SCALE = 64;

/** At most so many features may be asked for at once. */
export const MAX_FEATURES = 256;

/** At most so many classes: `count` of a row has seven bits. */
const MAX_CLASSES = 127;

/** Adds up the scores of all classes for `count` features; `scores` is overwritten. */
export function scoreClasses(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { slots, occupied, mask, entries, found, classes } = model;
  let hits = 0;
  // All look-ups first, then all additions: the look-ups are independent, so their cache misses overlap.
  for (let f = 0; f < count; f++) {
    const key = features[f]!;
    let slot = key & mask;
    while ((occupied[slot >> 5]! >> (slot & 31)) & 1) {
      if (slots[2 * slot] === key) {
        found[hits++] = slots[2 * slot + 1]!;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  for (let c = 0; c < classes; c++) scores[c] = 0;
  for (let h = 0; h < hits; h++) {
    const row = found[h]!;
    let e = row >>> 7;
    for (const end = e + (row & 127); e < end; e++) {
      const entry = entries[e]!;
      scores[entry & 255] = scores[entry & 255]! + (entry >> 8);
    }
  }
}

/** Rows of a model as trained: keys in rising order as unsigned numbers, `counts[i]` entries each. */
export interface WeightRows {
  readonly classes: number;
  readonly keys: Int32Array;
  readonly counts: Uint8Array;
  readonly entryClass: Uint8Array;
  readonly entryWeight: Float32Array;
}

const MAGIC = 0x314d4c50; // "PLM1"
const HEADER_BYTES = 20;

export function encodeLinearModel(rows: WeightRows): Uint8Array {
  const n = rows.keys.length;
  const m = rows.entryClass.length;
  let largest = 1;
  for (const w of rows.entryWeight) largest = Math.max(largest, Math.abs(w));
  const bytes = new Uint8Array(HEADER_BYTES + 5 * n + 2 * m);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, rows.classes, true);
  view.setUint32(8, n, true);
  view.setUint32(12, m, true);
  view.setFloat32(16, largest, true);
  for (let i = 0; i < n; i++) view.setInt32(HEADER_BYTES + 4 * i, rows.keys[i]!, true);
  bytes.set(rows.counts, HEADER_BYTES + 4 * n);
  bytes.set(rows.entryClass, HEADER_BYTES + 5 * n);
  for (let e = 0; e < m; e++) {
    const w = rows.entryWeight[e]!;
    const q = Math.round(127 * Math.sqrt(Math.abs(w) / largest));
    view.setInt8(HEADER_BYTES + 5 * n + m + e, w < 0 ? -q : q);
  }
  return bytes;
}

/** Throws where the bytes are not a model of this format. */
export function decodeLinearModel(bytes: Uint8Array): LinearModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC)
    throw new Error("not a linear model: the file does not begin with PLM1");
  const classes = view.getUint32(4, true);
  const n = view.getUint32(8, true);
  const m = view.getUint32(12, true);
  const largest = view.getFloat32(16, true);
  if (bytes.byteLength !== HEADER_BYTES + 5 * n + 2 * m || classes > MAX_CLASSES)
    throw new Error("not a linear model: the file is cut short or damaged");

  const weightOf = new Int32Array(256);
  for (let q = -127; q <= 127; q++)
    weightOf[q & 255] = Math.round(Math.sign(q) * (q / 127) ** 2 * largest * WEIGHT_SCALE);
  const entries = new Int32Array(m);
  const classAt = HEADER_BYTES + 5 * n;
  const weightAt = classAt + m;
  for (let e = 0; e < m; e++) entries[e] = (weightOf[bytes[weightAt + e]!]! << 8) | bytes[classAt + e]!;

  let bits = 4;
  while (2 ** bits < 1.6 * n) bits++;
  const mask = 2 ** bits - 1;
  const slots = new Int32Array(2 * (mask + 1));
  const occupied = new Int32Array(Math.ceil((mask + 1) / 32));
  let start = 0;
  for (let i = 0; i < n; i++) {
    const key = view.getInt32(HEADER_BYTES + 4 * i, true);
    const count = bytes[HEADER_BYTES + 4 * n + i]!;
    let slot = key & mask;
    while ((occupied[slot >> 5]! >> (slot & 31)) & 1) slot = (slot + 1) & mask;
    occupied[slot >> 5] = occupied[slot >> 5]! | (1 << (slot & 31));
    slots[2 * slot] = key;
    slots[2 * slot + 1] = (start << 7) | count;
    start += count;
  }
  return { classes, slots, occupied, mask, entries, found: new Int32Array(MAX_FEATURES) };
}

/**
 * What features, parser and tagger need of a model while it runs or is trained: `linearScorer` runs a finished one, the
 * trainer has one of its own.
 */
export type Scorer = (features: Int32Array, count: number, scores: Int32Array) => void;

export function linearScorer(model: LinearModel): Scorer {
  return (features, count, scores) => scoreClasses(model, features, count, scores);
}

/** The scores of `base` and those of a model that was trained on top of it. */
export function scorerOnTop(base: Scorer, model: LinearModel): Scorer {
  const more = new Int32Array(model.classes);
  return (features, count, scores) => {
    base(features, count, scores);
    scoreClasses(model, features, count, more);
    for (let c = 0; c < more.length; c++) scores[c] = scores[c]! + more[c]!;
  };
}
