import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates, subtree } from "../language/tree.js";
import { isOnlyWhere } from "./borders.js";
import { type EventClause, headOf, partiesAt } from "./event-clause.js";
import { distinct, others } from "./event-draft.js";
import {
  conditionsBelow,
  isHyphened,
  isInPlace,
  isOfArrangement,
  isOfTheCrime,
  isTopic,
  isWhy,
} from "./event-phrases.js";
import type { EventWords } from "./event-words.js";
import { mentionAt, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { isKnown } from "./slot-parties.js";
import { logicalSubject, prepositional } from "./slots.js";

/**
 * The first party that the event's own words name besides those already known: "accused militants of operating from Afghan territory",
 * "is willing to send troops to defend Riyadh". Relative clauses are passed over, and asides about other times unless they are asked for.
 */
export function partiesBelow(
  c: EventClause,
  known: readonly PartyRef[],
  { asides }: { readonly asides: boolean },
): PartyRef[] {
  const { s, match, siblings } = c;
  const below = new Set(wordsBelow(c, asides));
  const brokers = new Set(siblings.flatMap((m) => m.broker));
  const mentions = (c.parsed.mentions[c.sentence] ?? []).filter(
    (m) =>
      m.head > match.token &&
      below.has(m.head) &&
      !brokers.has(m.head) &&
      !isTopic(c, m.head) &&
      !(isOfArrangement(c, m.head) && isInPlace(s, m.head)) &&
      !isTopicOfMeeting(c, m.head) &&
      !isWhatFor(c, m.head) &&
      !isOfTheCrime(c, m.head) &&
      // "was signed in Pretoria": where the sides met
      !(isVenue(c, m.head) && isInPlace(s, m.head)) &&
      !actsElsewhere(c, m) &&
      !isOnlyWhere(s, m.from, match, known) &&
      // "accused the Iran-backed group": somebody else than Iran
      !isHyphened(s, m.to),
  );
  const named = (list: readonly PartyRef[]) => others(list, known).filter(isKnown);
  for (const m of mentions) {
    const parties = named(m.parties);
    if (parties.length === 0) continue;
    // "Britain mobilised army reservists against Iraq": its own troops are not against whom
    if (match.frame.type === "MOBILIZE" && parties.every((p) => known.some((k) => k.code === p.code)))
      continue;
    const twins = mentions.filter(
      (x) => x !== m && dominates(s, m.head, x.head) && baseRelation(s, x.head) === "conj",
    );
    return distinct([...parties, ...named(twins.flatMap((x) => x.parties))]);
  }
  return [];
}

/** Tokens below an event's word that are about the event itself. */
function wordsBelow({ s, head, lexicon: { words } }: EventClause, asides: boolean): readonly number[] {
  return subtree(s, head, (t) => {
    const relation = s.relation[t]!;
    if (relation === "acl:relcl" || relation === "parataxis" || relation === "punct") return true;
    if (relation === "conj" && s.head[t] === head) return true;
    if (isWhy(s, t, words) || isByCount(s, t, words)) return true;
    const finite = baseRelation(s, t) === "advcl" && child(s, t, "nsubj") >= 0;
    return (!asides || finite) && children(s, t, "case", "mark").some((m) => words.asides.has(lower(s, m)));
  });
}

/** "Killing 63 people by the count of a doctors' network". */
const isByCount = (s: Sentence, t: number, { tallies }: EventWords): boolean =>
  tallies.has(s.lemma[t]!) && children(s, t, "case").some((c) => /^(?:by|on|in)$/i.test(s.form[c]!));

/** Whether a place among an event's words is where sides meet: "boycotted the talks in Luanda", but "turned down a call for troops in Liberia". */
function isVenue({ s, match, frame, siblings, parsed, sentence }: EventClause, t: number): boolean {
  if (frame.mutual || match.also.some((f) => f.mutual) || frame.type === "CONSULT") return true;
  const mention = mentionAt(parsed, sentence, t);
  const isCapital = mention?.kind === "name" && mention.parties.every((p) => p.sector === "GOV");
  return (
    (frame.type === "REJECT" && isCapital) ||
    siblings.some(
      (o) => o.frame.type === "CONSULT" && [o.token, o.carrier].some((x) => x >= 0 && dominates(s, x, t)),
    )
  );
}

/** "Are expected to discuss the war | against the rebels |": what they agreed to meet about. */
const isTopicOfMeeting = (c: EventClause, token: number): boolean =>
  c.frame.type === "AGREE" &&
  c.siblings.some(
    (o) =>
      o.frame.type === "CONSULT" &&
      o.token > c.match.token &&
      isTopic({ ...c, match: o, frame: o.frame, head: headOf(c.s, o) }, token),
  );

/** "Called for more troops | to deter Russia |", "asked for a bigger effort | against the rebels |": what for, and not whom. */
function isWhatFor({ s, match, frame }: EventClause, token: number): boolean {
  if (frame.type !== "REQUEST") return false;
  const isFor = prepositional(s, match.token, "for").length > 0;
  for (let t = token; t >= 0 && t !== match.token; t = s.head[t]!) {
    const isClause = /^(?:advcl|acl)$/.test(baseRelation(s, t));
    // "urged it to leave": what it is asked itself
    if (s.head[t] === match.token && !(isClause && isFor)) return false;
    if (children(s, t, "mark", "case").some((w) => lower(s, w) === (isClause ? "to" : "against")))
      return true;
  }
  return false;
}

/** Whether the words of a request name whom it is to be done to, and nobody else. */
export const namesTarget = (c: EventClause, actor: readonly PartyRef[]): boolean =>
  (c.parsed.mentions[c.sentence] ?? []).some(
    (m) =>
      m.head > c.match.token &&
      dominates(c.s, c.match.token, m.head) &&
      others(m.parties, actor).some(isKnown) &&
      isWhatFor(c, m.head),
  );

/** Whether a mention among an event's words is who acts in another. */
function actsElsewhere({ s, match, frame, siblings }: EventClause, { head }: PartyMention): boolean {
  // "were killed when the insurgents captured Goma": who acts in a clause of its own is nobody's recipient
  if (baseRelation(s, head) === "nsubj" && baseRelation(s, s.head[head]!) === "advcl") return true;
  return siblings.some(
    (o) =>
      o !== match &&
      o.actor.includes(head) &&
      // "villagers have been killed in Myanmar's campaign"
      ((o.kind === "noun" && o.frame.type === "ASSAULT" && frame.type === "ASSAULT") ||
        // "under the pact, signed in Doha, the M23 was to withdraw": wherever in the sentence the tree hung it
        (o.kind === "verb" && !dominates(s, match.token, o.token))),
  );
}

/** The parties that act in the condition under which an event is threatened or promised: "unless Baghdad accepts". */
export function conditionedOn(c: EventClause, known: readonly PartyRef[]): PartyRef[] {
  const { s, head } = c;
  for (const clause of conditionsBelow(s, head)) {
    const parties = logicalSubject(s, clause).flatMap((t) => partiesAt(c, t));
    const named = distinct(others(parties, known));
    if (named.length > 0) return named;
  }
  return [];
}
