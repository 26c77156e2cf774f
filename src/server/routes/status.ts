import { type Conflicts, conflictsSchema, partiesSchema, statusSchema } from "../../formats/desk-json.js";
import { asJson, jsonRoute, resource } from "../answer.js";
import type { ServerContext } from "../context.js";
import { namesOfRecord } from "../names.js";
import { conflicts } from "../query.js";
import { statusOf } from "../status.js";

const status = jsonRoute({
  path: "/api/status",
  summary: "How the store stands",
  tag: "Record",
  answer: statusSchema,
});
const parties = jsonRoute({
  path: "/api/parties",
  summary: "Parties by their codes, those in most incidents first",
  tag: "Record",
  answer: partiesSchema,
});
const conflictList = jsonRoute({
  path: "/api/conflicts",
  summary: "Conflicts, named by rulings or suggested by the incidents",
  tag: "Record",
  answer: conflictsSchema,
});

export const statusRoutes = (context: ServerContext) =>
  resource()
    .openapi(status, async (c) => c.json(await statusOf(context), 200))
    .openapi(parties, async (c) => c.json({ parties: (await namesOfRecord(context)).parties }, 200))
    .openapi(conflictList, async (c) =>
      c.json(asJson<Conflicts>({ conflicts: await conflicts(context) }), 200),
    );
