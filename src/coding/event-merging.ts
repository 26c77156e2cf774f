import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children, depth, dominates } from "../language/tree.js";
import { distinct, type EventDraft, includes, isState, others } from "./event-draft.js";
import { isBlaming } from "./event-phrases.js";
import { EVENT_MODES, type EventMode, type EventType } from "./event-types.js";
import type { EventWords } from "./event-words.js";
import type { PartyRef } from "./party.js";
import { surfaceSubject } from "./slots.js";

/**
 * One event told by several words of a sentence: "killed five in an airstrike", "launched an attack, shelling the town".
 * Merged where the type is the same, one hangs on the other, and neither actors nor recipients contradict.
 */
export function mergeWithinSentence(
  s: Sentence,
  drafts: readonly EventDraft[],
  words: EventWords,
): EventDraft[] {
  const out: EventDraft[] = [];
  const mergedInto = new Map<number, number>();
  for (const d of drafts) {
    const k = out.findIndex((o) => sameEvent(s, o, d, words));
    if (k < 0) {
      out.push(d);
      continue;
    }
    const merged = mergeTwo(s, out[k]!, d);
    mergedInto.set(merged.token === d.token ? out[k]!.token : d.token, merged.token);
    out[k] = merged;
  }
  // "expressed its willingness | to mediate": content of what the two words tell together
  return out.map((d) => ({ ...d, contentOf: mergedInto.get(d.contentOf) ?? d.contentOf }));
}

/** No contradiction: one of them names nobody of a known side, or they share a party. */
function agree(a: readonly PartyRef[], b: readonly PartyRef[]): boolean {
  // "eight soldiers were killed and 42 militants neutralised": not one side
  if ((isOfState(a) && isOfRebels(b)) || (isOfState(b) && isOfRebels(a))) return false;
  const nobody = (list: readonly PartyRef[]) => list.every((p) => p.code === null && p.country === null);
  return nobody(a) || nobody(b) || a.some((p) => includes(b, p));
}

const isOfState = (list: readonly PartyRef[]) =>
  list.some((p) => p.code !== null && p.code === p.country && isState(p));
export const isOfRebels = (list: readonly PartyRef[]) =>
  list.length > 0 && list.every((p) => p.code === null && (p.sector === "REB" || p.sector === "UAF"));

function sameEvent(s: Sentence, a: EventDraft, b: EventDraft, words: EventWords): boolean {
  if (a.type !== b.type || a.status !== b.status) return false;
  const anchorA = a.match.carrier >= 0 ? a.match.carrier : a.token;
  const anchorB = b.match.carrier >= 0 ? b.match.carrier : b.token;
  const linked =
    dominates(s, anchorA, anchorB) ||
    dominates(s, anchorB, anchorA) ||
    a.match.actor.includes(b.token) ||
    b.match.actor.includes(a.token);
  const [low, high] = dominates(s, anchorA, anchorB) ? [anchorB, anchorA] : [anchorA, anchorB];
  const [lower, upper] = low === anchorA ? [a, b] : [b, a];
  if (isOutcomeOf(s, lower, upper)) return true;
  if (!linked) return false;
  if (isActApart(s, low, high, a.mode, b.mode) || isAnswerOf(s, low, high)) return false;
  if (isNextAct(s, low, high, words) && a.place !== null && b.place !== null && a.place.name !== b.place.name)
    return false;
  if (a.type !== "ASSAULT" && isClauseOfAnother(s, low)) return false;
  if (a.mode && b.mode && a.mode !== b.mode && a.type !== "ASSAULT") return false;
  // "called for an inquiry and urged Bamako to let observers in": of somebody else
  if (
    lower.type === "REQUEST" &&
    baseRelation(s, low) === "conj" &&
    s.upos[low] === "VERB" &&
    lower.match.recipient.length > 0 &&
    lower.recipient.some((p) => p.code !== null) &&
    upper.recipient.every((p) => p.code === null)
  )
    return false;
  const dated = a.date.basis !== "unknown" && b.date.basis !== "unknown";
  if (dated && (a.date.from !== b.date.from || a.date.to !== b.date.to)) return false;
  if (crossesRelative(s, anchorA, anchorB, words)) return false;
  // of what all do to each other either may be the one that suffers: "exchanged artillery and small-arms fire"
  const suffersOnly = (x: EventDraft, y: EventDraft) =>
    x.actor.length === 0 &&
    y.actor.length > 0 &&
    !y.mutual &&
    x.recipient.some((p) => p.sector !== "CVL" && includes(y.actor, p));
  if (suffersOnly(a, b) || suffersOnly(b, a)) return false;
  return agree(a.actor, b.actor) && agree(a.recipient, b.recipient);
}

/** Men of an armed group, by its name. */
export const isOfGroup = (list: readonly PartyRef[]) =>
  list.length > 0 && list.every((p) => p.code !== p.country && (p.sector === "REB" || p.sector === "UAF"));

/** "attacked the post, wounding nine": what a bare participle of harm tells came of the attack above it, whoever its victims are. */
function isOutcomeOf(s: Sentence, lower: EventDraft, upper: EventDraft): boolean {
  return (
    lower.type === "ASSAULT" &&
    lower.mode === null &&
    s.head[lower.token] === upper.token &&
    isBareParticiple(s, lower.token) &&
    lower.token > upper.token
  );
}

/** Types in which nobody is hurt. */
const PEACEFUL = new Set<EventType>([
  "AGREE",
  "SUPPORT",
  "CONSULT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
]);

/** "Shelling resumed hours after the two signed a truce, killing three": the harm is that of the fight told before, not of who signed. */
export function isOutcomeOfFight(s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean {
  const first = baseRelation(s, d.token) === "conj" ? s.head[d.token]! : d.token;
  if (!isBareParticiple(s, first)) return false;
  const over = s.head[first]!;
  // "fired missiles at Kyiv, killing two and cutting off heat": nothing done for itself
  if (d.type === "COERCE" && d.mode === "withhold")
    return all.some((x) => x.type === "ASSAULT" && (x.token === over || x.match.carrier === over));
  if (d.type !== "ASSAULT" || first !== d.token) return false;
  return (
    all.some((x) => PEACEFUL.has(x.type) && (x.token === over || x.match.carrier === over)) &&
    all.some((x) => x !== d && x.type === "ASSAULT" && x.status === d.status && x.token < over)
  );
}

const isBareParticiple = (s: Sentence, t: number): boolean =>
  s.xpos[t] === "VBG" &&
  baseRelation(s, t) === "advcl" &&
  child(s, t, "mark", "case", "nsubj", "aux") < 0 &&
  s.form.slice(s.head[t]!, t).includes(",");

/** Harm of another kind than that of weapons. */
const APART = new Set<EventMode>(["abduct", "destroy", "sexual", "torture"]);

/** "torched seven lorries and shot two guards", "killed 53 soldiers and took 11 prisoner": side by side, each to somebody of its own. */
function isActApart(
  s: Sentence,
  low: number,
  high: number,
  a: EventMode | null,
  b: EventMode | null,
): boolean {
  if (a === b || !((a && APART.has(a)) || (b && APART.has(b)))) return false;
  const suffers = (t: number) =>
    s.upos[t] === "VERB" && child(s, t, "obj", "nsubj:pass", "obl:unmarked") >= 0;
  return s.head[low] === high && baseRelation(s, low) === "conj" && suffers(low) && suffers(high);
}

/** "Stormed the post | and then fired mortars at the town": one after the other, where each has a place of its own. */
const isNextAct = (s: Sentence, low: number, high: number, { later }: EventWords): boolean =>
  s.head[low] === high &&
  baseRelation(s, low) === "conj" &&
  child(s, low, "obj", "obl") >= 0 &&
  children(s, low, "advmod").some((t) => later.has(lower(s, t)));

/** "A patrol was shot at, and its soldiers returned fire": two clauses, of one it is suffered, in the other somebody acts. */
const isAnswerOf = (s: Sentence, low: number, high: number): boolean =>
  s.head[low] === high &&
  baseRelation(s, low) === "conj" &&
  child(s, high, "nsubj:pass") >= 0 &&
  child(s, low, "aux:pass") < 0 &&
  children(s, low, "nsubj").some((t) => s.relation[t] === "nsubj");

/** "The rebels are to leave the port, while | the brigade is to withdraw": who acts in the second clause is named in it. */
const isClauseOfAnother = (s: Sentence, low: number): boolean =>
  /^(?:advcl|conj|parataxis)$/.test(baseRelation(s, low)) &&
  surfaceSubject(s, low).some((t) => t < low && t > s.head[low]! && /^(?:NOUN|PROPN)$/.test(s.upos[t]!));

/** "responded to the attack by shelling": words such as after, following, in response to part two events. */
function crossesRelative(s: Sentence, a: number, b: number, words: EventWords): boolean {
  const [low, high] = dominates(s, a, b) ? [b, a] : [a, b];
  for (let i = low, steps = 0; i !== high && i >= 0 && steps < s.form.length; i = s.head[i]!, steps++) {
    if (children(s, i, "case", "mark").some((c) => words.parting.has(lower(s, c)))) return true;
    // "shells fell on the port, while the rebels accused the navy of bombarding villages"
    if (i !== low && isBlaming(s, i, words) && s.upos[i] === "VERB") return true;
    // "took the town, and investigators say that its men killed hundreds there": told by others, of itself
    if (baseRelation(s, i) === "ccomp" && s.head[i] !== high && baseRelation(s, s.head[i]!) === "conj")
      return true;
    if (words.answers.has(lower(s, i))) return true;
  }
  return false;
}

function mergeTwo(s: Sentence, a: EventDraft, b: EventDraft): EventDraft {
  // what little is asked of gives way: "signalled | its readiness to mediate"
  const isMain = a.frame.broad === b.frame.broad ? depth(s, a.token) <= depth(s, b.token) : b.frame.broad;
  const main = isMain ? a : b;
  const other = main === a ? b : a;
  const actor = main.actor.length > 0 ? main.actor : other.actor;
  const named = main.recipient.some((p) => p.code !== null) ? main.recipient : other.recipient;
  const suffered = named.length > 0 ? named : main.recipient;
  // "bombed a camp in Iraq, killing two commanders of the PKK": both suffer
  const recipient = isOutcomeOf(s, other, main)
    ? distinct([...suffered, ...other.recipient.filter((p) => p.code !== null)])
    : suffered;
  // "envoys of both sat down for talks": whoever talks is told by the other
  const mutual = main.mutual || (other.mutual && actor === other.actor && suffered === other.recipient);
  return {
    ...main,
    mutual,
    rules: [...main.rules, ...other.rules],
    mode:
      main.mode ??
      (other.mode && (EVENT_MODES[main.type] as readonly string[]).includes(other.mode) ? other.mode : null),
    actor,
    recipient: mutual ? recipient : others(recipient, actor),
    broker: distinct([...main.broker, ...other.broker]),
    date: main.date.basis === "unknown" ? other.date : main.date,
    place: main.place ?? other.place,
    // "warned that it plans to invade": one threat, not the content of itself
    contentOf: main.contentOf >= 0 ? main.contentOf : other.contentOf === main.token ? -1 : other.contentOf,
    abstentions: main.abstentions.filter(
      (x) => (x.slot !== "actor" || actor.length === 0) && (x.slot !== "recipient" || recipient.length === 0),
    ),
  };
}
