import type { PlaceRef, VictimKind } from "./claim.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { TollDraft } from "./toll-draft.js";

/** Those who are of a country wherever nothing else is said of them. */
const POPULACE = new Set<VictimKind>(["civilian", "unknown", "mixed", "official", "police"]);

/** Captives are often held abroad, and losses are an army's. */
const ANYBODYS = new Set(["captured/captives", "captured/hold", "captured/in-hands", "killed/losses"]);

/** What tells whose people were hurt; null where it does not. */
export interface TollPlace {
  /** The country that suffered the event. */
  readonly hurt: string | null;
  /** The country whose people the event's victims were taken to be, by what else its sentence names. */
  readonly meant: string | null;
  /** The country that the event is told against, by whatever else. */
  readonly other: string | null;
  readonly place: PlaceRef | null;
  readonly home: string | null;
  /** The country that heads the section. */
  readonly heading: string | null;
  /** The two countries that the report names most. */
  readonly foremost: readonly string[];
  readonly doer: PartyRef | null;
  /** Whoever did it fights another state in the report. */
  readonly isAtWar: boolean;
  /** Who tells of it. */
  readonly sources: readonly PartyRef[];
}

/**
 * Whose the people of a toll are of whom nothing is said: of the country that suffered it, else of the one in which they were hurt, else
 * of the one that the report is set in. Those who flee are of the latter; soldiers are so only where no other state tells of them.
 */
export function peopleOf(d: TollDraft, told: TollPlace): PartyRef | null {
  // "killed nine members": whose they are is not told by where
  if (ANYBODYS.has(d.rule) || /\bmembers?$/.test(d.words)) return null;
  const country = d.kind === "military" ? ofSoldiers(told) : POPULACE.has(d.kind) ? ofAnybody(d, told) : null;
  if (country === null) return null;
  const start = told.place?.start ?? 0;
  const end = told.place?.end ?? start;
  return { code: country, country, sector: null, words: d.words, span: { start, end } };
}

/** "A major was killed in Rafah, the military said": a state tells of its own soldiers, wherever they were hit, unless it hit them. */
export function tellersOwn(
  { kind }: TollDraft,
  of: PartyRef | null,
  sources: readonly PartyRef[],
  doer: PartyRef | null,
): PartyRef | null {
  const [teller] = sources;
  const isState = sources.length === 1 && teller!.code !== null && teller!.code === teller!.country;
  if (kind !== "military" || of === null || !isState) return of;
  return of.code === of.country && of.code !== teller!.code && doer?.code !== teller!.code ? teller! : of;
}

function ofAnybody({ harm }: TollDraft, told: TollPlace): string | null {
  const { hurt, place, home, foremost, doer, sources } = told;
  if (harm === "displaced") return home;
  if (hurt !== null) return hurt;
  const there = place?.country ?? null;
  // a state that fires at a place of its own, or another that tells of the dead there: across the border, or on ground that is held
  const isAcross = (p: PartyRef | null) => p?.code === there && there !== home;
  const isTeller = ({ code, country }: PartyRef) =>
    code === country && code !== there && foremost.includes(code ?? "");
  if (there !== null && !isAcross(doer) && !(there !== home && sources.some(isTeller))) return there;
  // "the governor of Belgorod reported two injured", in a section on Ukraine: another state tells of its own
  return (sources.some((p) => isStateBut(home, p)) ? null : home) ?? likely(told);
}

/** A state other than one. */
const isStateBut = (country: string | null, { code, country: of }: PartyRef): boolean =>
  code !== null && code === of && code !== country;

/** Whom the event is told against, where the report is mostly about that country; a state at war with another harms the other's. */
function likely({ meant, other, foremost, doer, isAtWar }: TollPlace): string | null {
  const isOwn = (country: string | null) => country === doer?.code && isAtWar;
  const isMeant = meant !== null && foremost.includes(meant) && !isOwn(meant);
  return isMeant ? meant : other !== null && other === foremost[0] && !isOwn(other) ? other : null;
}

function ofSoldiers({ meant: own, other, home, heading, doer, sources }: TollPlace): string | null {
  const meant = own ?? other ?? (doer?.code === heading ? null : heading);
  if (meant === null || (home !== null && home !== meant)) return null;
  const isOther = (p: PartyRef) => p.code !== null && p.code === p.country && p.code !== meant;
  return sources.some(isOther) ? null : meant;
}

/** The two countries that a report names most. */
export function foremostOf({ mentions }: ParsedReport): readonly string[] {
  const times = new Map<string, number>();
  for (const { country } of mentions.flat().flatMap((m) => (m.agent ? m.parties : [])))
    if (country !== null) times.set(country, (times.get(country) ?? 0) + 1);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([country]) => country);
}
