import { useNameOf } from "../../api/names.js";
import css from "./MapRoom.module.css";
import type { Paint } from "./paint.js";
import { PRECISION } from "./precision.js";
import { isContested, type MapIncident, OTHERS, partsOf } from "./spots.js";
import { actorName } from "./words.js";

/** What colours, hatches and circles mean, and what the map cannot tell. */
export function Legend({
  incidents,
  order,
  paint,
}: {
  readonly incidents: readonly MapIncident[];
  readonly order: readonly string[];
  readonly paint: Paint;
}) {
  const nameOf = useNameOf();
  const parts = partsOf(incidents, order);
  const example = parts.find((p) => p.actor !== null && p.actor !== OTHERS)?.actor ?? null;
  return (
    <div className={css.legend}>
      <ul className={css.key} aria-label="Colours: who acted">
        <li className={css.keyTitle}>Who acted</li>
        {parts.map((p) => (
          <li key={p.actor}>
            <span className={css.swatch} style={{ background: paint.of(p.actor) }} />
            <span className="foreign">{actorName(p.actor, nameOf)}</span>
          </li>
        ))}
        {incidents.some(isContested) && (
          <li>
            <svg width="16" height="12" aria-hidden="true">
              <rect width="16" height="12" style={{ fill: paint.hatch(example) }} />
            </svg>
            contested or denied
          </li>
        )}
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle className={css.loose} cx="8" cy="8" r="6" />
          </svg>
          somewhere in the circle
        </li>
      </ul>
      <details className={css.how}>
        <summary>How to read this map</summary>
        <div className={css.howBody}>
          <p>
            A full mark is a place that is known exactly. A broken line is a place known only roughly: it lies
            somewhere in the circle, which is drawn to scale. A number counts incidents; what one party did to
            another counts for those who acted, and an incident in which several acted is shared out among
            them. Places that would cover one another are one mark until you zoom in.
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Precision</th>
                <th scope="col">What it stands for</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(PRECISION).map(([name, { meaning }]) => (
                <tr key={name}>
                  <th scope="row">{name.replace("-", " or ")}</th>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            The gazetteer knows the middle of a district, province or region and not its outline: the circle
            has the size of a usual one. What it cannot tell: whether the report named the right place.
          </p>
          <p>
            Outlines, borders and names of countries are those of Natural Earth, which draws who holds the
            ground. They are there to find one's way; Parley takes no side in them.
          </p>
        </div>
      </details>
      <p className={css.credit}>
        Made with{" "}
        <a href="https://www.naturalearthdata.com/" rel="noreferrer noopener">
          Natural Earth
        </a>{" "}
        (public domain). Places:{" "}
        <a href="https://www.geonames.org/" rel="noreferrer noopener">
          GeoNames
        </a>{" "}
        (CC BY 4.0).
      </p>
    </div>
  );
}
