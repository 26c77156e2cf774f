import type { Toll } from "../../src/coding/claim.js";
import type { Trace } from "../../src/coding/read-report.js";
import { plain } from "./score.js";

/** What a toll's harm is in the key's words. */
export const effectsOf = ({ harm }: Toll): readonly string[] => EFFECT[harm] ?? [];
const EFFECT: Partial<Record<Toll["harm"], readonly string[]>> = {
  killed: ["DEATH"],
  wounded: ["INJURY"],
};

/** Rules of events that kill, with or without a toll. */
export const LETHAL = /kill|murder|assassinat|execut/;

/** Whether a toll counts people of whom the key could tell; `words`: whom it counts. */
export function isCountOfPeople(t: Toll, words: string, trace: Trace): boolean {
  if (!OF_PEOPLE.has(t.harm) || t.of.kind === "equipment" || t.count.high === 0 || isGeneral(t)) return false;
  if (t.harm === "captured" && !isAbducted(t, trace)) return false;
  return words !== "" && !NOBODY.test(plain(words).split(" ").at(-1)!);
}

/** The police capture as well. */
export const isAbducted = (t: Toll, { coded }: Trace) =>
  coded.events.some((e) => e.mode === "abduct" && e.start < t.end && t.start < e.end);

/** "killing civilians": told of no one incident. */
const isGeneral = ({ count, of }: Toll) =>
  count.hedge === "vague" && plain(of.words).endsWith(plain(count.words));

const OF_PEOPLE = new Set(["killed", "wounded", "captured", "missing"]);
const NOBODY =
  /^(?:casualties|arrests?|murders?|assassinations?|injur(?:y|ies)|deaths?|\d+|three|two|one|them|whom|dead|wounded|others?|some|several|many)$/;

export const wordsWithoutCount = (t: Toll) => t.of.words.replace(/\s+/g, " ").replace(COUNT, "");
const COUNT =
  /^(?:(?:only|of|his|her|their|the|a|an|at least|more than|some|about|approximately|another|other|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many) )+/i;

/** As the key writes it: a range "3 - 5", a vague count PLURAL, "at least 5" as "5-", "up to 26" as "-26", "about 40" as "~40"; often the bare figure. */
export function numbersOf({ count: { low, high, hedge } }: Toll): readonly string[] {
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
