/**
 * How the store behaves as it grows: cost of recording and linking a report, of opening an incident, of lists and search, and
 * memory, at 1,000 to 100,000 reports.
 *
 *   npx tsx bench/store/run.ts [--reports 100000] [--database postgres://…] [--out bench/results/store-DATE.json]
 *
 * `--data DIR` keeps the store there, for measuring the desk with.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { openStore } from "../../src/store/open-store.js";
import {
  diplomacyOfRecord,
  incidentListings,
  incidentWithChains,
  searchRecord,
} from "../../src/store/record-queries.js";
import { recordReports } from "../../src/store/record-reports.js";
import { generated, templates } from "./generated.js";

const { values } = parseArgs({
  options: {
    reports: { type: "string" },
    database: { type: "string" },
    data: { type: "string" },
    out: { type: "string" },
  },
});
const most = Number(values.reports ?? 100_000);
const checkpoints = [1_000, 3_000, 10_000, 30_000, 100_000].filter((n) => n <= most);
const BATCH = 16;

const quantile = (list: number[], q: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))]!;
const round = (x: number) => Math.round(x * 100) / 100;

async function timed(
  times: number,
  work: (k: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  const spent: number[] = [];
  for (let k = 0; k < times; k += 1) {
    const start = performance.now();
    await work(k);
    spent.push(performance.now() - start);
  }
  return { p50: round(quantile(spent, 0.5)), p95: round(quantile(spent, 0.95)) };
}

const work = values.data ?? mkdtempSync(join(tmpdir(), "parley-bench-"));
const store = await openStore({ data: work, database: values.database });
const from = await templates();
const results: object[] = [];
try {
  let stored = 0;
  let window: number[] = [];
  for (const checkpoint of checkpoints) {
    window = [];
    while (stored < checkpoint) {
      const batch = Array.from({ length: Math.min(BATCH, checkpoint - stored) }, (_, k) =>
        generated(stored + k, from),
      );
      const start = performance.now();
      await store.db.transaction().execute((db) => recordReports(db, batch, []));
      window.push((performance.now() - start) / batch.length);
      stored += batch.length;
      if (process.stderr.isTTY) process.stderr.write(`\r${stored} reports`);
    }
    const last = window.slice(-60);
    await sql`analyze`.execute(store.db);
    const ids = (
      await sql<{
        id: string;
      }>`select id from incident where kind = 'violence' order by md5(id) limit 60`.execute(store.db)
    ).rows;
    const largest = (
      await sql<{ id: string }>`select id from incident order by reports desc, id limit 20`.execute(store.db)
    ).rows;
    const show = (list: { id: string }[]) =>
      timed(list.length, (k) => incidentWithChains(store.db, list[k]!.id));
    await show(ids.slice(0, 10));
    const row = {
      reports: stored,
      incidents: (await sql<{ n: number }>`select count(*) as n from incident`.execute(store.db)).rows[0]!.n,
      recordMsPerReport: { p50: round(quantile(last, 0.5)), p95: round(quantile(last, 0.95)) },
      showMs: await show(ids),
      showLargestMs: await show(largest),
      listMs: await timed(10, () =>
        incidentListings(store.db, { parties: ["AFG", "PAK"], kinds: ["violence"], limit: 100 }),
      ),
      searchMs: await timed(5, () => searchRecord(store.db, "ceasefire Doha", 20)),
      initiativesMs: await timed(1, () => diplomacyOfRecord(store.db, { parties: ["AFG", "PAK"] })),
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
    };
    results.push(row);
    console.log(JSON.stringify(row));
  }
  if (values.out)
    writeFileSync(
      values.out,
      `${JSON.stringify({ bench: "store", engine: store.kind, machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, results }, null, 2)}\n`,
    );
} finally {
  await store.close();
  if (values.data === undefined) rmSync(work, { recursive: true, force: true });
}
