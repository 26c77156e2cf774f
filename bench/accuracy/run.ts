/**
 * How well Parley reads, on the corpora of the field: one table, and JSON with `--out`.
 *
 *   npm run bench:accuracy -- [--data ../shared/data] [--task NAME [--file FILE]] [--out bench/results/accuracy-DATE.json]
 *
 * With all that was measured the table says how far the confidence of claims is off, and `--bars` and `--diagram FILE.svg` show it.
 * `--file` measures another file of the task's form. A task whose data is not there says so and is not counted.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { reliabilityDiagram } from "../calibration/diagram.js";
import { calibrationFigures, poolsOf, reliabilityBars } from "../calibration/report.js";
import { fail, goldFile, measureFile, parsed, TASK_NAMES } from "./cli.js";
import { type Row, tableOf } from "./table.js";
import type { Judged } from "./task.js";
import { TASKS } from "./tasks.js";

const USAGE =
  "npm run bench:accuracy -- [--data ../shared/data] [--task NAME [--file FILE]] [--out FILE.json] [--bars] [--diagram FILE.svg]";
const { values } = parsed(USAGE, {
  options: {
    data: { type: "string", default: "../shared/data" },
    task: { type: "string" },
    file: { type: "string" },
    out: { type: "string" },
    bars: { type: "boolean", default: false },
    diagram: { type: "string" },
  },
});
const chosen = TASKS.filter((t) => values.task === undefined || t.name === values.task);
if (values.task !== undefined && chosen.length === 0) fail(`There is no task ${values.task}: ${TASK_NAMES}`);
if (values.file !== undefined && values.task === undefined) fail(`--file needs --task: ${TASK_NAMES}`);

const rows: Row[] = [];
for (const task of chosen) {
  const file = goldFile(task, values.data, values.file);
  if (!existsSync(file)) {
    rows.push({ task, absent: file });
    continue;
  }
  process.stderr.write(`${task.name} … `);
  const began = performance.now();
  const measured = await measureFile(task, file);
  const more = values.file === undefined && task.calibration ? join(values.data, task.calibration) : null;
  const judged = more !== null && existsSync(more) ? (await measureFile(task, more)).judged : [];
  rows.push({ task, measured: { ...measured, judged: [...measured.judged, ...judged] } });
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
const pools = poolsOf(
  rows.flatMap((r) => ("absent" in r ? [] : [{ name: r.task.name, judged: r.measured.judged }])),
);
const calibration = calibrationFigures(pools);
console.log(tableOf(rows, calibration));
if (values.bars) console.log(`\n${reliabilityBars(pools)}`);
if (values.diagram !== undefined) writeFileSync(values.diagram, reliabilityDiagram(pools));
const absent = rows.flatMap((r) => ("absent" in r ? [r.absent] : []));
if (absent.length > 0)
  console.log(`\nNot there, and not measured: ${absent.join(", ")}. Give the folder with --data.`);
if (values.out !== undefined)
  writeFileSync(
    values.out,
    `${JSON.stringify(
      {
        bench: "accuracy",
        date: new Date().toISOString().slice(0, 10),
        commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
        machine: `${cpus().length} × ${cpus()[0]?.model}`,
        node: process.version,
        tasks: rows.map((r) => ({
          task: r.task.name,
          title: r.task.title,
          file: r.task.file,
          ...("absent" in r
            ? { absent: true }
            : { figures: r.measured.figures, judged: countsOf(r.measured.judged) }),
        })),
        calibration,
      },
      null,
      2,
    )}\n`,
  );

/** How many of the judged claims of each kind are right. */
function countsOf(judged: readonly Judged[]) {
  return [...new Set(judged.map((j) => j.kind))].map((kind) => {
    const claims = judged.filter((j) => j.kind === kind);
    return { kind, right: claims.filter((j) => j.right).length, of: claims.length };
  });
}
