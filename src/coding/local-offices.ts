import { lower } from "../language/sentence.js";
import { type Context, placeOrScene } from "./coreference-context.js";
import { type Answer, again, type Description, isOfInstitution } from "./description.js";
import { stateOf } from "./party-forms.js";
import { isWord } from "./party-lexicon.js";

/** "the governor", "police", "district officials": of the state in which the place told of lies. */
export function ofThePlace(c: Context, x: Description): Answer {
  const { s, lexicon } = c;
  const { d, noun, named, institution } = x;
  if (!isWord(lexicon, "of_the_place", noun)) return null;
  // "|prosecutors| say": those of the place
  const isCourt = x.role.sector === "JUD" && x.role.plural;
  if (!d.definite && !institution && !named && !isCourt && !isOfInstitution(c, x)) return null;
  // the same one again, before the place: "the governor" after "the governor of Kherson"
  // but "The regional governor, Alexander Bogomaz," is a new one, of the place named last
  const isIntroduced = s.form[d.to] === "," && s.upos[d.to + 1] === "PROPN";
  const before = named || isIntroduced || !d.definite ? null : again(c, x);
  return before ?? asAnswer(placeOrScene(c, d));
}

/** "the provincial information office", "a regional spokesman": of the state in which the place lies. */
export function ofAPart(c: Context, { d, named, official, institution }: Description): Answer {
  if (named || !isWord(c.lexicon, "of_a_part", lower(c.s, d.from))) return null;
  const isOfOne = (official || institution) && (d.definite || institution);
  return isOfOne ? asAnswer(placeOrScene(c, d)) : null;
}

/** "Prosecutors |there| said", after "Shells fell on Odesa". */
export const ofThere = (c: Context, { d, named }: Description): Answer =>
  !named && lower(c.s, d.to) === "there" ? asAnswer(placeOrScene(c, d)) : null;

/** "two army posts in northern Burkina Faso": what does nothing is where it lies. */
export const whereItLies = (c: Context, { d, named, institution }: Description): Answer =>
  !named && !d.agent && institution ? asAnswer(c.discourse.where.placeNear(c, c.i, d.from)) : null;

/** Tokens from the start of a sentence within which a place opens it. */
const OPENING = 6;

/**
 * "In Ethiopia, |the government| accused Eritrea", "In Niger's Tillaberi region, …, the interior ministry", "In neighbouring South
 * Sudan, |government soldiers|"; of the same country goes on what stands in that paragraph.
 */
export function ofTheOpening(c: Context, x: Description): Answer {
  const { i, sentences, discourse } = c;
  const { d, noun, named, institution } = x;
  if (named || !institution || !(d.definite || isWord(c.lexicon, "state_forces", noun))) return null;
  const own = openingCountry(c, i);
  if (own !== null && sentences[i]!.form.indexOf(",") <= d.from) return [stateOf(own)];
  for (let k = i - 1; k >= 0 && discourse.isOneParagraph(k, i); k--) {
    const country = openingCountry(c, k);
    if (country !== null) return [stateOf(country)];
  }
  return null;
}

/** The country with which a sentence opens: "In Mali, …"; null where it opens otherwise. */
function openingCountry({ mentions, sentences }: Context, k: number): string | null {
  const s = sentences[k]!;
  if (!/^(in|across)$/.test(lower(s, 0))) return null;
  const comma = s.form.indexOf(",");
  const place = (mentions[k] ?? []).find(
    (m) => m.to <= comma && m.to <= OPENING && m.role === null && m.parties[0]?.country,
  );
  return place?.parties[0]?.country ?? null;
}

const asAnswer = <T>(one: T | null): readonly T[] | null => (one ? [one] : null);
