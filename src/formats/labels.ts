import type { EventMode, EventType } from "../coding/event-types.js";
import type { DateInterval } from "../text/civil-date.js";

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

function oneDay(iso: string): string {
  const x = day(iso);
  return `${x.d} ${x.m} ${x.y}`;
}
