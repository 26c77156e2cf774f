import { join } from "node:path";
import { z } from "zod";
import type { CodedReport } from "../coding/coded-report.js";
import { loadTolls } from "../data/load-tolls.js";
import { oneLine } from "../formats/page.js";
import { EndpointError, KEY_VARIABLE, keyOf, parseEndpoint } from "../second-reader/endpoint.js";
import { type SecondReading, secondReadingSchema } from "../second-reader/reading.js";
import { openSecondReader, type SecondReader } from "../second-reader/second-reader.js";
import { type AppendLog, openAppendLog } from "../store/append-log.js";
import type { Store } from "../store/open-store.js";
import { codedOf } from "../store/record-reports.js";
import { UsageError } from "./exit.js";

export interface SecondReaderOptionsOfCommand {
  readonly secondReader?: string;
  readonly secondReaderTimeout?: string;
}

/**
 * Opens the second reader that the options name, null where they name none; says on standard error where texts leave this machine.
 *
 * @throws UsageError, which repeats nothing secret
 */
export function secondReaderOf(options: SecondReaderOptionsOfCommand): SecondReader | null {
  if (options.secondReader === undefined) return null;
  const seconds = Number(options.secondReaderTimeout ?? 120);
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400))
    throw new UsageError(
      `--second-reader-timeout ${options.secondReaderTimeout} is no time.`,
      "Give a whole number of seconds, 1 or more.",
    );
  try {
    const endpoint = parseEndpoint(options.secondReader);
    const key = keyOf(process.env[KEY_VARIABLE]);
    if (!endpoint.isLocal)
      process.stderr.write(
        `parley: --second-reader sends the texts of reports to ${endpoint.host}${endpoint.url.protocol === "http:" ? ", unencrypted" : ""}.\n`,
      );
    return openSecondReader(endpoint, {
      key,
      timeoutMs: seconds * 1000,
      counts: loadTolls().counts,
      now: () => new Date().toISOString(),
    });
  } catch (error) {
    if (error instanceof EndpointError) throw new UsageError(error.message, error.hint);
    throw error;
  }
}

/** Says on standard error that a report has no second reading; it was read all the same. */
export function tellNoReading(name: string, reading: SecondReading): void {
  if (reading.outcome === "none")
    process.stderr.write(`parley: ${oneLine(name)}: no second reading: ${reading.problem.message}\n`);
}

const keptSchema = z.strictObject({
  /** Hash of the report's text. */
  report: z.string().regex(/^[0-9a-f]{32}$/),
  reading: secondReadingSchema,
});
export type KeptReading = z.infer<typeof keptSchema>;

/** The second readings of a store, each on the disk before it is named. The record does not follow from them. */
export const secondReadingLog = (store: Pick<Store, "folder">): AppendLog<KeptReading> =>
  openAppendLog(join(store.folder, "second-readings.jsonl"), (line) => keptSchema.parse(line));

/**
 * Has reports of the store read a second time where this reader has not read them yet, and keeps what it says.
 *
 * @returns how many it read
 */
export async function readStoredAgain(
  store: Store,
  reports: ReadonlyMap<string, string>,
  reader: SecondReader,
): Promise<number> {
  const log = secondReadingLog(store);
  const there = new Set(log.read().map(({ report, reading }) => `${report} ${readerKey(reading)}`));
  let read = 0;
  for (const [hash, name] of reports) {
    if (there.has(`${hash} ${readerKey(reader)}`)) continue;
    const coded = await codedReport(store, hash);
    if (coded === null) continue;
    const reading = await reader.read(coded);
    tellNoReading(name, reading);
    // one that failed is tried again the next time
    if (reading.outcome === "none") continue;
    log.append([{ report: hash, reading }]);
    read += 1;
  }
  return read;
}

const readerKey = ({ reader, prompt }: Pick<SecondReading, "reader" | "prompt">) =>
  `${prompt} ${reader.host} ${reader.model}`;

/** A report of the store as it was coded; null where it is not there. */
export async function codedReport(store: Store, hash: string): Promise<CodedReport | null> {
  const row = await store.db
    .selectFrom("report")
    .select(["text", "coded"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row ? codedOf(row) : null;
}
