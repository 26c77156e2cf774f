import { z } from "@hono/zod-openapi";
import {
  type IncidentPage,
  type IncidentRoom,
  incidentPageSchema,
  incidentRoomSchema,
  type Why,
  whySchema,
} from "../../formats/desk-json.js";
import { incidentJson } from "../../formats/record-json.js";
import type { Incident } from "../../record/incident.js";
import { bearsOn } from "../../record/ruling-reach.js";
import { standingRulings } from "../../record/rulings.js";
import { shownKinds } from "../../store/filters.js";
import {
  countIncidents,
  findIncident,
  incidentListings,
  incidentListingsOf,
  incidentWithChains,
  whyOfIncident,
} from "../../store/record-queries.js";
import { rulingLog } from "../../store/ruling-store.js";
import { asJson, type Given, jsonRoute, resource, writtenJson } from "../answer.js";
import type { ServerContext } from "../context.js";
import { madeRulings } from "../made-rulings.js";
import { pageJson } from "../page.js";
import { notFound } from "../problem.js";
import { filterOf, filterSchema, sinceQuery } from "../query.js";

const idParams = z.object({
  id: z
    .string()
    .regex(/^i[0-9a-z]{0,12}$/, "no id of an incident")
    .openapi({ description: "of any telling of it, or its first letters", example: "i36w3iae7i36s" }),
});

const list = jsonRoute({
  path: "/api/incidents",
  summary: "Incidents, the latest first",
  description: "Of violence and coercion where neither kinds nor types are asked for.",
  tag: "Incidents",
  request: { query: filterSchema.extend(sinceQuery) },
  answer: incidentPageSchema,
});
const room = jsonRoute({
  path: "/api/incidents/{id}",
  summary: "One incident: what each party says of it",
  tag: "Incidents",
  request: { params: idParams },
  answer: incidentRoomSchema,
});
const why = jsonRoute({
  path: "/api/incidents/{id}/why",
  summary: "What tied the reports of an incident together, and what spoke against",
  tag: "Incidents",
  request: { params: idParams },
  answer: whySchema,
});

export const incidentRoutes = (context: ServerContext) =>
  resource()
    .openapi(list, async (c) => {
      const { since, ...query } = c.req.valid("query");
      const filter = shownKinds({ ...(await filterOf(context, query)), since });
      const { db } = context.store;
      const json = await pageJson<IncidentPage>(context, {
        what: "incidents",
        filter,
        page: async () => {
          const incidents = await incidentListings(db, filter);
          const { limit = 0, offset = 0 } = filter;
          const sorted = "by day, the latest first";
          return { rows: incidents.length, fields: { limit, offset, sorted, incidents } };
        },
        count: () => countIncidents(db, filter),
      });
      return writtenJson<IncidentPage>(c, json);
    })
    .openapi(room, async (c) => {
      const { db } = context.store;
      const { id, wasPartOf, incident, chains } = await wholeIncident(context, c.req.valid("param").id);
      const others = chains.flatMap((l) => [l.incident, l.to]).filter((x) => x !== null && x !== id);
      const rulings = standingRulings(rulingLog(context.store)).filter((r) => bearsOn(r, incident));
      const found: Given<IncidentRoom> = {
        incident: incidentJson(incident, chains),
        wasPartOf,
        linked: await incidentListingsOf(db, [...new Set(others as string[])]),
        rulings: await madeRulings(context, rulings),
        silent: silentParties(incident),
      };
      return c.json(asJson<IncidentRoom>(found), 200);
    })
    .openapi(why, async (c) => {
      const { id } = await incidentNamed(context, c.req.valid("param").id);
      const links = (await whyOfIncident(context.store.db, id)).map(({ features, reasons, ...link }) => ({
        telling: features.id,
        report: features.report,
        ...link,
        reasons: reasons.map((r) => ({ words: r.why, weight: r.weight })),
      }));
      return c.json(asJson<Why>({ links }), 200);
    });

const noIncident = (id: string) =>
  notFound(`There is no incident ${id}.`, "/api/incidents lists them with their ids.");

async function wholeIncident(context: ServerContext, asked: string) {
  // between finding and loading it a document can have joined it to another, where it is found again
  for (let tries = 0; tries < 3; tries += 1) {
    // most often it is the incident's own id
    const [{ id, wasPartOf }, own] = await Promise.all([
      incidentNamed(context, asked),
      isWholeId(asked) ? incidentWithChains(context.store.db, asked) : null,
    ]);
    const shown = own?.incident.id === id ? own : await incidentWithChains(context.store.db, id);
    if (shown) return { id, wasPartOf, ...shown };
  }
  throw noIncident(asked);
}

const isWholeId = (id: string) => id.length === 13;

/** @throws RequestProblem where an id leads to no incident or to several */
export async function incidentNamed(
  { store }: ServerContext,
  id: string,
): Promise<{ id: string; wasPartOf: boolean }> {
  const found = await findIncident(store.db, id);
  if ("id" in found) return found;
  if (found.matches.length === 0) throw noIncident(id);
  throw notFound(`${id} could be ${found.matches.join(", ")}.`, "Give the whole id.");
}

/** Parties to an incident of which no claim on it is known. */
function silentParties(incident: Incident): string[] {
  const speak = new Set(
    incident.tellings.flatMap((t) =>
      [...t.events, ...t.tolls, ...t.initiators, ...t.sequences].flatMap((claim) => claim.sources),
    ),
  );
  return incident.parties.filter((p) => !speak.has(p));
}
