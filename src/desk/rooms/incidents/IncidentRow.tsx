import { Link } from "@tanstack/react-router";
import { memo, useEffect, useRef } from "react";
import type { IncidentPage } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { counted, oneLine } from "../../../formats/page.js";
import { actsLabel, bestLabel } from "../../../formats/record-labels.js";
import type { Filters, Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { tollWords } from "../../shared/toll-words.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./IncidentRow.module.css";
import { placeWords, shownCells } from "./row-words.js";

type Listing = IncidentPage["incidents"][number];

/** One incident of the list, a link as a whole; grey while its page is on the way. */
export const IncidentRow = memo(function IncidentRow({
  incident: i,
  index,
  filters,
  takesFocus,
}: {
  readonly incident: Listing | undefined;
  readonly index: number;
  /** What the other rooms are narrowed to from there. */
  readonly filters: Filters;
  /** Whether this row was walked to and is to have the focus once it is there. */
  readonly takesFocus: (index: number) => boolean;
}) {
  const nameOf = useNameOf();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (i && takesFocus(index)) link.current?.focus({ preventScroll: true });
  }, [i, index, takesFocus]);
  if (!i) return <div className={css.waiting} aria-hidden="true" />;
  const { shown, more } = shownCells(i.cells);
  const place = placeWords(i, nameOf);
  return (
    <Link
      ref={link}
      to="/incidents/$id"
      params={{ id: i.id }}
      search={filters as Search}
      className={css.row!}
      data-row={index}
      preload={false}
    >
      <span className={css.date}>{dateLabel({ from: i.from, to: i.to, basis: "stated" })}</span>
      <span className={css.what}>
        <span className={css.act}>
          <PartyList codes={i.parties} among={i.parties} /> <strong>{actsLabel(i.acts, i.kind)}</strong>
        </span>
        <span className={`${css.place} foreign`}>{place === null ? "place not told" : oneLine(place)}</span>
      </span>
      <span className={css.tolls}>
        {shown.map((c) => (
          <span key={`${c.harm}${c.party}${c.kind}`} className={css.toll}>
            <span className="foreign">{tollWords(c, nameOf)}</span>{" "}
            {c.best === null ? <span className="faint">(no number)</span> : <strong>{bestLabel(c)}</strong>}
            {c.verdict !== "single-source" && (
              <>
                {" "}
                <Verdict verdict={c.verdict} compact />
              </>
            )}
          </span>
        ))}
        {more > 0 && <span className="faint">and {counted(more, "more toll")}</span>}
      </span>
      <span className={css.stands}>
        <Verdict verdict={i.verdict} />
        <span className={css.carried}>
          {counted(i.reports, "report")}
          {i.origins < i.reports && ` of ${counted(i.origins, "origin")}`}
        </span>
      </span>
    </Link>
  );
});
