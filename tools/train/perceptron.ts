import { MAX_FEATURES, type Scorer, WEIGHT_SCALE, type WeightRows } from "../../src/language/linear-model.js";

/**
 * An averaged perceptron over hashed features. A row holds only the classes that it was ever updated for; rows are
 * contiguous in a pool and move when they outgrow their place, because following links was two to three times slower.
 */
export class Perceptron {
  readonly classes: number;
  private slots: Int32Array;
  private mask: number;
  private rows = 0;
  private start: Int32Array;
  private length: Uint8Array;
  private room: Uint8Array;
  private updates: Int32Array;
  private keyOf: Int32Array;
  private used = 0;
  /** `weight << 8 | class` */
  private entry: Int32Array;
  private total: Float64Array;
  private since: Int32Array;
  private readonly found = new Int32Array(MAX_FEATURES);
  step = 1;

  constructor(classes: number) {
    this.classes = classes;
    this.slots = new Int32Array(2 << 20);
    this.mask = (1 << 20) - 1;
    this.start = new Int32Array(1 << 19);
    this.length = new Uint8Array(1 << 19);
    this.room = new Uint8Array(1 << 19);
    this.updates = new Int32Array(1 << 19);
    this.keyOf = new Int32Array(1 << 19);
    this.entry = new Int32Array(1 << 21);
    this.total = new Float64Array(1 << 21);
    this.since = new Int32Array(1 << 21);
  }

  /** A `Scorer`: whole-number weights, not averaged. */
  readonly score = (features: Int32Array, count: number, scores: Int32Array): void => {
    const { slots, mask, start, length, entry, found, classes } = this;
    let hits = 0;
    for (let f = 0; f < count; f++) {
      const key = features[f]!;
      let slot = key & mask;
      for (let row = slots[2 * slot + 1]!; row !== 0; row = slots[2 * slot + 1]!) {
        if (slots[2 * slot] === key) {
          found[hits++] = row;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    for (let c = 0; c < classes; c++) scores[c] = 0;
    for (let h = 0; h < hits; h++) {
      const row = found[h]!;
      let e = start[row]!;
      for (const end = e + length[row]!; e < end; e++) {
        const packed = entry[e]!;
        scores[packed & 255] = scores[packed & 255]! + (packed >> 8);
      }
    }
  };

  update(features: Int32Array, count: number, good: number, bad: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.rowFor(features[f]!);
      this.updates[row] = this.updates[row]! + 1;
      this.add(row, good, 1);
      this.add(row, bad, -1);
    }
  }

  private rowFor(key: number): number {
    let slot = key & this.mask;
    for (let row = this.slots[2 * slot + 1]!; row !== 0; row = this.slots[2 * slot + 1]!) {
      if (this.slots[2 * slot] === key) return row;
      slot = (slot + 1) & this.mask;
    }
    const row = ++this.rows;
    if (row + 1 >= this.start.length) {
      this.start = grown(this.start);
      this.length = grown(this.length);
      this.room = grown(this.room);
      this.updates = grown(this.updates);
      this.keyOf = grown(this.keyOf);
    }
    this.keyOf[row] = key;
    this.slots[2 * slot] = key;
    this.slots[2 * slot + 1] = row;
    this.start[row] = this.take(2);
    this.room[row] = 2;
    if (this.rows * 2 > this.mask) this.rehash();
    return row;
  }

  private rehash(): void {
    const size = 2 * (this.mask + 1);
    this.mask = size - 1;
    this.slots = new Int32Array(2 * size);
    for (let row = 1; row <= this.rows; row++) {
      let slot = this.keyOf[row]! & this.mask;
      while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
      this.slots[2 * slot] = this.keyOf[row]!;
      this.slots[2 * slot + 1] = row;
    }
  }

  private take(room: number): number {
    const at = this.used;
    this.used += room;
    while (this.used > this.entry.length) {
      this.entry = grown(this.entry);
      this.total = grown(this.total);
      this.since = grown(this.since);
    }
    return at;
  }

  private add(row: number, cls: number, by: number): void {
    let at = this.start[row]!;
    const length = this.length[row]!;
    for (const end = at + length; at < end; at++) {
      if ((this.entry[at]! & 255) !== cls) continue;
      const weight = this.entry[at]! >> 8;
      this.total[at] = this.total[at]! + weight * (this.step - this.since[at]!);
      this.since[at] = this.step;
      this.entry[at] = ((weight + by) << 8) | cls;
      return;
    }
    if (length === this.room[row]) {
      const room = Math.min(2 * length, 128);
      const to = this.take(room);
      const from = this.start[row]!;
      this.entry.copyWithin(to, from, from + length);
      this.total.copyWithin(to, from, from + length);
      this.since.copyWithin(to, from, from + length);
      this.start[row] = to;
      this.room[row] = room;
    }
    at = this.start[row]! + length;
    this.entry[at] = (by << 8) | cls;
    this.total[at] = 0;
    this.since[at] = this.step;
    this.length[row] = length + 1;
  }

  /** Averaged weights of rows updated at least `minUpdates` times, entries under `threshold` left out. */
  averaged(minUpdates: number, threshold: number): WeightRows {
    const order: number[] = [];
    for (let row = 1; row <= this.rows; row++) if (this.updates[row]! >= minUpdates) order.push(row);
    order.sort((a, b) => (this.keyOf[a]! >>> 0) - (this.keyOf[b]! >>> 0));
    const keys = new Int32Array(order.length);
    const counts = new Uint8Array(order.length);
    const entryClass = new Uint8Array(this.used);
    const entryWeight = new Float32Array(this.used);
    let kept = 0;
    let entries = 0;
    for (const row of order) {
      const before = entries;
      const from = this.start[row]!;
      for (let at = from; at < from + this.length[row]!; at++) {
        const weight = this.entry[at]! >> 8;
        const mean = (this.total[at]! + weight * (this.step - this.since[at]!)) / this.step;
        if (Math.abs(mean) < threshold) continue;
        entryClass[entries] = this.entry[at]! & 255;
        entryWeight[entries++] = mean;
      }
      if (entries === before) continue;
      keys[kept] = this.keyOf[row]!;
      counts[kept++] = entries - before;
    }
    return {
      classes: this.classes,
      keys: keys.slice(0, kept),
      counts: counts.slice(0, kept),
      entryClass: entryClass.slice(0, entries),
      entryWeight: entryWeight.slice(0, entries),
    };
  }

  get size(): string {
    return `${this.rows} rows, ${this.used} places`;
  }
}

/** A scorer for training on top of a finished model: its whole-number scores and those of the perceptron in the same measure. */
export function onTop(base: Scorer, perceptron: Perceptron): Scorer {
  const more = new Int32Array(perceptron.classes);
  return (features, count, scores) => {
    base(features, count, scores);
    perceptron.score(features, count, more);
    for (let c = 0; c < more.length; c++) scores[c] = scores[c]! + WEIGHT_SCALE * more[c]!;
  };
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(array: T): T {
  const Kind = array.constructor as new (size: number) => T;
  const out = new Kind(array.length * 2);
  out.set(array);
  return out;
}
