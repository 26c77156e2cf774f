import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { dateLabel, oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { useSourceLabel } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { StepKey, StepMark } from "../../shared/step-marks/StepMark.js";
import { SHAPE_WORDS, STEP_SHAPES } from "../../shared/step-marks/step-shapes.js";
import { Brush } from "../../shared/time-axis/Brush.js";
import { bulkPeriod, padded } from "../../shared/time-axis/bulk-period.js";
import { type Period, stretchOf, type TimeScale, timeScale } from "../../shared/time-axis/scale.js";
import { AXIS_HEIGHT, TimeAxis, TimeGrid } from "../../shared/time-axis/TimeAxis.js";
import { useWidth } from "../../shared/time-axis/use-width.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Verdict } from "../../shared/Verdict.js";
import { VirtualList } from "../../shared/VirtualList.js";
import css from "./Lanes.module.css";
import { laneMarks } from "./lane-marks.js";
import type { LifeGroup, LifeLine, Step } from "./lives.js";
import { Names } from "./Names.js";
import { lastStep } from "./rows.js";

type Item =
  | { readonly kind: "section"; readonly key: string; readonly words: string }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly group: LifeGroup;
      readonly of: "initiative" | "ceasefire";
    }
  | { readonly kind: "line"; readonly key: string; readonly line: LifeLine };

/** Above this many rows only those near the window are made. */
const MANY = 150;

/** Initiatives and ceasefires along one axis of days: a lane for each, by third party. */
export function Lanes({
  initiatives,
  ceasefires,
  opened,
}: {
  readonly initiatives: readonly LifeGroup[];
  readonly ceasefires: readonly LifeGroup[];
  readonly opened: string | null;
}) {
  const [search, change] = useSearchValues();
  const [box, width] = useWidth<HTMLDivElement>();
  const items = useMemo(
    () => [...rowsOf("initiative", initiatives), ...rowsOf("ceasefire", ceasefires)],
    [initiatives, ceasefires],
  );
  const { period, before, hasPeriod, first } = useAxis(items, search);
  const scale = useMemo(() => period && timeScale(period, width), [period, width]);
  if (!scale)
    return (
      <p className={css.none}>None of these steps has a day, so there is no axis. The table has them.</p>
    );
  const row = (item: Item) => <Row item={item} scale={scale} opened={opened} />;
  return (
    <div className={css.lanes}>
      <div className={css.axisRow}>
        <p className={css.axisWords}>
          {before > 0 ? `${counted(before, "step")} before ${oneDay(scale.period.from)}` : ""}
          {before > 0 && !hasPeriod && (
            <Button small kind="quiet" onPress={() => change({ from: first })}>
              Show all days
            </Button>
          )}
          {hasPeriod && (
            <Button small kind="quiet" onPress={() => change({ from: undefined, to: undefined })}>
              All days
            </Button>
          )}
        </p>
        <div ref={box} className={css.axis} title="Drag to look at fewer days">
          <Brush
            scale={scale}
            value={null}
            label="Days shown"
            foot={AXIS_HEIGHT}
            onChange={(p: Period | null) =>
              p &&
              change({
                // an end that was not touched sets no limit
                from: p.from === scale.period.from && before === 0 ? search.from : p.from,
                to: p.to === scale.period.to ? search.to : p.to,
              })
            }
          >
            <TimeAxis scale={scale} />
          </Brush>
        </div>
      </div>
      {items.length > MANY ? (
        <VirtualList items={items} keyOf={(i) => i.key} label="Initiatives and ceasefires" estimate={58}>
          {row}
        </VirtualList>
      ) : (
        <ul aria-label="Initiatives and ceasefires">
          {items.map((item) => (
            <li key={item.key}>{row(item)}</li>
          ))}
        </ul>
      )}
      <ul className={css.legend} aria-label="What the marks mean">
        {STEP_SHAPES.map((shape) => (
          <li key={shape}>
            <StepKey shape={shape} words={SHAPE_WORDS[shape]} />
          </li>
        ))}
        <li className={css.legendItem}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={css.bar} x="1" y="5" width="24" height="3" rx="1.5" />
          </svg>
          days that it may have been on
        </li>
        <li className={css.legendItem}>
          <svg width="26" height="14" aria-hidden="true">
            <rect className={css.life} data-kind="ceasefire" x="1" y="1" width="24" height="12" rx="3" />
          </svg>
          a ceasefire, from when it holds
        </li>
      </ul>
    </div>
  );
}

function rowsOf(kind: "initiative" | "ceasefire", groups: readonly LifeGroup[]): Item[] {
  if (groups.length === 0) return [];
  const n = groups.reduce((sum, g) => sum + g.lines.length, 0);
  return [
    { kind: "section", key: kind, words: counted(n, kind === "initiative" ? "initiative" : "ceasefire") },
    ...groups.flatMap((group): Item[] => [
      { kind: "group", key: `${kind} ${group.key}`, group, of: kind },
      ...group.lines.map((line): Item => ({ kind: "line", key: line.id, line })),
    ]),
  ];
}

/** The days of the axis: those asked for, else those of the bulk of the steps. */
function useAxis(items: readonly Item[], search: Search) {
  const from = typeof search.from === "string" ? search.from : undefined;
  const to = typeof search.to === "string" ? search.to : undefined;
  return useMemo(() => {
    const dates = items.flatMap((i) => (i.kind === "line" ? i.line.steps.map((s) => s.date) : []));
    const bulk = bulkPeriod(dates);
    const hasPeriod = from !== undefined || to !== undefined;
    if (bulk === null) return { period: null, before: 0, hasPeriod, first: undefined };
    if (!hasPeriod)
      return { period: padded(bulk.period), before: bulk.before, hasPeriod, first: bulk.all.from };
    const first = from ?? (to! < bulk.all.from ? to! : bulk.all.from);
    const last = to ?? (first > bulk.all.to ? first : bulk.all.to);
    const before = dates.filter((d) => (d.to ?? d.from ?? first) < first).length;
    return { period: { from: first, to: last < first ? first : last }, before, hasPeriod, first };
  }, [items, from, to]);
}

function Row({
  item,
  scale,
  opened,
}: {
  readonly item: Item;
  readonly scale: TimeScale;
  readonly opened: string | null;
}) {
  if (item.kind === "section") return <h2 className={css.section}>{item.words}</h2>;
  if (item.kind === "line") return <Lane line={item.line} scale={scale} isOpen={item.line.id === opened} />;
  const isInitiative = item.of === "initiative";
  return (
    <h3 className={css.group}>
      {!isInitiative && item.group.thirdParty.length > 0 && <span className="faint">brokered by </span>}
      <Names codes={item.group.thirdParty} none={isInitiative ? "No third party named" : "No broker named"} />
    </h3>
  );
}

const ROW = 24;
const PAD = 11;
/** More than a lane's label is high. */
const TALL = 300;

function Lane({
  line,
  scale,
  isOpen,
}: {
  readonly line: LifeLine;
  readonly scale: TimeScale;
  readonly isOpen: boolean;
}) {
  const [search, change] = useSearchValues();
  const sourceOf = useSourceLabel();
  const drawn = useMemo(() => laneMarks(line.steps, scale), [line, scale]);
  const last = lastStep(line);
  const height = drawn.rows * ROW + 2 * PAD;
  const life = line.life && stretchOf(scale, line.life.days);
  const stepWords = (s: Step) =>
    `${dateLabel(s.date)}: ${s.words}, per ${s.voices.map((v) => sourceOf(v.source)).join(", ")}`;
  const open = (step?: string) => ({
    initiative: line.kind === "initiative" ? line.id : undefined,
    ceasefire: line.kind === "ceasefire" ? line.id : undefined,
    step,
  });
  return (
    <article className={css.lane} data-open={isOpen || undefined}>
      <div className={css.label}>
        <Link
          id={`life-${line.id}`}
          to="."
          search={{ ...search, ...open() } as Search}
          resetScroll={false}
          className={css.title!}
          activeProps={{}}
          aria-current={isOpen ? "true" : undefined}
        >
          <span className="foreign">{line.label}</span>
        </Link>
        <p className={css.state}>
          <span>
            {line.state}
            {line.isDormant && <span className="faint">, dormant</span>}
          </span>
          {line.verdict && <Verdict verdict={line.verdict} compact />}
        </p>
        {line.contested.length > 0 && (
          <p className={css.contested}>
            its state is contested:{" "}
            {[...new Set(line.contested.map((c) => sourceOf(c.source)))].join(" and ")}
          </p>
        )}
      </div>
      <div className={css.chart}>
        <TimeGrid scale={scale} height={TALL} />
        <svg
          className={css.drawing}
          width={scale.width}
          height={height}
          role="img"
          aria-label={`${line.title}: ${line.steps.map(stepWords).join("; ")}`}
        >
          {life && (
            <rect
              className={css.life}
              data-kind={line.kind}
              data-contested={line.contested.length > 0 || undefined}
              x={life.x}
              y={4}
              width={Math.max(3, line.life!.isOpen ? scale.width - life.x : life.width)}
              height={height - 8}
              rx={4}
            />
          )}
          {drawn.marks.map((m) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the lane's link opens the same
            <g
              key={m.key}
              className={css.mark}
              transform={`translate(0,${PAD + m.row * ROW + ROW / 2})`}
              onClick={() => change(open(m.main.key))}
            >
              <title>{m.steps.map(stepWords).join("\n")}</title>
              {m.bar && (
                <rect className={css.bar} x={m.bar.x} y={8.5} width={m.bar.width} height={3} rx={1.5} />
              )}
              <g transform={`translate(${m.x.toFixed(1)},0)`}>
                <rect className={css.hit} x={-12} y={-12} width={24} height={24} />
                <StepMark shape={m.main.shape} />
                {m.side && (
                  <text
                    className={css.words}
                    x={m.side === "right" ? 11 : -11}
                    y={4}
                    textAnchor={m.side === "right" ? "start" : "end"}
                  >
                    {m.words}
                  </text>
                )}
              </g>
            </g>
          ))}
        </svg>
        {drawn.marks.length === 0 && last && (
          <p className={css.off}>
            <span aria-hidden="true">← </span>
            {dateLabel(last.date)}
          </p>
        )}
        {drawn.undated > 0 && <p className={css.undated}>{counted(drawn.undated, "step")} without a day</p>}
      </div>
    </article>
  );
}
