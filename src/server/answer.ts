import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import type { z } from "zod";
import { problems, refuseBadInput } from "./problem.js";

/** Deeply readonly data, as the record gives it. */
export type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/** What is given is readonly, what is parsed is not; the JSON is the same. */
export const asJson = <T>(value: Given<T>): T => value as T;

/** JSON that was written elsewhere, as the answer of a route whose schema it fits; it is not parsed only to be written again. */
export const writtenJson = <T>(c: Context, json: string | Uint8Array<ArrayBuffer>) =>
  c.body(json, 200, { "content-type": "application/json" }) as unknown as TypedResponse<T, 200, "json">;

/** An app of routes for one resource. */
export const resource = () => new OpenAPIHono({ defaultHook: refuseBadInput });

/** A route that answers 200 with JSON of this schema, or with a problem. */
export function jsonRoute<
  const P extends string,
  S extends z.ZodType,
  const R extends NonNullable<RouteConfig["request"]> = Record<never, never>,
>(route: {
  readonly path: P;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly request?: R;
  readonly answer: S;
}) {
  const { answer, tag, request, ...rest } = route;
  return createRoute({
    method: "get",
    ...rest,
    tags: [tag],
    request: request as R,
    responses: {
      200: { description: route.summary, content: { "application/json": { schema: answer } } },
      ...problems,
    },
  });
}
