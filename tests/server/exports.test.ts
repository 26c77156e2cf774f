import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { problemSchema } from "../../src/formats/desk-json.js";
import { incidentText } from "../../src/formats/incident-text.js";
import { incidentsText } from "../../src/formats/incidents-text.js";
import {
  incidentsCsv,
  initiativesCsv,
  reportsCsv,
  timelineCsv,
  weeksCsv,
} from "../../src/formats/record-csv.js";
import { initiativesFacts } from "../../src/formats/record-facts.js";
import {
  incidentJson,
  incidentsJson,
  initiativesJson,
  RECORD_JSON,
  reportsJson,
  rulingsJson,
} from "../../src/formats/record-json.js";
import { PLAIN } from "../../src/formats/text.js";
import { weeksOf } from "../../src/record/dyads.js";
import { factsOfList, factsOfReports } from "../../src/server/record-facts.js";
import {
  diplomacyOfRecord,
  dyadIncidents,
  incidentListings,
  incidentPages,
  incidentWithChains,
  reportListings,
  reportPages,
  unreadListings,
} from "../../src/store/record-queries.js";
import { openTemporaryDesk, type TemporaryDesk } from "./temporary-desk.js";

let desk: TemporaryDesk;

beforeAll(async () => {
  desk = await openTemporaryDesk([
    "afgpak-clash-agency.txt",
    "afgpak-clash-islamabad.txt",
    "afgpak-doha-ceasefire.txt",
    "afgpak-istanbul-collapse.txt",
    "sahel-djibo.txt",
  ]);
});
afterAll(() => desk.close());

const db = () => desk.temporary.store.db;
const layout = () => ({ width: 100, style: PLAIN, nameOf: desk.context.nameOf });
const SHOWN = { kinds: ["violence", "coercion"] as const };
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function exported(path: string, type: string): Promise<string> {
  const answer = await desk.ask(`/api/export/${path}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="parley-[a-z]+-\d{4}-\d{2}-\d{2}\.(?:json|facts\.json|csv|txt)"$/,
  );
  return answer.text();
}
const csv = (path: string) => exported(`${path}format=csv`, "text/csv; charset=utf-8");
const asJson = (path: string) => exported(`${path}format=json`, "application/json");
const facts = (path: string) => exported(`${path}format=facts`, "application/json");
const text = (path: string) => exported(`${path}format=text`, "text/plain; charset=utf-8");

test("incidents are those of the command line, in each form", async () => {
  const list = await incidentListings(db(), SHOWN);
  expect(list.length).toBeGreaterThan(5);
  expect(await csv("incidents?")).toBe(incidentsCsv(list));
  expect(await asJson("incidents?")).toBe(json(incidentsJson(list)));
  expect(await facts("incidents?")).toBe(json(await factsOfList(db(), list)));
  expect(await text("incidents?")).toBe(incidentsText(list, { ...layout(), total: list.length }));
});

test("what a filter leaves is exported, and nothing where it leaves nothing", async () => {
  const list = await incidentListings(db(), { ...SHOWN, parties: ["AFG", "PAK"] });
  expect(await csv("incidents?party=AFG&party=PAK&")).toBe(incidentsCsv(list));
  expect(await csv("incidents?limit=2&")).toBe(
    incidentsCsv(await incidentListings(db(), { ...SHOWN, limit: 2 })),
  );
  expect(await asJson("incidents?from=2031-01-01&")).toBe(json(incidentsJson([])));
  expect(await csv("incidents?from=2031-01-01&")).toBe(incidentsCsv([]));
  expect(await facts("incidents?from=2031-01-01&")).toBe("[]\n");
});

test("one incident", async () => {
  const [first] = await incidentListings(db(), SHOWN);
  const { incident, chains } = (await incidentWithChains(db(), first!.id))!;
  const labels = new Map(incident.reports.map((r) => [r.hash, r.label]));
  const labelOf = (hash: string) => labels.get(hash)!;
  expect(await asJson(`incident?id=${first!.id}&`)).toBe(json(incidentJson(incident, chains)));
  expect(await text(`incident?id=${first!.id}&`)).toBe(
    incidentText(incident, { ...layout(), chains, labelOf, rule: "ucdp" }),
  );
});

test("reports", async () => {
  const list = await reportListings(db(), {});
  expect(await csv("reports?")).toBe(reportsCsv(list));
  expect(await asJson("reports?")).toBe(json(reportsJson(list, await unreadListings(db()))));
  const hashes = list.map((r) => r.hash);
  expect(await facts("reports?")).toBe(json(await factsOfReports(db(), hashes)));
});

test("initiatives, the timeline and the weeks of two parties", async () => {
  const d = await diplomacyOfRecord(db(), {});
  const labelOf = (hash: string) => d.reports.get(hash)?.label ?? hash;
  expect(d.initiatives.length).toBeGreaterThan(0);
  expect(await asJson("initiatives?")).toBe(json(initiativesJson(d.initiatives, d.ceasefires)));
  expect(await csv("initiatives?")).toBe(initiativesCsv(d.initiatives, labelOf));
  expect(await facts("initiatives?")).toBe(json(initiativesFacts(d.initiatives, labelOf)));
  expect(await csv("timeline?")).toBe(timelineCsv(await incidentListings(db(), SHOWN), d.initiatives));
  const { series } = await dyadIncidents(db(), ["AFG", "PAK"], {});
  expect(await csv("weeks?party=AFG&party=PAK&")).toBe(weeksCsv(["AFG", "PAK"], weeksOf(series)));
});

test.each(["incidents", "initiatives", "reports", "timeline", "rulings"] as const)(
  "the JSON of %s fits the schema that `parley schema` prints",
  async (what) => {
    const schema: z.ZodType = RECORD_JSON[what];
    schema.parse(JSON.parse(await asJson(`${what}?`)));
  },
);

test("rulings", async () => {
  expect(await asJson("rulings?")).toBe(json(rulingsJson([])));
  expect(await text("rulings?")).toBe("No rulings.\n");
});

test("pages follow one another without a gap or a double", async () => {
  const all = await incidentListings(db(), { limit: 1000 });
  const paged: typeof all = [];
  for await (const page of incidentPages(db(), {}, 7)) paged.push(...page);
  expect(paged).toEqual(all);
  const reports: string[] = [];
  for await (const page of reportPages(db(), {}, 2)) reports.push(...page.map((r) => r.hash));
  expect(reports).toEqual((await reportListings(db(), {})).map((r) => r.hash));
});

test("what cannot be exported is a problem and no file", async () => {
  const answer = await desk.ask("/api/export/weeks?format=csv");
  expect(problemSchema.parse(await answer.json())).toMatchObject({ status: 400, code: "bad-request" });
  expect(answer.headers.get("content-disposition")).toBeNull();
});
