import { foldName } from "../text/fold-name.js";
import type { GazetteerEntry } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";
import type { Candidate } from "./place-mention.js";

/** What the whole report says of where it is: the countries it names, and how near each place lies to the others. */
export interface Scene {
  /** How often other words than the name itself tell of a country. */
  readonly named: (country: string | null, c: Candidate) => number;
  /** Whether the name is that of the country's capital. */
  readonly isCapital: (country: string | null, c: Candidate) => boolean;
  /** How many of the report's other names have a place near this one, each by how likely it is the one meant. */
  readonly company: ReadonlyMap<string, number>;
}

/** Lays out what a report says of where it is. */
export const sceneOf = (parsed: ParsedReport, found: readonly Candidate[]): Scene =>
  besideEachOther(found, { named: countriesOf(parsed, found), isCapital: capitalsOf(parsed) });

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
      const by = ambiguous.find((c) => c.at.sentence === sentence && c.from < m.to && m.from < c.to);
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
  return (country, { at, from, to }) =>
    country !== null &&
    (parsed.mentions[at.sentence] ?? []).some(
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
function besideEachOther(found: readonly Candidate[], about: Pick<Scene, "named" | "isCapital">): Scene {
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
export function spotOf(e: GazetteerEntry): string {
  return `${e.precision} ${e.latitude} ${e.longitude}`;
}

/** What company adds to a reading: each further name less. */
export function gain(company: number): number {
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
export const KNOWN_POPULATION = 100_000;
/** Places so small that few countries' reports mean them. */
const HAMLET = 5_000;
/** How often a country is named by the way. */
const PASSING = 2;

/** How likely a place is meant by its name and what stands beside it, in orders of magnitude of its people. */
export function prior(c: Candidate, e: GazetteerEntry, about: Pick<Scene, "named" | "isCapital">): number {
  const named = about.named(e.country, c);
  const generic = lastWord(c);
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
  if (c.at.gazetteer.words.provinces.has(generic) && (e.precision === "province" || e.precision === "region"))
    score += 2;
  return score;
}

/** The last word of a name, in lower case: "province" of "Gao province". */
export const lastWord = (c: Candidate): string => c.at.s.form[c.to - 1]?.toLowerCase() ?? "";
