import { lower } from "../language/sentence.js";
import { type Context, isGroupNoun } from "./coreference-context.js";
import type { MentionDraft } from "./mention-draft.js";
import type { Sector } from "./party.js";
import type { NamedParty } from "./party-forms.js";
import { isWord, type RoleEntry } from "./party-lexicon.js";

/** "the envoy", "a government spokesman", "police", "Foreign Minister Ruiz": a noun without a party, as its words are. */
export interface Description {
  readonly d: MentionDraft;
  readonly role: RoleEntry;
  /** The noun; "authorities" for several of them. */
  readonly noun: string;
  /** There is a person's name. */
  readonly named: boolean;
  /** A body, a force, or the authorities: not a person. */
  readonly institution: boolean;
  /** The sector that the words show: "an army source" is of the noun before. */
  readonly shown: Sector | null;
  /** It serves a state or an organisation of states. */
  readonly official: boolean;
}

/** What a rule says of whose a description is: parties, nobody that can be known, or nothing (null): ask the next. */
export type Answer = readonly NamedParty[] | "nobody" | null;

export type Rule = (c: Context, x: Description) => Answer;

export function describe(d: MentionDraft): Description {
  const role = d.role!;
  const noun = role.plural && role.noun === "authority" ? "authorities" : role.noun;
  const isGeneric = role.kind === "relational" || role.sector === "UNK";
  const shown = isGeneric ? (d.parties[0]?.sector ?? null) : role.sector;
  return {
    d,
    role,
    noun,
    named: d.person !== null,
    institution: role.kind === "body" || role.kind === "force" || noun === "authorities",
    shown,
    official: shown !== null && /^(GOV|MIL|COP|LEG|JUD|SPY|IGO)$/.test(shown),
  };
}

/** "a government spokesman", "an army officer", "a local administrator": somebody of one institution of the place. */
export const isOfInstitution = ({ s, lexicon }: Context, { d, role }: Description): boolean =>
  isWord(lexicon, "of_institutions", lower(s, d.from)) ||
  /^(army|military|police|government|junta)\b/.test(role.noun) ||
  isWord(lexicon, "local_heads", role.noun);

/** The same office or body told of before. */
export const again = ({ discourse, i }: Context, { noun, role }: Description): readonly NamedParty[] | null =>
  discourse.sameRole(i, noun, role.kind)?.parties ?? null;

/** A group, and not a state's force or body, by its sector or noun. */
export const isGroup = ({ lexicon }: Context, { role, noun }: Description): boolean =>
  isGroupNoun(lexicon, role.sector, noun);
