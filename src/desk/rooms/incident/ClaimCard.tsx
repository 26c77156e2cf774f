import { useRef, useState } from "react";
import { oneDay } from "../../../formats/labels.js";
import type { MatrixAnswer } from "../../../formats/matrix-rows.js";
import { counted } from "../../../formats/page.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Party, Source } from "../../shared/Party.js";
import { VERDICT_MEANING, Verdict } from "../../shared/Verdict.js";
import css from "./ClaimCard.module.css";
import { type OpenCell, type Quote, quotesOf } from "./cells.js";
import { answered, disputedSince } from "./claim-card.js";
import { DenialLines } from "./DenialLines.js";
import { QuoteCard } from "./QuoteCard.js";
import { type RoomModel, sumOf, sumWords } from "./room-model.js";
import { Stance } from "./Stance.js";

/** Quotes of one answer that are shown at first. */
const MOST_QUOTES = 4;

/** A question with a lane for each that speaks on it, or with one speaker's lane alone; last how it stands, and since when. */
export function ClaimCard({
  cell,
  model,
  onRead,
}: {
  readonly cell: OpenCell;
  readonly model: RoomModel;
  /** Opens the report at the words of a claim. */
  readonly onRead: (claim: string) => void;
}) {
  const sourceLabel = useSourceLabel();
  const box = useRef<HTMLDivElement>(null);
  const { row, source } = cell;
  const sources = model.speakers.filter((s) => row.answers.has(s) && (source === undefined || s === source));
  const lanes = sources.map((s) => ({ source: s, answers: row.answers.get(s)! }));
  const order = lanes.flatMap((l) => l.answers);
  const lines = order.flatMap((a, from) =>
    answered(row, a).flatMap((b) => {
      const to = order.indexOf(b);
      return to < 0 ? [] : [{ from, to }];
    }),
  );
  const silent = source === undefined ? model.incident.parties.filter((p) => !row.answers.has(p)) : [];
  const since = disputedSince(row);
  return (
    <div ref={box} className={css.card} data-lined={lines.length > 0 || undefined}>
      <DenialLines box={box} lines={lines} />
      {lanes.map((lane) => (
        <section key={lane.source} className={css.lane}>
          {/* one speaker stands in the pane's title already */}
          <h3 className={source === undefined ? undefined : "visually-hidden"}>
            <Source source={lane.source} among={model.among} />
          </h3>
          {lane.answers.map((a) => (
            <Answer
              key={order.indexOf(a)}
              index={order.indexOf(a)}
              answer={a}
              cell={{ row, source: lane.source }}
              model={model}
              against={[...new Set(answered(row, a).map((b) => sourceLabel(b.source)))]}
              onRead={onRead}
            />
          ))}
        </section>
      ))}
      {silent.map((p) => (
        <section key={p} className={css.lane}>
          <h3>
            <Party code={p} among={model.among} />
          </h3>
          <p className="faint">has not commented on this in the reports here</p>
        </section>
      ))}
      <p className={css.status}>
        <Verdict verdict={row.verdict} />
        {since !== null && <strong> since {oneDay(since)}</strong>}
        <span className="faint"> {VERDICT_MEANING[row.verdict]}</span>
      </p>
    </div>
  );
}

function Answer({
  index,
  answer: a,
  cell,
  model,
  against,
  onRead,
}: {
  readonly index: number;
  readonly answer: MatrixAnswer;
  readonly cell: OpenCell;
  readonly model: RoomModel;
  /** Whose words a denial or doubt is about. */
  readonly against: readonly string[];
  readonly onRead: (claim: string) => void;
}) {
  const nameOf = useNameOf();
  const [isWhole, setWhole] = useState(false);
  const quotes = quotesOf(cell).filter((q) => q.answer === a);
  const shown = isWhole ? quotes : quotes.slice(0, MOST_QUOTES);
  const sum = sumOf(model.incident.sums, a);
  return (
    <div className={css.answer} data-answer={index}>
      <p className={css.value}>
        <Stance stance={a.stance} />
        {a.value !== null && <strong className="foreign">{a.value}</strong>}
        {against.length > 0 && (
          <span className="faint">
            {a.value === null ? "" : ": "}what {against.join(" and ")} {against.length > 1 ? "say" : "says"}
          </span>
        )}
        {a.asOf !== null && <span className="faint">{oneDay(a.asOf)}</span>}
        <span className="faint">
          {counted(a.reports, "report")}
          {a.origins < a.reports && ` of ${counted(a.origins, "origin")}`}
        </span>
      </p>
      {sum && (
        <p className={css.sum}>
          {sum.total.low} {sumWords(sum)}:{" "}
          {sum.parts.map((p) => (
            <q key={p.claim} className="foreign">
              {p.words}
              {p.sources.length > 0 && ` (${p.sources.map(nameOf).join(", ")})`}
            </q>
          ))}
        </p>
      )}
      <ul className={css.quotes}>
        {shown.map((q, k) => (
          <li key={q.evidence.claim}>
            {q.earlier !== null && isFirstOf(shown, k) && (
              <p className={css.before}>
                before{q.earlier.asOf !== null && `, on ${oneDay(q.earlier.asOf)}`}:{" "}
                <strong className="foreign">{q.earlier.value ?? "denied"}</strong>
              </p>
            )}
            <QuoteCard quote={q} model={model} onRead={() => onRead(q.evidence.claim)} />
          </li>
        ))}
      </ul>
      {quotes.length > shown.length && (
        <Button small kind="quiet" onPress={() => setWhole(true)}>
          All {quotes.length} quotes
        </Button>
      )}
    </div>
  );
}

const isFirstOf = (quotes: readonly Quote[], k: number): boolean =>
  quotes[k - 1]?.earlier !== quotes[k]!.earlier;
