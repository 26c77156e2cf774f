import type { IncidentMap } from "../../formats/desk-json.js";
import type { RecordDb } from "../../store/database-handle.js";
import type { RecordFilter } from "../../store/filters.js";
import { actorsOfIncidents } from "../../store/incident-actors.js";
import { countIncidents } from "../../store/record-queries.js";
import { type PlacedListing, placedListings } from "../../store/room-queries.js";
import type { Given } from "../answer.js";
import { totalOf } from "../total.js";

/** The latest incidents with where they lie. */
export async function mapOf(db: RecordDb, filter: RecordFilter): Promise<Given<IncidentMap>> {
  const shown = await placedListings(db, filter);
  const placed = shown.filter(hasPoint);
  const actors = await actorsOfIncidents(
    db,
    placed.map((i) => i.id),
  );
  const byCountry = new Map<string, number>();
  for (const { precision, country } of shown)
    if (precision === "country" && country !== null)
      byCountry.set(country, (byCountry.get(country) ?? 0) + 1);
  const countryOnly = [...byCountry]
    .map(([country, incidents]) => ({ country, incidents }))
    .sort((a, b) => b.incidents - a.incidents || (a.country < b.country ? -1 : 1));
  const counted = placed.length + countryOnly.reduce((n, country) => n + country.incidents, 0);
  return {
    total: await totalOf(filter, shown.length, () => countIncidents(db, filter)),
    shown: shown.length,
    incidents: placed.map((i) => ({ ...i, actors: actors.get(i.id) ?? [] })),
    unlocated: shown.length - counted,
    countryOnly,
  };
}

type Placed = PlacedListing & {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: NonNullable<PlacedListing["precision"]>;
};

/** A country is no point. */
const hasPoint = (i: PlacedListing): i is Placed =>
  i.latitude !== null && i.longitude !== null && i.precision !== null && i.precision !== "country";
