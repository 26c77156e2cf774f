import { memo } from "react";
import { dateLabel } from "../../../formats/labels.js";
import { useSourceLabel } from "../../api/names.js";
import { StepMark } from "../../shared/step-marks/StepMark.js";
import { stretchOf, type TimeScale } from "../../shared/time-axis/scale.js";
import css from "./DiplomacyBand.module.css";
import { laneStepTo } from "./lane-keys.js";
import { type Lane, type LaneMark, type LaneStep, laneMarks, shownSpans } from "./lanes.js";
import { useSteps } from "./use-steps.js";

/** Where a step leads, with what is kept of the address. */
type HrefOf = (step: LaneStep) => string;

/** A lane for each third party and one for ceasefires: what lasts as lines, steps as shapes. */
export const DiplomacyBand = memo(function DiplomacyBand({
  lanes,
  scale,
  laneHeight,
  hrefOf,
  onPoint,
  onGo,
}: {
  readonly lanes: readonly Lane[];
  readonly scale: TimeScale;
  readonly laneHeight: number;
  readonly hrefOf: HrefOf;
  /** A mark is pointed at or has the focus: with its place in the band. */
  readonly onPoint: (mark: LaneMark | null, y: number) => void;
  readonly onGo: (href: string) => void;
}) {
  const sourceLabel = useSourceLabel();
  const rows = lanes.map((lane) => ({ lane, marks: laneMarks(lane, scale) }));
  const keys = rows.flatMap((r) => r.marks.map((m) => m.key));
  const steps = useSteps<SVGSVGElement>(keys, (from, key) =>
    laneStepTo(
      rows.map((r) => r.marks),
      from,
      key,
    ),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset in a picture
    <svg
      ref={steps.box}
      className={css.band}
      width={scale.width}
      height={lanes.length * laneHeight}
      role="group"
      aria-label={`Diplomacy, ${lanes.length} lanes. Left and right go along a lane, up and down to the next, Enter opens it.`}
      onKeyDown={steps.onKeyDown}
    >
      {rows.map(({ lane, marks }, row) => {
        const y = (row + 1) * laneHeight - 13;
        return (
          <g key={lane.key} transform={`translate(0 ${y})`}>
            <line className={css.rail} x2={scale.width} />
            {shownSpans(lane, scale.period).map((span) => {
              const at = stretchOf(scale, span.days)!;
              return (
                <line
                  key={`${span.words}${span.days.from}${span.days.to}`}
                  className={css.span}
                  data-kind={span.kind}
                  data-over={span.isOver || undefined}
                  data-open={at.openEnd || undefined}
                  x1={at.x}
                  x2={at.x + at.width}
                />
              );
            })}
            {marks.map((mark) => (
              <g key={mark.key} transform={`translate(${mark.x} 0)`}>
                <a
                  href={hrefOf(weightiest(mark))}
                  data-key={mark.key}
                  tabIndex={steps.tabIndexOf(mark.key)}
                  className={css.mark}
                  aria-label={`${lane.label}${mark.steps.length > 1 ? `, ${mark.steps.length} steps` : ""}: ${mark.steps
                    .map((s) => `${stepDays(s)}, ${s.words}, says ${s.sources.map(sourceLabel).join(", ")}`)
                    .join("; ")}`}
                  onPointerEnter={() => onPoint(mark, y)}
                  onPointerLeave={() => onPoint(null, y)}
                  onFocus={() => {
                    steps.onFocus(mark.key);
                    onPoint(mark, y);
                  }}
                  onBlur={() => onPoint(null, y)}
                  onClick={(e) => {
                    if (e.metaKey || e.ctrlKey || e.shiftKey) return;
                    e.preventDefault();
                    onGo(hrefOf(weightiest(mark)));
                  }}
                >
                  {mark.days && (
                    <rect
                      className={css.days}
                      x={mark.days.x - mark.x}
                      width={mark.days.width}
                      y={-2}
                      height={4}
                      rx={2}
                    />
                  )}
                  <rect x={-8} y={-12} width={16} height={24} fill="transparent" />
                  <StepMark shape={mark.shape} />
                  {mark.steps.length > 1 && (
                    <text className={css.count} x={6} y={-5}>
                      {mark.steps.length}
                    </text>
                  )}
                  <circle className={css.focus} r={10.5} />
                </a>
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
});

export const stepDays = (s: Pick<LaneStep, "days">): string => dateLabel({ ...s.days, basis: "stated" });
const weightiest = (mark: LaneMark) => mark.steps.findLast((s) => s.shape === mark.shape)!;
