import { type DateInterval, UNKNOWN_DATE } from "../text/civil-date.js";
import { type ClauseTense, tenseOf } from "./clause-tense.js";
import type { DateLexicon } from "./date-lexicon.js";
import { atDistance, distanceAt } from "./date-reach.js";
import { dateOf } from "./event-date.js";
import { isOfOther } from "./others-dates.js";
import type { ParsedReport } from "./parsed-report.js";
import type { DatedBy, DatedSentence, PlacedDate } from "./placed-date.js";
import { placedDates } from "./placed-dates.js";
import { saidAt, sentenceDate, stretchAt } from "./sentence-dates.js";
import { type ContextDate, contextDate, lastTold } from "./told-dates.js";

/** When the events of a report took place, as far as its words say. */
export interface DatedClauses {
  /** Date expressions of each sentence, in order; also those that date nothing ("three-day"). */
  readonly expressions: readonly (readonly PlacedDate[])[];
  /** What dates the event at a token; null where nothing in its clause does. */
  readonly datedBy: (sentence: number, token: number) => DatedBy | null;
  /** The same, as an interval: `UNKNOWN_DATE` for null. */
  readonly dateAt: (sentence: number, token: number) => DateInterval;
  readonly tenseOf: (sentence: number, token: number) => ClauseTense;
  /**
   * What the other dates of its sentence say about an event that none of them modifies: the same time, soon or so long after or
   * before it. Basis `inferred`; null where they say nothing.
   */
  readonly sentenceDate: (sentence: number, token: number) => DateInterval | null;
  /** "said in November that it accepted the plan": the date of the saying that a clause is the content of; null where none is told. */
  readonly saidAt: (sentence: number, token: number) => DateInterval | null;
  /** The date of an event "a day after" or "hours before" which something happened at `base`; null where it is not so told. */
  readonly distantFrom: (sentence: number, token: number, base: DateInterval) => DateInterval | null;
  /** "Have shelled the region for years": from when to the day of the report; null where no such stretch is told. */
  readonly stretchAt: (sentence: number, token: number) => DateInterval | null;
  /**
   * The time that what is told in the past at a token, in a sentence without a date, goes on with: a candidate with basis `inferred`; null where
   * there is none.
   */
  readonly contextDate: (sentence: number, token: number) => ContextDate | null;
  /** The date that was told last in the two sentences before, whatever the tense of this one; null where none was. */
  readonly lastTold: (sentence: number) => DateInterval | null;
}

/** Finds and resolves the date expressions of a report and ties them to clauses. */
export function datesOf(parsed: ParsedReport, lexicon: DateLexicon): DatedClauses {
  const { report, sentences, passageOf } = parsed;
  const { published } = report;
  const expressions = placedDates(parsed, lexicon);
  const lead = report.passages.findIndex((p) => p.kind === "body");
  /** Asks a sentence with its dates; null where there is no such sentence. */
  const ask = <T>(sentence: number, question: (scene: DatedSentence) => T | null): T | null => {
    const s = sentences[sentence];
    return s === undefined ? null : question({ s, dates: expressions[sentence] ?? [], published, lexicon });
  };
  const datedBy = (sentence: number, token: number) => ask(sentence, (scene) => dateOf(scene, token));
  return {
    expressions,
    datedBy,
    dateAt: (sentence, token) => datedBy(sentence, token)?.interval ?? UNKNOWN_DATE,
    tenseOf: (sentence, token) => ask(sentence, ({ s }) => tenseOf(s, token)) ?? "none",
    sentenceDate: (sentence, token) =>
      ask(sentence, (scene) => {
        const dates = scene.dates.filter((d) => !isOfOther(scene, d, token));
        return sentenceDate({ ...scene, dates }, token, passageOf[sentence] === lead);
      }),
    saidAt: (sentence, token) => ask(sentence, (scene) => saidAt(scene, token)),
    distantFrom: (sentence, token, base) =>
      ask(sentence, ({ s, dates }) => {
        const reach = distanceAt(s, token, dates);
        return reach === null ? null : atDistance(reach, base, dates);
      }),
    stretchAt: (sentence, token) => ask(sentence, (scene) => stretchAt(scene, token)),
    contextDate: (sentence, token) => contextDate(parsed, expressions, { sentence, token }, lexicon),
    lastTold: (sentence) => lastTold(expressions, sentence),
  };
}
