import type { Worker } from "node:worker_threads";
import type { Store } from "../store/open-store.js";
import { startThread } from "../store/start-thread.js";
import { RequestProblem } from "./problem.js";
import type { ExportFormat, ExportName, ExportScope } from "./rooms/exports.js";
import type { RoomName, RoomQuestion } from "./rooms/rooms.js";
import { errorOf, type SentError } from "./sent-error.js";

export type RoomRequest = { readonly id: number } & (
  | { readonly kind: "room"; readonly room: RoomName; readonly question: unknown }
  /** Begins an export, whose pieces are then asked for by its request's id. */
  | {
      readonly kind: "export";
      readonly what: ExportName;
      readonly format: ExportFormat;
      readonly scope: ExportScope;
    }
  | { readonly kind: "next"; readonly of: number }
  | { readonly kind: "end"; readonly of: number }
);
/** `bytes` null: an export has no more. */
export type RoomReply = { readonly id: number } & (
  | { readonly bytes: JsonBytes | null }
  | { readonly error: SentError }
);

/** Text in UTF-8: it goes from the thread that made it to the socket as it is. */
export type JsonBytes = Uint8Array<ArrayBuffer>;

export const parsedJson = <T>(bytes: JsonBytes): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/**
 * Makes rooms and exports in a thread of its own, with its own connection to the database: over a large record they take long, and
 * whoever asks for something else meanwhile is not to wait.
 */
export interface RoomMaker {
  /** A room as JSON. Throws what its making throws, and a problem where the thread has ended meanwhile. */
  readonly make: <W extends RoomName>(room: W, question: RoomQuestion<W>) => Promise<JsonBytes>;
  /** An export piece by piece, each made when it is asked for. */
  readonly pieces: (
    what: ExportName,
    format: ExportFormat,
    scope: ExportScope,
  ) => AsyncGenerator<JsonBytes, void>;
  readonly close: () => Promise<void>;
}

export interface RoomMakerOptions {
  readonly store: Pick<Store, "share">;
  /** Takes what a thread ended with. */
  readonly log: (error: unknown) => void;
  /** Told of each thread that starts. */
  readonly started?: (thread: Worker) => void;
}

/**
 * The thread starts with the first question, and anew with the next one after it has ended. It keeps the process alive only while
 * an answer is awaited.
 */
export function openRooms({ store, log, started }: RoomMakerOptions): RoomMaker {
  const awaited = new Map<
    number,
    { resolve: (bytes: JsonBytes | null) => void; reject: (error: Error) => void }
  >();
  let thread: Worker | null = null;
  let requests = 0;
  let isClosed = false;

  const start = (): Worker => {
    const shared = store.share();
    const worker = startThread("room-thread", import.meta.url, {
      workerData: { shared },
      transferList: shared.kind === "embedded" ? [shared.port] : [],
    });
    worker.on("message", (reply: RoomReply) => {
      const request = awaited.get(reply.id);
      awaited.delete(reply.id);
      if (awaited.size === 0) worker.unref();
      if ("error" in reply) request?.reject(errorOf(reply.error));
      else request?.resolve(reply.bytes);
    });
    worker.on("error", log);
    worker.on("exit", () => {
      thread = null;
      for (const request of awaited.values()) request.reject(ended());
      awaited.clear();
    });
    started?.(worker);
    return worker;
  };

  const send = (request: RoomRequest) => {
    if (isClosed) throw new Error("The desk is closed.");
    thread ??= start();
    thread.postMessage(request);
    return thread;
  };
  const ask = (request: RoomRequest) =>
    new Promise<JsonBytes | null>((resolve, reject) => {
      send(request).ref();
      awaited.set(request.id, { resolve, reject });
    });

  return {
    make: async (room, question) => (await ask({ id: requests++, kind: "room", room, question }))!,
    pieces: async function* (what, format, scope) {
      const of = requests++;
      const begun = send({ id: of, kind: "export", what, format, scope });
      try {
        for (;;) {
          // another thread knows nothing of it
          if (thread !== begun) throw ended();
          const bytes = await ask({ id: requests++, kind: "next", of });
          if (bytes === null) return;
          yield bytes;
        }
      } finally {
        if (thread === begun && !isClosed) send({ id: requests++, kind: "end", of });
      }
    },
    close: async () => {
      isClosed = true;
      await thread?.terminate();
    },
  };
}

const ended = () =>
  new RequestProblem(
    503,
    "room-ended",
    "What makes this has ended in the middle of it, and starts anew.",
    "Try again; where it ends again, ask for less, by parties or days.",
  );
