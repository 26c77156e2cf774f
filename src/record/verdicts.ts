import type { Stance } from "../coding/claim.js";

/** How an incident's facet stands between its sources. @see docs/record.md, "Verdicts" */
export const VERDICTS = ["single-source", "corroborated", "admitted", "contested", "denied"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One party's position on a facet, as the verdict weighs it. */
export interface Position<T> {
  /** Innermost source: a party's code, "officials", a sort of speaker; null is an outlet in its own voice. */
  readonly source: string | null;
  readonly stance: Stance;
  /** What it says; null where it only denies. */
  readonly value: T | null;
}

/**
 * The verdict over the positions of different sources. Repetition by outlets counts for nothing: an outlet in its own voice
 * neither corroborates nor contests. Depends on the set of positions alone.
 *
 * @param compatible whether two answers can both be so
 * @param against whether a source that says this speaks against its own interest
 */
export function verdictOf<T>(
  positions: readonly Position<T>[],
  compatible: (a: T, b: T) => boolean,
  against: (source: string, value: T) => boolean = () => false,
): Verdict {
  const saying = positions.filter(
    (p) => (p.stance === "asserts" || p.stance === "confirms") && p.value !== null,
  );
  const named = saying.filter((p) => p.source !== null);
  const incompatible = named.some((a) =>
    named.some((b) => a.source !== b.source && !compatible(a.value as T, b.value as T)),
  );
  if (incompatible) return "contested";
  const denying = positions.filter((p) => p.stance === "denies");
  const denied = denying.some((d) => saying.some((s) => s.source !== d.source));
  if (denied) return "denied";
  if (named.some((p) => against(p.source as string, p.value as T))) return "admitted";
  return new Set(named.map((p) => p.source)).size > 1 ? "corroborated" : "single-source";
}
