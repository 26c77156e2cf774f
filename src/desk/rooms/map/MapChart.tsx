import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "../../shared/Button.js";
import { freeNames, placedLabels } from "./labels.js";
import { boxOf, type Country, countryLabels, landPath } from "./land.js";
import css from "./MapChart.module.css";
import { MarkCard } from "./MarkCard.js";
import { MarkShape, Wash } from "./MarkShape.js";
import type { Mark } from "./marks.js";
import { kmPerPixel, type Size, scaleBar, toWindow, unproject, type View } from "./mercator.js";
import type { Paint } from "./paint.js";
import { useLand } from "./queries.js";
import type { MapView } from "./use-map-view.js";
import { markName } from "./words.js";

/** From here on the finer outlines show. */
const FINE_SCALE = 2200;
/** Pixels that an arrow key moves the map by. */
const STEP = 80;

interface MapChartProps {
  readonly marks: readonly Mark[];
  readonly order: readonly string[];
  readonly paint: Paint;
  readonly size: Size;
  readonly map: MapView;
  /** The key of the mark that is open beside the map. */
  readonly open: string | null;
  readonly onOpen: (mark: Mark) => void;
  readonly onFit: () => void;
  readonly box: React.RefObject<HTMLDivElement | null>;
  readonly layer: React.RefObject<HTMLDivElement | null>;
  /** The table stands in its place. */
  readonly isHidden: boolean;
}

/** The map: land, circles of places, and what one moves it with. */
export function MapChart(props: MapChartProps) {
  const { marks, order, paint, size, map, open, onOpen, onFit, box, layer, isHidden } = props;
  const { view, zoom, pan } = map;
  const land = useLand(view.scale >= FINE_SCALE);
  const [pointed, setPointed] = useState<Mark | null>(null);
  const shown = useMemo(() => near(marks, view, size), [marks, view, size]);
  // what is pointed at moves with the map, and goes where its mark goes
  const card = pointed && shown.find((m) => m.key === pointed.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card goes when the map is moved
  useEffect(() => setPointed(null), [view]);

  const onKey = (e: KeyboardEvent) => {
    if (e.key === "Escape" && pointed) setPointed(null);
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => pan(-STEP, 0),
      ArrowRight: () => pan(STEP, 0),
      ArrowUp: () => pan(0, -STEP),
      ArrowDown: () => pan(0, STEP),
      "+": () => zoom(1.5),
      "=": () => zoom(1.5),
      "-": () => zoom(1 / 1.5),
      "0": onFit,
    };
    const move = moves[e.key];
    if (!move) return;
    e.preventDefault();
    move();
  };
  const onPoint = useCallback((mark: Mark | null) => setPointed(mark), []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of marks that can be gone through, and no form
    <div
      ref={box}
      className={css.map}
      role="group"
      aria-label="Map of incidents. Arrow keys move it, plus and minus zoom, 0 fits it to the incidents; Tab goes through the places."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map when it has the focus
      tabIndex={0}
      onKeyDown={onKey}
      hidden={isHidden}
    >
      <div ref={layer} className={css.layer}>
        <svg width={size.width} height={size.height} className={css.drawing} role="presentation">
          <Land land={land} view={view} size={size} />
          <Washes marks={shown} view={view} size={size} paint={paint} order={order} />
          <Names land={land} marks={shown} view={view} size={size} />
          <g>
            {shown.map((mark) => (
              <MarkShape
                key={mark.key}
                mark={mark}
                at={toWindow(mark, view, size)}
                isSeen={isWithin(toWindow(mark, view, size), size)}
                order={order}
                paint={paint}
                isOpen={mark.key === open}
                onOpen={onOpen}
                onPoint={onPoint}
              />
            ))}
          </g>
        </svg>
      </div>
      {card && (
        <MarkCard mark={card} at={toWindow(card, view, size)} size={size} order={order} paint={paint} />
      )}
      <div className={`${css.tools} screen-only`} data-over-map="">
        <Button aria-label="Zoom in" onPress={() => zoom(1.6)}>
          +
        </Button>
        <Button aria-label="Zoom out" onPress={() => zoom(1 / 1.6)}>
          −
        </Button>
        <Button aria-label="Fit to the incidents shown" onPress={onFit}>
          Fit
        </Button>
      </div>
      <Ruler view={view} />
    </div>
  );
}

/** Marks of the window and its surroundings, in reading order, so that Tab goes through them as the eye does. */
function near(marks: readonly Mark[], view: View, size: Size): Mark[] {
  const box = boxOf(view, size, 0.5);
  return marks
    .filter((m) => m.x > box.west && m.x < box.east && m.y > box.north && m.y < box.south)
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

const isWithin = (at: { x: number; y: number }, size: Size) =>
  at.x >= 0 && at.y >= 0 && at.x <= size.width && at.y <= size.height;

function Land({
  land,
  view,
  size,
}: {
  readonly land: readonly Country[] | undefined;
  readonly view: View;
  readonly size: Size;
}) {
  const path = useMemo(() => (land ? landPath(land, view, size) : ""), [land, view, size]);
  return <path className={css.land} d={path} />;
}

/** The circles in which places lie that are not known exactly, true to scale. */
function Washes({
  marks,
  view,
  size,
  paint,
  order,
}: {
  readonly marks: readonly Mark[];
  readonly view: View;
  readonly size: Size;
  readonly paint: Paint;
  readonly order: readonly string[];
}) {
  const spots = marks.flatMap((m) => m.spots.filter((s) => s.km > 0));
  // the widest below, so that each can be seen
  return [...spots]
    .sort((a, b) => b.km - a.km)
    .map((spot) => <Wash key={spot.key} spot={spot} view={view} size={size} paint={paint} order={order} />);
}

/** Names of countries and of places with incidents; none stands on another. */
function Names({
  land,
  marks,
  view,
  size,
}: {
  readonly land: readonly Country[] | undefined;
  readonly marks: readonly Mark[];
  readonly view: View;
  readonly size: Size;
}) {
  const countries = useMemo(() => (land ? countryLabels(land, view, size) : []), [land, view, size]);
  const wanted = useMemo(
    () =>
      [...marks]
        .sort((a, b) => b.incidents.length - a.incidents.length || (a.key < b.key ? -1 : 1))
        .map((m) => ({ key: m.key, words: labelWords(m), radius: m.radius, ...toWindow(m, view, size) })),
    [marks, view, size],
  );
  const places = useMemo(() => placedLabels(wanted, size), [wanted, size]);
  const free = useMemo(() => freeNames(countries, wanted, places), [countries, wanted, places]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className={css.names} aria-hidden="true">
      {free.map((c) => (
        <text key={c.name} className={css.country} x={c.x} y={c.y}>
          {c.name}
        </text>
      ))}
      {places.map((p) => (
        <text key={p.key} className={css.place} x={p.x} y={p.y} textAnchor={p.anchor}>
          {p.words}
        </text>
      ))}
    </g>
  );
}

const LONGEST = 30;
const labelWords = (m: Mark) => {
  const words = m.spots.length > 1 ? `${m.spots[0]!.name} +${m.spots.length - 1}` : markName(m.spots);
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
};

/** How far a length on the map is in the middle of the window; Mercator's map is larger to the north and south of it. */
function Ruler({ view }: { readonly view: View }) {
  const { km, pixels } = scaleBar(kmPerPixel(view.scale, unproject(view).latitude), 110);
  return (
    <p className={css.ruler}>
      <span className={css.bar} style={{ width: pixels }} />
      {km < 1 ? `${km * 1000} m` : `${km.toLocaleString("en-GB")} km`}
      <span className="visually-hidden"> in the middle of the map</span>
    </p>
  );
}
