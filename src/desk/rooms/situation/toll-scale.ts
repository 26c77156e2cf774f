import type { IncidentListing } from "../../../record/listing.js";

type Cell = IncidentListing["cells"][number];

/**
 * The figure that an incident is drawn by: of its counts of people killed the one whose best is highest. Counts of different
 * groups are not added up, since one may hold another.
 */
export function mainToll(cells: readonly Cell[]): Cell | null {
  const killed = cells.filter((c) => c.harm === "killed" && c.best !== null);
  return killed.reduce<Cell | null>(
    (most, c) =>
      most === null || c.best! > most.best! || (c.best === most.best && (c.high ?? 0) > (most.high ?? 0))
        ? c
        : most,
    null,
  );
}

/** Areas in proportion to figures, up to a figure beyond which all are drawn alike. */
export interface TollScale {
  /** The highest figure that is drawn to scale. */
  readonly cap: number;
  /** A circle's radius in pixels. */
  readonly radius: (figure: number) => number;
}

const SHARE_IN_SCALE = 0.9;
/** Smaller circles could not be seen or pointed at. */
const LEAST_RADIUS = 2.5;

/**
 * @param bests best figures; a few that are far beyond the others do not make the others small: they are capped
 * @param room radius of the largest circle, in pixels
 */
export function tollScale(bests: readonly number[], room: number): TollScale {
  const sorted = bests.filter((b) => b > 0).sort((a, b) => a - b);
  const most = sorted.at(-1) ?? 1;
  const usual = sorted[Math.max(0, Math.ceil(sorted.length * SHARE_IN_SCALE) - 1)] ?? 1;
  const cap = niceAbove(most <= 3 * usual ? most : usual);
  return {
    cap,
    radius: (figure) => Math.max(LEAST_RADIUS, room * Math.sqrt(Math.min(figure, cap) / cap)),
  };
}

/** The fewer circles, the larger they can be: radius of the largest, in pixels. */
export const largestRadius = (incidents: number): number =>
  Math.max(10, Math.min(34, 240 / Math.sqrt(Math.max(1, incidents))));

/** The next of 5, 10, 20, 50, 100, 200 … */
export function niceAbove(n: number): number {
  for (let step = 1; ; step *= 10) for (const k of [1, 2, 5]) if (k * step >= Math.max(n, 5)) return k * step;
}

/** Figures that a legend shows circles for: about the cap, a fifth and a fiftieth of it. */
export const legendFigures = (scale: TollScale): number[] => [
  ...new Set([Math.max(1, Math.round(scale.cap / 50)), Math.round(scale.cap / 5), scale.cap]),
];
