import { memo } from "react";
import { oneDay } from "../../../formats/labels.js";
import css from "./IntensityBand.module.css";
import type { WeekBar, WeekBars } from "./week-bars.js";

/** Conflict below and cooperation above the line of zero, a bar each week; those that stand out have a mark over them. */
export const IntensityBand = memo(function IntensityBand({
  weeks,
  width,
  height,
  onPoint,
}: {
  readonly weeks: WeekBars;
  readonly width: number;
  readonly height: number;
  readonly onPoint: (bar: WeekBar | null) => void;
}) {
  const { bars, zero } = weeks;
  return (
    <svg
      className={css.band}
      width={width}
      height={height}
      role="img"
      aria-label={intensityWords(weeks)}
      onPointerLeave={() => onPoint(null)}
    >
      <line className={css.zero} x2={width} y1={zero} y2={zero} />
      {bars.map((bar) => (
        <g key={bar.week.week} className={css.week} onPointerEnter={() => onPoint(bar)}>
          <rect x={bar.x} width={bar.width} y={0} height={height} fill="transparent" />
          <rect
            className={css.cooperation}
            x={bar.x}
            width={bar.width}
            y={zero - bar.above}
            height={bar.above}
          />
          <rect className={css.conflict} x={bar.x} width={bar.width} y={zero} height={bar.below} />
          {bar.week.standsOut && (
            <path
              className={css.out}
              d="M0 -3.5 3.5 3.5H-3.5Z"
              transform={`translate(${bar.x + bar.width / 2} ${Math.min(height - 4, zero + bar.below + 6)})`}
            />
          )}
        </g>
      ))}
    </svg>
  );
});

/** What the bars say, in words. */
export function intensityWords({ bars, most }: WeekBars): string {
  if (bars.length === 0) return "Intensity by week: nothing happened in this period.";
  const worst = bars.reduce((a, b) => (b.below > a.below ? b : a));
  const out = bars.filter((b) => b.week.standsOut);
  return [
    "Intensity by week.",
    most.conflict > 0 && `Most conflict in the week of ${oneDay(worst.week.week)}: ${worst.week.conflict}.`,
    out.length > 0 && `Weeks that stand out: ${out.map((b) => oneDay(b.week.week)).join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
