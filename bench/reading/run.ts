/**
 * How fast the whole of reading is: bytes in, coded report out, on one core after load.
 *
 *   npx tsx bench/reading/run.ts [--no-odd] [--out bench/results/reading.json]
 *
 * Prints tokens a second for 1×, 10× and 100× of the same news text, the ratio of times to a linear one, load time, memory,
 * and how much longer than news of the same size each odd input takes.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadReader } from "../../src/data/load-reader.js";
import { packageRoot } from "../../src/data/package-root.js";
import { oddInputs } from "./odd-inputs.js";

const { values } = parseArgs({
  options: { out: { type: "string" }, odd: { type: "boolean", default: true } },
  allowNegative: true,
});

const started = performance.now();
const reader = await loadReader();
const loadMs = performance.now() - started;

const folder = join(packageRoot(), "samples");
const bodies = readdirSync(folder)
  .filter((f) => f.endsWith(".txt"))
  .sort()
  .map((f) => readFileSync(join(folder, f), "utf8").replace(/^(?:[A-Z][\w-]*: .*\n)+\n?/, ""));
const unit = bodies.join("\n\n");
const encoder = new TextEncoder();

/** Time of the processor, in all threads: other programs on the machine do not count. */
function time(text: string, name = "bench.txt"): { ms: number; tokens: number } {
  const before = process.cpuUsage();
  const { parsed } = reader.traceBytes(encoder.encode(text), { name, id: "bench", published: "2026-02-27" });
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, tokens: parsed.sentences.reduce((n, s) => n + s.form.length, 0) };
}

const size = 1_000_000;
const news = time(unit.repeat(Math.ceil(size / unit.length)).slice(0, size)).ms;
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `load ${Math.round(loadMs)} ms; 1 MB of news in ${(news / 1000).toFixed(2)} s, memory at most ${memoryMb} MB`,
);

const sizes = [1, 10, 100].map((times) => {
  const text = Array.from({ length: times }, () => unit).join("\n\n");
  const runs = Array.from({ length: times === 100 ? 1 : 5 }, () => time(text)).sort((a, b) => a.ms - b.ms);
  const median = runs[runs.length >> 1]!;
  return {
    times,
    characters: text.length,
    ...median,
    tokensPerSecond: Math.round((median.tokens / median.ms) * 1000),
  };
});
for (const s of sizes) {
  const ratio = s.ms / s.times / sizes[0]!.ms;
  console.log(
    `${String(s.times).padStart(4)}×  ${s.tokens} tokens in ${(s.ms / 1000).toFixed(2)} s  ${s.tokensPerSecond} tokens/s  (time for one unit: ${ratio.toFixed(2)} of 1×)`,
  );
}

const odd: Record<string, number> = {};
if (values.odd) {
  console.log("odd inputs of 1 MB, as multiples of 1 MB of news:");
  for (const [name, text] of oddInputs(size)) {
    let ms: number;
    try {
      ms = time(text, fileName(text)).ms;
    } catch (error) {
      console.log(`  ${name.padEnd(36)} refused: ${(error as Error).message.slice(0, 60)}`);
      continue;
    }
    odd[name] = Number((ms / news).toFixed(2));
    console.log(`  ${name.padEnd(36)} ${(ms / news).toFixed(2)}×`);
  }
}
/** Pages and Markdown are told by the ends of their names. */
function fileName(text: string): string {
  if (text.startsWith("<")) return "bench.html";
  return /^(?: *- |>|## |\[|\*)/m.test(text.slice(0, 1000)) ? "bench.md" : "bench.txt";
}

if (values.out) {
  const machine = { node: process.version, cores: cpus().length };
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const result = { date, commit, machine, loadMs: Math.round(loadMs), memoryMb, sizes, odd };
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
}
