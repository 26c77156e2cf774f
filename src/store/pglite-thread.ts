import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/**
 * The thread that holds the embedded database, whose calls block. It speaks PostgreSQL's wire protocol by messages: bytes in,
 * bytes out, in order for each client; `close` shuts the database down cleanly. The database has one session, which clients
 * share: whoever is in a transaction has it alone until that ends, while the questions of the others wait here.
 */
export type ToDatabase =
  | { readonly kind: "bytes"; readonly client: number; readonly bytes: Uint8Array }
  /** The client has ended; what it left open is taken back. */
  | { readonly kind: "gone"; readonly client: number }
  | { readonly kind: "close" };
export type FromDatabase =
  | { readonly kind: "ready" }
  /** `client` null: the database cannot be opened. */
  | { readonly kind: "failed"; readonly client: number | null; readonly message: string }
  | { readonly kind: "bytes"; readonly client: number; readonly bytes: Uint8Array }
  | { readonly kind: "closed" };

const port = parentPort;
if (!port) throw new Error("pglite-thread is started by embedded-connection, not by itself");
const say = (message: FromDatabase, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

/** Its default is a gigabyte of log beside a few megabytes of data; used where the folder is made from nothing. */
const WAL = ["max_wal_size=64MB", "min_wal_size=32MB"];

const { folder } = workerData as { folder: string };
let database: PGlite | null = null;
const waiting: ToDatabase[] = [];
/** The client that has the session to itself. */
let holder: number | null = null;
let isWorking = false;

try {
  database = await PGlite.create({ dataDir: folder, postgresqlconf: WAL });
  say({ kind: "ready" });
} catch (error) {
  say({ kind: "failed", client: null, message: messageOf(error) });
}

port.on("message", (message: ToDatabase) => {
  waiting.push(message);
  void work();
});

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let next = takeNext(); next; next = takeNext()) await handle(next);
  isWorking = false;
}

/** The first message that may have its turn: of the holder alone, where there is one. */
function takeNext(): ToDatabase | undefined {
  const k = waiting.findIndex((m) => holder === null || m.kind === "close" || m.client === holder);
  return k === -1 ? undefined : waiting.splice(k, 1)[0];
}

async function handle(message: ToDatabase): Promise<void> {
  if (message.kind === "close") {
    await database?.close();
    say({ kind: "closed" });
    port!.close();
    return;
  }
  const { client } = message;
  try {
    if (message.kind === "gone") {
      if (holder === client) await answerTo(ROLLBACK);
      holder = null;
      return;
    }
    const bytes = await answerTo(message.bytes);
    holder = leavesFree(bytes) ? null : client;
    say({ kind: "bytes", client, bytes }, [bytes.buffer]);
  } catch (error) {
    say({ kind: "failed", client, message: messageOf(error) });
  }
}

async function answerTo(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  // the stream form, since the other keeps every answer that it has ever parsed
  const parts: Uint8Array[] = [];
  await database!.execProtocolRawStream(bytes, { onRawData: (part) => void parts.push(part.slice()) });
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether an answer ends in ReadyForQuery outside a transaction: Z, its length of 5, I. */
function leavesFree(answer: Uint8Array): boolean {
  const end = answer.subarray(-6);
  return end[0] === 0x5a && end[4] === 5 && end[5] === 0x49;
}

/** The simple query "rollback". */
const ROLLBACK = Uint8Array.from(Buffer.from("Q\0\0\0\rrollback\0", "latin1"));

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
