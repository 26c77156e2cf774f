import type { Incident } from "../../src/record/incident.js";
import type { IncidentKind, Telling } from "../../src/record/telling.js";
import type { Linked, Reading } from "./readings.js";

/* What bench/linking/samples.json holds, and what its scores have in common. */

export interface GoldClaim {
  readonly source: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly stance: string;
  readonly documents: readonly string[];
}
export interface GoldToll {
  readonly harm: string;
  readonly of: { readonly party: string | null; readonly kind: string };
  readonly verdict: string;
  readonly alt_verdicts?: readonly string[];
  readonly claims: readonly GoldClaim[];
}
export interface GoldIncident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly optional?: boolean;
  readonly umbrella?: boolean;
  readonly part_of?: string;
  readonly initiator: readonly { readonly source: string | null; readonly party: string }[];
  readonly mentions: readonly { readonly document: string; readonly quote: string; readonly or?: string }[];
  readonly tolls: readonly GoldToll[];
}
export interface GoldInitiative {
  readonly third_party: readonly string[];
  readonly parties: readonly string[];
  readonly status: string;
  readonly alt_status?: readonly string[];
  readonly optional?: boolean;
  readonly history: readonly {
    readonly act: string;
    readonly from: string;
    readonly to: string;
    readonly source: string | null;
  }[];
}
export interface GoldCeasefire {
  readonly id: string;
  readonly parties: readonly string[];
  readonly agreed: { readonly from: string; readonly to: string } | null;
  readonly in_force: { readonly from: string; readonly to: string } | null;
  readonly term_days: number | null;
  readonly state: string;
  readonly alt_states?: readonly string[];
  readonly optional?: boolean;
}
export interface GoldChain {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly source: string | null;
  readonly optional?: boolean;
}
export interface Gold {
  readonly incidents: readonly GoldIncident[];
  readonly initiatives: readonly GoldInitiative[];
  readonly ceasefires: readonly GoldCeasefire[];
  readonly chains: readonly GoldChain[];
  readonly origins: readonly (readonly string[])[];
}

/** A place where a report tells of a gold incident, with what Parley has there. */
export interface Mention {
  readonly key: string;
  readonly gold: GoldIncident;
  readonly or: string | null;
  readonly document: string;
  readonly quote: string;
  readonly reading: Reading;
  readonly telling: Telling | null;
  /** The claim is told by a word that governs these. */
  readonly governed: boolean;
  /** Head lemma and day, for the baseline. */
  readonly lemmaDay: string;
  /** Why nothing was found. */
  readonly unread: string | null;
}

/** What was missed, with what it is put down to. */
export interface Miss {
  readonly about: string;
  readonly cause: string;
  readonly lines: readonly string[];
}

export type Row = Record<string, number>;

/** Each gold incident's incident of the record: the one that holds most of its mentions. */
export type Homes = ReadonlyMap<string, Incident>;

/** The incident of the record that tells a mention; null where it was not read. */
export const incidentOf = (m: Mention, all: Linked): string | null =>
  m.telling ? all.incidentOf.get(m.telling.id)! : null;

/** Speakers of no known side, as the gold and the record name them. */
const SAME_SPEAKER: Record<string, readonly string[]> = {
  hospitals: ["medics", "hospitals"],
  residents: ["residents"],
  "tribal leaders": ["residents", "others", "officials"],
  "HUMAN RIGHTS WATCH": ["HRW"],
};
export const sameSource = (gold: string | null, is: string | null) =>
  gold === null || is === null
    ? gold === is
    : gold === is || gold.toUpperCase() === is.toUpperCase() || (SAME_SPEAKER[gold] ?? []).includes(is);

export function group<T>(list: readonly T[], key: (x: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const x of list) {
    const at = groups.get(key(x));
    if (at) at.push(x);
    else groups.set(key(x), [x]);
  }
  return groups;
}
