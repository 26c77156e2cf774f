import { analyse } from "../language/analyse.js";
import type { LanguageModel } from "../language/model.js";
import { findQuotations, type Quotation } from "../language/quotes.js";
import type { Sentence } from "../language/sentence.js";
import type { Report } from "../sources/report.js";
import { assemble } from "./assemble.js";
import { findAttributions } from "./attribution.js";
import { innermostAt } from "./attribution-chain.js";
import type { AttributionLexicon } from "./attribution-lexicon.js";
import type { CodedReport, CoderVersion } from "./coded-report.js";
import type { ConfidenceModel } from "./confidence.js";
import { resolveCoreference } from "./coreference.js";
import type { DateLexicon } from "./date-lexicon.js";
import { datesOf } from "./dates.js";
import { joinTellings } from "./event-coreference.js";
import { eventDater, harmDater } from "./event-dates.js";
import type { EventDraft } from "./event-draft.js";
import { findEvents } from "./events.js";
import type { FrameLexicon } from "./frames.js";
import type { Gazetteer } from "./gazetteer.js";
import { groupOf, homeOf } from "./home.js";
import { findIssuer, homeOfIssuer, issuerAt } from "./issuer.js";
import { findLoadedWords } from "./loaded-words.js";
import { findMentions } from "./mentions.js";
import type { ModalityLexicon } from "./modality.js";
import { isHeadline, type ParsedReport } from "./parsed-report.js";
import { countryOfPlace, isWord, type PartyLexicon } from "./party-lexicon.js";
import { findPlaces } from "./places.js";
import { homeOfSection, mentionsWithin, sectionsOf } from "./sections.js";
import type { SequenceLexicon } from "./sequence-lexicon.js";
import type { ThingLexicon } from "./things.js";
import { findTolls } from "./tolls.js";
import { venuesOf } from "./venues.js";
import type { TollLexicon } from "./victims.js";

/** All that the coder reads besides the report: loaded once, shared by all reports. */
export interface Resources {
  readonly language: LanguageModel;
  readonly frames: FrameLexicon;
  readonly modality: ModalityLexicon;
  readonly parties: PartyLexicon;
  readonly attribution: AttributionLexicon;
  readonly dates: DateLexicon;
  readonly tolls: TollLexicon;
  readonly things: ThingLexicon;
  readonly sequence: SequenceLexicon;
  readonly gazetteer: Gazetteer;
  readonly confidence: ConfidenceModel;
  readonly version: CoderVersion;
}

/** A coded report with the trees and event drafts that it was coded from. */
export interface Trace {
  readonly coded: CodedReport;
  readonly parsed: ParsedReport;
  readonly drafts: readonly EventDraft[];
}

/** Reads one report: pure, the same report and resources give the same record. */
export function codeReport(report: Report, resources: Resources): Trace {
  const quotations = findQuotations(report.text, { start: 0, end: report.text.length });
  const parsed = parseReport(report, quotations, resources);
  const attributions = findAttributions(parsed, resources.attribution, quotations);
  const dates = datesOf(parsed, resources.dates);
  const speakerAt = (sentence: number, token: number) => {
    const s = parsed.sentences[sentence]!;
    const issuer = issuerAt(parsed, quotations, s.start[token]!);
    if (issuer) return issuer.parties;
    return innermostAt(attributions, { start: s.start[token]!, end: s.end[token]! })?.parties ?? [];
  };
  const places = findPlaces(parsed, resources.gazetteer);
  const { datelinePlace } = report;
  const dateline =
    datelinePlace === null ? homeOfIssuer(parsed) : countryOfPlace(resources.parties, datelinePlace);
  const sections = sectionsOf(parsed, resources.parties);
  const context = { dateAt: dates.dateAt, placeAt: places.placeOf, speakerAt };
  const issuers = parsed.issuer?.isAtHome ? homeOfIssuer(parsed) : null;
  const drafts = sections.flatMap((section) => {
    const told = mentionsWithin(parsed, section);
    const venues = venuesOf(parsed.sentences, told.mentions, (kind, word) =>
      isWord(resources.parties, kind, word),
    );
    const own = homeOfSection(section);
    const placed = places.mentions.filter((m) => m.sentence >= section.from && m.sentence < section.to);
    const from = section.countries.length > 0 ? null : dateline;
    const home = own ?? issuers ?? homeOf(told, placed, from, venues);
    const setting = { ...context, home, group: groupOf(told, section.countries.length > 0) };
    const found = findEvents(parsed, resources, setting, section);
    return joinTellings(
      found.map(eventDater(parsed, dates, resources.frames.words)),
      home,
      section.countries,
    );
  });
  const dateAt = harmDater(parsed, dates, drafts);
  const tolls = findTolls(parsed, {
    lexicon: resources.tolls,
    attributions,
    events: drafts,
    ...context,
    dateAt,
    home: issuers,
    headingAt: (sentence) => homeOfSection(sections.find(({ to }) => sentence < to)),
  });
  const loadedWords = findLoadedWords(parsed, resources.parties);
  const findings = { parsed, sections, attributions, events: drafts, tolls, loadedWords };
  const coded = assemble(findings, resources, resources.version);
  return { coded, parsed, drafts };
}

/** Sentences of all passages that are told as text, with their parties. */
export function parseReport(
  report: Report,
  quotations: readonly Quotation[],
  { language, parties }: Resources,
): ParsedReport {
  const sentences: Sentence[] = [];
  const passageOf: number[] = [];
  const hasBody = report.passages.some((p) => p.kind === "body");
  report.passages.forEach((passage, k) => {
    if (passage.kind === "interruption" || passage.kind === "dateline") return;
    // a heading is told in full below it
    if (hasBody && (passage.kind === "subheading" || passage.kind === "headline")) return;
    for (const s of analyse(report.text, passage, language, isHeadline(report, k))) {
      sentences.push(s);
      passageOf.push(k);
    }
  });
  const bare = { report, sentences, passageOf };
  const issuer = findIssuer(bare, quotations, language, parties);
  const mentions = findMentions(bare, parties, issuer);
  return {
    ...bare,
    issuer,
    mentions: resolveCoreference({ ...bare, issuer, mentions }, parties),
  };
}
