import { sql, type Transaction } from "kysely";
import type { CodedReport } from "../coding/coded-report.js";
import { standingRulings } from "../record/rulings.js";
import type { Database } from "../store/database.js";
import { StoreError } from "../store/errors.js";
import type { Sighting, Store } from "../store/open-store.js";
import {
  prepareReports,
  type ReadFrom,
  type ReportToRecord,
  recordPrepared,
} from "../store/record-reports.js";
import { rulingLog } from "../store/ruling-store.js";
import { inTurn } from "../store/turns.js";
import type { ReadDocument, ReaderPool, ReadProblem } from "./reader-pool.js";

/** A document to add, or what kept an input from being one. */
export type InputToAdd =
  | {
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly mediaType?: string | undefined;
      readonly published?: string | undefined;
    }
  | { readonly name: string; readonly error: Error & { readonly code?: string } };

/** What became of a document; given once it stands in the store. */
export type AddOutcome =
  | { readonly kind: "added"; readonly name: string; readonly hash: string }
  /** The same text is there already. */
  | { readonly kind: "known"; readonly name: string; readonly hash: string }
  | { readonly kind: "unread"; readonly name: string; readonly code: string; readonly message: string };

export interface AddOptions {
  readonly pool: ReaderPool;
  /** ISO 8601, UTC: when the documents are given. */
  readonly now: () => string;
  readonly onOutcome?: (outcome: AddOutcome) => void;
  /** Documents that are taken in together and recorded in one transaction; the record answers nobody meanwhile. */
  readonly batch?: number;
  /** Awaited after each transaction, with how long it took in milliseconds: lets others have the record. */
  readonly pause?: (tookMs: number) => Promise<void>;
  /** Ends the work after the documents at hand; `resumeAdding` takes up what is left. */
  readonly signal?: AbortSignal;
}

/** Where nobody asks the record for anything meanwhile: fewer transactions are quicker. */
const BATCH = 16;

/**
 * Adds documents: originals and sightings are on the disk before anything is read; reading runs on the pool's threads while the
 * batch before is recorded. A document that cannot be read stays listed with its reason and stops no other. Interrupted at any
 * point, `resumeAdding` takes up what was left.
 */
export async function addDocuments(
  store: Store,
  inputs: AsyncIterable<InputToAdd> | Iterable<InputToAdd>,
  options: AddOptions,
): Promise<void> {
  let recording: Promise<void> = Promise.resolve();
  let batch: Document[] = [];
  const flush = async () => {
    const documents = batch;
    batch = [];
    if (documents.length === 0) return;
    const taken = await takeIn(store, documents, options.now());
    for (const known of taken.known) options.onOutcome?.(known);
    const read = readAll(taken.fresh, options.pool);
    await recording;
    recording = record(store, read, options);
    // a failure surfaces at the next await; meanwhile nothing is unhandled
    recording.catch(() => {});
  };
  for await (const input of inputs) {
    if (options.signal?.aborted) break;
    if ("error" in input) {
      options.onOutcome?.({
        kind: "unread",
        name: input.name,
        code: input.error.code ?? "missing",
        message: input.error.message,
      });
      continue;
    }
    batch.push(input);
    if (batch.length >= (options.batch ?? BATCH)) await flush();
  }
  await flush();
  await recording;
}

/**
 * Puts documents on the disk without reading them: what returns is safe, and `addTaken` reads it.
 *
 * @returns what is to be read, and outcomes of what is known already
 */
export async function takeInDocuments(
  store: Store,
  documents: readonly Document[],
  now: string,
): Promise<{ taken: Sighting[]; known: AddOutcome[] }> {
  const taken: Sighting[] = [];
  const known: AddOutcome[] = [];
  // each is a file being written at the same time as the others
  for (let k = 0; k < documents.length; k += 64) {
    const part = await takeIn(store, documents.slice(k, k + 64), now);
    taken.push(...part.fresh.map((f) => f.sighting));
    known.push(...part.known);
  }
  return { taken, known };
}

/** Reads and records documents that were taken in; their bytes come from the originals. */
export async function addTaken(
  store: Store,
  sightings: readonly Sighting[],
  options: AddOptions,
): Promise<void> {
  const size = options.batch ?? BATCH;
  const left = [...sightings];
  const reading: Promise<Answered>[] = [];
  while ((left.length > 0 || reading.length > 0) && !options.signal?.aborted) {
    // the following documents are read while these are recorded
    for (const sighting of left.splice(0, size + options.pool.size - reading.length)) {
      const answer = readStored(store, sighting, options.pool);
      // a failure surfaces when it is recorded; meanwhile nothing is unhandled
      answer.catch(() => {});
      reading.push(answer);
    }
    await record(store, Promise.all(reading.splice(0, size)), options);
  }
}

/** Documents that were taken in and not read before the program ended, and, with `again`, those that could not be read. */
export async function resumeAdding(
  store: Store,
  options: AddOptions & { readonly again?: boolean },
): Promise<number> {
  await enterSightings(store, store.sightings.read());
  const open = await store.db
    .selectFrom("sighting")
    .selectAll()
    .where("report", "is", null)
    .where((e) => (options.again ? e.lit(true) : e("problem_code", "is", null)))
    .orderBy("seen_at")
    .orderBy("original")
    .execute();
  const sightings = open.map((row) => ({
    original: row.original,
    name: row.name,
    mediaType: row.media_type,
    published: row.published === "" ? null : row.published,
    seenAt: row.seen_at,
  }));
  await addTaken(store, sightings, options);
  return open.length;
}

type Document = Exclude<InputToAdd, { error: Error }>;

interface Job {
  readonly sighting: Sighting;
  readonly bytes: Uint8Array;
}

/** Puts originals and sightings on the disk, then into the database. What is there already under the same name is known. */
async function takeIn(
  store: Store,
  documents: readonly Document[],
  now: string,
): Promise<{ fresh: Job[]; known: AddOutcome[] }> {
  const originals = await store.originals.put(documents.map((d) => d.bytes));
  const there = await store.db
    .selectFrom("sighting")
    .select(["original", "name", "published", "report", "problem_code", "problem"])
    .where("original", "in", originals)
    .execute();
  const fresh: Job[] = [];
  const known: AddOutcome[] = [];
  const seen = new Set<string>();
  documents.forEach((d, k) => {
    const original = originals[k]!;
    const key = `${original}|${d.name}|${d.published ?? ""}`;
    if (seen.has(key)) return;
    seen.add(key);
    const row = there.find(
      (t) => t.original === original && t.name === d.name && t.published === (d.published ?? ""),
    );
    if (row?.report) known.push({ kind: "known", name: d.name, hash: row.report });
    else if (row?.problem_code)
      known.push({ kind: "unread", name: d.name, code: row.problem_code, message: row.problem ?? "" });
    else
      fresh.push({
        sighting: {
          original,
          name: d.name,
          mediaType: d.mediaType ?? null,
          published: d.published ?? null,
          seenAt: now,
        },
        bytes: d.bytes,
      });
  });
  const open = new Set(
    there.filter((t) => !t.report && !t.problem_code).map((t) => `${t.original}|${t.name}|${t.published}`),
  );
  const lines = fresh
    .map((f) => f.sighting)
    .filter((s) => !open.has(`${s.original}|${s.name}|${s.published ?? ""}`));
  store.sightings.append(lines);
  await enterSightings(store, lines);
  return { fresh, known };
}

/** Sightings of the log that the database does not have yet, from which a crash between the two kept them. */
async function enterSightings(store: Store, sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length === 0) return;
  const rows = sightings.map((s) => ({
    original: s.original,
    name: s.name,
    media_type: s.mediaType,
    published: s.published ?? "",
    seen_at: s.seenAt,
  }));
  await sql`insert into sighting (original, name, media_type, published, seen_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(original text, name text, media_type text, published text, seen_at timestamptz)
    on conflict do nothing`.execute(store.db);
}

type Answered = { readonly job: Job; readonly result: ReadDocument | ReadProblem };

const readAll = (jobs: readonly Job[], pool: ReaderPool): Promise<Answered[]> =>
  Promise.all(jobs.map((job) => readJob(job, pool)));

async function readJob(job: Job, pool: ReaderPool): Promise<Answered> {
  const { name, published, mediaType } = job.sighting;
  const hints = { name, published: published ?? undefined, ...(mediaType === null ? {} : { mediaType }) };
  return { job, result: await pool.read(job.bytes, hints) };
}

/** Reads an original again; one that is gone or damaged is a document that cannot be read, and stops no other. */
async function readStored(store: Store, sighting: Sighting, pool: ReaderPool): Promise<Answered> {
  try {
    return await readJob({ sighting, bytes: await store.originals.get(sighting.original) }, pool);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const result = { code: "original-damaged", message: `${error.message} ${error.hint}` };
    return { job: { sighting, bytes: new Uint8Array() }, result };
  }
}

/** Where several documents have one text, the record is read from the first: one with a given day before those without, then by name. */
function comesFirst(a: ReadFrom, b: ReadFrom): boolean {
  const key = (f: ReadFrom) =>
    [f.published === null ? "1" : "0", f.published ?? "", f.name, f.original].join("\u0001");
  return key(a) < key(b);
}

async function record(
  store: Store,
  reading: Promise<Answered[]>,
  { onOutcome, pause }: AddOptions,
): Promise<void> {
  const answered = await reading;
  if (answered.length === 0) return;
  let outcomes: readonly AddOutcome[] = [];
  let tookMs = 0;
  await inTurn(store, async () => {
    const chosen = await chooseDocuments(store, answered);
    outcomes = chosen.outcomes;
    const prepared = prepareReports(chosen.reports, standingRulings(rulingLog(store)));
    const began = performance.now();
    await store.db.transaction().execute(async (db) => {
      await recordPrepared(db, prepared);
      await closeSightings(db, answered);
    });
    tookMs = performance.now() - began;
  });
  for (const outcome of outcomes) onOutcome?.(outcome);
  await pause?.(tookMs);
}

/** The reports to be recorded, each from the first of the documents that have its text, and what becomes of each document. */
async function chooseDocuments(
  store: Store,
  answered: readonly Answered[],
): Promise<{ reports: ReportToRecord[]; outcomes: AddOutcome[] }> {
  const outcomes: AddOutcome[] = [];
  const hashes = [...new Set(answered.flatMap(({ result }) => ("hash" in result ? [result.hash] : [])))];
  const there = new Map(
    hashes.length === 0
      ? []
      : (
          await store.db
            .selectFrom("report")
            .select(["hash", "hints", "seen_at"])
            .where("hash", "in", hashes)
            .execute()
        ).map((r) => [r.hash, { from: r.hints as ReadFrom, seenAt: r.seen_at }]),
  );
  const chosen = new Map<string, ReportToRecord>();
  for (const { job, result } of answered) {
    const { sighting } = job;
    if (!("hash" in result)) {
      outcomes.push({ kind: "unread", name: sighting.name, ...result });
      continue;
    }
    const { original, name, published, mediaType } = sighting;
    const from: ReadFrom = { published, name, original, mediaType };
    const known = there.get(result.hash);
    const rival = chosen.get(result.hash);
    outcomes.push({ kind: known || rival ? "known" : "added", name, hash: result.hash });
    if (known && !comesFirst(from, known.from)) continue;
    if (rival && !comesFirst(from, rival.from)) continue;
    const seenAt = [sighting.seenAt, known?.seenAt, rival?.seenAt].filter((s) => s !== undefined).sort()[0]!;
    chosen.set(result.hash, { ...result, coded: result.coded as CodedReport, from, seenAt });
  }
  return { reports: [...chosen.values()], outcomes };
}

/** Says with each document what became of it. */
async function closeSightings(db: Transaction<Database>, answered: readonly Answered[]): Promise<void> {
  for (const { job, result } of answered) {
    const { original, name, published } = job.sighting;
    await db
      .updateTable("sighting")
      .set(
        "hash" in result
          ? { report: result.hash, problem_code: null, problem: null }
          : { problem_code: result.code, problem: result.message },
      )
      .where("original", "=", original)
      .where("name", "=", name)
      .where("published", "=", published ?? "")
      .execute();
  }
}
