import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.js";
import type { Filters, Search } from "../../api/filters.js";

/** Who speaks and who carries it, under the filters that this room has. */
export function useSources({ conflict, party, from, to }: Filters) {
  const search: Search = { conflict, party, from, to };
  return useQuery({
    queryKey: ["sources", search],
    queryFn: ({ signal }) => api.sources(search, signal),
  });
}
