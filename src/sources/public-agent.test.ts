import { createServer, type Server } from "node:http";
import type { AddressInfo, LookupFunction, Socket } from "node:net";
import { request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardedConnector, guardedLookup, publicAgent } from "./public-agent.js";

let server: Server;
let port = 0;
let reached = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.end("secret")).on("connection", () => {
    reached += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Resolves every name to these, whatever it is. */
function answering(...addresses: string[]): LookupFunction {
  return (_, options, callback) => {
    const all = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  };
}

async function codeOf(host: string, lookup?: LookupFunction): Promise<unknown> {
  const agent = publicAgent(lookup === undefined ? {} : { lookup });
  try {
    const { body } = await request(`http://${host}:${port}/`, { dispatcher: agent });
    return await body.text();
  } catch (error) {
    return (error as { code: unknown }).code;
  } finally {
    await agent.destroy();
  }
}

test.each([
  "127.0.0.1",
  "127.1",
  "0x7f000001",
  "2130706433",
  "017700000001",
  "0.0.0.0",
  "[::1]",
  "[::ffff:127.0.0.1]",
])("http://%s is refused before a connection", async (host) => {
  const before = reached;
  expect(await codeOf(host)).toBe("private-address");
  expect(reached).toBe(before);
});

// nothing is dialled here, so that a fault in the guard reaches no other machine
test.each([
  "[64:ff9b::7f00:1]",
  "[2002:7f00:1::]",
  "[fe80::1]",
  "[fd00:ec2::254]",
  "169.254.169.254",
  "10.0.0.1",
  "192.168.0.1",
])("%s is refused before the connector is asked", (host) => {
  let dialled = 0;
  let code: unknown;
  const connect = guardedConnector({
    connector: (_, callback) => {
      dialled += 1;
      callback(new Error("dialled"), null);
    },
  });
  connect({ hostname: host, protocol: "http:", port: "80" }, (...[error]) => {
    code = (error as { code?: unknown } | null)?.code;
  });
  expect([code, dialled]).toEqual(["private-address", 0]);
});

test("names that lead to such addresses are refused", async () => {
  const before = reached;
  expect(await codeOf("localhost")).toBe("private-address");
  expect(await codeOf("news.example", answering("127.0.0.1"))).toBe("private-address");
  expect(await codeOf("news.example", answering("127.0.0.2", "::1", "::ffff:127.0.0.1"))).toBe(
    "private-address",
  );
  expect(reached).toBe(before);
});

test("every connection looks the name up anew, under the guard", async () => {
  const answers = ["127.0.0.2", "127.0.0.1", "127.0.0.3"];
  let asked = 0;
  const rebinding: LookupFunction = (host, options, callback) =>
    answering(answers[asked++ % answers.length]!)(host, options, callback);
  const agent = publicAgent({ lookup: rebinding });
  for (let k = 0; k < 3; k += 1) {
    await expect(request(`http://news.example:${port}/`, { dispatcher: agent })).rejects.toMatchObject({
      code: "private-address",
    });
  }
  expect(asked).toBe(3);
  await agent.destroy();
});

test("of a mixed answer only the public addresses are passed on", () => {
  const given: unknown[] = [];
  const lookup = guardedLookup(answering("10.0.0.1", "8.8.8.8", "::1"));
  lookup("news.example", { all: true }, (error, all) => given.push(error, all));
  lookup("news.example", { all: false }, (error, one) =>
    given.push((error as { code?: string } | null)?.code, one),
  );
  expect(given).toEqual([null, [{ address: "8.8.8.8", family: 4 }], "private-address", ""]);
});

test("a name without any address fails", () => {
  let code: unknown;
  guardedLookup(answering())("news.example", { all: true }, (error) => {
    code = error?.code;
  });
  expect(code).toBe("private-address");
});

test("a socket that is connected elsewhere than was looked up is closed", () => {
  let closed = false;
  const connect = guardedConnector({
    connector: (_, callback) =>
      callback(null, {
        remoteAddress: "127.0.0.1",
        destroy: () => {
          closed = true;
        },
      } as unknown as Socket),
  });
  let code: unknown;
  connect({ hostname: "news.example", protocol: "http:", port: "80" }, (...[error]) => {
    code = (error as { code?: unknown } | null)?.code;
  });
  expect([code, closed]).toEqual(["private-address", true]);
});
