import { sql } from "kysely";
import type { Status } from "../formats/desk-json.js";
import { HOW_OFTEN_RIGHT } from "../formats/how-often-right.js";
import { countIncidents } from "../store/record-queries.js";
import { rulingLog } from "../store/ruling-store.js";
import type { ServerContext } from "./context.js";

/** How the store stands: what waits as it is, counts of the whole record as they were a moment ago while it grows. */
export async function statusOf(context: ServerContext): Promise<Status> {
  const { store, changes, cached, version } = context;
  const counts = await cached("status", () => countsOf(context), { stale: true });
  const { rows } = await sql<Pick<Status, "unread" | "waiting">>`
    select count(*) filter (where problem_code is not null) as unread,
      count(*) filter (where problem_code is null) as waiting from sighting where report is null`.execute(
    store.db,
  );
  const rulings = rulingLog(store).length;
  return {
    version,
    engine: store.kind,
    revision: changes.revision(),
    ...counts,
    ...rows[0]!,
    rulings,
    howOftenRight: HOW_OFTEN_RIGHT,
  };
}

async function countsOf({ store }: ServerContext) {
  const { rows } = await sql<Pick<Status, "reports" | "firstDay" | "lastDay">>`
    select count(*) as reports, min(coalesce(published_from, published_to)) as "firstDay",
      max(coalesce(published_to, published_from)) as "lastDay" from report`.execute(store.db);
  return { ...rows[0]!, incidents: await countIncidents(store.db, {}) };
}
