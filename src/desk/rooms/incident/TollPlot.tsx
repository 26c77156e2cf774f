import type { MatrixRow } from "../../../formats/matrix-rows.js";
import { grouped } from "../../../formats/page.js";
import { rollupLabel } from "../../../formats/record-labels.js";
import type { Rollup } from "../../../record/rollups.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { colourVar, partyColours } from "../../shared/party-colour.js";
import css from "./TollPlot.module.css";
import { type Axis, type PlotMark, plotOf } from "./toll-plot.js";

const WIDTH = 208;
const LEFT = 7;
/** Room for the arrow of what is open above. */
const RIGHT = 17;
const LANE = 12;
const BAND = 12;
const AXIS = 15;
const xOf = (part: number) => LEFT + part * (WIDTH - LEFT - RIGHT);

/**
 * The sources' figures of one toll, a line for each: what it says and how far its words reach; below them the range that the rule
 * makes of them. Rows of one harm share the axis.
 */
export function TollPlot({
  row,
  speakers,
  rollup,
  axis,
  among,
}: {
  readonly row: MatrixRow;
  readonly speakers: readonly (string | null)[];
  readonly rollup: Rollup;
  readonly axis: Axis;
  readonly among: readonly string[];
}) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  const colours = partyColours(among);
  const plot = plotOf(row, speakers, rollup, axis);
  const foot = plot.lanes.length * LANE + BAND + 4;
  const said = [...new Set(plot.lanes.map((lane) => lane.source))].map((source) => {
    const values = (row.answers.get(source) ?? []).flatMap((a) => a.value ?? []);
    return `${sourceLabel(source)} ${values.join(" and ")}`;
  });
  return (
    <svg
      className={css.plot}
      viewBox={`0 0 ${WIDTH} ${foot + AXIS}`}
      width={WIDTH}
      height={foot + AXIS}
      role="img"
      aria-label={`Figures on an axis from 0 to ${grouped(axis.max)}: ${said.join("; ")}. ${rollupLabel(rollup, { nameOf })}.`}
    >
      {axis.ticks.map((t) => (
        <line key={t} className={css.grid} x1={xOf(axis.at(t))} x2={xOf(axis.at(t))} y1={0} y2={foot} />
      ))}
      {plot.lanes.map((lane, k) => {
        const colour = colourVar(lane.source === null ? undefined : colours.get(lane.source));
        const y = k * LANE + LANE / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lanes without a life of their own
          <g key={k} stroke={colour} fill={colour}>
            {lane.marks.map((m, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: marks without a life of their own
              <Mark key={n} mark={m} y={y} />
            ))}
          </g>
        );
      })}
      {plot.band && (
        <g className={css.band}>
          <rect
            x={xOf(plot.band.low) - 1}
            width={Math.max(2, xOf(plot.band.high) - xOf(plot.band.low) + 2)}
            y={foot - BAND}
            height={7}
            rx={1.5}
          />
          {plot.band.open && <Arrow x={xOf(plot.band.high) + 2} y={foot - BAND + 3.5} />}
          {rollup.rule !== "per-source" && (
            <rect
              className={css.best}
              x={xOf(plot.band.best) - 1.5}
              width={3}
              y={foot - BAND - 2}
              height={11}
            />
          )}
        </g>
      )}
      <line className={css.axis} x1={xOf(0)} x2={xOf(1)} y1={foot} y2={foot} />
      {axis.ticks.map((t) => (
        <text key={t} className={css.tick} x={xOf(axis.at(t))} y={foot + 11} textAnchor="middle">
          {short(t)}
        </text>
      ))}
    </svg>
  );
}

/** "20k" where a tick's figure would not fit. */
const short = (n: number) =>
  n >= 1_000_000 ? `${n / 1_000_000}m` : n >= 10_000 ? `${n / 1000}k` : grouped(n);

const Arrow = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path d={`M${x} ${y - 3.5}l5 3.5-5 3.5z`} stroke="none" />
);

function Mark({ mark: m, y }: { readonly mark: PlotMark; readonly y: number }) {
  const x = xOf(m.x);
  return (
    <g opacity={m.earlier ? 0.55 : 1}>
      {(m.to > m.from || m.open) && (
        <line
          x1={xOf(m.from)}
          x2={m.open ? Math.max(xOf(m.to), x + 9) : xOf(m.to)}
          y1={y}
          y2={y}
          strokeWidth={1.4}
        />
      )}
      {m.open && <Arrow x={x + 9} y={y} />}
      {m.earlier ? (
        <circle cx={x} cy={y} r={2.4} className={css.hollow} strokeWidth={1.3} />
      ) : (
        <MarkShape shape={m.shape} x={x} y={y} />
      )}
    </g>
  );
}

function MarkShape({
  shape,
  x,
  y,
}: {
  readonly shape: PlotMark["shape"];
  readonly x: number;
  readonly y: number;
}) {
  switch (shape) {
    case "dot":
      return <circle cx={x} cy={y} r={3.6} stroke="none" />;
    case "square":
      return <rect x={x - 3.4} y={y - 3.4} width={6.8} height={6.8} stroke="none" />;
    case "ring":
      return (
        <circle cx={x} cy={y} r={3.4} className={css.hollow} strokeWidth={1.6} strokeDasharray="2.4 1.6" />
      );
    case "cross":
      return <path d={`M${x - 3.4} ${y - 3.4}l6.8 6.8m0-6.8-6.8 6.8`} strokeWidth={2} fill="none" />;
    case "plus":
      return <path d={`M${x - 3.8} ${y}h7.6M${x} ${y - 3.8}v7.6`} strokeWidth={1.8} fill="none" />;
  }
}
