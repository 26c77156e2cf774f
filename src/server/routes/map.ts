import { type IncidentMap, mapSchema } from "../../formats/desk-json.js";
import { shownKinds } from "../../store/filters.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { filterOf, filterSchema } from "../query.js";
import { roomJson } from "../room-json.js";

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
    const json = await roomJson(context, "map", { filter });
    return writtenJson<IncidentMap>(c, json);
  });
