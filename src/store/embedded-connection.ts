import { Duplex } from "node:stream";
import type { Worker } from "node:worker_threads";
import { StoreError } from "./errors.js";
import type { FromDatabase, ToDatabase } from "./pglite-thread.js";
import { startThread } from "./start-thread.js";

/** The embedded database in its thread, as a stream that a PostgreSQL client can use in place of a socket. */
export interface EmbeddedDatabase {
  /** For the client's `stream` option; one at a time. */
  readonly stream: () => Duplex;
  readonly close: () => Promise<void>;
}

/** Opens the database folder. The caller holds the store's lock: PGlite itself lets two openers lose each other's rows. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const worker = startThread("pglite-thread", import.meta.url, { workerData: { folder } });
  let stream: WireStream | null = null;
  let closing: Promise<void> | null = null;
  let ended = false;
  const state: { closed: () => void } = { closed: () => {} };
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: FromDatabase) => {
      if (message.kind === "ready") resolve();
      else if (message.kind === "closed") state.closed();
      else if (message.kind === "bytes") stream?.receive(message.bytes);
      else if (stream) stream.destroy(new Error(message.message));
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
      stream?.destroy(error);
      reject(error);
    });
    // without an error too, when its memory is exhausted: what waits for an answer must hear of it
    worker.on("exit", (code) => {
      ended = true;
      state.closed();
      const error = new Error(`the thread of the embedded database has ended (code ${code})`);
      if (!closing) stream?.destroy(error);
      reject(error);
    });
  });
  worker.unref();
  return {
    stream: () => (stream = new WireStream(worker)),
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

  constructor(private readonly worker: Worker) {
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
    if (this.pending === 0) this.worker.unref();
    if (bytes.length > 0) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  private send(bytes: Uint8Array): void {
    // X is the client's goodbye, which would end the one session that the database has
    if (bytes.length === 5 && bytes[0] === 0x58) return;
    if (this.pending === 0) this.worker.ref();
    this.pending += 1;
    this.worker.postMessage({ kind: "bytes", bytes: new Uint8Array(bytes) } satisfies ToDatabase);
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
}
