import type { IncidentListing, ListedCell } from "../../../record/listing.js";

/** Lines that a row has for tolls. */
const MOST_LINES = 3;

/** The cells that a row shows, those with a figure first, and how many more there are, for which the last line is kept. */
export function shownCells(cells: readonly ListedCell[]): {
  readonly shown: readonly ListedCell[];
  readonly more: number;
} {
  const told = [...cells.filter((c) => c.best !== null), ...cells.filter((c) => c.best === null)];
  const most = told.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES;
  return { shown: told.slice(0, most), more: Math.max(0, told.length - most) };
}

/** "Spin Boldak, Afghanistan"; null where no report says where. */
export function placeWords(
  i: Pick<IncidentListing, "place" | "country">,
  nameOf: (code: string) => string,
): string | null {
  const country = i.country === null ? null : nameOf(i.country);
  if (i.place === null || i.place === country) return country;
  return country === null ? i.place : `${i.place}, ${country}`;
}

/** Kinds that the list has where none are asked for. */
export const USUAL_KINDS: readonly string[] = ["violence", "coercion"];

/** The kinds to ask for when one is switched: undefined for the usual ones, and where none would be left. */
export function switchedKinds(now: readonly string[] | undefined, kind: string): string[] | undefined {
  const shown = now ?? USUAL_KINDS;
  const next = shown.includes(kind) ? shown.filter((k) => k !== kind) : [...shown, kind];
  const isUsual = next.length === USUAL_KINDS.length && USUAL_KINDS.every((k) => next.includes(k));
  return isUsual || next.length === 0 ? undefined : next;
}

/** The pages that hold these rows, by number. */
export function pagesOf(first: number, last: number, size: number): number[] {
  const from = Math.floor(first / size);
  const to = Math.floor(Math.max(first, last) / size);
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}
