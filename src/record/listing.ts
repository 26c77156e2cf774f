import type { IncidentKind } from "./telling.js";
import type { Verdict } from "./verdicts.js";

/** An incident as lists show it. */
export interface IncidentListing {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly parties: readonly string[];
  /** "ASSAULT/aerial", "COERCE". */
  readonly acts: readonly string[];
  readonly verdict: Verdict;
  readonly reports: number;
  readonly origins: number;
  readonly cells: readonly ListedCell[];
}

/** A toll cell under UCDP's rule: low, best, high. */
export interface ListedCell {
  readonly harm: string;
  readonly party: string | null;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The highest figure is open above. */
  readonly open: boolean;
}

/** A report as lists show it. */
export interface ReportListing {
  readonly hash: string;
  readonly label: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly address: string | null;
  readonly claims: number;
  /** Other reports of its origin: copies of one wire story, versions of one article. */
  readonly kin: readonly { readonly label: string; readonly why: "copy" | "revision" }[];
}

/** A hit of a search: a report, or a claim in one. `excerpt` marks the words found with « and ». */
export interface SearchHit {
  readonly kind: "report" | "claim";
  readonly report: string;
  readonly label: string;
  readonly claim: string | null;
  readonly incident: string | null;
  readonly excerpt: string;
  readonly from: string | null;
}
