import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemSchema } from "../../src/formats/desk-json.js";
import { isLoopback } from "../../src/server/guard.js";
import { openTemporaryDesk, type TemporaryDesk } from "./temporary-desk.js";

let folder: string;
let desk: TemporaryDesk;

const PAGE = '<!doctype html><script type="module" src="/assets/index-4f3a.js"></script>';
const SCRIPT = "console.log('desk');".repeat(50);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-desk-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets", "index-4f3a.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "index-4f3a.js.gz"), gzipSync(SCRIPT));
  writeFileSync(join(folder, "..", "parley-outside.txt"), "outside");
  desk = await openTemporaryDesk([], folder);
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
  rmSync(join(tmpdir(), "parley-outside.txt"));
});

const ruling = (headers: Record<string, string>) =>
  desk.ask("/api/rulings", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ body: { kind: "party", code: "X", as: "Y" }, why: "" }),
  });

describe("who is answered", () => {
  test.each([
    ["127.0.0.1:7878", 200],
    ["localhost:7878", 200],
    ["LOCALHOST:7878", 200],
    ["[::1]:7878", 200],
    ["127.0.0.1:80", 421],
    ["127.0.0.1", 421],
    ["localhost.evil.example:7878", 421],
    ["evil.example:7878", 421],
    ["evil.example", 421],
    ["127.0.0.1:7878@evil.example", 421],
    ["127.0.0.1.evil.example:7878", 421],
    ["192.168.1.5:7878", 421],
  ])("a request to %s: %i", async (host, status) => {
    expect((await desk.ask("/api/status", { headers: { host } })).status).toBe(status);
    expect((await desk.ask("/", { headers: { host } })).status).toBe(status);
  });

  test.each<[Record<string, string>, number]>([
    [{}, 201],
    [{ origin: "http://127.0.0.1:7878", "sec-fetch-site": "same-origin" }, 201],
    [{ origin: "http://localhost:7878" }, 403],
    [{ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-site" }, 403],
    [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
  ])("a ruling sent with %j: %i", async (headers, status) => {
    expect((await ruling(headers)).status).toBe(status);
  });

  test.each([
    ["same-origin", 200],
    ["none", 200],
    ["same-site", 403],
    ["cross-site", 403],
  ])("reading the API from a page that is %s: %i", async (site, status) => {
    const answer = await desk.ask("/api/status", { headers: { "sec-fetch-site": site } });
    expect(answer.status).toBe(status);
    if (status === 403) expect(problemSchema.parse(await answer.json()).code).toBe("refused");
  });

  test("a link from elsewhere opens the desk", async () => {
    expect((await desk.ask("/", { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(200);
  });

  test.each([
    ["127.0.0.1", true],
    ["127.8.9.1", true],
    ["localhost", true],
    ["::1", true],
    ["[::1]", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.0.2", false],
    ["desk.example", false],
    ["127.0.0.1.evil.example", false],
  ])("%s is this machine to itself: %s", (host, is) => expect(isLoopback(host)).toBe(is));
});

test.each(["/", "/api/status", "/api/nothing", "/openapi.json", "/assets/index-4f3a.js"])(
  "%s lets a browser run our own scripts and nothing else",
  async (path) => {
    const { headers } = await desk.ask(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  },
);

test("what the record says is not kept by a browser", async () => {
  expect((await desk.ask("/api/status")).headers.get("cache-control")).toBe("no-store");
});

describe("the desk's files", () => {
  test.each(["/", "/incidents/i36w3iae7i36s", "/reports", "/no/such/room"])(
    "%s is the page",
    async (path) => {
      const answer = await desk.ask(path);
      expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
      expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    },
  );

  test("what has a hash in its name is kept for good, and sent packed where it may be", async () => {
    const plain = await desk.ask("/assets/index-4f3a.js");
    expect(await plain.text()).toBe(SCRIPT);
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-type")).toMatch(/javascript/);
    const packed = await desk.ask("/assets/index-4f3a.js", { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan(SCRIPT.length / 2);
    expect((await desk.ask("/favicon.svg")).headers.get("cache-control")).toBe("no-cache");
  });

  test.each([
    "/assets/none.js",
    "/../parley-outside.txt",
    "/%2e%2e/parley-outside.txt",
    "/..%2fparley-outside.txt",
    "/assets/..%5c..%5cparley-outside.txt",
    "//etc/passwd.txt",
  ])("there is no file %s", async (path) => {
    const answer = await desk.ask(path);
    expect(answer.status).toBe(404);
    expect(problemSchema.parse(await answer.json()).code).toBe("not-found");
  });

  test("a desk that is not built says how to build it", async () => {
    const unbuilt = await openTemporaryDesk();
    const answer = await unbuilt.ask("/");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("npm run build");
    expect((await unbuilt.ask("/api/status")).status).toBe(200);
    await unbuilt.close();
  });
});

describe("bodies", () => {
  test("a body that is too large is refused before it is read", async () => {
    const answer = await desk.post("/api/rulings", `"${"x".repeat(20_000_001)}"`);
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status: 413, code: "too-large" });
  });

  test.each([
    ["{", "application/json", 400],
    ["[]", "application/json", 400],
    ['{"body":{"kind":"praise"},"why":""}', "application/json", 400],
    ["body=x", "application/x-www-form-urlencoded", 415],
    ["{}", "text/plain", 415],
  ])("%s as %s: %i", async (body, type, status) => {
    const answer = await desk.ask("/api/rulings", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    const problem = problemSchema.parse(await answer.json());
    expect(problem).toMatchObject({ status, code: "bad-request" });
  });
});
