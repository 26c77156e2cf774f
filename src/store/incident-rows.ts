import { type RawBuilder, sql } from "kysely";
import type { Incident, ReportRef } from "../record/incident.js";
import { incidentOf } from "../record/incidents.js";
import { rollup } from "../record/rollups.js";
import type { EventFact, Telling, TollFact } from "../record/telling.js";
import { contestedClaims, incidentVoices } from "../record/voices.js";
import type { RecordDb } from "./database-handle.js";
import type { TellingData } from "./telling-data.js";

/** What an incident's row keeps for lists; the rest is made from its tellings when it is opened. */
export interface IncidentSummary {
  readonly modes: readonly string[];
  readonly acts: readonly string[];
  readonly cells: readonly {
    readonly harm: string;
    readonly party: string | null;
    readonly kind: string;
    readonly verdict: string;
    readonly best: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly open: boolean;
  }[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string | null;
  readonly initiator: string | null;
}

/** Makes the rows of these incidents anew from their tellings; those that have none any more go. */
export async function refreshIncidents(db: RecordDb, ids: readonly string[]): Promise<void> {
  for (let k = 0; k < ids.length; k += 200) {
    const part = ids.slice(k, k + 200);
    const incidents = await loadIncidents(db, part);
    await db.deleteFrom("incident").where("id", "in", part).execute();
    await db.deleteFrom("incident_voices").where("incident", "in", part).execute();
    if (incidents.length === 0) continue;
    await db.insertInto("incident").values(incidents.map(incidentRow)).execute();
    await db.insertInto("incident_voices").values(incidents.map(voicesRow)).execute();
  }
}

function incidentRow(i: Incident) {
  const cells = i.tolls.map((cell) => {
    const { best, low, high, open } = rollup(cell, "ucdp", i.parties);
    return {
      harm: cell.harm,
      party: cell.party,
      kind: cell.kind,
      verdict: cell.verdict,
      best,
      low,
      high,
      open,
    };
  });
  // of one happening: a count that runs over a war is none
  const killed = i.tellings.some((t) => t.isRunning)
    ? []
    : cells.filter((c) => c.harm === "killed" && c.low !== null);
  const summary: IncidentSummary = {
    modes: i.modes,
    acts: [
      ...new Set(i.tellings.flatMap((t) => t.events.map((e) => (e.mode ? `${e.type}/${e.mode}` : e.type)))),
    ].sort(),
    cells,
    latitude: i.place?.latitude ?? null,
    longitude: i.place?.longitude ?? null,
    precision: i.place?.precision ?? null,
    initiator: i.initiator.answers[0]?.value ?? null,
  };
  return {
    id: i.id,
    kind: i.kind,
    day_from: i.date.from,
    day_to: i.date.to,
    place: i.place?.name ?? null,
    country: i.place?.country ?? null,
    parties: [...i.parties],
    types: [...i.types],
    verdict: i.verdict,
    reports: i.reports.length,
    origins: i.origins,
    killed_low: killed.length === 0 ? null : Math.max(...killed.map((c) => c.low!)),
    killed_high: killed.length === 0 ? null : Math.max(...killed.map((c) => c.high ?? c.low!)),
    summary: JSON.stringify(summary),
  };
}

function voicesRow(i: Incident) {
  return {
    incident: i.id,
    day: i.date.from ?? i.date.to,
    parties: [...i.parties],
    voices: JSON.stringify(incidentVoices(i)),
    contested: contestedClaims(i),
  };
}

/** Incidents whole, with their tellings, in the order of the ids; ids of no incident are passed over. */
export async function loadIncidents(db: RecordDb, ids: readonly string[]): Promise<Incident[]> {
  if (ids.length === 0) return [];
  const found = await tellingsWhere(db, sql`incident = any(${[...ids]})`);
  const refs = await reportRefs(db, [...new Set(found.map((f) => f.telling.report))]);
  const groups = new Map<string, Telling[]>();
  for (const { incident, telling } of found) {
    const list = groups.get(incident);
    if (list) list.push(telling);
    else groups.set(incident, [telling]);
  }
  return ids.flatMap((id) => {
    const list = groups.get(id);
    return list ? [incidentOf(id, list, refs)] : [];
  });
}

/**
 * Tellings with the facts of their claims. One statement: between two a ruling could take away a claim that the first has named.
 *
 * @param where of the table `telling`
 */
export async function tellingsWhere(
  db: RecordDb,
  where: RawBuilder<unknown>,
): Promise<{ readonly incident: string; readonly telling: Telling }[]> {
  const { rows } = await sql<{
    incident: string;
    data: TellingData;
    facts: readonly (EventFact | TollFact)[] | null;
  }>`
    select incident, data, facts from telling t left join lateral (
      select jsonb_agg(c.data) as facts from claim c where c.telling = t.id and c.kind in ('event', 'toll')
    ) f on true where ${where}`.execute(db);
  return rows.map(({ incident, data, facts }) => {
    const byId = new Map((facts ?? []).map((f) => [f.id, f]));
    const events = data.events.map((id) => byId.get(id) as EventFact);
    const tolls = data.tolls.map((id) => byId.get(id) as TollFact);
    return { incident, telling: { ...data, events, tolls } };
  });
}

/** What the record knows of reports beside their claims; labels that two reports share are told apart by their hashes. */
export async function reportRefs(db: RecordDb, hashes: readonly string[]): Promise<Map<string, ReportRef>> {
  if (hashes.length === 0) return new Map();
  const rows = await sql<{
    hash: string;
    label: string;
    outlet: string | null;
    title: string | null;
    published_from: string | null;
    published_to: string | null;
    published_basis: ReportRef["published"]["basis"];
    origin: string;
    shared: boolean;
  }>`select hash, label, outlet, title, published_from, published_to, published_basis, origin,
      exists (select 1 from report o where o.label = r.label and o.hash <> r.hash) as shared
    from report r where hash = any(${[...hashes]})`.execute(db);
  return new Map(
    rows.rows.map((r) => [
      r.hash,
      {
        hash: r.hash,
        label: r.shared ? `${r.label}~${r.hash.slice(0, 6)}` : r.label,
        outlet: r.outlet,
        title: r.title,
        published: { from: r.published_from, to: r.published_to, basis: r.published_basis },
        origin: r.origin,
      },
    ]),
  );
}
