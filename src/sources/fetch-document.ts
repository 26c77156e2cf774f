import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type Dispatcher, request } from "undici";
import manifest from "../../package.json" with { type: "json" };
import { withoutCredentials } from "./address-name.js";
import { MAX_BYTES } from "./decode.js";
import { MissingInput } from "./errors.js";
import { addressLiteral, isPublicAddress } from "./public-address.js";
import { notPublic, publicAgent } from "./public-agent.js";
import { ROBOTS_BYTES, type Robots, robotsOf } from "./robots.js";

/** What stands at an address. */
export interface FetchedDocument {
  readonly bytes: Uint8Array;
  /** "text/html" or "text/html; charset=utf-8". */
  readonly mediaType: string;
  /** Where it was found in the end, after redirects, without fragment. */
  readonly address: string;
}

export interface FetchOptions {
  /** For all of it: robots.txt, redirects, document. */
  readonly timeoutMs?: number;
  /** Of the document, unpacked. */
  readonly maxBytes?: number;
  /** Opens the guard. For tests against a server on this machine, and for nothing else. */
  readonly allowPrivate?: boolean;
  /** Makes the connections instead of a `publicAgent` of this call, and must guard them as it does. Left open. */
  readonly dispatcher?: Dispatcher;
  /** What sites say in robots.txt, by origin; kept by the caller for as long as it holds. */
  readonly robots?: Map<string, Robots>;
  /** Feeds are fetched too, and what may be one by its type: XML and JSON. */
  readonly feeds?: boolean;
}

export const USER_AGENT = `Parley/${manifest.version}`;

const TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;
const MAX_ADDRESS = 2000;
const TYPES = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "text/x-markdown",
]);
/** Types of feeds, and those as which they are often served. */
const FEED_TYPES = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/xml",
  "text/xml",
  "application/json",
]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const INSTEAD = "Save the page and give the file.";

/**
 * Fetches a page or a text from the open web, as its robots.txt allows. What comes is bytes: nothing in it is run or followed.
 * Private, local and reserved addresses are refused at every hop; size (also while unpacking), time and redirects are limited.
 *
 * @throws MissingInput with a message that begins with the address
 */
export async function fetchDocument(address: string, options: FetchOptions = {}): Promise<FetchedDocument> {
  const shown = withoutCredentials(address);
  const dispatcher =
    options.dispatcher ?? publicAgent(options.allowPrivate === undefined ? {} : { allowPrivate: true });
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const call: Call = {
    dispatcher,
    signal: AbortSignal.timeout(timeoutMs),
    allowPrivate: options.allowPrivate ?? false,
    robots: options.robots ?? new Map(),
    feeds: options.feeds ?? false,
  };
  try {
    return await fetched(checkedUrl(address, null, call), options.maxBytes ?? MAX_BYTES, call);
  } catch (error) {
    const { code, message } = call.signal.aborted
      ? problem("timeout", `no whole answer within ${timeoutMs / 1000} seconds. Try again later. ${INSTEAD}`)
      : asProblem(error);
    throw new MissingInput(code, `${shown}: ${message}`);
  } finally {
    if (options.dispatcher === undefined) await dispatcher.destroy();
  }
}

interface Call {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly allowPrivate: boolean;
  readonly robots: Map<string, Robots>;
  readonly feeds: boolean;
}

interface Answer {
  readonly url: URL;
  readonly response: Dispatcher.ResponseData;
}

async function fetched(start: URL, maxBytes: number, call: Call): Promise<FetchedDocument> {
  const { url, response } = await follow(start, call, (hop) => askRobots(hop, call));
  const address = addressOf(url);
  const moved = url.href === start.href ? "" : `redirected to ${address}: `;
  const status = response.statusCode;
  if (status < 200 || status >= 300) {
    response.body.destroy();
    throw problem("status", `${moved}the server answers with status ${status}${meaning(status)}.`);
  }
  const mediaType = mediaTypeOf(response);
  const type = mediaType.replace(/;.*/, "");
  if (!TYPES.has(type) && !(call.feeds && FEED_TYPES.has(type))) {
    response.body.destroy();
    const what = mediaType === "" ? "of no stated type" : mediaType;
    throw problem("media-type", `${moved}the document is ${what}; HTML, plain text and Markdown are read.`);
  }
  const { bytes, whole } = await bodyOf(response, maxBytes);
  if (!whole) {
    throw problem(
      "too-large",
      `${moved}more than ${maxBytes / 1e6} MB. Save the text of the report and give the file.`,
    );
  }
  return { bytes, mediaType, address };
}

/** Goes from redirect to redirect; `before` may refuse an address before it is asked for. */
async function follow(start: URL, call: Call, before: (url: URL) => Promise<void>): Promise<Answer> {
  let url = start;
  for (let redirects = 0; ; redirects += 1) {
    await before(url);
    const response = await request(url, {
      dispatcher: call.dispatcher,
      signal: call.signal,
      method: "GET",
      headers: {
        "user-agent": USER_AGENT,
        accept: `text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9${call.feeds ? `,${[...FEED_TYPES].join(";q=0.8,")};q=0.8` : ""}`,
        "accept-language": "en",
        "accept-encoding": "gzip, deflate, br",
      },
    });
    // a body that is destroyed unread says so by an error, which is nobody's
    response.body.on("error", () => {});
    const location = response.headers.location;
    if (!REDIRECTS.has(response.statusCode) || typeof location !== "string") return { url, response };
    response.body.destroy();
    if (redirects === MAX_REDIRECTS) {
      throw problem("redirects", `more than ${MAX_REDIRECTS} redirects, the last to ${addressOf(url)}.`);
    }
    url = checkedUrl(location, url, call);
  }
}

async function askRobots(url: URL, call: Call): Promise<void> {
  const known = call.robots.get(url.origin);
  const robots = known ?? (await fetchRobots(url.origin, call));
  if (known === undefined) call.robots.set(url.origin, robots);
  if (robots.failed !== null) {
    throw problem(
      "robots",
      `${url.host} fails to give its robots.txt (status ${robots.failed}), so nothing is fetched from it. Try again later. ${INSTEAD}`,
    );
  }
  if (!robots.allows(addressOf(url))) {
    throw problem(
      "robots",
      `robots.txt of ${url.host} asks programs not to fetch ${url.pathname}. ${INSTEAD}`,
    );
  }
}

async function fetchRobots(origin: string, call: Call): Promise<Robots> {
  try {
    const { response } = await follow(new URL("/robots.txt", origin), call, async () => {});
    const status = response.statusCode;
    if (status < 200 || status >= 300) {
      response.body.destroy();
      return robotsOf(origin, status, "", USER_AGENT);
    }
    const { bytes } = await bodyOf(response, ROBOTS_BYTES);
    return robotsOf(origin, status, new TextDecoder().decode(bytes), USER_AGENT);
  } catch (error) {
    if (error instanceof MissingInput && error.code === "redirects")
      return robotsOf(origin, 404, "", USER_AGENT);
    throw error;
  }
}

function checkedUrl(text: string, base: URL | null, call: Call): URL {
  let url: URL;
  try {
    url = base === null ? new URL(text) : new URL(text, base);
  } catch {
    throw problem(
      "address",
      base === null ? "this is no address of the web." : "it redirects to no address.",
    );
  }
  const leads = base === null ? "" : "it redirects to an address that is not fetched: ";
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw problem("address", `${leads}only http and https addresses are fetched, not ${url.protocol}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw problem("address", `${leads}addresses with a user name or password are not fetched. ${INSTEAD}`);
  }
  if (url.href.length > MAX_ADDRESS) {
    throw problem("address", `${leads}it is longer than ${MAX_ADDRESS} characters.`);
  }
  const literal = addressLiteral(url.hostname);
  if (literal !== null && !call.allowPrivate && !isPublicAddress(literal))
    throw notPublic(url.hostname, literal);
  return url;
}

function addressOf(url: URL): string {
  return url.href.replace(/#.*$/s, "");
}

/** Type and charset as the header has them, or "" where it has no type. */
function mediaTypeOf(response: Dispatcher.ResponseData): string {
  const header = [response.headers["content-type"]].flat()[0] ?? "";
  const type = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,100})\s*(?:;|$)/.exec(header)?.[1]?.toLowerCase() ?? "";
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(header)?.[1];
  return type === "" || charset === undefined ? type : `${type}; charset=${charset.toLowerCase()}`;
}

/** The first `limit` bytes of a body, unpacked, and whether that is all of it. Packed bytes count against the limit too. */
async function bodyOf(
  response: Dispatcher.ResponseData,
  limit: number,
): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const unpacked = unpackerOf(response);
  let packedSize = 0;
  async function* packed() {
    for await (const chunk of response.body) {
      packedSize += chunk.length;
      yield chunk as Buffer;
      if (packedSize > limit) return;
    }
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // what goes wrong in the pipeline comes out of its end
    for await (const chunk of unpacked === null ? packed() : pipeline(packed, unpacked, () => {})) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) break;
    }
  } catch (error) {
    // a packed body that was left off at the limit ends in the middle
    if (packedSize <= limit) throw error;
  } finally {
    response.body.destroy();
  }
  const whole = size <= limit && packedSize <= limit;
  return { bytes: Buffer.concat(chunks).subarray(0, limit), whole };
}

function unpackerOf(response: Dispatcher.ResponseData): Transform | null {
  const encoding = [response.headers["content-encoding"]].flat().join(", ").trim().toLowerCase();
  switch (encoding) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      response.body.destroy();
      throw problem("media-type", "the server packs the document in a way that is not read.");
  }
}

function problem(code: MissingInput["code"], message: string): MissingInput {
  return new MissingInput(code, message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "no host of this name is known",
  EAI_AGAIN: "names cannot be looked up; is there a network?",
  ECONNREFUSED: "the server refuses the connection",
  ECONNRESET: "the server broke off",
  UND_ERR_SOCKET: "the server broke off",
  UND_ERR_CONNECT_TIMEOUT: "the server does not answer",
  ETIMEDOUT: "the server does not answer",
};

function asProblem(error: unknown): MissingInput {
  if (error instanceof MissingInput) return error;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && "code" in first ? String(first.code) : "unknown error";
  const reason = REASONS[code] ?? "the connection failed";
  return problem("unreachable", `cannot be fetched: ${reason} (${code}).`);
}

function meaning(status: number): string {
  if (status === 404 || status === 410) return " (no such page)";
  if (status === 401 || status === 402 || status === 403)
    return ` (not open to programs). ${INSTEAD.slice(0, -1)}`;
  if (status === 429) return " (too many requests; try again later)";
  return status >= 500 ? " (the server fails; try again later)" : "";
}
