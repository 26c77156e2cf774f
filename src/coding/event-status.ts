import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import type { Status } from "./claim.js";
import { isSpokenAct } from "./event-actors.js";
import { type EventClause, speakersOf } from "./event-clause.js";
import { includes } from "./event-draft.js";
import { hasUnless } from "./event-phrases.js";
import type { EventSlots } from "./event-slots.js";
import type { EventType } from "./event-types.js";
import type { FrameMatch } from "./frame-matcher.js";
import { OBLIGATION } from "./obligations.js";
import type { PartyRef } from "./party.js";

/** What will be done with or for another is an undertaking. @see docs/decisions/002-undertakings.md */
const UNDERTAKEN = new Set<EventType>(["CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"]);
/** "will not release the prisoners", "will not begin talks": refused. */
const REFUSABLE = new Set<EventType>([...UNDERTAKEN, "AGREE"]);
const HOSTILE = new Set<EventType>(["COERCE", "ASSAULT", "SANCTION", "PROTEST"]);
/** What hurts by being done under a condition: "unless". */
const WITHHELD = new Set<EventType>(["RETREAT", "REJECT", "MOBILIZE"]);

/** Types whose content has not happened by being asked for, promised, threatened or refused. */
const CONTENT_STATUS: Partial<Record<EventType, Status>> = {
  REQUEST: "called-for",
  THREATEN: "threatened",
  AGREE: "planned",
  REJECT: "hypothetical",
};

/** What a third party does. */
const MEDIATING = new Set<string>(["mediates", "hosts", "brokers"]);

/** "Will not meet them": refused by its own verb. */
export const isRefused = ({ modality, frame }: EventClause): boolean =>
  modality.negated && modality.own && REFUSABLE.has(frame.type);

export interface TypeAndStatus {
  readonly type: EventType;
  readonly status: Status;
}

/** @param governor the event that asks for this one, promises, threatens or refuses it */
export function typeAndStatus(c: EventClause, slots: EventSlots, governor: FrameMatch | null): TypeAndStatus {
  // "is doing all it can to undermine the truce", he said: charged with it now, whatever for
  if (isSpokenAct(c) && c.modality.purpose && !c.modality.negated)
    return { type: c.frame.type, status: defaultStatus(c.frame.type) };
  if (governor)
    return { type: c.frame.type, status: c.modality.status ?? CONTENT_STATUS[governor.frame.type]! };
  return isOfferToMediate(c, slots)
    ? { type: "AGREE", status: "offered" }
    : ofItself(c, typeOfFreeing(c, slots), slots.actor.length + slots.broker.length > 0);
}

/** "Said it could host the talks": an offer by who says so. */
const isOfferToMediate = (c: EventClause, { broker }: EventSlots): boolean =>
  MEDIATING.has(c.frame.act ?? "") &&
  c.modality.status === "hypothetical" &&
  !c.modality.negated &&
  speakersOf(c).some((p) => includes(broker, p));

/**
 * Who frees: a captor lets go (RETREAT), a state's soldiers free those whom others hold (AID).
 * "The ELN freed two engineers", "the army freed 30 hostages".
 */
export function typeOfFreeing({ s, match, frame, lexicon }: EventClause, { actor }: EventSlots): EventType {
  const { freeing, held } = lexicon.words;
  if (match.kind !== "verb" || !freeing.has(s.lemma[match.token]!) || actor.length === 0) return frame.type;
  const ofGroup = actor.every((p) => p.sector !== null && CAPTORS.has(p.sector));
  if (frame.type === "AID" && ofGroup) return "RETREAT";
  const isHeld = children(s, match.token, "obj", "nsubj:pass").some((o) => held.has(s.lemma[o]!));
  const byForce = actor.every((p) => p.sector === "MIL" || p.sector === "COP");
  return frame.type === "RETREAT" && byForce && isHeld ? "AID" : frame.type;
}

const CAPTORS = new Set<PartyRef["sector"]>(["REB", "UAF", "PRM", "CRM"]);

/**
 * Type and status together: what somebody will do with or for another is AGREE, what hostile act its own actor announces
 * THREATEN. @see docs/record.md, boundaries of types
 */
function ofItself(
  { s, head, frame, modality }: EventClause,
  type: EventType,
  hasActor: boolean,
): TypeAndStatus {
  // "said it would not attack": nothing that was said to have been is denied
  const isAhead = modality.own && modality.status === "planned";
  if (modality.negated)
    return type === "ASSAULT"
      ? { type, status: isAhead ? "hypothetical" : "denied" }
      : { type: "REJECT", status: "happened" };
  // "is ready to attack" offers nothing; "is ready to release them" does
  const isOffer = modality.status === "offered" && UNDERTAKEN.has(type);
  if (isOffer) return { type: type === "RETREAT" || type === "CONCEDE" ? type : "AGREE", status: "offered" };
  const status = modality.status === "offered" && HOSTILE.has(type) ? "planned" : modality.status;
  if (status === null) return { type, status: frame.status ?? defaultStatus(type) };
  if (status === "planned" || status === "threatened") {
    // "troops are expected to enter the town": foreseen, and nobody's threat
    const isForeseen = /^expected$/i.test(s.form[modality.by] ?? "");
    if (hasActor && HOSTILE.has(type) && !modality.purpose && !isForeseen)
      return { type: "THREATEN", status: "threatened" };
    // "will pull its peacekeepers out unless the sides talk"
    if (status === "planned" && hasActor && WITHHELD.has(type) && hasUnless(s, head))
      return { type: "THREATEN", status: "threatened" };
    // "has sent fighters to support the army": what for, and no promise
    if (status === "planned" && UNDERTAKEN.has(type) && !modality.purpose) return { type: "AGREE", status };
  }
  if (frame.status && status === "planned" && type === "AGREE") return { type, status: frame.status };
  if (type === "REQUEST" || type === "THREATEN") {
    // "if Manila insists on going its own way"
    const isConditional = () => children(s, head, "mark").some((m) => /^(?:if|unless)$/i.test(s.form[m]!));
    const unreal = status === "denied" || (status === "hypothetical" && isConditional());
    return { type, status: unreal ? status : defaultStatus(type) };
  }
  // "an offer that the army dismissed": done; "promised an inquiry": to come
  if (status === "offered" && (type === "REJECT" || type === "ACCUSE"))
    return { type, status: type === "REJECT" ? "happened" : "planned" };
  return { type, status };
}

const defaultStatus = (type: EventType): Status =>
  type === "REQUEST" ? "called-for" : type === "THREATEN" ? "threatened" : "happened";

/** The event that asks for, promises, threatens or refuses this one; null where none governs it. */
export function governingEvent({
  s,
  match,
  head,
  siblings,
  lexicon,
  modality,
}: EventClause): FrameMatch | null {
  if (modality.presupposed) return null;
  const demand = siblings.find((m) => m.frame === OBLIGATION && m !== match && m.carrier === head);
  if (demand) return demand;
  // "offered its good offices": the verb that carries the noun tells of the offer
  const carrying = siblings.find((m) => m !== match && m.token === match.carrier);
  if (match.kind === "noun" && carrying && CONTENT_STATUS[carrying.frame.type] && carrying.frame.act)
    return carrying;
  let at = head;
  for (let steps = 0; steps < 8; steps++) {
    const governor = s.head[at]!;
    if (governor < 0 || !isContentLink(s, at, lexicon.words.content_prepositions)) return null;
    // "called for calm and offered to host talks": side by side, not one in the other
    if (baseRelation(s, at) === "conj" && s.upos[at] === "VERB" && s.upos[governor] === "VERB") {
      at = governor;
      continue;
    }
    const here = siblings.filter(
      (m) => m !== match && m.token !== match.token && (m.token === governor || m.carrier === governor),
    );
    const over = here.find((m) => CONTENT_STATUS[m.frame.type]) ?? here[0];
    // "a deal was struck": one arrangement, told by verb and noun
    const isSame = over?.kind === "verb" && over.frame.type === match.frame.type && over.frame.mutual;
    if (isSame && (over.evidence.includes(match.token) || s.head[match.token] === over.token)) {
      at = governor;
      continue;
    }
    if (over?.frame.act && over.frame.act === match.frame.act && over.frame.type === match.frame.type)
      return null;
    if (over && CONTENT_STATUS[over.frame.type]) return over;
    at = governor;
  }
  return null;
}

function isContentLink(s: Sentence, token: number, prepositions: ReadonlySet<string>): boolean {
  const relation = baseRelation(s, token);
  const isInfinitive = () => children(s, token, "mark").some((m) => lower(s, m) === "to");
  switch (relation) {
    case "xcomp":
    case "ccomp":
    case "obj":
    case "compound":
      return true;
    case "conj":
      return child(s, token, "nsubj") < 0;
    case "acl":
      return s.relation[token] !== "acl:relcl" && (isInfinitive() || child(s, token, "case") >= 0);
    case "advcl":
      return isInfinitive();
    case "nmod":
    case "obl": {
      const preposition = child(s, token, "case");
      return preposition < 0 ? relation === "nmod" : prepositions.has(lower(s, preposition));
    }
    default:
      return s.relation[token] === "nsubj:pass";
  }
}
