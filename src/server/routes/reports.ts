import { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import {
  type ReportIncidents,
  type ReportPage,
  type ReportRoom,
  reportIncidentsSchema,
  reportPageSchema,
  reportRoomSchema,
  type UnreadDocuments,
  unreadSchema,
} from "../../formats/desk-json.js";
import { claimsAlone } from "../../record/alone.js";
import type { Difference } from "../../record/revisions.js";
import { reportOf } from "../../record/ruling-reach.js";
import { standingRulings } from "../../record/rulings.js";
import { loadIncidents } from "../../store/incident-rows.js";
import {
  countReports,
  incidentListingsOf,
  incidentsOfReport,
  reportListings,
  reportNamed,
  reportWithVersions,
  unreadListings,
} from "../../store/record-queries.js";
import { rulingLog } from "../../store/ruling-store.js";
import { standingClaims } from "../../store/standing-claims.js";
import { wordsOf } from "../../text/span.js";
import { asJson, type Given, jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { madeRulings } from "../made-rulings.js";
import { pageJson } from "../page.js";
import { notFound } from "../problem.js";
import { filterOf, filterSchema, sinceQuery, wordsQuery } from "../query.js";

const list = jsonRoute({
  path: "/api/reports",
  summary: "Reports, the last published first",
  description: "Parties, places, types and verdicts are those of their claims; days are of publication.",
  tag: "Reports",
  request: {
    query: filterSchema.extend({
      ...sinceQuery,
      q: wordsQuery.optional(),
      outlet: z.string().min(1).max(300).optional().openapi({ description: "who published them" }),
    }),
  },
  answer: reportPageSchema,
});
const room = jsonRoute({
  path: "/api/reports/{hash}",
  summary: "One report: its text, its claims, its versions",
  tag: "Reports",
  request: {
    params: z.object({
      hash: z
        .string()
        .min(1)
        .max(400)
        .openapi({ description: "its hash, the first digits of it, or its label" }),
    }),
  },
  answer: reportRoomSchema,
});
const incidents = jsonRoute({
  path: "/api/reports/{hash}/incidents",
  summary: "The incidents that a report tells of, and what it alone says of them",
  tag: "Reports",
  request: { params: z.object({ hash: z.string().regex(/^[0-9a-f]{32}$/, "no hash of a report") }) },
  answer: reportIncidentsSchema,
});
const unread = jsonRoute({
  path: "/api/unread",
  summary: "Documents that could not be read, with the reason",
  tag: "Documents",
  answer: unreadSchema,
});

export const reportRoutes = (context: ServerContext) =>
  resource()
    .openapi(list, async (c) => {
      const { since, q, outlet, ...query } = c.req.valid("query");
      const filter = { ...(await filterOf(context, query)), since, outlet, words: q };
      const { db } = context.store;
      const json = await pageJson<ReportPage>(context, {
        what: "reports",
        filter,
        page: async () => {
          const reports = await reportListings(db, filter);
          const { limit = 0, offset = 0 } = filter;
          const sorted = "by publication, the latest first";
          return { rows: reports.length, fields: { limit, offset, sorted, reports } };
        },
        count: () => countReports(db, filter),
      });
      return writtenJson<ReportPage>(c, json);
    })
    .openapi(room, async (c) =>
      writtenJson<ReportRoom>(c, await reportRoom(context, c.req.valid("param").hash)),
    )
    .openapi(incidents, async (c) => {
      const { hash } = c.req.valid("param");
      const { db } = context.store;
      const ids = await incidentsOfReport(db, hash);
      const whole = await loadIncidents(db, ids.slice(0, MOST_COMPARED));
      const found = {
        incidents: await incidentListingsOf(db, ids),
        alone: whole.flatMap((i) => claimsAlone(i, hash)),
      };
      return c.json(asJson<ReportIncidents>(found), 200);
    })
    .openapi(unread, async (c) =>
      c.json(asJson<UnreadDocuments>({ unread: await unreadListings(context.store.db) }), 200),
    );

/** A report that tells of more incidents is a list of them, and not looked at for what it alone says. */
const MOST_COMPARED = 60;

/** A report's room as JSON; its coded form, which can be large, goes from the database to the desk as it is. */
async function reportRoom(context: ServerContext, name: string): Promise<string> {
  const { store } = context;
  const hash = (await reportNamed(store.db, name)) ?? "";
  const [found, { rows }, claims] = await Promise.all([
    reportWithVersions(store.db, hash),
    sql<{ author: string | null; language: string; coded: string }>`
      select author, language, coded::text as coded from report where hash = ${hash}`.execute(store.db),
    standingClaims(store.db, { reports: [hash] }),
  ]);
  if (!found || !rows[0])
    throw notFound(
      `${name} names no report, or more than one.`,
      "/api/reports lists them with their hashes.",
    );
  const { report, versions } = found;
  const { coded, ...more } = rows[0];
  const rulings = standingRulings(rulingLog(store)).filter((r) => reportOf(r.body) === report.hash);
  const room: Given<Omit<ReportRoom, "coded">> = {
    report: { ...report, ...more },
    claims,
    versions: versions.map(({ text, published, differences, ...version }) => {
      const [before, after] = version.isEarlier ? [text, report.text] : [report.text, text];
      return {
        ...version,
        published: published.from ?? published.to,
        differences: differences.flatMap((d) => changeOf(d, before, after) ?? []),
      };
    }),
    rulings: await madeRulings(context, rulings),
  };
  return `{"coded":${coded},${JSON.stringify(room).slice(1)}`;
}

function changeOf(d: Difference, before: string, after: string): { before: string; after: string } | null {
  if (d.kind === "same") return null;
  return {
    before: d.before === null ? "" : wordsOf(before, d.before),
    after: d.after === null ? "" : wordsOf(after, d.after),
  };
}
