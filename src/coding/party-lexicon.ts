import type { Sentence } from "../language/sentence.js";
import { LexiconError } from "../text/lexicon-error.js";
import { SECTORS, type Sector } from "./party.js";

/** A row of countries.tsv. */
export interface CountryRow {
  readonly code: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: readonly string[];
  readonly capitals: readonly string[];
  /** "Kremlin:GOV" */
  readonly seats: readonly string[];
}

/** A block of groups.yaml, organisations.yaml or forces.yaml. */
export interface BodyBlock {
  readonly code: string;
  readonly names: readonly string[];
  readonly sector: string;
  readonly country?: string | null;
  readonly parent?: string;
  /** Names that only an opponent uses, and whose word each is. */
  readonly loaded?: Readonly<Record<string, string>>;
  /** Names that are too common to count unless the report names the country elsewhere. */
  readonly in_country?: readonly string[];
}

/** A block of roles.yaml. */
export interface RoleBlock {
  readonly sector: string | null;
  readonly kind: RoleKind;
  readonly words: readonly string[];
  readonly unaffiliated?: boolean;
  readonly loaded?: boolean;
}

/** A row of leaders.tsv: names, party code, country, sector. */
export interface LeaderRow {
  readonly name: string;
  readonly code: string | null;
  readonly country: string | null;
  readonly sector: string;
  /** "alone": the words after the first will do ("Putin"); "common": counts only in reports that name the country. */
  readonly use: "alone" | "whole" | "common";
}

/** A row of places.tsv: a people without a state's code of its own, or a place and the country it lies in. */
export interface PlaceRow {
  readonly name: string;
  readonly country: string;
  readonly kind: "place" | "people";
}

/** A block of ambiguous.yaml: where a name is not the party. */
export interface AmbiguousBlock {
  readonly name: string;
  /** Beside another capitalised word that is nobody's title it is part of a person's name. */
  readonly person?: boolean;
  /** Words just before or just after that make it something else. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** Words anywhere in the report that make it something else, unless the report also names the country in another way. */
  readonly near?: readonly string[];
  readonly yes: string;
  readonly no: string;
}

export interface LoadedBlock {
  readonly words: readonly string[];
  readonly neutral: string;
  readonly yes: string;
  readonly no?: string;
}

/** Words of words.yaml by class; see the comments there. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Everything that lexicons/parties holds, as read. */
export interface PartyLexiconData {
  readonly countries: readonly CountryRow[];
  readonly groups: readonly BodyBlock[];
  readonly organisations: readonly BodyBlock[];
  readonly forces: readonly BodyBlock[];
  readonly roles: readonly RoleBlock[];
  readonly leaders: readonly LeaderRow[];
  readonly places: readonly PlaceRow[];
  readonly ambiguous: readonly AmbiguousBlock[];
  readonly words: WordClasses;
  readonly loaded: readonly LoadedBlock[];
  /** Codes of the countries beside each country. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** Codes of the only states that have an office, by the words with which it begins. */
  readonly offices: ReadonlyMap<string, readonly string[]>;
}

export const ROLE_KINDS = ["office", "people", "body", "force", "relational"] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

export type NameKind =
  | "state"
  | "adjective"
  | "people"
  | "capital"
  | "seat"
  | "place"
  | "ethnic"
  | "group"
  | "organisation"
  | "force"
  | "leader";

/** A name as the lexicon knows it. */
export interface NameEntry {
  readonly kind: NameKind;
  readonly code: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
  /** As the lexicon writes it. */
  readonly name: string;
  readonly plural: boolean;
  /** Counts only in reports that name its country elsewhere. */
  readonly inCountry: boolean;
}

/** A noun that says what somebody is. */
export interface RoleEntry {
  readonly noun: string;
  readonly kind: RoleKind;
  readonly sector: Sector | null;
  readonly plural: boolean;
  readonly unaffiliated: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  names: { readonly entry: NameEntry; readonly shape: readonly string[] }[] | null;
  role: RoleEntry | null;
  loaded: LoadedBlock | null;
}

/** A match from a token on; `to` excluded. Several entries where the name is several parties' ("SDF"). */
export interface NameMatch {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly NameEntry[];
}

export interface RoleMatch {
  readonly from: number;
  readonly to: number;
  readonly role: RoleEntry;
}

/** The compiled lexicon. `matchNames` and the like are the only readers of the tries. */
export interface Surname {
  readonly code: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
}

export interface PartyLexicon {
  readonly root: object;
  readonly loadedRoot: object;
  readonly ambiguous: ReadonlyMap<string, AmbiguousBlock>;
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  readonly offices: ReadonlyMap<string, readonly string[]>;
  /** Who is meant by the last word of a leader's name beside a high office; null where leaders of several countries bear it. */
  readonly surnames: ReadonlyMap<string, Surname | null>;
  /** Label of a state's code: "Pakistan". */
  readonly labels: ReadonlyMap<string, string>;
}

/** Lower case, without marks, dots and apostrophes; "" for a token that is only those. */
export function foldToken(form: string): string {
  let plain = true;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    if (c < 97 || c > 122) {
      plain = false;
      break;
    }
  }
  if (plain) return form;
  return form
    .normalize("NFD")
    .replace(/[\u0300-\u036f.'’‘ʼʽ`]/g, "")
    .toLowerCase();
}

const HYPHENS = /[-–‐‑/]/;

/** The parts of a token between hyphens and slashes, not folded; usually one. */
function pieces(form: string): string[] {
  return HYPHENS.test(form) ? form.split(/[-–‐‑/]+/).filter((p) => p !== "") : [form];
}

/** Words of a lexicon's name in the tokens that a text would have. */
function lexiconTokens(name: string): string[] {
  const out: string[] = [];
  for (const m of name.matchAll(/[^\s\-–‐‑/(),]+|[(),]/g)) {
    const possessive = /^(.*[^'’])(['’]s)$/.exec(m[0]);
    if (possessive) out.push(possessive[1]!, possessive[2]!);
    else out.push(m[0]);
  }
  return out.filter((t) => foldToken(t) !== "");
}

const LETTERS = /\p{L}/gu;

/**
 * Whether a word is written as the lexicon's case demands: a word in capitals (two letters or more) matches in capitals
 * only, so that "us" and "who" are not parties; a capitalised word needs a capital, so that "turkey" is not Türkiye.
 */
function caseFits(wanted: string, form: string): boolean {
  const letters = wanted.match(LETTERS);
  if (!letters || letters[0] === letters[0].toLowerCase()) return true;
  if (letters.length > 1 && wanted === wanted.toUpperCase()) return form === form.toUpperCase();
  const first = form.match(/\p{L}/u)?.[0];
  return first !== undefined && first !== first.toLowerCase();
}

/**
 * The same for a word whose case was guessed, in a text all in capitals: a name of several words may be anything ("shining path"),
 * and letters that are no word known to be common may be an acronym ("Mrta").
 */
function guessFits(wanted: string, form: string, at: number, length: number): boolean {
  if (at > 0 || length > 1) return true;
  return wanted.length > 2 && wanted === wanted.toUpperCase() && !COMMON.test(form) && /^\p{Lu}/u.test(form);
}

/** Words at the head of a sentence, capital for that. */
const COMMON = /^(?:who|are|may|car|care|pet|can|she|her|has|was|and|the|all|its|our|out)$/i;

const newNode = (): Node => ({ next: new Map(), names: null, role: null, loaded: null });

function nodeFor(root: Node, tokens: readonly string[]): Node {
  let node = root;
  for (const t of tokens) {
    const key = foldToken(t);
    let next = node.next.get(key);
    if (!next) {
      next = newNode();
      node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

/** Regular plural of a noun phrase's last word. */
export function pluralOf(phrase: string): string {
  if (
    /(men|people|personnel|police|children|forces|troops|services|authorities|marines|ese|ss|ies|s)$/.test(
      phrase,
    )
  ) {
    if (/(man|ss)$/.test(phrase)) return `${phrase}es`;
    return phrase;
  }
  if (/man$/.test(phrase) && !/(german|roman|human|ottoman|oman|shaman)$/i.test(phrase))
    return phrase.replace(/man$/, "men");
  if (/[^aeiou]y$/.test(phrase)) return phrase.replace(/y$/, "ies");
  if (/(ch|sh|x|z)$/.test(phrase)) return `${phrase}es`;
  return `${phrase}s`;
}

const PLURAL_WORDS =
  /(men|people|personnel|police|children|troops|authorities|services|forces|marines|paratroopers|rulers|media|casualties|dead|wounded|injured|dissidents|guards|crew|staff)$/;

function sectorOf(text: string | null, file: string, entry: string): Sector | null {
  if (text === null) return null;
  if ((SECTORS as readonly string[]).includes(text)) return text as Sector;
  throw new LexiconError(file, entry, `unknown sector "${text}".`, `Use one of: ${SECTORS.join(", ")}.`);
}

/**
 * Builds the tries. Linear in the size of the data.
 *
 * @throws LexiconError where an entry cannot be used
 */
export function compilePartyLexicon(data: PartyLexiconData): PartyLexicon {
  const root = newNode();
  const loadedRoot = newNode();
  const labels = new Map<string, string>();

  const addName = (entry: NameEntry, file: string): void => {
    const shape = lexiconTokens(entry.name);
    if (shape.length === 0)
      throw new LexiconError(file, entry.name, "the name has no letters.", "Write the name as news does.");
    const node = nodeFor(root, shape);
    node.names ??= [];
    if (
      !node.names.some(
        (n) =>
          n.entry.code === entry.code && n.entry.kind === entry.kind && n.shape.join(" ") === shape.join(" "),
      )
    )
      node.names.push({ entry, shape });
  };
  const plain = { inCountry: false, plural: false, sector: null };

  for (const c of data.countries) {
    const file = "lexicons/parties/countries.tsv";
    if (c.names.length === 0)
      throw new LexiconError(file, c.code, "no name.", "Give the country at least one name.");
    labels.set(c.code, c.names[0]!);
    const own = { code: c.code, country: c.code, ...plain };
    for (const name of c.names) addName({ ...own, kind: "state", name: name.replace(/^the /, "") }, file);
    for (const name of c.capitals) addName({ ...own, kind: "capital", sector: "GOV", name }, file);
    for (const seat of c.seats) {
      const [name, sector] = seat.split(":") as [string, string | undefined];
      addName({ ...own, kind: "seat", sector: sectorOf(sector ?? "GOV", file, seat), name }, file);
    }
    for (const name of c.adjectives) addName({ ...own, kind: "adjective", name }, file);
    for (const name of c.people) {
      addName({ ...own, kind: "people", sector: "CVL", name, plural: /(men|ese)$/.test(name) }, file);
      const plural = pluralOf(name);
      if (plural !== name)
        addName({ ...own, kind: "people", sector: "CVL", name: plural, plural: true }, file);
    }
  }
  const states = new Set(data.countries.map((c) => c.code));
  const bodies: [readonly BodyBlock[], "group" | "organisation" | "force", string][] = [
    [data.forces, "force", "lexicons/parties/forces.yaml"],
    [data.groups, "group", "lexicons/parties/groups.yaml"],
    [data.organisations, "organisation", "lexicons/parties/organisations.yaml"],
  ];
  for (const [blocks, kind, file] of bodies) {
    for (const b of blocks) {
      const sector = sectorOf(b.sector, file, b.code);
      const country = kind === "force" ? b.code : (b.country ?? null);
      if (country !== b.code && states.has(b.code))
        throw new LexiconError(
          file,
          b.code,
          "that is the code of a state.",
          "Give it a code of its own, such as the short name with its country.",
        );
      for (const name of b.names) {
        const inCountry = b.in_country?.includes(name) ?? false;
        addName(
          { kind, code: b.code, country, sector, name: name.replace(/^the /, ""), plural: false, inCountry },
          file,
        );
      }
      for (const name of b.in_country ?? []) {
        if (!b.names.includes(name))
          throw new LexiconError(
            file,
            b.code,
            `"${name}" is in in_country and not in names.`,
            "List it in both.",
          );
      }
    }
  }
  for (const p of data.places) {
    const country = p.country === "-" ? null : p.country;
    if (p.kind === "place")
      addName(
        { ...plain, kind: "place", code: country, country, name: p.name },
        "lexicons/parties/places.tsv",
      );
    else {
      addName(
        { ...plain, kind: "ethnic", code: null, country, sector: "CVL", name: p.name },
        "lexicons/parties/places.tsv",
      );
      const plural = pluralOf(p.name);
      if (plural !== p.name)
        addName(
          { ...plain, kind: "ethnic", code: null, country, sector: "CVL", name: plural, plural: true },
          "lexicons/parties/places.tsv",
        );
    }
  }
  const surnames = new Map<string, Surname | null>();
  for (const l of data.leaders) {
    const surname = l.name.slice(l.name.lastIndexOf(" ") + 1);
    const shared = surnames.has(surname) && surnames.get(surname)?.code !== l.code;
    if (l.code === l.country && l.sector === "GOV")
      surnames.set(surname, shared ? null : { code: l.code, country: l.country, sector: "GOV" });
    const entry = {
      ...plain,
      kind: "leader" as const,
      code: l.code,
      country: l.country,
      sector: sectorOf(l.sector, "lexicons/parties/leaders.tsv", l.name),
    };
    for (const name of articleSpellings(l.name))
      addName({ ...entry, name, inCountry: l.use === "common" }, "lexicons/parties/leaders.tsv");
    const last = l.name.split(" ").slice(1).join(" ");
    if (l.use === "alone" && last !== "")
      for (const name of articleSpellings(last)) addName({ ...entry, name }, "lexicons/parties/leaders.tsv");
  }
  for (const block of data.roles) {
    const file = "lexicons/parties/roles.yaml";
    if (!ROLE_KINDS.includes(block.kind))
      throw new LexiconError(
        file,
        block.words[0] ?? "",
        `unknown kind "${block.kind}".`,
        `Use one of: ${ROLE_KINDS.join(", ")}.`,
      );
    const sector = sectorOf(block.sector, file, block.words[0] ?? "");
    for (const noun of block.words) {
      const add = (form: string, plural: boolean): void => {
        const node = nodeFor(root, lexiconTokens(form));
        node.role ??= { noun, kind: block.kind, sector, plural, unaffiliated: block.unaffiliated ?? false };
      };
      add(noun, PLURAL_WORDS.test(noun));
      const plural = pluralOf(noun);
      if (plural !== noun) add(plural, true);
      // "ministers of defence", "chiefs of staff": the plural is inside.
      const inside = /^(\S+)( (?:of|for|in) .*)$/.exec(noun);
      if (inside) add(`${pluralOf(inside[1]!)}${inside[2]!}`, true);
    }
  }
  for (const l of data.loaded) {
    for (const word of l.words) nodeFor(loadedRoot, lexiconTokens(word)).loaded ??= l;
  }
  return {
    root,
    loadedRoot,
    ambiguous: new Map(data.ambiguous.map((a) => [a.name.toLowerCase(), a])),
    words: new Map(Object.entries(data.words).map(([k, v]) => [k, new Set(v)])),
    neighbours: data.neighbours,
    offices: data.offices,
    surnames,
    labels,
  };
}

/** Walks a trie from token `from`; calls `at` with each node reached and the token after it, shortest first. */
function walk(
  root: Node,
  s: Sentence,
  from: number,
  at: (node: Node, to: number, words: readonly string[], guessed: readonly boolean[]) => void,
): void {
  let node: Node | undefined = root;
  const words: string[] = [];
  const guessed: boolean[] = [];
  for (let i = from; i < s.form.length && node; i++) {
    const form = s.form[i]!;
    let moved = false;
    // the form of a heading may have lost capitals that the text has; of a text all in capitals it has lost the right ones
    const written = s.text.slice(s.start[i]!, s.end[i]!);
    const source = written.length === form.length && /\p{Ll}/u.test(written) ? written : form;
    for (const piece of pieces(source)) {
      const key = foldToken(piece);
      if (key === "") continue;
      node = node?.next.get(key);
      words.push(piece);
      guessed.push(source !== written);
      moved = true;
    }
    // hyphens, apostrophes: they may stand inside a name, not at its ends; a full stop ends it
    if (!moved && (i === from || !(HYPHENS.test(form) || form === "'" || form === "’"))) return;
    if (node && moved) at(node, i + 1, words, guessed);
  }
}

/** The longest name that begins at a token, or null. */
export function matchName(lexicon: PartyLexicon, s: Sentence, from: number): NameMatch | null {
  let best: NameMatch | null = null;
  walk(lexicon.root as Node, s, from, (node, to, words, guessed) => {
    if (!node.names) return;
    const entries = node.names
      .filter(({ shape }) =>
        shape.every(
          (w, k) => caseFits(w, words[k] ?? "") || (guessed[k] && guessFits(w, words[k]!, k, shape.length)),
        ),
      )
      .map((n) => n.entry);
    if (entries.length > 0) best = { from, to, entries };
  });
  return best;
}

/** The longest noun of a role that begins at a token, or null. Case does not matter. */
export function matchRole(lexicon: PartyLexicon, s: Sentence, from: number): RoleMatch | null {
  let best: RoleMatch | null = null;
  walk(lexicon.root as Node, s, from, (node, to) => {
    if (node.role) best = { from, to, role: node.role };
  });
  return best;
}

/** The longest loaded word or phrase that begins at a token, or null. */
export function matchLoaded(
  lexicon: PartyLexicon,
  s: Sentence,
  from: number,
): { to: number; block: LoadedBlock } | null {
  let best: { to: number; block: LoadedBlock } | null = null;
  walk(lexicon.loadedRoot as Node, s, from, (node, to) => {
    if (node.loaded) best = { to, block: node.loaded };
  });
  return best;
}

/** Whether a lower-case word is in a class of words.yaml. */
export function isWord(lexicon: PartyLexicon, name: string, word: string): boolean {
  return classOf(lexicon, name).has(word);
}

/** Whether a lower-case noun ends in a word of a class of words.yaml, be it one with it or not: "commander", "subcommander". */
export const isEnding = (lexicon: PartyLexicon, name: string, noun: string): boolean =>
  [...classOf(lexicon, name)].some((word) => noun.endsWith(word));

/** Whether a word of a class of words.yaml stands anywhere within a lower-case noun: "foreign minister". */
export const isWithin = (lexicon: PartyLexicon, name: string, noun: string): boolean =>
  [...classOf(lexicon, name)].some((word) => noun.includes(word));

function classOf(lexicon: PartyLexicon, name: string): ReadonlySet<string> {
  const set = lexicon.words.get(name);
  if (!set) throw new Error(`no class "${name}" in lexicons/parties/words.yaml`);
  return set;
}

/** Country of a place or state by its name, as a dateline writes it ("PESHAWAR"), or null. */
export const countryOfPlace = (lexicon: PartyLexicon, name: string): string | null =>
  countryOf(lexicon, name, /^(state|capital|place)$/);

/** Country by one of its own names, or null. */
export const countryNamed = (lexicon: PartyLexicon, name: string): string | null =>
  countryOf(lexicon, name, /^state$/);

function countryOf(lexicon: PartyLexicon, name: string, kinds: RegExp): string | null {
  let node: Node | undefined = lexicon.root as Node;
  for (const token of lexiconTokens(name.split(/[,(]/)[0]!)) node = node?.next.get(foldToken(token));
  return (
    node?.names?.find((n) => n.entry.country !== null && kinds.test(n.entry.kind))?.entry.country ?? null
  );
}

/** "Abdel Fattah al-Sisi" is also "Abdel Fattah El-Sisi" and "Abdel Fattah Al Sisi", as each outlet writes the article. */
function articleSpellings(name: string): readonly string[] {
  const article = /(^| )(?:[ae]l|[AE]l)-(?=\p{Lu})/u;
  if (!article.test(name)) return [name];
  const written = ["al-", "el-", "Al-", "El-", "Al ", "El "].map((a) => name.replace(article, `$1${a}`));
  return [...new Set([name, ...written])];
}
