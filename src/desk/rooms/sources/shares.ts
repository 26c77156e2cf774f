import { grouped } from "../../../formats/page.js";

/** One part of a bar: its size, and how much of the whole it is (0 to 1). */
export interface Part<T> {
  readonly of: T;
  readonly count: number;
  readonly share: number;
  /** Where it begins, 0 to 1 of the bar. */
  readonly from: number;
}

/** Sizes as parts of one bar, in the order given; parts of nothing are left out. */
export function partsOf<T>(sizes: readonly (readonly [T, number])[]): Part<T>[] {
  const whole = sizes.reduce((sum, [, n]) => sum + n, 0);
  let before = 0;
  return sizes.flatMap(([of, count]) => {
    if (count <= 0) return [];
    const part = { of, count, share: count / whole, from: before / whole };
    before += count;
    return [part];
  });
}

/** The first few of a list that has the greatest first, and how many more there are with how much in all. */
export function firstOf<T extends { readonly claims: number }>(
  list: readonly T[],
  most: number,
): { readonly first: readonly T[]; readonly others: number; readonly othersClaims: number } {
  // one left over takes as much room as it would itself
  const cut = list.length === most + 1 ? list.length : most;
  const rest = list.slice(cut);
  return {
    first: list.slice(0, cut),
    others: rest.length,
    othersClaims: rest.reduce((sum, x) => sum + x.claims, 0),
  };
}

/** "25%", "under 1%", "over 99%"; "" of nothing. */
export function percent(n: number, whole: number): string {
  if (whole === 0) return "";
  const p = (100 * n) / whole;
  if (p > 0 && p < 1) return "under 1%";
  if (p > 99 && p < 100) return "over 99%";
  return `${Math.round(p)}%`;
}

/** "3 of 12 (25%)". */
export const outOf = (n: number, whole: number): string =>
  whole === 0 ? "none" : `${grouped(n)} of ${grouped(whole)} (${percent(n, whole)})`;
