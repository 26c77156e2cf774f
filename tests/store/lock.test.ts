import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockStore } from "../../src/store/lock.js";
import { openStore } from "../../src/store/open-store.js";

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-lock-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child);
  rmSync(folder, { recursive: true, force: true });
});

type Said = { opened: true } | { opened: false; code: string; message: string; hint: string };

/** Opens the store in another process and adds a row there; gives what it said. */
async function openElsewhere(key: string): Promise<{ child: ChildProcess; said: Said }> {
  const program = fileURLToPath(new URL("hold-store.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, folder, key], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout! }))
    return { child, said: JSON.parse(line) };
  throw new Error("the other process ended without a word");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

async function keys(): Promise<string[]> {
  const store = await openStore({ data: folder });
  try {
    return (
      await store.db.selectFrom("meta").select("key").where("key", "<>", "store").orderBy("key").execute()
    ).map((row) => row.key);
  } finally {
    await store.close();
  }
}

test("a second process is refused, told who holds the directory, and the first one's rows all stand", async () => {
  const first = await openElsewhere("first");
  expect(first.said).toEqual({ opened: true });
  const second = await openElsewhere("second");
  expect(second.said).toMatchObject({ opened: false, code: "store-busy" });
  expect(JSON.stringify(second.said)).toContain(`process ${first.child.pid}`);
  expect(JSON.stringify(second.said)).toContain(folder);
  expect(JSON.stringify(second.said)).toMatch(/since \d{4}-\d\d-\d\dT/);
  await expect(openStore({ data: folder })).rejects.toMatchObject({ code: "store-busy" });
  const gone = new Promise((resolve) => first.child.once("exit", resolve));
  first.child.stdin!.end();
  await gone;
  expect(await keys()).toEqual(["first"]);
});

test("a process killed at once leaves the directory free and its committed rows in it", async () => {
  for (const key of ["a", "b"]) {
    const { child, said } = await openElsewhere(key);
    expect(said).toEqual({ opened: true });
    await end(child);
  }
  expect(await keys()).toEqual(["a", "b"]);
});

test("this process is refused too while it has the store open, and not after", async () => {
  const store = await openStore({ data: folder });
  await expect(openStore({ data: folder })).rejects.toMatchObject({ code: "store-busy" });
  await sql`insert into meta (key, value) values ('mine', '1'::jsonb)`.execute(store.db);
  await store.close();
  expect(await keys()).toEqual(["mine"]);
});

test("a refused opener does not take the holder's lock away", async () => {
  const lock = await lockStore(folder);
  await expect(lockStore(folder)).rejects.toMatchObject({ code: "store-busy" });
  await expect(lockStore(folder)).rejects.toMatchObject({ code: "store-busy" });
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  await lock.release();
});

const dead = { pid: 2 ** 22 + 1, host: hostname(), since: "2026-01-01T00:00:00.000Z" };
const here = () => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
};

test.each([
  ["of a process that is gone", () => JSON.stringify({ ...dead, boot: here() })],
  [
    "of another boot, its number in use again",
    () => JSON.stringify({ ...dead, pid: process.ppid, boot: "other" }),
  ],
  ["cut short by a crash", () => '{"pid": 12'],
  ["empty", () => ""],
])("a lock file %s is taken over", async (_name, content) => {
  writeFileSync(join(folder, "lock"), content());
  const lock = await lockStore(folder);
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  await lock.release();
});

test("a lock file of a living process is respected where the socket does not show it", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  children.push(other);
  const content = JSON.stringify({ ...dead, pid: other.pid, boot: here() });
  writeFileSync(join(folder, "lock"), content);
  await expect(lockStore(folder)).rejects.toMatchObject({ code: "store-busy" });
  expect(readFileSync(join(folder, "lock"), "utf8")).toBe(content);
  await end(other);
  await (await lockStore(folder)).release();
});
