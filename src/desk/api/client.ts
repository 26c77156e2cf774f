import type {
  Batch,
  Conflicts,
  DiplomacyRoom,
  DocumentsRequest,
  Found,
  IncidentMap,
  IncidentPage,
  IncidentRoom,
  MadeRuling,
  Parties,
  Problem,
  ReportIncidents,
  ReportPage,
  ReportRoom,
  Review,
  RulingPage,
  RulingRequest,
  Situation,
  SourcesRoom,
  Status,
  UnreadDocuments,
  Why,
} from "../../formats/desk-json.js";
import { type Search, stringifySearch } from "./filters.js";
import { ApiProblem, UNREACHABLE } from "./problem.js";

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
  <T>(path: string) =>
  (search: Search = {}, signal?: AbortSignal) =>
    ask<T>(path + stringifySearch(search), signal ? { signal } : {});

const post = <T>(path: string, body: unknown) =>
  ask<T>(path, {
    method: "POST",
    body: body instanceof FormData ? body : JSON.stringify(body),
    headers: body instanceof FormData ? {} : { "content-type": "application/json" },
  });

const one = encodeURIComponent;

/** Everything that the desk asks of the server. Each throws ApiProblem. */
export const api = {
  status: get<Status>("/api/status"),
  parties: get<Parties>("/api/parties"),
  conflicts: get<Conflicts>("/api/conflicts"),
  incidents: get<IncidentPage>("/api/incidents"),
  incident: (id: string) => get<IncidentRoom>(`/api/incidents/${one(id)}`)(),
  why: (id: string) => get<Why>(`/api/incidents/${one(id)}/why`)(),
  reports: get<ReportPage>("/api/reports"),
  reportIncidents: (hash: string) => get<ReportIncidents>(`/api/reports/${one(hash)}/incidents`)(),
  report: (hash: string) => get<ReportRoom>(`/api/reports/${one(hash)}`)(),
  unread: get<UnreadDocuments>("/api/unread"),
  situation: get<Situation>("/api/situation"),
  diplomacy: get<DiplomacyRoom>("/api/diplomacy"),
  sources: get<SourcesRoom>("/api/sources"),
  map: get<IncidentMap>("/api/map"),
  review: get<Review>("/api/review"),
  rulings: get<RulingPage>("/api/rulings"),
  search: get<Found>("/api/search"),
  batch: (id: string) => get<Batch>(`/api/batches/${one(id)}`)(),
  rule: (ruling: RulingRequest) => post<MadeRuling>("/api/rulings", ruling),
  addDocuments: (documents: DocumentsRequest | FormData) => post<Batch>("/api/documents", documents),
  /** Where an export is fetched from; the browser saves it. */
  exportAddress: (what: string, search: Search) => `/api/export/${what}${stringifySearch(search)}`,
};
