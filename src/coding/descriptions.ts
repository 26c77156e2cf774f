import { lower } from "../language/sentence.js";
import {
  apposed,
  shortened,
  theAdministration,
  theGroup,
  theOrganisation,
  theRegime,
  theSides,
  theState,
} from "./body-nouns.js";
import { type Context, isState, withParty } from "./coreference-context.js";
import { type Answer, again, type Description, describe, type Rule } from "./description.js";
import { employer } from "./employers.js";
import { ofAPart, ofTheOpening, ofThePlace, ofThere, whereItLies } from "./local-offices.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { isCapitalised } from "./party-items.js";
import { isWord } from "./party-lexicon.js";
import {
  besideItsGroup,
  isNobodys,
  ofARegion,
  ofFewStates,
  ofHomeOrSpeaker,
  ofMainState,
  ofOwnState,
  ofTheDateline,
  ofTheJoined,
  ofWhomItCarries,
} from "./state-offices.js";
import { newOfficial, ofHomeSecurity, ofTheScene, ofWhoSpoke } from "./tellers.js";

/** A description with whose it is; as it was where that is not found. */
export function resolveDescription(c: Context, d: MentionDraft): MentionDraft {
  const by = apposed(c, d) ?? employer(c, d) ?? answerOf(c, describe(d)) ?? shortened(c, d);
  if (by) return withParty(c.s, d, by);
  // "countries", "the sides": nobody, rather than somebody unknown
  const isAnyState = isWord(c.lexicon, "states", d.role!.noun);
  return isAnyState || /^(side|party|capital)$/.test(d.role!.noun) ? { ...d, parties: [] } : d;
}

/** Asked in this order; the first that says something is believed. */
const RULES: readonly Rule[] = [
  samePerson,
  theIssuer,
  outsider,
  ofOwnState,
  besideItsGroup,
  ofFewStates,
  ofARegion,
  theRegime,
  theAdministration,
  theState,
  theSides,
  theGroup,
  theOrganisation,
  noOfficial,
  newOfficial,
  ofTheJoined,
  ofTheDateline,
  ofThePlace,
  ofTheScene,
  ofHomeSecurity,
  ofWhoSpoke,
  ofAPart,
  ofThere,
  whereItLies,
  ofTheOpening,
  sameOffice,
  isNobodys,
  ofHomeOrSpeaker,
  ofWhomItCarries,
  ofMainState,
];

function answerOf(c: Context, x: Description): readonly NamedParty[] | null {
  for (const rule of RULES) {
    const answer = rule(c, x);
    if (answer === "nobody") return null;
    if (answer !== null && !isArmyOfNone(c, x, answer)) return answer;
  }
  return null;
}

/** "the army", of a state that has none. */
const isArmyOfNone = ({ lexicon }: Context, { shown }: Description, of: readonly NamedParty[]): boolean =>
  shown === "MIL" && of.some((p) => isState(p) && isWord(lexicon, "without_army", p.code!.toLowerCase()));

/** "Foreign Minister Ruiz", named before. */
function samePerson({ s, discourse }: Context, { d }: Description): Answer {
  if (d.person === null) return null;
  const before = discourse.samePerson(d.person);
  if (before) return before.parties;
  // "HE Minister of State Khalid bin Hamad", from Doha: so an agency styles its own
  const isStyled = /^(his|her|he|hh|hm|hrh|h\.e\.)$/.test(lower(s, d.from));
  return isStyled && discourse.where.written ? [discourse.where.written] : null;
}

/** "the Ministry", in a statement of one: with a capital, and by a word of its letterhead. */
function theIssuer({ s, issuerHere }: Context, { d, role, named }: Description): Answer {
  const at = d.to - 1;
  if (named || !d.definite || !isCapitalised(s.form[at]) || role.plural) return null;
  const issuer = issuerHere(at);
  return issuer?.words.has(lower(s, at)) ? (issuer.parties.length > 0 ? issuer.parties : "nobody") : null;
}

/** "a Western |diplomat|", "a |European| official": of none of the sides; and so is "the diplomat" after one. */
function outsider({ s, i, discourse, lexicon }: Context, { d, role, noun, named }: Description): Answer {
  if (named) return null;
  const isOutside =
    isWord(lexicon, "outside_nouns", role.noun) || isWord(lexicon, "outside", lower(s, d.from));
  if (!d.definite) return isOutside ? "nobody" : null;
  if (role.kind === "body" || role.kind === "force") return null;
  const called = role.plural ? discourse.lastOfSeveral(role.noun, i) : discourse.lastCalled(noun, i);
  return called && called.parties[0]!.code === null ? "nobody" : null;
}

/** Teachers, traders: no office, and of no state by itself. */
function noOfficial(_: Context, { role, named, official }: Description): Answer {
  return !official && role.sector !== null && !named ? "nobody" : null;
}

/** The same person or body again: "the envoy", "the ministry". */
function sameOffice(c: Context, x: Description): Answer {
  return !x.named && x.d.definite ? again(c, x) : null;
}
