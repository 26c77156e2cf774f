import { Link } from "@tanstack/react-router";
import type { DrawnIncident } from "../../../formats/desk-json.js";
import { counted } from "../../../formats/page.js";
import type { Filters, Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./IncidentList.module.css";
import { carriedWords, tollLines, whatWords, whenWords, whereWords } from "./incident-words.js";

const MOST = 20;

/** The latest incidents of the selection, and where all of them are. */
export function IncidentList({
  incidents,
  total,
  filters,
  among,
}: {
  /** Oldest first. */
  readonly incidents: readonly DrawnIncident[];
  readonly total: number;
  readonly filters: Filters;
  readonly among: readonly string[];
}) {
  const nameOf = useNameOf();
  const latest = incidents.slice(-MOST).reverse();
  return (
    <section aria-labelledby="incidents-listed">
      <div className={css.top}>
        <h2 id="incidents-listed">
          {total > MOST ? `Latest ${MOST} of ${counted(total, "incident")}` : counted(total, "incident")}
        </h2>
        {total > 0 && (
          <Link to="/incidents" search={filters as Search}>
            All in the list of incidents
          </Link>
        )}
      </div>
      <ul className={css.list}>
        {latest.map((i) => {
          const where = whereWords(i, nameOf);
          const [toll, ...more] = tollLines(i, nameOf);
          return (
            <li key={i.id} className={css.row}>
              <Link
                to="/incidents/$id"
                params={{ id: i.id }}
                search={filters as Search}
                className={css.when!}
              >
                {whenWords(i)}
              </Link>
              <span className={css.what}>
                <PartyList codes={i.parties} among={among} />
                <span>{whatWords(i)}</span>
                {where !== null && <span className="foreign faint">{where}</span>}
              </span>
              <span className={css.toll}>
                {toll && (
                  <>
                    <strong>{toll.figure}</strong> <span className="foreign">{toll.words}</span>
                    {more.length > 0 && <span className="faint"> and {more.length} more</span>}
                  </>
                )}
              </span>
              <span className={css.verdict}>
                <Verdict verdict={i.verdict} />
              </span>
              <span className={css.carried}>{carriedWords(i)}</span>
            </li>
          );
        })}
      </ul>
      {latest.some((i) => i.cells.length > 0) && (
        <p className={css.note}>Figures: best (low–high) by UCDP’s rule; each incident names every source.</p>
      )}
    </section>
  );
}
