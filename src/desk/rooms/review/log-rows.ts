import type { RulingPage } from "../../../formats/desk-json.js";

/** Where the next page of a list begins; undefined where there is none. */
export function nextOffset(page: Pick<RulingPage, "offset" | "total" | "rulings">): number | undefined {
  const next = page.offset + page.rulings.length;
  return page.rulings.length > 0 && next < page.total ? next : undefined;
}

/** Each once: a ruling made between two pages moves those of the second by one. */
export function unique<T extends { readonly id: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter((x) => !seen.has(x.id) && seen.add(x.id));
}

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** An instant as the reader's clock has it: "27 Feb 2026, 14:05". */
export const whenWords = (at: string): string => WHEN.format(new Date(at));
