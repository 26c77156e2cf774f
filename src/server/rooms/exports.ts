import { dyadText } from "../../formats/dyad-text.js";
import { incidentText } from "../../formats/incident-text.js";
import { incidentsText } from "../../formats/incidents-text.js";
import { initiativesText } from "../../formats/initiatives-text.js";
import {
  incidentsCsv,
  initiativesCsv,
  reportsCsv,
  rulingsCsv,
  timelineCsv,
  weeksCsv,
  wholeIncidentsCsv,
} from "../../formats/record-csv.js";
import { incidentsFacts, initiativesFacts } from "../../formats/record-facts.js";
import {
  dyadJson,
  incidentJson,
  incidentsJson,
  initiativesJson,
  reportsJson,
  rulingsJson,
  timelineJson,
} from "../../formats/record-json.js";
import { reportsText } from "../../formats/reports-text.js";
import { rulingsText } from "../../formats/ruling-words.js";
import { PLAIN } from "../../formats/text.js";
import { timelineText } from "../../formats/timeline-text.js";
import { type DyadIncident, weeksOf } from "../../record/dyads.js";
import type { IncidentListing } from "../../record/listing.js";
import { type Ruling, standingRulings } from "../../record/rulings.js";
import { type RecordFilter, shownKinds } from "../../store/filters.js";
import {
  countIncidents,
  diplomacyOfRecord,
  incidentListings,
  incidentPages,
  incidentWithChains,
  reportListings,
  reportPages,
  unreadListings,
} from "../../store/record-queries.js";
import { badRequest } from "../problem.js";
import { factsOfList, factsOfReports } from "../record-facts.js";
import type { RoomSource } from "./room.js";

export const EXPORT_FORMATS = ["json", "csv", "facts", "text"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORTS = [
  "incidents",
  "incident",
  "initiatives",
  "reports",
  "timeline",
  "rulings",
  "weeks",
] as const;
export type ExportName = (typeof EXPORTS)[number];

/** What an export covers. `all`: no limit was asked for, and lists that can be long are given whole. */
export interface ExportScope {
  readonly filter: RecordFilter;
  readonly all: boolean;
  /** Of one incident. */
  readonly id: string | null;
  /** The log, where rulings are exported. */
  readonly rulings: readonly Ruling[];
}

/** Text of an export, piece by piece: the same that the command of this name prints. */
type Pieces = AsyncIterable<string>;
type Maker = (of: RoomSource, scope: ExportScope) => Pieces;

/** Rows of a list where the text form is asked for without a limit, as on the command line. */
const TEXT_ROWS = 100;
const TIMELINE_ROWS = 1000;
/** Incidents that are loaded whole at a time. */
const WHOLE_ROWS = 100;

const layoutOf = ({ nameOf }: RoomSource) => ({ width: 100, style: PLAIN, nameOf });

/** What there is to export, and in which forms. */
export const EXPORT_MAKERS: Readonly<Record<ExportName, Readonly<Record<ExportFormat, Maker>>>> = {
  incidents: {
    text: (of, { filter, all }) =>
      whole(async () => {
        const { db } = of;
        const shown = shownKinds(filter);
        const list = await incidentListings(db, all ? { ...shown, limit: TEXT_ROWS, offset: 0 } : shown);
        return incidentsText(list, { ...layoutOf(of), total: await countIncidents(db, shown) });
      }),
    json: async function* (of, scope) {
      const total = await countIncidents(of.db, shownKinds(scope.filter));
      yield* listWithin(incidentsJson([], total), "incidents", incidentsOf(of, scope));
    },
    csv: (of, scope) => table(incidentsOf(of, scope), incidentsCsv),
    facts: (of, scope) => array(factsPages(of, incidentsOf(of, scope, WHOLE_ROWS))),
  },
  incident: {
    text: (of, { id }) =>
      whole(async () => {
        const { incident, chains } = await incidentOf(of, id);
        const labels = new Map(incident.reports.map((r) => [r.hash, r.label]));
        const labelOf = (hash: string) => labels.get(hash) ?? hash;
        return incidentText(incident, { ...layoutOf(of), chains, labelOf, rule: "ucdp" });
      }),
    json: (of, { id }) =>
      whole(async () => {
        const { incident, chains } = await incidentOf(of, id);
        return json(incidentJson(incident, chains));
      }),
    csv: (of, { id }) => whole(async () => wholeIncidentsCsv([(await incidentOf(of, id)).incident], "ucdp")),
    facts: (of, { id }) =>
      whole(async () => {
        const { incident } = await incidentOf(of, id);
        const labels = new Map(incident.reports.map((r) => [r.hash, r.label]));
        return json(incidentsFacts([incident], (hash) => labels.get(hash) ?? hash));
      }),
  },
  initiatives: {
    text: (of, scope) =>
      diplomacy(of, scope, (d, labelOf) => initiativesText(d, { ...layoutOf(of), labelOf })),
    json: (of, scope) => diplomacy(of, scope, (d) => json(initiativesJson(d.initiatives, d.ceasefires))),
    csv: (of, scope) => diplomacy(of, scope, (d, labelOf) => initiativesCsv(d.initiatives, labelOf)),
    facts: (of, scope) =>
      diplomacy(of, scope, (d, labelOf) => json(initiativesFacts(d.initiatives, labelOf))),
  },
  reports: {
    text: (of, { filter, all }) =>
      whole(async () => {
        const { db } = of;
        const list = await reportListings(db, all ? { ...filter, limit: TEXT_ROWS, offset: 0 } : filter);
        return reportsText(list, await unreadListings(db), layoutOf(of));
      }),
    json: async function* (of, scope) {
      const unread = await unreadListings(of.db);
      yield* listWithin(reportsJson([], unread), "reports", reportsOf(of, scope));
    },
    csv: (of, scope) => table(reportsOf(of, scope), reportsCsv),
    facts: (of, scope) =>
      array(
        mapped(reportsOf(of, scope, WHOLE_ROWS), (page) =>
          factsOfReports(
            of.db,
            page.map((r) => r.hash),
          ),
        ),
      ),
  },
  timeline: {
    text: (of, scope) => timeline(of, scope, async (t) => timelineText(t, layoutOf(of))),
    json: (of, scope) => timeline(of, scope, async (t) => json(timelineJson(t))),
    csv: (of, scope) => timeline(of, scope, async (t) => timelineCsv(t.incidents, t.initiatives)),
    facts: (of, scope) =>
      timeline(of, scope, async (t) =>
        json({
          incidents: await factsOfList(of.db, t.incidents),
          initiatives: initiativesFacts(t.initiatives, (hash) => t.reports.get(hash)?.label ?? hash),
        }),
      ),
  },
  rulings: {
    text: (_, { rulings }) => whole(async () => rulingsText(rulings, PLAIN)),
    json: (_, { rulings }) => whole(async () => json(rulingsJson(rulings))),
    csv: (_, { rulings }) => whole(async () => rulingsCsv(rulings)),
    facts: (_, { rulings }) => whole(async () => json(standingRulings(rulings))),
  },
  weeks: {
    text: (of, scope) => whole(async () => dyadText(await dyad(of, scope), layoutOf(of))),
    json: (of, scope) => whole(async () => json(dyadJson(await dyad(of, scope)))),
    csv: (of, scope) =>
      whole(async () => {
        const { parties, weeks } = await dyad(of, scope);
        return weeksCsv(parties, weeks);
      }),
    facts: async function* (of, scope) {
      const pair = pairOf(scope.filter);
      const { among: _, ...filter } = scope.filter;
      const pages = incidentPages(of.db, { ...filter, parties: pair }, WHOLE_ROWS);
      const oldestFirst = (await collected(pages)).reverse();
      yield* array(factsPages(of, paged(oldestFirst, WHOLE_ROWS)));
    },
  },
};

// ---- what they are made of

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function* whole(make: () => Promise<string>): Pieces {
  yield await make();
}

function incidentsOf(of: RoomSource, { filter, all }: ExportScope, size = 500) {
  const shown = shownKinds(filter);
  return all ? incidentPages(of.db, shown, size) : once(() => incidentListings(of.db, shown));
}

function reportsOf(of: RoomSource, { filter, all }: ExportScope, size = 500) {
  return all ? reportPages(of.db, filter, size) : once(() => reportListings(of.db, filter));
}

async function* once<T>(make: () => Promise<T>): AsyncGenerator<T> {
  yield await make();
}

async function* mapped<T, U>(pages: AsyncIterable<T>, change: (page: T) => Promise<U>): AsyncGenerator<U> {
  for await (const page of pages) yield await change(page);
}

async function* paged<T>(list: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let k = 0; k < list.length; k += size) yield list.slice(k, k + size);
}

async function collected<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

const factsPages = (of: RoomSource, pages: AsyncIterable<readonly IncidentListing[]>) =>
  mapped(pages, (page) => factsOfList(of.db, page));

/** A table of pages: the heading stands once. */
async function* table<T>(pages: AsyncIterable<readonly T[]>, csv: (rows: readonly T[]) => string): Pieces {
  const heading = csv([]);
  yield heading;
  for await (const page of pages) yield csv(page).slice(heading.length);
}

/** Pages as one JSON array, written as `JSON.stringify` with two spaces writes it. */
async function* array(pages: AsyncIterable<readonly unknown[]>, indent = ""): Pieces {
  const written = (item: unknown) =>
    `\n${indent}  ${JSON.stringify(item, null, 2).replaceAll("\n", `\n${indent}  `)}`;
  let isEmpty = true;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield `${isEmpty ? "[" : ","}${page.map(written).join(",")}`;
    isEmpty = false;
  }
  yield isEmpty ? "[]" : `\n${indent}]`;
  if (indent === "") yield "\n";
}

/** An object with a long list at `key`, whose own list is empty. */
async function* listWithin(object: object, key: string, pages: AsyncIterable<readonly unknown[]>): Pieces {
  const [before = "", after = ""] = json(object).split(`"${key}": []`);
  yield `${before}"${key}": `;
  yield* array(pages, "  ");
  yield after;
}

async function incidentOf({ db }: RoomSource, id: string | null) {
  const found = id === null ? null : await incidentWithChains(db, id);
  if (!found) throw badRequest("There is no incident to export.", "Name it with id=.");
  return found;
}

type Diplomacy = Awaited<ReturnType<typeof diplomacyOfRecord>>;

const diplomacy = (
  of: RoomSource,
  { filter }: ExportScope,
  make: (d: Diplomacy, labelOf: (hash: string) => string) => string,
): Pieces =>
  whole(async () => {
    const d = await diplomacyOfRecord(of.db, filter);
    return make(d, (hash) => d.reports.get(hash)?.label ?? hash);
  });

const timeline = (
  of: RoomSource,
  { filter, all }: ExportScope,
  make: (t: Diplomacy & { readonly incidents: readonly IncidentListing[] }) => Promise<string>,
): Pieces =>
  whole(async () => {
    const shown = shownKinds(filter);
    const rows = all ? { ...shown, limit: TIMELINE_ROWS, offset: 0 } : shown;
    const incidents = await incidentListings(of.db, rows);
    return make({ ...(await diplomacyOfRecord(of.db, filter)), incidents });
  });

function pairOf(filter: RecordFilter): [string, string] {
  const [a, b, ...more] = filter.parties ?? filter.among ?? [];
  if (a === undefined || b === undefined || more.length > 0 || a === b)
    throw badRequest("Weeks are of two parties.", "Name both: party=AFG&party=PAK.");
  return [a, b];
}

async function dyad(of: RoomSource, { filter, all }: ExportScope) {
  const parties = pairOf(filter);
  const { among: _, ...rest } = filter;
  const asked = { ...rest, parties };
  const list = all ? await collected(incidentPages(of.db, asked)) : await incidentListings(of.db, asked);
  list.reverse();
  const series = list.map(({ id, kind, from, to, acts }): DyadIncident => ({ id, kind, from, to, acts }));
  return { parties, weeks: weeksOf(series), incidents: list };
}
