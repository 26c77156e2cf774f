import { counted } from "../../../formats/page.js";
import type { IncidentListing } from "../../../record/listing.js";
import { useNameOf } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./IncidentCard.module.css";
import { carriedWords, tollLines, whatWords, whenWords, whereWords } from "./incident-words.js";

const MOST_LINES = 4;

/** An incident at a glance: when, where, who, what, its figures with their rule, how it stands between its sources. */
export function IncidentCard({
  incident: i,
  among,
}: {
  readonly incident: IncidentListing;
  readonly among: readonly string[];
}) {
  const nameOf = useNameOf();
  const where = whereWords(i, nameOf);
  const tolls = tollLines(i, nameOf);
  return (
    <>
      <p className={css.when}>
        {whenWords(i)}
        {where !== null && <span className="foreign"> · {where}</span>}
      </p>
      <p className={css.what}>
        <PartyList codes={i.parties} among={among} />
        <span>{whatWords(i)}</span>
      </p>
      {tolls.length > 0 && (
        <dl className={css.tolls}>
          {tolls.slice(0, MOST_LINES).map((t) => (
            <div key={t.words}>
              <dt className="foreign">{t.words}</dt>
              <dd>
                {t.figure}
                {t.isContested && <span className={css.contested}> contested</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={css.foot}>
        <Verdict verdict={i.verdict} />
        <span>{carriedWords(i)}</span>
        {tolls.length > 0 && (
          <span>
            {tolls.length > MOST_LINES && `${counted(tolls.length - MOST_LINES, "more figure")} · `}
            best (low–high), UCDP’s rule
          </span>
        )}
      </p>
    </>
  );
}
