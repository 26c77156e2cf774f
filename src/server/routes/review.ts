import { z } from "@hono/zod-openapi";
import { REVIEW_WHYS, type Review, reviewSchema } from "../../formats/desk-json.js";
import type { ReviewQueue } from "../../store/review-queries.js";
import { rulingLog } from "../../store/ruling-store.js";
import { jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { pageQuery, whole } from "../query.js";
import { parsedJson } from "../room-maker.js";
import { waitingIn } from "../rooms/review.js";

/** Items where no limit is asked for, and at most: each is read with its report and its incident. */
const ITEMS = 20;
const MOST_ITEMS = 100;

const review = jsonRoute({
  path: "/api/review",
  summary: "What a person should look at: what contradicts, what the machine is least sure of, weak links",
  description:
    "Contested figures first, those of the latest incidents before others; then claims by their doubt; then links, the weakest first. What is ruled on does not come back.",
  tag: "Rooms",
  request: {
    query: z.strictObject({
      why: z.enum(REVIEW_WHYS).optional().openapi({ description: "of this kind alone" }),
      limit: whole(1, MOST_ITEMS)
        .optional()
        .openapi({ description: `at most so many; else ${ITEMS}` }),
      offset: pageQuery.offset,
    }),
  },
  answer: reviewSchema,
});

export const reviewRoutes = (context: ServerContext) =>
  resource().openapi(review, async (c) => {
    const { why, limit = ITEMS, offset = 0 } = c.req.valid("query");
    const { store, cached, rooms } = context;
    // never as it was a moment ago: what a person has ruled on must not come back
    const queue = await cached("review", async () =>
      parsedJson<ReviewQueue>(await rooms.make("reviewQueue", { rulings: rulingLog(store) })),
    );
    const waiting = waitingIn(queue).filter((w) => why === undefined || w.why === why);
    const json = await rooms.make("review", {
      total: waiting.length,
      more: why === undefined ? queue.cut.length > 0 : queue.cut.includes(why),
      waiting: waiting.slice(offset, offset + limit),
    });
    return writtenJson<Review>(c, json);
  });
