import { isDayWord, isMonth } from "../text/date-words.js";
import type { GrammarWords } from "./grammar-words.js";

/*
 * The tagger, trained on few news stories, often takes the main verb of a short report for a participle or an adjective:
 *
 *   Angry farmers protested in New Delhi on Friday.        protested VBN, the tree "farmers (who were) protested"
 *   Israeli forces demolished 14 houses in Jenin.          demolished JJ
 *
 * A sentence that ends in a full stop and has no finite verb is most likely one of these.
 */

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const NOMINAL = new Set(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"]);
const FEWEST_WORDS = 4;

/** Words of a person or body that acts, before which "shot" is no noun: "police shot dead", "gunmen shot and killed". */
const ACTS = new Set(["NNS", "NNP", "NNPS", "PRP"]);
const AFTER_PAST = new Set([
  "dead",
  "down",
  "and",
  "at",
  "a",
  "an",
  "the",
  "his",
  "her",
  "their",
  "two",
  "three",
]);

/** "On 7 |May| India …": the month, tagged as an auxiliary; its tokens. */
export function misreadMay(forms: readonly string[], xpos: readonly string[]): number[] {
  return forms.flatMap((form, i) => {
    if (form !== "May" || xpos[i] !== "MD" || i === 0) return [];
    const isDated = /^\d/.test(forms[i - 1]!) || /^\d/.test(forms[i + 1] ?? "");
    const isBehind = /^(?:in|on|of|since|until|till|by|last|this|next|early|late|mid|from)$/i.test(
      forms[i - 1]!,
    );
    return isDated || isBehind ? [i] : [];
  });
}

/** Words tagged as noun or present that can only be a past: tokens of "gunmen shot and killed", "rebels shot down". */
export function missedPasts(
  forms: readonly string[],
  xpos: readonly string[],
  words: GrammarWords,
): number[] {
  return forms.flatMap((form, i) => {
    const lower = form.toLowerCase();
    if (xpos[i] === "VBP")
      return lower === "shot" || lower === "fled" || lower === "struck" || lower === "fought" ? [i] : [];
    if (xpos[i] !== "NN" || lower !== "shot" || i === 0) return [];
    const acts = ACTS.has(xpos[i - 1]!) || words.bodies.has(forms[i - 1]!.toLowerCase());
    return acts && AFTER_PAST.has(forms[i + 1]?.toLowerCase() ?? "") ? [i] : [];
  });
}

/** A word that a rule of grammar gives another tag than the tagger did: its token, universal and Penn tag. */
export type Retagged = readonly [token: number, upos: "NOUN" | "VERB", xpos: string];

/** What the words around show to be a noun or a verb, whatever it was tagged. */
export function shownByNeighbours(
  forms: readonly string[],
  xpos: readonly string[],
  words: GrammarWords,
): Retagged[] {
  const is = (i: number, tags: RegExp) => tags.test(xpos[i] ?? "");
  return forms.flatMap((form, i): Retagged[] => {
    const lower = form.toLowerCase();
    // "Chad's |representative| said", "proposed a", but "its own said"
    const acts = is(i + 1, /^(?:VB[DZP]|MD)$/) || (is(i + 1, /^VBN$/) && is(i + 2, /^(?:DT|PRP\$)$/));
    if (is(i, /^JJ$/) && is(i - 1, /^POS$/) && acts && lower !== "own") return [[i, "NOUN", "NN"]];
    // "whose country |drafts| the resolutions"
    if (is(i, /^NNS$/) && is(i - 1, /^NNP?$/) && is(i - 2, /^WP\$$/) && is(i + 1, /^(?:DT|PRP\$)$/))
      return [[i, "VERB", "VBZ"]];
    // "Ankara |demands| that Athens withdraw", at the head of its clause: what a name asks for
    if (lower === "demands" && is(i, /^NNS$/) && forms[i + 1] === "that" && isAfterSubject(forms, xpos, i))
      return [[i, "VERB", "VBZ"]];
    // "the speaker, |echoing| that stance, called"
    const isAside = forms[i - 1] === "," && (is(i + 1, /^(?:DT|PRP\$)$/) || forms[i + 1] === "that");
    if (is(i, /^(?:JJ|NN)$/) && lower.endsWith("ing") && isAside) return [[i, "VERB", "VBG"]];
    // "in what residents |described| as the worst raid"
    let subject = i - 1;
    while (is(subject, /^(?:NNP?S?|JJ|DT|POS)$/)) subject--;
    if (is(i, /^VBN$/) && subject < i - 1 && /^what$/i.test(forms[subject] ?? ""))
      return [[i, "VERB", "VBD"]];
    // "The group, however, |denied| responsibility"
    const isPast = is(i, /^VBN$/) && is(i - 4, /^NN/) && is(i + 1, /^(?:DT|NN|JJ|PRP|CD|IN|RB|TO)/);
    if (
      isPast &&
      forms[i - 1] === "," &&
      forms[i - 3] === "," &&
      /^(?:however|meanwhile|too)$/i.test(forms[i - 2]!)
    )
      return [[i, "VERB", "VBD"]];
    const isOpening = i === 0 && words.opening.has(lower) && is(1, /^(?:IN|DT|NNS|NNP)$/);
    return isOpening && !is(0, /^VB/) ? [[0, "VERB", "VBG"]] : [];
  });
}

/** Whether a name stands before a token that opens its clause: "from which South Sudan |", not "rejected the Greek |", "China's |". */
function isAfterSubject(forms: readonly string[], xpos: readonly string[], i: number): boolean {
  let first = i;
  while (first > 0 && /^NNPS?$/.test(xpos[first - 1]!)) first--;
  return (
    first < i && (first === 0 || /^(?:[-–—:;,"“]|and|but|which|that|as|while)$/i.test(forms[first - 1]!))
  );
}

/** "Monday", "12", "May", "week": what says when. */
const isTime = (form: string, { times }: GrammarWords): boolean =>
  isDayWord(form) ||
  isMonth(form) ||
  /^\d{1,2}$/.test(form) ||
  times.has(form.toLowerCase().replace(/s$/, ""));

/** The same, and what may stand before it: "on", "later this". */
const isWhen = (form: string, words: GrammarWords): boolean =>
  isTime(form, words) ||
  /^(?:on|in|at|by|from|before|later|late|early|the|this|next|coming|also|then|again|two|three)$/i.test(form);

/** Infinitives tagged as nouns or adjectives: tokens of "Kenya will on Monday | host | delegations", "urged them to | free | their captives". */
export function missedInfinitives(
  forms: readonly string[],
  xpos: readonly string[],
  words: GrammarWords,
): number[] {
  return xpos.flatMap((tag, i) => {
    if ((tag === "JJ" || tag === "NN") && words.also_verbs.has(forms[i]!) && /^to$/i.test(forms[i - 1] ?? ""))
      return /^(?:DT|PRP\$|CD)$/.test(xpos[i + 1] ?? "") ? [i] : [];
    if (tag !== "MD" || !/^(?:will|would|shall)$/i.test(forms[i]!)) return [];
    let verb = i + 1;
    while (verb < forms.length && verb < i + 6 && isWhen(forms[verb]!, words)) verb++;
    const isBehindTime = verb > i + 1 && isTime(forms[verb - 1]!, words);
    return isBehindTime && xpos[verb] === "NN" && /^[a-z]+$/.test(forms[verb]!) ? [verb] : [];
  });
}

/** "The talks | resume | on Monday": the present of a sentence without a finite verb, tagged as noun or adjective; its token, or -1. */
export function missedPresent(
  forms: readonly string[],
  xpos: readonly string[],
  words: GrammarWords,
): number {
  if (!endsInStop(forms) || clauseEnd(forms, xpos, words) !== forms.length) return -1;
  return forms.findIndex(
    (form, i) =>
      words.to_come.has(form) &&
      /^(?:NN|JJ|VB)$/.test(xpos[i]!) &&
      xpos.slice(0, i).includes("NNS") &&
      standsAfterNominal(forms, xpos, i) &&
      isWhen(forms[i + 1] ?? "", words) &&
      (isTime(forms[i + 1]!, words) || isTime(forms[i + 2] ?? "", words)),
  );
}

/**
 * The word that must be the past tense of the main verb where no word of the sentence is finite, or -1.
 *
 * @param forms words of one sentence
 * @param xpos their Penn tags
 */
export function missedVerb(forms: readonly string[], xpos: readonly string[], words: GrammarWords): number {
  const end = forms.length;
  if (end < FEWEST_WORDS || !endsInStop(forms)) return -1;
  const upTo = clauseEnd(forms, xpos, words);
  if (upTo < 0) return -1;
  for (let i = 1; i < upTo - 1; i++) {
    if (!mayBePast(forms[i]!, xpos[i]!, words)) continue;
    if (!standsAfterNominal(forms, xpos, i)) continue;
    // "soldiers killed by militants" stays a participle
    if (forms[i + 1]!.toLowerCase() === "by") continue;
    return i;
  }
  return -1;
}

function endsInStop(forms: readonly string[]): boolean {
  for (let i = forms.length - 1; i >= 0; i--) {
    if (/^["'”’)\]]+$/.test(forms[i]!)) continue;
    return forms[i] === ".";
  }
  return false;
}

/** Where the clause without a finite verb ends: the sentence's end, or its closing ", the army said"; -1 if there is a finite verb. */
function clauseEnd(forms: readonly string[], xpos: readonly string[], words: GrammarWords): number {
  const finite = xpos.flatMap((tag, i) => (FINITE.has(tag) ? [i] : []));
  if (finite.length === 0) return forms.length;
  // "An official called on both |to honour what they had signed|": the only one is that of a clause below
  const openings = finite.map((verb) => openingOf(forms, xpos, verb));
  if (openings.every((t) => t > 0)) return Math.min(...openings);
  const comma = forms.lastIndexOf(",");
  const only = finite.length === 1 && words.closing.has(forms[finite[0]!]!.toLowerCase());
  return only && comma > 0 && finite[0]! > comma ? comma : -1;
}

/** The word behind which the clause of a verb opens, with nothing but its subject between: "|what| they had signed"; -1 where none does. */
function openingOf(forms: readonly string[], xpos: readonly string[], verb: number): number {
  let t = verb - 1;
  while (t > 0 && /^(?:PRP\$?|DT|NNP?S?|RB|JJ|CD|POS)$/.test(xpos[t]!) && !OPENS.test(forms[t]!)) t--;
  return OPENS.test(forms[t] ?? "") ? t : -1;
}
const OPENS = /^(?:what|whatever|whom|whose|which|where|because|that)$/i;

function mayBePast(form: string, tag: string, { irregular_pasts }: GrammarWords): boolean {
  const lower = form.toLowerCase();
  if (tag === "VBN") return true;
  if (tag === "JJ") return /[a-z]ed$/.test(lower) || irregular_pasts.has(lower);
  return (tag === "NN" || tag === "VB") && irregular_pasts.has(lower);
}

/** Right after a noun, a number or a name, adverbs aside; never inside a compound ("Iran-backed", "a group called"). */
function standsAfterNominal(forms: readonly string[], xpos: readonly string[], i: number): boolean {
  let before = i - 1;
  while (before > 0 && xpos[before] === "RB") before--;
  if (!NOMINAL.has(xpos[before]!)) return false;
  // "men armed with rifles", "a group based in Idlib"
  const describes = /^(armed|dressed|equipped|based|aged|born|known|located)$/.test(forms[i]!.toLowerCase());
  return !(describes && /^(with|in|on|as|at|near|around|\d+)$/.test(forms[i + 1]!.toLowerCase()));
}
