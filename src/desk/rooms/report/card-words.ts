import { dateLabel } from "../../../formats/labels.js";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";
import type { IncidentListing } from "../../../record/listing.js";

/** "says", "deny": the stance as a verb, for one speaker or several; sorts of unnamed speakers are several. */
export function stanceVerb(stance: string, sources: readonly string[]): string {
  const [one, many] = VERBS[stance] ?? ["says", "say"];
  return sources.length > 1 || UNNAMED_SPEAKERS.some((u) => u === sources[0]) ? many : one;
}

const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  asserts: ["says", "say"],
  confirms: ["confirms", "confirm"],
  denies: ["denies", "deny"],
  doubts: ["doubts", "doubt"],
};

/** How a claim's days are known; "ruled": a person gave them. */
export const basisWords = (basis: string): string =>
  ({
    stated: "(stated)",
    relative: "(told from the day of the report)",
    inferred: "(inferred from the story)",
    ruled: "(by a ruling)",
  })[basis] ?? "";

/** What the reading rested on. */
export const readByWords = (by: string): string =>
  by === "tree" ? "the grammar of the sentence" : "the order of its words, as its grammar was not sure";

/** A slot's name in plain words. */
export const slotWords = (slot: string): string =>
  ({ actor: "Who acts", recipient: "To whom", place: "Where", date: "When" })[slot] ?? slot;

/** "11–12 Oct 2025, Kurram": when and where an incident was. */
export const incidentWords = ({ from, to, place }: Pick<IncidentListing, "from" | "to" | "place">): string =>
  `${dateLabel({ from, to, basis: "stated" })}${place === null ? "" : `, ${place}`}`;
