import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReportIncidents } from "../../../formats/desk-json.js";
import { actsLabel } from "../../../formats/record-labels.js";
import type { Search } from "../../api/filters.js";
import { Verdict } from "../../shared/Verdict.js";
import { incidentWords } from "./card-words.js";
import { RailPart } from "./RailPart.js";
import css from "./Report.module.css";

/** Listed at first; the rest of a long list is a step away. */
const SHOWN = 5;

/** The incidents that the report tells of, with what the record as a whole holds of each. */
export function Incidents({ query }: { readonly query: UseQueryResult<ReportIncidents> }) {
  const incidents = query.data?.incidents ?? [];
  if (query.isError) return null;
  if (query.data && incidents.length === 0) return null;
  const list = (part: typeof incidents) => (
    <ul className={css.incidents}>
      {part.map((i) => (
        <li key={i.id}>
          <Link to="/incidents/$id" params={{ id: i.id }} search={{} as Search} className="foreign">
            {incidentWords(i)}
          </Link>
          <span className={css.act}>{actsLabel(i.acts, i.kind)}</span>
          <span className={css.told}>
            <Verdict verdict={i.verdict} />
            <span className="faint">{i.reports === 1 ? "only this report" : `${i.reports} reports`}</span>
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <RailPart title="Incidents it tells of" id="incidents">
      {query.data ? list(incidents.slice(0, SHOWN)) : <p className="faint">Loading …</p>}
      {incidents.length > SHOWN && (
        <details>
          <summary>{incidents.length - SHOWN} more</summary>
          {list(incidents.slice(SHOWN))}
        </details>
      )}
    </RailPart>
  );
}
