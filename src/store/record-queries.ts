import { type RawBuilder, sql } from "kysely";
import { type Ceasefire, ceasefiresOf } from "../record/ceasefires.js";
import { type ChainLink, chainsOf } from "../record/chains.js";
import type { ViolentIncident } from "../record/conflicts.js";
import type { DiplomacyFact } from "../record/diplomacy.js";
import type { DyadIncident } from "../record/dyads.js";
import type { Incident, ReportRef } from "../record/incident.js";
import { type Initiative, initiativesOf } from "../record/initiatives.js";
import { type LinkFeatures, type LinkReason, linkScore } from "../record/linking.js";
import type { IncidentListing, ReportListing, SearchHit } from "../record/listing.js";
import { type Difference, differencesOf, revisionOrder } from "../record/revisions.js";
import { dayNumber, isoDay } from "../text/civil-date.js";
import type { RecordDb } from "./database-handle.js";
import { allOf, conditions, type RecordFilter } from "./filters.js";
import { type IncidentSummary, loadIncidents, reportRefs, tellingsWhere } from "./incident-rows.js";

/** Incidents by day, the latest first; `limit` 100 where none is given. */
export async function incidentListings(db: RecordDb, filter: RecordFilter): Promise<IncidentListing[]> {
  const where = incidentConditions(filter);
  const rows = await sql<IncidentRow>`
    select id, kind, day_from, day_to, place, country, parties, verdict, reports, origins, summary from incident
    where ${allOf(where)} order by coalesce(day_from, day_to) desc nulls last, id
    limit ${filter.limit ?? 100} offset ${filter.offset ?? 0}`.execute(db);
  return rows.rows.map(listingOf);
}

/** How many incidents a filter lets through, its limit left aside. */
export async function countIncidents(db: RecordDb, filter: RecordFilter): Promise<number> {
  const where = allOf(incidentConditions(filter));
  const count = (slice: RawBuilder<unknown>) =>
    sql<{ n: number }>`select count(*) as n from incident where ${where} and ${slice}`;
  // what an index finds is counted at once
  const isFound = filter.parties?.length || filter.place || filter.since || filter.from || filter.to;
  const rows = isFound ? (await count(sql`true`).execute(db)).rows : await inSlices(db, count);
  return rows.reduce((n, row) => n + row.n, 0);
}

/** Listings of these incidents, the latest first. */
export async function incidentListingsOf(db: RecordDb, ids: readonly string[]): Promise<IncidentListing[]> {
  if (ids.length === 0) return [];
  const rows = await sql<IncidentRow>`
    select id, kind, day_from, day_to, place, country, parties, verdict, reports, origins, summary from incident
    where id = any(${[...ids]}) order by coalesce(day_from, day_to) desc nulls last, id`.execute(db);
  return rows.rows.map(listingOf);
}

/** Ids of the incidents that a report tells of. */
export async function incidentsOfReport(db: RecordDb, report: string): Promise<string[]> {
  const rows = await sql<{ incident: string }>`
    select distinct incident from telling where report = ${report} order by incident`.execute(db);
  return rows.rows.map((r) => r.incident);
}

/** All incidents that a filter lets through, its limit left aside, in pages: the latest first. */
export function incidentPages(
  db: RecordDb,
  filter: RecordFilter,
  size = 500,
): AsyncGenerator<IncidentListing[]> {
  const where = incidentConditions(filter);
  const day = sql`coalesce(day_from, day_to)`;
  return inPages(size, {
    day,
    id: sql`id`,
    of: (i) => ({ day: i.from ?? i.to, id: i.id }),
    page: async (within) => {
      const { rows } = await sql<IncidentRow>`
        select id, kind, day_from, day_to, place, country, parties, verdict, reports, origins, summary from incident
        where ${allOf([...where, within])} order by ${day} desc nulls last, id limit ${size}`.execute(db);
      return rows.map(listingOf);
    },
  });
}

/** All reports that a filter lets through, its limit left aside, in pages: the last published first. */
export const reportPages = (
  db: RecordDb,
  filter: RecordFilter,
  size = 500,
): AsyncGenerator<ReportListing[]> =>
  inPages(size, {
    day: sql`published_from`,
    id: sql`hash`,
    of: (r) => ({ day: r.from, id: r.hash }),
    page: (within) => reportListings(db, { ...filter, limit: size, offset: 0, within }),
  });

/** A list sorted by day, the latest first and those without one last, then by id. */
interface DailyList<T> {
  readonly day: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly of: (row: T) => { readonly day: string | null; readonly id: string };
  readonly page: (within: RawBuilder<unknown>) => Promise<T[]>;
}

/** Pages that begin each where the one before ended, however much is added meanwhile; what they follow is found by an index. */
async function* inPages<T>(size: number, { day, id, of, page }: DailyList<T>): AsyncGenerator<T[]> {
  for (const isDated of [true, false]) {
    let within = isDated ? sql`${day} is not null` : sql`${day} is null`;
    for (let isLast = false; !isLast; ) {
      const rows = await page(within);
      if (rows.length > 0) yield rows;
      isLast = rows.length < size;
      if (isLast) continue;
      const last = of(rows.at(-1)!);
      within = isDated
        ? sql`${day} <= ${last.day}::date and (${day} < ${last.day}::date or ${id} > ${last.id})`
        : sql`${day} is null and ${id} > ${last.id}`;
    }
  }
}

function incidentConditions(filter: RecordFilter) {
  const where = conditions({ ...filter, place: undefined }, "incident");
  if (filter.place) {
    const named = filter.places
      ? sql`place = any(${[...filter.places]})`
      : allOf(conditions({ place: filter.place }, "incident"));
    const isCode = /^[a-z]{3}$/i.test(filter.place);
    where.push(isCode ? sql`(${named} or country = ${filter.place.toUpperCase()})` : named);
  }
  if (filter.types?.length) where.push(sql`types && ${[...filter.types]}::text[]`);
  if (filter.kinds?.length) where.push(sql`kind = any(${[...filter.kinds]})`);
  if (filter.verdict) where.push(sql`verdict = ${filter.verdict}`);
  if (filter.since)
    where.push(sql`id in (select t.incident from report r join telling t on t.report = r.hash
      where r.seen_at > ${filter.since}::timestamptz)`);
  return where;
}

interface IncidentRow {
  readonly id: string;
  readonly kind: IncidentListing["kind"];
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly parties: string[];
  readonly verdict: IncidentListing["verdict"];
  readonly reports: number;
  readonly origins: number;
  readonly summary: IncidentSummary;
}

const listingOf = (r: IncidentRow): IncidentListing => ({
  id: r.id,
  kind: r.kind,
  from: r.day_from,
  to: r.day_to,
  place: r.place,
  country: r.country,
  parties: r.parties,
  acts: r.summary.acts,
  verdict: r.verdict,
  reports: r.reports,
  origins: r.origins,
  cells: r.summary.cells as IncidentListing["cells"],
});

/** Why a name leads to no incident or to several. */
export type Found =
  | { readonly id: string; readonly wasPartOf: boolean }
  | { readonly matches: readonly string[] };

/**
 * The incident that an id names: any telling's id leads to the incident that the telling is in now, so that an id once shown
 * leads on after a merge. The first letters suffice where they are unique.
 */
export async function findIncident(db: RecordDb, id: string): Promise<Found> {
  const pattern = `${id.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await sql<{ id: string; incident: string }>`
    select id, incident from telling where id like ${pattern} limit 20`.execute(db);
  const exact = rows.rows.find((r) => r.id === id);
  const incidents = [...new Set(exact ? [exact.incident] : rows.rows.map((r) => r.incident))];
  if (incidents.length === 1)
    return { id: incidents[0]!, wasPartOf: exact !== undefined && exact.incident !== id };
  return { matches: incidents };
}

/** One incident with the links of order that touch it. */
export async function incidentWithChains(
  db: RecordDb,
  id: string,
): Promise<{ incident: Incident; chains: ChainLink[] } | null> {
  const [[incident], tellings] = await Promise.all([
    loadIncidents(db, [id]),
    tellingsWhere(db, sql`report in (select report from telling where incident = ${id})`),
  ]);
  if (!incident) return null;
  const chains = chainsOf(
    tellings.map((f) => f.telling),
    new Map(tellings.map((f) => [f.telling.id, f.incident])),
  );
  return { incident, chains: chains.filter((c) => c.incident === id || c.to === id) };
}

/** Why a telling is in its incident: what it looks back to, and what spoke for and against. */
export interface WhyLink {
  readonly features: LinkFeatures;
  readonly label: string;
  readonly parent: string | null;
  readonly parentLabel: string | null;
  readonly score: number | null;
  readonly reasons: readonly LinkReason[];
}

export async function whyOfIncident(db: RecordDb, id: string): Promise<WhyLink[]> {
  const rows = await sql<{ features: LinkFeatures; parent: string | null; score: number | null }>`
    select features, parent, score from telling where incident = ${id}`.execute(db);
  const parents = await sql<{ features: LinkFeatures }>`
    select features from telling where id = any(${rows.rows.flatMap((r) => r.parent ?? [])})`.execute(db);
  const byId = new Map(parents.rows.map((r) => [r.features.id, r.features]));
  const refs = await reportRefs(db, [
    ...new Set([...rows.rows, ...parents.rows].map((r) => r.features.report)),
  ]);
  const label = (f: LinkFeatures | undefined) => (f ? (refs.get(f.report)?.label ?? f.report) : null);
  return rows.rows
    .map((r) => {
      const parent = r.parent === null ? undefined : byId.get(r.parent);
      return {
        features: r.features,
        label: label(r.features)!,
        parent: r.parent,
        parentLabel: label(parent),
        score: r.score,
        reasons: parent ? linkScore(parent, r.features).reasons : [],
      };
    })
    .sort((a, b) => (a.features.published + a.features.id < b.features.published + b.features.id ? -1 : 1));
}

export interface Diplomacy {
  readonly initiatives: readonly Initiative[];
  readonly ceasefires: readonly Ceasefire[];
  /** The reports that tell of them, by hash. */
  readonly reports: ReadonlyMap<string, ReportRef>;
  /** The day from which on steps were looked at, where there are too many for all; null: all were. */
  readonly since: string | null;
}

/** Steps beyond which only the latest of them, and those of one year at most, are looked at. */
const MANY_STEPS = 20_000;
/** Days before a period within which an initiative that reaches into it may have begun, and after it in which its life is told. */
const MARGIN_DAYS = 200;

/** Initiatives and ceasefires, from the steps of diplomacy that touch the filter's parties. */
export async function diplomacyOfRecord(db: RecordDb, filter: RecordFilter): Promise<Diplomacy> {
  const asOf = await lastPublication(db);
  const parties = filter.parties ?? filter.among ?? [];
  const since = await firstDayLookedAt(db, parties, {
    from: filter.from,
    to: filter.to ?? asOf ?? undefined,
  });
  const from = since ?? filter.from;
  const facts = await stepsAround(db, parties, {
    from: since ?? (filter.from && isoDay(dayNumber(filter.from) - MARGIN_DAYS)),
    to: filter.to && isoDay(dayNumber(filter.to) + MARGIN_DAYS),
  });
  const reports = await reportRefs(db, [...new Set(facts.map((f) => f.report))]);
  const meets = (named: readonly string[]) =>
    (filter.parties ?? []).every((p) => named.includes(p)) &&
    (!filter.among || filter.among.filter((p) => named.includes(p)).length >= 2);
  const within = (first: string | null, last: string | null) =>
    (!from || (last ?? first ?? "") >= from) && (!filter.to || (first ?? last ?? "") <= filter.to);
  return {
    initiatives: initiativesOf(facts, reports, asOf).filter(
      (i) => meets([...i.parties, ...i.thirdParty]) && within(i.from, i.to) && suits(i, filter),
    ),
    ceasefires: ceasefiresOf(facts, reports, asOf).filter(
      // a ceasefire has no act, place or verdict of its own to be picked by
      (c) =>
        !filter.acts?.length &&
        filter.place === undefined &&
        filter.verdict === undefined &&
        meets([...c.parties, ...c.brokers]) &&
        within(c.agreed?.from ?? null, c.inForceFrom?.to ?? c.agreed?.to ?? null),
    ),
    reports,
    since,
  };
}

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Conditions on the day of a step; one without a day goes by the day of its report, elsewhere. */
const stepDays = ({ from, to }: Days) => [
  ...(from ? [sql`coalesce(day_to, day_from) >= ${from}::date`] : []),
  ...(to ? [sql`coalesce(day_to, day_from) <= ${to}::date`] : []),
];

/** The day from which on steps are looked at where there are too many of these parties for all; else null. */
async function firstDayLookedAt(
  db: RecordDb,
  parties: readonly string[],
  days: Days,
): Promise<string | null> {
  const touching =
    parties.length === 0 ? sql`true` : sql`(parties || third_party) && ${[...parties]}::text[]`;
  const steps = await sql<{ n: number }>`select count(*) as n from (
    select 1 from claim where kind = 'diplomacy' and ${touching} and ${allOf(stepDays(days))} limit ${MANY_STEPS + 1}) x`.execute(
    db,
  );
  if (steps.rows[0]!.n <= MANY_STEPS || days.to === undefined) return null;
  const year = isoDay(dayNumber(days.to) - 365);
  const from = days.from && days.from > year ? days.from : year;
  const nth = await sql<{ day: string }>`
    select coalesce(day_to, day_from) as day from claim
    where kind = 'diplomacy' and ${naming(parties)} and ${allOf(stepDays({ from, to: days.to }))}
    order by coalesce(day_to, day_from) desc offset ${MANY_STEPS} limit 1`.execute(db);
  return nth.rows[0]?.day ?? from;
}

/** Steps that name one of these. Written so that the steps of a period are found by their days and not by their parties. */
const naming = (parties: readonly string[]) =>
  parties.length === 0
    ? sql`true`
    : sql`(parties && ${[...parties]}::text[] or third_party && ${[...parties]}::text[])`;

/**
 * Steps that can belong to an initiative of these parties: those that name one of them, and those of the same third parties or
 * sides, since "Pakistan welcomed the offer" names neither who offered nor the other side.
 */
async function stepsAround(db: RecordDb, parties: readonly string[], days: Days): Promise<DiplomacyFact[]> {
  const undated = sql`day_from is null and day_to is null and report in (
    select hash from report where ${allOf([
      ...(days.from ? [sql`coalesce(published_to, published_from) >= ${days.from}::date`] : []),
      ...(days.to ? [sql`coalesce(published_to, published_from) <= ${days.to}::date`] : []),
    ])})`;
  const periods = days.from || days.to ? [allOf(stepDays(days)), undated] : [sql`true`];
  const each = <T>(what: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<T>`${sql.join(
      periods.map((p) => sql`select ${what} from claim where kind = 'diplomacy' and ${p} and ${where}`),
      sql` union all `,
    )}`.execute(db);
  if (parties.length === 0) return factsOf(await each(sql`data`, sql`true`));
  const named = await each<{ party: string }>(
    sql`distinct unnest(parties || third_party) as party`,
    naming(parties),
  );
  const around = [...new Set(named.rows.map((r) => r.party))];
  return factsOf(
    await each(sql`data`, sql`parties <@ ${around}::text[] and third_party <@ ${around}::text[]`),
  );
}

const factsOf = ({ rows }: { readonly rows: readonly { readonly data: DiplomacyFact }[] }) =>
  rows.map((r) => r.data);

/** Place, verdict and kind of act: an initiative has them where one of its steps has. */
function suits(i: Initiative, filter: RecordFilter): boolean {
  const place = filter.place?.toLowerCase();
  return (
    (place === undefined || i.places.some((p) => p.toLowerCase().includes(place))) &&
    (filter.verdict === undefined || i.verdict === filter.verdict) &&
    (!filter.acts?.length || i.history.some((s) => filter.acts!.includes(s.act)))
  );
}

/** The last day on which a stored report appeared. */
async function lastPublication(db: RecordDb): Promise<string | null> {
  const rows = await sql<{
    day: string | null;
  }>`select max(coalesce(published_to, published_from)) as day from report`.execute(db);
  return rows.rows[0]?.day ?? null;
}

/** All incidents between two parties, oldest first, for the weeks of a dyad. */
export async function dyadIncidents(
  db: RecordDb,
  pair: readonly [string, string],
  filter: RecordFilter,
): Promise<{ series: DyadIncident[]; list: IncidentListing[] }> {
  const list = (
    await incidentListings(db, { ...filter, parties: [...pair], limit: filter.limit ?? 1_000_000 })
  ).reverse();
  return {
    series: list.map((i) => ({ id: i.id, kind: i.kind, from: i.from, to: i.to, acts: i.acts })),
    list,
  };
}

/** Conditions on a claim c: parties and sources, days, place, type or harm, and the verdict on its incident. */
function claimConditions(filter: RecordFilter) {
  const where = conditions({ ...filter, parties: [] }, "c");
  if (filter.parties?.length)
    where.push(sql`(c.parties || c.sources || c.third_party) @> ${[...filter.parties]}::text[]`);
  if (filter.types?.length) where.push(sql`upper(c.type) = any(${[...filter.types]})`);
  if (filter.verdict)
    where.push(sql`exists (select 1 from telling t join incident i on i.id = t.incident
      where t.id = c.telling and i.verdict = ${filter.verdict})`);
  return where;
}

/** The condition that a report r has a claim which a filter lets through. */
function reportsWith(filter: RecordFilter) {
  const where = claimConditions(filter);
  const parties = filter.parties ?? [];
  // a report names the parties of its claims: what names them all by one claim is among what names them
  const named = parties.length === 0 ? [] : [sql`r.parties @> ${[...parties]}::text[]`];
  const isNamed = where.length === 1 && parties.length === 1;
  return where.length === 0 || isNamed
    ? allOf(named)
    : allOf([...named, sql`exists (select 1 from claim c where c.report = r.hash and ${allOf(where)})`]);
}

/** Reports by publication, the latest first, with what they are copies or versions of. `within`: a further condition. */
export async function reportListings(
  db: RecordDb,
  filter: RecordFilter & { readonly hashes?: readonly string[]; readonly within?: RawBuilder<unknown> },
): Promise<ReportListing[]> {
  const where = reportConditions(filter);
  if (filter.hashes) where.push(sql`hash = any(${[...filter.hashes]})`);
  if (filter.within) where.push(filter.within);
  const { rows } = await sql<ReportListing>`
    select hash, ${labelOfRow("r")} as label, outlet, title, published_from as "from", published_to as "to", address,
      (select count(*) from claim c where c.report = r.hash and c.kind <> 'diplomacy') as claims,
      (select coalesce(jsonb_agg(jsonb_build_object('label', ${labelOfRow("o")}, 'why', k.why) order by o.hash), '[]')
        from kinship k join report o on o.hash = case when k.a = r.hash then k.b else k.a end
        where k.a = r.hash or k.b = r.hash) as kin
    from report r where ${allOf(where)} order by published_from desc nulls last, hash
    limit ${filter.limit ?? 100} offset ${filter.offset ?? 0}`.execute(db);
  return rows;
}

/** A report's label in print, told apart from others with the same by its hash. */
const labelOfRow = (table: string) => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const isShared = sql`exists (select 1 from report s where s.label = ${column("label")} and s.hash <> ${column("hash")})`;
  return sql`case when ${isShared} then ${column("label")} || '~' || left(${column("hash")}, 6) else ${column("label")} end`;
};

/** How many reports a filter lets through, its limit left aside. */
export async function countReports(db: RecordDb, filter: RecordFilter): Promise<number> {
  const rows = await sql<{ n: number }>`
    select count(*) as n from report r where ${allOf(reportConditions(filter))}`.execute(db);
  return rows.rows[0]!.n;
}

function reportConditions(filter: RecordFilter) {
  const where = [sql`true`];
  if (filter.from) where.push(sql`coalesce(published_to, published_from) >= ${filter.from}::date`);
  if (filter.to) where.push(sql`coalesce(published_from, published_to) <= ${filter.to}::date`);
  if (filter.outlet) where.push(sql`outlet = ${filter.outlet}`);
  if (filter.words) where.push(sql`search @@ websearch_to_tsquery('english', ${filter.words})`);
  if (filter.since) where.push(sql`seen_at > ${filter.since}::timestamptz`);
  where.push(reportsWith({ ...filter, from: undefined, to: undefined }));
  return where;
}

/** A document that could not be read, and why. */
export interface UnreadListing {
  readonly name: string;
  readonly original: string;
  readonly code: string;
  readonly problem: string;
  readonly seenAt: string;
}

/** Documents taken in that could not be read; they stay here until they are read again or set aside. */
export async function unreadListings(db: RecordDb): Promise<UnreadListing[]> {
  const rows = await db
    .selectFrom("sighting")
    .select(["name", "original", "problem_code", "problem", "seen_at"])
    .where("problem_code", "is not", null)
    .orderBy("seen_at")
    .orderBy("name")
    .execute();
  return rows.map((r) => ({
    name: r.name,
    original: r.original,
    code: r.problem_code!,
    problem: r.problem ?? "",
    seenAt: r.seen_at,
  }));
}

/** Of the reports that have the words, so many of the newest are ranked; their claims are searched. */
const RANKED = 200;
/** In so many of the newest reports of all, common words are looked for first: where they have enough, the others are not visited. */
const NEWEST = 1000;
/** While a search is typed, phrases are looked for in so many of the newest reports that have their words. */
const READ_FOR_PHRASE = 1000;
/** Of a text, so many characters are looked through for what is shown of it. */
const SHOWN_OF = 100_000;

/**
 * Reports and claims that have all the words (stems; "quoted phrases", or, -not), the best matches first.
 *
 * Of very many reports that have them the newest {@link RANKED} alone are ranked: ranking reads a whole text each, and words
 * that thousands of reports have want more words. Claims are those of the reports ranked, so that -not leaves out reports.
 *
 * @param options.isTyped it is still being typed: the last word may be the beginning of one, and phrases are looked for in the
 *   newest {@link READ_FOR_PHRASE} reports that have their words, so that the answer never takes long
 * @param options.ofEach of reports and of claims at most so many
 */
export async function searchRecord(
  db: RecordDb,
  words: string,
  limit: number,
  filter: RecordFilter = {},
  options: { readonly isTyped?: boolean; readonly ofEach?: number } = {},
): Promise<SearchHit[]> {
  const marks = "StartSel=«, StopSel=», MaxFragments=2, MaxWords=18, MinWords=6";
  const ofEach = options.ofEach ?? limit;
  const query = options.isTyped ? typedQuery(words) : sql`websearch_to_tsquery('english', ${words})`;
  // the index knows which words a text has and not their order: for that texts are read, the newest first, until there are enough
  const loose = /(^|\s)-/.test(words)
    ? query
    : sql`regexp_replace((${query})::text, '<(-|\\d+)>', '&', 'g')::tsquery`;
  const headline = (of: RawBuilder<unknown>) =>
    sql`ts_headline('english', left(${of}, ${SHOWN_OF}), ${query}, ${marks})`;
  // lines such as "Outlet: Gulf Example Post" on top of a text are left out unless only they have the words
  const bodyOf = sql`case when title is null then text else regexp_replace(text, '^([A-Z][A-Za-z-]{1,20}:[ \\t][^\\n]*\\s+)+', '') end`;
  // "is true" keeps the index of words out of it where each row is looked at by its key: it would be gone through once for each
  const find = sql<SearchHit & { hash: string; rank: number }>`
    with newest as materialized (
      select hash, published_from from report where published_from is not null
      order by published_from desc, hash desc limit ${NEWEST}
    ),
    recent as materialized (
      select hash from newest n
      where (select (search @@ ${query}) is true and ${reportsWith(filter)} from report r where r.hash = n.hash)
      order by published_from desc, hash limit ${RANKED}
    ),
    every as (
      select hash from report where (select count(*) from recent) < ${RANKED} and search @@ ${loose}
      order by published_from desc nulls last, hash limit ${options.isTyped ? READ_FOR_PHRASE : null}
    ),
    ranked as materialized (
      select hash from recent where (select count(*) from recent) = ${RANKED} union all
      (select hash from every e where (select search @@ ${query} and ${reportsWith(filter)} from report r where r.hash = e.hash)
      limit ${RANKED})
    ),
    reports as (
      select 'report' as kind, hash, null as claim, published_from as "from", ts_rank(search, ${query}) as rank
      from report r where hash in (select hash from ranked) order by rank desc, hash limit ${ofEach}
    ),
    claims as (
      select 'claim' as kind, c.report as hash, c.id as claim, c.telling, c.day_from as "from", ts_rank(c.search, ${query}) as rank
      from claim c where c.report in (select hash from ranked) and (c.search @@ ${query}) is true and c.kind <> 'diplomacy'
        and ${allOf(claimConditions(filter))} order by rank desc, c.id limit ${ofEach}
    ),
    hits as materialized (
      select * from (
        select kind, hash, claim, null as telling, "from", rank from reports union all
        select kind, hash, claim, telling, "from", rank from claims
      ) both_kinds order by rank desc, kind, hash, claim limit ${limit}
    )
    select h.kind, h.hash, h.claim, h."from", h.rank, (select incident from telling t where t.id = h.telling) as incident,
      case when h.kind = 'claim' then (select ${headline(sql`quote`)} from claim c where c.id = h.claim and c.kind <> 'diplomacy')
        else (select case when body like '%«%' then body else ${headline(sql`text`)} end
          from (select text, ${headline(bodyOf)} as body from report r where r.hash = h.hash) r) end as excerpt
    from hits h order by rank desc, kind, hash, claim`;
  const inTransaction = <T>(work: (tx: RecordDb) => Promise<T>) =>
    db.isTransaction ? work(db) : db.transaction().execute(work);
  const hits = await inTransaction(async (tx) => {
    // a plan without the index seems cheap: what unpacking the words of each text costs is not reckoned with
    await sql`set local enable_seqscan = off`.execute(tx);
    return await find.execute(tx);
  });
  const refs = await reportRefs(db, [...new Set(hits.rows.map((h) => h.hash))]);
  return hits.rows.map(({ hash, rank: _, ...hit }) => ({
    ...hit,
    report: hash,
    label: refs.get(hash)!.label,
  }));
}

/** Letters from which on the last word of a search that is being typed is taken for the beginning of one. */
const BEGINNING = 3;

function typedQuery(words: string) {
  const [, before, last] = /^(|.*[^\p{L}\p{N}"-])([\p{L}\p{N}]+)$/su.exec(words) ?? [];
  const isWhole = (before?.split('"').length ?? 0) % 2 === 0 || /\bor\s*$/i.test(before ?? "");
  if (last === undefined || last.length < BEGINNING || isWhole)
    return sql`websearch_to_tsquery('english', ${words})`;
  return sql`(websearch_to_tsquery('english', ${before}) && to_tsquery('english', ${`${last}:*`}))`;
}

/** Pages of the table of incidents that are gone over at a time: what goes over all of them lets others in between. */
const SLICE = 500;

/**
 * Rows of a query over all incidents, made slice by slice as they lie on the disk. A row that is written meanwhile can be missed
 * or met twice: who counts while the record grows counts again when it has grown.
 */
async function inSlices<T>(db: RecordDb, query: (slice: RawBuilder<unknown>) => RawBuilder<T>): Promise<T[]> {
  const size = await sql<{ pages: number }>`select pg_relation_size('incident') / 8192 as pages`.execute(db);
  const { pages } = size.rows[0]!;
  const all: T[] = [];
  for (let page = 0; page === 0 || page < pages; page += SLICE) {
    const isLast = page + SLICE >= pages;
    const slice = sql`ctid >= ${`(${page},0)`}::tid ${isLast ? sql`` : sql`and ctid < ${`(${page + SLICE},0)`}::tid`}`;
    for (const row of (await query(slice).execute(db)).rows) all.push(row);
  }
  return all;
}

/** Codes of the parties of all incidents, those in most of them first. */
export async function partyCounts(db: RecordDb): Promise<{ code: string; incidents: number }[]> {
  const rows = await inSlices(
    db,
    (slice) => sql<{ code: string; incidents: number }>`
      select code, count(*) as incidents from incident, unnest(parties) as code where ${slice} group by code`,
  );
  const counts = new Map<string, number>();
  for (const { code, incidents } of rows) counts.set(code, (counts.get(code) ?? 0) + incidents);
  return [...counts]
    .map(([code, incidents]) => ({ code, incidents }))
    .sort((a, b) => b.incidents - a.incidents || (a.code < b.code ? -1 : 1));
}

interface PlaceCount {
  readonly name: string;
  readonly country: string | null;
  readonly incidents: number;
}

/** Places of incidents as they are named, those with most of them first. */
export async function placesOfRecord(db: RecordDb): Promise<PlaceCount[]> {
  const rows = await inSlices(
    db,
    (slice) => sql<PlaceCount>`
      select place as name, country, count(*) as incidents from incident where place is not null and ${slice}
      group by place, country`,
  );
  const counts = new Map<string, PlaceCount>();
  for (const row of rows) {
    const key = JSON.stringify([row.name, row.country]);
    counts.set(key, { ...row, incidents: row.incidents + (counts.get(key)?.incidents ?? 0) });
  }
  const key = (p: PlaceCount) => `${p.name}\0${p.country ?? "\uffff"}`;
  return [...counts.values()].sort((a, b) => b.incidents - a.incidents || (key(a) < key(b) ? -1 : 1));
}

/** Violent incidents with a day and two parties or more, in no order, for proposals of conflicts. */
export const violentIncidents = (db: RecordDb): Promise<ViolentIncident[]> =>
  inSlices(
    db,
    (slice) => sql<ViolentIncident>`
      select parties, coalesce(day_from, day_to) as day from incident
      where kind = 'violence' and cardinality(parties) >= 2 and coalesce(day_from, day_to) is not null and ${slice}`,
  );

/** A report with its text, and the other versions of its article. */
export interface ReportWithVersions {
  readonly report: ReportListing & { readonly text: string };
  readonly versions: readonly {
    readonly hash: string;
    readonly label: string;
    readonly published: ReportRef["published"];
    readonly text: string;
    readonly isEarlier: boolean;
    readonly differences: readonly Difference[];
  }[];
}

interface VersionRow {
  readonly hash: string;
  readonly label: string;
  readonly text: string;
  readonly seenAt: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: ReportRef["published"]["basis"];
}

/** The hash of the report that a label or the first digits of a hash name; null for none or several. */
export async function reportNamed(db: RecordDb, name: string): Promise<string | null> {
  if (/^[0-9a-f]{32}$/.test(name)) return name;
  const [label = name, digits = ""] = name.split("~");
  const { rows } = await sql<{ hash: string }>`select hash from report
    where (label = ${label} and hash like ${`${digits.replace(/[^0-9a-f]/g, "")}%`})
      or (${/^[0-9a-f]{6,32}$/.test(name)} and hash like ${`${name.replace(/[^0-9a-f]/g, "-")}%`}) limit 2`.execute(
    db,
  );
  return rows.length === 1 ? rows[0]!.hash : null;
}

/** The report that a label or the first digits of a hash name; null for none or several. */
export async function reportWithVersions(db: RecordDb, name: string): Promise<ReportWithVersions | null> {
  const hash = await reportNamed(db, name);
  if (hash === null) return null;
  const [[report], texts] = await Promise.all([
    reportListings(db, { hashes: [hash] }),
    sql<VersionRow>`
      select hash, ${labelOfRow("r")} as label, text, seen_at as "seenAt", published_from as "from", published_to as "to",
        published_basis as basis from report r where hash = any(array(
          select case when a = ${hash} then b else a end from kinship
          where (a = ${hash} or b = ${hash}) and why = 'revision') || ${hash}::text)`.execute(db),
  ]);
  if (!report) return null;
  const versions = texts.rows
    .map(({ from, to, basis, ...t }) => ({ ...t, published: { from, to, basis } }))
    .sort(revisionOrder);
  const own = versions.findIndex((v) => v.hash === hash);
  const { text } = versions[own]!;
  return {
    report: { ...report, text },
    versions: versions.flatMap((v, k) =>
      k === own
        ? []
        : [
            {
              hash: v.hash,
              label: v.label,
              published: v.published,
              text: v.text,
              isEarlier: k < own,
              differences: k < own ? differencesOf(v.text, text) : differencesOf(text, v.text),
            },
          ],
    ),
  };
}
