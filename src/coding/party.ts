import type { Span } from "../text/span.js";

/** PLOVER's sectors. @see docs/record.md */
export const SECTORS = [
  "GOV",
  "MIL",
  "COP",
  "PRM",
  "SPY",
  "REB",
  "UAF",
  "CRM",
  "CVL",
  "REF",
  "JRN",
  "MED",
  "EDU",
  "REL",
  "BUS",
  "LAB",
  "AGR",
  "SOC",
  "LEG",
  "JUD",
  "PTY",
  "OPP",
  "ELI",
  "PRE",
  "UNK",
  "IGO",
  "NGO",
] as const;
export type Sector = (typeof SECTORS)[number];

/**
 * Who acts, speaks or suffers, as resolved.
 * `code`: ISO 3166-1 alpha-3 for a state and what acts for it, "UN", "EU", or a group's usual short name ("TTP");
 * null for somebody of no known side ("gunmen", "officials").
 */
export interface PartyRef {
  readonly code: string | null;
  /** The side's country where it has one: ISO alpha-3. For a group, where its fight is. */
  readonly country: string | null;
  readonly sector: Sector | null;
  /** Words as written where it was found. */
  readonly words: string;
  readonly span: Span;
}

/** Bodies of many states, aid organisations, media: who stands outside a quarrel. */
export const isOnlooker = ({ sector }: Pick<PartyRef, "sector">): boolean =>
  sector === "IGO" || sector === "NGO" || sector === "JRN";

const OFFICIAL_SECTORS = new Set(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"]);

/** A party's code; "officials" for unnamed officials of no known side; null for others of no known side. */
export function factsCode(p: PartyRef | null): string | null {
  if (!p) return null;
  if (p.code) return p.code;
  return p.sector &&
    OFFICIAL_SECTORS.has(p.sector) &&
    /\bofficials?\b|\bauthorit|\bpolice\b|\bsources?\b/i.test(p.words)
    ? "officials"
    : null;
}
