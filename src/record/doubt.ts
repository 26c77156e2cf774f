import type { Attribution, EventClaim, InitiativeClaim, Toll } from "../coding/claim.js";
import type { DiplomacyFact } from "./diplomacy.js";
import { type EventFact, kindOf, type TollFact } from "./telling.js";

/** Why a person should look at a claim as it was read, in words, the weightiest first; weight 0 and no words where nothing speaks for it. */
export interface Doubt {
  readonly weight: number;
  readonly reasons: readonly string[];
}

/** A claim of the record beside what the report was read as saying. `said`: the innermost attribution; null in the outlet's own voice. */
export type Doubted = { readonly said: Attribution | null } & (
  | { readonly kind: "event"; readonly fact: EventFact; readonly claim: EventClaim }
  | { readonly kind: "toll"; readonly fact: TollFact; readonly claim: Toll }
  | { readonly kind: "diplomacy"; readonly fact: DiplomacyFact; readonly claim: InitiativeClaim }
);

/** Claims with less than this are not put before a person. Set by hand: of the samples' claims one in four lies above. */
export const DOUBTFUL = 3;

/**
 * How much speaks for a person's look at a claim: reasons weighed by hand, times what is at stake. A claim that a person has
 * ruled on is in no doubt.
 */
export function doubtOf(d: Doubted): Doubt {
  if (d.fact.ruling !== null) return { weight: 0, reasons: [] };
  const found = [...commonReasons(d), ...ownReasons(d)].sort((a, b) => b[0] - a[0]);
  const weight = found.reduce((sum, [n]) => sum + n, 0) * stakeOf(d);
  return { weight: Math.round(weight * 100) / 100, reasons: found.map(([, words]) => words) };
}

/** What a report was read as saying at a claim of the record; null for a claim that a person added. */
export function doubtedOf(
  fact: EventFact | TollFact | DiplomacyFact,
  coded: {
    readonly events: readonly EventClaim[];
    readonly tolls: readonly Toll[];
    readonly initiatives: readonly InitiativeClaim[];
    readonly attributions: readonly Attribution[];
  },
): Doubted | null {
  const number = Number(fact.id.slice(34));
  const saidOf = (claim: Doubted["claim"]) => coded.attributions[claim.attributions.at(-1) ?? -1] ?? null;
  switch (fact.id[33]) {
    case "e": {
      const claim = coded.events.find((e) => e.id === number);
      return claim ? { kind: "event", fact: fact as EventFact, claim, said: saidOf(claim) } : null;
    }
    case "t": {
      const claim = coded.tolls.find((t) => t.id === number);
      return claim ? { kind: "toll", fact: fact as TollFact, claim, said: saidOf(claim) } : null;
    }
    case "i": {
      const claim = coded.initiatives.find((i) => i.id === number);
      return claim ? { kind: "diplomacy", fact: fact as DiplomacyFact, claim, said: saidOf(claim) } : null;
    }
    default:
      return null;
  }
}

type Weighed = readonly [weight: number, words: string];

/** Figures of people harmed weigh most, then force; of words there are many, and less hangs on each. */
function stakeOf(d: Doubted): number {
  if (d.kind === "toll") return d.fact.harm === "killed" ? 1.5 : 1.25;
  if (d.kind === "diplomacy") return 1;
  return { violence: 1.25, coercion: 1, cooperation: 0.75, diplomacy: 0.5 }[kindOf(d.fact.type)];
}

function commonReasons({ fact, said }: Doubted): Weighed[] {
  const found: Weighed[] = [];
  if (said?.by === "surface" && !said.direct)
    found.push([1, "who says it was read by surface rules, not off the tree of the sentence"]);
  if (PRONOUN.test(said?.source ?? ""))
    found.push([0.5, `whom “${said!.source}” stands for was worked out from what comes before`]);
  if (fact.sources.includes("others")) found.push([1, "the speaker is of no known side"]);
  else if (fact.sources.length === 0 && said !== null)
    found.push([1, "somebody says it, and who is not known"]);
  if (fact.certainty === "hedged") found.push([0.5, "it is told with a hedge"]);
  if (fact.certainty === "distanced") found.push([0.5, "the outlet sets itself apart from it"]);
  if (fact.date.from === null && fact.date.to === null) found.push([1, "no day is told"]);
  else if (fact.date.basis === "inferred") found.push([0.5, "the date is inferred"]);
  if (fact.place?.precision === "unresolved") found.push([0.5, "the gazetteer does not have the place"]);
  return found;
}

const PRONOUN = /^(?:he|she|it|they)$/i;

function ownReasons(d: Doubted): Weighed[] {
  switch (d.kind) {
    case "event":
      return eventReasons(d.fact, d.claim);
    case "toll":
      return tollReasons(d.fact);
    case "diplomacy":
      return d.fact.parties.length + d.fact.thirdParty.length < 2
        ? [[1, "only one of those between whom it stands is named"]]
        : [];
  }
}

function eventReasons(fact: EventFact, claim: EventClaim): Weighed[] {
  const found = claim.abstentions.map((a): Weighed => [1, a.reason]);
  const both = fact.actor.filter((a) => fact.recipient.includes(a));
  if (both.length > 0 && !claim.mutual) found.push([1.5, "the same party acts and is acted upon"]);
  return found;
}

function tollReasons(fact: TollFact): Weighed[] {
  const found: Weighed[] = [];
  if (fact.inferredSide) found.push([2, "no side is named beside the figure; it follows from who speaks"]);
  else if (fact.party === null && fact.kind !== "equipment")
    found.push([1, "no side is named beside the figure"]);
  if (fact.low === null && fact.high === null) found.push([0.5, "the figure is a word and no number"]);
  else if (fact.hedge !== "exact") found.push([0.5, "the figure is hedged"]);
  if (fact.kind === "unknown") found.push([0.5, "what sort of people they are is not said"]);
  if (fact.stance === "denies" || fact.stance === "doubts") found.push([0.5, "it was read as a denial"]);
  return found;
}
