/**
 * How quick the API is while documents are added: 100 mixed reads a second, each counted from the moment it was due.
 *
 *   npm run build && npx tsx bench/server/run.ts [--reports 1000] [--seconds 30] [--rate 100] [--adding 400] [--out bench/results/server-DATE.json] [--prof DIR]
 *
 * `--data DIR` uses the store there, made by `bench/store/run.ts --data DIR`; documents are added to it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Agent, request } from "undici";
import { packageRoot } from "../../src/data/package-root.js";
import type { Batch, IncidentPage, ReportPage, Status } from "../../src/formats/desk-json.js";
import { openStore } from "../../src/store/open-store.js";
import { recordReports } from "../../src/store/record-reports.js";
import { made } from "../adding/made.js";
import { generated, templates } from "../store/generated.js";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "1000" },
    seconds: { type: "string", default: "30" },
    rate: { type: "string", default: "100" },
    adding: { type: "string", default: "400" },
    data: { type: "string" },
    out: { type: "string" },
    prof: { type: "string" },
  },
});

let state = 7;
const random = (n: number) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % n;
};
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!;

const data = values.data ?? mkdtempSync(join(tmpdir(), "parley-server-"));
if (values.data === undefined) await fill(data, Number(values.reports));
const server = await start(data);
const agent = new Agent({ connections: 256, pipelining: 1 });
try {
  const result = await measure(server.address);
  console.log(JSON.stringify(result, null, 2));
  if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await agent.destroy();
  server.process.kill("SIGTERM");
  await new Promise((resolve) => server.process.once("exit", resolve));
  if (values.data === undefined) rmSync(data, { recursive: true, force: true });
}

async function fill(folder: string, reports: number): Promise<void> {
  const store = await openStore({ data: folder });
  const from = await templates();
  try {
    for (let k = 0; k < reports; k += 16) {
      const batch = Array.from({ length: Math.min(16, reports - k) }, (_, n) => generated(k + n, from));
      await store.db.transaction().execute((db) => recordReports(db, batch, []));
    }
  } finally {
    await store.close();
  }
}

/** The server as people run it: built, in a process of its own. */
function start(folder: string): Promise<{ address: string; process: ChildProcess }> {
  const cli = join(packageRoot(), "dist/cli.js");
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run npm run build first.`);
  const profiled = values.prof === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", values.prof];
  const child = spawn(process.execPath, [...profiled, cli, "serve", "--data", folder, "--port", "0"], {
    cwd: packageRoot(),
    stdio: ["ignore", "inherit", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) resolve({ address: address.replace(/\/$/, ""), process: child });
      if (said.length > 200) process.stderr.write(chunk);
    });
    child.once("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
}

async function get<T>(address: string): Promise<T> {
  const { statusCode, body } = await request(address, { dispatcher: agent });
  if (statusCode !== 200) throw new Error(`${address}: ${statusCode} ${await body.text()}`);
  return (await body.json()) as T;
}

interface Timing {
  readonly route: string;
  readonly ms: number;
  readonly ok: boolean;
}

async function measure(address: string) {
  const before = await get<Status>(`${address}/api/status`);
  const pick = await reads(address);
  // as after a while of use: everything was asked for before
  for (let k = 0; k < 200; k += 1) await ask(address, pick());
  const quiet = await load(address, pick, 10);
  const posted = await request(`${address}/api/documents`, {
    method: "POST",
    dispatcher: agent,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      documents: Array.from({ length: Number(values.adding) }, (_, k) => {
        const { name, text } = made(Math.floor(performance.now()) * 1000 + k);
        return { kind: "text", name, text };
      }),
    }),
  });
  const { batch } = (await posted.body.json()) as Batch;
  const addedBefore = (await get<Status>(`${address}/api/status`)).waiting;
  const began = performance.now();
  const timings = await load(address, pick, Number(values.seconds));
  const seconds = (performance.now() - began) / 1000;
  const { documents } = await get<Batch>(`${address}/api/batches/${batch}`);
  const waiting = documents.filter((d) => d.state === "waiting").length;
  return {
    bench: "server",
    machine: `${cpus().length} × ${cpus()[0]?.model}`,
    node: process.version,
    reports: before.reports,
    incidents: before.incidents,
    readsPerSecond: Number(values.rate),
    addedPerSecond: round((addedBefore - waiting) / seconds),
    whileAdding: summary(timings),
    quiet: summary(quiet),
  };
}

/** Reads at a steady rate, whether or not those before are answered: latency counts from the moment each was due. */
async function load(address: string, pick: () => Read, seconds: number): Promise<Timing[]> {
  const rate = Number(values.rate);
  const timings: Promise<Timing>[] = [];
  const began = performance.now();
  for (let k = 0; k < seconds * rate; k += 1) {
    const due = began + (k * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
    const read = pick();
    timings.push(ask(address, read).then((ok) => ({ route: read.route, ms: performance.now() - due, ok })));
  }
  return Promise.all(timings);
}

interface Read {
  readonly route: string;
  readonly path: string;
}

async function ask(address: string, { path }: Read): Promise<boolean> {
  try {
    const { statusCode, body } = await request(address + path, { dispatcher: agent, headersTimeout: 60_000 });
    await body.dump({ limit: 100_000_000 });
    return statusCode === 200;
  } catch {
    return false;
  }
}

/** What is asked for, and how often: mostly rooms of incidents and reports, and lists; searches and whole rooms between them. */
async function reads(address: string): Promise<() => Read> {
  const { paths } = await get<{ paths: Record<string, unknown> }>(`${address}/openapi.json`);
  const { incidents } = await get<IncidentPage>(`${address}/api/incidents?limit=500`);
  const { reports } = await get<ReportPage>(`${address}/api/reports?limit=300`);
  const parties = [...new Set(incidents.flatMap((i) => i.parties))];
  const places = [...new Set(incidents.flatMap((i) => i.place ?? []))];
  const words = [
    "ceasefire",
    "doha talks",
    "drone strike",
    "wounded civilians",
    "border",
    "spokesman denied",
    "hospi",
  ];
  const filters = () =>
    oneOf([
      "",
      `?party=${encodeURIComponent(oneOf(parties))}`,
      `?party=AFG&party=PAK`,
      `?verdict=contested`,
      `?place=${encodeURIComponent(oneOf(places))}`,
      `?from=${oneOf(incidents).from ?? "2025-10-01"}`,
      `?kind=violence&offset=${100 * random(5)}`,
    ]);
  const kinds: readonly (readonly [weight: number, route: string, path: () => string])[] = [
    [30, "/api/incidents/{id}", () => `/api/incidents/${oneOf(incidents).id}`],
    [18, "/api/reports/{hash}", () => `/api/reports/${oneOf(reports).hash}`],
    [16, "/api/incidents", () => `/api/incidents${filters()}`],
    [
      8,
      "/api/reports",
      () => `/api/reports${oneOf(["", `?q=${oneOf(words)}`, "?party=AFG", "?offset=100"])}`,
    ],
    [8, "/api/search", () => `/api/search?q=${encodeURIComponent(oneOf([...words, ...parties, ...places]))}`],
    [4, "/api/incidents/{id}/why", () => `/api/incidents/${oneOf(incidents).id}/why`],
    [4, "/api/status", () => "/api/status"],
    [2, "/api/parties", () => "/api/parties"],
    [2, "/api/conflicts", () => "/api/conflicts"],
    [1, "/api/unread", () => "/api/unread"],
    [1, "/api/rulings", () => "/api/rulings"],
    [2, "/api/situation", () => `/api/situation${oneOf(["", "?party=AFG&party=PAK"])}`],
    [1, "/api/diplomacy", () => `/api/diplomacy${oneOf(["", "?party=AFG&party=PAK"])}`],
    [1, "/api/sources", () => "/api/sources"],
    [1, "/api/map", () => `/api/map${oneOf(["", "?party=AFG&party=PAK"])}`],
    [1, "/api/review", () => "/api/review"],
  ];
  const there = kinds.filter(([, route]) => route in paths);
  const all = there.flatMap((kind) => Array.from({ length: kind[0] }, () => kind));
  return () => {
    const [, route, path] = oneOf(all);
    return { route, path: path() };
  };
}

function summary(timings: readonly Timing[]) {
  const routes = [...new Set(timings.map((t) => t.route))].sort();
  return {
    all: figures(timings),
    routes: Object.fromEntries(routes.map((r) => [r, figures(timings.filter((t) => t.route === r))])),
  };
}

function figures(timings: readonly Timing[]) {
  const ms = timings.map((t) => t.ms).sort((a, b) => a - b);
  const at = (q: number) => round(ms[Math.min(ms.length - 1, Math.floor(q * ms.length))]!);
  return {
    n: ms.length,
    errors: timings.filter((t) => !t.ok).length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
