import { sql } from "kysely";
import { compilePartyLexicon } from "../coding/party-lexicon.js";
import { readPartyData } from "../data/load-parties.js";
import type { PARTY_KINDS, Parties } from "../formats/desk-json.js";
import type { ServerContext } from "./context.js";

type PartyKind = (typeof PARTY_KINDS)[number];

/** What the lexicon knows of parties by their codes; a code that it does not have is its own name. */
export interface PartyNames {
  readonly nameOf: (code: string) => string;
  readonly kindOf: (code: string) => PartyKind;
}

export function loadPartyNames(): PartyNames {
  const data = readPartyData();
  const { labels } = compilePartyLexicon(data);
  const kinds = new Map<string, PartyKind>([
    ...data.groups.map((g) => [g.code, "group"] as const),
    ...data.organisations.map((o) => [o.code, "organisation"] as const),
    // last: a group that is the government in fact has its state's code
    ...data.countries.map((c) => [c.code, "state"] as const),
  ]);
  return {
    nameOf: (code) => labels.get(code) ?? code,
    kindOf: (code) => kinds.get(code) ?? "other",
  };
}

/** The parties of the record's incidents, those in most of them first; while the record grows, as they were a moment ago. */
export const partiesOfRecord = (context: ServerContext): Promise<Parties["parties"]> =>
  context.cached(
    "parties",
    async () => {
      const { rows } = await sql<{ code: string; incidents: number }>`
        select code, count(*) as incidents from incident, unnest(parties) as code group by code
        order by incidents desc, code`.execute(context.store.db);
      return rows.map((r) => ({ ...r, name: context.nameOf(r.code), kind: context.kindOf(r.code) }));
    },
    { stale: true },
  );
