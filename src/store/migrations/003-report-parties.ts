import { type Migration, sql } from "kysely";

/** Lists of reports: by publication without a sort of all, and by the parties that their claims name without going through claims. */
export const reportParties: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create index report_latest on report (published_from desc nulls last, hash)`,
  // whoever acts, suffers, speaks or stands between in one of its claims
  `alter table report add column parties text[] not null default '{}'`,
  `update report r set parties = c.parties from (
    select report, array_agg(distinct party order by party) as parties
    from claim, unnest(parties || sources || third_party) as party group by report
  ) c where c.report = r.hash`,
  `create index report_parties on report using gin (parties)`,
];
