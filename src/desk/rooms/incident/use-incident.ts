import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.js";

// what is on the page belongs to one incident, one report: nothing of another stands in for it
const OWN = { placeholderData: () => undefined };

export const useIncident = (id: string) =>
  useQuery({ queryKey: ["incident", id], queryFn: () => api.incident(id), ...OWN });

/** Fetched when it is asked for. */
export const useWhy = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ["incident", id, "why"], queryFn: () => api.why(id), enabled, ...OWN });

export const useReport = (hash: string) =>
  useQuery({ queryKey: ["report", hash], queryFn: () => api.report(hash), ...OWN });
