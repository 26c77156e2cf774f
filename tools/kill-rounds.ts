/**
 * Ends `parley add` with SIGKILL at random moments and looks at what is left: no acknowledged report lost, none doubled, the
 * next start clean and quick. `npx tsx tools/kill-rounds.ts [rounds]`, or a few rounds from the tests.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { packageRoot } from "../src/data/package-root.js";
import { openStore } from "../src/store/open-store.js";

export interface KillResult {
  readonly rounds: number;
  /** Reports named as added before a kill, over all rounds. */
  readonly acknowledged: number;
  /** Acknowledged and not in the store afterwards. */
  readonly lost: number;
  /** Reports or sightings that stand twice. */
  readonly doubled: number;
  /** Given and, after the last round was taken up again, not in the store. */
  readonly missing: number;
  readonly kills: number;
  /** Milliseconds from opening the store after a kill to its first answer. */
  readonly slowestStartMs: number;
}

const NAMES = ["Adrel", "Borun", "Cavit", "Dersa", "Elmok", "Farin", "Gorad", "Hesub", "Ilvan", "Jorem"];

/** A short report that no other has: places and figures differ. */
function document(round: number, k: number): string {
  const place = `${NAMES[(round + k) % NAMES.length]}${round}x${k}`;
  return `Title: Shelling in ${place}
Date: 2025-0${1 + (k % 9)}-${String(10 + (round % 18)).padStart(2, "0")}

At least ${3 + ((round * 7 + k) % 40)} people were killed on Friday when Sudanese army shells hit a market in ${place}, the Rapid Support Forces said. The army denied the claim and said that it had struck ${1 + (k % 5)} vehicles near ${place}.

A doctor at the hospital in ${place} told reporters that ${2 + (k % 30)} others were wounded.
`;
}

export async function killRounds(rounds: number, { perRound = 24, built = false } = {}): Promise<KillResult> {
  const work = mkdtempSync(join(tmpdir(), "parley-kill-"));
  const data = join(work, "data");
  const acknowledged = new Set<string>();
  let given = 0;
  let lost = 0;
  let doubled = 0;
  let kills = 0;
  let slowestStartMs = 0;
  let state = 11;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const check = async () => {
    const start = performance.now();
    const store = await openStore({ data });
    const rows = await sql<{ hash: string }>`select hash from report`.execute(store.db);
    slowestStartMs = Math.max(slowestStartMs, performance.now() - start);
    const there = new Set(rows.rows.map((r) => r.hash));
    lost = [...acknowledged].filter((h) => !there.has(h)).length;
    const lines = store.sightings.read().map((s) => `${s.original}|${s.name}`);
    const twice = await sql<{ n: number }>`select count(*) as n from (
      select text from report group by text having count(*) > 1) x`.execute(store.db);
    doubled += rows.rows.length - there.size + twice.rows[0]!.n + (lines.length - new Set(lines).size);
    await store.close();
    return there.size;
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const folder = join(work, `round-${round}`);
      mkdirSync(folder);
      for (let k = 0; k < perRound; k += 1)
        writeFileSync(join(folder, `r${round}-${k}.txt`), document(round, k));
      given += perRound;
      const killed = await addUntilKilled(
        [folder, "--data", data],
        300 + random() * (built ? 2600 : 4200),
        acknowledged,
        built,
      );
      if (killed) kills += 1;
      await check();
    }
    // every folder once more: what a kill kept from being taken in is given again, as a person would
    for (let round = 0; round < rounds; round += 1)
      await addUntilKilled(
        [join(work, `round-${round}`), "--data", data],
        Number.POSITIVE_INFINITY,
        acknowledged,
        built,
      );
    const stored = await check();
    return {
      rounds,
      acknowledged: acknowledged.size,
      lost,
      doubled,
      missing: given - stored,
      kills,
      slowestStartMs: Math.round(slowestStartMs),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function addUntilKilled(
  args: readonly string[],
  afterMs: number,
  acknowledged: Set<string>,
  built: boolean,
): Promise<boolean> {
  const root = packageRoot();
  const program = built
    ? [join(root, "dist/cli.js")]
    : ["--import", import.meta.resolve("tsx"), join(root, "src/cli.ts")];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, "add", ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const timer = Number.isFinite(afterMs) ? setTimeout(() => child.kill("SIGKILL"), afterMs) : null;
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) {
        const [, hash] = line.split(" ");
        if (hash) acknowledged.add(hash);
      }
    });
    child.on("error", reject);
    child.on("close", (_code, signal) => {
      if (timer) clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

if (process.argv[1]?.endsWith("kill-rounds.ts")) {
  const result = await killRounds(Number(process.argv[2] ?? 50), { built: true });
  console.log(JSON.stringify(result));
  process.exitCode =
    result.lost + result.doubled + result.missing === 0 && result.slowestStartMs < 3000 ? 0 : 1;
}
