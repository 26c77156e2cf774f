import { z } from "@hono/zod-openapi";
import { type DiplomacyRoom, diplomacySchema } from "../../formats/desk-json.js";
import { DIPLOMATIC_ACTS } from "../../record/diplomacy.js";
import { diplomacyOfRecord } from "../../store/record-queries.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { diplomacyRoom } from "../diplomacy.js";
import { conflictSchema, filterOf, filterQuery, several } from "../query.js";

const { place, verdict } = filterQuery;
const diplomacy = jsonRoute({
  path: "/api/diplomacy",
  summary: "Initiatives with their lives, and ceasefires with the breaches that each side reports",
  tag: "Rooms",
  request: {
    query: conflictSchema.extend({
      place,
      verdict,
      act: several(z.enum(DIPLOMATIC_ACTS))
        .optional()
        .openapi({ description: "acts of which a step is; repeatable" }),
    }),
  },
  answer: diplomacySchema,
});

export const diplomacyRoutes = (context: ServerContext) =>
  resource().openapi(diplomacy, async (c) => {
    const { act, ...query } = c.req.valid("query");
    const { limit: _, offset: __, ...rest } = await filterOf(context, query);
    const filter = { ...rest, ...(act ? { acts: act } : {}) };
    const json = await context.cached(
      `diplomacy ${JSON.stringify(filter)}`,
      async () => JSON.stringify(diplomacyRoom(await diplomacyOfRecord(context.store.db, filter))),
      { stale: true },
    );
    return writtenJson<DiplomacyRoom>(c, json);
  });
