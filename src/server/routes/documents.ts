import { createRoute, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import {
  type Batch,
  batchSchema,
  type DocumentsRequest,
  documentsRequestSchema,
} from "../../formats/desk-json.js";
import { isCivilDay } from "../../text/civil-date.js";
import type { GivenDocument } from "../adding.js";
import { jsonRoute, resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { badRequest, notFound, problems, RequestProblem } from "../problem.js";

/** Bytes of a request with files; each is read up to the reader's own limit. */
const MOST_OF_FILES = 200_000_000;

const file = z.instanceof(File).openapi({ type: "string", format: "binary" });
const filesSchema = z
  .object({ file: z.union([file, z.array(file)]), published: z.string().optional() })
  .meta({ id: "DocumentFiles" });

const add = createRoute({
  method: "post",
  path: "/api/documents",
  summary: "Takes in texts, files, addresses and feeds; they are read in the background",
  description:
    "What is given whole is on the disk when the answer comes. /api/batches/{id} and /api/live tell what became of each. `published` is the day of publication, YYYY-MM-DD, where a document does not say.",
  tags: ["Documents"],
  middleware: [
    bodyLimit({
      maxSize: MOST_OF_FILES,
      onError: () => {
        throw new RequestProblem(
          413,
          "too-large",
          `The files have more than ${MOST_OF_FILES / 1e6} MB together.`,
          "Give them in several goes.",
        );
      },
    }),
  ] as const,
  request: {
    body: {
      content: {
        "application/json": { schema: documentsRequestSchema },
        "multipart/form-data": { schema: filesSchema },
      },
    },
  },
  responses: {
    202: { description: "The batch", content: { "application/json": { schema: batchSchema } } },
    ...problems,
  },
});
const batch = jsonRoute({
  path: "/api/batches/{id}",
  summary: "What became of the documents of a batch",
  tag: "Documents",
  request: { params: z.object({ id: z.uuid() }) },
  answer: batchSchema,
});

export const documentRoutes = (context: ServerContext) =>
  resource()
    .openapi(add, async (c) => {
      const isForm = c.req.header("content-type")?.toLowerCase().startsWith("multipart/form-data") === true;
      // which of the two was sent is not in the types
      const documents = isForm
        ? await documentsOfForm(c.req.valid("form" as never) as z.output<typeof filesSchema>)
        : documentsOfJson(c.req.valid("json" as never) as DocumentsRequest);
      const answer: Batch = await context.adding.begin(documents);
      return c.json(answer, 202);
    })
    .openapi(batch, (c) => {
      const found = context.adding.batch(c.req.valid("param").id);
      if (!found)
        throw notFound(
          "There is no such batch, or it is long ago.",
          "What was added stands in /api/reports; what could not be read, in /api/unread.",
        );
      return c.json(found, 200);
    });

function documentsOfJson(request: Partial<DocumentsRequest>): GivenDocument[] {
  if (!request.documents)
    throw badRequest("There is no body.", "Give documents as JSON, or files as form data.");
  return request.documents.map((d): GivenDocument => {
    checkDay(d.published);
    if (d.kind === "address") return d;
    return { name: d.name, bytes: new TextEncoder().encode(d.text), published: d.published };
  });
}

async function documentsOfForm(form: z.output<typeof filesSchema>): Promise<GivenDocument[]> {
  const published = form.published || undefined;
  checkDay(published);
  const files = [form.file].flat();
  return Promise.all(
    files.map(async (f) => ({
      name: f.name || "file",
      bytes: new Uint8Array(await f.arrayBuffer()),
      published,
    })),
  );
}

function checkDay(published: string | undefined): void {
  if (published !== undefined && !isCivilDay(published))
    throw badRequest(`published: ${published} is no day of the calendar.`, "Write it as YYYY-MM-DD.");
}
