import type { Situation } from "../../formats/desk-json.js";
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
import type { Given } from "../answer.js";
import { diplomacyRoom } from "./diplomacy.js";
import type { RoomSource } from "./room.js";

/** Incidents that the chart draws, and that stand at its side. */
const MOST_DRAWN = 1000;
const MOST_DISPUTED = 20;

const kinds = ["violence", "coercion"] as const;

/** What is asked for, as the request had it and as the filter that it stands for. */
export interface SituationQuestion {
  readonly filter: RecordFilter;
  readonly query: { readonly [K in "conflict" | "from" | "to"]?: string | undefined };
}

/** The state of a conflict: in sentences, along time, and what is contested. */
export async function situationOf(
  { db, nameOf }: RoomSource,
  { filter, query }: SituationQuestion,
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
  { conflict, from, to }: SituationQuestion["query"],
): Record<string, string | string[]> => ({
  ...(conflict === undefined ? {} : { conflict }),
  ...(parties === undefined ? {} : { party: [...parties] }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
