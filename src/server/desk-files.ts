import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import { RequestProblem } from "./problem.js";

/** File names that hold a hash of what is in them, as the build makes them: they never change. */
const HASHED = /^\/assets\//;

const UNBUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Parley</title>
<h1>The desk is not built</h1>
<p>Build it with <code>npm run build</code> in Parley's folder, then load this page again.</p>
<p>The API answers all the same: <a href="/openapi.json">/openapi.json</a> describes it.</p>
</html>
`;

/** The desk's pages from the folder that its build fills; each of its addresses is the same page, which finds its room itself. */
export function deskFiles(folder: string): MiddlewareHandler {
  const files = () =>
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (path, c) => {
        c.header(
          "cache-control",
          HASHED.test(c.req.path) && !path.endsWith("index.html")
            ? "public, max-age=31536000, immutable"
            : "no-cache",
        );
      },
    });
  const page = () =>
    serveStatic({
      root: folder,
      path: "index.html",
      precompressed: true,
      onFound: (_, c) => c.header("cache-control", "no-cache"),
    });
  let made: { readonly files: MiddlewareHandler; readonly page: MiddlewareHandler } | null = null;
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    if (!existsSync(join(folder, "index.html")))
      return extname(c.req.path) === "" ? c.html(UNBUILT, 503, { "cache-control": "no-store" }) : next();
    // only now: the folder may have been filled since the start
    made ??= { files: files(), page: page() };
    if (extname(c.req.path) === "") return made.page(c, next);
    const found = await made.files(c, async () => {});
    if (found) return found;
    throw new RequestProblem(404, "not-found", `There is no file ${c.req.path}.`, "Load the desk again.");
  };
}
