import type { ServerContext } from "./context.js";
import { namesOfRecord } from "./names.js";
import { conflicts } from "./query.js";
import { situationJson } from "./routes/situation.js";
import { statusOf } from "./status.js";

/** The room that the desk opens with. */
const firstRoom = (context: ServerContext) => situationJson(context, {});

/** Makes what goes over the whole record before somebody asks, one after another. */
export async function warmUp(context: ServerContext): Promise<void> {
  try {
    for (const make of [statusOf, namesOfRecord, conflicts, firstRoom]) {
      if (context.closing.aborted) return;
      await make(context);
    }
  } catch (error) {
    if (!context.closing.aborted) context.log(error);
  }
}
