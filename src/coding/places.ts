import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { foldName } from "../text/fold-name.js";
import type { PlaceRef } from "./claim.js";
import { isAbout, scopeOf } from "./clause-scope.js";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";

export type { Gazetteer } from "./gazetteer.js";

/**
 * What a place name does: says where something happens, stands for those who act or for the place as such ("Islamabad said"),
 * is a part of another name ("Kabul Bank"), or names the people of the place ("Afghan", "Afghans").
 */
export const PLACE_ROLES = ["event-place", "party-metonym", "in-name", "people"] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** A place name in a sentence: tokens `from` … `to`, `to` excluded. */
export interface PlaceMention {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** The token that the place modifies, past "town of", "province" and larger places; -1 where it stands alone. */
  readonly governor: number;
  readonly place: PlaceRef;
  readonly role: PlaceRole;
  /** The preposition or relation that makes it the place of something: "in", "near", "obj"; "" where it is none. */
  readonly relation: string;
  /** Why the name is not resolved; null where it is. */
  readonly reason: string | null;
}

export interface Places {
  readonly mentions: readonly PlaceMention[];
  /** Where the event at a token takes place, as far as its clause says; null where it does not. */
  readonly placeOf: (sentence: number, token: number) => PlaceRef | null;
}

/** Finds the places that a report names, resolves them and ties them to the events of their clauses. */
export function findPlaces(parsed: ParsedReport, gazetteer: Gazetteer): Places {
  const persons = personWords(parsed);
  const found = parsed.sentences.map((s, i) =>
    candidatesIn(s, i, parsed, gazetteer).filter((c) => c.role === "event-place" || !isPerson(c, persons)),
  );
  const scene = sceneOf(found.flat(), {
    named: countriesOf(parsed, found.flat()),
    isCapital: capitalsOf(parsed),
  });
  const mentions = found.map((list) => list.map((c) => resolve(c, scene)).filter(isTelling));
  return {
    mentions: mentions.flat(),
    placeOf: (sentence, token) => {
      const s = parsed.sentences[sentence];
      return s === undefined ? null : placeAt(s, token, mentions[sentence] ?? []);
    },
  };
}

/** What nothing happens in is a place only where one is known: "Jackson said" of a town that the report is not about is a man. */
function isTelling(m: PlaceMention): boolean {
  return (
    m.role === "event-place" ||
    m.place.precision !== "unresolved" ||
    NAMING.test(m.place.name.slice(m.place.name.lastIndexOf(" ") + 1))
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
    c.to - c.from === 1 && c.entries.every((e) => e.origin === "geonames") && persons.has(c.s.form[c.from]!)
  );
}

// Names ---------------------------------------------------------------------------------------------------------------

interface Candidate {
  readonly sentence: number;
  readonly s: Sentence;
  readonly from: number;
  readonly to: number;
  readonly governor: number;
  readonly relation: string;
  readonly role: PlaceRole;
  readonly entries: readonly GazetteerEntry[];
  /** The name as written, with its direction ("southern Lebanon"). */
  readonly name: string;
  readonly directed: boolean;
  readonly near: boolean;
  /** The country or larger place named right after it ("Goma, DR Congo"): what it can be; empty where there is none. */
  readonly beside: readonly GazetteerEntry[];
}

const LONGEST_NAME = 6;

const DIRECTIONS =
  /^(north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower)(-\w+)?$/;

/** Words that follow a place name and belong to it without changing which place it is. */
const GENERIC =
  /^(province|district|region|state|oblast|county|city|governorate|department|territory|valley|town|village|municipality|prefecture|zone|area|peninsula|strip|camp|crossing|airport|border|front|suburb|neighbou?rhood|island|port|corridor)$/;

/** Nouns of which a place name says which one: "the town of Minova", "the outskirts of Goma". */
const SITE =
  /^(post|checkpoint|outpost|town|city|village|outskirts|part|north|south|east|west|northeast|northwest|southeast|southwest|coast|suburb|area|region|capital|province|district|port|hamlet|camp|settlement|neighbou?rhood|centre|center|side|edge|vicinity|territory|state|county|oblast|governorate|commune|locality|municipality|stronghold|heart|rest|hub|enclave|island|peninsula|desert|mountain|valley|forest|border|frontier|airport|crossing|base|front|shore|bank|department|zone|section|quarter|direction|axis|sector|surroundings|environs|countryside|hill)s?$/;

const IN: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "around",
  "across",
  "within",
  "throughout",
  "along",
  "between",
  "beyond",
  "above",
  "off",
  "amid",
]);
const WEAK: ReadonlySet<string> = new Set([
  "on",
  "into",
  "to",
  "from",
  "toward",
  "towards",
  "through",
  "over",
  "onto",
  "via",
  "of",
  "against",
  "for",
]);
const NEAR: ReadonlySet<string> = new Set(["near", "outside", "around", "beyond", "off"]);
/** Prepositions by which a whole country is the place of an event rather than a side in it. */
const IN_COUNTRY: ReadonlySet<string> = new Set([
  "in",
  "inside",
  "across",
  "within",
  "throughout",
  "into",
  "outside",
  "over",
]);

/** Verbs whose object, a town, is where it happens. */
const PLACE_OBJECT: ReadonlySet<string> = new Set(
  (
    "capture seize take retake recapture enter reach attack strike hit shell bomb bombard besiege encircle storm raid leave flee liberate control " +
    "occupy surround target pound overrun visit cross hold lose evacuate defend recover rock devastate isolate blockade fled retook overran"
  ).split(" "),
);

/** Verbs whose object is a place where no list has the name. */
const TAKEN: ReadonlySet<string> = new Set(["capture", "seize", "retake", "recapture", "overrun", "besiege"]);

/** Acts on a place that is named with "of", "on" or before them: "the fall of El Fasher", "the attack on Kharkiv". */
const PLACE_ACT =
  /^(attack|assault|strike|airstrike|raid|bombing|bombardment|shelling|siege|fall|capture|seizure|invasion|offensive|battle|takeover|blockade|occupation|control|advance|liberation|recapture|incursion|withdrawal|evacuation|encirclement|massacre|operation|clash|blast|explosion|protest|rally|fighting|killing|drone|missile|rocket|talk|summit|meeting|visit|trip|return)s?$/;

function candidatesIn(
  s: Sentence,
  sentence: number,
  parsed: ParsedReport,
  gazetteer: Gazetteer,
): Candidate[] {
  const out: Candidate[] = [];
  for (let i = 0; i < s.form.length; ) {
    const border = borderAt(s, i);
    if (border > i) {
      const c = borderCandidate(s, sentence, i, border);
      out.push(c);
      i = c.to;
      continue;
    }
    // "Eastern Ukraine": the direction joins the name that follows
    if (
      DIRECTIONS.test(s.form[i]!.toLowerCase()) &&
      isCapital(s.form[i + 1] ?? "") &&
      longest(s, i, gazetteer) === null
    ) {
      i++;
      continue;
    }
    const hit = (mayStart(s, i) ? longest(s, i, gazetteer) : null) ?? shortName(s, i, gazetteer);
    const people = peopleAt(s, i, hit?.to ?? i, gazetteer);
    if (people !== null) {
      out.push({ ...candidate(s, sentence, i, people.to, i, people.entries), role: "people" });
      // "American Tomahawk missiles", "the Afghan Border Police"
      i = endOfRun(s, people.to);
      continue;
    }
    if (hit === null) {
      i = mayStart(s, i) ? unknownName(s, sentence, i, parsed, out) : i + 1;
      continue;
    }
    const run = properRun(s, i, hit.to);
    const owner = ownerOf(parsed, sentence, i, hit.to);
    if (run === null || owner !== null) {
      // "Kabul Bank", "the Goma Chamber of Commerce"
      if (owner !== "person" && startsRun(s, i))
        out.push({ ...candidate(s, sentence, i, hit.to, i, hit.entries), role: "in-name" });
      i = Math.max(hit.to, run?.to ?? endOfRun(s, hit.to));
      continue;
    }
    const from = directed(s, i, run.from);
    out.push(candidate(s, sentence, from, run.to, i, hit.entries));
    i = run.to;
  }
  return out.map((c) => ({ ...c, beside: besideOf(s, c.to, gazetteer) }));
}

function isCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

function mayStart(s: Sentence, i: number): boolean {
  const form = s.form[i]!;
  if (/^(al|el|as|an|ar|ad|ash|ez|et)-\p{Lu}/u.test(form)) return true;
  if (!isCapital(form)) return false;
  if (/^(Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Prof|Sen|Rep|Gov)\.?$/.test(form)) return false;
  const upos = s.upos[i]!;
  // the first word of a sentence is capital whatever it is
  return (
    upos === "PROPN" ||
    (i > 0 && (upos === "NOUN" || upos === "X" || upos === "ADJ" || upos === "DET" || upos === "INTJ"))
  );
}

function longest(
  s: Sentence,
  i: number,
  gazetteer: Gazetteer,
): { readonly to: number; readonly entries: readonly GazetteerEntry[] } | null {
  for (let to = Math.min(s.form.length, i + LONGEST_NAME); to > i; to--) {
    const last = s.form[to - 1]!;
    if (!/[\p{L}\d]/u.test(last) || last === "'s" || last === "’s") continue;
    const words = s.text.slice(s.start[i]!, s.end[to - 1]!);
    if (words.length < 3 || words.length > 40 || /[,;:()"“”]/.test(words)) continue;
    if (NO_PLACE.test(words)) continue;
    const entries = lookup(words, gazetteer);
    // "SWAT" is not Swat
    if (/^\p{Lu}{2,5}$/u.test(words) && s.form[i] === words && entries.every((e) => e.name !== words))
      continue;
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** "Va." after a place and a comma; "US", "D.C." by their capitals and stops. */
function shortName(
  s: Sentence,
  i: number,
  gazetteer: Gazetteer,
): { readonly to: number; readonly entries: readonly GazetteerEntry[] } | null {
  if (!isCapital(s.form[i]!)) return null;
  const beside = s.form[i - 1] === "," && isCapital(s.form[i - 2] ?? "");
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
function peopleAt(
  s: Sentence,
  i: number,
  placeTo: number,
  gazetteer: Gazetteer,
): { readonly to: number; readonly entries: readonly GazetteerEntry[] } | null {
  if (!isCapital(s.form[i]!)) return null;
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
  s: Sentence,
  i: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  let end = to;
  const next = s.form[end];
  if (
    next !== undefined &&
    GENERIC.test(next.toLowerCase()) &&
    (isCapital(next) || belongs(s, end, headOf(s, i, to)))
  )
    end++;
  const after = s.form[end];
  if (after !== undefined && isCapital(after) && s.upos[end] === "PROPN" && !isTitleCase(s)) {
    // "in Kharkiv Friday", "Gaza Monday"
    if (!/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(after)) return null;
  }
  // "Kyiv-based", "Kabul-appointed"
  if (after === "-" && s.end[end - 1] === s.start[end]) return null;
  const before = s.form[i - 1];
  if (before !== undefined && isCapital(before) && s.upos[i - 1] === "PROPN" && !isTitleCase(s)) {
    const joined =
      baseRelation(s, i - 1) === "flat" ||
      baseRelation(s, i) === "flat" ||
      s.head[i - 1] === i ||
      s.head[i] === i - 1 ||
      s.head[i - 1] === s.head[i];
    if (joined && !DIRECTIONS.test(before.toLowerCase())) return null;
  }
  if (before === "-" && i >= 2 && s.start[i] === s.end[i - 1]) return null;
  return { from: i, to: end };
}

function belongs(s: Sentence, generic: number, name: number): boolean {
  return s.head[name] === generic || s.head[generic] === name || s.head[generic] === s.head[name];
}

function endOfRun(s: Sentence, i: number): number {
  let k = i;
  while (k < s.form.length && isCapital(s.form[k]!) && s.upos[k] === "PROPN") k++;
  return k;
}

/** A heading in title case: capitals say nothing there. */
function isTitleCase(s: Sentence): boolean {
  let words = 0;
  let capital = 0;
  for (const form of s.form) {
    if (!/^\p{L}{4,}/u.test(form)) continue;
    words++;
    if (isCapital(form)) capital++;
  }
  return words >= 4 && capital / words > 0.8;
}

/** Whose name it is a part of: of a person, of a body longer than the place in it; null where it stands for itself. */
function ownerOf(parsed: ParsedReport, sentence: number, from: number, to: number): "person" | "body" | null {
  const s = parsed.sentences[sentence]!;
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
      if (isCapital(s.form[m.head] ?? "")) return "body";
    }
  }
  return null;
}

/** Whether a name begins at a token: no capitalised name stands right before it. */
function startsRun(s: Sentence, i: number): boolean {
  return !(isCapital(s.form[i - 1] ?? "") && s.upos[i - 1] === "PROPN");
}

/** "Southern Lebanon", "northern Gaza": with the direction before it. */
function directed(s: Sentence, i: number, from: number): number {
  const before = s.form[i - 1]?.toLowerCase();
  return before !== undefined && DIRECTIONS.test(before) ? i - 1 : from;
}

/** Generic words, capitalised, that make what stands before them the name of a place. */
const NAMING =
  /^(County|Parish|Province|Governorate|Oblast|Township|River|Valley|Islands?|Mountains?|Peninsula|Bay|Strait|Desert)$/;

const NO_PLACE =
  /^(English|Arabic|French|Russian|Arab|Parliament|Congress|White House|University|Christmas|Ramadan|Eid|Islam|God|Allah|Facebook|Telegram|Twitter|X|WhatsApp|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** A name after "in" or "near" that no list has: kept unresolved. Returns the token to go on from. */
function unknownName(
  s: Sentence,
  sentence: number,
  i: number,
  parsed: ParsedReport,
  out: Candidate[],
): number {
  let to = i + 1;
  while (to < s.form.length && isCapital(s.form[to]!) && s.upos[to] === "PROPN") to++;
  const before = s.form[i - 1]?.toLowerCase();
  // "Kanawha County", "Litani River": a place by its form, also inside of another name
  for (let k = i + 1; k < to; k++) {
    if (!NAMING.test(s.form[k]!) || isTitleCase(s) || ownerOf(parsed, sentence, i, to) === "person") continue;
    const found = candidate(s, sentence, i, k + 1, i, []);
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
      (before === "of" && SITE.test(s.lemma[i - 2]?.toLowerCase() ?? "")) ||
      (TAKEN.has(s.lemma[s.head[i]!] ?? "") && baseRelation(s, i) === "obj"));
  if (!place || NO_PLACE.test(s.form[i]!) || /^[A-Z]{2,6}$/.test(s.form[i]!) || isTitleCase(s)) return to;
  if (
    ownerOf(parsed, sentence, i, to) !== null ||
    (parsed.mentions[sentence] ?? []).some((m) => m.from < to && i < m.to)
  )
    return to;
  const generic = s.form[to];
  const end = generic !== undefined && GENERIC.test(generic.toLowerCase()) && belongs(s, to, i) ? to + 1 : to;
  out.push(candidate(s, sentence, i, end, i, []));
  return end;
}

// Borders -----------------------------------------------------------------------------------------------------------

/** "the Pakistan-Afghanistan border", "border posts", "the border with Mali": where a border is told of, its last token + 1. */
function borderAt(s: Sentence, i: number): number {
  if (isCapital(s.form[i]!) && s.form[i + 1] === "-" && isCapital(s.form[i + 2] ?? "") && isBorder(s, i + 3))
    return i + 4;
  if (/^\p{Lu}\p{L}+[-–]\p{Lu}/u.test(s.form[i]!) && isBorder(s, i + 1)) return i + 2;
  return isBorder(s, i) ? i + 1 : i;
}

function isBorder(s: Sentence, i: number): boolean {
  const lemma = s.lemma[i]?.toLowerCase();
  return (lemma === "border" || lemma === "frontier") &&
    s.upos[i] === "NOUN" &&
    s.form[i + 1] !== "-" &&
    s.form[i - 1] !== "-"
    ? true
    : (lemma === "border" || lemma === "frontier") && s.form[i - 1] === "-" && isCapital(s.form[i - 2] ?? "");
}

function borderCandidate(s: Sentence, sentence: number, from: number, to: number): Candidate {
  // "Pakistani border posts", "the border area"
  const site = to < s.form.length && s.upos[to] === "NOUN" && SITE.test(s.lemma[to]!.toLowerCase());
  const before = s.form[from - 1];
  const nation =
    before !== undefined && isCapital(before) && s.upos[from - 1] === "ADJ" && s.head[from - 1]! >= from;
  const base = candidate(
    s,
    sentence,
    nation ? from - 1 : from,
    site ? to + 1 : to,
    nation ? from - 1 : from,
    [],
  );
  return { ...base, entries: [BORDER], near: false };
}

const BORDER: GazetteerEntry = {
  name: "border",
  country: null,
  precision: "region",
  latitude: null,
  longitude: null,
  population: 0,
  parent: null,
  origin: "supplement",
};

// Roles --------------------------------------------------------------------------------------------------------------

function candidate(
  s: Sentence,
  sentence: number,
  from: number,
  to: number,
  name: number,
  entries: readonly GazetteerEntry[],
): Candidate {
  const head = headOf(s, from, to);
  const tied = tie(s, head, from, entries.length > 0 && entries.every((e) => e.precision === "country"));
  return {
    sentence,
    s,
    from,
    to,
    governor: tied.governor,
    relation: tied.relation,
    role: tied.relation === "" || isOtherClock(s, from) ? "party-metonym" : "event-place",
    entries,
    name: s.text.slice(s.start[from]!, s.end[to - 1]!),
    directed: from < name,
    near: NEAR.has(tied.relation),
    beside: [],
  };
}

function lemmaOf(s: Sentence, token: number): string {
  return s.lemma[token]?.toLowerCase() ?? "";
}

function headOf(s: Sentence, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const head = s.head[i]!;
    if (head < from || head >= to) return i;
  }
  return to - 1;
}

/** "Goma, North Kivu", "Wiesbaden, Germany", "Fairfax, Va.": what may be named after the comma. */
function besideOf(s: Sentence, to: number, gazetteer: Gazetteer): readonly GazetteerEntry[] {
  if (s.form[to] !== "," || !isCapital(s.form[to + 1] ?? "")) return [];
  const short = shortName(s, to + 1, gazetteer);
  if (short !== null) return short.entries;
  const entries = longest(s, to + 1, gazetteer)?.entries ?? [];
  return entries.filter((e) => e.origin !== "geonames");
}

/** Houses of a state abroad. */
const MISSION = /^(?:embassy|consulate|mission|legation)$/;

/** What lies in the country whose short name stands before it. */
const LAND =
  /^(?:airspace|border|capital|city|coast|county|district|mainland|market|port|prison|region|school|side|soil|state|street|suburb|territory|town|university|village|waters?)$/;

/** What the name is the place of, and by which word. */
function tie(
  s: Sentence,
  head: number,
  from: number,
  isCountry: boolean,
): { readonly governor: number; readonly relation: string } {
  const relation = baseRelation(s, head);
  const up = s.head[head]!;
  const none = { governor: up, relation: "" };
  let word = caseOf(s, head);
  // the parser may lose the preposition that stands right before the name
  if (word === "") word = wordBefore(s, from);
  if (relation === "compound" || relation === "amod" || relation === "nmod" || relation === "flat") {
    const lemma = s.lemma[up]?.toLowerCase() ?? "";
    // "outside the Chad embassies", "at a U.S. base in Qatar": whose they are, not where
    const isBefore = isCountry && up > head && caseOf(s, head) === "";
    if (isBefore && (MISSION.test(lemma) || (/^U\.?[SK]\.?$/.test(s.form[from]!) && !LAND.test(lemma))))
      return none;
    const possessed = s.relation[head] === "nmod:poss";
    if (
      word === "" &&
      up >= 0 &&
      (SITE.test(lemma) || (possessed && (s.upos[up] === "PROPN" || SITE.test(lemma))))
    ) {
      // "Kharkiv region", "Sudan's Darfur": the place of what the region is the place of
      const outer = tie(s, up, up, false);
      return outer.relation === "" ? none : outer;
    }
    if (
      word === "" &&
      up >= 0 &&
      !isCountry &&
      (PLACE_ACT.test(lemma) || lemma === "market" || lemma === "hospital" || lemma === "airport")
    ) {
      return { governor: up, relation: "mod" };
    }
  }
  if (relation === "conj" || relation === "appos") {
    // "in Kabul and Kandahar", "in Goma, the provincial capital"
    if (up >= 0 && (s.upos[up] === "PROPN" || s.upos[up] === "NOUN") && word === "")
      return up === head ? none : tie(s, up, up, isCountry);
  }
  if (
    word !== "" &&
    (relation === "obl" ||
      relation === "nmod" ||
      relation === "conj" ||
      relation === "appos" ||
      relation === "advmod" ||
      relation === "root" ||
      relation === "dep" ||
      relation === "advcl")
  ) {
    if (isCountry ? !IN_COUNTRY.has(word) : !(IN.has(word) || WEAK.has(word))) return none;
    const lemma = s.lemma[up]?.toLowerCase() ?? "";
    if (word === "of" && !(SITE.test(lemma) || PLACE_ACT.test(lemma))) return none;
    if (word === "of" && SITE.test(lemma)) {
      // "near the town of Masisi", "seized the village of Sake", "north of Goma"
      const outer = up === head ? none : tie(s, up, up, false);
      if (outer.relation !== "") return DIRECTIONS.test(lemma) ? { ...outer, relation: "near" } : outer;
      if (DIRECTIONS.test(lemma)) return { governor: climb(s, up), relation: "near" };
    }
    if ((word === "for" || word === "against") && !PLACE_ACT.test(lemma) && s.upos[up] !== "VERB")
      return none;
    return { governor: climb(s, up), relation: word };
  }
  if (
    (relation === "obj" || s.relation[head] === "nsubj:pass") &&
    !isCountry &&
    (PLACE_OBJECT.has(lemmaOf(s, up)) || PLACE_OBJECT.has(s.form[up]?.toLowerCase() ?? ""))
  ) {
    return { governor: up, relation: "obj" };
  }
  if (word !== "" && (IN.has(word) || (isCountry && IN_COUNTRY.has(word))))
    return { governor: climb(s, up), relation: word };
  return none;
}

function caseOf(s: Sentence, head: number): string {
  const cases = children(s, head, "case").map((c) => s.form[c]!.toLowerCase());
  const last = cases.at(-1) ?? "";
  // "north of Goma", "close to the border", "from inside Gaza"
  if (cases.length > 1 && IN.has(cases[1]!)) return cases[1]!;
  return last === "'s" || last === "’s" || last === "'" || last === "’" ? "" : last;
}

function wordBefore(s: Sentence, from: number): string {
  let i = from - 1;
  while (i >= 0 && (s.upos[i] === "DET" || DIRECTIONS.test(s.form[i]!.toLowerCase()))) i--;
  const w = s.form[i]?.toLowerCase() ?? "";
  return IN.has(w) ? w : "";
}

const PERSONS =
  /^(people|person|civilian|child|woman|man|villager|family|refugee|victim|worshipper|pilgrim|student|farmer|trader|hostage|prisoner)$/;

/** Past "town of", "region" and larger places, and past people who are not the subject, up to what happens there. */
function climb(s: Sentence, token: number): number {
  let t = token;
  for (let steps = 0; t >= 0 && steps < 6; steps++) {
    const lemma = lemmaOf(s, t);
    const isPlaceWord = SITE.test(lemma) || s.upos[t] === "PROPN" || s.form[t]!.toLowerCase() === "including";
    // "killed a commander near Bosaso", "clashes between rebels and troops in Masisi"
    const isMet =
      (s.words.acting.has(lemma) || PERSONS.test(lemma)) &&
      /^(obj|obl|nmod|conj|appos)$/.test(baseRelation(s, t));
    const isLink = s.upos[t] === "ADP" || s.upos[t] === "PUNCT" || s.upos[t] === "ADV";
    if (!isPlaceWord && !isMet && !isLink) return t;
    const up = s.head[t]!;
    if (up < 0) return t;
    t = up;
  }
  return t;
}

// Resolution ----------------------------------------------------------------------------------------------------------

/** What the whole report says of where it is: the countries it names, and how near each place lies to the others. */
interface Scene {
  /** How often other words than the name itself tell of a country. */
  readonly named: (country: string | null, c: Candidate) => number;
  /** Whether the name is that of the country's capital. */
  readonly isCapital: (country: string | null, c: Candidate) => boolean;
  /** How many of the report's other names have a place near this one, each by how likely it is the one meant. */
  readonly company: ReadonlyMap<string, number>;
}

/** The name that a candidate is a mention of. */
function nameOf(c: Candidate): string {
  return foldName(c.entries[0]?.name ?? c.name);
}

/**
 * How often a report names each country: by its parties, and by places that can only be there. A name that several countries
 * have is no evidence for itself: "Paris said" does not put Paris in France.
 */
function countriesOf(parsed: ParsedReport, found: readonly Candidate[]): Scene["named"] {
  const counts = new Map<string, number>();
  const own = new Map<string, number>();
  const add = (code: string | null, by: Candidate | undefined): void => {
    if (code === null || !/^[A-Z]{3}$/.test(code)) return;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (by === undefined) return;
    const key = `${nameOf(by)} ${code}`;
    own.set(key, (own.get(key) ?? 0) + 1);
  };
  const ambiguous = found.filter(
    (c) => c.role !== "people" && new Set(c.entries.map((e) => e.country)).size > 1,
  );
  parsed.mentions.forEach((mentions, sentence) => {
    for (const m of mentions) {
      const by = ambiguous.find((c) => c.sentence === sentence && c.from < m.to && m.from < c.to);
      for (const p of m.parties) add(p.country ?? p.code, by);
    }
  });
  for (const c of found) {
    if (c.role === "people") continue;
    // a county tells of its country, a town of its name does not
    const states = new Set(
      c.entries.filter((e) => e.origin !== "geonames" || e.precision === "district").map((e) => e.country),
    );
    if (states.size === 1) add([...states][0]!, ambiguous.includes(c) ? c : undefined);
  }
  return (country, c) =>
    country === null ? 0 : (counts.get(country) ?? 0) - (own.get(`${nameOf(c)} ${country}`) ?? 0);
}

/** How many countries a report names that is not of local news. */
const ABROAD = 4;

/** Which names are those of a capital, in news of the world: "Paris" of France, whatever towns are called so. */
function capitalsOf(parsed: ParsedReport): Scene["isCapital"] {
  const countries = parsed.mentions.flatMap((l) => l.flatMap((m) => m.parties.map((p) => p.country)));
  if (new Set(countries.filter((c) => c !== null)).size < ABROAD) return () => false;
  return (country, { sentence, from, to }) =>
    country !== null &&
    (parsed.mentions[sentence] ?? []).some(
      (m) =>
        m.kind === "name" &&
        m.from < to &&
        from < m.to &&
        m.parties.some((p) => p.sector === "GOV" && p.code === country),
    );
}

/** Places of one name that are weighed: the most likely. */
const MOST_READINGS = 24;

/**
 * Lays the places that the names of a report can mean beside each other: "Alexandria" is the one of Louisiana where the report
 * also names Baton Rouge. Twice, so that what the first round makes likely counts for more in the second.
 */
function sceneOf(found: readonly Candidate[], about: Pick<Scene, "named" | "isCapital">): Scene {
  const names = new Map<
    string,
    { readonly candidate: Candidate; readonly entries: readonly GazetteerEntry[] }
  >();
  for (const c of found) {
    if (c.role === "people" || c.entries.length === 0) continue;
    const name = nameOf(c);
    const known = names.get(name);
    // the one that says most: "Goma, North Kivu" over "Goma"
    if (known !== undefined && (known.candidate.beside.length > 0 || c.beside.length === 0)) continue;
    const scored = c.entries.map((e) => ({ e, score: prior(c, e, about) }));
    scored.sort((a, b) => b.score - a.score);
    names.set(name, { candidate: c, entries: scored.slice(0, MOST_READINGS).map(({ e }) => e) });
  }
  let company: ReadonlyMap<string, number> = new Map();
  for (let round = 0; round < 2; round++) {
    const readings = [...names.values()].map(({ candidate, entries }) => {
      const weights = entries.map(
        (e) => 2 ** (2 * (prior(candidate, e, about) + gain(company.get(spotOf(e)) ?? 0))),
      );
      const all = weights.reduce((a, b) => a + b, 0);
      return { entries, weights: weights.map((w) => w / all) };
    });
    const next = new Map<string, number>();
    for (const one of readings)
      for (const e of one.entries) {
        let sum = 0;
        for (const other of readings) {
          if (other === one) continue;
          let most = 0;
          other.entries.forEach((o, k) => {
            most = Math.max(most, other.weights[k]! * nearness(e, o));
          });
          sum += most;
        }
        next.set(spotOf(e), sum);
      }
    company = next;
  }
  return { ...about, company };
}

/** The same for two readings of one place. */
function spotOf(e: GazetteerEntry): string {
  return `${e.precision} ${e.latitude} ${e.longitude}`;
}

/** What company adds to a reading: each further name less. */
function gain(company: number): number {
  return Math.min(5, 2 * Math.log2(1 + 2 * company));
}

/** 1 for the same spot or the province that holds it, less with the distance; 0 for whole countries. */
function nearness(a: GazetteerEntry, b: GazetteerEntry): number {
  if (a.precision === "country" || b.precision === "country" || a.country !== b.country) return 0;
  if (a.parent !== null && a.parent === b.name) return 1;
  if (b.parent !== null && b.parent === a.name) return 1;
  const north = Math.abs(a.latitude! - b.latitude!);
  if (north > 3) return 0;
  const east = Math.abs(a.longitude! - b.longitude!) * Math.cos((a.latitude! * Math.PI) / 180);
  return Math.exp(-Math.hypot(north, east) / 0.8);
}

/** Smaller places are believed only in countries that the report is about, or among others near by. */
const KNOWN_POPULATION = 100_000;
/** Places so small that few countries' reports mean them. */
const HAMLET = 5_000;
/** How often a country is named by the way. */
const PASSING = 2;
const ENOUGH_COMPANY = 0.5;

/** "at 10 p.m., or 1 p.m. in Washington": a time told over by the clock of another place, where the event is not. */
function isOtherClock(s: Sentence, from: number): boolean {
  const words = s.form
    .slice(Math.max(0, from - 6), from)
    .join(" ")
    .toLowerCase();
  return OTHER_CLOCK.test(words) && s.form.slice(0, from - 4).some((w) => CLOCK.test(w));
}
const CLOCK = /^(?:[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midnight|gmt)$/i;
const OTHER_CLOCK = /(?:\bor|\()(?: \w+){0,3} (?:[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midnight) in$/;

function resolve(c: Candidate, scene: Scene): PlaceMention {
  const { s, sentence, from, to } = c;
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

/** How likely a place is meant by its name and what stands beside it, in orders of magnitude of its people. */
function prior(c: Candidate, e: GazetteerEntry, about: Pick<Scene, "named" | "isCapital">): number {
  const named = about.named(e.country, c);
  const generic = c.s.form[c.to - 1]?.toLowerCase() ?? "";
  const beside = c.beside.some(
    (b) => b.country === e.country && (b.precision === "country" || b.name === e.parent),
  );
  // a country named in passing says nothing of its hamlets
  const known = named > (e.population < HAMLET && e.origin === "geonames" ? PASSING : 0) ? 3 : 0;
  let score = Math.log10(e.population + 10) + (named > 0 ? known + Math.log2(named + 1) : 0);
  if (about.isCapital(e.country, c) && e.population >= KNOWN_POPULATION) score += 9;
  if (e.origin === "supplement") score += 7;
  if (e.origin === "country") score += 6;
  if (beside) score += 5;
  // "Gao region" is the region, "Gao" the town
  if (
    /^(province|region|state|oblast|governorate|department)$/.test(generic) &&
    (e.precision === "province" || e.precision === "region")
  )
    score += 2;
  return score;
}

function choose(c: Candidate, scene: Scene): GazetteerEntry | null {
  const { named, company } = scene;
  let best: GazetteerEntry | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const generic = c.s.form[c.to - 1]?.toLowerCase() ?? "";
  for (const e of c.entries) {
    const near = company.get(spotOf(e)) ?? 0;
    const isKnown =
      e.origin !== "geonames" ||
      near >= ENOUGH_COMPANY ||
      // a town says little of where the county of its name is
      ((e.precision === "district" || !/^(county|parish|township)$/.test(generic)) &&
        (e.population >= KNOWN_POPULATION || named(e.country, c) > 0));
    if (!isKnown) continue;
    const score = prior(c, e, scene) + gain(near);
    if (score > most) {
      most = score;
      best = e;
    }
  }
  if (
    best !== null &&
    best.precision === "exact" &&
    /^(province|region|oblast|governorate|department|county|district|territory)$/.test(generic)
  ) {
    return { ...best, precision: /^(county|district|territory)$/.test(generic) ? "district" : "province" };
  }
  return best;
}

// The place of an event ------------------------------------------------------------------------------------------------

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

function placeAt(s: Sentence, token: number, mentions: readonly PlaceMention[]): PlaceRef | null {
  const places = mentions.filter((m) => m.role === "event-place");
  if (places.length === 0) return null;
  let best: PlaceMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { token: t, steps } of scopeOf(s, token)) {
    const lemma = lemmaOf(s, t);
    // where the speaker or the envoy is says nothing of the event
    const speaker = s.words.acting.has(lemma) && baseRelation(s, t) === "nsubj" && isAbout(s, s.head[t]!);
    if (t !== token && (speaker || isAbout(s, t))) continue;
    for (const m of places) {
      if (m.governor !== t) continue;
      const cost =
        10 * steps +
        FINENESS[m.place.precision] +
        (IN.has(m.relation)
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
  if (best !== null) return finest(s, best, places).place;
  return isAbout(s, token) ? null : bySurface(s, token, places);
}

/** "In Bara, in Sudan's North Kordofan state" is one place, told from small to large: the small one counts. */
function finest(s: Sentence, m: PlaceMention, places: readonly PlaceMention[]): PlaceMention {
  let best = m;
  for (let at = places.indexOf(m) - 1; at >= 0; at--) {
    const before = places[at]!;
    const next = places[at + 1]!;
    for (let i = before.to; i < next.from; i++) if (!isJoint(s, i)) return best;
    if (s.form.slice(before.to, next.from).includes("and")) return best;
    if (FINENESS[before.place.precision] < FINENESS[best.place.precision]) best = before;
  }
  return best;
}

/** A word that may stand between the parts of one place. */
function isJoint(s: Sentence, i: number): boolean {
  const word = s.form[i]!.toLowerCase();
  return (
    word === "," ||
    IN.has(word) ||
    word === "of" ||
    s.upos[i] === "DET" ||
    s.upos[i] === "ADJ" ||
    s.upos[i] === "PART" ||
    s.upos[i] === "PROPN" ||
    SITE.test(s.lemma[i]!.toLowerCase())
  );
}

function distanceTo(m: PlaceMention, token: number): number {
  return token < m.from ? m.from - token : token - m.to + 1;
}

const UNSURE = 40;
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

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
