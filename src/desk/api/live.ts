import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { Live } from "../../formats/desk-json.js";

type Listener = (event: Live) => void;

const listeners = new Set<Listener>();
let stream: EventSource | null = null;
let isOpen = true;
const watchers = new Set<() => void>();

function listen(): void {
  if (stream) return;
  stream = new EventSource("/api/live");
  const set = (open: boolean) => {
    if (isOpen === open) return;
    isOpen = open;
    for (const w of watchers) w();
  };
  stream.onopen = () => set(true);
  // the browser tries again by itself
  stream.onerror = () => set(false);
  for (const kind of ["record", "document"] as const)
    stream.addEventListener(kind, (e) => {
      const event = JSON.parse((e as MessageEvent<string>).data) as Live;
      for (const l of listeners) l(event);
    });
}

/** Calls back for whatever the server tells; `listener` should be stable. */
export function useLive(listener: Listener): void {
  useEffect(() => {
    listen();
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [listener]);
}

/** Whether the server can be heard. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(
    (w) => {
      watchers.add(w);
      return () => watchers.delete(w);
    },
    () => isOpen,
  );
}

const CALM_MS = 700;

/** Fetches anew what is on the page when the record changes; changes that come fast are taken together. */
export function useRecordChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    let waiting: number | null = null;
    const listener: Listener = (event) => {
      if (event.kind !== "record" || waiting !== null) return;
      waiting = window.setTimeout(() => {
        waiting = null;
        void client.invalidateQueries();
      }, CALM_MS);
    };
    listen();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (waiting !== null) window.clearTimeout(waiting);
    };
  }, [client]);
}
