import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NodeReader } from "../../src/data/load-reader.js";
import type { Incident } from "../../src/record/incident.js";
import type { IncidentKind } from "../../src/record/telling.js";
import type { Span } from "../../src/text/span.js";
import { causeOfMerge, causeOfSplit } from "./causes.js";
import { scoreCeasefires, scoreInitiatives } from "./diplomacy.js";
import {
  type Gold,
  type GoldIncident,
  group,
  type Homes,
  incidentOf,
  type Mention,
  type Miss,
  type Row,
} from "./gold.js";
import { bCubed, type Clustering, ceafE, conllF1, muc, type Score } from "./metrics.js";
import { scoreChains, scoreInitiators, scoreOrigins } from "./order.js";
import {
  type Claim,
  claimsAt,
  governingClaims,
  hasClaimInSentence,
  headLemma,
  type Linked,
  linked,
  type Reading,
  readingOf,
} from "./readings.js";
import { scoreTolls } from "./tolls.js";

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
      readByGoverningWord: read.filter((m) => m.governed).length,
      tellings: all.incidentOf.size,
    },
    mentions: {
      ...clusterRows("all", mentions, all),
      ...clusterRows("read", read, all),
      "read by their own words: Parley": clusterRow(
        read.filter((m) => !m.governed),
        (m) => incidentOf(m, all),
      ),
      "read, only the eighteen reports: Parley": clusterRow(
        read.filter((m) => !ADDED_LATER.has(m.document)),
        (m) => incidentOf(m, all),
      ),
      "read, only the twelve others: Parley": clusterRow(
        read.filter((m) => ADDED_LATER.has(m.document)),
        (m) => incidentOf(m, all),
      ),
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

/** The reports that were written after the weights of gathering were set. */
const ADDED_LATER = new Set(
  `afgpak-boldak-first afgpak-boldak-revised afgpak-clash-washington afgpak-khost-strikes afgpak-paktika-cricketers
   congo-uvira gaza-october-strikes sahel-djibo-copy sudan-kalogi-first sudan-kalogi-who thailand-cambodia-december
   thailand-cambodia-second-truce`.split(/\s+/),
);

// ---- mentions

function mentionsOf(incident: GoldIncident, { readings }: Linked): Mention[] {
  return incident.mentions.map(({ document, quote, or }) => {
    const reading = readings.find((r) => r.document === document)!;
    const span = find(reading.trace.coded.report.text, quote);
    const at = span === null ? [] : claimsAt(reading, span);
    const told = (c: Claim) => c.kind === incident.kind && c.telling !== null;
    const own = at.find(told);
    // where other claims stand on the words themselves the report says something else with them
    const fits = own ?? (span && at.length === 0 ? governingClaims(reading, span).find(told) : undefined);
    const day = fits?.telling?.date.from ?? reading.ref.published.from ?? "";
    return {
      key: `${document} ${quote}`,
      gold: incident,
      or: or ?? null,
      document,
      quote,
      reading,
      telling: fits?.telling ?? null,
      governed: own === undefined && fits !== undefined,
      lemmaDay: span === null ? quote : `${headLemma(reading, span)} ${day}`,
      unread: fits ? null : whyUnread(reading, span, at, incident.kind),
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

function whyUnread(reading: Reading, span: Span | null, at: readonly Claim[], kind: IncidentKind): string {
  if (span === null) return "its words are not in the text that was read";
  const same = at.find((c) => c.kind === kind);
  if (same)
    return same.says.includes("content")
      ? "read as the content of another act"
      : `read as ${same.says.split(" ").at(-1)}`;
  const other = at[0];
  if (other) return `read as ${other.kind} (${other.says.split(/[ /]/)[0]})`;
  return hasClaimInSentence(reading, span, kind)
    ? "no claim there; one elsewhere in its sentence"
    : "no claim in its sentence";
}

/** Parley beside baselines. */
const clusterRows = (name: string, mentions: readonly Mention[], all: Linked): Record<string, Row> => ({
  [`${name}: Parley`]: clusterRow(mentions, (m) => incidentOf(m, all)),
  [`${name}: tellings not linked`]: clusterRow(mentions, (m) => m.telling?.id ?? null),
  [`${name}: each mention alone`]: clusterRow(mentions, () => null),
  [`${name}: each report's one incident a kind`]: clusterRow(mentions, (m) => `${m.document} ${m.gold.kind}`),
  [`${name}: head lemma and day`]: clusterRow(mentions, (m) => m.lemmaDay),
});

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
