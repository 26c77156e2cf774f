import { spawn } from "node:child_process";
import { isLoopback } from "../server/guard.js";
import { serveDesk } from "../server/serve.js";
import { ExitCode, UsageError } from "./exit.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

export interface ServeOptionsOfCommand extends StoreOptionsOfCommand {
  readonly port: string;
  readonly host: string;
  readonly open?: boolean;
}

/** Serves the desk until it is ended. @returns 0 */
export async function serveCommand(options: ServeOptionsOfCommand): Promise<number> {
  const port = Number(options.port);
  if (!/^\d{1,5}$/.test(options.port) || port > 65_535)
    throw new UsageError(`--port ${options.port} is no port.`, "Give a number from 0 to 65535.");
  if (!isLoopback(options.host))
    throw new UsageError(
      `--host ${options.host} would open the desk to others, and there are no accounts yet.`,
      "Use 127.0.0.1, ::1 or localhost; a tunnel (ssh -L) or a proxy that asks who comes in leads there from elsewhere.",
    );
  return withStore({ ...options, creates: true }, async (store) => {
    const ended = signalled();
    const desk = await serveDesk(store, { host: options.host, port, log });
    process.stderr.write(`Parley's desk: ${desk.address}\n`);
    if (options.open) openBrowser(desk.address);
    await ended;
    await desk.close();
    return ExitCode.ok;
  });
}

function log(error: unknown): void {
  process.stderr.write(`parley: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
}

/** Settles at the first signal to end; the second ends at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let isEnding = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => {
        if (isEnding) process.exit(130);
        isEnding = true;
        process.stderr.write("parley: ends after the document at hand; once more ends at once.\n");
        resolve();
      });
  });
}

/** Opens the system's browser where there is one to be seen. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", '""', address]
        : ["xdg-open", address];
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) return;
  const browser = spawn(command!, args, { stdio: "ignore", detached: true });
  browser.on("error", () => {});
  browser.unref();
}
