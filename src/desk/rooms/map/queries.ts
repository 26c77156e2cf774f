import { useQuery } from "@tanstack/react-query";
import fine from "world-atlas/countries-50m.json?url";
import coarse from "world-atlas/countries-110m.json?url";
import { api } from "../../api/client.js";
import type { Filters } from "../../api/filters.js";
import { ApiProblem, UNREACHABLE } from "../../api/problem.js";
import { type Country, countriesOf, type LandFile } from "./land.js";

/** Incidents with their places, the latest ones where there are too many. */
export function useIncidentMap(filters: Filters) {
  return useQuery({
    queryKey: ["map", filters],
    queryFn: ({ signal }) => api.map({ ...filters }, signal),
  });
}

/**
 * The outlines of the countries; nothing until they are there.
 *
 * @param isFine whether the view is close enough to show the finer ones; until they come the coarse ones stand
 */
export function useLand(isFine: boolean): readonly Country[] | undefined {
  const far = useQuery({ queryKey: ["land", coarse], queryFn: () => fetchLand(coarse), ...FOR_GOOD });
  const close = useQuery({
    queryKey: ["land", fine],
    queryFn: () => fetchLand(fine),
    enabled: isFine,
    ...FOR_GOOD,
  });
  return (isFine ? close.data : undefined) ?? far.data;
}

const FOR_GOOD = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  // what was fetched first would stand for the other
  placeholderData: () => undefined,
  structuralSharing: false,
} as const;

async function fetchLand(address: string): Promise<Country[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new ApiProblem({ ...UNREACHABLE, status: answer.status });
  return countriesOf((await answer.json()) as LandFile);
}
