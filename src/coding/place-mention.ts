import type { Sentence } from "../language/sentence.js";
import type { PlaceRef } from "./claim.js";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";

/**
 * What a place name does: says where something happens, stands for those who act or for the place as such ("Islamabad said"),
 * is a part of another name ("Kabul Bank"), or names the people of the place ("Afghan", "Afghans").
 */
export const PLACE_ROLES = ["event-place", "party-metonym", "in-name", "people"] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** A place name in a sentence: tokens `from` … `to`, `to` excluded. */
export interface PlaceMention {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** The token that the place modifies, past "town of", "province" and larger places; -1 where it stands alone. */
  readonly governor: number;
  readonly place: PlaceRef;
  readonly role: PlaceRole;
  /** The preposition or relation that makes it the place of something: "in", "near", "obj"; "" where it is none. */
  readonly relation: string;
  /** Why the name is not resolved; null where it is. */
  readonly reason: string | null;
}

/** A sentence in which places are looked for, with all that they are looked up in. */
export interface PlaceSentence {
  readonly parsed: ParsedReport;
  readonly sentence: number;
  readonly s: Sentence;
  readonly gazetteer: Gazetteer;
}

// Names ---------------------------------------------------------------------------------------------------------------

/** A name that may be that of a place, before it is known of which. */
export interface Candidate {
  readonly at: PlaceSentence;
  readonly from: number;
  readonly to: number;
  readonly governor: number;
  readonly relation: string;
  readonly role: PlaceRole;
  readonly entries: readonly GazetteerEntry[];
  /** The name as written, with its direction ("southern Lebanon"). */
  readonly name: string;
  readonly directed: boolean;
  readonly near: boolean;
  /** The country or larger place named right after it ("Goma, DR Congo"): what it can be; empty where there is none. */
  readonly beside: readonly GazetteerEntry[];
}
