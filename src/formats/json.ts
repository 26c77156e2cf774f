import type { CodedReport } from "../coding/coded-report.js";

/** Version of the JSON form; it grows by one when a field changes its meaning or goes. */
export const JSON_FORM = 1 as const;

/** Everything that is known of one report, with spans; `form` names the version of this layout. @see docs/reading.md, `parley schema` */
export function jsonOf(coded: CodedReport): object {
  return { form: JSON_FORM, ...coded };
}
