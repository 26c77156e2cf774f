import { createHash } from "node:crypto";
import { readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { CodedReport } from "../coding/coded-report.js";
import { loadReader } from "../data/load-reader.js";
import { bandRowsOf, signatureOf } from "../record/near-duplicates.js";
import { bodyOf } from "../sources/body.js";
import { UnreadableDocument } from "../sources/errors.js";
import type { ReadReply, ReadRequest } from "./reader-pool.js";

/** The thread that reads documents: one at a time, each answered with its record or with why it could not be read. */
const port = parentPort;
if (!port) throw new Error("reader-thread is started by reader-pool, not by itself");
stepBack();
const reader = await loadReader();
port.on("message", (request: ReadRequest) => port.postMessage(answer(request)));
port.postMessage({ kind: "ready" } satisfies ReadReply);

/** In steps of the system's scale, of which the last is 19: enough to give way, not so much that nothing is read. */
const STEP = 15;

/** Reading waits where others want the processor: those who look at the record, and what is read being recorded. */
function stepBack(): void {
  if (process.platform !== "linux") return;
  try {
    // Linux schedules threads by themselves, under ids of their own
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    setPriority(thread, Math.min(19, getPriority() + STEP));
  } catch {
    // where it is not allowed reading goes on as it is
  }
}

function answer({ job, bytes, hints }: ReadRequest): ReadReply {
  try {
    const { coded } = reader.traceBytes(bytes, hints);
    const signature = signatureOf(bodyOf(coded.report));
    return {
      kind: "read",
      job,
      read: { hash: reportHash(coded), coded, signature, bands: bandRowsOf(signature) },
    };
  } catch (error) {
    const known = error instanceof UnreadableDocument;
    return {
      kind: "unread",
      job,
      code: known ? error.code : "reader-failed",
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

/** A report's identity: 32 hexadecimal digits of the SHA-256 of its normalised text. */
function reportHash(coded: CodedReport): string {
  return createHash("sha256").update(coded.report.text).digest("hex").slice(0, 32);
}
