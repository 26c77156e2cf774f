import type { Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { isMonth, isWeekday } from "../text/date-words.js";
import { foldName } from "../text/fold-name.js";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.js";
import { isCapitalised } from "./party-items.js";
import { borderAt, borderCandidate } from "./place-borders.js";
import { candidateOf, headOf } from "./place-candidates.js";
import type { Candidate, PlaceSentence } from "./place-mention.js";
import { isDirection, isOf } from "./place-words.js";

/** A name of a list: the token behind it, and the places of that name. */
interface Found {
  readonly to: number;
  readonly entries: readonly GazetteerEntry[];
}

const LONGEST_NAME = 6;

/** All names of a sentence that may be those of places, in order; also those that are a part of another name, and peoples. */
export function candidatesIn(at: PlaceSentence): Candidate[] {
  const { s, gazetteer } = at;
  const out: Candidate[] = [];
  for (let i = 0; i < s.form.length; ) {
    const border = borderAt(s, i);
    if (border > i) {
      const c = borderCandidate(at, i, border);
      out.push(c);
      i = c.to;
      continue;
    }
    // "Eastern Ukraine": the direction joins the name that follows
    if (isDirection(s.form[i]!) && isCapitalised(s.form[i + 1] ?? "") && longest(at, i) === null) {
      i++;
      continue;
    }
    const hit = (mayStart(s, i) ? longest(at, i) : null) ?? shortName(s, i, gazetteer);
    const people = peopleAt(at, i, hit?.to ?? i);
    if (people !== null) {
      out.push({ ...candidateOf(at, i, people.to, i, people.entries), role: "people" });
      // "American Tomahawk missiles", "the Afghan Border Police"
      i = endOfRun(s, people.to);
      continue;
    }
    if (hit === null) {
      i = mayStart(s, i) ? unknownName(at, i, out) : i + 1;
      continue;
    }
    const run = properRun(at, i, hit.to);
    const owner = ownerOf(at, i, hit.to);
    if (run === null || owner !== null) {
      // "Kabul Bank", "the Goma Chamber of Commerce"
      if (owner !== "person" && startsRun(s, i))
        out.push({ ...candidateOf(at, i, hit.to, i, hit.entries), role: "in-name" });
      i = Math.max(hit.to, run?.to ?? endOfRun(s, hit.to));
      continue;
    }
    const from = directed(s, i, run.from);
    out.push(candidateOf(at, from, run.to, i, hit.entries));
    i = run.to;
  }
  return out.map((c) => ({ ...c, beside: besideOf(at, c.to) }));
}

function mayStart(s: Sentence, i: number): boolean {
  const form = s.form[i]!;
  if (/^(al|el|as|an|ar|ad|ash|ez|et)-\p{Lu}/u.test(form)) return true;
  if (!isCapitalised(form)) return false;
  if (/^(Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Prof|Sen|Rep|Gov)\.?$/.test(form)) return false;
  const upos = s.upos[i]!;
  // the first word of a sentence is capital whatever it is
  return (
    upos === "PROPN" ||
    (i > 0 && (upos === "NOUN" || upos === "X" || upos === "ADJ" || upos === "DET" || upos === "INTJ"))
  );
}

/** The longest name of a list that begins at a token, in the words as they stand. */
function longest({ s, gazetteer }: PlaceSentence, i: number): Found | null {
  for (let to = Math.min(s.form.length, i + LONGEST_NAME); to > i; to--) {
    const last = s.form[to - 1]!;
    if (!/[\p{L}\d]/u.test(last) || last === "'s" || last === "’s") continue;
    const words = s.text.slice(s.start[i]!, s.end[to - 1]!);
    if (words.length < 3 || words.length > 40 || /[,;:()"“”]/.test(words)) continue;
    if (isNoPlace(gazetteer, words)) continue;
    const entries = lookup(words, gazetteer);
    // "SWAT" is not Swat
    if (/^\p{Lu}{2,5}$/u.test(words) && s.form[i] === words && entries.every((e) => e.name !== words))
      continue;
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** "Va." after a place and a comma; "US", "D.C." by their capitals and stops. */
function shortName(s: Sentence, i: number, gazetteer: Gazetteer): Found | null {
  if (!isCapitalised(s.form[i]!)) return null;
  const beside = s.form[i - 1] === "," && isCapitalised(s.form[i - 2] ?? "");
  // "W. Va."
  for (const to of [i + 2, i + 1]) {
    if (to > s.form.length) continue;
    const words = s.text.slice(s.start[i]!, s.end[to - 1]!);
    const stopped = /^(\p{Lu}\.){2,}$/u.test(words);
    const entries = gazetteer
      .lookup(foldName(words), "short")
      .filter((e) => (e.origin === "country" ? stopped || /^\p{Lu}+$/u.test(words) : stopped || beside));
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** "Afghan", "Afghans", longer than the place name that begins there. */
function peopleAt({ s, gazetteer }: PlaceSentence, i: number, placeTo: number): Found | null {
  if (!isCapitalised(s.form[i]!)) return null;
  for (const to of [i + 2, i + 1]) {
    if (to > s.form.length || to <= placeTo) continue;
    const entries = gazetteer.lookup(foldName(s.text.slice(s.start[i]!, s.end[to - 1]!)), "people");
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** By the name as written, then by other writings of its first word: the Arabic article, "St." and "Saint". */
function lookup(words: string, gazetteer: Gazetteer): readonly GazetteerEntry[] {
  const folded = foldName(words);
  if (folded.length < 3) return [];
  const exact = gazetteer.lookup(folded);
  if (exact.length > 0) return exact;
  const [, first, rest] = /^(\p{L}+) (.+)$/u.exec(folded) ?? [];
  for (const other of FIRST_WORDS.find((group) => group.includes(first ?? "")) ?? []) {
    const entries = gazetteer.lookup(`${other} ${rest}`.trim());
    if (entries.length > 0) return entries;
  }
  return [];
}

/** First words of names that are written for each other; "" leaves the word out. */
const FIRST_WORDS: readonly (readonly string[])[] = [
  ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", ""],
  ["st", "saint"],
  ["mt", "mount"],
  ["ft", "fort"],
];

/**
 * The name with the generic word after it, or null where it is a part of a longer name: "Kabul Bank", "Islamabad Policy
 * Institute", "Paris Hilton", "New Delhi" are not places called Kabul, Islamabad, Paris and Delhi.
 */
function properRun(
  { s, gazetteer }: PlaceSentence,
  i: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  let end = to;
  const next = s.form[end];
  if (
    next !== undefined &&
    gazetteer.words.generic.has(next.toLowerCase()) &&
    (isCapitalised(next) || belongs(s, end, headOf(s, i, to)))
  )
    end++;
  const after = s.form[end];
  if (after !== undefined && isCapitalised(after) && s.upos[end] === "PROPN" && !isTitleCase(s)) {
    // "in Kharkiv Friday", "Gaza Monday"
    if (!isWeekday(after)) return null;
  }
  // "Kyiv-based", "Kabul-appointed"
  if (after === "-" && s.end[end - 1] === s.start[end]) return null;
  const before = s.form[i - 1];
  if (before !== undefined && isCapitalised(before) && s.upos[i - 1] === "PROPN" && !isTitleCase(s)) {
    const joined =
      baseRelation(s, i - 1) === "flat" ||
      baseRelation(s, i) === "flat" ||
      s.head[i - 1] === i ||
      s.head[i] === i - 1 ||
      s.head[i - 1] === s.head[i];
    if (joined && !isDirection(before)) return null;
  }
  if (before === "-" && i >= 2 && s.start[i] === s.end[i - 1]) return null;
  return { from: i, to: end };
}

/** Whether a generic word hangs together with the name before it. */
function belongs(s: Sentence, generic: number, name: number): boolean {
  return s.head[name] === generic || s.head[generic] === name || s.head[generic] === s.head[name];
}

/** The token behind the capitalised names that begin at one. */
function endOfRun(s: Sentence, i: number): number {
  let k = i;
  while (k < s.form.length && isCapitalised(s.form[k]!) && s.upos[k] === "PROPN") k++;
  return k;
}

/** A heading in title case: capitals say nothing there. */
function isTitleCase(s: Sentence): boolean {
  let words = 0;
  let capital = 0;
  for (const form of s.form) {
    if (!/^\p{L}{4,}/u.test(form)) continue;
    words++;
    if (isCapitalised(form)) capital++;
  }
  return words >= 4 && capital / words > 0.8;
}

/** Whose name it is a part of: of a person, of a body longer than the place in it; null where it stands for itself. */
function ownerOf({ s, parsed, sentence }: PlaceSentence, from: number, to: number): "person" | "body" | null {
  for (const n of s.names) {
    if (n.from >= to || from >= n.to) continue;
    if (n.kind === "PER") return "person";
    if (n.kind === "ORG" && n.to - n.from > to - from) return "body";
  }
  for (const m of parsed.mentions[sentence] ?? []) {
    if (m.kind === "person" && m.from < to && from < m.to) return m.to - m.from > 1 ? "person" : null;
    // "Kabul Police", "the Goma Chamber of Commerce": the mention's head lies outside the name
    if (
      m.kind === "name" &&
      m.from <= from &&
      to <= m.to &&
      m.to - m.from > to - from &&
      (m.head < from || m.head >= to)
    ) {
      if (isCapitalised(s.form[m.head] ?? "")) return "body";
    }
  }
  return null;
}

/** Whether a name begins at a token: no capitalised name stands right before it. */
function startsRun(s: Sentence, i: number): boolean {
  return !(isCapitalised(s.form[i - 1] ?? "") && s.upos[i - 1] === "PROPN");
}

/** "Southern Lebanon", "northern Gaza": with the direction before it. */
function directed(s: Sentence, i: number, from: number): number {
  return isDirection(s.form[i - 1] ?? "") ? i - 1 : from;
}

/** A name after "in" or "near" that no list has: kept unresolved. Returns the token to go on from. */
function unknownName(at: PlaceSentence, i: number, out: Candidate[]): number {
  const { s, parsed, sentence, gazetteer } = at;
  const { generic, named, sites, taken } = gazetteer.words;
  let to = i + 1;
  while (to < s.form.length && isCapitalised(s.form[to]!) && s.upos[to] === "PROPN") to++;
  const before = s.form[i - 1]?.toLowerCase();
  // "Kanawha County", "Litani River": a place by its form, also inside of another name
  for (let k = i + 1; k < to; k++) {
    if (!named.has(s.form[k]!) || isTitleCase(s) || ownerOf(at, i, to) === "person") continue;
    const found = candidateOf(at, i, k + 1, i, []);
    out.push(k + 1 < to ? { ...found, role: "in-name" } : found);
    return to;
  }
  const tagged = s.names.some((n) => n.kind === "LOC" && n.from <= i && i < n.to);
  const place =
    s.upos[i] === "PROPN" &&
    to - i <= 4 &&
    (tagged ||
      before === "in" ||
      before === "near" ||
      before === "outside" ||
      (before === "of" && isOf(sites, s.lemma[i - 2]?.toLowerCase() ?? "")) ||
      (taken.has(s.lemma[s.head[i]!] ?? "") && baseRelation(s, i) === "obj"));
  if (!place || isNoPlace(gazetteer, s.form[i]!) || /^[A-Z]{2,6}$/.test(s.form[i]!) || isTitleCase(s))
    return to;
  if (ownerOf(at, i, to) !== null || (parsed.mentions[sentence] ?? []).some((m) => m.from < to && i < m.to))
    return to;
  const end = generic.has(s.form[to]?.toLowerCase() ?? "") && belongs(s, to, i) ? to + 1 : to;
  out.push(candidateOf(at, i, end, i, []));
  return end;
}

/** Names that are also those of places and never mean them: "Monday", "Parliament". */
const isNoPlace = ({ words }: Gazetteer, name: string): boolean =>
  words.no_places.has(name) || isWeekday(name) || isMonth(name);

/** "Goma, North Kivu", "Wiesbaden, Germany", "Fairfax, Va.": what may be named after the comma. */
function besideOf(at: PlaceSentence, to: number): readonly GazetteerEntry[] {
  const { s, gazetteer } = at;
  if (s.form[to] !== "," || !isCapitalised(s.form[to + 1] ?? "")) return [];
  const short = shortName(s, to + 1, gazetteer);
  if (short !== null) return short.entries;
  const entries = longest(at, to + 1)?.entries ?? [];
  return entries.filter((e) => e.origin !== "geonames");
}
