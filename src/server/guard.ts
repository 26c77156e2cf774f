import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { RequestProblem } from "./problem.js";

/** Whose requests are answered: `port` null where there is no socket, in tests. */
export interface Guarded {
  readonly port: () => number | null;
}

/** Names under which this machine reaches itself. */
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host) || host === "::1";

/**
 * The desk has no accounts: whoever reaches it is its user. So that no page of the web does, in a browser on this machine, the
 * request must name this machine (a foreign name that leads here names itself) and must not come from another site's page.
 */
export const guard =
  ({ port }: Guarded): MiddlewareHandler =>
  async (c, next) => {
    const { req } = c;
    const own = ownOrigin(req.header("host"), port());
    if (own === null)
      throw refused(
        421,
        "This name does not lead to the desk.",
        "Use the address that `parley serve` prints.",
      );
    const site = req.header("sec-fetch-site");
    const origin = req.header("origin");
    const isForeign =
      (site !== undefined && site !== "same-origin" && site !== "none") ||
      (origin !== undefined && origin !== own && !isSafe(req.method));
    if (isForeign && (req.path.startsWith("/api/") || !isSafe(req.method)))
      throw refused(403, "Pages of other sites may not use the desk.", "Open the desk itself.");
    await next();
  };

const refused = (status: 403 | 421, message: string, hint: string) =>
  new RequestProblem(status, "refused", message, hint);

const isSafe = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/** Our origin as the request names it; null where it names another host or port. */
function ownOrigin(host: string | undefined, port: number | null): string | null {
  const [, name = "", given] = /^(.*?)(?::(\d+))?$/.exec(host ?? "") ?? [];
  if (!LOOPBACK.test(name.toLowerCase())) return null;
  if (port !== null && Number(given ?? 80) !== port) return null;
  return `http://${host}`;
}

/** What a browser may do with our pages: run our own scripts and nothing else. */
export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    // there is no certificate for this machine's own name
    strictTransportSecurity: false,
  });

/** Bytes of a request with JSON: one document as large as the reader takes, with its escapes. */
const MOST_OF_JSON = 20_000_000;

/** Limits every body but those that bring files, which have a limit of their own. */
export const limitJson = (): MiddlewareHandler => {
  const limit = bodyLimit({
    maxSize: MOST_OF_JSON,
    onError: () => {
      throw new RequestProblem(
        413,
        "too-large",
        `The request has more than ${MOST_OF_JSON / 1e6} MB.`,
        "Give large texts as files, or in several goes.",
      );
    },
  });
  return (c, next) =>
    isSafe(c.req.method) || c.req.header("content-type")?.toLowerCase().startsWith("multipart/form-data")
      ? next()
      : limit(c, next);
};
