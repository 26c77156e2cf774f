import type { Attribution, PlaceRef, Toll } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import { factsCode, type PartyRef } from "../coding/party.js";
import { type Span, wordsOf } from "../text/span.js";
import type { ClaimFact, EventFact, InitiatorFact, PlaceFact, SequenceFact, TollFact } from "./telling.js";

/** The claims of one report about events, tolls and their order, as facts of the record. */
export interface ReportFacts {
  readonly events: readonly EventFact[];
  readonly tolls: readonly TollFact[];
  readonly initiators: readonly InitiatorFact[];
  readonly sequences: readonly SequenceFact[];
}

/** Claims of a coded report as facts; ids begin with the report's hash. */
export function factsOfReport(coded: CodedReport, hash: string): ReportFacts {
  const common = (claim: Told, letter: string): ClaimFact => ({
    id: `${hash}/${letter}${claim.id}`,
    quote: wordsOf(coded.report.text, claim),
    start: claim.start,
    end: claim.end,
    sources: sourceKeys(claim.sources),
    speaker: speakerOf(coded.attributions, claim),
    stance: "asserts",
    certainty: claim.certainty ?? "stated",
    ruling: null,
  });
  return {
    events: coded.events.map((e) => ({
      ...common(e, "e"),
      stance: e.status === "denied" ? "denies" : "asserts",
      type: e.type,
      mode: e.mode,
      status: e.status,
      isContent: e.contentOf !== null,
      actor: codesOf(e.actor),
      recipient: codesOf(e.recipient),
      broker: codesOf(e.broker),
      date: e.date,
      place: placeFact(e.place),
    })),
    tolls: coded.tolls.map((t) => {
      const side = sideOf(t);
      return {
        ...common(t, "t"),
        stance: t.stance,
        harm: t.harm,
        party: side.party,
        inferredSide: side.inferred,
        kind: t.of.kind,
        words: t.of.words,
        low: t.count.low,
        high: t.count.high,
        hedge: t.count.hedge,
        figure: t.count.words,
        perpetrator: t.perpetrator?.code ?? null,
        partOf: t.partOf === null ? null : `${hash}/t${t.partOf}`,
        date: t.date,
        place: placeFact(t.place),
      };
    }),
    initiators: coded.initiators.flatMap((i) =>
      i.party.code === null
        ? []
        : [{ ...common(i, "b"), event: `${hash}/e${i.event}`, party: i.party.code, how: i.how }],
    ),
    sequences: coded.sequences.map((s) => ({
      ...common(s, "s"),
      relation: s.relation,
      event: `${hash}/e${s.event}`,
      to: s.to === null ? null : `${hash}/e${s.to}`,
      toWords: s.toSpan && wordsOf(coded.report.text, s.toSpan),
    })),
  };
}

type Told = Span & {
  readonly id: number;
  readonly sources: readonly PartyRef[];
  readonly attributions: readonly number[];
  readonly certainty?: ClaimFact["certainty"];
};

const OWN_FORCES = new Set(["military", "police"]);

/** Words by which a side counts its own armed people. */
export const FORCES_WORDS =
  /\b(?:forces|troops|personnel|servicemen|its (?:own )?men|of their own men|security members)\b/i;

/**
 * Whose the victims are. A side's own official who says "23 soldiers embraced martyrdom" or "our troops" without naming
 * whose speaks of his own: a party names its opponent's side when it counts the opponent's dead.
 */
function sideOf(t: Toll): { party: string | null; inferred: boolean } {
  const named = t.of.party?.code ?? null;
  if (named !== null) return { party: named, inferred: false };
  const unknown = { party: null, inferred: false };
  const [source, ...others] = codesOf(t.sources);
  const forces = OWN_FORCES.has(t.of.kind) || (t.of.kind === "unknown" && FORCES_WORDS.test(t.of.words));
  if (source === undefined || others.length > 0 || !forces) return unknown;
  const isState = t.sources.some((p) => p.code === source && p.country === source);
  if (!isState || t.harm === "captured" || t.perpetrator?.code === source) return unknown;
  return { party: source, inferred: true };
}

const codesOf = (list: readonly PartyRef[]): string[] => [
  ...new Set(list.map((p) => p.code).filter((c): c is string => c !== null)),
];

/** Words for speakers of no known side, by which their accounts are kept apart. */
const KINDS_OF_SPEAKER: readonly (readonly [RegExp, string])[] = [
  [/\b(?:doctor|medic|hospital|health|paramedic|ambulance|nurse|morgue)/i, "medics"],
  [/\b(?:resident|villager|witness|local|neighbour|neighbor|survivor|relative)/i, "residents"],
  [/\b(?:aid|charity|relief|humanitarian)\b/i, "aid workers"],
  [/\b(?:monitor|observator|rights group|ngo)/i, "monitors"],
];

/** Source keys of a claim: codes; "officials" for unnamed ones; the sort of speaker where no side is known. */
export function sourceKeys(list: readonly PartyRef[]): string[] {
  const key = (p: PartyRef) =>
    p.code ?? KINDS_OF_SPEAKER.find(([words]) => words.test(p.words))?.[1] ?? factsCode(p) ?? "others";
  return [...new Set(list.map(key))];
}

function speakerOf(attributions: readonly Attribution[], claim: Told): string | null {
  const last = claim.attributions.at(-1);
  return (
    (last === undefined ? null : (attributions[last]?.source ?? null)) ?? claim.sources[0]?.words ?? null
  );
}

/** A place as the record compares it. */
export const placeFact = (p: PlaceRef | null): PlaceFact | null =>
  p && {
    name: p.name,
    country: p.country,
    latitude: p.latitude,
    longitude: p.longitude,
    precision: p.precision,
  };
