import { subtree } from "../language/tree.js";
import type { PlaceRef } from "./claim.js";
import { type EventClause, partiesAt } from "./event-clause.js";
import { isEachOther, isHyphened, isInPlace, isOfTheCrime, isWhy } from "./event-phrases.js";
import { placeOf } from "./event-places.js";
import type { PartyRef } from "./party.js";
import { isKnown, partiesOf } from "./slot-parties.js";
import { possessors, prepositional } from "./slots.js";

/** Who does, suffers and mediates an event, as far as the steps before have read it. */
export interface EventSlots {
  readonly actor: readonly PartyRef[];
  readonly recipient: readonly PartyRef[];
  readonly broker: readonly PartyRef[];
  /** Whose side is taken: "in support of the army". */
  readonly helped: readonly PartyRef[];
  readonly place: PlaceRef | null;
  /** Each is said to have done it to the other: "blamed each other for the attack". */
  readonly each: boolean;
  /** All sides act and suffer alike. */
  readonly mutual: boolean;
  /** Said to the actor's own side: "urged the government", by one of its own country. */
  readonly ofOwn: boolean;
}

/** Reads a slot that the steps before left open, or mends what they read. */
export type SlotStep = (c: EventClause, slots: EventSlots) => EventSlots;

/** The parties of the words that stand in an event's slots. */
export function slotsOf(c: EventClause): EventSlots {
  const { match } = c;
  return {
    actor: partiesOf(c, match.actor, "actor"),
    recipient: partiesOf(c, suffering(c), "recipient"),
    broker: partiesOf(c, match.broker, "actor"),
    helped: c.frame.type === "ASSAULT" ? helpedBy(c) : [],
    place: placeOf(c),
    each: false,
    mutual: false,
    ofOwn: false,
  };
}

/** The words of a trigger's recipient that do suffer it. */
export function suffering(c: EventClause): readonly number[] {
  const { s, match, frame, siblings } = c;
  // "the collapse of Qatar-mediated talks": who stands before the hyphen brokered them
  const brokered = siblings.filter((m) => m !== match).flatMap((m) => m.broker);
  return match.recipient.filter(
    (t) =>
      !(match.actor.length > 1 && isEachOther(s, [t])) &&
      (!brokered.includes(t) || !isHyphened(s, t + 1)) &&
      !isWhy(s, t, c.lexicon.words) &&
      !isOfTheCrime(c, t) &&
      // "held talks in Doha": where they met, but who is visited in a headline's "Visit in Doha"
      !(frame.type === "CONSULT" && match.carrier >= 0 && isInPlace(s, t)),
  );
}

/** "Carried out air strikes in support of the army": whose side is taken. */
function helpedBy(c: EventClause): PartyRef[] {
  const { s, head } = c;
  const support = subtree(s, head).filter((t) => s.lemma[t] === "support" && s.form[t - 1] === "in");
  const sides = [
    ...support.flatMap((t) => prepositional(s, t, "of")),
    ...["alongside", "beside"].flatMap((p) => prepositional(s, head, p)),
    // "soldiers fighting on Congo's side"
    ...prepositional(s, head, "on")
      .filter((t) => s.lemma[t] === "side")
      .flatMap((t) => [...possessors(s, t), ...prepositional(s, t, "of")]),
  ];
  return sides.flatMap((t) => partiesAt(c, t)).filter(isKnown);
}
