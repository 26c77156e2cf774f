import { type Migration, sql } from "kysely";

/**
 * What the desk's rooms ask for: the latest incidents without a sort of all, who speaks on each, claims and links that a person
 * should look at, reports seen since. Rows of an older store get their voices and doubts when their reports are recorded again
 * (`parley rebuild`).
 */
export const rooms: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // doubt: how much speaks for a person's look at the claim as it was read; 0 is nothing
  `alter table claim add column doubt real not null default 0`,
  `create index claim_doubt on claim (doubt desc, day_from desc nulls last, id, kind) where doubt > 0 and ruling is null`,
  `create index telling_weak on telling (score, id) where score < 3.3`,
  `create index report_seen on report (seen_at)`,
  `create index report_last_day on report (coalesce(published_to, published_from))`,
  // steps of diplomacy: by day, those without one by report, and by whom they name
  `drop index claim_diplomacy`,
  `create index claim_step_day on claim (coalesce(day_to, day_from)) where kind = 'diplomacy'`,
  `create index claim_step_undated on claim (report) where kind = 'diplomacy' and day_from is null and day_to is null`,
  `create index claim_step_parties on claim using gin ((parties || third_party)) where kind = 'diplomacy'`,
  // the order of lists; the days of each, which a period meets
  `create index incident_latest on incident (coalesce(day_from, day_to) desc nulls last, id)`,
  `create index incident_place on incident (place, coalesce(day_from, day_to) desc nulls last, id)`,
  `create index incident_days on incident using gist ((case when coalesce(day_from, day_to) is not null
    then daterange(least(day_from, day_to), greatest(day_from, day_to), '[]') end))`,
  `create index incident_disputed on incident (coalesce(day_from, day_to) desc nulls last, id)
    where verdict in ('contested', 'denied')`,
  `create index incident_disputed_killed on incident (killed_high desc nulls last, reports desc, id)
    where kind = 'violence' and verdict in ('contested', 'denied')`,
  `create index incident_killed on incident (killed_low desc, killed_high desc, id) where killed_low > 0`,
  // beside each incident: who speaks on it in which outlet, and the claims of its contested figures
  `create table incident_voices (
    incident text primary key,
    day date,
    parties text[] not null,
    voices jsonb not null,
    contested text[] not null
  )`,
  `create index incident_voices_day on incident_voices (day desc nulls last, incident)`,
  `create index incident_voices_contested on incident_voices (day desc nulls last, incident)
    where cardinality(contested) > 0`,
];
