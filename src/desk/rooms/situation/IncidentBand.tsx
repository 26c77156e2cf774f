import { memo } from "react";
import { useNameOf } from "../../api/names.js";
import { colourVar } from "../../shared/party-colour.js";
import { fillsOf } from "./actors.js";
import { hatchOf } from "./Hatches.js";
import css from "./IncidentBand.module.css";
import type { IncidentMark } from "./incident-marks.js";
import { incidentSentence } from "./incident-words.js";
import { sectorPath } from "./sectors.js";
import { useSteps } from "./use-steps.js";

/** Incidents as circles and ticks along the axis, a link each. */
export const IncidentBand = memo(function IncidentBand({
  marks,
  colours,
  width,
  height,
  onPoint,
  onGo,
}: {
  readonly marks: readonly IncidentMark[];
  readonly colours: ReadonlyMap<string, number>;
  readonly width: number;
  readonly height: number;
  /** A mark is pointed at or has the focus; null when none is any more. */
  readonly onPoint: (mark: IncidentMark | null) => void;
  readonly onGo: (href: string) => void;
}) {
  const nameOf = useNameOf();
  const steps = useSteps<SVGSVGElement>(marks.map((m) => m.incident.id));
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset in a picture
    <svg
      ref={steps.box}
      className={css.band}
      width={width}
      height={height}
      role="group"
      aria-label={`Incidents in the order of time, ${marks.length} shown. Arrow keys go from one to the next, Enter opens it.`}
      onKeyDown={steps.onKeyDown}
    >
      {marks.map((mark) => (
        <g key={mark.incident.id} transform={`translate(${round(mark.x)} ${round(mark.y)})`}>
          <a
            href={`/incidents/${mark.incident.id}`}
            data-key={mark.incident.id}
            tabIndex={steps.tabIndexOf(mark.incident.id)}
            aria-label={incidentSentence(mark.incident, nameOf)}
            className={css.mark}
            onPointerEnter={() => onPoint(mark)}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => {
              steps.onFocus(mark.incident.id);
              onPoint(mark);
            }}
            onBlur={() => onPoint(null)}
            onClick={(e) => {
              if (e.metaKey || e.ctrlKey || e.shiftKey) return;
              e.preventDefault();
              onGo(`/incidents/${mark.incident.id}`);
            }}
          >
            <MarkShape mark={mark} fills={fillsOf(mark.incident.actors, colours)} />
          </a>
        </g>
      ))}
    </svg>
  );
});

const round = (n: number) => Math.round(n * 10) / 10;

/** About (0, 0): the days that it may have been on as a bar, the highest figure as a ring, the best as a disc, the lowest as its core. */
export function MarkShape({
  mark,
  fills,
}: {
  readonly mark: Pick<
    IncidentMark,
    "toll" | "low" | "best" | "high" | "isBeyond" | "isContested" | "days" | "x"
  >;
  readonly fills: readonly (number | undefined)[];
}) {
  const colour = fills.length === 1 ? colourVar(fills[0]) : "var(--ink-2)";
  const { low, best, high } = mark;
  return (
    <>
      {mark.days && (
        <rect
          className={css.days}
          x={mark.days.x - mark.x}
          width={mark.days.width}
          y={-1.5}
          height={3}
          rx={1.5}
          fill={colour}
          data-open={mark.days.openStart || mark.days.openEnd || undefined}
        />
      )}
      {mark.toll === null ? (
        <>
          <rect x={-4} y={-6} width={8} height={12} fill="transparent" />
          <line
            className={css.tick}
            y1={-4.5}
            y2={4.5}
            stroke={colourVar(fills[0])}
            strokeDasharray={mark.isContested ? "2.4 1.6" : undefined}
          />
        </>
      ) : (
        <>
          {(high > best || mark.isBeyond) && (
            <circle
              className={css.ring}
              r={Math.max(high, best + 1.5)}
              stroke={colour}
              strokeDasharray={mark.isBeyond ? "3 2" : undefined}
            />
          )}
          {fills.map((f, k) => (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: sectors have their place and no other name
              key={k}
              d={sectorPath(best, fills.length, k)}
              fill={mark.isContested ? hatchOf(f) : colourVar(f)}
              stroke={colourVar(f)}
              fillOpacity={mark.isContested || low >= best ? 1 : 0.35}
            />
          ))}
          {low > 0 &&
            low < best &&
            fills.map((f, k) => (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={`low${k}`}
                d={sectorPath(low, fills.length, k)}
                fill={colourVar(f)}
              />
            ))}
        </>
      )}
      <circle className={css.focus} r={Math.max(high, best, 5) + 3} />
    </>
  );
}
