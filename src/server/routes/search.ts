import { z } from "@hono/zod-openapi";
import { type Found, findSchema } from "../../formats/desk-json.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { findJson } from "../find.js";
import { wordsQuery } from "../query.js";

const search = jsonRoute({
  path: "/api/search",
  summary: "Parties, places, incidents and reports that words lead to",
  tag: "Record",
  request: { query: z.strictObject({ q: wordsQuery }) },
  answer: findSchema,
});

export const searchRoutes = (context: ServerContext) =>
  resource().openapi(search, async (c) => {
    const { q } = c.req.valid("query");
    return writtenJson<Found>(c, await findJson(context, q));
  });
