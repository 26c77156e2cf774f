import type { Stance } from "../coding/claim.js";
import type { Answer, Evidence, Figure, Incident } from "../record/incident.js";
import type { Initiative } from "../record/initiatives.js";

/** One source's figure. A denial, and words without a figure, have both bounds null; a null high beside a low is open above. */
export interface FactsTollClaim {
  /** null: an outlet in its own voice. */
  readonly source: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly stance: Stance;
  /** Labels of the reports that carry it. */
  readonly documents: readonly string[];
}

/** An incident in the facts form: the flat JSON that scorers read. @see docs/record.md, "The facts form" */
export interface FactsIncident {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly parties: readonly string[];
  readonly documents: readonly string[];
  readonly tolls: readonly {
    readonly harm: string;
    readonly of: { readonly party: string | null; readonly kind: string };
    readonly verdict: string;
    readonly claims: readonly FactsTollClaim[];
  }[];
}

export interface FactsInitiative {
  readonly third_party: readonly string[];
  readonly parties: readonly string[];
  readonly status: string;
  readonly history: readonly {
    readonly act: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly source: string | null;
    readonly documents: readonly string[];
  }[];
}

type LabelOf = (report: string) => string;

/**
 * Incidents in the facts form. One claim per source and figure; a figure that the source changed later is a claim of its own.
 *
 * @param labelOf a report's label by its hash
 */
export function incidentsFacts(incidents: readonly Incident[], labelOf: LabelOf): FactsIncident[] {
  return incidents.map((i) => ({
    id: i.id,
    from: i.date.from,
    to: i.date.to,
    place: i.place?.name ?? null,
    parties: i.parties,
    documents: labels(
      i.reports.map((r) => r.hash),
      labelOf,
    ),
    tolls: i.tolls.map((cell) => ({
      harm: cell.harm,
      of: { party: cell.party, kind: cell.kind },
      verdict: cell.verdict,
      claims: claimsOf(cell.answers, labelOf),
    })),
  }));
}

function claimsOf(answers: readonly Answer<Figure>[], labelOf: LabelOf): FactsTollClaim[] {
  const claims = new Map<string, Omit<FactsTollClaim, "documents"> & { reports: string[] }>();
  const add = (a: Answer<Figure>, value: Figure | null, evidence: readonly Evidence[]) => {
    const [low, high] = [value?.low ?? null, value?.high ?? null];
    const key = [a.source, a.stance, low, high].join("|");
    const reports = evidence.map((e) => e.report);
    const same = claims.get(key);
    if (same) same.reports.push(...reports);
    else claims.set(key, { source: a.source, low, high, stance: a.stance, reports });
  };
  for (const a of answers) {
    for (const earlier of a.before) add(a, earlier.value, earlier.evidence);
    add(a, a.value, a.evidence);
  }
  return [...claims.values()].map(({ reports, ...claim }) => ({
    ...claim,
    documents: labels(reports, labelOf),
  }));
}

/** Initiatives in the facts form; `status` is the state after the last step. */
export function initiativesFacts(initiatives: readonly Initiative[], labelOf: LabelOf): FactsInitiative[] {
  return initiatives.map((n) => ({
    third_party: n.thirdParty,
    parties: n.parties,
    status: n.state,
    history: n.history.map((s) => ({
      act: s.act,
      from: s.date.from,
      to: s.date.to,
      source: s.source,
      documents: labels(s.reports, labelOf),
    })),
  }));
}

const labels = (reports: readonly string[], labelOf: LabelOf): string[] =>
  [...new Set(reports.map(labelOf))].sort();
