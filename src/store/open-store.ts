import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { z } from "zod";
import { type Ruling, rulingSchema } from "../record/rulings.js";
import { type AppendLog, openAppendLog } from "./append-log.js";
import type { Database } from "./database.js";
import { type EmbeddedDatabase, openEmbedded } from "./embedded-connection.js";
import { StoreError } from "./errors.js";
import { lockStore } from "./lock.js";
import { migrate } from "./migrate.js";
import { type Originals, openOriginals } from "./originals.js";
import { embeddedPool, type SharedDatabase, serverPool } from "./pools.js";
import { checkEngine, layDatabase } from "./template.js";

/** That some document was given: its bytes under a name, at a time, with what was said of it. */
const sightingSchema = z.strictObject({
  /** SHA-256 of the bytes. */
  original: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  mediaType: z.string().nullable(),
  /** Day of publication as given beside the document. */
  published: z.string().nullable(),
  /** ISO 8601, UTC. */
  seenAt: z.iso.datetime(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** A store in use. The record in `db` follows from originals, sightings and rulings, and can be made anew from them. */
export interface Store {
  readonly kind: "embedded" | "server";
  readonly folder: string;
  readonly db: Kysely<Database>;
  readonly originals: Originals;
  readonly sightings: AppendLog<Sighting>;
  readonly rulings: AppendLog<Ruling>;
  /** Says where this process answers, to those who find the data directory held. */
  readonly answersAt: (address: string) => void;
  /** What another thread of this process opens the database by: `openShared`. */
  readonly share: () => SharedDatabase;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** The data directory; by default PARLEY_DATA, else the user's own. */
  readonly data?: string | undefined;
  /** postgres://… : a server in place of the embedded database. Originals, sightings and rulings stay in the data directory. */
  readonly database?: string | undefined;
  /** Begins with an empty database; originals, sightings and rulings stay, so that the record can be made anew from them. */
  readonly fresh?: boolean;
  /** With `fresh`: begins even where originals are missing or damaged, which are then listed as unread. */
  readonly force?: boolean;
}

/** Where data lies when nothing is said: PARLEY_DATA, XDG_DATA_HOME/parley or ~/.local/share/parley. */
export function dataFolder(data?: string): string {
  return resolve(
    data ??
      process.env.PARLEY_DATA ??
      join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "parley"),
  );
}

/** The embedded database's folder in a data directory. */
export const databaseFolder = (folder: string): string => join(folder, "database");

/**
 * Opens the store, making it where there is none, and brings its schema up to date.
 *
 * @throws StoreError with a stable `code`
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const folder = dataFolder(options.data);
  const lock = await lockStore(folder);
  try {
    if (options.fresh && !options.force) await checkSources(folder);
    const engine = options.database === undefined ? await openEngine(folder, options.fresh === true) : null;
    const held = options.database === undefined ? null : await holdDatabase(options.database);
    const pool = engine ? embeddedPool(engine.stream) : serverPool(options.database!);
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    let closing: Promise<void> | null = null;
    const close = () => {
      closing ??= (async () => {
        await db.destroy();
        await engine?.close();
        await held?.end();
        await lock.release();
      })();
      return closing;
    };
    try {
      await migrate(db);
      await checkOwner(db, folder, options.fresh === true && options.force === true);
      if (options.fresh && !engine) await emptyDatabase(db);
    } catch (error) {
      await db.destroy().catch(() => {});
      await held?.end().catch(() => {});
      await engine?.close();
      throw options.database === undefined ? error : unreachable(options.database, error);
    }
    return {
      kind: engine ? "embedded" : "server",
      folder,
      db,
      ...logsOf(folder),
      answersAt: lock.answersAt,
      share: () =>
        engine ? { kind: "embedded", port: engine.share() } : { kind: "server", database: options.database! },
      close,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Throws before anything is emptied where the record could not be made anew whole. */
async function checkSources(folder: string): Promise<void> {
  const { originals, sightings, rulings } = logsOf(folder);
  rulings.read();
  const bad: string[] = [];
  for (const original of new Set(sightings.read().map((s) => s.original)))
    await originals.get(original).catch((error: Error) => void bad.push(error.message));
  if (bad.length > 0)
    throw new StoreError(
      "store-damaged",
      `${bad.length} originals are missing or damaged, and nothing was changed: ${bad.slice(0, 3).join(" ")}`,
      "Restore them from a backup, or give the documents again with `parley add`; `parley rebuild --force` goes on without them.",
    );
}

const logsOf = (folder: string) => ({
  originals: openOriginals(join(folder, "originals")),
  sightings: openAppendLog(join(folder, "sightings.jsonl"), (line) => sightingSchema.parse(line)),
  rulings: openAppendLog(join(folder, "rulings.jsonl"), (line) => rulingSchema.parse(line)),
});

/**
 * A database belongs to one data directory: the record follows from the originals and rulings there. Throws where it belongs to
 * another, unless it is taken over on purpose.
 */
async function checkOwner(db: Kysely<Database>, folder: string, takes: boolean): Promise<void> {
  const file = join(folder, "store.json");
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ store: randomUUID() })}\n`);
  const { store } = JSON.parse(readFileSync(file, "utf8")) as { store: string };
  await sql`insert into meta (key, value) values ('store', ${JSON.stringify(store)}::jsonb) on conflict do nothing`.execute(
    db,
  );
  if (takes)
    await db
      .updateTable("meta")
      .set({ value: JSON.stringify(store) })
      .where("key", "=", "store")
      .execute();
  const row = await db.selectFrom("meta").select("value").where("key", "=", "store").executeTakeFirst();
  if (row?.value !== store)
    throw new StoreError(
      "store-other",
      `The database belongs to another data directory than ${folder}.`,
      "Name that directory with --data, or a database of its own with --database; `parley rebuild --force` takes it over.",
    );
}

/** Keeps a session on the server that no other Parley can have on the same database. */
async function holdDatabase(database: string): Promise<pg.Client> {
  if (!/^postgres(?:ql)?:\/\//.test(database))
    throw new StoreError(
      "database-unreachable",
      `${database.replace(/\/\/[^@/]*@/, "//")} is no address of a PostgreSQL database.`,
      "Write it as postgres://user@host:port/database.",
    );
  const client = new pg.Client({ connectionString: database, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock(hashtext('parley')) as held");
    if (rows[0].held) return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw unreachable(database, error);
  }
  await client.end();
  throw new StoreError(
    "store-busy",
    "The database is held by another Parley.",
    "Wait until it is done or end it, or use another database.",
  );
}

/** Every table that follows from originals, sightings and rulings. */
async function emptyDatabase(db: Kysely<Database>): Promise<void> {
  await sql`truncate report, sighting, signature_band, kinship, claim, telling, telling_key, incident,
    incident_voices, ruling`.execute(db);
}

async function openEngine(folder: string, fresh: boolean): Promise<EmbeddedDatabase> {
  const database = databaseFolder(folder);
  if (fresh) rmSync(database, { recursive: true, force: true });
  checkEngine(database);
  await layDatabase(database);
  return openEmbedded(database);
}

/** Connection errors say where they went, without the password. */
function unreachable(database: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  if (!/^(?:E[A-Z]+|28|3D|08)/.test(code) && !/timeout/i.test(String(error))) return error;
  const shown = database.replace(/\/\/[^@/]*@/, "//");
  return new StoreError(
    "database-unreachable",
    `${shown} cannot be used (${error instanceof Error && error.message ? error.message : code}).`,
    "Check the address, that the server runs, and that the database and the role exist.",
    { cause: error },
  );
}
