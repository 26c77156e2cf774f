import type { Sentence } from "../language/sentence.js";
import type { DateInterval } from "../text/civil-date.js";
import type { Span } from "../text/span.js";
import type { Attribution, EventClaim, InitiativeClaim, PlaceRef, Rated, Toll } from "./claim.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";

/** What carries a confidence, by kind. */
export interface RatedKinds {
  readonly event: EventClaim;
  readonly toll: Toll;
  readonly attribution: Attribution;
  readonly initiative: InitiativeClaim;
  readonly date: DateInterval;
  readonly place: PlaceRef;
}
/** Kinds of claims. */
export type ClaimKind = Exclude<RatedKind, "date" | "place">;
export type RatedKind = keyof RatedKinds;

/** Weights of the features of one kind of claim: the logarithm of the odds that such a claim is right is their sum and the bias. */
export interface KindWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** What they were fitted on, with how many claims of it. */
  readonly on: string;
  readonly claims: number;
  /** Of these, as many were right. */
  readonly right: number;
}

/** models/confidence.json. @see models/README.md */
export type ConfidenceModel = Readonly<Record<RatedKind, KindWeights>>;

/** What speaks for or against a claim: each at most about 2, mostly 0 or 1. Features without a weight count for nothing. */
export type Features = Readonly<Record<string, number>>;

/** Adds to claims how often such a claim is right, 0 to 1 to two places, by what it rests on. */
export class Rater {
  private readonly starts: readonly number[];

  constructor(
    private readonly parsed: ParsedReport,
    private readonly model: ConfidenceModel,
  ) {
    this.starts = parsed.sentences.map((s) => s.start[0]!);
  }

  rated<K extends ClaimKind>(kind: K, claim: RatedKinds[K]): Rated<RatedKinds[K]> {
    const confidence = this.confidence(kind, claim);
    const { date, place } = claim as Partial<EventClaim>;
    return {
      ...claim,
      confidence,
      ...(date === undefined ? {} : { dateConfidence: isOpen(date) ? null : this.confidence("date", date) }),
      ...(place === undefined ? {} : { placeConfidence: place && this.confidence("place", place) }),
    } as unknown as Rated<RatedKinds[K]>;
  }

  /** How often something like it is right: 0 to 1, to two places. */
  confidence<K extends RatedKind>(kind: K, value: RatedKinds[K]): number {
    const { bias, weights } = this.model[kind];
    let score = bias;
    for (const [name, x] of Object.entries(this.features(kind, value))) score += (weights[name] ?? 0) * x;
    return Math.round(100 / (1 + Math.exp(-score))) / 100;
  }

  features<K extends RatedKind>(kind: K, value: RatedKinds[K]): Features {
    return FEATURES[kind](value, this.rests.bind(this));
  }

  /**
   * What a claim rests on in the tree: how unsure the weakest arc is between the words of its head and of its roles, 0 to 1;
   * how long the sentence, in doublings of twenty words; whether a role was filled from another sentence; and whether its head
   * is no verb.
   */
  private rests(head: Span, roles: readonly Span[]): Features {
    const s = this.sentenceAt(head.start);
    if (!s) return {};
    const near = roles.filter((r) => r.start >= s.start[0]! && r.end <= s.end.at(-1)!);
    const from = headOf(s, head);
    const weakest = Math.min(SURE, ...near.map((r) => weakestBetween(s, from, headOf(s, r))));
    return {
      unsureArc: 1 - Math.max(0, weakest) / SURE,
      long: Math.log2(Math.max(8, Math.min(80, s.form.length)) / 20),
      elsewhere: Number(near.length < roles.length),
      noun: Number(s.upos[from] !== "VERB" && s.upos[from] !== "AUX"),
    };
  }

  private sentenceAt(offset: number): Sentence | undefined {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return this.parsed.sentences[low - 1];
  }
}

/** A margin from which on arcs are about as often right as they get. @see models/README.md */
const SURE = 120;

type Rests = (head: Span, roles: readonly Span[]) => Features;

const FEATURES: { readonly [K in RatedKind]: (claim: RatedKinds[K], rests: Rests) => Features } = {
  event: (e, rests) => ({
    ...rests(e.trigger, spansOf(e.actor, e.recipient, e.broker)),
    [`type ${e.type}`]: 1,
    unreal: Number(e.status !== "happened" && e.status !== "ongoing"),
    hedged: Number(e.certainty !== "stated"),
    nested: Math.min(2, e.attributions.length),
    part: Number(e.contentOf !== null),
    noActor: Number(e.actor.length === 0),
    noRecipient: Number(e.recipient.length === 0),
    unknownParty: Number([...e.actor, ...e.recipient].some((p) => p.code === null)),
  }),
  toll: (t, rests) => ({
    ...rests(t, spansOf(t.of.party, t.perpetrator)),
    surface: Number(t.by === "surface"),
    vague: Number(t.count.hedge === "vague"),
    hedgedFigure: Number(t.count.hedge !== "exact" && t.count.hedge !== "vague"),
    noSide: Number(t.of.party === null),
    denied: Number(t.stance === "denies" || t.stance === "doubts"),
    part: Number(t.partOf !== null),
    nested: Math.min(2, t.attributions.length),
    hedged: Number(t.certainty !== "stated"),
  }),
  attribution: (a, rests) => ({
    ...rests(a.cueSpan, [...(a.sourceSpan ? [a.sourceSpan] : []), ...a.pieces.slice(0, 1)]),
    [`kind ${a.kind}`]: 1,
    surface: Number(a.by === "surface"),
    direct: Number(a.direct),
    nested: Math.min(2, a.within.length),
    noSource: Number(a.sourceSpan === null),
  }),
  initiative: (i, rests) => ({
    ...rests(i, spansOf(i.thirdParty, i.parties)),
    noThirdParty: Number(i.thirdParty.length === 0),
    noParties: Number(i.parties.length === 0),
    unreal: Number(i.status !== "happened" && i.status !== "ongoing"),
    nested: Math.min(2, i.attributions.length),
  }),
  date: ({ from, to, basis }) => ({
    [`basis ${basis}`]: 1,
    open: Number(from === null || to === null),
  }),
  place: ({ precision }) => ({ [`precision ${precision}`]: 1 }),
};

const isOpen = ({ from, to }: DateInterval) => from === null && to === null;

const spansOf = (...roles: readonly (PartyRef | null | readonly PartyRef[])[]): Span[] =>
  roles.flatMap((r) => (r === null ? [] : "span" in r ? [r.span] : r.map((p) => p.span)));

/** The highest token of a span in the tree, the first of such; the sentence's first where it holds none. */
function headOf(s: Sentence, span: Span): number {
  let best = -1;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let t = 0; t < s.form.length && s.start[t]! < span.end; t++) {
    if (s.end[t]! <= span.start) continue;
    const depth = pathOf(s, t).length;
    if (depth < bestDepth) [best, bestDepth] = [t, depth];
  }
  return Math.max(0, best);
}

/** A token and all above it. */
function pathOf(s: Sentence, token: number): number[] {
  const path: number[] = [];
  for (let t = token; t >= 0 && path.length <= s.form.length; t = s.head[t]!) path.push(t);
  return path;
}

/** The lowest margin of the arcs between two tokens, by way of what stands above both. */
function weakestBetween(s: Sentence, a: number, b: number): number {
  const [up, down] = [pathOf(s, a), pathOf(s, b)];
  while (up.length > 1 && down.length > 1 && up.at(-2) === down.at(-2)) {
    up.pop();
    down.pop();
  }
  // what is left ends in the token above both, or begins with it
  const arcs = [...up, ...down].filter((t) => !(up.includes(t) && down.includes(t)));
  return Math.min(Number.POSITIVE_INFINITY, ...arcs.map((t) => s.margin[t]!));
}
