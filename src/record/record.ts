import { type Ceasefire, ceasefiresOf } from "./ceasefires.js";
import { type ChainLink, chainsOf } from "./chains.js";
import { bestAntecedent, incidentsOfTrees, type LinkNode } from "./forest.js";
import type { Incident, ReportRef } from "./incident.js";
import { incidentOf } from "./incidents.js";
import { type Initiative, initiativesOf } from "./initiatives.js";
import { featuresOf, keysOf, type LinkFeatures, lookupKeys } from "./linking.js";
import type { ReportRecord } from "./report-record.js";
import { linkRulings, type Ruling } from "./rulings.js";

/** What many reports say, linked. Lists are sorted by day, then by id. */
export interface ConflictRecord {
  readonly incidents: readonly Incident[];
  readonly initiatives: readonly Initiative[];
  readonly ceasefires: readonly Ceasefire[];
  readonly chains: readonly ChainLink[];
}

/**
 * The record of a set of reports, all in memory: for a handful of reports, for tests, and as the definition of what the store
 * keeps. Depends on the set alone, not on its order.
 */
export function recordOf(
  reports: readonly { readonly ref: ReportRef; readonly record: ReportRecord }[],
  standing: readonly Ruling[] = [],
): ConflictRecord {
  const refs = new Map(reports.map(({ ref }) => [ref.hash, ref]));
  const tellings = reports.flatMap(({ record }) => record.tellings);
  const features = tellings.map((t) => featuresOf(t, publicationDay(refs.get(t.report)!)));
  const byKey = new Map<string, LinkFeatures[]>();
  for (const f of features)
    for (const key of keysOf(f)) {
      const list = byKey.get(key);
      if (list) list.push(f);
      else byKey.set(key, [f]);
    }
  const nodes = features.map((f): LinkNode => {
    const found = bestAntecedent(f, new Set(lookupKeys(f).flatMap((k) => byKey.get(k) ?? [])));
    return { features: f, parent: found?.parent.id ?? null, score: found?.score ?? null };
  });
  const incidentOfTelling = incidentsOfTrees(nodes, linkRulings(standing));
  const groups = new Map<string, typeof tellings>();
  for (const t of tellings) {
    const id = incidentOfTelling.get(t.id)!;
    const list = groups.get(id);
    if (list) list.push(t);
    else groups.set(id, [t]);
  }
  const diplomacy = reports.flatMap(({ record }) => record.diplomacy);
  const asOf = lastDay([...refs.values()]);
  return {
    incidents: [...groups]
      .map(([id, list]) => incidentOf(id, list, refs))
      .sort((a, b) => compare(a.date.from ?? "", b.date.from ?? "") || compare(a.id, b.id)),
    initiatives: initiativesOf(diplomacy, refs, asOf),
    ceasefires: ceasefiresOf(diplomacy, refs, asOf),
    chains: chainsOf(tellings, incidentOfTelling),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The day by which a report's tellings take their place in the order of looking back; "" where it is not known. */
export const publicationDay = (ref: Pick<ReportRef, "published">): string =>
  ref.published.from ?? ref.published.to ?? "";

/** The last day on which a report appeared: how far the record goes. */
export function lastDay(reports: readonly Pick<ReportRef, "published">[]): string | null {
  return (
    reports
      .map((r) => r.published.to ?? r.published.from)
      .filter((d): d is string => d !== null)
      .sort()
      .at(-1) ?? null
  );
}
