import { lower, type Sentence } from "../language/sentence.js";
import { isDayWord, isMonth } from "../text/date-words.js";
import type { Sector } from "./party.js";
import {
  foldToken,
  isWord,
  matchName,
  matchRole,
  type NameEntry,
  type NameKind,
  type NameMatch,
  type PartyLexicon,
  type RoleEntry,
} from "./party-lexicon.js";

/** A name or a noun of the lexicon where it stands in a sentence; `to` excluded. */
export type Item =
  | {
      readonly type: "name";
      readonly from: number;
      readonly to: number;
      readonly entries: readonly NameEntry[];
      /** "Iran" in "Iran-backed": who follows is somebody else. */
      readonly backed: boolean;
      /** "Houthi" in "Houthi-run": who follows acts for it. */
      readonly runs: boolean;
      /** "Taliban" in "anti-Taliban". */
      readonly pro: boolean;
    }
  | { readonly type: "role"; readonly from: number; readonly to: number; readonly role: RoleEntry };

export type NameItem = Extract<Item, { type: "name" }>;
export type RoleItem = Extract<Item, { type: "role" }>;

export const isHyphen = (form: string | undefined): boolean => form !== undefined && /^[-–‐‑]$/.test(form);
export const isCapitalised = (form: string | undefined): boolean =>
  form !== undefined && /^\p{Lu}/u.test(form);
export const isPossessive = (s: Sentence, t: number): boolean => /^['’](s|S)?$/.test(s.form[t] ?? "");
export const isNounTag = (s: Sentence, t: number): boolean => s.upos[t] === "NOUN" || s.upos[t] === "PROPN";

/** A short name that the report itself gives a party. */
export interface OwnName {
  readonly forms: readonly string[];
  readonly party: {
    readonly code: string | null;
    readonly country: string | null;
    readonly sector: Sector | null;
  };
}
/** By their first form. */
export type OwnNames = ReadonlyMap<string, OwnName>;
export const NO_NAMES: OwnNames = new Map();

/**
 * Names and nouns of the lexicon in a sentence, in order, the longest at each place; those that mean something else left out.
 * What the report itself calls a party goes before the lexicon's meaning.
 */
export function scanItems(
  lexicon: PartyLexicon,
  s: Sentence,
  wordsOfReport: ReadonlySet<string>,
  own: OwnNames,
): Item[] {
  const items: Item[] = [];
  for (let i = 0; i < s.form.length; ) {
    const known = matchName(lexicon, s, i) ?? boundName(lexicon, s, i);
    const given = ownNameAt(own, s, i);
    const name = given && !isSameName(given, known) ? given : known;
    const role = matchRole(lexicon, s, i);
    if (
      name &&
      (!role || name.to >= role.to || name === given) &&
      isParty(lexicon, s, name.from, name.to, name.entries, wordsOfReport)
    ) {
      items.push({
        type: "name",
        from: i,
        to: name.to,
        entries: name.entries,
        ...tiesOf(lexicon, s, i, name.to),
      });
      i = name.to;
    } else if (role && isRoleNoun(s, role.from, role.to, role.role)) {
      items.push({ type: "role", from: i, to: role.to, role: role.role });
      i = role.to;
    } else {
      i++;
    }
  }
  return items;
}

function ownNameAt(own: OwnNames, s: Sentence, t: number): NameMatch | null {
  const found = own.get(s.form[t]!);
  if (!found?.forms.every((f, k) => s.form[t + k] === f)) return null;
  const { party, forms } = found;
  const kind = kindOfParty(party);
  return {
    from: t,
    to: t + forms.length,
    entries: [{ ...party, kind, name: forms.join(" "), plural: false, inCountry: false }],
  };
}

/** The lexicon knows it as the same party, and how such a name behaves. */
const isSameName = (given: NameMatch, known: NameMatch | null) =>
  known !== null && known.to >= given.to && known.entries.some((e) => e.code === given.entries[0]!.code);

function kindOfParty({ code, country, sector }: OwnName["party"]): NameKind {
  if (code === country) return sector === null ? "state" : "force";
  return sector === "IGO" || sector === "NGO" || sector === "SOC" || sector === "PTY"
    ? "organisation"
    : "group";
}

/** "UN-brokered" where it is one token: the name before the hyphen. */
function boundName(lexicon: PartyLexicon, s: Sentence, t: number): NameMatch | null {
  const parts = /^([^-–]+)[-–](\p{L}+)$/u.exec(s.form[t]!);
  if (!parts || !(isWord(lexicon, "backed", parts[2]!) || isWord(lexicon, "run", parts[2]!))) return null;
  const alone = {
    ...s,
    text: parts[1]!,
    form: [parts[1]!],
    start: Int32Array.of(0),
    end: Int32Array.of(parts[1]!.length),
  };
  const name = matchName(lexicon, alone, 0);
  return name ? { ...name, from: t, to: t + 1 } : null;
}

/** A noun by its tag; "general" and "private" as adjectives, "forces" and "guards" as verbs are none. */
function isRoleNoun(s: Sentence, from: number, to: number, role: RoleEntry): boolean {
  const last = to - 1;
  if (isNounTag(s, last)) {
    // "Zamfara state", "Kayin State": where, not who
    return (
      !/^(state|republic|kingdom|capital)$/.test(role.noun) ||
      !(s.upos[from - 1] === "PROPN" && !isPossessive(s, from - 1))
    );
  }
  // "witnesses told AFP" with both words as verbs
  if (role.plural && s.upos[last] === "VERB")
    return (
      /^(said|told|say|reported|described|accused)$/.test(lower(s, to)) &&
      !/^(that|who|to|he|she|it|they)$/.test(lower(s, from - 1))
    );
  if (to - from > 1) return s.upos[last] !== "VERB";
  // nouns that the tagger takes for adjectives: "militants", "the military said"
  if (s.upos[last] === "ADJ")
    return (
      role.plural ||
      (role.kind === "force" && !isNounTag(s, to) && s.upos[to] !== "ADJ") ||
      (role.sector === "REB" && !isNounTag(s, to) && lower(s, from - 1) !== "more")
    );
  return s.upos[last] === "X";
}

/** "Monday", "May": capitalised, and no name. */
export const isDayOrMonth = (form: string): boolean => isDayWord(form) || isMonth(form);

function isParty(
  lexicon: PartyLexicon,
  s: Sentence,
  from: number,
  to: number,
  entries: readonly NameEntry[],
  wordsOfReport: ReadonlySet<string>,
): boolean {
  const kind = entries[0]!.kind;
  // inside a person's name: "Carlos Israel Moreno"
  if (kind !== "leader" && kind !== "seat" && kind !== "group" && kind !== "organisation") {
    const person = s.names.find((n) => n.kind === "PER" && n.from <= from && to <= n.to);
    if (person && person.to - person.from > to - from && lower(s, from) !== "king") {
      const rest = [...Array(person.to - person.from).keys()]
        .map((k) => person.from + k)
        .filter((t) => t < from || t >= to);
      if (rest.some((t) => s.upos[t] === "PROPN" && !isPossessive(s, t) && !isHyphen(s.form[t])))
        return false;
    }
  }
  const note = lexicon.ambiguous.get(entries[0]!.name.toLowerCase());
  if (!note) return true;
  const before = s.form[from - 1] ?? "";
  const after = s.form[to] ?? "";
  // a word in capitals only where it is written in capitals: "COME WITH US", but "met with US officials"
  const among = (list: readonly string[] | undefined, at: number): boolean => {
    const word = (s.form[at] ?? "").toLowerCase();
    const written = word === "" ? "" : s.text.slice(s.start[at]!, s.end[at]!);
    const fits = (w: string) =>
      w.length > 1 && w === w.toUpperCase() ? w === written : w.toLowerCase() === word;
    return word !== "" && (list?.some(fits) ?? false);
  };
  if (among(note.before, isHyphen(before) ? from - 2 : from - 1)) return false;
  // "Gulf of Oman"
  if (lower(s, from - 1) === "of" && among(note.before, from - 2)) return false;
  if (among(note.after, to) || (isHyphen(after) && note.after?.includes(`-${s.form[to + 1] ?? ""}`)))
    return false;
  if (note.near?.some((w) => wordsOfReport.has(w))) return false;
  if (note.person) {
    const next =
      !isPossessive(s, to) && s.upos[to] === "PROPN" && isCapitalised(after) && !isKnown(lexicon, s, to);
    const prior = s.upos[from - 1] === "PROPN" && isCapitalised(before) && !isKnownBefore(lexicon, s, from);
    if (next || prior) return false;
  }
  return true;
}

/** A capitalised word that is not part of a person's name: a name or noun of the lexicon, a day. */
function isKnown(lexicon: PartyLexicon, s: Sentence, t: number): boolean {
  if (isDayOrMonth(s.form[t]!)) return true;
  const role = matchRole(lexicon, s, t);
  const name = matchName(lexicon, s, t);
  return role !== null || (name !== null && name.entries[0]!.kind !== "leader");
}

function isKnownBefore(lexicon: PartyLexicon, s: Sentence, end: number): boolean {
  for (let k = Math.max(0, end - 4); k < end; k++) {
    const role = matchRole(lexicon, s, k);
    const name = matchName(lexicon, s, k);
    if (role?.to === end || name?.to === end) return true;
  }
  return isDayOrMonth(s.form[end - 1]!);
}

function tiesOf(
  lexicon: PartyLexicon,
  s: Sentence,
  from: number,
  to: number,
): { backed: boolean; runs: boolean; pro: boolean } {
  const hyphen = isHyphen(s.form[to]);
  const next = foldToken(s.form[hyphen ? to + 1 : to] ?? "");
  const after = hyphen ? to + 2 : to + 1;
  const bound = hyphen || s.xpos[to] === "VBN" || s.upos[to] === "ADJ";
  // "Qatar- and Türkiye-mediated": the first hangs on the second's participle
  const shared = hyphen && /^(and|or|,)$/.test(s.form[to + 1] ?? "");
  const backed =
    shared ||
    (bound && isWord(lexicon, "backed", next) && (hyphen || isNounTag(s, after) || s.upos[after] === "ADJ"));
  const runs = bound && isWord(lexicon, "run", next) && (hyphen || isNounTag(s, after));
  const pro = isHyphen(s.form[from - 1]) && isWord(lexicon, "pro", lower(s, from - 2));
  return { backed: backed && !(isHyphen(s.form[to]) && next === ""), runs, pro };
}
