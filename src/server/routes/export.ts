import { createRoute, z } from "@hono/zod-openapi";
import { DIPLOMATIC_ACTS } from "../../record/diplomacy.js";
import { rulingLog } from "../../store/ruling-store.js";
import { resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { badRequest, problems } from "../problem.js";
import { filterOf, filterSchema, several, wordsQuery } from "../query.js";
import { EXPORT_FORMATS, EXPORTS, type ExportFormat } from "../rooms/exports.js";
import { incidentNamed } from "./incidents.js";

const exported = createRoute({
  method: "get",
  path: "/api/export/{what}",
  summary: "A file of what the record has, as the command line prints it",
  description:
    "Lists are given whole where no limit is asked for; the text form has the first hundred rows, and a timeline its last thousand incidents.",
  tags: ["Export"],
  request: {
    params: z.object({ what: z.enum(EXPORTS) }),
    query: filterSchema.extend({
      format: z.enum(EXPORT_FORMATS).default("json"),
      q: wordsQuery.optional().openapi({ description: "words, where reports are exported" }),
      outlet: z.string().min(1).max(300).optional().openapi({ description: "likewise, who published them" }),
      act: several(z.enum(DIPLOMATIC_ACTS))
        .optional()
        .openapi({ description: "acts of which a step is, where initiatives are exported; repeatable" }),
      id: z.string().max(20).optional().openapi({ description: "of the incident, where one is exported" }),
    }),
  },
  responses: {
    200: {
      description: "The file",
      content: {
        "application/json": { schema: z.unknown().openapi({ type: "object" }) },
        "text/csv": { schema: z.string() },
        "text/plain": { schema: z.string() },
      },
    },
    ...problems,
  },
});

const FILES: Readonly<Record<ExportFormat, { readonly type: string; readonly end: string }>> = {
  json: { type: "application/json", end: "json" },
  facts: { type: "application/json", end: "facts.json" },
  csv: { type: "text/csv; charset=utf-8", end: "csv" },
  text: { type: "text/plain; charset=utf-8", end: "txt" },
};

export const exportRoutes = (context: ServerContext) =>
  resource().openapi(exported, async (c) => {
    const { what } = c.req.valid("param");
    const { format, id, q, outlet, act, ...query } = c.req.valid("query");
    if (what !== "reports" && (q ?? outlet) !== undefined)
      throw badRequest("q and outlet narrow reports alone.", "Leave them out, or export reports.");
    if (what !== "initiatives" && act !== undefined)
      throw badRequest("act narrows initiatives alone.", "Leave it out, or export initiatives.");
    if ((what === "incident") !== (id !== undefined))
      throw badRequest(
        what === "incident" ? "id is missing." : "id is for one incident.",
        "Write /api/export/incident?id=ID, or leave it out.",
      );
    const pieces = context.rooms.pieces(what, format, {
      filter: { ...(await filterOf(context, query)), words: q, outlet, ...(act ? { acts: act } : {}) },
      all: query.limit === undefined && query.offset === undefined,
      id: id === undefined ? null : (await incidentNamed(context, id)).id,
      rulings: what === "rulings" ? rulingLog(context.store) : [],
    });
    // what cannot be made is a problem, not a file that breaks off
    const first = await pieces.next();
    const { type, end } = FILES[format];
    const name = `parley-${what}-${context.now().slice(0, 10)}.${end}`;
    const body = streamOf(first, pieces, context.log);
    const headers = { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
    return new Response(body, { headers }) as never;
  });

function streamOf(
  first: IteratorResult<Uint8Array>,
  pieces: AsyncIterator<Uint8Array>,
  log: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  let ready: IteratorResult<Uint8Array> | null = first;
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const next = ready ?? (await pieces.next());
        ready = null;
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        log(error);
        controller.error(error);
      }
    },
    cancel: async () => {
      await pieces.return?.();
    },
  });
}
