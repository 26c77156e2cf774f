import { distinct, type EventDraft } from "./event-draft.js";
import { isOnlooker, type PartyRef } from "./party.js";

/** Types that set one party against another, and how strongly they say that the two are the sides of the report. */
const WEIGHT: Partial<Record<EventDraft["type"], number>> = {
  ASSAULT: 3,
  ACCUSE: 1,
  THREATEN: 1,
  CONSULT: 1,
  AGREE: 1,
  RETREAT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
};

const HOSTILE = new Set<EventDraft["type"]>(["ASSAULT", "ACCUSE", "THREATEN"]);

/** A state's fight with a group of its own must weigh at least one part in so many of what it has with another state. */
const MOSTLY_OWN = 1.5;

/** A group that is told of less often than once in so many times is not the side: "blames Lashkar-e-Taiba", in a war of two states. */
const OFTEN_ENOUGH = 4;

/**
 * The two parties that a report's events set against each other most: who "both sides" are. null where no pair stands out.
 * Brokers and callers stand in no pair; a pair counts by how its events weigh. `foes`: only two of whom one is told to have done or laid
 * something to the other: who signed a pact are none. `heading`: countries of the line over these events; two that are told of are the sides.
 */
export function sidesOfReport(
  events: readonly EventDraft[],
  { foes = false, heading = [] }: { readonly foes?: boolean; readonly heading?: readonly string[] } = {},
): readonly PartyRef[] | null {
  const ranked = pairsOf(events).filter((p) => p.hostile || !foes);
  if (!ranked[0]) return null;
  const headed = heading.length === 2 && ranked.find((p) => p.sides.every((x) => heading.includes(x.code!)));
  if (headed) return headed.sides;
  const { sides: first, weight: most } = ranked[0];
  // strikes on a country where an armed group is the other side: "Israel" against "Hamas", not against Palestine
  const isIn = (p: PartyRef, list: readonly PartyRef[]) => list.some((x) => x.code === p.code);
  const withGroup = ranked.find(
    ({ sides, weight }) =>
      weight * OFTEN_ENOUGH >= most &&
      sides.some((p) =>
        first.some(
          (f) =>
            isGroupOf(p, f) &&
            // a state's own war with its group, where two states fight too: by what is told most
            (isIn(f, sides) ? weight * MOSTLY_OWN >= most : !fights(f, events) && !accuses(f, first, events)),
        ),
      ) &&
      sides.some((p) => isIn(p, first)),
  );
  return withGroup?.sides ?? first;
}

/** Two that a report sets against each other, how much it tells of that, and whether one did or laid something to the other. */
interface Pair {
  readonly sides: readonly PartyRef[];
  weight: number;
  hostile: boolean;
}

/** The pairs that some events set against each other, in a report of all these; those of whom most is told first. */
function pairsOf(events: readonly EventDraft[], all = events): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const e of events) {
    const weight = WEIGHT[e.type];
    if (!weight || e.status === "hypothetical") continue;
    if (!e.mutual && e.type !== "ASSAULT" && e.type !== "ACCUSE" && e.type !== "THREATEN") continue;
    const sides = distinct([...e.actor, ...e.recipient]).filter((p) => p.code !== null);
    // "Human Rights Watch blamed the army", "is holding UN staff": an onlooker is no side, unless it fights
    const fights = e.type === "ASSAULT" && e.actor.some(isOnlooker);
    if (sides.length !== 2 || (!fights && sides.some(isOnlooker))) continue;
    if (isOutcry(e, all)) continue;
    const key = sides
      .map((p) => p.code)
      .sort()
      .join("|");
    const pair = pairs.get(key) ?? { sides, weight: 0, hostile: false };
    pair.weight += weight;
    pair.hostile ||= HOSTILE.has(e.type);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.weight - a.weight);
}

/** One story is told of at least half as much as the other where a report has two. */
const BESIDE = 2;
/** How many sentences back the sides of a story stand. */
const STORY = 5;

/**
 * The sides at one event: those of the report; where it tells two stories ("the army fights the ELN here, the FARC there", "in Mali …, in
 * Sudan …"), the two told of last before it, or null where nobody is.
 */
export function sidesAt(
  events: readonly EventDraft[],
  d: EventDraft,
  sides: readonly PartyRef[] | null,
): readonly PartyRef[] | null {
  const [first, second] = pairsOf(events).filter((p) => p.hostile);
  if (!first || !second || second.weight * BESIDE < first.weight || !isOtherStory(first.sides, second.sides))
    return sides;
  const isBefore = (e: EventDraft) =>
    e.sentence <= d.sentence &&
    d.sentence - e.sentence <= STORY &&
    (e.sentence < d.sentence || e.token < d.token);
  const isGroup = (p: PartyRef) => p.code !== p.country;
  const own = [...d.actor, ...d.broker];
  const last = events.findLast((e) => {
    const [pair] = e !== d && isBefore(e) ? pairsOf([e], events) : [];
    if (!pair || pair.sides.every((p) => own.some((o) => o.code === p.code))) return false;
    // where a group fights, two states that speak of it are no sides
    return pair.sides.some(isGroup) || !first.sides.some(isGroup);
  });
  return last ? pairsOf([last], events)[0]!.sides : null;
}

/** A state's fights with two groups, or fights that share nobody and no country. */
function isOtherStory(a: readonly PartyRef[], b: readonly PartyRef[]): boolean {
  const isIn = (p: PartyRef, list: readonly PartyRef[]) => list.some((x) => x.code === p.code);
  const isGroup = (p: PartyRef) => p.code !== p.country;
  const [onlyA, onlyB] = [a.filter((p) => !isIn(p, b)), b.filter((p) => !isIn(p, a))];
  if (onlyA.length === 1) return isGroup(onlyA[0]!) && isGroup(onlyB[0]!);
  return !a.some((p) => b.some((x) => x.country === p.country));
}

/** What two do with each other. */
const TOGETHER = new Set<EventDraft["type"]>(["SUPPORT", "AGREE", "RETREAT", "CONSULT"]);

/**
 * The two that talk or have an arrangement, of whom one is of those that fight most, where the other of these deals with nobody: "talks
 * with Kabul" while a group attacks. null where there are none. `thirds`: who stands between others, and is no side.
 */
export function partnersOf(
  events: readonly EventDraft[],
  opposed: readonly PartyRef[],
  thirds: readonly PartyRef[],
): readonly PartyRef[] | null {
  const has = (list: readonly PartyRef[], p: PartyRef) => list.some((x) => x.code === p.code);
  const told = events.filter((e) => TOGETHER.has(e.type) && e.match.actor.length > 0);
  const deals = (p: PartyRef) => told.some((e) => has(e.actor, p) || has(e.recipient, p));
  const pairs = told
    .filter((e) => e.mutual || e.frame.mutual)
    .map((e) => distinct([...e.actor, ...e.recipient]).filter((p) => p.code !== null))
    .filter((pair) => pair.length === 2);
  const isHalf = (pair: readonly PartyRef[]) => pair.some((p) => has(opposed, p));
  const [pair] = pairs.filter((x) => isHalf(x) && !x.some((p) => has(thirds, p) || isBody(p)));
  return pair === undefined || opposed.some((p) => !has(pair, p) && deals(p)) ? null : pair;
}

/** Bodies of many states: the UN, a regional bloc, an aid organisation. */
export const isBody = (p: PartyRef) => p.country === null && (p.sector === "IGO" || p.sector === "NGO");

/**
 * "France condemned the Boko Haram attack": who deplores what one side does to others, or what a group does that fights another
 * state, is no side by that.
 */
function isOutcry(e: EventDraft, events: readonly EventDraft[]): boolean {
  if (e.type !== "ACCUSE") return false;
  const has = (list: readonly PartyRef[], of: readonly PartyRef[]) =>
    list.some((p) => p.code !== null && of.some((x) => x.code === p.code));
  const attacks = events.filter((x) => x.type === "ASSAULT" && x.status !== "hypothetical");
  if (attacks.some((x) => has([...x.actor, ...x.recipient], e.actor))) return false;
  const isForeignGroup = (p: PartyRef) =>
    p.code !== null && p.code !== p.country && !e.actor.some((a) => isGroupOf(p, a));
  const onOthers = attacks.some((x) => has(x.actor, e.recipient) && x.recipient.some((p) => p.code !== null));
  return onOthers || e.recipient.some(isForeignGroup);
}

/** Whether a state is told to fight or threaten by its own forces: then it is a side, whatever group is struck in it. */
const fights = ({ code }: PartyRef, events: readonly EventDraft[]): boolean =>
  events.some(
    (e) =>
      (e.type === "ASSAULT" || e.type === "THREATEN") &&
      e.status !== "hypothetical" &&
      e.status !== "denied" &&
      e.actor.some((p) => p.code === code && (p.sector === "MIL" || p.sector === "GOV")) &&
      !e.recipient.some((p) => p.code === code),
  );

/** Whether a state's government lays something to the other of the two: "Lebanon's prime minister condemned the Israeli strikes". */
const accuses = ({ code }: PartyRef, sides: readonly PartyRef[], events: readonly EventDraft[]): boolean =>
  events.some(
    (e) =>
      e.type === "ACCUSE" &&
      e.actor.some((p) => p.code === code && p.sector === "GOV") &&
      e.recipient.some((p) => p.code !== code && sides.some((x) => x.code === p.code)),
  );

/** Whether the first is an armed group whose fight is in the second's country. */
export const isGroupOf = (p: PartyRef, state: PartyRef) =>
  p.code !== state.code && p.country === state.code && state.code === state.country && p.code !== p.country;
