/** A point of the map: 0…1 from west to east and from north to south, whatever the zoom. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** What part of the map is looked at: the point in the middle, and how many pixels the whole way round the earth would take. */
export interface View extends MapPoint {
  readonly scale: number;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Beyond these latitudes Mercator's map draws what nobody needs. */
const LAST_LATITUDE = 80;
const EARTH_KM = 40_075;
const RING_POINTS = 48;
/** From the whole earth in a small window to about 100 m a pixel: the borders are no finer than that. */
export const SCALES = { least: 300, most: 400_000 } as const;

export function project(longitude: number, latitude: number): MapPoint {
  const bounded = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude));
  const sin = Math.sin((bounded * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

export function unproject({ x, y }: MapPoint): { longitude: number; latitude: number } {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
  };
}

/** Where a point stands in the window. */
export const toWindow = (p: MapPoint, view: View, size: Size): MapPoint => ({
  x: (p.x - view.x) * view.scale + size.width / 2,
  y: (p.y - view.y) * view.scale + size.height / 2,
});

/** The point of the map under a place of the window. */
export const fromWindow = (p: MapPoint, view: View, size: Size): MapPoint => ({
  x: (p.x - size.width / 2) / view.scale + view.x,
  y: (p.y - size.height / 2) / view.scale + view.y,
});

/** Kilometres that a pixel stands for at a latitude. */
export const kmPerPixel = (scale: number, latitude: number): number =>
  (EARTH_KM * Math.cos((latitude * Math.PI) / 180)) / scale;

/**
 * The points around a place at a distance, as they lie on the round earth: far north the ring is wider on the map.
 *
 * @param km less than a quarter of the way round the earth
 */
export function ringAround(longitude: number, latitude: number, km: number): MapPoint[] {
  const far = (km / EARTH_KM) * 2 * Math.PI;
  const phi = (latitude * Math.PI) / 180;
  return Array.from({ length: RING_POINTS }, (_, k) => {
    const bearing = (k / RING_POINTS) * 2 * Math.PI;
    const sin = Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(bearing);
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(far) * Math.cos(phi),
      Math.cos(far) - Math.sin(phi) * sin,
    );
    return project(longitude + (east * 180) / Math.PI, (Math.asin(sin) * 180) / Math.PI);
  });
}

/** Zooms by a factor so that what is under `at` stays there. */
export function zoomAround(view: View, factor: number, at: MapPoint, size: Size): View {
  const scale = within(view.scale * factor, SCALES.least, SCALES.most);
  const fixed = fromWindow(at, view, size);
  return bounded({
    x: fixed.x - (at.x - size.width / 2) / scale,
    y: fixed.y - (at.y - size.height / 2) / scale,
    scale,
  });
}

/** Moves what is looked at by pixels. */
export const moved = (view: View, dx: number, dy: number): View =>
  bounded({ ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale });

/** The earth's middle stays in the window. */
const bounded = (view: View): View => ({
  ...view,
  x: within(view.x, 0, 1),
  y: within(view.y, project(0, LAST_LATITUDE).y, project(0, -LAST_LATITUDE).y),
});

/** The room to leave between what is fitted and the edge of the window, in pixels. */
const EDGE = 48;
/** One village is shown with the land around it: no closer than so many kilometres across. */
const LEAST_KM = 160;

/**
 * The view that shows all of these circles.
 *
 * @param circles middle in degrees, radius in kilometres
 * @returns the inhabited earth where there are none
 */
export function fitted(
  circles: readonly { readonly longitude: number; readonly latitude: number; readonly km: number }[],
  size: Size,
): View {
  if (circles.length === 0) return fittedBox(project(-140, 68), project(170, -52), size, 0);
  let [west, north, east, south] = [1, 1, 0, 0];
  for (const c of circles) {
    const at = project(c.longitude, c.latitude);
    const r = Math.max(c.km, LEAST_KM / 2) / (kmPerPixel(1, c.latitude) || 1);
    west = Math.min(west, at.x - r);
    east = Math.max(east, at.x + r);
    north = Math.min(north, at.y - r);
    south = Math.max(south, at.y + r);
  }
  return fittedBox({ x: west, y: north }, { x: east, y: south }, size, EDGE);
}

function fittedBox(a: MapPoint, b: MapPoint, size: Size, edge: number): View {
  const scale = Math.min(
    Math.max(1, size.width - 2 * edge) / (b.x - a.x),
    Math.max(1, size.height - 2 * edge) / (b.y - a.y),
  );
  return bounded({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    scale: within(scale, SCALES.least, SCALES.most),
  });
}

/** The longest round length that fits into so many pixels: 1, 2 or 5 times a power of ten kilometres. */
export function scaleBar(kmOfPixel: number, mostPixels: number): { km: number; pixels: number } {
  const most = kmOfPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
  return { km, pixels: km / kmOfPixel };
}

/** A view as the address has it: longitude, latitude, zoom. */
export function viewWords(view: View): string {
  const { longitude, latitude } = unproject(view);
  return [longitude.toFixed(3), latitude.toFixed(3), Math.log2(view.scale / 256).toFixed(2)].join(",");
}

/** The view that an address has; null where it has none that makes sense. */
export function viewOfWords(words: string | undefined): View | null {
  const numbers = (words ?? "").split(",").map(Number);
  const [longitude, latitude, zoom] = numbers as [number, number, number];
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null;
  return bounded({
    ...project(longitude, latitude),
    scale: within(256 * 2 ** zoom, SCALES.least, SCALES.most),
  });
}

const within = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n));
