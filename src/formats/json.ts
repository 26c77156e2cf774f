import type { CodedReport } from "../coding/coded-report.js";
import { type Comparison, compareReadings } from "../second-reader/compare.js";
import type { SecondReading } from "../second-reader/reading.js";
import { HOW_OFTEN_RIGHT } from "./how-often-right.js";

/** Version of the JSON form; it grows by one when a field changes its meaning or goes. */
export const JSON_FORM = 1 as const;

/** Everything that is known of one report, with spans, and how often its kinds of fields are right; `form` names the version of this layout. @see docs/reading.md, `parley schema` */
export function jsonOf(coded: CodedReport): object {
  return { form: JSON_FORM, ...coded, howOftenRight: HOW_OFTEN_RIGHT };
}

/** A second reading beside the report's own, as `secondReading` in the JSON form. */
export interface ReadAgain {
  readonly reading: SecondReading;
  readonly comparison: Comparison | null;
}

export function readAgainOf(coded: CodedReport, reading: SecondReading): ReadAgain {
  return { reading, comparison: reading.outcome === "read" ? compareReadings(coded, reading) : null };
}
