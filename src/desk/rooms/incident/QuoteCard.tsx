import { dateLabel } from "../../../formats/labels.js";
import { oneLine } from "../../../formats/page.js";
import { Button } from "../../shared/Button.js";
import type { Quote } from "./cells.js";
import css from "./QuoteCard.module.css";
import { RulingActions } from "./RulingActions.js";
import type { RoomModel } from "./room-model.js";

/** Words that carry an answer: who spoke them as written, in which report, how surely, and what can be done about them. */
export function QuoteCard({
  quote,
  model,
  onRead,
}: {
  readonly quote: Quote;
  readonly model: RoomModel;
  readonly onRead: () => void;
}) {
  const { evidence: e } = quote;
  return (
    <figure className={css.quote}>
      <blockquote className="foreign">{oneLine(e.quote)}</blockquote>
      <figcaption className={css.meta}>
        <QuoteOrigin quote={quote} model={model} />
      </figcaption>
      <div className={css.actions}>
        <Button small onPress={onRead}>
          Read in the report
        </Button>
        <RulingActions evidence={e} />
      </div>
    </figure>
  );
}

/** Speaker as written, outlet, report and day; then what is not plain about it. */
export function QuoteOrigin({
  quote: { evidence: e },
  model,
}: {
  readonly quote: Quote;
  readonly model: RoomModel;
}) {
  const report = model.reportOf(e.report);
  return (
    <>
      <span className="foreign">{e.speaker === null ? "no speaker named" : oneLine(e.speaker)}</span>
      <span className="foreign">{report?.outlet ? oneLine(report.outlet) : "outlet not stated"}</span>
      <span className="foreign">{report ? oneLine(report.label) : "report"}</span>
      {report && <span>{dateLabel(report.published)}</span>}
      {e.certainty !== "stated" && <span className={css.flag}>{e.certainty}</span>}
      {e.ruling && <span className={css.ruled}>✎ {e.ruling} by a ruling</span>}
    </>
  );
}
