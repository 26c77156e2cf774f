import pc from "picocolors";
import { oneLine } from "../formats/page.js";
import { type AddOutcome, addDocuments, type InputToAdd, resumeAdding } from "../queue/add.js";
import { startReaderPool } from "../queue/reader-pool.js";
import { type GatheredInput, gatherInputs } from "../sources/inputs.js";
import { unreadListings } from "../store/record-queries.js";
import { isCivilDay } from "../text/civil-date.js";
import { ExitCode, UsageError } from "./exit.js";
import { type Progress, startProgress } from "./progress.js";
import { readStoredAgain, type SecondReaderOptionsOfCommand, secondReaderOf } from "./second-reader.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

export interface AddOptionsOfCommand extends StoreOptionsOfCommand, SecondReaderOptionsOfCommand {
  readonly published?: string;
  readonly again?: boolean;
  readonly quiet?: boolean;
}

/**
 * Adds documents to the store; first those that an interrupted run left. Each is named once it stands in the store or could not
 * be read.
 *
 * @returns 0 all read, 1 some could not be
 */
export async function addCommand(inputs: readonly string[], options: AddOptionsOfCommand): Promise<number> {
  if (options.published !== undefined && !isCivilDay(options.published))
    throw new UsageError(
      `--published ${options.published} is no date.`,
      "Write it as YYYY-MM-DD, such as 2026-02-27.",
    );
  const second = secondReaderOf(options);
  return withStore({ ...options, creates: true }, async (store) => {
    const pool = startReaderPool();
    const progress = startProgress();
    const tally = { added: 0, known: 0, unread: 0 };
    const reports = new Map<string, string>();
    const onOutcome = (outcome: AddOutcome) => {
      tally[outcome.kind] += 1;
      if (outcome.kind !== "unread") reports.set(outcome.hash, outcome.name);
      report(outcome, progress, options.quiet === true);
    };
    try {
      const adding = { pool, now: () => new Date().toISOString(), onOutcome };
      const resumed = await resumeAdding(store, { ...adding, again: options.again === true });
      if (inputs.length === 0 && resumed === 0) process.stderr.write("parley: nothing was left to read.\n");
      await addDocuments(store, toAdd(gatherInputs(inputs), options.published), adding);
    } finally {
      progress.done();
      await pool.close();
    }
    const { added, known, unread } = tally;
    const listed = (await unreadListings(store.db)).length;
    process.stderr.write(
      `${added} added, ${known} known already${unread > 0 ? `, ${unread} could not be read` : ""}${listed > 0 ? ` (parley reports --unread lists ${listed})` : ""}\n`,
    );
    if (second !== null) {
      // the record stands already: what follows is kept beside it
      const again = await readStoredAgain(store, reports, second).finally(second.close);
      process.stderr.write(
        `${again} read a second time by ${oneLine(second.reader.model)} (parley report NAME shows it)\n`,
      );
    }
    return unread > 0 ? ExitCode.someUnread : ExitCode.ok;
  });
}

async function* toAdd(inputs: AsyncIterable<GatheredInput>, published?: string): AsyncGenerator<InputToAdd> {
  for await (const input of inputs) yield "error" in input ? input : { ...input, published };
}

function report(outcome: AddOutcome, progress: Progress, quiet: boolean): void {
  // names are as hostile as texts: a terminal must not obey them, and a line must stay a line
  const name = oneLine(outcome.name);
  progress.step(name);
  if (outcome.kind === "unread") {
    progress.done();
    const message = oneLine(outcome.message);
    process.stderr.write(`parley: ${message.startsWith(name) ? "" : `${name}: `}${message}\n`);
  } else if (!quiet && process.stdout.isTTY !== true)
    process.stdout.write(`${outcome.kind} ${outcome.hash} ${name}\n`);
  else if (!quiet && outcome.kind === "added") {
    progress.done();
    process.stdout.write(`${pc.green("added")} ${name}\n`);
  }
}
