import { z } from "@hono/zod-openapi";
import { type Found, findSchema } from "../../formats/desk-json.js";
import { asJson, jsonRoute, resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { find } from "../find.js";
import { wordsQuery } from "../query.js";

const search = jsonRoute({
  path: "/api/search",
  summary: "Parties, places, incidents and reports that words lead to",
  tag: "Record",
  request: { query: z.strictObject({ q: wordsQuery }) },
  answer: findSchema,
});

export const searchRoutes = (context: ServerContext) =>
  resource().openapi(search, async (c) =>
    c.json(asJson<Found>(await find(context, c.req.valid("query").q)), 200),
  );
