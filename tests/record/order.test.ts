import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadReader } from "../../src/data/load-reader.js";
import { packageRoot } from "../../src/data/package-root.js";
import { bandRowsOf, signatureOf } from "../../src/record/near-duplicates.js";
import { recordOf } from "../../src/record/record.js";
import { recordOfReport } from "../../src/record/report-record.js";
import type { RulingBody } from "../../src/record/rulings.js";
import { bodyOf } from "../../src/sources/body.js";
import { digestOf } from "../../src/store/digest.js";
import { reportRefs } from "../../src/store/incident-rows.js";
import type { Store } from "../../src/store/open-store.js";
import { type ReportToRecord, recordReports } from "../../src/store/record-reports.js";
import { makeRuling } from "../../src/store/ruling-store.js";
import { openTemporaryStore, type TemporaryStore } from "./temporary-store.js";

/*
 * What always holds of the record, over the samples: the order and the batches in which reports come leave no trace; adding
 * takes no claim away; rulings and their undoing come to the same as rulings that were never made.
 */
let reports: ReportToRecord[];
let temporary: TemporaryStore;
let store: Store;
let expected: Record<string, string>;

beforeAll(async () => {
  const reader = await loadReader();
  const folder = join(packageRoot(), "samples");
  reports = readdirSync(folder)
    .filter((name) => name !== "README.md")
    .map((name) => {
      const { coded } = reader.traceBytes(readFileSync(join(folder, name)), { name });
      const signature = signatureOf(bodyOf(coded.report));
      return {
        hash: createHash("sha256").update(coded.report.text).digest("hex").slice(0, 32),
        coded,
        from: { published: null, name, original: "0".repeat(64), mediaType: null },
        seenAt: "2026-01-01T00:00:00.000Z",
        signature,
        bands: bandRowsOf(signature),
      };
    });
  temporary = await openTemporaryStore();
  store = temporary.store;
  await add([reports]);
  expected = await digestOf(store.db);
});

afterAll(() => temporary.close());

async function clear(): Promise<void> {
  await sql`truncate report, sighting, signature_band, kinship, claim, telling, telling_key, incident, ruling`.execute(
    store.db,
  );
}

async function add(batches: readonly (readonly ReportToRecord[])[]): Promise<void> {
  for (const batch of batches) await store.db.transaction().execute((db) => recordReports(db, batch, []));
}

describe("the record of the samples", () => {
  test("is the one that the pure functions make", async () => {
    const refs = await reportRefs(
      store.db,
      reports.map((r) => r.hash),
    );
    const pure = recordOf(
      reports.map((r) => ({ ref: refs.get(r.hash)!, record: recordOfReport(r.coded, r.hash) })),
    );
    const rows = await sql<{ id: string; tellings: string[] }>`
      select incident as id, array_agg(id order by id) as tellings from telling group by incident order by incident`.execute(
      store.db,
    );
    expect(rows.rows).toEqual(
      pure.incidents
        .map((i) => ({ id: i.id, tellings: i.tellings.map((t) => t.id).sort() }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(rows.rows.length).toBeGreaterThan(100);
  });

  test("is the same in any order and any batches, once or more often", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...reports.keys()], { minLength: reports.length, maxLength: reports.length }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: reports.length - 1 }), { maxLength: 3 }),
        async (order, sizes, again) => {
          await clear();
          const list = [...order, ...again].map((k) => reports[k]!);
          const batches: ReportToRecord[][] = [];
          for (let at = 0, n = 0; at < list.length; n += 1) {
            const size = sizes[n % sizes.length]!;
            batches.push(list.slice(at, at + size));
            at += size;
          }
          await add(batches);
          expect(await digestOf(store.db)).toEqual(expected);
        },
      ),
      { numRuns: 12, seed: 20251121 },
    );
  });

  test("loses no claim when a report is added", async () => {
    await clear();
    let before = new Set<string>();
    for (const report of reports) {
      await add([[report]]);
      const rows = await sql<{ id: string }>`select kind || id as id from claim`.execute(store.db);
      const now = new Set(rows.rows.map((r) => r.id));
      expect([...before].filter((id) => !now.has(id))).toEqual([]);
      before = now;
    }
    expect(await digestOf(store.db)).toEqual(expected);
  });

  test("survives 200 random rulings, and is as before when all are undone", async () => {
    const claims = (
      await sql<{ id: string; kind: string; start: number; end: number }>`
      select id, kind, start_offset as start, end_offset as "end" from claim order by id, kind`.execute(
        store.db,
      )
    ).rows;
    const tellings = (
      await sql<{ id: string }>`select id from telling order by id`.execute(store.db)
    ).rows.map((r) => r.id);
    let state = 7;
    const random = (n: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % n;
    };
    const made: string[] = [];
    const by = (k: number) => ({
      who: "analyst",
      why: "test",
      at: new Date(1_767_225_600_000 + k * 1000).toISOString(),
    });
    for (let k = 0; k < 200; k += 1) {
      const c = claims[random(claims.length)]!;
      const claim =
        c.kind === "diplomacy" && c.id.includes("/e") ? claims.find((x) => x.kind === "event")! : c;
      const at = { claim: claim.id, start: claim.start, end: claim.end };
      const bodies: RulingBody[] = [
        { kind: "confirm", ...at },
        { kind: "reject", ...at },
        {
          kind: "correct",
          ...at,
          change:
            claim.kind === "toll" ? { low: random(90), high: 90 } : { from: "2025-10-11", to: "2025-10-12" },
        },
        {
          kind: "merge",
          incidents: [tellings[random(tellings.length)]!, tellings[random(tellings.length)]!],
        },
        { kind: "split", tellings: [tellings[random(tellings.length)]!] },
        ...(made.length > 0 ? [{ kind: "undo" as const, ruling: made[random(made.length)]! }] : []),
      ];
      const ruling = await makeRuling(store, bodies[random(bodies.length)]!, by(k)).catch(
        (error: { code?: string }) => {
          // a telling may be gone since its claims were rejected
          if (error.code !== "ruling-target") throw error;
          return null;
        },
      );
      if (ruling) made.push(ruling.id);
    }
    const ruled = await digestOf(store.db);
    expect(ruled).not.toEqual(expected);
    // made anew from the log alone
    await store.db.transaction().execute(async (db) => {
      const { standingRulings } = await import("../../src/record/rulings.js");
      await recordReports(db, reports, standingRulings(store.rulings.read()));
    });
    expect(await digestOf(store.db)).toEqual(ruled);
    const { standingRulings } = await import("../../src/record/rulings.js");
    for (let k = 0; ; k += 1) {
      const last = standingRulings(store.rulings.read()).at(-1);
      if (!last) break;
      await makeRuling(store, { kind: "undo", ruling: last.id }, by(1000 + k));
    }
    expect(await digestOf(store.db)).toEqual(expected);
  }, 240_000);
});
