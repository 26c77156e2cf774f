import { sql } from "kysely";
import {
  misfit,
  type Ruling,
  type RulingBody,
  rulingBodySchema,
  standingRulings,
} from "../record/rulings.js";
import { stableId } from "../record/stable-id.js";
import type { RecordDb } from "./database-handle.js";
import { StoreError } from "./errors.js";
import type { Store } from "./open-store.js";
import { regatherReports, relayRuled } from "./record-reports.js";
import { inTurn } from "./turns.js";

/** Who decides, why, and when (ISO 8601, UTC). */
export interface RulingMaker {
  readonly who: string;
  readonly why: string;
  readonly at: string;
}

/**
 * Makes a ruling: it stands in the log on the disk before the record changes with it.
 *
 * @throws StoreError `ruling-target` where it speaks of what the record does not have
 */
export async function makeRuling(store: Store, body: RulingBody, by: RulingMaker): Promise<Ruling> {
  const checked = rulingBodySchema.parse(body);
  return inTurn(store, async () => {
    await checkTarget(store, checked);
    const log = rulingLog(store);
    const ruling: Ruling = {
      id: stableId("u", `${log.length}:${by.at}:${by.who}:${JSON.stringify(checked)}`),
      at: by.at,
      who: by.who,
      why: by.why,
      body: checked,
    };
    store.rulings.append([ruling]);
    await enterRulings(store);
    return ruling;
  });
}

const logs = new WeakMap<Store, { size: number; rulings: readonly Ruling[] }>();

/** The ruling log, read again only when it has grown. */
export function rulingLog(store: Store): readonly Ruling[] {
  const size = store.rulings.size();
  const known = logs.get(store);
  if (known && known.size === size) return known.rulings;
  const rulings = store.rulings.read();
  logs.set(store, { size, rulings });
  return rulings;
}

/** Rulings of the log that the record has not taken in, from which a crash between the two kept it; in the order of the log. */
export async function enterRulings(store: Store): Promise<void> {
  const log = rulingLog(store);
  const there = await sql<{ n: number }>`select count(*) as n from ruling`.execute(store.db);
  for (let k = there.rows[0]!.n; k < log.length; k += 1) {
    const ruling = log[k]!;
    const standing = standingRulings(log.slice(0, k + 1));
    await store.db.transaction().execute(async (db) => {
      await db
        .insertInto("ruling")
        .values({
          id: ruling.id,
          position: k,
          at: ruling.at,
          who: ruling.who,
          why: ruling.why,
          body: JSON.stringify(ruling.body),
        })
        .execute();
      const bodies = effectsOf(ruling, log.slice(0, k + 1));
      await regatherReports(db, await reportsOf(db, bodies), standing);
      const tellings = bodies.flatMap((b) =>
        b.kind === "merge" ? [...b.incidents] : b.kind === "split" ? b.tellings : [],
      );
      if (tellings.length > 0) await relayRuled(db, tellings, standing);
    });
  }
}

/** What a ruling changes: its own target, and for an undo that of the ruling undone, however deep. */
function effectsOf(ruling: Ruling, log: readonly Ruling[]): RulingBody[] {
  const { body } = ruling;
  if (body.kind !== "undo") return [body];
  const undone = log.find((r) => r.id === body.ruling);
  return undone ? effectsOf(undone, log) : [];
}

/** Reports whose claims rulings change. */
async function reportsOf(db: RecordDb, bodies: readonly RulingBody[]): Promise<string[]> {
  const hashes = new Set<string>();
  for (const body of bodies) {
    if (body.kind === "add") hashes.add(body.report);
    else if (body.kind === "confirm" || body.kind === "reject" || body.kind === "correct")
      hashes.add(body.claim.slice(0, 32));
    else if (body.kind === "party") {
      const codes = [body.code, body.as];
      const rows = await sql<{ report: string }>`select distinct report from claim
        where parties && ${codes}::text[] or sources && ${codes}::text[] or third_party && ${codes}::text[]`.execute(
        db,
      );
      for (const { report } of rows.rows) hashes.add(report);
    }
  }
  return [...hashes].sort();
}

const isUndone = (log: readonly Ruling[], id: string): boolean =>
  log.some((r) => r.body.kind === "undo" && r.body.ruling === id && !isUndone(log, r.id));

async function checkTarget(store: Store, body: RulingBody): Promise<void> {
  const { db } = store;
  const wrong = misfit(body);
  if (wrong)
    throw new StoreError("ruling-target", `This does not fit: ${wrong}.`, "See `parley rule --help`.");
  const missing = (what: string) =>
    new StoreError(
      "ruling-target",
      `The record has no ${what}.`,
      "`parley show` and `parley incidents` print the ids.",
    );
  switch (body.kind) {
    case "confirm":
    case "reject":
    case "correct": {
      const rows = await db
        .selectFrom("report")
        .select("hash")
        .where("hash", "=", body.claim.slice(0, 32))
        .execute();
      if (rows.length === 0) throw missing(`claim ${body.claim}`);
      return;
    }
    case "add": {
      const rows = await sql<{ long: boolean }>`
        select length(text) >= ${body.end} as long from report where hash = ${body.report}`.execute(db);
      if (!rows.rows[0]?.long || body.end <= body.start)
        throw missing(`such span of a report ${body.report}`);
      return;
    }
    case "merge":
    case "split": {
      for (const id of body.kind === "merge" ? body.incidents : body.tellings) {
        const rows = await db.selectFrom("telling").select("id").where("id", "=", id).execute();
        if (rows.length === 0) throw missing(`telling or incident ${id}`);
      }
      return;
    }
    case "undo": {
      const rows = await db.selectFrom("ruling").select("id").where("id", "=", body.ruling).execute();
      if (rows.length === 0)
        throw new StoreError(
          "ruling-target",
          `There is no ruling ${body.ruling}.`,
          "`parley rule list` prints their ids.",
        );
      const log = rulingLog(store);
      const undone = log.some(
        (r) => r.body.kind === "undo" && r.body.ruling === body.ruling && !isUndone(log, r.id),
      );
      if (undone)
        throw new StoreError(
          "ruling-target",
          `Ruling ${body.ruling} is undone already.`,
          "Undo the undoing to bring it back.",
        );
      return;
    }
    case "party":
    case "conflict":
      return;
  }
}
