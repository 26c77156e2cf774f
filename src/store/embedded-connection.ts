import { Duplex } from "node:stream";
import type { Worker } from "node:worker_threads";
import { StoreError } from "./errors.js";
import type { FromDatabase, ToDatabase } from "./pglite-thread.js";
import { startThread } from "./start-thread.js";

/** The embedded database in its thread, as a stream that a PostgreSQL client can use in place of a socket. */
export interface EmbeddedDatabase {
  /** For a client's `stream` option. Clients share one session: see pglite-thread. */
  readonly stream: () => Duplex;
  readonly close: () => Promise<void>;
}

/** Opens the database folder. The caller holds the store's lock: PGlite itself lets two openers lose each other's rows. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const worker = startThread("pglite-thread", import.meta.url, { workerData: { folder } });
  const streams = new Map<number, WireStream>();
  const endAll = (error: Error) => {
    for (const stream of streams.values()) stream.destroy(error);
  };
  let opened = 0;
  let closing: Promise<void> | null = null;
  let ended = false;
  const state: { closed: () => void } = { closed: () => {} };
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: FromDatabase) => {
      if (message.kind === "ready") resolve();
      else if (message.kind === "closed") state.closed();
      else if (message.kind === "bytes") streams.get(message.client)?.receive(message.bytes);
      else if (message.client !== null) streams.get(message.client)?.destroy(new Error(message.message));
      else
        reject(
          new StoreError(
            "store-damaged",
            `${folder}: the database cannot be opened (${message.message}).`,
            "Run `parley doctor`; `parley rebuild` makes it anew from the originals and rulings.",
          ),
        );
    });
    worker.on("error", (error) => {
      endAll(error);
      reject(error);
    });
    // without an error too, when its memory is exhausted: what waits for an answer must hear of it
    worker.on("exit", (code) => {
      ended = true;
      state.closed();
      const error = new Error(`the thread of the embedded database has ended (code ${code})`);
      if (!closing) endAll(error);
      reject(error);
    });
  });
  worker.unref();
  return {
    stream: () => {
      const client = opened++;
      const stream = new WireStream(worker, client);
      streams.set(client, stream);
      stream.once("close", () => streams.delete(client));
      return stream;
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

/** Bytes of PostgreSQL's wire protocol to and from the thread. Has the methods of a socket that the client calls. */
class WireStream extends Duplex {
  private pending = 0;

  constructor(
    private readonly worker: Worker,
    private readonly client: number,
  ) {
    super();
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  /** The thread keeps the process alive only while an answer is awaited. */
  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  receive(bytes: Uint8Array): void {
    this.pending -= 1;
    if (this.pending === 0) awaited(this.worker, -1);
    if (bytes.length > 0) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  private send(bytes: Uint8Array): void {
    // X is the client's goodbye, which would end the one session that the database has
    if (bytes.length === 5 && bytes[0] === 0x58) return;
    if (this.pending === 0) awaited(this.worker, 1);
    this.pending += 1;
    const own = new Uint8Array(bytes);
    const message: ToDatabase = { kind: "bytes", client: this.client, bytes: own };
    this.worker.postMessage(message, [own.buffer]);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.send(chunk);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.send(Buffer.concat(chunks.map((c) => c.chunk)));
    done();
  }

  override _read(): void {}

  /** As a socket whose other end closes in answer. */
  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.pending > 0) awaited(this.worker, -1);
    this.pending = 0;
    this.worker.postMessage({ kind: "gone", client: this.client } satisfies ToDatabase);
    done(error);
  }
}

const awaiting = new WeakMap<Worker, number>();

/** Counts the clients that await an answer: the thread keeps the process alive only for them. */
function awaited(worker: Worker, by: 1 | -1): void {
  const before = awaiting.get(worker) ?? 0;
  awaiting.set(worker, before + by);
  if (before + by === 0) worker.unref();
  else if (before === 0) worker.ref();
}
