import type { DateInterval } from "../text/civil-date.js";
import type { Span } from "../text/span.js";

/** What a part of a report is. An `interruption` (a related headline, an advert, a share line) is never coded. */
export const PASSAGE_KINDS = [
  "headline",
  "dateline",
  "body",
  "subheading",
  "caption",
  "interruption",
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A part of a report; passages are in order, do not overlap and lie inside the text. A body passage is a paragraph. */
export interface Passage extends Span {
  readonly kind: PassageKind;
}

/** When a report appeared, and how that is known: one sentence a reason, and the words where it is stated. */
export interface Published extends DateInterval {
  readonly reasons: readonly string[];
  readonly evidence: Span | null;
}

/** One document as published. `null` is "the document does not say". */
export interface Report {
  /** File name without extension, or the hash of the text where there is no file. */
  readonly id: string;
  /** The normalised text that every span points into. */
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** Canonical address, where the document names one. */
  readonly address: string | null;
  /** ISO 639-1. */
  readonly language: string;
  readonly published: Published;
  /** Place named by the dateline ("ISLAMABAD: …"), as written. */
  readonly datelinePlace: string | null;
}
