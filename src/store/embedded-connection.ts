import type { Duplex } from "node:stream";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { StoreError } from "./errors.js";
import type { FromDatabase, ToDatabase } from "./pglite-thread.js";
import { startThread } from "./start-thread.js";
import { openWire } from "./wire.js";

/** The embedded database in its thread, as a stream that a PostgreSQL client can use in place of a socket. */
export interface EmbeddedDatabase {
  /** For a client's `stream` option. Clients share one session: see pglite-thread. */
  readonly stream: () => Duplex;
  /** A line of its own to the database, for clients in another thread: see `connectEmbedded`. */
  readonly share: () => MessagePort;
  readonly close: () => Promise<void>;
}

const ENDED = "the thread of the embedded database has ended";

/** Opens the database folder. The caller holds the store's lock: PGlite itself lets two openers lose each other's rows. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const worker = startThread("pglite-thread", import.meta.url, { workerData: { folder } });
  const wire = openWire(worker);
  let closing: Promise<void> | null = null;
  let ended = false;
  const state: { closed: () => void } = { closed: () => {} };
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: FromDatabase) => {
      if (message.kind === "ready") resolve();
      else if (message.kind === "closed") state.closed();
      else if (message.kind === "unopened")
        reject(
          new StoreError(
            "store-damaged",
            `${folder}: the database cannot be opened (${message.message}).`,
            "Run `parley doctor`; `parley rebuild` makes it anew from the originals and rulings.",
          ),
        );
      else wire.take(message);
    });
    worker.on("error", (error) => {
      wire.end(error);
      reject(error);
    });
    // without an error too, when its memory is exhausted: what waits for an answer must hear of it
    worker.on("exit", (code) => {
      ended = true;
      state.closed();
      const error = new Error(`${ENDED} (code ${code})`);
      if (!closing) wire.end(error);
      reject(error);
    });
  });
  worker.unref();
  return {
    stream: wire.stream,
    share: () => {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ kind: "line", port: port1 } satisfies ToDatabase, [port1]);
      return port2;
    },
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        if (ended) return resolve();
        worker.ref();
        state.closed = resolve;
        worker.postMessage({ kind: "close" } satisfies ToDatabase);
      }).then(async () => {
        await worker.terminate();
      });
      return closing;
    },
  };
}

/** Clients of the embedded database in another thread than the one that opened it, over the port that this one was given. */
export function connectEmbedded(port: MessagePort): Pick<EmbeddedDatabase, "stream" | "close"> {
  const wire = openWire(port);
  port.on("message", wire.take);
  port.on("close", () => wire.end(new Error(ENDED)));
  // listening holds the process, which only an awaited answer should
  port.unref();
  return { stream: wire.stream, close: async () => port.close() };
}
