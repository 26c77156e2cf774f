import type { PartyLexiconData } from "./party-lexicon.js";

/**
 * By a party's code the names that a person may type for it: of countries also the adjectives and the people, of states the
 * names of their forces, of groups the names that only opponents use. The neutral name is not always first.
 */
export function partyAliases(data: PartyLexiconData): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, Set<string>>();
  const add = (code: string, names: readonly string[]) => {
    const known = all.get(code) ?? new Set();
    for (const name of names) known.add(name.replace(/^the /, ""));
    all.set(code, known);
  };
  for (const c of data.countries) add(c.code, [...c.names, ...c.adjectives, ...c.people]);
  for (const b of [...data.groups, ...data.organisations, ...data.forces])
    add(b.code, [...b.names, ...Object.keys(b.loaded ?? {})]);
  return new Map([...all].map(([code, names]) => [code, [...names]]));
}
