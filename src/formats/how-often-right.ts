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

// Both lists are written by bench/accuracy/write-figures.ts: change them there.
export const HOW_OFTEN_RIGHT: readonly HowOftenRight[] = [
  { field: "event type", percent: 81, figure: "first type", of: 1050, set: "PLV, 1,050 sentences" },
  {
    field: "event type",
    percent: 83.4,
    figure: "first type",
    of: 151,
    set: "PLOVER gold records, 151 sentences",
  },
  { field: "actor", percent: 89, figure: "actor F1", of: 151, set: "PLOVER gold records, 151 sentences" },
  {
    field: "recipient",
    percent: 83.1,
    figure: "recipient F1",
    of: 151,
    set: "PLOVER gold records, 151 sentences",
  },
  { field: "date", percent: 78.5, figure: "value F1", of: 1822, set: "TimeBank and AQUAINT, 256 articles" },
  {
    field: "date",
    percent: 86.3,
    figure: "date interval has the date",
    of: 73,
    set: "MUC-4 dev, 100 reports of attacks",
  },
  {
    field: "place",
    percent: 84.8,
    figure: "within 161 km, of those found",
    of: 3867,
    set: "LGL, 588 local American articles",
  },
  {
    field: "attribution source",
    percent: 84.6,
    figure: "source F1",
    of: 1283,
    set: "PolNeAR dev, 84 articles on US politics",
  },
  {
    field: "attribution cue",
    percent: 88.3,
    figure: "cue F1",
    of: 1283,
    set: "PolNeAR dev, 84 articles on US politics",
  },
  {
    field: "attribution content",
    percent: 86.9,
    figure: "content overlap F1",
    of: 1283,
    set: "PolNeAR dev, 84 articles on US politics",
  },
  {
    field: "toll number",
    percent: 92.1,
    figure: "share of those read",
    of: 63,
    set: "MUC-4 dev, 100 reports of attacks",
  },
  { field: "initiative", percent: 94.1, figure: "share of those read", of: 85, set: "our samples" },
];

export const HOW_SURE: readonly HowSure[] = [
  { kind: "event", off: 5.9, of: 1001 },
  { kind: "attribution", off: 6.7, of: 1489 },
  { kind: "date", off: 4.3, of: 905 },
  { kind: "toll", off: 3.5, of: 63 },
  { kind: "place", off: 1.5, of: 2042 },
];

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
