import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import { EVENT_TYPES } from "../coding/event-types.js";
import { DIPLOMATIC_ACTS } from "../record/diplomacy.js";
import { INCIDENT_KINDS, type IncidentKind } from "../record/telling.js";
import { VERDICTS, type Verdict } from "../record/verdicts.js";
import { partyCode, type RecordFilter } from "../store/filters.js";
import { dataFolder, openStore, type Store } from "../store/open-store.js";
import { enterRulings } from "../store/ruling-store.js";
import { isCivilDay } from "../text/civil-date.js";
import { UsageError } from "./exit.js";

/** Options of every command that works on the store. */
export interface StoreOptionsOfCommand {
  readonly data?: string;
  readonly database?: string;
}

/** Options that narrow a list. */
export interface FilterOptions {
  readonly party?: readonly string[];
  readonly conflict?: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly type?: readonly string[];
  readonly kind?: readonly IncidentKind[];
  readonly verdict?: Verdict;
  readonly limit?: string;
}

export function storeOptions(command: Command): Command {
  return command
    .option("--data <directory>", "where the store is (else PARLEY_DATA, else your own data directory)")
    .option("--database <url>", "a PostgreSQL server for the record, postgres://… (else PARLEY_DATABASE)");
}

export function outputOptions(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option("--format <form>", "how to print it").choices([...formats]).default("text"))
    .option("--out <file>", "write to a file instead of standard output")
    .option("--width <columns>", "width of the text form");
}

export function filterOptions(command: Command): Command {
  return command
    .option("--party <code…>", "only with these parties: AFG, TTP, UN (repeat for both sides)", collect)
    .option("--from <day>", "from this day on, YYYY-MM-DD")
    .option("--to <day>", "up to this day, included")
    .option("--place <name>", "only where a place has this in its name, or a country's code")
    .option(
      "--type <TYPE>",
      "only with these event types: ASSAULT, COERCE …; of initiatives, acts: offers, mediates … (repeatable)",
      collect,
    )
    .addOption(new Option("--verdict <verdict>", "only with this verdict").choices([...VERDICTS]))
    .option("--limit <n>", "at most so many");
}

/** The option that picks kinds of incidents. */
export const kindOption = () =>
  new Option(
    "--kind <kind>",
    "only of these kinds (repeatable); violence and coercion unless a type is given",
  )
    .choices([...INCIDENT_KINDS])
    .argParser(collect as (value: string, previous: unknown) => string[]);

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, ...value.split(",").filter(Boolean)];
}

/**
 * Checks the options that narrow a list. Throws UsageError with what to write instead.
 *
 * @param of what --type names: types of events, or acts of diplomacy
 */
export function filterOf(options: FilterOptions, of: "events" | "acts" = "events"): RecordFilter {
  for (const day of [options.from, options.to])
    if (day !== undefined && !isCivilDay(day))
      throw new UsageError(`${day} is no day.`, "Write it as YYYY-MM-DD, such as 2026-02-27.");
  if (options.from !== undefined && options.to !== undefined && options.from > options.to)
    throw new UsageError(
      `--from ${options.from} lies after --to ${options.to}.`,
      "Give the earlier day first.",
    );
  const known: readonly string[] = of === "acts" ? DIPLOMATIC_ACTS : EVENT_TYPES;
  const types = options.type?.map((t) => (of === "acts" ? t.toLowerCase() : t.toUpperCase()));
  const strange = types?.find((t) => !known.includes(t));
  if (strange)
    throw new UsageError(
      `--type ${strange} is no ${of === "acts" ? "act of diplomacy" : "event type"}.`,
      `Use one of: ${known.join(", ")}.`,
    );
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
    throw new UsageError(`--limit ${options.limit} is no number of rows.`, "Give a whole number above 0.");
  return {
    ...(options.party ? { parties: options.party.map(partyCode) } : {}),
    from: options.from,
    to: options.to,
    place: options.place,
    ...(types ? (of === "acts" ? { acts: types } : { types }) : {}),
    ...(options.kind ? { kinds: options.kind } : {}),
    verdict: options.verdict,
    limit,
  };
}

/**
 * Opens the store, brings in rulings that an interruption left, runs the work and closes it whatever happens.
 *
 * @param options `creates`: a store is made where there is none; `asIs`: nothing is brought in, for looking at what is wrong
 */
export async function withStore<T>(
  options: StoreOptionsOfCommand & { readonly creates?: boolean; readonly asIs?: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const folder = dataFolder(options.data);
  if (!options.creates && !existsSync(join(folder, "sightings.jsonl")))
    throw new UsageError(
      `There is no store in ${folder}.`,
      "`parley add` makes one; --data names another directory.",
    );
  const store = await openStore({
    data: options.data,
    database: options.database ?? process.env.PARLEY_DATABASE,
  });
  try {
    if (options.asIs) return await work(store);
    await enterRulings(store);
    if (!options.creates) await warnOfUnread(store);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A record that lacks what was given is not shown without a word. */
async function warnOfUnread(store: Store): Promise<void> {
  const rows = await store.db
    .selectFrom("sighting")
    .select((e) => e.fn.countAll<number>().as("n"))
    .where((e) => e.or([e("report", "is not", null), e("problem_code", "is not", null)]))
    .executeTakeFirst();
  const waiting = store.sightings.read().length - Number(rows?.n ?? 0);
  if (waiting > 0)
    process.stderr.write(
      `parley: ${waiting} documents are not read yet: run \`parley add\` (or \`parley rebuild\` where the database was lost).\n`,
    );
}
