import type { Span } from "../text/span.js";
import type { Sentence } from "./sentence.js";

/** Number of tokens. */
export function size(s: Sentence): number {
  return s.form.length;
}

/** The relation without its subtype: "nsubj:pass" is "nsubj". */
export function baseRelation(s: Sentence, token: number): string {
  const r = s.relation[token] ?? "";
  const colon = r.indexOf(":");
  return colon < 0 ? r : r.slice(0, colon);
}

/** Direct dependents in order; with `relations`, those in one of them (a relation without subtype includes its subtypes). */
export function children(s: Sentence, token: number, ...relations: string[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < s.form.length; i++) {
    if (s.head[i] !== token) continue;
    if (
      relations.length === 0 ||
      relations.includes(s.relation[i]!) ||
      relations.includes(baseRelation(s, i))
    )
      out.push(i);
  }
  return out;
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

/** Tokens of the subtree of `token`, in order; a dependent for which `cut` holds is left out with all below it. */
export function subtree(s: Sentence, token: number, cut: (t: number) => boolean = () => false): number[] {
  const inside = new Uint8Array(s.form.length);
  inside[token] = 1;
  const stack = [token];
  while (stack.length > 0) {
    const top = stack.pop()!;
    for (let i = 0; i < s.form.length; i++) {
      if (s.head[i] === top && !inside[i] && !cut(i)) {
        inside[i] = 1;
        stack.push(i);
      }
    }
  }
  const out: number[] = [];
  for (let i = 0; i < inside.length; i++) if (inside[i]) out.push(i);
  return out;
}

/** The smallest span over tokens `from` … `to`, `to` excluded. */
export function spanOfTokens(s: Sentence, from: number, to: number): Span {
  return { start: s.start[from]!, end: s.end[to - 1]! };
}

/** The governor with all conjoined words: "Afghanistan and Pakistan" from either of them. */
export function conjuncts(s: Sentence, token: number): number[] {
  let first = token;
  while (baseRelation(s, first) === "conj" && s.head[first]! >= 0) first = s.head[first]!;
  const out = [first];
  for (let k = 0; k < out.length; k++) out.push(...children(s, out[k]!, "conj"));
  return out.sort((a, b) => a - b);
}
