import type { Count } from "../coding/claim.js";
import type { EventMode, EventType } from "../coding/event-types.js";
import type { DateInterval } from "../text/civil-date.js";
import { grouped, quoted } from "./page.js";

/** Plain words for event types and modes, in the record's own neutral voice. */
const TYPES: Record<EventType, string> = {
  AGREE: "agrees or undertakes",
  CONSULT: "talks",
  SUPPORT: "supports",
  CONCEDE: "concedes",
  COOPERATE: "cooperates",
  AID: "gives aid",
  RETREAT: "gives way",
  REQUEST: "asks",
  ACCUSE: "accuses",
  REJECT: "refuses",
  THREATEN: "threatens",
  PROTEST: "protests",
  SANCTION: "cuts relations",
  MOBILIZE: "moves forces",
  COERCE: "coerces",
  ASSAULT: "attacks",
};

/** "attacks (aerial)". */
export function eventLabel(type: EventType, mode: EventMode | null): string {
  return mode ? `${TYPES[type]} (${mode.replace(/-/g, " ")})` : TYPES[type];
}

/** "agrees or undertakes" → "agree or undertake", "moves forces" → "move forces". */
export const pluralLabel = (label: string) => label.replace(/(^| or )(\w+)s\b/g, "$1$2");

/** "12", "at least 5", "more than 200", "up to 23", "several". */
export function countLabel({ low, high, hedge, words }: Count): string {
  if (low === null) return quoted(words);
  switch (hedge) {
    case "at-least":
      return `at least ${grouped(low)}`;
    case "more-than":
      return `more than ${grouped(low - 1)}`;
    case "up-to":
      return `up to ${grouped(high ?? low)}`;
    case "about":
      return low === high ? `about ${grouped(low)}` : `about ${grouped(low)}–${grouped(high ?? low)}`;
    default:
      return high === null || high === low ? grouped(low) : `${grouped(low)}–${grouped(high)}`;
  }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function day(iso: string): { d: number; m: string; y: string } {
  const [y, m, d] = iso.split("-");
  return { d: Number(d), m: MONTHS[Number(m) - 1] ?? m!, y: y! };
}

/** "27 Feb 2026", "26–27 Feb 2026", "before 28 Nov 2025", "date unknown". */
export function dateLabel(date: DateInterval): string {
  const { from, to } = date;
  if (!from && !to) return "date unknown";
  if (!from) return `up to ${oneDay(to!)}`;
  if (!to) return `from ${oneDay(from)}`;
  if (from === to) return oneDay(from);
  const a = day(from);
  const b = day(to);
  if (a.y !== b.y) return `${oneDay(from)} – ${oneDay(to)}`;
  return a.m === b.m ? `${a.d}–${b.d} ${b.m} ${b.y}` : `${a.d} ${a.m} – ${b.d} ${b.m} ${b.y}`;
}

/** "27 Feb 2026". */
export function oneDay(iso: string): string {
  const x = day(iso);
  return `${x.d} ${x.m} ${x.y}`;
}

/** "27 Feb", with the year where it is not the one given. */
export function shortDay(iso: string, year: string | null): string {
  const x = day(iso);
  return x.y === year ? `${x.d} ${x.m}` : oneDay(iso);
}
