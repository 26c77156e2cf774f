import { spanOfTokens } from "../language/tree.js";
import type { DateInterval } from "../text/civil-date.js";
import type { Abstention, Certainty, PlaceRef, Status } from "./claim.js";
import type { EventMode, EventType } from "./event-types.js";
import type { FrameMatch } from "./frame-matcher.js";
import type { Frame } from "./frames.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";

/** The deed that an answer points back to: of which types, how many sentences before at most, and whether two did it together. */
export interface AnsweredDeed {
  readonly types: ReadonlySet<EventType>;
  readonly within: number;
  readonly together: boolean;
}

/** An event as one sentence tells it, before attributions are laid over it. */
export interface EventDraft {
  readonly sentence: number;
  readonly token: number;
  readonly match: FrameMatch;
  readonly frame: Frame;
  /** Ids of all lexicon entries that made it. */
  readonly rules: readonly string[];
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly actor: readonly PartyRef[];
  readonly recipient: readonly PartyRef[];
  readonly broker: readonly PartyRef[];
  readonly mutual: boolean;
  /** The recipient is only where it is to hold: "called for a ceasefire in Ukraine". */
  readonly located: boolean;
  /** Asked or said of others than the other side: of the actor's own, or of whoever is to act against it. */
  readonly elsewhere: boolean;
  /** Tried for, not achieved: "is trying to broker a truce". */
  readonly attempted: boolean;
  /** Done by saying it, in the speaker's own words: "we call on", "they are to blame". */
  readonly spoken: boolean;
  /** What it answers, where that was told before: "welcomed the withdrawal", "rejected the demand". */
  readonly answers: AnsweredDeed | null;
  /** What somebody claims to have done: "the group claimed responsibility for the attack". */
  readonly claimed: boolean;
  /** Token of the word that takes it for granted, long after it or not ("investigate the killing"), or -1. */
  readonly presupposed: number;
  readonly status: Status;
  readonly certainty: Certainty;
  readonly date: DateInterval;
  readonly place: PlaceRef | null;
  /** Token of the event that calls for, offers, plans or threatens this one, or of which it is a part, or -1. */
  readonly contentOf: number;
  readonly abstentions: readonly Abstention[];
}

export const key = (p: PartyRef) => p.code ?? `?${p.sector}:${p.words.toLowerCase()}`;
export const includes = (list: readonly PartyRef[], p: PartyRef) => list.some((x) => key(x) === key(p));

/** Each party once, the first mention kept. */
export function distinct(list: readonly PartyRef[]): PartyRef[] {
  return list.filter((p, i) => list.findIndex((x) => key(x) === key(p)) === i);
}

export const without = (list: readonly PartyRef[], other: readonly PartyRef[]) =>
  list.filter((p) => !includes(other, p));

/** The state in whose country a place lies. */
export const stateOf = (place: PlaceRef): PartyRef => ({
  code: place.country,
  country: place.country,
  sector: null,
  words: place.name,
  span: { start: place.start, end: place.end },
});

/** Those of a list that are not the very same people: a government and the protesters of one country are two parties. */
export const others = (list: readonly PartyRef[], actor: readonly PartyRef[]) =>
  list.filter(
    (p) =>
      !actor.some(
        (a) =>
          key(a) === key(p) &&
          (a.span.start === p.span.start || a.sector === p.sector || (isState(a) && isState(p))),
      ),
  );

const STATE = new Set(["GOV", "MIL", "SPY", "LEG"]);
/** A state as such, or those who act for it. */
export const isState = (p: PartyRef) => p.sector === null || STATE.has(p.sector);

/** The words of a draft that support it: from its first slot or trigger word to its last. */
export function draftSpan(parsed: ParsedReport, d: EventDraft): { start: number; end: number } {
  const s = parsed.sentences[d.sentence]!;
  const tokens = [d.match.first, d.match.last, ...d.match.evidence, ...d.match.actor, ...d.match.recipient];
  const mentions = (parsed.mentions[d.sentence] ?? []).filter((m) =>
    tokens.some((t) => m.from <= t && t < m.to),
  );
  const from = Math.min(...tokens, ...mentions.map((m) => m.from));
  const to = Math.max(...tokens.map((t) => t + 1), ...mentions.map((m) => m.to));
  return spanOfTokens(s, from, to);
}
