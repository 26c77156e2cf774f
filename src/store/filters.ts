import { type RawBuilder, sql } from "kysely";
import type { IncidentKind } from "../record/telling.js";
import type { Verdict } from "../record/verdicts.js";

/** What narrows a list; what is left out narrows nothing. Days are included; parties are codes, all of which must take part. */
export interface RecordFilter {
  readonly parties?: readonly string[];
  /** At least two of these take part. */
  readonly among?: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Part of a place's name, any case, or a country's code. */
  readonly place?: string | undefined;
  /** Of incidents: the whole names that have `place` in them, where all names are known; an index finds these. */
  readonly places?: readonly string[] | undefined;
  readonly types?: readonly string[];
  readonly kinds?: readonly IncidentKind[];
  /** Acts of diplomacy, of initiatives alone. */
  readonly acts?: readonly string[];
  readonly verdict?: Verdict | undefined;
  /** ISO 8601: incidents to which a report seen after it added something, and such reports. */
  readonly since?: string | undefined;
  /** Of reports: who published them; words that they have, as a search takes them. */
  readonly outlet?: string | undefined;
  readonly words?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** A party's code as a person types it: short ones may be in small letters. */
export const partyCode = (typed: string): string =>
  /[a-z]/.test(typed) && typed.length <= 4 ? typed.toUpperCase() : typed;

/** Violence and coercion, where neither kinds nor types are asked for: what most who list incidents look for. */
export const shownKinds = (filter: RecordFilter): RecordFilter =>
  filter.kinds || filter.types ? filter : { ...filter, kinds: ["violence", "coercion"] };

/** The days of an incident as the index has them; null of one without a day. */
const INCIDENT_DAYS = sql`(case when coalesce(incident.day_from, incident.day_to) is not null
  then daterange(least(incident.day_from, incident.day_to), greatest(incident.day_from, incident.day_to), '[]') end)`;

/** Conditions on a row with parties, day_from, day_to and place. */
export function conditions(filter: RecordFilter, table: string): RawBuilder<unknown>[] {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const found: RawBuilder<unknown>[] = [];
  if (filter.parties?.length) found.push(sql`${column("parties")} @> ${[...filter.parties]}::text[]`);
  if (filter.among?.length) {
    // pair by pair, which the index on parties finds
    const codes = [...new Set(filter.among)];
    const pairs = codes.flatMap((a, k) =>
      codes.slice(k + 1).map((b) => sql`${column("parties")} @> ${[a, b]}::text[]`),
    );
    found.push(pairs.length === 0 ? sql`false` : sql`(${sql.join(pairs, sql` or `)})`);
  }
  const day = sql`coalesce(${column("day_from")}, ${column("day_to")})`;
  const { from, to } = filter;
  if (table === "incident" && (from || to))
    found.push(sql`${INCIDENT_DAYS} && daterange(${from ?? null}::date, ${to ?? null}::date, '[]')`);
  else if (from) found.push(sql`coalesce(${column("day_to")}, ${column("day_from")}) >= ${from}::date`);
  // of incidents it says no more than the days do, and lets a list by day begin where they end
  if (to) found.push(sql`${day} <= ${to}::date`);
  if (filter.place)
    found.push(sql`${column("place")} ilike ${`%${filter.place.replace(/[\\%_]/g, "\\$&")}%`}`);
  return found;
}

export const allOf = (list: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  list.length === 0 ? sql`true` : sql.join([...list], sql` and `);
