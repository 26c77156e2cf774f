import { lower } from "../language/sentence.js";
import { GROUP, PERSON, THING } from "./anaphors.js";
import { type Context, isState, placeOrScene, withParty } from "./coreference-context.js";
import type { Entity } from "./entity.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { isWord } from "./party-lexicon.js";
import { thingAt } from "./pronouns.js";

/** "its soldiers", "the country's army", "the group's spokesman": with whose they are; as it was where that is not found. */
export function resolvePossessed(c: Context, d: MentionDraft): MentionDraft {
  const { s, i, discourse } = c;
  const word = lower(s, d.possessor);
  if (word === "whose") {
    const before = discourse.endingAt(i, d.possessor) ?? discourse.endingAt(i, d.possessor - 1);
    return before ? withParty(s, d, before.parties) : d;
  }
  const place = placeOwning(c, d, word);
  if (place) return withParty(s, d, [place]);
  const named = entityOwning(c, d, word);
  const state = THING.test(word) && named !== null ? stateInstead(c, d, named) : null;
  if (state) return withParty(s, d, state);
  // "the junta's spokesman": the possessor is a mention itself
  const owner = named ?? discourse.endingAt(i, d.possessor + 1);
  return owner === null || owner.parties.length === 0 ? d : withParty(s, d, owner.parties);
}

/** "the province's governor", "the city's police" are of the state; "the town's residents" as well, its rebels are not. */
const OF_PLACES = new Set(["GOV", "COP", "JUD", "LEG", "MIL", "SPY", "MED"]);

function placeOwning(c: Context, d: MentionDraft, word: string): NamedParty | null {
  const isOfPlaces = OF_PLACES.has(d.role!.sector ?? d.parties[0]?.sector ?? "");
  const isOwned =
    (isWord(c.lexicon, "kinds_of_place", word) && isOfPlaces) || isWord(c.lexicon, "lands", word);
  return isOwned ? placeOrScene(c, d) : null;
}

function entityOwning(c: Context, d: MentionDraft, word: string): Entity | null {
  const { s, i, discourse, lexicon } = c;
  if (PERSON.test(word)) return discourse.person(s, i, d.possessor);
  if (THING.test(word)) return thingAt(c, d.possessor, true);
  if (GROUP.test(word)) return discourse.several(s, i, d.possessor);
  if (isWord(lexicon, "states", word)) return discourse.state(i);
  if (isWord(lexicon, "owning_groups", word)) return discourse.group(i, null);
  // "the agency's chief of mission"
  return isWord(lexicon, "organisations", word) ? discourse.organisation(i) : null;
}

/** "killed 4,000 people in Lebanon, according to |its authorities|": those are a state's, and of a group's nobody. */
function stateInstead(
  { s, i, lexicon, mentions }: Context,
  d: MentionDraft,
  owner: Entity,
): readonly NamedParty[] | null {
  const { noun } = d.role!;
  if (!(isWord(lexicon, "only_of_states", noun) || noun.endsWith("ministry"))) return null;
  // "Israel is silent. The war killed 1,000 people in Iran, according to |its ministry|": of where that is
  const isFromBefore = owner.sentence < i && /^to$/.test(lower(s, d.possessor - 1));
  if (owner.kind === "state" && !isFromBefore) return null;
  const before = (mentions[i] ?? []).filter((m) => m.to <= d.possessor && m.role === null);
  return before.findLast((m) => m.parties[0]?.country && isState(m.parties[0]))?.parties ?? null;
}
