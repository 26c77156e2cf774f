import { z } from "zod";
import { HARMS, type Hedge, STANCES, STATUSES, VICTIM_KINDS } from "../coding/claim.js";
import { EVENT_TYPES } from "../coding/event-types.js";
import { isCivilDay } from "../text/civil-date.js";
import { DIPLOMATIC_ACTS, type DiplomacyFact } from "./diplomacy.js";
import type { LinkRulings } from "./forest.js";
import type { ReportFacts } from "./report-facts.js";
import type { ClaimFact, EventFact, TollFact } from "./telling.js";

const day = z.string().refine(isCivilDay, "no day of the calendar; write it as YYYY-MM-DD");
const code = z.string().min(1).max(60);
const claimId = z.string().regex(/^[0-9a-f]{32}\/[etir][0-9a-z]+$/);
const telling = z.string().regex(/^i[0-9a-z]{12}$/);

/** What may be changed of a claim; what is left out stays as it was read. */
const change = z
  .strictObject({
    type: z.enum(EVENT_TYPES).optional(),
    status: z.enum(STATUSES).optional(),
    actor: z.array(code).optional(),
    recipient: z.array(code).optional(),
    harm: z.enum(HARMS).optional(),
    party: code.nullable().optional(),
    kind: z.enum(VICTIM_KINDS).optional(),
    low: z.number().int().nonnegative().nullable().optional(),
    high: z.number().int().nonnegative().nullable().optional(),
    perpetrator: code.nullable().optional(),
    stance: z.enum(STANCES).optional(),
    sources: z.array(code).optional(),
    from: day.optional(),
    to: day.optional(),
    act: z.enum(DIPLOMATIC_ACTS).optional(),
    thirdParty: z.array(code).optional(),
    parties: z.array(code).optional(),
  })
  .refine((c) => Object.keys(c).length > 0, "says nothing")
  .refine((c) => c.low == null || c.high == null || c.low <= c.high, "low lies above high")
  .refine((c) => c.from === undefined || c.to === undefined || c.from <= c.to, "from lies after to");
export type ClaimChange = z.infer<typeof change>;

/**
 * Where a claim stands, beside its id: a recoding may number claims anew, and the ruling then finds its claim by its words.
 * UTF-16 code units into the report's text.
 */
const anchor = { start: z.number().int().nonnegative(), end: z.number().int().positive() };

/** What a person decided. @see docs/record.md, "Rulings" */
export const rulingBodySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("confirm"), claim: claimId, ...anchor }),
  z.strictObject({ kind: z.literal("reject"), claim: claimId, ...anchor }),
  z.strictObject({ kind: z.literal("correct"), claim: claimId, ...anchor, change }),
  z.strictObject({
    kind: z.literal("add"),
    report: z.string().regex(/^[0-9a-f]{32}$/),
    what: z.enum(["event", "toll"]),
    ...anchor,
    change,
  }),
  z
    .strictObject({ kind: z.literal("merge"), incidents: z.tuple([telling, telling]) })
    .refine((m) => m.incidents[0] !== m.incidents[1], "the two are one already"),
  z.strictObject({ kind: z.literal("split"), tellings: z.array(telling).min(1) }),
  z.strictObject({ kind: z.literal("party"), code, as: code }),
  z
    .strictObject({
      kind: z.literal("conflict"),
      name: z.string().min(1).max(200),
      parties: z.array(code).min(2),
      from: day.nullable(),
      to: day.nullable(),
    })
    .refine((c) => c.from === null || c.to === null || c.from <= c.to, "from lies after to"),
  z.strictObject({ kind: z.literal("undo"), ruling: z.string() }),
]);
export type RulingBody = z.infer<typeof rulingBodySchema>;

/** What may be said of which sort of claim, by the letter in its id. */
const FIELDS = {
  event: ["type", "status", "actor", "recipient", "stance", "sources", "from", "to"],
  toll: ["harm", "party", "kind", "low", "high", "perpetrator", "stance", "sources", "from", "to"],
  initiative: ["act", "thirdParty", "parties", "stance", "sources", "from", "to"],
} as const;

/** Why a change does not suit the claim that it is for; null where it does. */
export function misfit(body: RulingBody): string | null {
  if (body.kind !== "correct" && body.kind !== "add") return null;
  const letter = body.kind === "add" ? null : body.claim[33];
  if (letter === "r") return null;
  const what =
    body.kind === "add" ? body.what : letter === "t" ? "toll" : letter === "i" ? "initiative" : "event";
  const strange = Object.keys(body.change).find((k) => !(FIELDS[what] as readonly string[]).includes(k));
  if (strange) return `a claim of this sort (${what}) has no ${strange}; it has ${FIELDS[what].join(", ")}`;
  if (
    body.kind === "add" &&
    what === "toll" &&
    (body.change.harm === undefined || body.change.low === undefined)
  )
    return "an added toll needs harm and low";
  if (
    body.kind === "add" &&
    what === "event" &&
    (body.change.type === undefined || !body.change.actor?.length)
  )
    return "an added event needs type and actor";
  return null;
}

/** A ruling as the append-only log has it. `at`: ISO 8601, UTC. */
export const rulingSchema = z.strictObject({
  id: z.string().regex(/^u[0-9a-z]{12}$/),
  at: z.iso.datetime(),
  who: z.string().min(1).max(200),
  why: z.string().max(2000),
  body: rulingBodySchema,
});
export type Ruling = z.infer<typeof rulingSchema>;

/** Rulings that stand: those not undone, in the order of the log. An undo can be undone. */
export function standingRulings(log: readonly Ruling[]): Ruling[] {
  const undone = undoneRulings(log);
  return log.filter((r) => r.body.kind !== "undo" && !undone.has(r.id));
}

/** Ids of rulings that another one undoes, undoings among them. */
export function undoneRulings(log: readonly Ruling[]): Set<string> {
  const undone = new Set<string>();
  for (const r of [...log].reverse())
    if (r.body.kind === "undo" && !undone.has(r.id)) undone.add(r.body.ruling);
  return undone;
}

/** Parties' codes as rulings name them: what was called X is Y. Chains are followed; a circle ends where it began. */
export function partyNames(standing: readonly Ruling[]): Map<string, string> {
  const direct = new Map<string, string>();
  for (const { body } of standing) if (body.kind === "party") direct.set(body.code, body.as);
  return new Map(
    [...direct.keys()].map((from) => {
      const seen = new Set([from]);
      let to = direct.get(from)!;
      while (direct.has(to) && !seen.has(to)) {
        seen.add(to);
        to = direct.get(to)!;
      }
      return [from, to];
    }),
  );
}

/** What rulings say of links between tellings. */
export function linkRulings(standing: readonly Ruling[]): LinkRulings {
  const merged: (readonly [string, string])[] = [];
  const detached: (readonly string[])[] = [];
  for (const { body } of standing) {
    if (body.kind === "merge") merged.push(body.incidents);
    else if (body.kind === "split") detached.push(body.tellings);
  }
  return { merged, detached };
}

/** A report's claims under rulings. `unmatched`: rulings whose claim is no longer found, which are listed and kept. */
export interface RuledFacts {
  readonly facts: ReportFacts;
  readonly diplomacy: readonly DiplomacyFact[];
  /** Claims that a person rejected, by id; they stay in the store, marked. */
  readonly rejected: ReadonlySet<string>;
  readonly unmatched: readonly Ruling[];
}

/**
 * Applies the standing rulings on a report's claims, in the order of the log, the later over the earlier; then names parties.
 *
 * @param text the report's text, for the words of added claims
 */
export function applyRulings(
  read: {
    readonly facts: ReportFacts;
    readonly diplomacy: readonly DiplomacyFact[];
    readonly hash: string;
    readonly text: string;
  },
  standing: readonly Ruling[],
): RuledFacts {
  const events = new Map(read.facts.events.map((e) => [e.id, e]));
  const tolls = new Map(read.facts.tolls.map((t) => [t.id, t]));
  const diplomacy = new Map(read.diplomacy.map((d) => [d.id, d]));
  const rejected = new Set<string>();
  const unmatched: Ruling[] = [];
  for (const ruling of standing) {
    const { body } = ruling;
    if (body.kind === "add") {
      if (body.report !== read.hash) continue;
      const quote = read.text.slice(body.start, body.end);
      if (body.what === "event") {
        const added = addedEvent(ruling.id, body, quote);
        events.set(added.id, added);
      } else {
        const added = addedToll(ruling.id, body, quote);
        tolls.set(added.id, added);
      }
      continue;
    }
    if (body.kind !== "confirm" && body.kind !== "reject" && body.kind !== "correct") continue;
    if (!body.claim.startsWith(`${read.hash}/`)) continue;
    const letter = body.claim[33];
    const list = letter === "t" || tolls.has(body.claim) ? tolls : letter === "i" ? diplomacy : events;
    const fact = find<ClaimFact>(list, body);
    if (!fact) {
      unmatched.push(ruling);
      continue;
    }
    if (body.kind === "reject") rejected.add(fact.id);
    else rejected.delete(fact.id);
    if (body.kind === "confirm")
      (list as Map<string, ClaimFact>).set(fact.id, { ...fact, ruling: fact.ruling ?? "confirmed" });
    else if (body.kind === "correct")
      (list as Map<string, ClaimFact>).set(fact.id, changed(fact, body.change));
  }
  const names = partyNames(standing);
  const kept = <T extends ClaimFact>(list: Iterable<T>) =>
    [...list].filter((x) => !rejected.has(x.id)).map((x) => (names.size > 0 ? renamed(x, names) : x));
  const gone = (id: string) => rejected.has(id);
  return {
    facts: {
      events: kept(events.values()),
      tolls: kept(tolls.values()),
      initiators: kept(read.facts.initiators).filter((i) => !gone(i.event)),
      sequences: kept(read.facts.sequences).filter((s) => !gone(s.event) && !(s.to !== null && gone(s.to))),
    },
    diplomacy: kept(diplomacy.values()),
    rejected,
    unmatched,
  };
}

/** By id where the words still stand there, else by the words: a recoding numbers claims anew. */
function find<T extends ClaimFact>(
  list: ReadonlyMap<string, T>,
  at: { claim: string; start: number; end: number },
): T | undefined {
  const same = list.get(at.claim);
  if (same && same.start < at.end && at.start < same.end) return same;
  const exact = [...list.values()].find((x) => x.start === at.start && x.end === at.end);
  return exact ?? [...list.values()].find((x) => x.start < at.end && at.start < x.end);
}

function changed(fact: ClaimFact, { from, to, ...rest }: ClaimChange): ClaimFact {
  const { date } = fact as EventFact;
  const days =
    from === undefined && to === undefined
      ? {}
      : { date: { from: from ?? date.from, to: to ?? from ?? date.to, basis: "stated" as const } };
  const { low, high, figure } = fact as TollFact;
  return {
    ...fact,
    ...(rest.low === undefined && rest.high === undefined
      ? {}
      : asPut(rest.low === undefined ? low : rest.low, rest.high === undefined ? high : rest.high, figure)),
    ...rest,
    ...days,
    ruling: fact.ruling === "added" ? "added" : "corrected",
  } as ClaimFact;
}

/** A figure as a person put it; `written` stays where it is no number. */
function asPut(
  low: number | null,
  high: number | null,
  written: string,
): { readonly hedge: Hedge; readonly figure: string } {
  if (low === null)
    return high === null ? { hedge: "vague", figure: written } : { hedge: "up-to", figure: `up to ${high}` };
  if (high === null) return { hedge: "at-least", figure: `at least ${low}` };
  return { hedge: "exact", figure: low === high ? String(low) : `${low}–${high}` };
}

type Added = Extract<RulingBody, { kind: "add" }>;

const addedBase = (id: string, body: Added, quote: string): ClaimFact => ({
  id: `${body.report}/r${id}`,
  quote,
  start: body.start,
  end: body.end,
  sources: body.change.sources ?? [],
  speaker: null,
  stance: body.change.stance ?? "asserts",
  certainty: "stated",
  ruling: "added",
});

function addedEvent(id: string, body: Added, quote: string): EventFact {
  const { change: c } = body;
  return {
    ...addedBase(id, body, quote),
    type: c.type ?? "ASSAULT",
    mode: null,
    status: c.status ?? "happened",
    isContent: false,
    actor: c.actor ?? [],
    recipient: c.recipient ?? [],
    broker: [],
    date: datesOf(c),
    place: null,
  };
}

function addedToll(id: string, body: Added, quote: string): TollFact {
  const { change: c } = body;
  const low = c.low ?? null;
  const high = c.high === undefined ? low : c.high;
  return {
    ...addedBase(id, body, quote),
    harm: c.harm ?? "killed",
    party: c.party ?? null,
    kind: c.kind ?? "unknown",
    words: quote,
    inferredSide: false,
    low,
    high,
    hedge: asPut(low, high, quote).hedge,
    figure: quote,
    perpetrator: c.perpetrator ?? null,
    partOf: null,
    date: datesOf(c),
    place: null,
  };
}

const datesOf = (c: ClaimChange) =>
  c.from === undefined && c.to === undefined
    ? ({ from: null, to: null, basis: "unknown" } as const)
    : ({ from: c.from ?? c.to!, to: c.to ?? c.from!, basis: "stated" } as const);

const PARTY_FIELDS = [
  "sources",
  "actor",
  "recipient",
  "broker",
  "thirdParty",
  "parties",
  "party",
  "perpetrator",
];

/** Every party of a claim under its ruled name. */
function renamed<T extends ClaimFact>(fact: T, names: ReadonlyMap<string, string>): T {
  const name = (c: string) => names.get(c) ?? c;
  const entries = Object.entries(fact).map(([key, value]) => {
    if (!PARTY_FIELDS.includes(key)) return [key, value];
    if (Array.isArray(value)) return [key, [...new Set((value as string[]).map(name))]];
    return [key, typeof value === "string" ? name(value) : value];
  });
  return Object.fromEntries(entries) as T;
}
