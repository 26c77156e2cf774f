import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { overlaps, type Span } from "../text/span.js";
import type { VictimKind } from "./claim.js";
import type { EventDraft } from "./event-draft.js";
import { mentionAt, type ParsedReport, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { modifiers, possessors, prepositional } from "./slots.js";
import type { TollDraft } from "./toll-draft.js";

/** Who did the harm of a toll and whose the victims are, as the event that does it tells; null where it does not. */
export interface TollSides {
  readonly perpetrator: PartyRef | null;
  readonly of: PartyRef | null;
  /** The country that suffers it. */
  readonly hurt: string | null;
  /** The same by what else the sentence names. */
  readonly meant: string | null;
  /** The country that the event is told against, whatever in the sentence tells it. */
  readonly other: string | null;
}

const NONE: TollSides = { perpetrator: null, of: null, hurt: null, meant: null, other: null };
/** Types that do harm. */
const HARMFUL = new Set<EventDraft["type"]>(["ASSAULT", "COERCE"]);
/** Whoever fires at a side's post hurts its men; whose the civilians are, they themselves must tell. */
const ARMED = new Set<VictimKind>(["military", "police", "militant"]);
const GOES_ON = /^(?:advcl|xcomp|conj|parataxis)$/;

/** What the event over a toll says of its sides. `span`: the toll's words. */
export function sidesByEvent(
  parsed: ParsedReport,
  d: TollDraft,
  span: Span,
  events: readonly EventDraft[],
): TollSides {
  const s = parsed.sentences[d.sentence]!;
  const over = eventsOver(s, d, events);
  const [event] = over;
  // in a fight both do harm, and of both
  if (event === undefined || event.mutual || event.frame.mutual) return NONE;
  const named = over.map((e) => e.recipient.filter((p) => isNamed(parsed, e, p)));
  const beside = named[0]!.find((p) => overlaps(p.span, span));
  const of = beside ?? (ARMED.has(d.kind) ? onlyOne(named[0]!) : null);
  const hurt = named.map((list) => stateIn(onlyOne(list))).find((code) => code !== null) ?? null;
  const meant = event.recipient.find((p) => overlaps(p.span, span)) ?? null;
  return {
    perpetrator: onlyOne(event.actor),
    of: of !== null && suits(of, d.kind) ? of : null,
    hurt,
    meant: stateIn(meant),
    other: stateIn(onlyOne(event.recipient)),
  };
}

/** Whether the event's own words say who suffers it; whose people they are by what else is told is asked of the toll itself. */
function isNamed(parsed: ParsedReport, { sentence, match, place }: EventDraft, p: PartyRef): boolean {
  if (p.code !== p.country || p.words === place?.name) return true;
  const s = parsed.sentences[sentence]!;
  const slot = match.recipient.flatMap((t) => [
    t,
    ...modifiers(s, t),
    ...possessors(s, t),
    ...prepositional(s, t, "of"),
  ]);
  const isOf = (m: PartyMention | null) => m?.parties.some((x) => x.code === p.code) === true;
  if (slot.some((t) => isOf(mentionAt(parsed, sentence, t)))) return true;
  // "an attack |on Armenian villages| killed six"
  return (parsed.mentions[sentence] ?? []).some((m) => isOf(m) && isStruck(s, m.head));
}

/** Whether a word, or the noun that it says something of, stands behind a preposition of what is struck. */
function isStruck(s: Sentence, token: number): boolean {
  const over = /^(?:amod|compound|nmod:poss|nmod)$/.test(s.relation[token]!) ? s.head[token]! : -1;
  return [token, over].some((t) => t >= 0 && children(s, t, "case").some((c) => STRUCK.test(lower(s, c))));
}
const STRUCK = /^(?:on|at|against|across|over|near|into)$/;

const stateIn = (p: PartyRef | null): string | null =>
  p !== null && p.code === p.country ? p.country : null;

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

/** The events that do the harm, nearest first: of the toll's own word, of a noun in its clause ("was killed in the raid"), of the clauses that it goes on from. */
function eventsOver(s: Sentence, d: TollDraft, events: readonly EventDraft[]): EventDraft[] {
  const here = events.filter(
    (e) => HARMFUL.has(e.type) && e.status !== "hypothetical" && e.status !== "planned",
  );
  const at = (t: number) => here.find((e) => e.token === t || e.match.carrier === t) ?? null;
  const out: EventDraft[] = [];
  for (let t = d.token, steps = 0; t >= 0 && steps < 4; steps++) {
    const found = at(t) ?? within(s, t, at);
    if (found !== null && !out.includes(found)) out.push(found);
    if (!GOES_ON.test(baseRelation(s, t)) || child(s, t, "nsubj") >= 0) return out;
    t = s.head[t]!;
  }
  return out;
}

/** "was killed |in the raid|", "|the shelling| killed": the event of a noun that stands by a verb. */
function within(s: Sentence, verb: number, at: (t: number) => EventDraft | null): EventDraft | null {
  for (const t of children(s, verb, "obl", "nsubj", "nmod")) {
    const found = at(t);
    if (found !== null) return found;
  }
  return null;
}
