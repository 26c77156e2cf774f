import { sql } from "kysely";
import type { REVIEW_WHYS, Review } from "../../formats/desk-json.js";
import { figureLabel, sourceLabel } from "../../formats/record-labels.js";
import type { DiplomacyFact } from "../../record/diplomacy.js";
import { doubtedOf, doubtOf } from "../../record/doubt.js";
import type { Answer, Figure, Incident, ReportRef, TollCell } from "../../record/incident.js";
import { figuresAgree } from "../../record/incidents.js";
import { LINK_THRESHOLD, linkScore } from "../../record/linking.js";
import { pointOf } from "../../record/rollups.js";
import type { EventFact, TollFact } from "../../record/telling.js";
import type { RecordDb } from "../../store/database-handle.js";
import { loadIncidents, reportRefs } from "../../store/incident-rows.js";
import { codedOf } from "../../store/record-reports.js";
import { type LinkEnd, type ReviewQueue, type WeakLink, weakLinksOf } from "../../store/review-queries.js";
import { type StandingClaim, standingClaims } from "../../store/standing-claims.js";
import { surroundings } from "../../text/surroundings.js";
import type { Given } from "../answer.js";
import type { RoomSource } from "./room.js";

type Why = (typeof REVIEW_WHYS)[number];
type Item = Given<Review["items"][number]>;

/** A part of what waits for a person, which `waitingIn` lists. */
export interface ReviewQuestion {
  readonly total: number;
  readonly more: boolean;
  readonly waiting: readonly Waiting[];
}

/** What waits, each item with what it takes to decide on it. */
export async function reviewOf(
  of: RoomSource,
  { total, more, waiting }: ReviewQuestion,
): Promise<Given<Review>> {
  return { total, more, items: await itemsOf(of, waiting) };
}

export interface Waiting {
  readonly why: Why;
  /** Of a claim, or of a link's later telling. */
  readonly id: string;
}

export const waitingIn = (queue: ReviewQueue): Waiting[] => [
  ...queue.contested.map((id) => ({ why: "contested" as const, id })),
  ...queue.doubtful.map((id) => ({ why: "doubtful" as const, id })),
  ...queue.links.map((id) => ({ why: "link" as const, id })),
];

async function itemsOf(of: RoomSource, waiting: readonly Waiting[]): Promise<Item[]> {
  const { db } = of;
  const ids = waiting.filter((w) => w.why !== "link").map((w) => w.id);
  const claims = await standingClaims(db, { claims: ids });
  const links = await weakLinksOf(
    db,
    waiting.filter((w) => w.why === "link").map((w) => w.id),
  );
  const incidents = await loadIncidents(db, [...new Set(claims.flatMap((c) => c.incident ?? []))]);
  const read: Read = {
    claims: new Map(claims.map((c) => [c.id, c])),
    links: new Map(links.map((l) => [l.later.features.id, l])),
    incidents: new Map(incidents.map((i) => [i.id, i])),
    reports: await reportsOf(db, [
      ...claims.map((c) => c.id.slice(0, 32)),
      ...links.flatMap((l) => [l.later.features.report, l.earlier.features.report]),
    ]),
    facts: await factsOf(db, ids),
  };
  // what changed between the list and the reading of it is left out
  return waiting.flatMap((w): Item[] => {
    const claim = read.claims.get(w.id);
    const link = read.links.get(w.id);
    return claim ? [claimItem(w, claim, read, of)] : link ? [linkItem(w, link, read)] : [];
  });
}

interface Read {
  readonly claims: ReadonlyMap<string, StandingClaim>;
  readonly links: ReadonlyMap<string, WeakLink>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly reports: ReadonlyMap<string, ReadReport>;
  readonly facts: ReadonlyMap<string, Fact>;
}

type Fact = EventFact | TollFact | DiplomacyFact;

async function factsOf(db: RecordDb, claims: readonly string[]): Promise<Map<string, Fact>> {
  const { rows } = await sql<{ id: string; data: Fact }>`
    select id, data from claim where id = any(${[...claims]}) and (kind <> 'diplomacy' or id like '%/i%')`.execute(
    db,
  );
  return new Map(rows.map((r) => [r.id, r.data]));
}

interface ReadReport {
  readonly ref: ReportRef;
  readonly text: string;
  readonly coded: unknown;
}

async function reportsOf(db: RecordDb, hashes: readonly string[]): Promise<Map<string, ReadReport>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const refs = await reportRefs(db, wanted);
  const { rows } = await sql<{ hash: string; text: string; coded: unknown }>`
    select hash, text, coded from report where hash = any(${wanted})`.execute(db);
  return new Map(rows.map(({ hash, text, coded }) => [hash, { ref: refs.get(hash)!, text, coded }]));
}

/** Where some words stand, for the item of a review. */
function placed({ ref, text }: ReadReport, words: { start: number; end: number; quote: string }) {
  return {
    report: ref.hash,
    reportLabel: ref.label,
    outlet: ref.outlet,
    published: ref.published.from ?? ref.published.to,
    quote: words.quote,
    ...surroundings(text, words),
  };
}

// ---- claims

function claimItem({ why, id }: Waiting, claim: StandingClaim, read: Read, { nameOf }: RoomSource): Item {
  const report = read.reports.get(id.slice(0, 32))!;
  const incident = claim.incident === null ? undefined : read.incidents.get(claim.incident);
  const cell = incident?.tolls.find((c) => c.answers.some((a) => carries(a, id)));
  const own = cell?.answers.find((a) => carries(a, id));
  const others = cell?.answers.filter((a) => a !== own) ?? [];
  const against = own ? others.filter((a) => isAgainst(own, a)) : [];
  // where nobody speaks against the figure it is the kind of the dead that is contested
  const apart = cell && incident && against.length === 0 ? countedOtherwise(cell, incident) : [];
  return {
    key: `${why}:${id}`,
    why,
    reasons: [
      ...(own ? disputeReasons(own, against, { nameOf }) : []),
      ...(apart.length > 0 ? ["whether they were fighters or civilians is contested"] : []),
      ...(why === "contested" && against.length + apart.length === 0 ? ["others contest it among them"] : []),
      ...doubtReasons(read.facts.get(id), report),
    ],
    claim,
    link: null,
    ...placed(report, claim),
    others: [...others, ...apart].flatMap((a) => {
      const [evidence] = a.evidence;
      if (!evidence) return [];
      const label = incident!.reports.find((r) => r.hash === evidence.report)?.label ?? evidence.report;
      const { quote: words, claim: of, report: hash } = evidence;
      return [{ source: a.source, words, claim: of, report: hash, reportLabel: label }];
    }),
  };
}

/** Whether another source's answer cannot be so together with this one. */
function isAgainst(own: Answer<Figure>, other: Answer<Figure>): boolean {
  if (own.source === other.source || own.value?.more || other.value?.more) return false;
  const denies = (a: Answer<Figure>) => a.stance === "denies" || a.stance === "doubts";
  if (denies(own) !== denies(other)) return true;
  return own.value !== null && other.value !== null && !figuresAgree(own.value, other.value);
}

/** Answers that count the same dead as fighters where these are civilians, or the other way round. */
function countedOtherwise(cell: TollCell, i: Incident): Answer<Figure>[] {
  const other = cell.sort === "forces" ? "civilian" : cell.sort === "civilian" ? "forces" : null;
  if (cell.verdict !== "contested") return [];
  return i.tolls
    .filter(
      (c) =>
        c.harm === cell.harm &&
        c.sort === other &&
        c.verdict === "contested" &&
        (c.party === null || cell.party === null || c.party === cell.party),
    )
    .flatMap((c) => c.answers);
}

const carries = (a: Answer<unknown>, claim: string) =>
  a.evidence.some((e) => e.claim === claim) ||
  a.before.some((b) => b.evidence.some((e) => e.claim === claim));

/** A figure is far from others from so many times as much on. */
const FAR = 5;

/** What others say against an answer. */
function disputeReasons(
  own: Answer<Figure>,
  against: readonly Answer<Figure>[],
  o: { readonly nameOf: (code: string) => string },
): string[] {
  if (against.length === 0) return [];
  const says = against.map(
    (a) =>
      `${sourceLabel(a.source, o)}: ${a.stance === "denies" ? "denied" : a.value ? figureLabel(a.value) : "doubted"}`,
  );
  const points = against.flatMap((a) => (isCounted(a) ? [pointOf(a.value)] : []));
  const isFar =
    isCounted(own) &&
    points.length > 0 &&
    points.every((p) => {
      const [low, high] = [p, pointOf(own.value)].sort((a, b) => a - b) as [number, number];
      return high >= FAR * Math.max(1, low);
    });
  return [
    `others say otherwise: ${says.join("; ")}`,
    ...(isFar ? ["the figure is far from the others"] : []),
  ];
}

const isCounted = (a: Answer<Figure>): a is Answer<Figure> & { readonly value: Figure } =>
  a.value !== null && (a.value.low !== null || a.value.high !== null);

function doubtReasons(fact: Fact | undefined, report: ReadReport): readonly string[] {
  const doubted = fact ? doubtedOf(fact, codedOf(report)) : null;
  return doubted ? doubtOf(doubted).reasons : [];
}

// ---- links

function linkItem({ why, id }: Waiting, { incident, score, later, earlier }: WeakLink, read: Read): Item {
  const [report, parent] = [later, earlier].map((end: LinkEnd) => read.reports.get(end.features.report)!);
  const { reasons } = linkScore(earlier.features, later.features);
  const { before, after } = surroundings(parent!.text, earlier);
  const said = (sign: 1 | -1) =>
    reasons
      .filter((r) => Math.sign(r.weight) === sign)
      .map((r) => r.why)
      .join("; ");
  return {
    key: `${why}:${id}`,
    why,
    reasons: [
      `hardly enough speaks for one incident: ${Math.round(score * 100) / 100}, where ${LINK_THRESHOLD} suffices`,
      ...(said(1) ? [`for it: ${said(1)}`] : []),
      ...(said(-1) ? [`against it: ${said(-1)}`] : []),
    ],
    claim: null,
    link: {
      incident,
      telling: id,
      parent: earlier.features.id,
      score,
      claim: later.claim,
      parentClaim: earlier.claim,
      quote: later.quote,
      parentQuote: earlier.quote,
      parentBefore: before,
      parentAfter: after,
      report: later.features.report,
      parentReport: earlier.features.report,
      label: report!.ref.label,
      parentLabel: parent!.ref.label,
      start: later.start,
      end: later.end,
      parentStart: earlier.start,
      parentEnd: earlier.end,
    },
    ...placed(report!, later),
    others: [],
  };
}
