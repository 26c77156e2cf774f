import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the stub had it. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly temperature?: number;
    readonly seed?: number;
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
  };
}

/** What it answers: `content` in a chat completion, or a body of its own; `hangs` never ends. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly body?: string;
  readonly hangs?: boolean;
}

/** In order, the last one for ever; or what a request makes of itself. */
export type Replies = readonly (Reply | ((seen: Seen) => Reply))[];

export interface StubEndpoint {
  readonly port: number;
  readonly reader: string;
  readonly seen: Seen[];
  readonly reply: (...replies: Replies) => void;
  readonly close: () => Promise<void>;
}

/** A chat-completions endpoint on this machine that says what a test tells it to. */
export async function openStub(): Promise<StubEndpoint> {
  const seen: Seen[] = [];
  let replies: Replies = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one: Seen = {
        path: request.url ?? "",
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
      };
      seen.push(one);
      const next = replies[Math.min(seen.length, replies.length) - 1] ?? {};
      const reply = typeof next === "function" ? next(one) : next;
      if (reply.hangs) return;
      response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
      response.end(reply.body ?? completion(reply.content ?? "{}"));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    reader: `openai-compatible:http://127.0.0.1:${port}/v1#small-model:8b`,
    seen,
    reply: (...list) => {
      seen.length = 0;
      replies = list;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const completion = (content: unknown) =>
  JSON.stringify({ choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }] });
