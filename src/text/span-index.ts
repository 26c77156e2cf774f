import type { Span } from "./span.js";

/** Code units of text in one stretch of the index. */
const STRETCH = 512;
const stretchOf = (offset: number) => Math.floor(offset / STRETCH);

/**
 * Numbers by the spans they stand for, so that a long text is not searched whole for what lies at one place. Finds all that
 * share or touch a stretch of some hundred code units with a span: a superset, to be tested by the caller.
 */
export class SpanIndex {
  private readonly stretches = new Map<number, number[]>();

  /** An index over a list: entry `k` stands for the spans of item `k`. */
  static of<T>(items: readonly T[], spansOf: (item: T) => readonly Span[]): SpanIndex {
    const index = new SpanIndex();
    items.forEach((item, k) => {
      for (const span of spansOf(item)) index.add(k, span);
    });
    return index;
  }

  add(id: number, span: Span): void {
    for (let b = stretchOf(span.start); b <= stretchOf(span.end); b++) {
      const at = this.stretches.get(b);
      if (!at) this.stretches.set(b, [id]);
      else if (at[at.length - 1]! < id) at.push(id);
      else if (!at.includes(id))
        at.splice(
          at.findIndex((x) => x > id),
          0,
          id,
        );
    }
  }

  /** What may overlap or hold a span: each number once, ascending. */
  near(span: Span): readonly number[] {
    const first = stretchOf(span.start);
    const last = stretchOf(span.end);
    if (first === last) return this.stretches.get(first) ?? [];
    const found = new Set<number>();
    for (let b = first; b <= last; b++) for (const id of this.stretches.get(b) ?? []) found.add(id);
    return [...found].sort((a, b) => a - b);
  }
}
