import { sql } from "kysely";
import type { DiplomacyFact } from "../record/diplomacy.js";
import { diplomacyOf } from "../record/diplomacy.js";
import { factsOfReport } from "../record/report-facts.js";
import { applyRulings, type Ruling, standingRulings } from "../record/rulings.js";
import type { ClaimFact, EventFact, InitiatorFact, SequenceFact, TollFact } from "../record/telling.js";
import type { RecordDb } from "./database-handle.js";
import { codedOf } from "./record-reports.js";
import type { TellingData } from "./telling-data.js";

export type StandingKind = "event" | "toll" | "diplomacy" | "initiator" | "sequence";
type Field = string | number | null | string[];

/** A claim as it stands in the record: read, ruled on, and laid to an incident. */
export interface StandingClaim {
  /** As rulings name it. */
  readonly id: string;
  readonly kind: StandingKind;
  /** UTF-16 code units into the report's text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly sources: string[];
  readonly speaker: string | null;
  readonly stance: string;
  readonly certainty: string;
  readonly ruling: "confirmed" | "corrected" | "added" | "rejected" | null;
  readonly incident: string | null;
  /** What `correct` takes for its kind, and what it is now; who began it and what came after what are not corrected, only shown. */
  readonly fields: Record<string, Field>;
}

/**
 * The claims of reports, or those of these ids, as they stand, in the order of report and text. Claims that a person rejected
 * are among them, so that the rejection can be taken back; a step of diplomacy that an event tells is that event and not listed
 * twice. Who began it and what came after what are given for whole reports only: no ruling names them.
 */
export async function standingClaims(
  db: RecordDb,
  of: { readonly reports: readonly string[] } | { readonly claims: readonly string[] },
): Promise<StandingClaim[]> {
  const wanted = "claims" in of ? new Set(of.claims) : null;
  const reports = "claims" in of ? [...new Set(of.claims.map((id) => id.slice(0, 32)))] : [...of.reports];
  if (reports.length === 0) return [];
  const these = wanted ? sql`c.id = any(${[...wanted]})` : sql`c.report = any(${reports})`;
  const rows = await sql<{ kind: "event" | "toll" | "diplomacy"; data: Fact; incident: string | null }>`
    select c.kind, c.data, t.incident from claim c left join telling t on t.id = c.telling
    where ${these} and (c.kind <> 'diplomacy' or c.id like '%/i%')`.execute(db);
  const found = rows.rows.map((r) => standing(r.kind, r.data, r.incident));
  if (wanted === null) found.push(...(await claimsOfOrder(db, reports)));
  found.push(...(await rejectedClaims(db, reports)).filter((c) => !wanted || wanted.has(c.id)));
  return found.sort(
    (a, b) =>
      compare(a.id.slice(0, 32), b.id.slice(0, 32)) ||
      a.start - b.start ||
      a.end - b.end ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type Fact = EventFact | TollFact | DiplomacyFact | InitiatorFact | SequenceFact;

function standing(kind: StandingKind, fact: Fact, incident: string | null, rejected = false): StandingClaim {
  return {
    id: fact.id,
    kind,
    start: fact.start,
    end: fact.end,
    quote: fact.quote,
    sources: [...fact.sources],
    speaker: fact.speaker,
    stance: fact.stance,
    certainty: fact.certainty,
    ruling: rejected ? "rejected" : fact.ruling,
    incident,
    fields: fieldsOf(kind, fact),
  };
}

function fieldsOf(kind: StandingKind, fact: Fact): Record<string, Field> {
  const said = { stance: fact.stance, sources: [...fact.sources] };
  switch (kind) {
    case "event": {
      const e = fact as EventFact;
      return {
        type: e.type,
        status: e.status,
        actor: [...e.actor],
        recipient: [...e.recipient],
        ...said,
        from: e.date.from,
        to: e.date.to,
      };
    }
    case "toll": {
      const t = fact as TollFact;
      const { harm, party, low, high, perpetrator, date } = t;
      return { harm, party, kind: t.kind, low, high, perpetrator, ...said, from: date.from, to: date.to };
    }
    case "diplomacy": {
      const d = fact as DiplomacyFact;
      return {
        act: d.act,
        thirdParty: [...d.thirdParty],
        parties: [...d.parties],
        ...said,
        from: d.date.from,
        to: d.date.to,
      };
    }
    case "initiator": {
      const i = fact as InitiatorFact;
      return { party: i.party, how: i.how, event: i.event };
    }
    case "sequence": {
      const s = fact as SequenceFact;
      return { relation: s.relation, event: s.event, to: s.to, toWords: s.toWords };
    }
  }
}

/** Who began it and what came after what, which tellings keep. */
async function claimsOfOrder(db: RecordDb, reports: readonly string[]): Promise<StandingClaim[]> {
  const rows = await sql<{ incident: string; data: TellingData }>`
    select incident, data from telling where report = any(${[...reports]})`.execute(db);
  return rows.rows.flatMap(({ incident, data }) => [
    ...data.initiators.map((i) => standing("initiator", i, incident)),
    ...data.sequences.map((s) => standing("sequence", s, incident)),
  ]);
}

/** Rejected claims leave the record's tables; they are read off the coded report again, with what was ruled on them before. */
async function rejectedClaims(db: RecordDb, reports: readonly string[]): Promise<StandingClaim[]> {
  const named = await sql<{ report: string }>`
    select distinct left(body->>'claim', 32) as report from ruling
    where body->>'kind' = 'reject' and left(body->>'claim', 32) = any(${[...reports]})`.execute(db);
  if (named.rows.length === 0) return [];
  const log = await sql<Ruling>`select id, at, who, why, body from ruling order by position`.execute(db);
  const rulings = standingRulings(log.rows);
  const rows = await sql<{ hash: string; text: string; coded: unknown }>`
    select hash, text, coded from report where hash = any(${named.rows.map((r) => r.report)})`.execute(db);
  return rows.rows.flatMap(({ hash, ...row }) => {
    const coded = codedOf(row);
    const read = {
      facts: factsOfReport(coded, hash),
      diplomacy: diplomacyOf(coded, hash),
      hash,
      text: coded.report.text,
    };
    const { rejected } = applyRulings(read, rulings);
    if (rejected.size === 0) return [];
    const kept = applyRulings(
      read,
      rulings.filter((r) => r.body.kind !== "reject"),
    );
    const gone = <T extends ClaimFact>(list: readonly T[]) => list.filter((x) => rejected.has(x.id));
    return [
      ...gone(kept.facts.events).map((x) => standing("event", x, null, true)),
      ...gone(kept.facts.tolls).map((x) => standing("toll", x, null, true)),
      ...gone(kept.diplomacy)
        .filter((x) => x.id.includes("/i"))
        .map((x) => standing("diplomacy", x, null, true)),
    ];
  });
}
