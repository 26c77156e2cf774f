import type { InitiativeAct, InitiativeClaim } from "../coding/claim.js";
import { INITIATIVE_ACTS } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import type { PartyRef } from "../coding/party.js";
import type { DateInterval } from "../text/civil-date.js";
import { wordsOf } from "../text/span.js";
import { placeFact, sourceKeys } from "./report-facts.js";
import type { ClaimFact, PlaceFact } from "./telling.js";

/**
 * Steps of diplomacy: the acts of the facts form, and those that only events tell: a round of talks arranged, an agreement on
 * less than a ceasefire, a ceasefire in force, a settlement signed.
 */
export const DIPLOMATIC_ACTS = [
  ...INITIATIVE_ACTS,
  "schedules-talks",
  "agrees",
  "ceasefire-in-force",
  "signs",
] as const;
export type DiplomaticAct = (typeof DIPLOMATIC_ACTS)[number];

/** One step that a report tells, by whom it is said. */
export interface DiplomacyFact extends ClaimFact {
  readonly act: DiplomaticAct;
  /** Mediators, callers, hosts; empty where no third party is named. Codes, sorted. */
  readonly thirdParty: readonly string[];
  /** Those between whom it stands, or the one that welcomes, accepts or refuses. Codes, sorted. */
  readonly parties: readonly string[];
  readonly date: DateInterval;
  readonly planned: boolean;
  /** Length in days of a ceasefire with a fixed term ("48-hour truce"); null where none is said. */
  readonly termDays: number | null;
  /** Its sentence says that the ceasefire it speaks of is over. */
  readonly ends: boolean;
  /** Where the talks are, where the step's event says so. */
  readonly place: PlaceFact | null;
  readonly report: string;
}

/** The steps of diplomacy that a report tells; ids begin with the report's hash. */
export function diplomacyOf(coded: CodedReport, hash: string): DiplomacyFact[] {
  const told = coded.initiatives
    .filter((i) => i.status !== "hypothetical" && i.status !== "denied")
    .map((i) => factOf(coded, i, { hash, letter: "i", act: i.act }));
  const spans = new Set(coded.initiatives.map((i) => `${i.start}`));
  const more = coded.events.flatMap((e): DiplomacyFact[] => {
    const act = actOfEvent(e);
    if (!act || spans.has(`${e.start}`)) return [];
    const sides = codes([...e.actor, ...(e.mutual ? e.recipient : [])]);
    const parties = sides.length >= 2 ? sides : codes([...e.actor, ...e.recipient]);
    if (act !== "ceasefire-in-force" && parties.length < 2) return [];
    return [
      factOf(
        coded,
        { ...e, thirdParty: e.broker, parties: [] },
        { hash, letter: "e", act, parties, planned: e.status === "planned" },
      ),
    ];
  });
  return [...told, ...more];
}

const SIGNED = /\b(?:sign(?:s|ed|ing)?|inked|ratif\w+|initial(?:l)?ed)\b/i;

function actOfEvent(e: CodedReport["events"][number]): DiplomaticAct | null {
  const did = e.status === "happened" || e.status === "ongoing";
  if (e.type === "RETREAT" && e.mode === "ceasefire" && did) return "ceasefire-in-force";
  if (e.type === "CONSULT" && e.status === "planned") return "schedules-talks";
  if (e.type === "AGREE" && did && e.actor.length >= 2) return "agrees";
  if (e.type === "SUPPORT" && did && e.actor.length >= 2 && /sign|ratif|ink|accord|treaty/.test(e.rule))
    return "signs";
  return null;
}

const codes = (list: readonly PartyRef[]): string[] =>
  [...new Set(list.map((p) => p.code).filter((c): c is string => c !== null))].sort();

type Told = Pick<
  InitiativeClaim,
  "id" | "start" | "end" | "date" | "status" | "sources" | "thirdParty" | "parties" | "attributions"
>;

function factOf(
  coded: CodedReport,
  claim: Told,
  how: {
    hash: string;
    letter: "i" | "e";
    act: InitiativeAct | DiplomaticAct;
    parties?: string[];
    planned?: boolean;
  },
): DiplomacyFact {
  const { text } = coded.report;
  const sentence = coded.sentences.find((s) => s.start <= claim.start && claim.start < s.end);
  const words = sentence ? wordsOf(text, sentence) : wordsOf(text, claim);
  const act = how.act === "agrees" && SIGNED.test(words) ? "signs" : how.act;
  const attribution = coded.attributions[claim.attributions.at(-1) ?? -1];
  return {
    id: `${how.hash}/${how.letter}${claim.id}`,
    quote: wordsOf(text, claim),
    start: claim.start,
    end: claim.end,
    sources: sourceKeys(claim.sources),
    speaker: attribution?.source ?? null,
    stance: "asserts",
    certainty: "stated",
    ruling: null,
    act,
    thirdParty: codes(claim.thirdParty),
    parties: how.parties ?? codes(claim.parties),
    date: claim.date,
    planned: how.planned ?? claim.status === "planned",
    termDays:
      act === "ceasefire-agreed" || act === "ceasefire-in-force" || act === "agrees" ? termOf(words) : null,
    ends: TRUCE_OVER.test(words),
    place: placeFact(
      coded.events.find((e) => e.place !== null && e.start < claim.end && claim.start < e.end)?.place ?? null,
    ),
    report: how.hash,
  };
}

/** "A first ceasefire, reached in July, collapsed on December 8"; "the truce is over". */
const TRUCE_OVER =
  /\b(?:truce|ceasefire|cease-fire)\b[^.;]{0,60}\b(?:collapsed|broke down|fell apart|unravel(?:l)?ed|is over|was over|is dead|has ended|no longer (?:in force|binding))\b|\b(?:collapse|breakdown|end) of the (?:\w+ )?(?:truce|ceasefire|cease-fire)\b/i;

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const DAYS: Record<string, number> = { hour: 1 / 24, day: 1, week: 7, month: 30 };

/** "48-hour truce" is 2, "a week-long ceasefire" 7; null where the words give the arrangement no term. */
export function termOf(words: string): number | null {
  const found =
    /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a)[- ](hour|day|week|month)s?(?:[- ]long)?,? (?:\w+ )?(?:truce|ceasefire|cease-fire|pause|halt|lull)\b/i.exec(
      words,
    ) ??
    /\b(?:truce|ceasefire|cease-fire|pause|halt)s?(?: \w+)? (?:of|for|lasting) (\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a) (hour|day|week|month)s?\b/i.exec(
      words,
    );
  if (!found) return null;
  const word = found[1]!.toLowerCase();
  const n = word === "a" ? 1 : NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 1 : Number(word);
  return Math.max(1, Math.round(n * DAYS[found[2]!.toLowerCase()]!));
}
