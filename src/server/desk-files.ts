import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, MiddlewareHandler } from "hono";
import { notFound } from "./problem.js";

const UNBUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Parley</title>
<h1>The desk is not built</h1>
<p>Build it with <code>npm run build</code> in Parley's folder, then load this page again.</p>
<p>The API answers all the same: <a href="/openapi.json">/openapi.json</a> describes it.</p>
</html>
`;

/** Names with a hash of what is in the file, as the build makes them: such a file never changes. */
const KEPT = "public, max-age=31536000, immutable";

/** The desk's pages from the folder that its build fills; each of its addresses is the same page, which finds its room itself. */
export function deskFiles(folder: string): MiddlewareHandler {
  let made: { readonly file: MiddlewareHandler; readonly page: MiddlewareHandler } | null = null;
  const send = async (c: Context, from: MiddlewareHandler, keep: string) => {
    const answer = await from(c, async () => {});
    answer?.headers.set("cache-control", keep);
    return answer || null;
  };
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const isPage = extname(c.req.path) === "";
    if (!existsSync(join(folder, "index.html")))
      return isPage ? c.html(UNBUILT, 503, { "cache-control": "no-store" }) : next();
    // only now: the folder may have been filled since the start
    made ??= {
      file: serveStatic({ root: folder, precompressed: true }),
      page: serveStatic({ root: folder, path: "index.html", precompressed: true }),
    };
    const isKept = c.req.path.startsWith("/assets/");
    const answer = isPage
      ? await send(c, made.page, "no-cache")
      : await send(c, made.file, isKept ? KEPT : "no-cache");
    if (answer) return answer;
    throw notFound(`There is no file ${c.req.path}.`, "Load the desk again.");
  };
}
