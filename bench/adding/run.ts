/**
 * How fast documents are added: originals and sightings to the disk, reading on threads, recording and linking.
 *
 *   npx tsx bench/adding/run.ts [--reports 300]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addDocuments } from "../../src/queue/add.js";
import { startReaderPool } from "../../src/queue/reader-pool.js";
import { openStore } from "../../src/store/open-store.js";
import { made } from "./made.js";

const { values } = parseArgs({ options: { reports: { type: "string", default: "300" } } });
const count = Number(values.reports);

const document = (k: number) => {
  const { name, text } = made(k);
  return { name, bytes: new TextEncoder().encode(text) };
};

const data = mkdtempSync(join(tmpdir(), "parley-adding-"));
const store = await openStore({ data });
const pool = startReaderPool();
try {
  const documents = Array.from({ length: count }, (_, k) => document(k));
  const words = documents.reduce((n, d) => n + new TextDecoder().decode(d.bytes).split(/\s+/).length, 0);
  await addDocuments(store, [document(-1)], { pool, now: () => "2026-01-01T00:00:00.000Z" });
  const start = performance.now();
  await addDocuments(store, documents, { pool, now: () => "2026-01-01T00:00:00.000Z" });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({
      bench: "adding",
      reports: count,
      wordsPerReport: Math.round(words / count),
      readers: pool.size,
      cores: availableParallelism(),
      cpu: cpus()[0]?.model,
      reportsPerSecond: Math.round((count / seconds) * 10) / 10,
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
} finally {
  await pool.close();
  await store.close();
  rmSync(data, { recursive: true, force: true });
}
