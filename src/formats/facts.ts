import { principal } from "../coding/attribution-chain.js";
import type { EventClaim } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import { factsCode, type PartyRef } from "../coding/party.js";
import { wordsOf, wordsOfAll } from "../text/span.js";

/** The facts form of one report: the flat JSON that scorers read. @see docs/record.md, "The facts form" */
export interface Facts {
  readonly id: string;
  readonly published: { from: string | null; to: string | null; basis: string };
  readonly tolls: readonly object[];
  readonly events: readonly object[];
  readonly attributions: readonly object[];
  readonly initiatives: readonly object[];
}

const codes = (list: readonly PartyRef[]): string[] => [
  ...new Set(list.map((p) => p.code).filter((c): c is string => c !== null)),
];
const sourceCodes = (list: readonly PartyRef[]): string[] => [
  ...new Set(list.map(factsCode).filter((c): c is string => c !== null)),
];

/** What is only called for, planned or threatened inside another event is that event's content, not a fact of its own. */
export function factsOf(coded: CodedReport): Facts {
  const { report } = coded;
  const { text } = report;
  return {
    id: report.id,
    published: { from: report.published.from, to: report.published.to, basis: report.published.basis },
    tolls: coded.tolls.map((t) => ({
      harm: t.harm,
      of: { party: t.of.party?.code ?? null, kind: t.of.kind },
      low: t.count.low,
      high: t.count.high,
      hedge: t.count.hedge,
      ...(t.count.hedge === "vague" ? { word: t.count.words } : {}),
      perpetrator: t.perpetrator?.code ?? null,
      sources: sourceCodes(t.sources),
      speaker: t.speaker,
      stance: t.stance,
      certainty: t.certainty,
      ...(t.partOf === null ? {} : { part_of: totalWords(coded, t.partOf) }),
      start: t.start,
      end: t.end,
      anchor: wordsOf(text, t),
    })),
    events: coded.events
      .filter(
        (e) => (e.contentOf === null || isArranged(e)) && e.status !== "hypothetical" && isOfKnownParty(e),
      )
      .map((e) => ({
        type: e.type,
        mode: e.mode,
        actor: codes(e.actor),
        recipient: codes(e.recipient),
        broker: codes(e.broker),
        from: e.date.from,
        to: e.date.to,
        place: e.place?.name ?? null,
        status: e.status,
        certainty: e.certainty,
        sources: sourceCodes(e.sources),
        start: e.start,
        end: e.end,
        anchor: wordsOf(text, e),
      })),
    attributions: principal(coded.attributions)
      // "reportedly": nobody says so
      .filter((a) => a.source !== null)
      .flatMap((a) =>
        (a.parties.length > 0 ? a.parties : [null]).map((p) => ({
          source: a.source,
          party: factsCode(p),
          cue: a.cue,
          content: wordsOfAll(text, a.pieces),
          stance: a.stance,
          certainty: a.certainty,
          direct: a.direct,
          start: a.start,
          end: a.end,
        })),
      ),
    initiatives: coded.initiatives.map((i) => ({
      third_party: codes(i.thirdParty),
      parties: codes(i.parties),
      act: i.act,
      from: i.date.from,
      to: i.date.to,
      sources: sourceCodes(i.sources),
      start: i.start,
      end: i.end,
      anchor: wordsOf(text, i),
    })),
  };
}

/** A meeting, exchange or delivery that is arranged stands beside the undertaking, with status planned. */
const isArranged = (e: EventClaim) =>
  e.status === "planned" && (e.type === "CONSULT" || e.type === "COOPERATE" || e.type === "AID");

/**
 * In the facts form an event nobody of whom has a code says nothing, unless it says how somebody was attacked or by what kind of
 * people, or that they were let go: "gunmen stormed a church", "twelve nurses were kidnapped".
 */
function isOfKnownParty(e: EventClaim): boolean {
  const sides = [...e.actor, ...e.recipient];
  const isAttack = e.type === "ASSAULT" && (e.mode !== null || e.actor.length > 0);
  const isRelease = e.type === "RETREAT" && e.mode === "release";
  if (e.status === "happened" && sides.length > 0 && (isAttack || isRelease)) return true;
  return (e.type === "CONSULT" ? sides : [...sides, ...e.broker]).some((p) => p.code !== null);
}

function totalWords(coded: CodedReport, id: number): string | null {
  const total = coded.tolls.find((t) => t.id === id);
  return total ? wordsOf(coded.report.text, total) : null;
}
