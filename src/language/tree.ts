import type { Span } from "../text/span.js";
import type { Sentence } from "./sentence.js";

/** The relation without its subtype: "nsubj:pass" is "nsubj". */
export function baseRelation(s: Sentence, token: number): string {
  const r = s.relation[token] ?? "";
  const colon = r.indexOf(":");
  return colon < 0 ? r : r.slice(0, colon);
}

const dependentsOf = new WeakMap<Sentence, readonly number[][]>();

/** All direct dependents of each token, in order; built once for a sentence. */
function dependents(s: Sentence): readonly number[][] {
  let table = dependentsOf.get(s);
  if (!table) {
    const fresh: number[][] = s.form.map(() => []);
    for (let i = 0; i < s.form.length; i++) {
      const h = s.head[i]!;
      if (h >= 0) fresh[h]?.push(i);
    }
    table = fresh;
    dependentsOf.set(s, table);
  }
  return table;
}

/** Direct dependents in order; with `relations`, those in one of them (a relation without subtype includes its subtypes). */
export function children(s: Sentence, token: number, ...relations: string[]): number[] {
  const all = dependents(s)[token] ?? [];
  if (relations.length === 0) return all.slice();
  return all.filter((i) => relations.includes(s.relation[i]!) || relations.includes(baseRelation(s, i)));
}

/** The first such dependent, or -1. */
export function child(s: Sentence, token: number, ...relations: string[]): number {
  return children(s, token, ...relations)[0] ?? -1;
}

/** Whether `ancestor` is `token` or stands above it. */
export function dominates(s: Sentence, ancestor: number, token: number): boolean {
  for (let i = token, steps = 0; i >= 0 && steps <= s.form.length; i = s.head[i]!, steps++) {
    if (i === ancestor) return true;
  }
  return false;
}

/** Arcs between a token and the root. */
export function depth(s: Sentence, token: number): number {
  let steps = 0;
  for (let i = s.head[token]!; i >= 0 && steps < s.form.length; i = s.head[i]!) steps++;
  return steps;
}

/** Tokens of the subtree of `token`, in order; a dependent for which `cut` holds is left out with all below it. */
export function subtree(s: Sentence, token: number, cut: (t: number) => boolean = () => false): number[] {
  const out = [token];
  for (let k = 0; k < out.length && k <= s.form.length; k++) {
    for (const i of dependents(s)[out[k]!] ?? []) if (!cut(i)) out.push(i);
  }
  return out.sort((a, b) => a - b);
}

/** The smallest span over tokens `from` … `to`, `to` excluded. */
export function spanOfTokens(s: Sentence, from: number, to: number): Span {
  return { start: s.start[from]!, end: s.end[to - 1]! };
}
