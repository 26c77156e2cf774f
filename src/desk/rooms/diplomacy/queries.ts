import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.js";
import type { Search } from "../../api/filters.js";

/** What narrows this room; other rooms' filters say nothing about diplomacy. */
const NARROWING = ["conflict", "party", "from", "to", "place", "verdict", "act"] as const;

/** Initiatives and ceasefires, with the reports that tell of them. */
export function useDiplomacy(search: Search) {
  const asked = Object.fromEntries(
    NARROWING.flatMap((n) => (search[n] === undefined ? [] : [[n, search[n]]])),
  ) as Search;
  return useQuery({
    queryKey: ["diplomacy", asked],
    queryFn: ({ signal }) => api.diplomacy(asked, signal),
  });
}
