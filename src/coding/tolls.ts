import type { Sentence } from "../language/sentence.js";
import { type DateInterval, UNKNOWN_DATE } from "../text/civil-date.js";
import { overlaps, type Span } from "../text/span.js";
import { chainAt } from "./attribution-chain.js";
import type { Attribution, Certainty, Count, PlaceRef, Stance, Toll } from "./claim.js";
import { VAGUE } from "./counts.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { TollDraft } from "./toll-draft.js";
import { tollDrafts } from "./toll-drafts.js";
import type { TollLexicon } from "./victims.js";

/** What the coder of tolls asks of its surroundings. */
export interface TollContext {
  readonly lexicon: TollLexicon;
  readonly attributions?: readonly Attribution[];
  readonly dateAt?: (sentence: number, token: number) => DateInterval;
  readonly placeAt?: (sentence: number, token: number) => PlaceRef | null;
}

/**
 * The counts of harm in a report, in the order of the text: what harm, to whom, by whom, how many, says who.
 * Parts ("including eight Afghan soldiers") point at their total and are not to be added to it. A claim that somebody denies
 * ("claims Pakistan denies") makes a second toll, with stance `denies`. @see docs/record.md, "Tolls"
 */
export function findTolls(parsed: ParsedReport, context: TollContext): Toll[] {
  const attributions = context.attributions ?? [];
  const drafts: TollDraft[] = [];
  for (let k = 0; k < parsed.sentences.length; k++)
    drafts.push(...tollDrafts(parsed, k, context.lexicon, drafts));
  const voiced = drafts
    .map((d) => {
      const s = parsed.sentences[d.sentence]!;
      const span = spanOf(s, d);
      return { d, span, voice: voiceOf(attributions, anchorOf(s, d)) };
    })
    .filter(({ d, voice }) => !d.onlyDenied || voice.stance === "denies");
  const ids = new Map(voiced.map(({ d }, id) => [d, id]));
  const tolls = voiced.map(({ d, span, voice }, id): Toll => {
    const party = d.party ?? (d.possessive ? possessor(parsed, d, voice.speaker) : null);
    return {
      id,
      ...span,
      harm: d.harm,
      of: { party, kind: d.kind, words: d.words },
      count: d.count,
      perpetrator: d.perpetrator,
      sources: voice.sources,
      attributions: voice.chain.map((a) => a.id),
      speaker: voice.speaker?.speaker ?? null,
      stance: voice.stance,
      certainty: voice.certainty,
      partOf: d.partOf === null ? null : (ids.get(d.partOf) ?? null),
      date: context.dateAt?.(d.sentence, d.token) ?? UNKNOWN_DATE,
      place: context.placeAt?.(d.sentence, d.token) ?? null,
      rule: `toll:${d.rule}`,
      by: d.by,
    };
  });
  return [...tolls, ...denials(tolls, attributions)];
}

function spanOf(s: Sentence, d: TollDraft): Span {
  return { start: s.start[d.from]!, end: s.end[d.to - 1]! };
}

function anchorOf(s: Sentence, d: TollDraft): Span {
  return { start: s.start[d.token]!, end: s.end[d.token]! };
}

interface Voice {
  readonly chain: readonly Attribution[];
  readonly speaker: Attribution | null;
  readonly sources: readonly PartyRef[];
  readonly stance: Stance;
  readonly certainty: Certainty;
}

/** Whose figure it is: the innermost named attribution over the toll; none is the outlet's own voice. */
function voiceOf(attributions: readonly Attribution[], anchor: Span): Voice {
  const chain = chainAt(attributions, anchor).filter((a) => a.answers === null);
  const speaker = chain.filter((a) => a.source !== null && a.kind !== "scare-quote").at(-1) ?? null;
  const certainty =
    chain.find((a) => a.certainty === "distanced" && a.kind !== "scare-quote")?.certainty ??
    chain.find((a) => a.certainty === "hedged")?.certainty ??
    "stated";
  return { chain, speaker, sources: speaker?.parties ?? [], stance: speaker?.stance ?? "asserts", certainty };
}

// "its soldiers": the side that speaks of them, else the side that the clause is about
function possessor(parsed: ParsedReport, d: TollDraft, speaker: Attribution | null): PartyRef | null {
  const s = parsed.sentences[d.sentence]!;
  const mentions = parsed.mentions[d.sentence] ?? [];
  const before = mentions
    .filter((m) => m.to <= d.from && m.agent && m.parties.length === 1 && m.kind !== "anaphor")
    .at(-1);
  if (speaker?.parties.length === 1 && /^(?:our|its|their|my)$/i.test(s.form[d.possessiveToken] ?? ""))
    return speaker.parties[0]!.code === null ? null : speaker.parties[0]!;
  return before?.parties[0]?.code == null ? null : before.parties[0];
}

/** "…, claims Pakistan denies": the same victims, denied, with a figure only where the denial gives one. */
function denials(tolls: readonly Toll[], attributions: readonly Attribution[]): Toll[] {
  const out: Toll[] = [];
  for (const a of attributions) {
    if (a.answers === null || (a.stance !== "denies" && a.stance !== "doubts")) continue;
    for (const t of tolls) {
      if (t.stance === "denies" || t.partOf !== null || !overlaps(t, a.answers)) continue;
      if (t.sources.some((p) => p.code !== null && a.parties.some((x) => x.code === p.code))) continue;
      const start = Math.min(a.cueSpan.start, a.sourceSpan?.start ?? a.cueSpan.start);
      const end = Math.max(a.cueSpan.end, a.sourceSpan?.end ?? a.cueSpan.end);
      out.push({
        ...t,
        id: tolls.length + out.length,
        start,
        end,
        count: { ...VAGUE, words: t.count.words } satisfies Count,
        sources: a.parties,
        attributions: [...a.within, a.id],
        speaker: a.speaker,
        stance: a.stance,
        certainty: a.certainty,
        partOf: null,
        rule: "toll:denied",
      });
    }
  }
  return out;
}
