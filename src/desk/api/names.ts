import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { sourceLabel } from "../../formats/record-labels.js";
import { api } from "./client.js";

/** A party's name for its code; the code itself until names are there, or where it has none. */
export function useNameOf(): (code: string) => string {
  const { data } = useQuery({
    queryKey: ["parties"],
    queryFn: ({ signal }) => api.parties({}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const names = useMemo(() => new Map(data?.parties.map((p) => [p.code, p.name])), [data]);
  return useCallback((code) => names.get(code) ?? code, [names]);
}

/** Who says it: a party's name, a sort of speaker, or the outlets in their own voice. */
export function useSourceLabel(): (source: string | null) => string {
  const nameOf = useNameOf();
  return useCallback((source) => sourceLabel(source, { nameOf }), [nameOf]);
}
