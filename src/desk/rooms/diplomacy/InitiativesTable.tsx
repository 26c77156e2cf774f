import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Source } from "../../shared/Party.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Verdict } from "../../shared/Verdict.js";
import { type Initiative, initiativeLine, reportsOf, tellersOf } from "./lives.js";
import { Names } from "./Names.js";
import { lastStep, type Sort, sorted, sortOf } from "./rows.js";
import css from "./Table.module.css";

/** Rows that are shown at once. */
const PAGE = 200;

/** Initiatives as a table; each row opens its history. */
export function InitiativesTable({
  initiatives,
  opened,
}: {
  readonly initiatives: readonly Initiative[];
  readonly opened: string | null;
}) {
  const nameOf = useNameOf();
  const [search] = useSearchValues();
  const [shown, setShown] = useState(PAGE);
  const sort = sortOf(search.sort);
  const rows = useMemo(() => {
    const all = initiatives.map((initiative) => {
      const line = initiativeLine(initiative, { nameOf });
      const last = lastStep(line);
      return {
        initiative,
        line,
        last,
        title: line.title,
        state: line.state,
        rounds: initiative.rounds,
        lastDay: last?.date.to ?? last?.date.from ?? null,
        reports: reportsOf(line.steps).length,
      };
    });
    return sorted(all, sort);
  }, [initiatives, nameOf, sort]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="initiatives" className={css.section}>
      <h2 id="initiatives">{counted(rows.length, "initiative")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways can be reached by keyboard */}
      <section className={css.scroll} aria-label="Table of initiatives" tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <SortHead sort="third" now={sort} words="Third party" />
              <th scope="col">Parties</th>
              <SortHead sort="last" now={sort} words="Last act" />
              <SortHead sort="state" now={sort} words="State" />
              <th scope="col">Verdict on it</th>
              <th scope="col">Accepted by</th>
              <th scope="col">Refused by</th>
              <SortHead sort="rounds" now={sort} words="Rounds" />
              <th scope="col">Places</th>
              <th scope="col">Days</th>
              <SortHead sort="told" now={sort} words="Who says so" />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ initiative: i, line, last, reports }) => (
              <tr key={i.id} data-open={i.id === opened || undefined}>
                <th scope="row">
                  <Link
                    id={`life-${i.id}`}
                    to="."
                    search={{ ...search, initiative: i.id, ceasefire: undefined, step: undefined } as Search}
                    resetScroll={false}
                    activeProps={{}}
                    aria-current={i.id === opened ? "true" : undefined}
                  >
                    {i.thirdParty.length === 0 ? (
                      "none named"
                    ) : (
                      <span className="foreign">{i.thirdParty.map(nameOf).join(", ")}</span>
                    )}
                  </Link>
                </th>
                <td>
                  <Names codes={i.parties} none="not named" />
                </td>
                <td>
                  {last && (
                    <>
                      <span className="foreign">{last.words}</span>
                      <span className={css.sub}>
                        {dateLabel(last.date)}, per{" "}
                        {last.voices.map((v, k) => (
                          <span key={v.source}>
                            {k > 0 && ", "}
                            <Source source={v.source} />
                          </span>
                        ))}
                      </span>
                    </>
                  )}
                </td>
                <td>
                  {line.state}
                  {i.dormant && <span className={css.sub}>dormant</span>}
                  {i.contested.length > 0 && <span className={css.contested}>contested</span>}
                </td>
                <td>
                  <Verdict verdict={i.verdict} />
                </td>
                <td>
                  <Names codes={i.acceptedBy} />
                </td>
                <td>
                  <Names codes={i.declinedBy} />
                </td>
                <td className={css.number}>{i.rounds || ""}</td>
                <td>
                  <span className="foreign">{i.places.join(", ")}</span>
                </td>
                <td>
                  {i.from === null
                    ? "not told"
                    : dateLabel({ from: i.from, to: i.to ?? i.from, basis: "stated" })}
                </td>
                <td>
                  {tellersOf(line.steps).map((source, k) => (
                    <span key={source}>
                      {k > 0 && ", "}
                      <Source source={source} />
                    </span>
                  ))}
                  <span className={css.sub}>
                    {counted(line.steps.length, "step")} in {counted(reports, "report")}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <p className="screen-only">
          {shown} of {counted(rows.length, "initiative")} shown.{" "}
          <Button onPress={() => setShown(shown + PAGE)}>Show {PAGE} more</Button>
        </p>
      )}
    </section>
  );
}

function SortHead({ sort, now, words }: { readonly sort: Sort; readonly now: Sort; readonly words: string }) {
  const [search] = useSearchValues();
  const isSorted = sort === now;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort === "third" || sort === "state" ? "ascending" : "descending") : undefined}
    >
      <Link
        to="."
        search={{ ...search, sort: sort === "last" ? undefined : sort } as Search}
        resetScroll={false}
        activeProps={{}}
        className={css.sort!}
        aria-current="false"
      >
        {words}
        <span aria-hidden="true">{isSorted ? " ↓" : ""}</span>
      </Link>
    </th>
  );
}
