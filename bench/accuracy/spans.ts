import type { Span } from "../../src/text/span.js";

/** One span of the gold beside the one found for it; null where there is none. */
export interface Pair<G extends Span, F extends Span> {
  readonly gold: G | null;
  readonly found: F | null;
}

/** Gold and found spans one to one: the same span first, then any that overlap, in order. */
export function paired<G extends Span, F extends Span>(
  gold: readonly G[],
  found: readonly F[],
): Pair<G, F>[] {
  const free = new Set(found);
  const of = new Map<G, F>();
  const take = (fits: (g: G, f: F) => boolean) => {
    for (const g of gold) {
      if (of.has(g)) continue;
      for (const f of free)
        if (fits(g, f)) {
          of.set(g, f);
          free.delete(f);
          break;
        }
    }
  };
  take((g, f) => g.start === f.start && g.end === f.end);
  take((g, f) => g.start < f.end && f.start < g.end);
  return [
    ...gold.map((g) => ({ gold: g, found: of.get(g) ?? null })),
    ...[...free].map((f) => ({ gold: null, found: f })),
  ];
}

/** F1 in per cent. */
export function f1(hits: number, gold: number, found: number): number {
  return gold + found === 0 ? 0 : (200 * hits) / (gold + found);
}
