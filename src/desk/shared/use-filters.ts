import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Filters, filtersOf, type Search } from "../api/filters.js";

/** All values of the address, and a way to change some; `undefined` takes one out. Each change can be gone back from. */
export function useSearchValues(): [
  Search,
  (patch: Search, options?: { readonly replace?: boolean }) => void,
] {
  const search = useRouterState({ select: (s) => s.location.search as Search });
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Search, options: { readonly replace?: boolean } = {}) =>
      void navigate({
        to: ".",
        search: (before: Search) => ({ ...before, ...patch }),
        replace: options.replace ?? false,
        resetScroll: false,
      }),
    [navigate],
  );
  return [search, change];
}

/** The filters of the address, and a way to change some. */
export function useFilters(): [Filters, (patch: Search, options?: { readonly replace?: boolean }) => void] {
  const [search, change] = useSearchValues();
  const filters = useMemo(() => filtersOf(search), [search]);
  return [filters, change];
}
