import { lower } from "../language/sentence.js";
import type { Count } from "./claim.js";
import { type CountPhrase, exactly, VAGUE } from "./counts.js";
import type { HarmClause } from "./harm-clause.js";
import { amongBefore } from "./harm-subjects.js";
import type { HarmTrigger } from "./harm-words.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** The word of harm that a phrase is counted for. */
interface CountedHarm {
  readonly trigger: HarmTrigger;
  /** Of the trigger, or what its noun stands for: "losses" counts as "lose". */
  readonly entry: HarmEntry;
  /** Another harm has the same victims: "killed or wounded". */
  readonly coordinated: boolean;
}

/** How many a phrase says suffered; null where it tells no toll. @see docs/record.md, "Tolls" */
export function countOf(view: HarmClause, p: VictimPhrase, harm: CountedHarm): Count | null {
  return p.count === null ? countImplied(view, p, harm) : countSaid(view, p, p.count, harm);
}

/** A count in words: "12", "dozens of", "no", "a". */
function countSaid(
  view: HarmClause,
  p: VictimPhrase,
  { count, kind }: CountPhrase,
  { trigger, entry, coordinated }: CountedHarm,
): Count | null {
  const { words } = count;
  // "a nurse who fled Goma": who tells it, and no count of those who did
  if (kind === "article" && entry.harm === "displaced") return null;
  // "a family was killed": how many is not told
  if (kind === "article" && isGroup(view, p)) return { ...VAGUE, words };
  // "nine dead and as many wounded"
  const told = /^as many$/i.test(words)
    ? view.phrases.findLast((x) => x.to <= p.from && view.hasFigure(x))
    : undefined;
  if (told?.count) return told.count.count;
  if (kind === "article" && p.noun === "couple" && !trigger.negated) return exactly(2, words);
  if (kind === "none") return trigger.word.entry.id === "killed/losses" ? null : count;
  if (trigger.negated)
    return /^(?:any|a|one)\b/i.test(words) || kind === "article" ? exactly(0, words) : null;
  if (kind === "figure" && count.high !== null && (entry.range || coordinated))
    return { low: 0, high: count.high, hedge: "up-to", words };
  // "more than 500 killed or wounded": no bound for either
  if (kind === "figure" && coordinated) return { ...VAGUE, words };
  return count;
}

/** No count in words: a plural is some, a single person or thing one, where it is told as having happened. */
function countImplied(view: HarmClause, p: VictimPhrase, { trigger, entry }: CountedHarm): Count | null {
  const { s } = view;
  const words = s.form[p.head]!;
  const { negated } = trigger;
  if (p.bare) return null;
  if (isGroup(view, p)) return negated ? null : { ...VAGUE, words };
  // "the couple was killed"
  if (p.noun === "couple" && !negated) return exactly(2, words);
  if (p.any) return negated ? exactly(0, words) : { ...VAGUE, words };
  if (entry.harm === "displaced" && !p.plural) return null;
  if (negated) return p.plural ? exactly(0, words) : null;
  if (p.plural) {
    // "accused them of killing civilians": what they do, and no count
    const isGeneral = trigger.word.as === "noun" || trigger.word.form === "ing";
    if (isGeneral && p.from === p.head && !view.coordinatedHarm(trigger)) return null;
    return lower(s, p.from) === "both" ? exactly(2, words) : { ...VAGUE, words };
  }
  // one person or thing: "the commander was killed", "destroyed the bridge"
  if (!happened(view, trigger) || s.upos[p.head] === "PRON") return null;
  return s.xpos[p.head] === "NNS" ? { ...VAGUE, words } : exactly(1, words);
}

/** "was killed", "killing the guard", "was among the dead": a predicate, and no mere name of a harm. */
function happened(view: HarmClause, trigger: HarmTrigger): boolean {
  const { as, form } = trigger.word;
  if (amongBefore(view, trigger) >= 0) return true;
  if (as === "verb") return trigger.finite || form === "past" || form === "ing";
  return as === "adj" && trigger.finite;
}

const isGroup = (view: HarmClause, p: VictimPhrase): boolean =>
  p.people !== null && view.lexicon.groups.has(p.noun ?? "");

/** "later blew up the building": what happened, and no count of what was lost. */
export function isPlaceToldOf(view: HarmClause, p: VictimPhrase): boolean {
  if (p.count !== null || p.plural || p.people !== null) return false;
  return view.lexicon.territory.has(p.noun ?? lower(view.s, p.head));
}
