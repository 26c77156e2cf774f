import { type MapPoint, project } from "./mercator.js";
import type { MapIncident, Spot } from "./spots.js";

/** Places that stand too close to be told apart at a zoom, drawn as one, where the biggest of them is. */
export interface Mark extends MapPoint {
  /** The biggest place's. */
  readonly key: string;
  readonly spots: readonly Spot[];
  readonly incidents: readonly MapIncident[];
  /** Radius in pixels. */
  readonly radius: number;
  /** None of its places is known exactly: it is drawn with a broken line. */
  readonly isLoose: boolean;
}

/** Grows with the number of incidents so that its area tells it, within what a finger can hit and a map can bear. */
export const radiusOf = (incidents: number): number =>
  incidents === 1 ? 6 : Math.min(26, 8.5 + 1.9 * Math.sqrt(incidents));

/** Part of the two radii within which marks become one. */
const CLOSE = 0.9;
/** Side of the squares in which near marks are looked for: no two radii reach farther. */
const SQUARE = 2 * 26;

/**
 * Marks at a zoom: the same however the map is moved. A place joins the biggest mark that it would cover; a mark that grew so joins
 * the next, until none covers another.
 *
 * @param spots those with most incidents first
 * @param scale pixels of the whole way round the earth
 */
export function marksOf(spots: readonly Spot[], scale: number): Mark[] {
  let groups: Group[] = spots.map((spot) => {
    const at = project(spot.longitude, spot.latitude);
    return { at, x: at.x * scale, y: at.y * scale, spots: [spot], count: spot.incidents.length };
  });
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length;
    groups = joined(groups);
  }
  return groups.map((g) => ({
    ...g.at,
    key: g.spots[0]!.key,
    spots: g.spots,
    incidents: g.spots.flatMap((s) => s.incidents),
    radius: radiusOf(g.count),
    isLoose: g.spots.every((s) => s.km > 0),
  }));
}

interface Group {
  readonly at: MapPoint;
  /** In pixels from the map's corner. */
  readonly x: number;
  readonly y: number;
  readonly spots: readonly Spot[];
  readonly count: number;
}

/** Each group with those that it covers, the biggest first. */
function joined(groups: readonly Group[]): Group[] {
  const found: Group[] = [];
  /** Indexes of `found` by square. */
  const squares = new Map<string, number[]>();
  for (const g of [...groups].sort((a, b) => b.count - a.count)) {
    const [column, row] = [Math.floor(g.x / SQUARE), Math.floor(g.y / SQUARE)];
    const around = [-1, 0, 1].flatMap((c) =>
      [-1, 0, 1].flatMap((r) => squares.get(`${column + c}:${row + r}`) ?? []),
    );
    const into = around.find((k) => {
      const other = found[k]!;
      const reach = CLOSE * (radiusOf(other.count) + radiusOf(g.count));
      return Math.hypot(other.x - g.x, other.y - g.y) < reach;
    });
    if (into !== undefined) {
      const other = found[into]!;
      found[into] = { ...other, spots: [...other.spots, ...g.spots], count: other.count + g.count };
      continue;
    }
    const key = `${column}:${row}`;
    squares.set(key, [...(squares.get(key) ?? []), found.length]);
    found.push(g);
  }
  return found;
}

/** An arc of a ring, in turns from the top, clockwise. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly actor: string | null;
  readonly isContested: boolean;
}

/** A ring cut by who acted: of each first what is not contested, then what is. */
export function arcsOf(
  parts: readonly { readonly actor: string | null; readonly share: number; readonly contested: number }[],
): Arc[] {
  const whole = parts.reduce((sum, p) => sum + p.share, 0);
  const arcs: Arc[] = [];
  let at = 0;
  for (const { actor, share, contested } of parts)
    for (const [part, isContested] of [
      [share - contested, false],
      [contested, true],
    ] as const) {
      if (part < 1e-9) continue;
      arcs.push({ from: at, to: at + part / whole, actor, isContested });
      at += part / whole;
    }
  return arcs;
}

/** An arc of a ring between two radii as an SVG path about the origin; `inner` 0 is a slice. */
export function arcPath(from: number, to: number, outer: number, inner: number): string {
  const point = (turn: number, r: number) =>
    `${(r * Math.sin(turn * 2 * Math.PI)).toFixed(2)},${(-r * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
  // a whole ring begins and ends in one point: two halves
  if (to - from > 0.9999)
    return [outer, inner]
      .filter((r) => r > 0)
      .map((r) => `M0,${-r}A${r},${r} 0 1 1 0,${r}A${r},${r} 0 1 1 0,${-r}Z`)
      .join("");
  const large = to - from > 0.5 ? 1 : 0;
  const edge = `M${point(from, outer)}A${outer},${outer} 0 ${large} 1 ${point(to, outer)}`;
  return inner === 0
    ? `${edge}L0,0Z`
    : `${edge}L${point(to, inner)}A${inner},${inner} 0 ${large} 0 ${point(from, inner)}Z`;
}
