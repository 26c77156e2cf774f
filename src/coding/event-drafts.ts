import { child, children } from "../language/tree.js";
import { UNKNOWN_DATE } from "../text/civil-date.js";
import type { Abstention } from "./claim.js";
import {
  accuserDoesNotAct,
  blamedAct,
  blamerDoesNotAct,
  eachActs,
  isSpokenAct,
  sendersAct,
  speakerActs,
  speakersSuffer,
  subjectActs,
  tellersAct,
  whoHoldsThePostActs,
  whoIsAboveActs,
  whoOrderedActs,
} from "./event-actors.js";
import { answeredDeed } from "./event-answers.js";
import { type EventClause, type EventContext, type EventLexicons, eventClause } from "./event-clause.js";
import type { EventDraft } from "./event-draft.js";
import { modeOf } from "./event-mode.js";
import { isWhere } from "./event-people.js";
import { isFirstPerson } from "./event-phrases.js";
import {
  countrySuffers,
  namedBelowSuffer,
  otherBeforeSuffers,
  othersSuffer,
  whoIsToActIsAsked,
} from "./event-recipients.js";
import {
  bothActAndSuffer,
  clauseNamesOtherSide,
  helpedAreNoFoes,
  hostOfSeveral,
  hostUndertakes,
  mediatorIsNoSide,
  partnersActToo,
  unknownFoesSuffer,
} from "./event-sides.js";
import { type EventSlots, type SlotStep, slotsOf } from "./event-slots.js";
import { governingEvent, typeAndStatus } from "./event-status.js";
import type { FrameMatch } from "./frame-matcher.js";
import { namesNobody, tellsNone } from "./no-event.js";
import type { ParsedReport } from "./parsed-report.js";
import { namesTarget } from "./parties-below.js";

/** The events that the triggers of one sentence tell, in the order of the text. */
export function eventDrafts(
  parsed: ParsedReport,
  matches: readonly FrameMatch[],
  lexicons: EventLexicons,
  context: EventContext,
): EventDraft[] {
  return matches.flatMap((match) => draftOf(eventClause(parsed, match, matches, lexicons, context)) ?? []);
}

function draftOf(c: EventClause): EventDraft | null {
  if (tellsNone(c)) return null;
  const acted = read(c, WHO_ACTS, slotsOf(c));
  // in the outlet's own voice words of judgement are no act
  if (isSpokenAct(c) && acted.actor.length === 0) return null;
  const slots = read(c, WHO_SUFFERS, acted);
  return namesNobody(c, slots) ? null : draft(c, slots);
}

/** Who did it, where the trigger's own slot does not tell; in this order. */
const WHO_ACTS: readonly SlotStep[] = [
  subjectActs,
  whoOrderedActs,
  whoIsAboveActs,
  eachActs,
  whoHoldsThePostActs,
  tellersAct,
  blamedAct,
  sendersAct,
  accuserDoesNotAct,
  speakerActs,
];

/** To whom it was done, and who of all these is on which side; in this order. */
const WHO_SUFFERS: readonly SlotStep[] = [
  whoIsToActIsAsked,
  partnersActToo,
  unknownFoesSuffer,
  otherBeforeSuffers,
  othersSuffer,
  mediatorIsNoSide,
  hostOfSeveral,
  helpedAreNoFoes,
  clauseNamesOtherSide,
  blamerDoesNotAct,
  bothActAndSuffer,
  countrySuffers,
  namedBelowSuffer,
  speakersSuffer,
  // again: only now may it be told that rebels suffered
  tellersAct,
];

const read = (c: EventClause, steps: readonly SlotStep[], slots: EventSlots): EventSlots =>
  steps.reduce((known, step) => step(c, known), slots);

function draft(c: EventClause, told: EventSlots): EventDraft {
  const { s, sentence, match, frame, modality, attempted } = c;
  const governor = governingEvent(c);
  const { type, status } = typeAndStatus(c, told, governor);
  const isHost = type === "AGREE" && frame.type === "CONSULT" && told.broker.length > 0;
  const slots = isHost ? hostUndertakes(told) : told;
  const { actor, recipient, broker, mutual, place } = slots;
  const over = s.head[match.token]!;
  return {
    sentence,
    token: match.token,
    match,
    frame,
    rules: [frame, ...match.also].map((f) => f.id),
    type,
    mode: modeOf(c, type, mutual),
    actor,
    recipient,
    broker,
    mutual,
    located:
      frame.type === "REQUEST" &&
      match.recipient.length === 0 &&
      recipient.every((p) => isWhere(c.parsed, p)),
    elsewhere: slots.ofOwn || (recipient.length === 0 && namesTarget(c, actor)),
    attempted,
    answers: answeredDeed(c),
    claimed:
      frame.type === "ASSAULT" &&
      match.kind === "noun" &&
      over >= 0 &&
      c.lexicon.words.credit.has(s.lemma[over]!),
    spoken: isSpokenAct(c) || match.actor.some((t) => isFirstPerson(s, t)),
    presupposed: modality.presupposed ? modality.by : -1,
    status,
    certainty: "stated",
    date:
      status === "planned" && hasClauseOfItsOwn(c) ? UNKNOWN_DATE : c.context.dateAt(sentence, match.token),
    place,
    contentOf: governor?.token ?? -1,
    abstentions: abstentionsOf(slots),
  };
}

/** "Would resume the patrols | that were halted in May": of the time before, not of what is to come. */
const hasClauseOfItsOwn = ({ s, match }: EventClause): boolean =>
  match.kind === "noun" && children(s, match.token, "acl").some((c) => child(s, c, "aux", "aux:pass") >= 0);

function abstentionsOf({ actor, recipient, mutual }: EventSlots): Abstention[] {
  const out: Abstention[] = [];
  if (actor.length === 0) out.push({ slot: "actor", reason: "the sentence names nobody who did it" });
  if (recipient.length === 0 && !mutual)
    out.push({ slot: "recipient", reason: "the sentence names nobody to whom it was done" });
  return out;
}
