import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/package-root.js";
import { type AddOutcome, addDocuments, resumeAdding } from "../../src/queue/add.js";
import { type ReaderPool, startReaderPool } from "../../src/queue/reader-pool.js";
import { rebuild } from "../../src/queue/rebuild.js";
import { digestOf } from "../../src/store/digest.js";
import { examine } from "../../src/store/doctor.js";
import { openStore } from "../../src/store/open-store.js";
import { reportListings, searchRecord, unreadListings } from "../../src/store/record-queries.js";
import { makeRuling } from "../../src/store/ruling-store.js";
import { killRounds } from "../../tools/kill-rounds.js";
import { openTemporaryStore, type TemporaryStore } from "./temporary-store.js";

let pool: ReaderPool;
let temporary: TemporaryStore;

beforeAll(() => {
  pool = startReaderPool(1);
});
afterAll(() => pool.close());
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

const sample = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(packageRoot(), "samples", name))),
});
const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) });
const now = () => "2026-01-01T00:00:00.000Z";

async function add(inputs: Parameters<typeof addDocuments>[1]): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  await addDocuments(temporary.store, inputs, { pool, now, onOutcome: (o) => void outcomes.push(o) });
  return outcomes;
}

describe("adding documents", () => {
  test("names each once it stands in the store, and knows it the next time", async () => {
    const list = [sample("afgpak-clash-agency.txt"), sample("afgpak-clash-kabul.txt")];
    expect((await add(list)).map((o) => o.kind)).toEqual(["added", "added"]);
    const before = await digestOf(temporary.store.db);
    expect((await add(list)).map((o) => o.kind)).toEqual(["known", "known"]);
    expect(await digestOf(temporary.store.db)).toEqual(before);
  });

  test("goes on past what cannot be read, and keeps it listed with its reason", async () => {
    const outcomes = await add([
      text("empty.txt", "  \n"),
      { name: "gone.txt", error: new Error("gone.txt: no such file or folder.") },
      text(
        "german.txt",
        "Die Regierung teilte am Freitag mit, dass zwölf Soldaten bei den Kämpfen getötet worden seien.\n".repeat(
          5,
        ),
      ),
      sample("afgpak-clash-tehran.txt"),
    ]);
    expect(outcomes.map((o) => `${o.kind} ${o.name}`).sort()).toEqual([
      "added afgpak-clash-tehran.txt",
      "unread empty.txt",
      "unread german.txt",
      "unread gone.txt",
    ]);
    expect((await unreadListings(temporary.store.db)).map((u) => `${u.name}: ${u.code}`)).toEqual([
      "empty.txt: empty",
      expect.stringMatching(/^german\.txt: /),
    ]);
  });

  test("reads one text under two names once, in whichever order they come", async () => {
    const a = sample("afgpak-clash-tehran.txt");
    const digests: object[] = [];
    for (const names of [
      ["b.txt", "a.txt"],
      ["a.txt", "b.txt"],
    ]) {
      const other = await openTemporaryStore();
      await addDocuments(
        other.store,
        names.map((name) => ({ ...a, name })),
        { pool, now },
      );
      digests.push(await digestOf(other.store.db));
      expect((await reportListings(other.store.db, {})).map((r) => r.label)).toEqual(["a"]);
      await other.close();
    }
    expect(digests[0]).toEqual(digests[1]);
  });

  test("keeps an edited article as a version of the old one, and a wire copy as one origin with it", async () => {
    await add(
      ["afgpak-boldak-first.txt", "afgpak-boldak-revised.txt", "sahel-djibo.txt", "sahel-djibo-copy.txt"].map(
        sample,
      ),
    );
    const kin = (await reportListings(temporary.store.db, {})).map(
      (r) => `${r.label}: ${r.kin.map((k) => `${k.why} ${k.label}`)}`,
    );
    expect(kin.sort()).toEqual([
      "afgpak-boldak-first: revision afgpak-boldak-revised",
      "afgpak-boldak-revised: revision afgpak-boldak-first",
      "sahel-djibo-copy: copy sahel-djibo",
      "sahel-djibo: copy sahel-djibo-copy",
    ]);
  });

  test("takes hostile text as text", async () => {
    const words = `Title: \u202eevil <script>alert(1)</script>\nDate: 2025-05-10\n\nKyiv said on Friday that at least 12 people were killed\u200b in Kharkiv by Russian shells '); drop table report; --\n`;
    expect((await add([text(`'; drop table report; --.txt`, words)]))[0]!.kind).toBe("added");
    expect((await searchRecord(temporary.store.db, "Kharkiv", 5)).length).toBeGreaterThan(0);
  });

  test("is made anew from originals and rulings to the same record", async () => {
    await add(
      [
        "afgpak-clash-agency.txt",
        "afgpak-clash-kabul.txt",
        "afgpak-clash-tehran.txt",
        "afgpak-doha-ceasefire.txt",
      ].map(sample),
    );
    await add([text("empty.txt", " ")]);
    const { store, folder, database } = temporary;
    const toll = await store.db
      .selectFrom("claim")
      .selectAll()
      .where("kind", "=", "toll")
      .orderBy("id")
      .executeTakeFirstOrThrow();
    await makeRuling(
      store,
      {
        kind: "correct",
        claim: toll.id,
        start: toll.start_offset,
        end: toll.end_offset,
        change: { low: 7, high: 7 },
      },
      { who: "analyst", why: "", at: now() },
    );
    const before = await digestOf(store.db);
    await store.close();
    const fresh = await openStore({ data: folder, database, fresh: true });
    expect(await rebuild(fresh, { pool, now })).toBe(5);
    expect(await digestOf(fresh.db)).toEqual(before);
    const findings = await examine(
      fresh,
      (await fresh.db.selectFrom("report").select("version").executeTakeFirstOrThrow()).version,
    );
    expect(findings.filter((f) => f.state === "fault")).toEqual([]);
    expect(findings.find((f) => f.check === "documents that could not be read")?.state).toBe("notice");
    await fresh.close();
  });

  test("the doctor finds a damaged original and says what to do", async () => {
    await add([sample("afgpak-clash-agency.txt")]);
    const [original] = temporary.store.originals.list();
    writeFileSync(join(temporary.folder, "originals", original!.slice(0, 2), original!), "other bytes");
    const faults = (await examine(temporary.store, "")).filter((f) => f.state === "fault");
    expect(faults.map((f) => f.check)).toEqual(["bytes of originals"]);
    expect(faults[0]!.advice).not.toBe("");
  });

  test("takes up what was taken in and not read", async () => {
    const { store } = temporary;
    const { name, bytes } = sample("afgpak-clash-agency.txt");
    const [original] = await store.originals.put([bytes]);
    store.sightings.append([{ original: original!, name, mediaType: null, published: null, seenAt: now() }]);
    const outcomes: AddOutcome[] = [];
    expect(await resumeAdding(store, { pool, now, onOutcome: (o) => void outcomes.push(o) })).toBe(1);
    expect(outcomes.map((o) => o.kind)).toEqual(["added"]);
  });
});

// the embedded store alone: what is killed is its process
describe.skipIf(process.env.PARLEY_TEST_DATABASE !== undefined)("adding that is killed", () => {
  test("loses and doubles no acknowledged report, and starts again at once", {
    timeout: 240_000,
  }, async () => {
    const result = await killRounds(4, { perRound: 20 });
    expect(result).toMatchObject({ lost: 0, doubled: 0, missing: 0, acknowledged: 80 });
    expect(result.kills).toBeGreaterThan(0);
    expect(result.slowestStartMs).toBeLessThan(3000);
  });
});
