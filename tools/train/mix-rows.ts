import type { WeightRows } from "../../src/language/linear-model.js";

/**
 * The mean of several models over the same classes, as one model: linear models trained in different orders make different
 * mistakes, and their mean costs nothing more to run. Entries under `threshold` are left out.
 */
export function meanOfRows(models: readonly WeightRows[], threshold: number): WeightRows {
  const at = models.map(() => 0);
  const entryAt = models.map(() => 0);
  const most = models.reduce((n, m) => n + m.keys.length, 0);
  const mostEntries = models.reduce((n, m) => n + m.entryClass.length, 0);
  const keys = new Int32Array(most);
  const counts = new Uint8Array(most);
  const entryClass = new Uint8Array(mostEntries);
  const entryWeight = new Float32Array(mostEntries);
  const sums = new Float64Array(models[0]!.classes);
  let rows = 0;
  let entries = 0;
  for (;;) {
    let least = Number.POSITIVE_INFINITY;
    for (let m = 0; m < models.length; m++)
      if (at[m]! < models[m]!.keys.length) least = Math.min(least, models[m]!.keys[at[m]!]! >>> 0);
    if (least === Number.POSITIVE_INFINITY) break;
    sums.fill(0);
    for (let m = 0; m < models.length; m++) {
      const model = models[m]!;
      if (at[m]! >= model.keys.length || model.keys[at[m]!]! >>> 0 !== least) continue;
      const end = entryAt[m]! + model.counts[at[m]!]!;
      for (let e = entryAt[m]!; e < end; e++)
        sums[model.entryClass[e]!] = sums[model.entryClass[e]!]! + model.entryWeight[e]! / models.length;
      entryAt[m] = end;
      at[m] = at[m]! + 1;
    }
    const before = entries;
    for (let c = 0; c < sums.length; c++) {
      if (sums[c] === 0 || Math.abs(sums[c]!) < threshold) continue;
      entryClass[entries] = c;
      entryWeight[entries++] = sums[c]!;
    }
    if (entries === before) continue;
    keys[rows] = least | 0;
    counts[rows++] = entries - before;
  }
  return {
    classes: models[0]!.classes,
    keys: keys.slice(0, rows),
    counts: counts.slice(0, rows),
    entryClass: entryClass.slice(0, entries),
    entryWeight: entryWeight.slice(0, entries),
  };
}
