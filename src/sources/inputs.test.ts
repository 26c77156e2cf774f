import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherInputs } from "./inputs.js";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "parley-inputs-"));
  mkdirSync(join(root, "march/more"), { recursive: true });
  mkdirSync(join(root, "april"));
  mkdirSync(join(root, "empty"));
  mkdirSync(join(root, ".hidden"));
  for (const file of [
    "march/clash.txt",
    "march/talks.html",
    "march/more/clash.md",
    "march/table.csv",
    "april/clash.txt",
    ".hidden/x.txt",
    "notes.log",
  ]) {
    writeFileSync(join(root, file), file);
  }
  symlinkSync(root, join(root, "march/round"));
});

afterAll(() => rmSync(root, { recursive: true }));

async function gathered(...args: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const input of gatherInputs(args.map((arg) => (arg.includes("://") ? arg : join(root, arg))))) {
    found.push(
      "error" in input
        ? `${input.error.code}: ${input.error.message.replace(root, "")}`
        : `${input.id} ${new TextDecoder().decode(input.bytes)}`,
    );
  }
  return found;
}

test("a folder is read with those inside it; ids that clash get the folder's name", async () => {
  expect(await gathered("march", "april")).toEqual([
    "clash march/clash.txt",
    "more-clash march/more/clash.md",
    "talks march/talks.html",
    "april-clash april/clash.txt",
  ]);
});

test("a file that is named is read whatever its name, and once", async () => {
  expect(await gathered("notes.log", "notes.log")).toEqual(["notes notes.log"]);
});

test("globs", async () => {
  expect(await gathered("*/clash.txt")).toEqual(["clash april/clash.txt", "march-clash march/clash.txt"]);
});

test("what cannot be read is said in its place and stops nothing", async () => {
  expect(await gathered("missing.txt", "empty", "*.doc", "ftp://news.example/a", "april")).toEqual([
    "not-found: /missing.txt: no such file or folder.",
    "no-match: /empty: no .txt, .md or .html files in this folder.",
    "no-match: /*.doc: no file matches this pattern.",
    "address: ftp://news.example/a: only http and https addresses are fetched, not ftp:",
    "clash april/clash.txt",
  ]);
});

test("addresses are fetched in their place, once, and named by their path", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else if (request.url === "/old/clash") response.writeHead(301, { location: "/new/clash.html" }).end();
    else response.writeHead(200, { "content-type": "text/html" }).end(`page ${request.url}`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const args = [
    join(root, "april"),
    `${base}/old/clash`,
    `${base}/talks/?id=3`,
    `${base}/old/clash`,
    `${base}/`,
  ];
  const found: unknown[] = [];
  for await (const input of gatherInputs(args, { allowPrivate: true })) {
    found.push(
      "error" in input ? input.error.message : { ...input, bytes: new TextDecoder().decode(input.bytes) },
    );
  }
  expect(found).toEqual([
    { name: join(root, "april/clash.txt"), id: "clash", bytes: "april/clash.txt" },
    {
      name: `${base}/old/clash`,
      id: "127.0.0.1-clash",
      bytes: "page /new/clash.html",
      mediaType: "text/html",
      address: `${base}/new/clash.html`,
    },
    {
      name: `${base}/talks/?id=3`,
      id: "talks",
      bytes: "page /talks/?id=3",
      mediaType: "text/html",
      address: `${base}/talks/?id=3`,
    },
    { name: `${base}/`, id: "127.0.0.1", bytes: "page /", mediaType: "text/html", address: `${base}/` },
  ]);
  expect(asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
  server.close();
});

test("private addresses are not fetched, and passwords not shown", async () => {
  expect(await gathered("http://127.0.0.1:1/a", "https://me:secret@news.example/a")).toEqual([
    "private-address: http://127.0.0.1:1/a: 127.0.0.1 is not on the open network; private, local and reserved addresses are not fetched. Save the page and give the file.",
    "address: https://news.example/a: addresses with a user name or password are not fetched. Save the page and give the file.",
  ]);
});
