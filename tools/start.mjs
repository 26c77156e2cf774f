// What `npm start` shows: the samples in a store of their own, made anew, with its incidents and initiatives.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = fileURLToPath(new URL("../.parley/samples", import.meta.url));
rmSync(data, { recursive: true, force: true });
for (const args of [["add", "samples", "--quiet"], ["incidents"], ["initiatives"]]) {
  const { status } = spawnSync(process.execPath, ["dist/cli.js", ...args, "--data", data], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
process.stderr.write(`
The store is in .parley/samples. Look further, with an id from above:
  node dist/cli.js show ID --data .parley/samples
  node dist/cli.js timeline --party AFG --party PAK --data .parley/samples
`);
