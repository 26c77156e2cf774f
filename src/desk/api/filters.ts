/** What narrows the lists of every room, as it stands in the address. */
export interface Filters {
  readonly conflict?: string;
  readonly party?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly type?: readonly string[];
  readonly kind?: readonly string[];
  readonly verdict?: string;
}

/** A query string's values: lists for the names that can be repeated. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const LISTS = ["party", "type", "kind", "layer"];
export const FILTER_NAMES = ["conflict", "party", "from", "to", "place", "type", "kind", "verdict"] as const;

/** "?party=AFG&party=PAK" as values; what is empty is left out. */
export function parseSearch(query: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  const params = new URLSearchParams(query);
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((v) => v !== "");
    if (values.length > 0) found[name] = LISTS.includes(name) ? values : values[0]!;
  }
  return found;
}

/** Values as a query string, in the order given; "" where there are none. */
export function stringifySearch(search: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === "") continue;
    for (const v of typeof value === "string" ? [value] : [...value]) params.append(name, String(v));
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

/** The filters among the values of an address: what a link to another room takes along. */
export function filtersOf(search: Search): Filters {
  return Object.fromEntries(FILTER_NAMES.flatMap((n) => (search[n] === undefined ? [] : [[n, search[n]]])));
}
