import { sql, type Transaction } from "kysely";
import type { CodedReport } from "../coding/coded-report.js";
import { doubtedOf, doubtOf } from "../record/doubt.js";
import { bestAntecedent, incidentsOfTrees, type LinkNode } from "../record/forest.js";
import {
  featuresOf,
  keysOf,
  type LinkFeatures,
  lookupKeys,
  precedes,
  scoreAbove,
} from "../record/linking.js";
import { type BandRow, isNearDuplicate } from "../record/near-duplicates.js";
import { publicationDay } from "../record/record.js";
import { type ReportRecord, recordOfReport } from "../record/report-record.js";
import { canonicalAddress } from "../record/revisions.js";
import { linkRulings, type Ruling } from "../record/rulings.js";
import { bodyOf } from "../sources/body.js";
import type { Report } from "../sources/report.js";
import type { Database } from "./database.js";
import { refreshIncidents } from "./incident-rows.js";
import { keepStatistics } from "./statistics.js";
import type { TellingData } from "./telling-data.js";

/** The document that a report's record was read from, where several had the same text: the first by these. */
export interface ReadFrom {
  readonly published: string | null;
  readonly name: string;
  readonly original: string;
  readonly mediaType: string | null;
}

/** A report to be recorded. `coded` null: its claims are taken from the store and gathered anew, for a ruling on them. */
export interface ReportToRecord {
  readonly hash: string;
  readonly coded: CodedReport;
  readonly from: ReadFrom;
  readonly seenAt: string;
  readonly signature: Uint32Array;
  readonly bands: readonly BandRow[];
}

type Db = Transaction<Database>;

/** Reports, and all that can be made of them before the transaction, in which nobody else is answered. */
export interface PreparedReports {
  readonly reports: readonly PreparedReport[];
  readonly claims: ClaimRows;
  /** Of their signatures, as JSON. */
  readonly bands: string;
  readonly standing: readonly Ruling[];
}

interface PreparedReport {
  readonly hash: string;
  readonly row: ReturnType<typeof rowOf>;
  readonly body: string;
}

/** @param standing the rulings that are applied to their claims */
export function prepareReports(
  reports: readonly ReportToRecord[],
  standing: readonly Ruling[],
): PreparedReports {
  const unique = [...new Map(reports.map((r) => [r.hash, r])).values()];
  return {
    reports: unique.map((r) => ({ hash: r.hash, row: rowOf(r), body: bodyOf(r.coded.report) })),
    claims: claimRows(unique.map((r) => ({ report: r, record: recordOfReport(r.coded, r.hash, standing) }))),
    bands: json(
      unique.flatMap((r) => r.bands.map((b) => ({ band: b.band, value: b.value, report: r.hash }))),
    ),
    standing,
  };
}

/**
 * Puts reports into the record: their claims and tellings, copies found, tellings linked, incidents brought up to date. Within
 * one transaction; what is there of the same reports is replaced. The outcome depends on the set of reports in the store, not
 * on the order or the batches in which they came.
 */
export async function recordReports(
  db: Db,
  reports: readonly ReportToRecord[],
  standing: readonly Ruling[],
): Promise<void> {
  await recordPrepared(db, prepareReports(reports, standing));
}

/** Does what `recordReports` does with reports that were prepared before. */
export async function recordPrepared(
  db: Db,
  { reports, claims, bands, standing }: PreparedReports,
): Promise<void> {
  if (reports.length === 0) return;
  const known = await hashesOf(
    db,
    reports.map((r) => r.hash),
  );
  const removed = await removeTellings(db, [...known]);
  const fresh = reports.filter((r) => !known.has(r.hash));
  if (fresh.length > 0)
    await db
      .insertInto("report")
      .values(fresh.map((r) => r.row))
      .execute();
  for (const { hash, row } of reports.filter((r) => known.has(r.hash))) {
    const { hash: _, origin: __, ...rest } = row;
    await db.updateTable("report").set(rest).where("hash", "=", hash).execute();
  }
  const touched = await findKin(db, reports, bands);
  await insertClaims(db, claims);
  await relink(db, { added: claims.added, removed, standing, touched });
  await keepStatistics(db);
}

/** Gathers the claims of stored reports anew, under other rulings; nothing is read again. */
export async function regatherReports(
  db: Db,
  hashes: readonly string[],
  standing: readonly Ruling[],
): Promise<void> {
  for (let k = 0; k < hashes.length; k += 50) {
    const rows = await db
      .selectFrom("report")
      .select(["hash", "text", "coded", "published_from", "published_to"])
      .where("hash", "in", hashes.slice(k, k + 50))
      .execute();
    const removed = await removeTellings(
      db,
      rows.map((r) => r.hash),
    );
    const records = rows.map((row) => {
      const coded = codedOf(row);
      return { report: { hash: row.hash, coded }, record: recordOfReport(coded, row.hash, standing) };
    });
    const claims = claimRows(records);
    await insertClaims(db, claims);
    await relink(db, { added: claims.added, removed, standing, touched: [] });
  }
}

/** A stored report's record, with its text back in place. */
export function codedOf(row: { readonly text: string; readonly coded: unknown }): CodedReport {
  const coded = row.coded as CodedReport;
  return { ...coded, report: { ...coded.report, text: row.text } };
}

async function hashesOf(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom("report").select("hash").where("hash", "in", hashes).execute();
  return new Set(rows.map((r) => r.hash));
}

/** The name without folders and extension: what a document is called in print. */
export const labelOf = (name: string): string => {
  const base = name.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
  return base === "" || base === "-" ? "stdin" : base;
};

function rowOf(r: ReportToRecord) {
  const { report } = r.coded;
  const { text: _, ...rest } = report;
  return {
    hash: r.hash,
    label: labelOf(r.from.name),
    outlet: report.outlet,
    title: report.title,
    author: report.author,
    address: report.address === null ? null : (canonicalAddress(report.address) ?? report.address),
    language: report.language,
    published_from: report.published.from,
    published_to: report.published.to,
    published_basis: report.published.basis,
    seen_at: r.seenAt,
    hints: JSON.stringify(r.from),
    origin: r.hash,
    text: report.text.replaceAll("\0", "\ufffd"),
    coded: JSON.stringify({ ...r.coded, report: { ...rest, id: r.hash } }).replaceAll("\\u0000", "\\ufffd"),
    version: Object.values(r.coded.version).join(" "),
    signature: Buffer.from(r.signature.buffer, r.signature.byteOffset, r.signature.byteLength),
  };
}

// ---- copies and revisions

/**
 * Finds what the reports are copies or revisions of, and names each group by the smallest hash in it.
 *
 * @returns reports whose group has another name now, whose incidents count their origins anew
 */
async function findKin(db: Db, reports: readonly PreparedReport[], bands: string): Promise<string[]> {
  const pairs = new Map<string, { a: string; b: string; why: string }>();
  const put = (x: string, y: string, why: string) => {
    if (x === y) return;
    const [a, b] = x < y ? [x, y] : [y, x];
    if (!pairs.has(`${a}|${b}`) || why === "revision") pairs.set(`${a}|${b}`, { a, b, why });
  };
  const hashes = reports.map((r) => r.hash);
  // what goes in with the looking up is not seen by it: the bands of these are held against each other too
  const near = await sql<{ report: string; other: string }>`
    with x as materialized (
      select * from jsonb_to_recordset(${bands}::jsonb) as x(band smallint, value bigint, report text)
    ), entered as (
      insert into signature_band select * from x on conflict do nothing
    )
    select x.report, y.report as other from x
    join signature_band y on y.band = x.band and y.value = x.value and y.report <> x.report
    union
    select x.report, y.report as other from x
    join x y on y.band = x.band and y.value = x.value and y.report <> x.report`.execute(db);
  const bodies = new Map(reports.map((r) => [r.hash, r.body]));
  const missing = [...new Set(near.rows.map((n) => n.other))].filter((h) => !bodies.has(h));
  for (const row of await passagesOf(db, missing)) bodies.set(row.hash, bodyOf(row));
  for (const { report, other } of near.rows) {
    const [a, b] = report < other ? [report, other] : [other, report];
    if (pairs.has(`${a}|${b}`)) continue;
    if (isNearDuplicate(bodies.get(a)!, bodies.get(b)!).duplicate) put(a, b, "copy");
  }
  const addresses = reports.flatMap((r) => r.row.address ?? []);
  if (addresses.length > 0) {
    const same = await sql<{ a: string; b: string }>`
      select x.hash as a, y.hash as b from report x join report y on y.address = x.address and y.hash <> x.hash
      where x.hash = any(${hashes}) and x.address = any(${addresses})`.execute(db);
    for (const { a, b } of same.rows) put(a, b, "revision");
  }
  if (pairs.size === 0) return [];
  await sql`insert into kinship select * from jsonb_to_recordset(${JSON.stringify([...pairs.values()])}::jsonb)
    as x(a text, b text, why text) on conflict (a, b) do update set why = excluded.why`.execute(db);
  return nameOrigins(db, [...pairs.values()]);
}

/** Groups that new pairs join take the smallest hash among them as their name. */
async function nameOrigins(db: Db, pairs: readonly { a: string; b: string }[]): Promise<string[]> {
  const named = await db
    .selectFrom("report")
    .select(["hash", "origin"])
    .where("hash", "in", [...new Set(pairs.flatMap((p) => [p.a, p.b]))])
    .execute();
  const origin = new Map(named.map((r) => [r.hash, r.origin]));
  const into = new Map<string, string>();
  const find = (x: string): string => {
    let at = x;
    for (let up = into.get(at); up !== undefined; up = into.get(at)) at = up;
    return at;
  };
  for (const { a, b } of pairs) {
    const [x, y] = [find(origin.get(a)!), find(origin.get(b)!)];
    if (x !== y) into.set(x < y ? y : x, x < y ? x : y);
  }
  const moved: string[] = [];
  for (const from of into.keys()) {
    const rows = await db
      .updateTable("report")
      .set({ origin: find(from) })
      .where("origin", "=", from)
      .returning("hash")
      .execute();
    moved.push(...rows.map((r) => r.hash));
  }
  return moved;
}

async function passagesOf(db: Db, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  const { rows } = await sql<Pick<Report, "text" | "passages"> & { hash: string }>`
    select hash, text, coded #> '{report,passages}' as passages from report where hash = any(${hashes})`.execute(
    db,
  );
  return rows;
}

// ---- claims and tellings

interface Removed {
  /** Tellings that looked back to what is gone, and incidents that it was in. */
  readonly orphans: readonly string[];
  readonly incidents: readonly string[];
}

async function removeTellings(db: Db, hashes: readonly string[]): Promise<Removed> {
  if (hashes.length === 0) return { orphans: [], incidents: [] };
  const gone = await db
    .selectFrom("telling")
    .select(["id", "incident"])
    .where("report", "in", hashes)
    .execute();
  const ids = gone.map((t) => t.id);
  await db.deleteFrom("claim").where("report", "in", hashes).execute();
  if (ids.length === 0) return { orphans: [], incidents: [] };
  const children = await db
    .selectFrom("telling")
    .select("id")
    .where("parent", "in", ids)
    .where("report", "not in", hashes)
    .execute();
  await db.deleteFrom("telling_key").where("telling", "in", ids).execute();
  await db.deleteFrom("telling").where("id", "in", ids).execute();
  return {
    orphans: children.map((c) => c.id),
    incidents: [...new Set(gone.map((t) => t.incident))],
  };
}

interface ClaimRows {
  readonly reports: readonly string[];
  /** Rows as JSON. */
  readonly claims: string;
  readonly tellings: string;
  readonly keys: string;
  readonly added: readonly LinkFeatures[];
}

function claimRows(
  records: readonly { report: { hash: string; coded: CodedReport }; record: ReportRecord }[],
): ClaimRows {
  const claims: object[] = [];
  const tellings: object[] = [];
  const keys: object[] = [];
  const added: LinkFeatures[] = [];
  for (const { report, record } of records) {
    const { coded } = report;
    const tellingOf = new Map<string, string>();
    for (const t of record.tellings) for (const c of [...t.events, ...t.tolls]) tellingOf.set(c.id, t.id);
    const sided = new Map(record.tellings.flatMap((t) => t.tolls.map((x) => [x.id, x])));
    for (const e of record.facts.events)
      claims.push(
        claimRow(report.hash, "event", e, {
          doubt: tellingOf.has(e.id) ? doubtIn(coded, e) : 0,
          type: e.type,
          mode: e.mode,
          status: e.status,
          parties: [...new Set([...e.actor, ...e.recipient])],
          third_party: e.broker,
          telling: tellingOf.get(e.id) ?? null,
        }),
      );
    for (const read of record.facts.tolls) {
      const t = sided.get(read.id) ?? read;
      claims.push(
        claimRow(report.hash, "toll", t, {
          doubt: doubtIn(coded, t),
          type: t.harm,
          parties: [...new Set([t.party, t.perpetrator].filter((p) => p !== null))],
          telling: tellingOf.get(t.id) ?? null,
        }),
      );
    }
    for (const d of record.diplomacy)
      claims.push(
        claimRow(report.hash, "diplomacy", d, {
          // a step that an event tells is doubted with the event
          doubt: d.id[33] === "i" ? doubtIn(coded, d) : 0,
          type: d.act,
          parties: d.parties,
          third_party: d.thirdParty,
        }),
      );
    const published = publicationDay(report.coded.report);
    for (const t of record.tellings) {
      const features = featuresOf(t, published);
      added.push(features);
      const data: TellingData = { ...t, events: t.events.map((e) => e.id), tolls: t.tolls.map((x) => x.id) };
      tellings.push({ id: t.id, report: t.report, kind: t.kind, features, data, incident: t.id });
      for (const key of keysOf(features)) keys.push({ key, telling: t.id });
    }
  }
  return {
    reports: records.map((r) => r.report.hash),
    claims: json(claims),
    tellings: json(tellings),
    keys: json(keys),
    added,
  };
}

async function insertClaims(db: Db, { reports, claims, tellings, keys }: ClaimRows): Promise<void> {
  await sql`
    with x as materialized (
      select * from jsonb_to_recordset(${claims}::jsonb) as x(id text, report text, kind text, start_offset int,
        end_offset int, quote text, type text, mode text, stance text, status text, parties text[], third_party text[],
        sources text[], day_from date, day_to date, place text, ruling text, telling text, doubt real, data jsonb)
    ), claims as (
      insert into claim (id, report, kind, start_offset, end_offset, quote, type, mode, stance, status, parties,
        third_party, sources, day_from, day_to, place, ruling, telling, doubt, data)
      select id, report, kind, start_offset, end_offset, quote, type, mode, stance, status, parties,
        third_party, sources, day_from, day_to, place, ruling, telling, doubt, data from x
    ), tellings as (
      insert into telling (id, report, kind, features, data, incident)
      select * from jsonb_to_recordset(${tellings}::jsonb)
        as t(id text, report text, kind text, features jsonb, data jsonb, incident text)
    ), keys as (
      insert into telling_key select * from jsonb_to_recordset(${keys}::jsonb) as k(key text, telling text)
      on conflict do nothing
    )
    update report r set parties = array(
      select distinct party from x, unnest(x.parties || x.sources || x.third_party) as party
      where x.report = r.hash order by party)
    where hash = any(${[...reports]})`.execute(db);
}

function doubtIn(coded: CodedReport, fact: Parameters<typeof doubtedOf>[0]): number {
  const doubted = doubtedOf(fact, coded);
  return doubted ? doubtOf(doubted).weight : 0;
}

/** JSON for the database, which takes no NUL. */
const json = (value: unknown) => JSON.stringify(value).replaceAll("\\u0000", "\\ufffd");

function claimRow(
  report: string,
  kind: "event" | "toll" | "diplomacy",
  fact:
    | ReportRecord["facts"]["events"][number]
    | ReportRecord["facts"]["tolls"][number]
    | ReportRecord["diplomacy"][number],
  more: {
    doubt: number;
    type: string;
    mode?: string | null;
    status?: string | null;
    parties: readonly string[];
    third_party?: readonly string[];
    telling?: string | null;
  },
) {
  return {
    id: fact.id,
    report,
    kind,
    start_offset: fact.start,
    end_offset: fact.end,
    quote: fact.quote,
    mode: null,
    status: null,
    third_party: [],
    telling: null,
    ...more,
    stance: fact.stance,
    sources: fact.sources,
    day_from: fact.date.from,
    day_to: fact.date.to,
    place: fact.place?.name ?? null,
    ruling: fact.ruling,
    data: fact,
  };
}

// ---- links

/** What has changed, for the links that may change with it. */
interface Change {
  readonly added: readonly LinkFeatures[];
  readonly removed: Removed;
  readonly standing: readonly Ruling[];
  /** Reports whose origin has another name. */
  readonly touched: readonly string[];
}

/**
 * Brings links and incidents up to date: each new telling looks back to its best antecedent; later ones look back to a new
 * one where it suits them better; those that looked back to what is gone look again. Only the trees that these are in are
 * laid anew, so that the work for a report does not grow with the store.
 */
async function relink(db: Db, { added, removed, standing, touched }: Change): Promise<void> {
  const orphans = await featuresOfTellings(db, removed.orphans);
  const looking = [...added, ...orphans];
  const candidates = await candidatesFor(db, looking);
  const parents = new Map<string, { parent: string | null; score: number | null }>();
  for (const f of looking) {
    const found = bestAntecedent(f, candidates.around(f));
    parents.set(f.id, { parent: found?.parent.id ?? null, score: found?.score ?? null });
  }
  const current = await linksOf(
    db,
    [...candidates.all.keys()].filter((id) => !parents.has(id)),
  );
  const holders = new Map(candidates.all);
  const unseen = [...current.values()].flatMap(({ parent }) =>
    parent && !holders.has(parent) ? [parent] : [],
  );
  for (const f of await featuresOfTellings(db, [...new Set(unseen)])) holders.set(f.id, f);
  const isLooking = new Set(looking.map((f) => f.id));
  for (const f of added) {
    for (const later of candidates.around(f)) {
      if (isLooking.has(later.id) || !precedes(f, later)) continue;
      const now = parents.get(later.id) ?? current.get(later.id)!;
      const score = scoreAbove(f, later);
      if (score === null) continue;
      const holder = now.parent === null ? null : (holders.get(now.parent) ?? null);
      const better =
        now.score === null ||
        score > now.score ||
        (score === now.score && holder !== null && precedes(f, holder));
      if (better) parents.set(later.id, { parent: f.id, score });
    }
  }
  await sql`update telling t set parent = x.parent, score = x.score
    from jsonb_to_recordset(${json([...parents].map(([id, p]) => ({ id, ...p })))}::jsonb) as x(id text, parent text, score real)
    where t.id = x.id`.execute(db);
  const reparented = [...parents]
    .filter(([id, p]) => isLooking.has(id) || p.parent !== current.get(id)?.parent)
    .map(([id]) => id);
  await layIncidents(db, {
    tellings: [...reparented, ...reparented.flatMap((id) => parents.get(id)!.parent ?? [])],
    incidents: removed.incidents,
    standing,
    touched,
    fresh: new Set(added.map((f) => f.id)),
  });
}

interface Candidates {
  readonly all: ReadonlyMap<string, LinkFeatures>;
  readonly around: (f: LinkFeatures) => LinkFeatures[];
}

/** Tellings that share a key with those that look back, or forward to them. */
async function candidatesFor(db: Db, looking: readonly LinkFeatures[]): Promise<Candidates> {
  const keys = [...new Set(looking.flatMap(lookupKeys))];
  const byKey = new Map<string, string[]>();
  if (keys.length > 0) {
    const rows = await sql<{ key: string; telling: string }>`
      select key, telling from telling_key where key = any(${keys})`.execute(db);
    for (const { key, telling } of rows.rows) {
      const list = byKey.get(key);
      if (list) list.push(telling);
      else byKey.set(key, [telling]);
    }
  }
  const all = new Map(looking.map((f) => [f.id, f]));
  const missing = [...new Set([...byKey.values()].flat())].filter((id) => !all.has(id));
  for (const f of await featuresOfTellings(db, missing)) all.set(f.id, f);
  return {
    all,
    around: (f) => [...new Set(lookupKeys(f).flatMap((k) => byKey.get(k) ?? []))].map((id) => all.get(id)!),
  };
}

async function featuresOfTellings(db: Db, ids: readonly string[]): Promise<LinkFeatures[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{
    features: LinkFeatures;
  }>`select features from telling where id = any(${ids})`.execute(db);
  return rows.rows.map((r) => r.features);
}

async function linksOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { parent: string | null; score: number | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; parent: string | null; score: number | null }>`
    select id, parent, score from telling where id = any(${ids})`.execute(db);
  return new Map(rows.rows.map((r) => [r.id, { parent: r.parent, score: r.score }]));
}

interface IncidentChange {
  /** Tellings that are new or look back to another, and those that they look back to. */
  readonly tellings: readonly string[];
  /** Incidents that lost tellings. */
  readonly incidents: readonly string[];
  readonly standing: readonly Ruling[];
  readonly touched: readonly string[];
  /** Tellings that are new, whose incidents change even where their membership by id does not. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * Lays the incidents of changed tellings anew. An incident depends on its own tellings and on whether the first of them would
 * join the incident that it looks back to; so from the changed ones the work spreads to those that look back into them, and
 * further only where something came out otherwise. The cost follows from the change, not from how long a war goes on.
 */
async function layIncidents(db: Db, change: IncidentChange): Promise<void> {
  const rulings = linkRulings(change.standing);
  const open = new Set(change.incidents);
  for (const { incident } of await incidentsOfTellings(db, change.tellings)) open.add(incident);
  let rows: LinkRow[] = [];
  let laid = new Map<string, string>();
  for (;;) {
    rows = await rowsAround(db, [...open]);
    const present = new Map(rows.map((r) => [r.id, r]));
    // what a person joined, or set apart together, is laid together
    const joined = [...rulings.merged, ...rulings.detached]
      .filter((group) => group.some((id) => present.has(id)))
      .flatMap((group) => group.filter((id) => !present.has(id)));
    const before = open.size;
    for (const { incident } of await incidentsOfTellings(db, joined)) open.add(incident);
    if (open.size > before) continue;
    laid = incidentsOfTrees(
      // the first of an incident whose own is unchanged stays first: what it looks back to lies outside
      rows.map((r): LinkNode => ({ features: r.features, parent: r.parent, score: r.score })),
      rulings,
    );
    for (const r of rows) if (!open.has(r.incident) && laid.get(r.id) !== r.incident) open.add(r.incident);
    if (open.size === before) break;
  }
  const inside = rows.filter((r) => open.has(r.incident));
  const changed = inside.flatMap((r) =>
    laid.get(r.id) === r.incident ? [] : [{ id: r.id, incident: laid.get(r.id)! }],
  );
  if (changed.length > 0)
    await sql`update telling t set incident = x.incident
      from jsonb_to_recordset(${json(changed)}::jsonb) as x(id text, incident text) where t.id = x.id`.execute(
      db,
    );
  const dirty = new Set(change.incidents);
  for (const r of inside)
    if (laid.get(r.id) !== r.incident || change.fresh.has(r.id)) dirty.add(r.incident).add(laid.get(r.id)!);
  if (change.touched.length > 0) {
    const of = await sql<{
      incident: string;
    }>`select distinct incident from telling where report = any(${[...change.touched]})`.execute(db);
    for (const { incident } of of.rows) dirty.add(incident);
  }
  await refreshIncidents(db, [...dirty]);
}

interface LinkRow {
  readonly id: string;
  readonly features: LinkFeatures;
  readonly parent: string | null;
  readonly score: number | null;
  readonly incident: string;
}

async function incidentsOfTellings(db: Db, ids: readonly string[]): Promise<{ incident: string }[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{
    incident: string;
  }>`select distinct incident from telling where id = any(${[...new Set(ids)]})`.execute(db);
  return rows.rows;
}

/** The tellings of these incidents, and those of other incidents that look back into them. */
async function rowsAround(db: Db, incidents: readonly string[]): Promise<LinkRow[]> {
  if (incidents.length === 0) return [];
  const own = await sql<LinkRow>`
    select id, features, parent, score, incident from telling where incident = any(${[...incidents]})`.execute(
    db,
  );
  const ids = own.rows.map((r) => r.id);
  const looking = await sql<LinkRow>`
    select id, features, parent, score, incident from telling
    where parent = any(${ids}) and incident <> all(${[...incidents]})`.execute(db);
  return [...own.rows, ...looking.rows];
}

/** Lays the incidents that rulings on links speak of anew, for a ruling made or undone. */
export async function relayRuled(
  db: Db,
  tellings: readonly string[],
  standing: readonly Ruling[],
): Promise<void> {
  // a telling that was set apart may go back to where it looks
  const rows = await sql<{ incident: string; parent: string | null }>`
    select incident, parent from telling where id = any(${[...tellings]})`.execute(db);
  await layIncidents(db, {
    tellings: [...tellings, ...rows.rows.flatMap((r) => r.parent ?? [])],
    incidents: rows.rows.map((r) => r.incident),
    standing,
    touched: [],
    fresh: new Set(),
  });
}
