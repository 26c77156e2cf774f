import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, depth, dominates, spanOfTokens, subtree } from "../language/tree.js";
import { type DateInterval, UNKNOWN_DATE } from "../text/civil-date.js";
import type { Abstention, PlaceRef, Status } from "./claim.js";
import {
  BLAMING,
  distinct,
  type EventDraft,
  includes,
  key,
  others,
  stateOf,
  without,
} from "./event-draft.js";
import { isOfGroup, isOfRebels, isOutcomeOfFight, mergeWithinSentence } from "./event-merging.js";
import {
  blamingDoers,
  byAuthorities,
  isWhere,
  ofOwnPeople,
  withAuthorities,
  withCountries,
  withCountry,
  withGroup,
} from "./event-people.js";
import type { EventMode, EventType } from "./event-types.js";
import { actOf, type FrameMatch, matchFrames } from "./frame-matcher.js";
import type { Frame, FrameLexicon } from "./frames.js";
import { asHeadlinePassive } from "./headline-passive.js";
import { isOfMishap, tellsOfMishaps } from "./mishaps.js";
import { isOfNobody, type Modality, type ModalityLexicon, modalityAt } from "./modality.js";
import { findObligations, OBLIGATION } from "./obligations.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { isOnlooker } from "./sides.js";
import {
  complements,
  isPassive,
  logicalObject,
  logicalSubject,
  modifiers,
  possessors,
  prepositional,
  surfaceSubject,
  withConjuncts,
} from "./slots.js";
import { isOfWork } from "./stories.js";

/** What the coder of events asks of the coders of dates and places. */
export interface EventContext {
  /** The interval that dates the event at a token; basis unknown where nothing does. */
  readonly dateAt: (sentence: number, token: number) => DateInterval;
  readonly placeAt: (sentence: number, token: number) => PlaceRef | null;
  /** Who speaks at a token in quoted words, for "we" and "our". */
  readonly speakerAt: (sentence: number, token: number) => readonly PartyRef[];
  /** The country that the report is set in, or null. */
  readonly home: string | null;
  /** The armed group that the report is about, or null. */
  readonly group: PartyRef | null;
}

export interface EventLexicons {
  readonly frames: FrameLexicon;
  readonly modality: ModalityLexicon;
}

/** All events that a report tells, sentence by sentence, the main clause's first. */
export function findEvents(
  parsed: ParsedReport,
  lexicons: EventLexicons,
  context: EventContext,
): EventDraft[] {
  const out: EventDraft[] = [];
  const isAllOfMishap = tellsOfMishaps(parsed.sentences, lexicons.frames.classes);
  for (let k = 0; k < parsed.sentences.length; k++) {
    const { view, found } = matchesOf(parsed, k, lexicons.frames);
    const s = view.sentences[k]!;
    const matches = [
      ...found,
      // somebody must do something, or an act must end: "the raids must stop"
      ...findObligations(s, k).filter((m) =>
        m.recipient.some((t) => mentionAt(parsed, k, t) || found.some((f) => f.token === t)),
      ),
    ];
    const drafts: EventDraft[] = [];
    for (const match of matches) {
      const draft = draftOf(view, match, matches, lexicons, context);
      if (draft) drafts.push(draft);
    }
    const merged = mergeWithinSentence(
      s,
      drafts.filter((d) => !isOutcomeOfFight(s, d, drafts)).map((d) => withTalksOf(s, d, drafts)),
    ).sort((a, b) => salience(s, a) - salience(s, b) || a.token - b.token);
    const sides = sidesOf(merged) ?? sidesOf(out.slice(-SIDES_WITHIN).reverse());
    const told = merged
      .map((d) => withSides(s, withSidesOfClause(s, d, merged), sides))
      .filter((d) => isTold(s, d) && !isOfWork(s, d.token, lexicons.frames.classes))
      .filter((d) => !isOfMishap(s, d, merged, lexicons.frames.classes, isAllOfMishap))
      .filter((d) => !isInAssault(s, d, merged) && !isDemandOfProtest(s, d, merged))
      .map((d, _, all) =>
        withCountries(view, withGroup(d, context.group, lexicons.frames.classes), context.home, all),
      )
      .map((d) => byAuthorities(view, d, lexicons.frames.classes, context.home))
      .map((d) => ofOwnPeople(s, d, lexicons.frames.classes))
      .map((d) => withAuthorities(d, context.home))
      .map((d, _, all) => blamingDoers(s, d, all));
    const alike = told.flatMap((d) => doneAlike(view, d));
    out.push(...told, ...told.flatMap(undertaken), ...alike);
  }
  return out;
}

/** Its triggers; where a headline's main verb tells nothing as an active verb, as a passive. */
function matchesOf(
  parsed: ParsedReport,
  sentence: number,
  lexicon: FrameLexicon,
): { view: ParsedReport; found: FrameMatch[] } {
  const found = matchFrames(parsed, sentence, lexicon);
  const root = parsed.sentences[sentence]!.head.indexOf(-1);
  const passive = found.some((m) => m.kind === "verb" && m.token === root)
    ? null
    : asHeadlinePassive(parsed, sentence);
  return passive
    ? { view: passive, found: matchFrames(passive, sentence, lexicon) }
    : { view: parsed, found };
}

/** "The collapse of Qatar-mediated talks with the Taliban": the sides and the mediator are those of the talks. */
function withTalksOf(s: Sentence, d: EventDraft, drafts: readonly EventDraft[]): EventDraft {
  if (actOf(d.match) !== "talks-collapse") return d;
  const walksOut = d.match.kind === "verb" && d.actor.some((p) => p.code !== null) && !d.frame.mutual;
  const talks = drafts.find(
    (x) =>
      x !== d &&
      x.type === "CONSULT" &&
      (dominates(s, d.token, x.token) ||
        dominates(s, x.token, d.token) ||
        (x.token > d.token && x.token - d.token <= 12)),
  );
  if (!talks) return d;
  if (walksOut) {
    // "the rebels pulled out of talks with Kinshasa hosted by Angola": an act of its own
    const left = without(distinct([...talks.actor, ...talks.recipient]), d.actor);
    return { ...d, recipient: left.length > 0 ? left : d.recipient, broker: talks.broker };
  }
  const sides = distinct([...talks.actor, ...talks.recipient]);
  // one thing told once: the talks, and in the initiative that they collapsed
  return {
    ...d,
    actor: sides,
    recipient: sides,
    mutual: sides.length > 1,
    broker: talks.broker,
    contentOf: talks.token,
  };
}

/** What an undertaking is about: "they will meet in Istanbul" is agreed, and the meeting planned. */
function undertaken(d: EventDraft): EventDraft[] {
  if (d.type !== "AGREE" || d.frame.type === "AGREE" || d.status !== "planned") return [];
  const mode = d.frame.mode === "content" ? null : d.frame.mode;
  return [{ ...d, type: d.frame.type, mode, contentOf: d.token, abstentions: [] }];
}

/** "The two reached a deal, which | each has accused the other | of breaking": the two. */
function accusersOfEachOther(parsed: ParsedReport, match: FrameMatch): readonly PartyRef[] {
  const s = parsed.sentences[match.sentence]!;
  const other = match.recipient.some((t) => s.lemma[t] === "other" && /^the$/i.test(s.form[t - 1] ?? ""));
  const over = s.head[match.token]!;
  if (!other || over < 0) return [];
  const verb = s.upos[over] === "VERB" ? over : s.head[over]!;
  if (verb < 0) return [];
  return distinct(
    surfaceSubject(s, verb).flatMap((t) => mentionAt(parsed, match.sentence, t)?.parties ?? []),
  ).filter((p) => p.code !== null);
}

/** "Mali expressed solidarity with its ally, | as did Russia": by that one as well. */
function doneAlike(parsed: ParsedReport, d: EventDraft): EventDraft[] {
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
    .flatMap((n) => mentionAt(parsed, d.sentence, n)?.parties ?? [])
    .filter((p) => p.code !== null && !includes(d.actor, p));
  return actor.length > 0 && !d.mutual ? [{ ...d, actor: distinct(actor) }] : [];
}

/** How many events back the sides of "the clashes" are looked for. */
const SIDES_WITHIN = 12;

/** Somebody is named in it, or its word tells enough by itself; talks need two sides. */
function isTold(s: Sentence, d: EventDraft): boolean {
  if (isWhereSpoken(s, d)) return false;
  // "the mediators, Qatar and Egypt": who mediates is told, between whom elsewhere
  const sides = new Set([...d.actor, ...d.recipient].map((p) => p.code ?? p.words)).size;
  if (d.broker.length > 0 && (d.frame.act === "mediates" || (d.type === "CONSULT" && sides === 0)))
    return true;
  if (
    d.type === "CONSULT" &&
    d.frame.mutual &&
    d.match.kind === "noun" &&
    sides < 2 &&
    (d.match.carrier < 0 || s.head[d.match.carrier] === d.token)
  )
    return false;
  return (
    sides + d.broker.length > 0 ||
    d.match.actor.length + d.match.recipient.length > 0 ||
    codesAlone(s, d.match)
  );
}

/** "Speaking at | a discussion | hosted by an institute": where it is said. */
const isWhereSpoken = (s: Sentence, d: EventDraft): boolean =>
  d.type === "CONSULT" &&
  d.match.kind === "noun" &&
  (d.match.carrier < 0 || s.head[d.match.carrier] === d.token) &&
  /^(?:speak|address|say|tell)$/.test(s.lemma[s.head[d.token]!] ?? "") &&
  children(s, d.token, "case").some((c) => /^at$/i.test(s.form[c]!)) &&
  d.actor.length + d.recipient.length === 0;

/** "Rallied outside the ministry to demand her release": the demand of a protest is told by the protest. @see docs/record.md */
const isDemandOfProtest = (s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean =>
  d.type === "REQUEST" &&
  d.match.kind === "verb" &&
  baseRelation(s, d.token) === "advcl" &&
  all.some((x) => x.type === "PROTEST" && [x.token, x.match.carrier].includes(s.head[d.token]!));

/** "Killed nine gunmen in three security operations": of what an assault is part, the assault is told. */
const isInAssault = (s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean =>
  d.type === "COERCE" &&
  d.mode === null &&
  d.match.kind === "noun" &&
  d.match.carrier < 0 &&
  all.some((x) => x.type === "ASSAULT" && x.match.kind === "verb" && dominates(s, x.token, d.token));

/** The two parties of the first event that has one against another. */
function sidesOf(events: readonly EventDraft[]): readonly PartyRef[] | null {
  for (const e of events) {
    if (e.type !== "ASSAULT") continue;
    const sides = distinct([...e.actor, ...e.recipient]).filter((p) => p.code !== null);
    // "are holding 73 UN employees": whose sides they are not
    if (sides.length === 2 && !e.recipient.some(isOnlooker)) return sides;
  }
  return null;
}

/** "Clashes erupted", "a ceasefire agreement": who is on the sides is told by the events around it. */
function withSides(s: Sentence, d: EventDraft, sides: readonly PartyRef[] | null): EventDraft {
  if (!d.frame.mutual || !sides || (d.match.kind !== "noun" && d.match.actor.length > 0)) return d;
  if (isWhereSpoken(s, d)) return d;
  const own = distinct([...d.actor, ...d.recipient]).filter((p) => p.code !== null);
  if (own.length > 1 || (own.length === 1 && !includes(sides, own[0]!))) return d;
  // "reaffirmed its readiness for talks": with whom is not told, and there are none yet
  const actual = d.status === "happened" || d.status === "ongoing" || d.status === "denied";
  if (own.length === 0 && !actual && d.broker.length === 0) return d;
  // "an earlier accord, mediated by Kenya": of a deal of another time others may be the sides
  if (own.length === 0 && d.frame.act === "brokers") return d;
  if (
    own.length === 0 &&
    d.type !== "ASSAULT" &&
    d.type !== "CONSULT" &&
    d.broker.length === 0 &&
    !d.frame.act
  )
    return d;
  return { ...d, actor: sides, recipient: sides, mutual: true, abstentions: [] };
}

/** "Ethiopia and Somalia agreed to end the dispute, | in talks | mediated by Türkiye": the two of the clause that the noun stands in. */
function withSidesOfClause(s: Sentence, d: EventDraft, drafts: readonly EventDraft[]): EventDraft {
  if (d.match.kind !== "noun" || (d.type !== "CONSULT" && !(d.frame.mutual && d.type === "AGREE"))) return d;
  const known = (x: EventDraft) => distinct([...x.actor, ...x.recipient]).filter((p) => p.code !== null);
  if (known(d).length > 0) return d;
  const [over] = drafts
    .filter(
      (x) => x !== d && x.match.kind === "verb" && TOGETHER.has(x.type) && dominates(s, x.token, d.token),
    )
    .map((x) => ({ x, sides: without(known(x), d.broker) }))
    .filter(({ x, sides }) => sides.length === 2 && (x.mutual || x.recipient.every((p) => p.code === null)))
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

/** Lower is told first: the main clause before what hangs on it, and what is governed by another event last. */
function salience(s: Sentence, d: EventDraft): number {
  return (d.contentOf >= 0 ? 100 : 0) + clauseDepth(s, d.match.carrier >= 0 ? d.match.carrier : d.token);
}

/** Depth counted without the clauses of saying above: "X said that Y attacked" tells of the attack. */
function clauseDepth(s: Sentence, token: number): number {
  let steps = 0;
  for (let i = token; i >= 0; i = s.head[i]!) {
    const relation = baseRelation(s, i);
    if (relation !== "ccomp" && relation !== "root" && relation !== "parataxis" && relation !== "conj")
      steps++;
    if (steps > s.form.length) break;
  }
  return Math.min(steps, depth(s, token));
}

function draftOf(
  parsed: ParsedReport,
  match: FrameMatch,
  siblings: readonly FrameMatch[],
  lexicons: EventLexicons,
  context: EventContext,
): EventDraft | null {
  const s = parsed.sentences[match.sentence]!;
  const { frame } = match;
  const head = headOf(s, match);
  const read: Modality =
    frame === OBLIGATION
      ? { status: null, negated: false, by: -1, own: false }
      : announced(s, match, toldByNegation(frame, modalityAt(s, head, lexicons.modality)));
  // "has been trying to broker a truce": it mediates
  const attempted =
    frame.broker.length > 0 &&
    read.status === "planned" &&
    ATTEMPTS.has(s.lemma[read.by]?.toLowerCase() ?? "");
  // "arrived to mediate between the two"
  // "approved another package of sanctions": they are imposed by that
  const isApproved =
    frame.type === "SANCTION" &&
    match.kind === "noun" &&
    read.status === "planned" &&
    /^(?:approve|adopt|endorse)$/.test(s.lemma[read.by] ?? "");
  // "discussed the attack on the convoy": it has been; "discussed an attack", "considers the attack" are of what may be
  const isTalkedOf =
    frame.type === "ASSAULT" &&
    match.kind === "noun" &&
    read.status === "planned" &&
    s.lemma[read.by] === "discuss" &&
    children(s, match.token, "det").some((t) => /^(?:the|this|that|these|those)$/i.test(s.form[t]!));
  const isErrand = read.purpose && frame.act === "mediates" && read.status === "planned" && !read.negated;
  const modality: Modality =
    attempted || isErrand || isApproved || isTalkedOf ? { ...read, status: null } : read;
  const refused = modality.negated && modality.own && REFUSABLE.has(frame.type);
  // "has no intention of attacking": neither done nor denied
  if (modality.negated && modality.status === "planned" && !modality.own && frame.type === "ASSAULT")
    return null;
  // "nobody was killed by the shelling": no deed, and the shelling is not denied
  if (isPassive(s, head) && isOfNobody(s, head)) return null;
  // "had they not blown up the bridge": they did
  if (modality.negated && modality.status === "hypothetical" && modality.by === head) return null;
  if (modality.negated && frame.type !== "ASSAULT" && !refused) return null;
  // "would stop attacks on ships", "must end its strikes": what is to end is neither threatened nor called for
  if (modality.status !== null && match.stopped) return null;
  // "rejected claims that its jets hit a school": a denial, told by the claim
  if (frame.type === "REJECT" && isDenial(s, match)) return null;
  // "negotiations hosted by China and | attended | by Qatari officials": who else is there, no talks of their own
  if (frame.type === "CONSULT" && match.kind === "verb" && s.lemma[match.token] === "attend") {
    const of = baseRelation(s, match.token) === "conj" ? s.head[match.token]! : match.token;
    if (s.xpos[match.token] === "VBN" && baseRelation(s, of) === "acl") return null;
  }
  // "efforts to end the war between the two": told by the efforts
  const isSoughtBy = (m: FrameMatch) =>
    m.kind === "noun" && m.frame.act === "mediates" && m.frame.needs.has("comp");
  const aims = (t: number) => [
    ...complements(s, t),
    ...(baseRelation(s, t) === "obj" ? complements(s, s.head[t]!).filter((c) => c > t) : []),
  ];
  if (siblings.some((m) => isSoughtBy(m) && aims(m.token).includes(head))) return null;
  // "the elders met to discuss an offensive": one meeting
  const mediates = frame.act === "mediates" && match.broker.length > 0;
  if (
    modality.purpose &&
    !mediates &&
    siblings.some(
      (m) =>
        m !== match &&
        m.frame.type === frame.type &&
        // "observed a strike to protest": one protest
        (m.token === modality.by || (m.kind === "noun" && s.head[m.token] === modality.by)),
    )
  )
    return null;
  const { speakerAt } = context;
  let actor = partiesOf(parsed, match.sentence, match.actor, siblings, "actor", speakerAt);
  // "the collapse of Qatar-mediated talks": who stands before the hyphen brokered them
  const brokered = siblings.filter((m) => m !== match).flatMap((m) => m.broker);
  const suffering = match.recipient.filter(
    (t) =>
      !(match.actor.length > 1 && isEachOther(s, [t])) &&
      (!brokered.includes(t) || !/^[-–]$/.test(s.form[t + 1] ?? "")) &&
      !isWhy(s, t) &&
      !isOfTheCrime(s, match, t, siblings) &&
      // "held talks in Doha": where they met, but who is visited in a headline's "Visit in Doha"
      !(frame.type === "CONSULT" && match.carrier >= 0 && isInPlace(s, t)),
  );
  let recipient = partiesOf(parsed, match.sentence, suffering, siblings, "recipient", speakerAt);
  let broker = partiesOf(parsed, match.sentence, match.broker, siblings, "actor", speakerAt);
  if (actor.length === 0 && match.kind === "verb" && frame !== OBLIGATION) {
    const subject = logicalSubject(s, match.token);
    if (frame.actor === null || frame.actor.includes("subj"))
      actor = partiesOf(parsed, match.sentence, subject, siblings, "actor", speakerAt);
    // "Pakistan's strikes killed 12": the subject is itself an event; whose it is
    else if (frame.actor.length === 0 && !frame.recipient?.includes("subj"))
      actor = distinct(subject.flatMap((t) => ownersOf(parsed, match.sentence, t)));
  }
  if (actor.length === 0 && match.kind === "verb" && frame !== OBLIGATION)
    actor = partiesOf(
      parsed,
      match.sentence,
      orderedBy(s, match.token, lexicons.frames.classes),
      siblings,
      "actor",
      speakerAt,
    );
  if (actor.length === 0 && match.kind === "verb" && frame.type === "ASSAULT")
    actor = partiesOf(parsed, match.sentence, actorAbove(s, match.token), siblings, "actor", speakerAt);
  const pair = match.actor.some((t) => /^each$/i.test(s.form[t]!)) ? accusersOfEachOther(parsed, match) : [];
  if (pair.length > 1) actor = [...pair];
  else if (isEachOther(s, match.actor)) {
    // "the army and the rebels accused each other of breaking it": those who accuse
    const verb = clauseOf(s, match.actor[0]!);
    const accusers =
      verb < 0
        ? []
        : partiesOf(parsed, match.sentence, logicalSubject(s, verb), siblings, "actor", speakerAt);
    if (accusers.filter((p) => p.code !== null).length > 1) actor = accusers;
  }
  if (actor.length === 0 && match.kind === "verb" && AT_A_POST.has(frame.type)) {
    // "was stopped at an army checkpoint": by whose it is
    const post = prepositional(s, match.token, "at").filter((t) =>
      lexicons.frames.classes.get("checkpoint")!.has(s.lemma[t]!.toLowerCase()),
    );
    actor = distinct(post.flatMap((t) => ownersOf(parsed, match.sentence, t))).filter((p) => p.code !== null);
    if (actor.length > 0) recipient = without(recipient, actor);
  }
  // "11 militants were killed, the army said": who tells of the other side's losses to nobody inflicted them
  const explained = children(s, match.token, "advcl").some((c) => child(s, c, "nsubj") >= 0);
  if (
    actor.length === 0 &&
    match.kind === "verb" &&
    frame.type === "ASSAULT" &&
    (isOfRebels(recipient) || isOfGroup(recipient)) &&
    !explained
  )
    actor = distinct(speakerAt(match.sentence, match.token).filter(isForce)).filter(
      (p) => isOfRebels(recipient) || recipient.every((r) => r.country === p.country),
    );
  // "blamed the army for the killing of a judge": by whom it is said to have been done
  if (actor.length === 0 && match.kind === "noun" && frame.type === "ASSAULT")
    actor = partiesOf(parsed, match.sentence, blamedFor(s, match, siblings), siblings, "actor", speakerAt);
  if (actor.length === 0 && frame.type === "MOBILIZE" && match.kind === "verb" && frame !== OBLIGATION) {
    // "three American destroyers were deployed": whose they are sent them
    actor = partiesOf(
      parsed,
      match.sentence,
      surfaceSubject(s, match.token),
      siblings,
      "actor",
      speakerAt,
    ).filter((p) => p.code !== null);
    if (actor.length > 0) recipient = recipient.filter((p) => !includes(actor, p));
  }
  // "saying it had violated its airspace": nobody says so of itself
  const accusing = siblings.some(
    (m) =>
      m.frame.type === "ACCUSE" &&
      m.frame.needs.has("comp") &&
      m.token === s.head[match.token] &&
      baseRelation(s, match.token) === "ccomp",
  );
  if (accusing && match.actor.length > 0 && match.actor.every((t) => s.upos[t] === "PRON")) {
    const others = without(actor, speakerAt(match.sentence, match.token));
    actor = others.length > 0 ? others : otherNamedBefore(parsed, match, actor);
  }
  // "it would aggravate the situation": of what may come nobody is accused
  if (frame.type === "ACCUSE" && frame.actor?.includes("speaker") && modality.own) return null;
  if (frame.actor?.includes("speaker")) {
    // words of judgement are an act of whoever speaks them; in the outlet's own voice they are none
    actor = distinct(speakerAt(match.sentence, match.token).filter((p) => !includes(recipient, p)));
    if (actor.length === 0) return null;
  }
  // "accused it of wanting others to answer": what one is charged with is no request
  const over = s.head[match.token]!;
  if (frame.type === "REQUEST" && s.xpos[match.token] === "VBG" && over >= 0 && BLAMING.has(s.lemma[over]!))
    return null;
  if (frame.type === "REQUEST") {
    // "demanded that it hand over the leaders"; "that they withdraw from Goma" is not asked of Goma
    const wanted = complements(s, match.token);
    const asked = partiesOf(
      parsed,
      match.sentence,
      withConjuncts(
        s,
        wanted.flatMap((c) => children(s, c, "nsubj")),
      ),
      siblings,
      "recipient",
      speakerAt,
    );
    // "halted its fire at the request of Oman": who did so was asked
    if (match.kind === "noun" && isWhy(s, match.token) && recipient.length === 0)
      recipient = [...clauseSubject(parsed, match)];
    if (asked.length > 0 && match.recipient.every((t) => wanted.some((c) => dominates(s, c, t))))
      recipient = asked;
  }
  const partners = match.kind === "verb" || match.kind === "adj" ? partnersOf(s, head) : [];
  if (partners.length > 0) {
    // "Oman, together with Qatar, offered to mediate"
    const beside = partiesOf(parsed, match.sentence, partners, siblings, "actor", speakerAt);
    recipient = without(recipient, beside);
    // "which it brokered together with Paris"
    if (frame.broker.length > 0) {
      broker = distinct([...broker, ...beside]);
      actor = without(actor, beside);
    } else if (actor.length > 0) actor = distinct([...actor, ...beside]);
  }
  // "the army and the rebels traded fire": with the other, though nobody knows whose they are
  if (
    frame.mutual &&
    frame.type === "ASSAULT" &&
    match.actor.length > 1 &&
    actor.length === 1 &&
    recipient.every((p) => p.code === actor[0]!.code)
  ) {
    const foes = match.actor
      .flatMap((t) => partiesOf(parsed, match.sentence, [t], siblings, "actor", speakerAt))
      .filter((p) => p.code === null && isArmed([p]));
    if (foes.length > 0) recipient = foes;
  }
  if (recipient.length === 0) recipient = otherBefore(parsed, match, actor);
  // "blamed each other for breaking the truce": each is said to have done it to the other
  const blamed =
    frame.type === "ASSAULT" &&
    recipient.length === 0 &&
    (isEachOther(s, match.actor) || isEachOther(s, blamedFor(s, match, siblings)));
  // a governor who urges the federal government is not asked himself
  const isAsked = frame.type === "REQUEST" && match.recipient.some((t) => s.upos[t] === "NOUN");
  recipient = blamed ? actor : isAsked ? otherMentions(recipient, actor) : others(recipient, actor);
  // "travelled to both in a round of shuttle diplomacy": by whose clause it is in
  if (frame.act === "mediates" && match.kind === "noun" && broker.length === 0 && actor.length === 0)
    broker = clauseSubject(parsed, match).filter((p) => p.code !== null && !includes(recipient, p));
  // "Iran offered its good offices": who mediates is none of the sides
  if (frame.act === "mediates" && match.kind === "noun") {
    actor = without(actor, broker);
    recipient = without(recipient, broker);
  }
  const found = placeOf(parsed, match, context, lexicons.frames.classes);
  const where = found === null ? -1 : s.start.indexOf(found.start);
  const place = where >= 0 && isOfTheCrime(s, match, where, siblings) ? null : found;
  const helped = frame.type === "ASSAULT" ? helpedBy(parsed, match.sentence, head) : [];
  if (frame.mutual && helped.length > 0) {
    actor = without(actor, helped);
    recipient = without(recipient, helped);
  }
  if (frame.mutual && match.kind === "noun" && distinct([...actor, ...recipient]).length === 1)
    actor = distinct([
      ...actor,
      ...clauseSubject(parsed, match).filter((p) => p.code !== null && !includes(broker, p)),
    ]);
  const each = blamed || pair.length > 1 || isEachOther(s, match.recipient);
  // "Barrack will host a meeting of the two": whoever that is, the two meet
  const hosted = frame.broker.length > 0 && match.broker.length > 0 && broker.length === 0;
  const bothSides = frame.mutual || (frame.type === "SUPPORT" && match.also.some((f) => f.mutual));
  // "the rebels accused the coalition of bombarding the town": it is not they
  const accusation = siblings.find(
    (m) =>
      m !== match &&
      m.kind === "verb" &&
      BLAMING.has(s.lemma[m.token]!.toLowerCase()) &&
      m.recipient.some((t) => match.actor.includes(t)) &&
      !isEachOther(s, m.recipient),
  );
  if (accusation)
    actor = without(actor, partiesOf(parsed, match.sentence, accusation.actor, siblings, "actor", speakerAt));
  // "there will be no talks", "there could be no truce": refused by who says so
  const refusing =
    refused && match.kind === "noun" && isExistential(s, match.token)
      ? distinct(speakerAt(match.sentence, match.token))
      : [];
  if (refusing.length > 0) {
    recipient = without(distinct([...actor, ...recipient]), refusing);
    actor = refusing;
  }
  const mutual =
    refusing.length === 0 &&
    (bothSides || hosted || (each && actor.length > 1)) &&
    distinct([...actor, ...recipient]).length > 1;
  const unnamed = against(s, match).filter((t) =>
    (mentionAt(parsed, match.sentence, t)?.parties ?? []).every((p) => p.code === null),
  );
  if (
    mutual &&
    frame.type === "ASSAULT" &&
    actor.length > 1 &&
    recipient.every((p) => p.code === null) &&
    unnamed.length > 0
  ) {
    // "Kenyan and Haitian police clashed with gunmen": not with each other
    recipient = partiesOf(parsed, match.sentence, unnamed, siblings, "recipient", speakerAt);
  } else if (mutual) {
    const sides = distinct([...actor, ...recipient]).filter((p) => !includes(broker, p));
    actor = sides;
    recipient = sides;
  } else if (frame.type === "ASSAULT" && recipient.length === 0 && !frame.mutual) {
    recipient = without(countryStruck(parsed, match.sentence, match, actor, siblings), helped);
    const isStruck = (country: string) => ![...actor, ...helped].some((a) => a.code === country);
    if (recipient.length === 0 && place?.country && isStruck(place.country) && !isPointer(s, match))
      recipient = [stateOf(place)];
  }
  // "the truce provided for the release of Palestinian prisoners": whom its content names is no side of it
  const isArrangement = frame.mutual && match.kind === "noun" && frame.type === "AGREE";
  if (
    recipient.every((p) => p.code === null) &&
    !mutual &&
    !isArrangement &&
    // "appealed to donors to fund the force": somebody else is asked
    !(frame.type === "REQUEST" && suffering.some((t) => s.upos[t] === "NOUN" && recipient.length === 0)) &&
    (frame.type !== "RETREAT" || hasUnless(s, head))
  ) {
    const known = [...actor, ...broker, ...helped];
    let named: PartyRef[] = recipient.some((p) => p.code !== null)
      ? recipient
      : partiesBelow(parsed, match, siblings, known, lexicons.frames.classes);
    // "threatened to end the talks if Tehran …": who is threatened is whose doing would bring it on
    if (named.length === 0 && isThreat(frame, modality))
      named = conditionedOn(parsed, match, known).filter((p) => p.code !== null || recipient.length === 0);
    // "offered to mediate following clashes between A and B": a third party's move is about the clash
    if (named.length === 0 && frame.act)
      named = partiesBelow(parsed, match, siblings, known, lexicons.frames.classes, true);
    if (named.length > 0) recipient = named;
    else if (
      recipient.length === 0 &&
      place?.country &&
      !isPointer(s, match) &&
      // "killed nine soldiers and wounded 30 others": of the same side
      !match.recipient.some((t) => /^(?:others?|another)$/i.test(s.form[t]!)) &&
      place.start > s.start[match.token]! &&
      helped.every((p) => p.code !== place.country) &&
      SUFFERED_IN_PLACE.has(frame.type) &&
      // a state as a whole does not attack itself; its army or police may act against its own people
      !(
        frame.type === "ASSAULT" &&
        actor.some((a) => a.code === place.country && (a.sector === null || a.sector === "GOV"))
      )
    )
      recipient = [stateOf(place)];
  }
  // "when they were told to leave": by nobody of whom anything is said
  // '"They waited for the night to hit our plants"': not those who speak
  if (actor.length > 0 && match.actor.every((t) => s.upos[t] === "PRON" && !isFirstPerson(s, t)))
    if (
      suffering.some(
        (t) => isFirstPerson(s, t) || children(s, t, "nmod:poss").some((x) => isFirstPerson(s, x)),
      )
    )
      actor = without(actor, speakerAt(match.sentence, match.token));
  if (
    frame.type === "REQUEST" &&
    actor.length + match.actor.length === 0 &&
    match.kind === "verb" &&
    baseRelation(s, match.token) === "advcl"
  )
    return null;
  const located =
    frame.type === "REQUEST" && match.recipient.length === 0 && recipient.every((p) => isWhere(parsed, p));
  const filled = match.actor.length + match.recipient.length + match.broker.length > 0;
  // "the fighting": its sides may stand in the sentences before
  const pointsBack = frame.mutual && match.kind === "noun";
  if (
    actor.length + recipient.length + broker.length === 0 &&
    !filled &&
    !pointsBack &&
    !codesAlone(s, match)
  )
    return null;
  // "an aircraft had destroyed a vehicle of the rebels, the army said"
  if (
    actor.length === 0 &&
    match.kind === "verb" &&
    frame.type === "ASSAULT" &&
    isOfGroup(recipient) &&
    !explained
  )
    actor = distinct(speakerAt(match.sentence, match.token).filter(isForce)).filter((p) =>
      recipient.every((r) => r.country === p.country),
    );
  const governor = modality.presupposed ? null : governingEvent(s, head, siblings, match);
  // "said it could host the talks": an offer by who says so
  const offers =
    governor === null &&
    MEDIATING.has(frame.act ?? "") &&
    modality.status === "hypothetical" &&
    !modality.negated &&
    speakerAt(match.sentence, match.token).some((p) => includes(broker, p));
  const { type, status } = offers
    ? { type: "AGREE" as const, status: "offered" as const }
    : governor
      ? { type: frame.type, status: modality.status ?? CONTENT_STATUS[governor.frame.type]! }
      : typeAndStatus(frame, modality, actor.length + broker.length > 0, {
          unless: hasUnless(s, head),
          conditional: children(s, head, "mark").some((m) => /^(?:if|unless)$/i.test(s.form[m]!)),
        });
  if (type === "AGREE" && frame.type === "CONSULT" && broker.length > 0) {
    // "is ready to host talks between A and B": the third party undertakes it
    recipient = without(distinct([...actor, ...recipient]), broker);
    actor = broker;
    broker = [];
  }
  const mode = modeOf(s, match, type, lexicons.frames);
  // "would resume the patrols | that were halted in May": of the time before, not of what is to come
  const isOfAnother =
    match.kind === "noun" &&
    status === "planned" &&
    children(s, match.token, "acl").some((c) => child(s, c, "aux", "aux:pass") >= 0);
  const abstentions: Abstention[] = [];
  if (actor.length === 0) abstentions.push({ slot: "actor", reason: "the sentence names nobody who did it" });
  if (recipient.length === 0 && !mutual)
    abstentions.push({ slot: "recipient", reason: "the sentence names nobody to whom it was done" });
  return {
    sentence: match.sentence,
    token: match.token,
    match,
    frame,
    rules: [frame, ...match.also].map((f) => f.id),
    type,
    mode,
    actor,
    recipient,
    broker,
    mutual,
    located,
    attempted,
    claimed:
      frame.type === "ASSAULT" &&
      match.kind === "noun" &&
      s.head[match.token]! >= 0 &&
      /^(?:responsibility|credit)$/.test(s.lemma[s.head[match.token]!]!),
    spoken: frame.actor?.includes("speaker") || match.actor.some((t) => isFirstPerson(s, t)),
    presupposed: modality.presupposed ? modality.by : -1,
    status,
    certainty: "stated",
    date: isOfAnother ? UNKNOWN_DATE : context.dateAt(match.sentence, match.token),
    place,
    contentOf: governor?.token ?? -1,
    abstentions,
  };
}

/** "Talks between Washington and Tehran ended in Muscat": where the sides' names stand nothing takes place, but where the clause says. */
function placeOf(
  parsed: ParsedReport,
  match: FrameMatch,
  context: EventContext,
  classes: FrameLexicon["classes"],
): PlaceRef | null {
  const s = parsed.sentences[match.sentence]!;
  const own = context.placeAt(match.sentence, match.token);
  const at = own === null ? -1 : s.start.findIndex((start, t) => start <= own.start && own.start < s.end[t]!);
  if (at >= 0 && isTopic(s, match, at, classes)) return null;
  if (own === null || !(match.frame.mutual || match.frame.type === "CONSULT") || match.kind !== "noun")
    return own;
  const isSide = (at: PlaceRef) =>
    [...match.actor, ...match.recipient].some(
      (t) =>
        !isInPlace(s, t) &&
        s.start[t]! >= at.start &&
        s.end[t]! <= at.end &&
        mentionAt(parsed, match.sentence, t),
    );
  if (!isSide(own)) return own;
  const verb = s.head[match.token]!;
  const there = verb >= 0 && s.upos[verb] === "VERB" ? context.placeAt(match.sentence, verb) : null;
  return there === null || isSide(there) ? null : there;
}

/** "There will be | no talks". */
const isExistential = (s: Sentence, noun: number): boolean =>
  baseRelation(s, noun) === "nsubj" &&
  children(s, s.head[noun]!, "expl").some((t) => /^there$/i.test(s.form[t]!));

/** "Will not stand idly by" says what it says by its negation. */
const toldByNegation = (frame: Frame, read: Modality): Modality =>
  frame.negated ? { ...read, negated: false } : read;

/** "The union announced a march": an aim, and no threat. */
const announced = (s: Sentence, { frame, carrier }: FrameMatch, read: Modality): Modality =>
  frame.type === "PROTEST" && carrier >= 0 && s.lemma[carrier] === "announce" && read.status === null
    ? { ...read, status: "planned", by: carrier, purpose: true }
    : read;

/** "Together | with the African Union", "along with Kenya". */
function partnersOf(s: Sentence, head: number): readonly number[] {
  const isJoint = (t: number) => /^(?:together|along|jointly)$/i.test(s.form[t] ?? "");
  const beside = prepositional(s, head, "with").filter((t) =>
    children(s, t, "case").some((c) => s.form[c]!.toLowerCase() === "with" && isJoint(c - 1)),
  );
  if (beside.length > 0) return beside;
  return subtree(s, head, (t) => s.relation[t] === "acl:relcl")
    .filter(isJoint)
    .flatMap((t) => prepositional(s, t, "with"));
}

/** "All crossings have been closed on the orders | of the Thai government". */
function orderedBy(s: Sentence, verb: number, classes: FrameLexicon["classes"]): readonly number[] {
  return children(s, verb, "obl", "obj")
    .filter(
      (t) =>
        classes.get("order-word")!.has(s.lemma[t]!.toLowerCase()) &&
        children(s, t, "case").some((c) => /^(?:on|under|by|at)$/i.test(s.form[c]!)),
    )
    .flatMap((t) => [...prepositional(s, t, "of"), ...prepositional(s, t, "from"), ...possessors(s, t)]);
}

/** The verb of the clause that a word stands in, or -1. */
function clauseOf(s: Sentence, token: number): number {
  let t = token;
  for (let steps = 0; t >= 0 && s.upos[t] !== "VERB" && steps < 6; steps++) t = s.head[t]!;
  return t >= 0 && s.upos[t] === "VERB" ? t : -1;
}

/** "Each other", "one another", by either of its words. */
const isEachOther = (s: Sentence, tokens: readonly number[]): boolean =>
  tokens.some((t) =>
    [t - 1, t].some(
      (x) => /^(?:each|one)$/i.test(s.form[x] ?? "") && /^(?:other|another)$/i.test(s.form[x + 1] ?? ""),
    ),
  );

/** "The army launched an operation | in which jets bombed | two camps": who does what the clause is part of. */
function actorAbove(s: Sentence, verb: number): readonly number[] {
  const noun = s.head[verb]!;
  const inWhich = s.form.some(
    (f, t) =>
      t < verb &&
      t > noun &&
      /^which$/i.test(f) &&
      /^(?:in|during)$/i.test(s.form[t - 1] ?? "") &&
      dominates(s, verb, t),
  );
  if (s.relation[verb] !== "acl:relcl" || !inWhich) return [];
  for (let t = noun, steps = 0; t >= 0 && steps < 4; t = s.head[t]!, steps++)
    if (s.upos[t] === "VERB") return logicalSubject(s, t);
  return [];
}

const isForce = (p: PartyRef) =>
  p.code !== null && p.code === p.country && (p.sector === "MIL" || p.sector === "COP" || p.sector === "GOV");

/** Whom an accusation over a noun is made against: "accused | the rebels | of Sunday's attack". */
function blamedFor(s: Sentence, match: FrameMatch, siblings: readonly FrameMatch[]): readonly number[] {
  const preposition = child(s, match.token, "case", "mark");
  if (preposition < 0 || !/^(?:for|of|over)$/i.test(s.form[preposition]!)) return [];
  const blame = siblings.find(
    (m) => m.kind === "verb" && m.frame.type === "ACCUSE" && BLAMING.has(s.lemma[m.token]!.toLowerCase()),
  );
  if (!blame || !dominates(s, blame.token, match.token)) return [];
  // "accused the army of hiding the killing of a judge"
  for (let t = s.head[match.token]!; t !== blame.token; t = s.head[t]!) if (s.upos[t] === "VERB") return [];
  return logicalObject(s, blame.token).filter((t) => t !== match.token && t < match.token);
}

/** What is done to those who come to somebody's checkpoint. */
const AT_A_POST = new Set<EventType>(["COERCE", "REJECT", "ASSAULT"]);

const CLAIMS = new Set(["claim", "report", "allegation", "accusation", "suggestion", "assertion", "charge"]);

const isDenial = (s: Sentence, m: FrameMatch): boolean =>
  m.kind === "verb" &&
  children(s, m.token, "obj", "nsubj:pass").some(
    (o) =>
      CLAIMS.has(s.lemma[o]!.toLowerCase()) &&
      [...children(s, m.token, "ccomp"), ...children(s, o, "acl", "ccomp")].some((c) =>
        children(s, c, "mark").some((k) => s.form[k]!.toLowerCase() === "that"),
      ),
  );

/** What a third party does. */
const MEDIATING = new Set<string>(["mediates", "hosts", "brokers"]);

const ATTEMPTS = new Set(["try", "seek", "attempt", "work", "push", "strive", "bid", "effort"]);

/** Whom the sides of a mutual verb face together: "clashed with gunmen". */
const against = (s: Sentence, m: FrameMatch): number[] =>
  m.kind === "verb" ? prepositional(s, m.token, "with") : [];

/** The word of the clause that the event is told by: the light verb over the noun, else the trigger. */
const headOf = (s: Sentence, m: FrameMatch): number =>
  m.carrier >= 0 && s.head[m.carrier] !== m.token ? m.carrier : m.token;

const otherMentions = (list: readonly PartyRef[], actor: readonly PartyRef[]) =>
  list.filter(
    (p) => !actor.some((a) => key(a) === key(p) && a.words.toLowerCase() === p.words.toLowerCase()),
  );

/**
 * The parties that fill a slot: of the mention at each token, else of the words that modify it ("Pakistani jets",
 * "the killing by Israel"), else those of the event that stands there ("the airstrikes killed 12").
 */
function partiesOf(
  parsed: ParsedReport,
  sentence: number,
  tokens: readonly number[],
  siblings: readonly FrameMatch[],
  role: "actor" | "recipient",
  speakerAt: EventContext["speakerAt"],
): PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const out: PartyRef[] = [];
  for (const t of tokens) {
    if (isFirstPerson(s, t)) {
      // "Canada condemns … We urge restraint": in a statement without quotation marks who has spoken last
      const speakers = speakerAt(sentence, t);
      out.push(...(speakers.length > 0 ? speakers : (mentionAt(parsed, sentence, t)?.parties ?? [])));
      continue;
    }
    const ours = children(s, t, "nmod:poss").find((x) => isFirstPerson(s, x));
    if (ours !== undefined) {
      // "our armed forces": the speaker's
      out.push(...speakerAt(sentence, t));
      continue;
    }
    const own = mentionAt(parsed, sentence, t);
    if (own && own.parties.length > 0) {
      // "delegations from Serbia and Kosovo": of no side by themselves
      const joint = own.kind === "description" && s.xpos[t] === "NNS" && isOfPair(parsed, sentence, t);
      const sides =
        joint || own.parties.every((p) => p.code === null && p.country === null)
          ? distinct(
              ["of", "from"]
                .flatMap((p) => prepositional(s, t, p))
                .flatMap((o) => mentionAt(parsed, sentence, o)?.parties ?? [])
                .filter((p) => p.code !== null),
            )
          : [];
      // "pro-government fighters of the 444 Brigade": its
      if (sides.length > 1 || (sides.length === 1 && own.kind === "description" && isArmed(own.parties))) {
        out.push(...sides);
        continue;
      }
      if (own.parties.every((p) => p.code === null)) {
        const named = namedByApposition(parsed, sentence, t);
        if (named.length > 0) {
          out.push(...named);
          continue;
        }
      }
      out.push(...joinedOwners(parsed, sentence, t, own.from));
      out.push(...own.parties.map((p) => withCountry(parsed, sentence, t, p)));
      continue;
    }
    if (s.upos[t] === "PRON") {
      out.push(...sayerOf(parsed, sentence, t));
      continue;
    }
    const named = namedByApposition(parsed, sentence, t);
    if (named.length > 0) {
      out.push(...named);
      continue;
    }
    const event = siblings.find((m) => m.kind === "noun" && m.token === t);
    if (event && role === "actor") {
      out.push(
        ...partiesOf(
          parsed,
          sentence,
          event.actor,
          siblings.filter((m) => m !== event),
          "actor",
          speakerAt,
        ),
      );
      continue;
    }
    out.push(...partiesNear(parsed, sentence, t, role));
  }
  return distinct(out).filter((p, _, all) => p.code !== null || all.every((x) => x.code === null));
}

/** "The foreign ministers | of the two countries": theirs, with nobody named before it. */
function isOfPair(parsed: ParsedReport, sentence: number, t: number): boolean {
  const s = parsed.sentences[sentence]!;
  const ofSeveral = prepositional(s, t, "of").some((o) => {
    const m = mentionAt(parsed, sentence, o);
    return m?.kind === "anaphor" && new Set(m.parties.map((p) => p.code)).size > 1;
  });
  return ofSeveral && modifiers(s, t).every((x) => mentionAt(parsed, sentence, x)?.kind !== "name");
}

/** "Three members of the council, | Gabon, Ghana and Kenya |, condemned", "by the Front, | a rebel group, which blamed": one and the other. */
function namedByApposition(parsed: ParsedReport, sentence: number, t: number): readonly PartyRef[] {
  const s = parsed.sentences[sentence]!;
  if (s.upos[t] !== "NOUN") return [];
  const beside = children(s, t, "appos").filter((a) => s.form[a - 1] === "," || /^DT$/.test(s.xpos[a - 1]!));
  const over = baseRelation(s, t) === "appos" ? s.head[t]! : -1;
  // "Egypt, Saudi Arabia and Qatar, | the three countries | that proposed it"
  const first = over >= 0 && baseRelation(s, over) === "conj" ? s.head[over]! : over;
  const above = over < 0 ? [] : s.xpos[t] === "NNS" ? withConjuncts(s, [first]) : [over];
  return [...beside.flatMap((a) => [a, ...children(s, a, "conj")]), ...above]
    .filter((a) => mentionAt(parsed, sentence, a)?.kind === "name")
    .flatMap((a) => mentionAt(parsed, sentence, a)!.parties)
    .filter((p) => p.code !== null);
}

const ARMED = new Set(["REB", "UAF", "MIL", "PRM"]);
const isArmed = (list: readonly PartyRef[]) => list.some((p) => p.sector !== null && ARMED.has(p.sector));

/** "|Russia and| Turkey's foreign ministers": whose they also are. */
function joinedOwners(
  parsed: ParsedReport,
  sentence: number,
  token: number,
  from: number,
): readonly PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const and = s.form[from - 1]?.toLowerCase() === "the" ? from - 2 : from - 1;
  if (s.xpos[token] !== "NNS" || s.form[and]?.toLowerCase() !== "and") return [];
  return children(s, token, "compound", "nmod", "amod")
    .filter((t) => t < and)
    .flatMap((t) => mentionAt(parsed, sentence, t)?.parties ?? []);
}

/** "In support of the army", "in response to the raid", "at the request of Qatar": why it was done, not to whom. */
const isWhy = (s: Sentence, t: number): boolean =>
  /^(?:response|retaliation|reprisal|revenge|reply|support|defence|defense|favour|favor|request|behest|urging|insistence|invitation)$/i.test(
    s.form[t]!,
  ) && children(s, t, "case").some((c) => /^(?:in|at|on|upon)$/i.test(s.form[c]!));

/** "Killing 63 people by the count of a doctors' network". */
const isByCount = (s: Sentence, t: number): boolean =>
  /^(?:count|account|tally|estimate|reckoning)$/.test(s.lemma[t]!) &&
  children(s, t, "case").some((c) => /^(?:by|on|in)$/i.test(s.form[c]!));

/** Participles that say whose a thing is. */
const OWNING = new Set([
  "contract",
  "hire",
  "charter",
  "own",
  "operate",
  "run",
  "lease",
  "rent",
  "use",
  "fund",
]);

/** Words before a phrase that is about another time or event than the trigger's own. */
const ASIDE = new Set([
  "according",
  "after",
  "following",
  "amid",
  "during",
  "since",
  "before",
  "despite",
  "because",
  "as",
  "while",
  "ahead",
  "when",
  "until",
  "than",
]);

/** "Held in connection with the bombing |of an embassy in Niger|", "jailed for the murder |of a judge|": whom and where the deed hit, for which somebody answers. */
const isOfTheCrime = (s: Sentence, match: FrameMatch, t: number, siblings: readonly FrameMatch[]): boolean =>
  (match.frame.mode === "arrest" || match.frame.mode === "convict") &&
  siblings.some(
    (o) =>
      o !== match &&
      o.kind === "noun" &&
      o.frame.type === "ASSAULT" &&
      o.token > match.token &&
      t >= o.token &&
      dominates(s, match.token, o.token) &&
      (t === o.token || dominates(s, o.token, t)),
  );

/**
 * The first party that the event's own words name besides its actor: "accused militants of operating from Afghan territory",
 * "is willing to send troops to defend Riyadh". Asides about other times and relative clauses are passed over.
 */
function partiesBelow(
  parsed: ParsedReport,
  match: FrameMatch,
  siblings: readonly FrameMatch[],
  known: readonly PartyRef[],
  classes: FrameLexicon["classes"],
  asides = false,
): PartyRef[] {
  const s = parsed.sentences[match.sentence]!;
  const head = headOf(s, match);
  const below = new Set(
    subtree(s, head, (t) => {
      const relation = s.relation[t]!;
      if (relation === "acl:relcl" || relation === "parataxis" || relation === "punct") return true;
      if (relation === "conj" && s.head[t] === head) return true;
      if (isWhy(s, t) || isByCount(s, t)) return true;
      const finite = baseRelation(s, t) === "advcl" && child(s, t, "nsubj") >= 0;
      return (
        (!asides || finite) && children(s, t, "case", "mark").some((c) => ASIDE.has(s.form[c]!.toLowerCase()))
      );
    }),
  );
  const brokers = new Set(siblings.flatMap((m) => m.broker));
  // "boycotted the talks in Luanda", but "turned down a call for troops in Liberia"
  const isCapital = (t: number) => {
    const m = mentionAt(parsed, match.sentence, t);
    return m?.kind === "name" && m.parties.every((p) => p.sector === "GOV");
  };
  const isVenue = (t: number) =>
    match.frame.mutual ||
    match.also.some((f) => f.mutual) ||
    match.frame.type === "CONSULT" ||
    (match.frame.type === "REJECT" && isCapital(t)) ||
    siblings.some(
      (o) => o.frame.type === "CONSULT" && [o.token, o.carrier].some((x) => x >= 0 && dominates(s, x, t)),
    );
  const mentions = (parsed.mentions[match.sentence] ?? []).filter(
    (m) =>
      m.head > match.token &&
      below.has(m.head) &&
      !brokers.has(m.head) &&
      !isTopic(s, match, m.head, classes) &&
      !isOfTheCrime(s, match, m.head, siblings) &&
      // "was signed in Pretoria": where the sides met
      !(isVenue(m.head) && isInPlace(s, m.head)) &&
      // "were killed when the insurgents captured Goma": who acts in a clause of its own is nobody's recipient
      !(baseRelation(s, m.head) === "nsubj" && baseRelation(s, s.head[m.head]!) === "advcl") &&
      // "villagers have been killed in Myanmar's campaign"
      !(
        match.frame.type === "ASSAULT" &&
        siblings.some(
          (o) => o !== match && o.kind === "noun" && o.frame.type === "ASSAULT" && o.actor.includes(m.head),
        )
      ) &&
      // "under the pact, signed in Doha, the M23 was to withdraw": who acts elsewhere in the sentence, wherever the tree hung it
      !siblings.some(
        (o) =>
          o !== match && o.kind === "verb" && o.actor.includes(m.head) && !dominates(s, match.token, o.token),
      ) &&
      // "accused the Iran-backed group": somebody else than Iran
      !/^[-–]$/.test(s.form[m.to] ?? ""),
  );
  for (const m of mentions) {
    const parties = others(m.parties, known).filter((p) => p.code !== null);
    if (parties.length === 0) continue;
    // "Britain mobilised army reservists against Iraq": its own troops are not against whom
    if (match.frame.type === "MOBILIZE" && parties.every((p) => known.some((k) => k.code === p.code)))
      continue;
    const twins = mentions.filter(
      (x) => x !== m && dominates(s, m.head, x.head) && baseRelation(s, x.head) === "conj",
    );
    return distinct([
      ...parties,
      ...others(
        twins.flatMap((x) => x.parties),
        known,
      ).filter((p) => p.code !== null),
    ]);
  }
  return [];
}

/** What two do with one another. */
const MET = new Set<EventType>(["CONSULT", "COOPERATE"]);

const CLAUSE = /^(?:advcl|acl)$/;

/** Prepositions behind which stands what is spoken about, or done something about. */
const ABOUT = /^(?:on|about|over|regarding|concerning|against)$/i;

/** "Discussed | the crisis in Mali", "spoke with him | about the war in Sudan", "unite | against the RSF": a matter, and nobody met. */
function isTopic(s: Sentence, match: FrameMatch, token: number, classes: FrameLexicon["classes"]): boolean {
  if (!MET.has(match.frame.type)) return false;
  const head = headOf(s, match);
  if (!dominates(s, head, token) && !dominates(s, match.token, token)) return false;
  for (let t = token; t >= 0 && t !== match.token && t !== head; t = s.head[t]!) {
    const over = s.head[t]!;
    const relation = baseRelation(s, t);
    if (CLAUSE.test(relation) && children(s, t, "mark").some((c) => /^to$/i.test(s.form[c]!))) return true;
    if (children(s, t, "case").some((c) => ABOUT.test(s.form[c]!))) return true;
    if (relation === "obj" && over >= 0 && classes.get("discuss-verb")!.has(s.lemma[over]!.toLowerCase()))
      return true;
  }
  return false;
}

const isThreat = (frame: Frame, modality: Modality) =>
  frame.type === "THREATEN" || modality.status === "planned" || modality.status === "threatened";

/** "In Pretoria", "in the South African capital". */
function isInPlace(s: Sentence, t: number): boolean {
  if (/^(?:in|at)$/i.test(s.form[t - 1] ?? "")) return true;
  const isAt = (x: number) => children(s, x, "case").some((c) => /^(?:in|at)$/i.test(s.form[c]!));
  const modifies = /^(?:amod|compound|nmod)$/.test(s.relation[t]!) && child(s, t, "case") < 0;
  return isAt(t) || (modifies && isAt(s.head[t]!));
}

/** The parties that act in the condition under which an event is threatened or promised: "unless Baghdad accepts". */
function conditionedOn(parsed: ParsedReport, match: FrameMatch, known: readonly PartyRef[]): PartyRef[] {
  const s = parsed.sentences[match.sentence]!;
  for (const clause of conditionsBelow(s, headOf(s, match))) {
    const parties = logicalSubject(s, clause).flatMap(
      (t) => mentionAt(parsed, match.sentence, t)?.parties ?? [],
    );
    const named = distinct(others(parties, known));
    if (named.length > 0) return named;
  }
  return [];
}

/** Heads of the clauses below a word that begin with "if", "unless", "until". */
const conditionsBelow = (s: Sentence, head: number): number[] =>
  subtree(s, head).filter((t) =>
    children(s, t, "mark").some((m) => /^(?:if|unless|until)$/i.test(s.form[m]!) && m > head),
  );

const FIRST_PERSON = new Set(["we", "us", "our", "i", "me", "my", "ours", "ourselves"]);

const isFirstPerson = (s: Sentence, t: number) =>
  s.upos[t] === "PRON" && FIRST_PERSON.has(s.form[t]!.toLowerCase());

/** "Syria says it is willing": a pronoun that nothing else resolves, subject of what somebody says, is whoever says it. */
function sayerOf(parsed: ParsedReport, sentence: number, pronoun: number): readonly PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const verb = s.head[pronoun]!;
  const saying = verb >= 0 && baseRelation(s, verb) === "ccomp" ? s.head[verb]! : -1;
  if (saying < 0 || !["it", "they", "he", "she"].includes(s.form[pronoun]!.toLowerCase())) return [];
  // '"They will pay," the minister said': in a speaker's own words they are somebody else
  const [low, high] = [Math.min(pronoun, saying), Math.max(pronoun, saying)];
  if (s.form.slice(low, high).some((f) => /^["“”»’']$/.test(f))) return [];
  return surfaceSubject(s, saying).flatMap((t) => mentionAt(parsed, sentence, t)?.parties ?? []);
}

/** The subject of the clause that an event noun stands in: "Islamabad regretted the collapse of talks with the Taliban". */
function clauseSubject(parsed: ParsedReport, match: FrameMatch): readonly PartyRef[] {
  const s = parsed.sentences[match.sentence]!;
  for (let i = s.head[match.token]!, steps = 0; i >= 0 && steps < 6; i = s.head[i]!, steps++) {
    if (s.upos[i] !== "VERB") continue;
    const subject = surfaceSubject(s, i).filter((t) => t !== match.token);
    const parties = subject.flatMap((t) => mentionAt(parsed, match.sentence, t)?.parties ?? []);
    if (parties.length > 0) return parties;
    if (baseRelation(s, i) === "acl") continue;
    return [];
  }
  return [];
}

/** Parties that possess a noun or modify it. */
function ownersOf(parsed: ParsedReport, sentence: number, token: number): readonly PartyRef[] {
  const s = parsed.sentences[sentence]!;
  return [...possessors(s, token), ...modifiers(s, token), ...prepositional(s, token, "by")].flatMap(
    (t) => mentionAt(parsed, sentence, t)?.parties ?? [],
  );
}

/** Parties among a noun's possessors, modifiers and `of` phrases: "Pakistan's jets", "units of the army", "part of a Karen stronghold". */
function partiesNear(
  parsed: ParsedReport,
  sentence: number,
  token: number,
  role: "actor" | "recipient",
  within = 1,
): readonly PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const places = role === "recipient" ? ["of", "from", "in", "near", "inside", "for"] : ["of", "from"];
  // "two of its protocols": what is only theirs is not they
  const owners = possessors(s, token).filter((t) => within > 0 || s.upos[t] !== "PRON");
  const heads = [owners, modifiers(s, token), ...places.map((p) => prepositional(s, token, p))];
  for (const group of heads) {
    const own = group.filter((t) => !/^[-–]$/.test(s.form[t + 1] ?? ""));
    const parties = own.flatMap((t) => mentionAt(parsed, sentence, t)?.parties ?? []);
    if (parties.length > 0) return parties;
  }
  // "a lorry hired by the UN"
  for (const verb of children(s, token, "acl").filter((v) => OWNING.has(s.lemma[v]!.toLowerCase()))) {
    const parties = prepositional(s, verb, "by").flatMap(
      (t) => mentionAt(parsed, sentence, t)?.parties ?? [],
    );
    if (role === "recipient" && parties.length > 0) return parties;
  }
  return within === 0
    ? []
    : prepositional(s, token, "of").flatMap((t) => partiesNear(parsed, sentence, t, role, within - 1));
}

/** A strike "inside Afghanistan", "on the Israeli town": the country struck suffers, unless it is the one that acts. */
function countryStruck(
  parsed: ParsedReport,
  sentence: number,
  match: FrameMatch,
  actor: readonly PartyRef[],
  siblings: readonly FrameMatch[],
): PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const head = headOf(s, match);
  const mentions = parsed.mentions[sentence] ?? [];
  // "the Kuwait invasion", "the embassy bombing": a house or land that does not act stands before what befell it
  const before = mentions.find((m) => match.kind === "noun" && m.to === match.token && !m.agent);
  if (before?.parties[0]?.code && before.parties.length === 1) return [before.parties[0]];
  for (const preposition of [
    "inside",
    "in",
    "across",
    "into",
    "on",
    "near",
    "at",
    "against",
    "over",
    "along",
  ]) {
    for (const at of [match.token, head]) {
      for (const t of prepositional(s, at, preposition)) {
        // "died in Indian strikes": who stands before the word of an event does it
        const event = siblings.some((m) => m.kind === "noun" && m.token === t);
        const inside = mentions.filter(
          (m) =>
            m.head === t ||
            (dominates(s, t, m.head) &&
              m.head !== match.token &&
              // "blamed on Eritrean-backed rebels"
              !/^[-–]$/.test(s.form[m.to] ?? "") &&
              !(event && m.to <= t) &&
              // "in an attack that the Islamic State said it carried out"
              !isSubjectInRelative(s, m.head)),
        );
        const parties = distinct(inside.flatMap((m) => m.parties)).filter((p) => p.code !== null);
        const struck = parties.filter((p) => !actor.some((a) => a.code === p.code));
        if (struck.length > 0) return struck.slice(0, 1);
      }
    }
  }
  return [];
}

/** "Poland closed an airport during | the attack": a noun with "the" and nothing of its own points to what was told before. */
const isPointer = (s: Sentence, { kind, token, carrier, actor, recipient, broker }: FrameMatch): boolean =>
  kind === "noun" &&
  carrier < 0 &&
  actor.length + recipient.length + broker.length === 0 &&
  children(s, token, "det").some((d) => /^(?:the|that|this|these|those)$/i.test(s.form[d]!)) &&
  child(s, token, "nmod", "acl", "amod", "compound", "nmod:poss") < 0;

const isSubjectInRelative = (s: Sentence, t: number): boolean =>
  baseRelation(s, t) === "nsubj" &&
  (s.relation[s.head[t]!] === "acl:relcl" || isSaidInRelative(s, s.head[t]!));

const isSaidInRelative = (s: Sentence, verb: number): boolean =>
  baseRelation(s, verb) === "ccomp" && s.relation[s.head[verb]!] === "acl:relcl";

/** Types whose object is somebody. */
const OF_SOMEBODY = new Set<EventType>(["ACCUSE", "THREATEN", "SUPPORT"]);

/** "Broke off talks with the ELN, accusing it": a pronoun that nothing else resolves is the one other party that the sentence named before. */
function otherBefore(parsed: ParsedReport, match: FrameMatch, actor: readonly PartyRef[]): PartyRef[] {
  const s = parsed.sentences[match.sentence]!;
  if (match.kind !== "verb" || !OF_SOMEBODY.has(match.frame.type) || actor.length === 0) return [];
  const said = match.frame.needs.has("comp") ? complements(s, match.token) : [];
  const pronoun = [...match.recipient, ...said.flatMap((c) => children(s, c, "nsubj"))].find(
    (t) => t > match.token && /^(?:it|him|her|them|they)$/i.test(s.form[t]!) && s.upos[t] === "PRON",
  );
  return pronoun === undefined ? [] : otherNamedBefore(parsed, match, actor);
}

/** The one party that the sentence names before the event's word besides these; empty where there are more. */
function otherNamedBefore(parsed: ParsedReport, match: FrameMatch, actor: readonly PartyRef[]): PartyRef[] {
  const named = (parsed.mentions[match.sentence] ?? [])
    .filter((m) => m.to <= match.token && m.agent)
    .flatMap((m) => m.parties)
    .filter((p) => p.code !== null && actor.every((a) => a.code !== p.code));
  const one = distinct(named);
  return one.length === 1 ? one : [];
}

/** "Carried out air strikes in support of the army": whose side is taken. */
function helpedBy(parsed: ParsedReport, sentence: number, head: number): PartyRef[] {
  const s = parsed.sentences[sentence]!;
  const support = subtree(s, head).filter((t) => s.lemma[t] === "support" && s.form[t - 1] === "in");
  const sides = [
    ...support.flatMap((t) => prepositional(s, t, "of")),
    ...["alongside", "beside"].flatMap((p) => prepositional(s, head, p)),
    // "soldiers fighting on Congo's side"
    ...prepositional(s, head, "on")
      .filter((t) => s.lemma[t] === "side")
      .flatMap((t) => [...possessors(s, t), ...prepositional(s, t, "of")]),
  ];
  return sides.flatMap((t) => mentionAt(parsed, sentence, t)?.parties ?? []).filter((p) => p.code !== null);
}

/** What is done to a place is done to its people: a curfew in a town, shelling near a village. */
const SUFFERED_IN_PLACE = new Set<EventType>(["ASSAULT", "COERCE", "THREATEN", "AID"]);

/**
 * A strong trigger codes alone, but not a mere pointer back: "the strikes", "that attack". So does a headline's passive of which the
 * entry says what suffers it: "Bombers deployed to Guam".
 */
function codesAlone(s: Sentence, match: FrameMatch): boolean {
  const { kind, frame, also, token } = match;
  if (
    kind === "verb" &&
    s.relation[token] === "root" &&
    child(s, token, "nsubj:pass") >= 0 &&
    frame.needs.has("obj")
  )
    return true;
  if (!frame.strong && !also.some((f) => f.strong)) return false;
  const determiner = child(s, match.token, "det");
  return (
    determiner < 0 || !["the", "that", "this", "these", "those"].includes(s.form[determiner]!.toLowerCase())
  );
}

/** Types whose content has not happened by being asked for, promised, threatened or refused. */
const CONTENT_STATUS: Partial<Record<EventType, Status>> = {
  REQUEST: "called-for",
  THREATEN: "threatened",
  AGREE: "planned",
  REJECT: "hypothetical",
};

/** Prepositions by which an event noun is what the governing word is about, not when or why it was said. */
const CONTENT_PREPOSITIONS = new Set(["for", "to", "of", "into", "toward", "towards", "against", "with"]);

/** The event that asks for, promises, threatens or refuses this one; null where none governs it. */
function governingEvent(
  s: Sentence,
  head: number,
  siblings: readonly FrameMatch[],
  match: FrameMatch,
): FrameMatch | null {
  const demand = siblings.find((m) => m.frame === OBLIGATION && m !== match && m.carrier === head);
  if (demand) return demand;
  // "offered its good offices": the verb that carries the noun tells of the offer
  const carrying = siblings.find((m) => m !== match && m.token === match.carrier);
  if (match.kind === "noun" && carrying && CONTENT_STATUS[carrying.frame.type] && carrying.frame.act)
    return carrying;
  let at = head;
  for (let steps = 0; steps < 8; steps++) {
    const governor = s.head[at]!;
    if (governor < 0 || !isContentLink(s, at)) return null;
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

function isContentLink(s: Sentence, token: number): boolean {
  const relation = baseRelation(s, token);
  const marked = (word: string) => children(s, token, "mark").some((m) => s.form[m]!.toLowerCase() === word);
  switch (relation) {
    case "xcomp":
    case "ccomp":
    case "obj":
      return true;
    case "conj":
      return child(s, token, "nsubj") < 0;
    case "acl":
      return s.relation[token] !== "acl:relcl" && (marked("to") || child(s, token, "case") >= 0);
    case "advcl":
      return marked("to");
    case "nmod":
    case "obl": {
      const preposition = child(s, token, "case");
      return preposition < 0
        ? relation === "nmod"
        : CONTENT_PREPOSITIONS.has(s.form[preposition]!.toLowerCase());
    }
    case "compound":
      return true;
    default:
      return s.relation[token] === "nsubj:pass";
  }
}

/** What will be done with or for another is an undertaking. @see docs/decisions/002-undertakings.md */
const UNDERTAKEN = new Set<EventType>(["CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"]);
/** "will not release the prisoners", "will not begin talks": refused. */
const REFUSABLE = new Set<EventType>([...UNDERTAKEN, "AGREE"]);
const HOSTILE = new Set<EventType>(["COERCE", "ASSAULT", "SANCTION", "PROTEST"]);
/** What hurts by being done under a condition: "unless". */
const WITHHELD = new Set<EventType>(["RETREAT", "REJECT", "MOBILIZE"]);

const hasUnless = (s: Sentence, head: number): boolean =>
  conditionsBelow(s, head).some((t) =>
    children(s, t, "mark").some((m) => s.form[m]!.toLowerCase() === "unless"),
  );

/**
 * Type and status together: what somebody will do with or for another is AGREE, what hostile act its own actor announces
 * THREATEN. @see docs/record.md, boundaries of types
 */
function typeAndStatus(
  frame: Frame,
  modality: Modality,
  hasActor: boolean,
  { unless, conditional }: { readonly unless: boolean; readonly conditional: boolean },
): { type: EventType; status: Status } {
  const { type } = frame;
  if (modality.negated)
    return type === "ASSAULT" ? { type, status: "denied" } : { type: "REJECT", status: "happened" };
  // "is ready to attack" offers nothing; "is ready to release them" does
  const isOffer = modality.status === "offered" && UNDERTAKEN.has(type);
  if (isOffer) return { type: type === "RETREAT" || type === "CONCEDE" ? type : "AGREE", status: "offered" };
  const status = modality.status === "offered" && HOSTILE.has(type) ? "planned" : modality.status;
  if (status === null) return { type, status: frame.status ?? defaultStatus(type) };
  if (status === "planned" || status === "threatened") {
    if (hasActor && HOSTILE.has(type) && !modality.purpose) return { type: "THREATEN", status: "threatened" };
    // "will pull its peacekeepers out unless the sides talk"
    if (status === "planned" && unless && hasActor && WITHHELD.has(type))
      return { type: "THREATEN", status: "threatened" };
    // "has sent fighters to support the army": what for, and no promise
    if (status === "planned" && UNDERTAKEN.has(type) && !modality.purpose) return { type: "AGREE", status };
  }
  if (frame.status && status === "planned" && type === "AGREE") return { type, status: frame.status };
  if (type === "REQUEST" || type === "THREATEN") {
    // "if Manila insists on going its own way"
    const unreal = status === "denied" || (status === "hypothetical" && conditional);
    return { type, status: unreal ? status : defaultStatus(type) };
  }
  return { type, status };
}

function defaultStatus(type: EventType): Status {
  return type === "REQUEST" ? "called-for" : type === "THREATEN" ? "threatened" : "happened";
}

/** The frame's mode, or for `content` the mode of what is asked, refused or threatened, by the first word that tells. */
function modeOf(s: Sentence, match: FrameMatch, type: EventType, lexicon: FrameLexicon): EventMode | null {
  const { frame } = match;
  if (type === "REJECT" && frame.type !== "REJECT") return REFUSED_MODE[frame.type] ?? null;
  if (type !== frame.type) return type === "THREATEN" ? threatened(frame) : null;
  if (frame.mode !== "content") return frame.mode ?? moreSpecific(match);
  const modes = lexicon.contentModes.get(type);
  if (!modes) return null;
  const roots = match.carrier >= 0 ? [match.token, match.carrier] : [match.token];
  const below = [...new Set(roots.flatMap((r) => subtree(s, r)))]
    .filter((t) => t > match.token)
    .sort((a, b) => a - b);
  for (const t of below) {
    const lemma = s.lemma[t]!.toLowerCase();
    const pair = `${s.lemma[t - 1]?.toLowerCase()} ${lemma}`;
    for (const [mode, words] of modes) {
      if (words.has(lemma) || words.has(pair)) return mode;
    }
  }
  // "halted its fire at the request of Oman": what was done is what was asked
  const done = isWhy(s, match.token) ? s.lemma[s.head[match.token]!]?.toLowerCase() : undefined;
  if (done) for (const [mode, words] of modes) if (words.has(done)) return mode;
  return null;
}

/** What is refused where it is told by its negation: "will not sit down with them". */
const REFUSED_MODE: Partial<Record<EventType, EventMode>> = {
  CONSULT: "meet",
  AID: "assist",
  COOPERATE: "assist",
  RETREAT: "yield",
  CONCEDE: "yield",
};

/** The first mode that another frame of the same type knows. */
function moreSpecific(match: FrameMatch): EventMode | null {
  for (const f of match.also) if (f.mode !== null && f.mode !== "content") return f.mode;
  return null;
}

function threatened(frame: Frame): EventMode {
  if (frame.type === "ASSAULT") return "violence";
  if (frame.type === "SANCTION") return frame.mode === "expel" ? "expel" : "relations";
  if (frame.type !== "COERCE") return "relations";
  return frame.mode === "arrest" ? "arrest" : "restrict";
}

/** The words of a draft that support it: from its first slot or trigger word to its last. */
export function draftSpan(parsed: ParsedReport, d: EventDraft): { start: number; end: number } {
  const s = parsed.sentences[d.sentence]!;
  const tokens = [d.match.first, d.match.last, ...d.match.evidence, ...d.match.actor, ...d.match.recipient];
  const mentions = (parsed.mentions[d.sentence] ?? []).filter((m) =>
    tokens.some((t) => m.from <= t && t < m.to),
  );
  const from = Math.min(...tokens, ...mentions.map((m) => m.from));
  const to = Math.max(...tokens.map((t) => t + 1), ...mentions.map((m) => m.to));
  return spanOfTokens(s, from, to);
}
