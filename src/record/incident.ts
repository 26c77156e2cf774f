import type { Certainty, Harm, Hedge, Stance } from "../coding/claim.js";
import type { EventMode, EventType } from "../coding/event-types.js";
import type { DateInterval } from "../text/civil-date.js";
import type { IncidentKind, PlaceFact, Telling } from "./telling.js";
import type { VictimSort } from "./toll-sort.js";
import type { Verdict } from "./verdicts.js";

/** What the record knows of a report beside its claims. */
export interface ReportRef {
  readonly hash: string;
  /** What the report is called in print: a file's name without extension. */
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: DateInterval;
  /** Names the group of near-duplicates and revisions that the report belongs to. */
  readonly origin: string;
}

/** Words that carry an answer: a claim in a report. */
export interface Evidence {
  readonly claim: string;
  readonly report: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly certainty: Certainty;
  readonly ruling: "confirmed" | "corrected" | "added" | null;
}

/** What one source says on one facet. `reports` and `origins` count who carries it; copies of one wire story are one origin. */
export interface Answer<T> {
  /** A party's code, "officials", a sort of speaker; null: outlets in their own voice. */
  readonly source: string | null;
  readonly stance: Stance;
  readonly value: T | null;
  readonly evidence: readonly Evidence[];
  readonly reports: number;
  readonly origins: number;
  /** What the source said before, oldest first, where its answer changed: an update and not a contradiction. */
  readonly before: readonly {
    readonly asOf: string | null;
    readonly value: T | null;
    readonly evidence: readonly Evidence[];
  }[];
  /** Day from which the answer stands: the publication of the report that carries it. */
  readonly asOf: string | null;
}

export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: Hedge;
  readonly words: string;
  /** It is said to come on top of another figure ("four more soldiers"): it is no total. */
  readonly more: boolean;
}

/** One question about an incident with every source's answer. */
export interface Facet<T> {
  readonly answers: readonly Answer<T>[];
  readonly verdict: Verdict;
}

/** Tolls of one harm to one sort of victim of one side. */
export interface TollCell extends Facet<Figure> {
  readonly harm: Harm;
  readonly party: string | null;
  readonly sort: VictimSort;
  /** PLOVER's kind as most of the claims have it: "military", "militant" … */
  readonly kind: string;
  readonly perpetrators: readonly string[];
}

/** A source's total beside the parts that sources give for it: 10 = 8 + 2. */
export interface TollSum {
  readonly total: { readonly claim: string; readonly low: number; readonly words: string };
  readonly parts: readonly { readonly claim: string; readonly low: number; readonly words: string }[];
  /** Whether the parts make up the total; false where they are only some of it. */
  readonly complete: boolean;
}

export interface What {
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
}

/** One thing that happened in the world, as told by all claims about it. */
export interface Incident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly date: DateInterval;
  readonly place: PlaceFact | null;
  readonly parties: readonly string[];
  readonly types: readonly EventType[];
  readonly modes: readonly EventMode[];
  readonly initiator: Facet<string>;
  readonly what: Facet<What>;
  readonly when: Facet<DateInterval>;
  readonly where: Facet<PlaceFact>;
  readonly tolls: readonly TollCell[];
  readonly sums: readonly TollSum[];
  /** The strongest disagreement among its facets; without one, the best support. */
  readonly verdict: Verdict;
  readonly reports: readonly ReportRef[];
  readonly origins: number;
  readonly tellings: readonly Telling[];
}
