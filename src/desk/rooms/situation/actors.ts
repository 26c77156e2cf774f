import { partyColours } from "../../shared/party-colour.js";

/** More colours could not be told from one another. */
const MOST = 7;

/** Who acted, and the colours of those who did in most incidents. */
export interface Actors {
  /** Those with a colour of their own, most incidents first. */
  readonly among: readonly string[];
  /** How many others have none. */
  readonly others: number;
  readonly colours: ReadonlyMap<string, number>;
}

/** @param first those who come before others with more incidents: the parties of the conflict that is looked at */
export function actorsOf(
  incidents: readonly { readonly actors: readonly string[] }[],
  first: readonly string[] = [],
): Actors {
  const counts = new Map<string, number>();
  for (const i of incidents) for (const a of i.actors) counts.set(a, (counts.get(a) ?? 0) + 1);
  const rank = (code: string) => (first.includes(code) ? 1e9 : 0) + counts.get(code)!;
  const all = [...counts.keys()].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  const among = all.slice(0, MOST);
  return { among, others: all.length - among.length, colours: partyColours(among) };
}

/** More sectors could not be told from one another. */
const MOST_SECTORS = 4;

/** Colours of a mark's sectors, one for each who acted; grey (undefined) where one has none, nobody is named, or too many are. */
export function fillsOf(
  actors: readonly string[],
  colours: ReadonlyMap<string, number>,
): (number | undefined)[] {
  return actors.length >= 1 && actors.length <= MOST_SECTORS
    ? actors.map((a) => colours.get(a))
    : [undefined];
}
