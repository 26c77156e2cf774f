import type { PlaceRef } from "./claim.js";
import type { Gazetteer } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";
import { resolve } from "./place-choice.js";
import type { Candidate, PlaceMention } from "./place-mention.js";
import { candidatesIn } from "./place-names.js";
import { placeAt } from "./place-of-event.js";
import { sceneOf } from "./place-scene.js";

export interface Places {
  readonly mentions: readonly PlaceMention[];
  /** Where the event at a token takes place, as far as its clause says; null where it does not. */
  readonly placeOf: (sentence: number, token: number) => PlaceRef | null;
}

/** Finds the places that a report names, resolves them and ties them to the events of their clauses. */
export function findPlaces(parsed: ParsedReport, gazetteer: Gazetteer): Places {
  const persons = personWords(parsed);
  const found = parsed.sentences.map((s, sentence) =>
    candidatesIn({ parsed, sentence, s, gazetteer }).filter(
      (c) => c.role === "event-place" || !isPerson(c, persons),
    ),
  );
  const scene = sceneOf(parsed, found.flat());
  const mentions = found.map((list) =>
    list.map((c) => resolve(c, scene)).filter((m) => isTelling(m, gazetteer)),
  );
  return {
    mentions: mentions.flat(),
    placeOf: (sentence, token) => {
      const s = parsed.sentences[sentence];
      return s === undefined ? null : placeAt(s, token, mentions[sentence] ?? [], gazetteer.words);
    },
  };
}

/** What nothing happens in is a place only where one is known: "Jackson said" of a town that the report is not about is a man. */
function isTelling(m: PlaceMention, { words }: Gazetteer): boolean {
  return (
    m.role === "event-place" ||
    m.place.precision !== "unresolved" ||
    words.named.has(m.place.name.slice(m.place.name.lastIndexOf(" ") + 1))
  );
}

/** Words of the names of persons that the report tells in full: "Jackson" after "Stephen Jackson" is the man. */
function personWords(parsed: ParsedReport): ReadonlySet<string> {
  const out = new Set<string>();
  for (const s of parsed.sentences)
    for (const n of s.names)
      if (n.kind === "PER" && n.to - n.from > 1) for (let t = n.from; t < n.to; t++) out.add(s.form[t]!);
  return out;
}

function isPerson(c: Candidate, persons: ReadonlySet<string>): boolean {
  return (
    c.to - c.from === 1 &&
    c.entries.every((e) => e.origin === "geonames") &&
    persons.has(c.at.s.form[c.from]!)
  );
}
