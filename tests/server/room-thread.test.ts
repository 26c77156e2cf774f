import type { Worker } from "node:worker_threads";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { RequestProblem } from "../../src/server/problem.js";
import { openRooms, type RoomMaker } from "../../src/server/room-maker.js";
import { EXPORT_FORMATS, EXPORT_MAKERS, EXPORTS, type ExportScope } from "../../src/server/rooms/exports.js";
import { waitingIn } from "../../src/server/rooms/review.js";
import type { RoomSource } from "../../src/server/rooms/room.js";
import { ROOMS, type RoomName, type RoomQuestion } from "../../src/server/rooms/rooms.js";
import { errorOf, sentOf } from "../../src/server/sent-error.js";
import { StoreError } from "../../src/store/errors.js";
import { reviewQueue } from "../../src/store/review-queries.js";
import { openTemporaryDesk, type TemporaryDesk } from "./temporary-desk.js";

/* Rooms and exports that a thread makes are those that would be made here. */
let desk: TemporaryDesk;
let of: RoomSource;
const opened: RoomMaker[] = [];
const threads: Worker[] = [];

beforeAll(async () => {
  desk = await openTemporaryDesk([
    "afgpak-clash-agency.txt",
    "afgpak-clash-kabul.txt",
    "afgpak-clash-islamabad.txt",
    "afgpak-doha-ceasefire.txt",
  ]);
  of = { db: desk.context.store.db, nameOf: desk.context.nameOf };
}, 120_000);
afterAll(() => desk.close());
afterEach(async () => {
  for (const rooms of opened.splice(0)) await rooms.close();
});

function open(): RoomMaker {
  const { store, log } = desk.context;
  const rooms = openRooms({ store, log, started: (thread) => void threads.push(thread) });
  opened.push(rooms);
  return rooms;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const filter = { parties: ["AFG", "PAK"], limit: 100, offset: 0 };
const question: RoomQuestion<"diplomacy"> = { filter };

describe("the thread", () => {
  test.each(["conflicts", "diplomacy", "map", "review", "reviewQueue", "situation", "sources"] as const)(
    "%s is the room that is made here",
    async (room) => {
      const waiting = waitingIn(await reviewQueue(of.db, []));
      const questions: { readonly [W in RoomName]: RoomQuestion<W> } = {
        conflicts: { rulings: [] },
        diplomacy: { filter },
        map: { filter },
        review: { total: waiting.length, more: false, waiting },
        reviewQueue: { rulings: [] },
        situation: { filter, query: { from: undefined } },
        sources: { filter },
      };
      expect(Object.keys(questions).sort()).toEqual(Object.keys(ROOMS).sort());
      const here = JSON.stringify(await ROOMS[room](of, questions[room] as never));
      expect(here.length).toBeGreaterThan(100);
      expect(textOf(await desk.context.rooms.make(room, questions[room]))).toBe(here);
    },
  );

  test.each(EXPORTS.flatMap((what) => EXPORT_FORMATS.map((format) => [what, format] as const)))(
    "an export of %s as %s is the one that is made here",
    async (what, format) => {
      const { rows } = await sql<{ id: string }>`select id from incident order by id limit 1`.execute(of.db);
      const scope: ExportScope = { filter, all: true, id: rows[0]!.id, rulings: [] };
      let here = "";
      for await (const piece of EXPORT_MAKERS[what][format](of, scope)) here += piece;
      let there = "";
      for await (const piece of desk.context.rooms.pieces(what, format, scope)) there += textOf(piece);
      expect(there).toBe(here);
    },
  );

  test("many questions at once are answered each with its own room", async () => {
    const rooms = open();
    const asked = Array.from({ length: 20 }, (_, k) =>
      rooms.make("map", { filter: { ...filter, limit: (k % 4) + 1 } }),
    );
    const shown = (await Promise.all(asked)).map((bytes) => JSON.parse(textOf(bytes)).shown);
    expect(shown).toEqual(Array.from({ length: 20 }, (_, k) => (k % 4) + 1));
  });

  test("an export that nobody fetches to its end does not keep the others", async () => {
    const rooms = open();
    const pieces = rooms.pieces("incidents", "csv", { filter, all: true, id: null, rulings: [] });
    expect(textOf((await pieces.next()).value as Uint8Array)).toMatch(/^id,/);
    await pieces.return();
    expect((await rooms.make("diplomacy", question)).length).toBeGreaterThan(0);
  });
});

describe("what goes wrong", () => {
  test("an error in the thread is the same error here", async () => {
    const one = { filter: { parties: ["AFG"] }, all: true, id: null, rulings: [] };
    await expect(open().pieces("weeks", "csv", one).next()).rejects.toMatchObject({
      status: 400,
      code: "bad-request",
      hint: expect.stringContaining("party=AFG&party=PAK"),
    });
    const wrong = { filter: { from: "no day" } };
    await expect(open().make("diplomacy", wrong)).rejects.toThrow(/invalid input syntax for type date/);
  });

  test.each([
    new RequestProblem(404, "not-found", "There is none.", "Look elsewhere."),
    new StoreError("database-unreachable", "It cannot be used.", "Check it."),
    new TypeError("a mistake of ours"),
  ])("%s is sent whole", (error) => {
    const there = errorOf(structuredClone(sentOf(error)));
    expect(there).toMatchObject({ ...error, message: error.message, stack: expect.any(String) });
    for (const kind of [RequestProblem, StoreError])
      expect(there instanceof kind).toBe((error as Error) instanceof kind);
  });

  /** Asks while a transaction keeps the database, so that the question is not answered before `then` is done. */
  async function whileWaiting<T>(asked: () => Promise<T>, then: () => Promise<unknown>): Promise<T> {
    let answer: Promise<T> | undefined;
    await of.db.transaction().execute(async (trx) => {
      await sql`lock table claim in access exclusive mode`.execute(trx);
      answer = asked();
      answer.catch(() => {});
      await then();
    });
    return answer!;
  }

  test("a thread that ends is a problem for who waits, and starts anew for who asks next", async () => {
    const rooms = open();
    await rooms.make("diplomacy", question);
    const begun = rooms.pieces("incidents", "csv", { filter, all: true, id: null, rulings: [] });
    await begun.next();
    const before = threads.length;
    const kill = () => threads.at(-1)!.terminate();
    await expect(whileWaiting(() => rooms.make("diplomacy", question), kill)).rejects.toMatchObject({
      status: 503,
      code: "room-ended",
    });
    expect((await rooms.make("diplomacy", question)).length).toBeGreaterThan(0);
    expect(threads.length).toBe(before + 1);
    await expect(begun.next()).rejects.toMatchObject({ code: "room-ended" });
  });

  test("closing ends the thread and who waits for it; nothing is made after", async () => {
    const rooms = open();
    await rooms.make("diplomacy", question);
    const thread = threads.at(-1)!;
    const exited = new Promise((resolve) => void thread.once("exit", resolve));
    await expect(
      whileWaiting(
        () => rooms.make("diplomacy", question),
        () => rooms.close(),
      ),
    ).rejects.toMatchObject({ code: "room-ended" });
    await exited;
    await expect(rooms.make("diplomacy", question)).rejects.toThrow("closed");
    await open().close();
  });
});
