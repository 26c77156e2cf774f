import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { packageRoot } from "../../src/data/package-root.js";
import { addDocuments } from "../../src/queue/add.js";
import { type ReaderPool, startReaderPool } from "../../src/queue/reader-pool.js";
import { makeApp } from "../../src/server/app.js";
import type { ServerContext } from "../../src/server/context.js";
import { makeContext } from "../../src/server/serve.js";
import { openTemporaryStore, type TemporaryStore } from "../record/temporary-store.js";

/** The desk's server over a store of its own, asked without a socket. */
export interface TemporaryDesk {
  readonly temporary: TemporaryStore;
  readonly context: ServerContext;
  readonly app: ReturnType<typeof makeApp>;
  /** What was logged as a mistake of ours. */
  readonly logged: unknown[];
  /** Asks as a browser on this machine does; `init.headers` come on top. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The answer's JSON, held against its schema. */
  readonly get: <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const PORT = 7878;
const HOST = { host: `127.0.0.1:${PORT}` };

export async function openTemporaryDesk(
  samples: readonly string[] = [],
  desk = "/nowhere",
): Promise<TemporaryDesk> {
  const temporary = await openTemporaryStore();
  if (samples.length > 0) await addSamples(temporary, samples);
  const closing = new AbortController();
  const logged: unknown[] = [];
  const { context, adding } = makeContext(temporary.store, {
    log: (error) => void logged.push(error),
    allowPrivate: true,
    closing: closing.signal,
  });
  const app = makeApp(context, { desk, port: () => PORT });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...HOST, ...(init.headers as Record<string, string>) } });
  return {
    temporary,
    context,
    app,
    logged,
    ask,
    get: async (path, schema) => {
      const answer = await ask(path);
      const body = await answer.json();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
      return schema.parse(body);
    },
    post: (path, body) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    close: async () => {
      closing.abort();
      await adding.close();
      await context.rooms.close();
      await temporary.close();
    },
  };
}

async function addSamples({ store }: TemporaryStore, names: readonly string[]): Promise<void> {
  const pool: ReaderPool = startReaderPool(1);
  try {
    const documents = names.map((name) => ({
      name,
      bytes: new Uint8Array(readFileSync(join(packageRoot(), "samples", name))),
    }));
    await addDocuments(store, documents, { pool, now: () => "2026-01-01T00:00:00.000Z" });
  } finally {
    await pool.close();
  }
}
