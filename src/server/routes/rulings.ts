import { createRoute, z } from "@hono/zod-openapi";
import {
  type MadeRuling,
  madeRuling,
  type RulingPage,
  rulingPageSchema,
  rulingRequestSchema,
} from "../../formats/desk-json.js";
import { makeRuling, rulingLog } from "../../store/ruling-store.js";
import { asJson, jsonRoute, resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { madeRulings } from "../made-rulings.js";
import { problems } from "../problem.js";
import { PAGE, pageQuery } from "../query.js";

const list = jsonRoute({
  path: "/api/rulings",
  summary: "What persons decided about the record, the latest first",
  tag: "Rulings",
  request: { query: z.strictObject(pageQuery) },
  answer: rulingPageSchema,
});
const make = createRoute({
  method: "post",
  path: "/api/rulings",
  summary: "Makes a ruling; one of kind undo takes another back",
  description: "It stands in the log on the disk before the record changes with it.",
  tags: ["Rulings"],
  request: { body: { required: true, content: { "application/json": { schema: rulingRequestSchema } } } },
  responses: {
    201: { description: "The ruling", content: { "application/json": { schema: madeRuling } } },
    ...problems,
  },
});

export const rulingRoutes = (context: ServerContext) =>
  resource()
    .openapi(list, async (c) => {
      const { limit = PAGE, offset = 0 } = c.req.valid("query");
      const log = rulingLog(context.store);
      const shown = [...log].reverse().slice(offset, offset + limit);
      const rulings = await madeRulings(context, shown);
      const sorted = "by time, the latest first";
      return c.json(asJson<RulingPage>({ total: log.length, limit, offset, sorted, rulings }), 200);
    })
    .openapi(make, async (c) => {
      const { body, why } = c.req.valid("json");
      const ruling = await makeRuling(context.store, body, { who: context.who, why, at: context.now() });
      context.changes.changed("ruled");
      const [made] = await madeRulings(context, [ruling]);
      return c.json(asJson<MadeRuling>(made!), 201);
    });
