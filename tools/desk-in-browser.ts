/** The built desk on a store of its own, in a Chromium: for the desk's tests, screenshots and measurements. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { packageRoot } from "../src/data/package-root.js";

export interface RunningDesk {
  /** Where it is served, without a slash at the end. */
  readonly address: string;
  readonly data: string;
  readonly close: () => Promise<void>;
}

const CLI = join(packageRoot(), "dist", "cli.js");

/**
 * Serves a store. What is given is added first, to a store that goes when the desk is closed.
 *
 * @param given paths to add to a new store; or the data directory of one that is there, which stays
 */
export async function serveDesk(
  given: { readonly add: readonly string[] } | { readonly data: string },
): Promise<RunningDesk> {
  const data = "data" in given ? given.data : mkdtempSync(join(tmpdir(), "parley-desk-"));
  if ("add" in given && given.add.length > 0) {
    const added = spawnSync(process.execPath, [CLI, "add", ...given.add, "--quiet", "--data", data], {
      cwd: packageRoot(),
      encoding: "utf8",
    });
    if (added.status !== 0) throw new Error(`the store could not be made: ${added.stderr}`);
  }
  const server = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data", data], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await addressOf(server);
  return {
    address,
    data,
    close: async () => {
      if (server.exitCode === null) {
        const gone = new Promise((resolve) => server.once("exit", resolve));
        server.kill("SIGTERM");
        await gone;
      }
      if ("add" in given) rmSync(data, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr!.on("data", (chunk) => {
      said += chunk;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.once("exit", (code) => reject(new Error(`parley serve ended with ${code}: ${said}`)));
  });
}

/** A Chromium: PARLEY_CHROMIUM, else Debian's. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.PARLEY_CHROMIUM ?? "/usr/bin/chromium",
    // as root, in a container, Chromium has no sandbox to go into
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
