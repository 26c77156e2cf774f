import type { DyadWeek } from "../record/dyads.js";
import type { Incident, TollCell } from "../record/incident.js";
import type { Initiative, InitiativeStep } from "../record/initiatives.js";
import type { IncidentListing, ListedCell, ReportListing, SearchHit } from "../record/listing.js";
import { type Rollup, type RollupRule, rollup } from "../record/rollups.js";
import type { Ruling } from "../record/rulings.js";
import { type CsvColumn, type CsvValue, csvOf } from "./csv.js";
import { actsOf } from "./record-labels.js";

/** An incident with one of its toll cells under a rule; cell null where it has no tolls. */
interface IncidentRow {
  readonly incident: IncidentListing;
  readonly rule: RollupRule;
  readonly cell: (ListedCell & { readonly sources: readonly string[] | null }) | null;
}

const INCIDENT_COLUMNS: readonly CsvColumn<IncidentRow>[] = [
  { name: "id", of: (r) => r.incident.id },
  { name: "kind", of: (r) => r.incident.kind },
  { name: "from", of: (r) => r.incident.from },
  { name: "to", of: (r) => r.incident.to },
  { name: "place", of: (r) => r.incident.place },
  { name: "country", of: (r) => r.incident.country },
  { name: "parties", of: (r) => r.incident.parties },
  { name: "acts", of: (r) => r.incident.acts },
  { name: "incident_verdict", of: (r) => r.incident.verdict },
  { name: "reports", of: (r) => r.incident.reports },
  { name: "origins", of: (r) => r.incident.origins },
  { name: "harm", of: (r) => r.cell?.harm ?? null },
  { name: "victims_party", of: (r) => r.cell?.party ?? null },
  { name: "victims_kind", of: (r) => r.cell?.kind ?? null },
  { name: "low", of: (r) => r.cell?.low ?? null },
  { name: "best", of: (r) => r.cell?.best ?? null },
  { name: "high", of: (r) => r.cell?.high ?? null },
  { name: "open_above", of: (r) => r.cell?.open ?? null },
  { name: "rule", of: (r) => (r.cell === null ? null : r.rule) },
  { name: "toll_verdict", of: (r) => r.cell?.verdict ?? null },
];
const SOURCES_COLUMN: CsvColumn<IncidentRow> = {
  name: "figure_sources",
  of: (r) => r.cell?.sources ?? null,
};

/** A row for each incident and toll cell under UCDP's rule, as lists have them; one row with empty cells where none has a toll. */
export const incidentsCsv = (list: readonly IncidentListing[]): string =>
  csvOf(
    INCIDENT_COLUMNS,
    list.flatMap((incident): IncidentRow[] =>
      incident.cells.length === 0
        ? [{ incident, rule: "ucdp", cell: null }]
        : incident.cells.map((c) => ({ incident, rule: "ucdp", cell: { ...c, sources: null } })),
    ),
  );

/** As `incidentsCsv`, from whole incidents under any rule, with a column for the sources whose figures the rule took. */
export const wholeIncidentsCsv = (list: readonly Incident[], rule: RollupRule): string =>
  csvOf(
    [...INCIDENT_COLUMNS, SOURCES_COLUMN],
    list.flatMap((i): IncidentRow[] => {
      const incident = listingOf(i, rule);
      return i.tolls.length === 0
        ? [{ incident, rule, cell: null }]
        : i.tolls.map((t) => ({ incident, rule, cell: cellOf(t, rollup(t, rule, i.parties)) }));
    }),
  );

const cellOf = (t: TollCell, r: Rollup) => ({
  harm: t.harm,
  party: t.party,
  kind: t.kind,
  verdict: t.verdict,
  low: r.low,
  best: r.best,
  high: r.high,
  open: r.open,
  sources: r.sources.map(voice),
});

/** An incident as lists show it, its cells under a rule. */
export function listingOf(i: Incident, rule: RollupRule = "ucdp"): IncidentListing {
  return {
    id: i.id,
    kind: i.kind,
    from: i.date.from,
    to: i.date.to,
    place: i.place?.name ?? null,
    country: i.place?.country ?? null,
    parties: i.parties,
    acts: actsOf(i),
    verdict: i.verdict,
    reports: i.reports.length,
    origins: i.origins,
    cells: i.tolls.map((t) => {
      const { sources: _, ...cell } = cellOf(t, rollup(t, rule, i.parties));
      return cell;
    }),
  };
}

/** A code, or "outlet" for an outlet in its own voice. */
const voice = (source: string | null) => source ?? "outlet";

/** A row for each step of each initiative, in order. */
export const initiativesCsv = (list: readonly Initiative[], labelOf: (report: string) => string): string =>
  csvOf<{ n: Initiative; s: InitiativeStep; k: number }>(
    [
      { name: "id", of: ({ n }) => n.id },
      { name: "third_party", of: ({ n }) => n.thirdParty },
      { name: "parties", of: ({ n }) => n.parties },
      { name: "state", of: ({ n }) => n.state },
      { name: "dormant", of: ({ n }) => n.dormant },
      { name: "step", of: ({ k }) => k + 1 },
      { name: "act", of: ({ s }) => s.act },
      { name: "from", of: ({ s }) => s.date.from },
      { name: "to", of: ({ s }) => s.date.to },
      { name: "step_parties", of: ({ s }) => s.parties },
      { name: "source", of: ({ s }) => voice(s.source) },
      { name: "state_after", of: ({ s }) => s.state },
      { name: "reports", of: ({ s }) => s.reports.map(labelOf) },
      { name: "quote", of: ({ s }) => s.evidence[0]?.quote ?? null },
    ],
    list.flatMap((n) => n.history.map((s, k) => ({ n, s, k }))),
  );

export const weeksCsv = (parties: readonly string[], weeks: readonly DyadWeek[]): string =>
  csvOf<DyadWeek>(
    [
      { name: "week", of: (w) => w.week },
      { name: "parties", of: () => parties },
      { name: "incidents", of: (w) => w.incidents },
      { name: "violent", of: (w) => w.violent },
      { name: "conflict", of: (w) => w.conflict },
      { name: "cooperation", of: (w) => w.cooperation },
      { name: "conflict_deviation", of: (w) => w.conflictDeviation },
      { name: "cooperation_deviation", of: (w) => w.cooperationDeviation },
      { name: "stands_out", of: (w) => w.standsOut },
    ],
    weeks,
  );

const kin = (r: ReportListing, why: "copy" | "revision") =>
  r.kin.filter((k) => k.why === why).map((k) => k.label);

export const reportsCsv = (list: readonly ReportListing[]): string =>
  csvOf<ReportListing>(
    [
      { name: "hash", of: (r) => r.hash },
      { name: "label", of: (r) => r.label },
      { name: "outlet", of: (r) => r.outlet },
      { name: "title", of: (r) => r.title },
      { name: "from", of: (r) => r.from },
      { name: "to", of: (r) => r.to },
      { name: "address", of: (r) => r.address },
      { name: "claims", of: (r) => r.claims },
      { name: "copies", of: (r) => kin(r, "copy") },
      { name: "revisions", of: (r) => kin(r, "revision") },
    ],
    list,
  );

export const searchCsv = (hits: readonly SearchHit[]): string =>
  csvOf<SearchHit>(
    [
      { name: "kind", of: (h) => h.kind },
      { name: "report", of: (h) => h.report },
      { name: "label", of: (h) => h.label },
      { name: "from", of: (h) => h.from },
      { name: "claim", of: (h) => h.claim },
      { name: "incident", of: (h) => h.incident },
      { name: "excerpt", of: (h) => h.excerpt },
    ],
    hits,
  );

interface TimelineRow {
  readonly sort: "incident" | "step";
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly parties: readonly string[];
  readonly what: readonly string[];
  readonly thirdParty: readonly string[];
  readonly source: string | null;
  readonly verdict: string | null;
}

/** Incidents and steps of diplomacy by day, a row each. */
export const timelineCsv = (
  incidents: readonly IncidentListing[],
  initiatives: readonly Initiative[],
): string =>
  csvOf<TimelineRow>(
    [
      { name: "from", of: (r) => r.from },
      { name: "to", of: (r) => r.to },
      { name: "sort", of: (r) => r.sort },
      { name: "id", of: (r) => r.id },
      { name: "parties", of: (r) => r.parties },
      { name: "what", of: (r) => r.what },
      { name: "third_party", of: (r) => r.thirdParty },
      { name: "source", of: (r) => r.source },
      { name: "verdict", of: (r) => r.verdict },
    ],
    [
      ...incidents.map(
        (i): TimelineRow => ({ ...i, sort: "incident", what: i.acts, thirdParty: [], source: null }),
      ),
      ...initiatives.flatMap((n) =>
        n.history.map(
          (s): TimelineRow => ({
            sort: "step",
            id: n.id,
            from: s.date.from,
            to: s.date.to,
            parties: n.parties,
            what: [s.act],
            thirdParty: n.thirdParty,
            source: voice(s.source),
            verdict: null,
          }),
        ),
      ),
    ].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.id.localeCompare(b.id)),
  );

/** The log of rulings; `body` is what was ruled beside its kind, as JSON. */
export const rulingsCsv = (rulings: readonly Ruling[]): string =>
  csvOf<Ruling>(
    [
      { name: "id", of: (r) => r.id },
      { name: "at", of: (r) => r.at },
      { name: "who", of: (r) => r.who },
      { name: "why", of: (r) => r.why },
      { name: "kind", of: (r) => r.body.kind },
      { name: "on", of: (r): CsvValue => subjectOf(r) },
      {
        name: "body",
        of: ({ body: { kind: _, ...rest } }) => JSON.stringify(rest),
      },
    ],
    rulings,
  );

/** What a ruling is about: a claim, a report, incidents, tellings, a party, a conflict or another ruling. */
function subjectOf({ body }: Ruling): CsvValue {
  switch (body.kind) {
    case "confirm":
    case "reject":
    case "correct":
      return body.claim;
    case "add":
      return body.report;
    case "merge":
      return body.incidents;
    case "split":
      return body.tellings;
    case "party":
      return body.code;
    case "conflict":
      return body.name;
    case "undo":
      return body.ruling;
  }
}
