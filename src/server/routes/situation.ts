import { type Situation, situationSchema } from "../../formats/desk-json.js";
import { situationText } from "../../formats/situation-text.js";
import { weeksOfTallies } from "../../record/dyads.js";
import type { IncidentKind } from "../../record/telling.js";
import type { RecordFilter } from "../../store/filters.js";
import { actorsOfIncidents } from "../../store/incident-actors.js";
import { diplomacyOfRecord, incidentListings } from "../../store/record-queries.js";
import {
  deadliestIncident,
  disputedListings,
  incidentCounts,
  largestDisputed,
} from "../../store/room-queries.js";
import { type Given, jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { diplomacyRoom } from "../diplomacy.js";
import { conflictSchema, type FilterQuery, filterOf } from "../query.js";

/** Incidents that the chart draws, and that stand at its side. */
const MOST_DRAWN = 1000;
const MOST_DISPUTED = 20;

const situation = jsonRoute({
  path: "/api/situation",
  summary: "The state of a conflict: in sentences, along time, and what is contested",
  description: "Of the whole record where neither parties nor a conflict are asked for.",
  tag: "Rooms",
  request: { query: conflictSchema },
  answer: situationSchema,
});

export const situationRoutes = (context: ServerContext) =>
  resource().openapi(situation, async (c) =>
    writtenJson<Situation>(c, await situationJson(context, c.req.valid("query"))),
  );

/** The room's JSON; while the record grows, as it was a moment ago. */
export async function situationJson(context: ServerContext, query: FilterQuery): Promise<string> {
  const { limit: _, offset: __, ...filter } = await filterOf(context, query);
  return context.cached(
    `situation ${JSON.stringify([filter, query])}`,
    async () => JSON.stringify(await situationOf(context, filter, query)),
    { stale: true },
  );
}

const kinds = ["violence", "coercion"] as const;

async function situationOf(
  { store: { db }, nameOf }: ServerContext,
  filter: RecordFilter,
  query: FilterQuery,
): Promise<Given<Situation>> {
  const shown = { ...filter, kinds };
  const incidents = await incidentListings(db, { ...shown, limit: MOST_DRAWN });
  const actors = await actorsOfIncidents(
    db,
    incidents.map((i) => i.id),
  );
  const { weeks, undated, contested, denied } = await incidentCounts(db, filter);
  const diplomacy = await diplomacyOfRecord(db, filter);
  const { initiatives, ceasefires } = diplomacy;
  const count = (...of: IncidentKind[]) =>
    [...weeks, ...undated].reduce((n, t) => (of.includes(t.kind) ? n + t.incidents : n), 0);
  const violent = weeks.filter((t) => t.kind === "violence");
  const parties = filter.parties ?? filter.among ?? [];
  return {
    parties: [...parties],
    from: filter.from ?? null,
    to: filter.to ?? null,
    sentences: situationText(
      {
        parties,
        isAmong: filter.among !== undefined,
        query: leadQuery(filter, query),
        violent: count("violence"),
        coercive: count("coercion"),
        from: least(violent.map((t) => t.from)),
        to: greatest(violent.map((t) => t.to)),
        contested,
        denied,
        deadliest: await deadliestIncident(db, filter),
        disputed: await largestDisputed(db, filter),
        initiatives,
        ceasefires,
      },
      { nameOf },
    ),
    total: count(...kinds),
    incidents: incidents.map((i) => ({ ...i, actors: actors.get(i.id) ?? [] })).reverse(),
    ...diplomacyRoom(diplomacy),
    weeks: weeksOfTallies(weeks),
    contested: await disputedListings(db, shown, MOST_DISPUTED),
  };
}

const least = (days: readonly string[]) =>
  days.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
const greatest = (days: readonly string[]) =>
  days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);

/** What was asked, as the list of incidents asks it. */
const leadQuery = (
  { parties }: RecordFilter,
  { conflict, from, to }: FilterQuery,
): Record<string, string | string[]> => ({
  ...(conflict === undefined ? {} : { conflict }),
  ...(parties === undefined ? {} : { party: [...parties] }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
