import type { EventMode, EventType } from "../coding/event-types.js";

/**
 * PLOVER's scores of conflict (below 0) and cooperation (above 0), -10 to 10, by type and mode: a property of the kind of act,
 * not of how grave one event is. PLOVER 2.0, draft of February 2024; ACCUSE is printed +3 there with modes from -2 to -3.5, a
 * lost sign.
 */
const TYPES: Record<EventType, number> = {
  AGREE: 2.5,
  CONSULT: 2.5,
  SUPPORT: 5,
  CONCEDE: 4.5,
  COOPERATE: 9.5,
  AID: 10,
  RETREAT: 6.5,
  REQUEST: 0,
  ACCUSE: -3,
  REJECT: -2,
  THREATEN: -3.5,
  PROTEST: -5,
  SANCTION: -6,
  MOBILIZE: -5.5,
  COERCE: -7,
  ASSAULT: -9,
};

const MODES: Partial<Record<`${EventType}/${EventMode}`, number>> = {
  "CONSULT/visit": 4,
  "CONSULT/third-party": 1,
  "CONSULT/multilateral": 4,
  "CONSULT/phone": 1.5,
  "RETREAT/withdraw": 8,
  "RETREAT/release": 6.5,
  "RETREAT/disarm": 10,
  "RETREAT/ceasefire": 7.5,
  "RETREAT/access": 6.5,
  "RETREAT/resign": 4.5,
  "REQUEST/assist": 0.5,
  "REQUEST/change": -1,
  "REQUEST/yield": -1,
  "REQUEST/meet": 0,
  "ACCUSE/disapprove": -2,
  "ACCUSE/investigate": -3.5,
  "ACCUSE/allege": -3.5,
  "REJECT/assist": -1.5,
  "REJECT/change": -2,
  "REJECT/yield": -2,
  "REJECT/meet": -2,
  "THREATEN/restrict": -3,
  "THREATEN/territory": -4,
  "PROTEST/riot": -7,
  "PROTEST/hunger": -4.5,
  "PROTEST/boycott": -4.5,
  "PROTEST/obstruct": -4.5,
  "SANCTION/expel": -5.5,
  "MOBILIZE/troops": -6.5,
  "MOBILIZE/weapons": -6.5,
  "MOBILIZE/militia": -6,
  "COERCE/censor": -6.5,
  "COERCE/curfew": -6.5,
  "COERCE/martial-law": -7.5,
  "COERCE/misinformation": -6.5,
  "ASSAULT/abduct": -8.5,
  "ASSAULT/beat": -7.5,
  "ASSAULT/torture": -8.5,
  "ASSAULT/sexual": -8.5,
  "ASSAULT/targeted": -9.5,
  "ASSAULT/destroy": -8.5,
  "ASSAULT/primitive": -8,
  "ASSAULT/suicide-attack": -9.5,
  "ASSAULT/aerial": -9.5,
  "ASSAULT/drone": -9.5,
  "ASSAULT/heavy-weapons": -9.5,
  "ASSAULT/crowd-control": -7.5,
  "ASSAULT/unconventional": -10,
};

/** The score of a kind of act; a mode without one of its own has its type's. */
export function ploverScore(type: EventType, mode: EventMode | null): number {
  return (mode && MODES[`${type}/${mode}`]) ?? TYPES[type];
}
