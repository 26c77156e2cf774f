import type { Sentence } from "../language/sentence.js";
import type { DateInterval } from "../text/civil-date.js";
import type { PlaceRef } from "./claim.js";
import { type EventModality, eventModality } from "./event-modality.js";
import type { FrameMatch } from "./frame-matcher.js";
import type { Frame, FrameLexicon } from "./frames.js";
import type { ModalityLexicon } from "./modality.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";

/** What the coder of events asks of the coders of dates and places. */
export interface EventContext {
  /** The interval that dates the event at a token; basis unknown where nothing does. */
  readonly dateAt: (sentence: number, token: number) => DateInterval;
  readonly placeAt: (sentence: number, token: number) => PlaceRef | null;
  /** Who speaks at a token in quoted words, for "we" and "our". */
  readonly speakerAt: (sentence: number, token: number) => readonly PartyRef[];
  /** The country that the report is set in, or null. */
  readonly home: string | null;
  /** The armed group that the report is about, or null. */
  readonly group: PartyRef | null;
}

export interface EventLexicons {
  readonly frames: FrameLexicon;
  readonly modality: ModalityLexicon;
}

/** One trigger in its sentence: what all that reads an event from it goes by. */
export interface EventClause extends EventModality {
  readonly parsed: ParsedReport;
  /** Number of the sentence in the report. */
  readonly sentence: number;
  readonly s: Sentence;
  readonly match: FrameMatch;
  readonly frame: Frame;
  /** The word of the clause that the event is told by: the light verb over the noun, else the trigger. */
  readonly head: number;
  /** All triggers of the sentence, this one among them. */
  readonly siblings: readonly FrameMatch[];
  readonly lexicon: FrameLexicon;
  readonly context: EventContext;
}

export function eventClause(
  parsed: ParsedReport,
  match: FrameMatch,
  siblings: readonly FrameMatch[],
  { frames: lexicon, modality }: EventLexicons,
  context: EventContext,
): EventClause {
  const { sentence, frame } = match;
  const s = parsed.sentences[sentence]!;
  const head = headOf(s, match);
  const read = eventModality(s, match, head, modality, lexicon.words);
  return { parsed, sentence, s, match, frame, head, siblings, lexicon, context, ...read };
}

/** The word of the clause that a trigger tells its event by. */
export const headOf = (s: Sentence, m: FrameMatch): number =>
  m.carrier >= 0 && s.head[m.carrier] !== m.token ? m.carrier : m.token;

/** The parties of the mention that holds a token; none where there is no mention. */
export const partiesAt = (
  { parsed, sentence }: Pick<EventClause, "parsed" | "sentence">,
  token: number,
): readonly PartyRef[] => mentionAt(parsed, sentence, token)?.parties ?? [];

/** Who is quoted or reported as saying the event's own word. */
export const speakersOf = ({ context, sentence, match }: EventClause): readonly PartyRef[] =>
  context.speakerAt(sentence, match.token);
