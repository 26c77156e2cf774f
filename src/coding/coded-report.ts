import type { Report } from "../sources/report.js";
import type { Span } from "../text/span.js";
import type {
  Attribution,
  EventClaim,
  InitiativeClaim,
  InitiatorClaim,
  LoadedWord,
  Rated,
  SequenceClaim,
  Toll,
  Uncoded,
} from "./claim.js";

/** Versions of what made the claims: of the program, its lexicons and its models. */
export interface CoderVersion {
  readonly parley: string;
  /** Hash of all lexicon files. */
  readonly lexicons: string;
  /** Hash of the model files. */
  readonly models: string;
}

/** All that one report says, every claim with the span that supports it. Lists are in the order of the text. */
export interface CodedReport {
  readonly report: Report;
  /** The sentences that were read, in the order of the text; headings above a body are not among them. */
  readonly sentences: readonly Span[];
  readonly attributions: readonly Rated<Attribution>[];
  readonly events: readonly Rated<EventClaim>[];
  readonly tolls: readonly Rated<Toll>[];
  readonly initiatives: readonly Rated<InitiativeClaim>[];
  /** What came after what, or answered it. */
  readonly sequences: readonly SequenceClaim[];
  /** Who began it. */
  readonly initiators: readonly InitiatorClaim[];
  readonly loadedWords: readonly LoadedWord[];
  /** What was seen and not coded, with the reason. */
  readonly uncoded: readonly Uncoded[];
  readonly version: CoderVersion;
}
