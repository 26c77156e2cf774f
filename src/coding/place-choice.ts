import type { GazetteerEntry } from "./gazetteer.js";
import type { Candidate, PlaceMention } from "./place-mention.js";
import { gain, KNOWN_POPULATION, lastWord, prior, type Scene, spotOf } from "./place-scene.js";

/** How many of a report's other places make one near them believable, however small. */
const ENOUGH_COMPANY = 0.5;

/** The mention that a candidate is: of the place that it most likely means, or of none, with the reason. */
export function resolve(c: Candidate, scene: Scene): PlaceMention {
  const { from, to } = c;
  const { s, sentence } = c.at;
  const best = choose(c, scene);
  const span = { start: s.start[from]!, end: s.end[to - 1]! };
  const base = { sentence, from, to, governor: c.governor, role: c.role, relation: c.relation };
  if (best === null) {
    const reason =
      c.entries.length === 0
        ? "no list of places has the name"
        : "only small places of countries that the report does not name are called so";
    return {
      ...base,
      reason,
      place: {
        ...span,
        name: c.name,
        country: null,
        latitude: null,
        longitude: null,
        precision: "unresolved",
      },
    };
  }
  const precision =
    c.directed &&
    (best.precision === "country" || best.precision === "province" || best.precision === "region")
      ? "region"
      : c.near && best.precision === "exact"
        ? "near"
        : best.precision;
  const { country, latitude, longitude } = best;
  return { ...base, reason: null, place: { ...span, name: c.name, country, latitude, longitude, precision } };
}

/** The likeliest of the places of a name; null where all are small and of countries that the report does not tell of. */
function choose(c: Candidate, scene: Scene): GazetteerEntry | null {
  const { named, company } = scene;
  let best: GazetteerEntry | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const generic = lastWord(c);
  const { counties, districts, provinces } = c.at.gazetteer.words;
  for (const e of c.entries) {
    const near = company.get(spotOf(e)) ?? 0;
    const isKnown =
      e.origin !== "geonames" ||
      near >= ENOUGH_COMPANY ||
      // a town says little of where the county of its name is
      ((e.precision === "district" || !counties.has(generic)) &&
        (e.population >= KNOWN_POPULATION || named(e.country, c) > 0));
    if (!isKnown) continue;
    const score = prior(c, e, scene) + gain(near);
    if (score > most) {
      most = score;
      best = e;
    }
  }
  if (best?.precision !== "exact") return best;
  if (districts.has(generic)) return { ...best, precision: "district" };
  return provinces.has(generic) && generic !== "state" ? { ...best, precision: "province" } : best;
}
