import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { type Problem, problemSchema } from "../formats/desk-json.js";
import { StoreError } from "../store/errors.js";

/** What keeps a request from being answered; sent as a problem. `code` is stable and explained in docs/errors.md. */
export class RequestProblem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "RequestProblem";
  }
}

export const badRequest = (message: string, hint: string) =>
  new RequestProblem(400, "bad-request", message, hint);
export const notFound = (message: string, hint: string) =>
  new RequestProblem(404, "not-found", message, hint);

const TITLES: Readonly<Record<string, string>> = {
  "bad-request": "The request is not in form",
  "not-found": "There is no such thing",
  refused: "The request is refused",
  "too-large": "The request is too large",
  "ruling-target": "The ruling does not fit the record",
  internal: "Something went wrong here",
};

/** The answer for what went wrong; what is not known is told to `log`, and to nobody else. */
export function problemOf(error: unknown, log: (error: unknown) => void): Problem {
  const of = (status: number, code: string, detail: string, hint: string): Problem => ({
    type: `urn:parley:problem:${code}`,
    title: TITLES[code] ?? "The request cannot be answered",
    status,
    code,
    detail,
    hint,
  });
  if (error instanceof RequestProblem) return of(error.status, error.code, error.message, error.hint);
  if (error instanceof StoreError)
    return of(error.code === "ruling-target" ? 422 : 503, error.code, error.message, error.hint);
  log(error);
  return of(
    500,
    "internal",
    "An error that is a mistake of ours; what was stored before stands.",
    "Try again; the terminal in which the desk runs has the details.",
  );
}

/** A problem as an answer (RFC 9457). */
export const problemResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });

/** What the routes do with a request that is not in form. */
export function refuseBadInput(
  result: { readonly success: true } | { readonly success: false; readonly error: z.ZodError },
  _c: Context,
): undefined {
  if (result.success) return;
  const issue = innermost(result.error.issues[0]!);
  const at = issue.path.join(".");
  throw badRequest(
    `${at === "" ? "" : `${at}: `}${issue.message}.`.replace(/\.\.$/, "."),
    "/openapi.json says what each route takes.",
  );
}

/** Of a value that may have several forms, what is wrong with the first of them. */
function innermost(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): z.core.$ZodIssue {
  const path = [...above, ...issue.path];
  const within = issue.code === "invalid_union" ? issue.errors[0]?.[0] : undefined;
  return within ? innermost(within, path) : { ...issue, path };
}

/** For the answers of a route: every failure is a problem. */
export const problems = {
  "4XX": {
    description: "The request cannot be answered as it is; the problem says what to write instead",
    content: { "application/problem+json": { schema: problemSchema } },
  },
  "5XX": {
    description: "The store cannot be used, or a mistake of ours",
    content: { "application/problem+json": { schema: problemSchema } },
  },
} as const;
