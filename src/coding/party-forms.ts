import { lower, type Sentence } from "../language/sentence.js";
import type { Sector } from "./party.js";
import { type Item, isCapitalised, isDayOrMonth, isHyphen, isPossessive } from "./party-items.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";

/** A party without the place where it was found. */
export interface NamedParty {
  readonly code: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
}

/** A state as such, and the United Nations. */
export const stateOf = (country: string): NamedParty => ({ code: country, country, sector: null });
export const UN: NamedParty = { code: "UN", country: null, sector: "IGO" };

const ACRONYM = /^(?=(?:[^A-Z]*[A-Z]){2})[A-Z][\p{L}\d./&-]{1,13}$/u;

/** "(RSF)" or "(SPLM-N)" at a token: the acronym and the token after the bracket; null where none stands there. */
export function bracketAt(s: Sentence, t: number): { readonly acronym: string; readonly to: number } | null {
  if (s.form[t] !== "(") return null;
  let acronym = "";
  for (let k = t + 1; k < s.form.length && k < t + 6; k++) {
    if (s.form[k] === ")") return ACRONYM.test(acronym) ? { acronym, to: k + 1 } : null;
    acronym += s.form[k];
  }
  return null;
}

/** After "Rapid Support Forces" the "(RSF)" belongs to the name: the token behind it. */
export const withBracket = (s: Sentence, to: number): number => bracketAt(s, to)?.to ?? to;

/** The acronym in brackets that ends a mention, or null. */
function definedAcronym(s: Sentence, from: number, to: number): string | null {
  if (s.form[to - 1] !== ")") return null;
  for (let t = to - 2; t > from; t--) {
    if (s.form[t] !== "(") continue;
    const bracket = bracketAt(s, t);
    return bracket?.to === to ? bracket.acronym : null;
  }
  return null;
}

/** Words of the longest short name: "Ansar al-Sharia". */
const LONGEST_SHORT_NAME = 4;

/** ", known as Rada", "(better known as Séléka)", ", or PUK,": the tokens of the short name that follow token `t`, or null. */
function shortNameAfter(s: Sentence, t: number): { readonly from: number; readonly to: number } | null {
  let k = t;
  const opened = /^[,(–—]$/.test(s.form[k] ?? "");
  if (opened) k++;
  while (/^(also|better|commonly|widely|popularly|locally|otherwise|more|usually|often)$/.test(lower(s, k)))
    k++;
  const isOr = opened && lower(s, k) === "or";
  if (isOr) k++;
  else if (/^(known|called|abbreviated)$/.test(lower(s, k))) {
    k++;
    while (
      /^(as|by|its|the|in|arabic|kurdish|french|spanish|local|acronym|initials|name|simply)$/.test(
        lower(s, k),
      )
    )
      k++;
  } else return null;
  if (lower(s, k) === "the") k++;
  let to = k;
  while (to < k + LONGEST_SHORT_NAME && (isCapitalised(s.form[to]) || (to > k && isHyphen(s.form[to])))) to++;
  if (to === k || (isOr && (to > k + 1 || !ACRONYM.test(s.form[k]!)))) return null;
  return /^[,).;–—]?$/.test(s.form[to] ?? "") || s.upos[to] === "VERB" || s.upos[to] === "AUX"
    ? { from: k, to }
    : null;
}

/** The short name that a report gives the party of a mention, in brackets or as what it is known as: its forms; null where it gives none. */
export function shortNameOf(s: Sentence, from: number, to: number): readonly string[] | null {
  const acronym = definedAcronym(s, from, to);
  if (acronym !== null) return [acronym];
  const after = shortNameAfter(s, to);
  return after && s.form.slice(after.from, after.to);
}

export interface UnseenGroup {
  readonly from: number;
  readonly to: number;
  readonly party: NamedParty;
}

/**
 * A movement that the lexicon does not know, by its form: a run of capitalised words that ends in "Front", "Movement",
 * "Army", "Brigade" …, or begins so and goes on ("Front for Change and Concord"). Its code is the acronym in brackets
 * that follows, else the words. Null where none begins at token `t`, and in headings where every word has a capital.
 */
export function unseenGroupAt(
  lexicon: PartyLexicon,
  s: Sentence,
  t: number,
  at: readonly (Item | null)[],
): UnseenGroup | null {
  // "the 33rd Front": a numbered unit of an armed movement; armies number brigades and divisions
  if (ORDINAL.test(s.form[t]!) && /^(Front|Fronts)$/.test(s.form[t + 1] ?? "")) {
    const code = s.text.slice(s.start[t]!, s.end[t + 1]!);
    return { from: t, to: t + 2, party: { code, country: null, sector: "REB" } };
  }
  if (!isRunWord(s, t, at) || (t > 0 && isRunWord(s, t - 1, at) && !isDayOrMonth(s.form[t - 1]!)))
    return null;
  const capitals = s.form.filter((f) => isCapitalised(f)).length;
  if (s.form.length > 4 && capitals > s.form.length * 0.6) return null;
  let to = t;
  while (to < s.form.length && (isRunWord(s, to, at) || isJoint(s, to, at))) to++;
  let head = to - 1;
  if (!headClass(lexicon, lower(s, head))) head = -1;
  // "the Jaime Martínez front"; one name before "front" is where the front runs
  if (head < 0 && isFaction(s, t, to, at)) {
    head = to;
    to++;
  }
  // "Movement for the Liberation of Azawad"
  let end = to;
  while (/^(for|of|and)$/.test(lower(s, end))) {
    let next = end + 1;
    if (lower(s, next) === "the") next++;
    if (!isRunWord(s, next, at) || (lower(s, end) === "and" && end === to)) break;
    while (next < s.form.length && (isRunWord(s, next, at) || isJoint(s, next, at))) next++;
    end = next;
  }
  if (head < 0) return null;
  const kind = headClass(lexicon, lower(s, head))!;
  const words: string[] = [];
  let country: string | null = null;
  let unknown = 0;
  for (let k = t; k < end; k++) {
    const word = lower(s, k);
    if (k !== head) words.push(word);
    const item = at[k];
    if (item?.type === "name") {
      const e = item.entries[0]!;
      if (
        e.kind === "group" ||
        e.kind === "organisation" ||
        e.kind === "force" ||
        e.kind === "leader" ||
        e.kind === "seat"
      )
        return null;
      country ??= e.country;
    } else if (
      k !== head &&
      isCapitalised(s.form[k]) &&
      !isWord(lexicon, "state_words", word) &&
      !/\d/.test(word) &&
      (item === null || item === undefined || item.type !== "role" || item.from === k) &&
      !(item?.type === "role" && item.role.kind !== "force" && item.role.kind !== "people")
    ) {
      unknown++;
    }
  }
  if (words.length === 0) return null;
  const movement = words.some((w) => isWord(lexicon, "movement_words", w));
  const owned = isPossessive(s, t - 1);
  const named = movement || unknown > 0;
  let sector: Sector;
  if (kind === "armed") {
    if (
      isWord(lexicon, "state_heads", lower(s, head)) &&
      !(movement && unknown + (country ? 1 : 0) > 0) &&
      (owned || country !== null || unknown === 0)
    )
      return null;
    if (!named && country === null) return null;
    sector = "REB";
  } else if (kind === "political") {
    if (!named) return null;
    sector = "PTY";
  } else if (kind === "crime") {
    if (unknown === 0) return null;
    sector = "CRM";
  } else {
    // "Institute of Strategic Studies Islamabad" is no part of the state; "Afghan Human Rights Commission" may be
    if (end === to && (!named || country !== null || owned)) return null;
    sector = "SOC";
  }
  if (end > to && end - to < 2) end = to;
  const bracket = bracketAt(s, end) ?? (end > to ? bracketAt(s, to) : null);
  const short = bracket ? null : shortNameAfter(s, end);
  const code =
    bracket?.acronym ??
    s.text.slice(s.start[short?.from ?? t]!, s.end[(short?.to ?? end) - 1]!).replace(/\s+/g, " ");
  return { from: t, to: end, party: { code, country, sector } };
}

/** Two names or more, or a word like "dissident", before a small "front" or "faction". */
function isFaction(s: Sentence, t: number, to: number, at: readonly (Item | null)[]): boolean {
  if (!/^(front|faction|bloc|column)$/.test(lower(s, to)) || isNounTagged(s, to + 1)) return false;
  for (let k = t; k < to; k++) if (at[k]?.type === "name" && at[k]!.from === k) return false;
  return to - t >= 2 || /^(dissident|rebel|breakaway|splinter|guerrilla)$/.test(lower(s, t - 1));
}

const isNounTagged = (s: Sentence, t: number): boolean => s.upos[t] === "NOUN" || s.upos[t] === "PROPN";

const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

function headClass(lexicon: PartyLexicon, word: string): "armed" | "political" | "crime" | "civil" | null {
  if (isWord(lexicon, "group_heads_armed", word)) return "armed";
  if (isWord(lexicon, "group_heads_political", word)) return "political";
  if (isWord(lexicon, "group_heads_crime", word)) return "crime";
  if (isWord(lexicon, "group_heads_civil", word)) return "civil";
  return null;
}

function isRunWord(s: Sentence, t: number, at: readonly (Item | null)[]): boolean {
  const form = s.form[t];
  if (!isCapitalised(form) || isDayOrMonth(form!)) return false;
  const upos = s.upos[t]!;
  if (upos !== "PROPN" && upos !== "NOUN" && upos !== "ADJ") return false;
  const item = at[t];
  // a title or a person is not part of a group's name
  return (
    !(item?.type === "role" && item.role.kind === "office") &&
    !(t === 0 && upos !== "PROPN" && !isCapitalised(s.form[1]))
  );
}

/** A hyphen or "'s" between two words of a run: "People's", "Al-Haq". */
function isJoint(s: Sentence, t: number, at: readonly (Item | null)[]): boolean {
  if (isHyphen(s.form[t])) return isRunWord(s, t + 1, at) && s.start[t] === s.end[t - 1];
  return (
    isPossessive(s, t) &&
    at[t - 1]?.type !== "name" &&
    isRunWord(s, t + 1, at) &&
    /^(people|peoples|lord|workers)$/.test(lower(s, t - 1))
  );
}
