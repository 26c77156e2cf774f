import { dateLabel } from "../../../formats/labels.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { periodOf } from "../../shared/time-axis/scale.js";
import css from "./PlacesTable.module.css";
import { PRECISION } from "./precision.js";
import { isContested, partsOf, type Spot } from "./spots.js";
import { partsWords, placeWords } from "./words.js";

/** What the map shows, as a table: a row for each place. */
export function PlacesTable({
  spots,
  order,
  onOpen,
}: {
  readonly spots: readonly Spot[];
  readonly order: readonly string[];
  readonly onOpen: (spot: Spot) => void;
}) {
  const nameOf = useNameOf();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls by itself can be reached by keyboard
    <section className={css.scroll} aria-label="Places with incidents" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">How near it is known</th>
            <th scope="col" className={css.number}>
              Incidents
            </th>
            <th scope="col" className={css.number}>
              Contested or denied
            </th>
            <th scope="col">Who acted</th>
            <th scope="col">Days</th>
          </tr>
        </thead>
        <tbody>
          {spots.map((s) => {
            const period = periodOf(s.incidents);
            return (
              <tr key={s.key}>
                <th scope="row">
                  <Button small kind="quiet" onPress={() => onOpen(s)}>
                    <span className="foreign">{placeWords(s, nameOf)}</span>
                  </Button>
                </th>
                <td>{PRECISION[s.precision].meaning}</td>
                <td className={css.number}>{s.incidents.length}</td>
                <td className={css.number}>{s.incidents.filter(isContested).length || ""}</td>
                <td>
                  <span className="foreign">{partsWords(partsOf(s.incidents, order), nameOf)}</span>
                </td>
                <td className={css.days}>
                  {period ? dateLabel({ ...period, basis: "stated" }) : "day unknown"}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
