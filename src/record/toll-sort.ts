import type { Harm } from "../coding/claim.js";
import { FORCES_WORDS } from "./report-facts.js";
import type { TollFact } from "./telling.js";

/** Sorts of victims that figures are compared within. */
export const VICTIM_SORTS = ["forces", "civilian", "official", "equipment", "unknown"] as const;
export type VictimSort = (typeof VICTIM_SORTS)[number];

/**
 * Soldiers, police and fighters are the forces of their side, whatever the speaker calls them; a side's "own men" too. What is
 * destroyed is equipment where no people are named.
 */
export function sortOf(t: Pick<TollFact, "kind" | "words" | "harm">): VictimSort {
  if (t.kind === "military" || t.kind === "militant" || t.kind === "police") return "forces";
  if (t.kind === "civilian" || t.kind === "official" || t.kind === "equipment") return t.kind;
  if (HARM_TO_THINGS.has(t.harm)) return "equipment";
  return t.kind === "unknown" && FORCES_WORDS.test(t.words) ? "forces" : "unknown";
}

const HARM_TO_THINGS = new Set<Harm>(["destroyed"]);
