import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client.js";

/** How long typing rests before the server is asked. */
const REST_MS = 150;
/** Letters that a search has at most. */
export const MOST_LETTERS = 300;

/** What the server finds for words, asked when typing rests; what was found for the words before stays until then. */
export function useSearch(words: string) {
  const typed = words.trim();
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    // an empty field is answered at once
    if (typed === "") return setAsked("");
    const timer = setTimeout(() => setAsked(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.search({ q: asked }, signal),
    enabled: asked !== "",
    staleTime: 10_000,
    gcTime: 60_000,
  });
  return {
    found: typed === "" ? null : (query.data ?? null),
    error: typed === "" || asked !== typed ? null : query.error,
    retry: () => void query.refetch(),
    isLooking: typed !== "" && (asked !== typed || query.isFetching),
  };
}
