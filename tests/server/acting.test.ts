import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/package-root.js";
import {
  type Batch,
  batchSchema,
  conflictsSchema,
  incidentPageSchema,
  incidentRoomSchema,
  type Live,
  liveSchema,
  madeRuling,
  problemSchema,
  reportPageSchema,
  reportRoomSchema,
  rulingPageSchema,
  statusSchema,
  unreadSchema,
} from "../../src/formats/desk-json.js";
import { openTemporaryDesk, type TemporaryDesk } from "./temporary-desk.js";

let desk: TemporaryDesk;

beforeAll(async () => {
  desk = await openTemporaryDesk(["afgpak-clash-agency.txt", "afgpak-clash-kabul.txt"]);
});
afterAll(() => desk.close());

async function rule(body: object, why = ""): Promise<ReturnType<typeof madeRuling.parse>> {
  const answer = await desk.post("/api/rulings", { body, why });
  const json = await answer.json();
  expect(answer.status, JSON.stringify(json)).toBe(201);
  return madeRuling.parse(json);
}

async function toll() {
  const { reports } = await desk.get("/api/reports", reportPageSchema);
  for (const { hash } of reports) {
    const room = await desk.get(`/api/reports/${hash}`, reportRoomSchema);
    const claim = room.claims.find(
      (c) => c.kind === "toll" && c.incident !== null && typeof c.fields.low === "number",
    );
    if (claim) return { ...claim, report: hash };
  }
  throw new Error("there is no toll");
}

describe("rulings", () => {
  test("a correction stands at once, in the report, the incident and the log; undoing takes it back", async () => {
    const claim = await toll();
    const anchor = { claim: claim.id, start: claim.start, end: claim.end };
    const made = await rule({ kind: "correct", ...anchor, change: { low: 41, high: 41 } }, "misread");
    expect(made).toMatchObject({
      stands: true,
      why: "misread",
      report: claim.report,
      quote: claim.quote,
      incident: claim.incident,
    });
    const corrected = await desk.get(`/api/reports/${claim.report}`, reportRoomSchema);
    expect(corrected.claims.find((c) => c.id === claim.id)).toMatchObject({
      ruling: "corrected",
      fields: { low: 41, high: 41 },
    });
    expect(corrected.rulings.map((r) => r.id)).toEqual([made.id]);
    const room = await desk.get(`/api/incidents/${claim.incident}`, incidentRoomSchema);
    expect(room.rulings.map((r) => r.id)).toEqual([made.id]);
    expect(JSON.stringify(room.incident.tolls)).toContain('"low":41');
    expect(
      (await desk.get("/api/incidents", incidentPageSchema)).incidents.find((i) => i.id === claim.incident)
        ?.cells,
    ).toContainEqual(expect.objectContaining({ best: 41 }));

    const undo = await rule({ kind: "undo", ruling: made.id });
    expect(undo).toMatchObject({ stands: true, report: claim.report, incident: claim.incident });
    const back = await desk.get(`/api/reports/${claim.report}`, reportRoomSchema);
    expect(back.claims.find((c) => c.id === claim.id)).toMatchObject({ ruling: null, fields: claim.fields });
    expect(back.rulings).toEqual([]);
    const log = await desk.get("/api/rulings?limit=2", rulingPageSchema);
    expect(log.rulings.map((r) => [r.id, r.stands])).toEqual([
      [undo.id, true],
      [made.id, false],
    ]);
  });

  test("a rejected claim is shown as such, and can be brought back", async () => {
    const claim = await toll();
    const made = await rule({ kind: "reject", claim: claim.id, start: claim.start, end: claim.end });
    const room = await desk.get(`/api/reports/${claim.report}`, reportRoomSchema);
    expect(room.claims.find((c) => c.id === claim.id)).toMatchObject({ ruling: "rejected" });
    await rule({ kind: "undo", ruling: made.id });
  });

  test("a conflict that a ruling names is there at once", async () => {
    const made = await rule({
      kind: "conflict",
      name: "Border 2025",
      parties: ["AFG", "PAK"],
      from: null,
      to: null,
    });
    const { conflicts } = await desk.get("/api/conflicts", conflictsSchema);
    expect(conflicts[0]).toMatchObject({ name: "Border 2025", proposed: false });
    await rule({ kind: "undo", ruling: made.id });
  });

  test("a party that a ruling names otherwise is found under that name", async () => {
    const before = await desk.get("/api/reports?party=PAK", reportPageSchema);
    expect(before.total).toBeGreaterThan(0);
    const made = await rule({ kind: "party", code: "PAK", as: "ISLAMABAD" });
    expect(await desk.get("/api/reports?party=ISLAMABAD", reportPageSchema)).toMatchObject({
      total: before.total,
    });
    expect(await desk.get("/api/reports?party=PAK", reportPageSchema)).toMatchObject({ total: 0 });
    await rule({ kind: "undo", ruling: made.id });
    expect(await desk.get("/api/reports?party=PAK", reportPageSchema)).toEqual(before);
  });

  test("of rulings made at once none is lost", async () => {
    const before = (await desk.get("/api/rulings", rulingPageSchema)).total;
    const made = await Promise.all(
      ["P", "Q", "R", "S"].map((code) => rule({ kind: "party", code, as: `${code}2` })),
    );
    expect(new Set(made.map((m) => m.id)).size).toBe(4);
    expect((await desk.get("/api/rulings", rulingPageSchema)).total).toBe(before + 4);
  });

  test.each([
    [{ kind: "confirm", claim: `${"0".repeat(32)}/t1`, start: 0, end: 4 }, 422, "ruling-target"],
    [{ kind: "undo", ruling: "u000000000000" }, 422, "ruling-target"],
    [{ kind: "merge", incidents: ["i000000000000", "i000000000001"] }, 422, "ruling-target"],
    [{ kind: "confirm", claim: "x", start: 0, end: 4 }, 400, "bad-request"],
    [{ kind: "merge", incidents: ["i000000000000", "i000000000000"] }, 400, "bad-request"],
    [{ kind: "conflict", name: "", parties: ["A", "B"], from: null, to: null }, 400, "bad-request"],
  ])("%j is refused", async (body, status, code) => {
    const answer = await desk.post("/api/rulings", { body, why: "" });
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status, code });
  });
});

/** What the live stream says until `until` is met. */
async function heard(until: (events: readonly Live[]) => boolean): Promise<Live[]> {
  const answer = await desk.ask("/api/live");
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const events: Live[] = [];
  let text = "";
  try {
    while (!until(events)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const parts = text.split("\n\n");
      text = parts.pop()!;
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data) events.push(liveSchema.parse(JSON.parse(data)));
      }
    }
  } finally {
    await reader.cancel();
  }
  return events;
}

async function settled(batch: string): Promise<Batch> {
  for (;;) {
    const found = await desk.get(`/api/batches/${batch}`, batchSchema);
    if (found.done) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function give(documents: readonly object[]): Promise<Batch> {
  const answer = await desk.post("/api/documents", { documents });
  const json = await answer.json();
  expect(answer.status, JSON.stringify(json)).toBe(202);
  return batchSchema.parse(json);
}

const sample = (name: string) => readFileSync(join(packageRoot(), "samples", name), "utf8");

describe("documents", () => {
  test("a pasted text is taken in at once, read in the background, and listeners are told", async () => {
    const listening = heard(
      (events) => events.some((e) => e.kind === "document") && events.some((e) => e.kind === "record"),
    );
    const before = await desk.get("/api/status", statusSchema);
    const batch = await give([
      { kind: "text", name: "istanbul", text: sample("afgpak-istanbul-collapse.txt") },
    ]);
    expect(batch).toMatchObject({ done: false, documents: [{ name: "istanbul", state: "waiting" }] });
    const events = await listening;
    expect(events.filter((e) => e.kind === "document")).toMatchObject([
      { batch: batch.batch, name: "istanbul", state: "added", code: null },
    ]);
    const done = await settled(batch.batch);
    expect(done.documents).toMatchObject([{ state: "added", hash: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    const after = await desk.get("/api/status", statusSchema);
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(after.waiting).toBe(0);
    await desk.get(`/api/reports/${done.documents[0]!.hash}`, reportRoomSchema);
  });

  test("what is known already, empty, or too large says so; the others are read", async () => {
    const known = sample("afgpak-clash-agency.txt");
    const first = await give([
      { kind: "text", name: "afgpak-clash-agency.txt", text: known },
      { kind: "text", name: "blank", text: "   " },
      { kind: "text", name: "huge", text: "x".repeat(10_000_001) },
      { kind: "text", name: "twice.txt", text: sample("afgpak-khost-strikes.txt") },
      { kind: "text", name: "twice.txt", text: sample("sahel-djibo.txt") },
    ]);
    expect(first.documents.map((d) => [d.name, d.state])).toEqual([
      ["afgpak-clash-agency.txt", "known"],
      ["blank", "waiting"],
      ["huge", "unread"],
      ["twice.txt", "waiting"],
      ["twice (2).txt", "waiting"],
    ]);
    const done = await settled(first.batch);
    expect(done.documents.map((d) => [d.name, d.state, d.code])).toEqual([
      ["afgpak-clash-agency.txt", "known", null],
      ["blank", "unread", "empty"],
      ["huge", "unread", "too-large"],
      ["twice.txt", "added", null],
      ["twice (2).txt", "added", null],
    ]);
    const { unread } = await desk.get("/api/unread", unreadSchema);
    expect(unread.map((u) => u.name)).toEqual(["blank"]);
  });

  test("files come as form data, with the day of publication beside them", async () => {
    const form = new FormData();
    form.append("file", new File([sample("congo-uvira.txt")], "uvira.txt"));
    form.append(
      "file",
      new File([readFileSync(join(packageRoot(), "samples", "colombia-catatumbo.html"))], "c.html"),
    );
    form.append("file", new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], "scan.pdf"));
    form.append("published", "2025-12-11");
    const answer = await desk.ask("/api/documents", { method: "POST", body: form });
    expect(answer.status).toBe(202);
    const { documents } = await settled(batchSchema.parse(await answer.json()).batch);
    expect(documents.map((d) => [d.name, d.state, d.code])).toEqual([
      ["uvira.txt", "added", null],
      ["c.html", "added", null],
      ["scan.pdf", "unread", "not-text"],
    ]);
  });

  test.each([
    [{ documents: [] }, /documents/],
    [{ documents: [{ kind: "text", name: "a", text: "" }] }, /text/],
    [{ documents: [{ kind: "text", name: "a", text: "b", published: "2025-02-30" }] }, /no day/],
    [{ documents: [{ kind: "address", address: "not an address" }] }, /address/],
    [{ documents: [{ kind: "file", path: "/etc/passwd" }] }, /kind/],
    [{}, /documents/],
  ])("%j is not taken", async (body, words) => {
    const answer = await desk.post("/api/documents", body);
    expect(answer.status).toBe(400);
    expect(problemSchema.parse(await answer.json()).detail).toMatch(words);
  });

  test("hostile text and names come back as they were given, as JSON", async () => {
    const words = `</script><script>alert(1)</script> \u2028 "quoted" {{x}} \u202e ${"\ud83d\ude00"}`;
    const text = `Title: ${words}\nDate: 2025-10-12\n\nAt least five soldiers were killed in Spin Boldak on Sunday, officials said. ${words}\n`;
    const name = "<img src=x onerror=alert(1)>.txt";
    const batch = await give([{ kind: "text", name, text }]);
    const { documents } = await settled(batch.batch);
    expect(documents).toMatchObject([{ name, state: "added" }]);
    const answer = await desk.ask(`/api/reports/${documents[0]!.hash}`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    const room = reportRoomSchema.parse(await answer.json());
    expect(room.report.text).toContain(words);
    expect(room.report.label).toBe("<img src=x onerror=alert(1)>");
  });
});

describe("addresses", () => {
  let web: Server;
  let base: string;

  beforeAll(async () => {
    const page = (title: string, text: string) =>
      `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text
        .split(/\n\n+/)
        .slice(1)
        .map((p) => `<p>${p}</p>`)
        .join("")}</article></body></html>`;
    const pages: Record<string, [string, () => string]> = {
      "/uvira": ["text/html", () => page("Uvira", sample("congo-uvira.txt"))],
      "/walikale": ["text/html", () => page("Walikale", sample("congo-walikale.txt"))],
      "/feed": [
        "application/rss+xml",
        () =>
          `<?xml version="1.0"?><rss version="2.0"><channel><title>All</title><item><link>${base}/walikale</link></item><item><link>${base}/gone</link></item></channel></rss>`,
      ],
      "/data.json": ["application/json", () => '{"not": "a feed"}'],
      "/picture": ["image/png", () => "x"],
    };
    web = createServer((request, response) => {
      const [type, body] = pages[request.url!] ?? [];
      if (type && body) response.writeHead(200, { "content-type": type }).end(body());
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  });
  afterAll(() => void web.close());

  test("pages are read, a feed leads to its items, and what is neither says so", async () => {
    const batch = await give(
      ["/uvira", "/feed", "/data.json", "/picture", "/uvira"].map((path) => ({
        kind: "address",
        address: base + path,
      })),
    );
    expect(batch.documents.map((d) => d.name)).toEqual(
      ["/uvira", "/feed", "/data.json", "/picture"].map((path) => base + path),
    );
    const { documents } = await settled(batch.batch);
    expect(documents.map((d) => [d.name.replace(base, ""), d.state, d.code])).toEqual([
      ["/uvira", "added", null],
      ["/feed", "known", "feed"],
      ["/data.json", "unread", "media-type"],
      ["/picture", "unread", "media-type"],
      ["/walikale", "added", null],
      ["/gone", "unread", "status"],
    ]);
    expect(documents[1]!.message).toBe("A feed; its 2 items are read.");
  });

  test("files of this machine and other schemes are no addresses", async () => {
    const { batch } = await give([
      { kind: "address", address: "file:///etc/passwd" },
      { kind: "address", address: "ftp://example.org/x" },
    ]);
    const { documents } = await settled(batch);
    expect(documents.map((d) => [d.state, d.code])).toEqual([
      ["unread", "address"],
      ["unread", "address"],
    ]);
  });
});

test("who goes is let go, and who comes again hears whether the record has changed", async () => {
  const { changes } = desk.context;
  let listening = 0;
  const { subscribe } = changes;
  Object.assign(changes, {
    subscribe: (listener: Parameters<typeof subscribe>[0]) => {
      const end = subscribe(listener);
      listening += 1;
      return () => {
        listening -= 1;
        end();
      };
    },
  });
  const answer = await desk.ask("/api/live");
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await reader.read();
  const id = /^id: (.+)$/m.exec(value!)![1]!;
  expect(listening).toBe(1);
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(listening).toBe(0);

  changes.changed();
  const again = await desk.ask("/api/live", { headers: { "last-event-id": id } });
  const second = again.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("event: record")) text += (await second.read()).value;
  await second.cancel();
});
