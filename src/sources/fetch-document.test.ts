import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { Agent, buildConnector } from "undici";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { withoutCredentials } from "./address-name.js";
import { type FetchOptions, fetchDocument } from "./fetch-document.js";
import { guardedConnector, publicAgent } from "./public-agent.js";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const pages = new Map<string, Handler>();
const asked: string[] = [];
const agents = new Set<string | undefined>();
let server: Server;
let base = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    agents.add(request.headers["user-agent"]);
    const handler = pages.get(request.url!);
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  pages.clear();
  asked.length = 0;
});

function page(path: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): void {
  pages.set(path, (_, response) =>
    response.writeHead(status, { "content-type": "text/html; charset=UTF-8", ...headers }).end(body),
  );
}

function redirect(path: string, location: string, status = 302): void {
  pages.set(path, (_, response) => response.writeHead(status, { location }).end("moved"));
}

async function fetching(address: string, options: FetchOptions = {}) {
  const { bytes, ...rest } = await fetchDocument(address, { allowPrivate: true, ...options });
  return { text: Buffer.from(bytes).toString(), ...rest };
}

/** "code: message" without the address before it. */
async function refusal(address: string, options: FetchOptions = { allowPrivate: true }): Promise<string> {
  const error = await fetchDocument(address, options).then(
    () => {
      throw new Error("it was fetched");
    },
    (e) => e,
  );
  const shown = withoutCredentials(address);
  expect(error.message.startsWith(`${shown}: `), error.message).toBe(true);
  return `${error.code}: ${error.message.slice(shown.length + 2).replaceAll(base, "BASE")}`;
}

test("a page comes with its type and address; robots.txt is asked first and we say who we are", async () => {
  page("/clash.html?a=1", "<p>text");
  expect(await fetching(`${base}/clash.html?a=1#top`)).toEqual({
    text: "<p>text",
    mediaType: "text/html; charset=utf-8",
    address: `${base}/clash.html?a=1`,
  });
  expect(asked).toEqual(["/robots.txt", "/clash.html?a=1"]);
  expect([...agents].join()).toMatch(/^Parley\/\d+\.\d+\.\d+/);
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
])("%s is unpacked", async (encoding, pack) => {
  page("/a", pack("<p>packed"), { "content-encoding": encoding });
  expect((await fetching(`${base}/a`)).text).toBe("<p>packed");
});

test("other ways of packing, and what is broken, are refused", async () => {
  page("/zstd", "x", { "content-encoding": "zstd" });
  page("/twice", gzipSync(gzipSync("x")), { "content-encoding": "gzip, gzip" });
  page("/torn", gzipSync("x".repeat(1000)).subarray(0, 20), { "content-encoding": "gzip" });
  page("/none", "no gzip", { "content-encoding": "gzip" });
  expect(await refusal(`${base}/zstd`)).toMatch(/^media-type: the server packs/);
  expect(await refusal(`${base}/twice`)).toMatch(/^media-type: the server packs/);
  expect(await refusal(`${base}/torn`)).toMatch(/^unreachable: .*\(Z_BUF_ERROR\)/);
  expect(await refusal(`${base}/none`)).toMatch(/^unreachable: .*\(Z_DATA_ERROR\)/);
});

test.each(["application/xhtml+xml", "text/plain", "text/markdown"])("%s is read", async (type) => {
  page("/a", "x", { "content-type": type });
  expect((await fetching(`${base}/a`)).mediaType).toBe(type);
});

test("other types are named and refused", async () => {
  page("/a.pdf", "%PDF-", { "content-type": "application/pdf" });
  page("/b", "x", { "content-type": "\u009b31m" });
  expect(await refusal(`${base}/a.pdf`)).toBe(
    "media-type: the document is application/pdf; HTML, plain text and Markdown are read.",
  );
  expect(await refusal(`${base}/b`)).toMatch(/^media-type: the document is of no stated type;/);
});

test("a status other than success is said", async () => {
  page("/gone", "no", {}, 410);
  page("/wall", "no", {}, 403);
  page("/down", "no", {}, 500);
  page("/same", "", {}, 304);
  redirect("/moved", "/gone");
  expect(await refusal(`${base}/gone`)).toBe("status: the server answers with status 410 (no such page).");
  expect(await refusal(`${base}/wall`)).toMatch(/status 403 \(not open to programs\)/);
  expect(await refusal(`${base}/down`)).toMatch(/status 500/);
  expect(await refusal(`${base}/same`)).toMatch(/status 304/);
  expect(await refusal(`${base}/moved`)).toMatch(/^status: redirected to BASE\/gone: .*410/);
});

test("five redirects are followed, not six", async () => {
  for (let k = 1; k <= 6; k += 1)
    redirect(`/r${k}`, k === 1 ? "/end#part" : `r${k - 1}`, k === 3 ? 308 : 302);
  page("/end", "x");
  expect((await fetching(`${base}/r5`)).address).toBe(`${base}/end`);
  expect(await refusal(`${base}/r6`)).toMatch(/^redirects: more than 5 redirects, the last to BASE\/r1/);
  redirect("/round", "/round");
  expect(await refusal(`${base}/round`)).toMatch(/^redirects/);
});

test("a redirect gains nothing", async () => {
  redirect("/file", "file:///etc/passwd");
  redirect("/user", base.replace("//", "//a:b@"));
  redirect("/broken", "http://[");
  expect(await refusal(`${base}/file`)).toMatch(/^address: it redirects to an address .*not file:/);
  expect(await refusal(`${base}/user`)).toMatch(/^address: it redirects .*user name or password/);
  expect(await refusal(`${base}/broken`)).toMatch(/^address: it redirects to no address/);
});

test.each([
  "http://127.0.0.1:PORT/secret",
  "http://0x7f000001:PORT/secret",
  "http://localhost:PORT/secret",
  "//[::ffff:127.0.0.1]:PORT/secret",
])("a redirect to %s is refused", async (target) => {
  const { port } = server.address() as AddressInfo;
  redirect("/a", target.replace("PORT", String(port)));
  page("/secret", "x");
  // only the name of the first hop leads here; all else meets the guard
  const plain = buildConnector({});
  const guarded = guardedConnector();
  const dispatcher = new Agent({
    connect: (to, callback) =>
      to.hostname === "news.example"
        ? plain({ ...to, hostname: "127.0.0.1" }, callback)
        : guarded(to, callback),
  });
  expect(await refusal(`http://news.example:${port}/a`, { dispatcher })).toMatch(/^private-address: /);
  // the guard of the connections holds by itself, too
  expect(await refusal(`http://news.example:${port}/a`, { dispatcher, allowPrivate: true })).toMatch(
    /^private-address: /,
  );
  expect(asked).toEqual(["/robots.txt", "/a", "/robots.txt", "/a"]);
  await dispatcher.destroy();
});

test.each([
  "http://127.0.0.1/",
  "http://0x7f000001/",
  "http://2130706433/",
  "http://127.1/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::1]/",
  "http://0.0.0.0/",
  "http://localhost/",
  "http://LOCALHOST/",
  "https://127.0.0.1/",
  "https://localhost/",
])("%s is refused", async (address) => {
  expect(await refusal(address, {})).toMatch(/^private-address: .* is not on the open network/);
  expect(asked).toEqual([]);
});

test("addresses of other networks are refused without a connection, at first and after a redirect", async () => {
  // nothing but the first hop is dialled here, so that a fault in the guard reaches no other machine
  const dialled: string[] = [];
  const plain = buildConnector({});
  const guarded = guardedConnector({
    connector: (to, callback) => {
      dialled.push(to.hostname);
      callback(new Error("dialled"), null);
    },
  });
  const dispatcher = new Agent({
    connect: (to, callback) =>
      to.hostname === "news.example"
        ? plain({ ...to, hostname: "127.0.0.1" }, callback)
        : guarded(to, callback),
  });
  for (const host of [
    "169.254.169.254",
    "10.0.0.1",
    "[fd00:ec2::254]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
  ]) {
    const target = `http://${host}/latest/meta-data/`;
    redirect("/a", target);
    const first = `${base.replace("127.0.0.1", "news.example")}/a`;
    // with `allowPrivate` only the connections are guarded, as they are by themselves
    for (const allowPrivate of [false, true]) {
      expect(await refusal(target, { dispatcher, allowPrivate })).toMatch(/^private-address: /);
      expect(await refusal(first, { dispatcher, allowPrivate })).toMatch(/^private-address: /);
    }
  }
  expect(dialled).toEqual([]);
  await dispatcher.destroy();
});

test("a name that leads to a private address is refused, with the port of a server that is there", async () => {
  const lookup: LookupFunction = (_, options, callback) =>
    options.all ? callback(null, [{ address: "127.0.0.1", family: 4 }]) : callback(null, "127.0.0.1", 4);
  const dispatcher = publicAgent({ lookup });
  const address = `${base.replace("127.0.0.1", "news.example")}/a`;
  expect(await refusal(address, { dispatcher })).toMatch(/^private-address: news\.example \(127\.0\.0\.1\)/);
  expect(await refusal(`${base}/a`, {})).toMatch(/^private-address: 127\.0\.0\.1 is not/);
  expect(asked).toEqual([]);
  await dispatcher.destroy();
});

test("only http and https, without user and password", async () => {
  expect(await refusal("ftp://news.example/a")).toMatch(/^address: only http and https .* not ftp:/);
  expect(await refusal("file:///etc/passwd")).toMatch(/^address: /);
  expect(await refusal("https://")).toMatch(/^address: this is no address/);
  expect(await refusal(`https://news.example/${"a".repeat(2000)}`)).toMatch(
    /^address: it is longer than 2000/,
  );
  const error = await fetchDocument("https://me:secret@news.example/a").catch((e) => e);
  expect(error.code).toBe("address");
  expect(error.message).toMatch(/user name or password/);
  expect(error.message).not.toMatch(/secret/);
});

test("size is limited: as stated, as sent, and unpacked", async () => {
  page("/exact", "x".repeat(100));
  page("/sent", "x".repeat(101));
  page("/bomb", gzipSync(Buffer.alloc(5_000_000)), { "content-encoding": "gzip" });
  // members that hold nothing: small when unpacked, without end when sent
  page("/empty", Buffer.concat(Array.from({ length: 1000 }, () => gzipSync(""))), {
    "content-encoding": "gzip",
  });
  const options = { allowPrivate: true, maxBytes: 100 };
  expect((await fetching(`${base}/exact`, options)).text).toHaveLength(100);
  for (const path of ["/sent", "/bomb", "/empty"]) {
    expect(await refusal(base + path, options), path).toMatch(/^too-large: more than 0\.0001 MB/);
  }
});

test("a stream without end is left at the limit", async () => {
  let open = true;
  pages.set("/a", (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).on("close", () => {
      open = false;
    });
    const more = () => open && response.write("x".repeat(10_000), () => setImmediate(more));
    more();
  });
  expect(await refusal(`${base}/a`, { allowPrivate: true, maxBytes: 1_000_000 })).toMatch(/^too-large/);
  await expect.poll(() => open).toBe(false);
});

test("time is limited: before the answer, within it, and in robots.txt", async () => {
  const options = { allowPrivate: true, timeoutMs: 200 };
  pages.set("/silent", () => {});
  pages.set("/slow", (_, response) => response.writeHead(200, { "content-type": "text/plain" }).write("a"));
  expect(await refusal(`${base}/silent`, options)).toMatch(/^timeout: no whole answer within 0\.2 seconds/);
  expect(await refusal(`${base}/slow`, options)).toMatch(/^timeout/);
  pages.set("/robots.txt", () => {});
  expect(await refusal(`${base}/a`, options)).toMatch(/^timeout/);
  expect(asked.filter((path) => path === "/a")).toEqual([]);
});

test("a server that is not there, or breaks off", async () => {
  expect(await refusal("http://127.0.0.1:9/")).toMatch(/^unreachable: .*\(ECONNREFUSED\)/);
  pages.set("/a", (request) => request.socket.destroy());
  expect(await refusal(`${base}/a`)).toMatch(/^unreachable: .*broke off/);
  pages.set("/b", (request, response) => {
    response.writeHead(200, { "content-type": "text/plain", "content-length": "100" }).write("a", () => {
      request.socket.destroy();
    });
  });
  expect(await refusal(`${base}/b`)).toMatch(/^unreachable: /);
});

test("robots.txt is kept to, asked once where the caller keeps it, also for what a redirect leads to", async () => {
  page("/robots.txt", "User-agent: *\nDisallow: /closed/\n", { "content-type": "text/plain" });
  page("/closed/a", "x");
  page("/open", "x");
  redirect("/way", "/closed/a");
  const options = { allowPrivate: true, robots: new Map() };
  expect(await refusal(`${base}/closed/a`, options)).toMatch(
    /^robots: .*asks programs not to fetch \/closed\/a\. Save/,
  );
  expect(await refusal(`${base}/way`, options)).toMatch(/^robots: /);
  expect((await fetching(`${base}/open`, options)).text).toBe("x");
  expect(asked).toEqual(["/robots.txt", "/way", "/open"]);
});

test("a robots.txt that fails forbids, one that is not there allows", async () => {
  page("/a", "x");
  page("/robots.txt", "", {}, 503);
  expect(await refusal(`${base}/a`)).toMatch(/^robots: .*fails to give its robots\.txt \(status 503\)/);
  page("/robots.txt", "User-agent: *\nDisallow: /", {}, 403);
  expect((await fetching(`${base}/a`)).text).toBe("x");
  redirect("/robots.txt", "/robots.txt");
  expect((await fetching(`${base}/a`)).text).toBe("x");
});

test("a robots.txt without end counts as far as it is read", async () => {
  page("/a", "x");
  page("/robots.txt", `User-agent: *\nDisallow: /a\n${"# more\n".repeat(200_000)}`);
  expect(await refusal(`${base}/a`)).toMatch(/^robots: /);
});
