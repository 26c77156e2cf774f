import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveCommand } from "../../src/cli/serve.js";
import { packageRoot } from "../../src/data/package-root.js";
import { batchSchema, statusSchema } from "../../src/formats/desk-json.js";
import { takeInDocuments } from "../../src/queue/add.js";
import { type ServedDesk, serveDesk } from "../../src/server/serve.js";
import { openStore } from "../../src/store/open-store.js";
import { openTemporaryStore, type TemporaryStore } from "../record/temporary-store.js";

let temporary: TemporaryStore;
const served: ServedDesk[] = [];
const logged: unknown[] = [];

async function serve(port = 0): Promise<ServedDesk> {
  const log = (error: unknown) => void logged.push(error);
  const desk = await serveDesk(temporary.store, { host: "127.0.0.1", port, log });
  served.push(desk);
  return desk;
}

const sample = (name: string) => readFileSync(join(packageRoot(), "samples", name));
const status = async (desk: ServedDesk) =>
  statusSchema.parse(await (await fetch(`${desk.address}api/status`)).json());

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe("served on a socket", () => {
  beforeEach(async () => {
    temporary = await openTemporaryStore();
  });
  afterEach(async () => {
    for (const desk of served.splice(0)) await desk.close();
    await temporary.close();
    expect(logged.splice(0)).toEqual([]);
  });

  test("answers under the address that it gives; who finds the store held is led there", async () => {
    const desk = await serve();
    expect(desk.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await status(desk)).toMatchObject({ reports: 0 });
    await expect(openStore({ data: temporary.folder })).rejects.toMatchObject({
      code: "store-busy",
      message: expect.stringContaining(`the desk at ${desk.address}`),
    });
  });

  test("a port that is taken is an error with a way out", async () => {
    const { address } = await serve();
    await expect(serve(Number(new URL(address).port))).rejects.toMatchObject({
      code: "port-busy",
      hint: expect.stringContaining("--port"),
    });
  });

  test("closing ends who listens, and nobody is answered after", async () => {
    const desk = await serve();
    const live = await fetch(`${desk.address}api/live`);
    const ended = live.text();
    await desk.close();
    expect(await ended).toMatch(/^retry: 2000\nid: /);
    await expect(fetch(`${desk.address}api/status`)).rejects.toThrow();
  });

  test("what an earlier run took in and did not read is read", async () => {
    const { taken } = await takeInDocuments(
      temporary.store,
      [{ name: "agency.txt", bytes: new Uint8Array(sample("afgpak-clash-agency.txt")) }],
      "2026-01-01T00:00:00.000Z",
    );
    expect(taken).toHaveLength(1);
    const desk = await serve();
    await until(async () => (await status(desk)).reports === 1);
    expect((await status(desk)).waiting).toBe(0);
  });

  test("closing in the middle of a batch loses nothing of it", async () => {
    const names = [
      "afgpak-clash-agency",
      "afgpak-clash-kabul",
      "afgpak-clash-islamabad",
      "afgpak-doha-ceasefire",
    ];
    const first = await serve();
    const answer = await fetch(`${first.address}api/documents`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        documents: names.map((name) => ({ kind: "text", name, text: sample(`${name}.txt`).toString() })),
      }),
    });
    const { batch } = batchSchema.parse(await answer.json());
    await until(async () => {
      const { documents } = batchSchema.parse(
        await (await fetch(`${first.address}api/batches/${batch}`)).json(),
      );
      return documents.some((d) => d.state === "added");
    });
    await first.close();
    const second = await serve();
    expect((await status(second)).waiting).toBeGreaterThan(0);
    await until(async () => (await status(second)).waiting === 0);
    await until(async () => (await status(second)).reports === names.length);
  });

  test("prints its address, answers, and ends with 0 at a signal", async () => {
    await temporary.store.close();
    const child = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        join(packageRoot(), "src/cli.ts"),
        "serve",
        "--data",
        temporary.folder,
        "--port",
        "0",
      ],
      { cwd: packageRoot(), stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await until(async () => /Parley's desk: http:\S+/.test(said));
    const address = /http:\S+/.exec(said)![0];
    expect((await fetch(`${address}api/status`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await exited).toBe(0);
    expect(said).toContain("ends after the document at hand");
  });
});

describe("parley serve", () => {
  test.each([
    [{ host: "0.0.0.0", port: "0" }, /no accounts yet/],
    [{ host: "desk.example", port: "0" }, /no accounts yet/],
    [{ host: "127.0.0.1", port: "many" }, /no port/],
    [{ host: "127.0.0.1", port: "70000" }, /no port/],
  ])("%j is wrong use", async (options, words) => {
    await expect(serveCommand({ ...options, data: "/nowhere" })).rejects.toMatchObject({
      code: "usage",
      message: expect.stringMatching(words),
    });
  });
});
