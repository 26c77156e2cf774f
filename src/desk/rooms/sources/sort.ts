/** Which column a table is sorted by, as it stands in the address: "claims", or "-claims" with the most first. */
export interface Sorting<C extends string> {
  readonly column: C;
  readonly isDescending: boolean;
}

/** Reads `sort` of the address; what is not among the columns is the default. */
export function sortingOf<C extends string>(
  value: unknown,
  columns: readonly C[],
  otherwise: Sorting<C>,
): Sorting<C> {
  const text = typeof value === "string" ? value : "";
  const column = columns.find((c) => c === text.replace(/^-/, ""));
  return column ? { column, isDescending: text.startsWith("-") } : otherwise;
}

/** What `sort` becomes when a column's head is pressed: numbers begin with the most, names with A; again turns it round. */
export function pressed<C extends string>(now: Sorting<C>, column: C): string {
  const isDescending = now.column === column ? !now.isDescending : column !== "name";
  return `${isDescending ? "-" : ""}${column}`;
}

/**
 * Rows in the order asked for; those alike stay in the order they came in.
 *
 * @param keyOf what a row is sorted by: a number, or a name
 */
export function sorted<T, C extends string>(
  rows: readonly T[],
  { column, isDescending }: Sorting<C>,
  keyOf: (row: T, column: C) => number | string,
): T[] {
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row, column) }))
    .sort((a, b) => sign * compare(a.key, b.key))
    .map(({ row }) => row);
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
