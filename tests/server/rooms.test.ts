import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { packageRoot } from "../../src/data/package-root.js";
import {
  diplomacySchema,
  mapSchema,
  problemSchema,
  reviewSchema,
  situationSchema,
  sourcesSchema,
} from "../../src/formats/desk-json.js";
import { addDocuments } from "../../src/queue/add.js";
import { type ReaderPool, startReaderPool } from "../../src/queue/reader-pool.js";
import { makeApp } from "../../src/server/app.js";
import { makeContext } from "../../src/server/serve.js";
import { openTemporaryStore, type TemporaryStore } from "../record/temporary-store.js";

let temporary: TemporaryStore;
let pool: ReaderPool;
let served: ReturnType<typeof makeContext>;
let app: ReturnType<typeof makeApp>;
const closing = new AbortController();
const failures: unknown[] = [];

beforeAll(async () => {
  temporary = await openTemporaryStore();
  pool = startReaderPool(1);
  const folder = join(packageRoot(), "samples");
  const documents = readdirSync(folder)
    .filter((name) => name !== "README.md")
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  await addDocuments(temporary.store, documents, { pool, now: () => "2026-01-01T00:00:00.000Z" });
  served = makeContext(temporary.store, { log: (e) => failures.push(e), closing: closing.signal });
  app = makeApp(served.context, { desk: join(folder, "no-desk"), port: () => null });
}, 120_000);

afterAll(async () => {
  closing.abort();
  await served.adding.close();
  await served.context.rooms.close();
  await pool.close();
  await temporary.close();
  expect(failures).toEqual([]);
});

const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://localhost${path}`, {
    ...init,
    headers: { host: "localhost", "content-type": "application/json" },
  });

/** The answer, which fits its schema. */
async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const answer = await ask(path);
  const body: unknown = await answer.json();
  expect(answer.status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return schema.parse(body);
}

async function rule(body: object): Promise<string> {
  const answer = await ask("/api/rulings", { method: "POST", body: JSON.stringify({ body, why: "a test" }) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const CLASH = "?party=AFG&party=PAK";
const words = (sentences: z.infer<typeof situationSchema>["sentences"]) =>
  sentences.map((clauses) => clauses.map((c) => c.text).join(""));

const queryOf = (filter: Readonly<Record<string, string | string[]>>) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const v of typeof value === "string" ? [value] : value) query.append(name, v);
  return query;
};

describe("Situation", () => {
  test("of two parties: sentences that lead to their evidence, and what they are drawn from", async () => {
    const s = await get(`/api/situation${CLASH}`, situationSchema);
    const text = words(s.sentences);
    expect(text).toHaveLength(5);
    expect(text[0]).toMatch(
      /^\d+ incidents of violence between Afghanistan and Pakistan are on record, from 9 Oct 2025 to 25 Nov 2025/,
    );
    expect(text[2]).toMatch(/are contested and \d+ are denied/);
    expect(text[4]).toMatch("agreed 19 Oct 2025 through Qatar and Turkey");
    // what Kabul called a breach on 17 October was one of the truce before
    expect(text[4]).not.toMatch("breach");
    expect(s.total).toBe(s.incidents.length);
    expect(s.parties).toEqual(["AFG", "PAK"]);
    expect(s.contested.every((i) => i.verdict === "contested" || i.verdict === "denied")).toBe(true);
    for (const lead of s.sentences.flat().flatMap((c) => c.lead ?? [])) {
      if (lead.to === "incident") expect((await ask(`/api/incidents/${lead.id}`)).status).toBe(200);
      if (lead.to === "initiative") expect(s.initiatives.map((i) => i.id)).toContain(lead.id);
      if (lead.to === "ceasefire") expect(s.ceasefires.map((c) => c.id)).toContain(lead.id);
      if (lead.to === "incidents") {
        const query = queryOf(lead.filter);
        expect((await ask(`/api/incidents?${query}`)).status).toBe(200);
      }
    }
  });

  test("counts are those of the lists that they lead to", async () => {
    const s = await get("/api/situation?party=THA&party=KHM", situationSchema);
    for (const clause of s.sentences.flat()) {
      const n = /^(\d+) /.exec(clause.text)?.[1];
      if (!n || clause.lead?.to !== "incidents") continue;
      const query = queryOf(clause.lead.filter);
      const list = (await (await ask(`/api/incidents?${query}`)).json()) as { total: number };
      expect(list.total, clause.text).toBe(Number(n));
    }
  });

  test("of the whole record: a running count is not the deadliest incident", async () => {
    const s = await get("/api/situation", situationSchema);
    expect(words(s.sentences)[1]).not.toMatch("58,800");
    expect(s.weeks.reduce((n, w) => n + w.violent, 0)).toBeGreaterThan(50);
    const days = s.incidents.flatMap((i) => i.from ?? i.to ?? []);
    expect(days).toEqual([...days].sort());
  });

  test("of a period, and of parties that nothing is told of", async () => {
    const november = await get(`/api/situation${CLASH}&from=2025-11-01&to=2025-11-30`, situationSchema);
    expect(november).toMatchObject({ from: "2025-11-01", to: "2025-11-30" });
    expect(november.incidents.every((i) => i.to! >= "2025-11-01" && i.from! <= "2025-11-30")).toBe(true);
    expect(words((await get("/api/situation?party=JPN", situationSchema)).sentences)).toEqual([
      "No incident of violence in which Japan takes part is on record.",
      "No initiative of diplomacy is on record.",
      "No ceasefire is on record.",
    ]);
  });

  test("of a conflict by its name", async () => {
    const { conflicts } = (await (await ask("/api/conflicts")).json()) as {
      conflicts: { name: string; parties: string[] }[];
    };
    const { name, parties } = conflicts[0]!;
    const s = await get(`/api/situation?conflict=${encodeURIComponent(name)}`, situationSchema);
    expect(s.parties).toEqual(parties);
    expect(s.sentences[0]![0]!.lead).toMatchObject({ filter: { conflict: name } });
    expect(problemSchema.parse(await (await ask("/api/situation?conflict=nothing")).json())).toMatchObject({
      status: 400,
      code: "bad-request",
    });
  });

  test("refuses what it does not narrow by", async () => {
    expect((await ask("/api/situation?place=Kabul")).status).toBe(400);
    expect((await ask("/api/situation?from=2025-13-01")).status).toBe(400);
  });
});

describe("Diplomacy", () => {
  test("initiatives and ceasefires with the reports that tell of them, and no others", async () => {
    const d = await get(`/api/diplomacy${CLASH}`, diplomacySchema);
    const reports = new Set(d.reports.map((r) => r.hash));
    const evidence = [
      ...d.initiatives.flatMap((i) => i.history.flatMap((s) => s.evidence)),
      ...d.ceasefires.flatMap((c) => [...c.evidence, ...c.breaches.flatMap((b) => b.evidence)]),
    ];
    expect(d.initiatives.some((i) => i.thirdParty.includes("QAT"))).toBe(true);
    expect(new Set(evidence.map((e) => e.report))).toEqual(reports);
    expect(d.since).toBeNull();
  });

  test("narrowed by act and by period", async () => {
    const mediated = await get("/api/diplomacy?act=mediates", diplomacySchema);
    expect(mediated.initiatives.length).toBeGreaterThan(0);
    expect(mediated.initiatives.every((i) => i.history.some((s) => s.act === "mediates"))).toBe(true);
    const october = await get("/api/diplomacy?from=2025-10-01&to=2025-10-31", diplomacySchema);
    const all = await get("/api/diplomacy", diplomacySchema);
    expect(october.initiatives.length).toBeGreaterThan(0);
    expect(october.initiatives.length).toBeLessThan(all.initiatives.length);
    expect(october.initiatives.every((i) => i.from! <= "2025-10-31" && i.to! >= "2025-10-01")).toBe(true);
    expect(october.ceasefires.map((c) => c.parties)).toContainEqual(["AFG", "PAK"]);
    expect(october.ceasefires.map((c) => c.parties)).not.toContainEqual(["KHM", "THA"]);
  });
});

describe("Sources", () => {
  test("outlets by what they carry, and whom they leave out", async () => {
    const s = await get(`/api/sources${CLASH}`, sourcesSchema);
    const outlet = (name: string) => s.outlets.find((o) => o.outlet === name)!;
    // the ministry's agency quotes its own side alone
    expect(outlet("Hindu Kush Example News")).toMatchObject({ quotes: [{ code: "AFG" }] });
    expect(outlet("Hindu Kush Example News").leavesOut).toContain("PAK");
    expect(outlet("Indus Example Times").leavesOut).toEqual(["AFG"]);
    // two versions of one article
    expect(outlet("Arghandab Example Report")).toMatchObject({ reports: 2, origins: 1 });
    for (const o of s.outlets) {
      expect(o.ownVoice).toBeLessThanOrEqual(o.claims);
      for (const party of o.leavesOut) expect(o.quotes.map((q) => q.code)).not.toContain(party);
    }
  });

  test("speakers by what they say and how it fares", async () => {
    const s = await get(`/api/sources${CLASH}`, sourcesSchema);
    const [first] = s.speakers;
    expect(["AFG", "PAK"]).toContain(first!.code);
    expect(first!.contested).toBeGreaterThan(0);
    expect(s.speakers.find((x) => x.code === "PAK")!.denials).toBeGreaterThan(0);
    expect(s.speakers.map((x) => x.claims)).toEqual(s.speakers.map((x) => x.claims).sort((a, b) => b - a));
  });

  test("the last year where no period is asked for, and the period that is", async () => {
    const year = await get("/api/sources", sourcesSchema);
    const days = (Date.parse(year.to!) - Date.parse(year.from!)) / 86_400_000;
    expect(days).toBe(364);
    const none = await get("/api/sources?from=2024-01-01&to=2024-01-31", sourcesSchema);
    expect(none).toEqual({ from: "2024-01-01", to: "2024-01-31", outlets: [], speakers: [] });
  });
});

describe("Map", () => {
  test("each incident has a point, or is counted", async () => {
    const m = await get("/api/map", mapSchema);
    const onlyCountry = m.countryOnly.reduce((n, c) => n + c.incidents, 0);
    expect(m.total).toBe(m.shown);
    expect(m.incidents.length + m.unlocated + onlyCountry).toBe(m.shown);
    expect(
      m.incidents.some((i) => (i.precision as string) === "country" || i.precision === "unresolved"),
    ).toBe(false);
    const fasher = m.incidents.find((i) => i.place === "El Fasher")!;
    expect([Math.round(fasher.latitude), Math.round(fasher.longitude)]).toEqual([14, 25]);
  });

  test("the latest where there are more than are shown", async () => {
    const m = await get("/api/map?limit=3&kind=violence", mapSchema);
    expect(m.shown).toBe(3);
    expect(m.total).toBeGreaterThan(3);
  });
});

describe("Review", () => {
  test("contested first, then doubtful, then links; each with its words in their text", async () => {
    const all = await get("/api/review?limit=100", reviewSchema);
    const rest = await get("/api/review?limit=100&offset=100", reviewSchema);
    const last = await get("/api/review?limit=100&offset=200", reviewSchema);
    const items = [...all.items, ...rest.items, ...last.items];
    expect(items).toHaveLength(all.total);
    expect(new Set(items.map((i) => i.key)).size).toBe(all.total);
    expect(items.map((i) => i.why)).toEqual(
      (["contested", "doubtful", "link"] as const).flatMap((why) =>
        items.filter((i) => i.why === why).map(() => why),
      ),
    );
    for (const item of items) {
      expect(item.reasons.length, item.key).toBeGreaterThan(0);
      expect(item.claim === null).toBe(item.why === "link");
      expect(item.before.length).toBeLessThanOrEqual(300);
    }
    const room = (await (await ask(`/api/reports/${items[0]!.report}`)).json()) as {
      report: { text: string };
    };
    expect(room.report.text).toContain(items[0]!.before + items[0]!.quote + items[0]!.after);
  });

  test("what the other side says of the same stands beside a contested figure", async () => {
    const { items } = await get("/api/review?why=contested&limit=100", reviewSchema);
    const own = items.find((i) => i.quote === "23 soldiers embraced martyrdom")!;
    expect(own.reasons[0]).toBe("others say otherwise: Afghanistan: 58");
    expect(own.others).toMatchObject([{ source: "AFG", words: expect.stringContaining("58") }]);
    expect(own.claim).toMatchObject({ fields: { party: "PAK", low: 23, high: 23 } });
    const civilians = items.find((i) => i.quote === "17 civilians killed")!;
    expect(civilians.reasons[0]).toBe("whether they were fighters or civilians is contested");
  });

  test("what is ruled on does not come back, until the ruling is undone", async () => {
    const before = await get("/api/review?why=doubtful&limit=1", reviewSchema);
    const [item] = before.items;
    const { id, start, end } = item!.claim!;
    const ruling = await rule({ kind: "confirm", claim: id, start, end });
    const after = await get("/api/review?why=doubtful&limit=100", reviewSchema);
    expect(after.items.map((i) => i.key)).not.toContain(item!.key);
    expect(after.total).toBe(before.total - 1);
    await rule({ kind: "undo", ruling });
    expect((await get("/api/review?why=doubtful&limit=1", reviewSchema)).items).toEqual(before.items);
  });

  test("a weak link is joined or cut by a ruling, and asked for no more", async () => {
    const before = await get("/api/review?why=link", reviewSchema);
    const [first, second] = before.items.map((i) => i.link!);
    expect(first!.score).toBeGreaterThanOrEqual(2.5);
    expect(first!.score).toBeLessThan(3.31);
    const keys = async () =>
      (await get("/api/review?why=link", reviewSchema)).items.map((i) => i.link!.telling);
    const joined = await rule({ kind: "merge", incidents: [first!.parent, first!.telling] });
    expect(await keys()).not.toContain(first!.telling);
    const cut = await rule({ kind: "split", tellings: [second!.telling] });
    expect(await keys()).not.toContain(second!.telling);
    await rule({ kind: "undo", ruling: cut });
    await rule({ kind: "undo", ruling: joined });
    expect(await get("/api/review?why=link", reviewSchema)).toEqual(before);
  });

  test("pages are small, and of what it knows", async () => {
    expect((await ask("/api/review?limit=101")).status).toBe(400);
    expect((await ask("/api/review?why=boring")).status).toBe(400);
    expect((await get("/api/review?offset=5000", reviewSchema)).items).toEqual([]);
  });
});
