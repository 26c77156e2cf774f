import type { Sentence } from "../language/sentence.js";
import { child, children, depth, dominates } from "../language/tree.js";
import { isOfEachToTheOther } from "./event-actors.js";
import { headOf, partiesAt } from "./event-clause.js";
import { distinct, type EventDraft, includes, without } from "./event-draft.js";
import type { EventType } from "./event-types.js";
import type { EventWords } from "./event-words.js";
import { actOf } from "./frame-matcher.js";
import type { ParsedReport } from "./parsed-report.js";
import { isOnlooker, type PartyRef } from "./party.js";
import { isKnown } from "./slot-parties.js";
import { isWhereSpoken } from "./told-events.js";

/*
 * Who stands on which side of an event by what the events beside it tell.
 */

/** "The collapse of Qatar-mediated talks with the Taliban": the sides and the mediator are those of the talks. */
export function withTalksOf(s: Sentence, d: EventDraft, drafts: readonly EventDraft[]): EventDraft {
  if (actOf(d.match) !== "talks-collapse") return d;
  const talks = drafts.find(
    (x) =>
      x !== d &&
      x.type === "CONSULT" &&
      (dominates(s, d.token, x.token) ||
        dominates(s, x.token, d.token) ||
        (x.token > d.token && x.token - d.token <= 12)),
  );
  if (!talks) return d;
  const { broker } = talks;
  const sides = distinct([...talks.actor, ...talks.recipient]);
  if (d.match.kind === "verb" && d.actor.some(isKnown) && !d.frame.mutual) {
    // "the rebels pulled out of talks with Kinshasa hosted by Angola": an act of its own
    const left = without(sides, d.actor);
    return { ...d, recipient: left.length > 0 ? left : d.recipient, broker };
  }
  // one thing told once: the talks, and in the initiative that they collapsed
  return {
    ...d,
    actor: sides,
    recipient: sides,
    mutual: sides.length > 1,
    broker,
    contentOf: talks.token,
  };
}

/** The two parties of the first event that has one against another. */
export function sidesOf(events: readonly EventDraft[]): readonly PartyRef[] | null {
  for (const e of events) {
    if (e.type !== "ASSAULT") continue;
    const sides = knownOf(e);
    // "are holding 73 UN employees": whose sides they are not
    if (sides.length === 2 && !e.recipient.some(isOnlooker)) return sides;
  }
  return null;
}

/** "Clashes erupted", "a ceasefire agreement": who is on the sides is told by the events around it. */
export function withSides(
  s: Sentence,
  d: EventDraft,
  sides: readonly PartyRef[] | null,
  words: EventWords,
): EventDraft {
  // "each accused the other": the two that fight
  if (sides && d.type === "ACCUSE" && knownOf(d).length === 0 && isOfEachToTheOther({ s, match: d.match }))
    return { ...d, actor: sides, recipient: sides, mutual: true, abstentions: [] };
  if (!d.frame.mutual || !sides || (d.match.kind !== "noun" && d.match.actor.length > 0)) return d;
  if (isWhereSpoken(s, d, words)) return d;
  const own = knownOf(d);
  const isTheirs = own.length === 0 ? mayBeOfSides(d) : own.length === 1 && includes(sides, own[0]!);
  return isTheirs ? { ...d, actor: sides, recipient: sides, mutual: true, abstentions: [] } : d;
}

/** Whether what names no side may be of those that are told of around it. */
function mayBeOfSides({ type, frame, status, broker }: EventDraft): boolean {
  // "an earlier accord, mediated by Kenya": of a deal of another time others may be the sides
  if (frame.act === "brokers") return false;
  if (broker.length > 0) return true;
  // "reaffirmed its readiness for talks": with whom is not told, and there are none yet
  const isActual = status === "happened" || status === "ongoing" || status === "denied";
  return isActual && (type === "ASSAULT" || type === "CONSULT" || frame.act !== null);
}

const knownOf = (d: EventDraft): PartyRef[] => distinct([...d.actor, ...d.recipient]).filter(isKnown);

/** "Ethiopia and Somalia agreed to end the dispute, | in talks | mediated by Türkiye": the two of the clause that the noun stands in. */
export function withSidesOfClause(s: Sentence, d: EventDraft, drafts: readonly EventDraft[]): EventDraft {
  if (d.match.kind !== "noun" || (d.type !== "CONSULT" && !(d.frame.mutual && d.type === "AGREE"))) return d;
  if (knownOf(d).length > 0) return d;
  const [over] = drafts
    .filter(
      (x) => x !== d && x.match.kind === "verb" && TOGETHER.has(x.type) && dominates(s, x.token, d.token),
    )
    .map((x) => ({ x, sides: without(knownOf(x), d.broker) }))
    .filter(({ x, sides }) => sides.length === 2 && (x.mutual || !x.recipient.some(isKnown)))
    .sort((a, b) => depth(s, b.x.token) - depth(s, a.x.token));
  return over ? { ...d, actor: over.sides, recipient: over.sides, mutual: true, abstentions: [] } : d;
}

/** Types of which two do one thing together where the clause names two who do it. */
const TOGETHER = new Set<EventType>([
  "AGREE",
  "SUPPORT",
  "CONSULT",
  "COOPERATE",
  "CONCEDE",
  "REJECT",
  "RETREAT",
]);

/** What an undertaking is about: "they will meet in Istanbul" is agreed, and the meeting planned. */
export function undertaken(d: EventDraft): EventDraft[] {
  if (d.type !== "AGREE" || d.frame.type === "AGREE" || d.status !== "planned") return [];
  const mode = d.frame.mode === "content" ? null : d.frame.mode;
  const content: EventDraft = { ...d, type: d.frame.type, mode, contentOf: d.token, abstentions: [] };
  // "will host delegations of both": they meet, and it brings them together
  const isHost = d.frame.mode === "visit" && d.frame.actor?.includes("obj") && d.recipient.length > 1;
  if (!isHost) return [content];
  return [{ ...content, mode: "third-party", actor: d.recipient, mutual: true, broker: d.actor }];
}

/** "Mali expressed solidarity with its ally, | as did Russia": by that one as well. */
export function doneAlike(parsed: ParsedReport, d: EventDraft): EventDraft[] {
  const s = parsed.sentences[d.sentence]!;
  const head = headOf(s, d.match);
  const does = children(s, head, "advcl", "parataxis", "conj").filter(
    (t) =>
      s.lemma[t] === "do" &&
      t > head &&
      /^(?:as|so)$/i.test(s.form[t - 1]!) &&
      child(s, t, "ccomp", "xcomp", "advmod") < 0,
  );
  const actor = does
    .flatMap((t) => children(s, t, "nsubj", "obj").filter((n) => n > t))
    .flatMap((n) => [n, ...children(s, n, "conj")])
    .flatMap((n) => partiesAt({ parsed, sentence: d.sentence }, n))
    .filter((p) => isKnown(p) && !includes(d.actor, p));
  return actor.length > 0 && !d.mutual ? [{ ...d, actor: distinct(actor) }] : [];
}
