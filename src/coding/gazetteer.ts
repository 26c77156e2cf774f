import type { PlaceRef } from "./claim.js";
import type { PlaceWords } from "./place-words.js";

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

/** How a word names a place: by its name, shortened after a larger one ("Va."), or by its people ("Afghan", "Afghans"). */
export type NameForm = "name" | "short" | "people";

/** Places by name. */
export interface PlaceIndex {
  /** All places of this name, as `foldName` writes it; empty where there is none. `form` is "name" where it is not given. */
  readonly lookup: (folded: string, form?: NameForm) => readonly GazetteerEntry[];
}

/** Places by name, and the words by which a name shows itself to be that of a place. */
export interface Gazetteer extends PlaceIndex {
  readonly words: PlaceWords;
}

/** An entry and all its spellings in one form, as `foldName` writes them. */
export interface GazetteerRow {
  readonly folded: readonly string[];
  readonly form: NameForm;
  readonly entry: GazetteerEntry;
}

/** A gazetteer over a list and, behind it, over what another index has. */
export function gazetteerOf(rows: Iterable<GazetteerRow>, rest: PlaceIndex, words: PlaceWords): Gazetteer {
  const index: Readonly<Record<NameForm, Map<string, GazetteerEntry[]>>> = {
    name: new Map(),
    short: new Map(),
    people: new Map(),
  };
  for (const { folded, form, entry } of rows) {
    for (const name of new Set(folded)) {
      const list = index[form].get(name);
      if (list === undefined) index[form].set(name, [entry]);
      else list.push(entry);
    }
  }
  return {
    words,
    lookup: (folded, form = "name") => {
      const own = index[form].get(folded);
      const more = rest.lookup(folded, form);
      return own === undefined ? more : more.length === 0 ? own : [...own, ...more];
    },
  };
}
