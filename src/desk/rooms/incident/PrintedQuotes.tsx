import { dateLabel } from "../../../formats/labels.js";
import { oneLine } from "../../../formats/page.js";
import css from "./Lists.module.css";
import { numbered, type RoomModel } from "./room-model.js";

/** On paper alone: every quote in full, under the number that stands in the cells. */
export function PrintedQuotes({ model }: { readonly model: RoomModel }) {
  return (
    <section className={css.quotes}>
      <h2>Quotes</h2>
      <ol>
        {[...numbered(model.rows).values()].map(({ evidence: e }) => {
          const report = model.reportOf(e.report);
          return (
            <li key={e.claim}>
              <q className="foreign">{oneLine(e.quote)}</q>{" "}
              {e.speaker === null ? "" : `${oneLine(e.speaker)}, `}
              {report?.outlet ? oneLine(report.outlet) : "outlet not stated"}
              {report && `, ${oneLine(report.label)}, ${dateLabel(report.published)}`}
              {e.certainty !== "stated" && ` (${e.certainty})`}
              {e.ruling && ` (${e.ruling} by a ruling)`}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
