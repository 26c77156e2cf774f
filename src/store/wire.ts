import { Duplex } from "node:stream";
import type { MessagePort, Worker } from "node:worker_threads";
import type { FromDatabase, ToDatabase } from "./pglite-thread.js";

/** A line to the thread of the embedded database: its own, or a port that it was given for another thread. */
export type Line = Worker | MessagePort;

export interface Wire {
  /** In place of a socket, for a client's `stream` option. Clients share one session: see pglite-thread. */
  readonly stream: () => Duplex;
  /** Hands what came for a client to it. */
  readonly take: (message: Extract<FromDatabase, { readonly client: number }>) => void;
  /** Ends all clients: what waits for an answer must hear that none will come. */
  readonly end: (error: Error) => void;
}

/** Clients at the near end of a line, which keeps the process alive only while an answer is awaited. */
export function openWire(line: Line): Wire {
  const streams = new Map<number, WireStream>();
  let opened = 0;
  let awaited = 0;
  const counts = (by: 1 | -1) => {
    awaited += by;
    if (awaited === 0) line.unref();
    else if (awaited === 1) line.ref();
  };
  return {
    stream: () => {
      const client = opened++;
      const stream = new WireStream({
        send: (bytes) =>
          line.postMessage({ kind: "bytes", client, bytes } satisfies ToDatabase, [bytes.buffer]),
        gone: () => line.postMessage({ kind: "gone", client } satisfies ToDatabase),
        counts,
      });
      streams.set(client, stream);
      stream.once("close", () => streams.delete(client));
      return stream;
    },
    take: (message) => {
      const stream = streams.get(message.client);
      if (message.kind === "bytes") stream?.receive(message.bytes);
      else stream?.destroy(new Error(message.message));
    },
    end: (error) => {
      for (const stream of streams.values()) stream.destroy(error);
    },
  };
}

interface WireEnds {
  readonly send: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly gone: () => void;
  /** Told when a client begins to await answers, and when it awaits none any more. */
  readonly counts: (by: 1 | -1) => void;
}

/** Bytes of PostgreSQL's wire protocol to and from the thread. Has the methods of a socket that the client calls. */
class WireStream extends Duplex {
  private pending = 0;

  constructor(private readonly ends: WireEnds) {
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

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  receive(bytes: Uint8Array): void {
    this.pending -= 1;
    if (this.pending === 0) this.ends.counts(-1);
    if (bytes.length > 0) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  private send(bytes: Uint8Array): void {
    // X is the client's goodbye, which would end the one session that the database has
    if (bytes.length === 5 && bytes[0] === 0x58) return;
    if (this.pending === 0) this.ends.counts(1);
    this.pending += 1;
    this.ends.send(new Uint8Array(bytes));
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
    if (this.pending > 0) this.ends.counts(-1);
    this.pending = 0;
    this.ends.gone();
    done(error);
  }
}
