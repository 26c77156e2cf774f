import { type DateInterval, dayNumber, isoDay } from "../text/civil-date.js";
import { DayList } from "./day-list.js";
import type { DiplomacyFact } from "./diplomacy.js";
import { evidenceOf } from "./evidence.js";
import type { Evidence, ReportRef } from "./incident.js";
import { stableId } from "./stable-id.js";

/** @see docs/record.md, "Ceasefires" */
export const CEASEFIRE_STATES = ["announced", "in-force", "violated", "expired", "collapsed"] as const;
export type CeasefireState = (typeof CEASEFIRE_STATES)[number];

/** A breach that somebody reports; a reported breach does not end a ceasefire. */
export interface ReportedBreach {
  readonly accuser: string | null;
  readonly accused: readonly string[];
  readonly date: DateInterval;
  readonly evidence: readonly Evidence[];
}

/** An arrangement between parties to stop fighting. */
export interface Ceasefire {
  readonly id: string;
  readonly parties: readonly string[];
  readonly brokers: readonly string[];
  readonly agreed: DateInterval | null;
  readonly inForceFrom: DateInterval | null;
  /** Days of a fixed term; null where none is said. */
  readonly termDays: number | null;
  readonly state: CeasefireState;
  /** Who says that it was agreed. */
  readonly sources: readonly (string | null)[];
  readonly breaches: readonly ReportedBreach[];
  readonly evidence: readonly Evidence[];
}

/** Days within which reports of an agreement tell of one ceasefire, and after which a breach is of none. */
const ONE_AGREEMENT_DAYS = 5;
const REACH_DAYS = 180;

/**
 * Ceasefires from the steps that reports tell, with the breaches that each side reports.
 *
 * @param asOf the day up to which the record goes, for fixed terms; null where no report has a date
 */
export function ceasefiresOf(
  facts: readonly DiplomacyFact[],
  reports: ReadonlyMap<string, ReportRef>,
  asOf: string | null,
): Ceasefire[] {
  const told = (f: DiplomacyFact) => {
    const published = reports.get(f.report)?.published;
    return f.date.from ?? f.date.to ?? published?.from ?? published?.to ?? null;
  };
  const dated = facts
    .flatMap((f) => {
      const day = told(f);
      return day === null ? [] : [{ ...f, day: dayNumber(day), isLoose: isLoose(f) }];
    })
    // exact days first, so that "last month's truce" finds the one that it speaks of
    .sort((a, b) => Number(a.isLoose) - Number(b.isLoose) || a.day - b.day || (a.id < b.id ? -1 : 1));
  const drafts: Draft[] = [];
  const byMonth = new Map<string, Set<Draft>>();
  const put = (d: Draft, day: number) => {
    for (const p of d.parties) {
      const key = `${p}|${monthOf(day)}`;
      const set = byMonth.get(key);
      if (set) set.add(d);
      else byMonth.set(key, new Set([d]));
    }
  };
  /** Drafts of these parties with a step in these days, in the order in which they began. */
  const near = (parties: readonly string[], from: number, to: number): Draft[] => {
    const found = new Set<Draft>();
    for (let day = from; ; day = Math.min(day + 28, to)) {
      for (const p of parties) for (const d of byMonth.get(`${p}|${monthOf(day)}`) ?? []) found.add(d);
      if (day >= to) break;
    }
    return [...found].sort((a, b) => a.order - b.order);
  };
  for (const f of dated) {
    if (f.act !== "ceasefire-agreed" || f.planned || f.parties.length < 2) continue;
    const [from, to] = f.isLoose ? [dayNumber(f.date.from!), dayNumber(f.date.to!)] : [f.day, f.day];
    const same = near(f.parties, from - ONE_AGREEMENT_DAYS, to + ONE_AGREEMENT_DAYS).find(
      (d) =>
        covers(d.parties, f.parties) &&
        !isAnother(d, f) &&
        // a loosely dated step can be an exactly dated one
        (d.days.has(f.day - ONE_AGREEMENT_DAYS, f.day + ONE_AGREEMENT_DAYS) ||
          (f.isLoose && d.days.has(from, to))),
    );
    const home = same ?? {
      order: drafts.length,
      parties: f.parties,
      facts: [],
      breaches: [],
      days: new DayList(),
      termDays: null,
      isBrokered: false,
    };
    if (!same) drafts.push(home);
    home.facts.push(f);
    home.days.add(f.day);
    home.termDays ??= f.termDays;
    home.isBrokered ||= f.thirdParty.length > 0;
    put(home, f.day);
  }
  for (const f of dated) {
    if (f.act !== "ceasefire-in-force" && f.act !== "ceasefire-violated" && !f.ends) continue;
    if (f.act === "ceasefire-agreed") continue;
    const told = f.parties.length === 0 ? drafts : near(f.parties, f.day - REACH_DAYS, f.day + 1);
    const before = told.filter(
      (d) =>
        d.facts[0]!.day <= f.day + 1 &&
        f.day - d.facts[0]!.day <= REACH_DAYS &&
        (f.parties.length === 0 ? d.facts.some((g) => g.report === f.report) : covers(d.parties, f.parties)),
    );
    // one that was agreed by then, rather than on the day after
    const home = before
      .sort(
        (a, b) =>
          Number(a.facts[0]!.day <= f.day) - Number(b.facts[0]!.day <= f.day) ||
          a.facts[0]!.day - b.facts[0]!.day,
      )
      .at(-1);
    if (home) (f.act === "ceasefire-violated" ? home.breaches : home.facts).push(f);
  }
  return drafts.map((d, k) =>
    ceasefireOf(d, { asOf, next: drafts.slice(k + 1).find((n) => covers(n.parties, d.parties)) }),
  );
}

/** A truce of a fixed term and one through other brokers without a term are two, however near in time. */
const isAnother = (d: Draft, f: Dated): boolean =>
  d.termDays !== f.termDays && d.isBrokered !== f.thirdParty.length > 0;

const isLoose = (f: DiplomacyFact) =>
  f.date.from !== null &&
  f.date.to !== null &&
  dayNumber(f.date.to) - dayNumber(f.date.from) > ONE_AGREEMENT_DAYS;

/** A ceasefire as it is gathered; `order`: when it was begun. */
interface Draft {
  readonly order: number;
  readonly parties: readonly string[];
  readonly facts: Dated[];
  readonly breaches: Dated[];
  /** Of the steps by which it was agreed: their days, a term that one of them tells, and whether one names a broker. */
  readonly days: DayList;
  termDays: number | null;
  isBrokered: boolean;
}

const monthOf = (day: number) => isoDay(day).slice(0, 7);

type Dated = DiplomacyFact & {
  readonly day: number;
  /** Its days are a period ("last month's truce"). */
  readonly isLoose: boolean;
};

const covers = (a: readonly string[], b: readonly string[]) => {
  const n = a.filter((x) => b.includes(x)).length;
  return n >= 2 || (n === 1 && Math.min(a.length, b.length) === 1);
};

function ceasefireOf(
  d: Pick<Draft, "parties" | "facts" | "breaches">,
  { asOf, next }: { asOf: string | null; next: { facts: readonly Dated[] } | undefined },
): Ceasefire {
  const agreed = d.facts.filter((f) => f.act === "ceasefire-agreed");
  const force = d.facts.filter((f) => f.act === "ceasefire-in-force");
  const parties = [...d.parties].sort();
  const termDays = d.facts.map((f) => f.termDays).find((t) => t !== null) ?? null;
  const start = force[0]?.day ?? agreed[0]!.day;
  const today = asOf === null ? null : dayNumber(asOf);
  const expires = termDays === null ? null : start + termDays;
  const renewed = next !== undefined && expires !== null && next.facts[0]!.day <= expires + 1;
  const state: CeasefireState =
    expires !== null && today !== null && today > expires && !renewed
      ? "expired"
      : [...d.facts, ...d.breaches].some((f) => f.ends && f.day >= start)
        ? "collapsed"
        : d.breaches.length > 0
          ? "violated"
          : force.length > 0
            ? "in-force"
            : "announced";
  return {
    id: stableId("c", `${parties.join("+")}:${agreed[0]!.id}`),
    parties,
    brokers: [...new Set(agreed.flatMap((f) => f.thirdParty))].filter((p) => !parties.includes(p)).sort(),
    agreed: intervalOf(agreed),
    inForceFrom: intervalOf(force),
    termDays,
    state,
    sources: [
      ...new Set(agreed.flatMap((f): (string | null)[] => (f.sources.length > 0 ? [...f.sources] : [null]))),
    ],
    breaches: breachesOf(d.breaches, parties),
    evidence: d.facts.map(evidence),
  };
}

/** Breaches by accuser, those of days that lie together as one; the accused are the other parties. */
function breachesOf(facts: readonly Dated[], parties: readonly string[]): ReportedBreach[] {
  const found: { accuser: string | null; facts: Dated[]; days: DayList }[] = [];
  for (const f of facts)
    for (const accuser of f.sources.length > 0 ? f.sources : [null]) {
      let home = found.find((b) => b.accuser === accuser && b.days.has(f.day - 1, f.day + 1));
      if (!home) found.push((home = { accuser, facts: [], days: new DayList() }));
      home.facts.push(f);
      home.days.add(f.day);
    }
  return found.map(({ accuser, facts: list }) => ({
    accuser,
    accused: accuser !== null && parties.includes(accuser) ? parties.filter((p) => p !== accuser) : [],
    date: intervalOf(list)!,
    evidence: list.map(evidence),
  }));
}

function intervalOf(facts: readonly Dated[]): DateInterval | null {
  const first = facts[0];
  if (!first) return null;
  const exact = facts.filter((f) => !f.isLoose);
  const use = exact.length > 0 ? exact : facts;
  const known = use.find((f) => f.date.basis === "stated" || f.date.basis === "relative") ?? use[0] ?? first;
  return known.date.from === null && known.date.to === null
    ? { from: isoDay(known.day), to: isoDay(known.day), basis: "inferred" }
    : known.date;
}

const evidence = (f: Dated): Evidence => evidenceOf(f, f.report);
