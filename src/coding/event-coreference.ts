import type { DateInterval } from "../text/civil-date.js";
import { toWhomAnswered } from "./event-answers.js";
import { distinct, type EventDraft } from "./event-draft.js";
import type { EventType } from "./event-types.js";
import { actOf } from "./frame-matcher.js";
import { isOnlooker, type PartyRef } from "./party.js";
import { isGroupOf, partnersOf, sidesAt, sidesOfReport } from "./sides.js";

/**
 * A report tells one event several times, and rarely with all its sides: "Sunday's airstrikes inside Afghanistan", later
 * "the airstrikes by Pakistan". What a later telling leaves open is taken from an earlier one of the same type that agrees with it
 * in actor, mode and date; where the report tells of two sides, what one does to nobody named it does to the other, and what a third
 * party asks of nobody named it asks of both.
 */
export function joinTellings(
  given: readonly EventDraft[],
  home: string | null,
  heading: readonly string[] = [],
): EventDraft[] {
  const drafts = withClaims(withBothSides(given, heading));
  const sides = sidesOfReport(drafts, { heading });
  const atHome =
    home === null
      ? null
      : (drafts.flatMap((d) => [...d.actor, ...d.recipient]).find((p) => p.code === home) ?? null);
  const foes = sidesOfReport(drafts, { foes: true, heading });
  const fighters = drafts.flatMap((d) => (d.type === "ASSAULT" ? codes([...d.actor, ...d.recipient]) : []));
  const thirds = drafts.flatMap((d) => d.broker);
  const partners = (sides && partnersOf(drafts, sides, thirds)) ?? sides;
  const sidesOf = (d: EventDraft) => sidesAt(drafts, d, sides);
  const partnersAt = (d: EventDraft) => sidesAt(drafts, d, partners);
  const whole = drafts
    .map((d) => brokeredBeside(announced(arranged(d, partnersAt(d)), partnersAt(d), fighters), drafts))
    .map((d, _, all) => brokering(d, all, sidesOf(d)))
    .filter((d): d is EventDraft => d !== null && !isSought(d, drafts));
  const out: EventDraft[] = [];
  for (const given of whole) {
    const d = toWhomAnswered(answering(byOtherState(given, whole), whole, out), out);
    const here = sidesOf(d);
    const foesHere = here === sides ? foes : here;
    out.push(
      isOpen(d.recipient) && !d.elsewhere
        ? fromOutside(withRecipient(d, out, here, foesHere), here, atHome)
        : askedOfBoth(withGroupSides(d, here, heading), here),
    );
  }
  return out.map((d) => datedAsTold(d, out));
}

/** "An inquiry into the killings", where they are told with their day elsewhere in the report: that day, if all such tellings agree. */
function datedAsTold(d: EventDraft, all: readonly EventDraft[]): EventDraft {
  if (d.presupposed < 0 || d.date.from !== null || d.date.to === null) return d;
  const told = all.filter(
    (e) =>
      e.type === d.type &&
      e.presupposed < 0 &&
      (e.status === "happened" || e.status === "ongoing") &&
      e.date.from !== null &&
      meet(e.date, d.date) &&
      modesAgree(e, d) &&
      codes(e.recipient).some((c) => codes(d.recipient).includes(c)),
  );
  const [first] = told;
  const agree = told.every((e) => e.date.from === first!.date.from && e.date.to === first!.date.to);
  return first && agree ? { ...d, date: { ...first.date, basis: "inferred" } } : d;
}

/** How many sentences back the attack may stand that somebody claims. */
const CLAIMED_WITHIN = 2;

/** "Gunmen stormed a post. The TTP claimed responsibility for the assault": its men did it, and whom they hit suffered what it claims. */
function withClaims(drafts: readonly EventDraft[]): EventDraft[] {
  const attackOf = (claim: EventDraft) =>
    drafts.findLast(
      (e) =>
        e.type === "ASSAULT" &&
        !e.claimed &&
        isTextBefore(e, claim) &&
        claim.sentence - e.sentence <= CLAIMED_WITHIN &&
        (e.status === "happened" || e.status === "ongoing") &&
        isOpen(e.actor) &&
        !isOpen(e.recipient),
    );
  const claims = drafts.filter(
    (d) => d.claimed && d.status === "happened" && !isOpen(d.actor) && isOpen(d.recipient),
  );
  const pairs = claims.flatMap((claim) => {
    const attack = attackOf(claim);
    return attack ? [{ claim, attack }] : [];
  });
  return drafts.map((d) => {
    const as = pairs.find(({ claim }) => claim === d);
    if (as) return filled(d, as.attack.recipient);
    const of = pairs.find(({ attack }) => attack === d);
    return of
      ? { ...d, actor: of.claim.actor, abstentions: d.abstentions.filter((a) => a.slot !== "actor") }
      : d;
  });
}

/** "Both sides", "each", "the warring parties"; "each other" has its two beside it, "both countries" are states. */
export const PAIR_WORDS =
  /^(?:the |these |those |all )?(?:both|each(?! other)|two|either|neither|rival|warring|opposing|sides?|parties|belligerents)\b/i;
const STATE_WORDS = /(?:countr|nation|neighbo|government|capital|state|president|republic|minister)/i;

/** What sets two against each other. */
const AGAINST = new Set<EventType>(["ASSAULT", "ACCUSE", "THREATEN"]);

/**
 * "Each side accused the other": who the two are is told by what the report tells of the two that fight each other, where the words
 * gave one of them and somebody who was only named last; not where just those two were told of together before.
 */
function withBothSides(drafts: readonly EventDraft[], heading: readonly string[]): EventDraft[] {
  const isPair = (list: readonly PartyRef[]) =>
    list.length === 2 && list[0]!.span.start === list[1]!.span.start && PAIR_WORDS.test(list[0]!.words);
  const named = drafts.filter((d) => !isPair(d.actor) && !isPair(d.recipient));
  // "the two neighbours" are states, which is all there is to ask
  const settled = drafts.filter(
    (d) => named.includes(d) || (isPair(d.actor) && STATE_WORDS.test(d.actor[0]!.words)),
  );
  const foes = sidesOfReport(named, { foes: true, heading });
  const most = sidesOfReport(named, { heading });
  // "Oman called on all parties": who asks is none of them
  const asks = (d: EventDraft, list: readonly PartyRef[]) =>
    d.type === "REQUEST" && list.some((p) => p.code !== null && codes(d.actor).includes(p.code));
  const beside = (d: EventDraft, list: readonly PartyRef[]) =>
    isPair(list)
      ? named.find(
          (e) =>
            e.sentence === d.sentence &&
            e.token < d.token &&
            new Set(codes(e.actor)).size === 2 &&
            !asks(d, e.actor),
        )
      : undefined;
  const wrong = (d: EventDraft, list: readonly PartyRef[]) => {
    if (foes === null || list.every((p) => most?.some((x) => x.code === p.code))) return false;
    if (isPair(list) && STATE_WORDS.test(list[0]!.words) && foes.some((f) => f.code !== f.country))
      return false;
    if (!isPair(list) || list.filter((p) => foes.some((f) => f.code === p.code)).length !== 1) return false;
    return !settled.some(
      (e) =>
        e.sentence <= d.sentence &&
        (e.mutual || (AGAINST.has(e.type) && d.sentence - e.sentence <= OFFER_WITHIN)) &&
        new Set(codes([...e.actor, ...e.recipient])).size === 2 &&
        list.every((p) => codes([...e.actor, ...e.recipient]).includes(p.code!)),
    );
  };
  // where a report tells two stories: the two of the one told of last
  const inStory = (d: EventDraft, list: readonly PartyRef[]) => {
    const here = isPair(list) ? sidesAt(named, d, most) : most;
    return here === most ? null : here;
  };
  const of = (d: EventDraft, list: readonly PartyRef[]) => {
    // "who mediates between Kinshasa and the rebels urged both sides": those two
    const inSentence = beside(d, list)?.actor.filter((p) => p.code !== null);
    const isOwn = isPair(list) && list !== d.actor && asks(d, list);
    const two =
      inSentence ?? inStory(d, list) ?? (wrong(d, list) ? foes : null) ?? (isOwn ? (foes ?? most) : null);
    return two ? two.map((p) => ({ ...p, words: list[0]!.words, span: list[0]!.span })) : list;
  };
  return drafts.map((d) => ({ ...d, actor: of(d, d.actor), recipient: of(d, d.recipient) }));
}

/** "Trump announced the truce", "Togo secured a ceasefire": whose is one between others, and fights nobody, brought it about. */
function announced(
  d: EventDraft,
  sides: readonly PartyRef[] | null,
  fighters: readonly string[],
): EventDraft {
  const isTruce = d.frame.act === "ceasefire-agreed" && d.match.kind === "verb";
  if (!isTruce || (d.type !== "CONCEDE" && d.type !== "AGREE") || d.broker.length > 0) return d;
  const actors = codes(d.actor);
  if (actors.length === 0 || actors.some((c) => fighters.includes(c))) return d;
  const between = d.recipient.filter((p) => p.code !== null);
  const parties = between.length > 1 ? between : sides;
  if (!parties || parties.some((p) => actors.includes(p.code!))) return d;
  // an armed group of the country declares its own
  if (parties.some((p) => d.actor.some((a) => isGroupOf(a, p)))) return d;
  return { ...d, actor: parties, recipient: parties, mutual: true, broker: d.actor, abstentions: [] };
}

/** "China helped to broker a ceasefire between the two": who brokers an arrangement is told by the verb over it. */
function brokeredBeside(d: EventDraft, all: readonly EventDraft[]): EventDraft {
  if (d.type !== "AGREE" || !d.mutual || d.broker.length > 0 || d.match.kind !== "noun") return d;
  const over = all.find(
    (e) =>
      e.sentence === d.sentence &&
      e.frame.act === "brokers" &&
      e.broker.length > 0 &&
      e.token < d.token &&
      codes([...e.actor, ...e.recipient]).every((c) => codes(d.actor).includes(c)),
  );
  return over ? { ...d, broker: over.broker } : d;
}

const isMediated = (arrangement: EventDraft, e: EventDraft): boolean =>
  e.sentence === arrangement.sentence &&
  e.frame.act === "mediates" &&
  e.match.kind === "verb" &&
  (e.match.evidence.includes(arrangement.token) ||
    (e.token < arrangement.token &&
      e.match.broker.length > 0 &&
      e.match.broker.join() === arrangement.match.broker.join()));

/** What somebody brokers is agreed between the others, and told once: "brokered a settlement", "brokered a truce between the two". */
function brokering(
  d: EventDraft,
  all: readonly EventDraft[],
  sides: readonly PartyRef[] | null,
): EventDraft | null {
  // "mediated several truces between the two"
  if (d.type === "AGREE" && d.match.kind === "noun" && all.some((e) => isMediated(d, e))) return null;
  // "which mediated the accord": between whose accord it is
  const accord = all.find((e) => e.type === "AGREE" && e.mutual && isMediated(e, d));
  if (accord && codes([...d.actor, ...d.recipient]).length === 0)
    return { ...d, actor: accord.actor, recipient: [] };
  if (d.frame.act !== "brokers" || d.match.kind !== "verb" || d.type !== "CONSULT" || d.attempted) return d;
  const own = distinct([...d.actor, ...d.recipient]);
  // "the truce, which it brokered": between those who fight
  const between = sides?.every((p) => d.broker.every((b) => b.code !== p.code)) ? sides : [];
  const parties = own.length === 0 && d.match.evidence.length > 0 ? between : own;
  if (d.broker.length === 0 || parties.length < 2) return d;
  const told = all.some(
    (e) => e.type === "AGREE" && e.sentence === d.sentence && e.token > d.token && e.broker === d.broker,
  );
  return told ? null : { ...d, type: "AGREE", mode: null, actor: parties, recipient: parties, mutual: true };
}

const WEAPONS = new Set(["aerial", "drone", "heavy-weapons"]);

/**
 * "A drone hit a kiosk in Odesa": in a report of what one state's weapons do to another, the drone is that state's; nothing is taken
 * where anybody else is told to have struck the same country, or it itself.
 */
function byOtherState(d: EventDraft, all: readonly EventDraft[]): EventDraft {
  if (
    d.type !== "ASSAULT" ||
    d.actor.length > 0 ||
    (d.mode !== null && d.mode !== "destroy" && !WEAPONS.has(d.mode))
  )
    return d;
  const [state] = d.recipient;
  if (d.recipient.length !== 1 || !state?.code || state.code !== state.country) return d;
  if (d.status !== "happened" && d.status !== "ongoing") return d;
  const strikes = all.filter(
    (e) =>
      e.type === "ASSAULT" &&
      (e.status === "happened" || e.status === "ongoing") &&
      codes(e.recipient).includes(state.code!),
  );
  const by = distinct(strikes.flatMap((e) => e.actor));
  const [foe] = by;
  if (by.length !== 1 || !foe?.code || foe.code !== foe.country || foe.code === state.code) return d;
  const told = strikes.some(
    (e) => e !== d && e.mode !== null && WEAPONS.has(e.mode) && !isOpen(e.actor) && meet(d.date, e.date),
  );
  return told ? { ...d, actor: [foe], abstentions: d.abstentions.filter((a) => a.slot !== "actor") } : d;
}

const ANSWERS = new Set<string>(["accepts", "rejects", "welcomes"]);

/** How many sentences back the offer may stand that is accepted or turned down, and what else "it" is. */
const OFFER_WITHIN = 3;
const ANSWERED_WITHIN = 6;

/** "Israel has rejected it", "the general accepted the offer": an answer is given to who made the last offer, or got the last answer. */
function answering(d: EventDraft, all: readonly EventDraft[], answered: readonly EventDraft[]): EventDraft {
  // "declined a role in its dispute with India": what the object names is not whom the answer is given to
  const isAside = d.match.recipient.length === 0;
  if (!isAnswer(d) || d.elsewhere || !(isOpen(d.recipient) || isAside)) return d;
  // "ruled out talks with what it calls terrorists": to somebody else than who offered them
  if (d.type === "REJECT" && d.match.recipient.length > 0) return d;
  const actors = codes(d.actor);
  const isNear = (e: EventDraft) => isTextBefore(e, d) && d.sentence - e.sentence <= ANSWERED_WITHIN;
  const offers = all
    .filter((e) => isNear(e) && (e.status === "offered" || e.frame.act === "offers"))
    // "offered to host talks with the rebels": by who would host them
    .map((e) => ({ e, by: isOpen(e.broker) ? e.actor : e.broker }));
  const answers = answered.filter((e) => isNear(e) && isAnswer(e)).map((e) => ({ e, by: e.recipient }));
  const last = [...offers, ...answers]
    .filter(({ by }) => !isOpen(by) && !codes(by).some((c) => actors.includes(c)))
    .reduce<{ e: EventDraft; by: readonly PartyRef[] } | null>(
      (a, b) => (a && isTextBefore(b.e, a.e) ? a : b),
      null,
    );
  return last ? filled(d, last.by) : d;
}

const isAnswer = (d: EventDraft) => ANSWERS.has(actOf(d.match) ?? "");

/** Whether one stands before the other in the text; drafts come with a sentence's main clause first. */
export const isTextBefore = (a: EventDraft, b: EventDraft) =>
  a.sentence < b.sentence || (a.sentence === b.sentence && a.token < b.token);

/** "a deal brokered by the Emirates", "the accord was signed in Doha": an arrangement that names no side is between the report's. */
function arranged(d: EventDraft, sides: readonly PartyRef[] | null): EventDraft {
  const slots = d.match.actor.length + (isConcluded(d) ? 0 : d.match.recipient.length);
  const nobody = isOpen(d.actor) && isOpen(d.recipient) && slots === 0;
  if (!d.frame.mutual || !nobody || !sides || (d.broker.length === 0 && !isConcluded(d))) return d;
  if (sides.some((p) => d.broker.some((b) => b.code === p.code))) return d;
  return { ...d, actor: sides, recipient: sides, mutual: true, abstentions: [] };
}

/** "Is trying to broker a truce": the mediation is told, and no truce. */
const isSought = (d: EventDraft, all: readonly EventDraft[]) =>
  d.type === "AGREE" &&
  d.match.kind === "noun" &&
  d.status === "planned" &&
  all.some((e) => e.attempted && e.sentence === d.sentence && e.token < d.token);

const isConcluded = (d: EventDraft) =>
  d.match.kind === "verb" &&
  (d.type === "AGREE" || d.type === "SUPPORT" || (d.type === "RETREAT" && d.mode === "ceasefire"));

/** Sides that no words of the event name are the report's: the armed group, not the state in whose country it fights; those that a heading names. */
function withGroupSides(
  d: EventDraft,
  sides: readonly PartyRef[] | null,
  heading: readonly string[],
): EventDraft {
  const inferred = d.mutual && d.match.actor.length + d.match.recipient.length === 0;
  if (!inferred || !sides) return d;
  const isHeaded = sides.length === 2 && sides.every((p) => heading.includes(p.code!));
  const fits = d.actor.every((p) => sides.some((x) => x.code === p.code || isGroupOf(x, p)));
  return fits || isHeaded ? { ...d, actor: sides, recipient: sides } : d;
}

/** "The Pope called for a ceasefire in Ukraine", where Russia fights it: asked of both. */
function askedOfBoth(d: EventDraft, sides: readonly PartyRef[] | null): EventDraft {
  if (!d.located || !sides || (d.mode !== "yield" && d.mode !== "meet")) return d;
  const among = (p: PartyRef) => sides.some((x) => x.code === p.code || isGroupOf(x, p));
  return d.recipient.every(among) && !d.actor.some(among) ? filled(d, sides) : d;
}

/** What somebody elsewhere does to nobody named. */
const FROM_OUTSIDE = new Set<EventType>(["SUPPORT", "AID", "SANCTION", "THREATEN", "REQUEST", "ACCUSE"]);

/** "Washington offered its condolences", in a report set in one country: to that country. */
function fromOutside(d: EventDraft, sides: readonly PartyRef[] | null, home: PartyRef | null): EventDraft {
  const isTo = FROM_OUTSIDE.has(d.type) || (d.type === "AGREE" && d.status === "offered" && sides === null);
  if (home === null || !isTo || d.mutual || d.recipient.length > 0 || isOpen(d.actor)) return d;
  // what is done for a peace is between the sides
  if (actOf(d.match) !== null && sides !== null) return d;
  const isOfHome = (p: PartyRef) => p.code === home.code || p.country === home.code;
  return d.actor.some(isOfHome) ? d : filled(d, [home]);
}

const isOpen = (list: readonly PartyRef[]) => list.every((p) => p.code === null);
const codes = (list: readonly PartyRef[]) => list.flatMap((p) => (p.code === null ? [] : [p.code]));

/** What one side does, asks or threatens, the other suffers or is asked, where nobody else is named. */
const AGAINST_THE_OTHER = new Set<EventType>([
  "ASSAULT",
  "THREATEN",
  "ACCUSE",
  "REJECT",
  "REQUEST",
  "SANCTION",
]);
/** What one side gives up, it gives up to the other. */
const YIELDED = new Set<EventDraft["mode"]>(["withdraw", "disarm"]);

/** How many sentences back the deed may stand that is condemned, and in how many first ones a report tells what it is about. */
const DEED_WITHIN = 6;
const LEAD = 2;

/** What one gives up or both conclude, and how many sentences back it may be told. */
const MADE_WITHIN = 12;
const MADE = new Set<EventType>(["RETREAT", "CONCEDE", "AGREE"]);

function withRecipient(
  d: EventDraft,
  before: readonly EventDraft[],
  sides: readonly PartyRef[] | null,
  foes: readonly PartyRef[] | null,
): EventDraft {
  const actors = codes(d.actor);
  if (actors.length === 0) return d;
  // "Kabul accused Pakistan of breaking the truce": the truce with whom accuses
  const accuser = before.findLast(
    (e) =>
      e.type === "ACCUSE" && e.sentence === d.sentence && codes(e.recipient).some((c) => actors.includes(c)),
  );
  if (
    actOf(d.match) === "ceasefire-violated" &&
    accuser &&
    !isOpen(accuser.actor) &&
    !accuser.actor.some(isOnlooker)
  )
    return filled(
      d,
      accuser.actor.filter((p) => p.code !== null && !actors.includes(p.code)),
    );
  // "security forces killed 20 militants": somebody else than the other state
  if (d.mode === "crowd-control") return d;
  const unnamed = d.recipient.some((p) => p.sector === "REB" || p.sector === "UAF" || p.sector === "CRM");
  if (d.type === "ASSAULT" && actors.length === 1 && !unnamed) {
    const told = before.findLast(
      (e) => e.type === "ASSAULT" && !isOpen(e.recipient) && sameEvent(d, e, actors[0]!),
    );
    if (told) return filled(d, [...d.recipient, ...told.recipient]);
  }
  // "the embassy welcomed the step": of those who made the last one towards each other
  if (d.type === "SUPPORT" && sides && !codes(sides).some((c) => actors.includes(c))) {
    const isBetween = (e: EventDraft) =>
      codes([...e.actor, ...e.recipient]).every((c) => codes(sides).includes(c));
    const step = before.findLast((e) => MADE.has(e.type) && !isOpen(e.actor) && isBetween(e));
    if (step && d.sentence - step.sentence <= MADE_WITHIN)
      return filled(d, distinct([...step.actor, ...step.recipient.filter((p) => p.code !== null)]));
  }
  const beside = ABOUT_THE_SAME.has(d.type) ? besideInSentence(d, before) : null;
  if (beside && d.match.recipient.length === 0) return filled(d, beside.recipient);
  if (!sides || (d.recipient.length > 0 && d.type === "ASSAULT")) return d;
  const among = sides.filter((p) => actors.includes(p.code!));
  const others = (foes ?? []).filter((p) => !actors.includes(p.code!));
  if (d.type === "REQUEST" && (d.mode === "yield" || d.mode === "meet") && among.length === 0)
    return filled(d, sides);
  // "its forces reserved the right to reply": to whom it accused before
  const accused =
    d.type === "THREATEN" && among.length === 0
      ? before.findLast(
          (e) =>
            (e.type === "ACCUSE" || e.type === "THREATEN") &&
            codes(e.actor).join() === actors.join() &&
            !isOpen(e.recipient),
        )
      : undefined;
  if (accused && d.sentence - accused.sentence <= OFFER_WITHIN) return filled(d, accused.recipient);
  // "has offered to mediate": between the two
  if (d.status === "offered" && d.frame.act !== null && among.length === 0) return filled(d, sides);
  // "blamed the attack on the closure of two bases": the other side is not what is blamed
  const told = d.type === "ACCUSE" && d.mode === "allege" && d.match.recipient.length > 0;
  // "the door remains open": of one side, to the other
  if (d.status === "offered" && d.type === "AGREE" && among.length === 1 && others.length === 1)
    return filled(d, others);
  // "called for a ban", "for more troops": of others than the other side
  if (actOf(d.match) === "calls-for" && (d.mode === null || d.mode === "assist")) return d;
  const isYielded = d.type === "RETREAT" && YIELDED.has(d.mode) && d.status !== "called-for";
  if ((AGAINST_THE_OTHER.has(d.type) || isYielded) && others.length === 1 && foes!.length === 2 && !told)
    return filled(d, others);
  // "the UN condemned the attack": who is told to have made the last one
  if (d.type === "ACCUSE" && d.mode === "disapprove") {
    const isDeed = (e: EventDraft) =>
      e.type === "ASSAULT" && !e.mutual && codes(e.actor).some((c) => !actors.includes(c));
    const recent = before.findLast((e) => isDeed(e) && d.sentence - e.sentence <= DEED_WITHIN);
    // far from any: what the report is about
    const last = recent ?? before.find((e) => isDeed(e) && e.sentence <= LEAD);
    if (last) return filled(d, distinct(last.actor.filter((p) => p.code !== null)));
  }
  return d;
}

/** What is done to nobody named beside what is done to somebody. */
const ABOUT_THE_SAME = new Set<EventType>(["SANCTION", "THREATEN", "REJECT"]);

/** "Accused Algiers of sponsoring raids and | recalled its ambassador": from the same. */
const besideInSentence = (d: EventDraft, before: readonly EventDraft[]): EventDraft | undefined =>
  before.findLast(
    (e) =>
      e.sentence === d.sentence &&
      e.token < d.token &&
      (e.type === "ACCUSE" || ABOUT_THE_SAME.has(e.type)) &&
      !isOpen(e.recipient) &&
      e.actor.length > 0 &&
      codes(e.actor).join() === codes(d.actor).join(),
  );

function sameEvent(d: EventDraft, e: EventDraft, actor: string): boolean {
  const other = codes(e.actor);
  return (
    e.status !== "hypothetical" &&
    other.length === 1 &&
    other[0] === actor &&
    meet(d.date, e.date) &&
    modesAgree(d, e)
  );
}

const filled = (d: EventDraft, recipient: readonly PartyRef[]): EventDraft => ({
  ...d,
  recipient,
  abstentions: d.abstentions.filter((a) => a.slot !== "recipient"),
});

const modesAgree = (a: EventDraft, b: EventDraft) => a.mode === null || b.mode === null || a.mode === b.mode;

function meet(a: DateInterval, b: DateInterval): boolean {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return true;
  return (a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999");
}
