import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import type { ReportRoom } from "../../../formats/desk-json.js";
import type { MatrixQuestion, MatrixRow } from "../../../formats/matrix-rows.js";
import { HowRight } from "../../shared/how-right/HowRight.js";
import { Loaded, Skeleton } from "../../shared/Loaded.js";
import type { Layer, Mark } from "../../shared/report-text/layers.js";
import { ReportText, type ReportTextHandle } from "../../shared/report-text/ReportText.js";
import { type Quote, quotesOf } from "./cells.js";
import { QuoteOrigin } from "./QuoteCard.js";
import quoteCss from "./QuoteCard.module.css";
import css from "./ReportBeside.module.css";
import { RulingActions } from "./RulingActions.js";
import { type ReadHow, readHow } from "./read-how.js";
import type { RoomModel } from "./room-model.js";
import { useReport } from "./use-incident.js";

/** The report that a quote stands in, open at its words; what else of the incident it tells is marked. */
export function ReportBeside({
  quote,
  model,
  onPick,
}: {
  readonly quote: Quote;
  readonly model: RoomModel;
  /** Other words of the incident were picked in the text: their claim. */
  readonly onPick: (claim: string) => void;
}) {
  const { evidence: e } = quote;
  const report = useReport(e.report);
  return (
    <>
      <div className={css.about}>
        <p className={quoteCss.meta}>
          <QuoteOrigin quote={quote} model={model} />
        </p>
        <div className={quoteCss.actions}>
          <RulingActions key={e.claim} evidence={e} />
          <Link
            to="/reports/$hash"
            params={{ hash: e.report }}
            search={{ claim: e.claim }}
            className={css.whole!}
          >
            Open the whole report
          </Link>
        </div>
        {report.data && <How how={readHow(report.data.coded, e)} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className={css.scroll} tabIndex={0} aria-label="Report">
        <Loaded query={report} skeleton={<Skeleton lines={14} />}>
          {(data) => <Text key={data.report.hash} data={data} quote={quote} model={model} onPick={onPick} />}
        </Loaded>
      </section>
    </>
  );
}

/** How the claim was come by, and what that cannot tell. */
function How({ how }: { readonly how: ReadHow }) {
  return (
    <details className={css.how}>
      <summary>How we know</summary>
      <p>
        {how.isAdded
          ? "A person added it by a ruling."
          : how.rule === null
            ? "The report was read anew since, and the claim was found again by its words."
            : `Read by the rule ${how.rule}, ${how.by === "surface" ? "over the words alone: the parser's tree was not to be trusted here" : "over the sentence's tree"}.`}{" "}
        Characters {how.start}–{how.end} of the report. Parley {how.version.parley}, word lists{" "}
        {how.version.lexicons}, models {how.version.models}.
      </p>
      {how.rated && <HowRight {...how.rated} />}
      <p>
        <strong>Cannot tell:</strong> whether this sentence was understood rightly, nor whether what it says
        is so.
      </p>
    </details>
  );
}

function Text({
  data,
  quote,
  model,
  onPick,
}: {
  readonly data: ReportRoom;
  readonly quote: Quote;
  readonly model: RoomModel;
  readonly onPick: (claim: string) => void;
}) {
  const text = useRef<ReportTextHandle>(null);
  const { claim, start, end } = quote.evidence;
  const focus = useMemo(() => ({ start, end }), [start, end]);
  const marks = useMemo(() => marksIn(data.report.hash, model.rows), [data.report.hash, model.rows]);
  useEffect(() => text.current?.reveal(focus), [focus]);
  return (
    <ReportText
      text={data.report.text}
      passages={data.coded.report.passages}
      lang={data.report.language}
      marks={marks}
      focus={focus}
      handle={text}
      onPick={(ids) => {
        const other = ids.find((id) => id !== claim);
        if (other) onPick(other);
      }}
    />
  );
}

const LAYER_OF: Record<MatrixQuestion, Layer> = {
  initiator: "event",
  what: "event",
  when: "when",
  where: "when",
  toll: "toll",
};

/** The words of a report that the incident rests on, each claim once: as a toll where it is one. */
function marksIn(report: string, rows: readonly MatrixRow[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const row of [...rows].reverse())
    for (const { evidence: e } of quotesOf({ row, source: undefined }))
      if (e.report === report && !marks.has(e.claim))
        marks.set(e.claim, { id: e.claim, layer: LAYER_OF[row.question], start: e.start, end: e.end });
  return [...marks.values()];
}
