import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partyAliases } from "../../src/coding/party-aliases.js";
import { readPartyData } from "../../src/data/load-parties.js";
import { packageRoot } from "../../src/data/package-root.js";
import { addDocuments } from "../../src/queue/add.js";
import { startReaderPool } from "../../src/queue/reader-pool.js";
import { indexNames, type NameIndex } from "../../src/record/query-words.js";
import { findAnything } from "../../src/store/find.js";
import { placesOfRecord, searchRecord } from "../../src/store/record-queries.js";
import { openTemporaryStore, type TemporaryStore } from "./temporary-store.js";

let temporary: TemporaryStore;
let known: NameIndex;

beforeAll(async () => {
  temporary = await openTemporaryStore();
  const pool = startReaderPool(1);
  const names = ["afgpak-clash-agency.txt", "afgpak-clash-kabul.txt", "gaza-truce-strikes.txt"];
  const inputs = names.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(packageRoot(), "samples", name))),
  }));
  await addDocuments(temporary.store, inputs, { pool, now: () => "2026-01-01T00:00:00.000Z" });
  await pool.close();
  const aliases = partyAliases(readPartyData());
  known = indexNames({
    parties: ["AFG", "PAK", "ISR"].map((code) => ({
      code,
      name: code,
      aliases: aliases.get(code) ?? [],
      incidents: 1,
    })),
    places: await placesOfRecord(temporary.store.db),
    asOf: "2025-10-20",
  });
});
afterAll(() => temporary.close());

const find = (words: string) => findAnything(temporary.store.db, words, known);
const search = (words: string, isTyped = false) =>
  searchRecord(temporary.store.db, words, 20, {}, { isTyped });

describe("what words lead to", () => {
  test("parties by their aliases, and the incidents in which all named take part", async () => {
    const { parties, incidents } = await find("afghan paki");
    expect(parties.map((p) => p.code).sort()).toEqual(["AFG", "PAK"]);
    expect(incidents.length).toBeGreaterThan(0);
    for (const i of incidents) expect(i.parties).toEqual(expect.arrayContaining(["AFG", "PAK"]));
  });

  test("a place with a month: incidents there and then", async () => {
    const place = known.places.find((p) => p.country === "AFG" || p.country === "PAK")!;
    const { incidents, places } = await find(`${place.name.toLowerCase()} october 2025`);
    expect(places.map((p) => p.name)).toContain(place.name);
    for (const i of incidents) expect(i.place).toBe(place.name);
    expect((await find(`${place.name} 1999`)).incidents).toEqual([]);
  });

  test("an incident by the beginning of its id", async () => {
    const [incident] = (await find("afghan paki")).incidents;
    expect((await find(incident!.id.slice(0, 9).toUpperCase())).incidents[0]!.id).toBe(incident!.id);
  });

  test("reports and claims by their words, the last of which may have only begun; with outlet and title", async () => {
    const { reports } = await find("soldiers kil");
    expect(reports.some((r) => r.claim === null && r.outlet !== null && r.title !== null)).toBe(true);
    expect(reports.some((r) => r.claim !== null)).toBe(true);
    for (const r of reports) expect(r.excerpt).toMatch(/«[^»]+»/);
  });

  test.each([`"`, `"kil`, "(", "a:*", "\\", "' or 1=1 --", "&|!", "𝔘", "or", "-kil", "%"])(
    "odd words: %j",
    async (words) => {
      expect(await find(words)).toBeDefined();
    },
  );
});

describe("a search", () => {
  test("has all the words, in their order where they are quoted, and not those with a minus", async () => {
    const all = new Set((await search("killed")).map((h) => h.report));
    expect(all.size).toBe(3);
    const rafah = new Set((await search("killed Rafah")).map((h) => h.report));
    expect(rafah.size).toBe(1);
    const others = new Set((await search("killed -Rafah")).map((h) => h.report));
    expect(others.size).toBe(2);
    for (const typed of [false, true]) {
      expect((await search('"Rafah killed soldiers"', typed)).length).toBe(0);
      expect((await search('"two soldiers"', typed)).length).toBeGreaterThan(0);
    }
  });

  test("takes the last word whole unless it is being typed", async () => {
    expect(await search("Rafa")).toEqual([]);
    expect((await search("Rafa", true)).length).toBeGreaterThan(0);
  });
});
