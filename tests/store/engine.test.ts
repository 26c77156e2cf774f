import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseFolder, openStore } from "../../src/store/open-store.js";
import { ENGINE_MAJOR, findTemplate, layDatabase } from "../../src/store/template.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-engine-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a new store begins with the template, whose engine is the one that runs", async () => {
  expect(findTemplate()).not.toBeNull();
  const store = await openStore({ data: folder });
  try {
    const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(store.db);
    expect(Math.floor(Number(rows[0]!.server_version_num) / 10_000).toString()).toBe(ENGINE_MAJOR);
    const wal = await sql<{ max_wal_size: string }>`show max_wal_size`.execute(store.db);
    expect(wal.rows[0]!.max_wal_size).toBe("64MB");
    const minimum = await sql<{ min_wal_size: string }>`show min_wal_size`.execute(store.db);
    expect(minimum.rows[0]!.min_wal_size).toBe("32MB");
  } finally {
    await store.close();
  }
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a half unpacked template is thrown away", async () => {
  const database = databaseFolder(folder);
  await layDatabase(database);
  rmSync(database, { recursive: true });
  writeFileSync(`${database}.part`, "half");
  await layDatabase(database);
  expect(readFileSync(join(database, "PG_VERSION"), "utf8").trim()).toBe(ENGINE_MAJOR);
});

test("a folder of another PostgreSQL is refused, left as it is, and the way out is named", async () => {
  await (await openStore({ data: folder })).close();
  const file = join(databaseFolder(folder), "PG_VERSION");
  writeFileSync(file, "17\n");
  await expect(openStore({ data: folder })).rejects.toMatchObject({
    code: "store-other-engine",
    message: expect.stringContaining("17"),
    hint: expect.stringContaining("parley rebuild"),
  });
  expect(readFileSync(file, "utf8")).toBe("17\n");
  // the refusal leaves the directory free
  writeFileSync(file, `${ENGINE_MAJOR}\n`);
  await (await openStore({ data: folder })).close();
});

test("a folder that the engine cannot open is an error with a way out, and the directory is free again", async () => {
  await (await openStore({ data: folder })).close();
  const control = join(databaseFolder(folder), "global", "pg_control");
  const whole = readFileSync(control);
  writeFileSync(control, Buffer.alloc(whole.length));
  await expect(openStore({ data: folder })).rejects.toMatchObject({
    code: "store-damaged",
    hint: expect.stringContaining("parley rebuild"),
  });
  await (await openStore({ data: folder, fresh: true })).close();
});
