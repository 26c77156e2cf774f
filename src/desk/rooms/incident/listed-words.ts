import { dateLabel } from "../../../formats/labels.js";
import { oneLine } from "../../../formats/page.js";
import { actsLabel } from "../../../formats/record-labels.js";
import type { IncidentListing } from "../../../record/listing.js";

/** "15 Oct 2025 · Spin Boldak · Afghanistan, Pakistan: attacks (heavy weapons)". */
export function listedWords(l: IncidentListing, nameOf: (code: string) => string): string {
  const parties = l.parties.map(nameOf).join(", ");
  return [
    dateLabel({ from: l.from, to: l.to, basis: "stated" }),
    l.place === null ? null : oneLine(l.place),
    `${parties === "" ? "" : `${parties}: `}${actsLabel(l.acts, l.kind)}`,
  ]
    .filter((w) => w !== null)
    .join(" · ");
}
