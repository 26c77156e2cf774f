import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectEmbedded, type EmbeddedDatabase, openEmbedded } from "../../src/store/embedded-connection.js";
import type { Store } from "../../src/store/open-store.js";
import { layDatabase } from "../../src/store/template.js";
import { openTemporaryStore, type TemporaryStore } from "../record/temporary-store.js";

/* What the queries rely on, of the embedded engine and of a server alike (PARLEY_TEST_DATABASE). */
let temporary: TemporaryStore;
let store: Store;

beforeAll(async () => {
  temporary = await openTemporaryStore();
  store = temporary.store;
});

afterAll(() => temporary.close());

beforeEach(() => sql`truncate meta`.execute(store.db));

const insert = (key: string, db: Pick<Store["db"], "getExecutor"> = store.db) =>
  sql`insert into meta (key, value) values (${key}, '1'::jsonb)`.execute(db as Store["db"]);
const keys = async () =>
  (await store.db.selectFrom("meta").select("key").orderBy("key").execute()).map((row) => row.key);

test("values of every kind in use come back the same from both engines", async () => {
  const { rows } = await sql`select
    5000000000::int8 as int8, count(*) as count, '2026-02-27'::date as day, null::date as no_day,
    '2026-02-27 10:00:00.5+02'::timestamptz as at, '{"a":[1,null,"x"]}'::jsonb as object, '[]'::jsonb as list,
    array['a','b,"c','']::text[] as texts, '{}'::text[] as none, '\\x00ff'::bytea as bytes, 0.5::real as score,
    true as truth, 3::smallint as small from meta`.execute(store.db);
  expect(rows).toEqual([
    {
      int8: 5_000_000_000,
      count: 0,
      day: "2026-02-27",
      no_day: null,
      at: "2026-02-27T08:00:00.500Z",
      object: { a: [1, null, "x"] },
      list: [],
      texts: ["a", 'b,"c', ""],
      none: [],
      bytes: Buffer.from([0, 255]),
      score: 0.5,
      truth: true,
      small: 3,
    },
  ]);
});

test("values go in as they come out", async () => {
  const given = {
    texts: ["a", 'b,"c\\', "", "ü"],
    bytes: Buffer.from([0, 1, 255]),
    object: { deep: ["x", 1, null] },
  };
  const { rows } = await sql`select ${given.texts}::text[] as texts, ${given.bytes}::bytea as bytes,
    ${JSON.stringify(given.object)}::jsonb as object`.execute(store.db);
  expect(rows).toEqual([given]);
});

test("a query that fails says why, with PostgreSQL's code, and the next one works", async () => {
  await expect(sql`select 1 / 0 as x`.execute(store.db)).rejects.toMatchObject({ code: "22012" });
  await expect(sql`select nonsense from`.execute(store.db)).rejects.toMatchObject({ code: "42601" });
  await insert("a");
  await expect(insert("a")).rejects.toMatchObject({ code: "23505" });
  expect(await keys()).toEqual(["a"]);
});

test("queries asked at once are answered each with its own rows", async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, k) => {
      const { rows } = await sql<{ k: number }>`select ${k}::int as k`.execute(store.db);
      return rows[0]!.k;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 200 }, (_, k) => k));
});

test("a transaction has the session to itself: others neither see nor join it", async () => {
  let proceed = () => {};
  const gate = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  const transaction = store.db.transaction().execute(async (trx) => {
    await insert("inside", trx);
    proceed();
    await sql`select pg_sleep(0.05)`.execute(trx);
    throw new Error("taken back");
  });
  const outside = gate.then(() => insert("outside"));
  await expect(transaction).rejects.toThrow("taken back");
  await outside;
  expect(await keys()).toEqual(["outside"]);
});

test("of transactions at once that each read and write, none is lost", async () => {
  await insert("counter");
  await Promise.all(
    Array.from({ length: 20 }, () =>
      store.db.transaction().execute(async (trx) => {
        const { rows } = await sql<{
          n: number;
        }>`select value::text::int as n from meta where key = 'counter' for update`.execute(trx);
        await sql`update meta set value = ${JSON.stringify(rows[0]!.n + 1)}::jsonb where key = 'counter'`.execute(
          trx,
        );
      }),
    ),
  );
  const row = await store.db.selectFrom("meta").select("value").executeTakeFirstOrThrow();
  expect(row.value).toBe(21);
});

test("a failure inside a transaction takes all of it back and frees the session", async () => {
  await expect(
    store.db.transaction().execute(async (trx) => {
      await insert("x", trx);
      await insert("x", trx);
    }),
  ).rejects.toMatchObject({ code: "23505" });
  expect(await keys()).toEqual([]);
});

describe("the embedded database", () => {
  let folder: string;
  let engine: EmbeddedDatabase;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "parley-wire-"));
    await layDatabase(join(folder, "database"));
    engine = await openEmbedded(join(folder, "database"));
    await (await clientOf(engine)).query("create table t (x int)");
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => void (await (await clientOf(engine)).query("truncate t")));

  const clientOf = async ({ stream }: Pick<EmbeddedDatabase, "stream">) => {
    const client = new pg.Client({ user: "postgres", database: "postgres", stream });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const soon = (answer: Promise<unknown>) =>
    Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, "waits"))]);

  test("a client that ends in the middle of a transaction leaves nothing of it, and the others go on", async () => {
    const [one, other] = [await clientOf(engine), await clientOf(engine)];
    await one.query("begin");
    await one.query("insert into t values (1)");
    const waits = other.query("select count(*)::int as n from t");
    expect(await soon(waits)).toBe("waits");
    await one.end();
    expect((await waits).rows).toEqual([{ n: 0 }]);
    await other.end();
  });

  test("clients of several lines share the session: a transaction of one keeps the others waiting", async () => {
    const lines = [connectEmbedded(engine.share()), connectEmbedded(engine.share())];
    const [own, one, other] = await Promise.all([engine, ...lines].map(clientOf));
    await one!.query("begin");
    await one!.query("insert into t values (1)");
    const counts = [own!, other!].map((c) => c.query("select count(*)::int as n from t"));
    expect(await soon(Promise.race(counts))).toBe("waits");
    await one!.query("insert into t values (2)");
    await one!.query("commit");
    expect((await Promise.all(counts)).map((c) => c.rows)).toEqual([[{ n: 2 }], [{ n: 2 }]]);
    const askedFor = async (client: pg.Client, from: number) => {
      const answers: number[] = [];
      for (let k = from; k < from + 50; k += 1)
        answers.push((await client.query("select $1::int as k", [k])).rows[0].k);
      return answers;
    };
    const answers = await Promise.all([own!, one!, other!].map((client, k) => askedFor(client, k * 50)));
    expect(answers.flat()).toEqual(Array.from({ length: 150 }, (_, k) => k));
    await Promise.all(lines.map((line) => line.close()));
  });

  test("a line that closes in the middle of a transaction leaves nothing of it, and the others go on", async () => {
    const line = connectEmbedded(engine.share());
    const [own, one] = [await clientOf(engine), await clientOf(line)];
    await one.query("begin");
    await one.query("insert into t values (1)");
    const waits = own.query("select count(*)::int as n from t");
    const lost = one.query("select pg_sleep(0.05)").catch((error: Error) => error.message);
    expect(await soon(waits)).toBe("waits");
    await line.close();
    expect((await waits).rows).toEqual([{ n: 0 }]);
    expect(await lost).toEqual(expect.anything());
  });

  test("closing the database ends the clients of all lines", async () => {
    const last = mkdtempSync(join(tmpdir(), "parley-wire-"));
    await layDatabase(join(last, "database"));
    const closing = await openEmbedded(join(last, "database"));
    const client = await clientOf(connectEmbedded(closing.share()));
    const ended = new Promise<void>((resolve) => void client.once("end", resolve));
    await closing.close();
    await ended;
    rmSync(last, { recursive: true });
  });

  test("the log of a long run stays bounded while it is open", async () => {
    const client = await clientOf(engine);
    await client.query("create table written (k int)");
    const logged = async (from: string) => {
      const { rows } = await client.query(
        `select (pg_current_wal_insert_lsn() - ${from})::float8 / 1048576 as mb from pg_control_checkpoint()`,
      );
      return rows[0]!.mb as number;
    };
    const before = await logged("'0/0'");
    for (let k = 0; k < 60; k++) {
      await client.query("insert into written select generate_series(1, 80000)");
      await client.query("truncate written");
    }
    for (let k = 0; k < 256; k++) await client.query("select");
    expect((await logged("'0/0'")) - before).toBeGreaterThan(256);
    expect(await logged("redo_lsn")).toBeLessThan(64);
    const folderMb = readdirSync(join(folder, "database", "pg_wal"), { withFileTypes: true })
      .filter((f) => f.isFile())
      .reduce((sum, f) => sum + statSync(join(f.parentPath, f.name)).size / 1_048_576, 0);
    expect(folderMb).toBeLessThan(400);
  }, 60_000);
});

test("large values pass in both directions", async () => {
  const text = "präzise ".repeat(400_000);
  const { rows } = await sql<{
    text: string;
    length: number;
  }>`select ${text}::text as text, length(${text}::text) as length`.execute(store.db);
  expect(rows[0]!.length).toBe(text.length);
  expect(rows[0]!.text === text).toBe(true);
});

test("search finds inflected words", async () => {
  const { rows } = await sql<{
    found: boolean;
  }>`select to_tsvector('english', 'Troops were shelling the crossings') @@
    websearch_to_tsquery('english', 'shelled crossing') as found`.execute(store.db);
  expect(rows[0]!.found).toBe(true);
});
