import { type IncidentMap, mapSchema } from "../../formats/desk-json.js";
import { type RecordFilter, shownKinds } from "../../store/filters.js";
import { actorsOfIncidents } from "../../store/incident-actors.js";
import { countIncidents } from "../../store/record-queries.js";
import { type PlacedListing, placedListings } from "../../store/room-queries.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { pageJson } from "../page.js";
import { filterOf, filterSchema } from "../query.js";

/** Incidents that are looked at where no limit is asked for. */
const MOST_SHOWN = 2000;

const map = jsonRoute({
  path: "/api/map",
  summary: "The latest incidents with where they lie",
  description:
    "Of those shown, the ones with no more than a country are counted by country, and those without a place are counted: neither has a point.",
  tag: "Rooms",
  request: { query: filterSchema },
  answer: mapSchema,
});

export const mapRoutes = (context: ServerContext) =>
  resource().openapi(map, async (c) => {
    const query = c.req.valid("query");
    const filter = shownKinds({ ...(await filterOf(context, query)), limit: query.limit ?? MOST_SHOWN });
    const json = await pageJson<IncidentMap>(context, {
      what: "map",
      filter,
      page: () => mapOf(context, filter),
      count: () => countIncidents(context.store.db, filter),
    });
    return writtenJson<IncidentMap>(c, json);
  });

async function mapOf({ store: { db } }: ServerContext, filter: RecordFilter) {
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
  const fields = {
    shown: shown.length,
    incidents: placed.map((i) => ({ ...i, actors: actors.get(i.id) ?? [] })),
    unlocated: shown.length - counted,
    countryOnly,
  };
  return { rows: shown.length, fields };
}

type Placed = PlacedListing & {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: NonNullable<PlacedListing["precision"]>;
};

/** A country is no point. */
const hasPoint = (i: PlacedListing): i is Placed =>
  i.latitude !== null && i.longitude !== null && i.precision !== null && i.precision !== "country";
