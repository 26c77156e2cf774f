import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  conflictsSchema,
  diplomacySchema,
  findSchema,
  incidentPageSchema,
  incidentRoomSchema,
  mapSchema,
  partiesSchema,
  problemSchema,
  reportIncidentsSchema,
  reportPageSchema,
  reportRoomSchema,
  reviewSchema,
  rulingPageSchema,
  situationSchema,
  sourcesSchema,
  statusSchema,
  unreadSchema,
  whySchema,
} from "../../src/formats/desk-json.js";
import { openTemporaryDesk, type TemporaryDesk } from "./temporary-desk.js";

const SAMPLES = [
  "afgpak-boldak-first.txt",
  "afgpak-boldak-revised.txt",
  "afgpak-clash-agency.txt",
  "afgpak-clash-islamabad.txt",
  "afgpak-clash-kabul.txt",
  "afgpak-doha-ceasefire.txt",
  "afgpak-khost-strikes.txt",
  "sahel-djibo.txt",
  "sahel-djibo-copy.txt",
];

let desk: TemporaryDesk;

beforeAll(async () => {
  desk = await openTemporaryDesk(SAMPLES);
});
afterAll(() => desk.close());

const incidents = (query = "") => desk.get(`/api/incidents${query}`, incidentPageSchema);
const reports = (query = "") => desk.get(`/api/reports${query}`, reportPageSchema);

async function problem(path: string, init?: RequestInit): Promise<z.output<typeof problemSchema>> {
  const answer = await desk.ask(path, init);
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const found = problemSchema.parse(await answer.json());
  expect(found.status).toBe(answer.status);
  return found;
}

describe("every list and room is as its schema says", () => {
  test.each<[string, z.ZodType]>([
    ["/api/status", statusSchema],
    ["/api/parties", partiesSchema],
    ["/api/conflicts", conflictsSchema],
    ["/api/incidents", incidentPageSchema],
    ["/api/reports", reportPageSchema],
    ["/api/unread", unreadSchema],
    ["/api/rulings", rulingPageSchema],
    ["/api/search?q=ceasefire", findSchema],
    ["/api/situation", situationSchema],
    ["/api/situation?party=AFG&party=PAK", situationSchema],
    ["/api/diplomacy", diplomacySchema],
    ["/api/sources", sourcesSchema],
    ["/api/map", mapSchema],
    ["/api/review", reviewSchema],
  ])("%s", async (path, schema) => {
    await desk.get(path, schema);
  });

  test("each incident's room, and what tied it together", async () => {
    for (const { id } of (await incidents()).incidents) {
      const room = await desk.get(`/api/incidents/${id}`, incidentRoomSchema);
      expect(room.incident.id).toBe(id);
      await desk.get(`/api/incidents/${id}/why`, whySchema);
    }
  });

  test("each report's room, by its hash, its first digits and its label", async () => {
    for (const { hash, label } of (await reports()).reports) {
      const room = await desk.get(`/api/reports/${hash}`, reportRoomSchema);
      for (const claim of room.claims)
        expect(claim.quote).toBe(room.report.text.slice(claim.start, claim.end));
      expect(room.coded.report).not.toHaveProperty("text");
      const byDigits = await desk.get(`/api/reports/${hash.slice(0, 10)}`, reportRoomSchema);
      expect(byDigits.report.hash).toBe(hash);
      const byLabel = await desk.get(`/api/reports/${label}`, reportRoomSchema);
      expect(byLabel.report.hash).toBe(hash);
      await desk.get(`/api/reports/${hash}/incidents`, reportIncidentsSchema);
    }
  });

  test("a version says what it changed", async () => {
    const { report, versions } = await desk.get("/api/reports/afgpak-boldak-revised", reportRoomSchema);
    expect(versions.map((v) => [v.label, v.isEarlier])).toEqual([["afgpak-boldak-first", true]]);
    const { differences } = versions[0]!;
    expect(differences.length).toBeGreaterThan(0);
    for (const { after } of differences) expect(report.text).toContain(after);
  });

  test("the store's state counts what is in it", async () => {
    const status = await desk.get("/api/status", statusSchema);
    expect(status).toMatchObject({ reports: SAMPLES.length, waiting: 0, unread: 0, rulings: 0 });
    expect(status.incidents).toBe((await incidents(allKinds)).total);
  });
});

const allKinds = "?kind=violence&kind=coercion&kind=cooperation&kind=diplomacy";

describe("filters", () => {
  test.each([
    ["?party=AFG&party=PAK", (i: Listing) => i.parties.includes("AFG") && i.parties.includes("PAK")],
    ["?party=afg", (i: Listing) => i.parties.includes("AFG")],
    ["?verdict=contested", (i: Listing) => i.verdict === "contested"],
    ["?kind=violence", (i: Listing) => i.kind === "violence"],
    ["?kind=violence&kind=coercion", (i: Listing) => i.kind === "violence" || i.kind === "coercion"],
    ["?type=ASSAULT", (i: Listing) => i.acts.some((a) => a.startsWith("ASSAULT"))],
    ["?from=2025-10-12", (i: Listing) => (i.to ?? i.from ?? "") >= "2025-10-12"],
    ["?to=2025-10-12", (i: Listing) => (i.from ?? i.to ?? "9") <= "2025-10-12"],
    ["?place=djibo", (i: Listing) => /djibo/i.test(i.place ?? "")],
  ])("%s", async (query, fits) => {
    const all = (await incidents(allKinds)).incidents;
    const found = await incidents(query);
    expect(found.total).toBeGreaterThan(0);
    expect(found.incidents).toHaveLength(found.total);
    for (const i of found.incidents) expect(fits(i)).toBe(true);
    const isShown = (i: Listing) =>
      /kind=|type=/.test(query) || i.kind === "violence" || i.kind === "coercion";
    expect(found.total).toBe(all.filter((i) => fits(i) && isShown(i)).length);
  });
  type Listing = Awaited<ReturnType<typeof incidents>>["incidents"][number];

  test("a conflict's name stands for its parties and its period", async () => {
    const { conflicts } = await desk.get("/api/conflicts", conflictsSchema);
    const conflict = conflicts.find((c) => c.parties.includes("AFG") && c.parties.includes("PAK"))!;
    const found = await incidents(`?conflict=${encodeURIComponent(conflict.name)}`);
    expect(found.total).toBeGreaterThan(0);
    for (const i of found.incidents) {
      expect(i.parties.filter((p) => conflict.parties.includes(p)).length).toBeGreaterThanOrEqual(2);
      expect((i.to ?? i.from)! >= conflict.from! && (i.from ?? i.to)! <= conflict.to!).toBe(true);
    }
  });

  test("reports by words, outlet and what they claim", async () => {
    expect((await reports("?q=ceasefire")).reports.map((r) => r.label)).toContain("afgpak-doha-ceasefire");
    const [first] = (await reports()).reports.filter((r) => r.outlet !== null);
    const same = await reports(`?outlet=${encodeURIComponent(first!.outlet!)}`);
    expect(same.reports.map((r) => r.hash)).toContain(first!.hash);
    for (const r of same.reports) expect(r.outlet).toBe(first!.outlet);
    expect((await reports("?place=Djibo")).reports.map((r) => r.label).sort()).toEqual([
      "sahel-djibo",
      "sahel-djibo-copy",
    ]);
  });

  test("reports by the parties that one of their claims names together", async () => {
    const named = new Map<string, readonly (readonly string[])[]>();
    for (const { hash } of (await reports()).reports) {
      const { claims } = await desk.get(`/api/reports/${hash}`, reportRoomSchema);
      const parties = claims
        .filter((c) => c.kind === "event" || c.kind === "toll" || c.kind === "diplomacy")
        .map(({ sources, fields: f }) =>
          [sources, f.actor, f.recipient, f.party, f.perpetrator, f.thirdParty, f.parties]
            .flat()
            .filter((p): p is string => typeof p === "string"),
        );
      named.set(hash, parties);
    }
    for (const asked of [["AFG"], ["PAK"], ["QAT"], ["AFG", "PAK"], ["AFG", "QAT"], ["XYZ"]]) {
      const found = await reports(`?${asked.map((p) => `party=${p}`).join("&")}`);
      const expected = [...named].filter(([, claims]) =>
        claims.some((c) => asked.every((p) => c.includes(p))),
      );
      expect(found.reports.map((r) => r.hash).sort(), asked.join()).toEqual(expected.map(([h]) => h).sort());
      expect(found.total).toBe(expected.length);
    }
  });

  test("since a time: only what a report seen after it added to", async () => {
    expect((await incidents("?since=2025-12-31T00:00:00Z")).total).toBe((await incidents()).total);
    expect((await incidents("?since=2026-01-02T00:00:00Z")).total).toBe(0);
    expect((await reports("?since=2026-01-02T00:00:00Z")).total).toBe(0);
  });
});

test.each(["incidents", "reports"] as const)(
  "pages of %s are parts of the whole, in its order",
  async (what) => {
    const page = async (query: string) => {
      const found = what === "incidents" ? await incidents(query) : await reports(query);
      return {
        ...found,
        keys: "incidents" in found ? found.incidents.map((i) => i.id) : found.reports.map((r) => r.hash),
      };
    };
    const whole = await page("?limit=1000");
    const keys: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 4) {
      const part = await page(`?limit=4&offset=${offset}`);
      expect(part).toMatchObject({ total: whole.total, limit: 4, offset });
      keys.push(...part.keys);
    }
    expect(keys).toEqual(whole.keys);
    expect(new Set(keys).size).toBe(whole.total);
    expect(await page(`?offset=${whole.total + 10}`)).toMatchObject({ total: whole.total, keys: [] });
  },
);

describe("search", () => {
  test("leads to parties, places, reports and incidents", async () => {
    const byName = await desk.get("/api/search?q=pakis", findSchema);
    expect(byName.parties).toContainEqual({ code: "PAK", name: "Pakistan" });
    const byPlace = await desk.get("/api/search?q=Djibo", findSchema);
    expect(byPlace.places.map((p) => p.name)).toContain("Djibo");
    const byWords = await desk.get("/api/search?q=ceasefire", findSchema);
    expect(byWords.reports.some((r) => /«.*»/.test(r.excerpt))).toBe(true);
  });

  test("an incident's id leads to it", async () => {
    const [first] = (await incidents()).incidents;
    const found = await desk.get(`/api/search?q=${first!.id}`, findSchema);
    expect(found.incidents.map((i) => i.id)).toEqual([first!.id]);
  });
});

describe("what cannot be answered is a problem that says what to do", () => {
  test.each([
    ["/api/incidents?foo=1", 400, /foo/],
    ["/api/incidents?limit=0", 400, /limit/],
    ["/api/incidents?limit=1e9", 400, /limit.*whole number/],
    ["/api/incidents?limit=100000", 400, /limit/],
    ["/api/incidents?offset=-1", 400, /offset/],
    ["/api/incidents?from=2025-02-30", 400, /from.*no day/],
    ["/api/incidents?from=2025-10-12&to=2025-10-01", 400, /lies after/],
    ["/api/incidents?type=QUARREL", 400, /type.*ASSAULT/],
    ["/api/incidents?kind=peace", 400, /kind.*violence/],
    ["/api/incidents?verdict=true", 400, /verdict.*contested/],
    ["/api/incidents?conflict=Nowhere", 400, /no conflict “Nowhere”/],
    ["/api/incidents?since=yesterday", 400, /since/],
    ["/api/incidents/x'; drop table incident", 400, /no id/],
    ["/api/incidents/izzzzzzzzzzzz", 404, /no incident izzzzzzzzzzzz/],
    ["/api/incidents/izzzzzzzzzzzz/why", 404, /no incident/],
    ["/api/incidents/i", 404, /could be/],
    ["/api/reports/none-of-this-name", 404, /names no report/],
    ["/api/reports/%25", 404, /names no report/],
    ["/api/batches/nothing", 400, /id/],
    ["/api/batches/8c6f1c9e-6b1e-4a83-9f0a-111111111111", 404, /no such batch/],
    ["/api/search", 400, /q/],
    ["/api/search?q=%20", 400, /q/],
    ["/api/export/everything", 400, /what/],
    ["/api/export/incident", 400, /id is missing/],
    ["/api/export/weeks?party=AFG", 400, /two parties/],
    ["/api/nothing", 404, /no route/],
  ])("%s", async (path, status, words) => {
    const found = await problem(path);
    expect(found.status).toBe(status);
    expect(found.detail).toMatch(words);
    expect(found.hint).not.toBe("");
    expect(found.code).toBe(status === 400 ? "bad-request" : "not-found");
  });

  test("another method than a route has", async () => {
    expect((await problem("/api/incidents", { method: "DELETE" })).status).toBe(405);
    const answer = await desk.ask("/api/rulings", { method: "OPTIONS" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, POST, HEAD, OPTIONS"]);
    const head = await desk.ask("/api/incidents", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("a mistake of ours tells nothing of itself, and is logged", async () => {
    const broken = await openTemporaryDesk();
    await broken.temporary.store.close();
    const answer = await broken.ask("/api/incidents");
    const found = problemSchema.parse(await answer.json());
    expect(found).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(found)).not.toMatch(/driver|pool|destroyed|select|stack/i);
    expect(broken.logged).toHaveLength(1);
    await broken.close();
  });
});

describe("the description", () => {
  const described = async () => (await (await desk.ask("/openapi.json")).json()) as Described;
  interface Operation {
    readonly summary?: string;
    readonly responses: Record<
      string,
      { description?: string; content?: Record<string, { schema: object }> }
    >;
  }
  interface Described {
    readonly openapi: string;
    readonly paths: Record<string, Record<string, Operation>>;
    readonly components: { readonly schemas: Record<string, object> };
  }

  test("is OpenAPI 3.1, with every route, its answers and its problems", async () => {
    const { openapi, paths } = await described();
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/api/status",
        "/api/incidents/{id}",
        "/api/documents",
        "/api/live",
        "/api/review",
      ]),
    );
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations)) {
        const name = `${method} ${path}`;
        expect(operation.summary, name).toBeTruthy();
        expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(["4XX", "5XX"]));
        for (const answer of Object.values(operation.responses)) {
          expect(answer.description, name).toBeTruthy();
          expect(Object.keys(answer.content ?? {}), name).not.toEqual([]);
        }
      }
  });

  test("names the schema of every answer, and every name leads to one", async () => {
    const document = await described();
    const named = Object.keys(document.components.schemas);
    expect(named).toEqual(expect.arrayContaining(["IncidentRoom", "ReportRoom", "Batch", "Problem", "Live"]));
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      (m) => m[1],
    );
    expect(refs.filter((r) => !named.includes(r!))).toEqual([]);
    for (const [path, operations] of Object.entries(document.paths))
      for (const operation of Object.values(operations))
        for (const [status, { content }] of Object.entries(operation.responses)) {
          const json = content?.["application/json"]?.schema;
          if (json && !path.startsWith("/api/export"))
            expect(json, `${path} ${status}`).toHaveProperty("$ref");
        }
  });
});
