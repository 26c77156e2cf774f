import ipaddr from "ipaddr.js";
import { addressLiteral } from "../sources/public-address.js";

/** The environment variable that holds the key. There is no option for it: an option stands in the list of processes. */
export const KEY_VARIABLE = "PARLEY_SECOND_READER_KEY";

/** Where a second reader is asked. Only `model` and `host` are ever shown: the rest of an address can hold a secret. */
export interface Endpoint {
  /** The address of chat completions. */
  readonly url: URL;
  readonly model: string;
  /** Name and port. */
  readonly host: string;
  /** Whether it is this machine, so that the text stays on it. */
  readonly isLocal: boolean;
}

/** Thrown for a reader that cannot be asked; the message repeats nothing of the address but its host. */
export class EndpointError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "EndpointError";
  }
}

const FORM =
  "Write it as openai-compatible:URL#model, such as openai-compatible:http://127.0.0.1:11434/v1#llama3.1:8b.";
const SCHEME = "openai-compatible:";
const MAX_MODEL = 200;

/**
 * Reads `openai-compatible:URL#model`. The URL is the API's base ("…/v1") or its chat completions.
 *
 * @throws EndpointError
 */
export function parseEndpoint(text: string): Endpoint {
  if (!text.startsWith(SCHEME)) throw new EndpointError("The second reader is of no known kind.", FORM);
  const rest = text.slice(SCHEME.length);
  const hash = rest.indexOf("#");
  const model = hash < 0 ? "" : rest.slice(hash + 1).trim();
  if (model === "") throw new EndpointError("The second reader names no model.", FORM);
  if (model.length > MAX_MODEL || !/^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(model))
    throw new EndpointError("The second reader's model is no name.", FORM);
  let url: URL;
  try {
    url = new URL(rest.slice(0, hash));
  } catch {
    throw new EndpointError("The second reader's address is not well formed.", FORM);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new EndpointError(`The second reader is asked over http or https, not ${url.protocol}`, FORM);
  if (url.username !== "" || url.password !== "")
    throw new EndpointError(
      `The second reader's address at ${url.host} holds a user name or password, which others can see in the list of processes.`,
      `Leave it out; a key goes into the environment variable ${KEY_VARIABLE}.`,
    );
  const path = url.pathname.replace(/\/+$/, "");
  url.pathname = path.endsWith("/chat/completions") ? path : `${path}/chat/completions`;
  return { url, model, host: url.host, isLocal: isLoopback(url.hostname) };
}

/** The key as a header can carry it, or null where there is none. Throws EndpointError, which does not repeat it. */
export function keyOf(value: string | undefined): string | null {
  const key = value?.trim() ?? "";
  if (key === "") return null;
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new EndpointError(
      `${KEY_VARIABLE} holds what is no key.`,
      "A key is one word of plain characters.",
    );
  return key;
}

function isLoopback(hostname: string): boolean {
  const literal = addressLiteral(hostname);
  if (literal !== null) return ipaddr.parse(literal).range() === "loopback";
  return hostname === "localhost" || hostname.endsWith(".localhost");
}
