import { featuresOf, keysOf, LINK_THRESHOLD, linkScore, lookupKeys } from "../../src/record/linking.js";
import { publicationDay } from "../../src/record/record.js";
import type { Telling } from "../../src/record/telling.js";
import type { Reading } from "./readings.js";

/** Why two tellings of one happening are not one incident, or why two of two happenings are. */
export interface Cause {
  /** For counting. */
  readonly group: string;
  readonly detail: string;
}

const featuresIn = (readings: readonly Reading[], t: Telling) =>
  featuresOf(t, publicationDay(readings.find((r) => r.ref.hash === t.report)!.ref));

function pairOf(readings: readonly Reading[], x: Telling, y: Telling) {
  const [a, b] = [featuresIn(readings, x), featuresIn(readings, y)];
  const { score, reasons } = linkScore(a, b);
  const met = new Set(keysOf(a));
  const other = new Set(keysOf(b));
  const meet = lookupKeys(a).some((k) => other.has(k)) || lookupKeys(b).some((k) => met.has(k));
  const why = reasons.map((r) => `${r.weight > 0 ? "+" : ""}${r.weight} ${r.feature}: ${r.why}`).join("; ");
  return { a, b, score, reasons, meet, why };
}

/** Of two pieces of one happening. */
export function causeOfSplit(
  readings: readonly Reading[],
  some: readonly Telling[],
  others: readonly Telling[],
): Cause {
  const pairs = some
    .flatMap((x) => others.filter((y) => y.report !== x.report).map((y) => pairOf(readings, x, y)))
    .sort((p, q) => q.score - p.score);
  const best = pairs[0];
  if (!best) return { group: "split inside one report", detail: "" };
  const detail = `score ${best.score.toFixed(1)}: ${best.why}`;
  if (best.score >= LINK_THRESHOLD) {
    if (!best.meet) return { group: "never compared: no key in common", detail };
    return { group: "linked with something else, or refused in the tree", detail };
  }
  const worst = [...best.reasons].sort((p, q) => p.weight - q.weight)[0];
  if (!worst || worst.weight >= 0) return { group: "too little speaks for it", detail };
  return { group: `against it: ${worst.feature}`, detail };
}

/** Of two happenings in one incident. */
export function causeOfMerge(
  readings: readonly Reading[],
  some: readonly Telling[],
  others: readonly Telling[],
): Cause {
  if (some.some((x) => others.includes(x))) return { group: "one telling inside a report", detail: "" };
  const pairs = some
    .flatMap((x) => others.filter((y) => y.report !== x.report).map((y) => pairOf(readings, x, y)))
    .sort((p, q) => q.score - p.score);
  const best = pairs[0];
  if (!best) return { group: "through a third report", detail: "" };
  const detail = `score ${best.score.toFixed(1)}: ${best.why}`;
  return { group: best.score >= LINK_THRESHOLD ? "linked" : "through a third report", detail };
}
