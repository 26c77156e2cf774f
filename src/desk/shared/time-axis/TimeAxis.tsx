import { useMemo } from "react";
import type { TimeScale } from "./scale.js";
import css from "./TimeAxis.module.css";
import { ticksOf } from "./ticks.js";

/** Height in pixels of the strip that TimeAxis draws. */
export const AXIS_HEIGHT = 36;

/** The strip of days below a chart: days, weeks, months or years by what there is room for, with months or years under them. */
export function TimeAxis({ scale }: { readonly scale: TimeScale }) {
  const { minor, major, room } = useMemo(() => ticksOf(scale), [scale]);
  return (
    <svg className={css.axis} width={scale.width} height={AXIS_HEIGHT} aria-hidden="true">
      <line className={css.base} x2={scale.width} y1={0.5} y2={0.5} />
      {minor.map((t) => (
        <g key={t.day} transform={`translate(${t.x})`}>
          <line className={css.tick} y2={6} />
          {t.x + Math.min(room, 26) <= scale.width + 2 && (
            <text className={css.label} x={3} y={14}>
              {t.label}
            </text>
          )}
        </g>
      ))}
      {major.map((t) => (
        <g key={t.day} transform={`translate(${t.x})`}>
          {t.x > 0 && <line className={css.strong} y2={AXIS_HEIGHT} />}
          <text className={css.major} x={t.x > 0 ? 4 : 0} y={30}>
            {t.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Hairlines through a chart at the axis' ticks; laid behind it by its parent. */
export function TimeGrid({ scale, height }: { readonly scale: TimeScale; readonly height: number }) {
  const { minor, major } = useMemo(() => ticksOf(scale), [scale]);
  return (
    <svg className={css.grid} width={scale.width} height={height} aria-hidden="true">
      {minor.map((t) => (
        <line key={t.day} className={css.hair} x1={t.x} x2={t.x} y2={height} />
      ))}
      {major.map(
        (t) => t.x > 0 && <line key={`m${t.day}`} className={css.strong} x1={t.x} x2={t.x} y2={height} />,
      )}
    </svg>
  );
}
