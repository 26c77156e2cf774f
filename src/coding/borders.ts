import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";

/** Token of the border in "the border with neighbouring |Chad|", which the name at a token lies beyond; -1 where none is told of. */
function borderBefore(s: Sentence, from: number): number {
  let t = from - 1;
  while (t > 0 && /^(?:DET|ADJ|VERB)$/.test(s.upos[t]!) && lower(s, t) !== "with") t--;
  return lower(s, t) === "with" && /^(?:borders?|frontiers?|boundary)$/.test(lower(s, t - 1)) ? t - 1 : -1;
}

/** "near the border with |Chad|": the country beyond a border, where nothing that is told of lies or belongs. */
export const isBeyondBorder = (s: Sentence, from: number): boolean => borderBefore(s, from) >= 0;

/** The same where the border says no more than where: "along the border with |Chad|", not "shut the border with Chad". */
export function isBesideBorder(s: Sentence, from: number): boolean {
  const border = borderBefore(s, from);
  return border >= 0 && !/^(?:obj|nsubj)$/.test(baseRelation(s, border));
}

/** "gunmen killed ten near the border with |Mali|"; but a state that fires there does so at Mali, and who clashes there clashes with Mali. */
export const isOnlyWhere = (
  s: Sentence,
  from: number,
  { frame }: { readonly frame: { readonly mutual: boolean } },
  actor: readonly { readonly code: string | null; readonly country: string | null }[],
): boolean =>
  isBesideBorder(s, from) && !frame.mutual && !actor.some((a) => a.code !== null && a.code === a.country);
