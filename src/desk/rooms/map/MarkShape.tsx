import { memo, useMemo } from "react";
import { counted } from "../../../formats/page.js";
import { useNameOf } from "../../api/names.js";
import css from "./MapChart.module.css";
import { arcPath, arcsOf, type Mark } from "./marks.js";
import { kmPerPixel, type MapPoint, ringAround, type Size, toWindow, type View } from "./mercator.js";
import type { Paint } from "./paint.js";
import { isContested, partsOf, type Spot } from "./spots.js";
import { contestedWords, markName, partsWords, spotWords } from "./words.js";

/** Least radius in pixels of what a finger can hit. */
const HIT = 12;
const RING = 0.4;

/** A place, or several that stand too close: a dot for one incident, a ring cut by who acted with their number for more. */
export const MarkShape = memo(function MarkShape({
  mark,
  at,
  isSeen,
  order,
  paint,
  isOpen,
  onOpen,
  onPoint,
}: {
  readonly mark: Mark;
  readonly at: MapPoint;
  /** In the window: those around it wait for the map to be moved. */
  readonly isSeen: boolean;
  readonly order: readonly string[];
  readonly paint: Paint;
  readonly isOpen: boolean;
  readonly onOpen: (mark: Mark) => void;
  readonly onPoint: (mark: Mark | null) => void;
}) {
  const nameOf = useNameOf();
  const parts = useMemo(() => partsOf(mark.incidents, order), [mark, order]);
  const { radius: r, incidents } = mark;
  const [only] = incidents;
  const label = useMemo(() => {
    const where = mark.spots.length === 1 ? spotWords(mark.spots[0]!, nameOf) : markName(mark.spots);
    return [
      where,
      counted(incidents.length, "incident"),
      `who acted: ${partsWords(parts, nameOf)}`,
      contestedWords(incidents),
    ]
      .filter((w) => w !== "")
      .join("; ");
  }, [mark, incidents, parts, nameOf]);
  const inner = Math.max(r - Math.max(4, r * RING), 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button within a drawing
    <g
      className={css.mark}
      transform={`translate(${at.x.toFixed(1)},${at.y.toFixed(1)})`}
      role="button"
      tabIndex={isSeen ? 0 : -1}
      aria-label={label}
      aria-hidden={isSeen ? undefined : true}
      aria-expanded={isOpen}
      data-open={isOpen || undefined}
      data-mark={mark.key}
      onClick={() => onOpen(mark)}
      onKeyDown={(e) => {
        if (e.key !== "Enter" && e.key !== " ") return;
        e.preventDefault();
        onOpen(mark);
      }}
      onPointerEnter={() => onPoint(mark)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(mark)}
      onBlur={() => onPoint(null)}
    >
      <circle className={css.hit} r={Math.max(r, HIT)} />
      <circle className={css.ground} r={r + 1.5} />
      {incidents.length === 1 ? (
        <circle
          className={mark.isLoose ? css.loose : css.dot}
          r={r}
          style={
            mark.isLoose
              ? {
                  stroke: paint.of(parts[0]!.actor),
                  fill: isContested(only!) ? paint.hatch(parts[0]!.actor) : undefined,
                }
              : {
                  stroke: paint.of(parts[0]!.actor),
                  fill: isContested(only!) ? paint.hatch(parts[0]!.actor) : paint.of(parts[0]!.actor),
                }
          }
        />
      ) : (
        <>
          {arcsOf(parts).map((arc) => (
            <path
              key={`${arc.actor}${arc.isContested}`}
              className={css.arc}
              d={arcPath(arc.from, arc.to, r, inner)}
              style={{ fill: arc.isContested ? paint.hatch(arc.actor) : paint.of(arc.actor) }}
            />
          ))}
          {mark.isLoose && (
            <circle className={css.gaps} r={(r + inner) / 2} style={{ strokeWidth: r - inner + 1 }} />
          )}
          <text className={css.number} y={0.5} style={{ fontSize: incidents.length > 999 ? 10 : 11.5 }}>
            {incidents.length}
          </text>
        </>
      )}
      <circle className={css.halo} r={r + 4} />
    </g>
  );
});

/** Washes that would be smaller than this in pixels say nothing that the mark's broken line does not. */
const LEAST = 9;

/** The circle in which a place lies, as far as is known: a pale ground with a broken edge, in the colour of who acted most. */
export function Wash({
  spot,
  view,
  size,
  paint,
  order,
}: {
  readonly spot: Spot;
  readonly view: View;
  readonly size: Size;
  readonly paint: Paint;
  readonly order: readonly string[];
}) {
  const ring = useMemo(() => ringAround(spot.longitude, spot.latitude, spot.km), [spot]);
  if (spot.km / kmPerPixel(view.scale, spot.latitude) < LEAST) return null;
  const main = partsOf(spot.incidents, order).reduce((a, b) => (b.share > a.share ? b : a));
  const path = ring
    .map((p) => toWindow(p, view, size))
    .map((p, k) => `${k === 0 ? "M" : "L"}${p.x.toFixed(1)},${p.y.toFixed(1)}`)
    .join("");
  return (
    <path
      className={css.wash}
      d={`${path}Z`}
      style={{ fill: paint.of(main.actor), stroke: paint.of(main.actor) }}
    />
  );
}

/** The hatches that contested incidents are painted with; once on the page. */
export function Hatches({ paint }: { readonly paint: Paint }) {
  return (
    <svg width="0" height="0" className={css.hatches} aria-hidden="true">
      <defs>
        {paint.hatches.map(({ id, colour }) => (
          <pattern
            key={id}
            id={id}
            width="4.5"
            height="4.5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="4.5" height="4.5" style={{ fill: "var(--surface)" }} />
            <rect width="2.2" height="4.5" style={{ fill: colour }} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
