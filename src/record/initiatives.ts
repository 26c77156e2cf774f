import { type DateInterval, dayNumber, isoDay } from "../text/civil-date.js";
import { DayList, lowerBound } from "./day-list.js";
import type { DiplomacyFact, DiplomaticAct } from "./diplomacy.js";
import { evidenceOf } from "./evidence.js";
import type { Evidence, ReportRef } from "./incident.js";
import { stableId } from "./stable-id.js";
import type { Verdict } from "./verdicts.js";

/** The life of an initiative. @see docs/record.md, "Initiatives" */
export const INITIATIVE_STATES = [
  "called-for",
  "offered",
  "welcomed",
  "accepted-by-one",
  "accepted",
  "declined",
  "talks",
  "talks-scheduled",
  "partial",
  "ceasefire",
  "settled",
  "collapsed",
] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** One step, with who says that it was taken; the same step by the same source in several reports is one. */
export interface InitiativeStep {
  readonly act: DiplomaticAct;
  readonly date: DateInterval;
  /** Who says so: a code, or null for outlets in their own voice. */
  readonly source: string | null;
  /** The one that welcomes, accepts or refuses, else all parties. */
  readonly parties: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly reports: readonly string[];
  /** The state after it. */
  readonly state: InitiativeState;
}

/** A third party's move between parties, with its life so far. */
export interface Initiative {
  /** "n" and 12 letters and digits, from its first step. */
  readonly id: string;
  readonly thirdParty: readonly string[];
  readonly parties: readonly string[];
  readonly state: InitiativeState;
  /** No step for 90 days before `asOf`: the state stands, and is said to lie dormant. */
  readonly dormant: boolean;
  /** Sources place it in different states at the same time: who says which. */
  readonly contested: readonly { readonly source: string | null; readonly state: InitiativeState }[];
  readonly acceptedBy: readonly string[];
  readonly declinedBy: readonly string[];
  /** Rounds of talks told. */
  readonly rounds: number;
  /** Places that its steps name. */
  readonly places: readonly string[];
  /** How its state stands between those who assert the steps that led there. */
  readonly verdict: Verdict;
  readonly from: string | null;
  readonly to: string | null;
  readonly history: readonly InitiativeStep[];
}

/** Days without a step after which an initiative is dormant, and after which a new step begins another. */
const DORMANT_DAYS = 90;
const ANOTHER_DAYS = 180;

/** Acts that give a third party a role between the parties; calling and welcoming do not. */
const ROLE = new Set<DiplomaticAct>(["offers", "hosts", "mediates", "brokers"]);

/** Steps in which third parties that are named together act together; several may offer or call in one sentence, each for itself. */
const JOINT = new Set<DiplomaticAct>([
  "hosts",
  "mediates",
  "brokers",
  "welcomes",
  "accepts",
  "rejects",
  "ceasefire-agreed",
  "talks-collapse",
]);

/** Order of acts of one day. */
const ORDER: readonly DiplomaticAct[] = [
  "calls-for",
  "offers",
  "welcomes",
  "accepts",
  "rejects",
  "schedules-talks",
  "hosts",
  "mediates",
  "agrees",
  "brokers",
  "ceasefire-agreed",
  "ceasefire-in-force",
  "signs",
  "ceasefire-violated",
  "talks-collapse",
];

/**
 * Initiatives from the steps that reports tell. Steps of one third party between the same parties are one initiative; third
 * parties that act together are one; one third party's work on two conflicts is two. Pure, and the order of the facts leaves
 * no trace.
 *
 * @param asOf the day up to which the record goes, for what lies dormant; null where no report has a date
 */
export function initiativesOf(
  facts: readonly DiplomacyFact[],
  reports: ReadonlyMap<string, ReportRef>,
  asOf: string | null,
): Initiative[] {
  const dated = placePeriods(placeConflicts(facts.map((f) => ({ ...f, day: dayOf(f, reports) }))));
  const withThird = dated.filter((f) => f.thirdParty.length > 0 && f.act !== "ceasefire-violated");
  const teams = teamsOf(withThird);
  const groups = new Map<string, Dated[]>();
  for (const f of withThird) {
    for (const team of new Set(f.thirdParty.map((t) => teams(t, f)))) {
      const list = groups.get(team);
      if (list) list.push(f);
      else groups.set(team, [f]);
    }
  }
  const found = [...groups].flatMap(([team, list]) =>
    splitByConflict(list).flatMap((part) =>
      splitByTime(part).map((life) => initiativeOf(team.split("+"), life, { asOf })),
    ),
  );
  return attachUnbrokered(found, dated, asOf).sort(
    (a, b) => (a.from ?? "").localeCompare(b.from ?? "") || (a.id < b.id ? -1 : 1),
  );
}

/** A step with its day and the conflict that it belongs to: a party that accepts alone does so towards its opponent. */
type Dated = DiplomacyFact & { readonly day: string; readonly conflict: readonly string[] };

/** Adds to a step of one party ("the group accepted the truce proposed by …") the side that it faces in the nearest step of two. */
function placeConflicts(facts: readonly (DiplomacyFact & { readonly day: string })[]): Dated[] {
  const pairs = facts.filter((f) => f.parties.length === 2);
  const byParty = indexBy(pairs, (g) => g.parties);
  const byReport = indexBy(pairs, (g) => [g.report]);
  return facts.map((f) => {
    const [only] = f.parties;
    // a side of the conflict that the report speaks of is no mediator in it
    const sides = (byReport.get(f.report) ?? [])
      .filter((g) => g.parties.includes(only!))
      .flatMap((g) => g.parties);
    const outside = f.thirdParty.filter((t) => !sides.includes(t));
    const thirdParty = f.parties.length === 1 && outside.length > 0 ? outside : f.thirdParty;
    if (f.parties.length !== 1 || f.act === "welcomes") return { ...f, thirdParty, conflict: f.parties };
    const faces = (g: DiplomacyFact) =>
      g.parties.includes(only!) && !g.parties.some((p) => thirdParty.includes(p));
    const told = (byReport.get(f.report) ?? []).filter(faces);
    const facing =
      told.length > 0
        ? nearestStep(told, f.day, () => true)
        : nearestStep(isDated(f) ? (byParty.get(only!) ?? []) : [], f.day, faces, DORMANT_DAYS);
    return { ...f, thirdParty, conflict: facing?.parties ?? f.parties };
  });
}

/** Steps under each of their keys, each list by day. */
function indexBy<T extends { readonly day: string; readonly id: string }>(
  facts: readonly T[],
  keys: (f: T) => readonly string[],
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const f of [...facts].sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1)))
    for (const key of keys(f)) {
      const list = index.get(key);
      if (list) list.push(f);
      else index.set(key, [f]);
    }
  return index;
}

/** Of a list by day the step nearest to a day that suits, the one with the smaller id of equals. */
function nearestStep<T extends { readonly day: string; readonly id: string }>(
  list: readonly T[],
  day: string,
  suits: (step: T) => boolean,
  most = Number.POSITIVE_INFINITY,
): T | null {
  const at = number(day);
  let after = lowerBound(list, (g) => g.day >= day);
  let before = after - 1;
  let best: T | null = null;
  let least = most;
  // outwards from the day, until what is further away can be no better
  for (;;) {
    const ahead = after < list.length ? number(list[after]!.day) - at : Number.POSITIVE_INFINITY;
    const behind = before >= 0 ? at - number(list[before]!.day) : Number.POSITIVE_INFINITY;
    const away = Math.min(ahead, behind);
    if (away > least || away === Number.POSITIVE_INFINITY) return best;
    const step = ahead <= behind ? list[after++]! : list[before--]!;
    if ((best === null || step.id < best.id) && suits(step)) {
      best = step;
      least = away;
    }
  }
}

/** Of a list by day the last step within these days that suits. */
function lastBetween<T extends { readonly day: string }>(
  list: readonly T[],
  { from, to }: { readonly from: string; readonly to: string },
  suits: (step: T) => boolean,
): T | null {
  for (let k = lowerBound(list, (g) => g.day > to) - 1; k >= 0 && list[k]!.day >= from; k -= 1)
    if (suits(list[k]!)) return list[k]!;
  return null;
}

/** The day of a step: when it was taken, else when it was told. */
function dayOf(f: DiplomacyFact, reports: ReadonlyMap<string, ReportRef>): string {
  const told = reports.get(f.report)?.published;
  return f.date.from ?? f.date.to ?? told?.from ?? told?.to ?? NO_DAY;
}

/** Before all days. */
const NO_DAY = "0000-00-00";

/**
 * "Last month's ceasefire" tells of a step that other reports date: it is placed on the day of the one of its kind within its
 * days, so that a loose date does not put a step before what led to it.
 */
function placePeriods(facts: readonly Dated[]): Dated[] {
  const exact = indexBy(
    facts.filter((g) => g.date.from !== null && g.date.to !== null && !isLoose(g)),
    (g) => g.conflict,
  );
  return facts.map((f) => {
    const { from, to } = f.date;
    if (from === null || to === null || !isLoose(f)) return f;
    const suits = (g: Dated) =>
      familyOfAct(g.act) === familyOfAct(f.act) && sameConflict(g.conflict, f.conflict) && g.date.to! <= to;
    const days = [...new Set(f.conflict)]
      .flatMap((p) => lastBetween(exact.get(p) ?? [], { from, to }, suits)?.day ?? [])
      .sort();
    return { ...f, day: days.at(-1) ?? to };
  });
}

const isLoose = (f: DiplomacyFact) =>
  f.date.from !== null && f.date.to !== null && dayNumber(f.date.to) - dayNumber(f.date.from) >= PERIOD_DAYS;

const PERIOD_DAYS = 6;
const familyOfAct = (act: DiplomaticAct) =>
  act === "brokers" || act === "ceasefire-agreed" || act === "agrees" || act === "ceasefire-in-force"
    ? "arrangement"
    : act;

const meetIn = (a: readonly string[], b: readonly string[]) => a.filter((x) => b.includes(x)).length;

/** Whether two sets of parties are of one conflict: two in common, or one set inside the other. */
const sameConflict = (a: readonly string[], b: readonly string[]): boolean => {
  const n = meetIn(a, b);
  return n >= 2 || (n === 1 && Math.min(a.length, b.length) === 1);
};

/**
 * Third parties that act together: two that are named together in at least half of the joint steps of the less active
 * one, between the same parties.
 *
 * @returns for a third party at a step, its team: codes joined by "+"
 */
function teamsOf(facts: readonly Dated[]): (third: string, at: Dated) => string {
  const roles = facts.filter((f) => JOINT.has(f.act));
  const memo = new Map<string, string>();
  return (third, at) => {
    const key = `${third}|${at.conflict.join("+")}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const near = roles.filter((f) => sameConflict(f.conflict, at.conflict));
    const count = (t: string) => near.filter((f) => f.thirdParty.includes(t)).length;
    const team = new Set([third]);
    for (const t of team) {
      const own = near.filter((f) => f.thirdParty.includes(t));
      for (const other of new Set(own.flatMap((f) => f.thirdParty))) {
        if (team.has(other)) continue;
        const joint = own.filter((f) => f.thirdParty.includes(other)).length;
        if (joint * 2 >= Math.min(count(t), count(other))) team.add(other);
      }
    }
    const name = [...team].sort().join("+");
    memo.set(key, name);
    return name;
  };
}

/**
 * One team's steps by conflict. Steps with a single party ("Pakistan welcomed the offer") go to the conflict that it is in, and
 * the welcome of somebody outside to the one nearest in time; steps between nobody known are left out.
 */
function splitByConflict(facts: readonly Dated[]): Dated[][] {
  const parts: { parties: readonly string[]; facts: Dated[]; days: DayList }[] = [];
  const bySize = facts
    .filter((f) => f.conflict.length > 0)
    .sort((a, b) => b.conflict.length - a.conflict.length || compareSteps(a, b));
  for (const f of bySize) {
    const day = number(f.day);
    const closest = (list: typeof parts) =>
      list.length <= 1
        ? list[0]
        : list
            .map((part) => ({ part, away: part.days.distance(day) }))
            .reduce((a, b) => (b.away < a.away ? b : a)).part;
    const outside = f.act === "welcomes" && f.parties.length === 1;
    let home =
      closest(parts.filter((p) => sameConflict(p.parties, f.conflict))) ??
      (outside
        ? closest(parts.filter((p) => p.parties.length > 1 && p.days.distance(day) <= 30))
        : undefined);
    if (!home) parts.push((home = { parties: [...new Set(f.conflict)], facts: [], days: new DayList() }));
    home.facts.push(f);
    home.days.add(day);
  }
  return parts.map((p) => p.facts);
}

const isDated = (f: { readonly day: string }) => f.day !== NO_DAY;
const number = (day: string) => (day === NO_DAY ? 0 : dayNumber(day));

const compareSteps = (a: Dated, b: Dated) =>
  a.day.localeCompare(b.day) ||
  ORDER.indexOf(a.act) - ORDER.indexOf(b.act) ||
  (a.date.to ?? "").localeCompare(b.date.to ?? "") ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function splitByTime(facts: readonly Dated[]): Dated[][] {
  const ordered = [...facts].sort(compareSteps);
  const lives: Dated[][] = [];
  for (const f of ordered) {
    const last = lives.at(-1);
    if (last && number(f.day) - number(last.at(-1)!.day) <= ANOTHER_DAYS) last.push(f);
    else lives.push([f]);
  }
  return lives;
}

/**
 * Steps without a third party (talks that collapse, a ceasefire agreed, a round arranged) belong to the one initiative that is
 * at work between those parties; where none is, or several are, a ceasefire or a collapse stands as an arrangement of the
 * parties themselves.
 */
function attachUnbrokered(
  found: readonly Initiative[],
  facts: readonly Dated[],
  asOf: string | null,
): Initiative[] {
  const bare = facts.filter(
    (f) => f.thirdParty.length === 0 && f.act !== "ceasefire-violated" && f.parties.length >= 2,
  );
  const extra = new Map<string, Dated[]>();
  const own: Dated[] = [];
  const disputed = disputedPairs(facts);
  const atWork = found
    .filter((i) => i.from !== null && i.history.some((s) => ROLE.has(s.act)))
    .map((i) => ({
      i,
      from: number(i.from!) - 3,
      to: number(i.to ?? i.from!) + DORMANT_DAYS / 3,
      isActive: i.history.some((s) => s.act === "mediates" || s.act === "hosts" || s.act === "brokers"),
    }));
  for (const f of bare) {
    const homes = atWork.filter(
      ({ i, from, to }) => number(f.day) >= from && number(f.day) <= to && sameConflict(i.parties, f.parties),
    );
    const active = homes.filter(({ isActive }) => isActive);
    const home = (active.length === 1 ? active[0] : homes.length === 1 ? homes[0] : undefined)?.i;
    if (home) {
      const more = extra.get(home.id);
      if (more) more.push(f);
      else extra.set(home.id, [f]);
    } else if (
      f.act === "ceasefire-agreed" ||
      f.act === "talks-collapse" ||
      (f.act === "signs" && isAmong(disputed, f))
    )
      own.push(f);
  }
  const byId = new Map(facts.map((f) => [f.id, f]));
  const grown = found.map((i) => {
    const more = extra.get(i.id);
    if (!more) return i;
    const steps = i.history.flatMap((s) =>
      s.evidence.map((e) => byId.get(e.claim)).filter((f) => f !== undefined),
    );
    return {
      ...initiativeOf(i.thirdParty, [...new Set([...steps, ...more])].sort(compareSteps), { asOf }),
      id: i.id,
    };
  });
  const alone = splitByConflict(own).flatMap((part) =>
    splitByTime(part).map((life) => initiativeOf([], life, { asOf })),
  );
  return [...grown, ...alone];
}

/** Pairs of whom something else is told of war and peace: where two others sign an accord it is no settlement. */
function disputedPairs(facts: readonly Dated[]): Set<string> {
  const pairs = new Set<string>();
  for (const f of facts) {
    if (f.act === "signs" || f.act === "schedules-talks" || f.act === "agrees") continue;
    const sorted = [...f.conflict].sort();
    for (const [k, a] of sorted.entries()) for (const b of sorted.slice(k + 1)) pairs.add(`${a}|${b}`);
  }
  return pairs;
}

const isAmong = (pairs: ReadonlySet<string>, f: Dated): boolean => {
  const sorted = [...f.conflict].sort();
  return sorted.some((a, k) => sorted.slice(k + 1).some((b) => pairs.has(`${a}|${b}`)));
};

function initiativeOf(
  thirdParty: readonly string[],
  life: readonly Dated[],
  { asOf }: { asOf: string | null },
): Initiative {
  const parties = [
    ...new Set(
      life
        .filter((f) => f.conflict.length > 1 || life.every((g) => g.conflict.length < 2))
        .flatMap((f) => f.conflict),
    ),
  ]
    .filter((p) => !thirdParty.includes(p))
    .sort();
  const steps = joinSteps(life);
  const machine = {
    state: null as InitiativeState | null,
    accepted: new Set<string>(),
    declined: new Set<string>(),
    rounds: 0,
  };
  const history = steps.map(({ facts, source }): InitiativeStep => {
    const f = facts[0]!;
    advance(machine, f, parties);
    return {
      act: f.act,
      date:
        f.date.from === null && f.date.to === null ? { from: f.day, to: f.day, basis: "inferred" } : f.date,
      source,
      parties: f.parties,
      evidence: facts.map((x) => evidenceOf(x, x.report)),
      reports: [...new Set(facts.map((x) => x.report))].sort(),
      state: machine.state ?? "called-for",
    };
  });
  const to =
    history
      .map((s) => s.date.to ?? s.date.from!)
      .sort()
      .at(-1) ?? null;
  const contested = contestedStates(history);
  return {
    id: stableId("n", `${thirdParty.join("+")}:${life[0]!.id}`),
    thirdParty,
    parties,
    state: machine.state ?? "called-for",
    dormant: asOf !== null && to !== null && dayNumber(asOf) - dayNumber(to) > DORMANT_DAYS,
    contested,
    acceptedBy: [...machine.accepted].sort(),
    declinedBy: [...machine.declined].sort(),
    rounds: machine.rounds,
    places: [...new Set(life.flatMap((f) => (f.place ? [f.place.name] : [])))].sort(),
    verdict: stateVerdict(history, contested.length > 0),
    from: history[0]?.date.from ?? history[0]?.date.to ?? null,
    to,
    history,
  };
}

/** Steps of one act by one source whose days lie together are one step told several times. */
function joinSteps(life: readonly Dated[]): { source: string | null; facts: Dated[] }[] {
  const steps: { source: string | null; facts: Dated[] }[] = [];
  const latest = new Map<string, { source: string | null; facts: Dated[] }>();
  for (const f of life) {
    for (const source of f.sources.length > 0 ? f.sources : [null]) {
      const key = `${source}|${f.act}|${f.parties.join()}`;
      const same = latest.get(key);
      if (same && number(f.day) - number(same.facts.at(-1)!.day) <= 3) same.facts.push(f);
      else {
        const step = { source, facts: [f] };
        steps.push(step);
        latest.set(key, step);
      }
    }
  }
  return steps;
}

interface Machine {
  state: InitiativeState | null;
  readonly accepted: Set<string>;
  readonly declined: Set<string>;
  rounds: number;
}

/** One transition. A call after more than a call changes nothing; a new offer or round reopens what was declined or had collapsed. */
function advance(m: Machine, f: DiplomacyFact, parties: readonly string[]): void {
  const who = f.parties.length === 1 ? f.parties : f.sources.filter((s) => parties.includes(s));
  const before: readonly (InitiativeState | null)[] = [null, "called-for"];
  const early: readonly (InitiativeState | null)[] = [
    ...before,
    "offered",
    "welcomed",
    "accepted-by-one",
    "accepted",
  ];
  const ended: readonly (InitiativeState | null)[] = ["declined", "collapsed"];
  switch (f.act) {
    case "calls-for":
      m.state ??= "called-for";
      return;
    case "offers":
      if (before.includes(m.state) || ended.includes(m.state)) m.state = "offered";
      return;
    case "welcomes":
      if (before.includes(m.state) || m.state === "offered") m.state = "welcomed";
      return;
    case "accepts":
      for (const p of who) {
        m.accepted.add(p);
        m.declined.delete(p);
      }
      if (early.includes(m.state) || ended.includes(m.state))
        m.state =
          parties.length > 0 && parties.every((p) => m.accepted.has(p)) ? "accepted" : "accepted-by-one";
      return;
    case "rejects":
      for (const p of who) {
        m.declined.add(p);
        m.accepted.delete(p);
      }
      if (early.includes(m.state)) m.state = "declined";
      return;
    case "schedules-talks":
      if (m.state !== "ceasefire" && m.state !== "settled") m.state = "talks-scheduled";
      return;
    case "hosts":
    case "mediates":
      m.rounds += 1;
      if (f.planned) m.state = "talks-scheduled";
      else if (m.state !== "ceasefire" && m.state !== "settled") m.state = "talks";
      return;
    case "agrees":
      if (m.state === "talks" || m.state === "talks-scheduled") m.state = "partial";
      return;
    case "brokers":
    case "ceasefire-agreed":
    case "ceasefire-in-force":
      if (m.state !== "settled") m.state = "ceasefire";
      return;
    case "signs":
      m.state = "settled";
      return;
    case "talks-collapse":
      m.state = "collapsed";
      return;
    case "ceasefire-violated":
      return;
  }
}

/** Contested where sources place it in different states; else by how many sources assert a step to the state that it is in. */
function stateVerdict(history: readonly InitiativeStep[], isContested: boolean): Verdict {
  if (isContested) return "contested";
  const state = history.at(-1)?.state;
  const sources = new Set(history.filter((s) => s.state === state && s.source !== null).map((s) => s.source));
  return sources.size > 1 ? "corroborated" : "single-source";
}

/** Different sources whose last steps, within three days of the end, leave it in different states. */
function contestedStates(history: readonly InitiativeStep[]): Initiative["contested"] {
  const end = history
    .map((s) => s.date.from ?? s.date.to ?? "")
    .sort()
    .at(-1);
  if (!end) return [];
  const last = new Map<string | null, InitiativeState>();
  for (const s of history) {
    const day = s.date.from ?? s.date.to;
    if (
      day &&
      day >= isoDay(dayNumber(end) - 3) &&
      (s.act === "accepts" || s.act === "rejects" || s.act === "talks-collapse")
    )
      last.set(s.source, s.act === "accepts" ? "accepted" : s.act === "rejects" ? "declined" : "collapsed");
  }
  return new Set(last.values()).size > 1 && last.size > 1
    ? [...last].map(([source, state]) => ({ source, state }))
    : [];
}
