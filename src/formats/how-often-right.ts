import type { RatedKind } from "../coding/confidence.js";

/** Fields of a claim for which it was measured how often they are right. */
export const RIGHT_FIELDS = [
  "event type",
  "actor",
  "recipient",
  "date",
  "place",
  "toll number",
  "attribution source",
  "attribution cue",
  "attribution content",
  "initiative",
] as const;
export type RightField = (typeof RIGHT_FIELDS)[number];

/** How often one kind of field is right on one set of texts, in per cent. */
export interface HowOftenRight {
  readonly field: RightField;
  readonly percent: number;
  /** What was counted: "actor F1", "share of those read". */
  readonly figure: string;
  /** Cases that it rests on. */
  readonly of: number;
  readonly set: string;
}

/** How far the confidence of a kind of claim is off, in per cent of claims, over so many of them. */
export interface HowSure {
  readonly kind: RatedKind;
  readonly off: number;
  readonly of: number;
}

/** The fields that each kind of claim has. */
export const FIELDS_OF: Readonly<Record<Exclude<RatedKind, "date" | "place">, readonly RightField[]>> = {
  event: ["event type", "actor", "recipient", "date", "place"],
  toll: ["toll number", "date", "place"],
  attribution: ["attribution source", "attribution cue", "attribution content"],
  initiative: ["initiative", "date"],
};

// Both lists are written by bench/accuracy/write-how-often-right.ts: change them there.
export const HOW_OFTEN_RIGHT: readonly HowOftenRight[] = [];

export const HOW_SURE: readonly HowSure[] = [];

/** "0.84: of such claims about 8 in 10 are right". */
export function confidenceWords(confidence: number): string {
  const tenths = Math.round(confidence * 10);
  const share = tenths >= 10 ? "nearly all" : tenths <= 0 ? "hardly any" : `about ${tenths} in 10`;
  return `${confidence.toFixed(2)}: of such claims ${share} are right`;
}

/** "78.4 % (first type; PLV, 1,050 sentences)", a part for each set; "" where the field was not measured. */
export function rightWords(field: RightField): string {
  return HOW_OFTEN_RIGHT.filter((r) => r.field === field)
    .map((r) => `${r.percent.toFixed(1)} % (${r.figure}; ${r.set})`)
    .join(", ");
}
