import { sql } from "kysely";
import type { MadeRuling } from "../formats/desk-json.js";
import { plainRulingWords } from "../formats/ruling-words.js";
import { reportOf } from "../record/ruling-reach.js";
import { type Ruling, undoneRulings } from "../record/rulings.js";
import { reportRefs } from "../store/incident-rows.js";
import type { Store } from "../store/open-store.js";
import { rulingLog } from "../store/ruling-store.js";
import { wordsOf } from "../text/span.js";
import type { Given } from "./answer.js";
import type { ServerContext } from "./context.js";

/** Rulings with what they speak of, in the order given: the words of their claims, and the incidents that they bear upon now. */
export async function madeRulings(
  { store, nameOf }: Pick<ServerContext, "store" | "nameOf">,
  rulings: readonly Ruling[],
): Promise<Given<MadeRuling>[]> {
  if (rulings.length === 0) return [];
  const log = rulingLog(store);
  const undone = undoneRulings(log);
  const byId = new Map(log.map((r) => [r.id, r]));
  // an undoing is about what it undoes, however deep
  const subjectOf = (r: Ruling): Ruling => {
    const target = r.body.kind === "undo" ? byId.get(r.body.ruling) : undefined;
    return target ? subjectOf(target) : r;
  };
  const subjects = rulings.map((r) => subjectOf(r).body);
  const hashes = [...new Set(subjects.flatMap((b) => reportOf(b) ?? []))];
  const refs = await reportRefs(store.db, hashes);
  const texts = await sql<{ hash: string; text: string }>`
    select hash, text from report where hash = any(${hashes})`.execute(store.db);
  const textOf = new Map(texts.rows.map((r) => [r.hash, r.text]));
  const incidentOf = await incidentsOf(store, subjects);
  return rulings.map((r, k) => {
    const body = subjects[k]!;
    const report = reportOf(body);
    const text = report === null ? undefined : textOf.get(report);
    return {
      ...r,
      stands: !undone.has(r.id),
      words: plainRulingWords(r, { nameOf }, r.body.kind === "undo" ? byId.get(r.body.ruling) : undefined),
      report,
      reportLabel: report === null ? null : (refs.get(report)?.label ?? null),
      quote: text !== undefined && "start" in body ? wordsOf(text, body) : null,
      incident: namesOf(body).flatMap((name) => incidentOf.get(name) ?? [])[0] ?? null,
    };
  });
}

/** The claims or tellings that a ruling names. */
function namesOf(body: Ruling["body"]): readonly string[] {
  switch (body.kind) {
    case "confirm":
    case "reject":
    case "correct":
      return [body.claim];
    case "merge":
      return body.incidents;
    case "split":
      return body.tellings;
    default:
      return [];
  }
}

/** Incidents by the claims and tellings that rulings name. */
async function incidentsOf(
  { db }: Store,
  bodies: readonly Ruling["body"][],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(bodies.flatMap(namesOf))];
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; incident: string }>`
    select id as name, incident from telling where id = any(${names})
    union all
    select c.id, t.incident from claim c join telling t on t.id = c.telling where c.id = any(${names})`.execute(
    db,
  );
  return new Map(rows.map((r) => [r.name, r.incident]));
}
