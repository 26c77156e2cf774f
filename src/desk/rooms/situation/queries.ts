import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client.js";
import type { Filters, Search } from "../../api/filters.js";
import { allSeen, type Visits, visitNow } from "./visit.js";

export const useSituation = (filters: Filters, enabled = true) =>
  useQuery({
    queryKey: ["situation", filters],
    queryFn: ({ signal }) => api.situation(filters as Search, signal),
    enabled,
  });

export const useConflicts = () =>
  useQuery({ queryKey: ["conflicts"], queryFn: ({ signal }) => api.conflicts({}, signal) });

export const useStatus = () =>
  useQuery({ queryKey: ["status"], queryFn: ({ signal }) => api.status({}, signal) });

/** Incidents of the selection to which reports seen since then added something; nothing is asked on a first visit. */
export const useNewSince = (filters: Filters, since: string | null, limit: number) => {
  const search = { ...filters, since: since ?? undefined, limit: String(limit) } as Search;
  return useQuery({
    queryKey: ["incidents", search],
    queryFn: ({ signal }) => api.incidents(search, signal),
    enabled: since !== null,
  });
};

/** One incident whole, for who gives which figure; shared with its room. */
export const useIncidentDetail = (id: string) =>
  useQuery({
    queryKey: ["incident", id],
    queryFn: () => api.incident(id),
    placeholderData: () => undefined,
  });

const KEY = "parley.visits";

/** When this browser's reader was last here, and a way to say that all is seen. */
export function useVisits(): [Visits, () => void] {
  const [visits, setVisits] = useState(() => visitNow(kept(), new Date().toISOString()));
  useEffect(() => {
    const keep = () => {
      try {
        localStorage.setItem(KEY, JSON.stringify({ ...visits, last: new Date().toISOString() }));
      } catch {
        // private windows may keep nothing: the next visit is a first one again
      }
    };
    keep();
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      window.removeEventListener("pagehide", keep);
    };
  }, [visits]);
  return [visits, () => setVisits(allSeen(new Date().toISOString()))];
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
