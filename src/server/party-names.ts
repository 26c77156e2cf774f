import { partyAliases } from "../coding/party-aliases.js";
import { compilePartyLexicon } from "../coding/party-lexicon.js";
import { readPartyData } from "../data/load-parties.js";
import type { PARTY_KINDS } from "../formats/desk-json.js";

type PartyKind = (typeof PARTY_KINDS)[number];

/** What the lexicon knows of parties by their codes; a code that it does not have is its own name. */
export interface PartyNames {
  readonly nameOf: (code: string) => string;
  readonly kindOf: (code: string) => PartyKind;
  /** What else a person may call it. */
  readonly aliasesOf: (code: string) => readonly string[];
}

export function loadPartyNames(): PartyNames {
  const data = readPartyData();
  const { labels } = compilePartyLexicon(data);
  const aliases = partyAliases(data);
  const kinds = new Map<string, PartyKind>([
    ...data.groups.map((g) => [g.code, "group"] as const),
    ...data.organisations.map((o) => [o.code, "organisation"] as const),
    // last: a group that is the government in fact has its state's code
    ...data.countries.map((c) => [c.code, "state"] as const),
  ]);
  return {
    nameOf: (code) => labels.get(code) ?? code,
    kindOf: (code) => kinds.get(code) ?? "other",
    aliasesOf: (code) => aliases.get(code) ?? [],
  };
}
