import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Gazetteer, type GazetteerEntry, type GazetteerRow, gazetteerOf } from "../coding/gazetteer.js";
import { compilePlaceWords } from "../coding/place-words.js";
import { foldName } from "../text/fold-name.js";
import { LexiconError } from "../text/lexicon-error.js";
import type { WordSource } from "../text/word-classes.js";
import { readGeonames } from "./geonames.js";
import { packageRoot } from "./package-root.js";

/** All places: this project's supplement, the countries of the party lexicon, American counties, GeoNames' populated places. */
export function loadGazetteer(root = packageRoot()): Gazetteer {
  const supplement = readSupplement(root);
  return gazetteerOf(
    [...supplement, ...readCountries(root), ...readCounties(root)],
    readGeonames(provincesOf(supplement)),
    compilePlaceWords(readPlaceWords(root)),
  );
}

/** lexicons/places/words.yaml as it stands. */
export const readPlaceWords = (root = packageRoot()): WordSource =>
  parse(readFileSync(join(root, "lexicons", "places", "words.yaml"), "utf8")) as WordSource;

const SUPPLEMENT = "lexicons/places/supplement.tsv";
const PRECISIONS: ReadonlySet<string> = new Set([
  "exact",
  "near",
  "district",
  "province",
  "region",
  "country",
  "water-air",
]);

/** "Va.", "VA", "N.B.": forms that mean the place only beside another, and would be other words alone ("Miss.", "IN"). */
const SHORT = /^\p{Lu}{2}$|\.$/u;

/** @throws LexiconError naming file and line where a row has another form */
export function readSupplement(root = packageRoot()): GazetteerRow[] {
  const rows: GazetteerRow[] = [];
  readFileSync(join(root, SUPPLEMENT), "utf8")
    .split("\n")
    .forEach((line, i) => {
      if (line === "" || line.startsWith("#")) return;
      const [name, variants, country, precision, latitude, longitude, parent, ...more] = line.split("\t");
      const bad =
        parent === undefined || more.length > 0
          ? "a row has seven columns"
          : !PRECISIONS.has(precision!)
            ? `unknown precision "${precision}"`
            : !inside(latitude!, 90) || !inside(longitude!, 180)
              ? "latitude and longitude are degrees"
              : country !== "-" && !/^[A-Z]{3}$/.test(country!)
                ? `"${country}" is no country code`
                : null;
      if (bad !== null) {
        throw new LexiconError(
          SUPPLEMENT,
          `line ${i + 1}`,
          bad,
          "The form of a row is told at the head of the file.",
        );
      }
      const names = [name!, ...(variants === "-" ? [] : variants!.split("|"))];
      const entry: GazetteerEntry = {
        name: name!,
        country: country === "-" ? null : country!,
        precision: precision as GazetteerEntry["precision"],
        latitude: Number(latitude),
        longitude: Number(longitude),
        population: 0,
        parent: parent === "-" ? null : parent!,
        origin: "supplement",
      };
      rows.push({ form: "name", folded: names.filter((n) => !SHORT.test(n)).map(foldName), entry });
      const short = names.filter((n) => SHORT.test(n));
      if (short.length > 0) rows.push({ form: "short", folded: short.map(foldName), entry });
    });
  return rows;
}

function inside(degrees: string, most: number): boolean {
  const n = Number(degrees);
  return degrees !== "" && Number.isFinite(n) && Math.abs(n) <= most;
}

/** Provinces by the code that GeoNames has for them, where their row lists it: "USA va" is Virginia. */
function provincesOf(supplement: readonly GazetteerRow[]): ReadonlyMap<string, string> {
  const provinces = supplement.filter((r) => r.form === "short" && r.entry.precision === "province");
  return new Map(provinces.flatMap((r) => r.folded.map((f) => [`${r.entry.country} ${f}`, r.entry.name])));
}

function readCountries(root: string): GazetteerRow[] {
  const middles = new Map(
    readTable(root, "lexicons/places/middles.tsv").map(([code, latitude, longitude]) => [
      code!,
      { latitude: Number(latitude), longitude: Number(longitude) },
    ]),
  );
  return readTable(root, "lexicons/parties/countries.tsv").flatMap(
    ([code, names, adjectives, people]): GazetteerRow[] => {
      if (code === undefined || names === undefined || names === "-") return [];
      const all = names.split("|");
      const entry: GazetteerEntry = {
        name: all[0]!,
        country: code,
        precision: "country",
        latitude: middles.get(code)?.latitude ?? null,
        longitude: middles.get(code)?.longitude ?? null,
        population: 0,
        parent: null,
        origin: "country",
      };
      // "US", "UAE" are written in capitals only, which folding forgets
      const short = all.filter((n) => n === n.toUpperCase()).map(foldName);
      const folded = all.map(foldName).filter((n) => !short.includes(n));
      const peoples = `${adjectives}|${people}`.split("|").flatMap((p) => [foldName(p), `${foldName(p)}s`]);
      return [
        { form: "name", folded, entry },
        { form: "short", folded: short, entry },
        { form: "people", folded: peoples.filter((p) => ![...folded, ...short].includes(p)), entry },
      ];
    },
  );
}

function readCounties(root: string): GazetteerRow[] {
  return readTable(root, "lexicons/places/counties.tsv").map(
    ([name, state, latitude, longitude, people]) => ({
      form: "name",
      folded: [foldName(name!)],
      entry: {
        name: name!,
        country: "USA",
        precision: "district",
        latitude: Number(latitude),
        longitude: Number(longitude),
        population: Number(people),
        parent: state!,
        origin: "geonames",
      },
    }),
  );
}

function readTable(root: string, path: string): string[][] {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
