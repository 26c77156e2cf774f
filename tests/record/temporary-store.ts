import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore, type Store } from "../../src/store/open-store.js";

/** A store of its own for a test, embedded; or, where PARLEY_TEST_DATABASE names a server, in a database of its own there. */
export interface TemporaryStore {
  readonly store: Store;
  readonly folder: string;
  readonly database: string | undefined;
  readonly close: () => Promise<void>;
}

export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = mkdtempSync(join(tmpdir(), "parley-test-"));
  const server = process.env.PARLEY_TEST_DATABASE;
  const database = server ? await makeDatabase(server) : undefined;
  const store = await openStore({ data: folder, database });
  return {
    store,
    folder,
    database,
    close: async () => {
      await store.close().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
      if (server && database) await dropDatabase(server, database);
    },
  };
}

let made = 0;

async function makeDatabase(server: string): Promise<string> {
  const name = `parley_test_${process.pid}_${made++}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const dropDatabase = (server: string, database: string) =>
  onServer(server, `drop database if exists ${new URL(database).pathname.slice(1)} with (force)`);

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
