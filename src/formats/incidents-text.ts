import type { IncidentListing, ListedCell } from "../record/listing.js";
import { dateLabel } from "./labels.js";
import { counted, oneLine, type PageOptions, page, wrap } from "./page.js";
import { actsLabel, bestLabel, partyLabel, tollLabel, verdictLabel } from "./record-labels.js";

export interface ListOptions extends PageOptions {
  /** How many there are where the list shows only some of them. */
  readonly total?: number;
}

/** Toll cells that a line of a list shows. */
const MOST_CELLS = 3;

/** Incidents, two lines each: what, where and when; then tolls and who carries it. */
export function incidentsText(list: readonly IncidentListing[], o: ListOptions): string {
  if (list.length === 0) return "No incidents. Add reports with `parley add`, or ask for less.\n";
  const lines = list.flatMap((i) => incidentLines(i, o));
  const total = o.total ?? list.length;
  const some =
    total > list.length
      ? `${list.length} of ${counted(total, "incident")}.`
      : `${counted(total, "incident")}.`;
  return page([lines, wrap(`${some} ${FIGURES_NOTE}`, o.width).map(o.style.faint)]);
}

/** What figures in lists are; it stands wherever they do. */
export const FIGURES_NOTE = "Figures: best (low–high) by UCDP's rule; `parley show ID` names every source.";

export function incidentLines(i: IncidentListing, o: PageOptions): string[] {
  const head = `${listedDay(i)} · ${listedPlace(i, o)} · ${partyLabel(i.parties, o)}: ${actsLabel(i.acts, i.kind)}`;
  return [
    ...wrap(head, o.width, "", "   ").map(o.style.strong),
    ...wrap(
      `${tollsLine(i, o)}${verdictLabel(i.verdict, o.style)} · ${carried(i)} · ${i.id}`,
      o.width,
      "   ",
    ),
  ];
}

export const listedDay = (i: Pick<IncidentListing, "from" | "to">): string =>
  dateLabel({ from: i.from, to: i.to, basis: "stated" });

/** "Spin Boldak, Afghanistan". */
export function listedPlace(i: Pick<IncidentListing, "place" | "country">, o: PageOptions): string {
  const country = i.country === null ? null : oneLine(o.nameOf(i.country));
  if (i.place === null) return country ?? "place not told";
  const name = oneLine(i.place);
  return country === null || country === name ? name : `${name}, ${country}`;
}

/** "killed: Afghanistan, militant 6 (0–30) contested; 2 more tolls · ". */
export function tollsLine(i: IncidentListing, o: PageOptions): string {
  if (i.cells.length === 0) return "";
  const shown = i.cells.slice(0, MOST_CELLS).map((c) => cellWords(c, o));
  const more = i.cells.length - shown.length;
  return `${[...shown, ...(more > 0 ? [`${more} more`] : [])].join("; ")} · `;
}

const cellWords = (c: ListedCell, o: PageOptions) =>
  `${tollLabel(c, o)} ${bestLabel(c)}${c.verdict === "single-source" ? " by one source" : ` ${verdictLabel(c.verdict, o.style)}`}`;

/** "3 reports of 2 origins". */
export const carried = (i: Pick<IncidentListing, "reports" | "origins">): string =>
  `${counted(i.reports, "report")}${i.origins < i.reports ? ` of ${counted(i.origins, "origin")}` : ""}`;
