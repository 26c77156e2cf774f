import type {
  Abstention,
  Attribution,
  EventClaim,
  InitiativeClaim,
  InitiatorClaim,
  Rated,
  SequenceClaim,
  Toll,
} from "../../../coding/claim.js";
import type { ClaimKind } from "../../../coding/confidence.js";
import type { PartyRef } from "../../../coding/party.js";
import type { ReportRoom, StandingClaim } from "../../../formats/desk-json.js";
import type { ReadBeside } from "../../shared/claim-words/claim-words.js";
import type { TextSpan } from "../../shared/report-text/ReportText.js";

export type Coded = ReportRoom["coded"];

/** What the machine read for a claim of the record. */
export type CodedClaim =
  | { readonly kind: "event"; readonly read: Rated<EventClaim> }
  | { readonly kind: "toll"; readonly read: Rated<Toll> }
  | { readonly kind: "diplomacy"; readonly read: Rated<InitiativeClaim> }
  | { readonly kind: "initiator"; readonly read: InitiatorClaim }
  | { readonly kind: "sequence"; readonly read: SequenceClaim };

/** What was read for each claim, by the letter and number that end its id; claims that a person added have none. */
export function codedClaims(coded: Coded): (claim: { readonly id: string }) => CodedClaim | null {
  const found = new Map<string, CodedClaim>();
  for (const read of coded.events) found.set(`e${read.id}`, { kind: "event", read });
  for (const read of coded.tolls) found.set(`t${read.id}`, { kind: "toll", read });
  for (const read of coded.initiatives) found.set(`i${read.id}`, { kind: "diplomacy", read });
  for (const read of coded.initiators) found.set(`b${read.id}`, { kind: "initiator", read });
  for (const read of coded.sequences) found.set(`s${read.id}`, { kind: "sequence", read });
  return ({ id }) => found.get(id.slice(id.indexOf("/") + 1)) ?? null;
}

/** How often such a claim is right; null for kinds of claims that state nothing. The figure is undefined where an older version read it. */
export function ratingOf(
  read: CodedClaim | null,
): { readonly kind: ClaimKind; readonly confidence: number | undefined } | null {
  if (read === null || read.kind === "initiator" || read.kind === "sequence") return null;
  return { kind: read.kind === "diplomacy" ? "initiative" : read.kind, confidence: read.read.confidence };
}

/** What a claim's phrase needs beside its fields. */
export function readBeside(
  read: CodedClaim | null,
  quoteOf: (claim: string) => string | undefined,
): ReadBeside {
  if (read?.kind === "event") return { mode: read.read.mode };
  if (read?.kind === "toll") return { count: read.read.count };
  return { quoteOf };
}

/** Slots that could not be filled when the claim was read and that no ruling has filled since, with the reason. */
export function openSlots(claim: StandingClaim, read: CodedClaim | null): readonly Abstention[] {
  if (read?.kind !== "event") return [];
  const isOpen = (slot: string) => {
    const value = claim.fields[slot];
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  };
  return read.read.abstentions.filter((a) => isOpen(a.slot));
}

/** Who says it, the words that say so, and within whose words, innermost last. */
export function attributionsOf(coded: Coded, read: CodedClaim | null): readonly Attribution[] {
  return (read?.read.attributions ?? []).flatMap((id) => coded.attributions[id] ?? []);
}

/** Parties that a claim names, with the words that name them, those alone that still stand in its fields. */
export function partySpans(claim: StandingClaim, read: CodedClaim | null): TextSpan[] {
  const standing = (list: readonly (PartyRef | null)[], field: string) => {
    const value = claim.fields[field];
    const codes = Array.isArray(value) ? value : [value];
    return list.flatMap((p) => (p !== null && (p.code === null || codes.includes(p.code)) ? [p.span] : []));
  };
  switch (read?.kind) {
    case "event":
      return [
        ...standing(read.read.actor, "actor"),
        ...standing(read.read.recipient, "recipient"),
        ...read.read.broker.map((p) => p.span),
      ];
    case "toll":
      return [
        ...standing([read.read.of.party], "party"),
        ...standing([read.read.perpetrator], "perpetrator"),
      ];
    case "diplomacy":
      return [...standing(read.read.thirdParty, "thirdParty"), ...standing(read.read.parties, "parties")];
    case "initiator":
      return standing([read.read.party], "party");
    default:
      return [];
  }
}

/** Words elsewhere in the report that a claim rests on: its parties, place, and who says it. */
export function partsOf(coded: Coded, claim: StandingClaim, read: CodedClaim | null): TextSpan[] {
  const place = read?.kind === "event" || read?.kind === "toll" ? read.read.place : null;
  const said = attributionsOf(coded, read).flatMap((a) => [a.sourceSpan, a.cueSpan]);
  return [...partySpans(claim, read), ...(place ? [place] : []), ...said.filter((s) => s !== null)];
}
