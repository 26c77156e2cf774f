import type { Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import type { PlaceRef } from "./claim.js";
import { isAbout, scopeOf } from "./clause-scope.js";
import { headOf } from "./place-candidates.js";
import type { PlaceMention } from "./place-mention.js";
import { isOf, type PlaceWords } from "./place-words.js";
import { FINITE } from "./slots.js";

const FINENESS: Readonly<Record<PlaceRef["precision"], number>> = {
  exact: 0,
  near: 0,
  unresolved: 0.5,
  district: 1,
  province: 2,
  region: 3,
  "water-air": 3,
  country: 4,
};

/**
 * Where the event at a token takes place: of the places that its clause and what belongs to it names the nearest and finest, else the
 * nearest by the words; null where it does not say.
 */
export function placeAt(
  s: Sentence,
  token: number,
  mentions: readonly PlaceMention[],
  words: PlaceWords,
): PlaceRef | null {
  const places = mentions.filter((m) => m.role === "event-place");
  if (places.length === 0) return null;
  let best: PlaceMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { token: t, steps } of scopeOf(s, token)) {
    const lemma = s.lemma[t]?.toLowerCase() ?? "";
    // where the speaker or the envoy is says nothing of the event
    const speaker = s.words.acting.has(lemma) && baseRelation(s, t) === "nsubj" && isAbout(s, s.head[t]!);
    if (t !== token && (speaker || isAbout(s, t))) continue;
    for (const m of places) {
      if (m.governor !== t) continue;
      const cost =
        10 * steps +
        FINENESS[m.place.precision] +
        (words.in.has(m.relation)
          ? 0
          : m.relation === "from" || m.relation === "to"
            ? 4
            : m.relation === "obj"
              ? 1
              : 2) +
        Math.min(2, distanceTo(m, token) / 10);
      if (cost < least) {
        least = cost;
        best = m;
      }
    }
  }
  if (best !== null) return finest(s, best, places, words).place;
  return isAbout(s, token) ? null : bySurface(s, token, places);
}

/** "In Bara, in Sudan's North Kordofan state" is one place, told from small to large: the small one counts. */
function finest(
  s: Sentence,
  m: PlaceMention,
  places: readonly PlaceMention[],
  words: PlaceWords,
): PlaceMention {
  let best = m;
  for (let at = places.indexOf(m) - 1; at >= 0; at--) {
    const before = places[at]!;
    const next = places[at + 1]!;
    for (let i = before.to; i < next.from; i++) if (!isJoint(s, i, words)) return best;
    if (s.form.slice(before.to, next.from).includes("and")) return best;
    if (FINENESS[before.place.precision] < FINENESS[best.place.precision]) best = before;
  }
  return best;
}

/** A word that may stand between the parts of one place. */
function isJoint(s: Sentence, i: number, words: PlaceWords): boolean {
  const word = s.form[i]!.toLowerCase();
  return (
    word === "," ||
    words.in.has(word) ||
    word === "of" ||
    s.upos[i] === "DET" ||
    s.upos[i] === "ADJ" ||
    s.upos[i] === "PART" ||
    s.upos[i] === "PROPN" ||
    isOf(words.sites, s.lemma[i]!.toLowerCase())
  );
}

function distanceTo(m: PlaceMention, token: number): number {
  return token < m.from ? m.from - token : token - m.to + 1;
}

/** Margin of an arc that is not to be trusted. */
const UNSURE = 40;

/** Where the arc of the place is not to be trusted: the nearest one that no other verb cuts off. */
function bySurface(s: Sentence, token: number, places: readonly PlaceMention[]): PlaceRef | null {
  let best: PlaceMention | null = null;
  let least = 13;
  for (const m of places) {
    const head = headOf(s, m.from, m.to);
    if (m.governor >= 0 && s.margin[head]! >= UNSURE) continue;
    const [from, to] = m.from > token ? [token + 1, m.from] : [m.to, token];
    let cut = false;
    for (let i = from; i < to; i++)
      if (FINITE.has(s.xpos[i]!) || s.form[i] === ";" || s.form[i] === "that") cut = true;
    const distance = to - from;
    if (!cut && distance < least) {
      least = distance;
      best = m;
    }
  }
  return best?.place ?? null;
}
