import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { IncidentPage } from "../../../formats/desk-json.js";
import { api } from "../../api/client.js";
import type { Search } from "../../api/filters.js";
import { pagesOf } from "./row-words.js";

type Listing = IncidentPage["incidents"][number];

const PAGE = 100;

const dataOf = (results: readonly { readonly data: IncidentPage | undefined }[]) =>
  results.map((r) => r.data);

/**
 * All incidents of a filter as a list with holes: only the pages in view are fetched, so that its end is as near as its beginning,
 * and a change of the record fetches no more than what is on the page.
 */
export function useIncidentList(search: Search) {
  const [near, setNear] = useState<readonly number[]>([0]);
  const page = (n: number) => ({
    queryKey: ["incidents", search, n],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.incidents({ ...search, limit: String(PAGE), offset: String(n * PAGE) }, signal),
  });
  // the first page says how many there are; while another filter's is fetched, the one before stays
  const first = useQuery(page(0));
  const total = first.data?.total ?? 0;
  const wanted = near.filter((n) => n > 0 && n * PAGE < total);
  const others = useQueries({
    queries: wanted.map((n) => ({ ...page(n), placeholderData: () => undefined })),
    combine: dataOf,
  });
  const rows = useMemo(() => {
    const list: (Listing | undefined)[] = new Array(total);
    for (const p of [first.data, ...others])
      p?.incidents.forEach((incident, k) => {
        if (p.offset + k < total) list[p.offset + k] = incident;
      });
    return list;
  }, [first.data, others, total]);
  const onRange = useCallback((from: number, to: number) => {
    const pages = pagesOf(from, to, PAGE);
    setNear((before) => (before.join() === pages.join() ? before : pages));
  }, []);
  return { first, rows, onRange };
}
