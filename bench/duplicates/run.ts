/**
 * Copies of wire stories: precision and recall of the candidate stage and of the decision, and time per text.
 *
 *   npx tsx bench/duplicates/run.ts [--half development|test] [--seeds N] [--misses]
 */
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import {
  bandRowsOf,
  estimatedSimilarity,
  isNearDuplicate,
  originsOf,
  signatureOf,
} from "../../src/record/near-duplicates.js";
import { type Half, type MadeReport, madeReports } from "./made-reports.js";

const { values } = parseArgs({
  options: {
    half: { type: "string" },
    seeds: { type: "string", default: "10" },
    misses: { type: "boolean", default: false },
  },
});
const halves: Half[] = values.half === undefined ? ["development", "test"] : [values.half as Half];

for (const half of halves) {
  const counts = {
    pairs: 0,
    copies: 0,
    candidates: 0,
    found: 0,
    decided: 0,
    right: 0,
    both: 0,
    bothRight: 0,
  };
  const origins = { reports: 0, together: 0, mixed: 0, groups: 0 };
  const missed = new Map<string, number>();
  const wrong = new Map<string, number>();
  const scores = { copy: [] as number[], other: [] as number[] };
  let offEstimate = 0;
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const reports = madeReports(half, seed);
    const signatures = reports.map(({ text }) => signatureOf(text));
    const rows = signatures.map(
      (signature) => new Set(bandRowsOf(signature).map((r) => `${r.band} ${r.value}`)),
    );
    const edges: [string, string][] = reports.map((_, k) => [nameOf(k), nameOf(k)]);
    for (let a = 0; a < reports.length; a++)
      for (let b = a + 1; b < reports.length; b++) {
        const copy = reports[a]!.origin === reports[b]!.origin;
        const candidate = [...rows[a]!].some((row) => rows[b]!.has(row));
        const decision = isNearDuplicate(reports[a]!.text, reports[b]!.text);
        offEstimate += Math.abs(estimatedSimilarity(signatures[a]!, signatures[b]!) - decision.resemblance);
        const yes = decision.duplicate;
        counts.pairs++;
        if (copy) counts.copies++;
        if (candidate) counts.candidates++;
        if (candidate && copy) counts.found++;
        if (yes) counts.decided++;
        if (yes && copy) counts.right++;
        if (candidate && yes) {
          counts.both++;
          edges.push([nameOf(a), nameOf(b)]);
          if (copy) counts.bothRight++;
        }
        if (decision.containment > 0.15) scores[copy ? "copy" : "other"].push(decision.containment);
        const kinds = `${reports[a]!.kind} / ${reports[b]!.kind}`;
        if (copy && !(candidate && yes))
          tally(
            missed,
            `${candidate ? "decision" : "candidates"}: ${kinds} (${decision.containment.toFixed(2)})`,
          );
        if (!copy && candidate && yes)
          tally(wrong, `${kinds} (${decision.resemblance.toFixed(2)}, ${decision.containment.toFixed(2)})`);
      }
    score(reports, originsOf(edges), origins);
  }
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)}%`;
  console.log(`${half}: ${counts.pairs} pairs, ${counts.copies} of them copies, ${values.seeds} seeds`);
  console.log(
    `  candidates      precision ${share(counts.found, counts.candidates)}  recall ${share(counts.found, counts.copies)}`,
  );
  console.log(
    `  decision alone  precision ${share(counts.right, counts.decided)}  recall ${share(counts.right, counts.copies)}`,
  );
  console.log(
    `  both            precision ${share(counts.bothRight, counts.both)}  recall ${share(counts.bothRight, counts.copies)}`,
  );
  console.log(
    `  origins         ${share(origins.together, origins.reports)} of reports with their origin's largest group, ${origins.mixed} of ${origins.groups} groups mixed`,
  );
  const low = scores.copy.sort((x, y) => x - y);
  const high = scores.other.sort((x, y) => y - x);
  console.log(
    `  containment     copies from ${low.slice(0, 5).map((x) => x.toFixed(2))}; others up to ${high.slice(0, 5).map((x) => x.toFixed(2))}`,
  );
  console.log(
    `  estimate        off by ${(offEstimate / counts.pairs).toFixed(4)} on average (3-word against 4-word shingles)`,
  );
  if (values.misses)
    for (const [name, table] of Object.entries({ missed, wrong }))
      for (const [kind, n] of [...table].sort((x, y) => y[1] - x[1]).slice(0, 40))
        console.log(`  ${name} ${n} ${kind}`);
}
time();

function nameOf(k: number): string {
  return k.toString(16).padStart(16, "0");
}

function tally(table: Map<string, number>, key: string): void {
  table.set(key, (table.get(key) ?? 0) + 1);
}

function score(
  reports: readonly MadeReport[],
  of: ReadonlyMap<string, string>,
  into: typeof emptyScore,
): void {
  const sizes = new Map<string, Map<string, number>>();
  const groups = new Map<string, Set<string>>();
  reports.forEach(({ origin }, k) => {
    const group = of.get(nameOf(k))!;
    const table = sizes.get(origin) ?? new Map<string, number>();
    tally(table, group);
    sizes.set(origin, table);
    groups.set(group, (groups.get(group) ?? new Set()).add(origin));
  });
  into.reports += reports.length;
  for (const table of sizes.values()) into.together += Math.max(...table.values());
  into.groups += groups.size;
  for (const origins of groups.values()) if (origins.size > 1) into.mixed++;
}

function time(): void {
  const pool = [...madeReports("development", 99), ...madeReports("test", 99)].map(({ text }) => text);
  const texts = Array.from({ length: 300 }, (_, k) =>
    Array.from({ length: 8 }, (_, n) => pool[(k * 7 + n * 13) % pool.length]!)
      .join("\n\n")
      .slice(0, 5000),
  );
  const measure = (what: string, run: (k: number) => void) => {
    for (let k = 0; k < 50; k++) run(k);
    const times = texts.map((_, k) => {
      const start = performance.now();
      run(k);
      return performance.now() - start;
    });
    times.sort((a, b) => a - b);
    console.log(
      `${what}: median ${times[150]!.toFixed(2)} ms, 95th percentile ${times[285]!.toFixed(2)} ms (5,000 characters)`,
    );
  };
  measure("signature and bands", (k) => bandRowsOf(signatureOf(texts[k]!)));
  measure("decision, a pair", (k) => isNearDuplicate(texts[k]!, texts[(k + 1) % texts.length]!));
}

const emptyScore = { reports: 0, together: 0, mixed: 0, groups: 0 };
