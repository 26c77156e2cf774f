import type { Count, Harm, VictimKind } from "./claim.js";
import type { PartyRef } from "./party.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** A toll as one sentence tells it, before attributions are laid over it. Tokens `from` … `to` (excluded) are its words. */
export interface TollDraft {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** The word of harm. */
  readonly token: number;
  readonly phrase: VictimPhrase | null;
  readonly harm: Harm;
  readonly count: Count;
  readonly kind: VictimKind;
  readonly party: PartyRef | null;
  /** "its soldiers": the party is to be found outside; `possessiveToken` is the pronoun. */
  readonly possessive: boolean;
  readonly possessiveToken: number;
  /** "killing 15 of their fighters": whose they are not, for who did it has not killed its own; null where nobody is ruled out. */
  readonly othersThan: PartyRef | null;
  /** The party is that of those spoken of before ("nine others"). */
  readonly partyInherited: boolean;
  /** Who tells it where the sentence leaves the word of telling out: "and Kabul that of nine fighters"; else null. */
  readonly teller: PartyRef | null;
  readonly words: string;
  readonly perpetrator: PartyRef | null;
  /** Who did it is told of something before it, not of the harm itself. */
  readonly inferred: boolean;
  readonly partOf: TollDraft | null;
  /** "any soldier": a toll only where it is denied. */
  readonly onlyDenied: boolean;
  readonly rule: string;
  readonly by: "tree" | "surface";
}

type Optional = "inferred" | "partOf" | "othersThan" | "partyInherited" | "teller";

/** What a reader of one kind of wording hands in. */
export type NewDraft = Omit<TollDraft, "sentence" | "by" | "onlyDenied" | Optional> &
  Partial<Pick<TollDraft, Optional>>;

/** Whether two phrases of one sentence share a token. */
export function overlapsPhrase(a: VictimPhrase, b: VictimPhrase): boolean {
  return a.from < b.to && b.from < a.to;
}
