import type { Toll } from "../../src/coding/claim.js";
import { mentionAt } from "../../src/coding/parsed-report.js";
import type { Trace } from "../../src/coding/read-report.js";
import { addsUp, isLongAgo } from "./incidents.js";
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
export function humanTargetsFound(trace: Trace): FoundTarget[] {
  const { coded, parsed, drafts } = trace;
  const out: FoundTarget[] = [];
  const add = (t: FoundTarget) => {
    const words = plain(t.words);
    const isSame = (o: FoundTarget) => {
      const other = plain(o.words);
      if (other !== words && !other.endsWith(` ${words}`) && !words.endsWith(` ${other}`)) return false;
      // three people killed and five people wounded are two
      return o.effects.length === 0 || t.effects.length === 0 || o.effects[0] === t.effects[0];
    };
    const known = out.findIndex(isSame);
    if (known < 0) out.push(t);
    else if (out[known]!.effects.length === 0) out[known] = { ...out[known]!, effects: t.effects };
  };
  for (const t of coded.tolls) {
    if (!OF_PEOPLE.has(t.harm) || SOLDIERS.has(t.of.kind) || t.count.high === 0) continue;
    if (isLongAgo(t.date, trace) || addsUp(t.date) || t.of.kind === "equipment") continue;
    const words = t.of.words.replace(/\s+/g, " ").replace(COUNT, "");
    if (!isPeople(words) || (t.harm === "captured" && !isAbduction(t))) continue;
    add({ words, start: t.start, numbers: numbersOf(t), effects: EFFECT[t.harm] ?? [], toll: t });
  }
  drafts.forEach((d, k) => {
    if (d.type !== "ASSAULT" || d.status !== "happened" || isLongAgo(coded.events[k]!.date, trace)) return;
    const s = parsed.sentences[d.sentence]!;
    for (const t of d.match.recipient) {
      const m = mentionAt(parsed, d.sentence, t);
      // whom a toll has counted
      if (coded.tolls.some((x) => OF_PEOPLE.has(x.harm) && x.start <= s.start[t]! && s.end[t]! <= x.end))
        continue;
      if (m?.person)
        add({ words: m.person, start: s.start[m.from]!, numbers: ["1"], effects: [], toll: null });
    }
  });
  return out;

  /** The police capture as well. */
  function isAbduction(t: Toll): boolean {
    return coded.events.some((e) => e.mode === "abduct" && e.start < t.end && t.start < e.end);
  }

  function isPeople(words: string): boolean {
    const last = plain(words).split(" ").at(-1)!;
    return (
      !/^(?:casualties|arrests?|murders?|injur(?:y|ies)|deaths?|\d+|three|two|one|them|dead|others?)$/.test(
        last,
      ) && words !== ""
    );
  }
}

const OF_PEOPLE = new Set(["killed", "wounded", "captured", "missing"]);
const SOLDIERS = new Set(["military", "militant"]);
const COUNT =
  /^(?:(?:the|a|an|at least|more than|some|about|approximately|another|other|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many) )+/i;

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
