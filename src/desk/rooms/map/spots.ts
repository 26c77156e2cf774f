import type { IncidentMap } from "../../../formats/desk-json.js";
import { isDrawn, PRECISION } from "./precision.js";

export type MapIncident = IncidentMap["incidents"][number];

/** The incidents of which the same place is told, as near as it is known. */
export interface Spot {
  /** The same for the same place: stands in the address. */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly precision: MapIncident["precision"];
  readonly longitude: number;
  readonly latitude: number;
  /** Radius of the circle in which it lies, in kilometres. */
  readonly km: number;
  readonly incidents: readonly MapIncident[];
}

/** Incidents by place, most first; those of which only the country is known stand nowhere. */
export function spotsOf(incidents: readonly MapIncident[]): Spot[] {
  const groups = new Map<string, MapIncident[]>();
  for (const i of incidents) {
    if (!isDrawn(i.precision)) continue;
    const key = spotKey(i);
    const list = groups.get(key);
    if (list) list.push(i);
    else groups.set(key, [i]);
  }
  return [...groups]
    .map(([key, list]) => {
      const { place, country, precision, longitude, latitude } = list[0]!;
      const km = PRECISION[precision].km!;
      return {
        key,
        name: place ?? "place not named",
        country,
        precision,
        longitude,
        latitude,
        km,
        incidents: list,
      };
    })
    .sort((a, b) => b.incidents.length - a.incidents.length || (a.key < b.key ? -1 : 1));
}

export const spotKey = (i: Pick<MapIncident, "place" | "precision" | "longitude" | "latitude">): string =>
  `${i.place ?? ""}~${i.longitude.toFixed(3)}~${i.latitude.toFixed(3)}~${i.precision}`;

/** One party's part of what happened at a place. `actor` null: nobody says who acted. */
export interface Part {
  readonly actor: string | null;
  /** Incidents in which it acted, alone or with others. */
  readonly acted: number;
  /** Incidents, one shared out among those who acted in it. */
  readonly share: number;
  /** Of it what is contested or denied. */
  readonly contested: number;
}

export const isContested = (i: Pick<MapIncident, "verdict">): boolean =>
  i.verdict === "contested" || i.verdict === "denied";

/**
 * How incidents fall to those who acted, in the order given; what others did is one part, and what nobody is said to have done
 * the last.
 *
 * @param order parties with a colour of their own
 */
export function partsOf(
  incidents: readonly Pick<MapIncident, "actors" | "verdict">[],
  order: readonly string[],
): Part[] {
  const parts = new Map<string | null, { acted: number; share: number; contested: number }>();
  for (const i of incidents) {
    const actors: (string | null)[] = i.actors.length === 0 ? [null] : i.actors;
    const isIn = new Set<string | null>();
    for (const a of actors) {
      const actor = a === null || order.includes(a) ? a : OTHERS;
      const part = parts.get(actor) ?? { acted: 0, share: 0, contested: 0 };
      if (!isIn.has(actor)) part.acted += 1;
      isIn.add(actor);
      part.share += 1 / actors.length;
      if (isContested(i)) part.contested += 1 / actors.length;
      parts.set(actor, part);
    }
  }
  const rank = (a: string | null) => (a === null ? 1001 : a === OTHERS ? 1000 : order.indexOf(a));
  return [...parts]
    .map(([actor, part]) => ({ actor, ...part }))
    .sort((a, b) => rank(a.actor) - rank(b.actor));
}

/** Parties beyond those with colours of their own. */
export const OTHERS = "(others)";
/** As many as there are colours that can be told apart. */
const MOST = 8;

/** Those who acted most often, most first: they get colours of their own. */
export function mainActors(incidents: readonly Pick<MapIncident, "actors">[]): string[] {
  const counts = new Map<string, number>();
  for (const i of incidents) for (const a of i.actors) counts.set(a, (counts.get(a) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([code]) => code);
}
