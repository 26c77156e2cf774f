import { lower, type Sentence } from "../language/sentence.js";
import { children } from "../language/tree.js";
import { overlaps, type Span } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import { chainAt } from "./attribution-chain.js";
import type {
  Attribution,
  Certainty,
  EventClaim,
  InitiativeClaim,
  LoadedWord,
  Toll,
  Uncoded,
} from "./claim.js";
import type { CodedReport, CoderVersion } from "./coded-report.js";
import { type ConfidenceModel, Rater } from "./confidence.js";
import { draftSpan, type EventDraft } from "./event-draft.js";
import { Happenings } from "./happenings.js";
import { findInitiatives } from "./initiatives.js";
import { findInitiators } from "./initiators.js";
import { claimantsAt } from "./issuer.js";
import type { ModalityLexicon } from "./modality.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { Section } from "./sections.js";
import { findSequences } from "./sequence.js";
import { matchSequenceCues } from "./sequence-cues.js";
import type { SequenceLexicon } from "./sequence-lexicon.js";
import { sidesOfReport } from "./sides.js";
import { type ThingLexicon, thingsOf } from "./things.js";

/** What the single coders found in a report, to be laid over each other. */
export interface Findings {
  readonly parsed: ParsedReport;
  readonly sections: readonly Section[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly EventDraft[];
  readonly tolls: readonly Toll[];
  readonly loadedWords: readonly {
    readonly start: number;
    readonly end: number;
    readonly word: string;
    readonly neutral: string;
  }[];
}

/** What is read once there are events: their weapons and targets, their order, and how sure claims are. */
export interface ClaimResources {
  readonly things: ThingLexicon;
  readonly sequence: SequenceLexicon;
  readonly modality: ModalityLexicon;
  readonly confidence: ConfidenceModel;
}

/** Puts findings together into the record of one report: who says each claim, with what certainty, and what is left. */
export function assemble(findings: Findings, lexicons: ClaimResources, version: CoderVersion): CodedReport {
  const { parsed, attributions } = findings;
  const events = eventClaims(findings, lexicons.things);
  const happenings = new Happenings(parsed, findings.events, events, lexicons.sequence);
  const cues = matchSequenceCues(happenings, lexicons.sequence, lexicons.modality);
  const sequences = findSequences(cues, attributions);
  const sides = sidesOfReport(findings.events) ?? [];
  const initiatives = initiativeClaims(findings, events);
  const loadedWords = findings.loadedWords.map(
    (w): LoadedWord => ({ ...w, party: innermost(attributions, w)?.party ?? null }),
  );
  const rater = new Rater(parsed, lexicons.confidence);
  const coded: Omit<CodedReport, "uncoded"> = {
    report: parsed.report,
    sentences: parsed.sentences.map((s) => ({ start: s.start[0]!, end: s.end.at(-1)! })),
    attributions: attributions.map((a) => rater.rated("attribution", a)),
    events: events.map((e) => rater.rated("event", e)),
    tolls: findings.tolls.map((t) => rater.rated("toll", t)),
    initiatives: initiatives.map((i) => rater.rated("initiative", i)),
    sequences,
    initiators: findInitiators(happenings, cues, sequences, attributions, sides),
    loadedWords,
    version,
  };
  return { ...coded, uncoded: uncodedParts(parsed, coded) };
}

/** The innermost attribution by somebody named; hearsay ("reportedly") is not somebody. */
function innermost(attributions: readonly Attribution[], span: Span): Attribution | null {
  return (
    chainAt(attributions, span)
      .filter((a) => a.source !== null)
      .at(-1) ?? null
  );
}

/** "rejected |the claim that …|" tells what is denied; "…, claims Pakistan denies" answers what others say, and is no frame around it. */
const isFrame = ({ answers, cueSpan }: Attribution): boolean =>
  answers === null || cueSpan.end <= answers.start;

function eventClaims({ parsed, attributions, events }: Findings, things: ThingLexicon): EventClaim[] {
  const cues = SpanIndex.of(attributions, (a) => [a.cueSpan]);
  const idAt = new Map<string, number>();
  events.forEach((d, id) => {
    const at = `${d.sentence} ${d.token}`;
    if (!idAt.has(at)) idAt.set(at, id);
  });
  const inSentence: EventDraft[][] = parsed.sentences.map(() => []);
  for (const d of events) inSentence[d.sentence]!.push(d);
  return events.map((d, id): EventClaim => {
    const s = parsed.sentences[d.sentence]!;
    const span = draftSpan(parsed, d);
    const trigger = { start: s.start[d.match.first]!, end: s.end[d.match.last]! };
    const chain = chainAt(attributions, trigger).filter(isFrame);
    const cued = cues.near(trigger).map((k) => attributions[k]!);
    const voice = voiceOf(cued, heard(chain, d.actor), trigger);
    // "denied the army's claim that it had retaken the town": the army says that it did
    const isOwnClaim = d.status === "denied" && !voice.denied && chain.some((a) => a.stance === "denies");
    const sources = voice.isNamed ? voice.sources : claimantsAt(parsed, trigger.start);
    return {
      id,
      ...span,
      type: d.type,
      mode: d.mode,
      actor: d.actor,
      recipient: d.recipient,
      broker: d.broker,
      ...thingsOf(parsed, d, inSentence[d.sentence]!, things),
      date: d.date,
      place: d.place,
      status: voice.denied && !isReason(s, d.token) ? "denied" : isOwnClaim ? "happened" : d.status,
      certainty: voice.certainty,
      attributions: voice.chain.map((a) => a.id),
      sources,
      trigger,
      mutual: d.mutual,
      contentOf: idAt.get(`${d.sentence} ${d.contentOf}`) ?? null,
      abstentions: d.abstentions,
      rule: `frame:${d.frame.id}`,
      by: "tree",
    };
  });
}

/** "Dismissed it as an attempt to hide the shelling of the town": what is said of what is denied is not denied. */
function isReason(s: Sentence, token: number): boolean {
  for (let t = token; t >= 0; t = s.head[t]!)
    if (children(s, t, "case", "mark").some((k) => k < token && lower(s, k) === "as")) return true;
  return false;
}

/**
 * "Kigali rejected |an allegation by Kinshasa| that …": what somebody else is said to claim is told by who denies it, unless it is
 * a claim of deeds of his own.
 */
function heard(chain: readonly Attribution[], actor: readonly PartyRef[]): readonly Attribution[] {
  const isOfDoer = (a: Attribution) => a.parties.some((p) => actor.some((x) => x.code === p.code));
  const denial = chain.findIndex(
    (a, k) =>
      a.stance === "denies" &&
      a.source !== null &&
      chain.slice(k + 1).every((o) => o.nominal && !isOfDoer(o)),
  );
  return denial < 0 ? chain : chain.slice(0, denial + 1);
}

/** Whose voice a claim is in: the chain over it, or the speech act that its own trigger is the cue of (one of `cued`). */
function voiceOf(
  cued: readonly Attribution[],
  chain: readonly Attribution[],
  trigger: Span,
): {
  chain: readonly Attribution[];
  isNamed: boolean;
  sources: readonly PartyRef[];
  certainty: Certainty;
  denied: boolean;
} {
  const own = cued.find((a) => overlaps(a.cueSpan, trigger) && a.source !== null);
  const named = chain.filter((a) => a.source !== null);
  const speaker = own ?? named.at(-1) ?? null;
  const certainty =
    chain.find((a) => a.certainty === "distanced")?.certainty ??
    chain.find((a) => a.certainty === "hedged")?.certainty ??
    "stated";
  return {
    chain: own && !chain.includes(own) ? [...chain, own] : chain,
    isNamed: speaker !== null,
    sources: speaker?.parties ?? [],
    certainty,
    denied: !own && named.at(-1)?.stance === "denies",
  };
}

function initiativeClaims(
  { parsed, sections, events }: Findings,
  claims: readonly EventClaim[],
): InitiativeClaim[] {
  const claimOf = new Map(events.map((d, k) => [d, claims[k]!]));
  const told = sections.flatMap(({ from, to, countries }) =>
    findInitiatives(
      parsed,
      events.filter((e) => from <= e.sentence && e.sentence < to),
      countries,
    ),
  );
  return told.map((d, id): InitiativeClaim => {
    const claim = claimOf.get(d.event)!;
    return {
      id,
      ...draftSpan(parsed, d.event),
      thirdParty: d.thirdParty,
      parties: d.parties,
      act: d.act,
      date: claim.date,
      status: claim.status,
      sources: claim.sources,
      attributions: claim.attributions,
      rule: claim.rule,
      by: claim.by,
    };
  });
}

const INTERRUPTED = "not part of the story: it stands between its paragraphs without belonging to them";
const REPEATED = "a heading: the text below tells it in full";
const NOTHING = "no statement, event or toll was recognised in it";

function uncodedParts(parsed: ParsedReport, coded: Omit<CodedReport, "uncoded">): Uncoded[] {
  const { report } = parsed;
  const out: Uncoded[] = [];
  for (const p of report.passages) {
    if (p.kind === "interruption") out.push({ start: p.start, end: p.end, reason: INTERRUPTED });
    else if (p.kind === "subheading") out.push({ start: p.start, end: p.end, reason: REPEATED });
  }
  const claims: Span[] = [
    ...coded.events,
    ...coded.tolls,
    ...coded.attributions,
    ...coded.attributions.map((a) => a.cueSpan),
  ];
  claims.sort((a, b) => a.start - b.start);
  // claims by start with the furthest end so far: a sentence is bare when none that begins before its end reaches into it
  let next = 0;
  let reach = -1;
  for (const s of parsed.sentences) {
    const span = sentenceSpan(s);
    while (next < claims.length && claims[next]!.start < span.end)
      reach = Math.max(reach, claims[next++]!.end);
    if (span.end - span.start > 1 && reach <= span.start) out.push({ ...span, reason: NOTHING });
  }
  return out.sort((a, b) => a.start - b.start);
}

/** From the first token to the last. */
export function sentenceSpan(s: Sentence): Span {
  return { start: s.start[0] ?? 0, end: s.end[s.form.length - 1] ?? 0 };
}
