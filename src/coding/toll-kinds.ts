import { lower } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import type { HarmClause } from "./harm-clause.js";
import type { PartyRef } from "./party.js";
import type { Antecedent } from "./toll-antecedents.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** What else says of what kind the victims of a phrase are. */
interface KindHints {
  /** Those spoken of before, whom the phrase goes on with. */
  readonly inherited: Antecedent | null;
  /** Whose the losses are: "the army lost 14 men". */
  readonly loser: PartyRef | null;
}

/** The kind of victims that a phrase beside a word of harm names; "unknown" where nothing tells. */
export function kindOf(view: HarmClause, p: VictimPhrase, entry: HarmEntry, hints: KindHints): VictimKind {
  const { inherited, loser } = hints;
  if (entry.who === "things" || (entry.who === "both" && p.people === null && p.thing)) return "equipment";
  if (p.people !== "unknown" && p.people !== null) return p.people;
  const own = loser?.sector === "MIL" ? "military" : loser?.sector === "REB" ? "militant" : null;
  return own ?? kindOfAll(view, p) ?? inherited?.kind ?? "unknown";
}

/** "a toll of 24, |all of them civilians|"; null where nothing of the sort follows. */
export function kindOfAll({ s, at }: HarmClause, p: VictimPhrase): VictimKind | null {
  if (lower(s, p.to) !== "," || lower(s, p.to + 1) !== "all") return null;
  const next = at.get(p.to + (lower(s, p.to + 2) === "of" ? 4 : 2));
  return next?.people ?? null;
}
