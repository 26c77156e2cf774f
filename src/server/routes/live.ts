import { createRoute } from "@hono/zod-openapi";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { type Live, liveSchema } from "../../formats/desk-json.js";
import { resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { problems } from "../problem.js";

/** Changes of the record that come faster are told as one. */
const COALESCE_MS = 250;
const HEARTBEAT_MS = 20_000;
/** Who takes nothing for so many events is let go; its browser comes again and fetches anew. */
const MOST_WAITING = 2000;

const live = createRoute({
  method: "get",
  path: "/api/live",
  summary: "Tells of changes as server-sent events",
  description:
    "`event` is the kind, `data` the event as JSON. Who comes again after a break is told whether the record has changed.",
  tags: ["Record"],
  responses: {
    200: {
      description: "Events until either side ends",
      content: { "text/event-stream": { schema: liveSchema } },
    },
    ...problems,
  },
});

export const liveRoutes = (context: ServerContext) =>
  resource().openapi(live, (c) => {
    if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": "text/event-stream" });
    const last = c.req.header("last-event-id");
    // what stands between must not gather events before it passes them on
    c.header("x-accel-buffering", "no");
    return streamSSE(c, (stream) => tell(stream, context, last));
  });

/** Ends when the client goes or the server closes. */
async function tell(
  stream: SSEStreamingApi,
  { changes, closing }: ServerContext,
  last?: string,
): Promise<void> {
  const waiting: Live[] = [];
  let wake = () => {};
  let isOver = closing.aborted;
  let recordTimer: NodeJS.Timeout | null = null;
  const over = () => {
    isOver = true;
    wake();
  };
  const push = (event: Live) => {
    waiting.push(event);
    if (waiting.length > MOST_WAITING) over();
    else wake();
  };
  const unsubscribe = changes.subscribe((event) => {
    if (event.kind !== "record") push(event);
    else
      recordTimer ??= setTimeout(() => {
        recordTimer = null;
        push({ kind: "record", revision: changes.revision() });
      }, COALESCE_MS);
  });
  const heartbeat = setInterval(() => void stream.write(": still here\n\n"), HEARTBEAT_MS);
  stream.onAbort(over);
  closing.addEventListener("abort", over);
  try {
    // an id without data: the browser sends it when it comes again
    await stream.write(`retry: 2000\nid: ${RUN}-${changes.revision()}\n\n`);
    if (last !== undefined && last !== `${RUN}-${changes.revision()}`)
      push({ kind: "record", revision: changes.revision() });
    while (!isOver) {
      const event = waiting.shift();
      if (event)
        await stream.writeSSE({
          event: event.kind,
          data: JSON.stringify(event),
          id: `${RUN}-${changes.revision()}`,
        });
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    clearInterval(heartbeat);
    if (recordTimer) clearTimeout(recordTimer);
    closing.removeEventListener("abort", over);
    unsubscribe();
  }
}

/** Tells this run of the server from others: revisions begin anew with each. */
const RUN = Date.now().toString(36);
