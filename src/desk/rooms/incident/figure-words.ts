import { grouped } from "../../../formats/page.js";
import { bestLabel } from "../../../formats/record-labels.js";
import type { Rollup } from "../../../record/rollups.js";

/** The figure that a rule gives: "23 (23–58)", "201 or more"; only a range where each source stands by itself. */
export function headline(r: Rollup): string {
  if (r.low === null || r.best === null) return "no figure";
  if (r.open && r.low === r.best && (r.high ?? r.low) === r.low) return `${grouped(r.low)} or more`;
  if (r.rule !== "per-source") return bestLabel(r);
  const high = r.high ?? r.low;
  if (high === r.low) return grouped(r.low);
  return `${grouped(r.low)}–${grouped(high)}${r.open ? " or more" : ""}`;
}

/** How far the answer moves with the rule. */
export const spreadWords = (spread: { readonly least: number; readonly greatest: number }): string =>
  spread.least === spread.greatest
    ? "the same under every rule"
    : `${grouped(spread.least)} to ${grouped(spread.greatest)} over all rules`;
