import type { Duplex } from "node:stream";
import type { MessagePort } from "node:worker_threads";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.js";
import { connectEmbedded } from "./embedded-connection.js";

/** What a thread opens the database by that another thread holds. A port is for one thread, to which it is transferred. */
export type SharedDatabase =
  | { readonly kind: "embedded"; readonly port: MessagePort }
  | { readonly kind: "server"; readonly database: string };

/** Questions that one thread asks at once. */
const CLIENTS = 8;
const CLIENTS_OF_SHARED = 2;

/** Opens the database beside the thread that holds the store. Closing leaves the store open. */
export function openShared(shared: SharedDatabase): { db: Kysely<Database>; close: () => Promise<void> } {
  const { pool, engine } = poolOf(shared);
  // the store may close first: who asks then is told
  pool.on("error", () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    close: async () => {
      await db.destroy();
      await engine?.close();
    },
  };
}

function poolOf(shared: SharedDatabase) {
  if (shared.kind === "server") return { pool: serverPool(shared.database, CLIENTS_OF_SHARED), engine: null };
  const engine = connectEmbedded(shared.port);
  return { pool: embeddedPool(engine.stream, CLIENTS_OF_SHARED), engine };
}

/** Days as written, times as ISO 8601, counts as numbers: the same from both engines. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === 1082) return (value: string) => value;
    if (oid === 20) return Number;
    if (oid === 1184) return (value: string) => new Date(value).toISOString();
    return pg.types.getTypeParser(oid, format as "text");
  },
};

export function embeddedPool(stream: () => Duplex, max = CLIENTS): pg.Pool {
  // one session, which several clients share, so that the database has the next question while an answer is taken in
  return new pg.Pool({
    max,
    idleTimeoutMillis: 0,
    user: "postgres",
    database: "postgres",
    types,
    stream,
  });
}

export function serverPool(database: string, max = CLIENTS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: database,
    max,
    types,
    options: "-c timezone=UTC -c datestyle=ISO,YMD",
    connectionTimeoutMillis: 10_000,
  });
  // a connection that breaks while idle is replaced at its next use
  pool.on("error", () => {});
  return pool;
}
