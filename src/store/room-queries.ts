import { type RawBuilder, sql } from "kysely";
import type { WeekTally } from "../record/dyads.js";
import type { Incident } from "../record/incident.js";
import type { IncidentListing } from "../record/listing.js";
import type { IncidentKind, PlaceFact } from "../record/telling.js";
import type { Verdict } from "../record/verdicts.js";
import {
  type IncidentVoices,
  type OutletReports,
  type OutletVoice,
  type SpeakerVoice,
  voicesOf,
} from "../record/voices.js";
import { dayNumber, isoDay } from "../text/civil-date.js";
import type { RecordDb } from "./database-handle.js";
import { allOf, conditions, type RecordFilter } from "./filters.js";
import { loadIncidents } from "./incident-rows.js";
import { incidentListings, incidentListingsOf } from "./record-queries.js";

const DAY = sql`coalesce(day_from, day_to)`;
const DISPUTED = sql`verdict in ('contested', 'denied')`;

// ---- how many incidents there are, week by week

/** Incidents of one week and kind that are of the same acts. */
export interface IncidentTally extends WeekTally {
  /** First and last of their days. */
  readonly from: string;
  readonly to: string;
}

/** A selection of the record, counted. */
export interface IncidentCounts {
  readonly weeks: readonly IncidentTally[];
  /** Those without a day, by kind. */
  readonly undated: readonly { readonly kind: IncidentKind; readonly incidents: number }[];
  /** Incidents of violence that are contested, and that are denied. */
  readonly contested: number;
  readonly denied: number;
}

/** Days that are gone over at a time, so that no query keeps others waiting; periods up to so long are asked for at once. */
const SLICE_DAYS = 91;
const SHORT_DAYS = 366;

/** All incidents of some parties and days, counted: in one query where parties or a short period narrow them, else in parts. */
export async function incidentCounts(
  db: RecordDb,
  filter: Pick<RecordFilter, "parties" | "among" | "from" | "to">,
): Promise<IncidentCounts> {
  const where = allOf(conditions(filter, "incident"));
  const weeks: IncidentTally[] = [];
  const isShort = filter.from && filter.to && dayNumber(filter.to) - dayNumber(filter.from) <= SHORT_DAYS;
  if (filter.parties?.length || filter.among?.length || isShort)
    weeks.push(...(await talliesOf(db, sql`${where} and ${DAY} is not null`)));
  else {
    let to = await lastDayBefore(db, null);
    while (to !== null) {
      const from = isoDay(dayNumber(to) - SLICE_DAYS);
      weeks.push(...(await talliesOf(db, sql`${where} and ${DAY} between ${from}::date and ${to}::date`)));
      to = await lastDayBefore(db, from);
    }
  }
  const undated = await sql<{ kind: IncidentKind; incidents: number }>`
    select kind, count(*) as incidents from incident where ${where} and ${DAY} is null group by 1`.execute(
    db,
  );
  const disputed = await sql<{ verdict: Verdict; incidents: number }>`
    select verdict, count(*) as incidents from incident
    where ${where} and kind = 'violence' and ${DISPUTED} group by 1`.execute(db);
  const count = (verdict: Verdict) => disputed.rows.find((r) => r.verdict === verdict)?.incidents ?? 0;
  return { weeks, undated: undated.rows, contested: count("contested"), denied: count("denied") };
}

async function talliesOf(db: RecordDb, where: RawBuilder<unknown>): Promise<IncidentTally[]> {
  // Monday is day 1 of ISO weeks
  const { rows } = await sql<Omit<IncidentTally, "acts"> & { acts: string }>`
    select ${DAY} - (extract(isodow from ${DAY})::int - 1) as week, kind, summary->>'acts' as acts,
      count(*) as incidents, min(${DAY}) as "from", max(coalesce(day_to, day_from)) as "to"
    from incident where ${where} group by 1, 2, 3`.execute(db);
  const parsed = new Map<string, string[]>();
  return rows.map((r) => {
    let acts = parsed.get(r.acts);
    if (!acts) parsed.set(r.acts, (acts = JSON.parse(r.acts) as string[]));
    return { ...r, acts };
  });
}

/** The last day on which an incident begins, before another day where one is given. */
async function lastDayBefore(db: RecordDb, day: string | null): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(${DAY}) as day from incident where ${day === null ? sql`true` : sql`${DAY} < ${day}::date`}`.execute(
    db,
  );
  return rows[0]?.day ?? null;
}

// ---- incidents that stand out

/** Days beyond which an incident is a period ("in October") and no single happening. */
const MOST_DAYS = 7;

/**
 * The incident of violence in which most people were killed by UCDP's low figure, of equals the one with the highest figure;
 * null where none has a figure above 0. Running counts and what is told of a longer period are left out.
 */
export async function deadliestIncident(db: RecordDb, filter: RecordFilter): Promise<Incident | null> {
  return loadFirst(
    db,
    sql`${allOf(conditions(filter, "incident"))} and kind = 'violence' and killed_low > 0
      and coalesce(day_to - day_from, 0) <= ${MOST_DAYS} and ${DAY} is not null
      order by killed_low desc, killed_high desc, id`,
  );
}

/** Of the contested and denied incidents the one with the highest figure of people killed. */
export async function largestDisputed(db: RecordDb, filter: RecordFilter): Promise<Incident | null> {
  return loadFirst(
    db,
    sql`${allOf(conditions(filter, "incident"))} and kind = 'violence' and ${DISPUTED}
      order by killed_high desc nulls last, reports desc, id`,
  );
}

async function loadFirst(db: RecordDb, where: RawBuilder<unknown>): Promise<Incident | null> {
  const { rows } = await sql<{ id: string }>`select id from incident where ${where} limit 1`.execute(db);
  const [first] = await loadIncidents(
    db,
    rows.map((r) => r.id),
  );
  return first ?? null;
}

/** Contested and denied incidents, the latest first. */
export async function disputedListings(
  db: RecordDb,
  filter: RecordFilter,
  most: number,
): Promise<IncidentListing[]> {
  const { rows } = await sql<{ id: string }>`
    select id from incident where ${allOf(conditions(filter, "incident"))} and ${DISPUTED}
      and kind = any(${[...(filter.kinds ?? [])]})
    order by ${DAY} desc nulls last, id limit ${most}`.execute(db);
  return incidentListingsOf(
    db,
    rows.map((r) => r.id),
  );
}

// ---- places

/** A listed incident with its place as it lies on a map; null coordinates where the gazetteer does not have it. */
export type PlacedListing = IncidentListing &
  Pick<PlaceFact, "latitude" | "longitude"> & { readonly precision: PlaceFact["precision"] | null };

/** Incidents, the latest first, with where they lie. */
export async function placedListings(db: RecordDb, filter: RecordFilter): Promise<PlacedListing[]> {
  const list = await incidentListings(db, filter);
  const { rows } = await sql<{ id: string } & Pick<PlacedListing, "latitude" | "longitude" | "precision">>`
    select id, (summary->>'latitude')::float8 as latitude, (summary->>'longitude')::float8 as longitude,
      summary->>'precision' as precision
    from incident where id = any(${list.map((i) => i.id)})`.execute(db);
  const places = new Map(rows.map(({ id, ...place }) => [id, place]));
  return list.map((i) => ({
    ...i,
    ...(places.get(i.id) ?? { latitude: null, longitude: null, precision: null }),
  }));
}

// ---- who speaks

/** Days that are looked at where no period is asked for. */
const VOICE_DAYS = 365;
/** Incidents beyond which only the latest of a period are looked at, and how many are read at a time. */
const MOST_INCIDENTS = 50_000;
const SLICE_INCIDENTS = 5_000;

export interface Voices {
  /** The days that were looked at; null where the record has none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly outlets: readonly OutletVoice[];
  readonly speakers: readonly SpeakerVoice[];
}

/** Who carries what and who says what, of incidents that begin in a period; the last year of the record where none is asked for. */
export async function voicesOfRecord(
  db: RecordDb,
  filter: Pick<RecordFilter, "parties" | "among" | "from" | "to">,
): Promise<Voices> {
  const last = await lastDayOfReports(db);
  const to = filter.to ?? last;
  const asked = filter.from ?? (to === null ? null : isoDay(dayNumber(to) - VOICE_DAYS + 1));
  if (to === null || asked === null) return { from: null, to: null, ...voicesOf([], []) };
  const named = conditions({ parties: filter.parties ?? [], among: filter.among ?? [] }, "incident_voices");
  const { rows, from } = await voiceRows(db, { named, from: asked, to });
  const outlets = await outletReports(
    db,
    rows.map((r) => r.incident),
  );
  return { from, to, ...voicesOf(rows, outlets) };
}

interface VoiceRow {
  readonly incident: string;
  readonly day: string;
  readonly parties: string[];
  readonly voices: IncidentVoices;
}

/** The latest rows of a period, whole days of them; `from` is the first day that is here. */
async function voiceRows(
  db: RecordDb,
  { named, from, to }: { named: readonly RawBuilder<unknown>[]; from: string; to: string },
): Promise<{ rows: VoiceRow[]; from: string }> {
  const rows: VoiceRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const beyond = last
      ? sql`(day < ${last.day}::date or (day = ${last.day}::date and incident > ${last.incident}))`
      : sql`true`;
    const slice = await sql<VoiceRow>`
      select incident, day, parties, voices from incident_voices
      where ${allOf([...named, beyond])} and day between ${from}::date and ${last?.day ?? to}::date
      order by day desc nulls last, incident limit ${SLICE_INCIDENTS}`.execute(db);
    rows.push(...slice.rows);
    if (slice.rows.length < SLICE_INCIDENTS) return { rows, from };
    if (rows.length >= MOST_INCIDENTS) {
      // the last day may not be here whole, unless it is the only one
      const cut = rows.at(-1)!.day;
      const whole = rows.filter((r) => r.day > cut);
      return whole.length > 0 ? { rows: whole, from: isoDay(dayNumber(cut) + 1) } : { rows, from: cut };
    }
  }
}

/** Reports and origins of each outlet that tell of these incidents. */
async function outletReports(db: RecordDb, incidents: readonly string[]): Promise<OutletReports[]> {
  const hashes = new Set<string>();
  for (let k = 0; k < incidents.length; k += SLICE_INCIDENTS) {
    const { rows } = await sql<{ report: string }>`
      select distinct report from telling where incident = any(${incidents.slice(k, k + SLICE_INCIDENTS)})`.execute(
      db,
    );
    for (const { report } of rows) hashes.add(report);
  }
  const { rows } = await sql<OutletReports>`
    select outlet, count(*) as reports, count(distinct origin) as origins from report
    where hash = any(${[...hashes]}) group by outlet`.execute(db);
  return rows;
}

async function lastDayOfReports(db: RecordDb): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(coalesce(published_to, published_from)) as day from report`.execute(db);
  return rows[0]?.day ?? null;
}
