import type { ContentfulStatusCode } from "hono/utils/http-status";
import { StoreError } from "../store/errors.js";
import { RequestProblem } from "./problem.js";

/** An error as it goes from one thread to another, in which it must be the same error. */
export type SentError =
  | {
      readonly kind: "request";
      readonly status: ContentfulStatusCode;
      readonly code: string;
      readonly message: string;
      readonly hint: string;
    }
  | {
      readonly kind: "store";
      readonly code: StoreError["code"];
      readonly message: string;
      readonly hint: string;
    }
  | { readonly kind: "other"; readonly message: string; readonly stack: string | undefined };

export function sentOf(error: unknown): SentError {
  if (error instanceof RequestProblem) {
    const { status, code, message, hint } = error;
    return { kind: "request", status, code, message, hint };
  }
  if (error instanceof StoreError) {
    const { code, message, hint } = error;
    return { kind: "store", code, message, hint };
  }
  if (error instanceof Error) return { kind: "other", message: error.message, stack: error.stack };
  return { kind: "other", message: String(error), stack: undefined };
}

export function errorOf(sent: SentError): Error {
  switch (sent.kind) {
    case "request":
      return new RequestProblem(sent.status, sent.code, sent.message, sent.hint);
    case "store":
      return new StoreError(sent.code, sent.message, sent.hint);
    case "other":
      return Object.assign(new Error(sent.message), sent.stack === undefined ? {} : { stack: sent.stack });
  }
}
