import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { shortDay } from "../../../formats/labels.js";
import type { MatrixAnswer, MatrixRow } from "../../../formats/matrix-rows.js";
import { counted, excerpt } from "../../../formats/page.js";
import { RULE_WORDS } from "../../../formats/record-labels.js";
import { type RollupRule, rollup, spreadOverRules } from "../../../record/rollups.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { PartyList, Source } from "../../shared/Party.js";
import { Verdict } from "../../shared/Verdict.js";
import { cellKey, type GridPlace, gridMove } from "./cells.js";
import { headline, spreadWords } from "./figure-words.js";
import css from "./Matrix.module.css";
import { harmedBy, numbered, type RoomModel, rowWords, sumOf, sumWords } from "./room-model.js";
import { Stance } from "./Stance.js";
import { TollPlot } from "./TollPlot.js";

/** Answers of one source that a cell shows; its quotes have all. What was done is told in many ways, most of them alike. */
const MOST_ANSWERS = { initiator: 2, what: 1, when: 2, where: 2, toll: 3 } as const;
/** Longest quote; days and places say in their value what their words say. */
const QUOTE = { initiator: 72, what: 48, when: 0, where: 0, toll: 72 } as const;

/**
 * Who says what: a row for each question, a column for each that speaks; a row ends with its verdict and, for tolls, the figures on
 * an axis. One stop for Tab; arrow keys, Home and End lead from cell to cell.
 */
export function Matrix({
  model,
  columns,
  rule,
  open,
  onOpen,
}: {
  readonly model: RoomModel;
  /** The speakers shown. */
  readonly columns: readonly (string | null)[];
  readonly rule: RollupRule;
  /** Key of the open cell or row. */
  readonly open: string | undefined;
  readonly onOpen: (key: string) => void;
}) {
  const { rows, incident } = model;
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<GridPlace>({ row: 0, column: 0 });
  const filled = useMemo(
    () => rows.map((r) => [true, ...columns.map((c) => r.answers.has(c))]),
    [rows, columns],
  );
  const marks = useMemo(() => numbered(rows), [rows]);
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box, columns.length);
  // what is open stays in view when the columns make way for the pane
  useEffect(() => {
    if (open === undefined || fits === null) return;
    const cell = table.current?.querySelector('[aria-expanded="true"]');
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [open, fits]);
  // rows and columns may have gone since
  const at = filled[focused.row]?.[focused.column] ? focused : { row: 0, column: 0 };
  const onKeyDown = (e: KeyboardEvent) => {
    const to = gridMove(filled, at, e.key, e.ctrlKey);
    if (to === null) return;
    e.preventDefault();
    setFocused(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row}/${to.column}"]`)?.focus();
  };
  const place = (row: number, column: number) => ({
    "data-cell": cellKey(rows[row]!.key, column === 0 ? undefined : columns[column - 1]),
    "data-at": `${row}/${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => setFocused({ row, column }),
  });
  return (
    <div ref={box} className={css.box} data-fits={fits !== false || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys is a grid */}
      <table ref={table} className={css.matrix} role="grid" aria-label="Who says what" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              <span className="visually-hidden">Question</span>
            </th>
            {columns.map((c) => (
              <th key={c} scope="col" className={css.speaker}>
                <Source source={c} among={model.among} />
              </th>
            ))}
            <th scope="col" className={css.endHead}>
              Verdict, and figures on one axis
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r, k) => (
            <tr key={r.key} data-group={groupBegins(rows, k) || undefined} data-verdict={r.verdict}>
              <th scope="row" className={css.question}>
                <RowButton
                  row={r}
                  among={model.among}
                  isOpen={open === r.key}
                  onPress={() => onOpen(cellKey(r.key))}
                  place={place(k, 0)}
                />
              </th>
              {columns.map((c, n) => (
                <td key={c} className={css.cell} data-open={open === cellKey(r.key, c) || undefined}>
                  {r.answers.has(c) ? (
                    <button
                      type="button"
                      className={css.answers}
                      aria-expanded={open === cellKey(r.key, c)}
                      onClick={() => onOpen(cellKey(r.key, c))}
                      {...place(k, n + 1)}
                    >
                      <Answers row={r} source={c} model={model} marks={marks} />
                    </button>
                  ) : (
                    <span className="visually-hidden">nothing said</span>
                  )}
                </td>
              ))}
              <td className={css.end}>
                <RowEnd row={r} model={model} rule={rule} parties={incident.parties} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The least width of the labels with the ends of rows, and of a speaker's column, in rem; as in the styles. */
const ENDS = 24.5;
const COLUMN = 8.5;

/** Whether all columns have room, null before it is measured; else the matrix scrolls in its own box, its heads staying in view. */
function useFits(box: RefObject<HTMLElement | null>, columns: number): boolean | null {
  const [fits, setFits] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const measure = (width: number) => setFits(width >= (ENDS + COLUMN * columns) * rem);
    measure(box.current.clientWidth);
    const watch = new ResizeObserver(([entry]) => measure(entry!.contentRect.width));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box, columns]);
  return fits;
}

/** Whether a row begins those of another harm, or the tolls. */
const groupBegins = (rows: readonly MatrixRow[], k: number): boolean =>
  k > 0 && rows[k]!.toll !== null && rows[k]!.toll?.harm !== rows[k - 1]!.toll?.harm;

interface Place {
  readonly "data-cell": string;
  readonly "data-at": string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function RowButton({
  row,
  among,
  isOpen,
  onPress,
  place,
}: {
  readonly row: MatrixRow;
  readonly among: readonly string[];
  readonly isOpen: boolean;
  readonly onPress: () => void;
  readonly place: Place;
}) {
  const nameOf = useNameOf();
  const by = harmedBy(row);
  return (
    <button type="button" className={css.label} aria-expanded={isOpen} onClick={onPress} {...place}>
      <span className="foreign">{rowWords(row, nameOf)}</span>
      {by.length > 0 && (
        <span className={css.by}>
          by <PartyList codes={by} among={among} />, as told
        </span>
      )}
    </button>
  );
}

/** What one source answers: value, stance, its words, what it said before, and who carries it. */
const Answers = memo(function Answers({
  row,
  source,
  model,
  marks,
}: {
  readonly row: MatrixRow;
  readonly source: string | null;
  readonly model: RoomModel;
  readonly marks: ReturnType<typeof numbered>;
}) {
  const all = row.answers.get(source) ?? [];
  const most = MOST_ANSWERS[row.question];
  const more = all.length - most;
  return (
    <>
      {all.slice(0, most).map((a, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers stand in the order of the record
        <AnswerWords key={k} answer={a} row={row} model={model} marks={marks} />
      ))}
      {more > 0 && <span className={css.more}>and {more} more</span>}
    </>
  );
});

function AnswerWords({
  answer: a,
  row,
  model,
  marks,
}: {
  readonly answer: MatrixAnswer;
  readonly row: MatrixRow;
  readonly model: RoomModel;
  readonly marks: ReturnType<typeof numbered>;
}) {
  const year = model.incident.date.from?.slice(0, 4) ?? null;
  const sum = sumOf(model.incident.sums, a);
  return (
    <span className={css.answer} data-stance={a.stance}>
      <span className={css.value}>
        <Stance stance={a.stance} />
        {a.value !== null && (
          <span className="foreign" data-figure={row.toll !== null || undefined}>
            {a.value}
          </span>
        )}
        {sum && <span className={css.sum}>{sumWords(sum)}</span>}
        {a.certainty !== "stated" && <span className={css.unsure}>{a.certainty}</span>}
      </span>
      {a.quote !== null && QUOTE[row.question] > 0 && (
        <span className={`${css.quote} foreign`}>{excerpt(a.quote, QUOTE[row.question])}</span>
      )}
      {[...a.before].reverse().map((b) => (
        <span key={`${b.asOf}${b.value}`} className={css.before}>
          {row.question === "what" && b.value !== null ? "told earlier: " : "was "}
          {b.value ?? "denied"}
          {b.asOf !== null && ` on ${shortDay(b.asOf, year)}`}
        </span>
      ))}
      {a.ruling && (
        <span className={css.ruled}>
          <span aria-hidden="true">✎ </span>
          {a.ruling} by a ruling
        </span>
      )}
      <span className={css.carried}>
        {counted(a.reports, "report")}
        {a.origins < a.reports && `, ${counted(a.origins, "origin")}`}
        <span className={css.marks}> [{a.evidence.map((e) => marks.get(e.claim)?.number).join(", ")}]</span>
      </span>
    </span>
  );
}

function RowEnd({
  row,
  model,
  rule,
  parties,
}: {
  readonly row: MatrixRow;
  readonly model: RoomModel;
  readonly rule: RollupRule;
  readonly parties: readonly string[];
}) {
  const sourceLabel = useSourceLabel();
  const axis = row.toll === null ? undefined : model.axes.get(row.toll.harm);
  const spread = row.toll === null ? null : spreadOverRules(row.toll, parties);
  const figures = row.toll === null || spread === null ? null : rollup(row.toll, rule, parties);
  return (
    <div className={css.endBox}>
      {figures && axis && (
        <TollPlot row={row} speakers={model.speakers} rollup={figures} axis={axis} among={model.among} />
      )}
      <Verdict verdict={row.verdict} />
      {figures && spread && (
        <p className={css.figures}>
          <strong>{headline(figures)}</strong> <span>rule: {RULE_WORDS[rule]}</span>
          {figures.low === null && <span>, which no source here fits</span>}
          {figures.sources.length > 0 && rule !== "per-source" && (
            <span>, best by {figures.sources.map(sourceLabel).join(", ")}</span>
          )}
          <span className={css.spread}>{spreadWords(spread)}</span>
        </p>
      )}
      {row.toll !== null && figures === null && <p className={css.spread}>no source gives a number</p>}
      {axis?.isLog && figures && <p className={css.spread}>logarithmic axis</p>}
    </div>
  );
}
