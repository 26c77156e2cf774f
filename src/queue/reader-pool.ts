import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { CodedReport } from "../coding/coded-report.js";
import type { ReadHints } from "../data/load-reader.js";
import type { BandRow } from "../record/near-duplicates.js";
import { startThread } from "../store/start-thread.js";

export interface ReadRequest {
  readonly job: number;
  readonly bytes: Uint8Array;
  readonly hints: ReadHints;
}

/** A document as it was read: its report's identity, its record, and its signature for finding copies. */
export interface ReadDocument {
  readonly hash: string;
  readonly coded: CodedReport;
  readonly signature: Uint32Array;
  readonly bands: readonly BandRow[];
}

export type ReadReply =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly job: number; readonly read: ReadDocument }
  | { readonly kind: "unread"; readonly job: number; readonly code: string; readonly message: string };

/** Why a document could not be read. */
export interface ReadProblem {
  readonly code: string;
  readonly message: string;
}

/** Reads documents on threads of their own, so that the thread that answers people stays free. */
export interface ReaderPool {
  readonly size: number;
  /** Never rejects for a document: what cannot be read comes back as a problem. Rejects where the pool is closed. */
  read(bytes: Uint8Array, hints: ReadHints): Promise<ReadDocument | ReadProblem>;
  close(): Promise<void>;
}

interface Job {
  readonly request: ReadRequest;
  readonly resolve: (result: ReadDocument | ReadProblem) => void;
  readonly reject: (error: Error) => void;
}

interface Reader {
  worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** A document on which a thread works longer than this is given up, and its thread ended. */
const LONGEST_MS = 120_000;

/** Threads that read where nothing is said: one for each core but one, at least one. */
const usualSize = () => Math.max(1, availableParallelism() - 1);

/** Readers that start with the first document. */
export function lazyReaderPool(size = usualSize()): ReaderPool {
  let pool: ReaderPool | null = null;
  let closed = false;
  return {
    size,
    read: async (bytes, hints) => {
      if (closed) throw closing();
      pool ??= startReaderPool(size);
      return pool.read(bytes, hints);
    },
    close: async () => {
      closed = true;
      await pool?.close();
    },
  };
}

const closing = () => new Error("Reading was ended.");

/**
 * Starts readers; each loads the models once (about a second). Threads that die are replaced, and the document that each
 * worked on is reported as a problem.
 *
 * @param size threads
 */
export function startReaderPool(size = usualSize(), longestMs = LONGEST_MS): ReaderPool {
  const waiting: Job[] = [];
  const readers: Reader[] = [];
  let nextJob = 0;
  let closed = false;
  let failedStarts = 0;

  const start = (reader: Reader) => {
    const worker = startThread("reader-thread", import.meta.url);
    reader.worker = worker;
    reader.ready = false;
    worker.on("message", (reply: ReadReply) => {
      if (reply.kind === "ready") {
        reader.ready = true;
        failedStarts = 0;
      } else {
        const job = take(reader);
        job?.resolve(reply.kind === "read" ? reply.read : { code: reply.code, message: reply.message });
      }
      next(reader);
    });
    worker.on("error", (error) => lost(reader, worker, `the reader stopped: ${error.message}`));
    worker.on("exit", () => lost(reader, worker, "the reader stopped"));
  };

  const lost = (reader: Reader, worker: Worker, message: string) => {
    if (closed || reader.worker !== worker) return;
    const started = reader.ready;
    take(reader)?.resolve({ code: "reader-failed", message });
    if (!started) failedStarts += 1;
    if (failedStarts > 3) {
      // reading itself is broken: every document would end here
      for (const job of waiting.splice(0)) job.reject(new Error(`Documents cannot be read: ${message}.`));
      return;
    }
    start(reader);
  };

  const take = (reader: Reader): Job | null => {
    if (reader.timer) clearTimeout(reader.timer);
    const { job } = reader;
    reader.job = null;
    reader.timer = null;
    return job;
  };

  const next = (reader: Reader) => {
    if (!reader.ready || reader.job) return;
    const job = waiting.shift();
    if (!job) return;
    reader.job = job;
    reader.timer = setTimeout(() => {
      const { worker } = reader;
      lost(
        reader,
        worker,
        `reading took longer than ${Math.round(longestMs / 1000)} seconds and was given up`,
      );
      void worker.terminate();
    }, longestMs);
    reader.worker.postMessage(job.request);
  };

  for (let k = 0; k < size; k += 1) {
    const reader = { ready: false, job: null, timer: null } as unknown as Reader;
    readers.push(reader);
    start(reader);
  }
  return {
    size,
    read: (bytes, hints) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closing());
        waiting.push({ request: { job: nextJob++, bytes, hints }, resolve, reject });
        for (const reader of readers) next(reader);
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(closing());
      for (const reader of readers) take(reader)?.reject(closing());
      await Promise.all(readers.map((r) => r.worker.terminate()));
    },
  };
}
