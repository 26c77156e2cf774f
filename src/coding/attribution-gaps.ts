import { baseRelation, child, subtree } from "../language/tree.js";
import { type Draft, type SentenceView, spanOf } from "./attribution-view.js";
import { phraseOf } from "./noun-phrases.js";

/** "Mali said five soldiers died, |JNIM that it had killed 15|": who says a second thing by the verb of the first; what the first says ends before. */
export function withGaps(v: SentenceView, drafts: readonly Draft[]): Draft[] {
  const { s } = v;
  return drafts.flatMap((d) => {
    if (d.token < 0 || d.nominal || d.source === null) return [d];
    const names = s.form.flatMap((_, t) =>
      t > d.token && s.head[t] === d.token && baseRelation(s, t) === "conj" && s.upos[t] === "PROPN"
        ? [t]
        : [],
    );
    const gaps = names.flatMap((name): Draft[] => {
      const clause = child(s, name, "ccomp");
      const that = clause < 0 ? -1 : child(s, clause, "mark");
      if (that < name) return [];
      const last = Math.max(...subtree(s, clause));
      const source = { ...phraseOf(s, name), to: that };
      return [{ ...d, source, pieces: [spanOf(v, { from: that + 1, to: Math.min(last + 1, v.end) })] }];
    });
    if (gaps.length === 0) return [d];
    const stop = s.start[gaps[0]!.source!.from]!;
    const own = d.pieces.filter((p) => p.start < stop).map((p) => (p.end > stop ? { ...p, end: stop } : p));
    return [{ ...d, pieces: own }, ...gaps];
  });
}
