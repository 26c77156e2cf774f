import type {
  Certainty,
  Harm,
  Hedge,
  PlacePrecision,
  SequenceRelation,
  Stance,
  Status,
  VictimKind,
} from "../coding/claim.js";
import type { EventMode, EventType } from "../coding/event-types.js";
import type { DateInterval } from "../text/civil-date.js";

/** What sort of thing an incident is: PLOVER's quads, with violence apart from other material conflict. */
export const INCIDENT_KINDS = ["violence", "coercion", "cooperation", "diplomacy"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

const KIND_OF: Partial<Record<EventType, IncidentKind>> = {
  ASSAULT: "violence",
  COERCE: "coercion",
  SANCTION: "coercion",
  MOBILIZE: "coercion",
  PROTEST: "coercion",
  COOPERATE: "cooperation",
  AID: "cooperation",
  RETREAT: "cooperation",
};

/** The kind of incident that an event of this type is, or is part of; words of every sort are diplomacy. */
export const kindOf = (type: EventType): IncidentKind => KIND_OF[type] ?? "diplomacy";

/** A place as the record compares it. Coordinates only where the gazetteer has it. */
export interface PlaceFact {
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: PlacePrecision;
}

/** What every claim carries: its words, whose they are, and where they stand in the report's text (UTF-16 code units). */
export interface ClaimFact {
  /** "<report hash>/e3": the report, then the letter and number that `parley read` prints. */
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Codes of the innermost parties that say it, "officials" for unnamed ones; empty: the outlet in its own voice. */
  readonly sources: readonly string[];
  /** Who says it in the report's words ("a doctor at the district hospital"); null in the outlet's own voice. */
  readonly speaker: string | null;
  readonly stance: Stance;
  readonly certainty: Certainty;
  /** What a ruling did to it; null where the machine's reading stands. */
  readonly ruling: "confirmed" | "corrected" | "added" | null;
}

export interface EventFact extends ClaimFact {
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly status: Status;
  /** It is what another event calls for, offers or plans. */
  readonly isContent: boolean;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly broker: readonly string[];
  readonly date: DateInterval;
  readonly place: PlaceFact | null;
}

export interface TollFact extends ClaimFact {
  readonly harm: Harm;
  readonly party: string | null;
  readonly kind: VictimKind;
  /** The victims as written. */
  readonly words: string;
  /** The side is not named beside the figure; it follows from who speaks. */
  readonly inferredSide: boolean;
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: Hedge;
  /** The figure as written. */
  readonly figure: string;
  readonly perpetrator: string | null;
  /** Id of the larger toll that this is part of. */
  readonly partOf: string | null;
  readonly date: DateInterval;
  readonly place: PlaceFact | null;
}

/** Who began it, by one source: what a report says of the order of blows. */
export interface InitiatorFact extends ClaimFact {
  /** Id of the event that it speaks of. */
  readonly event: string;
  /** The party that began it. */
  readonly party: string;
  /** "began": said outright; "responded": the other is said to have answered it. */
  readonly how: "began" | "responded";
}

/** What one source says of the order of two happenings. */
export interface SequenceFact extends ClaimFact {
  readonly relation: SequenceRelation;
  /** Id of the later event. */
  readonly event: string;
  /** Id of the earlier event; null where it is only described. */
  readonly to: string | null;
  /** Words of the earlier happening, where it is only described. */
  readonly toWords: string | null;
}

/** What one report says about one happening. Tellings of several reports, linked, are an incident. */
export interface Telling {
  /** "i" and 12 letters and digits, from the report's hash and the place of its first claim: the same on every machine. */
  readonly id: string;
  readonly report: string;
  readonly kind: IncidentKind;
  readonly date: DateInterval;
  /** Sides that act, and that are acted upon; codes, sorted. Where both sides fight each is in both. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly places: readonly PlaceFact[];
  readonly events: readonly EventFact[];
  readonly tolls: readonly TollFact[];
  readonly initiators: readonly InitiatorFact[];
  /** What it came after, or answered. */
  readonly sequences: readonly SequenceFact[];
  /** It is a running count ("58,800 killed since the war began") and no single happening. */
  readonly isRunning: boolean;
  /** Words of its sentences that tell one happening from another, lower case, sorted. */
  readonly words: readonly string[];
}

/** All parties of a telling, sorted. */
export const partiesOf = (t: {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}): string[] => [...new Set([...t.actors, ...t.recipients])].sort();
