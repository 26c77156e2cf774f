import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { CEASEFIRE_WORDS } from "../../../formats/record-labels.js";
import type { Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Source } from "../../shared/Party.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { breachTally, type Ceasefire } from "./lives.js";
import { Names } from "./Names.js";
import css from "./Table.module.css";

const PAGE = 200;

/** Ceasefires as a table, the latest first; each row opens what is told of it. */
export function CeasefiresTable({
  ceasefires,
  opened,
}: {
  readonly ceasefires: readonly Ceasefire[];
  readonly opened: string | null;
}) {
  const nameOf = useNameOf();
  const [search] = useSearchValues();
  const [shown, setShown] = useState(PAGE);
  if (ceasefires.length === 0) return null;
  const day = (c: Ceasefire) => c.agreed?.to ?? c.agreed?.from ?? "";
  const rows = [...ceasefires].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  return (
    <section aria-labelledby="ceasefires" className={css.section}>
      <h2 id="ceasefires">{counted(rows.length, "ceasefire")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways can be reached by keyboard */}
      <section className={css.scroll} aria-label="Table of ceasefires" tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Parties</th>
              <th scope="col">Brokered by</th>
              <th scope="col">Agreed</th>
              <th scope="col">In force from</th>
              <th scope="col">Term</th>
              <th scope="col">State</th>
              <th scope="col">Reported breaches</th>
              <th scope="col">Who says that it was agreed</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((c) => (
              <tr key={c.id} data-open={c.id === opened || undefined}>
                <th scope="row">
                  <Link
                    id={`life-${c.id}`}
                    to="."
                    search={{ ...search, ceasefire: c.id, initiative: undefined, step: undefined } as Search}
                    resetScroll={false}
                    activeProps={{}}
                    aria-current={c.id === opened ? "true" : undefined}
                  >
                    <span className="foreign">{c.parties.map(nameOf).join(", ") || "parties not named"}</span>
                  </Link>
                </th>
                <td>
                  <Names codes={c.brokers} none="nobody named" />
                </td>
                <td>{c.agreed ? dateLabel(c.agreed) : "day not told"}</td>
                <td>{c.inForceFrom ? dateLabel(c.inForceFrom) : ""}</td>
                <td>{c.termDays === null ? "" : counted(c.termDays, "day")}</td>
                <td>{CEASEFIRE_WORDS[c.state]}</td>
                <td>
                  {breachTally(c).map((t) => (
                    <span key={`${t.accuser} ${t.accused.join()}`} className={css.line}>
                      {t.times} per <Source source={t.accuser} />
                      {t.accused.length > 0 && (
                        <>
                          , by <span className="foreign">{t.accused.map(nameOf).join(", ")}</span>
                        </>
                      )}
                    </span>
                  ))}
                </td>
                <td>
                  {c.sources.map((s) => (
                    <span key={s} className={css.line}>
                      <Source source={s} />
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <p className="screen-only">
          {shown} of {counted(rows.length, "ceasefire")} shown.{" "}
          <Button onPress={() => setShown(shown + PAGE)}>Show {PAGE} more</Button>
        </p>
      )}
    </section>
  );
}
