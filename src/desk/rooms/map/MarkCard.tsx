import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { useNameOf } from "../../api/names.js";
import { periodOf } from "../../shared/time-axis/scale.js";
import css from "./MapChart.module.css";
import type { Mark } from "./marks.js";
import type { MapPoint, Size } from "./mercator.js";
import type { Paint } from "./paint.js";
import { partsOf } from "./spots.js";
import { actorName, contestedWords, markName, spotWords } from "./words.js";

/** What a mark stands for, while it is pointed at or has the focus; a screen reader has the same from the mark's own name. */
export function MarkCard({
  mark,
  at,
  size,
  order,
  paint,
}: {
  readonly mark: Mark;
  readonly at: MapPoint;
  readonly size: Size;
  readonly order: readonly string[];
  readonly paint: Paint;
}) {
  const nameOf = useNameOf();
  const period = periodOf(mark.incidents);
  const contested = contestedWords(mark.incidents);
  const isRight = at.x > size.width / 2;
  const isLow = at.y > size.height / 2;
  const gap = mark.radius + 8;
  return (
    <div
      className={css.card}
      aria-hidden="true"
      style={{
        ...(isRight ? { right: size.width - at.x + gap } : { left: at.x + gap }),
        ...(isLow ? { bottom: size.height - at.y } : { top: at.y }),
      }}
    >
      <p className={css.cardTitle}>{markName(mark.spots)}</p>
      <p>
        {counted(mark.incidents.length, "incident")}
        {period && `, ${dateLabel({ ...period, basis: "stated" })}`}
      </p>
      {contested && <p className={css.cardContested}>{contested}</p>}
      <ul>
        {partsOf(mark.incidents, order).map((p) => (
          <li key={p.actor} className={css.cardPart}>
            <span className={css.swatch} style={{ background: paint.of(p.actor) }} />
            <span className="foreign">{actorName(p.actor, nameOf)}</span>
            <span className="figures">{p.acted}</span>
          </li>
        ))}
      </ul>
      <ul className="faint">
        {mark.spots.slice(0, 4).map((s) => (
          <li key={s.key}>{spotWords(s, nameOf)}</li>
        ))}
        {mark.spots.length > 4 && <li>and {mark.spots.length - 4} more</li>}
      </ul>
    </div>
  );
}
