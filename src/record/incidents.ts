import type { EventMode, EventType } from "../coding/event-types.js";
import { type DateInterval, UNKNOWN_DATE } from "../text/civil-date.js";
import { evidenceOf } from "./evidence.js";
import type { Answer, Facet, Figure, Incident, ReportRef, TollCell, TollSum, What } from "./incident.js";
import { placesAgree } from "./place-distance.js";
import {
  type ClaimFact,
  type EventFact,
  type PlaceFact,
  partiesOf,
  type Telling,
  type TollFact,
} from "./telling.js";
import { gapBetween, isPeriod } from "./tellings.js";
import { sortOf, type VictimSort } from "./toll-sort.js";
import { type Verdict, verdictOf } from "./verdicts.js";

/**
 * An incident from the tellings that are linked to one. The order of the tellings leaves no trace.
 *
 * @param id the incident's id: that of its first telling
 * @param reports the reports of all tellings, by hash
 */
export function incidentOf(
  id: string,
  tellings: readonly Telling[],
  reports: ReadonlyMap<string, ReportRef>,
): Incident {
  const ordered = [...tellings].sort(
    (a, b) => compare(published(reports, a), published(reports, b)) || compare(a.id, b.id),
  );
  const source = { tellings: ordered, reports };
  const carried = [...new Set(ordered.map((t) => t.report))].map((hash) => reports.get(hash)!);
  const cells = markKindDispute(tollCells(source));
  const initiator = initiatorFacet(source);
  const facets = { initiator, what: whatFacet(source), when: whenFacet(source), where: whereFacet(source) };
  return {
    id,
    kind: ordered[0]!.kind,
    date: commonDate(ordered.map((t) => t.date)),
    place: commonPlace(ordered.flatMap((t) => t.places)),
    parties: mainParties(ordered),
    types: distinct(ordered.flatMap((t) => t.events.map((e): EventType => e.type))),
    modes: distinct(ordered.flatMap((t) => t.events.flatMap((e): EventMode[] => (e.mode ? [e.mode] : [])))),
    ...facets,
    tolls: cells,
    sums: sumsOf(ordered),
    verdict: overall([
      ...cells.map((c) => c.verdict),
      ...(initiator.answers.length > 0 ? [initiator.verdict] : []),
      facets.what.verdict,
    ]),
    reports: carried,
    origins: new Set(carried.map((r) => r.origin)).size,
    tellings: ordered,
  };
}

interface Source {
  readonly tellings: readonly Telling[];
  readonly reports: ReadonlyMap<string, ReportRef>;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
const published = (reports: ReadonlyMap<string, ReportRef>, t: Telling) => {
  const date = reports.get(t.report)?.published;
  return date?.from ?? date?.to ?? "";
};

/** The parties of an incident: both sides where it has them, the most often named first; those named once by one of many are left out. */
function mainParties(tellings: readonly Telling[]): string[] {
  const counts = new Map<string, number>();
  for (const t of tellings) for (const p of partiesOf(t)) counts.set(p, (counts.get(p) ?? 0) + 1);
  const least = tellings.length >= 4 ? 2 : 1;
  return [...counts]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([p]) => p);
}

/** Days that most tellings agree on: the intersection where there is one, else the hull. */
function commonDate(dates: readonly DateInterval[]): DateInterval {
  const known = dates.filter((d) => d.from !== null && d.to !== null);
  const firm = known.filter((d) => d.basis === "stated" || d.basis === "relative");
  const use = firm.length > 0 ? firm : known;
  if (use.length === 0) return dates[0] ?? UNKNOWN_DATE;
  const low = use
    .map((d) => d.from!)
    .sort()
    .at(-1)!;
  const high = use.map((d) => d.to!).sort()[0]!;
  const basis = use[0]!.basis;
  if (low <= high && use.length > 1 && !use.some(isPeriod)) return { from: low, to: high, basis };
  return {
    from: use.map((d) => d.from!).sort()[0]!,
    to: use
      .map((d) => d.to!)
      .sort()
      .at(-1)!,
    basis,
  };
}

const FINENESS = ["exact", "near", "district", "province", "region", "water-air", "country", "unresolved"];

/** The place named most often, the finer of equals. */
function commonPlace(places: readonly PlaceFact[]): PlaceFact | null {
  const counts = new Map<string, { place: PlaceFact; n: number }>();
  for (const place of places) {
    const at = counts.get(place.name.toLowerCase());
    if (at) at.n++;
    else counts.set(place.name.toLowerCase(), { place, n: 1 });
  }
  const [best] = [...counts.values()].sort(
    (a, b) =>
      b.n - a.n ||
      FINENESS.indexOf(a.place.precision) - FINENESS.indexOf(b.place.precision) ||
      compare(a.place.name, b.place.name),
  );
  return best?.place ?? null;
}

/** One claim's answer on a facet, before those of one source are joined. */
interface Reply<T> {
  readonly source: string | null;
  readonly stance: Answer<T>["stance"];
  readonly value: T | null;
  readonly claim: ClaimFact;
  readonly report: string;
}

/** A claim's sources, each with a reply of its own; an outlet's own voice is null. */
const sourcesOf = (claim: ClaimFact): (string | null)[] =>
  claim.sources.length > 0 ? [...claim.sources] : [null];

const evidence = (r: Reply<unknown>) => evidenceOf(r.claim, r.report);

/**
 * Replies joined by source: equal values are one answer; where a source's value changed from one day to another the latest
 * stands and what it said before is kept with its day. Values of one day stand side by side.
 *
 * @param key equal for values that are the same answer
 * @param stays whether a value neither replaces another nor is replaced: "four more"
 * @param changes `updates`: a later value takes the place of an earlier one; `beside`: both stand, as several acts of one fight do
 */
function answersOf<T>(
  replies: readonly Reply<T>[],
  key: (value: T | null) => string,
  { reports }: Source,
  changes: "updates" | "beside" = "updates",
  stays: (value: T | null) => boolean = () => false,
): Answer<T>[] {
  const bySource = new Map<string, Reply<T>[]>();
  for (const r of replies) {
    const at = `${r.source ?? ""}|${r.stance === "denies" || r.stance === "doubts" ? r.stance : "asserts"}`;
    const list = bySource.get(at);
    if (list) list.push(r);
    else bySource.set(at, [r]);
  }
  const answers: Answer<T>[] = [];
  for (const list of bySource.values()) {
    const dayOf = (r: Reply<T>) =>
      reports.get(r.report)?.published.to ?? reports.get(r.report)?.published.from ?? null;
    const byValue = new Map<string, Reply<T>[]>();
    for (const r of list) {
      const same = byValue.get(key(r.value));
      if (same) same.push(r);
      else byValue.set(key(r.value), [r]);
    }
    const values = [...byValue.values()].map((same) => {
      const days = same
        .map(dayOf)
        .filter((d): d is string => d !== null)
        .sort();
      return { same, first: days[0] ?? null, last: days.at(-1) ?? null };
    });
    // what a later report says again of an earlier day is no newer for that
    const newest = values
      .filter((v) => !stays(v.same[0]!.value))
      .map((v) => v.first ?? "")
      .sort()
      .at(-1);
    const isCurrent = (v: (typeof values)[number]) =>
      changes === "beside" || stays(v.same[0]!.value) || (v.first ?? "") === newest;
    const current = values.filter(isCurrent);
    const before = values
      .filter((v) => !isCurrent(v))
      .sort((a, b) => compare(a.first ?? "", b.first ?? ""))
      .map((v) => ({ asOf: v.first, value: v.same[0]!.value, evidence: v.same.map(evidence) }));
    for (const v of current) {
      const hashes = distinct(v.same.map((r) => r.report));
      answers.push({
        source: v.same[0]!.source,
        stance: v.same.find((r) => r.stance !== "confirms")?.stance ?? "confirms",
        value: v.same[0]!.value,
        evidence: v.same.map(evidence),
        reports: hashes.length,
        origins: new Set(hashes.map((h) => reports.get(h)?.origin ?? h)).size,
        before,
        asOf: v.first,
      });
    }
  }
  return answers.sort(
    (a, b) =>
      Number(a.source === null) - Number(b.source === null) ||
      b.origins - a.origins ||
      compare(a.source ?? "", b.source ?? ""),
  );
}

const positions = <T>(answers: readonly Answer<T>[]) =>
  answers.map(({ source, stance, value }) => ({ source, stance, value }));

// ---- who began it, what, when, where

function initiatorFacet(source: Source): Facet<string> {
  const replies = source.tellings.flatMap((t) =>
    t.initiators.flatMap((i) =>
      sourcesOf(i).map(
        (s): Reply<string> => ({ source: s, stance: i.stance, value: i.party, claim: i, report: t.report }),
      ),
    ),
  );
  const answers = answersOf(replies, (v) => v ?? "", source);
  // a party that says that it began it speaks against its interest
  return {
    answers,
    verdict: verdictOf(
      positions(answers),
      (a, b) => a === b,
      (s, v) => s === v,
    ),
  };
}

function whatFacet(source: Source): Facet<What> {
  const replies = source.tellings.flatMap((t) =>
    t.events
      .filter((e) => e.status !== "denied" || e.sources.length > 0)
      .flatMap((e) =>
        sourcesOf(e).map(
          (s): Reply<What> => ({
            source: s,
            stance: e.stance,
            value: { type: e.type, mode: e.mode, actor: e.actor, recipient: e.recipient },
            claim: e,
            report: t.report,
          }),
        ),
      ),
  );
  const answers = answersOf(
    replies,
    (v) => (v ? `${v.type}|${v.mode}|${v.actor.join("+")}|${v.recipient.join("+")}` : ""),
    source,
    "beside",
  );
  return {
    answers,
    // many acts can make one incident, so that only a denial disagrees
    verdict: verdictOf(
      positions(answers),
      () => true,
      (s, v) => v.type === "ASSAULT" && v.actor.includes(s) && !v.recipient.includes(s),
    ),
  };
}

function whenFacet(source: Source): Facet<DateInterval> {
  const replies = source.tellings.flatMap((t) =>
    t.events
      .filter((e) => e.status !== "denied" && (e.date.basis === "stated" || e.date.basis === "relative"))
      .flatMap((e) =>
        sourcesOf(e).map(
          (s): Reply<DateInterval> => ({
            source: s,
            stance: e.stance,
            value: e.date,
            claim: e,
            report: t.report,
          }),
        ),
      ),
  );
  const answers = answersOf(replies, (v) => (v ? `${v.from}|${v.to}` : ""), source, "beside");
  return { answers, verdict: verdictOf(positions(answers), (a, b) => (gapBetween(a, b) ?? 0) <= 1) };
}

function whereFacet(source: Source): Facet<PlaceFact> {
  const replies = source.tellings.flatMap((t) =>
    t.events.flatMap((e) =>
      e.place && e.status !== "denied"
        ? sourcesOf(e).map(
            (s): Reply<PlaceFact> => ({
              source: s,
              stance: e.stance,
              value: e.place,
              claim: e,
              report: t.report,
            }),
          )
        : [],
    ),
  );
  const answers = answersOf(replies, (v) => v?.name.toLowerCase() ?? "", source, "beside");
  return { answers, verdict: verdictOf(positions(answers), (a, b) => placesAgree(a, b) !== "far") };
}

// ---- tolls

/** Words by which a figure comes on top of another: "four more soldiers", "another 12 people". */
const ON_TOP = /\b(?:\w+ more(?! than)|another|a further|additional)\b/i;

/** Intervals of persons; a vague word ("several", "heavy losses") means some. */
const bounds = (f: Figure): [number, number] => [
  f.low ?? (f.high === null ? 1 : 0),
  f.high ?? Number.POSITIVE_INFINITY,
];

/** Whether two figures can both be so. */
export function figuresAgree(a: Figure, b: Figure): boolean {
  const [al, ah] = bounds(a);
  const [bl, bh] = bounds(b);
  return al <= bh && bl <= ah;
}

function tollCells(source: Source): TollCell[] {
  const entries = source.tellings.flatMap((t) => {
    const byId = new Map(t.tolls.map((x) => [x.id, x]));
    return t.tolls
      .filter((x) => {
        // "11 soldiers, among them a colonel": the colonel is no second figure for the same people
        const total = x.partOf === null ? undefined : byId.get(x.partOf);
        return total === undefined || cellKey(total) !== cellKey(x);
      })
      .map((toll) => ({ toll, report: t.report }));
  });
  const named = new Set(entries.map((e) => cellKey(e.toll)));
  const cells = new Map<string, { toll: TollFact; report: string }[]>();
  for (const e of entries) {
    const key = homeCell(e.toll, named);
    const list = cells.get(key);
    if (list) list.push(e);
    else cells.set(key, [e]);
  }
  const denied = deniedDeeds(source);
  return [...cells]
    .map(([key, list]) => cellOf(key, list, { source, denied }))
    .sort(
      (a, b) =>
        HARM_ORDER.indexOf(a.harm) - HARM_ORDER.indexOf(b.harm) ||
        b.answers.length - a.answers.length ||
        compare(`${a.party}|${a.sort}`, `${b.party}|${b.sort}`),
    );
}

const HARM_ORDER = ["killed", "wounded", "captured", "missing", "displaced", "destroyed"];
const cellKey = (t: TollFact) => `${t.harm}|${t.party ?? ""}|${sortOf(t)}`;

/** Victims whose side is not said go with the one side that others count such victims of; else they stand by themselves. */
function homeCell(t: TollFact, named: ReadonlySet<string>): string {
  const own = cellKey(t);
  // soldiers counted by somebody unnamed are as likely to be the other side's
  if (t.party !== null || t.kind === "military" || t.kind === "police") return own;
  const sort = sortOf(t);
  const fits = [...named].filter(
    (k) => k.startsWith(`${t.harm}|`) && k.endsWith(`|${sort}`) && k.split("|")[1] !== "",
  );
  return fits.length === 1 && sort !== "unknown" ? fits[0]! : own;
}

/** "That the attack was initiated by us is a lie": who began it is denied, not what was done. */
const BEGINS = /\b(?:initiat|start|beg[au]n|provok)/i;

/** "Pakistan denied targeting civilians": a deed that the one who is said to have done it denies. */
interface DeniedDeed {
  readonly by: string;
  readonly event: EventFact;
  readonly report: string;
}

function deniedDeeds({ tellings }: Source): DeniedDeed[] {
  return tellings.flatMap((t) =>
    t.events.flatMap((event) =>
      event.status === "denied" && event.type === "ASSAULT" && !BEGINS.test(event.quote)
        ? event.sources.filter((s) => event.actor.includes(s)).map((by) => ({ by, event, report: t.report }))
        : [],
    ),
  );
}

/** A denied deed speaks of the harm to people that is laid to the one who denies it: to the victims that it names, or to any. */
function speaksOf(deed: DeniedDeed, cell: Pick<TollCell, "party" | "sort" | "perpetrators">): boolean {
  if (cell.sort === "forces" || cell.sort === "equipment" || !cell.perpetrators.includes(deed.by))
    return false;
  if (cell.party === deed.by) return false;
  const { recipient } = deed.event;
  return cell.party === null || recipient.length === 0 || recipient.includes(cell.party);
}

function cellOf(
  key: string,
  list: readonly { toll: TollFact; report: string }[],
  { source, denied }: { source: Source; denied: readonly DeniedDeed[] },
): TollCell {
  const [harm, party, sort] = key.split("|") as [TollCell["harm"], string, VictimSort];
  const replies = list.flatMap(({ toll, report }) =>
    sourcesOf(toll).map((s): Reply<Figure> => {
      const bare = toll.low === null && toll.high === null;
      const value = {
        low: toll.low,
        high: toll.high,
        hedge: toll.hedge,
        words: toll.figure,
        more: ON_TOP.test(toll.quote),
      };
      // what a denial denies is no answer of its own
      return {
        source: s,
        stance: toll.stance,
        value: toll.stance === "denies" || (bare && toll.figure === "") ? null : value,
        claim: toll,
        report,
      };
    }),
  );
  const perpetrators = distinct(list.flatMap(({ toll }) => (toll.perpetrator ? [toll.perpetrator] : [])));
  for (const deed of denied)
    if (speaksOf(deed, { party: party || null, sort, perpetrators }))
      replies.push({
        source: deed.by,
        stance: "denies",
        value: null,
        claim: deed.event,
        report: deed.report,
      });
  const answers = answersOf(
    replies,
    (v) => (v ? (v.low === null && v.high === null ? "vague" : `${v.low}|${v.high}|${v.more}`) : "denied"),
    source,
    "updates",
    (v) => v?.more === true,
  );
  // what comes on top of another figure neither supports a total nor speaks against it, unless it is all that there is
  const totals = answers.some((a) => a.value && !a.value.more)
    ? answers.filter((a) => !a.value?.more)
    : answers;
  return {
    harm,
    party: party === "" ? null : party,
    sort,
    kind: mostCommon(list.map(({ toll }) => toll.kind)),
    perpetrators,
    answers,
    verdict: verdictOf(positions(totals), figuresAgree, (s, v) => {
      if (bounds(v)[1] === 0) return false;
      return (
        (s === party && (sort === "forces" || sort === "equipment")) ||
        (sort === "civilian" && perpetrators.includes(s) && s !== party)
      );
    }),
  };
}

function mostCommon(list: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const x of list) counts.set(x, (counts.get(x) ?? 0) + (x === "unknown" ? 0.1 : 1));
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]![0];
}

/**
 * One side says that it killed fighters, others that the dead were civilians: both cells are contested, though their figures
 * are not of one kind. Only where the cells have no source in common, so that nobody counts both.
 */
function markKindDispute(cells: readonly TollCell[]): TollCell[] {
  const said = (c: TollCell) =>
    new Set(
      c.answers
        .filter((a) => a.source !== null && a.value !== null && bounds(a.value)[1] > 0)
        .map((a) => a.source),
    );
  const disputed = new Set<TollCell>();
  for (const fighters of cells) {
    if (fighters.harm !== "killed" || fighters.sort !== "forces") continue;
    const own = said(fighters);
    if (
      ![...own].some((s) => fighters.perpetrators.includes(s!) || fighters.party !== s) ||
      own.has(fighters.party)
    )
      continue;
    for (const civilians of cells) {
      if (civilians.harm !== "killed" || civilians.sort !== "civilian") continue;
      const others = said(civilians);
      const sameSide =
        fighters.party === null || civilians.party === null || fighters.party === civilians.party;
      if (others.size === 0 || !sameSide || [...own].some((s) => others.has(s))) continue;
      const by = new Set([...fighters.perpetrators, ...own]);
      if (!civilians.perpetrators.some((p) => by.has(p))) continue;
      disputed.add(fighters);
      disputed.add(civilians);
    }
  }
  return cells.map((c) => (disputed.has(c) && c.verdict !== "denied" ? { ...c, verdict: "contested" } : c));
}

function sumsOf(tellings: readonly Telling[]): TollSum[] {
  const sums: TollSum[] = [];
  for (const t of tellings) {
    for (const total of t.tolls) {
      if (total.low === null || total.low !== total.high) continue;
      const parts = t.tolls.filter((x) => x.partOf === total.id && x.low !== null && x.low === x.high);
      if (parts.length === 0) continue;
      const brief = (x: TollFact) => ({ claim: x.id, low: x.low!, words: x.quote });
      sums.push({
        total: brief(total),
        parts: parts.map(brief),
        complete: parts.reduce((sum, x) => sum + x.low!, 0) === total.low,
      });
    }
  }
  return sums;
}

/** The strongest disagreement; without one, the best support. */
function overall(verdicts: readonly Verdict[]): Verdict {
  const order: Verdict[] = ["contested", "denied", "admitted", "corroborated", "single-source"];
  return order.find((v) => verdicts.includes(v)) ?? "single-source";
}
