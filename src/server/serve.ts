import type { AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import manifest from "../../package.json" with { type: "json" };
import { packageRoot } from "../data/package-root.js";
import type { Store } from "../store/open-store.js";
import { makeAdding } from "./adding.js";
import { makeApp } from "./app.js";
import { makeCached } from "./cached.js";
import { makeChanges } from "./changes.js";
import type { ServerContext } from "./context.js";
import { loadPartyNames } from "./party-names.js";
import { openRooms } from "./room-maker.js";
import { makeTraffic } from "./traffic.js";
import { warmUp } from "./warm-up.js";

/** What keeps the desk from being served; `code` is stable and explained in docs/errors.md. */
export class ServeError extends Error {
  constructor(
    readonly code: "port-busy" | "port-refused",
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "ServeError";
  }
}

export interface ServeOptions {
  /** A name of this machine for itself: there are no accounts yet. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Takes errors that are mistakes of ours. */
  readonly log: (error: unknown) => void;
  /** Opens the guard against private addresses. For tests against a server on this machine, and for nothing else. */
  readonly allowPrivate?: boolean;
}

export interface ServedDesk {
  /** `http://127.0.0.1:7878/`. */
  readonly address: string;
  /** Answers nobody any more, ends streams and finishes the document at hand; the store stays open. */
  readonly close: () => Promise<void>;
}

/** How long closing waits for answers that are under way. */
const GRACE_MS = 5_000;

/**
 * Serves a store's record and the desk, and goes on reading what an earlier run left.
 *
 * @throws ServeError
 */
export async function serveDesk(store: Store, options: ServeOptions): Promise<ServedDesk> {
  const closing = new AbortController();
  const { context, adding } = makeContext(store, { ...options, closing: closing.signal });
  let port: number | null = null;
  const app = makeApp(context, { desk: join(packageRoot(), "dist", "desk"), port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch });
  port = await listen(server, options);
  const host = options.host.includes(":") ? `[${options.host.replace(/[[\]]/g, "")}]` : options.host;
  const address = `http://${host}:${port}/`;
  store.answersAt(address);
  adding.resume();
  void warmUp(context);
  let ended: Promise<void> | null = null;
  const close = async () => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    closing.abort();
    const timer = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), GRACE_MS);
    await Promise.all([stopped, adding.close()]);
    clearTimeout(timer);
    await context.rooms.close();
  };
  return {
    address,
    close: () => {
      ended ??= close();
      return ended;
    },
  };
}

/** What routes work with, for a store. */
export function makeContext(
  store: Store,
  options: Pick<ServeOptions, "log" | "allowPrivate"> & { readonly closing: AbortSignal },
): { context: ServerContext; adding: ServerContext["adding"] } {
  const changes = makeChanges();
  const now = () => new Date().toISOString();
  const traffic = makeTraffic();
  const adding = makeAdding({ store, changes, now, isAsked: traffic.isBusy, ...options });
  const context: ServerContext = {
    ...loadPartyNames(),
    store,
    version: manifest.version,
    changes,
    cached: makeCached(changes),
    rooms: openRooms({ store, log: options.log }),
    adding,
    traffic,
    who: userInfo().username,
    now,
    closing: options.closing,
    log: options.log,
  };
  return { context, adding };
}

function listen(server: ServerType, { host, port }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new ServeError(
              "port-busy",
              `Port ${port} is taken by another program.`,
              "Name another with --port; 0 takes a free one.",
              { cause: error },
            )
          : new ServeError(
              "port-refused",
              `${host}:${port} cannot be listened on (${error.code ?? error.message}).`,
              "Name another port, above 1023, with --port.",
              { cause: error },
            ),
      ),
    );
    server.listen(port, host.replace(/[[\]]/g, ""), () => resolve((server.address() as AddressInfo).port));
  });
}
