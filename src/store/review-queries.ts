import { sql } from "kysely";
import { DOUBTFUL } from "../record/doubt.js";
import type { LinkFeatures } from "../record/linking.js";
import { type Ruling, standingRulings } from "../record/rulings.js";
import type { RecordDb } from "./database-handle.js";

/** What waits for a person, each list in its order and no longer than `MOST_WAITING`. */
export interface ReviewQueue {
  /** Claims of contested and denied figures that nobody has ruled on, those of the latest incidents first. */
  readonly contested: readonly string[];
  /** Claims in doubt that nobody has ruled on, the weightiest first; those that are contested stand there. */
  readonly doubtful: readonly string[];
  /** Tellings that are hardly enough like what they look back to, the weakest first. */
  readonly links: readonly string[];
  /** The lists that do not hold all that waits. */
  readonly cut: readonly ("contested" | "doubtful" | "link")[];
}

/** So many of each are counted and shown: more than anybody looks at before the lists are made anew. */
export const MOST_WAITING = 1000;
/** Incidents whose contested claims are read at a time, and tellings whose links are. */
const SLICE = 500;

export async function reviewQueue(db: RecordDb, log: readonly Ruling[]): Promise<ReviewQueue> {
  const contested = await contestedClaims(db);
  const shown = new Set(contested);
  const doubtful = await doubtfulClaims(db);
  const links = await weakLinks(db, log);
  const lists = [
    ["contested", contested],
    ["doubtful", doubtful],
    ["link", links],
  ] as const;
  return {
    contested,
    doubtful: doubtful.filter((id) => !shown.has(id)),
    links,
    cut: lists.flatMap(([why, list]) => (list.length >= MOST_WAITING ? [why] : [])),
  };
}

async function contestedClaims(db: RecordDb): Promise<string[]> {
  const found: string[] = [];
  for (let offset = 0; found.length < MOST_WAITING; offset += SLICE) {
    const { rows } = await sql<{ contested: string[] }>`
      select contested from incident_voices where cardinality(contested) > 0
      order by day desc nulls last, incident limit ${SLICE} offset ${offset}`.execute(db);
    const ids = [...new Set(rows.flatMap((r) => r.contested))];
    const open = await sql<{ id: string }>`
      select id from claim where id = any(${ids}) and kind <> 'diplomacy' and ruling is null`.execute(db);
    const unruled = new Set(open.rows.map((r) => r.id));
    found.push(...ids.filter((id) => unruled.has(id)));
    if (rows.length < SLICE) break;
  }
  return found.slice(0, MOST_WAITING);
}

async function doubtfulClaims(db: RecordDb): Promise<string[]> {
  // "doubt > 0" is what the index has
  const { rows } = await sql<{ id: string }>`
    select id from claim where doubt > 0 and doubt >= ${DOUBTFUL} and ruling is null
    order by doubt desc, day_from desc nulls last, id, kind limit ${MOST_WAITING}`.execute(db);
  return rows.map((r) => r.id);
}

/** Links that a person joined need no look; those that a person cut are none any more. */
async function weakLinks(db: RecordDb, log: readonly Ruling[]): Promise<string[]> {
  const joined = new Set(
    standingRulings(log).flatMap(({ body }) =>
      body.kind === "merge" ? [body.incidents.join(), [...body.incidents].reverse().join()] : [],
    ),
  );
  const found: string[] = [];
  for (let offset = 0; found.length < MOST_WAITING; offset += SLICE) {
    const { rows } = await sql<{ id: string; parent: string; incident: string }>`
      select id, parent, incident from telling where score < 3.3
      order by score, id limit ${SLICE} offset ${offset}`.execute(db);
    const parents = await sql<{ id: string; incident: string }>`
      select id, incident from telling where id = any(${rows.map((r) => r.parent)})`.execute(db);
    const incidentOf = new Map(parents.rows.map((p) => [p.id, p.incident]));
    found.push(
      ...rows
        .filter((r) => incidentOf.get(r.parent) === r.incident && !joined.has(`${r.id},${r.parent}`))
        .map((r) => r.id),
    );
    if (rows.length < SLICE) break;
  }
  return found.slice(0, MOST_WAITING);
}

/** A telling and the earlier one that it looks back to. */
export interface WeakLink {
  readonly incident: string;
  readonly score: number;
  readonly later: LinkEnd;
  readonly earlier: LinkEnd;
}
export interface LinkEnd {
  readonly features: LinkFeatures;
  /** The claim that tells it first. */
  readonly claim: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** These tellings with what they look back to, in the order given. */
export async function weakLinksOf(db: RecordDb, tellings: readonly string[]): Promise<WeakLink[]> {
  if (tellings.length === 0) return [];
  const links = await sql<{ id: string; parent: string; score: number; incident: string }>`
    select id, parent, score, incident from telling where id = any(${[...tellings]}) and parent is not null`.execute(
    db,
  );
  const ids = [...new Set(links.rows.flatMap((r) => [r.id, r.parent]))];
  const ends = await sql<{ id: string; features: LinkFeatures }>`
    select id, features from telling where id = any(${ids})`.execute(db);
  const claims = await sql<{ telling: string } & Omit<LinkEnd, "features">>`
    select distinct on (telling) telling, id as claim, quote, start_offset as start, end_offset as "end" from claim
    where telling = any(${ids}) order by telling, start_offset, end_offset, id`.execute(db);
  const words = new Map(claims.rows.map((c) => [c.telling, c]));
  const endOf = new Map(
    ends.rows.flatMap(({ id, features }): [string, LinkEnd][] => {
      const first = words.get(id);
      if (!first) return [];
      const { telling: _, ...claim } = first;
      return [[id, { features, ...claim }]];
    }),
  );
  const byId = new Map(links.rows.map((r) => [r.id, r]));
  return tellings.flatMap((id) => {
    const link = byId.get(id);
    const [later, earlier] = [endOf.get(id), link && endOf.get(link.parent)];
    return link && later && earlier ? [{ incident: link.incident, score: link.score, later, earlier }] : [];
  });
}
