import type { Sentence } from "../language/sentence.js";
import type { Report } from "../sources/report.js";
import type { Span } from "../text/span.js";
import type { PartyRef } from "./party.js";

/** How a mention names its party: by a name, a description ("Afghan officials"), a person, or a word that stands for one. */
export const MENTION_KINDS = ["name", "description", "person", "anaphor"] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** Words of a sentence that name one party or several ("both sides"): tokens `from` … `to`, `to` excluded. */
export interface PartyMention {
  readonly from: number;
  readonly to: number;
  /** Syntactic head inside the mention: the token that fills a slot of a verb. */
  readonly head: number;
  readonly kind: MentionKind;
  /** One, or several for "both sides"; empty where an anaphor could not be resolved. */
  readonly parties: readonly PartyRef[];
  /** Personal name where the mention has or stands for one ("Maria Zakharova"). */
  readonly person: string | null;
  /** The mention can act or speak (people, organisations, states); false for a country that is only a place. */
  readonly agent: boolean;
}

/** Whose own word a report is: a ministry's statement, an armed group's communiqué, the record of a council's meeting. */
export interface Issuer {
  /** One, or those of a joint statement; none where the form is a statement's and nobody is named. */
  readonly parties: readonly PartyRef[];
  /** Words of its lines, by which it may call itself: "the Ministry", "the Council". Lower case. */
  readonly words: ReadonlySet<string>;
  /** As far as it speaks: another report may stand below. */
  readonly reach: Span;
  /** It speaks of its own people or land: what nothing else places befell them there. */
  readonly isAtHome: boolean;
  /** What it says is its claim. Who reports on others (a meeting, a situation) is an outlet like any. */
  readonly claims: boolean;
}

/** A report with its sentences parsed and its parties found: what the coders of events, tolls and attributions read. */
export interface ParsedReport {
  readonly report: Report;
  /** Sentences of all passages but interruptions, in order. */
  readonly sentences: readonly Sentence[];
  /** Index into `report.passages` for each sentence. */
  readonly passageOf: readonly number[];
  /** Party mentions for each sentence, in order, not overlapping. */
  readonly mentions: readonly (readonly PartyMention[])[];
  /** Whose own word the report is; null, or absent where nobody looked, for what an outlet tells. */
  readonly issuer?: Issuer | null;
}

/** A report with its sentences, before anybody is found in it. */
export type BareReport = Pick<ParsedReport, "report" | "sentences" | "passageOf">;

/** Longer lines are no headlines, whatever they end with. */
const LONGEST_HEADLINE = 300;

/** Whether a passage is told in the manner of headlines: a headline, or one line without a stop that is all there is. */
export function isHeadline({ passages, text }: Report, passage: number): boolean {
  if (passages[passage]?.kind === "headline") return true;
  return passages.length === 1 && text.length <= LONGEST_HEADLINE && !/[.!?:;,]["”’')\]]*\s*$/.test(text);
}

/** The mention that holds a token of a sentence, or null. */
export function mentionAt(parsed: ParsedReport, sentence: number, token: number): PartyMention | null {
  return parsed.mentions[sentence]?.find((m) => m.from <= token && token < m.to) ?? null;
}
