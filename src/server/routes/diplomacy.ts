import { z } from "@hono/zod-openapi";
import { type DiplomacyRoom, diplomacySchema } from "../../formats/desk-json.js";
import { DIPLOMATIC_ACTS } from "../../record/diplomacy.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { conflictSchema, filterOf, filterQuery, several } from "../query.js";
import { roomJson } from "../room-json.js";

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
    const json = await roomJson(context, "diplomacy", { filter });
    return writtenJson<DiplomacyRoom>(c, json);
  });
