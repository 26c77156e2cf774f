import { parentPort, workerData } from "node:worker_threads";
import { openShared, type SharedDatabase } from "../store/pools.js";
import { loadPartyNames } from "./party-names.js";
import type { RoomReply, RoomRequest } from "./room-maker.js";
import { EXPORT_MAKERS } from "./rooms/exports.js";
import type { RoomSource } from "./rooms/room.js";
import { ROOMS } from "./rooms/rooms.js";
import { sentOf } from "./sent-error.js";

/** The thread that makes rooms and exports, so that the thread that answers people stays free. */
const port = parentPort;
if (!port) throw new Error("room-thread is started by room-maker, not by itself");
const { shared } = workerData as { shared: SharedDatabase };
const of: RoomSource = { db: openShared(shared).db, nameOf: loadPartyNames().nameOf };
const encoder = new TextEncoder();
/** Exports that are being fetched piece by piece. */
const exports = new Map<number, AsyncIterator<string>>();

port.on("message", (request: RoomRequest) => {
  answer(request).then(
    (text) => {
      if (text === undefined) return;
      const bytes = text === null ? null : encoder.encode(text);
      port.postMessage(
        { id: request.id, bytes } satisfies RoomReply,
        bytes === null ? [] : [bytes.buffer as ArrayBuffer],
      );
    },
    (error: unknown) => port.postMessage({ id: request.id, error: sentOf(error) } satisfies RoomReply),
  );
});

/** @returns the text; null where an export has no more; undefined where nobody waits for an answer */
async function answer(request: RoomRequest): Promise<string | null | undefined> {
  switch (request.kind) {
    case "room":
      // which question belongs to which room is not in the types of messages
      return JSON.stringify(await ROOMS[request.room](of, request.question as never));
    case "export": {
      const { id, what, format, scope } = request;
      exports.set(id, EXPORT_MAKERS[what][format](of, scope)[Symbol.asyncIterator]());
      return undefined;
    }
    case "next": {
      const pieces = exports.get(request.of);
      const piece = await pieces?.next();
      return piece && !piece.done ? piece.value : null;
    }
    case "end":
      await exports.get(request.of)?.return?.();
      exports.delete(request.of);
      return undefined;
  }
}
