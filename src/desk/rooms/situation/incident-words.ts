import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { actsLabel, bestLabel, partyLabel } from "../../../formats/record-labels.js";
import type { IncidentListing } from "../../../record/listing.js";
import { tollWords } from "../../shared/toll-words.js";

type NameOf = (code: string) => string;
const options = (nameOf: NameOf) => ({ nameOf });

/** "11 Oct 2025". */
export const whenWords = (i: Pick<IncidentListing, "from" | "to">): string =>
  dateLabel({ from: i.from, to: i.to, basis: "stated" });

/** "Spin Boldak, Afghanistan"; null where no place is told. */
export function whereWords(i: Pick<IncidentListing, "place" | "country">, nameOf: NameOf): string | null {
  const country = i.country === null ? null : nameOf(i.country);
  if (i.place === null) return country;
  return country === null || country === i.place ? i.place : `${i.place}, ${country}`;
}

/** "attacks (aerial)". */
export const whatWords = (i: Pick<IncidentListing, "acts" | "kind">): string => actsLabel(i.acts, i.kind);

export interface TollLine {
  readonly words: string;
  /** Best with its range, by UCDP's rule. */
  readonly figure: string;
  readonly isContested: boolean;
}

/** Its figures, those of people killed first; figures that no rule gives are left out. */
export function tollLines(i: Pick<IncidentListing, "cells">, nameOf: NameOf): TollLine[] {
  const grave = (harm: string) => (harm === "killed" ? 0 : harm === "wounded" ? 1 : 2);
  return i.cells
    .filter((c) => c.best !== null)
    .sort((a, b) => grave(a.harm) - grave(b.harm) || b.best! - a.best!)
    .map((c) => ({
      words: tollWords(c, nameOf),
      figure: bestLabel(c),
      isContested: c.verdict === "contested" || c.verdict === "denied",
    }));
}

/** "3 reports of 2 origins". */
export const carriedWords = (i: Pick<IncidentListing, "reports" | "origins">): string =>
  `${counted(i.reports, "report")}${i.origins < i.reports ? ` of ${counted(i.origins, "origin")}` : ""}`;

/** All that a mark shows, in a sentence for those who cannot see it. */
export function incidentSentence(i: IncidentListing, nameOf: NameOf): string {
  const where = whereWords(i, nameOf);
  const tolls = tollLines(i, nameOf).slice(0, 3);
  return [
    `${whenWords(i)}${where === null ? "" : `, ${where}`}`,
    `${partyLabel(i.parties, options(nameOf))}: ${whatWords(i)}`,
    ...(tolls.length > 0 ? [tolls.map((t) => `${t.words}: ${t.figure}`).join("; ")] : []),
    i.verdict.replace("-", " "),
    carriedWords(i),
  ].join(". ");
}
