import type { PlaceRef } from "./claim.js";

/** A place that a gazetteer knows. `country`: ISO 3166-1 alpha-3, null for seas. */
export interface GazetteerEntry {
  readonly name: string;
  readonly country: string | null;
  readonly precision: Exclude<PlaceRef["precision"], "unresolved">;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** 0 where it is not known. */
  readonly population: number;
  /** Name of the larger place that holds it, where the gazetteer says. */
  readonly parent: string | null;
  /** `supplement`: this project's own list, made of places that news of conflicts names. */
  readonly origin: "supplement" | "geonames" | "country";
}

/** Places by name. */
export interface Gazetteer {
  /** All places of this name, as `foldName` writes it; empty where there is none. */
  readonly lookup: (folded: string) => readonly GazetteerEntry[];
}

/** A gazetteer over a list: for tests, and for what is read from files. `names` of an entry are all its spellings. */
export function gazetteerOf(
  entries: Iterable<{ readonly folded: readonly string[]; readonly entry: GazetteerEntry }>,
  rest: Gazetteer = { lookup: () => [] },
): Gazetteer {
  const index = new Map<string, GazetteerEntry[]>();
  for (const { folded, entry } of entries) {
    for (const name of new Set(folded)) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [entry]);
      else list.push(entry);
    }
  }
  return {
    lookup: (folded) => {
      const own = index.get(folded);
      const more = rest.lookup(folded);
      return own === undefined ? more : more.length === 0 ? own : [...own, ...more];
    },
  };
}
