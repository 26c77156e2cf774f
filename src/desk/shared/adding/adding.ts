import { useEffect, useSyncExternalStore } from "react";
import type { Batch, Live, Problem } from "../../../formats/desk-json.js";
import { api } from "../../api/client.js";
import { useLive } from "../../api/live.js";
import { problemOf } from "../../api/problem.js";
import { showToast } from "../toasts.js";
import { tallyOf, tallyWords, withDocument } from "./batches.js";
import {
  type Draft,
  EMPTY_DRAFT,
  type OfferedFile,
  type Part,
  partsOf,
  withFiles,
  withoutPart,
} from "./draft.js";

/** A file that can be sent. */
export interface WholeFile extends OfferedFile {
  readonly file: File;
}

/**
 * Documents on their way in. It lives outside the dialog, so that the dialog can be closed while reading goes on, and knows its
 * batches again after a reload.
 */
export interface Adding {
  /** What the dialog shows: what is put together, or what became of it. */
  readonly view: "draft" | "batches";
  readonly draft: Draft<WholeFile>;
  /** Of one go: those sent before everything of it was read. */
  readonly batches: readonly Batch[];
  /** Documents sent and to be sent, while they are. */
  readonly sending: { readonly sent: number; readonly of: number } | null;
  /** Why the last of them could not be sent; what was not sent is in the draft. */
  readonly problem: Problem | null;
  /** Whether what became of the batches has been told. */
  readonly told: boolean;
}

const KEY = "parley.batches";
/** How often the server is asked, where it has told nothing by itself for so long. */
const ASK_MS = 2000;

let state: Adding = {
  view: "draft",
  draft: EMPTY_DRAFT,
  batches: [],
  sending: null,
  problem: null,
  told: true,
};
const watchers = new Set<() => void>();
const set = (patch: Partial<Adding>) => {
  state = { ...state, ...patch };
  for (const w of watchers) w();
};

const store = {
  subscribe: (w: () => void) => {
    watchers.add(w);
    return () => void watchers.delete(w);
  },
  read: () => state,
};
export const useAdding = (): Adding => useSyncExternalStore(store.subscribe, store.read);

export const isReading = (a: Adding): boolean => a.sending !== null || a.batches.some((b) => !b.done);

export function showView(view: Adding["view"]): void {
  set({ view });
}

export function changeDraft(patch: Partial<Draft<WholeFile>>): void {
  set({ draft: { ...state.draft, ...patch }, problem: null });
}

/** Puts files into the draft; `leftOut`: so many files of folders were of no kind that is read. */
export function offerFiles(files: readonly WholeFile[], leftOut = 0): void {
  set({ draft: withFiles(state.draft, files, leftOut), problem: null, view: "draft" });
}

/** Sends the draft, part by part; what the server has taken leaves the draft. */
export async function sendDraft(): Promise<void> {
  if (state.sending) return;
  const parts = partsOf(state.draft);
  const of = parts.reduce((sum, p) => sum + p.documents.length, 0);
  if (of === 0) return;
  const before = isReading(state) ? state.batches : [];
  set({
    view: "batches",
    sending: { sent: 0, of },
    batches: before,
    problem: null,
    told: false,
    draft: { ...state.draft, leftOut: 0 },
  });
  let sent = 0;
  for (const part of parts) {
    try {
      const batch = await api.addDocuments(
        part.kind === "json" ? { documents: part.documents } : formOf(part),
      );
      sent += part.documents.length;
      heardAt = Date.now();
      set({
        batches: [...state.batches, early(batch)],
        draft: withoutPart(state.draft, part),
        sending: { sent, of },
      });
      keep();
    } catch (error) {
      set({ sending: null, problem: problemOf(error), view: "draft" });
      tellWhenDone();
      return;
    }
  }
  set({ sending: null, draft: { ...state.draft, published: "" } });
  tellWhenDone();
}

function formOf({ documents, published }: Extract<Part<WholeFile>, { kind: "files" }>): FormData {
  const form = new FormData();
  for (const { name, file } of documents) form.append("file", file, name);
  if (published !== "") form.append("published", published);
  return form;
}

/** When the server last told of a batch. */
let heardAt = 0;
/** Events on a batch can be there before the answer that names it. */
let unplaced: Extract<Live, { kind: "document" }>[] = [];
const MOST_UNPLACED = 2000;

const early = (batch: Batch): Batch => {
  const found = unplaced.reduce(withDocument, batch);
  unplaced = [];
  return found;
};

function onLive(event: Live): void {
  if (event.kind !== "document") return;
  const at = state.batches.findIndex((b) => b.batch === event.batch);
  if (at === -1) {
    if (state.sending && unplaced.length < MOST_UNPLACED) unplaced.push(event);
    return;
  }
  heardAt = Date.now();
  const batch = withDocument(state.batches[at]!, event);
  set({ batches: state.batches.with(at, batch) });
  if (batch.documents.every((d) => d.state !== "waiting")) void ask(batch.batch);
}

/** The server's own word on a batch. */
async function ask(id: string): Promise<void> {
  heardAt = Date.now();
  try {
    const batch = await api.batch(id);
    set({ batches: state.batches.map((b) => (b.batch === id ? batch : b)) });
    tellWhenDone();
  } catch (error) {
    // that the server cannot be reached is told by the shell; it is asked again
    if (problemOf(error).status === 404) forget();
  }
}

/** A server that was started anew knows no batch of before, and reads on what it had taken in. */
function forget(): void {
  const known = state.batches.filter((b) => b.done);
  if (known.length === state.batches.length) return;
  set({ batches: known });
  keep();
  showToast(
    "The desk's server was started anew. What it had taken in is read all the same; Reports shows what is there.",
  );
}

function tellWhenDone(): void {
  if (isReading(state) || state.told) return;
  const tally = tallyOf(state.batches);
  set({ told: true });
  keep();
  if (tally.total === 0) return;
  const show = () => {
    showView("batches");
    onShow?.();
  };
  if (!isShown) showToast(`${tallyWords(tally)}.`, { action: { label: "Show", run: show } });
}

/** Whether the dialog is open, which tells by itself, and what opens it. */
let isShown = false;
let onShow: (() => void) | null = null;
export function useShown(): void {
  useEffect(() => {
    isShown = true;
    return () => {
      isShown = false;
      if (!isReading(state)) showView("draft");
    };
  }, []);
}

/** Keeps an eye on what is being read, wherever one is in the desk. For the shell, once. */
export function useFollowing(show: () => void): void {
  useLive(onLive);
  useEffect(() => {
    onShow = show;
  }, [show]);
  useEffect(() => {
    void resume();
    const timer = window.setInterval(() => {
      // batches are read in turn: it is the first that has something to tell
      const first = state.batches.find((b) => !b.done);
      if (first && Date.now() - heardAt >= ASK_MS) void ask(first.batch);
    }, ASK_MS);
    return () => window.clearInterval(timer);
  }, []);
}

/** Notes the batches, so that a reload of the page finds them again. */
function keep(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ids: state.batches.map((b) => b.batch), told: state.told }));
  } catch {
    // a browser that keeps nothing forgets them with the page
  }
}

let isResumed = false;
async function resume(): Promise<void> {
  if (isResumed) return;
  isResumed = true;
  const { ids, told } = kept();
  const found = await Promise.all(ids.map((id) => api.batch(id).catch(() => null)));
  const batches = found.filter((b) => b !== null);
  if (batches.length === 0) return;
  const isOver = batches.every((b) => b.done);
  set({
    batches: [...batches, ...state.batches],
    told: told && state.told,
    ...(isOver ? {} : { view: "batches" as const }),
  });
  tellWhenDone();
}

function kept(): { readonly ids: readonly string[]; readonly told: boolean } {
  try {
    const { ids, told } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as {
      ids?: unknown;
      told?: unknown;
    };
    return { ids: Array.isArray(ids) ? ids.map(String) : [], told: told !== false };
  } catch {
    return { ids: [], told: true };
  }
}
