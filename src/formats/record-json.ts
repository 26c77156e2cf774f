import { z } from "zod";
import {
  CERTAINTIES,
  HARMS,
  HEDGES,
  PLACE_PRECISIONS,
  SEQUENCE_RELATIONS,
  STANCES,
} from "../coding/claim.js";
import { EVENT_MODES, EVENT_TYPES, type EventMode, type EventType } from "../coding/event-types.js";
import { CEASEFIRE_STATES, type Ceasefire } from "../record/ceasefires.js";
import type { ChainLink } from "../record/chains.js";
import { DIPLOMATIC_ACTS } from "../record/diplomacy.js";
import type { DyadWeek } from "../record/dyads.js";
import type { Incident } from "../record/incident.js";
import { INITIATIVE_STATES, type Initiative } from "../record/initiatives.js";
import type { IncidentListing, ReportListing, SearchHit } from "../record/listing.js";
import { ROLLUP_RULES, rollup } from "../record/rollups.js";
import { type Ruling, rulingSchema } from "../record/rulings.js";
import { INCIDENT_KINDS } from "../record/telling.js";
import { VICTIM_SORTS } from "../record/toll-sort.js";
import { VERDICTS } from "../record/verdicts.js";
import { DATE_BASES } from "../text/civil-date.js";

/** Version of the record's JSON; it grows by one when a field changes its meaning or goes. */
export const RECORD_JSON_FORM = 1 as const;

const form = z.literal(RECORD_JSON_FORM).describe("version of this layout");
export const count = z.number().int().nonnegative();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const hash = z.string().describe("of the report's normalised text");
export const codes = z.array(z.string()).describe("party codes");
export const source = z
  .string()
  .nullable()
  .describe("a party's code or a sort of speaker; null: outlets in their own voice");
export const incidentKind = z.enum(INCIDENT_KINDS);
export const verdict = z.enum(VERDICTS);
const stance = z.enum(STANCES);
const types = EVENT_TYPES as [EventType, ...EventType[]];
const modes = [...new Set(Object.values(EVENT_MODES).flat())] as [EventMode, ...EventMode[]];

export const date = z
  .strictObject({
    from: day.nullable().describe("first day; null is open, or unknown"),
    to: day.nullable().describe("last day, included"),
    basis: z.enum(DATE_BASES).describe("how the days are known"),
  })
  .meta({ id: "DateInterval" });

export const place = z
  .strictObject({
    name: z.string(),
    country: z.string().nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    precision: z.enum(PLACE_PRECISIONS),
  })
  .meta({ id: "Place" });

export const evidence = z
  .strictObject({
    claim: z.string(),
    report: hash,
    quote: z.string(),
    start: count.describe("UTF-16 code units into the report's text"),
    end: count.describe("excluded"),
    speaker: z.string().nullable(),
    certainty: z.enum(CERTAINTIES),
    ruling: z.enum(["confirmed", "corrected", "added"]).nullable(),
  })
  .meta({ id: "Evidence" });
const evidences = z.array(evidence);

const figure = z
  .strictObject({
    low: count.nullable(),
    high: count.nullable().describe("null beside a low is open above"),
    hedge: z.enum(HEDGES),
    words: z.string().describe("as written"),
    more: z.boolean().describe("it comes on top of another figure and is no total"),
  })
  .meta({ id: "Figure" });

const what = z
  .strictObject({ type: z.enum(types), mode: z.enum(modes).nullable(), actor: codes, recipient: codes })
  .meta({ id: "What" });

const answer = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    source,
    stance,
    value: value.nullable(),
    evidence: evidences,
    reports: count,
    origins: count.describe("copies of one story and versions of one article are one origin"),
    before: z
      .array(z.strictObject({ asOf: day.nullable(), value: value.nullable(), evidence: evidences }))
      .describe("what the source said before, oldest first"),
    asOf: day.nullable(),
  });
const facet = <T extends z.ZodType>(value: T) => z.strictObject({ answers: z.array(answer(value)), verdict });

const rolledUp = z
  .strictObject({
    rule: z.enum(ROLLUP_RULES),
    low: count.nullable(),
    best: count.nullable(),
    high: count.nullable(),
    open: z.boolean().describe("the highest figure is open above"),
    sources: z.array(source).describe("whose figures the rule took"),
  })
  .meta({ id: "Rollup" });

const tollCell = z
  .strictObject({
    ...facet(figure).shape,
    harm: z.enum(HARMS),
    party: z.string().nullable(),
    sort: z.enum(VICTIM_SORTS),
    kind: z.string(),
    perpetrators: codes,
    rollups: z.array(rolledUp).describe("the cell under each rule"),
  })
  .meta({ id: "TollCell" });

const sumPart = z.strictObject({
  claim: z.string(),
  low: count,
  words: z.string(),
  sources: codes,
  report: hash,
});
const tollSum = z
  .strictObject({
    total: sumPart,
    parts: z.array(sumPart),
    complete: z.boolean().describe("whether the parts make up the total"),
  })
  .meta({ id: "TollSum" });

export const reportRef = z
  .strictObject({
    hash,
    label: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    published: date,
    origin: z.string(),
  })
  .meta({ id: "ReportRef" });

const chain = z
  .strictObject({
    incident: z.string().describe("the later incident"),
    to: z.string().nullable().describe("the earlier incident; null where it is only described"),
    toWords: z.string().nullable(),
    relation: z.enum(SEQUENCE_RELATIONS),
    source,
    evidence: evidences,
  })
  .meta({ id: "ChainLink" });

export const incidentSchema = z.strictObject({
  form,
  id: z.string(),
  kind: incidentKind,
  date,
  place: place.nullable(),
  parties: codes,
  types: z.array(z.enum(types)),
  modes: z.array(z.enum(modes)),
  initiator: facet(z.string()).describe("who began it"),
  what: facet(what),
  when: facet(date),
  where: facet(place),
  tolls: z.array(tollCell),
  sums: z.array(tollSum),
  verdict,
  reports: z.array(reportRef),
  origins: count,
  tellings: z.array(z.strictObject({ id: z.string(), report: hash, date, actors: codes, recipients: codes })),
  chains: z.array(chain),
});
/** One incident as `parley show ID --format json` prints it. */
export type IncidentJson = z.infer<typeof incidentSchema>;

export const listedCell = z
  .strictObject({
    harm: z.string(),
    party: z.string().nullable(),
    kind: z.string(),
    verdict,
    low: count.nullable(),
    best: count.nullable(),
    high: count.nullable(),
    open: z.boolean().describe("the highest figure is open above"),
  })
  .meta({ id: "ListedCell" });

export const incidentListing = z
  .strictObject({
    id: z.string(),
    kind: incidentKind,
    from: day.nullable(),
    to: day.nullable(),
    place: z.string().nullable(),
    country: z.string().nullable(),
    parties: codes,
    acts: z.array(z.string()).describe("types with their modes, such as ASSAULT/aerial"),
    verdict,
    reports: count,
    origins: count,
    cells: z.array(listedCell),
  })
  .meta({ id: "IncidentListing" });

export const rule = z.enum(ROLLUP_RULES).describe("the rule of every low, best and high here");
const incidentsSchema = z.strictObject({ form, rule, total: count, incidents: z.array(incidentListing) });
export type IncidentsJson = z.infer<typeof incidentsSchema>;

const initiativeState = z.enum(INITIATIVE_STATES);
export const initiative = z
  .strictObject({
    id: z.string(),
    thirdParty: codes,
    parties: codes,
    state: initiativeState,
    dormant: z.boolean(),
    contested: z.array(z.strictObject({ source, state: initiativeState })),
    acceptedBy: codes,
    declinedBy: codes,
    rounds: count,
    places: z.array(z.string()),
    verdict: z.enum(VERDICTS).describe("on its state"),
    from: day.nullable(),
    to: day.nullable(),
    history: z.array(
      z.strictObject({
        act: z.enum(DIPLOMATIC_ACTS),
        date,
        source,
        parties: codes,
        evidence: evidences,
        reports: z.array(hash),
        state: initiativeState.describe("after this step"),
      }),
    ),
  })
  .meta({ id: "Initiative" });

export const ceasefire = z
  .strictObject({
    id: z.string(),
    parties: codes,
    brokers: codes,
    agreed: date.nullable(),
    inForceFrom: date.nullable(),
    termDays: count.nullable(),
    state: z.enum(CEASEFIRE_STATES),
    sources: z.array(source),
    breaches: z.array(z.strictObject({ accuser: source, accused: codes, date, evidence: evidences })),
    evidence: evidences,
  })
  .meta({ id: "Ceasefire" });

const diplomacy = { initiatives: z.array(initiative), ceasefires: z.array(ceasefire) };
const initiativesSchema = z.strictObject({ form, ...diplomacy });
export type InitiativesJson = z.infer<typeof initiativesSchema>;

const timelineSchema = z.strictObject({ form, rule, incidents: z.array(incidentListing), ...diplomacy });
export type TimelineJson = z.infer<typeof timelineSchema>;

export const week = z
  .strictObject({
    week: day.describe("its Monday"),
    incidents: count,
    violent: count,
    conflict: z.number().describe("sum of PLOVER's scores below 0"),
    cooperation: z.number().describe("sum of those above 0"),
    conflictDeviation: z.number().nullable(),
    cooperationDeviation: z.number().nullable(),
    standsOut: z.boolean(),
  })
  .meta({ id: "DyadWeek" });
const dyadSchema = z.strictObject({
  form,
  rule,
  parties: z.tuple([z.string(), z.string()]),
  weeks: z.array(week),
  incidents: z.array(incidentListing),
});
export type DyadJson = z.infer<typeof dyadSchema>;

export const reportListing = z
  .strictObject({
    hash,
    label: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    from: day.nullable(),
    to: day.nullable(),
    address: z.string().nullable(),
    claims: count,
    kin: z.array(z.strictObject({ label: z.string(), why: z.enum(["copy", "revision"]) })),
  })
  .meta({ id: "ReportListing" });
export const unread = z.strictObject({
  name: z.string(),
  original: z.string().describe("SHA-256 of the bytes"),
  code: z.string(),
  problem: z.string(),
  seenAt: z.string(),
});
const reportsSchema = z.strictObject({ form, reports: z.array(reportListing), unread: z.array(unread) });
export type ReportsJson = z.infer<typeof reportsSchema>;

export const searchHit = z.strictObject({
  kind: z.enum(["report", "claim"]),
  report: hash,
  label: z.string(),
  claim: z.string().nullable(),
  incident: z.string().nullable(),
  excerpt: z.string().describe("the words found stand in « and »"),
  from: day.nullable(),
});
const searchSchema = z.strictObject({ form, hits: z.array(searchHit) });
export type SearchJson = z.infer<typeof searchSchema>;

const rulingsSchema = z.strictObject({ form, rulings: z.array(rulingSchema) });
export type RulingsJson = z.infer<typeof rulingsSchema>;

/** Checks for each form of the record's JSON, by the name that `parley schema --of` takes. */
export const RECORD_JSON = {
  incident: incidentSchema,
  incidents: incidentsSchema,
  initiatives: initiativesSchema,
  timeline: timelineSchema,
  dyad: dyadSchema,
  reports: reportsSchema,
  search: searchSchema,
  rulings: rulingsSchema,
} as const;
export type RecordJsonName = keyof typeof RECORD_JSON;
export const RECORD_JSON_NAMES = Object.keys(RECORD_JSON) as RecordJsonName[];

/** The JSON Schemas (draft 2020-12) of the record's JSON, by name. */
export function recordJsonSchemas(): Record<RecordJsonName, object> {
  return Object.fromEntries(
    RECORD_JSON_NAMES.map((name) => [
      name,
      z.toJSONSchema(RECORD_JSON[name].meta({ title: `Parley: ${name}` })),
    ]),
  ) as Record<RecordJsonName, object>;
}

// ---- making them; what is given is readonly, what is parsed is not

/** Deeply readonly data as the parsed type. */
type Json<T> = T extends object ? { readonly [K in keyof T]: Json<T[K]> } : T;

export function incidentJson(i: Incident, chains: readonly ChainLink[]): Json<IncidentJson> {
  const claims = new Map(i.tellings.flatMap((t) => t.tolls.map((x) => [x.id, { x, report: t.report }])));
  const part = (p: { claim: string; low: number; words: string }) => ({
    ...p,
    sources: claims.get(p.claim)?.x.sources ?? [],
    report: claims.get(p.claim)?.report ?? "",
  });
  return {
    form: RECORD_JSON_FORM,
    id: i.id,
    kind: i.kind,
    date: i.date,
    place: i.place,
    parties: i.parties,
    types: i.types,
    modes: i.modes,
    initiator: i.initiator,
    what: i.what,
    when: i.when,
    where: i.where,
    tolls: i.tolls.map((t) => ({ ...t, rollups: ROLLUP_RULES.map((r) => rollup(t, r, i.parties)) })),
    sums: i.sums.map((s) => ({ ...s, total: part(s.total), parts: s.parts.map(part) })),
    verdict: i.verdict,
    reports: i.reports.map(({ published: { from, to, basis }, ...r }) => ({
      ...r,
      published: { from, to, basis },
    })),
    origins: i.origins,
    tellings: i.tellings.map(({ id, report, date: days, actors, recipients }) => ({
      id,
      report,
      date: days,
      actors,
      recipients,
    })),
    chains: chains.filter((c) => c.incident === i.id || c.to === i.id),
  };
}

/** @param total how many there are where the list has only some of them */
export const incidentsJson = (
  incidents: readonly IncidentListing[],
  total = incidents.length,
): Json<IncidentsJson> => ({ form: RECORD_JSON_FORM, rule: "ucdp", total, incidents });

export const initiativesJson = (
  initiatives: readonly Initiative[],
  ceasefires: readonly Ceasefire[],
): Json<InitiativesJson> => ({ form: RECORD_JSON_FORM, initiatives, ceasefires });

export const timelineJson = (t: {
  readonly incidents: readonly IncidentListing[];
  readonly initiatives: readonly Initiative[];
  readonly ceasefires: readonly Ceasefire[];
}): Json<TimelineJson> => ({
  form: RECORD_JSON_FORM,
  rule: "ucdp",
  incidents: t.incidents,
  initiatives: t.initiatives,
  ceasefires: t.ceasefires,
});

export const dyadJson = (d: {
  readonly parties: readonly [string, string];
  readonly weeks: readonly DyadWeek[];
  readonly incidents: readonly IncidentListing[];
}): Json<DyadJson> => ({
  form: RECORD_JSON_FORM,
  rule: "ucdp",
  parties: d.parties,
  weeks: d.weeks,
  incidents: d.incidents,
});

export const reportsJson = (
  reports: readonly ReportListing[],
  documents: readonly z.infer<typeof unread>[],
): Json<ReportsJson> => ({ form: RECORD_JSON_FORM, reports, unread: documents });

export const searchJson = (hits: readonly SearchHit[]): Json<SearchJson> => ({
  form: RECORD_JSON_FORM,
  hits,
});

export const rulingsJson = (rulings: readonly Ruling[]): Json<RulingsJson> => ({
  form: RECORD_JSON_FORM,
  rulings,
});
