import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { DrawnIncident, Situation } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { bestLabel } from "../../../formats/record-labels.js";
import type { Filters, Search } from "../../api/filters.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { PartyList } from "../../shared/Party.js";
import { tollWords } from "../../shared/toll-words.js";
import { Verdict } from "../../shared/Verdict.js";
import { stepDays } from "./DiplomacyBand.js";
import { byTime } from "./incident-marks.js";
import { whatWords, whenWords, whereWords } from "./incident-words.js";
import { lanesOf } from "./lanes.js";
import css from "./Tables.module.css";
import { mainToll } from "./toll-scale.js";
import { standsOutWords } from "./week-bars.js";

/** The table behind a chart; its rows are made when it is opened. */
export function Behind({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={css.behind} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{title} as a table</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
        <section className={css.scroll} aria-label={`${title} as a table`} tabIndex={0}>
          {children()}
        </section>
      )}
    </details>
  );
}

export function IncidentTable({
  incidents,
  missing,
  filters,
  among,
}: {
  readonly incidents: readonly DrawnIncident[];
  /** How many earlier ones are not here. */
  readonly missing: number;
  readonly filters: Filters;
  readonly among: readonly string[];
}) {
  const nameOf = useNameOf();
  return (
    <table className={css.table}>
      {missing > 0 && <caption>{counted(missing, "earlier incident")} not among these</caption>}
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Place</th>
          <th scope="col">Who acted</th>
          <th scope="col">What</th>
          <th scope="col">Drawn by: most killed (UCDP)</th>
          <th scope="col">Verdict</th>
          <th scope="col" className={css.number}>
            Reports
          </th>
        </tr>
      </thead>
      <tbody>
        {[...incidents].sort(byTime).map((i) => {
          const toll = mainToll(i.cells);
          return (
            <tr key={i.id}>
              <td>
                <Link to="/incidents/$id" params={{ id: i.id }} search={filters as Search}>
                  {whenWords(i)}
                </Link>
              </td>
              <td className="foreign">{whereWords(i, nameOf) ?? "not told"}</td>
              <td>
                <PartyList codes={i.actors} among={among} none="not told" />
              </td>
              <td>{whatWords(i)}</td>
              <td className="foreign">
                {toll ? `${bestLabel(toll)} ${tollWords(toll, nameOf)}` : "no figure"}
              </td>
              <td>
                <Verdict verdict={i.verdict} />
              </td>
              <td className={css.number}>{i.reports}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function DiplomacyTable({
  situation,
  filters,
}: {
  readonly situation: Situation;
  readonly filters: Filters;
}) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Lane</th>
          <th scope="col">Day</th>
          <th scope="col">Step</th>
          <th scope="col">Who says so</th>
        </tr>
      </thead>
      <tbody>
        {lanesOf(situation, { nameOf }).flatMap((lane) =>
          lane.steps.map((s) => (
            <tr key={`${lane.key} ${JSON.stringify(s.target)} ${s.words} ${s.days.from} ${s.days.to}`}>
              <td className="foreign">{lane.label}</td>
              <td>{stepDays(s)}</td>
              <td className="foreign">
                <Link to="/diplomacy" search={{ ...filters, ...s.target } as Search}>
                  {s.words}
                </Link>
              </td>
              <td className="foreign">{s.sources.map(sourceLabel).join(", ")}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

export function WeekTable({ weeks }: { readonly weeks: Situation["weeks"] }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <th scope="col" className={css.number}>
            Incidents
          </th>
          <th scope="col" className={css.number}>
            Violent
          </th>
          <th scope="col" className={css.number}>
            Conflict
          </th>
          <th scope="col" className={css.number}>
            Cooperation
          </th>
          <th scope="col">Stands out</th>
        </tr>
      </thead>
      <tbody>
        {weeks
          .filter((w) => w.incidents > 0 || w.standsOut)
          .map((w) => (
            <tr key={w.week}>
              <td>{oneDay(w.week)}</td>
              <td className={css.number}>{w.incidents}</td>
              <td className={css.number}>{w.violent}</td>
              <td className={css.number}>{w.conflict}</td>
              <td className={css.number}>{w.cooperation}</td>
              <td>{w.standsOut ? standsOutWords(w) : ""}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
