import type { Stance } from "../src/coding/claim.js";
import type { Answer, Evidence, Figure, Incident, ReportRef, TollCell } from "../src/record/incident.js";
import type { Initiative } from "../src/record/initiatives.js";
import type { IncidentListing } from "../src/record/listing.js";
import type { EventFact, Telling, TollFact } from "../src/record/telling.js";
import type { Verdict } from "../src/record/verdicts.js";
import type { DateInterval } from "../src/text/civil-date.js";

/** Values of the record made for tests: two sides, Northland (NOR) and Southland (SOU), and reports a, b, c. */
export const NAMES: Readonly<Record<string, string>> = {
  NOR: "Northland",
  SOU: "Southland",
  UN: "United Nations",
  MID: "Midland",
};
export const nameOf = (code: string) => NAMES[code] ?? code;

export const on = (day: string): DateInterval => ({ from: day, to: day, basis: "stated" });

const HASHES: Readonly<Record<string, string>> = { a: "a".repeat(32), b: "b".repeat(32), c: "c".repeat(32) };
export const hashOf = (letter: string) => HASHES[letter]!;
export const labelOf = (hash: string) => `report-${hash[0]}`;

export const report = (letter: string, day: string, more: Partial<ReportRef> = {}): ReportRef => ({
  hash: hashOf(letter),
  label: labelOf(hashOf(letter)),
  outlet: `Outlet ${letter.toUpperCase()}`,
  title: null,
  published: on(day),
  origin: letter,
  ...more,
});

export const says = (letter: string, quote: string, more: Partial<Evidence> = {}): Evidence => ({
  claim: `${hashOf(letter)}/t0`,
  report: hashOf(letter),
  quote,
  start: 0,
  end: quote.length,
  speaker: null,
  certainty: "stated",
  ruling: null,
  ...more,
});

export const exactly = (n: number): Figure => ({
  low: n,
  high: n,
  hedge: "exact",
  words: String(n),
  more: false,
});
export const moreThan = (n: number): Figure => ({
  low: n + 1,
  high: null,
  hedge: "more-than",
  words: `more than ${n}`,
  more: false,
});
export const vague = (words: string): Figure => ({
  low: null,
  high: null,
  hedge: "vague",
  words,
  more: false,
});

export function answer<T>(
  source: string | null,
  value: T | null,
  evidence: readonly Evidence[],
  more: Partial<Answer<T>> & { readonly stance?: Stance } = {},
): Answer<T> {
  const reports = new Set(evidence.map((e) => e.report)).size;
  return {
    source,
    stance: "asserts",
    value,
    evidence,
    reports,
    origins: reports,
    before: [],
    asOf: null,
    ...more,
  };
}

export const tolls = (
  party: string | null,
  verdict: Verdict,
  answers: readonly Answer<Figure>[],
  more: Partial<TollCell> = {},
): TollCell => ({
  harm: "killed",
  party,
  sort: "forces",
  kind: "military",
  perpetrators: [],
  answers,
  verdict,
  ...more,
});

const none = { answers: [], verdict: "single-source" } as const;

export const event = (more: Partial<EventFact> = {}): EventFact => ({
  id: `${hashOf("a")}/e0`,
  quote: "struck",
  start: 0,
  end: 6,
  sources: [],
  speaker: null,
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  type: "ASSAULT",
  mode: "aerial",
  status: "happened",
  isContent: false,
  actor: ["NOR"],
  recipient: ["SOU"],
  broker: [],
  date: on("2025-11-05"),
  place: null,
  ...more,
});

export const toll = (id: string, sources: readonly string[], n: number): TollFact => ({
  ...event(),
  id,
  sources,
  harm: "killed",
  party: "SOU",
  kind: "military",
  words: "soldiers",
  inferredSide: false,
  low: n,
  high: n,
  hedge: "exact",
  figure: String(n),
  perpetrator: null,
  partOf: null,
});

export const telling = (more: Partial<Telling> = {}): Telling => ({
  id: "iaaaaaaaaaaaa",
  report: hashOf("a"),
  kind: "violence",
  date: on("2025-11-05"),
  actors: ["NOR"],
  recipients: ["SOU"],
  places: [],
  events: [event()],
  tolls: [],
  initiators: [],
  sequences: [],
  isRunning: false,
  words: [],
  ...more,
});

export const incident = (more: Partial<Incident> = {}): Incident => ({
  id: "iaaaaaaaaaaaa",
  kind: "violence",
  date: on("2025-11-05"),
  place: { name: "Ford", country: "SOU", latitude: 1, longitude: 2, precision: "exact" },
  parties: ["NOR", "SOU"],
  types: ["ASSAULT"],
  modes: ["aerial"],
  initiator: none,
  what: none,
  when: none,
  where: none,
  tolls: [],
  sums: [],
  verdict: "single-source",
  reports: [report("a", "2025-11-06")],
  origins: 1,
  tellings: [telling()],
  ...more,
});

export const listing = (more: Partial<IncidentListing> = {}): IncidentListing => ({
  id: "iaaaaaaaaaaaa",
  kind: "violence",
  from: "2025-11-05",
  to: "2025-11-05",
  place: "Ford",
  country: "SOU",
  parties: ["NOR", "SOU"],
  acts: ["ASSAULT/aerial"],
  verdict: "contested",
  reports: 3,
  origins: 2,
  cells: [
    {
      harm: "killed",
      party: "SOU",
      kind: "military",
      verdict: "contested",
      low: 9,
      best: 12,
      high: 30,
      open: false,
    },
  ],
  ...more,
});

export const initiative = (more: Partial<Initiative> = {}): Initiative => ({
  id: "naaaaaaaaaaaa",
  thirdParty: ["MID"],
  parties: ["NOR", "SOU"],
  state: "accepted-by-one",
  dormant: false,
  contested: [],
  acceptedBy: ["NOR"],
  declinedBy: [],
  rounds: 0,
  places: [],
  verdict: "single-source",
  from: "2025-11-06",
  to: "2025-11-07",
  history: [
    {
      act: "offers",
      date: on("2025-11-06"),
      source: "MID",
      parties: ["NOR", "SOU"],
      evidence: [says("a", "Midland offered to host talks")],
      reports: [hashOf("a")],
      state: "offered",
    },
    {
      act: "accepts",
      date: on("2025-11-07"),
      source: null,
      parties: ["NOR"],
      evidence: [says("b", "Northland accepted")],
      reports: [hashOf("b"), hashOf("c")],
      state: "accepted-by-one",
    },
  ],
  ...more,
});
