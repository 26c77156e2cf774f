import type { Toll } from "../../src/coding/claim.js";
import { mentionAt } from "../../src/coding/parsed-report.js";
import type { Trace } from "../../src/coding/read-report.js";
import { plain } from "./score.js";

/** Somebody harmed or aimed at, with how many and what became of them in the key's words. */
export interface FoundTarget {
  readonly words: string;
  readonly start: number;
  readonly numbers: readonly string[];
  readonly effects: readonly string[];
  /** Whose victims they are; null for those of violence without a count. */
  readonly toll: Toll | null;
}

const EFFECT: Partial<Record<Toll["harm"], readonly string[]>> = {
  killed: ["DEATH"],
  wounded: ["INJURY"],
};

/** The victims of a report's tolls, and who else suffers violence without a count. */
export function humanTargetsFound({ coded, parsed, drafts }: Trace): FoundTarget[] {
  const out: FoundTarget[] = [];
  const add = (t: FoundTarget) => {
    const words = plain(t.words);
    const known = out.findIndex(
      (o) =>
        plain(o.words) === words ||
        plain(o.words).endsWith(` ${words}`) ||
        words.endsWith(` ${plain(o.words)}`),
    );
    if (known < 0) out.push(t);
    else if (out[known]!.effects.length === 0) out[known] = { ...out[known]!, effects: t.effects };
  };
  for (const t of coded.tolls) {
    if (
      t.harm === "destroyed" ||
      t.harm === "displaced" ||
      t.of.kind === "equipment" ||
      t.of.kind === "military" ||
      t.of.kind === "militant" ||
      t.count.high === 0
    )
      continue;
    add({
      words: t.of.words.replace(/^(?:THE|A|AN|AT LEAST|SOME|ABOUT)\s+/gi, "").replace(/^[\d,]+\s+/, ""),
      start: t.start,
      numbers: numbersOf(t),
      effects: EFFECT[t.harm] ?? [],
      toll: t,
    });
  }
  drafts.forEach((d) => {
    if (d.type !== "ASSAULT" || d.status !== "happened") return;
    for (const t of d.match.recipient) {
      const m = mentionAt(parsed, d.sentence, t);
      if (!m?.person) continue;
      const s = parsed.sentences[d.sentence]!;
      add({ words: m.person, start: s.start[m.from]!, numbers: ["1"], effects: [], toll: null });
    }
  });
  return out;
}

/** As the key writes it: a range "3 - 5", a vague count PLURAL, "at least 5" as "5-", "up to 26" as "-26", "about 40" as "~40"; often the bare figure. */
function numbersOf({ count: { low, high, hedge } }: Toll): readonly string[] {
  if (hedge === "vague" || (low === null && high === null)) return ["PLURAL"];
  if (high === null) {
    const figure = hedge === "more-than" ? low! - 1 : low!;
    return [`${figure}-`, String(figure)];
  }
  if (hedge === "up-to") return [`-${high}`, String(high)];
  if (low === null || low === high) return [String(high)];
  const middle = Math.ceil((low + high) / 2);
  return [`${low} - ${high}`, ...(hedge === "about" ? [`~${middle}`, String(middle)] : [])];
}
