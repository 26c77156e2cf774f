// The published package, as a stranger gets it: packed, installed into an empty folder, run on a file.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (command, args, cwd) =>
  execFileSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });

if (!existsSync(join(root, "dist", "cli.js"))) run(npm, ["run", "--silent", "build"], root);
const folder = mkdtempSync(join(tmpdir(), "parley-smoke-"));
try {
  const tarball = run(npm, ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root)
    .trim()
    .split("\n")
    .at(-1);
  writeFileSync(join(folder, "package.json"), '{ "name": "stranger", "private": true, "type": "module" }\n');
  run(npm, ["install", "--silent", "--no-audit", "--no-fund", join(folder, tarball)], folder);
  const report =
    "GOMA, March 3 (Example) - M23 fighters attacked an army camp near Sake on Sunday, killing at least five Congolese soldiers, the army said.\n";
  writeFileSync(join(folder, "report.txt"), report);
  const printed = run(
    "npx",
    ["--no-install", "parley", "read", "report.txt", "--published", "2025-03-03", "--format", "facts"],
    folder,
  );
  const [facts] = JSON.parse(printed);
  const toll = facts.tolls.find((t) => t.harm === "killed" && t.low === 5 && t.high === null);
  if (!toll) throw new Error(`the toll was not read: ${printed}`);
  const parley = (...args) => run("npx", ["--no-install", "parley", ...args, "--data", "data"], folder);
  parley("add", "report.txt", "--published", "2025-03-03", "--quiet");
  const { incidents } = JSON.parse(parley("incidents", "--format", "json"));
  if (!incidents.some((i) => i.cells.some((c) => c.harm === "killed" && c.low === 5)))
    throw new Error(`the incident is not in the store: ${JSON.stringify(incidents)}`);
  if (!existsSync(join(folder, "data", "database", "PG_VERSION")))
    throw new Error("the store has no database");
  writeFileSync(
    join(folder, "use.mjs"),
    `import { readReport } from "parley";
const coded = await readReport(${JSON.stringify(report)}, { published: "2025-03-03" });
if (coded.tolls.length === 0) throw new Error("the library read no toll");
`,
  );
  run(process.execPath, ["use.mjs"], folder);
  console.log(
    "smoke: the packed package reads a report, from the command line and as a library, and keeps it in a store",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
