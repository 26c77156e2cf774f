import type { MatrixRow } from "../../../formats/matrix-rows.js";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";
import type { Evidence } from "../../../record/incident.js";

/** Kinds of sources beside the sides themselves. */
export const VOICES = ["organisations", "others", "officials", "unnamed", "outlets"] as const;
/** A side's code after "side:", or a kind of source. */
export type Voice = `side:${string}` | (typeof VOICES)[number];

export const VOICE_WORDS: Record<(typeof VOICES)[number], string> = {
  organisations: "international organisations",
  others: "other parties",
  officials: "unnamed officials",
  unnamed: "witnesses and others not named",
  outlets: "outlets themselves",
};

/** Which kind of source a speaker is. */
export function voiceOf(
  source: string | null,
  sides: readonly string[],
  isOrganisation: (code: string) => boolean,
): Voice {
  if (source === null) return "outlets";
  if (source === "officials") return "officials";
  if (UNNAMED_SPEAKERS.includes(source)) return "unnamed";
  if (isOrganisation(source)) return "organisations";
  return sides.includes(source) ? `side:${source}` : "others";
}

export interface Segment {
  readonly voice: Voice;
  readonly speakers: readonly (string | null)[];
  /** Statements: copies of one story and versions of one article count once. */
  readonly statements: number;
  /** Of all statements, 0 to 1. */
  readonly share: number;
}

/** The bar of an incident's sources, in the order of the columns; empty where nobody speaks. */
export function segmentsOf(
  rows: readonly MatrixRow[],
  speakers: readonly (string | null)[],
  voice: (source: string | null) => Voice,
  originOf: (report: string) => string,
): Segment[] {
  const found = new Map<Voice, { speakers: (string | null)[]; statements: number }>();
  for (const source of speakers) {
    const v = voice(source);
    const segment = found.get(v) ?? { speakers: [], statements: 0 };
    segment.speakers.push(source);
    for (const a of rows.flatMap((r) => r.answers.get(source) ?? []))
      for (const told of [a.evidence, ...a.before.map((b) => b.evidence)])
        segment.statements += originsOf(told, originOf);
    found.set(v, segment);
  }
  const total = [...found.values()].reduce((n, s) => n + s.statements, 0);
  return [...found].map(([v, s]) => ({ voice: v, ...s, share: total === 0 ? 0 : s.statements / total }));
}

const originsOf = (evidence: readonly Evidence[], originOf: (report: string) => string): number =>
  new Set(evidence.map((e) => originOf(e.report))).size;
