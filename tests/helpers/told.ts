import type { EventClaim, InitiativeClaim } from "../../src/coding/claim.js";
import type { CodedReport } from "../../src/coding/coded-report.js";
import type { PartyRef } from "../../src/coding/party.js";
import { loadReader } from "../../src/data/load-reader.js";

/*
 * Short forms of what is told by a text, for tables of sentences.
 */

/** With the package's own lexicons and models. */
export const reader = await loadReader();

/** What a report of 20 November 2025 tells. */
export const read = (text: string, published = "2025-11-20"): CodedReport =>
  reader.readText(text, { id: "t", published });

/** What a file tells that says itself, or does not say, when it appeared. */
export const readUndated = (text: string): CodedReport =>
  reader.traceBytes(Buffer.from(text), { name: "t.txt", id: "t" }).coded;

/** "RUS+UKR" in the record's order; "?" is who has no code. */
export const codes = (list: readonly PartyRef[], between = "+"): string =>
  list.map((p) => p.code ?? "?").join(between);

/** "RUS,UKR" in alphabetical order. */
export const sortedCodes = (list: readonly PartyRef[]): string =>
  list
    .map((p) => p.code ?? "?")
    .sort()
    .join(",");

/** Events that are told for themselves, not as what another is about. */
export const ownEvents = ({ events }: CodedReport): EventClaim[] =>
  events.filter((e) => e.contentOf === null);

/** "SUPPORT DEU -> RWA". */
export const deed = (e: EventClaim): string => `${e.type} ${codes(e.actor)} -> ${codes(e.recipient)}`;

/** "ISR > LBN", of those who do it to each other "ISR,LBN". */
export const sides = (e: EventClaim): string =>
  e.mutual ? sortedCodes(e.actor) : `${sortedCodes(e.actor)} > ${sortedCodes(e.recipient)}`;

/** "offers TUR for RUS+UKR". */
export const act = (i: InitiativeClaim): string => `${i.act} ${codes(i.thirdParty)} for ${codes(i.parties)}`;
