import type { Sentence } from "../language/sentence.js";
import { baseRelation, child } from "../language/tree.js";
import { overlaps, type Span } from "../text/span.js";
import type { VictimKind } from "./claim.js";
import type { EventDraft } from "./event-draft.js";
import type { PartyRef } from "./party.js";
import type { TollDraft } from "./toll-draft.js";

/** Who did the harm of a toll and whose the victims are, as the event that does it tells; null where it does not. */
export interface TollSides {
  readonly perpetrator: PartyRef | null;
  readonly of: PartyRef | null;
}

const NONE: TollSides = { perpetrator: null, of: null };
/** Types that do harm. */
const HARMFUL = new Set<EventDraft["type"]>(["ASSAULT", "COERCE"]);
/** Whoever fires at a side's post hurts its men; whose the civilians are, they themselves must tell. */
const ARMED = new Set<VictimKind>(["military", "police", "militant"]);
const GOES_ON = /^(?:advcl|xcomp|conj|parataxis)$/;
const WITHIN = /^(?:obl|nsubj|nmod)$/;

/** What the event over a toll says of its sides. `span`: the toll's words. */
export function sidesByEvent(
  s: Sentence,
  d: TollDraft,
  span: Span,
  events: readonly EventDraft[],
): TollSides {
  const event = eventOver(s, d, events);
  // in a fight both do harm, and of both
  if (event === null || event.mutual || event.frame.mutual) return NONE;
  const doer = onlyOne(event.actor);
  const named = event.recipient.find((p) => overlaps(p.span, span));
  const hurt = named ?? (ARMED.has(d.kind) ? onlyOne(event.recipient) : null);
  return { perpetrator: doer, of: hurt !== null && suits(hurt, d.kind) ? hurt : null };
}

const onlyOne = (list: readonly PartyRef[]): PartyRef | null =>
  list.length === 1 && list[0]!.code !== null ? list[0]! : null;

/** Soldiers, policemen and officials are a state's; fighters are a group's. */
function suits(p: PartyRef, kind: VictimKind): boolean {
  const isState = p.code === p.country;
  switch (kind) {
    case "military":
    case "police":
    case "official":
    case "civilian":
      return p.code !== null && isState;
    case "militant":
      return p.code !== null && !isState;
    default:
      return false;
  }
}

/** The event that does the harm: of the toll's own word, of the clause that it goes on from, or of a noun in it ("was killed in the raid"). */
function eventOver(s: Sentence, d: TollDraft, events: readonly EventDraft[]): EventDraft | null {
  const here = events.filter(
    (e) => HARMFUL.has(e.type) && e.status !== "hypothetical" && e.status !== "planned",
  );
  const at = (t: number) => here.find((e) => e.token === t || e.match.carrier === t) ?? null;
  for (let t = d.token, steps = 0; t >= 0 && steps < 4; steps++) {
    const own = at(t) ?? within(s, t, at);
    if (own !== null) return own;
    if (!GOES_ON.test(baseRelation(s, t)) || child(s, t, "nsubj") >= 0) return null;
    t = s.head[t]!;
  }
  return null;
}

function within(s: Sentence, verb: number, at: (t: number) => EventDraft | null): EventDraft | null {
  for (let t = 0; t < s.form.length; t++)
    if (s.head[t] === verb && WITHIN.test(baseRelation(s, t))) {
      const found = at(t);
      if (found !== null) return found;
    }
  return null;
}
