import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  type AmbiguousBlock,
  type BodyBlock,
  type CountryRow,
  compilePartyLexicon,
  type LeaderRow,
  type LoadedBlock,
  type PartyLexicon,
  type PartyLexiconData,
  type PlaceRow,
  type RoleBlock,
  type WordClasses,
} from "../coding/party-lexicon.js";
import { LexiconError } from "../text/lexicon-error.js";
import { packageRoot } from "./package-root.js";

const readYaml = <T>(path: string): T => parse(readFileSync(path, "utf8")) as T;

/** Rows of a tab-separated file, without comments and blank lines. */
function readTsv(path: string, columns: number): string[][] {
  const rows: string[][] = [];
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((line, i) => {
      if (line === "" || line.startsWith("#")) return;
      const cells = line.split("\t");
      if (cells.length !== columns)
        throw new LexiconError(
          path,
          `line ${i + 1}`,
          `${cells.length} columns.`,
          `There must be ${columns}, divided by tabs.`,
        );
      rows.push(cells);
    });
  return rows;
}

const list = (cell: string): string[] => (cell === "-" || cell === "" ? [] : cell.split("|"));
const orNull = (cell: string): string | null => (cell === "-" ? null : cell);

/** Codes, divided by blanks, by what stands before them in a row. */
const codesBy = (path: string): Map<string, readonly string[]> =>
  new Map(readTsv(path, 2).map(([key, codes]) => [key!, codes!.split(" ")]));

/** The files of lexicons/parties and lexicons/loaded-words.yaml as they stand. */
export function readPartyData(root = packageRoot()): PartyLexiconData {
  const folder = join(root, "lexicons", "parties");
  return {
    countries: readTsv(join(folder, "countries.tsv"), 6).map(
      ([code, names, adjectives, people, capitals, seats]): CountryRow => ({
        code: code!,
        names: list(names!),
        adjectives: list(adjectives!),
        people: list(people!),
        capitals: list(capitals!),
        seats: list(seats!),
      }),
    ),
    groups: readYaml<BodyBlock[]>(join(folder, "groups.yaml")),
    organisations: readYaml<BodyBlock[]>(join(folder, "organisations.yaml")),
    forces: readYaml<BodyBlock[]>(join(folder, "forces.yaml")),
    roles: readYaml<RoleBlock[]>(join(folder, "roles.yaml")),
    leaders: readTsv(join(folder, "leaders.tsv"), 5).map(
      ([name, code, country, sector, alone]): LeaderRow => ({
        name: name!,
        code: orNull(code!),
        country: orNull(country!),
        sector: sector!,
        use: alone === "alone" || alone === "common" ? alone : "whole",
      }),
    ),
    places: readTsv(join(folder, "places.tsv"), 3).map(
      ([name, country, kind]): PlaceRow => ({
        name: name!,
        country: country!,
        kind: kind === "people" ? "people" : "place",
      }),
    ),
    ambiguous: readYaml<AmbiguousBlock[]>(join(folder, "ambiguous.yaml")),
    words: readYaml<WordClasses>(join(folder, "words.yaml")),
    loaded: readYaml<LoadedBlock[]>(join(root, "lexicons", "loaded-words.yaml")),
    neighbours: codesBy(join(folder, "neighbours.tsv")),
    offices: codesBy(join(folder, "offices.tsv")),
  };
}

export function loadParties(root = packageRoot()): PartyLexicon {
  return compilePartyLexicon(readPartyData(root));
}
