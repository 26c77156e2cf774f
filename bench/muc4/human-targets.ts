import type { Toll } from "../../src/coding/claim.js";
import type { Trace } from "../../src/coding/read-report.js";
import type { Candidate } from "./candidates.js";
import { type GoldReport, type HumanFill, type HumanTarget, humanFillsOf, humanTargetsOf } from "./gold.js";
import { type Counts, pairMost, plain } from "./score.js";

export type Slot = "numbers" | "effects";
type Answer = Pick<Candidate, "name" | "number" | "effect">;

/** Whether the last word of one is a word of the other. */
export function isSameTarget(name: string, { names }: Pick<HumanTarget, "names">): boolean {
  const words = plain(name).split(" ");
  return names.some((n) => {
    const others = plain(n).split(" ");
    return words.includes(others.at(-1)!) || others.includes(words.at(-1)!);
  });
}

const said = (a: Answer, slot: Slot) => (slot === "numbers" ? a.number : a.effect);

/** A slot's answers and the key's fills, paired so that most are right, then so that most name the same. */
export function pairFills<A extends Answer>(found: readonly A[], gold: GoldReport, slot: Slot) {
  const answers = found.filter((a) => said(a, slot) !== null);
  const key = humanFillsOf(gold, slot);
  const isSame = (a: A, f: HumanFill) => isSameTarget(a.name, f);
  const isRight = (a: A, f: HumanFill) => f.values.includes(said(a, slot)!);
  const pairs = pairMost(answers, key, (a, f) => isSame(a, f) && isRight(a, f), isSame);
  return {
    answers,
    key,
    pairs,
    isRight: answers.map((a, k) => pairs[k]! >= 0 && isRight(a, key[pairs[k]!]!)),
  };
}

/** Counts a slot of a report; what is optional counts where it is answered. */
export function countFills(counts: Counts, { answers, key, pairs, isRight }: ReturnType<typeof pairFills>) {
  counts.right += isRight.filter((x) => x).length;
  counts.predicted += answers.length;
  counts.gold += key.filter((f, g) => !f.isOptional || pairs.includes(g)).length;
}

/** Whom each of several entities is, in the key: rather a target with their number and effect. Each target is told once for each number or effect. */
export function targetsOf(
  entities: readonly (readonly Answer[])[],
  gold: GoldReport,
): (HumanTarget | null)[] {
  const targets = humanTargetsOf(gold).flatMap((t) =>
    Array.from({ length: Math.max(t.numbers.length, t.effects.length, 1) }, () => t),
  );
  const isSame = (e: readonly Answer[], t: HumanTarget) => e.some((a) => isSameTarget(a.name, t));
  const has = (e: readonly Answer[], t: HumanTarget, slot: Slot) =>
    t[slot].some((f) => f.values.includes(said(e[0]!, slot) ?? ""));
  const pairs = pairMost(
    entities,
    targets,
    (e, t) => isSame(e, t) && has(e, t, "numbers") && has(e, t, "effects"),
    (e, t) => isSame(e, t) && (has(e, t, "numbers") || has(e, t, "effects")),
    isSame,
  );
  return pairs.map((g) => targets[g] ?? null);
}

/** What a toll's harm is in the key's words. */
export const effectOf = ({ harm }: Toll): string | null => EFFECT[harm] ?? null;
const EFFECT: Partial<Record<Toll["harm"], string>> = { killed: "DEATH", wounded: "INJURY" };

/** Rules of events that kill, with or without a toll. */
export const LETHAL = /kill|murder|assassinat|execut/;

/** Whether a toll counts people of whom the key could tell. */
export function isCountOfPeople(t: Toll, trace: Trace): boolean {
  if (!OF_PEOPLE.has(t.harm) || t.of.kind === "equipment" || t.count.high === 0 || isGeneral(t)) return false;
  return t.harm !== "captured" || isAbducted(t, trace);
}

/**
 * Whom each count of a sentence counts, in words. Where nothing says so they are whom the count before counts ("four people were killed
 * and twelve wounded"), and for the key what became of them ("31 dead").
 */
export function wordsOfCounts(tolls: readonly Toll[], text: string): Map<Toll, string[]> {
  const out = new Map<Toll, string[]>();
  let before: string[] = [];
  for (const t of [...tolls].sort((a, b) => a.start - b.start)) {
    const words = wordsWithoutCount(t);
    const isBare = plain(t.count.words).endsWith(plain(t.of.words)) || NOBODY.test(lastOf(words));
    if (words !== "" && !isBare) {
      out.set(t, [words]);
      // "her son was killed and three others wounded"
      if (t.count.high !== 1 || lastOf(words) === "person") before = [words];
      continue;
    }
    const hurt = [words, text.slice(t.start, t.end)].map(lastOf).find((w) => HURT.test(w));
    out.set(t, [...before, ...(hurt === undefined ? [] : [hurt])]);
  }
  return out;
}

const lastOf = (words: string) => plain(words).split(" ").at(-1)!;

/** The police capture as well. */
export const isAbducted = (t: Toll, { coded }: Trace) =>
  coded.events.some((e) => e.mode === "abduct" && e.start < t.end && t.start < e.end);

/** "killing civilians": told of no one incident. */
const isGeneral = ({ count, of }: Toll) =>
  count.hedge === "vague" && plain(of.words).endsWith(plain(count.words));

const OF_PEOPLE = new Set(["killed", "wounded", "captured", "missing"]);
/** Words by which the key calls those whom nothing else names. */
export const HURT = /^(?:dead|wounded|injured|others?|deaths?|casualties|victims?)$/;
export const NOBODY =
  /^(?:casualties|arrests?|murders?|assassinations?|injur(?:y|ies)|deaths?|\d+|three|two|one|them|whom|dead|wounded|others?|some|several|many)$/;

export const wordsWithoutCount = (t: Toll) => t.of.words.replace(/\s+/g, " ").replace(COUNT, "");
const COUNT =
  /^(?:(?:only|of|his|her|their|the|a|an|at least|more than|some|about|approximately|another|other|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many) )+/i;

/** As the key writes it: a range "3-5", a vague count PLURAL, "at least 5" as "5-", "up to 26" as "-26", "about 40" as "~40". */
export function numberOf({ count: { low, high, hedge } }: Toll): string {
  if (hedge === "vague" || (low === null && high === null)) return "PLURAL";
  if (high === null) return `${hedge === "more-than" ? low! - 1 : low!}-`;
  if (hedge === "up-to") return `-${high}`;
  if (low === null || low === high) return String(high);
  return hedge === "about" ? `~${Math.ceil((low + high) / 2)}` : `${low}-${high}`;
}
