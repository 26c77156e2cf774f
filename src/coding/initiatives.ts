import type { InitiativeAct } from "./claim.js";
import { isTextBefore, PAIR_WORDS } from "./event-coreference.js";
import { distinct, type EventDraft, stateOf } from "./event-draft.js";
import { actOf } from "./frame-matcher.js";
import type { ParsedReport } from "./parsed-report.js";
import { isOnlooker, type PartyRef } from "./party.js";
import { isBody, isGroupOf, partnersOf, sidesAt, sidesOfReport } from "./sides.js";

/** A third party's move between parties, or a party's answer to one, as one event tells it. */
export interface InitiativeDraft {
  readonly event: EventDraft;
  readonly act: InitiativeAct;
  readonly thirdParty: readonly PartyRef[];
  readonly parties: readonly PartyRef[];
}

/** Acts by which somebody else than the third party answers it. */
const ANSWERS = new Set<InitiativeAct>(["welcomes", "accepts", "rejects"]);
/** Acts of the sides together, in which a third party may stand as broker. */
const OF_THE_SIDES = new Set<InitiativeAct>(["ceasefire-agreed", "ceasefire-violated", "talks-collapse"]);
const ARMED_GROUP = new Set<PartyRef["sector"]>(["REB", "UAF", "PRM", "CRM"]);
/** Acts that make somebody the third party of a report. */
const MAKES_THIRD = new Set<InitiativeAct>(["offers", "hosts", "mediates", "brokers"]);

const same = (a: PartyRef, b: PartyRef) => a.code !== null && a.code === b.code;
const minus = (list: readonly PartyRef[], other: readonly PartyRef[]) =>
  list.filter((p) => !other.some((o) => same(o, p)));
const known = (list: readonly PartyRef[]) => distinct(list.filter((p) => p.code !== null));

/**
 * The diplomatic acts in a report's events, in their order. What one sentence leaves open is taken from the report: "the offer" is
 * the last one told, "the truce" was brokered by whoever mediated between its sides, and who mediates does so between the report's
 * sides. Who fights is no third party. @see docs/record.md, Initiative
 */
export function findInitiatives(
  { report }: ParsedReport,
  events: readonly EventDraft[],
  heading: readonly string[] = [],
): InitiativeDraft[] {
  const opposed = sidesOfReport(events, { heading }) ?? [];
  const fighting = events
    .filter((e) => e.type === "ASSAULT" && (e.status === "happened" || e.status === "ongoing"))
    .flatMap((e) => [...e.actor, ...e.recipient])
    // bodies whose staff are hit or whose peacekeepers shoot stay third parties
    .filter((p) => !isOnlooker(p));
  const fighters = known([...(sidesOfReport(events, { foes: true, heading }) ?? []), ...fighting]);
  const all = events
    .flatMap((event) =>
      actsOf(event, report.text)
        .flatMap((act) =>
          MAKES_THIRD.has(act) && act !== "offers" && event.broker.length > 1
            ? [...brokersByAct(event.broker, act, report.text)]
            : [[act, event.broker] as const],
        )
        .flatMap(([act, brokers]) => initiativeOf(event, { act, brokers }, fighters, opposed) ?? []),
    )
    .filter((d) => d.act !== "calls-for" || !isForOwn(d, events))
    .map((d) => withContent(d, events));
  const thirds = moversOf(all);
  const drafts = all.map((d) => (ANSWERS.has(d.act) ? answerTo(d, thirds, report.text) : d));
  // where nobody is told to fight, the sides are those between whom the first move is made
  const sides =
    opposed.length > 0
      ? (partnersOf(events, opposed, moversOf(drafts)) ?? opposed)
      : (drafts.find((d) => d.parties.length === 2)?.parties ?? []);
  return drafts
    .map((d) => completed(d, drafts, sidesAt(events, d.event, sides) ?? []))
    .filter(isWhole)
    .filter((d, i, all) => !all.some((x, k) => tellsMore(x, k, d, i)));
}

/** "The UN demanded the release of its staff": for its own people, and no move between others. */
const isForOwn = ({ event }: InitiativeDraft, events: readonly EventDraft[]): boolean =>
  events.some(
    (e) =>
      e.sentence === event.sentence &&
      e.contentOf === event.token &&
      e.mode === "release" &&
      e.recipient.some((p) => event.actor.some((a) => same(a, p))),
  );

const moversOf = (drafts: readonly InitiativeDraft[]): readonly PartyRef[] =>
  drafts.filter((d) => MAKES_THIRD.has(d.act)).flatMap((d) => d.thirdParty);

/** One sentence tells a third party's work once, by its weightiest act: brokered rather than mediated, the first of two words for it. */
function tellsMore(x: InitiativeDraft, k: number, d: InitiativeDraft, i: number): boolean {
  if (x === d || x.event.sentence !== d.event.sentence) return false;
  if (x.thirdParty.length !== d.thirdParty.length || minus(x.thirdParty, d.thirdParty).length > 0)
    return false;
  if (x.act === d.act) return k < i && minus(d.parties, x.parties).length === 0;
  // "exchanged prisoners under a deal brokered by Oman"
  const own = actOf(d.event.match) === "mediates";
  return x.act === "brokers" && d.act === "mediates" && !own && minus(d.parties, x.parties).length === 0;
}

/**
 * An answer is given to who made a move: to whom the report tells one of, or whose the thing is that is answered; not to whom it is
 * about: "declined any third-party role in its dispute | with India".
 */
function answerTo(d: InitiativeDraft, thirds: readonly PartyRef[], text: string): InitiativeDraft {
  const named = [...d.thirdParty].sort((a, b) => a.span.start - b.span.start);
  let about = false;
  const given = named.filter(({ span }, i) => {
    const before = text.slice(Math.max(0, span.start - 14), span.start);
    // "with India and Nepal"
    if (i === 0 || !/(?:,|\band) (?:the )?$/i.test(before)) about = WITH.test(before);
    return !about;
  });
  return {
    ...d,
    thirdParty: d.thirdParty.filter((p) => given.includes(p) || thirds.some((t) => same(t, p))),
  };
}

const WITH = /\b(?:with|between|against|in|at) (?:the )?$/i;

/** "Offered to mediate in the conflict with Armenia": the sides of what is offered. */
function withContent(d: InitiativeDraft, events: readonly EventDraft[]): InitiativeDraft {
  if (d.act !== "offers") return d;
  const content = events.find(
    (e) => e.sentence === d.event.sentence && e.contentOf === d.event.token && e.type === "CONSULT",
  );
  const sides = content ? minus(known([...content.actor, ...content.recipient]), d.thirdParty) : [];
  return sides.length > 1 && minus(d.parties, sides).length === 0 ? { ...d, parties: sides } : d;
}

/** Words by which a third party stands behind a thing, and what it did by them: "mediated by Qatar", "Kenyan-hosted". */
const BY_WORD: Readonly<Record<string, InitiativeAct>> = {
  mediated: "mediates",
  facilitated: "mediates",
  moderated: "mediates",
  sponsored: "mediates",
  hosted: "hosts",
  "co-hosted": "hosts",
  chaired: "mediates",
  "co-chaired": "mediates",
  arranged: "mediates",
  convened: "hosts",
};

/** Each act with those of whom its own word tells it: "hosted by Oman and co-chaired by the UN". */
function brokersByAct(
  brokers: readonly PartyRef[],
  act: InitiativeAct,
  text: string,
): Map<InitiativeAct, PartyRef[]> {
  const out = new Map<InitiativeAct, PartyRef[]>();
  let last = act;
  for (const p of [...brokers].sort((a, b) => a.span.start - b.span.start)) {
    last = actByWord([p], text) ?? last;
    out.set(last, [...(out.get(last) ?? []), p]);
  }
  return out;
}

/** The act that the word beside the first of them tells; null where it tells none of its own. */
function actByWord(brokers: readonly PartyRef[], text: string): InitiativeAct | null {
  for (const { span } of brokers) {
    const before = /([\w-]+) by (?:the )?$/i.exec(text.slice(Math.max(0, span.start - 24), span.start));
    const behind = /^[-–](\w+)/.exec(text.slice(span.end, span.end + 16));
    const act = BY_WORD[(before?.[1] ?? behind?.[1] ?? "").toLowerCase()];
    if (act) return act;
  }
  return null;
}

/** "The rebels agreed to a truce proposed by Oman": one side alone accepts what somebody else wants of it. */
const answersProposal = (e: EventDraft, text: string): boolean =>
  actOf(e.match) === "ceasefire-agreed" &&
  e.match.kind === "verb" &&
  known(e.recipient).some(({ span }) =>
    /\b(?:proposed|offered|drafted|tabled|suggested) by (?:the )?$/i.test(
      text.slice(0, span.start).slice(-24),
    ),
  );

function actsOf(e: EventDraft, text: string): InitiativeAct[] {
  const acts: InitiativeAct[] = [];
  const own = answersProposal(e, text) ? "accepts" : actOf(e.match);
  const worded = own === "brokers" && e.match.kind === "noun" ? actByWord(e.broker, text) : null;
  if (own) acts.push(own === "brokers" && e.attempted ? "mediates" : (worded ?? own));
  if (e.type === "REQUEST" && (e.mode === "yield" || e.mode === "meet") && !acts.includes("calls-for"))
    acts.push("calls-for");
  if (e.type === "AGREE" && e.status === "offered" && acts.length === 0 && e.broker.length === 0)
    acts.push("offers");
  if (e.type === "CONSULT" && e.broker.length === 0 && hostOf(e)) acts.push("hosts");
  if (e.broker.length > 0) {
    const told = actByWord(e.broker, text);
    if (acts.includes("ceasefire-agreed") || (e.type === "AGREE" && acts.length === 0))
      acts.push(told ?? (isTruceSought(e) ? "mediates" : "brokers"));
    else if (e.type === "CONSULT" && !acts.some((a) => a === "mediates" || a === "hosts" || a === "brokers"))
      acts.push(told ?? (e.frame.actor?.includes("obj") ? "hosts" : "mediates"));
    else if (acts.length === 0 && e.type === "RETREAT")
      acts.push(told ?? (e.mode === "release" ? "mediates" : "brokers"));
    else if (acts.length === 0 && e.type === "SUPPORT" && e.mutual) acts.push(told ?? "brokers");
    else if (acts.includes("talks-collapse")) acts.push("mediates");
  }
  return acts;
}

/** "Togo is trying to secure a truce": by who is the subject, and none of the sides. */
const isTruceSought = (e: EventDraft) =>
  e.type === "AGREE" &&
  e.status === "planned" &&
  e.frame.act === "ceasefire-agreed" &&
  e.match.broker.length === 0;

/** Cities where international bodies sit: a meeting there is hosted by nobody's government. */
const SEATS = /^(geneva|new york|vienna|brussels|the hague|united nations)$/i;

/**
 * Who has the sides of a meeting in the house: "will receive the presidents of Armenia and Azerbaijan", or whose the place is
 * where two others meet.
 */
function hostOf(e: EventDraft): PartyRef | null {
  const guests = known(e.actor);
  const hosts = minus(known(e.recipient), guests);
  if (!e.mutual && guests.length > 1 && hosts.length === 1) return hosts[0]!;
  const all = distinct([...guests, ...hosts]);
  // "Barrack will host": somebody hosts, though nobody that is known
  if (e.match.broker.length > 0) return null;
  const { place } = e;
  if (!place?.country || all.length < 2 || SEATS.test(place.name)) return null;
  if (all.some((p) => p.code === place.country || p.country === place.country)) return null;
  return stateOf(place);
}

function initiativeOf(
  event: EventDraft,
  { act, brokers }: { readonly act: InitiativeAct; readonly brokers: readonly PartyRef[] },
  fighters: readonly PartyRef[],
  opposed: readonly PartyRef[],
): InitiativeDraft | null {
  if (event.status === "hypothetical" || event.status === "denied") return null;
  // what another event asks for or offers is that event's act
  const happened = event.status === "happened" || event.status === "ongoing";
  // "appealed to donors for funds" is no move between the sides, a truce that is only sought none that is agreed
  if (act === "calls-for" && event.mode === "assist" && known(event.recipient).length === 0) return null;
  if (!happened && (act === "ceasefire-agreed" || (act === "brokers" && event.match.kind === "noun")))
    return null;
  const ownVisit = act === "hosts" && event.contentOf === event.token;
  // "are due to resume talks under Turkish auspices"
  const arranged =
    act === "mediates" && event.status === "planned" && (event.frame.act === null || isTruceSought(event));
  if (event.contentOf >= 0 && !happened && !ownVisit && !arranged) return null;
  const actor = known(event.actor);
  const recipient = known(event.recipient);
  const host = act === "hosts" && brokers.length === 0 ? hostOf(event) : null;
  const broker = host ? [host] : known(brokers).filter((p) => !isPopulace(p));
  // "tribal elders mediated a truce": nobody of whom a side is known
  if (broker.length === 0 && brokers.length > 0 && MAKES_THIRD.has(act)) return null;
  const all = distinct([...actor, ...recipient]);
  if (ANSWERS.has(act)) {
    // "called on them to accept the plan": nobody has answered yet
    if (event.status === "called-for") return null;
    // what one side offers the other is between the two
    const given = minus(broker.length > 0 ? broker : recipient, [...actor, ...fighters]);
    return { event, act, thirdParty: given, parties: actor };
  }
  if (OF_THE_SIDES.has(act) || (act === "brokers" && broker.length > 0)) {
    // "the EU suspended consultations with Rwanda": a body of many states is no side unless it fights
    const parties = minus(all, broker).filter((p) => !isBody(p) || fighters.some((x) => same(x, p)));
    return { event, act, thirdParty: broker, parties };
  }
  // what the sides do together, or under somebody unknown, is no third party's move
  // "we will bring together leaders": not those who are brought
  const brought =
    event.type === "CONSULT" &&
    broker.length === 0 &&
    event.frame.broker.length > 0 &&
    event.frame.actor?.includes("obj");
  if (brought) return null;
  const thirdParty = broker.length > 0 ? broker : event.mutual ? [] : actor;
  const isSide = (p: PartyRef) => fighters.some((x) => same(x, p));
  // "elders brokered a deal under which the group let lorries pass": none of the two that fight brokers between them
  const isBelligerent = (p: PartyRef) =>
    opposed.some((x) => same(x, p)) || (isSide(p) && p.sector !== null && ARMED_GROUP.has(p.sector));
  if (thirdParty.length > 0 && thirdParty.every(isBelligerent)) return null;
  const named = minus(broker.length > 0 ? all : recipient, thirdParty);
  // "proposed that the bloc convene both": who is to help is no side; "called on the UN to act" is no move between two
  const parties = named.filter((p) => !isBody(p) || isSide(p));
  if (act === "calls-for" && parties.length === 0 && named.length > 0) return null;
  if (act === "calls-for" || act === "offers" || act === "hosts") {
    if (thirdParty.length > 0 && thirdParty.every(isSide)) return null;
  }
  // a meeting that is planned has its host; one that is offered has none yet
  const stands =
    happened || act === "calls-for" || (act === "hosts" && event.status === "planned") || arranged;
  return { event, act: stands ? act : "offers", thirdParty, parties };
}

const PEOPLE = new Set<PartyRef["sector"]>(["CVL", "REL", "SOC", "EDU", "LAB", "BUS", "AGR", "REF"]);
/** People of a country, who act for nobody: "elders", "the bishop"; but "Qatari mediation" is the state's. */
const isPopulace = (p: PartyRef) =>
  p.code === p.country && PEOPLE.has(p.sector) && !/^\p{Lu}\S*$/u.test(p.words);

function completed(
  d: InitiativeDraft,
  all: readonly InitiativeDraft[],
  sides: readonly PartyRef[],
): InitiativeDraft {
  const { act } = d;
  let { thirdParty, parties } = d;
  // who brokered a truce has no part in its breach
  if (
    thirdParty.length === 0 &&
    act !== "ceasefire-violated" &&
    (ANSWERS.has(act) || OF_THE_SIDES.has(act))
  ) {
    const nearest = (list: readonly InitiativeDraft[]) =>
      list.find(
        (x) =>
          MAKES_THIRD.has(x.act) &&
          minus(x.thirdParty, parties).length > 0 &&
          (ANSWERS.has(act) || x.act !== "offers"),
      );
    const inText = [...all].sort((a, b) => (isTextBefore(a.event, b.event) ? -1 : 1));
    const before = inText.filter((x) => isTextBefore(x.event, d.event)).reverse();
    const after = inText.filter((x) => isTextBefore(d.event, x.event));
    const found = nearest(before) ?? (OF_THE_SIDES.has(act) ? nearest(after) : undefined);
    if (found && Math.abs(found.event.sentence - d.event.sentence) <= NEAR_SENTENCES)
      thirdParty = minus(found.thirdParty, parties);
  }
  // "both sides": the armed group, not the state in whose country it fights, nor a mediator who was named last
  const together =
    parties.length > 1 &&
    parties.every((p) => p.span.start === parties[0]!.span.start) &&
    (PAIR_WORDS.test(parties[0]!.words) || /^the[my]$/i.test(parties[0]!.words));
  const thirds = moversOf(all);
  if (
    together &&
    sides.length > 0 &&
    !all.some(
      (x) => x !== d && x.event.sentence === d.event.sentence && minus(parties, x.parties).length === 0,
    ) &&
    parties.every((p) => [...sides, ...thirds].some((x) => same(x, p) || isGroupOf(x, p)))
  )
    parties = minus(sides, thirdParty);
  const others = minus(sides, thirdParty);
  if (parties.length === 0 && !ANSWERS.has(act) && others.length === sides.length) parties = others;
  // "pulled out of talks with Kinshasa": of two sides the sentence names one
  if (
    parties.length === 1 &&
    OF_THE_SIDES.has(act) &&
    others.length === 2 &&
    others.some((p) => same(p, parties[0]!))
  )
    parties = others;
  return { ...d, thirdParty, parties };
}

/** How far away in the text the third party of an act may be told. */
const NEAR_SENTENCES = 6;

function isWhole(d: InitiativeDraft): boolean {
  if (ANSWERS.has(d.act)) return d.thirdParty.length > 0 && d.parties.length > 0;
  if (OF_THE_SIDES.has(d.act)) return d.parties.length >= (d.thirdParty.length > 0 ? 1 : 2);
  // what is offered to one side alone, "to send aid", is no move between two; nor is a guest invited
  if (d.act === "offers" && (d.event.frame.act === null || d.event.status === "happened"))
    return d.thirdParty.length > 0 && d.parties.length > 1;
  return d.thirdParty.length > 0 && (d.act !== "calls-for" || d.parties.length > 0);
}
