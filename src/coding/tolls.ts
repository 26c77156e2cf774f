import type { Sentence } from "../language/sentence.js";
import { baseRelation, child } from "../language/tree.js";
import { type DateInterval, UNKNOWN_DATE } from "../text/civil-date.js";
import { overlaps, type Span } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import { chainAt } from "./attribution-chain.js";
import {
  type Attribution,
  type Certainty,
  type Count,
  HARMS,
  type PlaceRef,
  type Stance,
  type Toll,
  type VictimKind,
} from "./claim.js";
import { VAGUE } from "./counts.js";
import type { EventDraft } from "./event-draft.js";
import { claimantsAt } from "./issuer.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { TollDraft } from "./toll-draft.js";
import { tollDrafts } from "./toll-drafts.js";
import { fightersOfStates } from "./toll-foes.js";
import { foremostOf, peopleOf, tellersOwn } from "./toll-people.js";
import { sidesByEvent } from "./toll-sides.js";
import type { TollLexicon } from "./victims.js";

/** What the coder of tolls asks of its surroundings. */
export interface TollContext {
  readonly lexicon: TollLexicon;
  readonly attributions?: readonly Attribution[];
  readonly events?: readonly EventDraft[];
  readonly dateAt?: (sentence: number, token: number) => DateInterval;
  readonly placeAt?: (sentence: number, token: number) => PlaceRef | null;
  /** The country whose statement the report is: its people are meant where nothing else is told; or null. */
  readonly home?: string | null;
  /** The one country that heads the section of a sentence: its people, and its soldiers; or null. */
  readonly headingAt?: (sentence: number) => string | null;
}

/**
 * The counts of harm in a report, in the order of the text: what harm, to whom, by whom, how many, says who.
 * Parts ("including eight Afghan soldiers") point at their total and are not to be added to it. A claim that somebody denies
 * ("claims Pakistan denies") makes a second toll, with stance `denies`. @see docs/record.md, "Tolls"
 */
export function findTolls(parsed: ParsedReport, context: TollContext): Toll[] {
  const { attributions = [], home = null, headingAt = () => null } = context;
  const foremost = foremostOf(parsed);
  const events = context.events ?? [];
  const atWar = fightersOfStates(events);
  const drafts: TollDraft[] = [];
  for (let k = 0; k < parsed.sentences.length; k++) {
    const before = drafts.findLastIndex((d) => d.sentence < k - EARLIER_WITHIN);
    drafts.push(...tollDrafts(parsed, k, context.lexicon, drafts.slice(before + 1)));
  }
  const voiced = drafts
    .map((d) => {
      const s = parsed.sentences[d.sentence]!;
      const span = spanOf(s, d);
      return {
        d,
        span,
        voice: voiceOf(chainOver(s, d, drafts, attributions), claimantsAt(parsed, span.start)),
      };
    })
    .filter(({ d, voice }) => !d.onlyDenied || voice.stance === "denies")
    .filter(({ d }) => !isToldAgain(parsed, d, drafts));
  const ids = new Map(voiced.map(({ d }, id) => [d, id]));
  const tolls = voiced.map(({ d, span, voice }, id): Toll => {
    const sides = sidesByEvent(
      parsed,
      d,
      span,
      events.filter((e) => e.sentence === d.sentence),
    );
    const doer = sides.perpetrator ?? d.perpetrator;
    const place = context.placeAt?.(d.sentence, d.token) ?? null;
    const party =
      admitted(d, voice.speaker) ??
      d.party ??
      (d.possessive ? possessor(parsed, d, voice.speaker) : null) ??
      (drafts.some((x) => x.partOf === d && x.party !== null)
        ? null
        : (tellersOwn(d, sides.of, voice.sources, doer) ??
          peopleOf(d, {
            ...sides,
            place,
            home: headingAt(d.sentence) ?? home,
            heading: headingAt(d.sentence),
            foremost,
            doer,
            isAtWar: d.harm !== "captured" && atWar.has(doer?.code ?? ""),
            sources: voice.sources,
          })));
    // "India admits the loss of 12 soldiers and Islamabad that of seven": said, but not by whom the words lay it to
    const isTold = d.teller !== null && !voice.sources.some((p) => p.code === d.teller!.code);
    return {
      id,
      ...span,
      harm: d.harm,
      of: { party, kind: d.kind, words: d.words },
      count: d.count,
      perpetrator: doerOf(
        parsed.sentences[d.sentence]!,
        context.lexicon.words.own_fire,
        d,
        sides.perpetrator,
        party,
      ),
      sources: isTold ? [d.teller!] : voice.sources,
      attributions: isTold ? (voice.speaker?.within ?? []) : voice.chain.map((a) => a.id),
      speaker: isTold ? null : (voice.speaker?.speaker ?? null),
      stance: voice.stance,
      certainty: voice.certainty,
      partOf: d.partOf === null ? null : (ids.get(d.partOf) ?? null),
      date: context.dateAt?.(d.sentence, d.token) ?? UNKNOWN_DATE,
      place,
      rule: `toll:${d.rule}`,
      by: d.by,
    };
  });
  return [...tolls, ...denials(tolls, attributions)];
}

/** Nobody kills his own men, unless the words say so; "… by Indian fire, and 22 Indian soldiers died": not by theirs. */
function doerOf(
  s: Sentence,
  ownFire: ReadonlySet<string>,
  d: TollDraft,
  byEvent: PartyRef | null,
  of: PartyRef | null,
): PartyRef | null {
  const doer = byEvent ?? d.perpetrator;
  if (doer?.code == null || doer.code !== of?.code || d.harm === "captured") return doer;
  if (s.form.some((f) => ownFire.has(f.toLowerCase()))) return doer;
  const isOwn = ARMED.has(d.kind) || (d.kind === "equipment" && d.inferred && byEvent === null);
  return isOwn ? null : doer;
}
const ARMED = new Set<VictimKind>(["military", "police", "militant"]);

/** "condemned the killing of |the labourers|", of whom two were counted before: the same ones, and no count of its own. */
function isToldAgain(parsed: ParsedReport, d: TollDraft, drafts: readonly TollDraft[]): boolean {
  const { phrase } = d;
  if (phrase === null || phrase.count !== null || phrase.noun === null || d.count.hedge !== "vague")
    return false;
  const s = parsed.sentences[d.sentence]!;
  if (!/^(?:the|these|those)$/i.test(s.form[phrase.from]!)) return false;
  return drafts.some(
    (x) =>
      x.sentence < d.sentence && x.harm === d.harm && x.phrase?.noun === phrase.noun && x.count.low !== null,
  );
}

function spanOf(s: Sentence, d: TollDraft): Span {
  return { start: s.start[d.from]!, end: s.end[d.to - 1]! };
}

interface Voice {
  readonly chain: readonly Attribution[];
  readonly speaker: Attribution | null;
  readonly sources: readonly PartyRef[];
  readonly stance: Stance;
  readonly certainty: Certainty;
}

const CONTINUES = /^(?:conj|advcl|acl|xcomp|parataxis)$/;
const JOINER = /^(?:,|and|or|;)$/;

/**
 * The attributions over a toll. What is said may end too early where it goes on behind an aside or with a participle ("…, wounding
 * two"): then they are those of the verb that the word of harm goes on from.
 */
function chainOver(
  s: Sentence,
  d: TollDraft,
  drafts: readonly TollDraft[],
  attributions: readonly Attribution[],
): Attribution[] {
  const over = (t: number) =>
    chainAt(attributions, { start: s.start[t]!, end: s.end[t]! }).filter(
      (a) => a.answers === null && !isTakenUp(a),
    );
  const own = over(d.token);
  if (own.some((a) => a.source !== null) || d.phrase === null) return own;
  const resumed = resumedFrom(s, d, attributions);
  if (resumed >= 0) return over(resumed);
  // "gave the toll as 21 dead, |35 wounded| and six missing": a list, in which nothing else is said
  const isListed = d.token < d.to && !s.upos.slice(d.from, d.to).includes("AUX");
  if (d.phrase.from <= d.token && !isListed) return own;
  // "which officials said killed five people, four of them women, and injured six"
  let t = d.from - 1;
  while (t >= 0 && JOINER.test(s.form[t]!.toLowerCase())) t--;
  const before = drafts.find(
    (x) => x.sentence === d.sentence && (x.to === t + 1 || x.to === t) && x.token < d.token,
  );
  if (before !== undefined && t < d.from - 1) return chainOver(s, before, drafts, attributions);
  if (d.phrase.from <= d.token) return own;
  for (let k = d.token, steps = 0; steps < 4; steps++) {
    if (!CONTINUES.test(baseRelation(s, k)) || child(s, k, "nsubj") >= 0 || s.head[k]! >= k) return own;
    k = s.head[k]!;
    const chain = over(k);
    if (chain.some((a) => a.source !== null)) return chain;
  }
  return own;
}

/** "|the killing of six traders|, which Bamako blamed on rebels": told by the outlet, and taken up by who blames. */
const isTakenUp = (a: Attribution): boolean => a.kind === "act" && !a.direct && a.end <= a.cueSpan.start;

/** "…, the ministry said, wounding two": the last word of what is said before it goes on, or -1. */
function resumedFrom(s: Sentence, d: TollDraft, attributions: readonly Attribution[]): number {
  let open = d.from;
  while (open > 0 && !(s.xpos[open] === "VBG" && s.form[open - 1] === ",")) {
    if (/^[;:.]$/.test(s.form[open]!) || d.from - open > 12) return -1;
    open--;
  }
  if (open === 0) return -1;
  const comma = s.start[open - 1]!;
  for (const a of attributions) {
    if (a.source === null || a.cueSpan.end > comma || comma - a.end > 120 || a.end < s.start[0]!) continue;
    const told = { start: Math.min(a.cueSpan.start, a.sourceSpan?.start ?? a.cueSpan.start) };
    const end = Math.max(a.cueSpan.end, a.sourceSpan?.end ?? 0);
    // the words of telling reach to the comma, and what is told stands before them
    if (end !== s.end[open - 2] || !a.pieces.some((p) => p.end <= told.start)) continue;
    const last = s.end.findLastIndex(
      (e) => e <= told.start && a.pieces.some((p) => p.start < e && e <= p.end),
    );
    if (last >= 0) return last;
  }
  return -1;
}

const ARTEFACT =
  /\b(?:estimates?|images?|imagery|footage|videos?|figures?|data|documents?|intelligence|records?|counts?|tally|assessments?|reports?|evidence|statistics|analysis|photographs?|photos?|pictures?|calculations?|accounts?)$/i;

/** Whose figure it is: the innermost named attribution over the toll, for a thing that shows it the one who shows it; none is the outlet's own voice. */
function voiceOf(chain: readonly Attribution[], claimants: readonly PartyRef[]): Voice {
  const named = chain.filter((a) => a.source !== null && a.kind !== "scare-quote");
  const maker = named.filter(
    (a) => a.parties.length > 0 || !(a.kind === "evidence" || ARTEFACT.test(a.source!)),
  );
  const speaker = maker.at(-1) ?? named.at(-1) ?? null;
  const certainty =
    chain.find((a) => a.certainty === "distanced" && a.kind !== "scare-quote")?.certainty ??
    chain.find((a) => a.certainty === "hedged")?.certainty ??
    "stated";
  return {
    chain,
    speaker,
    sources: speaker === null ? claimants : speaker.parties,
    stance: speaker?.stance ?? "asserts",
    certainty,
  };
}

// "the Afghan side admitted to nine dead": its own, whoever was spoken of before
function admitted(d: TollDraft, speaker: Attribution | null): PartyRef | null {
  if (d.phrase?.bare !== true || (d.party !== null && !d.partyInherited) || d.perpetrator !== null)
    return null;
  if (!/\b(?:admit|acknowledg|conced)/i.test(speaker?.cue ?? "") || d.harm === "destroyed") return null;
  const own = speaker!.parties.length === 1 ? speaker!.parties[0]! : null;
  return own?.code == null || own.sector === "COP" || own.code === "UN" ? null : own;
}

// "its soldiers": the side that speaks of them, else the side that the clause is about; never the one that killed them
function possessor(parsed: ParsedReport, d: TollDraft, speaker: Attribution | null): PartyRef | null {
  const s = parsed.sentences[d.sentence]!;
  const isOther = (p: PartyRef) => p.code !== null && p.code !== d.othersThan?.code;
  // "hit a base of the front and killed five of |its fighters|": of whom they are known to be
  const told = d.possessiveToken < 0 ? null : mentionAt(parsed, d.sentence, d.possessiveToken);
  const whose = told?.kind === "description" && told.parties.length === 1 ? told.parties[0]! : null;
  if (whose !== null && isOther(whose)) return whose;
  const before = (parsed.mentions[d.sentence] ?? [])
    .filter((m) => m.to <= d.from && m.agent && m.parties.length === 1 && m.kind !== "anaphor")
    .filter((m) => d.othersThan === null || isOther(m.parties[0]!))
    .at(-1);
  if (speaker?.parties.length === 1 && /^(?:our|its|their|my)$/i.test(s.form[d.possessiveToken] ?? "")) {
    const own = speaker.parties[0]!;
    if (isOther(own)) return own;
    if (d.othersThan === null) return null;
  }
  return before?.parties[0]?.code == null ? null : before.parties[0];
}

/** How many sentences back "another seven" and "among them" look for the toll that they belong to. */
const EARLIER_WITHIN = 2;

/** Who denies "151 killed, 40 captured and six tanks destroyed" denies the dead first; harm to things alone is not told again. */
function gravest(tolls: readonly Toll[]): readonly Toll[] {
  const worst = HARMS.find((h) => tolls.some((t) => t.harm === h));
  return tolls.filter((t) => t.harm === worst && t.harm !== "destroyed" && t.of.kind !== "equipment");
}

/** "…, claims Pakistan denies": the same victims, denied, with a figure only where the denial gives one. */
function denials(tolls: readonly Toll[], attributions: readonly Attribution[]): Toll[] {
  const out: Toll[] = [];
  const tollAt = SpanIndex.of(tolls, (t) => [t]);
  for (const a of attributions) {
    if (a.answers === null || (a.stance !== "denies" && a.stance !== "doubts")) continue;
    const answered = tollAt
      .near(a.answers)
      .map((k) => tolls[k]!)
      .filter((t) => t.stance !== "denies" && t.partOf === null && overlaps(t, a.answers!))
      .filter((t) => !t.sources.some((p) => p.code !== null && a.parties.some((x) => x.code === p.code)));
    for (const t of gravest(answered)) {
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
