import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/client.js";
import type { Search } from "../../api/filters.js";

const PAGE = 100;

/** Reports that a filter lets through, fetched as the list is scrolled; those of the filter before stay until the new ones come. */
export function useReports(filter: Search) {
  const query = useInfiniteQuery({
    queryKey: ["reports", filter],
    queryFn: ({ pageParam, signal }) =>
      api.reports({ ...filter, limit: String(PAGE), offset: String(pageParam) }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, reports, total }) =>
      reports.length > 0 && offset + reports.length < total ? offset + reports.length : undefined,
    placeholderData: keepPreviousData,
  });
  // a report that came in meanwhile pushes others onto the next page: none is listed twice
  const reports = useMemo(
    () => [...new Map((query.data?.pages ?? []).flatMap((p) => p.reports).map((r) => [r.hash, r])).values()],
    [query.data],
  );
  return { query, reports, total: query.data?.pages.at(-1)?.total ?? 0 };
}

/** Documents that could not be read. */
export const useUnread = () =>
  useQuery({ queryKey: ["unread"], queryFn: ({ signal }) => api.unread({}, signal) });

/** Outlets of the record, those with most reports first. */
export function useOutlets(): readonly string[] {
  const { data } = useQuery({
    queryKey: ["sources", {}],
    queryFn: ({ signal }) => api.sources({}, signal),
    staleTime: 5 * 60_000,
  });
  return useMemo(() => (data?.outlets ?? []).flatMap((o) => o.outlet ?? []), [data]);
}
