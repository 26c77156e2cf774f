import type { Toll } from "../../src/coding/claim.js";
import type { Trace } from "../../src/coding/read-report.js";
import { addsUp, isLongAgo } from "./incidents.js";
import { personsOf, personsUnder } from "./roles.js";
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

/** The victims of a report's tolls, by name where it names them, and who else suffers violence without a count. */
export function humanTargetsFound(trace: Trace): FoundTarget[] {
  const { coded, parsed, drafts } = trace;
  const out: FoundTarget[] = [];
  for (const t of coded.tolls) {
    if (!OF_PEOPLE.has(t.harm) || SOLDIERS.has(t.of.kind) || t.count.high === 0 || isGeneral(t)) continue;
    if (isLongAgo(t.date, trace) || addsUp(t.date) || t.of.kind === "equipment") continue;
    const words = t.of.words.replace(/\s+/g, " ").replace(COUNT, "");
    if (!isPeople(words) || (t.harm === "captured" && !isAbduction(t))) continue;
    const effects = EFFECT[t.harm] ?? [];
    const named = personsOf(trace, t);
    // "three journalists: A, B and C"
    const isList = named.length > 1 || (named.length === 1 && t.count.high !== 1);
    if (isList)
      for (const p of named) add({ words: p.name, start: p.start, numbers: ["1"], effects, toll: null });
    if (!isList || (t.count.low ?? 0) > named.length)
      add({ words: named[0]?.name ?? words, start: t.start, numbers: numbersOf(t), effects, toll: t });
  }
  drafts.forEach((d, k) => {
    const isViolence = d.type === "ASSAULT" || (d.type === "RETREAT" && d.mode === "release");
    if (!isViolence || d.status !== "happened" || isLongAgo(coded.events[k]!.date, trace)) return;
    const effects = LETHAL.test(coded.events[k]!.rule) ? ["DEATH"] : [];
    // whom a toll has counted
    for (const t of d.match.recipient)
      for (const p of personsUnder(parsed, d.sentence, t))
        if (!coded.tolls.some((x) => OF_PEOPLE.has(x.harm) && x.start <= p.start && p.start < x.end))
          add({ words: p.name, start: p.start, numbers: ["1"], effects, toll: null });
  });
  return out;

  function add(t: FoundTarget) {
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
  }

  /** The police capture as well. */
  function isAbduction(t: Toll): boolean {
    return coded.events.some((e) => e.mode === "abduct" && e.start < t.end && t.start < e.end);
  }

  function isPeople(words: string): boolean {
    const last = plain(words).split(" ").at(-1)!;
    return words !== "" && !NOBODY.test(last);
  }
}

/** "killing civilians": told of no one incident. */
const isGeneral = ({ count, of }: Toll) =>
  count.hedge === "vague" && plain(of.words).endsWith(plain(count.words));

const LETHAL = /kill|murder|assassinat|execut/;
const NOBODY =
  /^(?:casualties|arrests?|murders?|assassinations?|injur(?:y|ies)|deaths?|\d+|three|two|one|them|whom|dead|wounded|others?|some|several|many)$/;

const OF_PEOPLE = new Set(["killed", "wounded", "captured", "missing"]);
const SOLDIERS = new Set(["military", "militant"]);
const COUNT =
  /^(?:(?:only|of|his|her|their|the|a|an|at least|more than|some|about|approximately|another|other|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many) )+/i;

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
