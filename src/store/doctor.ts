import { sql } from "kysely";
import { bestAntecedent, incidentsOfTrees, type LinkNode } from "../record/forest.js";
import { keysOf, type LinkFeatures, lookupKeys } from "../record/linking.js";
import { recordOfReport } from "../record/report-record.js";
import { linkRulings, type Ruling, standingRulings } from "../record/rulings.js";
import type { AppendLog } from "./append-log.js";
import type { Store } from "./open-store.js";
import { originalHash } from "./originals.js";
import { codedOf } from "./record-reports.js";

/** One thing that was checked. `fault`: something is wrong; `notice`: something waits for a person. */
export interface Finding {
  readonly check: string;
  readonly state: "well" | "notice" | "fault";
  readonly says: string;
  /** What to do about it; "" where it is well. */
  readonly advice: string;
}

/**
 * Checks that the store holds together: originals against their names, sightings against the database, spans against texts,
 * rulings against claims, links against what they should be. Changes nothing.
 */
export async function examine(store: Store, version: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const tell = (
    check: string,
    bad: readonly string[],
    well: string,
    advice: string,
    state: "fault" | "notice" = "fault",
  ) =>
    findings.push(
      bad.length === 0
        ? { check, state: "well", says: well, advice: "" }
        : {
            check,
            state,
            says: `${bad.slice(0, 5).join("; ")}${bad.length > 5 ? `; and ${bad.length - 5} more` : ""}`,
            advice,
          },
    );
  const sightings = readLog("sightings", store.sightings, tell);
  const log = readLog("rulings in the log", store.rulings, tell);
  if (sightings === null || log === null) return findings;
  const originals = store.originals.list();
  const there = new Set(originals);
  tell(
    "originals",
    [...new Set(sightings.map((s) => s.original))]
      .filter((o) => !there.has(o))
      .map((o) => `${o.slice(0, 12)} is missing`),
    `${originals.length} originals, none missing`,
    "Restore the folder originals/ from a backup.",
  );
  const damaged: string[] = [];
  for (const hash of originals) {
    const bytes = await store.originals.get(hash).catch(() => null);
    if (bytes === null || originalHash(bytes) !== hash)
      damaged.push(`${hash.slice(0, 12)} is not what its name says`);
  }
  tell("bytes of originals", damaged, "each is what its name says", "Restore these files from a backup.");
  const rows = await store.db
    .selectFrom("sighting")
    .select(["original", "name", "published", "report", "problem_code", "problem"])
    .execute();
  const entered = new Set(rows.map((r) => `${r.original}|${r.name}|${r.published}`));
  tell(
    "documents not yet read",
    [
      ...sightings
        .filter((s) => !entered.has(`${s.original}|${s.name}|${s.published ?? ""}`))
        .map((s) => s.name),
      ...rows.filter((r) => !r.report && !r.problem_code).map((r) => r.name),
    ],
    "none",
    "Run `parley add` without arguments: it reads what an interruption left.",
    "notice",
  );
  tell(
    "documents that could not be read",
    rows.filter((r) => r.problem_code).map((r) => `${r.name} (${r.problem_code}: ${r.problem})`),
    "none",
    "`parley add --again` tries them once more; `parley reports --unread` lists them.",
    "notice",
  );
  await checkClaims(store, log, tell);
  await checkLinks(store, log, tell);
  const voiceless = await sql<{ n: number }>`
    select count(*) as n from incident i where not exists (select 1 from incident_voices v where v.incident = i.id)`.execute(
    store.db,
  );
  tell(
    "who speaks on incidents",
    voiceless.rows[0]!.n === 0 ? [] : [`${voiceless.rows[0]!.n} incidents were recorded before it was kept`],
    "kept for each",
    "Run `parley rebuild`; until then the desk's sources and reviews lack them.",
    "notice",
  );
  const versions = await sql<{
    version: string;
    n: number;
  }>`select version, count(*) as n from report group by version`.execute(store.db);
  tell(
    "read by this version",
    versions.rows.filter((v) => v.version !== version).map((v) => `${v.n} reports by ${v.version}`),
    "all reports",
    "`parley rebuild` reads them anew; rulings stay.",
    "notice",
  );
  return findings;
}

/** A log whose lines cannot be read is one fault, and the end of what can be checked. */
function readLog<T>(check: string, log: AppendLog<T>, tell: Tell): T[] | null {
  try {
    return log.read();
  } catch (error) {
    tell(
      check,
      [error instanceof Error ? error.message : String(error)],
      "",
      "Restore the file from a backup, or take the line out of it.",
    );
    return null;
  }
}

type Tell = (
  check: string,
  bad: readonly string[],
  well: string,
  advice: string,
  state?: "fault" | "notice",
) => void;

async function checkClaims(store: Store, log: readonly Ruling[], tell: Tell): Promise<void> {
  const adrift = await sql<{ id: string }>`
    select c.id from claim c join report r on r.hash = c.report
    where substr(r.text, 1, 1) is not null and position(c.quote in r.text) = 0 limit 20`.execute(store.db);
  tell(
    "quotations",
    adrift.rows.map((r) => r.id),
    "every claim's words stand in its report",
    "Run `parley rebuild`.",
  );
  const entered = await sql<{ n: number }>`select count(*) as n from ruling`.execute(store.db);
  tell(
    "rulings",
    entered.rows[0]!.n === log.length
      ? []
      : [`${log.length} in the log, ${entered.rows[0]!.n} in the database`],
    `${log.length} in the log and in the database`,
    entered.rows[0]!.n < log.length
      ? "Any other command brings them in."
      : "Lines were taken out of rulings.jsonl; run `parley rebuild`.",
  );
  const standing = standingRulings(log);
  const about = [
    ...new Set(standing.flatMap(({ body }) => ("claim" in body ? [body.claim.slice(0, 32)] : []))),
  ];
  const lost: string[] = [];
  for (const hash of about) {
    const row = await store.db
      .selectFrom("report")
      .select(["text", "coded"])
      .where("hash", "=", hash)
      .executeTakeFirst();
    if (!row) lost.push(`report ${hash.slice(0, 8)} is not there`);
    else
      lost.push(
        ...recordOfReport(codedOf(row), hash, standing).unmatched.map((r) => `ruling ${r.id} finds no claim`),
      );
  }
  tell(
    "rulings' claims",
    lost,
    "each is found",
    "Look at the ruling with `parley rule list`; undo it or make it again.",
    "notice",
  );
}

/** Links made anew from what the tellings say, beside those that are stored. */
async function checkLinks(store: Store, log: readonly Ruling[], tell: Tell): Promise<void> {
  const rows = await sql<{ features: LinkFeatures; parent: string | null; incident: string }>`
    select features, parent, incident from telling`.execute(store.db);
  const byKey = new Map<string, LinkFeatures[]>();
  for (const { features } of rows.rows)
    for (const key of keysOf(features)) {
      const list = byKey.get(key);
      if (list) list.push(features);
      else byKey.set(key, [features]);
    }
  const nodes = rows.rows.map(({ features }): LinkNode => {
    const found = bestAntecedent(features, new Set(lookupKeys(features).flatMap((k) => byKey.get(k) ?? [])));
    return { features, parent: found?.parent.id ?? null, score: found?.score ?? null };
  });
  const incidents = incidentsOfTrees(nodes, linkRulings(standingRulings(log)));
  const wrong = rows.rows.filter(
    (r, k) => r.parent !== nodes[k]!.parent || r.incident !== incidents.get(r.features.id),
  );
  tell(
    "links",
    wrong.map((r) => r.features.id),
    `${rows.rows.length} tellings in ${new Set(rows.rows.map((r) => r.incident)).size} incidents, linked as they should be`,
    "Run `parley rebuild`.",
  );
}
