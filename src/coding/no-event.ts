import { lower } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { isSpokenAct } from "./event-actors.js";
import type { EventClause } from "./event-clause.js";
import { codesAlone, isBlaming } from "./event-phrases.js";
import type { EventSlots } from "./event-slots.js";
import { isRefused } from "./event-status.js";
import type { EventType } from "./event-types.js";
import type { FrameMatch } from "./frame-matcher.js";
import { isOfNobody } from "./modality.js";
import { complements, isPassive, logicalObject, prepositional } from "./slots.js";

/** Whether a trigger tells no event of its own, whoever stands in its slots. */
export const tellsNone = (c: EventClause): boolean => REASONS.some((holds) => holds(c));

/** "Has no intention of attacking": neither done nor denied. */
const isUnintended = ({ modality, frame }: EventClause): boolean =>
  modality.negated && modality.status === "planned" && !modality.own && frame.type === "ASSAULT";

/** "Nobody was killed by the shelling": no deed, and the shelling is not denied. */
const befellNobody = ({ s, head }: EventClause): boolean => isPassive(s, head) && isOfNobody(s, head);

/** "Had they not blown up the bridge": they did. */
const isContraryToFact = ({ modality, head }: EventClause): boolean =>
  modality.negated && modality.status === "hypothetical" && modality.by === head;

/** "Did not meet them": only what is refused or denied is told. */
const wasNotDone = (c: EventClause): boolean =>
  c.modality.negated && c.frame.type !== "ASSAULT" && !isRefused(c);

/** "Threatened no response", "issued no threat": nothing was; what takes "no" into its own phrase tells of that ("sees no reason to"). */
function isOfNothing(c: EventClause): boolean {
  const { s, match, frame } = c;
  if (frame.type === "ASSAULT" || frame.negated || isRefused(c)) return false;
  const of = match.kind === "noun" ? [match.token] : children(s, match.token, "obj");
  const isNo = (d: number) => lower(s, d) === "no" && (d < match.first || d > match.last);
  return of.some((t) => children(s, t, "det").some(isNo));
}

/** "Broke up over the withdrawal of troops", "at odds over the release of captives": what is in dispute has not been done. */
function isMatterOfDispute({ s, match, frame, lexicon }: EventClause): boolean {
  const { token, kind } = match;
  if (kind !== "noun" || !NEGOTIABLE.has(frame.type) || !/^(?:obl|nmod)$/.test(baseRelation(s, token)))
    return false;
  const { disputing, about } = lexicon.words;
  const isAbout = children(s, token, "case").some((k) => about.has(lower(s, k)) && lower(s, k) !== "against");
  const over = s.head[token]!;
  if (!isAbout) return false;
  // "no agreement was reached on it"
  const isNone = [over, ...children(s, over, "nsubj")].some((t) =>
    children(s, t, "det").some((d) => lower(s, d) === "no"),
  );
  return isNone || disputing.has(s.lemma[over]!.toLowerCase());
}

/** "Called the march an attempt to topple him", "described it as a plot to seize the town": what a thing is called, and done by nobody who says so. */
function isCharacterisation({ s, match }: EventClause): boolean {
  const noun = s.head[match.token]!;
  if (match.kind !== "verb" || baseRelation(s, match.token) !== "acl" || s.upos[noun] !== "NOUN")
    return false;
  const verb = s.head[noun]!;
  if (verb < 0 || !s.words.naming.has(s.lemma[verb]!)) return false;
  const isAs = children(s, noun, "case").some((k) => lower(s, k) === "as");
  return s.relation[noun] === "xcomp" || (baseRelation(s, noun) === "obl" && isAs);
}

/** What one side gives or both agree to. */
const NEGOTIABLE = new Set<EventType>(["RETREAT", "CONCEDE", "AGREE", "COOPERATE"]);

/** "Would stop attacks on ships", "must end its strikes": what is to end is neither threatened nor called for. */
const isToEnd = ({ modality, match }: EventClause): boolean => modality.status !== null && match.stopped;

/** "Suspended its attacks": told by the verb that ends them, where that tells something. */
const isEnded = ({ match, siblings }: EventClause): boolean =>
  match.stopped && siblings.some((m) => m !== match && m.kind === "verb" && m.token === match.carrier);

/** "Rejected claims that its jets hit a school": a denial, told by the claim. */
const isDenial = ({ s, match, frame, lexicon }: EventClause): boolean =>
  frame.type === "REJECT" &&
  match.kind === "verb" &&
  children(s, match.token, "obj", "nsubj:pass").some(
    (o) =>
      lexicon.words.claims.has(s.lemma[o]!.toLowerCase()) &&
      [...children(s, match.token, "ccomp"), ...children(s, o, "acl", "ccomp")].some((c) =>
        children(s, c, "mark").some((k) => s.form[k]!.toLowerCase() === "that"),
      ),
  );

/** "Rejected |the allegation| that its jets hit a school": answered, and told as nobody's. */
function isAnsweredCharge({ s, match, frame, lexicon }: EventClause): boolean {
  const { token, kind, actor } = match;
  if (frame.type !== "ACCUSE" || kind !== "noun" || actor.length > 0) return false;
  const over = s.head[token]!;
  const isAnswered = over >= 0 && /^(?:obj|nsubj:pass)$/.test(s.relation[token]!);
  return (
    isAnswered &&
    lexicon.words.claims.has(s.lemma[token]!.toLowerCase()) &&
    lexicon.words.denying.has(s.lemma[over]!.toLowerCase())
  );
}

/** "The director general of |military operations|": what somebody is head of. */
function isOfATitle({ s, match, head, lexicon }: EventClause): boolean {
  if (match.kind !== "noun" || baseRelation(s, head) !== "nmod" || children(s, head, "det").length > 0)
    return false;
  const isOf = children(s, head, "case").some((k) => lower(s, k) === "of");
  return isOf && lexicon.words.heading.has(s.lemma[s.head[head]!]!.toLowerCase());
}

/** "Called the allegation baseless": denied, and nobody accused. */
const isDenialInWords = ({ s, match, frame, lexicon }: EventClause): boolean =>
  frame.type === "ACCUSE" &&
  frame.mode === "disapprove" &&
  match.kind === "verb" &&
  logicalObject(s, match.token).some((o) => lexicon.words.claims.has(s.lemma[o]!.toLowerCase()));

/** "Negotiations hosted by China and | attended | by Qatari officials": who else is there, no talks of their own. */
function isAttendance({ s, match, frame }: EventClause): boolean {
  const { token } = match;
  if (frame.type !== "CONSULT" || match.kind !== "verb" || s.lemma[token] !== "attend") return false;
  const of = baseRelation(s, token) === "conj" ? s.head[token]! : token;
  return s.xpos[token] === "VBN" && baseRelation(s, of) === "acl";
}

/** "Efforts to end the war between the two": told by the efforts. */
function isSought({ s, head, siblings }: EventClause): boolean {
  const isEffort = (m: FrameMatch) =>
    m.kind === "noun" && m.frame.act === "mediates" && m.frame.needs.has("comp");
  const aims = (t: number) => [
    ...complements(s, t),
    ...(baseRelation(s, t) === "obj" ? complements(s, s.head[t]!).filter((c) => c > t) : []),
  ];
  return siblings.some((m) => isEffort(m) && aims(m.token).includes(head));
}

/** "The elders met to discuss an offensive": one meeting. */
function isAimOfItsLike({ s, match, frame, modality, siblings }: EventClause): boolean {
  const mediates = frame.act === "mediates" && match.broker.length > 0;
  if (!modality.purpose || mediates) return false;
  return siblings.some(
    (m) =>
      m !== match &&
      m.frame.type === frame.type &&
      // "observed a strike to protest": one protest
      (m.token === modality.by || (m.kind === "noun" && s.head[m.token] === modality.by)),
  );
}

/** "It would aggravate the situation": of what may come nobody is accused. */
const isJudgementOfWhatMayCome = (c: EventClause): boolean =>
  c.frame.type === "ACCUSE" && isSpokenAct(c) && c.modality.own;

/** "Accused it of wanting others to answer": what one is charged with is no request. */
const isCharge = ({ s, match, frame, lexicon }: EventClause): boolean =>
  frame.type === "REQUEST" &&
  s.xpos[match.token] === "VBG" &&
  isBlaming(s, s.head[match.token]!, lexicon.words);

/** "They paid the price for it", he said, "the war was triggered by a raid": of what is over nobody warns. */
function isThreatOfThePast(c: EventClause): boolean {
  const { s, match, frame } = c;
  if (frame.type !== "THREATEN" || match.kind !== "verb" || !isSpokenAct(c)) return false;
  const aux = children(s, match.token, "aux", "aux:pass");
  return aux.length === 0
    ? s.xpos[match.token] === "VBD"
    : aux.every((t) => /^(?:was|were|had|has|have|been)$/i.test(s.form[t]!));
}

/** "Ordered its troops to withdraw": done by who orders it, and asked of nobody. */
const isOrderToOwn = ({ s, match, frame }: EventClause): boolean =>
  frame.type === "REQUEST" &&
  match.kind === "verb" &&
  /^(?:order|instruct|direct|command)$/.test(s.lemma[match.token]!) &&
  match.recipient.length > 0 &&
  match.recipient.every((t) => child(s, t, "nmod:poss") >= 0 && s.upos[child(s, t, "nmod:poss")] === "PRON");

/** "Shops were looted, the agency said": nobody is told to have done it, so nobody is accused. */
function accusesNobody({ s, match, frame, lexicon }: EventClause): boolean {
  if (frame.type !== "ACCUSE" || frame.mode !== "allege" || match.kind !== "verb") return false;
  if (lexicon.words.alleging.has(s.lemma[match.token]!.toLowerCase())) return false;
  const deeds = complements(s, match.token);
  const isOfNobodyNamed = (t: number) => isPassive(s, t) && prepositional(s, t, "by").length === 0;
  return match.recipient.length === 0 && deeds.length > 0 && deeds.every(isOfNobodyNamed);
}

const REASONS: readonly ((c: EventClause) => boolean)[] = [
  isUnintended,
  befellNobody,
  isContraryToFact,
  wasNotDone,
  isToEnd,
  isEnded,
  isDenial,
  isDenialInWords,
  isAnsweredCharge,
  isOfNothing,
  isMatterOfDispute,
  isCharacterisation,
  isOfATitle,
  isAttendance,
  isSought,
  isAimOfItsLike,
  isJudgementOfWhatMayCome,
  isCharge,
  isOrderToOwn,
  isThreatOfThePast,
  accusesNobody,
];

/** Whether nobody is in it, and its word alone does not tell enough. */
export function namesNobody({ s, match, frame }: EventClause, slots: EventSlots): boolean {
  const isRequest = frame.type === "REQUEST" && match.kind === "verb";
  // "when they were told to leave": by nobody of whom anything is said
  if (isRequest && slots.actor.length + match.actor.length === 0 && baseRelation(s, match.token) === "advcl")
    return true;
  if (slots.actor.length + slots.recipient.length + slots.broker.length > 0) return false;
  if (match.actor.length + match.recipient.length + match.broker.length > 0) return false;
  // "the fighting": its sides may stand in the sentences before
  return !(frame.mutual && match.kind === "noun") && !codesAlone(s, match);
}
