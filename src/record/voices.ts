import type { Answer, Figure, Incident, What } from "./incident.js";
import { figuresAgree } from "./incidents.js";
import type { EventFact, TollFact } from "./telling.js";

/** A party's code, a sort of speaker; null: outlets in their own voice. */
type Source = string | null;

/** What one source says of one incident in one outlet. */
export interface Said {
  readonly source: Source;
  readonly outlet: string | null;
  readonly claims: number;
  /** Claims in which it denies or doubts. */
  readonly denials: number;
  /** Parties that its claims name, and in how many. */
  readonly of: Readonly<Record<string, number>>;
}

/** How a source's answers on an incident's facets fare beside those of others. */
export interface Fared {
  readonly source: Source;
  /** Facets on which nobody else speaks. */
  readonly alone: number;
  /** Facets on which another says the same. */
  readonly corroborated: number;
  /** Facets on which another says otherwise or denies it. */
  readonly contested: number;
}

/** What an incident adds to the tallies of who speaks; small, so that many can be read at once. */
export interface IncidentVoices {
  readonly said: readonly Said[];
  readonly facets: readonly Fared[];
  /** Claims by outlet, those of several sources counted once. */
  readonly carried: readonly { readonly outlet: string | null; readonly claims: number }[];
}

/** How many of a tally are kept, the greatest first. */
export const MOST_TALLIES = 100;

export interface Tally {
  readonly code: Source;
  readonly claims: number;
}

/** An outlet, by what its reports carry. */
export interface OutletVoice {
  readonly outlet: string | null;
  readonly reports: number;
  readonly origins: number;
  readonly claims: number;
  readonly ownVoice: number;
  readonly quotes: readonly Tally[];
  readonly leavesOut: readonly string[];
}

/** A speaker, by what it says and how that fares. */
export interface SpeakerVoice extends Omit<Fared, "source"> {
  readonly code: Source;
  readonly claims: number;
  readonly incidents: number;
  readonly denials: number;
  readonly of: readonly Tally[];
  readonly outlets: readonly { readonly outlet: string | null; readonly claims: number }[];
}

// ---- of one incident

/** Who speaks on an incident, in which outlets, and how each fares. Sorted by source, then outlet. */
export function incidentVoices(i: Incident): IncidentVoices {
  const outletOf = new Map(i.reports.map((r) => [r.hash, r.outlet]));
  const said = new Map<
    string,
    { source: Source; outlet: string | null; claims: number; denials: number; of: Map<string, number> }
  >();
  const carried = new Map<string | null, number>();
  for (const t of i.tellings) {
    const outlet = outletOf.get(t.report) ?? null;
    for (const claim of [...t.events, ...t.tolls]) {
      carried.set(outlet, (carried.get(outlet) ?? 0) + 1);
      for (const source of claim.sources.length > 0 ? claim.sources : [null]) {
        const key = `${source === null ? 0 : 1}${source}|${outlet === null ? 0 : 1}${outlet}`;
        let entry = said.get(key);
        if (!entry) said.set(key, (entry = { source, outlet, claims: 0, denials: 0, of: new Map() }));
        entry.claims += 1;
        if (claim.stance === "denies" || claim.stance === "doubts") entry.denials += 1;
        for (const party of partiesOfClaim(claim)) entry.of.set(party, (entry.of.get(party) ?? 0) + 1);
      }
    }
  }
  return {
    said: [...said.values()]
      .map((s) => ({ ...s, of: Object.fromEntries([...s.of].sort(byKey)) }))
      .sort((a, b) => compare(a.source, b.source) || compare(a.outlet, b.outlet)),
    facets: faredOf(i),
    carried: [...carried]
      .map(([outlet, claims]) => ({ outlet, claims }))
      .sort((a, b) => compare(a.outlet, b.outlet)),
  };
}

const compare = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;
const byKey = (a: readonly [string, number], b: readonly [string, number]) => compare(a[0], b[0]);

const partiesOfClaim = (claim: EventFact | TollFact): Set<string> =>
  new Set(
    "harm" in claim
      ? [claim.party, claim.perpetrator].filter((p) => p !== null)
      : [...claim.actor, ...claim.recipient],
  );

/** Whether two answers say the same, differ, or speak of different things. */
type Relation = "same" | "other" | "unrelated";

function faredOf(i: Incident): Fared[] {
  const tallies = new Map<Source, { alone: number; corroborated: number; contested: number }>();
  const count = (source: Source, how: "alone" | "corroborated" | "contested") => {
    let entry = tallies.get(source);
    if (!entry) tallies.set(source, (entry = { alone: 0, corroborated: 0, contested: 0 }));
    entry[how] += 1;
  };
  countFacet(i.initiator.answers, (a, b) => (a === b ? "same" : "other"), count);
  // many acts make one incident, so that only a denial contradicts
  countFacet(i.what.answers, sameAct, count);
  for (const cell of i.tolls)
    countFacet<Figure>(
      cell.answers.filter((a) => !a.value?.more),
      (a, b) => (figuresAgree(a, b) ? "same" : "other"),
      count,
    );
  return [...tallies].map(([source, n]) => ({ source, ...n })).sort((a, b) => compare(a.source, b.source));
}

const sameAct = (a: What, b: What): Relation =>
  a.type === b.type && a.actor.some((x) => b.actor.includes(x)) ? "same" : "unrelated";

/** One facet, for each of its sources. An outlet in its own voice is nobody else to a source that is named. */
function countFacet<T>(
  answers: readonly Answer<T>[],
  relation: (a: T, b: T) => Relation,
  count: (source: Source, how: "alone" | "corroborated" | "contested") => void,
): void {
  const says = (a: Answer<T>) => a.stance === "asserts" || a.stance === "confirms";
  for (const source of new Set(answers.map((a) => a.source))) {
    const own = answers.filter((a) => a.source === source);
    const others = answers.filter((a) => a.source !== source && a.source !== null);
    const pairs = own.flatMap((a) => others.map((b) => ({ a, b })));
    const related = (how: Relation) =>
      pairs.some(
        ({ a, b }) =>
          says(a) && says(b) && a.value !== null && b.value !== null && relation(a.value, b.value) === how,
      );
    if (others.length === 0) count(source, "alone");
    else if (pairs.some(({ a, b }) => says(a) !== says(b)) || related("other")) count(source, "contested");
    else if (related("same")) count(source, "corroborated");
  }
}

/** Claims that carry the answers on an incident's contested and denied figures, one for each answer. */
export function contestedClaims(i: Incident): string[] {
  const cells = i.tolls.filter((c) => c.verdict === "contested" || c.verdict === "denied");
  return [...new Set(cells.flatMap((c) => c.answers.flatMap((a) => a.evidence[0]?.claim ?? [])))];
}

// ---- of many

/** An outlet's reports that tell of the incidents. */
export interface OutletReports {
  readonly outlet: string | null;
  readonly reports: number;
  readonly origins: number;
}

/**
 * Who carries what, and who says what and how it fares, over many incidents. Outlets with most reports first, speakers with most
 * claims first.
 *
 * @param outlets the reports that tell of them, by outlet
 */
export function voicesOf(
  incidents: Iterable<{ readonly parties: readonly string[]; readonly voices: IncidentVoices }>,
  outlets: readonly OutletReports[],
): { outlets: OutletVoice[]; speakers: SpeakerVoice[] } {
  const byOutlet = new Map<string | null, OutletTally>();
  const bySource = new Map<Source, SpeakerTally>();
  const outletTally = (outlet: string | null) =>
    entryOf(byOutlet, outlet, () => ({ claims: 0, quotes: new Map(), left: new Map() }));
  const speakerTally = (source: Source) =>
    entryOf(bySource, source, () => ({
      claims: 0,
      incidents: 0,
      alone: 0,
      corroborated: 0,
      contested: 0,
      denials: 0,
      of: new Map(),
      outlets: new Map(),
    }));
  for (const { outlet } of outlets) outletTally(outlet);
  for (const { parties, voices } of incidents) {
    for (const { outlet, claims } of voices.carried) outletTally(outlet).claims += claims;
    const heard = new Set<Source>();
    for (const s of voices.said) {
      const speaker = speakerTally(s.source);
      if (!heard.has(s.source)) speaker.incidents += 1;
      heard.add(s.source);
      speaker.claims += s.claims;
      speaker.denials += s.denials;
      for (const [party, n] of Object.entries(s.of)) add(speaker.of, party, n);
      add(speaker.outlets, s.outlet, s.claims);
      add(outletTally(s.outlet).quotes, s.source, s.claims);
    }
    for (const { source, ...n } of voices.facets) {
      const speaker = speakerTally(source);
      speaker.alone += n.alone;
      speaker.corroborated += n.corroborated;
      speaker.contested += n.contested;
    }
    for (const party of parties) {
      if (!heard.has(party)) continue;
      const quoting = new Set(voices.said.filter((s) => s.source === party).map((s) => s.outlet));
      for (const { outlet } of voices.carried)
        if (!quoting.has(outlet)) add(outletTally(outlet).left, party, 1);
    }
  }
  const counted = new Map(outlets.map((o) => [o.outlet, o]));
  return {
    outlets: [...byOutlet]
      .map(
        ([outlet, t]): OutletVoice => ({
          outlet,
          reports: counted.get(outlet)?.reports ?? 0,
          origins: counted.get(outlet)?.origins ?? 0,
          claims: t.claims,
          ownVoice: t.quotes.get(null) ?? 0,
          quotes: tallied(t.quotes)
            .filter(([source]) => source !== null)
            .slice(0, MOST_TALLIES)
            .map(([code, claims]) => ({ code, claims })),
          leavesOut: tallied(t.left)
            .map(([party]) => party)
            .filter((party) => !t.quotes.has(party)),
        }),
      )
      .sort((a, b) => b.reports - a.reports || b.claims - a.claims || compare(a.outlet, b.outlet)),
    speakers: [...bySource]
      .map(
        ([code, { of, outlets: carriers, ...n }]): SpeakerVoice => ({
          code,
          ...n,
          of: tallied(of)
            .slice(0, MOST_TALLIES)
            .map(([party, claims]) => ({ code: party, claims })),
          outlets: tallied(carriers)
            .slice(0, MOST_TALLIES)
            .map(([outlet, claims]) => ({ outlet, claims })),
        }),
      )
      .sort((a, b) => b.claims - a.claims || compare(a.code, b.code)),
  };
}

interface OutletTally {
  claims: number;
  readonly quotes: Map<Source, number>;
  /** Parties heard on its incidents elsewhere and not in it, by incidents. */
  readonly left: Map<string, number>;
}

type SpeakerTally = {
  [K in "claims" | "incidents" | "alone" | "corroborated" | "contested" | "denials"]: number;
} & { readonly of: Map<string, number>; readonly outlets: Map<string | null, number> };

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let entry = map.get(key);
  if (entry === undefined) map.set(key, (entry = make()));
  return entry;
}

const add = <K>(map: Map<K, number>, key: K, n: number) => void map.set(key, (map.get(key) ?? 0) + n);

/** The greatest first. */
const tallied = <K extends string | null>(map: ReadonlyMap<K, number>): [K, number][] =>
  [...map].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
