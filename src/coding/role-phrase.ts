import type { Side } from "./mention-sheet.js";
import type { Sector } from "./party.js";
import type { RoleItem } from "./party-items.js";

/** What the words before a noun say of whose it is. */
export interface OwnersBefore {
  from: number;
  sides: Side[];
  /** Sector of a noun before the head: "army spokesman". */
  modifier: Sector | null;
  /** Token of a possessor that names nobody, or -1. */
  possessor: number;
}

/** A noun with its modifiers: "Pakistani Foreign Ministry spokesman Tahir Andrabi". */
export interface RolePhrase extends OwnersBefore {
  to: number;
  readonly role: RoleItem;
  person: string | null;
}
