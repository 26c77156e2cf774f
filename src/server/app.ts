import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { resource } from "./answer.js";
import type { ServerContext } from "./context.js";
import { deskFiles } from "./desk-files.js";
import { type Guarded, guard, headers, limitJson } from "./guard.js";
import { badRequest, notFound, problemOf, problemResponse, RequestProblem } from "./problem.js";
import { diplomacyRoutes } from "./routes/diplomacy.js";
import { documentRoutes } from "./routes/documents.js";
import { exportRoutes } from "./routes/export.js";
import { incidentRoutes } from "./routes/incidents.js";
import { liveRoutes } from "./routes/live.js";
import { mapRoutes } from "./routes/map.js";
import { reportRoutes } from "./routes/reports.js";
import { reviewRoutes } from "./routes/review.js";
import { rulingRoutes } from "./routes/rulings.js";
import { searchRoutes } from "./routes/search.js";
import { situationRoutes } from "./routes/situation.js";
import { sourcesRoutes } from "./routes/sources.js";
import { statusRoutes } from "./routes/status.js";

/** The desk's API; its type is that of `hc<Api>` too. */
const api = (context: ServerContext) =>
  resource()
    .route("/", statusRoutes(context))
    .route("/", incidentRoutes(context))
    .route("/", reportRoutes(context))
    .route("/", rulingRoutes(context))
    .route("/", documentRoutes(context))
    .route("/", searchRoutes(context))
    .route("/", situationRoutes(context))
    .route("/", diplomacyRoutes(context))
    .route("/", sourcesRoutes(context))
    .route("/", mapRoutes(context))
    .route("/", reviewRoutes(context))
    .route("/", exportRoutes(context))
    .route("/", liveRoutes(context));
export type Api = ReturnType<typeof api>;

export interface AppOptions extends Guarded {
  /** Where the desk's build lies. */
  readonly desk: string;
}

/** The API and the desk's pages, guarded. */
export function makeApp(context: ServerContext, { desk, port }: AppOptions) {
  const app = resource();
  app.use(headers());
  app.use(guard({ port }));
  app.use("/api/*", context.traffic.count, limitJson(), async (c, next) => {
    await next();
    // what the record says is nobody else's; set in place, since c.header would make an answer of a stream from one of text
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  });
  const routes = api(context);
  app.route("/", routes);
  const description = describe(routes, context.version);
  app.get("/openapi.json", (c) => c.json(description));
  app.all("/api/*", (c) => otherMethod(c, description.paths ?? {}));
  app.use(deskFiles(desk));
  app.notFound(() => {
    throw notFound("There is nothing here.", "Open the desk at /.");
  });
  app.onError((error) => problemResponse(problemOf(known(error), context.log)));
  return app;
}

/** The answer where no route has the path, or not with this method. */
function otherMethod(c: Context, paths: Readonly<Record<string, object>>): Response {
  const known = Object.entries(paths).filter(([path]) =>
    new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`).test(c.req.path),
  );
  if (known.length === 0)
    throw notFound(`There is no route ${c.req.path}.`, "/openapi.json lists the routes.");
  const methods = known.flatMap(([, operations]) => Object.keys(operations)).map((m) => m.toUpperCase());
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (c.req.method === "OPTIONS") return c.body(null, 204, { allow });
  const wrong = new RequestProblem(
    405,
    "bad-request",
    `${c.req.path} is not for ${c.req.method}.`,
    `Use ${allow}.`,
  );
  const answer = problemResponse(problemOf(wrong, () => {}));
  answer.headers.set("allow", allow);
  return answer;
}

/** What the framework refuses by itself, as problems. */
function known(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error;
  if (error.status === 415)
    return new RequestProblem(
      415,
      "bad-request",
      "The body is of a type that this route does not take.",
      "/openapi.json says what each route takes.",
    );
  return badRequest(error.message, "/openapi.json says what each route takes.");
}

/** The API's description, OpenAPI 3.1. */
export const describe = (routes: Api, version: string) =>
  routes.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Parley",
      version,
      description:
        "The record of a conflict: reports, incidents with every source's claims, diplomacy, rulings. Errors are problems (RFC 9457) with a stable code.",
    },
    tags: ["Record", "Incidents", "Reports", "Rulings", "Documents", "Rooms", "Export"].map((name) => ({
      name,
    })),
  });
