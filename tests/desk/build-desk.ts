import { spawnSync } from "node:child_process";
import { packageRoot } from "../../src/data/package-root.js";

/** The tests look at what is shipped: the built command line and desk. */
export default function setup(): void {
  if (process.env.PARLEY_DESK_BUILT) return;
  const built = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: packageRoot(),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (built.status !== 0) throw new Error("npm run build failed");
}
