import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { foldName } from "../text/fold-name.js";
import type { PlaceRef } from "./claim.js";
import { ABOUT_VERBS, ACTING_NOUNS, scopeOf } from "./clause-scope.js";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";

export type { Gazetteer } from "./gazetteer.js";

/** What a place name does: says where something happens, or stands for those who act ("Islamabad said"). */
export const PLACE_ROLES = ["event-place", "party-metonym"] as const;
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
  const found = parsed.sentences.map((s, i) => candidatesIn(s, i, parsed, gazetteer));
  const countries = countriesOf(parsed, found.flat());
  const mentions = found.map((list) => list.filter(isTelling).map((c) => resolve(c, countries)));
  return {
    mentions: mentions.flat(),
    placeOf: (sentence, token) => {
      const s = parsed.sentences[sentence];
      return s === undefined ? null : placeAt(s, token, mentions[sentence] ?? []);
    },
  };
}

const GREAT_CITY = 500_000;

/** A town that nothing happens in is more often somebody's name: "Jackson said". Capitals and great cities may stand for others. */
function isTelling(c: Candidate): boolean {
  return (
    c.role === "event-place" || c.entries.some((e) => e.origin !== "geonames" || e.population >= GREAT_CITY)
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
  /** The country or larger place named right after it ("Goma, DR Congo"). */
  readonly beside: string | null;
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
    const hit = mayStart(s, i) ? longest(s, i, gazetteer) : null;
    if (hit === null) {
      i = mayStart(s, i) ? unknownName(s, sentence, i, parsed, out) : i + 1;
      continue;
    }
    const run = properRun(s, i, hit.to);
    if (run === null || insideOther(parsed, sentence, i, hit.to)) {
      i = Math.max(hit.to, run?.to ?? endOfRun(s, hit.to));
      continue;
    }
    const from = directed(s, i, run.from);
    out.push(candidate(s, sentence, from, run.to, i, hit.entries));
    i = run.to;
  }
  return out;
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
    const entries = lookup(words, gazetteer);
    if (entries.length > 0) return { to, entries };
  }
  return null;
}

/** By the name as written, then by the other writings of the Arabic article, then without the generic word. */
function lookup(words: string, gazetteer: Gazetteer): readonly GazetteerEntry[] {
  const folded = foldName(words);
  if (folded.length < 3) return [];
  const exact = gazetteer.lookup(folded);
  if (exact.length > 0) return exact;
  const article = /^(al|el|ad|an|ar|as|ash|at|az) (.+)$/.exec(folded);
  if (article === null) return [];
  for (const other of [`al ${article[2]}`, `el ${article[2]}`, article[2]!]) {
    const entries = gazetteer.lookup(other);
    if (entries.length > 0) return entries;
  }
  return [];
}

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

/** A name that others own: of a person, of a body longer than the place in it. */
function insideOther(parsed: ParsedReport, sentence: number, from: number, to: number): boolean {
  const s = parsed.sentences[sentence]!;
  for (const n of s.names) {
    if (n.from < to && from < n.to && (n.kind === "PER" || (n.kind === "ORG" && n.to - n.from > to - from)))
      return true;
  }
  for (const m of parsed.mentions[sentence] ?? []) {
    if (m.kind === "person" && m.from < to && from < m.to) return m.to - m.from > 1;
    // "Kabul Police", "the Goma Chamber of Commerce": the mention's head lies outside the name
    if (
      m.kind === "name" &&
      m.from <= from &&
      to <= m.to &&
      m.to - m.from > to - from &&
      (m.head < from || m.head >= to)
    ) {
      if (isCapital(s.form[m.head] ?? "")) return true;
    }
  }
  return false;
}

/** "Southern Lebanon", "northern Gaza": with the direction before it. */
function directed(s: Sentence, i: number, from: number): number {
  const before = s.form[i - 1]?.toLowerCase();
  return before !== undefined && DIRECTIONS.test(before) ? i - 1 : from;
}

const NO_PLACE =
  /^(English|Arabic|French|Russian|Parliament|Congress|Ramadan|Eid|Islam|God|Allah|Facebook|Telegram|Twitter|X|WhatsApp|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

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
    insideOther(parsed, sentence, i, to) ||
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
    role: tied.relation === "" ? "party-metonym" : "event-place",
    entries,
    name: s.text.slice(s.start[from]!, s.end[to - 1]!),
    directed: from < name,
    near: NEAR.has(tied.relation),
    beside: besideOf(s, to),
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

/** "Goma, North Kivu", "Wiesbaden, Germany". */
function besideOf(s: Sentence, to: number): string | null {
  if (s.form[to] !== "," || !isCapital(s.form[to + 1] ?? "")) return null;
  let end = to + 2;
  while (end < s.form.length && end < to + 5 && isCapital(s.form[end]!)) end++;
  return s.text.slice(s.start[to + 1]!, s.end[end - 1]!);
}

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
      (ACTING_NOUNS.test(lemma) || PERSONS.test(lemma)) &&
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

/** How often a report names each country: by its parties, and by places that can only be there. */
function countriesOf(parsed: ParsedReport, found: readonly Candidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (code: string | null, n: number): void => {
    if (code !== null && /^[A-Z]{3}$/.test(code)) counts.set(code, (counts.get(code) ?? 0) + n);
  };
  for (const mentions of parsed.mentions)
    for (const m of mentions) for (const p of m.parties) add(p.country ?? p.code, 1);
  for (const c of found) {
    const own = new Set(c.entries.filter((e) => e.origin !== "geonames").map((e) => e.country));
    if (own.size === 1) add([...own][0]!, 1);
  }
  return counts;
}

/** Smaller places are believed only in countries that the report is about. */
const KNOWN_POPULATION = 100_000;

function resolve(c: Candidate, countries: ReadonlyMap<string, number>): PlaceMention {
  const { s, sentence, from, to } = c;
  const best = choose(c, countries);
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

function choose(c: Candidate, countries: ReadonlyMap<string, number>): GazetteerEntry | null {
  let best: GazetteerEntry | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const beside = c.beside === null ? null : foldName(c.beside);
  const generic = c.s.form[c.to - 1]?.toLowerCase() ?? "";
  for (const e of c.entries) {
    const named = e.country === null ? 0 : (countries.get(e.country) ?? 0);
    if (e.origin === "geonames" && named === 0 && e.population < KNOWN_POPULATION) continue;
    let score = Math.log10(e.population + 10) + (named > 0 ? 3 + Math.log2(named + 1) : 0);
    if (e.origin === "supplement") score += 7;
    if (e.origin === "country") score += 6;
    if (beside !== null && (foldName(e.parent ?? "") === beside || foldName(e.country ?? "") === beside))
      score += 5;
    // "Gao region" is the region, "Gao" the town
    if (
      /^(province|region|state|oblast|governorate|department)$/.test(generic) &&
      (e.precision === "province" || e.precision === "region")
    )
      score += 2;
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
    const speaker =
      ACTING_NOUNS.test(lemma) && baseRelation(s, t) === "nsubj" && ABOUT_VERBS.has(lemmaOf(s, s.head[t]!));
    if (t !== token && (speaker || ABOUT_VERBS.has(lemma))) continue;
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
  return ABOUT_VERBS.has(s.lemma[token]?.toLowerCase() ?? "") ? null : bySurface(s, token, places);
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
