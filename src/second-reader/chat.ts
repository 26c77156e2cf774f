import { Agent, type Dispatcher, request } from "undici";
import type { Endpoint } from "./endpoint.js";
import { ANSWER_SCHEMA, type ChatMessage } from "./prompt.js";
import { NoSecondReading, type ReadOnce } from "./reading.js";

/** The form of answer that is asked for. */
export type AnswerForm = ReadOnce["form"];

export interface ChatOptions {
  /** Sent as a bearer token, and nowhere else. */
  readonly key: string | null;
  /** For one request and its answer. */
  readonly timeoutMs?: number;
  /** Of an answer. */
  readonly maxBytes?: number;
  /** Lets time pass before a request is made again. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Conversations with one endpoint. What it understands is kept from one request to the next. */
export interface Chat {
  /** What the model wrote. Throws NoSecondReading. */
  readonly ask: (messages: readonly ChatMessage[]) => Promise<{ content: string; form: AnswerForm }>;
  readonly close: () => Promise<void>;
}

export const TIMEOUT_MS = 120_000;
const MAX_BYTES = 2_000_000;
const RETRIES = 3;
const FIRST_WAIT_MS = 1000;
/** Who asks for more patience than this gets none. */
const MAX_WAIT_MS = 60_000;

/**
 * From the strictest form of answer to none; the last leaves out what some hosted models refuse. An endpoint that does not
 * understand one is asked for the next; llama-cpp-python and others answer 500 to a schema that they do not know.
 */
const FORMS: readonly { readonly form: AnswerForm; readonly body: object }[] = [
  {
    form: "json_schema",
    body: {
      temperature: 0,
      seed: 1,
      response_format: {
        type: "json_schema",
        json_schema: { name: "claims", strict: true, schema: ANSWER_SCHEMA },
      },
    },
  },
  { form: "json_object", body: { temperature: 0, seed: 1, response_format: { type: "json_object" } } },
  { form: "text", body: { temperature: 0, seed: 1 } },
  { form: "text", body: {} },
];
const NOT_UNDERSTOOD = new Set([400, 422, 500, 501]);

export function openChat(endpoint: Endpoint, options: ChatOptions): Chat {
  const agent = new Agent({ connections: 1, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  let known = 0;
  return {
    ask: async (messages) => {
      const patience = { retries: RETRIES };
      for (let k = known; ; k += 1) {
        const { form, body } = FORMS[k]!;
        const answer = await post(
          endpoint,
          { model: endpoint.model, messages, ...body, stream: false },
          agent,
          patience,
          options,
        );
        if (answer.status === 200) {
          known = k;
          return { content: contentOf(answer.text, endpoint), form };
        }
        if (!NOT_UNDERSTOOD.has(answer.status) || k === FORMS.length - 1)
          throw statusProblem(answer.status, endpoint, options.key !== null);
      }
    },
    close: () => agent.destroy(),
  };
}

interface Answer {
  readonly status: number;
  /** The body of an answer with status 200; of others nothing is read: it can repeat the key. */
  readonly text: string;
}

/** Posts once, and again where the endpoint is busy or breaks off, as often as patience is left. */
async function post(
  endpoint: Endpoint,
  body: object,
  dispatcher: Dispatcher,
  patience: { retries: number },
  { key, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, wait = sleep }: ChatOptions,
): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const signal = AbortSignal.timeout(timeoutMs);
    let pauseMs = FIRST_WAIT_MS * 2 ** tries;
    const isLast = patience.retries === 0;
    try {
      const response = await request(endpoint.url, {
        dispatcher,
        signal,
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
      });
      // a body that is destroyed unread says so by an error, which is nobody's
      response.body.on("error", () => {});
      const status = response.statusCode;
      if (status === 200) return { status, text: await textOf(response, maxBytes, endpoint) };
      response.body.destroy();
      if (status >= 300 && status < 400)
        throw new NoSecondReading(
          "redirect",
          `${endpoint.host} sends the request elsewhere, where it is not followed: it carries the text and the key.`,
        );
      if (isLast || !(status === 429 || status >= 500)) return { status, text: "" };
      pauseMs = retryAfterMs(response) ?? pauseMs;
      if (pauseMs > MAX_WAIT_MS)
        throw new NoSecondReading(
          "status",
          `${endpoint.host} answers with status ${status} and asks to wait ${Math.ceil(pauseMs / 1000)} seconds.`,
        );
    } catch (error) {
      if (error instanceof NoSecondReading) throw error;
      if (signal.aborted)
        throw new NoSecondReading(
          "timeout",
          `${endpoint.host} gave no whole answer within ${timeoutMs / 1000} seconds.`,
        );
      const code = codeOf(error);
      if (isLast || !BROKEN_OFF.has(code))
        throw new NoSecondReading("unreachable", `${endpoint.host} cannot be reached (${code}).`);
    }
    patience.retries -= 1;
    await wait(pauseMs);
  }
}

const BROKEN_OFF = new Set(["ECONNRESET", "UND_ERR_SOCKET"]);

/** The system's code of what went wrong; never its message, which can hold what was sent. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first && /^[A-Z][A-Z0-9_]{2,40}$/.test(String(first.code))
    ? String(first.code)
    : "unknown error";
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Retry-After in seconds or as a date; null where it says nothing. */
function retryAfterMs(response: Dispatcher.ResponseData): number | null {
  const header = [response.headers["retry-after"]].flat()[0]?.trim() ?? "";
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

async function textOf(
  response: Dispatcher.ResponseData,
  maxBytes: number,
  { host }: Endpoint,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk as Buffer);
    size += chunk.length;
    if (size > maxBytes) {
      response.body.destroy();
      throw new NoSecondReading("too-large", `${host} answers with more than ${maxBytes / 1e6} MB.`);
    }
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The words of the first choice, in either of the forms that endpoints give them. */
function contentOf(text: string, { host }: Endpoint): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new NoSecondReading("no-answer", `${host} answers with what is no chat completion.`);
  }
  const message = at(at(at(body, "choices"), 0), "message");
  const content = at(message, "content");
  const words = Array.isArray(content) ? content.map((part) => at(part, "text")).join("") : content;
  if (typeof words !== "string" || words.trim() === "")
    throw new NoSecondReading(
      "no-answer",
      `${host} answers with ${typeof at(message, "refusal") === "string" ? "a refusal" : "no words"}.`,
    );
  return words;
}

const at = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;

function statusProblem(status: number, { host, model }: Endpoint, hasKey: boolean): NoSecondReading {
  const why =
    status === 401 || status === 403
      ? hasKey
        ? ": it refuses the key"
        : ": it asks for a key (PARLEY_SECOND_READER_KEY)"
      : status === 404
        ? `: no such address, or no model ${model}`
        : status === 429
          ? ": too many requests"
          : status === 400 || status === 422
            ? ": it does not take the request"
            : "";
  return new NoSecondReading("status", `${host} answers with status ${status}${why}.`);
}
