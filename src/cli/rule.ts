import { userInfo } from "node:os";
import { rulingsCsv } from "../formats/record-csv.js";
import { rulingsJson } from "../formats/record-json.js";
import { rulingsText, rulingWords } from "../formats/ruling-words.js";
import { type Ruling, rulingBodySchema, standingRulings } from "../record/rulings.js";
import type { Store } from "../store/open-store.js";
import { findIncident } from "../store/record-queries.js";
import { makeRuling } from "../store/ruling-store.js";
import { ExitCode, UsageError } from "./exit.js";
import { type OutputOptions, printForms } from "./record-output.js";
import type { RuleAction } from "./rule-actions.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

export interface RuleOptions extends StoreOptionsOfCommand, OutputOptions {
  readonly who?: string;
  readonly why?: string;
  readonly set?: readonly string[];
  readonly report?: string;
  readonly words?: string;
  readonly parties?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Makes, lists and undoes rulings. @returns 0 */
export async function ruleCommand(
  action: RuleAction,
  targets: readonly string[],
  options: RuleOptions,
): Promise<number> {
  return withStore(options, async (store) => {
    if (action === "list") {
      listRulings(store.rulings.read(), options);
      return ExitCode.ok;
    }
    const body = await bodyOf(store, action, targets, options);
    const checked = rulingBodySchema.safeParse(body);
    if (!checked.success)
      throw new UsageError(
        `This is no ruling: ${checked.error.issues[0]!.path.join(".")}: ${checked.error.issues[0]!.message}.`,
        "See `parley rule --help`.",
      );
    const ruling = await makeRuling(store, checked.data, {
      who: options.who ?? userInfo().username,
      why: options.why ?? "",
      at: new Date().toISOString(),
    });
    process.stdout.write(`${ruling.id} ${rulingWords(ruling)}\n`);
    return ExitCode.ok;
  });
}

async function bodyOf(
  store: Store,
  action: Exclude<RuleAction, "list">,
  targets: readonly string[],
  options: RuleOptions,
): Promise<unknown> {
  const need = (n: number, what: string) => {
    if (targets.length < n)
      throw new UsageError(`parley rule ${action} needs ${what}.`, "See `parley rule --help` for examples.");
  };
  switch (action) {
    case "confirm":
    case "reject":
    case "correct": {
      need(1, "a claim's id, as `parley show` prints it");
      const at = await claimAt(store, targets[0]!);
      return {
        kind: action,
        ...at,
        ...(action === "correct" ? { change: changeOf(options.set ?? []) } : {}),
      };
    }
    case "add": {
      need(1, "`event` or `toll`, with --report, --words and --set");
      return {
        kind: "add",
        what: targets[0],
        ...(await wordsAt(store, options)),
        change: changeOf(options.set ?? []),
      };
    }
    case "merge":
      need(2, "the ids of two incidents");
      return {
        kind: "merge",
        incidents: await Promise.all(targets.slice(0, 2).map((t) => incidentId(store, t))),
      };
    case "split":
      need(1, "the ids of the tellings to set apart, as `parley show ID --why` prints them");
      return { kind: "split", tellings: await Promise.all(targets.map((t) => tellingId(store, t))) };
    case "party":
      need(2, "the code to rename and the code that it is");
      return { kind: "party", code: targets[0], as: targets[1] };
    case "conflict":
      need(1, "a name, with --parties");
      return {
        kind: "conflict",
        name: targets[0],
        parties: (options.parties ?? "").split(",").filter(Boolean),
        from: options.from ?? null,
        to: options.to ?? null,
      };
    case "undo":
      need(1, "a ruling's id, as `parley rule list` prints it");
      return { kind: "undo", ruling: targets[0] };
  }
}

async function incidentId(store: Store, id: string): Promise<string> {
  const found = await findIncident(store.db, id);
  if ("id" in found) return found.id;
  throw new UsageError(
    found.matches.length === 0
      ? `There is no incident ${id}.`
      : `${id} could be ${found.matches.join(", ")}.`,
    "`parley incidents` lists them.",
  );
}

/** A telling by its id or its first letters. */
async function tellingId(store: Store, id: string): Promise<string> {
  const rows = await store.db
    .selectFrom("telling")
    .select("id")
    .where("id", "like", `${id.replace(/[^0-9a-z]/g, "-")}%`)
    .limit(3)
    .execute();
  if (rows.length === 1) return rows[0]!.id;
  throw new UsageError(
    rows.length === 0 ? `There is no telling ${id}.` : `${id} could be ${rows.map((r) => r.id).join(", ")}.`,
    "`parley show ID --why` prints the tellings of an incident.",
  );
}

/** A claim by its id, or by the first letters of its report's hash: "a2cf/e3". */
async function claimAt(store: Store, id: string): Promise<{ claim: string; start: number; end: number }> {
  const [hash = "", local = ""] = id.split("/");
  const rows = await store.db
    .selectFrom("claim")
    .select(["id", "start_offset", "end_offset"])
    .where("id", "like", `${hash.replace(/[^0-9a-f]/g, "")}%/${local.replace(/[^0-9a-z]/g, "")}`)
    .limit(3)
    .execute();
  const ids = new Set(rows.map((r) => r.id));
  if (ids.size !== 1)
    throw new UsageError(
      ids.size === 0 ? `There is no claim ${id}.` : `${id} could be ${[...ids].join(", ")}.`,
      "`parley show ID --claims` prints the claims' ids.",
    );
  return { claim: rows[0]!.id, start: rows[0]!.start_offset, end: rows[0]!.end_offset };
}

async function wordsAt(
  store: Store,
  options: RuleOptions,
): Promise<{ report: string; start: number; end: number }> {
  if (!options.report || !options.words)
    throw new UsageError(
      "parley rule add needs --report and --words.",
      "Give the report's name or hash and the words that the claim stands in.",
    );
  const rows = await store.db
    .selectFrom("report")
    .select(["hash", "text"])
    .where((e) =>
      e.or([
        e("label", "=", options.report!),
        e("hash", "like", `${options.report!.replace(/[^0-9a-f]/g, "-")}%`),
      ]),
    )
    .limit(2)
    .execute();
  if (rows.length !== 1)
    throw new UsageError(
      `--report ${options.report} names ${rows.length === 0 ? "no report" : "several reports"}.`,
      "`parley reports` lists them.",
    );
  const start = rows[0]!.text.indexOf(options.words);
  if (start === -1)
    throw new UsageError(
      `The report does not have the words “${options.words}”.`,
      "Copy them from the report to the letter.",
    );
  return { report: rows[0]!.hash, start, end: start + options.words.length };
}

const LISTS = new Set(["actor", "recipient", "sources", "thirdParty", "parties"]);
const COUNTS = new Set(["low", "high"]);

/** "low=12 party=AFG actor=PAK,TTP perpetrator=" as a change; an empty value is null. */
function changeOf(settings: readonly string[]): Record<string, unknown> {
  if (settings.length === 0)
    throw new UsageError("Nothing is changed.", "Say what with --set, such as --set low=17 --set high=17.");
  return Object.fromEntries(
    settings.map((s) => {
      const at = s.indexOf("=");
      if (at < 1) throw new UsageError(`--set ${s} has no value.`, "Write it as name=value.");
      const [name, value] = [s.slice(0, at), s.slice(at + 1)];
      if (LISTS.has(name)) return [name, value.split(",").filter(Boolean)];
      if (value === "") return [name, null];
      return [name, COUNTS.has(name) ? Number(value) : value];
    }),
  );
}

function listRulings(log: readonly Ruling[], options: OutputOptions): void {
  printForms(options, {
    text: ({ style }) => rulingsText(log, style),
    json: () => rulingsJson(log),
    csv: () => rulingsCsv(log),
    facts: () => standingRulings(log),
  });
}
