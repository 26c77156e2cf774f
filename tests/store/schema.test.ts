import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Selectable } from "kysely";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/store/database.js";
import { migrate, migrationNames } from "../../src/store/migrate.js";
import { openStore, type Store } from "../../src/store/open-store.js";
import { openTemporaryStore, type TemporaryStore } from "../record/temporary-store.js";

let temporary: TemporaryStore;
let store: Store;

beforeAll(async () => {
  temporary = await openTemporaryStore();
  store = temporary.store;
});

afterAll(() => temporary.close());

/** PostgreSQL's types that a TypeScript type can stand for; with `?` where the column may be null. */
type Named<T> = unknown extends T ? "jsonb" : null extends T ? `${Plain<NonNullable<T>>}?` : Plain<T>;
type Plain<T> = T extends string
  ? "text" | "date" | "timestamptz" | "tsvector"
  : T extends number
    ? "int2" | "int4" | "int8" | "float4"
    : T extends readonly string[]
      ? "_text"
      : T extends Uint8Array
        ? "bytea"
        : never;

type Columns = {
  readonly [T in keyof Database]: {
    readonly [C in keyof Selectable<Database[T]>]: Named<Selectable<Database[T]>[C]>;
  };
};

/** `database.ts` as values: compiles only where it agrees with the types, and passes only where it agrees with the tables. */
const COLUMNS: Columns = {
  meta: {
    key: "text",
    value: "jsonb",
  },
  report: {
    hash: "text",
    label: "text",
    outlet: "text?",
    title: "text?",
    author: "text?",
    address: "text?",
    language: "text",
    published_from: "date?",
    published_to: "date?",
    published_basis: "text",
    seen_at: "timestamptz",
    hints: "jsonb",
    origin: "text",
    text: "text",
    coded: "jsonb",
    version: "text",
    signature: "bytea",
    search: "tsvector",
    parties: "_text",
  },
  sighting: {
    original: "text",
    name: "text",
    media_type: "text?",
    published: "text",
    seen_at: "timestamptz",
    report: "text?",
    problem_code: "text?",
    problem: "text?",
  },
  signature_band: {
    band: "int2",
    value: "int8",
    report: "text",
  },
  kinship: {
    a: "text",
    b: "text",
    why: "text",
  },
  claim: {
    id: "text",
    report: "text",
    kind: "text",
    start_offset: "int4",
    end_offset: "int4",
    quote: "text",
    type: "text",
    mode: "text?",
    stance: "text",
    status: "text?",
    parties: "_text",
    third_party: "_text",
    sources: "_text",
    day_from: "date?",
    day_to: "date?",
    place: "text?",
    ruling: "text?",
    telling: "text?",
    data: "jsonb",
    search: "tsvector",
    doubt: "float4",
  },
  telling: {
    id: "text",
    report: "text",
    kind: "text",
    features: "jsonb",
    data: "jsonb",
    parent: "text?",
    score: "float4?",
    incident: "text",
  },
  telling_key: {
    key: "text",
    telling: "text",
  },
  incident: {
    id: "text",
    kind: "text",
    day_from: "date?",
    day_to: "date?",
    place: "text?",
    country: "text?",
    parties: "_text",
    types: "_text",
    verdict: "text",
    reports: "int4",
    origins: "int4",
    killed_low: "int4?",
    killed_high: "int4?",
    summary: "jsonb",
  },
  incident_voices: {
    incident: "text",
    day: "date?",
    parties: "_text",
    voices: "jsonb",
    contested: "_text",
  },
  ruling: {
    id: "text",
    position: "int4",
    at: "timestamptz",
    who: "text",
    why: "text",
    body: "jsonb",
  },
};

test("the types of the tables are those of the database", async () => {
  const { rows } = await sql<{ table: string; column: string; type: string; nullable: boolean }>`
    select table_name as table, column_name as column, udt_name as type,
      is_nullable = 'YES' and is_generated = 'NEVER' as nullable
    from information_schema.columns
    where table_schema = current_schema() and table_name not like 'kysely\\_%'`.execute(store.db);
  const found: Record<string, Record<string, string>> = {};
  for (const { table, column, type, nullable } of rows)
    (found[table] ??= {})[column] = nullable ? `${type}?` : type;
  expect(found).toEqual(COLUMNS);
});

test("bringing the schema up to date twice, and by several at once, changes nothing", async () => {
  await migrate(store.db);
  await Promise.all([migrate(store.db), migrate(store.db)]);
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(store.db);
  expect(done.rows.map((row) => row.name)).toEqual(migrationNames());
});

test("a database from nothing has the same schema as one from the template", async () => {
  const described = async () => {
    const columns = await sql`select table_name, column_name, ordinal_position, data_type, is_nullable,
      column_default, generation_expression from information_schema.columns
      where table_schema = current_schema() order by 1, 3`.execute(store.db);
    const indexes =
      await sql`select indexdef from pg_indexes where schemaname = current_schema() order by 1`.execute(
        store.db,
      );
    const constraints = await sql`select conrelid::regclass::text as of, pg_get_constraintdef(oid) as says
      from pg_constraint where connamespace = current_schema()::regnamespace order by 1, 2`.execute(store.db);
    return [columns.rows, indexes.rows, constraints.rows];
  };
  const before = await described();
  const tables = await store.db.introspection.getTables({ withInternalKyselyTables: true });
  for (const { name } of tables) await sql`drop table ${sql.table(name)} cascade`.execute(store.db);
  await migrate(store.db);
  expect(await described()).toEqual(before);
});

const LATER = sql`insert into kysely_migration (name, timestamp) values ('999-later', 'now')`;

test("a database of a newer program is refused", async () => {
  await LATER.execute(store.db);
  await expect(migrate(store.db)).rejects.toMatchObject({
    code: "store-newer",
    message: expect.stringContaining("999-later"),
  });
  await sql`delete from kysely_migration where name = '999-later'`.execute(store.db);
  await migrate(store.db);
});

test("opening one is refused too, and lets go of the directory", async () => {
  const data = mkdtempSync(join(tmpdir(), "parley-newer-"));
  try {
    const newer = await openStore({ data });
    await LATER.execute(newer.db);
    await newer.close();
    await expect(openStore({ data })).rejects.toMatchObject({ code: "store-newer" });
    await expect(openStore({ data })).rejects.toMatchObject({ code: "store-newer" });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
