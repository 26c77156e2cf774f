import { Link } from "@tanstack/react-router";
import type { IncidentRoom, Situation } from "../../../formats/desk-json.js";
import type { Filters, Search } from "../../api/filters.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import { disputes } from "./disputes.js";
import { tollLines, whenWords, whereWords } from "./incident-words.js";
import { useIncidentDetail } from "./queries.js";
import css from "./Side.module.css";

type Listing = Situation["contested"][number];
const MOST = 5;

/** Incidents on which sources contradict one another, the latest first, with what each of them says. */
export function Contested({
  incidents,
  filters,
  among,
}: {
  readonly incidents: readonly Listing[];
  readonly filters: Filters;
  readonly among: readonly string[];
}) {
  return (
    <section aria-labelledby="contested-now">
      <h2 id="contested-now">Contested now</h2>
      {incidents.length === 0 ? (
        <p className={css.quiet}>Nobody contradicts anybody in this selection.</p>
      ) : (
        <ul className={css.items}>
          {incidents.slice(0, MOST).map((i) => (
            <ContestedItem key={i.id} incident={i} filters={filters} among={among} />
          ))}
        </ul>
      )}
      {incidents.length > MOST && (
        <Link to="/incidents" search={{ ...filters, verdict: "contested" } as Search}>
          All that are contested
        </Link>
      )}
    </section>
  );
}

function ContestedItem({
  incident: i,
  filters,
  among,
}: {
  readonly incident: Listing;
  readonly filters: Filters;
  readonly among: readonly string[];
}) {
  const nameOf = useNameOf();
  const detail = useIncidentDetail(i.id);
  const where = whereWords(i, nameOf);
  return (
    <li className={css.item}>
      <Link to="/incidents/$id" params={{ id: i.id }} search={filters as Search} className={css.head!}>
        {whenWords(i)}
        {where !== null && <span className="foreign">, {where}</span>}
      </Link>
      <span className={css.row}>
        <PartyList codes={i.parties} among={among} />
        <Verdict verdict={i.verdict} />
      </span>
      {detail.data ? <Figures room={detail.data} /> : <Ranges incident={i} />}
    </li>
  );
}

const MOST_FIGURES = 2;
const MOST_ANSWERS = 3;

/** Who gives which figure, or answers otherwise. */
function Figures({ room }: { readonly room: IncidentRoom }) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  const found = disputes(room.incident, { nameOf, sourceLabel });
  return (
    <div className={css.figures}>
      <dl>
        {found.slice(0, MOST_FIGURES).map((d) => (
          <div key={d.question}>
            <dt className="foreign">{d.question}</dt>
            {d.answers.slice(0, MOST_ANSWERS).map((a) => (
              <dd key={a.who} className="foreign">
                {a.who}: <strong>{a.words}</strong>
              </dd>
            ))}
            {d.answers.length > MOST_ANSWERS && (
              <dd className="faint">and {d.answers.length - MOST_ANSWERS} more</dd>
            )}
          </div>
        ))}
      </dl>
      {found.length > MOST_FIGURES && (
        <p className="faint">and {found.length - MOST_FIGURES} more that sources tell differently</p>
      )}
    </div>
  );
}

/** Until it is known who says it: the range, with its rule. */
function Ranges({ incident }: { readonly incident: Listing }) {
  const nameOf = useNameOf();
  const lines = tollLines(incident, nameOf).filter((t) => t.isContested);
  return (
    <dl className={css.figures}>
      {lines.slice(0, MOST_FIGURES).map((t) => (
        <div key={t.words}>
          <dt className="foreign">{t.words}</dt>
          <dd>
            <strong>{t.figure}</strong> best (low–high), UCDP’s rule
          </dd>
        </div>
      ))}
    </dl>
  );
}
