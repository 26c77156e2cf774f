import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { type MapPoint, type Size, toWindow, type View } from "./mercator.js";

/** A closed line of the map: x and y in turn, as points of the map (0…1). */
export interface Ring {
  readonly points: Float64Array;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

export interface Country {
  readonly name: string;
  readonly rings: readonly Ring[];
}

/** The base map's file: Natural Earth's countries as TopoJSON. */
export type LandFile = Parameters<typeof feature>[0];

/** The countries of a base map, laid flat once, so that each view of them is arithmetic alone. */
export function countriesOf(file: LandFile): Country[] {
  // one way round the earth is 1; lines that cross the date line are cut there
  const flat = geoMercator()
    .scale(1 / (2 * Math.PI))
    .translate([0.5, 0.5]);
  const shapes = feature(file, file.objects.countries!);
  return ("features" in shapes ? shapes.features : []).map((f) => {
    const rings: Ring[] = [];
    let points: number[] = [];
    const end = () => {
      if (points.length >= 6) rings.push(ringOf(points));
      points = [];
    };
    geoPath(flat, {
      beginPath: () => {},
      moveTo: (x: number, y: number) => {
        end();
        points.push(x, y);
      },
      lineTo: (x: number, y: number) => void points.push(x, y),
      arc: () => {},
      closePath: end,
    })(f);
    end();
    return { name: wholeName(String(f.properties?.name)), rings };
  });
}

/** What Natural Earth shortens, written out. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Dem\. Rep\. Congo$/, "DR Congo"],
  [/\bRep\./, "Republic"],
  [/\bIs\./, "Islands"],
  [/\bHerz\./, "Herzegovina"],
  [/^Eq\. /, "Equatorial "],
  [/^N\. /, "Northern "],
  [/^S\. /, "South "],
  [/^W\. /, "Western "],
];

/** "S. Sudan" → "South Sudan". */
export const wholeName = (name: string): string =>
  SHORT.reduce((words, [short, whole]) => words.replace(short, whole), name);

function ringOf(points: readonly number[]): Ring {
  let [west, east, north, south] = [1, 0, 1, 0];
  for (let k = 0; k < points.length; k += 2) {
    west = Math.min(west, points[k]!);
    east = Math.max(east, points[k]!);
    north = Math.min(north, points[k + 1]!);
    south = Math.max(south, points[k + 1]!);
  }
  return { points: Float64Array.from(points), west, east, north, south };
}

/** Steps shorter than this many pixels are left out, and islands smaller than this. */
const FINEST = 0.6;

/**
 * The outlines that a view shows, as an SVG path in pixels of the window.
 *
 * @param margin how far beyond the window, in windows, so that it can be moved before the path is made anew
 */
export function landPath(countries: readonly Country[], view: View, size: Size, margin = 0.5): string {
  const out: string[] = [];
  const seen = boxOf(view, size, margin);
  const [dx, dy] = [size.width / 2 - view.x * view.scale, size.height / 2 - view.y * view.scale];
  for (const { rings } of countries) {
    for (const r of rings) {
      if (r.east < seen.west || r.west > seen.east || r.south < seen.north || r.north > seen.south) continue;
      if (Math.max(r.east - r.west, r.south - r.north) * view.scale < FINEST) continue;
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      for (let k = 0; k < r.points.length; k += 2) {
        const x = r.points[k]! * view.scale + dx;
        const y = r.points[k + 1]! * view.scale + dy;
        if (Math.abs(x - lastX) < FINEST && Math.abs(y - lastY) < FINEST) continue;
        out.push(`${k === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`);
        lastX = x;
        lastY = y;
      }
      out.push("Z");
    }
  }
  return out.join("");
}

/** The part of the map that a window shows. */
export function boxOf(view: View, size: Size, margin = 0) {
  const w = (size.width * (0.5 + margin)) / view.scale;
  const h = (size.height * (0.5 + margin)) / view.scale;
  return { west: view.x - w, east: view.x + w, north: view.y - h, south: view.y + h };
}

export interface CountryLabel extends MapPoint {
  readonly name: string;
}

/** Distance in pixels between the points at which it is asked which country is there. */
const GRID = 44;
/** Width in pixels of a letter of a country's name. */
const LETTER = 7;

/**
 * Where the names of the countries in a window stand, in its pixels: in the midst of the part of each that is seen. Countries of
 * which too little is seen for their name have none.
 */
export function countryLabels(countries: readonly Country[], view: View, size: Size): CountryLabel[] {
  const columns = Math.max(1, Math.round(size.width / GRID));
  const rows = Math.max(1, Math.round(size.height / GRID));
  const seen = boxOf(view, size);
  const near = countries.filter((c) =>
    c.rings.some(
      (r) => r.east > seen.west && r.west < seen.east && r.south > seen.north && r.north < seen.south,
    ),
  );
  const found = new Map<Country, MapPoint[]>();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = {
        x: seen.west + ((column + 0.5) / columns) * (seen.east - seen.west),
        y: seen.north + ((row + 0.5) / rows) * (seen.south - seen.north),
      };
      const country = near.find((c) => c.rings.filter((r) => isInside(r, at)).length % 2 === 1);
      if (!country) continue;
      const list = found.get(country);
      if (list) list.push(at);
      else found.set(country, [at]);
    }
  return [...found].flatMap(([country, points]) => {
    const middle = {
      x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
      y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
    };
    const far = (p: MapPoint) => (p.x - middle.x) ** 2 + (p.y - middle.y) ** 2;
    const best = points.reduce((a, b) => (far(b) < far(a) ? b : a));
    const row = points.filter((p) => p.y === best.y).length * GRID;
    if (row < country.name.length * LETTER * 0.8) return [];
    return [{ name: country.name, ...toWindow(best, view, size) }];
  });
}

/** Whether a point lies within a ring: a line from it to the east crosses the ring an odd number of times. */
function isInside(ring: Ring, at: MapPoint): boolean {
  if (at.x < ring.west || at.x > ring.east || at.y < ring.north || at.y > ring.south) return false;
  const { points } = ring;
  let inside = false;
  for (let k = 0, j = points.length - 2; k < points.length; j = k, k += 2) {
    const [x1, y1, x2, y2] = [points[k]!, points[k + 1]!, points[j]!, points[j + 1]!];
    if (y1 > at.y !== y2 > at.y && at.x < ((x2 - x1) * (at.y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
