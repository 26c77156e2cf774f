import type { RecordFilter } from "../store/filters.js";

/** How many rows a list has of which `rows` are shown; they are not counted where those are its end. */
export async function totalOf(
  { limit = 0, offset = 0 }: RecordFilter,
  rows: number,
  count: () => Promise<number>,
): Promise<number> {
  const seen = offset + rows;
  const isEnd = rows < limit && (rows > 0 || offset === 0);
  return isEnd ? seen : Math.max(await count(), rows > 0 ? seen : 0);
}
