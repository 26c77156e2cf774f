import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/**
 * The thread that holds the embedded database, whose calls block. It speaks PostgreSQL's wire protocol by messages: bytes in,
 * bytes out, in order; `close` shuts the database down cleanly.
 */
export type ToDatabase = { readonly kind: "bytes"; readonly bytes: Uint8Array } | { readonly kind: "close" };
export type FromDatabase =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "closed" };

const port = parentPort;
if (!port) throw new Error("pglite-thread is started by embedded-connection, not by itself");
const say = (message: FromDatabase) => port.postMessage(message);

/** Its default is a gigabyte of log beside a few megabytes of data; used where the folder is made from nothing. */
const WAL = ["max_wal_size=64MB", "min_wal_size=32MB"];

const { folder } = workerData as { folder: string };
let database: PGlite | null = null;
let turn: Promise<void> = Promise.resolve();

try {
  database = await PGlite.create({ dataDir: folder, postgresqlconf: WAL });
  say({ kind: "ready" });
} catch (error) {
  say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}

port.on("message", (message: ToDatabase) => {
  turn = turn.then(async () => {
    if (message.kind === "close") {
      await database?.close();
      say({ kind: "closed" });
      port.close();
      return;
    }
    try {
      // the stream form, since the other keeps every answer that it has ever parsed
      const parts: Uint8Array[] = [];
      await database!.execProtocolRawStream(message.bytes, {
        onRawData: (part) => void parts.push(part.slice()),
      });
      say({ kind: "bytes", bytes: Buffer.concat(parts) });
    } catch (error) {
      say({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  });
});
