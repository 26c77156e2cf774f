// What `npm start` shows: the samples in a store of their own, made anew, and the desk on it. Ends with Ctrl C.
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = fileURLToPath(new URL("../.parley/samples", import.meta.url));
rmSync(data, { recursive: true, force: true });
const parley = (...args) => ["dist/cli.js", ...args, "--data", data];
process.stderr.write("Reading the samples …\n");
const added = spawnSync(process.execPath, parley("add", "samples", "--quiet"), {
  cwd: root,
  stdio: "inherit",
});
if (added.status !== 0) process.exit(added.status ?? 1);
const desk = spawn(process.execPath, parley("serve", "--open", ...process.argv.slice(2)), {
  cwd: root,
  stdio: "inherit",
});
// the desk ends itself in good order on both
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => desk.kill(signal));
desk.on("exit", (code) => process.exit(code ?? 1));
