import { bare, type MentionSheet, type Side } from "./mention-sheet.js";
import type { Sector } from "./party.js";
import type { NamedParty } from "./party-forms.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";
import type { RolePhrase } from "./role-phrase.js";

/** The parties that a noun with its modifiers names; one without code and country where coreference has to say. */
export function partiesOfRole(sheet: MentionSheet, phrase: RolePhrase): readonly NamedParty[] {
  const [side] = phrase.sides;
  const known = phrase.person !== null ? leaderIn(sheet, phrase) : null;
  const isNowhere = phrase.sides.every(({ party }) => party.code === null);
  // "Libyan strongman Khalifa Haftar" leads a party of his own
  const leadsOwn =
    known !== null &&
    known.code !== known.country &&
    known.country === side?.party.country &&
    sheet.isWord("leading", phrase.role.role.noun);
  if (known !== null && (isNowhere || leadsOwn)) return [known];
  return side ? phrase.sides.map((s) => partyOfSide(sheet.lexicon, s, phrase)) : [partyWithoutSide(phrase)];
}

/** "Defence Minister Khawaja Asif": the lexicon knows him where the report does not say of which country. */
function leaderIn(sheet: MentionSheet, phrase: RolePhrase): NamedParty | null {
  const item = sheet.items.find(
    (i) =>
      i.type === "name" &&
      i.from >= phrase.role.to &&
      i.to <= phrase.to &&
      i.entries.some((e) => e.kind === "leader"),
  );
  const entry = item?.type === "name" ? sheet.entryOf(item) : null;
  if (entry?.kind !== "leader") return headOfState(sheet, phrase);
  const { code, country, sector } = entry;
  return { code, country, sector: code === country ? (phrase.role.role.sector ?? sector) : sector };
}

/** "President Bush": the surname alone beside a high office, where leaders of one country bear it and the report names that. */
function headOfState({ lexicon, countries }: MentionSheet, { role, person }: RolePhrase): NamedParty | null {
  if (!isWord(lexicon, "high_offices", role.role.noun)) return null;
  const who = lexicon.surnames.get(person ?? "");
  return who?.country && countries.has(who.country) ? bare(who) : null;
}

const OUTSIDE_STATE = new Set<Sector>(["REB", "UAF", "CRM"]);

/** "Afghan forces" act for the state, "Syrian rebels" do not, "Taliban fighters" are the Taliban. */
export function partyOfSide(lexicon: PartyLexicon, side: Side, phrase: RolePhrase): NamedParty {
  const { role } = phrase.role;
  const own = sectorOf(phrase, lexicon);
  const { code, country } = side.party;
  if (side.national) {
    const apart = role.unaffiliated || (own !== null && OUTSIDE_STATE.has(own));
    return { code: apart ? null : code, country, sector: own };
  }
  // "the EU's envoy" speaks for the EU, "a Hamas hostage" not for Hamas
  const isSender = side.party.sector === "IGO" && isWord(lexicon, "sent", role.noun);
  if (isWord(lexicon, "not_of", role.noun) && !isSender) return { code: null, country, sector: own };
  if (code === null || code !== country) return { code, country, sector: side.party.sector ?? own };
  // a government in fact: its fighters are its army
  const sector = own === null ? side.party.sector : OUTSIDE_STATE.has(own) ? "MIL" : own;
  return { code, country, sector };
}

function sectorOf({ role: { role }, modifier }: RolePhrase, lexicon: PartyLexicon): Sector | null {
  const isOpen = role.sector === null || role.sector === "UNK" || isWord(lexicon, "generic", role.noun);
  if (modifier && isOpen) return modifier;
  // "the Azerbaijani side" says nothing of what it is
  return role.sector === "UNK" ? null : role.sector;
}

function partyWithoutSide({ role: { role }, modifier }: RolePhrase): NamedParty {
  const isOfGovernment = role.sector === "GOV" && (role.kind === "office" || role.kind === "people");
  const isOpen = role.sector === null || (modifier !== null && (role.sector === "UNK" || isOfGovernment));
  return { code: null, country: null, sector: isOpen ? modifier : role.sector };
}
