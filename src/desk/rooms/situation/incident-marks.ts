import type { DrawnIncident } from "../../../formats/desk-json.js";
import {
  daysBar,
  middleOf,
  type OpenPeriod,
  overlaps,
  type Stretch,
  type TimeScale,
} from "../../shared/time-axis/scale.js";
import { swarm } from "./swarm.js";
import { mainToll, type TollScale } from "./toll-scale.js";

type Cell = DrawnIncident["cells"][number];

/** An incident as it is drawn. Distances in pixels, down from the band's top. */
export interface IncidentMark {
  readonly incident: DrawnIncident;
  readonly x: number;
  readonly y: number;
  /** What it is drawn by; null where nobody gives a figure of people killed, and a tick stands for it. */
  readonly toll: Cell | null;
  /** Radii of the lowest, best and highest figure; 0 of a tick. */
  readonly low: number;
  readonly best: number;
  readonly high: number;
  /** The highest figure is beyond the scale, or open above. */
  readonly isBeyond: boolean;
  readonly isContested: boolean;
  /** Where its day is uncertain: the days that it may have been. */
  readonly days: Stretch | null;
}

export interface IncidentMarks {
  /** In the order of time: what arrow keys go through. */
  readonly marks: readonly IncidentMark[];
  /** How much smaller than the scale circles are drawn, so that all find room. */
  readonly shrink: number;
  /** Incidents that have no day and so no place on an axis. */
  readonly undated: number;
}

/** Height of the strip at the foot of the band in which ticks stand. */
export const TICKS = 44;
/** The circle that a tick takes up. */
const TICK_ROOM = 3.5;

/** Places the incidents that have a day on the axis: circles in the upper strip, ticks in the lower. */
export function incidentMarks(
  incidents: readonly DrawnIncident[],
  scale: TimeScale,
  tolls: TollScale,
  height: number,
): IncidentMarks {
  const inOrder = incidents.filter((i) => overlaps(i, scale.period)).sort(byTime);
  const placed = inOrder.map((incident) => {
    const toll = mainToll(incident.cells);
    const x = Math.min(scale.width, Math.max(0, middleOf(scale, incident)!));
    return { incident, toll, x, radii: toll ? radiiOf(toll, tolls) : null };
  });
  const circles = placed.filter((p) => p.radii !== null);
  const ticks = placed.filter((p) => p.radii === null);
  const upper = swarm(
    circles.map((p) => ({ id: p.incident.id, x: p.x, r: Math.max(p.radii!.best, p.radii!.high) })),
    height - TICKS,
  );
  const lower = swarm(
    ticks.map((p) => ({ id: p.incident.id, x: p.x, r: TICK_ROOM })),
    TICKS,
  );
  const ys = new Map<string, number>();
  for (const [k, p] of circles.entries()) ys.set(p.incident.id, upper.ys[k]!);
  for (const [k, p] of ticks.entries()) ys.set(p.incident.id, height - TICKS + lower.ys[k]!);
  return {
    marks: placed.map(({ incident, toll, x, radii }) => ({
      incident,
      x,
      y: ys.get(incident.id)!,
      toll,
      low: (radii?.low ?? 0) * upper.shrink,
      best: (radii?.best ?? 0) * upper.shrink,
      high: (radii?.high ?? 0) * upper.shrink,
      isBeyond: toll !== null && (toll.open || (toll.high ?? toll.best!) > tolls.cap),
      isContested: incident.verdict === "contested" || incident.verdict === "denied",
      days: incident.from === incident.to ? null : daysBar(scale, incident),
    })),
    shrink: upper.shrink,
    undated: incidents.filter((i) => i.from === null && i.to === null).length,
  };
}

function radiiOf(toll: Cell, tolls: TollScale): { low: number; best: number; high: number } {
  const best = tolls.radius(toll.best!);
  const high = toll.high === null ? best : tolls.radius(toll.high);
  // nobody killed, says the lowest: no area at all
  const low = toll.low === 0 ? 0 : tolls.radius(toll.low ?? toll.best!);
  return { low: Math.min(low, best), best, high: Math.max(best, high) };
}

/** By the day on which they began, or ended where that is not known; then by id. */
export function byTime(
  a: OpenPeriod & { readonly id: string },
  b: OpenPeriod & { readonly id: string },
): number {
  const [p, q] = [a.from ?? a.to ?? "", b.from ?? b.to ?? ""];
  return p < q ? -1 : p > q ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
