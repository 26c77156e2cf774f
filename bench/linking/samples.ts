import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NodeReader } from "../../src/data/load-reader.js";
import type { Figure, Incident, TollCell } from "../../src/record/incident.js";
import type { Initiative } from "../../src/record/initiatives.js";
import type { IncidentKind, Telling } from "../../src/record/telling.js";
import { sortOf } from "../../src/record/toll-sort.js";
import { causeOfMerge, causeOfSplit } from "./causes.js";
import { bCubed, type Clustering, ceafE, conllF1, muc, type Score } from "./metrics.js";
import { type Claim, claimsAt, headLemma, type Linked, linked, type Reading, readingOf } from "./readings.js";

interface GoldClaim {
  readonly source: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly stance: string;
  readonly documents: readonly string[];
}
interface GoldToll {
  readonly harm: string;
  readonly of: { readonly party: string | null; readonly kind: string };
  readonly verdict: string;
  readonly alt_verdicts?: readonly string[];
  readonly claims: readonly GoldClaim[];
}
interface GoldIncident {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly optional?: boolean;
  readonly umbrella?: boolean;
  readonly part_of?: string;
  readonly initiator: readonly { readonly source: string | null; readonly party: string }[];
  readonly mentions: readonly { readonly document: string; readonly quote: string; readonly or?: string }[];
  readonly tolls: readonly GoldToll[];
}
interface GoldInitiative {
  readonly third_party: readonly string[];
  readonly parties: readonly string[];
  readonly status: string;
  readonly alt_status?: readonly string[];
  readonly optional?: boolean;
  readonly history: readonly {
    readonly act: string;
    readonly from: string;
    readonly to: string;
    readonly source: string | null;
  }[];
}
interface GoldCeasefire {
  readonly id: string;
  readonly parties: readonly string[];
  readonly agreed: { readonly from: string; readonly to: string } | null;
  readonly in_force: { readonly from: string; readonly to: string } | null;
  readonly term_days: number | null;
  readonly state: string;
  readonly alt_states?: readonly string[];
  readonly optional?: boolean;
}
interface GoldChain {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly source: string | null;
  readonly optional?: boolean;
}
interface Gold {
  readonly incidents: readonly GoldIncident[];
  readonly initiatives: readonly GoldInitiative[];
  readonly ceasefires: readonly GoldCeasefire[];
  readonly chains: readonly GoldChain[];
  readonly origins: readonly (readonly string[])[];
}

/** A place where a report tells of a gold incident, with what Parley has there. */
interface Mention {
  readonly key: string;
  readonly gold: GoldIncident;
  readonly or: string | null;
  readonly document: string;
  readonly quote: string;
  readonly reading: Reading;
  readonly telling: Telling | null;
  /** Head lemma and day, for the baseline. */
  readonly lemmaDay: string;
  /** Why nothing was found. */
  readonly unread: string | null;
}

/** What was missed, with what it is put down to. */
export interface Miss {
  readonly about: string;
  readonly cause: string;
  readonly lines: readonly string[];
}

export type Row = Record<string, number>;

export interface SamplesResult {
  readonly counts: Row;
  readonly mentions: Record<string, Row>;
  readonly incidents: Row;
  readonly tolls: Row;
  readonly initiators: Row;
  readonly initiatives: Row;
  readonly ceasefires: Row;
  readonly chains: Row;
  readonly origins: Row;
  readonly causes: Record<string, Row>;
}

/** The record of `samples/` beside the gold in samples.json. */
export function scoreSamples(
  reader: NodeReader,
  { folder, gold: file }: { folder: string; gold: string },
): { result: SamplesResult; misses: readonly Miss[]; newest: string } {
  const gold = JSON.parse(readFileSync(file, "utf8")) as Gold;
  const readings = readdirSync(folder)
    .filter((name) => name !== "README.md")
    .sort()
    .map((name) => {
      const document = name.replace(/\.[^.]+$/, "");
      return readingOf(reader.traceBytes(readFileSync(join(folder, name)), { name }), document);
    });
  const all = linked(readings);
  const misses: Miss[] = [];
  const told = gold.incidents.flatMap((i) => mentionsOf(i, all));
  // an incident that need not be found does not count where it was not read
  const mentions = told.filter((m) => !(m.gold.optional && m.telling === null));
  const read = mentions.filter((m) => m.telling !== null);
  for (const m of mentions)
    if (m.telling === null)
      misses.push({
        about: "mention",
        cause: `not read: ${m.unread}`,
        lines: [`${m.gold.id} (${m.gold.kind}) in ${m.document}: «${m.quote}»`],
      });
  const { homes, result: incidents } = scoreIncidents(gold, read, all, misses);
  const result: SamplesResult = {
    counts: {
      reports: readings.length,
      goldIncidents: gold.incidents.length,
      incidents: all.record.incidents.length,
      mentions: mentions.length,
      read: read.length,
      tellings: all.incidentOf.size,
    },
    mentions: {
      "all: Parley": clusterRow(mentions, (m) => incidentOf(m, all)),
      "all: tellings not linked": clusterRow(mentions, (m) => m.telling?.id ?? null),
      "all: each mention alone": clusterRow(mentions, () => null),
      "all: each report's one incident a kind": clusterRow(mentions, (m) => `${m.document} ${m.gold.kind}`),
      "all: head lemma and day": clusterRow(mentions, (m) => m.lemmaDay),
      "read: Parley": clusterRow(read, (m) => incidentOf(m, all)),
      "read: tellings not linked": clusterRow(read, (m) => m.telling!.id),
      "read: each mention alone": clusterRow(read, () => null),
      "read: each report's one incident a kind": clusterRow(read, (m) => `${m.document} ${m.gold.kind}`),
      "read: head lemma and day": clusterRow(read, (m) => m.lemmaDay),
    },
    incidents,
    tolls: scoreTolls(gold, homes, all, misses),
    initiators: scoreInitiators(gold, homes, all, misses),
    initiatives: scoreInitiatives(gold, all, misses),
    ceasefires: scoreCeasefires(gold, all, misses),
    chains: scoreChains(gold, { homes, read, all }, misses),
    origins: scoreOrigins(gold, all, misses),
    causes: {},
  };
  for (const { about, cause } of misses) {
    result.causes[about] ??= {};
    const row = result.causes[about]!;
    row[cause] = (row[cause] ?? 0) + 1;
  }
  const newest = readings
    .map(({ ref }) => ref.published.to ?? "")
    .sort()
    .at(-1)!;
  return { result, misses, newest };
}

const incidentOf = (m: Mention, all: Linked) => (m.telling ? all.incidentOf.get(m.telling.id)! : null);

// ---- mentions

function mentionsOf(incident: GoldIncident, { readings }: Linked): Mention[] {
  return incident.mentions.map(({ document, quote, or }) => {
    const reading = readings.find((r) => r.document === document)!;
    const span = find(reading.trace.coded.report.text, quote);
    const at = span === null ? [] : claimsAt(reading, span);
    const fits = at.find((c) => c.kind === incident.kind && c.telling !== null) ?? null;
    const day = fits?.telling?.date.from ?? reading.ref.published.from ?? "";
    return {
      key: `${document} ${quote}`,
      gold: incident,
      or: or ?? null,
      document,
      quote,
      reading,
      telling: fits?.telling ?? null,
      lemmaDay: span === null ? quote : `${headLemma(reading, span)} ${day}`,
      unread: fits ? null : whyUnread(span === null, at, incident.kind),
    };
  });
}

/** Words of a file in the text that was read, where spaces, quotation marks and dashes may be others. */
function find(text: string, quote: string): { start: number; end: number } | null {
  const pattern = quote
    .split(/\s+/)
    .map((w) =>
      w
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/["“”]/g, '["“”]')
        .replace(/['’]/g, "['’]"),
    )
    .join("\\s+");
  const found = new RegExp(pattern).exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

function whyUnread(absent: boolean, at: readonly Claim[], kind: IncidentKind): string {
  if (absent) return "its words are not in the text that was read";
  const same = at.find((c) => c.kind === kind);
  if (same)
    return same.says.includes("content")
      ? "read as the content of another act"
      : `read as ${same.says.split(" ").at(-1)}`;
  const other = at[0];
  return other ? `read as ${other.kind} (${other.says.split(/[ /]/)[0]})` : "no claim there";
}

/** Scores of a clustering; null is a cluster of its own. `or` counts as gold where that suits the clustering better. */
function clusterRow(mentions: readonly Mention[], clusterOf: (m: Mention) => string | null): Row {
  const predicted: Clustering = new Map(mentions.map((m) => [m.key, clusterOf(m) ?? `alone ${m.key}`]));
  const together = new Map<string, Map<string, number>>();
  for (const m of mentions) {
    if (m.or !== null) continue;
    const by = predicted.get(m.key)!;
    const row = together.get(by) ?? new Map<string, number>();
    together.set(by, row.set(m.gold.id, (row.get(m.gold.id) ?? 0) + 1));
  }
  const gold: Clustering = new Map(
    mentions.map((m) => {
      const row = together.get(predicted.get(m.key)!);
      const other = m.or !== null && (row?.get(m.or) ?? 0) > (row?.get(m.gold.id) ?? 0);
      return [m.key, other ? m.or! : m.gold.id];
    }),
  );
  const [m, b, c] = [muc(gold, predicted), bCubed(gold, predicted), ceafE(gold, predicted)];
  return { muc: percent(m.f1), ...rowOf(b), ceafE: percent(c.f1), conll: percent(conllF1(gold, predicted)) };
}

const percent = (x: number) => Math.round(x * 1000) / 10;
const rowOf = (s: Score): Row => ({
  bCubedPrecision: percent(s.precision),
  bCubedRecall: percent(s.recall),
  bCubed: percent(s.f1),
});

// ---- incidents

/** Each gold incident's incident of the record: the one that holds most of its mentions. */
type Homes = ReadonlyMap<string, Incident>;

function scoreIncidents(
  gold: Gold,
  read: readonly Mention[],
  all: Linked,
  misses: Miss[],
): { homes: Homes; result: Row } {
  const byId = new Map(all.record.incidents.map((i) => [i.id, i]));
  const of = new Map(gold.incidents.map((g) => [g.id, g]));
  const inPredicted = group(read, (m) => incidentOf(m, all)!);
  const homes = new Map<string, Incident>();
  let found = 0;
  let split = 0;
  const due = gold.incidents.filter((g) => !g.optional);
  for (const g of gold.incidents) {
    const own = read.filter((m) => m.gold.id === g.id);
    const pieces = [...group(own, (m) => incidentOf(m, all)!)].sort(
      (a, b) => b[1].length - a[1].length || Number(a[0] > b[0]) - 0.5,
    );
    const [main, ...rest] = pieces;
    if (!main) continue;
    homes.set(g.id, byId.get(main[0])!);
    const mostly = main[1].length * 2 > inPredicted.get(main[0])!.length;
    if (!g.optional && mostly && main[1].length * 2 >= g.mentions.length) found++;
    const apart = rest.filter(([, list]) => list.some((m) => m.or === null));
    if (apart.length > 0) split++;
    for (const [, list] of apart) {
      const cause = causeOfSplit(all.readings, tellingsOf(main[1]), tellingsOf(list));
      misses.push({
        about: "split",
        cause: cause.group,
        lines: [
          `${g.id}: ${main[1].length} mentions in one incident, ${list.length} in another`,
          ...[...main[1].slice(0, 3), ...list].map(shown),
          ...(cause.detail ? [`  ${cause.detail}`] : []),
        ],
      });
    }
  }
  let mixed = 0;
  let wholes = 0;
  for (const list of inPredicted.values()) {
    const golds = [...group(list, (m) => m.gold.id)].sort((a, b) => b[1].length - a[1].length);
    const [main, ...rest] = golds;
    const strange = rest.filter(
      ([, ms]) => ms.some((m) => m.or !== main![0]) && !main![1].every((m) => m.or === ms[0]!.gold.id),
    );
    if (strange.length === 0) continue;
    mixed++;
    const partly = strange.every(([id]) => related(of.get(id)!, of.get(main![0])!));
    if (partly) wholes++;
    for (const [id, ms] of strange) {
      const cause = causeOfMerge(all.readings, tellingsOf(ms), tellingsOf(main![1]));
      misses.push({
        about: "mixed",
        cause: `${cause.group}${related(of.get(id)!, of.get(main![0])!) ? " (part of it, or a sum)" : ""}`,
        lines: [
          `${id} with ${main![0]}`,
          ...[...ms, ...main![1].slice(0, 3)].map(shown),
          ...(cause.detail ? [`  ${cause.detail}`] : []),
        ],
      });
    }
  }
  return {
    homes,
    result: {
      gold: due.length,
      found,
      split,
      withMentions: inPredicted.size,
      mixed,
      mixedOnlyWithPartOrSum: wholes,
    },
  };
}

const related = (a: GoldIncident, b: GoldIncident) =>
  a.part_of === b.id || b.part_of === a.id || a.umbrella === true || b.umbrella === true;
const tellingsOf = (list: readonly Mention[]) => [...new Set(list.map((m) => m.telling!))];
const shown = (m: Mention) => `  ${m.gold.id} in ${m.document}: «${m.quote}»`;

function group<T>(list: readonly T[], key: (x: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const x of list) {
    const at = groups.get(key(x));
    if (at) at.push(x);
    else groups.set(key(x), [x]);
  }
  return groups;
}

// ---- tolls

/** Speakers of no known side, as the gold and the record name them. */
const SAME_SPEAKER: Record<string, readonly string[]> = {
  hospitals: ["medics", "hospitals"],
  residents: ["residents"],
  "tribal leaders": ["residents", "others", "officials"],
};
const sameSource = (gold: string | null, is: string | null) =>
  gold === null || is === null
    ? gold === is
    : gold === is || gold.toUpperCase() === is.toUpperCase() || (SAME_SPEAKER[gold] ?? []).includes(is);

const SORTS = { military: "forces", militant: "forces", police: "forces" } as Record<string, string>;
const sortOfGold = (kind: string) => SORTS[kind] ?? (kind === "mixed" ? "unknown" : kind);

/** 3 where harm, side and sort are the gold's, less where one of them is open, 0 where one is another. */
function cellFit(g: GoldToll, harm: string, party: string | null, sort: string): number {
  if (g.harm !== harm) return 0;
  if (g.of.party !== null && party !== null && g.of.party !== party) return 0;
  const of = sortOfGold(g.of.kind);
  if (of !== sort && of !== "unknown" && sort !== "unknown") return 0;
  return 1 + Number(g.of.party === party) + Number(of === sort);
}

/** "Dozens" and "hundreds" are words to Parley and bounds in the gold. */
const isVague = (f: { low: number | null; high: number | null }) =>
  (f.low === null && f.high === null) || (f.low === 12 && f.high === 99) || (f.low === 100 && f.high === 999);
const sameFigure = (g: GoldClaim, f: Pick<Figure, "low" | "high"> | null) =>
  f === null
    ? g.low === null && g.high === null
    : (g.low === f.low && g.high === f.high) || (isVague(g) && isVague(f));
const DENIES = new Set(["denies", "doubts"]);

const answers = (cell: TollCell) =>
  cell.answers.flatMap((a) => [
    { source: a.source, stance: a.stance as string, value: a.value },
    ...a.before.map((b) => ({ source: a.source, stance: a.stance as string, value: b.value })),
  ]);
const claimIn = (claim: GoldClaim, cell: TollCell) =>
  answers(cell).some(
    (a) =>
      sameSource(claim.source, a.source) &&
      DENIES.has(a.stance) === DENIES.has(claim.stance) &&
      (DENIES.has(claim.stance) || sameFigure(claim, a.value)),
  );

function scoreTolls(gold: Gold, homes: Homes, all: Linked, misses: Miss[]): Row {
  const row = {
    gold: 0,
    inMatched: 0,
    cells: 0,
    verdicts: 0,
    claims: 0,
    claimsInMatched: 0,
    claimsFound: 0,
    figures: 0,
  };
  for (const g of gold.incidents) {
    if (g.optional) continue;
    const home = homes.get(g.id);
    for (const toll of g.tolls) {
      row.gold++;
      row.claims += toll.claims.length;
      if (home) row.inMatched++;
      if (home) row.claimsInMatched += toll.claims.length;
      const cell = home && bestCell(toll, home.tolls);
      const name = `${g.id}: ${toll.harm} of ${toll.of.party ?? "?"}, ${toll.of.kind}`;
      const due = toll.claims.map(written).join("; ");
      if (!cell) {
        const cause = home ? whereIsToll(toll, g, home, all) : "its incident is not read";
        misses.push({ about: "toll", cause, lines: [`${name}: ${due}`] });
        continue;
      }
      row.cells++;
      for (const claim of toll.claims) {
        if (claimIn(claim, cell)) row.claimsFound++;
        else
          misses.push({
            about: "claim of a toll",
            cause: claimCause(claim, toll, cell, home, all),
            lines: [`${name}: ${written(claim)}, is ${answers(cell).map(writtenAnswer).join("; ")}`],
          });
        if (answers(cell).some((a) => a.value !== null && sameFigure(claim, a.value))) row.figures++;
      }
      if ([toll.verdict, ...(toll.alt_verdicts ?? [])].includes(cell.verdict)) row.verdicts++;
      else {
        const missing = toll.claims.some((c) => !claimIn(c, cell));
        const extra = answers(cell).some(
          (a) =>
            !toll.claims.some(
              (c) => sameSource(c.source, a.source) && (DENIES.has(c.stance) || sameFigure(c, a.value)),
            ),
        );
        misses.push({
          about: "verdict",
          cause: `${toll.verdict} read as ${cell.verdict}; ${missing ? "a claim is missing" : extra ? "a claim too many" : "all claims are right"}`,
          lines: [`${name}: ${due}`, `  is ${answers(cell).map(writtenAnswer).join("; ")}`],
        });
      }
    }
  }
  return row;
}

function bestCell(toll: GoldToll, cells: readonly TollCell[]): TollCell | undefined {
  return cells
    .map((cell) => ({
      cell,
      fit: cellFit(toll, cell.harm, cell.party, cell.sort),
      right: toll.claims.filter((c) => claimIn(c, cell)).length,
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.right - a.right || b.fit - a.fit)[0]?.cell;
}

const written = (c: GoldClaim) => `${c.source ?? "outlet"} ${c.stance} ${c.low ?? ""}–${c.high ?? ""}`;
const writtenAnswer = (a: { source: string | null; stance: string; value: Figure | null }) =>
  `${a.source ?? "outlet"} ${a.stance} ${a.value ? `${a.value.low ?? ""}–${a.value.high ?? ""}` : "nothing"}`;

/** Where in the reports that have it a toll went that is not in its incident. */
function whereIsToll(toll: GoldToll, g: GoldIncident, home: Incident, all: Linked): string {
  const documents = new Set(toll.claims.flatMap((c) => c.documents));
  const tolls = all.readings
    .filter((r) => documents.has(r.document))
    .flatMap((r) => r.record.facts.tolls.filter((t) => toll.claims.some((c) => sameFigure(c, t))));
  const fits = tolls.filter((t) => cellFit(toll, t.harm, t.party, sortOf(t)) > 0);
  const claims = toll.claims.filter((c) => c.low !== null || c.high !== null);
  if (fits.length > 0 && (claims.length > 0 || fits.length === 1)) {
    const inside = home.tellings.some((t) => fits.some((f) => t.tolls.some((x) => x.id === f.id)));
    return inside
      ? "read, in a cell of another side or sort"
      : `read, in another incident${g.umbrella ? " (the gold's is a sum)" : ""}`;
  }
  if (claims.length > 0 && tolls.some((t) => t.harm === toll.harm)) return "read, with another side or sort";
  if (claims.length > 0 && tolls.length > 0) return "its figure is read with another harm";
  return toll.claims.every((c) => DENIES.has(c.stance)) ? "only denied" : "not read";
}

function claimCause(claim: GoldClaim, toll: GoldToll, cell: TollCell, home: Incident, all: Linked): string {
  if (DENIES.has(claim.stance)) return "a denial is not read";
  const figure = answers(cell).find((a) => a.value !== null && sameFigure(claim, a.value));
  if (figure)
    return `its figure has another source (${claim.source === null ? "outlet" : "named"} due, ${figure.source === null ? "outlet" : "named"} read)`;
  const elsewhere = home.tolls.some((c) => c !== cell && c.harm === toll.harm && claimIn(claim, c));
  if (elsewhere) return "in another cell of the incident";
  const documents = all.readings.filter((r) => claim.documents.includes(r.document));
  const tolls = documents.flatMap((r) =>
    r.record.facts.tolls.filter((t) => t.harm === toll.harm && sameFigure(claim, t)),
  );
  if (tolls.length > 0) {
    const part = tolls.every((t) => t.partOf !== null);
    const inside = home.tellings.some((t) => tolls.some((f) => t.tolls.some((x) => x.id === f.id)));
    return inside
      ? part
        ? "left out as a part of a larger toll"
        : "read, in a cell of another side or sort"
      : "read, in another incident";
  }
  return "not read, or with another figure";
}

// ---- who began it

function scoreInitiators(gold: Gold, homes: Homes, all: Linked, misses: Miss[]): Row {
  const row = { gold: 0, found: 0, read: 0, readThatAreRight: 0 };
  const owner = new Map<string, GoldIncident[]>();
  for (const g of gold.incidents) {
    const home = homes.get(g.id);
    if (home) owner.set(home.id, [...(owner.get(home.id) ?? []), g]);
    for (const i of g.initiator) {
      row.gold++;
      if (home?.initiator.answers.some((a) => a.value === i.party && sameSource(i.source, a.source)))
        row.found++;
      else
        misses.push({
          about: "initiator",
          cause: !home
            ? "its incident is not read"
            : home.initiator.answers.some((a) => a.value === i.party)
              ? "another source"
              : all.record.incidents.some((x) =>
                    x.initiator.answers.some(
                      (a) =>
                        a.value === i.party &&
                        x.id !== home.id &&
                        x.reports.some((r) => g.mentions.some((m) => m.document === r.label)),
                    ),
                  )
                ? "not in this incident; one of the same reports has it"
                : "not read",
          lines: [`${g.id}: ${i.source ?? "outlet"} says that ${i.party} began`],
        });
    }
  }
  for (const i of all.record.incidents) {
    const golds = owner.get(i.id);
    for (const a of i.initiator.answers) {
      row.read++;
      if (golds?.some((g) => g.initiator.some((x) => x.party === a.value && sameSource(x.source, a.source))))
        row.readThatAreRight++;
    }
  }
  return row;
}

// ---- diplomacy

const meet = (a: readonly string[], b: readonly string[]) => a.filter((x) => b.includes(x)).length;
const share = (a: readonly string[], b: readonly string[]) => {
  const both = meet(a, b);
  return a.length + b.length === 0 ? 1 : both / (a.length + b.length - both);
};

function scoreInitiatives(gold: Gold, all: Linked, misses: Miss[]): Row {
  const due = gold.initiatives.filter((g) => !g.optional);
  const pairs = gold.initiatives
    .flatMap((g) => all.record.initiatives.map((p) => ({ g, p, fit: initiativeFit(g, p) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const matched = new Map<GoldInitiative, Initiative>();
  const taken = new Set<Initiative>();
  for (const { g, p } of pairs) {
    if (matched.has(g) || taken.has(p)) continue;
    matched.set(g, p);
    taken.add(p);
  }
  const row = {
    gold: due.length,
    read: all.record.initiatives.length,
    matched: 0,
    readMatched: taken.size,
    exactThird: 0,
    exactBoth: 0,
    states: 0,
    steps: 0,
    stepsFound: 0,
  };
  for (const g of due) {
    const p = matched.get(g);
    const name = `[${g.third_party}] between [${g.parties}]`;
    row.steps += g.history.length;
    if (!p) {
      const shareThird = all.record.initiatives.filter((x) => meet(x.thirdParty, g.third_party) > 0);
      misses.push({
        about: "initiative",
        cause: shareThird.some((x) => taken.has(x) && meet(x.parties, g.parties) > 0)
          ? "read as one with another initiative"
          : shareThird.length > 0
            ? "read between other parties"
            : "not read",
        lines: [
          `${name}, ${g.status}: ${g.history.map((h) => `${h.act} ${h.from}`).join(", ")}`,
          ...shareThird.slice(0, 4).map((x) => `  is [${x.thirdParty}] between [${x.parties}] ${x.state}`),
        ],
      });
      continue;
    }
    row.matched++;
    const third = share(p.thirdParty, g.third_party) === 1;
    if (third) row.exactThird++;
    if (third && share(p.parties, g.parties) === 1) row.exactBoth++;
    const steps = g.history.filter((h) => p.history.some((s) => sameStep(h, s)));
    row.stepsFound += steps.length;
    const line = `${name} is [${p.thirdParty}] between [${p.parties}]: ${p.history.map((s) => `${s.act} ${s.date.from ?? "?"} (${s.source ?? "outlet"}) → ${s.state}`).join(", ")}`;
    if ([g.status, ...(g.alt_status ?? [])].includes(p.state)) row.states++;
    else
      misses.push({
        about: "initiative's state",
        cause: `${g.status} read as ${p.state}`,
        lines: [
          `${line}; due ${g.history.map((h) => `${h.act} ${h.from} (${h.source ?? "outlet"})`).join(", ")}`,
        ],
      });
    if (!third)
      misses.push({
        about: "initiative's third party",
        cause: p.thirdParty.length > g.third_party.length ? "too many" : "too few, or others",
        lines: [line],
      });
  }
  for (const p of all.record.initiatives)
    if (!taken.has(p))
      misses.push({
        about: "initiative too many",
        cause:
          p.thirdParty.length === 0
            ? "no third party"
            : gold.initiatives.some(
                  (g) => meet(g.third_party, p.thirdParty) > 0 && meet(g.parties, p.parties) > 0,
                )
              ? "a second of the same third party and side"
              : "of no gold third party",
        lines: [
          `[${p.thirdParty}] between [${p.parties}], ${p.state}: ${p.history.map((s) => `${s.act} ${s.date.from ?? "?"} «${s.evidence[0]!.quote}»`).join(", ")}`,
        ],
      });
  return row;
}

/** Third parties must meet, and parties where both have them; time decides between equals. */
function initiativeFit(g: GoldInitiative, p: Initiative): number {
  if (g.third_party.length > 0 ? meet(g.third_party, p.thirdParty) === 0 : p.thirdParty.length > 0) return 0;
  if (g.parties.length > 0 && p.parties.length > 0 && meet(g.parties, p.parties) === 0) return 0;
  const steps = g.history.filter((h) => p.history.some((s) => sameStep(h, s))).length;
  return (
    share(g.third_party, p.thirdParty) + share(g.parties, p.parties) + steps / Math.max(1, g.history.length)
  );
}

const DAY = 86_400_000;
const near = (from: string, to: string, day: string | null, by: number) =>
  day !== null &&
  Date.parse(day) >= Date.parse(from) - by * DAY &&
  Date.parse(day) <= Date.parse(to) + by * DAY;
const sameStep = (h: GoldInitiative["history"][number], s: Initiative["history"][number]) =>
  h.act === s.act && (near(h.from, h.to, s.date.from, 1) || near(h.from, h.to, s.date.to, 1));

function scoreCeasefires(gold: Gold, all: Linked, misses: Miss[]): Row {
  const row = {
    gold: 0,
    read: all.record.ceasefires.length,
    matched: 0,
    readMatched: 0,
    days: 0,
    states: 0,
    terms: 0,
  };
  const taken = new Set<string>();
  for (const g of gold.ceasefires) {
    if (!g.optional) row.gold++;
    const days = g.agreed ?? g.in_force;
    const p = all.record.ceasefires
      .filter((c) => !taken.has(c.id) && meet(c.parties, g.parties) >= 2)
      .map((c) => ({ c, day: (c.agreed ?? c.inForceFrom)?.from ?? null }))
      .filter(({ day }) => days === null || near(days.from, days.to, day, 10))
      .sort(
        (a, b) =>
          Number(near(days?.from ?? "", days?.to ?? "", b.day, 1)) -
          Number(near(days?.from ?? "", days?.to ?? "", a.day, 1)),
      )[0];
    if (p) taken.add(p.c.id);
    if (g.optional) continue;
    if (!p) {
      misses.push({
        about: "ceasefire",
        cause: "not read, or on other days",
        lines: [`${g.id}: ${g.parties}, ${days?.from}`],
      });
      continue;
    }
    row.matched++;
    if (days && near(days.from, days.to, p.day, 1)) row.days++;
    if (g.term_days === p.c.termDays) row.terms++;
    if ([g.state, ...(g.alt_states ?? [])].includes(p.c.state)) row.states++;
    else misses.push({ about: "ceasefire", cause: `${g.state} read as ${p.c.state}`, lines: [g.id] });
  }
  row.readMatched = taken.size;
  for (const c of all.record.ceasefires)
    if (!taken.has(c.id))
      misses.push({
        about: "ceasefire",
        cause: "too many",
        lines: [`[${c.parties}] ${(c.agreed ?? c.inForceFrom)?.from} ${c.state} «${c.evidence[0]?.quote}»`],
      });
  return row;
}

// ---- chains and origins

function scoreChains(
  gold: Gold,
  { homes, read, all }: { homes: Homes; read: readonly Mention[]; all: Linked },
  misses: Miss[],
): Row {
  const row = {
    gold: 0,
    pairs: 0,
    pairAndRelation: 0,
    all: 0,
    onlyDescribed: 0,
    read: 0,
    readBothEndsKnown: 0,
    readRight: 0,
  };
  const holds = new Map<string, Set<string>>();
  for (const m of read) {
    const i = incidentOf(m, all)!;
    holds.set(i, (holds.get(i) ?? new Set()).add(m.gold.id));
  }
  for (const c of gold.chains) {
    if (c.optional) continue;
    row.gold++;
    const [from, to] = [homes.get(c.from), homes.get(c.to)];
    const pair = all.record.chains.filter(
      (x) => holds.get(x.incident)?.has(c.from) && x.to !== null && holds.get(x.to)?.has(c.to),
    );
    const related = pair.filter((x) => x.relation === c.relation);
    if (pair.length > 0) row.pairs++;
    if (related.length > 0) row.pairAndRelation++;
    if (related.some((x) => sameSource(c.source, x.source))) {
      row.all++;
      continue;
    }
    const described = all.record.chains.some((x) => x.to === null && holds.get(x.incident)?.has(c.from));
    if (pair.length === 0 && described) row.onlyDescribed++;
    misses.push({
      about: "chain",
      cause:
        !from || !to
          ? "an end is not read"
          : from.id === to.id
            ? "both ends are one incident"
            : related.length > 0
              ? "another source"
              : pair.length > 0
                ? "another relation"
                : described
                  ? "the earlier happening is only described"
                  : "not read",
      lines: [`${c.from} ${c.relation} ${c.to} (${c.source ?? "outlet"})`],
    });
  }
  for (const x of all.record.chains) {
    row.read++;
    const ends = x.to === null ? null : [holds.get(x.incident), holds.get(x.to)];
    if (!ends?.[0] || !ends[1]) continue;
    row.readBothEndsKnown++;
    if (gold.chains.some((c) => ends[0]!.has(c.from) && ends[1]!.has(c.to) && c.relation === x.relation))
      row.readRight++;
    else
      misses.push({
        about: "chain too many",
        cause: x.relation,
        lines: [
          `${[...ends[0]]} ${x.relation} ${[...ends[1]]} (${x.source ?? "outlet"}) «${x.evidence[0]!.quote}»`,
        ],
      });
  }
  return row;
}

function scoreOrigins(gold: Gold, { readings }: Linked, misses: Miss[]): Row {
  const groups = [...group(readings, (r) => r.ref.origin).values()]
    .filter((list) => list.length > 1)
    .map((list) =>
      list
        .map((r) => r.document)
        .sort()
        .join(" "),
    );
  const due = gold.origins.map((list) => [...list].sort().join(" "));
  for (const x of due)
    if (!groups.includes(x)) misses.push({ about: "origin", cause: "not found", lines: [x] });
  for (const x of groups)
    if (!due.includes(x)) misses.push({ about: "origin", cause: "too many", lines: [x] });
  return { gold: due.length, read: groups.length, right: groups.filter((x) => due.includes(x)).length };
}
