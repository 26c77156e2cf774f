import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/**
 * The thread that holds the embedded database, whose calls block. It speaks PostgreSQL's wire protocol by messages: bytes in,
 * bytes out, in order for each client; `close` shuts the database down cleanly. Clients sit in the thread that opened the
 * database and in others, each of which has a line of its own. The database has one session, which all clients share: whoever is
 * in a transaction has it alone until that ends, while the questions of the others wait here; else they are answered in the order
 * in which they come, whatever the line.
 */
export type ToDatabase =
  | { readonly kind: "bytes"; readonly client: number; readonly bytes: Uint8Array }
  /** The client has ended; what it left open is taken back. */
  | { readonly kind: "gone"; readonly client: number }
  /** A line for another thread. */
  | { readonly kind: "line"; readonly port: MessagePort }
  | { readonly kind: "close" };
export type FromDatabase =
  | { readonly kind: "ready" }
  | { readonly kind: "unopened"; readonly message: string }
  | { readonly kind: "failed"; readonly client: number; readonly message: string }
  | { readonly kind: "bytes"; readonly client: number; readonly bytes: Uint8Array }
  | { readonly kind: "closed" };

const opener = parentPort;
if (!opener) throw new Error("pglite-thread is started by embedded-connection, not by itself");
const say = (line: MessagePort, message: FromDatabase, transfer: ArrayBuffer[] = []) =>
  line.postMessage(message, transfer);

/** Its default is a gigabyte of log beside a few megabytes of data; used where the folder is made from nothing. */
const WAL = ["max_wal_size=64MB", "min_wal_size=32MB"];

const { folder } = workerData as { folder: string };
let database: PGlite | null = null;
/** What came, and on which line. `client` null: all of that line. */
interface Waiting {
  readonly line: MessagePort;
  readonly client: number | null;
  readonly task: "close" | "gone" | Uint8Array;
}
const waiting: Waiting[] = [];
/** The client that has the session to itself. */
let holder: { readonly line: MessagePort; readonly client: number } | null = null;
let isWorking = false;
let answers = 0;

try {
  database = await PGlite.create({ dataDir: folder, postgresqlconf: WAL });
  say(opener, { kind: "ready" });
} catch (error) {
  say(opener, { kind: "unopened", message: messageOf(error) });
}

listenTo(opener);

function listenTo(line: MessagePort): void {
  line.on("message", (message: ToDatabase) => {
    if (message.kind === "line") listenTo(message.port);
    else if (message.kind === "close") put({ line, client: null, task: "close" });
    else put({ line, client: message.client, task: message.kind === "gone" ? "gone" : message.bytes });
  });
  // its thread has ended
  line.on("close", () => put({ line, client: null, task: "gone" }));
}

function put(next: Waiting): void {
  waiting.push(next);
  void work();
}

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let next = takeNext(); next; next = takeNext()) await handle(next);
  isWorking = false;
}

/** The first that may have its turn: of the holder alone, where there is one. */
function takeNext(): Waiting | undefined {
  const k = waiting.findIndex((w) => holder === null || w.task === "close" || isOf(holder, w));
  return k === -1 ? undefined : waiting.splice(k, 1)[0];
}

const isOf = (client: NonNullable<typeof holder>, w: Waiting) =>
  w.line === client.line && (w.client === null || w.client === client.client);

async function handle({ line, client, task }: Waiting): Promise<void> {
  if (task === "close") {
    await database?.close();
    say(opener!, { kind: "closed" });
    opener!.close();
    return;
  }
  try {
    if (task === "gone") {
      if (holder) await answerTo(ROLLBACK);
      holder = null;
      return;
    }
    const bytes = await answerTo(task);
    holder = leavesFree(bytes) ? null : { line, client: client! };
    say(line, { kind: "bytes", client: client!, bytes }, [bytes.buffer]);
    answers++;
    if (holder === null && answers >= ANSWERS_BETWEEN_CHECKS) {
      answers = 0;
      await answerTo(CHECKPOINT);
    }
  } catch (error) {
    if (client !== null) say(line, { kind: "failed", client, message: messageOf(error) });
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

const ROLLBACK = simpleQuery("rollback");

/**
 * A database of one process has nobody who makes checkpoints by the way: without one its log grows until it is closed, and what is
 * left after a crash takes as long to be read again.
 */
const CHECKPOINT = simpleQuery(`do $$ begin
  if (select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > 256 * 1048576 from pg_control_checkpoint()) then
    execute 'checkpoint';
  end if;
end $$`);
const ANSWERS_BETWEEN_CHECKS = 256;

/** The message of a simple query. @see PostgreSQL, "Message Formats": Q, its length with itself, the text, a zero */
function simpleQuery(text: string): Uint8Array {
  const message = Buffer.from(`Q\0\0\0\0${text}\0`, "latin1");
  message.writeInt32BE(message.length - 1, 1);
  return Uint8Array.from(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
