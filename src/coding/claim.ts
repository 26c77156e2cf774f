import type { DateInterval } from "../text/civil-date.js";
import type { Span } from "../text/span.js";
import type { EventMode, EventType } from "./event-types.js";
import type { PartyRef } from "./party.js";
import type { Means, Target } from "./thing-kinds.js";

export const STATUSES = [
  "happened",
  "ongoing",
  "planned",
  "called-for",
  "offered",
  "threatened",
  "hypothetical",
  "denied",
] as const;
export type Status = (typeof STATUSES)[number];

export const STANCES = ["asserts", "confirms", "denies", "doubts"] as const;
export type Stance = (typeof STANCES)[number];

export const CERTAINTIES = ["stated", "hedged", "distanced"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * What an attribution is: `speech` (says), `act` (a stance taken in words: urges, accuses, welcomes), `thought` (belief,
 * intention, wish), `evidence` (a thing shows it), `hearsay` (nobody is named), `scare-quote` (a word the outlet sets apart).
 */
export const ATTRIBUTION_KINDS = ["speech", "act", "thought", "evidence", "hearsay", "scare-quote"] as const;
export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number];

export const HARMS = ["killed", "wounded", "captured", "missing", "displaced", "destroyed"] as const;
export type Harm = (typeof HARMS)[number];

export const VICTIM_KINDS = [
  "military",
  "militant",
  "civilian",
  "police",
  "official",
  "mixed",
  "equipment",
  "unknown",
] as const;
export type VictimKind = (typeof VICTIM_KINDS)[number];

export const HEDGES = ["exact", "at-least", "more-than", "about", "up-to", "vague"] as const;
export type Hedge = (typeof HEDGES)[number];

export const INITIATIVE_ACTS = [
  "calls-for",
  "offers",
  "hosts",
  "mediates",
  "brokers",
  "welcomes",
  "accepts",
  "rejects",
  "ceasefire-agreed",
  "ceasefire-violated",
  "talks-collapse",
] as const;
export type InitiativeAct = (typeof INITIATIVE_ACTS)[number];

/** A count as its source put it, both bounds included; `high: null` is open above. A vague word has both null. */
export interface Count {
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: Hedge;
  /** The words of the figure with its hedge, as written. */
  readonly words: string;
}

/** Who says it. `source` null is the outlet's own hearsay ("reportedly"). */
export interface Attribution extends Span, Provenance {
  /** Index in the coded report's list. */
  readonly id: number;
  /** Words of the speaker as written at the cue, or of the running speaker; null where nobody is named. */
  readonly source: string | null;
  readonly sourceSpan: Span | null;
  /** The first of `parties`, or null. */
  readonly party: PartyRef | null;
  /** All parties that say it ("Afghan officials and the UN reported"); empty where nobody is named. */
  readonly parties: readonly PartyRef[];
  /** Speaker's personal name, where known. */
  readonly speaker: string | null;
  readonly cue: string;
  readonly cueSpan: Span;
  readonly kind: AttributionKind;
  /** The cue is a noun or an adjective, which mentions what is said more than it says it ("Kabul's denial of …"). */
  readonly nominal: boolean;
  readonly stance: Stance;
  readonly certainty: Certainty;
  /** Direct speech: the content stands in quotation marks. */
  readonly direct: boolean;
  /** The attribution inside whose content this one lies, outermost first; empty where the outlet itself reports it. */
  readonly within: readonly number[];
  /** What it says of another claim ("claims Pakistan denies"): span of the claim answered. */
  readonly answers: Span | null;
  /** Tokens of one attribution may be in pieces ("…," he said, "…"): all of them; start…end is the first to the last. */
  readonly pieces: readonly Span[];
}

/** A slot that could not be filled, and why. */
export interface Abstention {
  readonly slot: string;
  readonly reason: string;
}

export interface Provenance {
  /** Which rule or lexicon entry made it: "frame:airstrike/noun". */
  readonly rule: string;
  /** "tree", or "surface" where the tree was not to be trusted. */
  readonly by: "tree" | "surface";
}

/** A claim with how often such a claim is right, 0 to 1, and such a date and place; null where there is none. @see docs/record.md, "Confidence" */
export type Rated<T> = T & { readonly confidence: number } & (T extends { readonly date: DateInterval }
    ? { readonly dateConfidence: number | null }
    : unknown) &
  (T extends { readonly place: PlaceRef | null } ? { readonly placeConfidence: number | null } : unknown);

export interface EventClaim extends Span, Provenance {
  readonly id: number;
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly actor: readonly PartyRef[];
  readonly recipient: readonly PartyRef[];
  readonly broker: readonly PartyRef[];
  /** Weapons that it was done with; empty where none is named. */
  readonly means: readonly Means[];
  /** Things that it struck; who was struck is the recipient. */
  readonly targets: readonly Target[];
  readonly date: DateInterval;
  readonly place: PlaceRef | null;
  readonly status: Status;
  readonly certainty: Certainty;
  /** Attribution ids, innermost last; empty where the outlet says it in its own voice. */
  readonly attributions: readonly number[];
  /** Innermost asserting parties. */
  readonly sources: readonly PartyRef[];
  readonly trigger: Span;
  /** Both sides act and suffer. */
  readonly mutual: boolean;
  /** The event that calls for, offers, plans or threatens this one, or of which it is a part; null where it is told for itself. */
  readonly contentOf: number | null;
  readonly abstentions: readonly Abstention[];
}

export interface Toll extends Span, Provenance {
  readonly id: number;
  readonly harm: Harm;
  readonly of: { readonly party: PartyRef | null; readonly kind: VictimKind; readonly words: string };
  readonly count: Count;
  readonly perpetrator: PartyRef | null;
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
  readonly speaker: string | null;
  readonly stance: Stance;
  readonly certainty: Certainty;
  /** Id of the larger toll that this is a part of. */
  readonly partOf: number | null;
  readonly date: DateInterval;
  readonly place: PlaceRef | null;
}

/** How fine a place is known. `unresolved`: a name that the gazetteer does not have. */
export const PLACE_PRECISIONS = [
  "exact",
  "near",
  "district",
  "province",
  "region",
  "country",
  "water-air",
  "unresolved",
] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** A place that a claim names; `country` and coordinates only where the gazetteer has it. */
export interface PlaceRef extends Span {
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: PlacePrecision;
}

export interface InitiativeClaim extends Span, Provenance {
  readonly id: number;
  readonly thirdParty: readonly PartyRef[];
  readonly parties: readonly PartyRef[];
  readonly act: InitiativeAct;
  readonly date: DateInterval;
  readonly status: Status;
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
}

export const SEQUENCE_RELATIONS = ["response", "after"] as const;
/** `response`: the later happening answered the earlier; `after`: only order in time. */
export type SequenceRelation = (typeof SEQUENCE_RELATIONS)[number];

/** What one source says of the order of two happenings: that one came after another, or answered it. */
export interface SequenceClaim extends Span, Provenance {
  readonly id: number;
  readonly relation: SequenceRelation;
  /** Id of the later event. */
  readonly event: number;
  /** Id of the earlier event; null where it is only described. */
  readonly to: number | null;
  /** Words of the earlier happening, where the same words tell it; never null where `to` is. */
  readonly toSpan: Span | null;
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
}

export const INITIATOR_HOWS = ["began", "responded"] as const;
/** `began`: its act is told as the first; `responded`: the other side's act is told as an answer, so that it began. */
export type InitiatorHow = (typeof INITIATOR_HOWS)[number];

/** Who began it, as one source tells it. `party` is always the one that began. */
export interface InitiatorClaim extends Span, Provenance {
  readonly id: number;
  /** The act by which it began; for `responded` the act that answered it or, where no words tell that one, the act or fight answered. */
  readonly event: number;
  readonly party: PartyRef;
  readonly how: InitiatorHow;
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
}

/** A loaded word and whose it is; null is the outlet's. */
export interface LoadedWord extends Span {
  readonly word: string;
  readonly neutral: string;
  readonly party: PartyRef | null;
}

/** A passage or sentence that was seen and not coded, and why. */
export interface Uncoded extends Span {
  readonly reason: string;
}
