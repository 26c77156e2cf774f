import { type Situation, situationSchema } from "../../formats/desk-json.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { conflictSchema, type FilterQuery, filterOf } from "../query.js";
import { roomJson } from "../room-json.js";
import type { JsonBytes } from "../room-maker.js";

const situation = jsonRoute({
  path: "/api/situation",
  summary: "The state of a conflict: in sentences, along time, and what is contested",
  description: "Of the whole record where neither parties nor a conflict are asked for.",
  tag: "Rooms",
  request: { query: conflictSchema },
  answer: situationSchema,
});

export const situationRoutes = (context: ServerContext) =>
  resource().openapi(situation, async (c) =>
    writtenJson<Situation>(c, await situationJson(context, c.req.valid("query"))),
  );

/** The room's JSON; while the record grows, as it was a moment ago. */
export async function situationJson(context: ServerContext, query: FilterQuery): Promise<JsonBytes> {
  const { limit: _, offset: __, ...filter } = await filterOf(context, query);
  return roomJson(context, "situation", { filter, query });
}
