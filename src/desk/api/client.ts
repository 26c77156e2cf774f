import type { ExtractSchema } from "hono/types";
import type { DocumentsRequest, Problem, RulingRequest } from "../../formats/desk-json.js";
import type { Api } from "../../server/app.js";
import { type Search, stringifySearch } from "./filters.js";
import { ApiProblem, UNREACHABLE } from "./problem.js";

/** The server's routes with what they answer: a path that it does not have does not compile. */
type Routes = ExtractSchema<Api>;
type Paths<M extends string> = { [P in keyof Routes]: M extends keyof Routes[P] ? P : never }[keyof Routes] &
  string;
type Answer<P extends keyof Routes, M extends keyof Routes[P]> =
  Extract<Routes[P][M], { status: 200 | 201 | 202 }> extends { output: infer O } ? O : never;
/** Paths that name one thing. */
type OneOf<P extends string> = P extends `${string}/:${string}` ? P : never;

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers: { accept: "application/json", ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(UNREACHABLE);
  }
  if (answer.ok) return (await answer.json()) as T;
  const problem = (await answer.json().catch(() => null)) as Problem | null;
  throw new ApiProblem(
    problem ?? { ...UNREACHABLE, status: answer.status, detail: `The server answered ${answer.status}.` },
  );
}

const get =
  <P extends Exclude<Paths<"$get">, OneOf<Paths<"$get">>>>(path: P) =>
  (search: Search = {}, signal?: AbortSignal) =>
    ask<Answer<P, "$get">>(path + stringifySearch(search), signal ? { signal } : {});

const getOne =
  <P extends OneOf<Paths<"$get">>>(path: P) =>
  (id: string) =>
    ask<Answer<P, "$get">>(path.replace(/:\w+/, encodeURIComponent(id)));

const post = <P extends Paths<"$post">>(path: P, body: unknown) =>
  ask<Answer<P, "$post">>(path, {
    method: "POST",
    body: body instanceof FormData ? body : JSON.stringify(body),
    headers: body instanceof FormData ? {} : { "content-type": "application/json" },
  });

/** Everything that the desk asks of the server. Each throws ApiProblem. */
export const api = {
  status: get("/api/status"),
  parties: get("/api/parties"),
  conflicts: get("/api/conflicts"),
  incidents: get("/api/incidents"),
  incident: getOne("/api/incidents/:id"),
  why: getOne("/api/incidents/:id/why"),
  reports: get("/api/reports"),
  report: getOne("/api/reports/:hash"),
  reportIncidents: getOne("/api/reports/:hash/incidents"),
  unread: get("/api/unread"),
  situation: get("/api/situation"),
  diplomacy: get("/api/diplomacy"),
  sources: get("/api/sources"),
  map: get("/api/map"),
  review: get("/api/review"),
  rulings: get("/api/rulings"),
  search: get("/api/search"),
  batch: getOne("/api/batches/:id"),
  rule: (ruling: RulingRequest) => post("/api/rulings", ruling),
  addDocuments: (documents: DocumentsRequest | FormData) => post("/api/documents", documents),
  /** Where an export is fetched from; the browser saves it. */
  exportAddress: (what: string, search: Search) => `/api/export/${what}${stringifySearch(search)}`,
};
