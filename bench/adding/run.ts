/**
 * How fast documents are added: originals and sightings to the disk, reading on threads, recording and linking.
 *
 *   npx tsx bench/adding/run.ts [--reports 300]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../src/data/package-root.js";
import { addDocuments } from "../../src/queue/add.js";
import { startReaderPool } from "../../src/queue/reader-pool.js";
import { openStore } from "../../src/store/open-store.js";

const { values } = parseArgs({ options: { reports: { type: "string", default: "300" } } });
const count = Number(values.reports);

let state = 5;
const random = (n: number) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % n;
};

const folder = join(packageRoot(), "samples");
const paragraphs = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\n+/).slice(1))
  .filter((p) => p.length > 120);

/** Nine paragraphs of the samples, in another choice for each: about 400 words, as an agency's report has. */
function made(k: number): { name: string; bytes: Uint8Array } {
  const day = new Date(Date.UTC(2025, 0, 1 + (k % 300))).toISOString().slice(0, 10);
  const body = Array.from({ length: 9 }, () => paragraphs[random(paragraphs.length)]!);
  return {
    name: `made-${k}.txt`,
    bytes: new TextEncoder().encode(`Title: Made report ${k}\nDate: ${day}\n\n${body.join("\n\n")}\n`),
  };
}

const data = mkdtempSync(join(tmpdir(), "parley-adding-"));
const store = await openStore({ data });
const pool = startReaderPool();
try {
  const documents = Array.from({ length: count }, (_, k) => made(k));
  const words = documents.reduce((n, d) => n + new TextDecoder().decode(d.bytes).split(/\s+/).length, 0);
  await addDocuments(store, [made(-1)], { pool, now: () => "2026-01-01T00:00:00.000Z" });
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
