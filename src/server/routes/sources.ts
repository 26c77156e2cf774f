import { type SourcesRoom, sourcesSchema } from "../../formats/desk-json.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { conflictSchema, filterOf } from "../query.js";
import { roomJson } from "../room-json.js";

const sources = jsonRoute({
  path: "/api/sources",
  summary: "Outlets and speakers: who says what of whom, how it fares, and whom an outlet leaves out",
  description:
    "Of incidents that begin in the period, the last year of the record where none is asked for; of very many the latest, which `from` then says.",
  tag: "Rooms",
  request: { query: conflictSchema },
  answer: sourcesSchema,
});

export const sourcesRoutes = (context: ServerContext) =>
  resource().openapi(sources, async (c) => {
    const { limit: _, offset: __, ...filter } = await filterOf(context, c.req.valid("query"));
    const json = await roomJson(context, "sources", { filter });
    return writtenJson<SourcesRoom>(c, json);
  });
