import { resource } from "./answer.js";
import type { ServerContext } from "./context.js";
import { statusRoutes } from "./routes/status.js";

/** The desk's API. */
export const makeApi = (context: ServerContext) => resource().route("/", statusRoutes(context));
export type Api = ReturnType<typeof makeApi>;
