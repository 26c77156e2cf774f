import type { DateInterval } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { findDateExpressions } from "../text/date-expressions.js";
import { foldName } from "../text/fold-name.js";
import { resolveDate } from "../text/resolve-date.js";

/** A party of the record, by everything that it is called. */
export interface KnownParty {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly incidents: number;
}

/** A place of the record's incidents; `country` is a code. */
export interface KnownPlace {
  readonly name: string;
  readonly country: string | null;
  readonly incidents: number;
}

/** What the words of a search are held against. `asOf`: the day from which "October" is looked back to. */
export interface KnownNames {
  readonly parties: readonly KnownParty[];
  readonly places: readonly KnownPlace[];
  readonly asOf: string | null;
}

/** What words ask for: parties that all take part, one of these places, a period; and the words that say none of it. */
export interface AskedFor {
  readonly parties: readonly string[];
  readonly places: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly rest: readonly string[];
}

/** Names as they are compared, made once for many searches. */
export interface NameIndex extends KnownNames {
  readonly partyForms: readonly Form[];
  readonly placeForms: readonly Form[];
}

/** A folded name and where in its list that stands which it names. */
interface Form {
  readonly form: string;
  readonly at: number;
  /** The name under which it is shown, not an alias. */
  readonly own: boolean;
}

export function indexNames(known: KnownNames): NameIndex {
  return {
    ...known,
    partyForms: known.parties.flatMap((p, at) => {
      const own = new Set([p.name, p.code].map(foldName));
      const forms = new Set([...own, ...p.aliases.map(foldName)]);
      return [...forms].filter((f) => f !== "").map((form) => ({ form, at, own: own.has(form) }));
    }),
    placeForms: known.places.map((p, at) => ({ form: foldName(p.name), at, own: true })),
  };
}

/** Words of a name that a search takes together. */
const LONGEST = 6;
/** Letters from which on the beginning of a name stands for it within a longer search. */
const BEGINNING = 3;
/** Words between names that narrow nothing. */
const BETWEEN = new Set("a an and at between by from in near of on or the to versus vs with".split(" "));

/**
 * Reads a search as a person means it: "kandahar october 2025", "Afghan Pakistan". The last word may be the beginning of a name,
 * since it may still be being typed. Where one name is a party's and a place's it is the party's.
 */
export function askedFor(words: string, known: NameIndex): AskedFor {
  const { from, to, left } = takePeriod(words, known.asOf);
  const tokens = foldName(left)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((t) => t !== "");
  const parties = new Set<string>();
  const places = new Set<string>();
  const rest: string[] = [];
  for (let k = 0; k < tokens.length; ) {
    let taken = 0;
    for (let n = Math.min(LONGEST, tokens.length - k); n > 0 && taken === 0; n -= 1) {
      const phrase = tokens.slice(k, k + n).join(" ");
      const isLast = k + n === tokens.length && phrase.length >= BEGINNING;
      const { party, places: found } =
        named((form) => form === phrase, known) ??
        (isLast ? named((form) => form.startsWith(phrase), known) : null) ??
        NOTHING;
      if (party !== null) parties.add(known.parties[party]!.code);
      for (const at of found) places.add(known.places[at]!.name);
      if (party !== null || found.length > 0) taken = n;
    }
    if (taken === 0 && !BETWEEN.has(tokens[k]!)) rest.push(tokens[k]!);
    k += Math.max(taken, 1);
  }
  return { parties: [...parties], places: [...places], from, to, rest };
}

interface Named {
  readonly party: number | null;
  readonly places: readonly number[];
}
const NOTHING: Named = { party: null, places: [] };

/** Of the names that fit: the party in most incidents, or else all the places. */
function named(fits: (form: string) => boolean, known: NameIndex): Named | null {
  const parties = known.partyForms.filter((f) => fits(f.form)).map((f) => f.at);
  const more = (a: number, b: number) => (known.parties[b]!.incidents > known.parties[a]!.incidents ? b : a);
  if (parties.length > 0) return { party: parties.reduce(more), places: [] };
  const places = known.placeForms.filter((f) => fits(f.form)).map((f) => f.at);
  return places.length > 0 ? { party: null, places } : null;
}

function takePeriod(words: string, asOf: string | null) {
  const reference: DateInterval = { from: asOf, to: asOf, basis: "stated" };
  let from: string | null = null;
  let to: string | null = null;
  let left = "";
  let at = 0;
  // a year, and a year with its month in figures, date nothing in running text and much in a search
  const written = words
    .replace(/\b((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\d])/g, "$2/$1")
    // "oct 2025": a month beside a figure is one without its capital too
    .replace(/\b\p{Ll}(?=\p{L}+\.?\s+\d)|(?<=\d\s+)\p{Ll}/gu, (c) => c.toUpperCase());
  const named = findDateExpressions(written, { start: 0, end: written.length })
    .filter(isDating)
    .map((e) => ({ ...e, days: resolveDate(e, reference, "past") }));
  const bare = [...written.matchAll(/(?<![\d/-])(?:(\d\d?)\/)?((?:19|20)\d\d)(?![\d/-])/g)]
    .map((m) => {
      const month = m[1] === undefined ? null : Number(m[1]);
      const start = m.index;
      const end = start + m[0].length;
      return { start, end, days: monthOrYear(Number(m[2]), month) };
    })
    .filter((b) => !named.some((e) => e.start < b.end && b.start < e.end));
  for (const e of [...named, ...bare].sort((a, b) => a.start - b.start)) {
    if (e.days.from === null && e.days.to === null) continue;
    left += `${written.slice(at, e.start)} `;
    at = e.end;
    from ??= e.days.from;
    to = e.days.to ?? to;
  }
  return { from, to, left: left + written.slice(at) };
}

function monthOrYear(year: number, month: number | null): { from: string | null; to: string | null } {
  if (month === null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (month < 1 || month > 12) return { from: null, to: null };
  const two = String(month).padStart(2, "0");
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${year}-${two}-01`, to: `${year}-${two}-${last}` };
}

/** Parties whose names the words begin, whole or word by word; those named outright first, then those in most incidents. */
export function partiesLike(words: string, known: NameIndex, limit: number): KnownParty[] {
  return like(words, known.partyForms, known.parties, limit);
}

/** Places likewise. */
export function placesLike(words: string, known: NameIndex, limit: number): KnownPlace[] {
  return like(words, known.placeForms, known.places, limit);
}

function like<T extends { readonly incidents: number }>(
  words: string,
  forms: readonly Form[],
  of: readonly T[],
  limit: number,
): T[] {
  const wanted = foldName(words).trim();
  if (wanted === "") return [];
  const tokens = wanted.split(" ");
  const found = new Map<number, number>();
  for (const f of forms) {
    const fit = fitOf(wanted, tokens, f);
    if (fit > (found.get(f.at) ?? 0)) found.set(f.at, fit);
  }
  return [...found]
    .sort(([a, fitA], [b, fitB]) => fitB - fitA || of[b]!.incidents - of[a]!.incidents || a - b)
    .slice(0, limit)
    .map(([at]) => of[at]!);
}

/** 0: not at all; more is better. */
function fitOf(wanted: string, tokens: readonly string[], { form, own }: Form): number {
  const shown = own ? 1 : 0;
  if (form === wanted) return 6 + shown;
  if (form.startsWith(wanted)) return 4 + shown;
  const parts = form.split(" ");
  return tokens.every((t) => parts.some((p) => p.startsWith(t))) ? 2 + shown : 0;
}
